"""Towards whom a move is made where its own words do not say so: the other side of the report, the two whom a go-between deals with, "both"."""

import pytest

from sayso.model import Report
from sayso.reading.pipeline import Reader


def told(reader: Reader, text: str) -> list[str]:
    """The moves of a report, each "KIND: FROM > TO"."""
    reading = reader.read(Report(id="0" * 64, published_basis="unknown", text=text))
    names = {party.id: party.name for party in reading.parties}
    return [f"{m.kind}: {' + '.join(names[p] for p in m.from_)} > {' + '.join(names[p] for p in m.to)}" for m in reading.moves]


@pytest.mark.parametrize(
    ("text", "move"),
    [
        (
            "The army shelled the Karsi Front at the dam. The Karsi Front walked out of the talks in Orta.",
            "walk_out: Karsi Front > army",
        ),
        (
            "The army shelled the Karsi Front at the dam. The Karsi Front denied that there were any talks.",
            "deny_talks: Karsi Front > army",
        ),
    ],
)
def test_a_refusal_to_talk_is_made_to_the_only_other_side(reader: Reader, text: str, move: str) -> None:
    assert move in told(reader, text)


@pytest.mark.parametrize("words", ["Elders of Orta acted as go-betweens.", "Bishop Tomas Varga is acting as a go-between."])
def test_who_mediates_goes_between_the_two_sides(reader: Reader, words: str) -> None:
    (move,) = told(reader, f"The army shelled the Karsi Front at the dam. The Karsi Front fired rockets at the army. {words}")
    assert move.startswith("mediate: ")
    assert move.endswith(" > army + Karsi Front")


def test_both_are_those_of_the_last_dealings(reader: Reader) -> None:
    moves = told(
        reader,
        "The army fought the Karsi Front at the dam, and the army shelled the Karsi Front again. "
        "The Tevan Guard demanded a truce from the Marsh Brigade. The United Nations urged both sides to stop the fighting.",
    )
    assert moves[-1] == "demand: United Nations > Tevan Guard + Marsh Brigade"


def test_a_pact_of_two_has_one_side_each(reader: Reader) -> None:
    assert told(reader, "The Karsi Front and the army signed a truce on Monday after they had fought at the dam.") == ["agree: Karsi Front > army"]
