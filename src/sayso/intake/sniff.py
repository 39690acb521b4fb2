"""What the bytes look like: content first, the name's ending second."""

import codecs
import json
import re

_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"SQLite format 3\0", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a Windows program"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"OggS", "an Ogg sound or video"),
    (b"ID3", "an MP3 sound"),
)
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")
_MISC = rb"(?:\s++|<\?[^>]{0,300}>|<!--(?:(?!-->).){0,2000}-->)*+"
_HTML = re.compile(_MISC + rb"<(?:!doctype\s+html|html|head|body|article|main)\b", re.I | re.S)
_HTML_TAGS = re.compile(rb"<(?:p|div|br|a|h[1-6]|span|table|ul|meta|title|article|img)\b[^<>]{0,500}>", re.I)
_XML = re.compile(rb"\s*<(?:\?xml\b|!doctype\b)", re.I)
_FEED = re.compile(_MISC + rb"(?:<!doctype[^>\[]{0,300}(?:\[[^\]]{0,4000}\])?\s*>" + _MISC + rb")?<(?:rss|feed|rdf:rdf)\b", re.I | re.S)
_ONE_DOCUMENT = re.compile(rb'"(?:messages|data|statuses|posts|items|feed|tweets|reports|results|articles|chats)"\s*:\s*[\[{]')
"""A line that holds a list of posts is no post: see posts.py."""
_LINES_ENDINGS = (".jsonl", ".ndjson")

HEAD = 65_536
"""How many bytes, from the start, are looked at."""


def plain(head: bytes) -> bytes:
    """The head as UTF-8 without its byte order mark, where it begins with one."""
    for mark, encoding in _WIDE:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, errors="replace").encode()
    return head.removeprefix(codecs.BOM_UTF8)


def unsupported(head: bytes) -> str | None:
    """What the input looks like when it is something that no format here reads ("a PNG image"); None for what may be text."""
    for signature, what in _SIGNATURES:
        if head.startswith(signature) and (len(signature) > 2 or not mostly_text(head)):
            return what
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return {b"WEBP": "a WebP image", b"WAVE": "a WAV sound", b"AVI ": "an AVI video"}[head[8:12]]
    if head[4:8] == b"ftyp":
        return "an MP4 video or a HEIF image"
    if not mostly_text(head):
        return "text in UTF-16 without the mark that says so, to be saved as UTF-8" if _utf16_unmarked(head) else "binary data"
    return "an XML document that is neither a page nor a feed" if _XML.match(head) else None


def _utf16_unmarked(head: bytes) -> bool:
    """Whether every other byte of it is nought, as in Latin letters of two bytes each, and the others are text."""
    return any(halves[0].count(0) > 0.9 * len(halves[0]) and mostly_text(halves[1]) for halves in ((head[::2], head[1::2]), (head[1::2], head[::2])))


def is_html(head: bytes, name: str = "") -> bool:
    """Whether it is a web page."""
    if not mostly_text(head):
        return False
    if _HTML.match(head) or (_XML.match(head) and b"<html" in head[:2000].lower()):
        return True
    if name.lower().endswith((".html", ".htm", ".xhtml")) and b"<" in head and not _XML.match(head):
        return True
    return head.lstrip().startswith(b"<") and len(_HTML_TAGS.findall(head[:8192])) >= 3


def is_feed(head: bytes, name: str = "") -> bool:  # noqa: ARG001
    """Whether it is an RSS or Atom feed."""
    return _FEED.match(head) is not None


def is_jsonl(head: bytes, name: str = "") -> bool:
    """Whether it is JSON Lines: by its ending, or because its first line is an object."""
    return mostly_text(head) and (name.lower().endswith(_LINES_ENDINGS) or _starts_with_object(head))


def mostly_text(head: bytes) -> bool:
    """Whether NULs and other control bytes are few: not over one in a hundred."""
    return len(head) - len(head.translate(None, _CONTROL)) <= len(head) / 100


def _starts_with_object(head: bytes) -> bool:
    """Whether the first line is a JSON object. A line longer than `head` is judged by its start."""
    head = head.lstrip()
    if not head.startswith(b"{"):
        return False
    line, newline, rest = head.partition(b"\n")
    if not rest.strip() and _ONE_DOCUMENT.search(line):
        return False
    if not newline and len(head) > HEAD // 2:
        return re.match(rb'\{\s*"\w+"\s*:', line) is not None
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
