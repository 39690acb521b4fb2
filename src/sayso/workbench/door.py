"""Who is let in: alone with the token of this start, or a team with names and passwords, or behind a proxy that knows them."""

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from sayso.workbench.limiter import Limiter
from sayso.workbench.people import People, Person
from sayso.workbench.proxy import Proxy, place_of

SIGN_IN = "/signin"
_HOURS = 12
_SESSIONS = 10_000


class Door(Protocol):
    """What tells who asks. `origins` are the addresses that the workbench is reached by, as a browser names them."""

    origins: frozenset[str]
    shown_to_all: tuple[str, ...]
    """Paths, and beginnings of paths that end in a slash, that are shown to whoever asks."""

    def person(self, request: Request) -> Person | None:
        """Who asks; None for nobody who may."""

    def place(self, request: Request) -> str:
        """From where somebody asks, as far as can be believed."""

    def entry(self, request: Request) -> Response | None:
        """The answer to a request that lets somebody in or that needs nobody to be in; None for any other."""


class Alone:
    """One person on this machine, who has the address that was printed, token included. `operator` signs what is decided."""

    shown_to_all: tuple[str, ...] = ()

    def __init__(self, token: str, port: int, operator: str) -> None:
        self._token = token
        self._me = Person(operator, "editor")
        self.cookie = f"sayso_token_{port}"  # browsers send a host's cookies to all its ports: each workbench has its own
        self.origins = frozenset({f"http://127.0.0.1:{port}", f"http://localhost:{port}"})

    def person(self, request: Request) -> Person | None:
        """Whoever carries the cookie."""
        return self._me if self._right(request.cookies.get(self.cookie) or "") else None

    def place(self, request: Request) -> str:
        """This machine."""
        return request.client.host if request.client else ""

    def entry(self, request: Request) -> Response | None:
        """The token in an address becomes a cookie."""
        given = request.query_params.get("token")
        if given is None or not self._right(given) or request.method != "GET":
            return None
        clean = request.url.remove_query_params("token")
        path = "/" + clean.path.lstrip("/\\")  # "//elsewhere" would lead to another host
        response = RedirectResponse(path + (f"?{clean.query}" if clean.query else ""), status_code=303)
        response.set_cookie(self.cookie, self._token, httponly=True, samesite="strict")
        return response

    def _right(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._token.encode())


@dataclass(frozen=True, slots=True)
class _Session:
    name: str
    until: float
    password: str | None
    """The hash that the person signed in by: a session does not outlive it."""


class Team:
    """People with names. They sign in with their passwords, or, where there is a `proxy` that names them, it says who they are: then it is
    for the proxy to let nobody else set its headers."""

    def __init__(self, people: Callable[[], People], address: str, proxy: Proxy | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._people = people
        self._proxy = proxy
        self._clock = clock
        self._sessions: dict[str, _Session] = {}
        self.signs_in = proxy is None or proxy.header is None
        """Whether people sign in here, and not at a proxy."""
        self.shown_to_all: tuple[str, ...] = (SIGN_IN, "/static/") if self.signs_in else ("/static/",)
        self._tries = Limiter(burst=5, rate=1 / 30)
        self._tries_of_all = Limiter(burst=100, rate=1 / 5)
        self.origins = frozenset({address})
        self.secure = address.startswith("https://")
        self.cookie = "__Host-sayso" if self.secure else "sayso_session"

    def person(self, request: Request) -> Person | None:
        """The person whom the proxy names, or whose session the cookie is. Roles are looked up anew each time."""
        if self._proxy is not None and not self.signs_in:
            return self._people().person(self._proxy.names(request))
        session = self._sessions.get(request.cookies.get(self.cookie) or "")
        if session is None or session.until <= self._clock():
            return None
        person = self._people().person(session.name)
        return person if person is not None and person.password == session.password else None

    def place(self, request: Request) -> str:
        """From where the proxy says that somebody asks."""
        return place_of(request, self._proxy)

    def entry(self, request: Request) -> Response | None:  # noqa: ARG002
        """Nobody is let in by an address."""
        return None

    def may_try(self, name: str, where: str) -> bool:
        """Whether another password may be tried from a place: five at once, then one every half minute. From all places together a name is
        tried more often, so that nobody can keep a colleague out by trying theirs from one."""
        return self._tries.allows(where) and self._tries_of_all.allows(name)

    def sign_in(self, name: str, password: str, response: Response) -> bool:
        """Begin a session where name and password are right; whether they are."""
        person = self._people().signs_in(name, password)
        if person is None:
            return False
        now = self._clock()
        self._sessions = {key: one for key, one in self._sessions.items() if one.until > now}
        while len(self._sessions) >= _SESSIONS:
            self._sessions.pop(next(iter(self._sessions)))
        key = secrets.token_urlsafe(32)
        self._sessions[key] = _Session(person.name, now + _HOURS * 3600, person.password)
        response.set_cookie(self.cookie, key, httponly=True, samesite="strict", secure=self.secure, path="/")
        return True

    def sign_out(self, request: Request) -> None:
        """End a session."""
        self._sessions.pop(request.cookies.get(self.cookie) or "", None)
