"""A deed that a report comes back to, however far on, is one event with its day and place. Invented reports of several wars."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]

LONG = (
    "Two rockets hit a wedding hall in the town of Nyala on Monday, killing 12 guests, a surgeon said. "
    "The hall stands beside a tannery that has been closed for years. "
    "Its owner, a grain dealer, rents it to families from the villages around. "
    "In Juba, diplomats were waiting for the two delegations, which had not left their hotels. "
    "The price of sorghum has doubled since the harvest, traders said, and rain has cut two roads. "
)

AGAIN = [
    "Nobody has said who was behind the attack.",
    "The wedding hall attack has shaken the whole region.",
    "Monday's explosions could be heard ten kilometres away, a herder said.",
    "The mission called it the bloodiest attack of the year.",
]


@pytest.mark.parametrize("last", AGAIN)
def test_a_deed_spoken_of_five_sentences_later_is_the_same_deed(told: Tell, last: str) -> None:
    read = told(LONG + last)
    strikes = [event for event in read.reading.events if event.type == "ASSAULT"]
    assert len(strikes) == 1
    assert (read.place("hit"), read.day("hit")) == ("Nyala", "2023-06-05")


ELSE = [
    "Another attack killed a guard.",
    "A second attack on the hall was foiled.",
    "The attack in Kassala last year killed nine.",
    "The kidnapping of a teacher has not been solved.",
]


@pytest.mark.parametrize("last", ELSE)
def test_another_deed_stays_another(told: Tell, last: str) -> None:
    read = told(LONG + last)
    spans = [read.reading.words(span) for event in read.reading.events if event.type == "ASSAULT" for span in event.also if "hit" in
             read.reading.words(event.trigger)]  # fmt: skip
    assert not {"attack", "kidnapping"} & set(spans)


def test_each_mention_goes_to_the_deed_whose_weapon_it_names(told: Tell) -> None:
    read = told(
        "A car bomb went off in Mocha on Tuesday. On Wednesday gunmen shot dead a judge in Taiz. "
        "Police are still looking for witnesses of the shooting. The blast also wrecked a pharmacy."
    )
    assert (read.place("shooting"), read.day("shooting")) == ("Taiz", "2023-06-07")
    assert (read.place("blast"), read.day("blast")) == ("Mocha", "2023-06-06")


def test_that_raid_is_the_one_told_last(told: Tell) -> None:
    read = told("Troops raided a farm near Goma on Monday. In 2012 rebels raided a bank in Bukavu. Four tellers died in that raid.")
    assert (read.place("died"), read.day("died")) == ("Bukavu", "2012-01-01")


def test_the_shells_are_those_that_were_fired(told: Tell) -> None:
    read = told("Artillery shelled a market in Kutum on Thursday. The shells landed among the stalls of the tailors.")
    assert len([event for event in read.reading.events if event.type == "ASSAULT"]) == 1


def test_the_wounded_of_the_next_sentence_are_of_the_same_attack(told: Tell) -> None:
    read = told("A bomb killed four policemen in Aden on Monday. Eleven others were wounded, a nurse said.")
    assert read.day("wounded") == "2023-06-05"
    assert len([event for event in read.reading.events if event.type == "ASSAULT"]) == 1


def test_a_deed_that_a_denier_denies_stays_apart(told: Tell) -> None:
    read = told("Jets bombed a school in Saada on Monday. The coalition said it had not carried out the bombing.")
    assert {event.status for event in read.reading.events if event.type == "ASSAULT"} >= {"happened", "denied"}
