"""Who, where and when, over the sentences of a report: our own texts on invented wars."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]
"""A text becomes a `Told` (conftest.py)."""


def test_a_town_is_taken_after_a_battle_and_both_are_told(told: Tell) -> None:
    read = told("Rebels took the town of Kidal in northern Mali on Tuesday after fierce battles with the army, residents said.")
    assert [event.type for event in read.reading.events] == ["ASSAULT", "ASSAULT"]
    assert read.place("took") == "Kidal"


def test_the_nearest_name_is_the_place(told: Tell) -> None:
    assert told("The insurgents captured the town of Goundam in northern Mali on Tuesday.").place("captured") == "Goundam"


def test_a_spokesman_and_the_name_behind_his_group_are_one(told: Tell) -> None:
    read = told("A spokesman for the Taliban, Qari Yousuf, said its fighters had taken the bridge.")
    assert [party.name for party in read.reading.parties if party.kind == "person"] == ["Qari Yousuf"]
    assert read.doers("taken") == ["Taliban"]


def test_civilians_do_not_fire_on_themselves(told: Tell) -> None:
    assert told('Twelve villagers were killed in Goundam. "They shot at women and old men," said a teacher.').doers("shot") == []


def test_people_flee_from_where_they_were(told: Tell) -> None:
    assert told("Gunmen burnt down Goundam on Tuesday. Hundreds of families fled towards Timbuktu.").place("fled") != "Timbuktu"


def test_the_day_that_opens_a_sentence_is_that_of_the_deed_in_it(told: Tell) -> None:
    assert told("On Monday Saudi Arabia bombed a bridge, the rebels said.").day("bombed") == "2023-06-05"


def test_the_two_sides_are_the_states_and_not_their_soldiers(told: Tell) -> None:
    read = told("Indian soldiers were hurt in a blast. India blamed Pakistan. The two sides agreed to hold talks.")
    assert set(read.doers("agreed")) == {"Indian government", "Pakistan"}


def test_who_is_killed_by_shelling_shells_nobody(told: Tell) -> None:
    read = told("The militia retook Goundam on Tuesday, and nine nuns were killed by shelling in Timbuktu.")
    assert (read.doers("retook"), read.befallen("retook")) == (["militia"], [])
    assert (read.doers("shelling"), read.befallen("shelling")) == ([], ["nuns"])


def test_an_army_is_no_newspaper_and_a_first_group_of_nurses_is_no_armed_one(told: Tell) -> None:
    read = told("The National Salvation Army let a first group of nurses into Goundam.")
    assert [party.kind for party in read.reading.parties] == ["military", "civilians"]


def test_it_said_they_died_means_others_than_it(told: Tell) -> None:
    assert told("Bandits raided the depot, the army said. It said a dozen of them were shot dead.").befallen("shot") == ["Bandits"]


def test_what_is_told_after_he_who_says_it_is_not_his(told: Tell) -> None:
    assert told("Warplanes struck a bakery in Goundam, nurses said, killing six women.").doers("struck") != ["nurses"]


def test_those_whom_troops_kill_are_not_the_troops(told: Tell) -> None:
    assert told("The Maute group seized a school in Marawi. Soldiers killed nine of them.").befallen("killed") == ["Maute group"]


def test_a_truce_that_is_threatened_is_no_threat_and_stands(told: Tell) -> None:
    read = told("Shelling of Goundam threatened a truce between the army and the Front of Selm.")
    assert "THREATEN" not in {event.type for event in read.reading.events}
    assert read.deed("truce").status in ("happened", "ongoing")


def test_letters_and_digits_name_an_aircraft_and_no_group(told: Tell) -> None:
    read = told("Two MB-339 planes dropped bombs on a market in Goundam.")
    assert read.deed("bombs")
    assert [party.name for party in read.reading.parties if "339" in party.name] == []


def test_coalition_warplanes_are_the_coalition_of_the_report(told: Tell) -> None:
    read = told("The Saudi-led coalition closed the port on Monday. Coalition forces shelled Goundam.")
    assert read.doers("shelled") == ["Saudi-led coalition"]


def test_each_other_is_both(told: Tell) -> None:
    assert len(told("Sudan and Chad accused one another of shelling villages.").doers("shelling")) == 2


def test_who_brokers_a_truce_holds_no_fire(told: Tell) -> None:
    assert "Qatar" not in told("The ceasefire, mediated by Qatar, held for a week.").doers("ceasefire")


def test_until_they_free_them_is_a_condition(told: Tell) -> None:
    read = told("The premier has declined to meet the rebels until they release their captives.")
    assert read.deed("release").status == "conditional"


def test_a_headlines_capitals_make_no_place_of_the_deed(told: Tell) -> None:
    read = told("Nun, 40, Dies After Getting Hurt in Running Gunfight Between Militias in Goundam")
    assert read.place("Gunfight") == "Goundam"


@pytest.mark.parametrize(
    "where", ["several towns east of the capital", "a village held by the rebels"],
)
def test_a_deed_in_another_place_is_not_where_the_one_before_was(told: Tell, where: str) -> None:
    assert told(f"Jets bombed Goundam on Tuesday. Shells hit {where}, officials said.").place("hit") != "Goundam"


def test_a_quarter_of_a_town_may_be_in_the_town_of_the_deed_before(told: Tell) -> None:
    assert told("Jets bombed Goundam on Tuesday. Shells hit two districts an hour later, officials said.").place("hit") == "Goundam"


def test_what_a_deed_is_aimed_at_is_planned(told: Tell) -> None:
    assert told("Troops left at dawn for a drive aimed at capturing Goundam.").deed("capturing").status == "planned"
