"""Who, where and when, over the sentences of a report: our own texts on invented wars."""

import pytest

from sayso.model import Event, Reading, Report
from sayso.reading.pipeline import Reader


def _read(reader: Reader, text: str) -> Reading:
    return reader.read(Report(id="0" * 64, text=text, published="2023-06-09", published_basis="given"))


def _deed(reading: Reading, word: str) -> Event:
    found = [event for event in reading.events if word in reading.words(event.trigger)]
    assert found, f"no event at {word!r}"
    return found[0]


def _names(reading: Reading, ids: tuple[str, ...]) -> list[str]:
    names = {party.id: party.name for party in reading.parties}
    return [names[party] for party in ids]


def test_a_town_is_taken_after_a_battle_and_both_are_told(reader: Reader) -> None:
    reading = _read(reader, "Pathans took the village of Kandahor in northern Badria on Tuesday after two days of fighting with the militia.")
    assert [event.type for event in reading.events] == ["ASSAULT", "ASSAULT"]


def test_the_nearest_name_is_the_place(reader: Reader) -> None:
    reading = _read(reader, "The insurgents captured the town of Goundam in northern Mali on Tuesday.")
    places = {place.id: place.name for place in reading.places}
    assert places[_deed(reading, "captured").place or ""] == "Goundam"


def test_a_spokesman_and_the_name_behind_his_group_are_one(reader: Reader) -> None:
    reading = _read(reader, "A spokesman for the Taliban, Qari Yousuf, said its fighters had taken the bridge.")
    assert [party.name for party in reading.parties if party.kind == "person"] == ["Qari Yousuf"]
    assert _names(reading, _deed(reading, "taken").actors) == ["Taliban"]


def test_civilians_do_not_fire_on_themselves(reader: Reader) -> None:
    reading = _read(reader, 'Twelve villagers were killed in Goundam. "They shot at women and old men," said a teacher.')
    assert _names(reading, _deed(reading, "shot").actors) == []


def test_people_flee_from_where_they_were(reader: Reader) -> None:
    reading = _read(reader, "Gunmen burnt down Goundam on Tuesday. Hundreds of families fled towards Timbuktu.")
    places = {place.id: place.name for place in reading.places}
    assert places.get(_deed(reading, "fled").place or "", "") != "Timbuktu"


def test_the_day_that_opens_a_sentence_is_that_of_the_deed_in_it(reader: Reader) -> None:
    reading = _read(reader, "On Wednesday South Sudan shelled a ferry on the river, Sudan's foreign ministry said.")
    when = _deed(reading, "shelled").when
    assert when is not None
    assert when.earliest == "2023-06-07"


@pytest.mark.parametrize("text", [
    "Indian soldiers were hurt in a blast. India blamed Pakistan. The two sides agreed to hold talks.",
])  # fmt: skip
def test_the_two_sides_are_the_states_and_not_their_soldiers(reader: Reader, text: str) -> None:
    reading = _read(reader, text)
    kinds = {party.id: party.kind for party in reading.parties}
    assert {kinds[party] for party in _deed(reading, "agreed").actors} <= {"state", "government"}


def test_who_is_killed_by_shelling_shells_nobody(reader: Reader) -> None:
    reading = _read(reader, "The militia retook Goundam on Tuesday, and nine nuns were killed by shelling in Timbuktu.")
    names = {party.id: party.name for party in reading.parties}
    told = {reading.words(event.trigger): ([names[a] for a in event.actors], [names[a] for a in event.recipients]) for event in reading.events}
    assert told == {"retook": (["militia"], []), "shelling": ([], ["nuns"])}


def test_an_army_is_no_newspaper_and_a_first_group_of_nurses_is_no_armed_one(reader: Reader) -> None:
    reading = _read(reader, "The National Salvation Army let a first group of nurses into Goundam.")
    assert [party.kind for party in reading.parties] == ["military", "civilians"]


def test_it_said_they_died_means_others_than_it(reader: Reader) -> None:
    reading = _read(reader, "Bandits raided the depot, the army said. It said a dozen of them were shot dead.")
    assert _names(reading, _deed(reading, "shot").recipients) == ["Bandits"]


def test_what_is_told_after_he_who_says_it_is_not_his(reader: Reader) -> None:
    reading = _read(reader, "Warplanes struck a bakery in Goundam, nurses said, killing six women.")
    assert all("nurses" not in _names(reading, event.actors) for event in reading.events)


def test_those_whom_troops_kill_are_not_the_troops(reader: Reader) -> None:
    reading = _read(reader, "The Maute group seized a school in Marawi. Soldiers killed nine of them.")
    assert _names(reading, _deed(reading, "killed").recipients) == ["Maute group"]


def test_a_truce_that_is_threatened_is_no_threat_and_stands(reader: Reader) -> None:
    reading = _read(reader, "Shelling of Goundam threatened a truce between the army and the Front of Selm.")
    told = {event.type: event.status for event in reading.events}
    assert "THREATEN" not in told
    assert told["RETREAT"] in ("happened", "ongoing")


def test_letters_and_digits_name_an_aircraft_and_no_group(reader: Reader) -> None:
    reading = _read(reader, "Two MB-339 planes dropped bombs on a market in Goundam.")
    assert [party.name for party in reading.parties if "339" in party.name] == []


def test_coalition_warplanes_are_the_coalition_of_the_report(reader: Reader) -> None:
    reading = _read(reader, "The Saudi-led coalition closed the port on Monday. Coalition forces shelled Goundam.")
    assert _names(reading, _deed(reading, "shelled").actors) == ["Saudi-led coalition"]


def test_each_other_is_both(reader: Reader) -> None:
    reading = _read(reader, "Sudan and Chad accused one another of shelling villages.")
    assert len(_deed(reading, "shelling").actors) == 2


def test_who_brokers_a_truce_holds_no_fire(reader: Reader) -> None:
    reading = _read(reader, "The ceasefire, mediated by Qatar, held for a week.")
    assert "Qatar" not in " ".join(_names(reading, _deed(reading, "ceasefire").actors))


def test_until_they_free_them_is_a_condition(reader: Reader) -> None:
    reading = _read(reader, "The premier has declined to meet the rebels until they release their captives.")
    assert _deed(reading, "release").status == "conditional"


def test_a_headlines_capitals_make_no_place_of_the_deed(reader: Reader) -> None:
    reading = _read(reader, "Nun, 40, Dies After Getting Hurt in Running Gunfight Between Militias in Goundam")
    places = {place.id: place.name for place in reading.places}
    assert all("Gunfight" not in places.get(event.place or "", "") for event in reading.events)
