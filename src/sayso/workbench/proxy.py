"""The proxy in front of a team's workbench, where it says who asks: a secret tells it from every other program on this machine."""

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
    """A proxy that names the person in a header, and itself by its secret in another."""

    header: str
    secret: str

    def names(self, request: Request) -> str:
        """The person whom the proxy names; nobody where the request is not the proxy's."""
        given = request.headers.get(SECRET_HEADER, "")
        return request.headers.get(self.header, "") if hmac.compare_digest(given.encode(), self.secret.encode()) else ""


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
