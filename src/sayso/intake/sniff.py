"""What the bytes look like: content first, the name's ending second."""

import codecs
import json
import re

_BOMS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"SQLite format 3\0", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a Windows program"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"OggS", "an Ogg sound or video"),
    (b"ID3", "an MP3 sound"),
    (b"WARC/", "a web archive (WARC)"),
    (b"PAR1", "a Parquet table"),
)
_OFFICE = ((b"word/", "a Word document"), (b"xl/", "an Excel workbook"), (b"ppt/", "a PowerPoint presentation"))
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")
_HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b", re.I | re.S)
_HTML_TAGS = re.compile(rb"<(?:p|div|br|a|h[1-6]|span|table|ul|meta|title|article|img)\b[^<>]{0,500}>", re.I)
_XML = re.compile(rb"\s*<(?:\?xml\b|!doctype\b|rss\b|feed\b|rdf:)", re.I)
_TABLE_ENDINGS = (".csv", ".tsv")
_LINES_ENDINGS = (".jsonl", ".ndjson")

HEAD = 65_536
"""How many bytes, from the start, are looked at."""


def unsupported(head: bytes, name: str = "") -> str | None:
    """What the input looks like when it is something that is not read ("a PDF document"); None for what may be text."""
    for signature, what in _SIGNATURES:
        if head.startswith(signature) and (len(signature) > 2 or not _mostly_text(head)):
            return what
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(head)
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return {b"WEBP": "a WebP image", b"WAVE": "a WAV sound", b"AVI ": "an AVI video"}[head[8:12]]
    if head[4:8] == b"ftyp":
        return "an MP4 video or a HEIF image"
    if any(head.startswith(bom) for bom in _BOMS):
        return None
    if not _mostly_text(head):
        return "binary data"
    if _XML.match(head) and not _HTML.match(head) and b"<html" not in head[:2000].lower():
        return "an XML document or a feed"
    return "a table" if name.lower().endswith(_TABLE_ENDINGS) else None


def format_of(head: bytes, name: str = "") -> str:
    """`text`, `html` or `jsonl`, for input that `unsupported` lets pass."""
    plain = head.removeprefix(codecs.BOM_UTF8)
    if _HTML.match(plain) or (_XML.match(plain) and b"<html" in plain[:2000].lower()):
        return "html"
    if name.lower().endswith(_LINES_ENDINGS) or _starts_with_object(plain):
        return "jsonl"
    if name.lower().endswith((".html", ".htm", ".xhtml")) and b"<" in plain:
        return "html"
    tags = len(_HTML_TAGS.findall(plain[:8192]))
    return "html" if plain.lstrip().startswith(b"<") and tags >= 3 else "text"


def _mostly_text(head: bytes) -> bool:
    """Whether NULs and other control bytes are few: not over one in a hundred."""
    return len(head) - len(head.translate(None, _CONTROL)) <= len(head) / 100


def _starts_with_object(head: bytes) -> bool:
    """Whether the first line is a JSON object. A line longer than `head` is judged by its start."""
    head = head.lstrip()
    if not head.startswith(b"{"):
        return False
    line, newline, _ = head.partition(b"\n")
    if not newline and len(head) > HEAD // 2:
        return re.match(rb'\{\s*"\w+"\s*:', line) is not None
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _zip_kind(head: bytes) -> str:
    if b"mimetypeapplication/epub" in head[:200]:
        return "an EPUB book"
    if b"mimetypeapplication/vnd.oasis" in head[:200]:
        return "an OpenDocument file"
    return next((what for sign, what in _OFFICE if sign in head), "a ZIP archive")
