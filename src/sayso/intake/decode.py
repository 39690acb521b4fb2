"""Bytes -> text. A byte order mark belongs to the encoding and is not part of the text."""

import codecs
import re

from sayso.intake.terms import RefusalError

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_LATIN = ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252")
"""Browsers read all of these as Windows-1252, and so do people write them."""
_PAGE_ENCODING = re.compile(r"iso-8859-\d{1,2}|windows-125\d|koi8-[ru]|gb(?:k|2312|18030)|big5|shift[_-]jis|euc-(?:jp|kr)")
_NUL_SHARE = 0.002
_MANGLED_SHARE = 0.05


def decode(raw: bytes, *, replace: bool = False, encoding: str = "utf-8") -> str:
    """The text of `raw`: by its byte order mark, else in `encoding`. Raises RefusalError where bytes do not decode and `replace` is not set."""
    for mark, marked in _MARKED:
        if raw.startswith(mark):
            raw, encoding = raw[len(mark) :], marked
            break
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        if not replace:
            raise RefusalError(_undecodable(error, raw)) from None
        text = raw.decode(encoding, errors="replace")
        mangled = text.count("\ufffd")
        if mangled > _MANGLED_SHARE * len(text):
            raise RefusalError(f"is not text: {mangled} of its {len(text)} characters cannot be decoded as {encoding}.") from None
    nuls = text.count("\0")
    if nuls > _NUL_SHARE * len(text):
        raise RefusalError(f"is not text: {nuls} of its {len(text)} characters are NUL. If it should be, save it again as UTF-8.")
    return text


def declared_encoding(raw: bytes) -> str:
    """The encoding that an HTML page names in its first 4,096 bytes, where pages are written in it; else UTF-8."""
    found = _DECLARED.search(raw[:4096])
    named = found.group(1).decode("ascii").lower() if found else ""
    if named in _LATIN:
        return "cp1252"
    return named if _PAGE_ENCODING.fullmatch(named) and _exists(named) else "utf-8"


def _exists(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def _undecodable(error: UnicodeDecodeError, raw: bytes) -> str:
    return (
        f"has bytes that are not {error.encoding.upper()} (the first, 0x{raw[error.start]:02x}, at byte {error.start + 1}). "
        "Save it again as UTF-8, or pass --replace-undecodable to read it with \ufffd in their place."
    )
