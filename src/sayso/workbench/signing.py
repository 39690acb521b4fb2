"""Signing in and out, where a team uses the workbench and no proxy does that."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from sayso.workbench.door import SIGN_IN, Team
from sayso.workbench.doubt_routes import Posted
from sayso.workbench.web import READ, Web


def routes(web: Web, team: Team) -> APIRouter:
    """The routes of these pages."""
    router = APIRouter()

    @router.api_route(SIGN_IN, methods=READ)
    def asked() -> Response:
        return web.page("signin.html", trouble="", name="")

    @router.post(SIGN_IN)
    def sent(request: Request, form: Posted) -> Response:
        name, password = str(form.get("name", ""))[:60], str(form.get("password", ""))[:1000]
        if not team.may_try(name, team.place(request)):
            return web.page("signin.html", 429, trouble="Too many tries. Wait half a minute before the next one.", name=name)
        done = RedirectResponse("/", status_code=303)
        if team.sign_in(name, password, done):
            return done
        return web.page("signin.html", 403, trouble="Nobody has this name with this password.", name=name)

    @router.post("/signout")
    def leave(request: Request) -> Response:
        team.sign_out(request)
        done = RedirectResponse(SIGN_IN, status_code=303)
        done.delete_cookie(team.cookie, path="/", secure=team.secure, httponly=True, samesite="strict")
        return done

    return router
