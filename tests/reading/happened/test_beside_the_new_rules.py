"""The nearest innocent cases beside rules for feats, ages, places, tolls and "anti-": each was misread once. Invented reports of 9 June 2023."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]


def figures(read: Any, trigger: str) -> list[str]:
    """The words of the figures of the event told by a word."""
    counted = {figure.id: read.reading.words(figure.span) for figure in read.reading.figures}
    return [counted[one] for event in read.reading.events if read.reading.words(event.trigger) == trigger for one in event.figures]


@pytest.mark.parametrize("verb", ["reported", "condemned", "confirmed"])
def test_who_tells_of_an_advance_does_not_make_it(told: Tell, verb: str) -> None:
    assert told(f"The United States {verb} an Islamic State advance seizing Ramadi.").doers("seizing") == ["Islamic State"]


def test_an_arrest_is_of_its_own_day_and_not_of_the_year_of_the_crime(told: Tell) -> None:
    (event,) = [one for one in told("On Monday police arrested a suspect in the bombing of 2008.").reading.events if one.type == "COERCE"]
    assert event.when.earliest == "2023-06-05"


@pytest.mark.parametrize(("text", "trigger", "counts"), [
    ("In Ramadi, 12, including four policemen, died in a bombing.", "bombing", ["12", "four policemen"]),
    ("The toll of the injured rose to 51 people after a bomb hit a market in Kabul on Monday.", "bomb", []),
    ("A girl died of wounds on Monday, raising the death toll from Sunday's bombing in Kabul to 31.", "bombing", ["31"]),
    ("A bomb in Kabul killed three policemen on Sunday, bringing the death toll to five.", "bomb", ["three policemen", "five"]),
    ("A bomb killed nine people in Homs on Monday. Two nurses were among 40 dead in an earthquake in Iran.", "bomb", ["nine people"]),
])  # fmt: skip
def test_a_count_is_of_what_it_is_told_to_be(told: Tell, text: str, trigger: str, counts: list[str]) -> None:
    assert figures(told(text), trigger) == counts


@pytest.mark.parametrize(("text", "word", "place"), [
    ("Rebels entered Malakal on Monday. Government troops are fighting them near the airport.", "fighting", "Malakal"),
    ("Nairobi was in shock on Monday. President Kenyatta said gunmen had killed 39 people at a mall.", "killed", "Nairobi"),
    ("There was chaos in Benghazi, where the prime minister said militias had killed 12 protesters.", "killed", "Benghazi"),
    ("Gunmen attacked Nairobi University. They killed nine.", "killed", "Nairobi"),
    ("Hundreds of people from Bama fled when gunmen burned houses.", "fled", "Bama"),
])  # fmt: skip
def test_a_deed_keeps_the_place_just_told(told: Tell, text: str, word: str, place: str) -> None:
    assert told(text).place(word) == place


def test_the_second_attack_in_a_week_may_be_the_one_just_told(told: Tell) -> None:
    read = told("Twelve people were killed in an attack in Kano on Monday. The second attack in a week was claimed by Boko Haram.")
    assert len([event for event in read.reading.events if event.type == "ASSAULT"]) == 1


@pytest.mark.parametrize("name", ["Anti-Terrorism Unit", "Anti-Corruption Bureau", "Anti-Coup Alliance"])
def test_a_body_against_something_keeps_its_whole_name(told: Tell, name: str) -> None:
    assert told(f"The {name} raided a house in Nairobi on Monday.").doers("raided") == [name]
