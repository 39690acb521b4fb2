"""The list of reports, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.casefile import Casefile
from sayso.model import Reading
from sayso.model.chain import short_name
from sayso.view import harmless

ON_A_PAGE = 30


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


@dataclass(frozen=True, slots=True)
class ReportList:
    """A page of the list, newest first, with the number of all."""

    lines: tuple[ReportLine, ...]
    total: int
    page: int
    first: int
    last_page: int


def report_list(casefile: Casefile, newest: Sequence[str] | None, page: int) -> ReportList:
    """A page of the list; past the last one, the last. `newest` are the ids in order, if they are known already."""
    ids = newest if newest is not None else _newest(casefile)
    last = max(1, -(-len(ids) // ON_A_PAGE))
    page = min(page, last)
    first = (page - 1) * ON_A_PAGE
    lines = tuple(report_line(casefile.reading(one)) for one in ids[first : first + ON_A_PAGE])
    return ReportList(lines, len(ids), page, first + 1, last)


def _newest(casefile: Casefile) -> list[str]:
    rows = sorted(casefile.reports(), key=lambda row: (row.published or "", row.id), reverse=True)
    return [row.id for row in rows]


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
