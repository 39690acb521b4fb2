"""The web application: pages rendered here, readable without any script."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles

from sayso.casefile import CasefileError
from sayso.workbench import coding_routes, doubt_routes, file_routes, handover, look, new_fact, report_routes, signing, views
from sayso.workbench.boards import NotYet
from sayso.workbench.door import SIGN_IN, Door, Team
from sayso.workbench.forms import SlowError
from sayso.workbench.guard import HEADERS, MOST, MOST_UPLOADED, Guard, Refusal
from sayso.workbench.limiter import Limiter
from sayso.workbench.tiles import Tiles
from sayso.workbench.web import HERE, DayError, RoleError, Web


def create_app(
    case: str, door: Door, parents: Mapping[str, str] | None = None, limiter: Limiter | None = None, tiles: Tiles | None = None, *,
    still: bool = False,
) -> FastAPI:  # fmt: skip
    """The workbench on a casefile. `door` tells who may use it; `limiter` how often each may ask, by default as often as they like;
    `parents` is the lexicon's tree of organisations; `tiles` a map file of the user's own; `still` says that the casefile does not change."""
    web = Web(case, parents or {}, isinstance(door, Team) and door.signs_in, tiles, still=still)

    def refuse(request: Request, why: Refusal) -> Response:
        if why == "nobody" and SIGN_IN in door.shown_to_all and request.method == "GET":
            return RedirectResponse(SIGN_IN, status_code=303)
        most = MOST_UPLOADED.get(request.url.path, MOST)
        return web.page("forbidden.html", {"often": 429, "large": 413}.get(why, 403), why=why, most=most, terminal=request.url.path in MOST_UPLOADED)

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        yield
        web.closing.set()

    app = FastAPI(title="sayso workbench", lifespan=life, docs_url=None, redoc_url=None, openapi_url=None, default_response_class=HTMLResponse)
    app.middleware("http")(Guard(door, refuse, limiter))
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for room in (look, report_routes, doubt_routes, coding_routes, new_fact, file_routes, handover, views):
        app.include_router(room.routes(web))
    if isinstance(door, Team) and door.signs_in:
        app.include_router(signing.routes(web, door))

    @app.exception_handler(NotYet)
    def being_made(request: Request, _error: Exception) -> Response:
        return web.page("working.html", 202, again=str(request.url.path) + (f"?{request.url.query}" if request.url.query else ""))

    @app.exception_handler(DayError)
    def no_day(_request: Request, error: Exception) -> Response:
        return web.missing(str(error), 400)

    @app.exception_handler(RoleError)
    def role(_request: Request, _error: Exception) -> Response:
        return web.page("forbidden.html", 403, why="role")

    @app.exception_handler(SlowError)
    def slow(_request: Request, error: Exception) -> Response:
        response = web.missing(str(error), 408)
        response.headers["Connection"] = "close"  # the rest of it is not waited for
        return response

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
