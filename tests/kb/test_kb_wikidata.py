"""A small Wikidata dump of our own making, read into a table of actors."""

from __future__ import annotations

import bz2
import csv
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import InputError, UsageError
from dragoman.kb.load import Knowledge, load_knowledge
from dragoman.kb.wikidata import ACTOR_COLUMNS, ImportCounts, actor_rows

PERU, MAYOR, TIDES, ILSE, JAN = "Q419", "Q9001", "Q9002", "Q9101", "Q9102"
REEDLAND, WARDEN = "Q9201", "Q9003"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def item(value: str) -> dict[str, object]:
    return {"snaktype": "value", "datavalue": {"value": {"id": value}}}


def day(time: str, precision: int = 11) -> list[dict[str, object]]:
    return [{"snaktype": "value", "datavalue": {"value": {"time": f"+{time}T00:00:00Z", "precision": precision}}}]


def claim(value: str, **qualifiers: object) -> dict[str, object]:
    return {"mainsnak": item(value), "rank": "normal", "qualifiers": qualifiers}


def entity(qid: str, label: str | None, aliases: tuple[str, ...] = (), **claims: object) -> dict[str, object]:
    labels = {"en": {"value": label}} if label else {"de": {"value": "Namenlos"}}
    return {
        "type": "item",
        "id": qid,
        "labels": labels,
        "aliases": {"en": [{"value": a} for a in aliases]},
        "claims": claims,
    }


def person(qid: str, label: str | None, *terms: object, aliases: tuple[str, ...] = ()) -> dict[str, object]:
    return entity(qid, label, aliases, P31=[claim("Q5")], P39=list(terms))


POSTS = [
    entity(PERU, "Peru"),
    entity(MAYOR, "Minister of Tides", P17=[claim(PERU)]),
    entity(TIDES, "Prime Minister of Peru", P1001=[claim(PERU)]),
    entity(REEDLAND, "Bolivia as it were", P298=[{"mainsnak": {"snaktype": "value", "datavalue": {"value": "BOL"}}}]),
    entity(WARDEN, "warden", P17=[claim(REEDLAND)]),
]


def write_dump(path: Path, *entities: dict[str, object], extra: tuple[str, ...] = ()) -> Path:
    lines = [*(json.dumps(e, ensure_ascii=False) for e in entities), *extra]
    path.write_bytes(("[\n" + ",\n".join(lines) + "\n]\n").encode())
    return path


def read(path: Path, knowledge: Knowledge) -> tuple[list[tuple[str, ...]], ImportCounts]:
    counts = ImportCounts()
    return list(actor_rows(path, knowledge, counts)), counts


def test_a_term_becomes_a_row(tmp_path: Path, knowledge: Knowledge) -> None:
    term = claim(TIDES, P580=day("2001-02-03"), P582=day("2004-05-00", 10))
    ilse = person(ILSE, "Ilse Vantongeren", term, aliases=("Ilse V.", "Vantongeren", "one; two"))
    rows, counts = read(write_dump(tmp_path / "dump.json", ilse, *POSTS), knowledge)
    assert rows == [
        ("Ilse Vantongeren", "Ilse V.", "PER", "GOV", "Prime Minister of Peru", "2001-02-03", "2004-05", ILSE)
    ]
    assert (counts.entities, counts.persons, counts.written) == (6, 1, 1)
    assert (counts.bad_lines, counts.skipped) == (0, {})


def test_an_office_without_its_state_is_given_it(tmp_path: Path, knowledge: Knowledge) -> None:
    jan = person(JAN, "Jan Op de Beeck", claim(MAYOR, P580=day("1999-00-00", 9)))
    rows, _ = read(write_dump(tmp_path / "dump.json", *POSTS, jan), knowledge)
    assert rows == [("Jan Op de Beeck", "", "PER", "GOV", "Minister of Tides of Peru", "1999", "", JAN)]


def test_a_country_may_be_told_by_its_code_in_the_dump(tmp_path: Path, knowledge: Knowledge) -> None:
    jan = person(JAN, "Jan Op de Beeck", claim(WARDEN, P580=day("1999-00-00", 9)))
    ((_, _, code, _, office, *_),), _ = read(write_dump(tmp_path / "dump.json", jan, *POSTS), knowledge)
    assert (code, office) == ("BOL", "Warden of Bolivia")


def test_a_label_for_all_languages_serves(tmp_path: Path, knowledge: Knowledge) -> None:
    ilse = person(ILSE, None, claim(TIDES, P580=day("2001-02-03")))
    ilse["labels"] = {"mul": {"value": "Ilse Vantongeren"}}
    rows, _ = read(write_dump(tmp_path / "dump.json", ilse, *POSTS), knowledge)
    assert rows[0][0] == "Ilse Vantongeren"


@pytest.mark.parametrize(
    ("name", "term", "reason"),
    [
        (None, claim(TIDES, P580=day("2001-02-03")), "person_without_label"),
        ("Ilse", claim(TIDES), "undated"),
        ("Ilse", claim(TIDES, P580=day("1900-00-00", 7)), "undated"),
        ("Ilse", claim(TIDES, P580=day("2001-02-03"), P582=[{"snaktype": "somevalue"}]), "end_unknown"),
        ("Ilse", claim(TIDES, P580=day("2001-02-03"), P582=day("1999-01-01")), "ends_before_it_begins"),
        ("Ilse", claim("Q404", P580=day("2001-02-03")), "position_without_label"),
        ("Ilse", claim(PERU, P580=day("2001-02-03")), "no_country"),
        ("Ilse", {"mainsnak": {"snaktype": "somevalue"}, "qualifiers": {"P580": day("2001-02-03")}}, "no_position"),
        ("Ilse", claim(TIDES, P580=day("2001-02-03")) | {"rank": "deprecated"}, "deprecated"),
    ],
)
def test_what_cannot_be_used_is_counted(
    tmp_path: Path, knowledge: Knowledge, name: str | None, term: dict[str, object], reason: str
) -> None:
    rows, counts = read(write_dump(tmp_path / "dump.json", person(ILSE, name, term), *POSTS), knowledge)
    assert (rows, counts.written, dict(counts.skipped)) == ([], 0, {reason: 1})


def test_a_term_that_ends_in_the_year_it_begins_is_kept(tmp_path: Path, knowledge: Knowledge) -> None:
    ilse = person(ILSE, "Ilse Vantongeren", claim(TIDES, P580=day("2001-05-01"), P582=day("2001-00-00", 9)))
    rows, _ = read(write_dump(tmp_path / "dump.json", ilse, *POSTS), knowledge)
    assert rows[0][5:7] == ("2001-05-01", "2001")


def test_bad_lines_are_counted_and_passed_over(tmp_path: Path, knowledge: Knowledge) -> None:
    ilse = person(ILSE, "Ilse Vantongeren", claim(TIDES, P580=day("2001-02-03")))
    extra = ("half an entity", '{"id": "Q1", "claims": {"P39": }}', '{"type": "property", "id": "P39", "x": "P39"}')
    rows, counts = read(write_dump(tmp_path / "dump.json", ilse, *POSTS, extra=extra), knowledge)
    assert len(rows) == 1
    assert (counts.entities, counts.bad_lines) == (7, 2)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_a_packed_dump_gives_the_same_rows(
    tmp_path: Path, knowledge: Knowledge, pack: Callable[[bytes], bytes]
) -> None:
    ilse = person(ILSE, "Ilse Vantongeren", claim(TIDES, P580=day("2001-02-03")))
    plain = write_dump(tmp_path / "dump.json", ilse, *POSTS)
    packed = tmp_path / "dump.packed"
    packed.write_bytes(pack(plain.read_bytes()))
    assert read(packed, knowledge) == read(plain, knowledge)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_a_dump_that_breaks_off_is_an_error(
    tmp_path: Path, knowledge: Knowledge, pack: Callable[[bytes], bytes]
) -> None:
    broken = tmp_path / "dump.packed"
    broken.write_bytes(pack(write_dump(tmp_path / "dump.json", *POSTS).read_bytes())[:-20])
    with pytest.raises(InputError, match=r"dump\.packed: cannot be read to its end"):
        read(broken, knowledge)


def test_a_file_without_entities_is_an_error(tmp_path: Path, knowledge: Knowledge) -> None:
    other = tmp_path / "reeds.txt"
    other.write_text("reeds\nand more reeds\n")
    with pytest.raises(InputError, match="no Wikidata entity"):
        read(other, knowledge)


def test_a_missing_dump_is_wrong_usage(tmp_path: Path, knowledge: Knowledge) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read(tmp_path / "none.json", knowledge)


def test_the_progress_runs_twice_to_the_end(tmp_path: Path, knowledge: Knowledge) -> None:
    told: list[tuple[int, int, int]] = []
    path = write_dump(tmp_path / "dump.json", *POSTS)
    list(actor_rows(path, knowledge, ImportCounts(), lambda *step: told.append(step)))
    size = path.stat().st_size
    assert [step for step in told if step[1] == size][-1] == (2, size, size)
    assert {turn for turn, _, _ in told} == {1, 2}


def test_the_rows_are_a_table_for_actors(tmp_path: Path, knowledge: Knowledge) -> None:
    ilse = person(ILSE, "Ilse Vantongeren", claim(TIDES, P580=day("2001-02-03")))
    rows, _ = read(write_dump(tmp_path / "dump.json", ilse, *POSTS), knowledge)
    table = tmp_path / "holders.csv"
    with table.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows((ACTOR_COLUMNS, *rows))
    name = load_knowledge(table).person("Ilse Vantongeren")
    assert name is not None
    assert (name.code, name.office, name.wikidata_id) == ("PER", "Prime Minister of Peru", ILSE)
