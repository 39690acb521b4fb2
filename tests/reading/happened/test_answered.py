"""Whom an answer goes to, and whose a denied deed would be: our own texts on invented wars."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]


@pytest.mark.parametrize("text", [
    "The Dutch government denied any role in the raid on a clinic.",
    "The Dutch government rejected accusations of involvement in the raid.",
    "The militia had no hand in the raid, it said.",
])  # fmt: skip
def test_a_deed_that_is_disowned_is_denied(told: Tell, text: str) -> None:
    assert told(text).deed("raid").status == "denied"


def test_a_part_that_is_owned_up_to_is_not_denied(told: Tell) -> None:
    assert told("The militia did not deny a role in the raid on Tuesday.").deed("raid").status != "denied"


def test_a_plan_called_by_a_name_is_not_that_of_who_spoke_last(told: Tell) -> None:
    assert told("The rebels demanded a corridor to Goundam. Ghana rejected the Vance plan.").befallen("rejected") == []


def test_what_is_promised_to_be_done_against_a_third_is_not_promised_to_him(told: Tell) -> None:
    assert told("Ghana pledged to keep fighting the rebels.").befallen("pledged") == []


def test_in_talks_nobody_is_a_doer_and_befallen(told: Tell) -> None:
    read = told("Ghana agreed with the Sarn Front on a truce in Oslo. The Sarn Front and Ghana agreed on it in May, diplomats said.")
    for event in read.reading.events:
        assert event.type != "AGREE" or not set(event.actors) & set(event.recipients)


def test_they_in_the_words_of_its_spokesman_are_the_others(told: Tell) -> None:
    read = told('The Sarn Front fought troops on Monday and accused them of a raid. "They burned four farms," its spokesman, Ole Hammer, said.')
    assert "Sarn Front" not in read.doers("burned")


def test_dozens_who_are_left_dead_are_not_those_who_fired(told: Tell) -> None:
    assert "rebels" not in told("Rockets from the rebels hit a fair and left dozens wounded.").befallen("hit")


def test_what_is_demanded_stays_demanded_when_the_demand_is_rejected(told: Tell) -> None:
    assert told("The junta rejected a demand that the guerrillas be freed.").deed("freed").status == "demanded"


def test_a_truce_ruled_out_until_the_others_give_up_has_seen_nobody_give_up(told: Tell) -> None:
    assert told("The junta ruled out talks until the guerrillas surrender.").deed("surrender").status == "conditional"


def test_they_in_what_the_speaker_of_a_group_tells_are_the_group(told: Tell) -> None:
    read = told("The Sarn Front fought troops near Goundam. A spokesman for the Front said they had shot down a jet.")
    assert read.doers("shot") == ["Sarn Front"]


NOT_DISOWNED = [
    "Judges threw out and rejected the general's denial of responsibility for the shooting of two nuns.",
    "The governor took no responsibility for the shooting of two nuns.",
    "It is not true that the battalion took no part in the shooting of two nuns.",
]


@pytest.mark.parametrize("text", NOT_DISOWNED)
def test_a_denial_that_is_turned_down_denies_no_deed(told: Tell, text: str) -> None:
    assert told(text).deed("shooting").status == "happened"


@pytest.mark.parametrize("share", ["having any hand", "that it had any hand"])
def test_who_denies_having_had_a_share_denies_the_deed(told: Tell, share: str) -> None:
    assert told(f"Chad denied {share} in the shooting of two nuns.").deed("shooting").status == "denied"


CONDEMNED = {
    "Ghana condemned the shelling of a convent by the Sarn Front.": ["Sarn Front"],
    "The beheading of three monks was condemned by Ghana.": [],
    "Ghana denounced the arrest of two editors.": [],
}


@pytest.mark.parametrize(("text", "accused"), CONDEMNED.items(), ids=CONDEMNED)
def test_whom_a_condemned_deed_befell_is_accused_of_nothing(told: Tell, text: str, accused: list[str]) -> None:
    assert told(text).befallen("condemned" if "condemned" in text else "denounced") == accused
