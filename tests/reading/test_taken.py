"""Ground and people taken: a town that is captured is no arrest, a town that is freed no release. Invented reports of several wars."""

import pytest

from sayso.model import Reading, Report
from sayso.reading.pipeline import Reader


def read(reader: Reader, text: str) -> Reading:
    day = ("2023-06-07", "2023-06-07")
    return reader.read(Report(id="d" * 64, text=text, published=day[0], published_basis="given", published_range=day))


def told(reading: Reading) -> list[tuple[str, str | None, list[str]]]:
    names = {party.id: party.name for party in reading.parties}
    return [(event.type, event.mode, [names[p] for p in event.recipients]) for event in reading.events]


@pytest.mark.parametrize("text", [
    "The army liberated Ostra on Tuesday.",
    "Ukrainian forces have liberated Kherson.",
    "The army freed the town of Mocha on Monday.",
    "Mocha was liberated by the army on Monday.",
    "Kurdish fighters have captured Tel Hamis, a stronghold of the group.",
    "Tel Hamis was captured by Kurdish fighters on Friday.",
    "The capture of Tel Hamis by Kurdish fighters was confirmed on Friday.",
    "M23 captured Goma in January.",
])  # fmt: skip
def test_a_place_taken_is_an_assault_on_it_and_changes_hands(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert told(reading) == [("ASSAULT", None, [])]
    assert "took" in [one.relation for one in reading.control]


@pytest.mark.parametrize(
    ("text", "held"), [("The army still holds Goma.", 1), ("Troops are holding Mocha and two hills.", 2), ("The rebels held Mocha for a year.", 1)]
)
def test_to_hold_a_town_is_no_arrest(reader: Reader, text: str, held: int) -> None:
    reading = read(reader, text)
    assert told(reading) == []
    assert [one.relation for one in reading.control] == ["holds"] * held


@pytest.mark.parametrize("text", ["Marines hold a hill near the port.", "The brigade must hold its positions until dawn."])
def test_to_hold_ground_is_no_arrest(reader: Reader, text: str) -> None:
    assert not [event for event in read(reader, text).events if event.type == "COERCE"]


@pytest.mark.parametrize(("text", "expected"), [
    ("The police are holding two journalists.", ("COERCE", "arrest", ["journalists"])),
    ("The rebels freed ten prisoners near the bridge.", ("RETREAT", "release", ["prisoners"])),
    ("Rebels took 12 soldiers prisoner.", ("ASSAULT", "abduct", ["soldiers"])),
    ("Twelve soldiers were taken prisoner.", ("ASSAULT", "abduct", ["soldiers"])),
    ("Gunmen are holding three nurses hostage.", ("ASSAULT", "abduct", ["nurses"])),
])  # fmt: skip
def test_people_taken_held_and_freed(reader: Reader, text: str, expected: tuple[str, str, list[str]]) -> None:
    assert told(read(reader, text)) == [expected]


@pytest.mark.parametrize("text", [
    "The rebels said 40 soldiers had been killed and 12 taken prisoner.",
    "40 soldiers were killed and 12 were taken captive.",
    "The rebels killed 40 soldiers and took 12 prisoner.",
])  # fmt: skip
def test_the_dead_and_the_captured_are_two_happenings_with_a_figure_each(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    assert told(reading) == [("ASSAULT", None, ["soldiers"]), ("ASSAULT", "abduct", ["soldiers"])] or told(reading) == [
        ("ASSAULT", None, ["Soldiers"]), ("ASSAULT", "abduct", ["Soldiers"])
    ]  # fmt: skip
    assert [(f.what.lower(), f.min) for f in reading.figures] == [("killed soldiers", 40), ("detained", 12)]


@pytest.mark.parametrize("text", [
    "The army rejected the account as propaganda.",
    "The ministry dismissed the report as disinformation.",
    "The rebels dismissed the story as propaganda.",
])  # fmt: skip
def test_what_is_called_propaganda_is_none_that_was_made(reader: Reader, text: str) -> None:
    assert told(read(reader, text)) == []


def test_to_engage_in_politics_is_no_battle(reader: Reader) -> None:
    reading = read(reader, "The envoy praised the readiness of the rebels to engage in earnest with a new constitution.")
    assert "ASSAULT" not in [event.type for event in reading.events]
    assert told(read(reader, "Troops engaged the rebels near the river.")) == [("ASSAULT", None, ["rebels"])]


def test_who_clashes_stands_behind_the_verb_of_the_outbreak(reader: Reader) -> None:
    for text in ("Clashes broke out between the army and the rebels on Monday.", "Fighting erupted between the army and the rebels near the port."):
        reading = read(reader, text)
        names = {party.id: party.name for party in reading.parties}
        (event,) = reading.events
        assert [names[p] for p in event.actors] == ["army", "rebels"]


@pytest.mark.parametrize(("text", "stance"), [
    ("The president said he would not talk to terrorists.", "reject"),
    ("The army said it was combing the city for terrorists.", "say"),
    ("The army said its jets bombed a camp, killing 85 terrorists.", "say"),
    ("The army said terrorists had shelled a school.", "accuse"),
])  # fmt: skip
def test_the_word_terrorists_accuses_by_what_they_are_said_to_have_done(reader: Reader, text: str, stance: str) -> None:
    (statement,) = read(reader, text).statements
    assert statement.stance == stance
