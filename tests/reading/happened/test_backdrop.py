"""Deeds that are spoken of and told of no day, next to the same words told as deeds."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The militia has enough rockets to hit the port of Aden.", []),
        ("The militia fired rockets to hit the port of Aden.", ["ASSAULT"]),
        ("Its fighters are notorious for raids on remote posts.", []),
        ("Its fighters were blamed for raids on three remote posts.", ["ACCUSE", "ASSAULT"]),
        ("The colonel, who took power in a 2012 coup, arrested two ministers on Monday.", ["COERCE"]),
        ("The bridge was blown up by soldiers in 1974.", []),
        ("The bridge was blown up by soldiers in May.", ["ASSAULT"]),
        ("The treaty requires both states to give up their mines.", []),
        ("The conference is a yearly gathering of generals.", []),
        ("The spokesman gave no details.", []),
        ("The airline resumed flights to Goma after the storm.", []),
    ],
)
def test_what_is_only_spoken_of_is_no_deed(told: Callable[[str], Any], text: str, types: list[str]) -> None:
    assert sorted({event.type for event in told(text).reading.events}) == types


def test_history_that_a_report_comes_back_to_is_told(told: Callable[[str], Any]) -> None:
    read = told("In 1998 rebels raided a bank in Bukavu. Four tellers died in that raid.")
    assert read.day("died") == "1998-01-01"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The militia gave the herders three days to leave the valley.", "THREATEN"),
        ("The warlord swore that he would burn the town.", "THREATEN"),
        ("The rebels dug their heels in over the port.", "REJECT"),
        ("The delegation walked away from the table.", "SANCTION"),
        ("Students occupied the rectory.", "PROTEST"),
        ("Two destroyers steamed into the strait.", "MOBILIZE"),
        ("Shells tore into a bus depot in Kherson.", "ASSAULT"),
        ("The minister tore into the governor over the delays.", "ACCUSE"),
        ("Policemen stripped the families of their papers.", "COERCE"),
        ("Electricians restored power to the hospital in Nyala.", "AID"),
    ],
)
def test_known_words_in_further_frames(told: Callable[[str], Any], text: str, type_: str) -> None:
    assert type_ in {event.type for event in told(text).reading.events}


def test_the_day_behind_the_last_noun_is_the_verbs(told: Callable[[str], Any]) -> None:
    assert told("The army broke off talks with the rebels on Tuesday.").day("broke") == "2023-06-06"
    assert told("The army resumed its assault on the enclave on Tuesday.").day("assault") == "2023-06-06"


def test_what_another_state_does_is_not_at_the_place_of_the_deed_before(told: Callable[[str], Any]) -> None:
    read = told("Drones hit a market in Kosti on Monday. Egypt took in 4,000 refugees.")
    assert (read.place("hit"), read.place("took")) == ("Kosti", "-")


def test_a_part_of_a_town_is_named_before_the_town(told: Callable[[str], Any]) -> None:
    assert told("Jets bombed Jobar in Damascus on Monday.").place("bombed") == "Jobar"
