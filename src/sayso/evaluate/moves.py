"""Passages of our own with their moves of talks marked: what is found with its kind, and with the sides."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.evaluate.counting import Scores, overlap
from sayso.evaluate.passages import MarkedMove, Passage, passages_in, passages_kept_aside
from sayso.model import Move, Reading, Report
from sayso.model.codes import MoveKind

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader


_BOTH_WAYS: frozenset[MoveKind] = frozenset({"agree", "meet"})


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
    read = [_sides(mark, move) for mark, move in found]
    from_ = [_are(makers, read_makers, one.text, reading) for makers, _, read_makers, _ in read]
    to = [_are(others, read_others, one.text, reading) for _, others, _, read_others in read]
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
    return any(overlap((mark.start, mark.end), span) > 0 for span in (move.span, *move.also))


def _sides(mark: MarkedMove, move: Move) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Who makes a move and towards whom, by the mark and as it was read. A pact or a meeting has no first side: its mark may name both as makers."""
    if move.kind in _BOTH_WAYS and not mark.to:
        return mark.from_, (), (*move.from_, *move.to), ()
    return mark.from_, mark.to, move.from_, move.to


def _are(names: tuple[str, ...], parties: tuple[str, ...], text: str, reading: Reading) -> bool:
    """Whether the parties of a move are those that are named."""
    return {_party(name, text, reading) for name in names} == set(parties)


def _party(name: str, text: str, reading: Reading) -> str | None:
    """The party that a name of the passage means: the one with the mention that it fills best, of several the one it means most often."""
    meant: dict[str, tuple[float, int]] = {}
    for place in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        for party in reading.parties:
            filled = max((_filled(place.span(), mention) for mention in party.mentions), default=0.0)
            if filled:
                best, times = meant.get(party.id, (0.0, 0))
                meant[party.id] = max(best, filled), times + 1
    return max(meant, key=lambda party: (meant[party], party), default=None)


def _filled(name: tuple[int, int], mention: tuple[int, int]) -> float:
    """How much of a name and a mention is both: "Iran" is all of "Iran" and little of "Iran's foreign minister"."""
    shared = min(name[1], mention[1]) - max(name[0], mention[0])
    return max(0, shared) / max(name[1] - name[0], mention[1] - mention[0])
