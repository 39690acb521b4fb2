"""A person's word is stronger than any reading, as long as the words it rests on stand."""

import pytest

from sayso.casefile import corrected
from sayso.model import Control, Correction, Interval, Quoted

JUNE = Interval(earliest="2030-06-01", latest="2030-06-01")


@pytest.fixture
def reading(make):
    return make.full_reading(make.taken())


@pytest.fixture
def correction(reading):
    """Makes a correction to the event, unless told otherwise."""

    def make_one(action, id="c1", layer="events", fact="E1", words="opened", when="2030-03-01", **fields):
        start = reading.report.text.index(words)
        quoted = Quoted(span=(start, start + len(words)), words=words)
        about = {"report": reading.report.id, "layer": layer, "fact": fact, "quoted": quoted}
        return Correction(id=id, action=action, who="ann", when=when, **about, **fields)

    return make_one


def test_a_confirmed_fact_is_certain(reading, correction):
    result = corrected(reading, [correction("confirm")])

    assert result.reading.events[0].confidence == 1.0
    assert result.reading.events[0].by == reading.events[0].by
    assert result.orphaned == ()


def test_an_edit_changes_what_it_names_and_nothing_else(reading, correction):
    (event,) = corrected(reading, [correction("edit", after={"status": "ongoing"})]).reading.events

    assert (event.status, event.by, event.type, event.actors) == ("ongoing", "person", "RETREAT", ("P1",))


def held(reading, when, words="opened", **fields):
    """The same reading, in which its words tell of ground besides."""
    start = reading.report.text.index(words)
    event = reading.events[0].model_copy(update={"when": JUNE})
    ground = Control(id="G1", span=(start, start + len(words)), relation="lost", when=when, by="rule", **fields)
    return reading.model_copy(update={"events": (event,), "control": (ground,)})


def test_ground_that_the_same_words_tell_keeps_in_step_with_the_day_of_its_event(reading, correction):
    may = correction("edit", after={"when": {"earliest": "2030-05-09", "latest": "2030-05-09"}})
    april = correction("edit", id="c2", when="2030-03-02", after={"when": {"earliest": "2030-04-01", "latest": "2030-04-02"}})

    (ground,) = corrected(held(reading, JUNE), [may]).reading.control
    assert (ground.when.earliest, ground.by, ground.relation) == ("2030-05-09", "person", "lost")
    (ground,) = corrected(held(reading, JUNE), [may, april]).reading.control
    assert ground.when.latest == "2030-04-02"


def test_ground_with_a_day_of_its_own_or_of_other_words_stays(reading, correction):
    edit = correction("edit", after={"when": {"earliest": "2030-05-09", "latest": "2030-05-09"}})
    other = Interval(earliest="2030-06-30", latest="2030-06-30")

    for before in (held(reading, other), held(reading, None), held(reading, JUNE, words="gate")):
        assert corrected(before, [edit]).reading.control == before.control
    assert corrected(held(reading, JUNE), [correction("edit", after={"status": "ongoing"})]).reading.control[0].by == "rule"


def test_a_persons_word_on_the_ground_itself_is_not_overruled(reading, correction):
    day = {"earliest": "2030-06-05", "latest": "2030-06-05"}
    ground = correction("edit", id="c0", layer="control", fact="G1", when="2030-02-01", after={"when": day})
    event = correction("edit", after={"when": {"earliest": "2030-05-09", "latest": "2030-05-09"}})

    (one,) = corrected(held(reading, JUNE), [ground, event]).reading.control

    assert one.when.earliest == "2030-06-05"


def test_a_rejected_fact_is_gone_and_nothing_refers_to_it(reading, correction):
    result = corrected(reading, [correction("reject", layer="parties", fact="P1", words="council")])

    assert result.reading.parties == ()
    assert result.reading.events[0].actors == ()
    assert result.reading.statements[0].speaker is None


def test_an_added_fact_is_there_once_even_when_a_later_reader_finds_it(reading, correction):
    start = reading.report.text.index("gate")
    addition = correction("add", fact=None, words="gate", after={"type": "COERCE", "trigger": [start, start + 4]})

    once = corrected(reading, [addition]).reading
    twice = corrected(once, [addition]).reading

    assert [event.type for event in once.events] == ["RETREAT", "COERCE"]
    assert once == twice


def test_a_correction_finds_its_fact_by_the_words_when_ids_have_moved(reading, correction):
    renamed = reading.model_copy(update={"events": (reading.events[0].model_copy(update={"id": "E7"}),)})

    (event,) = corrected(renamed, [correction("edit", after={"mode": "withdraw"})]).reading.events

    assert (event.id, event.mode) == ("E7", "withdraw")


def test_a_confirmed_fact_that_a_later_reader_misses_is_kept(reading, correction):
    before = reading.events[0].model_dump(mode="json")
    without = reading.model_copy(update={"events": ()})

    (event,) = corrected(without, [correction("confirm", before=before)]).reading.events

    assert (event.trigger, event.by) == (reading.events[0].trigger, "person")


def test_a_correction_whose_words_are_gone_is_orphaned(reading, correction):
    changed = reading.model_copy(update={"report": reading.report.model_copy(update={"text": "X" * len(reading.report.text)})})

    result = corrected(changed, [correction("reject")])

    assert result.reading.events == reading.events
    assert "words it rests on are gone" in result.orphaned[0].reason


def test_a_correction_that_would_make_the_reading_unsound_is_orphaned_and_the_others_hold(reading, correction):
    result = corrected(reading, [correction("edit", after={"actors": ["P9"]}), correction("edit", id="c2", after={"hedged": True})])

    assert result.reading.events[0].hedged
    assert [orphan.correction.id for orphan in result.orphaned] == ["c1"]


def test_the_later_of_two_corrections_wins_in_whatever_order_they_come(reading, correction):
    early = correction("edit", after={"status": "possible"})
    late = correction("edit", id="c2", when="2030-03-02", after={"status": "denied"})

    assert corrected(reading, [late, early]).reading.events[0].status == "denied"


def test_an_undone_correction_does_nothing_until_its_undoing_is_undone(reading, correction):
    edit = correction("edit", after={"status": "possible"})
    undo = correction("undo", id="c2", when="2030-03-02", undoes="c1")
    redo = correction("undo", id="c3", when="2030-03-03", undoes="c2")

    assert corrected(reading, [edit, undo]).reading == reading
    assert corrected(reading, [edit, undo, redo]).reading.events[0].status == "possible"


def test_the_casefile_hands_out_corrected_readings_and_keeps_the_readers_own(case, make, correction):
    one = make.taken()
    case.add(one, make.full_reading(one))
    case.correct(correction("edit", after={"status": "ongoing"}))

    assert [r.events[0].status for r in case.readings()] == ["ongoing"]
    assert case.reading(one.report.id).events[0].status == "ongoing"
    assert case.reading(one.report.id, corrected=False).events[0].status == "happened"
    assert case.verify() == []
