"""Digests that go from place to place under headings: deeds are where their heading says, and each paragraph is a scene of its own. Invented."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]

DIGEST = (
    "A bad week in the south\n\nTwo men of the valley looked on.\n\n"
    "{0}NYALA{1} Shells hit the grain market on Monday. Nine people were killed.\n\n"
    "{0}ZALINGEI{1} Four teachers were kidnapped on Sunday.\n\n"
    "{0}KUTUM{1} Since the bombing nobody has come to the well.\n"
)


@pytest.mark.parametrize(("before", "behind"), [("", "."), ("", " –"), ("• ", ":"), ("", ":")])
def test_a_heading_says_where_its_deeds_were(told: Tell, before: str, behind: str) -> None:
    read = told(DIGEST.format(before, behind))
    assert [read.place(word) for word in ("hit", "kidnapped", "bombing")] == ["NYALA", "ZALINGEI", "KUTUM"]


def test_numbers_before_headings_are_passed_over(told: Tell) -> None:
    read = told("1. Nyala. Shells hit the market on Monday.\n\n2. Zalingei. Four teachers were kidnapped on Sunday.\n")
    assert (read.place("hit"), read.place("kidnapped")) == ("Nyala", "Zalingei")


def test_the_last_of_several_names_is_the_nearest(told: Tell) -> None:
    read = told("Darfur, Nyala: Shells hit the market on Monday.\n\nDarfur, Zalingei: Four teachers were kidnapped on Sunday.\n")
    assert (read.place("hit"), read.place("kidnapped")) == ("Nyala", "Zalingei")


def test_the_words_of_a_deed_say_it_better_than_its_heading(told: Tell) -> None:
    read = told("Nyala. Shells hit the market of Kutum on Monday.\n\nZalingei. Four teachers were kidnapped on Sunday.\n")
    assert read.place("hit") == "Kutum"


def test_deeds_under_two_headings_are_never_one(told: Tell) -> None:
    one = "{0} A shelling killed nine people on Monday.\n\n{1} Two more were wounded in the shelling.\n"
    assert len(told(one.format("Nyala.", "It was a bad week.")).reading.events) == 1
    assert [event.place for event in told(one.format("Nyala.", "Zalingei.")).reading.events] == ["L1", "L2"]


def test_no_place_is_carried_past_a_heading(told: Tell) -> None:
    read = told("Nyala. Shells hit the market on Monday.\n\nRoads. Four teachers were kidnapped on Sunday.\n")
    assert read.place("kidnapped") == "-"


def test_a_thing_of_which_reports_speak_heads_nothing(told: Tell) -> None:
    read = told("Convoy. Shells hit two lorries in Nyala on Monday; the convoy left the market.\n\nMarket. Four teachers were kidnapped.\n")
    assert {place.name for place in read.reading.places} == {"Nyala"}


NO_HEADINGS = [
    "Maj. Idris Tolo said that gunmen killed a miller on Monday.\n\nCapt. Sami Rede said that a driver was shot.",
    "Dr. Lea Orn was shot on Monday.\n\nNo. 7 Battalion killed a miller on Tuesday.",
    "Rebels fled. They killed a miller.\n\nIt was bad. Soldiers shot a driver.",
]


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_titles_numbers_and_short_sentences_head_nothing(told: Tell, text: str) -> None:
    assert told(text).reading.places == ()


def test_titles_and_exclamations_do_not_cut_a_scene(told: Tell) -> None:
    text = "Brig. Gen. Orr was there.\n\nRebels attacked a bus near Nyala on Monday.\n\n{0} Soldiers shot four drivers."
    for begins in ("Mr. Tolo wept.", "Bad luck. The road was open."):
        assert told(text.format(begins)).place("shot") == "Nyala"


WIDER = [
    ("In North Kordofan province, soldiers", "North Kordofan"),
    ("In Chad, soldiers", "Chad"),
    ("In Sudan, soldiers", "NYALA"),
    ("Soldiers", "NYALA"),
]


@pytest.mark.parametrize(("begins", "place"), WIDER)
def test_a_heading_wins_over_no_land_that_it_does_not_lie_in(told: Tell, begins: str, place: str) -> None:
    read = told(f"NYALA. A judge was shot on Monday. {begins} killed four smugglers in a clash.\n\nKUTUM. A shell hit a mill in Sudan.\n")
    assert read.place("killed") == place


def test_where_a_deed_is_spoken_of_again_is_not_where_it_was(told: Tell) -> None:
    text = "A teacher was killed on Monday.\n\nNYALA - A drone hit a depot.\n\nGENEVA - The minister deplored the killing.\n"
    read = told(text)
    assert (read.place("killed"), read.place("hit")) == ("-", "NYALA")
    assert "GENEVA" not in {read.place("killing"), read.place("killed")}
