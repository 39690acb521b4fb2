"""The contents of plans, offers, agreements, orders and threats are not told as deeds done; what was done under them is."""

from pathlib import Path

from sayso.model import Reading, Report
from sayso.reading.pipeline import Reader

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "plan_contents.tsv").read_text(encoding="utf-8").splitlines()
    if line[0] != "#" and not line.startswith("word\t")
]  # fmt: skip


def statuses(reading: Reading, word: str) -> set[str]:
    """The statuses of the events that a word tells; "none" where it tells none."""
    text = reading.report.text
    told = (e for e in reading.events if any(word in text[a:b].lower() for a, b in (e.trigger, *e.also)))
    return {e.status for e in told} or {"none"}


def test_what_papers_set_out_is_not_told_as_done(reader: Reader) -> None:
    reports = [Report(id=f"{at:064x}", published="2026-03-04", published_basis="given", text=text) for at, (_, _, text) in enumerate(ROWS)]
    wrong = [
        (text, statuses(reading, word))
        for (word, allowed, text), reading in zip(ROWS, reader.read_many(reports), strict=True)
        if not statuses(reading, word) <= set(allowed.split("|"))
    ]
    assert wrong == []
    assert sum(allowed == "happened" for _, allowed, _ in ROWS) >= 20
