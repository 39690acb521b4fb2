"""Pages to look at: the situation, an incident, talks, a dispute, a party, a place."""

from fastapi import APIRouter, Request, Response

from sayso.view import harmless
from sayso.workbench.dispute_page import dispute_page
from sayso.workbench.incident_page import incident_page, wanted
from sayso.workbench.party_page import ON_A_PAGE as SOURCES_ON_A_PAGE
from sayso.workbench.party_page import party_page, source_lines
from sayso.workbench.search_page import Asked, search_page
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

    @router.api_route("/incident/{incident}", methods=READ)
    def incident(request: Request, incident: str) -> Response:
        with web.open() as casefile:
            board = web.board(casefile, day_of(question(request).as_of))
            place = board.place_of.get(incident)
            if place is None:
                return web.missing("No incident has this id. A correction or a new report may have joined it to another one.")
            one = board.incidents[place]
            readings = {report: casefile.reading(report) for report in wanted(one)}
        return web.page("incident.html", here="situation", i=incident_page(board, one, readings))

    @router.api_route("/dispute/{number}", methods=READ)
    def dispute(request: Request, number: int) -> Response:
        with web.open() as casefile:
            board = web.board(casefile, day_of(question(request).as_of))
            if not 0 <= number < len(board.situation.disputes):
                return web.missing("There is no such dispute; corrections and new reports change their numbers.")
            return web.page("dispute.html", here="situation", d=dispute_page(board, number, casefile.reading))

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
        given, asked = request.query_params, question(request)
        wanted_words = Asked(given.get("q", "")[:300], given.get("outlet", "")[:200], asked.since, asked.until, asked.page)
        with web.open() as casefile:
            board = web.board(casefile)
        return web.page("search.html", here="search", s=search_page(board, wanted_words), searched=harmless(wanted_words.q))

    @router.api_route("/party/{party:path}", methods=READ)
    def party(request: Request, party: str) -> Response:
        with web.open() as casefile:
            board = web.board(casefile, day_of(question(request).as_of))
        if party not in board.parties:
            return web.missing("The reports of this casefile speak of no such party.")
        return web.page("party.html", here="sources", p=party_page(board, party))

    return router
