"""The one interface of a format: how its bytes are recognised, and what pieces they come apart into.

A format of your own is a `Format` named by an entry point in the group `sayso.formats`; docs/how-to/plug-ins.md has an example.
"""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import BinaryIO

from sayso.intake.budget import Budget, Counting
from sayso.intake.found import NOTHING_FOUND, Found
from sayso.intake.terms import Known, Limits, RefusalError


@dataclass
class Opened:
    """An input whose format is known. `name` is for people and safe to print; `head` its first bytes."""

    name: str
    head: bytes
    rest: BinaryIO
    limits: Limits
    budget: Budget
    depth: int = 0

    def stream(self) -> io.BufferedReader:
        """All of its bytes, from the first one on, forward only."""
        return io.BufferedReader(Counting(self.head, self.rest, self.budget if self.depth == 0 else None))

    def whole(self, most: int | None = None) -> bytes:
        """All of its bytes at once. Raises RefusalError where they are more than `most`, by default `limits.max_bytes`."""
        most = self.limits.max_bytes if most is None else most
        raw = self.stream().read(most + 1)
        if len(raw) > most:
            raise RefusalError(f"is larger than the limit of {most} bytes. Raise it with --max-bytes.")
        return raw

    def seekable(self) -> BinaryIO:
        """Its bytes as a stream that goes back and forth: the file itself, or up to `limits.max_archive` bytes in memory."""
        if self.rest.seekable():
            self.budget.packed += self.rest.seek(0, io.SEEK_END) if self.depth == 0 else 0
            self.rest.seek(0)
            return self.rest
        return io.BytesIO(self.whole(self.limits.max_archive))


@dataclass(frozen=True)
class Whole:
    """The input is one report: its `text`, and the bytes that its id is the sha256 of."""

    raw: bytes
    text: str
    found: Found = NOTHING_FOUND


@dataclass(frozen=True)
class Row:
    """A report that has no bytes of its own, as a row of a table: its id is the sha256 of its text. `where` tells it from the others
    in the input (":3"). `given` comes before everything but the caller's word, `found` after; `doubts` are sentences on what is in neither."""

    where: str
    text: str
    given: Known = field(default_factory=Known)
    found: Found = NOTHING_FOUND
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Inside:
    """A file inside the input, read as if it lay beside it; `found` is what the input says about it. `format` is set where it is known."""

    where: str
    stream: BinaryIO
    found: Found = NOTHING_FOUND
    format: "str | None" = None


@dataclass(frozen=True)
class Link:
    """A page that the input points to. It is read where addresses may be, else `instead` is."""

    where: str
    url: str
    found: Found
    instead: Row | None


@dataclass(frozen=True)
class Unread:
    """A part of the input that is not read, and why."""

    where: str
    reason: str


Piece = Whole | Row | Inside | Link | Unread


@dataclass(frozen=True)
class Format:
    """A format. `recognises` gets the first bytes, UTF-16 and UTF-32 made UTF-8, and the name; `pieces` raises RefusalError for an input
    that is not read. `modules` must be importable for it, and are installed by the `extra`."""

    name: str
    what: str
    recognises: Callable[[bytes, str], bool]
    pieces: Callable[[Opened], Iterable[Piece]]
    identity: str = "its bytes"
    """What a report's id is the sha256 of."""
    modules: tuple[str, ...] = ()
    extra: str | None = None

    def missing(self) -> tuple[str, ...]:
        """The modules that are not installed."""
        return tuple(module for module in self.modules if find_spec(module) is None)

    def needs(self) -> str:
        """How to install what it needs."""
        return f"pip install 'sayso[{self.extra}]'" if self.extra else f"pip install {' '.join(self.modules)}"
