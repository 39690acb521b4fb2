"""What happened: acts with their types, who did what to whom, and what is no event."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import Event, Reading, Report
from sayso.reading.pipeline import Reader


def read(reader: Reader, text: str) -> Reading:
    """The reading of a text published on 2 June 2021."""
    day = "2021-06-02"
    return reader.read(Report(id="0" * 64, text=text, published=day, published_basis="given"))


def names(reading: Reading, ids: tuple[str, ...]) -> set[str]:
    """The names of parties, in lower case."""
    known = {party.id: party.name.lower() for party in reading.parties}
    return {known[i].removeprefix("the ") for i in ids}


def first(reading: Reading, type_: str) -> Event:
    """The first event of a type."""
    return next(event for event in reading.events if event.type == type_)


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Rebels shelled the village of Orla on Tuesday.", "ASSAULT"),
        ("The army carried out an air strike on the camp.", "ASSAULT"),
        ("A suicide bombing killed nine people in the market.", "ASSAULT"),
        ("Government troops are besieging the town.", "COERCE"),
        ("Police detained the editor of the newspaper.", "COERCE"),
        ("The junta expelled two ambassadors.", "SANCTION"),
        ("The union suspended aid to the government.", "SANCTION"),
        ("The army withdrew its troops from the valley.", "RETREAT"),
        ("The militia released six hostages.", "RETREAT"),
        ("The government lifted the curfew.", "RETREAT"),
        ("The president pardoned forty prisoners.", "CONCEDE"),
        ("The charity delivered food and medicine to the refugees.", "AID"),
        ("The two armies held joint exercises near the border.", "COOPERATE"),
        ("The envoy held talks with rebel leaders in Tavira.", "CONSULT"),
        ("The chancellor praised the new government.", "SUPPORT"),
        ("The rebels agreed to a truce.", "AGREE"),
        ("The opposition called on the president to step down.", "REQUEST"),
        ("The minister accused the rebels of lying.", "ACCUSE"),
        ("The rebels rejected the demand.", "REJECT"),
        ("The general threatened to bomb the city.", "THREATEN"),
        ("Thousands of students protested against the decree.", "PROTEST"),
        ("The government deployed troops along the border.", "MOBILIZE"),
    ],
)
def test_every_type_is_read_off_its_predicate(reader: Reader, sentence: str, type_: str) -> None:
    assert type_ in [event.type for event in read(reader, sentence).events]


@pytest.mark.parametrize(
    "sentence",
    [
        "The striker shot wide before the champions beat the visitors 2-0 in the final.",
        "Shares fell after the bank struck a deal to sell its market division.",
        "Doctors lead the fight against cancer.",
        "The minister declined to comment.",
        "The spokesman said that the weather was fine.",
        "The peace museum opened a war exhibition.",
        "The government is considering sending aid.",
    ],
)
def test_sports_markets_metaphors_and_plain_statements_tell_no_event(reader: Reader, sentence: str) -> None:
    assert read(reader, sentence).events == ()


def test_actives_passives_and_nominalisations_give_the_same_roles(reader: Reader) -> None:
    for sentence in (
        "The Marn Liberation Front attacked government soldiers near Orla.",
        "Government soldiers were attacked near Orla by the Marn Liberation Front.",
        "The Marn Liberation Front launched an attack on government soldiers near Orla.",
    ):
        reading = read(reader, sentence)
        attack = first(reading, "ASSAULT")
        assert any("marn liberation front" in name for name in names(reading, attack.actors)), sentence
        assert any("soldiers" in name for name in names(reading, attack.recipients)), sentence


def test_what_is_demanded_is_an_event_of_its_own(reader: Reader) -> None:
    events = read(reader, "The envoy urged the army to release the prisoners.").events
    assert [(event.type, event.status) for event in events] == [("REQUEST", "happened"), ("RETREAT", "demanded")]


def test_what_is_refused_is_the_refusal_alone(reader: Reader) -> None:
    events = read(reader, "The rebels refuse to surrender.").events
    assert [event.type for event in events] == ["REJECT"]


def test_an_attack_and_its_dead_are_one_event(reader: Reader) -> None:
    reading = read(reader, "An air strike on a school killed eleven civilians in Orla on Monday.")
    (strike,) = reading.events
    assert (strike.type, strike.mode) == ("ASSAULT", "aerial")
    assert "killed" in {reading.words(span) for span in strike.also}


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Jets bombed the bridge at Orla.", "aerial"),
        ("The rebels fired mortar shells at the barracks.", "heavy-weapons"),
        ("Drone strikes hit the depot at Orla.", "drone"),
        ("Gunmen shot two teachers.", "firearms"),
        ("The army imposed a curfew in the city.", "curfew"),
        ("The police arrested a blogger.", "arrest"),
    ],
)
def test_the_mode_comes_from_the_weapon_or_the_word(reader: Reader, sentence: str, mode: str) -> None:
    assert mode in [event.mode for event in read(reader, sentence).events]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_text_is_read_without_a_crash(reader: Reader, text: str) -> None:
    read(reader, text + " attack by to of refused")


def test_a_nationality_word_points_to_the_state_and_makes_no_second_party(reader: Reader) -> None:
    reading = read(reader, "Syria said Israeli warplanes struck Homs. Damascus condemned the Israeli aggression. Israel denied it.")
    (israel,) = [party for party in reading.parties if party.entry == "il-gov"]
    assert israel.mentions
    assert all(party.entry for party in reading.parties if party.kind == "state")
