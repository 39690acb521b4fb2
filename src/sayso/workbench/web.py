"""What every page shares: the casefile, its boards, the templates and the casefile's name."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from threading import Event

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from sayso.casefile import Casefile
from sayso.view import harmless
from sayso.workbench.board import Board
from sayso.workbench.boards import Boards, NotYet
from sayso.workbench.filters import SHOWN, Question
from sayso.workbench.people import ASKING, Person, Role
from sayso.workbench.tiles import Tiles

HERE = Path(__file__).parent
VENDOR = HERE / "static" / "vendor"
"""What npm gave when the wheel was built: fonts and scripts of others. Pages do without where it is missing."""
READ = ["GET", "HEAD"]
"""The methods by which a page is asked for."""


class RoleError(Exception):
    """Raised when a page is asked for by somebody whose role does not let them see it."""


class Web:
    """The workbench on one casefile."""

    def __init__(self, case: str, parents: Mapping[str, str], team: bool = False, tiles: Tiles | None = None, *, still: bool = False) -> None:
        """`team` says that people sign in, and can sign out; `tiles` is a map file of the user's own; `still` that the casefile does not change."""
        self.tiles = tiles
        self.case = case
        self.team = team
        self.closing = Event()
        """Set when the server ends: what runs in the background stops at the next report."""
        self.name = Path(case).name
        self._boards = Boards(case, parents, still=still)
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape(default=True), undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self._templates.filters["harmless"] = harmless
        self._templates.globals |= {"vendor": VENDOR.is_dir(), "tiles": tiles}

    @property
    def me(self) -> Person | None:
        """Who asks for the page."""
        return ASKING.get()

    def may(self, role: Role) -> bool:
        """Whether whoever asks may do what takes that role."""
        return self.me is not None and self.me.may(role)

    def require(self, role: Role) -> None:
        """Raises RoleError where whoever asks may not."""
        if not self.may(role):
            raise RoleError

    def open(self) -> Casefile:
        """The casefile, to be used in a `with` statement; what is done to it is signed by whoever asks."""
        return Casefile.open(self.case, create=False, operator=self.me.name if self.me else None)

    def board(self, casefile: Casefile, as_of: date | None = None) -> Board:
        """The situation as of a day, by default of the latest report. Raises NotYet while it is being made."""
        return self._boards.board(casefile, as_of)

    def ready(self, casefile: Casefile) -> Board | None:
        """The situation of the latest report, or None while it is being made: what does not need it is shown without it."""
        try:
            return self._boards.board(casefile, None)
        except NotYet:
            return None

    def late(self, casefile: Casefile, board: Board) -> bool:
        """Whether the casefile has changed since the board was made, and a newer one is on its way."""
        return board.state != casefile.state()

    def page(self, template: str, status: int = 200, **values: object) -> HTMLResponse:
        """A page of ours. Everything in it is escaped."""
        whose = {"case": self.name, "me": self.me, "edits": self.may("editor"), "codes": self.may("coder"), "team": self.team}
        return HTMLResponse(self._templates.get_template(template).render(whose | values), status_code=status)

    def missing(self, reason: str, status: int = 404) -> Response:
        """The page that says why there is none."""
        return self.page("missing.html", status, reason=reason)


class DayError(Exception):
    """Raised, with a sentence, for a day in an address that is none: to show another one would answer what nobody asked."""


def question(request: Request) -> Question:
    """The filters in an address; what is no filter, or makes no sense, is left out. Raises DayError for a day that is none."""
    given = request.query_params
    page = given.get("page", "")
    rests = given.get("rests", "")
    texts = {name: given.get(name, "")[:300] for name in ("q", "party", "place", "type", "source", "report", "box")}
    days = {name: given.get(name, "").strip() for name in ("since", "until", "as_of")}
    for name, day in days.items():
        if day and day_of(day) is None:
            raise DayError(f"“{day[:40]}” in the address ({name}) is no day of the calendar, written as 2019-01-28. Correct it or leave it out.")
    return Question(
        **texts, **days, rests=rests if rests in SHOWN else "all",
        page=int(page) if page.isdecimal() and 0 < int(page) < 10**6 else 1,
    )  # fmt: skip


def day_of(text: str) -> date | None:
    """A day written as ISO 8601; None for anything else."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def pages(total: int, on_a_page: int, page: int, path: str) -> tuple[str, str, str]:
    """The addresses of the page before and the page after of a list at `path`, empty where there is none, and the words between them."""
    last = max(1, -(-total // on_a_page))
    joint = "&" if "?" in path else "?"
    before = f"{path}{joint}page={page - 1}" if 1 < page <= last + 1 else ""
    after = f"{path}{joint}page={page + 1}" if page < last else ""
    return before, after, f"page {page} of {last}"
