"""Views and searches that a person keeps by a name. They stay in that person's browser, in a cookie of this casefile's, and are stored nowhere
else."""

import base64
import hashlib
import json
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from sayso.view import harmless
from sayso.workbench.doubt_routes import Posted
from sayso.workbench.web import Web

MOST = 12
"""So many are kept at most, and no more than a cookie holds; the oldest goes first."""
_ROOM = 3_800
"""Bytes of a cookie; browsers drop one of more than 4,096, its name and attributes included."""
_LONGEST_NAME, _LONGEST = 40, 240
_ROOMS = ("/?", "/search?", "/changes?")
_A_YEAR = 365 * 86400


@dataclass(frozen=True, slots=True)
class View:
    """An address of this workbench, and what the person calls it."""

    name: str
    address: str


def kept_views(request: Request, web: Web) -> tuple[View, ...]:
    """The views that whoever asks has kept, the latest first. What is no view of ours is left out, whatever the cookie says."""
    try:
        found = json.loads(base64.urlsafe_b64decode(request.cookies.get(_cookie(web), "")))
        return tuple(View(harmless(str(name)[:_LONGEST_NAME]), address) for name, address in found if _ours(address))[:MOST]
    except (ValueError, TypeError):
        return ()


def here(request: Request) -> str:
    """The address of the page that is asked for, where it can be kept; else empty."""
    address = f"{request.url.path}?{request.url.query}"
    return address if request.url.query and _ours(address) else ""


def routes(web: Web) -> APIRouter:
    """Keeping a view, and letting go of one."""
    router = APIRouter()

    @router.post("/views")
    def keep(request: Request, form: Posted) -> Response:
        address, name = str(form.get("address", "")), " ".join(str(form.get("name", "")).split())[:_LONGEST_NAME]
        if not _ours(address):
            return web.missing("This is no view that can be kept.", 409)
        others = [one for one in kept_views(request, web) if one.address != address and one.name != name]
        return _answer(request, web, address, [View(name or "a view", address), *others])

    @router.post("/views/forget")
    def forget(request: Request, form: Posted) -> Response:
        address, back = str(form.get("address", "")), str(form.get("back", ""))
        left = [one for one in kept_views(request, web) if one.address != address]
        return _answer(request, web, back if _ours(back) else "/", left)

    return router


def _answer(request: Request, web: Web, back: str, views: list[View]) -> Response:
    done = RedirectResponse(back, status_code=303)
    views = views[:MOST]
    while len(value := _written(views)) > _ROOM:
        views = views[:-1]
    secure = request.headers.get("origin", "").startswith("https://")
    done.set_cookie(_cookie(web), value, max_age=_A_YEAR, httponly=True, samesite="strict", secure=secure, path="/")
    return done


def _written(views: list[View]) -> str:
    said = json.dumps([(one.name, one.address) for one in views], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(said.encode()).decode()


def _cookie(web: Web) -> str:
    """One for each casefile: browsers send a host's cookies to all its ports."""
    return f"sayso_views_{hashlib.sha256(web.case.encode()).hexdigest()[:8]}"


def _ours(address: object) -> bool:
    return isinstance(address, str) and address.startswith(_ROOMS) and len(address) <= _LONGEST and address.isascii() and address.isprintable()
