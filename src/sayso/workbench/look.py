"""Pages to look at: the situation, an incident, talks, a dispute, a party, a place."""

from datetime import date
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from sayso.casefile import CasefileError
from sayso.model.codes import EVENT_TYPES
from sayso.view import harmless
from sayso.workbench.basemap import countries
from sayso.workbench.boards import NotYet
from sayso.workbench.changes_page import changes_page
from sayso.workbench.dispute_page import dispute_page
from sayso.workbench.incident_page import incident_page, wanted
from sayso.workbench.party_page import ON_A_PAGE as SOURCES_ON_A_PAGE
from sayso.workbench.party_page import party_page, source_lines
from sayso.workbench.search_page import Asked, SearchPage, search_page
from sayso.workbench.situation_page import situation_page
from sayso.workbench.talks_page import ON_A_PAGE, all_disputes, all_talks, talks_page
from sayso.workbench.web import READ, Web, day_of, pages, question


def routes(web: Web) -> APIRouter:
    """The routes of these pages."""
    router = APIRouter()

    @router.api_route("/", methods=READ)
    def situation(request: Request) -> Response:
        asked = question(request)
        with web.open() as casefile:
            board = web.board(casefile, day_of(asked.as_of))
            late = web.late(casefile, board)
        return web.page("situation.html", here="situation", s=situation_page(board, asked), late=late)

    @router.api_route("/land.json", methods=READ)
    def land() -> Response:
        """The countries' outlines, as the map that moves wants them: for each, rings of longitude and latitude."""
        rounded = [[[(round(x, 3), round(y, 3)) for x, y in ring] for _, ring in country.rings] for country in countries()]
        return JSONResponse(rounded)

    @router.api_route("/incident/{incident}", methods=READ)
    def incident(request: Request, incident: str, last: str = "", done: str = "") -> Response:
        with web.open() as casefile:
            board = web.board(casefile, day_of(question(request).as_of))
            place = board.place_of.get(incident)
            if place is None:
                return web.missing("No incident has this id. A correction or a new report may have joined it to another one.")
            one = board.incidents[place]
            readings = {report: casefile.reading(report) for report in wanted(one)}
        return web.page("incident.html", here="situation", i=incident_page(board, one, readings), last=harmless(last[:64]), done=done)

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

    @router.api_route("/dispute/{dispute}", methods=READ)
    def dispute(request: Request, dispute: str) -> Response:
        with web.open() as casefile:
            board = web.board(casefile, day_of(question(request).as_of))
            if dispute not in board.disputes:
                return web.missing("No dispute has this id. A correction or a new report may have settled or changed it.")
            return web.page("dispute.html", here="situation", d=dispute_page(board, board.disputes[dispute], casefile.reading))

    @router.api_route("/disputes", methods=READ)
    def disputes(request: Request) -> Response:
        asked = question(request)
        with web.open() as casefile:
            rows, total = all_disputes(web.board(casefile, day_of(asked.as_of)), asked.page)
        return web.page("disputes.html", here="situation", rows=rows, total=total, pages=pages(total, ON_A_PAGE, asked.page, "/disputes"))

    @router.api_route("/talks", methods=READ)
    def talks(request: Request) -> Response:
        asked = question(request)
        with web.open() as casefile:
            rows, total = all_talks(web.board(casefile, day_of(asked.as_of)), asked.page)
        return web.page("talks.html", here="talks", rows=rows, total=total, pages=pages(total, ON_A_PAGE, asked.page, "/talks"))

    @router.api_route("/thread/{thread}", methods=READ)
    def thread(request: Request, thread: str) -> Response:
        with web.open() as casefile:
            board = web.board(casefile, day_of(question(request).as_of))
        if thread not in board.threads:
            return web.missing("No talks have this id. A correction or a new report may have joined them to others.")
        return web.page("thread.html", here="talks", t=talks_page(board, board.threads[thread]))

    @router.api_route("/sources", methods=READ)
    def sources(request: Request) -> Response:
        asked = question(request)
        with web.open() as casefile:
            lines, total = source_lines(web.board(casefile, day_of(asked.as_of)), asked.page)
        return web.page("sources.html", here="sources", lines=lines, total=total, pages=pages(total, SOURCES_ON_A_PAGE, asked.page, "/sources"))

    @router.api_route("/search", methods=READ)
    def search(request: Request) -> Response:
        given, common = request.query_params, question(request)
        asked = Asked(given.get("q", "")[:300], common.party, common.place, common.type, common.since, common.until, common.page)
        with web.open() as casefile:
            try:
                found, trouble = search_page(casefile, web.ready(casefile), asked), ""
            except CasefileError as error:
                found, trouble = SearchPage(asked, (), 1, "", ""), str(error)
        return web.page("search.html", here="search", s=found, trouble=trouble, types=EVENT_TYPES, searched=harmless(asked.q))

    @router.api_route("/party/{party:path}", methods=READ)
    def party(request: Request, party: str) -> Response:
        with web.open() as casefile:
            board = web.board(casefile, day_of(question(request).as_of))
        if party not in board.parties:
            return web.missing("The reports of this casefile speak of no such party.")
        return web.page("party.html", here="sources", p=party_page(board, party))

    return router
