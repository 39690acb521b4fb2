"""Where and when what a later report comes back to was: days counted from it, "there", a raid that it has told. Invented reports of 9 June 2023."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]

DAYS = [
    ("Boys shot a customs clerk in Mitu on Wednesday. It came two days after a bomb killed nine drovers.", "bomb", "2023-06-05"),
    ("Handbills were found on Wednesday. They turned up two days after gunmen shot two clerks. A cook was abducted the same day.", "abducted",
     "2023-06-05"),
    ("The ban, which drovers called mild, came after a drone attack on a dairy south of the capital on Monday.", "drone attack", "2023-06-05"),
    ("Two boys died on Monday when a shell landed in a yard in Mitu. It had been fired by the militia at a depot and fell short, a clerk said.",
     "fired", "2023-06-05"),
    ("Shells hit the weir on Monday, a monitor said. Twelve people are now known to have died in that attack, the mayor said on Thursday.", "attack",
     "2023-06-05"),
    ("Gunmen stormed a mill on Monday. The attackers shot two cooks, said a carter who had walked all Tuesday night to Nyala.", "shot", "2023-06-05"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "day"), DAYS)
def test_the_day_of_a_deed_by_that_of_what_was_told_with_it(told: Tell, text: str, word: str, day: str) -> None:
    assert told(text).day(word) == day


def test_a_day_that_its_own_words_count_is_not_only_carried_over(told: Tell) -> None:
    read = told("Rebels stormed the fort at Mitu on Monday. Soldiers arrested a clerk two days after the assault.")
    assert read.deed("arrested").by.endswith("date counted")


def test_what_was_followed_is_not_of_the_day_of_what_followed(told: Tell) -> None:
    assert told("Rebels fled on 2 June. The raid on the weir at Mitu was followed a day later by a strike.").day("raid") != "2023-06-03"


def test_who_died_in_the_shelling_days_later_did_not_die_of_what_was_told_before(told: Tell) -> None:
    read = told("Soldiers fired mortars at a mill in Mitu on 1 June. Two days later two women died in the shelling of a dairy.")
    assert (read.day("fired"), read.day("shelling")) == ("2023-06-01", "2023-06-03")


PLACES = [
    ("Rebels raided Nyala. The minister said in Almar that nine Drovers were killed there.", "killed", "Nyala"),
    ("Soldiers raided Nyala. Nine men from Mitu were shot there.", "shot", "Nyala"),
    ("In Nyala, the health ministry said nine people were killed.", "killed", "Nyala"),
    ("The mayor of Nyala spoke of last month's shelling there.", "shelling", "Nyala"),
    ("Nyala is the capital. Drovers spoke of a drone attack on a dairy south of the capital.", "drone attack", "Nyala"),
    ("A bomb tore a hole in the Tavra-Selm oil pipeline not far from Nyala.", "bomb", "Nyala"),
    ("Militiamen stormed three posts at Nyala late on Thursday, killing nine. The governor went home early that night, with all his clerks. "
     "He did not speak.\n\nNobody else in his office would say anything of it, and the telephones were dead.\n\nThe militia claimed the raid "
     "in a letter.", "raid", "Nyala"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "place"), PLACES)
def test_the_place_that_words_go_back_to(told: Tell, text: str, word: str, place: str) -> None:
    assert told(text).place(word) == place


def test_of_whom_something_is_told_in_a_place_may_have_suffered_elsewhere(told: Tell) -> None:
    read = told("In Nyala the council buried two nurses who were shot last week.")
    assert "place carried" in read.deed("shot").by
    assert "place carried" not in told("In Nyala two nurses were shot last week.").deed("shot").by


def test_what_readers_know_of_is_where_its_heading_says(told: Tell) -> None:
    digest = "Nyala. Shells hit the market on Monday.\n\nZalingei. Four men were kidnapped.\n\n"
    digest += "Kutum. No one has been charged with the murder of the judge.\n"
    assert told(digest).place("murder") == "Kutum"
    assert told(digest.replace("of the judge", "of a judge of Zalingei")).place("murder") != "Kutum"


def test_the_town_is_none_that_another_heading_was_over(told: Tell) -> None:
    digest = "Kutum counts its dead.\n\nNyala. Six people were killed in Nyala on Monday. A second salvo landed in fields outside the town.\n\n"
    read = told(f"{digest}Port Sudan. Quiet.\n")
    assert read.place("salvo") in ("Nyala", "-")
