"""Two people code the same reports blind; how far they agree is told, and what counts in the end is decided by somebody who sees both."""

import pytest

from sayso.casefile import CasefileError, Decision
from sayso.casefile.adjudicate import accept, agreement_of, take
from sayso.casefile.agreement import PRESENT
from sayso.casefile.coding import sample, to_code
from sayso.model import Event, Party

TEXT = "Rebels shelled the mill. Guards opened the gate. The council met the guards on Friday. Looters left."
WORDS = {"E1": "shelled", "E2": "opened", "E3": "met", "E4": "left"}


def _at(words):
    return (TEXT.index(words), TEXT.index(words) + len(words))


@pytest.fixture
def coded(case, make):
    """A coding of one report with four events of the machine; gives `code(who, action, fact, **after)`."""
    one = make.taken(TEXT)
    names = {"P1": "Rebels", "P2": "Guards", "P3": "council"}
    parties = tuple(Party(id=key, name=name, kind="armed_group", mentions=(_at(name),)) for key, name in names.items())
    events = tuple(
        Event(id=key, type=kind, trigger=_at(WORDS[key]), actors=actors)
        for key, kind, actors in (("E1", "ASSAULT", ("P1",)), ("E2", "RETREAT", ("P2",)), ("E3", "CONSULT", ()), ("E4", "RETREAT", ()))
    )
    case.add(one, make.reading_of(one, parties=parties, events=events))
    case.start_coding("pilot", [one.report.id])

    def code(who, action, fact=None, words=None, **after):
        layer, span = ("events", _at(words)) if words else (None, None)
        after |= {"trigger": list(span)} if span else {}
        return case.decide(Decision(one.report.id, action, fact, layer=layer, span=span, after=after or None, coding="pilot"), who=who)

    code.report = one.report.id
    return code


def of(found, what):
    return next(one for one in found.measures if (one.layer, one.what) == ("events", what))


def test_presence_and_values_are_compared_where_both_gave_them(case, coded):
    coded("ann", "edit", "E1", type="ASSAULT", actors=["P1"])
    coded("bob", "edit", "E1", type="COERCE", actors=["P1", "P2"])
    coded("ann", "confirm", "E2")
    coded("bob", "edit", "E2", type="RETREAT")
    coded("ann", "confirm", "E3")
    coded("bob", "reject", "E3")
    coded("ann", "reject", "E4")

    found = agreement_of(case, "pilot")

    assert (found.coders, found.reports, found.facts) == (("ann", "bob"), 1, 3)
    assert found.waiting == (("ann", 0), ("bob", 1))
    present = of(found, PRESENT)
    assert (present.facts, present.agreed, present.f1) == (3, 2, pytest.approx(2 * 2 / (3 + 2)))
    assert (of(found, "type").facts, of(found, "type").agreed) == (2, 1)
    assert of(found, "actors").facts == 1  # bob did not say whose deed E2 is
    assert [(one.fact, one.what, one.values) for one in found.disagreements] == [
        ("E1", "type", (("ann", "ASSAULT"), ("bob", "COERCE"))),
        ("E1", "actors", (("ann", "Rebels"), ("bob", "Guards, Rebels"))),
        ("E3", PRESENT, (("ann", "yes"), ("bob", "no"))),
    ]


def test_what_one_added_and_the_other_passed_by_is_a_disagreement(case, coded):
    coded("ann", "add", words="Looters", type="COERCE")
    coded("bob", "confirm", "E1")
    assert [(one.what, one.values) for one in agreement_of(case, "pilot").disagreements] == [(PRESENT, (("ann", "yes"), ("bob", "no")))]

    coded("bob", "add", words="Looters left", type="ASSAULT")

    assert [(one.what, one.values) for one in agreement_of(case, "pilot").disagreements] == [("type", (("ann", "COERCE"), ("bob", "ASSAULT")))]


def test_nothing_of_a_coding_counts_until_it_is_adjudicated(case, coded):
    coded("ann", "edit", "E1", type="COERCE")
    coded("bob", "edit", "E1", type="COERCE")
    coded("ann", "reject", "E2")
    coded("bob", "reject", "E2")
    coded("ann", "reject", "E3")
    coded("bob", "edit", "E3", type="AGREE")
    assert [one.type for one in case.reading(coded.report).events] == ["ASSAULT", "RETREAT", "CONSULT", "RETREAT"]

    assert len(accept(case, "pilot", who="eva")) == 2
    assert accept(case, "pilot", who="eva") == []
    assert [one.type for one in case.reading(coded.report).events] == ["COERCE", "CONSULT", "RETREAT"]
    (made,) = take(case, "pilot", "bob", coded.report, "E3", why="they signed it", who="eva")

    assert (made.who, made.why, made.coding) == ("eva", "coding pilot: bob's; they signed it", None)
    assert [one.type for one in case.reading(coded.report).events] == ["COERCE", "AGREE", "RETREAT"]
    assert case.verify() == []


def test_what_each_gave_another_part_of_is_not_accepted_as_everyones(case, coded):
    coded("ann", "edit", "E1", actors=["P2"])
    coded("bob", "edit", "E1", type="COERCE")
    coded("ann", "confirm", "E2")
    coded("bob", "edit", "E2", type="RETREAT")

    (made,) = accept(case, "pilot")

    assert made.fact == "E2"
    assert [(one.type, one.actors) for one in case.reading(coded.report).events][:2] == [("ASSAULT", ("P1",)), ("RETREAT", ("P2",))]


def test_what_was_accepted_and_undone_can_be_accepted_again(case, coded):
    for who in ("ann", "bob"):
        coded(who, "reject", "E1")
    (made,) = accept(case, "pilot")
    case.undo(made.id)

    assert [one.fact for one in accept(case, "pilot")] == ["E1"]
    assert accept(case, "pilot") == []


def test_a_coding_whose_name_begins_like_another_is_another(case, coded):
    case.start_coding("pilot: second", [coded.report])
    for name in ("pilot: second", "pilot"):
        for who in ("ann", "bob"):
            case.decide(Decision(coded.report, "edit", "E1", after={"type": "COERCE"}, coding=name), who=who)
        assert len(accept(case, name)) == 1


def test_an_added_fact_is_taken_from_its_own_layer(case, coded):
    coded("ann", "add", words="Looters", type="COERCE")
    move = {"kind": "offer", "from": ["P1"], "to": ["P2"], "span": list(_at("Looters left"))}
    case.decide(Decision(coded.report, "add", layer="moves", span=_at("Looters left"), after=move, coding="pilot"), who="ann")
    coded("bob", "confirm", "E1")

    facts = sorted(one.fact for one in agreement_of(case, "pilot").disagreements)
    start, end = _at("Looters")

    assert facts[0] == f"+events:{start}-{end}"
    assert [one.layer for one in take(case, "pilot", "ann", coded.report, facts[0])] == ["events"]
    for wrong in ("+abc", "+5", "+events:5", "+parties:5-9", "+-1-2"):
        with pytest.raises(CasefileError, match="names no added fact"):
            take(case, "pilot", "ann", coded.report, wrong)


def test_an_added_fact_is_taken_by_its_words(case, coded):
    coded("ann", "add", words="Looters", type="COERCE")
    coded("bob", "confirm", "E1")
    (apart,) = agreement_of(case, "pilot").disagreements

    take(case, "pilot", "ann", apart.report, apart.fact)

    assert [one.type for one in case.reading(coded.report).events].count("COERCE") == 1
    with pytest.raises(CasefileError, match="bob has decided nothing about"):
        take(case, "pilot", "bob", apart.report, apart.fact)


def test_three_coders_and_a_choice_among_them(case, coded):
    for who, kind in (("ann", "ASSAULT"), ("bob", "ASSAULT"), ("cem", "COERCE")):
        coded(who, "edit", "E1", type=kind)

    assert of(agreement_of(case, "pilot"), "type").agreed == 0
    assert of(agreement_of(case, "pilot", ("ann", "bob")), "type").agreed == 1


def test_the_set_is_declared_once_and_drawn_by_the_name(case, coded):
    ids = [f"{number:064x}" for number in range(50)]
    assert sample("pilot", ids, 5) == sample("pilot", reversed(ids), 5)
    assert sample("pilot", ids, 5) != sample("second", ids, 5)
    assert case.codings() == {"pilot": (coded.report,)}
    assert to_code(case.reading(coded.report)) == [("events", key) for key in WORDS]
    for name, reports, said in (("pilot", ["x"], "already"), (" ", ["x"], "needs a name"), ("new", [], "needs reports")):
        with pytest.raises(CasefileError, match=said):
            case.start_coding(name, reports)
    with pytest.raises(CasefileError, match="no coding second; there are: pilot"):
        agreement_of(case, "second")
    case.forget(coded.report)
    assert case.codings() == {"pilot": ()}
