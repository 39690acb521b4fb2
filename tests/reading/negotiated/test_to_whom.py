"""By whom and to whom a move is, where its own words name one, several in a row or nobody: our own sentences on invented wars."""

import pytest

from sayso.model import Reading, Report
from sayso.reading.pipeline import Reader

WAR = " Shelling, airstrikes and rocket fire were reported along the frontline during the siege."


def told(reader: Reader, text: str) -> list[str]:
    """The moves of a text: "demand: Norway > rebels via -"."""
    reading = reader.read(Report(id="0" * 64, text=text + WAR, published="2023-06-01", published_basis="given"))
    return [f"{m.kind}: {_names(reading, m.from_)} > {_names(reading, m.to)} via {_names(reading, m.through)}" for m in reading.moves]


def _names(reading: Reading, parties: tuple[str, ...]) -> str:
    names = {party.id: party.name for party in reading.parties}
    return "+".join(names[party] for party in parties) or "-"


@pytest.mark.parametrize(("text", "move"), [
    ("The rebels shelled the army's camp. On Monday the rebels demanded the release of 40 captives.", "demand: rebels > army via -"),
    (
        "The rebels, the Red Brigade and the Vistula Front shelled the army. The army demanded the release of 40 captives.",
        "demand: army > - via -",
    ),
    (
        "The Red Brigade and the Vistula Front shelled the army's camps in May. Rain fell for a week. The roads were cut. The valley was quiet. "
        "The Red Brigade killed two soldiers on Monday. The army demanded that the captives be handed over.",
        "demand: army > Red Brigade via -",
    ),
])  # fmt: skip
def test_only_a_side_that_alone_can_be_meant_is_guessed(reader: Reader, text: str, move: str) -> None:
    assert move in told(reader, text)


@pytest.mark.parametrize(("text", "move"), [
    ("The army besieged the port. The United Nations demanded access to the besieged.", "demand: United Nations > army via -"),
    ("The army besieged the port. The United Nations called for a ceasefire in the valley.", "demand: United Nations > - via -"),
])  # fmt: skip
def test_who_keeps_others_out_is_asked_for_access_and_nobody_for_a_truce(reader: Reader, text: str, move: str) -> None:
    assert move in told(reader, text)


def test_a_halt_announced_is_made_to_nobody(reader: Reader) -> None:
    moves = told(reader, "The rebels shelled the camp. The army said it would halt its fire around the port for three hours each day.")
    assert moves == ["offer: army > - via -"]


@pytest.mark.parametrize(("text", "move"), [
    ("The truce was brokered by Norway Cuba and Chile in May.", "mediate: Norway+Cuba+Chile > - via -"),
    ("Norway Costa Rica and Chile have urged the rebels to let aid convoys into the port.", "demand: Norway+Costa Rica+Chile > rebels via -"),
])  # fmt: skip
def test_countries_in_a_row_are_all_named_though_their_commas_are_lost(reader: Reader, text: str, move: str) -> None:
    assert move in told(reader, text)


@pytest.mark.parametrize(("text", "move"), [
    ("The rebels left the port under a Norwegian-Cuban deal to halt the bombing.", "agree: Norway > Cuba via -"),
    ("A Norwegian-Cuban brokered ceasefire took effect on Monday. The rebels kept it.", "agree: - > - via Norway+Cuba"),
    ("A Norwegian-Cuban-brokered ceasefire took effect on Monday. The rebels kept it.", "agree: - > - via Norway+Cuba"),
])  # fmt: skip
def test_states_by_their_joined_adjectives(reader: Reader, text: str, move: str) -> None:
    assert move in told(reader, text)


def test_the_two_sides_are_those_just_told_of(reader: Reader) -> None:
    moves = told(
        reader,
        "The Vistula Front shelled the Red Brigade. The Vistula Front lost ten men. Talks between the army and the Red Brigade collapsed on Monday. "
        "The two sides had agreed on a truce in May.",
    )  # fmt: skip
    assert "agree: army > Red Brigade via -" in moves


@pytest.mark.parametrize(("text", "move"), [
    ("Norwegian and Cuban air strikes have battered the town despite a ceasefire.", "breach: Norway+Cuba > - via -"),
    (
        "The port is quiet under a deal between the rebels' allies Norway and Chile and army backer Cuba.",
        "agree: Norway+Chile+Cuba > - via -",
    ),
    (
        "A ceasefire between the Norwegian-backed army and Cuban-backed rebels collapsed on Monday.",
        "breach: Norwegian-backed army+Cuban-backed rebels > - via -",
    ),
])  # fmt: skip
def test_no_party_of_several_is_dropped(reader: Reader, text: str, move: str) -> None:
    assert move in told(reader, text)
