"""The day of a deed that is counted from another deed of the report. Invented reports."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]
FIRST = "Rebels stormed the barracks at Mitu on Monday. "

COUNTED = [
    ("Minutes later a mine blew up a lorry.", "blew", "2023-06-05"),
    ("A cook was shot during the assault.", "shot", "2023-06-05"),
    ("Hours before the assault, police arrested a clerk.", "arrested", "2023-06-05"),
    ("Soldiers arrested a clerk two days after the assault.", "arrested", "2023-06-07"),
    ("The assault came three days after a patrol hit a mine.", "hit", "2023-06-02"),
]


@pytest.mark.parametrize(("then", "word", "day"), COUNTED)
def test_days_counted_from_another_deed(told: Tell, then: str, word: str, day: str) -> None:
    assert told(FIRST + then).day(word) == day


def test_a_deed_told_with_when_behind_a_time_is_of_that_time(told: Tell) -> None:
    read = told("The army has held the port since March, when it drove out the rebels.")
    assert read.day("drove") == "2023-03-01"
    assert read.deed("drove").when != read.reading.times[0]


def test_a_month_behind_whom_it_was_done_by(told: Tell) -> None:
    assert told("The dam was captured by a band of rebels in February.").day("captured") == "2023-02-01"


def test_ends_of_the_calendar_are_no_error(told: Tell) -> None:
    read = told("Rebels stormed the fort on 31 December 9999. Soldiers arrested a clerk two days after the assault.")
    assert read.day("arrested") == "-"


def test_nothing_told_as_done_is_dated_after_the_report(told: Tell) -> None:
    read = told("Pirates seized a tanker off Eyl on Wednesday. Five days after the seizure a cook was freed.")
    assert read.day("freed") <= "2023-06-09"
