"""Deeds told in idioms, by phrasal verbs and by words that mean something else in peace. Invented wars."""

from collections.abc import Callable

import pytest
from tests.reading.happened.conftest import Told

from sayso.model import Report
from sayso.reading.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("Orlat threw its weight behind the roadmap.", "weight", "SUPPORT"),
        ("Maren put her signature to the treaty on Friday.", "signature", "SUPPORT"),
        ("The two warlords buried their differences on Sunday.", "differences", "AGREE"),
        ("The rebels went along with the bishop's timetable.", "went", "AGREE"),
        ("Marenian rebels baulked at the map.", "baulked", "REJECT"),
        ("The junta poured cold water on a summit.", "cold", "REJECT"),
        ("Irrigation officials said the army had test-fired a missile over the lake.", "fired", "MOBILIZE"),
        ("Gunmen put the mill to the torch.", "put", "ASSAULT"),
        ("A device ripped through a tailor's shop in Orlat.", "ripped", "ASSAULT"),
        ("Rockets slammed into the dairy.", "slammed", "ASSAULT"),
        ("A mortar bomb smashed into the dairy of Orlat.", "smashed", "ASSAULT"),
        ("The rebels made inroads around the quarry.", "made", "ASSAULT"),
        ("The governor succumbed to his wounds on Monday.", "succumbed", "ASSAULT"),
        ("Guards beat and kicked two ferrymen.", "beat", "ASSAULT"),
        ("The brigade has never bombed nor mined the valley.", "bombed", "ASSAULT"),
        ("Secret agents whisked the poet away.", "whisked", "COERCE"),
        ("The judges jailed the smuggler for eleven years.", "jailed", "SANCTION"),
        ("The delegates stormed out of the negotiations.", "stormed", "SANCTION"),
        ("Demonstrators pelted the customs house with eggs.", "pelted", "PROTEST"),
        ("Students scuffled with policemen at the gate.", "scuffled", "PROTEST"),
        ("The militia laid down its rifles at the gate.", "laid", "RETREAT"),
        ("The rebels melted away into the reeds.", "melted", "RETREAT"),
        ("The army chased the insurgents out of the quarry.", "chased", "ASSAULT"),
        ("The militia chased villagers out of the quarry.", "chased", "COERCE"),
    ],
)
def test_a_deed_in_unusual_words_is_told_with_its_type(told: Callable[[str], Told], text: str, word: str, type_: str) -> None:
    assert told(text).deed(word).type == type_


@pytest.mark.parametrize(
    "text",
    [
        "The cyclist made inroads into the lead of the champion.",
        "The singer poured cold water over her hands.",
        "The novel succumbed to its own length.",
        "The waiter whisked the plates away.",
        "Snow melted away from the fields.",
        "The cook beat and folded the whites.",
        "The gardener chased the hens out of the beds.",
        "A wind ripped through the orchard.",
        "The guests laid down their forks.",
        "The boxer rattled his rival in the third round.",
    ],
)
def test_the_same_words_in_peace_tell_none(reader: Reader, text: str) -> None:
    assert not reader.read(Report(id="0" * 64, text=text, published_basis="unknown")).events


def test_the_fixed_words_of_an_idiom_are_part_of_what_is_marked(told: Callable[[str], Told]) -> None:
    one = told("The two warlords put their heads together in Orlat.")
    assert one.reading.words(one.deed("heads").trigger) == "put their heads together"


@pytest.mark.parametrize("text", [
    "Miners laid charges in the pit.", "The government made gains against malaria.", "The paramedic slit his throat open to let him breathe.",
    "Shepherds drove off sheep from the flood.", "The farmer succumbed to injuries suffered in a collision.",
    "The award fell to a militia veteran.", "A widow succumbed to burns in a blaze.",
])  # fmt: skip
def test_an_everyday_deed_or_a_rescue_is_no_attack(told: Callable[[str], Told], text: str) -> None:
    assert not [event.type for event in told(text).reading.events if event.type in ("ASSAULT", "COERCE")]


def test_charges_against_a_man_accuse_him(told: Callable[[str], Told]) -> None:
    assert told("The government placed charges against its former treasurer.").deed("charges").type == "ACCUSE"


@pytest.mark.parametrize(("text", "word", "type_"), [
    ("Guerrillas laid charges under the viaduct of Orlat.", "laid", "ASSAULT"),
    ("The militia made gains against the army near Orlat.", "made", "ASSAULT"),
    ("Raiders drove off sheep from the hamlet.", "drove", "COERCE"),
    ("The ridge fell to the rebels.", "fell", "ASSAULT"),
    ("The mayor succumbed to injuries.", "succumbed", "ASSAULT"),
])  # fmt: skip
def test_the_same_words_in_a_war_are_attacks(told: Callable[[str], Told], text: str, word: str, type_: str) -> None:
    assert told(text).deed(word).type == type_


def test_who_goes_off_with_something_or_stands_behind_a_day_is_the_doer(told: Callable[[str], Told]) -> None:
    raid = told("Militants made off with sacks of flour in Darun.")
    assert (raid.doers("made"), raid.befallen("made")) == (["Militants"], [])
    taken = told("On Tuesday rebels abducted a baker.")
    assert (taken.doers("abducted"), taken.befallen("abducted")) == (["rebels"], ["baker"])


def test_who_will_not_reject_has_refused_nothing_and_who_will_not_accept_has(told: Callable[[str], Told]) -> None:
    assert told("The Sarn Front would not reject an offer of talks.").deed("reject").status == "denied"
    assert told("The Sarn Front will not accept the plan.").deed("accept").status == "happened"


@pytest.mark.parametrize("text", ["The minister quit Paris on Monday.", "The quarter was sealed off because of cholera."])
def test_to_travel_is_no_retreat_and_to_fence_off_a_plague_no_siege(told: Callable[[str], Told], text: str) -> None:
    assert not told(text).reading.events
