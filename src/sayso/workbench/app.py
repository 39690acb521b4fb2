"""The web application: pages rendered here, readable without any script."""

from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from sayso.casefile import Casefile, CasefileError
from sayso.workbench.guard import Guard
from sayso.workbench.pages import LAYERS, report_line, report_page

HERE = Path(__file__).parent


def create_app(case: str, token: str, port: int) -> FastAPI:
    """The workbench on a casefile. Every page wants the token; see guard.py."""
    templates = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape(default=True), undefined=StrictUndefined
    )
    name = Path(case).name

    def page(template: str, status: int = 200, **values: object) -> HTMLResponse:
        return HTMLResponse(templates.get_template(template).render(case=name, **values), status_code=status)

    def refuse(_request: Request) -> Response:
        return page("forbidden.html", 403)

    app = FastAPI(title="sayso workbench", docs_url=None, redoc_url=None, openapi_url=None)
    app.middleware("http")(Guard(token, port, refuse))
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")

    @app.get("/", response_class=HTMLResponse)
    def reports() -> Response:
        with Casefile.open(case, create=False) as casefile:
            lines = sorted((report_line(r) for r in casefile.readings()), key=lambda x: (x.published, x.id), reverse=True)
        return page("reports.html", lines=lines)

    @app.get("/report/{report}", response_class=HTMLResponse)
    def report(report: str, layer: str = "statements", fact: str | None = None) -> Response:
        with Casefile.open(case, create=False) as casefile:
            try:
                reading = casefile.reading(casefile.report(report).row.id)
            except CasefileError as error:
                return page("missing.html", 404, reason=str(error))
        return page("report.html", report=report_page(reading, layer if layer in LAYERS else "statements", fact))

    @app.exception_handler(CasefileError)
    def closed(_request: Request, error: Exception) -> Response:
        return page("missing.html", 503, reason=str(error))

    @app.exception_handler(404)
    def missing(_request: Request, _error: Exception) -> Response:
        return page("missing.html", 404, reason="There is no such page.")

    return app
