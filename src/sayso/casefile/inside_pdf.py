"""What a PDF says beside what it draws: its properties, notes, bookmarks and XMP, which may be in UTF-16, escaped or compressed."""

import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 400
"""So many bytes before a stream tell what it is."""
_TELLING = (b"/ObjStm", b"/Metadata")
_MOST = 10_000_000
"""So many bytes are looked at of what is compressed, in all."""
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")
_LITERAL = re.compile(rb"\(([^()\\]*(?:\\.[^()\\]*)*)", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r?\n)|(.))", re.DOTALL)
_SHORT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def said_beside(raw: bytes) -> Iterator[bytes | str]:
    """Strings as PDF writes them, decoded, and what was compressed as bytes. Drawn text is not among them."""
    for part in (raw, *_inflated(raw)):
        if part is not raw:
            yield part
        for found in _HEX.finditer(part):
            digits = b"".join(found[1].split())
            yield _decoded(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))
        for found in _LITERAL.finditer(part):
            if b"\\" in found[1] or found[1].startswith(b"\xfe\xff"):
                yield _decoded(_ESCAPE.sub(_unescaped, found[1]))


def _inflated(raw: bytes) -> Iterator[bytes]:
    """The compressed streams that hold objects or XMP; of a damaged one what comes before the damage."""
    left = _MOST
    for start in _STREAM.finditer(raw):
        before = raw[max(0, start.start() - _DICTIONARY) : start.start()]
        if left <= 0 or not any(one in before[before.rfind(b"obj") + 1 :] for one in _TELLING):
            continue
        try:
            part = zlib.decompressobj().decompress(raw[start.end() :], left)
        except zlib.error:
            continue
        left -= len(part)
        yield part


def _unescaped(found: re.Match[bytes]) -> bytes:
    octal, broken, char = found.groups()
    if octal:
        return bytes([int(octal, 8) & 255])
    return b"" if broken else _SHORT.get(char, char)


def _decoded(value: bytes) -> str:
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("cp1252", "replace")  # PDFDocEncoding has the same letters
