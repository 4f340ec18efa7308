"""What a noun phrase says by its shape: its words, the office beside a name, what it stands for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.actors.home import dateline_country, home_country, local_country, town_weights
from dragoman.actors.phrase import (
    called_at,
    has_determiner,
    is_plural,
    is_stranger,
    is_subject,
    left_words,
    naming_span,
    phrase_span,
)
from dragoman.actors.pronouns import PronounReader, fronted_subject, refer_back
from dragoman.actors.register import Draft, Register
from dragoman.actors.salience import OBJECT, OTHER, SUBJECT, Referred, Salience
from dragoman.actors.titles import TitleReader
from dragoman.kb.load import Knowledge
from dragoman.model.actor import EntityType
from dragoman.model.layers import Mention, PlaceMention
from dragoman.model.span import Span
from dragoman.model.tree import Tree
from trees import at, document, text_of, tree


def named(sentence: Tree, words: str, label: str, knowledge: Knowledge | None = None) -> Mention:
    """The mention of these words; what the tables say of them where `knowledge` is given."""
    parts = words.split()
    first = at(sentence, parts[0])
    last = first + len(parts) - 1
    span = Span(sentence[first].start, sentence[last].end)
    return Mention(span, sentence.sentence, first, last, label, knowledge.lookup(words) if knowledge else None)


class TestPhrases:
    @pytest.mark.parametrize(
        ("notation", "head", "words"),
        [
            (
                "the/DT/det>troops Iraqi/JJ/amod>troops troops|troop/NNS/nsubj>left left|leave/VBD",
                "troops",
                "Iraqi troops",
            ),
            ("six/CD/nummod>Iraqis Iraqis|iraqi/NNPS/nsubj>left left|leave/VBD", "Iraqis", "six Iraqis"),
            (
                "Libya/NNP/poss>army ~'s/POS/case>Libya army/NN/nsubj>left left|leave/VBD",
                "army",
                "Libya's army",
            ),
            ("left|leave/VBD the/DT/det>army army/NN/dobj>left", "army", "army"),
            (
                "anti/NN/nmod>raid ~-/HYPH/punct>raid ~drug/NN/nmod>raid raid/NN/nsubj>failed failed|fail/VBD",
                "raid",
                "anti-drug raid",
            ),
        ],
    )
    def test_the_naming_words_leave_out_articles_and_other_phrases(self, notation: str, head: str, words: str) -> None:
        sentence = tree(notation)
        assert naming_span(sentence, at(sentence, head)).of(text_of(sentence)) == words

    @pytest.mark.parametrize(
        ("notation", "words"),
        [
            (
                "a/DT/det>team team/NN/nsubj>left of/IN/prep>team traders|trader/NNS/pobj>of left|leave/VBD",
                "team of traders",
            ),
            ("a/DT/det>team team/NN/nsubj>left from/IN/prep>team Togo/NNP/pobj>from left|leave/VBD", "team"),
        ],
    )
    def test_what_the_head_is_of_belongs_to_the_phrase(self, notation: str, words: str) -> None:
        sentence = tree(notation)
        assert phrase_span(sentence, at(sentence, "team")).of(text_of(sentence)) == words

    def test_the_words_to_the_left_stop_at_verbs_and_punctuation(self) -> None:
        sentence = tree(
            "said|say/VBD Ghana/NNP/poss>minister ~'s/POS/case>Ghana trade/NN/compound>minister "
            "minister/NN/compound>Darko Darko/NNP/nsubj>said"
        )
        assert [t.text for t in left_words(sentence, at(sentence, "Darko"))] == ["Ghana", "'s", "trade", "minister"]

    def test_number_and_role_are_read_from_tags(self) -> None:
        sentence = tree("the/DT/det>rebels rebels|rebel/NNS/nsubj>left left|leave/VBD")
        assert is_plural(sentence[1])
        assert is_subject(sentence[1])
        assert has_determiner(sentence, 1, "the")
        assert not has_determiner(sentence, 1, "a")

    def test_a_suspect_or_passenger_is_a_stranger(self) -> None:
        suspect = tree("suspect/NN/compound>Darko Darko/NNP/nsubj>left left|leave/VBD")
        assert is_stranger(suspect, suspect[1])
        known = tree(
            "a/DT/det>man man/NN/nsubj>left identified|identify/VBN/acl>man as/IN/prep>identified "
            "Darko/NNP/pobj>as left|leave/VBD"
        )
        assert is_stranger(known, known[at(known, "Darko")])

    def test_who_meets_a_suspect_is_no_stranger(self) -> None:
        sentence = tree("lawyer/NN/compound>Darko Darko/NNP/nsubj>met met|meet/VBD suspects|suspect/NNS/dobj>met")
        assert not is_stranger(sentence, sentence[1])

    @pytest.mark.parametrize(
        "words",
        [
            "who/WP/nsubj>called called|call/VBD/relcl>trader himself/PRP/dobj>called Darko/NNP/oprd>called",
            "who/WP/nsubj>named identified|identify/VBD/relcl>trader himself/PRP/dobj>identified "
            "as/IN/prep>identified Darko/NNP/pobj>as",
            "named|name/VBN/acl>trader Darko/NNP/oprd>named",
        ],
    )
    def test_a_clause_gives_the_noun_its_name(self, words: str) -> None:
        sentence = tree(
            f"a/DT/det>trader trader/NN/nsubj>left {words} left|leave/VBD".replace(">named i", ">identified i")
        )
        assert called_at(sentence, 1) == at(sentence, "Darko")

    def test_whom_a_man_calls_is_not_himself(self) -> None:
        sentence = tree(
            "a/DT/det>trader trader/NN/nsubj>left who/WP/nsubj>praised praised|praise/VBD/relcl>trader "
            "Darko/NNP/dobj>praised left|leave/VBD"
        )
        assert called_at(sentence, 1) is None


class TestTitles:
    def test_an_office_before_the_name_with_its_state(self, knowledge: Knowledge) -> None:
        sentence = tree(
            "Ghana/NNP/poss>Darko ~'s/POS/case>Ghana Foreign/NNP/compound>Darko Minister/NNP/compound>Darko "
            "Ama/NNP/compound>Darko Darko/NNP/nsubj>left left|leave/VBD"
        )
        ghana = named(sentence, "Ghana", "GPE", knowledge)
        title = TitleReader(knowledge).read(sentence, named(sentence, "Ama Darko", "PERSON"), [ghana])
        assert title is not None
        assert title.words.of(text_of(sentence)) == "Foreign Minister"
        assert (title.body, title.former, title.role.sector) == (ghana, False, "GOV")

    def test_an_office_in_apposition_after_the_name(self, knowledge: Knowledge) -> None:
        sentence = tree(
            "Ama/NNP/compound>Darko Darko/NNP/nsubj>left ,/,/punct>Darko the/DT/det>president "
            "president/NN/appos>Darko of/IN/prep>president Ghana/NNP/pobj>of ,/,/punct>Darko left|leave/VBD"
        )
        ghana = named(sentence, "Ghana", "GPE", knowledge)
        title = TitleReader(knowledge).read(sentence, named(sentence, "Ama Darko", "PERSON"), [ghana])
        assert title is not None
        assert title.words.of(text_of(sentence)) == "president"
        assert title.body == ghana

    def test_a_clause_after_the_name_is_no_apposition(self, knowledge: Knowledge) -> None:
        sentence = tree(
            "Ama/NNP/compound>Darko Darko/NNP/nsubj>left left|leave/VBD/ccomp>said ,/,/punct>said "
            "police|police/NNS/nsubj>said said|say/VBD"
        )
        assert TitleReader(knowledge).read(sentence, named(sentence, "Ama Darko", "PERSON"), []) is None

    @pytest.mark.parametrize(
        "word",
        [
            "ousted",
            "deposed",
            "former",
        ],
    )
    def test_who_held_the_office_once_is_former(self, knowledge: Knowledge, word: str) -> None:
        sentence = tree(
            f"{word}/JJ/amod>president president/NN/compound>Darko Ama/NNP/compound>Darko "
            f"Darko/NNP/nsubj>left left|leave/VBD"
        )
        title = TitleReader(knowledge).read(sentence, named(sentence, "Ama Darko", "PERSON"), [])
        assert title is not None
        assert title.former

    def test_who_speaks_for_somebody_is_not_that_person(self, knowledge: Knowledge) -> None:
        sentence = tree(
            "spokesman/NN/nsubj>left for/IN/prep>spokesman Ama/NNP/compound>Darko Darko/NNP/pobj>for left|leave/VBD"
        )
        assert TitleReader(knowledge).read(sentence, named(sentence, "Ama Darko", "PERSON"), []) is None

    def test_a_role_behind_a_preposition_is_not_the_subjects(self, knowledge: Knowledge) -> None:
        sentence = tree(
            "Besides/IN/prep>met the/DT/det>king king/NN/pobj>Besides ,/,/punct>met Ama/NNP/compound>Darko "
            "Darko/NNP/nsubj>met met|meet/VBD envoys|envoy/NNS/dobj>met"
        )
        assert TitleReader(knowledge).read(sentence, named(sentence, "Ama Darko", "PERSON"), []) is None

    DEPUTY = (
        "the/DT/det>minister deputy/NN/compound>minister minister/NN/nsubj>left for/IN/prep>minister "
        "rural/JJ/amod>roads roads|road/NNS/pobj>for ,/,/punct>minister Ama/NNP/compound>Darko "
        "Darko/NNP/appos>minister "
    )

    def test_a_name_closes_the_phrase_of_its_title(self, knowledge: Knowledge) -> None:
        sentence = tree(self.DEPUTY + ",/,/punct>minister left|leave/VBD")
        title = TitleReader(knowledge).read(sentence, named(sentence, "Ama Darko", "PERSON"), [])
        assert title is not None
        assert title.words.of(text_of(sentence)) == "deputy minister"

    def test_a_name_in_the_middle_of_a_list_has_no_such_title(self, knowledge: Knowledge) -> None:
        sentence = tree(self.DEPUTY + "and/CC/cc>Darko Kofi/NNP/conj>Darko left|leave/VBD")
        assert TitleReader(knowledge).read(sentence, named(sentence, "Ama Darko", "PERSON"), []) is None

    def test_whom_an_alliance_is_against_is_not_its_envoys_body(self, knowledge: Knowledge) -> None:
        sentence = tree(
            "Ama/NNP/compound>Darko Darko/NNP/nsubj>left ,/,/punct>Darko envoy/NN/appos>Darko to/IN/prep>envoy "
            "the/DT/det>front front/NN/pobj>to against/IN/prep>front Togo/NNP/pobj>against ,/,/punct>Darko "
            "left|leave/VBD"
        )
        togo = named(sentence, "Togo", "GPE", knowledge)
        title = TitleReader(knowledge).read(sentence, named(sentence, "Ama Darko", "PERSON"), [togo])
        assert title is not None
        assert title.body is None

    def test_a_rank_tells_the_sector(self, knowledge: Knowledge) -> None:
        sentence = tree("Gen./NNP/compound>Darko Ama/NNP/compound>Darko Darko/NNP/nsubj>left left|leave/VBD")
        assert TitleReader(knowledge).rank_sector(sentence, named(sentence, "Ama Darko", "PERSON")) == "MIL"

    def test_a_name_alone_has_no_title(self, knowledge: Knowledge) -> None:
        sentence = tree("Ama/NNP/compound>Darko Darko/NNP/nsubj>left left|leave/VBD")
        reader = TitleReader(knowledge)
        assert reader.read(sentence, named(sentence, "Ama Darko", "PERSON"), []) is None
        assert reader.rank_sector(sentence, named(sentence, "Ama Darko", "PERSON")) is None


def referred(
    name: str,
    kind: EntityType,
    start: int,
    *,
    code: str | None = None,
    sector: str | None = "GOV",
    plural: bool = False,
) -> Referred:
    return Referred(Draft(name, kind, code, sector), Span(start, start + len(name)), code, sector, plural=plural)


def spoken_of(*references: tuple[int, Referred, bool]) -> Salience:
    salience = Salience()
    for sentence, reference, subject in references:
        salience.note(sentence, reference, rank=SUBJECT if subject else OTHER)
    return salience


def read(sentence: Tree, word: str, salience: Salience) -> list[tuple[str, str]]:
    found = PronounReader().read(sentence, sentence[at(sentence, word)], salience, Register())
    return [(r.draft.name, r.via) for r in found]


GHANA = referred("Ghana", "state", 0, code="GHA")
TOGO = referred("Togo", "state", 10, code="TGO")
AMA = referred("Ama", "person", 20, code="GHA")
KOFI = referred("Kofi", "person", 30, code="TGO")
REBELS = referred("rebels", "population", 40, sector="REB", plural=True)
BODY = referred("Board", "organization", 50)


def later(word: str, tag: str = "PRP", number: int = 1) -> Tree:
    return tree(f"{word}/{tag}/nsubj>left left|leave/VBD", sentence=number, offset=100)


@pytest.fixture(autouse=True)
def _nothing_learnt() -> None:
    """The persons above as no pronoun has told of them yet."""
    AMA.draft.gender = KOFI.draft.gender = None


HOSPITALS = Referred(Draft("hospitals", "organization"), Span(60, 69), "GHA", "MED", plural=True, lemma="hospital")
MINERS = Referred(Draft("their union", "organization"), Span(70, 81), "GHA", "LAB", lemma="union")


def test_a_union_is_one_that_is_told_of() -> None:
    bare = tree("the/DT/det>union union/NN/nsubj>left left|leave/VBD", sentence=1, offset=100)
    assert read(bare, "union", spoken_of((0, HOSPITALS, True))) == []
    assert read(bare, "union", spoken_of((0, HOSPITALS, True), (0, MINERS, False))) == [("their union", "coreference")]
    theirs = tree("their/PRP$/poss>union union/NN/nsubj>left left|leave/VBD", sentence=1, offset=100)
    assert read(theirs, "union", spoken_of((0, MINERS, True))) == []


def test_the_two_leaders_are_named_officials_and_no_children() -> None:
    child = Referred(Draft("child", "person", "TGO"), Span(80, 85), "TGO", "CVL", lemma="child", chain=3)
    woman = Referred(Draft("woman", "person", "TGO"), Span(90, 95), "TGO", "CVL", lemma="woman", chain=3)
    two = tree("two/CD/nummod>leaders leaders|leader/NNS/nsubj>met met|meet/VBD", sentence=1, offset=100)
    salience = spoken_of((0, child, False), (0, woman, False))
    assert read(two, "leaders", salience) == []
    assert [n for n, _ in read(two, "leaders", spoken_of((0, AMA, True), (0, KOFI, False)))] == ["Ama", "Kofi"]


class TestPronouns:
    def test_a_personal_pronoun_is_the_last_subject_person(self) -> None:
        salience = spoken_of((0, AMA, True), (0, KOFI, False), (0, GHANA, False))
        assert read(later("she"), "she", salience) == [("Ama", "coreference")]

    def test_an_object_comes_before_a_possessor(self) -> None:
        salience = Salience()
        salience.note(0, AMA, rank=OBJECT)
        salience.note(0, KOFI, rank=OTHER)
        assert read(later("she"), "she", salience) == [("Ama", "coreference")]

    def test_a_pronoun_keeps_to_the_gender_told_before(self) -> None:
        ama, kofi = referred("Ama", "person", 20), referred("Kofi", "person", 30)
        ama.draft.gender = "she"
        assert read(later("he"), "he", spoken_of((0, ama, True), (0, kofi, False))) == [("Kofi", "coreference")]
        assert read(later("him"), "him", spoken_of((0, ama, True))) == []
        assert kofi.draft.gender == "he"

    def test_a_plural_pronoun_is_people_before_it_is_a_body(self) -> None:
        salience = spoken_of((0, REBELS, True), (1, BODY, False))
        assert read(later("them"), "them", salience) == [("rebels", "coreference")]
        assert read(later("them"), "them", spoken_of((1, BODY, False))) == [("Board", "coreference")]

    def test_without_a_person_it_is_nobody(self) -> None:
        assert read(later("he"), "he", spoken_of((0, GHANA, True), (0, REBELS, False))) == []

    def test_a_thing_pronoun_is_a_state_or_body(self) -> None:
        assert read(later("it"), "it", spoken_of((0, AMA, True), (0, TOGO, False))) == [("Togo", "coreference")]

    def test_a_thing_pronoun_reaches_back_one_sentence_only(self) -> None:
        assert read(later("it", number=2), "it", spoken_of((0, TOGO, True))) == []

    def test_a_plural_pronoun_is_a_group(self) -> None:
        assert read(later("they"), "they", spoken_of((0, AMA, True), (0, REBELS, False))) == [("rebels", "coreference")]

    def test_nothing_that_follows_a_pronoun_is_its_antecedent(self) -> None:
        sentence = tree("it/PRP/nsubj>met met|meet/VBD Togo/NNP/dobj>met")
        assert read(sentence, "it", spoken_of((0, TOGO, False))) == []

    def test_what_the_caller_rules_out_is_passed_over(self) -> None:
        sentence = later("him")
        salience = spoken_of((0, AMA, True), (0, KOFI, False))
        found = PronounReader().read(sentence, sentence[0], salience, Register(), not_these=frozenset({id(AMA.draft)}))
        assert [r.draft.name for r in found] == ["Kofi"]


class TestShortPhrases:
    def test_the_country_is_the_last_state(self) -> None:
        sentence = tree("the/DT/det>country country/NN/nsubj>left left|leave/VBD", sentence=1, offset=100)
        assert read(sentence, "country", spoken_of((0, TOGO, True), (0, AMA, False))) == [("Togo", "coreference")]

    def test_a_country_is_no_particular_one(self) -> None:
        sentence = tree("a/DT/det>country country/NN/nsubj>left left|leave/VBD", sentence=1, offset=100)
        assert read(sentence, "country", spoken_of((0, TOGO, True))) == []

    def test_the_group_is_the_last_body(self) -> None:
        sentence = tree("the/DT/det>group group/NN/nsubj>left left|leave/VBD", sentence=1, offset=100)
        assert read(sentence, "group", spoken_of((0, BODY, True), (0, TOGO, False))) == [("Board", "coreference")]

    TWO = tree(
        "the/DT/det>countries two/CD/nummod>countries countries|country/NNS/nsubj>met met|meet/VBD",
        sentence=1,
        offset=100,
    )

    def test_the_two_countries_are_the_last_two_in_text_order(self) -> None:
        salience = spoken_of((0, GHANA, True), (0, TOGO, False))
        assert read(self.TWO, "countries", salience) == [("Ghana", "group"), ("Togo", "group")]

    def test_the_two_countries_are_nobody_where_only_one_was_named(self) -> None:
        assert read(self.TWO, "countries", spoken_of((0, GHANA, True), (0, AMA, False))) == []

    LEADERS = tree(
        "the/DT/det>leaders two/CD/nummod>leaders leaders|leader/NNS/nsubj>met met|meet/VBD", sentence=1, offset=100
    )

    def test_the_two_leaders_are_persons_where_two_were_named(self) -> None:
        salience = spoken_of((0, AMA, True), (0, KOFI, False), (1, TOGO, False))
        assert read(self.LEADERS, "leaders", salience) == [("Ama", "group"), ("Kofi", "group")]

    def test_the_two_leaders_are_their_states_where_they_were_not(self) -> None:
        salience = spoken_of((0, GHANA, True), (1, TOGO, False))
        assert read(self.LEADERS, "leaders", salience) == [("Ghana", "group"), ("Togo", "group")]

    def test_other_peoples_leaders_are_no_pair(self) -> None:
        sentence = tree(
            "their/PRP$/poss>leaders two/CD/nummod>leaders leaders|leader/NNS/nsubj>met met|meet/VBD",
            sentence=1,
            offset=100,
        )
        assert read(sentence, "leaders", spoken_of((0, GHANA, True), (0, TOGO, False))) == []


def test_a_fronted_possessive_points_ahead_to_the_subject() -> None:
    sentence = tree(
        "During/IN/prep>met his/PRP$/poss>visit visit/NN/pobj>During ,/,/punct>met Kofi/NNP/nsubj>met "
        "met|meet/VBD Ama/NNP/dobj>met"
    )
    assert fronted_subject(sentence, sentence[1]) == at(sentence, "Kofi")


def test_a_possessive_after_its_verb_does_not_point_ahead() -> None:
    sentence = tree("Kofi/NNP/nsubj>met met|meet/VBD his/PRP$/poss>envoy envoy/NN/dobj>met")
    assert fronted_subject(sentence, sentence[2]) is None


def test_a_reference_back_has_the_same_entity_and_its_own_words() -> None:
    back = refer_back(AMA, Span(100, 103))
    assert (back.draft, back.span, back.via, back.name) == (AMA.draft, Span(100, 103), "coreference", "Ama")


class TestRegister:
    def test_a_name_is_registered_once_per_type(self) -> None:
        register = Register()
        first = register.add("Georgia", "state", Span(0, 7))
        assert register.add("GEORGIA", "state", Span(9, 16)) is first
        assert register.add("Georgia", "place", Span(20, 27)) is not first

    def test_ids_count_in_the_order_of_first_mention(self) -> None:
        register = Register()
        register.add("Togo", "state", Span(30, 34))
        register.add("Ghana", "state", Span(0, 5))
        register.add("Unmentioned", "state", None)
        register.number()
        assert [(e.id, e.name) for e in register.freeze()] == [("E1", "Ghana"), ("E2", "Togo"), ("E3", "Unmentioned")]

    def test_a_mention_is_kept_once_and_in_text_order(self) -> None:
        draft = Draft("Togo", "state", mentions=[Span(30, 34)])
        for span in (Span(5, 7), Span(30, 34)):
            draft.mention(span)
        assert draft.mentions == [Span(5, 7), Span(30, 34)]

    def test_what_is_learnt_later_never_overwrites(self) -> None:
        draft = Draft("Ama", "person")
        draft.learn(code="GHA")
        draft.learn(code="TGO", sector="GOV")
        assert (draft.code, draft.sector) == ("GHA", "GOV")


class TestHome:
    def mentions(self, knowledge: Knowledge, *names: str) -> list[Mention]:
        return [Mention(Span(n, n), n, 0, 0, "GPE", knowledge.lookup(name)) for n, name in enumerate(names)]

    def home(self, knowledge: Knowledge, *names: str) -> str | None:
        return home_country(document(tree("x/NN")), self.mentions(knowledge, *names), ())

    def test_home_is_the_state_named_most(self, knowledge: Knowledge) -> None:
        assert self.home(knowledge, "Togo", "Ghana", "Ghana", "Ghana") == "GHA"

    def test_the_lead_counts_double_and_ties_go_to_the_first(self, knowledge: Knowledge) -> None:
        assert self.home(knowledge, "Togo", "Benin", "Ghana") == "TGO"

    def test_a_body_is_no_home(self, knowledge: Knowledge) -> None:
        assert self.home(knowledge, "United Nations", "NATO") is None

    def test_without_a_state_there_is_no_home(self, knowledge: Knowledge) -> None:
        assert self.home(knowledge) is None

    def test_a_town_gives_its_country(self, knowledge: Knowledge) -> None:
        gao = PlaceMention(Span(0, 3), 0, "Gao", country_code="MLI", resolution=4)
        assert home_country(document(tree("x/NN")), [], [gao]) == "MLI"

    def test_towns_count_for_their_country_and_countries_do_not(self) -> None:
        gao = PlaceMention(Span(0, 3), 0, "Gao", country_code="MLI", resolution=4)
        mali = PlaceMention(Span(4, 8), 0, "Mali", country_code="MLI", resolution=1)
        lome = PlaceMention(Span(9, 13), 0, "Lome", country_code="TGO", resolution=4, acting=True)
        assert town_weights(document(tree("x/NN")), [gao, mali, lome]) == {"MLI": 1}

    def test_the_dateline_has_the_country_of_its_last_name(self) -> None:
        doc = replace(document(tree("x/NN")), dateline_place=Span(0, 9))
        gao = PlaceMention(Span(0, 3), -1, "Gao", country_code="MLI", resolution=4)
        assert dateline_country(doc, [gao, PlaceMention(Span(20, 24), 0, "Lome", country_code="TGO")]) == "MLI"
        assert dateline_country(document(tree("x/NN")), [gao]) is None

    def test_the_nearest_place_behind_a_preposition_is_local(self) -> None:
        sentence = tree("police|police/NNS/nsubj>left left|leave/VBD from/IN/prep>left Gao/NNP/pobj>from")
        within = tree("police|police/NNS/nsubj>left in/IN/prep>police Gao/NNP/pobj>in left|leave/VBD")
        for drawn, code in ((sentence, None), (within, "MLI")):
            i = at(drawn, "Gao")
            gao = PlaceMention(Span(drawn[i].start, drawn[i].end), 0, "Gao", country_code="MLI", resolution=4)
            assert local_country(drawn, 0, {i: gao}) == code
