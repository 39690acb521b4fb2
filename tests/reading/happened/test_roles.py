"""Who does a deed that is told by a noun, whom it befalls, where and on which day: the rows of roles.tsv."""

from pathlib import Path

import pytest

from sayso.model import Event, Reading, Report
from sayso.reading.pipeline import Reader

_ROWS = [line.split("\t") for line in (Path(__file__).parent / "roles.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"][1:]


def _read(reader: Reader, text: str) -> Reading:
    return reader.read(Report(id="0" * 64, text=text, published="2023-06-09", published_basis="given"))


def _deed(reading: Reading, word: str) -> Event:
    found = [event for event in reading.events if any(word in reading.words(span) for span in (event.trigger, *event.also))]
    assert found, f"no event at {word!r}"
    return found[0]


@pytest.mark.parametrize(("text", "word", "doers", "befallen", "place", "day"), _ROWS, ids=[row[0][:50] for row in _ROWS])
def test_who_whom_where_and_when(reader: Reader, text: str, word: str, doers: str, befallen: str, place: str, day: str) -> None:
    reading = _read(reader, text)
    event = _deed(reading, word)
    names = {one.id: one.name for one in (*reading.parties, *reading.places)}
    told = {
        "doers": "; ".join(names[party] for party in event.actors) or "-",
        "befallen": "; ".join(names[party] for party in event.recipients) or "-",
        "place": names[event.place] if event.place else "-",
        "day": (event.when.earliest if event.when else None) or "-",
    }
    asked = {"doers": doers, "befallen": befallen, "place": place, "day": day}
    assert {key: told[key] for key, value in asked.items() if value != "*"} == {key: value for key, value in asked.items() if value != "*"}


@pytest.mark.parametrize("text", [
    "The ministry offered a reward for information leading to the capture of the abductors.",
    "A bounty of a million was put on tips for the arrest and conviction of the snipers.",
])  # fmt: skip
def test_what_a_reward_is_for_has_not_been_done(reader: Reader, text: str) -> None:
    assert not [event.type for event in _read(reader, text).events if event.type in ("COERCE", "SANCTION")]


def test_a_charge_that_is_questioned_is_disputed_and_a_man_who_is_questioned_is_examined(reader: Reader) -> None:
    modes = [_deed(_read(reader, text), "questioned").mode for text in (
        "Detectives questioned the porter for six hours.", "Senators questioned the credibility of the inquiry.")]  # fmt: skip
    assert modes == ["investigate", "disapprove"]


@pytest.mark.parametrize("text", [
    "Deputies attacked the premier over his handling of the famine.", "The bishop attacked the junta's plan to raze the quarter.",
])  # fmt: skip
def test_to_attack_somebody_for_what_he_did_is_said(reader: Reader, text: str) -> None:
    assert _deed(_read(reader, text), "attacked").type == "ACCUSE"


def test_shots_in_the_air_are_no_air_raid(reader: Reader) -> None:
    assert _deed(_read(reader, "Police fired shots in the air to scatter a crowd in Darun."), "fired").mode == "firearms"
