"""Things that are attacked: what an event befalls where it is nobody."""

from collections.abc import Callable

import pytest

from sayso.model import Report
from sayso.reading.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Gunmen attacked the Moreno pharmacy and two city buses on Monday.", ["Moreno pharmacy", "city buses"]),
        ("A bomb exploded in a small restaurant near the port.", ["small restaurant"]),
        ("Three power pylons were blown up during the night.", ["power pylons"]),
        ("Saboteurs dynamited the dam of the upper valley.", ["dam of the upper valley"]),
        ("The rebels attacked the army convoy.", []),
        ("Gunmen kidnapped a teacher in front of the school.", []),
    ],
)
def test_what_is_attacked(reader: Reader, a_report: Callable[..., Report], text: str, things: list[str]) -> None:
    reading = reader.read(a_report(text))
    befallen = {party for event in reading.events for party in event.recipients}
    found = [party for party in reading.parties if party.by == "happened.struck"]
    assert [party.name for party in found] == things
    assert all(party.kind == "other" and party.id in befallen for party in found)


def test_the_same_thing_is_one_party(reader: Reader, a_report: Callable[..., Report]) -> None:
    reading = reader.read(a_report("A bomb destroyed a stone bridge near Tarma on Monday. On Friday another bomb damaged the bridge again."))
    things = [party for party in reading.parties if party.by == "happened.struck"]
    assert [party.name for party in things] == ["stone bridge"]
    assert [reading.words(span) for span in things[0].mentions] == ["stone bridge", "bridge"]
