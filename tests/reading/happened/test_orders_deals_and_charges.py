"""What is owned up to, ordered, listed, or done under a deal: our own sentences on invented wars."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]
"""A text becomes a `Told` (conftest.py)."""


@pytest.mark.parametrize("text", [
    "Chad declined to take responsibility for the shelling of a ferry.",
    "The bishops want the junta to acknowledge responsibility for the shelling of a ferry.",
    "Sudan must bear responsibility for the shelling of a ferry, the envoy said.",
])  # fmt: skip
def test_who_does_not_own_up_is_not_the_doer(told: Tell, text: str) -> None:
    assert not {"Chad", "junta", "Sudan"} & set(told(text).doers("shelling"))


def test_who_is_acquitted_did_nothing(told: Tell) -> None:
    assert told("Judges acquitted a colonel of the murder of two monks.").doers("murder") == []


@pytest.mark.parametrize(("text", "word", "status"), [
    ("Militia frees nine nurses under swap deal", "frees", "happened"),
    ("Under the deal the militia surrenders its mortars.", "surrenders", "planned"),
    ("The inquest's paper lists the killing of six monks by soldiers.", "killing", "happened"),
    ("The marines obeyed an order to shell a school, wounding nine girls.", "shell", "happened"),
    ("The colonel issued an order to shell the school.", "shell", "demanded"),
    ("Doctors found evidence for the torture of monks by soldiers in Goundam.", "torture", "happened"),
])  # fmt: skip
def test_deals_papers_orders_and_proof(told: Tell, text: str, word: str, status: str) -> None:
    assert told(text).deed(word).status == status


def test_the_attackers_own_dead_are_not_their_victims(told: Tell) -> None:
    read = told("An assault by bandits left three guards dead, and four bandits were killed by the police in Goundam.")
    assert read.befallen("assault") == ["guards"]


def test_what_is_avenged_is_another_deed(told: Tell) -> None:
    read = told("The militia shelled a depot in revenge for the killing of its chief.")
    assert "its chief" not in read.befallen("shelled")


@pytest.mark.parametrize("text", [
    "The envoy pressed the militia to return to the table.", "The militia said the army had failed to keep its promise to leave Goundam.",
    "The colonel threatened to go back on his word.",
])  # fmt: skip
def test_moves_that_are_only_asked_for_failed_or_threatened_are_not_made(told: Tell, text: str) -> None:
    moves = told(text).reading.moves
    assert not [move.kind for move in moves if move.kind in ("accept", "implement", "breach") and move.status == "happened"]


@pytest.mark.parametrize("text", ["Villagers feared Zamoran militants. The looters were Zamoran", "Army: Kavan rebels hit a depot. Next: Kavan"])
def test_a_name_may_be_the_last_word(told: Tell, text: str) -> None:
    assert told(text).reading.parties


def test_what_one_shells_of_ones_own_befalls_nobody_who_accuses(told: Tell) -> None:
    read = told("The Front of Selm accused the marines of bombing their own barracks.")
    assert "Front of Selm" not in read.befallen("bombing")


def test_a_word_of_time_is_no_part_of_a_name(told: Tell) -> None:
    places = told("Guns fell silent near Goundam overnight, the mayor said.").reading.places
    assert [place.name for place in places] == ["Goundam"]


def test_a_mediators_country_lends_no_army(told: Tell) -> None:
    read = told("The army bombed a ferry on Tuesday. Finland's foreign minister, who is mediating, called for calm.")
    assert read.doers("bombed") == ["army"]
