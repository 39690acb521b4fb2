"""How many moves of talks are found in sentences written before the rules for them were: a floor under recall on wars nobody tuned for."""

from pathlib import Path

from sayso.model import Reading, Report
from sayso.reading.pipeline import Reader

LINES = [line.split("\t") for line in Path(__file__).with_name("talks.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
WAR = "\n\nShelling, airstrikes, artillery, rockets and mortar fire were reported along the frontline during the siege."
FLOOR = 80


def found(reading: Reading, wanted: str) -> tuple[int, int]:
    """How many of the wanted moves a reading has, each of its moves once, and how many are wanted."""
    names = {party.id: party.name.lower() for party in reading.parties}
    moves, right, asked = list(reading.moves), 0, 0
    for one in wanted.split(";"):
        kind, maker, to = (part.strip().lower() for part in one.split("|"))
        if kind == "*":
            continue
        asked += 1
        for move in moves:
            by = maker == "*" or any(maker in names[party] for party in move.from_)
            at = to == "*" or any(to in names[party] for party in move.to)
            if move.kind == kind and by and at:
                moves.remove(move)
                right += 1
                break
    return right, asked


def test_most_moves_of_talks_in_other_wars_are_found(reader: Reader) -> None:
    reports = [
        Report(id=f"{at:064x}", text=text + WAR, published="2023-06-01", published_basis="given", published_range=("2023-06-01", "2023-06-01"))
        for at, (text, _) in enumerate(LINES)
    ]
    counts = [found(reading, wanted) for reading, (_, wanted) in zip(reader.read_many(reports), LINES, strict=True)]
    right, asked = map(sum, zip(*counts, strict=True))
    assert asked == 140
    assert right >= FLOOR, f"{right} of {asked} moves found"
