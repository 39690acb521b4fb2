"""Who may look: this machine, with the token of this start. Pages run no foreign or inline script and ask nobody outside."""

import hmac
from collections.abc import Awaitable, Callable

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

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

Next = Callable[[Request], Awaitable[Response]]


class Guard:
    """Lets a request through when it names this host and carries the token, by cookie or once by its address; one that changes
    something must come from a page of ours besides."""

    def __init__(self, token: str, port: int, refuse: Callable[[Request], Response]) -> None:
        self._token = token
        self.cookie = f"sayso_token_{port}"  # browsers send a host's cookies to all its ports: each workbench has its own
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._refuse = refuse

    async def __call__(self, request: Request, call_next: Next) -> Response:
        response = await self._answer(request, call_next)
        response.headers.update(HEADERS)
        return response

    async def _answer(self, request: Request, call_next: Next) -> Response:
        if request.headers.get("host") not in self._hosts:  # a page elsewhere whose name was made to point here
            return self._refuse(request)
        given = request.query_params.get("token")
        if given is not None and self._right(given) and request.method == "GET":
            clean = request.url.remove_query_params("token")
            path = "/" + clean.path.lstrip("/\\")  # "//elsewhere" would lead to another host
            response: Response = RedirectResponse(path + (f"?{clean.query}" if clean.query else ""), status_code=303)
            response.set_cookie(self.cookie, self._token, httponly=True, samesite="strict")
            return response
        if not self._right(request.cookies.get(self.cookie) or ""):
            return self._refuse(request)
        if request.method not in ("GET", "HEAD") and not self._from_here(request):
            return self._refuse(request)
        return await call_next(request)

    def _from_here(self, request: Request) -> bool:
        """Whether a page of ours sent it. Browsers name the sender of every form; what names none is refused."""
        return request.headers.get("origin") in {f"http://{host}" for host in self._hosts}

    def _right(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._token.encode())
