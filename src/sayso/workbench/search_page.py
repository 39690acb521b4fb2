"""What a search found: passages with the facts of their reports."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from sayso.workbench.board import Board, Head
from sayso.workbench.rows import IncidentRow, incident_row

ON_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """The words and the filters of a search, as they stand in its address."""

    q: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    page: int = 1

    def address(self, **changed: object) -> str:
        """The address of this search, or of one that differs in some of it."""
        other = replace(self, **({"page": 1} | changed))  # type: ignore[arg-type]
        return "/search?" + urlencode([(name, value) for name in self.__dataclass_fields__ if (value := getattr(other, name)) not in ("", 1)])


@dataclass(frozen=True, slots=True)
class Result:
    """A report: its passage, and the first incidents that it tells of."""

    head: Head
    pieces: tuple[tuple[str, bool], ...]
    incidents: tuple[IncidentRow, ...]
    tells: int
    address: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """All that the page shows."""

    asked: Asked
    results: tuple[Result, ...]
    total: int
    outlets: tuple[tuple[str, str, int], ...]
    before: str
    after: str


def search_page(board: Board, asked: Asked) -> SearchPage:
    """Search and prepare the page."""
    first = (asked.page - 1) * ON_A_PAGE
    found = board.library.find(asked.q, asked.outlet, asked.since, asked.until, first, ON_A_PAGE)
    results = []
    for passage in found.passages:
        told = board.having("report", passage.report)
        rows = tuple(incident_row(board, one) for one in told[:2])
        results.append(Result(board.heads[passage.report], passage.pieces, rows, len(told), f"/?report={passage.report}"))
    return SearchPage(
        asked, tuple(results), found.total, tuple((asked.address(outlet=name), name, n) for name, n in found.outlets),
        asked.address(page=asked.page - 1) if asked.page > 1 else "", asked.address(page=asked.page + 1) if first + ON_A_PAGE < found.total else "",
    )  # fmt: skip
