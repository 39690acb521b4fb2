"""The atoms of one match, asked for by kind."""

from collections.abc import Iterator

from sayso.reading.numerals import SCALES, number
from sayso.reading.when.atoms import Atoms
from sayso.reading.when.grammar import Match

_NUMERIC = frozenset({"WORDNUM", "SCALE", "DAYNUM", "NUMBER", "YEAR"})
UNIT_KINDS = ("UNIT", "UNITS", "SHORT_UNIT", "SHORT_UNITS", "QUARTER", "QUARTERS", "WEEKEND")


class Words:
    """Looks at the atoms of a match."""

    def __init__(self, atoms: Atoms, match: Match) -> None:
        self.atoms, self.first, self.last = atoms, match.first, match.last
        self.kinds = atoms.kinds[match.first : match.last]
        self.words = atoms.words[match.first : match.last]

    def has(self, *kinds: str) -> bool:
        """Whether an atom of one of these kinds is in the match."""
        return any(kind in kinds for kind in self.kinds)

    def get(self, *kinds: str) -> str | None:
        """The value of the first atom of one of these kinds."""
        for n, kind in enumerate(self.kinds):
            if kind in kinds:
                return self.atoms.values[self.first + n] or self.words[n]
        return None

    def word(self, *kinds: str) -> str:
        """The first word of one of these kinds, or the empty string."""
        return next((word for word, kind in zip(self.words, self.kinds, strict=True) if kind in kinds), "")

    def unit(self) -> str:
        """The unit of the match: D, W, M, Q, H, Y, E, C, K, TH, TM, TS."""
        found = self.get(*UNIT_KINDS) or self.get("HALF") or "D"
        return "K" if found == "WE" else found

    def token(self) -> int:
        """The token of the match's most telling atom: its last one that is no bare number or preposition."""
        for n in range(len(self.kinds) - 1, -1, -1):
            if self.kinds[n] in ("MONTH", "WEEKDAY", "DAY", "YEAR", "HOLIDAY", "SEASON", *UNIT_KINDS):
                return self.atoms.tokens[self.first + n]
        return self.atoms.tokens[self.last - 1]

    def number(self) -> float | None:
        """The number that the match counts with; "a" and "an" are 1; None where it is vague or there is none."""
        if self.has("FEW"):
            return 2 if "couple" in self.words else None
        run = [(kind, word) for kind, word in zip(self.kinds, self.words, strict=True)]
        start = next((n for n, (kind, _) in enumerate(run) if kind in _NUMERIC), None)
        if start is None:
            return 1 if self.has("A") else None
        words: list[str] = []
        for n in range(start, len(run)):
            kind, word = run[n]
            if kind in ("HYPHEN", "TO") and n + 1 < len(run) and run[n + 1][0] in _NUMERIC:
                if word in ("to", "or") or (word == "-" and words[-1].isdigit()) or (word == "and" and words[-1] not in SCALES):
                    words.clear()
                else:
                    words.append(word)
            elif kind in _NUMERIC:
                words.append(word)
            else:
                break
        return number(words)

    def before(self, count: int = 1) -> str:
        """The word `count` atoms before the match, lower-cased; empty at the start."""
        place = self.first - count
        return self.atoms.words[place] if place >= 0 else ""

    def kind_before(self) -> str:
        """The kind of the atom before the match."""
        return self.atoms.kinds[self.first - 1] if self.first else ""

    def after(self, count: int = 1) -> str:
        """The word `count` atoms after the match, lower-cased; empty at the end."""
        place = self.last - 1 + count
        return self.atoms.words[place] if place < len(self.atoms.words) else ""

    def following(self) -> Iterator[tuple[str, str]]:
        """Kind and word of the next few atoms after the match."""
        for place in range(self.last, min(self.last + 6, len(self.atoms.words))):
            yield self.atoms.kinds[place], self.atoms.words[place]
