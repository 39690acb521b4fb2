"""What the bytes of an original say, however they write it: a redaction must find a name in `Jos&eacute;` and in quoted-printable, too."""

import email
import html
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from email.errors import MessageError
from typing import Any
from urllib.parse import unquote

from sayso.casefile.inside_pdf import said_beside
from sayso.intake import Known, Limits, RefusalError, Taken
from sayso.intake.decode import declared_encoding, decode
from sayso.intake.mail import decoded_words
from sayso.intake.opening import Opener
from sayso.model import Report

_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_HOSTILE = (ValueError, LookupError, AssertionError, MessageError, RecursionError)
"""What the email library raises on mails that nobody wrote: their bytes were looked through as they stand."""
_ALL = Limits(any_language=True, replace_undecodable=True)


def said_in(original: bytes, kind: str) -> Iterator[str]:
    """The words of an original of a format, written in the clear; of a mail, its headers, all its parts and what is attached besides.
    The same words may come more than once. What a PDF draws is in its report's text; an encrypted one tells nothing else."""
    yield from _written(original)
    if kind == "mail":
        yield from _mail(original)
    if kind == "pdf":
        yield from _pdf(original)


def said_of(report: Report) -> Iterator[str]:
    """Every string that a report carries: text, title, byline, addresses, and what was found about it."""
    yield from _strings(report.model_dump(mode="json"))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for one in value if isinstance(value, list) else value.values():
            yield from _strings(one)


def _written(raw: bytes) -> Iterator[str]:
    """As it stands, without markup, and with the escapes of HTML, JSON and addresses resolved."""
    for text in _texts(raw):
        for bare in dict.fromkeys((text, _TAG.sub("", text), _TAG.sub(" ", text))):
            yield from dict.fromkeys((bare, html.unescape(bare), unquote(bare), _ESCAPE.sub(lambda found: chr(int(found[1], 16)), bare)))


def _texts(raw: bytes) -> Iterator[str]:
    try:
        yield decode(raw, replace=True, encoding=declared_encoding(raw))
    except RefusalError:  # no text as a whole, as a PDF is not; there may be words in it
        yield raw.decode("utf-8", "replace")
    try:
        raw.decode()
    except UnicodeDecodeError:
        yield raw.decode("cp1252", "replace")


def _mail(raw: bytes) -> Iterator[str]:
    for part in email.message_from_bytes(raw).walk():
        for _, value in part.raw_items():
            with suppress(*_HOSTILE):
                yield decoded_words(str(value))
        with suppress(*_HOSTILE):
            payload = None if part.is_multipart() else part.get_payload(decode=True)
            yield from _written(payload) if isinstance(payload, bytes) else ()
    for one in Opener(Known(), _ALL).open(io.BytesIO(raw), "original"):
        if isinstance(one, Taken):
            yield from said_of(one.report)
            yield from _pdf(one.original) if one.format == "pdf" else ()


def _pdf(raw: bytes) -> Iterator[str]:
    for one in said_beside(raw):
        yield from (one,) if isinstance(one, str) else _written(one)
