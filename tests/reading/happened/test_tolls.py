"""What a deed cost is tied to the deed, in the forms that news agencies use: the rows of tolls.tsv."""

from pathlib import Path

import pytest

from sayso.model import Figure, Reading, Report
from sayso.reading.pipeline import Reader

_ROWS = [
    line.split("\t") for line in (Path(__file__).parent / "tolls.tsv").read_text(encoding="utf-8").splitlines()[1:] if not line.startswith("#")
][1:]


def _read(reader: Reader, text: str) -> Reading:
    return reader.read(Report(id="0" * 64, text=text, published="2023-03-08", published_basis="given"))


def _written(figure: Figure) -> str:
    low, high = ("" if bound is None else str(int(bound)) for bound in (figure.min, figure.max))
    return f"{figure.what.split()[0]} {low}-{high}"


def _held(reading: Reading) -> list[tuple[str, set[str]]]:
    """Each event's type and its figures in words."""
    figures = {figure.id: _written(figure) for figure in reading.figures}
    return [(event.type, {figures[id_] for id_ in event.figures}) for event in reading.events]


_FLOOR = 0.97
"""The share of the sentences whose deed must hold its counts: the judge of deeds may miss one in passing."""


def test_a_deed_holds_the_counts_of_its_dead_wounded_and_taken(reader: Reader) -> None:
    rows = [row for row in _ROWS if row[1] != "none"]
    missed = [
        text for text, type_, figures in rows
        if not any(kind == type_ and set(figures.split("; ")) <= held for kind, held in _held(_read(reader, text)))
    ]  # fmt: skip
    assert len(missed) <= (1 - _FLOOR) * len(rows), missed


@pytest.mark.parametrize("text", [row[0] for row in _ROWS if row[1] == "none"])
def test_a_count_that_no_deed_of_war_caused_is_no_deed_s(reader: Reader, text: str) -> None:
    assert not [one for kind, held in _held(_read(reader, text)) if kind == "ASSAULT" for one in held if one.startswith(("killed", "wounded"))]


def test_one_figure_goes_to_the_nearest_of_two_deeds(reader: Reader) -> None:
    reading = _read(reader, "Rebels shelled Orlat, killing 14 people, while the army bombed Tavra, killing five.")
    text = reading.report.text
    held = {text[slice(*event.trigger)]: [figure.min for figure in reading.figures if figure.id in event.figures] for event in reading.events}
    assert held == {"shelled": [14], "bombed": [5]}


def _by_deed(reading: Reading) -> dict[str, list[float | None]]:
    """The lower bounds of each event's figures, by the words of the event."""
    return {reading.words(event.trigger): [one.min for one in reading.figures if one.id in event.figures] for event in reading.events}


def test_parts_of_the_dead_go_to_the_deed_of_the_dead(reader: Reader) -> None:
    reading = _read(reader, "Shelling of Orlat killed 31 people on Monday. Among the dead were two porters.")
    assert _by_deed(reading) == {"Shelling": [31, 2]}


def test_a_sum_with_those_before_is_not_that_of_the_deed_just_told(reader: Reader) -> None:
    reading = _read(reader, "Three people were killed in Orlat on Monday, bringing the death toll there to 31.")
    assert _by_deed(reading) == {"killed": [3]}


def test_the_dead_count_for_no_deed_that_they_seem_to_do(reader: Reader) -> None:
    reading = _read(reader, "Jets struck a base near Orlat on Monday leaving 62 soldiers killed and 100 wounded.")
    assert [(event.type, len(event.figures)) for event in reading.events if event.figures] == [("ASSAULT", 2)]


def test_the_dead_of_a_war_are_not_those_of_the_raid_told_before(reader: Reader) -> None:
    reading = _read(reader, "Jets bombed a market in Orlat, killing 33 people. Some 70,000 islanders have died since the revolt began.")
    assert _by_deed(reading)["bombed"] == [33]


def test_those_taken_for_what_they_did_are_of_the_deed_that_took_them(reader: Reader) -> None:
    text = "Troops seized cars in Orlat and arrested 100 people, including three students suspected of taking part in protests, residents said."
    assert _by_deed(_read(reader, text))["arrested"] == [100, 3]


def test_the_dead_of_weeks_of_strikes_are_not_those_of_one(reader: Reader) -> None:
    text = (
        "Nine people were killed in air strikes on Orlat on Thursday, the mayor said. Since last week the town has been under intensive air strikes "
        "that have killed 70 people."
    )
    assert [9, 70] not in _by_deed(_read(reader, text)).values()
