"""Whom short names, offices and plurals could mean, with what speaks for each and why nobody was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.actors import ActorReader
from dragoman.actors.choice import Considered, choose_only, distinct
from dragoman.actors.register import Draft
from dragoman.kb.load import Knowledge, load_knowledge
from dragoman.model.actor import Resolution
from dragoman.model.layers import ActorLayer, Layers, Mention
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import at, document, tree

AMA, KOFI = Draft("Ama Darko", "person"), Draft("Kofi Darko", "person")
SPAN = Span(0, 5)
MET = "Ama/NNP/compound>Darko Darko/NNP/nsubj>met met|meet/VBD Kofi/NNP/compound>Darko#2 Darko/NNP/dobj>met"
MINISTERS = (
    "Ghanaian/JJ/amod>Darko minister/NN/compound>Darko Darko/NNP/nsubj>met met|meet/VBD "
    "Togolese/JJ/amod>Mensah minister/NN/compound>Mensah Mensah/NNP/dobj>met"
)


def read(knowledge: Knowledge, *notations: str, names: dict[str, str]) -> tuple[list[Tree], ActorLayer]:
    """The actors of the sentences; `names` gives names, of one or two words, their labels."""
    trees: list[Tree] = []
    mentions = []
    for n, notation in enumerate(notations):
        trees.append(tree(notation, sentence=n, offset=trees[-1][-1].end + 2 if trees else 0))
        taken: set[int] = set()
        for words in sorted(names, key=len, reverse=True):
            parts = words.split()
            for i in range(len(trees[n]) - len(parts) + 1):
                tokens = trees[n].tokens[i : i + len(parts)]
                if [t.text for t in tokens] == parts and i not in taken:
                    taken |= {t.i for t in tokens}
                    span = Span(tokens[0].start, tokens[-1].end)
                    mentions.append(Mention(span, n, i, tokens[-1].i, names[words], knowledge.lookup(words)))
    mentions.sort(key=lambda m: (m.span.start, -m.span.end))
    layers = Layers(document(*trees), tuple(trees), tuple(mentions), places=(), quotes=())
    actors = ActorReader(knowledge).run(layers).actors
    assert actors is not None
    return trees, actors


def told(actors: ActorLayer, asked: str) -> tuple[list[str], str | None, dict[str, tuple[str, ...]]]:
    """Names of those chosen last for words of this sort, the reason for nobody, and the candidates' features."""
    resolution: Resolution = [r for r in actors.resolutions if r.asked == asked][-1]
    names = {e.id: e.name for e in actors.entities}
    return [names[c] for c in resolution.chosen], resolution.reason, {c.name: c.features for c in resolution.candidates}


def test_the_only_candidate_is_chosen() -> None:
    choice = choose_only(SPAN, "name", [Considered(AMA, ("same_surname",))], several="two")
    assert (choice.only, choice.reason) == (AMA, None)


def test_between_two_only_the_deciding_feature_decides() -> None:
    both = [Considered(AMA, ("same_surname", "title_agrees")), Considered(KOFI, ("same_surname",))]
    assert choose_only(SPAN, "name", both, several="two", deciding="title_agrees").only is AMA
    assert choose_only(SPAN, "name", both, several="two").reason == "two"


def test_without_candidates_nobody_is_chosen() -> None:
    assert choose_only(SPAN, "name", [], several="two").reason == "nobody_named"


def test_what_speaks_for_one_is_told_together() -> None:
    assert distinct([Considered(AMA, ("a",)), Considered(AMA, ("b", "a"))]) == [Considered(AMA, ("a", "b"))]


def test_a_surname_of_two_is_nobodys_and_says_why(knowledge: Knowledge) -> None:
    names = {"Ama Darko": "PERSON", "Kofi Darko": "PERSON", "Darko": "PERSON"}
    _, actors = read(knowledge, MET, "Darko/NNP/nsubj>left left|leave/VBD", names=names)
    features = {"Ama Darko": ("same_surname",), "Kofi Darko": ("same_surname",)}
    assert told(actors, "name") == ([], "two_of_one_surname", features)


def test_a_title_tells_two_of_one_surname_apart(knowledge: Knowledge) -> None:
    names = {"Ama Darko": "PERSON", "Kofi Darko": "PERSON", "Darko": "PERSON"}
    titled = "Mrs./NNP/compound>Darko " + MET
    _, actors = read(knowledge, titled, "Mrs./NNP/compound>Darko Darko/NNP/nsubj>left left|leave/VBD", names=names)
    chosen, reason, features = told(actors, "name")
    assert (chosen, reason) == (["Ama Darko"], None)
    assert features["Ama Darko"] == ("same_surname", "title_agrees")


@pytest.mark.parametrize(
    ("nation", "chosen", "reason"),
    [("Ghanaian", ["Darko"], None), ("Chadian", [], "holder_of_another_country")],
)
def test_an_office_is_held_by_who_is_of_its_country(
    knowledge: Knowledge, nation: str, chosen: list[str], reason: str | None
) -> None:
    asked = f"the/DT/det>minister {nation}/JJ/amod>minister minister/NN/nsubj>left left|leave/VBD"
    names = dict.fromkeys(("Ghanaian", "Togolese", "Chadian"), "NORP") | {"Darko": "PERSON", "Mensah": "PERSON"}
    _, actors = read(knowledge, MINISTERS, asked, names=names)
    found = told(actors, "office")
    assert found[:2] == (chosen, reason)
    assert "country_differs" in found[2]["Mensah"]


def test_an_office_that_the_report_gives_nobody_says_so(knowledge: Knowledge) -> None:
    asked = "the/DT/det>minister Chadian/JJ/amod>minister minister/NN/nsubj>left left|leave/VBD"
    _, actors = read(knowledge, asked, names={"Chadian": "NORP"})
    assert told(actors, "office") == ([], "no_holder_known", {})


def test_a_plural_of_whom_nobody_is_told_has_no_members(knowledge: Knowledge) -> None:
    _, actors = read(knowledge, "both/DT/det>countries countries|country/NNS/nsubj>left left|leave/VBD", names={})
    assert told(actors, "group") == ([], "plural_without_members", {})


def test_a_rank_is_its_only_bearer_and_of_two_nobody(knowledge: Knowledge) -> None:
    first = "Major/NNP/compound>Darko Darko/NNP/nsubj>left left|leave/VBD"
    second = "Major/NNP/compound>Mensah Mensah/NNP/nsubj>left left|leave/VBD"
    asked = "the/DT/det>major major/NN/nsubj>left left|leave/VBD"
    names = {"Darko": "PERSON", "Mensah": "PERSON"}
    trees, actors = read(knowledge, first, asked, names=names)
    assert [r.name for r in actors.references[(1, at(trees[1], "major"))]] == ["Darko"]
    _, actors = read(knowledge, first, second, asked, names=names)
    assert told(actors, "rank")[:2] == ([], "two_of_one_rank")


def test_the_rebels_are_the_one_armed_group_named(knowledge: Knowledge) -> None:
    told_of = "ELN/NNP/nsubj>left left|leave/VBD"
    asked = "the/DT/det>rebels rebels|rebel/NNS/nsubj>left left|leave/VBD"
    _, actors = read(knowledge, told_of, asked, names={"ELN": "ORG"})
    assert len(told(actors, "nominal")[0]) == 1
    other = "Boko/NNP/compound>Haram Haram/NNP/nsubj>left left|leave/VBD"
    _, actors = read(knowledge, told_of, other, asked, names={"ELN": "ORG", "Boko Haram": "ORG"})
    assert told(actors, "nominal")[1] == "two_armed_groups"


def test_the_users_table_wins_and_its_wikidata_id_is_kept(tmp_path: Path) -> None:
    table = tmp_path / "actors.csv"
    table.write_text("name,code,sector,wikidata_id\nELN,NGO,SOC,Q42\n")
    _, ours = read(load_knowledge(), "ELN/NNP/nsubj>left left|leave/VBD", names={"ELN": "ORG"})
    _, theirs = read(load_knowledge(table), "ELN/NNP/nsubj>left left|leave/VBD", names={"ELN": "ORG"})
    assert [(e.code, e.sector) for e in ours.entities] == [("COL", "REB")]
    assert [(e.code, e.sector, e.wikidata_id) for e in theirs.entities] == [("NGO", "SOC", "Q42")]
