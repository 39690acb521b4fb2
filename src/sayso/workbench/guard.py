"""What every request passes: the right host, somebody who may, a form of our own and no larger than it may be, not too often. Pages run no
foreign or inline script and ask nobody outside."""

from collections.abc import Awaitable, Callable
from typing import Literal

from fastapi import Request, Response

from sayso.workbench.door import SIGN_IN, Door
from sayso.workbench.limiter import Limiter
from sayso.workbench.people import ASKING, Role

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
FOR_ALL = ("/handover", SIGN_IN, "/signout", "/views")
FOR_CODERS = ("/code/",)
"""Where forms are sent that a reader, or a coder, may send; all others take an editor."""

MOST = 1_000_000
"""Bytes of a form: more than any page of ours sends."""
MOST_UPLOADED = {"/add": 50_000_000}
"""And of one with files in it. Larger amounts are read from a terminal."""

Refusal = Literal["host", "often", "origin", "nobody", "role", "large"]
"""Why a request is refused."""
Next = Callable[[Request], Awaitable[Response]]
Refuse = Callable[[Request, Refusal], Response]


class Guard:
    """Lets a request through when it names this host and comes from somebody who may do what it asks; one that changes something must come
    from a page of ours, and be no longer than it may, besides."""

    def __init__(self, door: Door, refuse: Refuse, limiter: Limiter | None = None) -> None:
        self._door = door
        self._hosts = {one.partition("://")[2] for one in door.origins}
        self._refuse = refuse
        self._limiter = limiter

    async def __call__(self, request: Request, call_next: Next) -> Response:
        response = await self._answer(request, call_next)
        response.headers.update(HEADERS)
        return response

    async def _answer(self, request: Request, call_next: Next) -> Response:
        if request.headers.get("host") not in self._hosts:  # a page elsewhere whose name was made to point here
            return self._refuse(request, "host")
        entered = self._door.entry(request)
        if entered is not None:
            return entered
        person = self._door.person(request)
        ASKING.set(person)
        asks = person.name if person else self._door.place(request)
        if self._limiter is not None and not self._limiter.allows(f"{'person' if person else 'place'} {asks}"):
            return self._refuse(request, "often")
        path = request.url.path
        changes = request.method not in ("GET", "HEAD")
        if changes and request.headers.get("origin") not in self._door.origins:  # browsers name the sender of every form
            return self._refuse(request, "origin")
        if person is None:
            open_to_all = any(path.startswith(one) if one.endswith("/") else path == one for one in self._door.shown_to_all)
            if not open_to_all:
                return self._refuse(request, "nobody")
        elif changes and not person.may(_role(path)):
            return self._refuse(request, "role")
        if changes and not _fits(request, MOST_UPLOADED.get(path, MOST) if person else MOST):
            return self._refuse(request, "large")
        return await call_next(request)


def _fits(request: Request, most: int) -> bool:
    """Whether a request says how long its body is, and that is not longer than `most` bytes: the server takes no byte more than was said.
    Where it comes in pieces, nothing is said that holds."""
    said = request.headers.get("content-length", "")
    return said.isdecimal() and int(said) <= most and "transfer-encoding" not in request.headers


def _role(path: str) -> Role:
    """Who may send a form there."""
    if path.startswith(FOR_ALL):
        return "reader"
    return "coder" if path.startswith(FOR_CODERS) else "editor"
