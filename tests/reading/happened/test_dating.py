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


GOING_ON = [
    ("They shot two cooks.", "shot", "2023-06-05"),
    ("A clerk was led away.", "led", "2023-06-05"),
    ("Soldiers have shot two cooks since.", "shot", "-"),
    ("Soldiers are besieging a mill.", "besieging", "-"),
    ("Soldiers had shot two cooks.", "shot", "-"),
    ("Elsewhere soldiers shot two cooks.", "shot", "-"),
]


@pytest.mark.parametrize(("then", "word", "day"), GOING_ON)
def test_what_goes_on_in_the_plain_past_is_of_the_day_of_the_deed_before(told: Tell, then: str, word: str, day: str) -> None:
    assert told(FIRST + then).day(word) == day


def test_a_day_carried_from_the_deed_before_is_marked(told: Tell) -> None:
    read = told(FIRST + "They shot two cooks.")
    assert "date carried" in read.deed("shot").by
    assert "date carried" not in read.deed("stormed").by


def test_a_new_paragraph_is_of_that_day_only_with_the_same_doers(told: Tell) -> None:
    assert told(FIRST + "\n\nThe attackers shot two cooks.").day("shot") == "2023-06-05"
    assert told(FIRST + "\n\nA farmer shot two cooks.").day("shot") == "-"


def test_a_deed_that_another_is_counted_from_has_its_day(told: Tell) -> None:
    assert told("Rebels freed six nurses on Monday, nine days after their abduction.").day("abduction") == "2023-05-27"


def test_the_day_may_stand_with_what_somebody_was_made_to_do(told: Tell) -> None:
    assert told("Rebels shot a pilot when he was forced to land near Mitu on Monday.").day("shot") == "2023-06-05"


def test_who_denies_a_deed_and_gives_his_own_account_speaks_of_its_day(told: Tell) -> None:
    read = told("Nine people died on Monday when an air strike hit Mitu. The army denied any responsibility, saying its raids had hit a depot.")
    assert read.day("raids") == "2023-06-05"


def test_a_verb_without_a_day_has_that_of_its_when(told: Tell) -> None:
    assert told("Forty rebels were captured when soldiers stormed the fort at Mitu on Monday.").day("captured") == "2023-06-05"
