"""Search: words, phrases and filters, the best first, with the words around what was found; the same in both databases."""

import pytest

from sayso.casefile import CasefileError, Decision, Query
from sayso.model import Event, Party, Place


@pytest.fixture
def filled(case, make):
    """Three reports about the fictitious town of Qasr."""

    def store(text, trigger, type_, mode, party, **known):
        one = make.taken(text, **known)
        start, at = text.index(trigger), text.index(party)
        aliases = ("SDF",) if "Syrian" in party else ()
        case.add(one, make.reading_of(
            one,
            parties=(Party(id="P1", name=party, aliases=aliases, kind="armed_group", mentions=((at, at + len(party)),)),),
            places=(Place(id="L1", name="Qasr", kind="town", country="SY"),),
            events=(Event(id="E1", type=type_, mode=mode, trigger=(start, start + len(trigger)), actors=("P1",)),),
        ))  # fmt: skip
        return one.report.id

    return {
        "gate": store("The Northern Front opened the gate of Qasr. " + "Nothing else happened that day. " * 20, "opened", "RETREAT", "access",
                      "Northern Front", title="Gate opened", published="2030-01-05", outlet="Courier"),
        "mill": store("The Syrian Democratic Forces besieged the mill; the gate stayed shut.", "besieged", "COERCE", "restrict",
                      "Syrian Democratic Forces", title="Mill besieged", published="2030-02-10T12:00:00"),
        "cafe": store("A café burnt down. The Northern Front denied it.", "burnt", "ASSAULT", "destroy", "Northern Front"),
    }  # fmt: skip


def _found(case, filled, words="", **filters):
    names = {report: name for name, report in filled.items()}
    return [names[hit.report] for hit in case.search(Query(words, **filters)).hits]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("gate", ["gate", "mill"]),  # in the title of the first
        ("besieging mill", ["mill"]),
        ('"the gate stayed"', ["mill"]),
        ('"gate the stayed"', []),
        ("cafe", ["cafe"]),
        ("CAFÉ OR mill", ["cafe", "mill"]),
        ("gate -mill", ["gate"]),
        ('gate -"stayed shut"', ["gate"]),
        ("unheard", []),
        ("gate AND", []),  # AND is a word like any other
        ("' OR 1=1 --", []),
        ('gate) NOT "', []),
        ("title:gate*", []),
    ],
)
def test_words_are_all_there_whatever_their_form_and_nothing_in_them_is_taken_for_a_command(case, filled, words, found):
    assert sorted(_found(case, filled, words)) == sorted(found)
    assert _found(case, filled, "gate")[0] == "gate"


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"parties": ("sdf",)}, ["mill"]),
        ({"parties": ("northern  FRONT",)}, ["gate", "cafe"]),
        ({"places": ("Qasr",), "types": ("assault/destroy",)}, ["cafe"]),
        ({"places": ("SY",), "types": ("COERCE",)}, ["mill"]),
        ({"since": "2030-01-06"}, ["mill"]),
        ({"until": "2030-02-10"}, ["mill", "gate"]),
        ({"until": "2030-02-09"}, ["gate"]),
        ({}, ["mill", "gate", "cafe"]),
    ],
)
def test_filters_alone_give_the_newest_first(case, filled, filters, found):
    assert _found(case, filled, **filters) == found


def test_words_and_filters_together(case, filled):
    assert _found(case, filled, "gate", parties=("SDF",)) == ["mill"]
    assert _found(case, filled, "gate", until="2030-01-31") == ["gate"]


def test_a_snippet_shows_what_was_found(case, filled):
    (hit,) = case.search(Query("besieges")).hits

    assert [piece.text for piece in hit.snippet if piece.found] == ["besieged"]
    assert "the mill" in "".join(piece.text for piece in hit.snippet)
    assert (hit.title, hit.report) == ("Mill besieged", filled["mill"])


def test_hits_come_in_pages(case, filled):
    first = case.search(Query("gate"), limit=1)
    second = case.search(Query("gate"), limit=1, offset=1)

    assert (first.more, second.more) == (True, False)
    assert {first.hits[0].report, second.hits[0].report} == {filled["gate"], filled["mill"]}


def test_a_correction_changes_what_is_found(case, filled):
    case.decide(Decision(filled["cafe"], "edit", "E1", after={"type": "COERCE", "mode": None}), who="ann")

    assert _found(case, filled, types=("ASSAULT",)) == []
    assert _found(case, filled, "cafes", types=("COERCE",)) == ["cafe"]


@pytest.mark.parametrize("kind", ["nonsense", "assault/nonsense", "", "aerial"])
def test_a_type_that_there_is_not_is_no_search_without_results(kind):
    with pytest.raises(CasefileError, match=r"is no type. Of events: AGREE, .* of moves: demand, "):
        Query(types=(kind,))


@pytest.mark.parametrize("kind", ["ASSAULT", "assault/aerial", "Demand", "REQUEST/Yield"])
def test_types_are_known_in_any_case(kind):
    assert Query(types=(kind,)).types == (kind,)


def test_only_words_to_leave_out_are_no_search(case):
    with pytest.raises(CasefileError, match="needs a word that is to be there"):
        case.search(Query("-gate"))


def test_a_text_with_a_zero_character_is_stored_and_found(case, make):
    one = make.taken("Before\0after the zero.", title="Zero\0title")
    case.add(one, make.reading_of(one))

    assert case.search(Query("zero")).hits[0].report == one.report.id
    assert case.verify() == []
