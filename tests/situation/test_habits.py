"""What is done again and again, or was done at other times before, is no telling of one day's deed."""

import pytest

from sayso.situation import situate
from sayso.situation.habits import is_another, is_habit


@pytest.mark.parametrize(
    "text",
    [
        "Arnholt is regularly struck by jets.",
        "In recent months Arnholt has been struck by jets.",
        "The monitor has previously said that jets struck Arnholt.",
        "Jets have struck Arnholt on many occasions.",
        "Jets have struck large parts of Arnholt.",
        "Jets struck Arnholt during the final months of the siege.",
    ],
)
def test_a_habit_stands_apart_from_the_strike_of_a_day(draft, strike, text):
    report = draft(text, outlet="Herald")
    report.event("struck", by=("Lowland Army",), at="Arnholt")

    assert len(situate([strike(), report.reading()]).incidents) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Jets struck Arnholt.",
        "Twelve men died in the past 24 hours when jets struck Arnholt.",
        "Jets struck Arnholt, the heaviest raid since the start of the war.",
    ],
)
def test_a_single_deed_is_no_habit(text):
    start = text.index("struck")

    assert not is_habit(text, (start, start + 6))


def test_a_habit_in_one_report_is_the_same_in_another(draft):
    def told(outlet):
        report = draft(f"{outlet}: Arnholt is regularly struck by jets of the army.", outlet=outlet)
        report.event("struck", by=("Lowland Army",), at="Arnholt")
        return report.reading()

    assert len(situate([told("Herald"), told("Courier")]).incidents) == 1


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The monitor said that jets continued to pound Arnholt after the blast.", "pound"),
        ("Arnholt has been hit four times since the Sunday raid, once in a strike on its clinic.", "strike"),
        ("Nobody claimed it, but the Guard has claimed previous bombings in Arnholt.", "bombings"),
        ("A panel looks into two earlier reported gas attacks in Arnholt.", "attacks"),
        ("Envoys think that the army has used such gas before, hence the visit.", "used"),
    ],
)
def test_what_came_before_or_after_the_deed_is_not_that_deed(text, word):
    start = text.index(word)

    assert is_habit(text, (start, start + len(word)))


@pytest.mark.parametrize("text", ["Earlier army strikes hit the mill.", "Rebels say earlier this week strikes hit it.", "An earlier strike hit it."])
def test_earlier_may_only_say_when(text):
    start, end = text.index("strike"), text.index(" hit")

    assert not is_habit(text, (start, end))


def test_a_bomb_of_another_report_is_not_the_device_that_was_another(draft):
    here = draft("A bomb went off on a tram in Arnholt. Police made safe another device, which had been planted at the stop.")
    here.event("bomb", mode="explosives", at="Arnholt", when="2030-05-09")
    said = here.said("another device, which had been planted", by="Ada Brunn")
    here.event("planted", mode="explosives", at="Arnholt", when="2030-05-09", whose=said)
    there = draft("A bomb on a tram shook Arnholt.", outlet="Herald")
    there.event("bomb", mode="explosives", at="Arnholt", when="2030-05-09")

    situation = situate([here.reading(), there.reading()])

    assert sorted(len(one.claims) for one in situation.incidents) == [1, 2]


@pytest.mark.parametrize("text", ["It was another day of shelling.", "Shelling went on.", "Another nine died. The shelling went on."])
def test_another_day_is_no_other_deed(text):
    start = text.lower().index("shelling")

    assert not is_another(text, (start, start + len("shelling")))


def test_what_was_done_once_the_attack_had_begun_is_of_the_attack():
    text = "They continued to fire on the base after the attack began."
    start = text.index("fire")

    assert not is_habit(text, (start, start + len("fire")))


def test_another_speaker_tells_of_no_other_deed():
    text = "Another official said a bomb blast hit the bus."
    start = text.index("blast")

    assert not is_another(text, (start, start + len("blast")))
