"""What the parser gets wrong and is set right: our own sentences on invented wars."""

import pytest

from sayso.model import Report
from sayso.reading.pipeline import Reader


@pytest.mark.parametrize(("text", "content"), [
    (
        "Marines then entered the village and burnt the mill, Omar Haddad said, and detained about 20 farmers.",
        ["Marines then entered the village and burnt the mill", "and detained about 20 farmers"],
    ),
    (
        "Marines then entered the village, he said, and detained about 20 farmers.",
        ["Marines then entered the village", "and detained about 20 farmers"],
    ),
])  # fmt: skip
def test_what_is_told_goes_on_behind_who_tells_it(reader: Reader, text: str, content: list[str]) -> None:
    reading = reader.read(Report(id="0" * 64, text=text))
    detained = next(event for event in reading.events if reading.words(event.trigger) == "detained")
    assert [party.name for party in reading.parties if party.id in detained.actors] == ["Marines"]
    assert [reading.words(span) for span in reading.statements[0].content] == content


def test_what_the_teller_does_next_is_his(reader: Reader) -> None:
    reading = reader.read(Report(id="0" * 64, text="The marines burnt the mill, said Omar Haddad, and he arrested two of them."))
    arrested = next(event for event in reading.events if reading.words(event.trigger) == "arrested")
    assert [party.name for party in reading.parties if party.id in arrested.actors] == ["Omar Haddad"]


@pytest.mark.parametrize("text", [
    "The envoy called for the siege to be lifted and for prisoners to be freed.",
    "The envoy called for an immediate end to the siege and for aid to be let into Zelin.",
])  # fmt: skip
def test_a_call_for_two_things_asks_for_both(reader: Reader, text: str) -> None:
    events = [event for event in reader.read(Report(id="0" * 64, text=text)).events if event.type != "REQUEST"]
    assert len(events) > 1
    assert {event.status for event in events} == {"demanded"}


@pytest.mark.parametrize("text", [
    "The rebels demanded that the bridge be opened and offered to free nine soldiers.",
    "The rebels demanded that the army leave the mill and threatened to burn it.",
])  # fmt: skip
def test_a_finite_verb_goes_on_from_no_wish(reader: Reader, text: str) -> None:
    reading = reader.read(Report(id="0" * 64, text=text))
    second = next(event for event in reading.events if reading.words(event.trigger) in ("offered", "threatened"))
    assert [party.name for party in reading.parties if party.id in second.actors] == ["rebels"]
