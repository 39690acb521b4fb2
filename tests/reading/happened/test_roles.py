"""Who does a deed that is told by a noun, whom it befalls, where and on which day: the rows of roles.tsv."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_ROWS = [line.split("\t") for line in (Path(__file__).parent / "roles.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"][1:]


@pytest.mark.parametrize(("text", "word", "doers", "befallen", "place", "day"), _ROWS, ids=[row[0][:50] for row in _ROWS])
def test_who_whom_where_and_when(told: Callable[[str], Any], text: str, word: str, doers: str, befallen: str, place: str, day: str) -> None:
    read = told(text)
    asked = {"doers": doers, "befallen": befallen, "place": place, "day": day}
    found = {
        "doers": "; ".join(read.doers(word)) or "-", "befallen": "; ".join(read.befallen(word)) or "-",
        "place": read.place(word), "day": read.day(word),
    }  # fmt: skip
    assert {key: found[key] for key, value in asked.items() if value != "*"} == {key: value for key, value in asked.items() if value != "*"}


@pytest.mark.parametrize("text", [
    "The ministry offered a reward for information leading to the capture of the abductors.",
    "A bounty of a million was put on tips for the arrest and conviction of the snipers.",
])  # fmt: skip
def test_what_a_reward_is_for_has_not_been_done(told: Callable[[str], Any], text: str) -> None:
    assert not [event.type for event in told(text).reading.events if event.type in ("COERCE", "SANCTION")]


def test_a_charge_that_is_questioned_is_disputed_and_a_man_who_is_questioned_is_examined(told: Callable[[str], Any]) -> None:
    texts = ("Detectives questioned the porter for six hours.", "Senators questioned the credibility of the inquiry.")
    assert [told(text).deed("questioned").mode for text in texts] == ["investigate", "disapprove"]


@pytest.mark.parametrize("text", [
    "Deputies attacked the premier over his handling of the famine.", "The bishop attacked the junta's plan to raze the quarter.",
])  # fmt: skip
def test_to_attack_somebody_for_what_he_did_is_said(told: Callable[[str], Any], text: str) -> None:
    assert told(text).deed("attacked").type == "ACCUSE"


def test_shots_in_the_air_are_no_air_raid(told: Callable[[str], Any]) -> None:
    assert told("Police fired shots in the air to scatter a crowd in Darun.").deed("fired").mode == "firearms"
