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
