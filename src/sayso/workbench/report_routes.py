"""The list of reports and a report's page."""

from fastapi import APIRouter, Request, Response

from sayso.casefile import CasefileError
from sayso.workbench.report_list import report_list
from sayso.workbench.report_page import LAYERS, report_page
from sayso.workbench.web import READ, Web, question


def routes(web: Web) -> APIRouter:
    """The routes of these pages."""
    router = APIRouter()

    @router.api_route("/reports", methods=READ)
    def reports(request: Request) -> Response:
        with web.open() as casefile:
            listed = report_list(casefile, question(request).page)
        return web.page("reports.html", here="reports", listed=listed)

    @router.api_route("/report/{report}", methods=READ)
    def report(report: str, layer: str = "statements", fact: str | None = None) -> Response:
        with web.open() as casefile:
            try:
                reading = casefile.reading(casefile.report(report).row.id)
            except CasefileError as error:
                return web.missing(str(error))
        return web.page("report.html", here="reports", report=report_page(reading, layer if layer in LAYERS else "statements", fact))

    return router
