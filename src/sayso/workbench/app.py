"""The web application: pages rendered here, readable without any script."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from sayso.casefile import CasefileError
from sayso.workbench import doubt_routes, file_routes, handover, look, report_routes
from sayso.workbench.boards import NotYet
from sayso.workbench.guard import HEADERS, Guard
from sayso.workbench.web import HERE, Web


def create_app(case: str, token: str, port: int, parents: Mapping[str, str] | None = None, operator: str | None = None) -> FastAPI:
    """The workbench on a casefile. Every page wants the token; see guard.py. `parents` is the lexicon's tree of organisations;
    `operator` who decides and adds, by default the user of this machine."""
    web = Web(case, parents or {}, operator)

    def refuse(_request: Request) -> Response:
        return web.page("forbidden.html", 403)

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        yield
        web.closing.set()

    app = FastAPI(title="sayso workbench", lifespan=life, docs_url=None, redoc_url=None, openapi_url=None, default_response_class=HTMLResponse)
    app.middleware("http")(Guard(token, port, refuse))
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for routes in (look.routes(web), report_routes.routes(web), doubt_routes.routes(web), file_routes.routes(web), handover.routes(web)):
        app.include_router(routes)

    @app.exception_handler(NotYet)
    def being_made(request: Request, _error: Exception) -> Response:
        return web.page("working.html", 202, again=str(request.url.path) + (f"?{request.url.query}" if request.url.query else ""))

    @app.exception_handler(CasefileError)
    def closed(_request: Request, error: Exception) -> Response:
        return web.missing(str(error), 503)

    @app.exception_handler(Exception)
    def failed(_request: Request, error: Exception) -> Response:
        why = f"The workbench failed on this page ({type(error).__name__}). Nothing in the casefile was changed by it. The terminal has the details."
        response = web.missing(why, 500)
        response.headers.update(HEADERS)  # this answer does not pass the guard
        return response

    @app.exception_handler(404)
    def missing(_request: Request, _error: Exception) -> Response:
        return web.missing("There is no such page.")

    return app
