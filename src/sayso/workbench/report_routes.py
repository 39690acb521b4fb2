"""The list of reports, a report's page and its original."""

from fastapi import APIRouter, Request, Response

from sayso.casefile import CasefileError
from sayso.workbench.copies import relatives, shared
from sayso.workbench.report_list import report_list
from sayso.workbench.report_page import LAYERS, report_page
from sayso.workbench.web import READ, Web, question


def routes(web: Web) -> APIRouter:
    """The routes of these pages."""
    router = APIRouter()

    @router.api_route("/reports", methods=READ)
    def reports(request: Request) -> Response:
        with web.open() as casefile:
            board = web.ready(casefile)
            if board and web.late(casefile, board):
                board = None
            listed = report_list(casefile, board, question(request).page)
        return web.page("reports.html", here="reports", listed=listed)

    @router.api_route("/report/{report}", methods=READ)
    def report(report: str, request: Request, layer: str = "statements", fact: str | None = None) -> Response:
        other = request.query_params.get("with", "")
        with web.open() as casefile:
            try:
                whole = casefile.report(report).row.id
                reading, board = casefile.reading(whole), web.ready(casefile)
                others = relatives(board, whole) if board else []
                compared = next((one for one in others if one.id == other), None)
                passages = shared(reading.report.text, casefile.reading(compared.id).report.text) if compared else []
            except CasefileError as error:
                return web.missing(str(error))
        incidents = board.incident_of if board else {}
        facts = (*reading.events, *reading.statements)  # a denial that has no word for the deed is a claim by its statement
        here = {fact.id: incidents[whole, fact.id] for fact in facts if (whole, fact.id) in incidents}
        shown = report_page(reading, layer if layer in LAYERS else "statements", fact, others, compared, passages, here)
        return web.page("report.html", here="reports", report=shown)

    @router.api_route("/original/{report}", methods=READ)
    def original(report: str, request: Request) -> Response:
        with web.open() as casefile:
            try:
                whole = casefile.report(report).row.id
                content = casefile.original(whole)
                if request.method == "GET":  # the log names it before it leaves, as every copy
                    casefile.handed_over("export", f"the original of {whole[:12]}, downloaded by {web.me.name if web.me else 'nobody known'}")
            except CasefileError as error:
                return web.missing(str(error))
        # as a download and of no type: a browser shows nothing of it, whatever it is
        name = f'attachment; filename="{whole[:12]}.original"'
        return Response(content, media_type="application/octet-stream", headers={"Content-Disposition": name})

    return router
