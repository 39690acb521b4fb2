"""Who may use a workbench that serves a team: names, roles and hashed passwords in a file of their own, apart from the casefile.

A file of three lines a person:

    [ann]
    role = "coder"
    password = "scrypt:16384:8:1:<salt>:<hash>"

`sayso users FILE NAME --role coder` writes it. A person without a password signs in by the proxy's header alone.
"""

import base64
import hashlib
import hmac
import os
import secrets
import tomllib
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Role = Literal["reader", "coder", "editor"]
"""A reader looks; a coder takes part in codings besides; an editor corrects, adds, adjudicates."""
ROLES: tuple[Role, ...] = get_args(Role)
SHORTEST = 12
"""So many characters a password has at least."""
_N, _R, _P = 2**14, 8, 1  # 16 MB and some 50 ms for each try


ASKING: ContextVar["Person | None"] = ContextVar("asking", default=None)
"""Who sent the request that is being answered."""


class PeopleError(ValueError):
    """A file of people that cannot be used. The message is a sentence."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may use the workbench. `password` is a hash; None for who has none."""

    name: str
    role: Role
    password: str | None = None

    def may(self, role: Role) -> bool:
        """Whether this person may do what takes that role."""
        return ROLES.index(self.role) >= ROLES.index(role)


class People:
    """The people of a team, by name."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self._people = dict(people)
        self._nobody = hashed(secrets.token_hex(16))

    def person(self, name: str) -> Person | None:
        """The person of that name."""
        return self._people.get(name)

    def signs_in(self, name: str, password: str) -> Person | None:
        """The person whose name and password these are. A name that nobody has takes as long as a wrong password."""
        person = self._people.get(name)
        right = matches(password, person.password if person and person.password else self._nobody)
        return person if person is not None and person.password and right else None


def hashed(password: str) -> str:
    """A password as it is kept: scrypt (OpenSSL's) with a salt of its own."""
    salt = os.urandom(16)
    digest = hashlib.scrypt(password.encode(), salt=salt, n=_N, r=_R, p=_P)
    return f"scrypt:{_N}:{_R}:{_P}:{_packed(salt)}:{_packed(digest)}"


def matches(password: str, kept: str) -> bool:
    """Whether a password is the one that is kept so. False for what is no hash of ours."""
    kind, _, rest = kept.partition(":")
    try:
        n, r, p, salt, digest = rest.split(":")
        found = hashlib.scrypt(password.encode(), salt=base64.b64decode(salt), n=int(n), r=int(r), p=int(p))
        return kind == "scrypt" and hmac.compare_digest(found, base64.b64decode(digest))
    except ValueError:
        return False


def read_people(path: Path) -> People:
    """The people in a file. Raises PeopleError with a sentence where it cannot be used, or others can read it."""
    return People({one.name: one for one in _read(path)})


def write_person(path: Path, person: Person | None, name: str) -> None:
    """Put a person into a file in place of any of that name, or take that name out; the file is made, for its owner alone, where it is not
    there. Raises PeopleError."""
    if not name or len(name) > 60 or not name.isprintable() or any(c in name for c in '"\\[]'):
        raise PeopleError(f"{name!r} is no name: it needs one to sixty characters, without quotation marks, brackets and backslashes.")
    there = _read(path) if path.exists() else []
    others = [one for one in there if one.name != name]
    if person is None and others == there:
        names = f"there are {', '.join(sorted(one.name for one in there))}" if there else "there is nobody"
        raise PeopleError(f"{name} is not in {path}: {names}.")
    lines = []
    for one in sorted([*others, *([person] if person else [])], key=lambda x: x.name):
        lines += [f'["{one.name}"]', f'role = "{one.role}"', *([f'password = "{one.password}"'] if one.password else []), ""]
    part = path.with_name(path.name + ".part")
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        part.replace(path)
    except OSError as error:
        raise PeopleError(f"{path} cannot be written: {error.strerror}.") from None


def _read(path: Path) -> list[Person]:
    try:
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise PeopleError(f"Others on this machine can read {path}, which holds passwords' hashes. `chmod 600 {path}` closes it.")
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PeopleError(f"The people in {path} cannot be read: {(error.strerror or str(error)).lower()}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PeopleError(f"{path} is no list of people: {error}. `sayso users {path} NAME --role reader` makes one.") from None
    found = []
    for name, values in given.items():
        role, password = (values.get("role"), values.get("password")) if isinstance(values, dict) else (None, None)
        if role not in ROLES or not isinstance(password, str | None):
            raise PeopleError(f"{path}: {name} needs a role, which is one of {', '.join(ROLES)}, and a hash as password or none.")
        found.append(Person(name, role, password))
    return found


def _packed(value: bytes) -> str:
    return base64.b64encode(value).decode()


class PeopleFile:
    """The people in a file, read again when it changes: a role taken away is gone at once. Where it cannot be used, nobody may in."""

    def __init__(self, path: Path) -> None:
        """Raises PeopleError where it cannot be used to begin with."""
        self._path = path
        self._stamp = self._now()
        self._people = read_people(path)

    def __call__(self) -> People:
        """The people as the file has them now."""
        stamp = self._now()
        if stamp != self._stamp:
            self._stamp = stamp
            try:
                self._people = read_people(self._path)
            except PeopleError:
                self._people = People({})
        return self._people

    def _now(self) -> tuple[int, int] | None:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size
