"""One report in a list: who published it, how much it says, and on whose word."""

from dataclasses import dataclass

from sayso.model import Reading
from sayso.model.chain import short_name
from sayso.view import harmless


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report in the list."""

    id: str
    title: str
    outlets: str
    published: str
    statements: int
    events: int
    moves: int
    sources: str


def report_line(reading: Reading) -> ReportLine:
    """Prepare a report's line: who published it, how much it says, and on whose word."""
    report = reading.report
    outlets = dict.fromkeys(x for x in (report.outlet, *(a.outlet for a in report.appearances)) if x)
    parties = {p.id: p for p in reading.parties}
    speakers = dict.fromkeys(short_name(parties[s.speaker]) for s in reading.statements if s.speaker in parties)
    return ReportLine(
        report.id, harmless(report.title or report.text[:90]), harmless(", ".join(outlets)) or "outlet unknown", report.published or "undated",
        len(reading.statements), len(reading.events), len(reading.moves), harmless(", ".join(list(speakers)[:4])),
    )  # fmt: skip
