"""One deed in several words is one event; what the report around it gave it is said; mere words and calamities are no deeds."""

import pytest

from sayso.model import Event, Report
from sayso.reading.pipeline import Reader


def events(reader: Reader, text: str) -> tuple[Event, ...]:
    """The events of a text."""
    return reader.read(Report(id="0" * 64, text=text, published="2021-06-02", published_basis="given")).events


@pytest.mark.parametrize(
    "text",
    [
        "The gunmen killed four villagers and wounded nine.",
        "There were heavy clashes in the valley and six soldiers were killed.",
        "Jets bombed the village of Orla. The attack hit a bakery.",
    ],
)
def test_further_words_for_a_deed_belong_to_it(reader: Reader, text: str) -> None:
    (event,) = [event for event in events(reader, text) if event.type == "ASSAULT"]
    assert event.also


def test_the_dead_of_two_places_are_two_events(reader: Reader) -> None:
    told = events(reader, "Four nurses died in an air raid on Orla and seven others were killed in Tavira.")
    assert len([event for event in told if event.type == "ASSAULT"]) == 2


def test_a_carried_place_and_day_show_in_by_and_lower_confidence(reader: Reader) -> None:
    first, second = events(reader, "Rebels attacked the army in Nyala on Monday. Soldiers shot dead two rebels.")
    assert (second.place, second.when) == (first.place, first.when)
    assert second.by.endswith("+place carried+date carried")
    assert second.confidence < first.confidence


@pytest.mark.parametrize(
    "text",
    [
        "The minister expressed concern about the harvest.",
        "The ministry rejected allegations of waste.",
        "The two governors said they agree with what the mayor wrote.",
        "The flood killed forty people in the valley.",
        "Nine children died of malnutrition.",
    ],
)
def test_worries_opinions_denied_charges_and_calamities_are_no_events(reader: Reader, text: str) -> None:
    assert events(reader, text) == ()


def test_a_bomber_who_kills_is_no_calamity(reader: Reader) -> None:
    assert [event.type for event in events(reader, "A suicide bomber killed nine people in the market.")] == ["ASSAULT"]


def test_who_issues_a_statement_urges(reader: Reader) -> None:
    text = "The Marn Liberation Front issued a statement urging the government to talk."
    reading = reader.read(Report(id="0" * 64, text=text, published="2021-06-02", published_basis="given"))
    request = next(event for event in reading.events if event.type == "REQUEST")
    assert [p.name for p in reading.parties if p.id in request.actors] == ["Marn Liberation Front"]


def test_accusing_alleges_and_condemning_disapproves(reader: Reader) -> None:
    modes = [event.mode for event in events(reader, "The rebels accused the army of murder. The union condemned the government.")]
    assert "allege" in modes
    assert "disapprove" in modes


def test_a_siege_is_of_military_context(reader: Reader) -> None:
    assert events(reader, "Government troops are besieging the town.")[0].contexts == ("military",)


def place_of(reader: Reader, text: str, type_: str) -> str | None:
    """The name of the place of the first event of a type."""
    reading = reader.read(Report(id="0" * 64, text=text, published="2021-06-02", published_basis="given"))
    event = next(event for event in reading.events if event.type == type_)
    return next((place.name for place in reading.places if place.id == event.place), None)


def test_what_happens_during_an_operation_happens_at_its_place(reader: Reader) -> None:
    text = "During the last weeks of the Nyala offensive, the rebels withdrew with their families."
    assert place_of(reader, text, "RETREAT") == "Nyala"


def test_who_leaves_leaves_the_place_that_is_left(reader: Reader) -> None:
    assert place_of(reader, "The last rebels withdrew with their families from Nyala to El Fasher.", "RETREAT") == "Nyala"


def test_what_some_sources_say_is_hedged(reader: Reader) -> None:
    (event,) = events(reader, "According to various sources, the army withdrew from Nyala.")
    assert event.hedged


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sara Lindqvist was shot and killed on the west side of Orla.", ["shot", "killed"]),
        ("Two soldiers were shot by gunmen in Orla on Monday. The incident took place near the market.", ["shot", "incident"]),
        ("Police said Omar Nadir, 24, was shot on Monday. Nadir was killed by a stray bullet, police said.", ["shot", "killed"]),
        ("Dozens of villagers dead in rebel assault on Orla", ["assault", "dead"]),
        ("The blast left six people dead in Orla.", ["blast", "left six people dead"]),
    ],
)
def test_a_person_is_killed_once_and_what_came_of_a_deed_is_told_of_it(reader: Reader, text: str, words: list[str]) -> None:
    (event,) = [event for event in events(reader, text) if event.type == "ASSAULT"]
    told = [text[a:b] for a, b in (event.trigger, *event.also)]
    assert [word for word in words if not any(word in one for one in told)] == []


def test_who_shoots_somebody_dead_is_not_the_dead(reader: Reader) -> None:
    text = "Tavo Marn said the militia had shot dead three herders who tried to leave on Friday."
    reading = reader.read(Report(id="0" * 64, text=text, published="2021-06-02", published_basis="given"))
    (event,) = [event for event in reading.events if event.type == "ASSAULT"]
    assert [{p.id: p.name for p in reading.parties}[party] for party in event.recipients] == ["herders"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A teenage girl shot near the market\n\nShe was taken to a clinic.", "shot"),
        ("A man killed his ex-wife near the river.", "killed"),
        ("At least 32 people are dead after the raid.", "dead"),
    ],
)
def test_deeds_in_the_words_of_headlines_and_of_what_came_of_them(reader: Reader, text: str, trigger: str) -> None:
    told = [text[a:b] for event in events(reader, text) for a, b in (event.trigger, *event.also) if event.type == "ASSAULT"]
    assert trigger in told


@pytest.mark.parametrize("text", ["The talks are dead.", "We fight on till every last man of theirs is dead.", "The incident drew a crowd."])
def test_what_is_dead_in_a_manner_of_speaking_or_not_yet_is_no_killing(reader: Reader, text: str) -> None:
    assert not any("dead" in text[a:b] or "incident" in text[a:b] for event in events(reader, text) for a, b in [event.trigger])
