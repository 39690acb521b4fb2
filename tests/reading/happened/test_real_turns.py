"""Turns of real reports that once misled the reading: lost commas, headlines run together with their text, history in passing. Invented wars."""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]
"""A text becomes a `Told` (conftest.py)."""


def _words(told: Any) -> list[str]:
    """The triggers of all events."""
    return [told.reading.words(event.trigger) for event in told.reading.events]


def test_initials_that_spell_a_word_are_a_name(told: Tell) -> None:
    text = "The Islamic State lost two towns in May. IS fighters stormed the port of Zelin on Monday. Marines have been battling IS for six weeks."
    assert told(text).doers("stormed") == ["Islamic State"]
    assert "Islamic State" in told(text).befallen("battling")


@pytest.mark.parametrize("text", [
    "Marines fired rockets on the old mill in Zelin city killing nine villagers.",
    "Marines fired rockets on the old mill in Zelin district wounding nine villagers.",
])  # fmt: skip
def test_what_a_town_stands_before_is_not_done_by_the_town(told: Tell, text: str) -> None:
    assert told(text).doers("fired") == ["Marines"]
    assert told(text).befallen("fired") == ["villagers"]


def test_the_verb_of_a_clause_is_the_one_whose_subject_has_another_beside_it(told: Tell) -> None:
    text = "A source at the ministry said that gunmen positioned in the Orla hills fired mortar shells on a school."
    assert told(text).doers("fired") == ["gunmen"]


def test_who_condemns_and_calls_is_the_same(told: Tell) -> None:
    text = "The Oranjan foreign ministry condemned the massacre carried out by the rebels on Monday calling on the United Nations to act."
    assert told(text).doers("calling") == told(text).doers("condemned") != ["rebels"]


@pytest.mark.parametrize("text", [
    "Nearly 9,000 herders have died in Oranje since the conflict broke out in 2011 with marches against the junta.",
    "The civil war, which started with demonstrations in 2011, has emptied whole valleys.",
    "Oranje has been torn by civil war since 2011 when soldiers cracked down on marches.",
])  # fmt: skip
def test_how_a_war_began_long_ago_is_no_event(told: Tell, text: str) -> None:
    assert not {"marches", "demonstrations", "broke out", "started", "cracked down"} & set(_words(told(text)))


def test_how_unrest_began_this_week_is_one(told: Tell) -> None:
    assert "protests" in _words(told("The violence in Zelin began on Wednesday with protests against the governor."))


@pytest.mark.parametrize(("text", "status"), [
    ("Army units foiled an attack by the rebels on the base at Orla.", "happened"),
    ("The police foiled an attack by the rebels on the base at Orla.", "denied"),
])  # fmt: skip
def test_an_attack_that_troops_foil_was_made(told: Tell, text: str, status: str) -> None:
    assert told(text).deed("attack").status == status


@pytest.mark.parametrize(("text", "word", "type_"), [
    ("A helicopter dropped two barrels of gas on the town of Orla.", "dropped", "ASSAULT"),
    ("Warplanes delivered a missile strike on army positions near Orla.", "strike", "ASSAULT"),
    ("The brigade has received several anti-tank missiles from Norway.", "received", "AID"),
])  # fmt: skip
def test_what_is_dropped_delivered_and_received(told: Tell, text: str, word: str, type_: str) -> None:
    assert told(text).deed(word).type == type_


def test_what_is_received_comes_from_who_gives_it(told: Tell) -> None:
    text = "The brigade has received several anti-tank missiles from Norway."
    assert (told(text).doers("received"), told(text).befallen("received")) == (["Norwegian government"], ["brigade"])


@pytest.mark.parametrize(("text", "word"), [
    ("Speaking to reporters in Zelin, the governor Omar Haddad said the mill had burned down.", "Speaking"),
    ("The road matters to the army because it links the town of Orla and the port.", "links"),
    ("There are clashes between the army in the east and rebels the monitor said.", "rebels"),
    ("The mayor said the raid cast doubt on a truce.", "cast"),
    ("The 9th Brigade killed a rebel commander while defending the city of Orla.", "defending"),
])  # fmt: skip
def test_what_only_looks_like_a_deed(told: Tell, text: str, word: str) -> None:
    assert word not in " ".join(_words(told(text)))


def test_a_heading_run_together_with_its_text_is_not_who_suffers(told: Tell) -> None:
    assert told("Zelin Two women were killed by a mortar shell on Tuesday in the village of Orla.").befallen("killed") == ["women"]


def test_who_was_hurt_in_a_raid_did_not_make_it(told: Tell) -> None:
    text = "Six recruits were wounded in air strikes targeting a training base near Zelin."
    assert told(text).doers("strikes") == []


@pytest.mark.parametrize(("text", "place"), [
    ("Nine Soldiers Killed in Zelin Ambush\n\nNine soldiers were killed on Monday.", "Zelin"),
    ("The marines killed 25 herders calling them Terrorist. Nine died.", "-"),
])  # fmt: skip
def test_headlines_name_no_place_by_a_deed(told: Tell, text: str, place: str) -> None:
    names = {one.name for one in told(text).reading.places}
    assert not names & {"Zelin Ambush", "Ambush", "Terrorist"}
    assert place == "-" or place in names


@pytest.mark.parametrize("text", [
    "Seven Villagers Killed 25 Injured in Rocket Attack in Zelin\n\nThe rocket attack on Zelin came on Monday, a doctor said.",
    "Seven villagers killed 25 others injured in a rocket attack in Zelin.",
])  # fmt: skip
def test_who_is_killed_in_a_headline_kills_nobody(told: Tell, text: str) -> None:
    assert "villagers" in [name.lower() for name in told(text).befallen("illed")]
    assert told(text).doers("illed") == []


def test_another_scene_has_another_doer_and_place(told: Tell) -> None:
    text = "Oranjan jets hit the port of Zelin in air strikes. Elsewhere in the country, a doctor said, an air strike burnt nine barns."
    assert (told(text).doers("burnt"), told(text).place("burnt")) == ([], "-")


@pytest.mark.parametrize("text", [
    "Almost 9,000 herders have been killed since the outbreak of the uprising in Oranje.",
    "Three marines were killed at sea when their launch capsized off the port of Zelin.",
])  # fmt: skip
def test_totals_of_a_war_and_mishaps_are_no_attacks(told: Tell, text: str) -> None:
    assert "killed" not in " ".join(_words(told(text)))


def test_a_town_to_the_north_of_another_is_where_it_is(told: Tell) -> None:
    assert told("Gunmen fired rockets on the town of Tartus, to the north of Beirut.").place("fired") != "Beirut"


def test_a_craft_shot_down_shoots_nobody(told: Tell) -> None:
    text = "Five Killed as Oranjan Army Helicopter Shot Down Near Zelin\n\nFive people died on Monday near Zelin, the army of Oranje said."
    assert told(text).doers("Shot Down") == []


def test_what_a_war_has_killed_is_a_total(told: Tell) -> None:
    assert "killed" not in " ".join(_words(told("The uprising in Oranje has killed some 9,000 people and is in its fifth year.")))


@pytest.mark.parametrize(("text", "type_"), [
    ("The brigade drove the insurgents from Zelin last month.", "ASSAULT"),
    ("Soldiers drove hundreds of families from Zelin last month.", "COERCE"),
    ("Army units broke the siege of Zelin after a week.", "ASSAULT"),
    ("The army lifted the siege of Zelin after a week.", "RETREAT"),
    ("The rebels transferred two prisoners to the fort of Zelin.", "COERCE"),
    ("The United Nations moved the freed hostages to Zelin.", None),
    ("Two prisoners were transferred to a hospital in Zelin.", None),
    ("Orlan forces are advancing north of Zelin.", "ASSAULT"),
    ("Rebels captured the town of Zelin on Monday. Its capture cut off the main road.", "ASSAULT"),
])  # fmt: skip
def test_what_is_done_depends_on_whom_it_is_done_to(told: Tell, text: str, type_: str | None) -> None:
    types = [event.type for event in told(text).reading.events]
    assert (type_ in types) if type_ else ("COERCE" not in types)


@pytest.mark.parametrize("text", [
    "Six vehicles equipped with heavy machineguns were seen in Zelin.",
    "Hunger grew in rebel held Zelin where families starve.",
    "Fire crews battled a blaze that had spread to the mill of Zelin.",
    "The army began an offensive dubbed Long Night in May.",
])  # fmt: skip
def test_what_only_describes_is_no_deed(told: Tell, text: str) -> None:
    assert not {"equipped", "held", "battled", "dubbed"} & {word for words in _words(told(text)) for word in words.split()}


@pytest.mark.parametrize(("text", "word", "status"), [
    ("It is not clear to the monitor who had launched the strike.", "strike", "happened"),
    ("The monitor said it was unclear whether jets had carried out the strike.", "strike", "possible"),
    ("In the hills guards foiled an attack launched by gunmen on the fort.", "attack", "happened"),
    ("Police foiled an attack planned by gunmen on the fort.", "attack", "denied"),
    ("The rebels have been trying since May to conquer the town.", "conquer", "happened"),
    ("The rebels came to conquer the town.", "conquer", "planned"),
])  # fmt: skip
def test_how_it_stands_by_what_is_told_around_it(told: Tell, text: str, word: str, status: str) -> None:
    assert told(text).deed(word).status == status


def test_a_capture_spoken_of_is_no_air_strike_told_before(told: Tell) -> None:
    text = "Army warplanes raided a market in Zelin on Monday. Despite the army's capture of Orla in May rebels hold the west."
    read = told(text)
    assert read.deed("raided").id != read.deed("capture").id


def test_the_dead_of_the_operation_are_those_of_who_led_it(told: Tell) -> None:
    text = "An army unit destroyed a command post of the rebels in Zelin. Nine fighters were killed in the operation."
    assert told(text).doers("killed") == ["army unit"]


def test_a_suicide_bomber_is_who_did_it_and_not_the_deed(told: Tell) -> None:
    assert _words(told("A suicide bomber blew himself up at the gate of Zelin.")) == ["blew himself up"]


def test_a_sentence_is_where_it_opens(told: Tell) -> None:
    text = "Nine people were shot in Orla. In the northern province of Zelin gunmen stormed a fort the monitor said."
    assert told(text).place("stormed") != told(text).place("shot")


@pytest.mark.parametrize(("text", "word", "doers"), [
    ("Traders were rounded up and shot by the rebels.", "rounded up", {"rebels"}),
    ("Villagers were attacked and evacuated by the United Nations.", "attacked", set()),
])  # fmt: skip
def test_one_by_phrase_tells_whose_two_harms_are_and_no_helper_harms(told: Tell, text: str, word: str, doers: set[str]) -> None:
    reading = told(text).reading
    event = next(event for event in reading.events if reading.words(event.trigger) == word)
    assert {party.name for party in reading.parties if party.id in event.actors} == doers


def test_a_day_is_not_carried_to_another_place(told: Tell) -> None:
    reading = told("A bomb killed nine people in Kabul on Friday. The Taliban executed two men in Herat.").reading
    event = next(event for event in reading.events if reading.words(event.trigger) == "executed")
    assert event.when is None
