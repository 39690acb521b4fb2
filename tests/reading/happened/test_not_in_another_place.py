"""Where deeds were that stand beside other places: what only tells where another lies, whence people are, or of what is no deed of one day.

Invented reports of 9 June 2023.
"""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]

BEARINGS = [
    (
        "Soldiers raided villages in the Arda Plain north of the city of Nyala on Monday, burning houses and arresting people.",
        "arresting", "Arda Plain",
    ),
    ("Gunners stepped up their shelling of western Darfur, a stronghold outside Nyala.", "shelling", "western Darfur"),
    ("The rebels took the refinery of Nyala, 50 km west of Zalingei. They fought 150 soldiers.", "fought", "Nyala"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "place"), BEARINGS)
def test_a_deed_is_not_at_the_place_that_only_tells_where_its_own_lies(told: Tell, text: str, word: str, place: str) -> None:
    assert told(text).place(word) == place


def test_a_deed_is_not_where_another_was_by_which_it_is_dated(told: Tell) -> None:
    read = told("Nine people were killed on Monday, just hours after a raid left dozens dead in Nyala.")
    assert (read.place("killed"), read.place("raid")) == ("-", "Nyala")


def test_what_is_denied_may_be_where_another_said_it_would_be(told: Tell) -> None:
    text = "The rebels denied that they had agreed on a truce, a day after a monitor said that families would be let out of Nyala."
    assert told(text).place("truce") == "Nyala"


def test_what_killed_them_was_where_they_died(told: Tell) -> None:
    assert told("Nine people died on Monday after shells hit a market in Nyala.").place("died") == "Nyala"


def test_those_who_were_killed_before_others_fled_did_not_die_where_they_fled_to(told: Tell) -> None:
    assert told("Most of the raiders were killed before others fled away towards hills near the Chadian border.").place("killed") == "-"


def test_what_doers_fire_on_is_where_it_falls(told: Tell) -> None:
    assert told("Three people were wounded by shells fired by rebels on the quarters of Abbasa and Shati in Nyala.").place("fired") == "Abbasa"


def test_what_is_fired_into_a_country_falls_there(told: Tell) -> None:
    assert told("Troops have fired shells into Chad.").place("fired") == "Chad"


CARRIED_NO_FURTHER = [
    ("Shells hit a mill in Nyala on Monday. The brigade has been fighting the army for months.", "fighting"),
    ("Shells killed a miller in Nyala on Monday. The union has the names of 60 civilians killed this month.", "60 civilians killed"),
    ("Shells fell in Nyala on Monday. Police clashed with gunmen in several provinces.", "clashed"),
    ("A school that sheltered families from Nyala and Zalingei was burned.", "burned"),
    ("Moscow has continued to supply rifles to the rebels.", "supply"),
]


@pytest.mark.parametrize(("text", "word"), CARRIED_NO_FURTHER)
def test_what_is_said_at_large_is_not_where_the_deed_before_was(told: Tell, text: str, word: str) -> None:
    read = told(text)
    last = max((one for one in read.reading.events if read.reading.words(one.trigger) in word), key=lambda one: one.trigger)
    assert last.place is None


def test_the_capital_is_not_the_city_in_the_name_of_a_school(told: Tell) -> None:
    text = "His teachers at the London School of Economics were silent. He fled last week from a camp near the capital."
    assert told(text).place("fled") == "-"


def test_where_a_minister_speaks_is_not_where_the_deed_was_and_where_residents_speak_it_was(told: Tell) -> None:
    assert told("In Berlin, Foreign Minister Guido Lenk said the defection on Thursday of a general was the end.").place("defection") == "-"
    assert told("In Geneva, commissioner Navi Orlo said soldiers had shelled hospitals.").place("shelled") == "-"
    assert told("In Nyala, residents said soldiers had burned nine houses.").place("burned") == "Nyala"
