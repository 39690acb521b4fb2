"""What seems to be a side's deed and is not: what it wards off, what is told against it. Invented reports."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]
"""A text becomes a `Told` (conftest.py)."""


@pytest.mark.parametrize("text", [
    "The Oranjan air force shot down five missiles on Monday. An air strike on the port of Zelin killed nine people on Tuesday.",
    "The Oranjan air force shot down five missiles on Monday. Nine people were killed in an air raid on the port of Zelin.",
    "The marines shot down 13 drones. A night watchman was killed when a mill collapsed, the governor said.",
])  # fmt: skip
def test_what_hits_then_is_not_theirs_who_warded_off(told: Tell, text: str) -> None:
    assert told(text).doers("killed") == []


def test_a_helicopter_that_is_shot_down_is_an_attack(told: Tell) -> None:
    assert told("The rebels shot down an army helicopter on Monday. The attack killed four soldiers.").doers("attack") == ["rebels"]


def test_an_air_strike_is_not_the_air_forces_for_the_word(told: Tell) -> None:
    assert told("The Oranjan air force opened a museum. An air strike hit a market in Zelin.").doers("strike") == []


def test_what_is_against_a_side_is_not_its_deed(told: Tell) -> None:
    protests = told("The unrest in Zelin began with anti-government protests.")
    assert (protests.doers("protests"), protests.befallen("protests")) == ([], ["government"])


@pytest.mark.parametrize(("text", "word", "doers"), [
    ("Islamic State-linked militants attacked the town.", "attacked", ["militants"]),
    ("The Saudi-backed government shelled the town.", "shelled", ["Saudi-backed government"]),
    ("The Taliban met Catholic Church delegates. The ministry demanded that the group free all hostages.", "free", ["Taliban"]),
    ('The commander, Antonio Garcia, said the raid was "a mistake". He later shelled the mill.', "shelled", ["Antonio Garcia"]),
])  # fmt: skip
def test_whose_deed_it_is_among_others(told: Tell, text: str, word: str, doers: list[str]) -> None:
    """Not who stands behind them; an armed group before a church; who has said what a quotation ended with."""
    assert told(text).doers(word) == doers


def test_they_are_not_the_sources_who_told_of_them(told: Tell) -> None:
    text = "Hundreds of fighters attacked the base from three directions, the sources said. They seized weapons and burned vehicles."
    assert told(text).doers("burned") == ["fighters"]


def test_an_offensive_that_another_tells_of_gives_an_air_strike_no_doer(told: Tell) -> None:
    text = (
        "An air strike hit a district of Zelin, the Oranjan government said. "
        "A rebel spokesman said Chadian troops had joined the offensive and captured the mill."
    )
    assert told(text).doers("air strike") == []


@pytest.mark.parametrize(("text", "word", "befallen"), [
    ("A Chadian ship was attacked with sea drones on Monday.", "attacked", ["Chadian ship"]),
    ("The Oranjan mission said six of its 25 crew had been pulled from the water.", "pulled", ["crew"]),
    ("Israel sank a boat. Chad led a coalition against the Houthis and has attacked them since March.", "attacked", ["Houthis"]),
])  # fmt: skip
def test_whom_it_befalls_among_others(told: Tell, text: str, word: str, befallen: list[str]) -> None:
    """Not what it is done with; not whose crew it is; a name in the plural for "them"."""
    assert told(text).befallen(word) == befallen


@pytest.mark.parametrize("text", ["A naval mission said the sea was calm.", "Chad delayed the vote for days in protest at the wording."])
def test_a_mission_that_speaks_and_what_is_done_in_protest_are_no_deeds_of_theirs(told: Tell, text: str) -> None:
    assert not {"ASSAULT", "PROTEST"} & {event.type for event in told(text).reading.events}


@pytest.mark.parametrize(("text", "word"), [
    ("The rebels demanded the release of jailed activists.", "demanded"), ("The army rejected the release of the detainees.", "rejected"),
])  # fmt: skip
def test_who_is_to_be_released_is_asked_and_refused_nothing(told: Tell, text: str, word: str) -> None:
    assert told(text).befallen(word) == []


def test_a_drone_shot_down_befalls_nobody_who_only_supplied_it(told: Tell) -> None:
    text = "The Oranjan army said it had shot down two drones supplied by Chad."
    assert "Chad" not in told(text).befallen("shot down")


def test_its_stronghold_that_a_side_enters_is_not_its_own(told: Tell) -> None:
    reading = told("The Oranjan army entered one of its strongholds in Gao on Monday.").reading
    assert [control for control in reading.control if control.relation == "holds"] == []


def test_what_nobody_admits_nobody_did(told: Tell) -> None:
    assert told("A bomb killed two nurses in Zelin. No faction admitted carrying out the attack.").doers("attack") == []
    assert told("A bomb killed two nurses in Zelin. No faction has claimed responsibility for the slaying.").doers("slaying") == []


def test_whose_drones_they_are(told: Tell) -> None:
    assert told("Their leader was killed in a U.S. drone strike in Yemen.").doers("strike") == ["United States"]


def test_what_was_plotted_goes_on_behind_and(told: Tell) -> None:
    read = told("The man plotted to burn a depot and then shell the town of Zelin, the ministry said.")
    assert {event.status for event in read.reading.events} == {"planned"}


@pytest.mark.parametrize("text", [
    "Seventy soldiers were killed when two helicopters crashed in bad weather.", "The vaccination team planned to leave Kisumu on Friday.",
    "The guard shot himself on Monday.", "Such views threaten our way of life.", "The villagers were scared to death.",
])  # fmt: skip
def test_accidents_journeys_and_phrases_are_no_deeds_of_war(told: Tell, text: str) -> None:
    assert told(text).reading.events == ()


def test_a_crash_after_a_hit_is_an_attack(told: Tell) -> None:
    assert told("Four soldiers were killed when their helicopter crashed after a missile hit it.").befallen("killed") == ["soldiers"]


def test_one_bomber_is_a_man_and_no_aircraft(told: Tell) -> None:
    assert told("A bomber blew himself up beside a gate in Zelin.").deed("blew").mode == "explosives"


@pytest.mark.parametrize(("text", "word"), [
    ("The air raid on Zelin was not tied to the inquiry, he said.", "raid"),
    ("The raid on Zelin did not stop the rebels.", "raid"), ("The bombing was not claimed by any group.", "bombing"),
])  # fmt: skip
def test_what_is_denied_of_a_deed_does_not_deny_it(told: Tell, text: str, word: str) -> None:
    assert told(text).deed(word).status == "happened"
    assert told(text).doers(word) == []


def test_a_raid_that_was_not_carried_out_is_denied(told: Tell) -> None:
    assert told("The raid on Zelin was not carried out.").deed("raid").status == "denied"


def test_a_wish_to_condemn_condemns(told: Tell) -> None:
    assert told("We would like to condemn the attack on Zelin.").deed("condemn").status == "happened"


def test_police_do_not_act_where_somebody_else_met(told: Tell) -> None:
    read = told("A fair opened in Lisbon on Tuesday. Tanzanian police said they had arrested 14 traders.")
    assert read.place("arrested") == "-"


@pytest.mark.parametrize(("text", "word", "status"), [
    ("The army not only shelled the town of Zelin but burnt it.", "shelled", "happened"),
    ("The army did not just shell the town of Zelin, it burnt it.", "shell", "happened"),
    ("The army did not shell the town of Zelin.", "shell", "denied"),
    ("The front urged its people to keep up their marches.", "marches", "demanded"),
    ("The bandits kept their promise to kill the trader.", "kill", "planned"),
    ("The army kept the rebels from attacking Zelin.", "attacking", "denied"),
    ("The rebels will not free the men without holding talks with the army.", "talks", "conditional"),
    ("They left Zelin without attacking the mill.", "attacking", "denied"),
    ("The verdict does not guarantee that the men will be freed.", "freed", "possible"),
])  # fmt: skip
def test_what_is_not_all_is_not_denied(told: Tell, text: str, word: str, status: str) -> None:
    assert told(text).deed(word).status == status
