"""Passages of our own with their moves of talks marked: what is found with its kind, and with the sides."""

from pathlib import Path
from typing import TYPE_CHECKING

from sayso.evaluate.counting import Scores
from sayso.evaluate.passages import MarkedMove, Passage, passages_in, passages_kept_aside
from sayso.model import Move, Reading, Report

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader


def measure(reader: "Reader", path: Path) -> Scores:
    """Read each line of a file, or of every *_holdout.txt of a folder, as a report of its own and compare its moves with the marks."""
    passages = passages_kept_aside(path) if path.is_dir() else passages_in(path)
    scores = Scores(documents=len(passages))
    reports = [Report(id=f"{n:064x}", published_basis="unknown", text=one.text) for n, one in enumerate(passages)]
    for number, (one, reading) in enumerate(zip(passages, reader.read_many(reports), strict=True), start=1):
        compare(str(number), one, reading, scores)
    return scores


def compare(name: str, one: Passage, reading: Reading, scores: Scores) -> None:
    """Add one passage. A mark is found by one move that touches it; a move on words that tell one again is neither right nor wrong."""
    free = list(reading.moves)
    found: list[tuple[MarkedMove, Move]] = []
    for mark in one.moves:
        move = next((m for m in free if m.kind == mark.kind and _touch(mark, m)), None)
        scores.share(f"found with its kind: {mark.kind}", move)
        if move is None:
            there = next((m.kind for m in reading.moves if _touch(mark, m)), None)
            scores.wrong(f"missed: {mark.kind}" + (f", found {there}" if there else ""), name, one.text, (mark.start, mark.end))
            continue
        free.remove(move)
        found.append((mark, move))
    again = [mark for mark in one.marks if mark.kind is None]
    stray = [m for m in free if not any(_touch(mark, m) for mark in again)]
    from_ = [_are(mark.from_, move.from_, one.text, reading) for mark, move in found]
    to = [_are(mark.to, move.to, one.text, reading) for mark, move in found]
    told, marked = len(found) + len(stray), len(one.moves)
    scores.count("moves kind+span", len(found), marked, told)
    scores.count("moves +from", sum(from_), marked, told)
    scores.count("moves +to", sum(to), marked, told)
    scores.count("moves +from+to", sum(a and b for a, b in zip(from_, to, strict=True)), marked, told)
    for move in stray:
        scores.wrong(f"not there: {move.kind}", name, one.text, move.span)
    if not one.moves:
        scores.share("false alarm, of passages without a move", reading.moves)


def _touch(mark: MarkedMove, move: Move) -> bool:
    return any(mark.touches(span) for span in (move.span, *move.also))


def _are(names: tuple[str, ...], parties: tuple[str, ...], text: str, reading: Reading) -> bool:
    """Whether the parties of a move are those that are named."""
    return {_party(name, text, reading) for name in names} == set(parties)


def _party(name: str, text: str, reading: Reading) -> str | None:
    """The party that a name of the passage means most often."""
    meant: dict[str, int] = {}
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        for party in reading.parties:
            if any(a < end and start < b for a, b in party.mentions):
                meant[party.id] = meant.get(party.id, 0) + 1
        start = text.find(name, end)
    return max(meant, key=lambda party: (meant[party], party), default=None)
