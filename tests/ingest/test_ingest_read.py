from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.ingest import ReadOptions, parse_mapping, read_inputs
from dragoman.model.document import RawDocument

TEXT = "Envoys from Tarsis met in Port Hallow on Monday."


def read(paths: Sequence[object], *, warnings: list[str] | None = None, **options: object) -> list[RawDocument]:
    heard = warnings if warnings is not None else []
    return list(read_inputs([str(path) for path in paths], options=ReadOptions(**options), warn=heard.append))  # type: ignore[arg-type]


def jsonl(path: Path, *rows: object) -> Path:
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
    return path


def reasons(documents: Sequence[RawDocument]) -> list[str | None]:
    return [document.problem[0] if document.problem else None for document in documents]


# plain text


@pytest.mark.parametrize("header", [" date 2022-02-03 ", "date 2022-02-03\n\n", "\ufeffDate: 2022-02-03\r\n"])
def test_a_date_header_is_taken_off_with_the_white_space_after_it(tmp_path: Path, header: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes((header + TEXT + "\r\n\r\n  Two  blanks.\n").encode())
    (document,) = read([path])
    assert document.published == date(2022, 2, 3)
    assert document.text == TEXT + "\r\n\r\n  Two  blanks.\n"
    assert document.raw_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_text_without_a_header_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(f"\n\n  {TEXT}\n".encode())
    (document,) = read([path])
    assert document.text == f"\n\n  {TEXT}\n"
    assert document.published is None
    assert document.id == document.source == str(path)


def test_a_word_date_in_prose_is_no_header(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Date 2022-02-03x of the talks is open.")
    assert read([path])[0].text.startswith("Date 2022")


def test_an_impossible_header_date_leaves_the_report_undated_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(f"date 2022-02-31 {TEXT}")
    heard: list[str] = []
    (document,) = read([path], warnings=heard, date=date(2020, 1, 1))
    assert (document.text, document.published, document.problem) == (TEXT, None, None)
    assert "2022-02-31" in heard[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("“Zoë 🕊”".encode(encoding))
    assert read([path])[0].text == "“Zoë 🕊”"


def test_windows_1252_is_guessed_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("The “accord” of Zoë".encode("cp1252"))
    heard: list[str] = []
    (document,) = read([path], warnings=heard)
    assert document.text == "The “accord” of Zoë"
    assert "Windows-1252" in heard[0]


def test_a_named_encoding_is_used(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("Łódź".encode("iso8859-2"))
    assert read([path], encoding="iso8859-2")[0].text == "Łódź"


def test_binary_undecodable_and_empty_files_are_error_rows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "b.txt").write_bytes(b"caf\xe9 \x81")
    (tmp_path / "c.txt").write_bytes(b" \n ")
    (tmp_path / "d.txt").write_text("date 2020-01-01\n")
    (tmp_path / "e.pdf").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "f.docx").write_bytes(b"PK\x03\x04...")
    (tmp_path / "g.jsonl").write_bytes(b"\n")
    documents = read([tmp_path])
    expected = ["binary", "bad_encoding", "empty_text", "empty_text", "unknown_kind", "unknown_kind", "empty_input"]
    assert reasons(documents) == expected
    assert "known kinds are csv, json, jsonl, text, tsv" in str(documents[4].problem)


# JSON


def test_aliases_fill_the_fields(tmp_path: Path) -> None:
    row = {
        "doc_id": 7, "Publication Date": "20200131", "headline": "Talks", "event_text": TEXT, "link": "http://x.test",
        "source": "Port Hallow Post", "lang": "en",
    }  # fmt: skip
    (document,) = read([jsonl(tmp_path / "r.jsonl", row)])
    assert document.id == "7"
    assert (document.published, document.title, document.text) == (date(2020, 1, 31), "Talks", TEXT)
    assert (document.url, document.publisher, document.language) == ("http://x.test", "Port Hallow Post", "en")


def test_the_fields_own_name_goes_before_its_aliases(tmp_path: Path) -> None:
    row = {"body": "Not this.", "text": TEXT, "published": "2020-01-02", "date": ""}
    (document,) = read([jsonl(tmp_path / "r.jsonl", row)])
    assert (document.text, document.published) == (TEXT, date(2020, 1, 2))


def test_a_mapping_names_other_keys(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "r.jsonl", {"Body": TEXT, "Ref": "a", "text": "Not this."})
    (document,) = read([path], mapping=parse_mapping(["text=Body", "id=Ref"]))
    assert (document.id, document.text) == ("a", TEXT)


def test_one_bad_line_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    lines = [
        json.dumps({"id": "a", "text": TEXT}).encode(),
        b'{"id": "b", "text": ',
        b"",
        b"[1, 2]",
        json.dumps({"id": "c"}).encode(),
        json.dumps({"id": "d", "text": 5}).encode(),
        json.dumps({"id": "e", "text": " "}).encode(),
        b'{"id": "f", "text": "half \\ud83d of it"}',
        b'{"id": "g", "text": "\x81"}',
        b'{"id": "h", "text": "caf\xe9"}',
        b"[" * 100_000,
        json.dumps({"id": "i", "text": None}).encode(),
        json.dumps({"id": "z", "text": TEXT}).encode(),
    ]
    path.write_bytes(b"\n".join(lines))
    heard: list[str] = []
    documents = read([path], warnings=heard)
    assert reasons(documents) == [
        *(None, "bad_json", "bad_row", "no_text", "bad_text", "empty_text", "bad_unicode", "bad_encoding"),
        *(None, "bad_json", "empty_text", None),
    ]
    assert documents[1].source == f"{path} line 2"
    assert documents[1].id == f"{path}#2"
    assert documents[2].source == f"{path} line 4"
    assert [document.id for document in documents if document.problem is None] == ["a", "h", "z"]
    assert documents[6].id == "f"
    assert documents[0].raw_sha256 == hashlib.sha256(lines[0]).hexdigest()
    assert len(heard) == 1
    for document in documents:
        document.text.encode()  # nothing later may stumble over a lone surrogate


def test_a_date_that_cannot_be_read_warns_and_takes_no_default(tmp_path: Path) -> None:
    path = jsonl(
        tmp_path / "r.jsonl", {"text": TEXT, "date": "31.02.2020"}, {"text": TEXT}, {"text": TEXT, "date": [1]}
    )
    heard: list[str] = []
    documents = read([path], warnings=heard, date=date(2021, 5, 6))
    assert [document.published for document in documents] == [None, date(2021, 5, 6), None]
    assert reasons(documents) == [None, None, None]
    assert [line.split(":")[0] for line in heard] == [f"{path} line 1", f"{path} line 3"]


def test_a_forced_date_replaces_every_other(tmp_path: Path) -> None:
    path = jsonl(
        tmp_path / "r.jsonl", {"text": TEXT, "date": "2020-01-01T00:00:00Z"}, {"text": TEXT, "date": "rubbish"}
    )
    documents = read([path], force_date=date(2021, 5, 6))
    assert [(document.published, document.published_at) for document in documents] == [(date(2021, 5, 6), None)] * 2


def test_published_at_keeps_the_moment(tmp_path: Path) -> None:
    (document,) = read([jsonl(tmp_path / "r.jsonl", {"text": TEXT, "published_at": "2020-01-31T22:00:00-05:00"})])
    assert (document.published, document.published_at) == (date(2020, 1, 31), "2020-01-31T22:00:00-05:00")


def test_json_text_is_taken_as_it_is(tmp_path: Path) -> None:
    text = "  date 2020-01-01 \r\n“odd”\u2028quotes  "
    (document,) = read([jsonl(tmp_path / "r.jsonl", {"text": text})])
    assert document.text == text


def test_json_lists_and_single_objects_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"text": TEXT}, 3, {"id": "x", "text": TEXT}], indent=1))
    (tmp_path / "b.json").write_text(json.dumps({"text": TEXT}, indent=1))
    jsonl(tmp_path / "c.json", {"text": TEXT}, {"text": TEXT})
    (tmp_path / "d.json").write_text('[{"text": "One."}, {"text": ')
    documents = read([tmp_path])
    ids = ["a.json#1", "a.json#2", "x", "b.json", "c.json#1", "c.json#2", "d.json#1", "d.json#2"]
    assert [document.id for document in documents] == ids
    assert reasons(documents) == [None, "bad_row", None, None, None, None, None, "bad_json"]


def test_utf16_json_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_bytes((json.dumps({"text": "Zoë"}, ensure_ascii=False) + "\n").encode("utf-16"))
    assert read([path])[0].text == "Zoë"


# tables


def test_tables_are_read_with_their_delimiter(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('id,date,text\n1,2020-01-31,"One, two\nthree."\n\n2,,Four.\n')
    (tmp_path / "b.csv").write_text("\ufeffid;text\n3;Five, six.\n")
    (tmp_path / "c.tsv").write_text("id\tbody\n4\tSeven.\n")
    documents = read([tmp_path])
    assert [(document.id, document.text) for document in documents] == [
        ("1", "One, two\nthree."),
        ("2", "Four."),
        ("3", "Five, six."),
        ("4", "Seven."),
    ]
    assert documents[0].published == date(2020, 1, 31)
    assert documents[0].raw_sha256 == hashlib.sha256(b'1,2020-01-31,"One, two\nthree."\n').hexdigest()


def test_a_broken_row_is_an_error_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id,text\n1,One\n2,Two,three\n3\n4,\x81\n5,Five\n")
    documents = read([tmp_path / "a.csv"])
    assert reasons(documents) == [None, "bad_row", "no_text", "bad_row", None]
    assert documents[1].source.endswith("line 3")


def test_long_cells_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\n" + "word " * 100_000 + "\n")
    assert len(read([tmp_path / "a.csv"])[0].text) == 500_000


# inputs


def test_a_folder_is_read_in_order_of_relative_path_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", ".hidden.txt", ".git/x.txt", "a/.b"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    assert [document.id for document in read([tmp_path])] == ["a.txt", "a/z.txt", "b.txt"]


def test_globs_are_read_in_order(tmp_path: Path) -> None:
    for name in ("2.txt", "1.txt", "x.md"):
        (tmp_path / name).write_text(TEXT)
    assert [Path(document.id).name for document in read([tmp_path / "*.txt"])] == ["1.txt", "2.txt"]
    assert len(read([tmp_path / "**"])) == 3


def test_a_second_report_with_an_id_is_an_error_row(tmp_path: Path) -> None:
    path = jsonl(
        tmp_path / "r.jsonl", {"id": "a", "text": "One."}, {"id": "a", "text": "Two."}, {"id": "b", "text": "Three."}
    )
    documents = read([path, path])
    assert reasons(documents) == [None, "duplicate_id", None, "duplicate_id", "duplicate_id", "duplicate_id"]
    assert documents[1].text == "Two."


def test_files_of_the_same_name_in_two_folders_are_two_reports(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "r.txt").write_text(TEXT)
    documents = read([tmp_path / "one", tmp_path / "two"])
    assert [document.id for document in documents] == ["r.txt", str(tmp_path / "two" / "r.txt")]
    assert reasons(documents) == [None, None]


def test_standard_input_is_told_by_its_content() -> None:
    def kinds(data: bytes) -> list[str]:
        return [document.text for document in read_inputs(["-"], stdin=io.BytesIO(data))]

    assert kinds(TEXT.encode()) == [TEXT]
    assert kinds(b'{"text": "One."}\n{"text": "Two."}\n') == ["One.", "Two."]
    assert kinds(b'[{"text": "One."}]') == ["One."]
    assert kinds(gzip.compress(b'{"text": "One."}')) == ["One."]
    assert kinds(b"[Photo] A ship") == ["[Photo] A ship"]


def test_the_kind_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "r.dat").write_text("text\nOne.\n")
    assert [document.text for document in read([tmp_path / "r.dat"], kind="csv")] == ["One."]
    with pytest.raises(UsageError, match="known kinds are csv, json, jsonl, text, tsv"):
        read([tmp_path / "r.dat"], kind="telegram")


@pytest.mark.parametrize("given", ["missing.txt", "*.nothing", "x" * 5000, "empty"])
def test_input_that_is_not_there_is_wrong_usage(tmp_path: Path, given: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError):
        read_inputs([str(tmp_path / given)])  # at once, not at the first report


def test_no_input_and_standard_input_twice_are_wrong_usage() -> None:
    with pytest.raises(UsageError):
        read_inputs([])
    with pytest.raises(UsageError):
        read_inputs(["-", "-"])


def test_unknown_fields_and_encodings_are_wrong_usage() -> None:
    with pytest.raises(UsageError, match="fields are id, date"):
        ReadOptions(mapping={"txt": "Body"})
    with pytest.raises(UsageError, match="encoding"):
        ReadOptions(encoding="klingon")
    with pytest.raises(UsageError, match="FIELD=COLUMN"):
        parse_mapping(["text"])


# compression


def compressed(data: bytes, ending: str) -> bytes:
    if ending == "gz":
        return gzip.compress(data)
    if ending == "bz2":
        return bz2.compress(data)
    zstandard = pytest.importorskip("zstandard")
    packed: bytes = zstandard.ZstdCompressor().compress(data)
    return packed


@pytest.mark.parametrize("name", ["r.jsonl.gz", "r.jsonl.bz2", "r.jsonl.zst"])
def test_compressed_input_is_read_as_it_is(tmp_path: Path, name: str) -> None:
    data = b'{"text": "One."}\n{"text": "Two."}\n'
    (tmp_path / name).write_bytes(compressed(data, name.rpartition(".")[2]))
    documents = read([tmp_path])
    assert [document.text for document in documents] == ["One.", "Two."]
    assert documents[0].id == f"{name}#1"


@pytest.mark.parametrize("ending", ["gz", "bz2", "zst"])
def test_damaged_compression_is_an_error_row_after_what_could_be_read(tmp_path: Path, ending: str) -> None:
    rows = b"".join(b'{"text": "Report %d of the ferry line."}\n' % n for n in range(50_000))
    packed = compressed(rows, ending)
    (tmp_path / f"r.jsonl.{ending}").write_bytes(packed[: len(packed) // 2] + b"\x00\xff" * 50)
    (tmp_path / "s.txt").write_text(TEXT)
    documents = read([tmp_path])
    assert documents[-1].text == TEXT
    assert documents[-2].problem is not None


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.jsonl.zst"
    path.write_bytes(b"\x28\xb5\x2f\xfd....")
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(UsageError, match=r"pip install dragoman\[zstd\]"):
        read([path])


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "r.jsonl", *({"text": f"Report {n}."} for n in range(3)))
    stream = read_inputs([str(path)])
    assert next(stream).text == "Report 0."
