"""Moves told without the words of diplomacy, "went back on its word", in wars that nobody tuned for: floors under recall, a ceiling on false ones."""

from pathlib import Path

from sayso.model import Reading, Report
from sayso.reading.pipeline import Reader

LINES = [line.split("\t") for line in Path(__file__).with_name("plain.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
WAR = "\n\nShelling, airstrikes, artillery, rockets and mortar fire were reported along the frontline during the siege."
LATER = "The Marsh Army has sent word"
FLOOR, FLOOR_LATER = 58, 12


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


def test_moves_told_plainly_are_found_and_none_in_peace(reader: Reader) -> None:
    reports = [Report(id=f"{at:064x}", text=text + WAR, published="2026-06-01", published_basis="given") for at, (text, _) in enumerate(LINES)]
    later = next(at for at, (text, _) in enumerate(LINES) if text.startswith(LATER))
    right = right_later = false = 0
    for at, (reading, (_, wanted)) in enumerate(zip(reader.read_many(reports), LINES, strict=True)):
        if wanted == "none":
            false += len(reading.moves)
            continue
        here = found(reading, wanted)[0]
        right += here
        right_later += here if at >= later else 0
    assert false == 0
    assert right >= FLOOR, f"{right} moves found"
    assert right_later >= FLOOR_LATER, f"{right_later} moves found in the later part"
