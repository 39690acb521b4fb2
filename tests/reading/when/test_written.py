"""The day that a text bears itself, against the one given with it; and times that date nothing. Invented reports."""

import pytest

from sayso.intake.anatomy import from_row
from sayso.model import Reading
from sayso.reading.pipeline import Reader


def read(reader: Reader, text: str, published: str | None) -> Reading:
    row = {"text": text, "published": published} if published else {"text": text}
    return reader.read(from_row(row))


HEADS = [
    "Wednesday 12 Jun 2024 Shells struck the fish market of Lurin on Wednesday and killed seven traders.",
    "Fish market hit Wednesday, June 12, 2024. Shells killed seven traders in Lurin on Wednesday.",
    "LURIN, June 12, 2024 (Alta News) - Shells struck the fish market on Wednesday and killed seven traders.",
    "12 June 2024\n\nShells struck the fish market of Lurin on Wednesday and killed seven traders.",
]


@pytest.mark.parametrize("text", HEADS)
def test_days_are_counted_from_the_day_that_the_text_bears_and_the_reading_says_so(reader: Reader, text: str) -> None:
    reading = read(reader, text, "2024-07-12")
    (warning,) = reading.warnings
    assert "2024-07-12 was given" in warning
    assert "counted from 2024-06-12" in warning
    assert reading.report.published == "2024-07-12"  # what was given stays what was given
    assert {event.when.earliest for event in reading.events if event.when} == {"2024-06-12"}


@pytest.mark.parametrize(("text", "published"), [
    (HEADS[0], "2024-06-12"),
    (HEADS[0], "2024-06-13"),  # out a day later
    (HEADS[0], None),
    ("Wednesday 31 Jun 2024 Shells killed seven traders on Wednesday.", "2024-07-12"),  # there is no such day
    ("Friday 12 Jun 2024 Shells killed seven traders on Wednesday.", "2024-07-12"),  # it was no Friday
    ("The war began on Wednesday 12 June 2024. Shells killed seven traders on Monday.", "2024-07-12"),
    ("Since Wednesday, June 12, 2024, shells have killed seven traders.", "2024-07-12"),
    ("A truce signed 12 June 2024 still holds, the mayor said on Monday.", "2024-07-12"),
])  # fmt: skip
def test_nothing_is_warned_of_where_the_text_bears_no_other_day(reader: Reader, text: str, published: str | None) -> None:
    assert read(reader, text, published).warnings == ()


@pytest.mark.parametrize("text", [
    "Velmark sides agree to 48-hour truce, first since 2019",
    "It was the worst attack on the city since 2016, residents said.",
    "The raid was the deadliest strike on the capital since March.",
])  # fmt: skip
def test_since_when_something_is_the_first_or_worst_dates_nothing(reader: Reader, text: str) -> None:
    reading = read(reader, text, "2023-06-07")
    assert reading.events
    assert [event.when for event in reading.events] == [None] * len(reading.events)


def test_since_a_day_without_comparison_still_dates(reader: Reader) -> None:
    (event,) = read(reader, "Rebels have shelled the town since Friday.", "2023-06-07").events
    assert event.when is not None
    assert (event.when.earliest, event.when.latest) == ("2023-06-02", "2023-06-07")


@pytest.mark.parametrize("text", [
    "The UN said it had been unable to reach the town since Friday and urged both sides to stop fighting.",
    "The army has besieged the town since 2019 and demanded its surrender.",
    "Nobody had entered the town for six weeks, the governor said, but the army said that it had broken the siege on Sunday.",
])  # fmt: skip
def test_the_time_of_another_clause_dates_no_statement(reader: Reader, text: str) -> None:
    assert {statement.stated for statement in read(reader, text, "2023-06-07").statements} == {None}


def test_a_time_at_the_cue_dates_the_statement(reader: Reader) -> None:
    (statement,) = read(reader, "The minister told reporters on Monday that the raid had failed.", "2023-06-07").statements
    assert statement.stated is not None
    assert statement.stated.earliest == "2023-06-05"
