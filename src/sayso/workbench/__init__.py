"""The workbench: the casefile in a browser, for one person on this machine or for a team behind a proxy."""

import secrets
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.workbench.proxy import Proxy

LOOPBACK = "127.0.0.1"
_BURST, _RATE = 200, 20.0
"""A member of a team may ask for so many pages at once, and then for so many a second."""


def serve(
    case: str, port: int = 0, users: Path | None = None, address: str | None = None, proxy: "Proxy | None" = None, tiles: Path | None = None
) -> None:
    """Serve the workbench on loopback until interrupted. The first line on standard output is its address, with a fresh token where it is
    for one person.

    With `users` it is for the people in that file; `address` is where they reach it, by default on this machine, and `proxy` the one that
    names itself, and them perhaps. `tiles` is a map file of the user's own. Raises OSError when the port cannot be used, PeopleError for a
    file of people that cannot, TilesError for a map file that cannot.
    """
    import uvicorn

    from sayso.casefile.opened import machine_user
    from sayso.lexicon import Lexicon
    from sayso.workbench.app import create_app
    from sayso.workbench.door import Alone, Door, Team
    from sayso.workbench.limiter import Limiter
    from sayso.workbench.people import PeopleFile
    from sayso.workbench.tiles import tiles_in

    people = PeopleFile(users) if users else None
    shown = tiles_in(tiles) if tiles else None
    token = secrets.token_urlsafe(24)
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOOPBACK, port))
        listener.listen(128)
        port = listener.getsockname()[1]
        here = f"http://{LOOPBACK}:{port}"
        door: Door = Team(people, (address or here).rstrip("/"), proxy) if people else Alone(token, port, machine_user())
        limiter = Limiter(_BURST, _RATE) if people else None
        app = create_app(case, door, Lexicon().parents, limiter, shown)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, date_header=False, proxy_headers=False))
        sys.stdout.write(f"{address or here}/\n" if people else f"{here}/?token={token}\n")
        sys.stdout.flush()
        server.run(sockets=[listener])


__all__ = ["serve"]
