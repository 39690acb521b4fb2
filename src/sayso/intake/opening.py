"""One input, whatever it is: recognised by its content, taken apart by its format, its pieces made reports. Nothing is raised."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from sayso.intake.anatomy import from_text, sha256
from sayso.intake.budget import DEEPEST, BombError, Budget
from sayso.intake.format import Format, Link, Opened, Piece, Row, Unread, Whole
from sayso.intake.formats import named, recognised
from sayso.intake.found import NOTHING_FOUND, Found
from sayso.intake.language import name_of
from sayso.intake.sniff import HEAD, plain, unsupported
from sayso.intake.terms import Known, Limits, RefusalError, Refused, Taken, shown
from sayso.model import Report

Fetch = Callable[[str], tuple[bytes, Found]]
"""Gets an address: its bytes, and what is known by having got them. Raises RefusalError with the reason where it does not."""


@dataclass
class Opener:
    """Takes inputs apart. `fetch` is None where addresses are not read."""

    known: Known
    limits: Limits
    fetch: Fetch | None = None

    def open(self, stream: BinaryIO, name: str) -> Iterator[Taken | Refused]:
        """The reports in one input, in its order."""
        try:
            yield from self._open(stream, shown(name), NOTHING_FOUND, Budget(), 0, None)
        except BombError as error:
            yield Refused(shown(name), str(error))

    def address(self, url: str) -> Iterator[Taken | Refused]:
        """The reports at an address."""
        if self.fetch is None:
            yield Refused(shown(url), "is an address, and addresses are not read here. Save the page and read the file.")
            return
        try:
            raw, found = self.fetch(url)
        except RefusalError as error:
            yield Refused(shown(url), str(error))
            return
        try:
            yield from self._open(io.BytesIO(raw), shown(url), found, Budget(), 0, None)
        except BombError as error:
            yield Refused(shown(url), str(error))

    def _open(self, stream: BinaryIO, name: str, found: Found, budget: Budget, depth: int, form: str | None) -> Iterator[Taken | Refused]:
        """As `open`; but a BombError ends the whole input, at whatever depth it was met."""
        try:
            head = stream.read(HEAD)
            if not head:
                raise RefusalError("is empty.")
            kind = named(form) if form else self._format(plain(head), name)
            opened = Opened(name, head, stream, self.limits, budget, depth)
            for piece in kind.pieces(opened):
                yield from self._piece(piece, kind, name, found, budget, depth)
        except BombError:
            raise
        except RefusalError as error:
            yield Refused(name, str(error))
        except OSError as error:
            yield Refused(name, f"cannot be read: {(error.strerror or str(error)).lower()}.")
        except Exception as error:  # a library's, on what nobody foresaw: it costs this input alone
            yield Refused(name, _unforeseen(error))

    def _format(self, head: bytes, name: str) -> Format:
        kind = recognised(head, name)
        if kind is None:
            what = unsupported(head)
            if what:
                raise RefusalError(f"looks like {what}, which is not read. Save the report in a format that `sayso formats` lists.")
            kind = named("csv" if self.limits.columns else "text")
        if kind.missing():
            raise RefusalError(f"is read as {kind.what}, for which {' and '.join(kind.missing())} must be installed: {kind.needs()}")
        return kind

    def _piece(self, piece: Piece, kind: Format, name: str, found: Found, budget: Budget, depth: int) -> Iterator[Taken | Refused]:
        where = name if isinstance(piece, Whole) else shown(name + piece.where)
        try:
            if isinstance(piece, Whole):
                yield self._report(piece.text, piece.raw, self.known, piece.found.inside(found), where, kind)
            elif isinstance(piece, Row):
                yield self._row(piece, found, where, kind)
            elif isinstance(piece, Unread):
                yield Refused(where, piece.reason)
            elif isinstance(piece, Link):
                yield from self._link(piece, found, where, kind, budget, depth)
            elif depth >= DEEPEST:
                yield Refused(where, f"lies in more than {DEEPEST} files inside one another; passed over. Unpack them, and read the folder.")
            else:
                yield from self._open(piece.stream, where, piece.found.inside(found), budget, depth + 1, piece.format)
        except BombError:
            raise
        except RefusalError as error:
            yield Refused(where, str(error))
        except Exception as error:  # this piece's report alone
            yield Refused(where, _unforeseen(error))

    def _link(self, piece: Link, found: Found, where: str, kind: Format, budget: Budget, depth: int) -> Iterator[Taken | Refused]:
        """The page that a feed's entry points to, where that is asked for; else the entry itself."""
        if self.fetch is not None and self.limits.follow:
            raw, got = self.fetch(piece.url)
            yield from self._open(io.BytesIO(raw), f"{where} {shown(piece.url)}", got.inside(piece.found), budget, depth + 1, None)
        elif piece.instead is not None:
            yield self._row(piece.instead, found, where, kind)
        else:
            yield Refused(where, "has no text of its own, only a link. With --follow, the page is got and read.")

    def _row(self, row: Row, found: Found, where: str, kind: Format) -> Taken:
        taken = self._report(row.text, row.text.encode(), self.known.before(row.given), row.found.inside(found), where, kind)
        return replace(taken, doubts=row.doubts if self.known.published is None else ())

    def _report(self, text: str, raw: bytes, known: Known, found: Found, where: str, kind: Format) -> Taken:
        if not text.strip():
            raise RefusalError("is blank: there is nothing to read in it.")
        if len(text) > self.limits.max_chars:
            raise RefusalError(
                f"has a text of {len(text)} characters, more than the limit of {self.limits.max_chars} for one report. "
                "Split it into its reports: a folder of files, or JSON Lines."
            )
        return Taken(self._in_a_known_language(from_text(text, known, found, identity=sha256(raw))), raw, where, kind.name)

    def _in_a_known_language(self, report: Report) -> Report:
        if report.language not in self.limits.languages and not self.limits.any_language:
            known = "only English is read" if len(self.limits.languages) == 1 else f"only {', '.join(sorted(self.limits.languages))} are read"
            raise RefusalError(f"seems to be in {name_of(report.language)}, and {known}. Pass --any-language to read it all the same.")
        return report


def _unforeseen(error: Exception) -> str:
    fault = shown(f"{type(error).__name__}: {error}"[:200])
    return f"could not be taken apart ({fault}). The other inputs are read; please report it."
