"""Captives set free, told as a plain deed: a step of the talks that speak of them, and of no others."""

import pytest

from sayso.model import Term
from sayso.situation import situate

GUARD, ARMY = "Valley Guard", "Lowland Army"


def told(draft, text, kind, word, on, by=GUARD, to=ARMY, **values):
    report = draft(text, published=on, outlet="Courier")
    report.move(word, kind, by=(by,) if by else (), to=(to,) if to else (), **values)
    return report.reading()


def released(draft, who, on, text=None):
    term = Term(gives=who, text=who)
    reading = told(draft, text or f"{who} were set free.", "implement", "set free", on, by=None, to=None, terms=(term,))
    return reading.model_copy(update={"moves": tuple(move.model_copy(update={"by": "negotiated.freed"}) for move in reading.moves)})


@pytest.fixture
def demand(draft):
    return told(draft, "The Valley Guard asked for flour in return for the two surveyors.", "demand", "asked for flour", "2030-05-02")


def statuses(readings):
    return [[state.value for state in thread.status] for thread in situate(readings).threads]


def test_a_release_carries_out_the_talks_that_speak_of_the_captives(draft, demand):
    assert statuses([demand, released(draft, "The two surveyors", "2030-05-12")]) == [["implemented"]]


def test_it_does_so_after_a_refusal_too(draft, demand):
    refusal = told(draft, "The Lowland Army refused.", "reject", "refused", "2030-05-05", by=ARMY, to=GUARD)
    assert "implemented" in statuses([demand, refusal, released(draft, "The two surveyors", "2030-05-12")])[0]


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("One of the two surveyors", None),
        ("The two surveyors", "The two surveyors were set free as a gesture of good will."),
    ],
)
def test_a_part_or_a_gesture_leaves_the_talks_open(draft, demand, who, text):
    refusal = told(draft, "The Lowland Army refused.", "reject", "refused", "2030-05-05", by=ARMY, to=GUARD)
    assert "implemented" not in statuses([demand, refusal, released(draft, who, "2030-05-12", text)])[0]


@pytest.mark.parametrize(("who", "on"), [("Four fishermen", "2030-05-12"), ("The two surveyors", "2030-09-12"), ("The two surveyors", "2030-04-20")])
def test_strangers_to_the_talks_are_no_step_of_them(draft, demand, who, on):
    """Others, or those months later or before anybody had asked: a release alone opens no talks either."""
    assert statuses([demand, released(draft, who, on)]) == [["open"]]
