"""Who does it and where: what the words around an act give it, and what they do not."""

import pytest

from sayso.model import Event, Reading, Report
from sayso.reading.pipeline import Reader


def read(reader: Reader, text: str) -> Reading:
    return reader.read(Report(id="0" * 64, text=text, published="2024-06-05", published_basis="given"))


def names(reading: Reading, ids: tuple[str, ...]) -> list[str]:
    return [next(party.name for party in reading.parties if party.id == one) for one in ids]


def place(reading: Reading, event: Event) -> str | None:
    return next((place.name for place in reading.places if place.id == event.place), None)


def test_who_leads_a_deed_does_it(reader: Reader) -> None:
    reading = read(reader, "The town got two UN-led deliveries of flour in May.")
    assert names(reading, reading.events[0].actors) == ["United Nations"]


def test_who_keeps_a_truce_is_its_actor(reader: Reader) -> None:
    reading = read(reader, "The army and the rebels observed the truce.")
    assert len(reading.events[0].actors) == 2


@pytest.mark.parametrize("sentence", ["Arrested on Tuesday, the editor appeared in court.", "The editor is to be arrested on Tuesday."])
def test_a_passive_without_a_subject_of_its_own_befalls_that_of_its_clause(reader: Reader, sentence: str) -> None:
    reading = read(reader, sentence)
    event = next(event for event in reading.events if event.type == "COERCE")
    assert names(reading, event.recipients) == ["editor"]


def test_a_stretch_of_time_does_nothing(reader: Reader) -> None:
    reading = read(reader, "The brigade needs two weeks to capture the town of Nyala.")
    event = next(event for event in reading.events if event.type == "ASSAULT")
    assert names(reading, event.actors) == ["brigade"]


@pytest.mark.parametrize("cause", ["from cold", "of thirst", "from exhaustion"])
def test_those_who_die_of_hardship_were_not_attacked(reader: Reader, cause: str) -> None:
    assert not read(reader, f"Eleven migrants died {cause} near the border on Friday.").events


def test_gunmen_who_run_from_the_scene_make_no_retreat(reader: Reader) -> None:
    assert "RETREAT" not in {event.type for event in read(reader, "The gunmen fled after they had shot the guard.").events}


def test_a_deed_without_a_place_takes_the_place_last_named(reader: Reader) -> None:
    reading = read(reader, "The market of Nyala was full on Tuesday. Then shells killed eleven traders.")
    event = reading.events[0]
    assert place(reading, event) == "Nyala"
    assert event.by.endswith("place carried")


def test_a_capital_that_speaks_is_not_the_place_of_what_it_tells(reader: Reader) -> None:
    reading = read(reader, "Nairobi said on Monday that Somalia had opened a corridor for civilians.")
    assert all(event.place is None for event in reading.events)


def test_words_happen_nowhere_but_where_they_say(reader: Reader) -> None:
    reading = read(reader, "The head of the observers in Sudan has urged the army to keep the truce.")
    request = next(event for event in reading.events if event.type == "REQUEST")
    assert request.place is None


def test_a_place_known_by_a_name_is_that_place(reader: Reader) -> None:
    reading = read(reader, "The fighting took place in an area known as Jebel Marra near the border of Chad.")
    assert place(reading, reading.events[0]) != "Chad"


def test_raids_without_a_doer_are_part_of_the_attack_told_before(reader: Reader) -> None:
    reading = read(reader, "Air strikes by the Ethiopian army hit villages near Mekelle on Monday. Raids on Adigrat killed nine civilians.")
    raid = next(event for event in reading.events if place(reading, event) == "Adigrat")
    assert names(reading, raid.actors) == ["Ethiopian National Defense Force"]
    assert "actor carried" in raid.by


def test_another_weapon_is_another_attack(reader: Reader) -> None:
    reading = read(reader, "Air strikes by the Ethiopian army hit villages near Mekelle on Monday. A car bomb in Adigrat killed nine civilians.")
    assert not next(event for event in reading.events if place(reading, event) == "Adigrat").actors


def test_who_enforces_a_siege_besieges(reader: Reader) -> None:
    reading = read(reader, "The town has been choked by a siege enforced by army troops and militiamen.")
    event = next(event for event in reading.events if event.type == "COERCE")
    assert len(event.actors) == 2


def test_jets_that_strike_do_not_protest(reader: Reader) -> None:
    assert "PROTEST" not in {event.type for event in read(reader, "Coalition jets strike near Herat, a resident said.").events}


def test_a_deed_is_not_where_people_met_to_talk_of_it(reader: Reader) -> None:
    reading = read(reader, "Ministers meet for talks in Geneva on Friday. Army shelling has killed 40 people this week.")
    shelling = next(event for event in reading.events if event.type == "ASSAULT")
    assert place(reading, shelling) != "Geneva"
