"""What a search found: passages with the facts of their reports."""

from dataclasses import dataclass

from sayso.casefile import Casefile
from sayso.view import harmless
from sayso.workbench.board import Board, Head
from sayso.workbench.filters import Question
from sayso.workbench.rows import IncidentRow, incident_row

ON_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Result:
    """A report: its passage in pieces, those that were asked for marked, and the first incidents that it tells of."""

    head: Head
    pieces: tuple[tuple[str, bool], ...]
    incidents: tuple[IncidentRow, ...]
    tells: int
    address: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """All that the page shows."""

    asked: Question
    results: tuple[Result, ...]
    first: int
    before: str
    after: str


def search_page(casefile: Casefile, board: Board | None, asked: Question) -> SearchPage:
    """Search and prepare the page; without a board the passages come without their incidents."""
    first = (asked.page - 1) * ON_A_PAGE
    found = casefile.search(asked.query, ON_A_PAGE, first)
    results = []
    for hit in found.hits:
        told = board.having("report", hit.report) if board else []
        rows = tuple(incident_row(board, one) for one in told[:2]) if board else ()
        head = Head(hit.report, harmless(hit.title), harmless(hit.outlet or "outlet unknown"), (hit.published or "")[:10] or None)
        pieces = tuple((_plain(piece.text), piece.found) for piece in hit.snippet)
        results.append(Result(head, pieces, rows, len(told), f"/?report={hit.report}"))
    return SearchPage(
        asked, tuple(results), first + 1, asked.address("/search", page=asked.page - 1) if asked.page > 1 else "",
        asked.address("/search", page=asked.page + 1) if found.more else "",
    )  # fmt: skip


def _plain(piece: str) -> str:
    """Harmless, with a blank kept where the piece begins or ends with one."""
    kept = harmless(piece)
    return (" " if piece[:1].isspace() else "") + kept + (" " if kept and piece[-1:].isspace() else "")
