"""Names of places as keys: one form for exact look-up, one that forgives transliteration, one that forgives vowels.

Arabic, Kurdish, Persian, Hebrew, Cyrillic and Ethiopic names reach English reports in many spellings. What stays put is the row of
consonants; what varies is vowels, doubled letters, h and apostrophes, the article, and a handful of digraphs.
"""

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset({
    "al", "el", "ul", "il", "ad", "ed", "ar", "er", "as", "es", "ash", "esh", "at", "et", "an", "en", "az", "ez", "l", "the",
})  # fmt: skip
"""The Arabic article in its assimilated spellings, and the English one: never told apart in loose keys."""

_LETTERS = str.maketrans({
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h", "ŋ": "n",
    "ɓ": "b", "ɗ": "d", "ƙ": "k", "ɛ": "e", "ɔ": "o",
    "'": "", "’": "", "‘": "", "ʼ": "", "ʻ": "", "ʿ": "", "ʾ": "", "`": "", "´": "", "ʹ": "", "ʺ": "", "′": "", ".": "",
    "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", "/": " ", ",": " ", "(": " ", ")": " ", "\xa0": " ", "_": " ",
})  # fmt: skip
_DIGRAPHS = (
    ("tch", "c"), ("sch", "s"), ("kh", "k"), ("gh", "g"), ("sh", "s"), ("ch", "c"), ("zh", "z"), ("th", "t"), ("dh", "d"), ("ph", "f"),
    ("dj", "j"), ("dz", "z"), ("ts", "s"), ("tz", "s"), ("ck", "k"), ("qu", "k"),
)  # fmt: skip
_FOLDED = str.maketrans({"q": "k", "c": "k", "x": "k", "p": "b", "v": "f"})
_DIPHTHONGS = (
    ("iy", "i"), ("ij", "i"), ("ou", "u"), ("oo", "u"), ("aw", "u"), ("au", "u"), ("ow", "u"), ("uw", "u"), ("ee", "i"), ("ay", "i"),
    ("ai", "i"), ("ei", "i"), ("ey", "i"), ("ie", "i"), ("ye", "i"), ("ya", "a"), ("yu", "u"), ("yo", "u"),
)  # fmt: skip
_VOWELS = str.maketrans({"e": "i", "y": "i", "o": "u", "w": "u"})
_DROPPED = re.compile("[aeiouwyh]")
_DOUBLED = re.compile(r"(.)\1+")


def exact(name: str) -> str:
    """The name in lower case, without accents, apostrophes and hyphens: "Dayr az-Zawr" and "dayr az zawr" are one."""
    if name.isascii():
        plain = name.lower()
    else:
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name.casefold()).casefold())  # what is taken apart may have capitals
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = plain.translate(_LETTERS).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@lru_cache(maxsize=4096)
def loose(key: str) -> str:
    """An exact key with articles, doubled letters and the spelling of long vowels and digraphs forgiven ("hudida" for Hodeidah)."""
    folded = _consonants(_bare(key))
    for old, new in _DIPHTHONGS:
        folded = folded.replace(old, new)
    folded = _DOUBLED.sub(r"\1", folded.translate(_VOWELS))
    folded = folded.replace("nb", "mb").rstrip("h")
    if len(folded) > 3 and folded[-1] in "ia":  # -a, -ah, -eh, -iya, -iyeh, -iyah are one ending
        folded = folded[:-1].rstrip("ia") + "a"
    return folded[:1] + folded[1:].replace("ah", "a").replace("ih", "i") if folded else key


@lru_cache(maxsize=4096)
def skeleton(key: str) -> str:
    """The row of consonants of an exact key, the same for all spellings of one name; "a" stands for any vowel in front."""
    folded = _consonants(_bare(key)).replace("nb", "mb")
    first = folded[:1]
    if first and first in "aeiou":
        first = "a"
    return _DOUBLED.sub(r"\1", first + _DROPPED.sub("", folded[1:])) or key


def _bare(key: str) -> str:
    words = key.split()
    kept = [w for w in words if w not in ARTICLES]
    return "".join(kept or words)


def _consonants(bare: str) -> str:
    for old, new in _DIGRAPHS:
        if old in bare:
            bare = bare.replace(old, new)
    return bare.translate(_FOLDED)


def distance(a: str, b: str, limit: int = 3) -> int:
    """How many letters must change to make one of the other (Levenshtein), counted up to `limit`."""
    if abs(len(a) - len(b)) >= limit:
        return limit
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, start=1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return min(row[-1], limit)
