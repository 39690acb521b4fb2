"""Deeds told in plain words: people taken from their beds, towns that fall or are taken back, what was done to nobody. Invented reports."""

from collections.abc import Callable
from typing import Any

Tell = Callable[[str], Any]


def test_who_is_taken_from_his_bed_is_taken(told: Tell) -> None:
    read = told("ABECHE, Chad - Armed men took the teacher Idriss Barka from his bed in Mao on Monday, his family said.")
    assert (read.doers("took"), read.befallen("took")) == (["Armed men"], ["Idriss Barka"])


def test_a_town_falls_and_is_taken_back(told: Tell) -> None:
    read = told("ABECHE, Chad - Mao fell on Monday. On Thursday the army took back Mao, which the rebels had seized three days earlier.")
    assert (read.place("fell"), read.day("fell")) == ("Mao", "2023-06-05")
    assert read.doers("took back") == ["Chadian army"]
    assert read.doers("seized") == ["rebels"]


def test_prices_and_snow_fall_as_well(told: Tell) -> None:
    read = told("ABECHE, Chad - Prices fell in Mao on Monday. Snow fell on the town, and a wall fell on a boy.")
    assert not [event for event in read.reading.events if event.type == "ASSAULT"]


def test_what_is_agreed_to_nobody_agrees_to(told: Tell) -> None:
    read = told("ABECHE, Chad - The rebels have agreed to nothing, their spokesman said.")
    assert read.deed("agreed").status == "denied"


def test_nothing_but_is_something(told: Tell) -> None:
    read = told("ABECHE, Chad - The shells hit nothing but the mosque of Mao on Monday, residents said.")
    assert read.deed("hit").status == "happened"


def test_where_a_deed_is_told_it_was_not_done(told: Tell) -> None:
    read = told(
        "ABECHE, Chad - Rebels carried off two nurses from the town of Mao on Monday. They killed a guard, a "
        "spokesman told reporters in Moundou."
    )
    assert read.place("killed") == "Mao"


def test_a_paragraph_stands_under_its_towns_name(told: Tell) -> None:
    read = told("What we found in western Chad\n\nMao. Two shells hit the market on Monday.\n\nMoundou. Rebels burned the town hall on Tuesday.")
    assert (read.place("hit"), read.place("burned")) == ("Mao", "Moundou")


def test_a_raid_called_by_its_date_is_no_other_days_raid(told: Tell) -> None:
    read = told("ABECHE, Chad - Nineteen people died in the raid of 3 May on Mao. The raid of 6 May killed eleven in Moundou.")
    assert {event.when.earliest for event in read.reading.events if event.when} == {"2023-05-03", "2023-05-06"}


def test_who_was_kidnapped_and_walked_home_kidnapped_nobody(told: Tell) -> None:
    read = told("ABECHE, Chad - Two nurses kidnapped in a raid on the town of Mao walked into a church on Monday, the bishop said.")
    assert read.doers("kidnapped") == []
