"""The proxy in front of a team's workbench, which says from where somebody asks and may say who: a secret tells it from every other program on
this machine."""

import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from fastapi import Request

from sayso.workbench.people import PeopleError

SECRET_HEADER = "X-Sayso-Proxy"
_SHORTEST = 16


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that names itself by its secret in a header, and, where people do not sign in here, the person in another."""

    secret: str
    header: str | None = None

    def sent(self, request: Request) -> bool:
        """Whether a request is the proxy's."""
        return hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), self.secret.encode())

    def names(self, request: Request) -> str:
        """The person whom the proxy names; nobody where the request is not the proxy's."""
        return request.headers.get(self.header, "") if self.header and self.sent(request) else ""


def place_of(request: Request, proxy: Proxy | None) -> str:
    """From where a request comes: as the proxy says, or from this machine. Of a proxy without a secret every program here can play the part."""
    here = request.client.host if request.client else ""
    if proxy is not None and not proxy.sent(request):
        return here
    hops = [hop.strip() for hop in ",".join(request.headers.getlist("x-forwarded-for")).split(",")]
    return next((hop for hop in reversed(hops) if hop not in ("", "127.0.0.1", "::1")), here)


def secret_in(path: Path) -> str:
    """The secret in a file; a fresh one where there is no file, which its owner alone can read. Raises PeopleError with a sentence."""
    try:
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32) + "\n")
    except FileExistsError:
        pass
    except OSError as error:
        raise PeopleError(f"The proxy's secret cannot be written to {path}: {error.strerror}.") from None
    try:
        if os.name == "posix" and path.stat().st_mode & 0o007:
            raise PeopleError(f"Everybody on this machine can read the proxy's secret in {path}. `chmod o= {path}` closes it.")
        secret = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise PeopleError(f"The proxy's secret in {path} cannot be read: {error}.") from None
    if len(secret) < _SHORTEST:
        raise PeopleError(f"The proxy's secret in {path} is shorter than {_SHORTEST} characters. Delete the file: sayso makes a new one.")
    return secret
