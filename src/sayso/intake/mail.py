"""Mail: one message a report, its attachments read beside it."""

import email
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from sayso.intake.format import Format, Inside, Opened, Piece, Unread, Whole
from sayso.intake.found import Found
from sayso.intake.markup import fragment_text
from sayso.intake.sniff import mostly_text
from sayso.intake.terms import RefusalError, mail_time
from sayso.model.codes import PartKind

MOST_PARTS = 1_000
_LONGEST_HEADER = 2_000
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_SURE = frozenset(b"message-id mime-version received return-path content-type delivered-to x-mailer dkim-signature content-transfer-encoding".split())
_USUAL = frozenset(b"from date to subject".split())
_MEDIA = frozenset("image audio video font".split())
_NO_REPORTS = frozenset(
    "text/calendar text/vcard text/x-vcard application/pgp-signature application/pkcs7-signature application/x-pkcs7-signature".split()
)
_QUOTED = re.compile(r"(?:^[ \t]*>[^\n]*(?:\n|\Z))+", re.M)
_SIGNATURE = re.compile(
    r"^-- ?\n(?s:.{0,1500})\Z|^sent from my \w[^\n]{0,60}\s*\Z|"
    r"^-{5,}[^\n]{0,40}(?:forwarded|original)[^\n]{0,20}-{5,}[^\n]*\n(?:[A-Z][\w-]{1,20}:[^\n]*\n)*",
    re.M | re.I,
)


def _recognises(head: bytes, name: str) -> bool:
    at = 0
    seen: set[bytes] = set()
    while len(seen) < 60 and (found := _HEADER.match(head, at)):
        seen.add(found.group(1).lower())
        at = found.end()
    if not seen or not mostly_text(head[:at]):
        return False
    usual = len(seen & _USUAL)
    return bool(usual and seen & _SURE) or {b"from", b"date", b"subject"} <= seen or (usual > 0 and name.lower().endswith(".eml"))


def pieces(opened: Opened) -> Iterator[Piece]:
    """The message, where it has words of its own, and each file attached to it. Pictures and the like are passed over unopened."""
    raw = opened.whole(opened.limits.max_file)
    try:
        message = email.message_from_bytes(raw)
        parts = _parts(message)
    except RecursionError:
        raise RefusalError("is a mail whose parts lie in one another without end; passed over.") from None
    body, attached = _body(parts)
    if body.strip():
        yield Whole(raw, body, _about(message, body))
    elif not attached:
        raise RefusalError("is a mail without words: it holds nothing that is read.")
    for number, part in enumerate(attached, start=1):
        name = "/" + (decoded_words(_file_name(part)).replace("/", "_") or f"attachment {number}")
        inner = part.get_payload(0) if part.get_content_type() == "message/rfc822" and part.is_multipart() else None
        content = inner.as_bytes() if isinstance(inner, Message) else _bytes(part)
        yield Inside(name, io.BytesIO(content), format="mail" if inner else None) if content else Unread(name, "is empty.")


FORMAT = Format("mail", "mail (EML), with what is attached", _recognises, pieces)


def _parts(message: Message) -> list[Message]:
    """Its leaves in order; a forwarded message counts as a leaf."""
    waiting, leaves = [message], []
    count = 0
    while waiting:
        part = waiting.pop()
        count += 1
        if count > MOST_PARTS:
            raise RefusalError(f"is a mail of more than {MOST_PARTS} parts, as nobody writes it; passed over.")
        payload = part.get_payload() if part.is_multipart() else None  # of a leaf it would be decoded, by whatever name it gives
        if isinstance(payload, list) and part.get_content_type() != "message/rfc822":
            waiting.extend(reversed([one for one in payload if isinstance(one, Message)]))
        else:
            leaves.append(part)
    return leaves


def _body(parts: list[Message]) -> tuple[str, list[Message]]:
    """The words of a message, plain ones before HTML, and the parts that are files of their own."""
    plain: list[str] = []
    pages: list[str] = []
    attached: list[Message] = []
    for part in parts:
        kind = part.get_content_type()
        if part.get_content_maintype() in _MEDIA or kind in _NO_REPORTS:
            continue
        if _file_name(part) or part.get_content_disposition() == "attachment" or kind not in ("text/plain", "text/html"):
            attached.append(part)
        else:
            (plain if kind == "text/plain" else pages).append(_text(part))
    words = "\n\n".join(text for text in plain if text.strip())
    return words or "\n\n".join(fragment_text(page) for page in pages), attached


def _file_name(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, LookupError, MessageError):  # it names a character set that cannot be
        return "?"


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: Message) -> str:
    raw = _bytes(part)
    try:
        return raw.decode(part.get_content_charset() or "utf-8").replace("\r\n", "\n").replace("\0", " ")
    except (LookupError, ValueError):
        return raw.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\0", " ")


def _about(message: Message, body: str) -> Found:
    name, address = parseaddr(_header(message, "From"))
    listed = _header(message, "List-Id").partition("<")[0].strip(' "')
    outlet = listed or _header(message, "Organization") or name or address.rpartition("@")[2]
    found = Found(
        title=re.sub(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", "", _header(message, "Subject"), flags=re.I) or None,
        byline=name or address or None,
        outlet=outlet or None,
        published=mail_time(_header(message, "Date")),
        medium="mail",
        aside=tuple(_asides(body)),
    )
    return found.by("the mail's headers")


def _asides(body: str) -> Iterator[tuple[PartKind, int, int]]:
    """What others wrote before (quoted), signatures, the head lines of what is forwarded."""
    for pattern in (_QUOTED, _SIGNATURE):
        for found in pattern.finditer(body):
            yield "furniture", *found.span()


def _header(message: Message, name: str) -> str:
    try:
        return decoded_words(str(message.get(name, ""))[:_LONGEST_HEADER])
    except (ValueError, LookupError):
        return ""


def decoded_words(value: str) -> str:
    """A header's words, decoded; line breaks in them are blanks, so that none can pass for a header of its own."""
    with suppress(ValueError, LookupError, AssertionError, MessageError):
        value = str(make_header(decode_header(value)))
    return " ".join(value.encode("utf-8", "replace").decode("utf-8", "replace").split())
