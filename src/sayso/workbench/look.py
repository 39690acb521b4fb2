"""Pages to look at: the situation, lists, one thing of each kind, what changed, search."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, JSONResponse, RedirectResponse

from sayso.casefile import Casefile, CasefileError
from sayso.model.codes import EVENT_TYPES
from sayso.view import harmless
from sayso.workbench.basemap import countries
from sayso.workbench.board import Board
from sayso.workbench.boards import NotYet
from sayso.workbench.changes_page import changes_page
from sayso.workbench.dealings import dealings_page
from sayso.workbench.dispute_page import dispute_page
from sayso.workbench.incident_page import incident_page, wanted
from sayso.workbench.party_page import ON_A_PAGE as SOURCES_ON_A_PAGE
from sayso.workbench.party_page import party_page, source_lines
from sayso.workbench.place_page import place_page
from sayso.workbench.search_page import SearchPage, search_page
from sayso.workbench.situation_page import situation_page
from sayso.workbench.talks_page import ON_A_PAGE, all_disputes, all_talks, talks_page
from sayso.workbench.views import here, kept_views
from sayso.workbench.web import READ, Web, day_of, pages, question

Finds = Callable[[Board, str], Any]
Makes = Callable[[Board, Any, Casefile], object]

LISTS: dict[str, tuple[str, int, Callable[[Board, int, str], tuple[Sequence[Any], int]]]] = {
    "disputes": ("situation", ON_A_PAGE, all_disputes), "talks": ("talks", ON_A_PAGE, all_talks),
    "sources": ("sources", SOURCES_ON_A_PAGE, source_lines),
}  # fmt: skip
"""Pages of a list: where in the menu they stand, how many are on a page, and what gives a page of it (where names are
listed, of those with some letters in them) and how many there are."""
THINGS: dict[str, tuple[str, Finds, Makes, str]] = {
    "incident": (
        "situation", lambda board, key: board.incidents[board.place_of[key]] if key in board.place_of else None,
        lambda board, one, casefile: incident_page(board, one, {reading.report.id: reading for reading in casefile.readings(wanted(one))}),
        "No incident has this id. A correction or a new report may have joined it to another one.",
    ),
    "dispute": (
        "situation", lambda board, key: board.disputes.get(key), lambda board, one, casefile: dispute_page(board, one, casefile.reading),
        "No dispute has this id. A correction or a new report may have settled or changed it.",
    ),
    "thread": (
        "talks", lambda board, key: board.threads.get(key), lambda board, one, _: talks_page(board, one),
        "No talks have this id. A correction or a new report may have joined them to others.",
    ),
    "party": (
        "sources", lambda board, key: board.parties.get(key), lambda board, one, _: party_page(board, one.id),
        "The reports of this casefile speak of no such party.",
    ),
    "place": ("situation", lambda board, key: board.sites.get(key), place_page, "The reports of this casefile speak of no such place."),
}  # fmt: skip
"""Pages of one thing: where in the menu they stand, what finds it by its id, what prepares the page, and what is said where there is none."""


def routes(web: Web) -> APIRouter:
    """The routes of these pages."""
    router = APIRouter()

    @router.api_route("/", methods=READ)
    def situation(request: Request) -> Response:
        asked = question(request)
        with web.open() as casefile:
            board = web.board(casefile, day_of(asked.as_of))
            late = web.late(casefile, board)
        shown = situation_page(board, asked)
        return web.page("situation.html", here="situation", s=shown, late=late, views=kept_views(request, web), address=here(request))

    @router.api_route("/land.json", methods=READ)
    def land() -> Response:
        """The countries' outlines, as the map that moves wants them: for each, rings of longitude and latitude."""
        rounded = [[[(round(x, 3), round(y, 3)) for x, y in ring] for _, ring in country.rings] for country in countries()]
        return JSONResponse(rounded)

    @router.api_route("/map.pmtiles", methods=READ)
    def tiles() -> Response:
        """The user's own map file; the map asks for the parts of it that it shows."""
        if web.tiles is None:
            return web.missing("No map file was given to `sayso serve`.")
        return FileResponse(web.tiles.path, media_type="application/octet-stream")

    @router.api_route("/telling/{report}/{event}", methods=READ)
    def telling(report: str, event: str, last: str = "", done: str = "") -> Response:
        """The incident that an event belongs to now: ids change when people join or part them."""
        with web.open() as casefile:
            board = web.board(casefile)
            if web.late(casefile, board):
                raise NotYet
        found = board.incident_of.get((report, event))
        if found is None:
            return web.missing("This event belongs to no incident any more.")
        return RedirectResponse(f"/incident/{found}?{urlencode({'last': last, 'done': done})}", status_code=303)

    @router.api_route("/changes", methods=READ)
    def changed(request: Request, since: str = "") -> Response:
        with web.open() as casefile:
            after = web.board(casefile, day_of(question(request).as_of))
            days = sorted({head.published for head in after.heads.values() if head.published and head.published < (after.situation.as_of or "")})
            before = web.board(casefile, day_of(since) or day_of(days[-1] if days else "") or date.min)
        return web.page("changes.html", here="situation", c=changes_page(before, after))

    @router.api_route("/dealings", methods=READ)
    def dealings(request: Request) -> Response:
        with web.open() as casefile:
            board = web.board(casefile, day_of(question(request).as_of))
        return web.page("dealings.html", here="sources", d=dealings_page(board))

    @router.api_route("/search", methods=READ)
    def search(request: Request) -> Response:
        asked = question(request)
        with web.open() as casefile:
            try:
                found, trouble = search_page(casefile, web.ready(casefile), asked), ""
            except CasefileError as error:
                found, trouble = SearchPage(asked, (), 1, "", ""), str(error)
        return web.page(
            "search.html", here="search", s=found, trouble=trouble, types=EVENT_TYPES, searched=harmless(asked.q), views=kept_views(request, web),
            address=here(request),
        )  # fmt: skip

    for name in LISTS:
        router.add_api_route(f"/{name}", _list(web, name), methods=READ)
    for name in THINGS:  # the id of a party or a place may hold a slash
        router.add_api_route(f"/{name}/{{key:path}}", _thing(web, name), methods=READ)
    return router


def _list(web: Web, name: str) -> Callable[[Request], Response]:
    room, on_a_page, rows_of = LISTS[name]

    def listed(request: Request) -> Response:
        asked = question(request)
        with web.open() as casefile:
            rows, total = rows_of(web.board(casefile, day_of(asked.as_of)), asked.page, asked.q)
        around = pages(total, on_a_page, asked.page, asked.address(f"/{name}", page=1))
        return web.page(f"{name}.html", here=room, rows=rows, total=total, pages=around, asked=asked.q)

    return listed


def _thing(web: Web, name: str) -> Callable[..., Response]:
    room, find, makes, nothing = THINGS[name]

    def shown(request: Request, key: str, last: str = "", done: str = "") -> Response:
        with web.open() as casefile:
            board = web.board(casefile, day_of(question(request).as_of))
            one = find(board, key)
            if one is None:
                return web.missing(nothing)
            made = makes(board, one, casefile)
        values: dict[str, Any] = {name[0]: made, "last": harmless(last[:64]), "done": done}  # templates call it by its first letter
        return web.page(f"{name}.html", here=room, **values)

    return shown
