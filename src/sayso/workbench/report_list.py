"""The list of reports, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.casefile import Casefile
from sayso.workbench.board import Board
from sayso.workbench.report_line import ReportLine, report_line

ON_A_PAGE = 30


@dataclass(frozen=True, slots=True)
class ReportList:
    """A page of the list, newest first, with the number of all."""

    lines: tuple[ReportLine, ...]
    total: int
    page: int
    first: int
    last_page: int


def report_list(casefile: Casefile, board: Board | None, page: int) -> ReportList:
    """A page of the list; past the last one, the last. A board of the casefile as it is now knows all lines already."""
    ids = board.newest if board else _newest(casefile)
    last = max(1, -(-len(ids) // ON_A_PAGE))
    page = min(page, last)
    first = (page - 1) * ON_A_PAGE
    shown = ids[first : first + ON_A_PAGE]
    lines = tuple(board.lines[one] if board else report_line(casefile.reading(one)) for one in shown)
    return ReportList(lines, len(ids), page, first + 1, last)


def _newest(casefile: Casefile) -> Sequence[str]:
    rows = sorted(casefile.reports(), key=lambda row: (row.published or "", row.id), reverse=True)
    return [row.id for row in rows]
