"""Moves of talks in sentences on wars that nobody tuned for, written before the rules for them were: floors under recall, a ceiling on false ones."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.model import Reading, Report
from sayso.reading.pipeline import Reader

WAR = "\n\nShelling, airstrikes, artillery, rockets and mortar fire were reported along the frontline during the siege."
LATER = "The Marsh Army has sent word"
"""The first of the plain lines that were written after the table of idioms, before it was mended once."""
FLOOR_TALKS, FLOOR_PLAIN, FLOOR_LATER = 80, 58, 12


def rows(name: str) -> list[tuple[str, str]]:
    """The sentences of a file beside this one, each with the moves that it tells: "KIND|FROM|TO; ...", or "none"."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [(text, wanted) for text, wanted in (line.split("\t") for line in lines if line[0] != "#")]


def readings(reader: Reader, lines: Iterable[tuple[str, str]]) -> Iterator[Reading]:
    """Each sentence read as a report of a war."""
    reports = (Report(id=f"{at:064x}", text=text + WAR, published="2023-06-01", published_basis="given") for at, (text, _) in enumerate(lines))
    return iter(reader.read_many(reports))


def found(reading: Reading, wanted: str) -> tuple[int, int]:
    """How many of the wanted moves a reading has, each of its moves once, and how many are wanted."""
    names = {party.id: party.name.lower() for party in reading.parties}
    moves, right, asked = list(reading.moves), 0, 0
    for one in wanted.split(";"):
        kind, maker, to = (part.strip().lower() for part in one.split("|"))
        if kind == "*":
            continue
        asked += 1
        fits = (
            m for m in moves
            if m.kind == kind and (maker == "*" or any(maker in names[p] for p in m.from_)) and (to == "*" or any(to in names[p] for p in m.to))
        )  # fmt: skip
        move = next(fits, None)
        if move is not None:
            moves.remove(move)
            right += 1
    return right, asked


def test_most_moves_of_talks_are_found(reader: Reader) -> None:
    lines = rows("talks.tsv")
    counts = [found(reading, wanted) for reading, (_, wanted) in zip(readings(reader, lines), lines, strict=True)]
    right, asked = map(sum, zip(*counts, strict=True))
    assert asked == 140
    assert right >= FLOOR_TALKS, f"{right} of {asked} moves found"


def test_moves_told_plainly_are_found_and_none_in_peace(reader: Reader) -> None:
    lines = rows("plain.tsv")
    later = next(at for at, (text, _) in enumerate(lines) if text.startswith(LATER))
    right = right_later = 0
    false = []
    for at, (reading, (text, wanted)) in enumerate(zip(readings(reader, lines), lines, strict=True)):
        if wanted == "none":
            false += [(text, move.kind) for move in reading.moves]
            continue
        here = found(reading, wanted)[0]
        right += here
        right_later += here if at >= later else 0
    assert false == []
    assert right >= FLOOR_PLAIN, f"{right} moves found"
    assert right_later >= FLOOR_LATER, f"{right_later} moves found in the later part"
