"""In a report about talks a side's plain words make the move that their stance says."""

from collections.abc import Callable

import pytest

from sayso.model import Report
from sayso.reading.pipeline import Reader

TALKS = (
    "The Lake Front and the army of Tosk shelled each other on Monday, killing two soldiers. The army offered the Lake Front a truce on Tuesday. "
    "The Lake Front demanded the release of six fighters by the army. "
)


@pytest.mark.parametrize(("said", "made"), [
    ("The army said it would pay nothing.", ["reject"]),
    ("The army said its fort was not on the table.", ["reject"]),
    ("A doctor said there would be no pardon.", []),
    ("The army said two of its lorries had burnt out.", []),
])  # fmt: skip
def test_the_stance_of_a_side_is_its_move(reader: Reader, a_report: Callable[..., Report], said: str, made: list[str]) -> None:
    reading = reader.read(a_report(TALKS + said))
    names = {party.id: party.name for party in reading.parties}
    later = [move for move in reading.moves if move.span[0] >= len(TALKS)]
    assert [move.kind for move in later] == made
    assert all("army" in names[move.from_[0]] and "Front" in names[move.to[0]] for move in later)
