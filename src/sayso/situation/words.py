"""Words made comparable: case, accents, quotation marks and spacing folded away."""

import re
import unicodedata
from hashlib import sha256

_WORD = re.compile(r"\w+")
_DETERMINERS = frozenset({"the", "a", "an", "some", "several", "its", "their", "his", "her", "our"})


def fold(text: str) -> str:
    """Lower case without accents; everything that is neither letter nor digit is a single space."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The folded words of a text."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _WORD.findall(text.casefold())


def name_key(name: str) -> str:
    """What two writings of one name share: folded, without a leading "the" and a possessive "s"."""
    parts = words(name.replace("’s ", " ").replace("'s ", " "))
    while len(parts) > 1 and parts[0] in _DETERMINERS:
        parts.pop(0)
    return " ".join(parts)


def short_id(letter: str, *parts: str) -> str:
    """An id out of content alone, so that it does not change with the order of arrival."""
    return letter + sha256("\0".join(parts).encode()).hexdigest()[:12]
