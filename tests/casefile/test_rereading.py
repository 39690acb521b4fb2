"""A later reader's reading is compared before it counts, and what was there before stays."""

from sayso.casefile import Decision
from sayso.model import Dateline, Event, Party, ReaderVersion

NEWER = ReaderVersion(version="2", model="m", lexicon="l")


def test_what_another_reader_has_otherwise_is_told_by_words_and_not_by_numbers(case, make):
    one = make.taken()
    old = make.full_reading(one)
    opened = old.events[0].trigger
    council = old.parties[0].model_copy(update={"id": "P7", "by": "another rule", "confidence": 0.1})
    gate = one.report.text.index("gate")
    new = make.reading_of(
        one, NEWER,
        parties=(council, Party(id="P1", name="gate", kind="other", mentions=((gate, gate + 4),))),
        events=(Event(id="E5", type="COERCE", mode="access", trigger=opened, actors=("P7",)),),
    )  # fmt: skip

    changes, orphans = case.compare(old, new)

    assert [(x.layer, x.kind, x.words) for x in changes] == [
        ("parties", "new", "gate"), ("statements", "gone", "Guards opened the northern gate"), ("events", "changed", "opened"),
    ]  # fmt: skip
    assert changes[2].fields == (("type", "RETREAT", "COERCE"), ("according_to", "Guards opened the northern gate", "-"))
    assert orphans == []


def test_a_reading_that_is_the_same_but_for_its_reader_has_nothing_otherwise(case, make):
    one = make.taken()
    old = make.full_reading(one)

    assert case.compare(old, old.model_copy(update={"reader": NEWER})) == ([], [])


def test_accepting_puts_it_beside_the_old_one(case, make):
    one = make.taken()
    case.add(one, make.full_reading(one))
    assert case.stale(NEWER) == [one.report.id]
    assert case.stale(make.READER) == []

    assert case.accept(make.reading_of(one, NEWER))
    assert not case.accept(make.reading_of(one, NEWER))

    assert case.reading(one.report.id).reader == NEWER
    assert case.reading(one.report.id, make.READER).events
    assert case.stale(NEWER) == []
    assert case.verify() == []


def test_corrections_that_would_not_stand_are_told_beforehand(case, make):
    one = make.taken()
    old = make.full_reading(one)
    case.add(one, old)
    case.decide(Decision(one.report.id, "edit", "E1", after={"recipients": ["P1"]}))

    changes, orphans = case.compare(old, make.reading_of(one, NEWER))

    assert {x.kind for x in changes} == {"gone"}
    assert len(orphans) == 1


def test_a_report_is_read_again_from_the_text_that_was_read_before(case, make):
    text = "QASR (Courier) - Guards opened the gate."
    filed = Dateline(place=None, outlet="Courier", span=(0, 14))
    one = make.taken(text, dateline=filed)
    read = make.reading_of(one)
    case.add(one, read)

    assert case.as_taken(one.report.id).dateline == filed
    assert case.as_taken(one.report.id).text == text
