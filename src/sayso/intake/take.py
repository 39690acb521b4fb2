"""Inputs in, reports out: one at a time, in the order of the inputs. What cannot be read is named with the reason; the rest is read."""

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso.intake.anatomy import from_row, from_text, sha256
from sayso.intake.decode import declared_encoding, decode
from sayso.intake.found import NOTHING_FOUND
from sayso.intake.html import read_page
from sayso.intake.jsonl import rows
from sayso.intake.language import name_of
from sayso.intake.sniff import HEAD, format_of, unsupported
from sayso.intake.terms import Known, Limits, RefusalError, Refused, Taken, shown
from sayso.intake.walk import files
from sayso.model import Report

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_NOTHING_KNOWN = Known()
_USUAL_LIMITS = Limits()


def take(
    paths: Sequence[str | Path],
    known: Known = _NOTHING_KNOWN,
    limits: Limits = _USUAL_LIMITS,
    stdin: BinaryIO | None = None,
    without: Iterable[Path] = (),
) -> Iterator[Taken | Refused]:
    """The reports in files, folders and, for "-", standard input (or `stdin`). Nothing is raised for a bad input: it is a Refused.

    Files `without` are passed over where a folder holds them: a casefile that lies among its reports is no report.
    """
    left_out = frozenset(Path(os.path.realpath(path)) for path in without)
    for path in paths:
        if str(path) == "-":
            try:
                yield from _from_stream(stdin or sys.stdin.buffer, "-", known, limits)
            except OSError as error:
                yield _unreadable("-", error)
            continue
        for found in files(Path(path), left_out):
            if isinstance(found, Refused):
                yield found
                continue
            try:
                with found.open("rb") as stream:
                    yield from _from_stream(stream, str(found), known, limits)
            except OSError as error:
                yield _unreadable(str(found), error)


def _unreadable(name: str, error: OSError) -> Refused:
    return Refused(shown(name), f"cannot be read: {(error.strerror or str(error)).lower()}.")


def _from_stream(stream: BinaryIO, name: str, known: Known, limits: Limits) -> Iterator[Taken | Refused]:
    """The report of one input, or the reports of its lines."""
    head = stream.read(HEAD)
    if not unsupported(head, name) and format_of(head, name) == "jsonl":
        yield from _from_lines(io.BufferedReader(_Rejoined(head, stream)), shown(name), known, limits)
        return
    try:
        yield _one(head, stream, name, known, limits)
    except RefusalError as error:
        yield Refused(shown(name), str(error))


def _one(head: bytes, stream: BinaryIO, name: str, known: Known, limits: Limits) -> Taken:
    if not head:
        raise RefusalError("is empty.")
    what = unsupported(head, name)
    if what:
        raise RefusalError(f"looks like {what}, which is not read. Save the report as plain text, HTML or JSON Lines.")
    raw = head + stream.read(max(0, limits.max_bytes + 1 - len(head)))
    if len(raw) > limits.max_bytes:
        raise RefusalError(f"is larger than the limit of {limits.max_bytes} bytes. Raise it with --max-bytes.")
    kind = format_of(head, name)
    text = decode(raw, replace=limits.replace_undecodable, encoding=declared_encoding(raw) if kind == "html" else "utf-8")
    if not text.strip():
        raise RefusalError("is blank: there is nothing to read in it.")
    found = read_page(text) if kind == "html" else NOTHING_FOUND
    report = from_text(found.text or text, known, found, identity=sha256(raw))
    return Taken(_within(report, limits), raw, shown(name), kind)


def _from_lines(stream: BinaryIO, source: str, known: Known, limits: Limits) -> Iterator[Taken | Refused]:
    empty = True
    for number, row in rows(stream, limits):
        empty = False
        here = f"{source}:{number}"
        try:
            if isinstance(row, RefusalError):
                raise row
            report = _within(from_row(row, known), limits)
            yield Taken(report, report.text.encode(), here, "jsonl")
        except RefusalError as error:
            yield Refused(here, str(error))
    if empty:
        yield Refused(source, "has no lines: it is to hold one report a line.")


def _within(report: Report, limits: Limits) -> Report:
    """The report, when its text is one that is read. Raises RefusalError with the limit or the language."""
    if not report.text.strip():
        raise RefusalError("has a blank text: there is nothing to read in it.")
    if len(report.text) > limits.max_chars:
        raise RefusalError(
            f"has a text of {len(report.text)} characters, more than the limit of {limits.max_chars} for one report. "
            "Split it into its reports: a folder of files, or JSON Lines."
        )
    if report.language != "en" and not limits.any_language:
        raise RefusalError(f"seems to be in {name_of(report.language)}, and only English is read. Pass --any-language to read it all the same.")
    return report


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes have been looked at, whole again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill `buffer` from the head, then from the rest; the count of bytes, 0 at the end."""
        room = memoryview(buffer).cast("B")
        piece = self._head[: len(room)] if self._head else self._rest.read(len(room))
        room[: len(piece)] = piece
        self._head = self._head[len(piece) :]
        return len(piece)
