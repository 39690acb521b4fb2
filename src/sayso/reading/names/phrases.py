"""The phrase book: all names of the lexicon, matched over a text's words in one pass."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sayso.reading.parsed import Token

_WORD = re.compile(r"\w+")
_APOSTROPHES = str.maketrans("", "", "'\u2019\u2018\u02bb\u02bf`")
_POSSESSIVE = re.compile(r"(?<=\w)['\u2019](?:s\b|(?=\s|$))")
_WELL_KNOWN = frozenset({"un", "eu", "au", "country:US", "country:GB"})
_PLAIN_WORDS = frozenset(
    """who care fact map site save halo mend far dawn trend guardian times independent fox ram sana don uno arc cast
    era err ran rap can cap pole poles""".split()
)
"""Everyday words that are also names; a text without capitals means the word."""
WITH_S = frozenset({"americas", "koreas", "sudans", "congos"})
"""Names of more than one country, whose s is no lost apostrophe's."""
_ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "an", "ar", "at", "the"})
"""Written small or with a capital inside one and the same name: al-Shabaab, Al-Shabaab."""
_ENDINGS = frozenset({"'s", "\u2019s", "'", "\u2019", "'S"})


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Case, accents and apostrophes taken away: Da'esh, Daesh and DAESH are one."""
    text = text.translate(_APOSTROPHES)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        text = text.replace("\u0131", "i").replace("\u0142", "l").replace("\u00f8", "o")
    return text.casefold()


class Word(NamedTuple):
    """A word of the text: folded, as written, and the token it belongs to."""

    key: str
    raw: str
    token: int


def words_of(tokens: Iterable[Token]) -> list[Word]:
    """The words of a text. Hyphens and possessive endings are none, so that Al-Nusra and Al Nusra are the same two words."""
    found: list[Word] = []
    for i, token in enumerate(tokens):
        raw = token.text
        if raw.isascii() and raw.isalpha():
            found.append(Word(token.lower_, raw, i))
        elif raw not in _ENDINGS:
            found.extend(Word(fold(part), part, i) for part in _WORD.findall(raw.translate(_APOSTROPHES)))
    return found


@dataclass(frozen=True, slots=True)
class Phrase:
    """One spelling of an entry of the lexicon."""

    keys: tuple[str, ...]
    entry: str
    kind: str
    """person, group or place."""
    acronym: bool
    capitals: tuple[bool, ...]
    rank: int = 0
    """How far down the entry's names it stands: the first is the most its own."""
    letters: str = ""
    """An abbreviation of small and large letters, which is written so or all in capitals: LeT is no "Let"."""

    @property
    def shy(self) -> bool:
        """Whether it is too short to be trusted alone (IS, AA): it counts only where the report has another name of the entry."""
        return self.acronym and len(self.keys) == 1 and len(self.keys[0]) == 2 and self.entry not in _WELL_KNOWN

    def fits(self, words: list[Word], at: int, lower: bool) -> bool:
        """Whether the words are written as a name is: capitals where the spelling has them, acronyms all in capitals."""
        if self.letters and words[at].raw not in (self.letters, self.letters.upper()):
            return False
        if lower:
            return len(self.keys) > 1 or (self.keys[0] not in _PLAIN_WORDS and (not self.acronym or len(self.keys[0]) > 2))
        for capital, word in zip(self.capitals, words[at : at + len(self.keys)], strict=True):
            if capital and not word.raw[0].isupper() and word.key not in _ARTICLES:
                return False
            if self.acronym and not word.raw.isupper() and len(word.raw) < 4:
                return False
        return True


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: tokens [start, end) and the entries that it may be, best first."""

    start: int
    end: int
    phrases: tuple[Phrase, ...]


class PhraseBook:
    """All spellings of all entries, by first word."""

    def __init__(self) -> None:
        self._phrases: dict[str, dict[tuple[str, ...], list[Phrase]]] = {}
        self._lengths: dict[str, list[int]] = {}
        """How many words the phrases with a first word have, the longest first."""
        self._seconds: dict[str, set[str]] = {}
        """The second words of the phrases with a first word."""

    def add(self, spelling: str, entry: str, kind: str, rank: int = 0) -> None:
        """Enter a spelling. The entry added first is the first choice where several share a spelling.

        A possessive in it ("People's Front") is entered as the text's words have it, without its ending, and as it is run together.
        """
        plain = _POSSESSIVE.sub("", spelling)
        for one in dict.fromkeys((plain, spelling)):
            self._enter(one, entry, kind, rank)

    def _enter(self, spelling: str, entry: str, kind: str, rank: int) -> None:
        parts = _WORD.findall(spelling.translate(_APOSTROPHES))
        if not parts:
            return
        keys = tuple(fold(p) for p in parts)
        letters = "".join(parts)
        acronym = len(letters) <= 6 and letters.isupper() and letters.isalnum()
        mixed = len(parts) == 1 and len(letters) <= 4 and letters[0].isupper() and not acronym and letters[1:] != letters[1:].lower()
        phrase = Phrase(keys, entry, kind, acronym, tuple(p[0].isupper() for p in parts), rank, letters if mixed else "")
        same = self._phrases.setdefault(keys[0], {}).setdefault(keys, [])
        if all(p.entry != entry for p in same):
            same.append(phrase)
        if len(keys) > 1:
            self._seconds.setdefault(keys[0], set()).add(keys[1])
        lengths = self._lengths.setdefault(keys[0], [])
        if len(keys) not in lengths:
            lengths.append(len(keys))
            lengths.sort(reverse=True)

    def find(self, words: list[Word], lower: bool = False, clipped: bool = False) -> Iterable[Hit]:
        """The longest phrases, left to right, without overlap.

        `lower`: the text has no capitals to go by. `clipped`: it has lost its apostrophes, so that a last word may carry an s.
        """
        at = 0
        while at < len(words):
            first = words[at].key
            if first not in self._phrases and not (clipped and first[-1] == "s" and first[:-1] in self._phrases):
                at += 1
                continue
            hit = self._longest_at(words, at, lower, clipped)
            if hit is None:
                at += 1
            else:
                length, found = hit
                yield Hit(words[at].token, words[at + length - 1].token + 1, found)
                at += length

    def _longest_at(self, words: list[Word], at: int, lower: bool, clipped: bool) -> tuple[int, tuple[Phrase, ...]] | None:
        first = words[at].key
        second = words[at + 1].key if at + 1 < len(words) else ""
        starts = [first, first[:-1]] if clipped and first.endswith("s") and first not in WITH_S else [first]
        for start in starts:
            known = self._phrases.get(start)
            if known is None:
                continue
            seconds = self._seconds.get(start, ())
            alone = second not in seconds and not (clipped and second[-1:] == "s" and second[:-1] in seconds)
            for length in (1,) if alone else self._lengths[start]:
                if at + length > len(words) or (start != first and length > 1):
                    continue
                keys = (start, *[w.key for w in words[at + 1 : at + length]])
                tries = [keys]
                if clipped and length > 1 and keys[-1].endswith("s"):
                    tries.append((*keys[:-1], keys[-1][:-1]))
                for keys in tries:
                    found = tuple(p for p in known.get(keys, ()) if p.fits(words, at, lower))
                    if found:
                        return length, found
        return None
