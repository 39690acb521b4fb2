"""The text as atoms of time: every token, or the pieces of a token like "mid-1990", with its kind in the time grammar."""

import re
from dataclasses import dataclass, field

from sayso.reading.numerals import ORDINALS, SCALES, SMALL
from sayso.reading.parsed import Token

OTHER = "OTHER"
KINDS = (
    "MONTH", "WEEKDAY", "WEEKDAYS", "UNIT", "UNITS", "SHORT_UNIT", "SHORT_UNITS", "QUARTER", "QUARTERS", "HALF", "WEEKEND", "DAYPART",
    "SEASON", "DAY", "NIGHT", "REF", "RECENT", "FUTURE", "SET", "HOLIDAY", "EVERY", "LAST", "PAST_SPAN", "NEXT", "COMING", "THIS", "THAT",
    "AGO", "EARLIER", "LATER", "EDGE", "EDGE_NOUN", "FEW", "ABOUT", "FISCAL", "ZONE", "MERIDIEM", "ERA", "THE", "A", "OF", "COMMA",
    "HYPHEN", "POSSESSIVE", "TO", "ON", "DAYNUM", "YEAR", "NUMBER", "WORDNUM", "ORDINAL", "CLOCK", "ISO", "DECADE", "SHORTYEAR", "PER",
    "PERIOD", "SCALE", "TIME", OTHER,
)  # fmt: skip
LETTER = {kind: chr(0x100 + n) for n, kind in enumerate(KINDS)}
"""One letter for each kind, so that a text is a string and a rule a regular expression over it."""

_SHORT_MONTHS = frozenset("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
_DIGITS = re.compile(r"\d")
_NUMERIC_DATE = re.compile(
    r"(?<![\d/.-])(?:\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}-\d{1,2}-\d{4}"
    r"|\d{1,2}\.\d{1,2}\.\d{4})(?![\d/-])",
    re.ASCII,
)
_PIECES = re.compile(
    r"(?P<CLOCK>\d{1,2}:\d\d(?::\d\d)?)(?!\d)|(?P<ORDINAL>\d{1,4}(?:st|nd|rd|th))\b|(?P<DECADE>'?\d{2,4}'?s)\b"
    r"|(?P<HALF>1/2\b)|(?P<SHORTYEAR>'\d\d)\b|(?P<NUMBER>\d+(?:[.,]\d+)*)|[^\W\d_]+\.?|.",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(slots=True)
class Atoms:
    """Parallel lists, one place for each atom, and `letters`, the same as a string."""

    words: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    tokens: list[int] = field(default_factory=list)
    letters: str = ""


class Scanner:
    """Splits a parsed text into atoms."""

    def __init__(self, words: dict[str, tuple[str, str]]) -> None:
        self._known = dict(words)
        self._known.update({word: ("WORDNUM", str(n)) for word, n in SMALL.items()})
        self._known.update({word: ("SCALE", str(n)) for word, n in SCALES.items()})
        self._known.update({word: ("ORDINAL", str(n)) for word, n in ORDINALS.items()})

    def scan(self, text: str, tokens: list[Token]) -> Atoms:
        """The atoms of a text with these tokens. A token that is no word of time is one atom of the kind OTHER."""
        atoms = Atoms()
        known = self._known
        whole = {found.start(): found.group() for found in _NUMERIC_DATE.finditer(text)}
        end = 0
        for token in tokens:
            word = token.text
            start = token.idx
            if start < end:
                continue
            if whole and start in whole:
                self._add(atoms, whole[start].lower(), "ISO", whole[start], start, token.i)
                end = start + len(whole[start])
                continue
            lower = token.lower_
            entry = known.get(lower)
            if entry is not None:
                kind, value = self._settle(token, word, *entry)
                self._add(atoms, lower, kind, value, start, token.i)
            elif word.isalpha():
                self._add(atoms, lower, OTHER, "", start, token.i)
            elif len(word) > 1 and (_DIGITS.search(word) or "-" in word) and len(word) < 40:
                self._split(atoms, token, word)
            elif word.isdigit() and len(word) == 1:
                self._add(atoms, word, "DAYNUM" if word != "0" else "NUMBER", word, start, token.i)
            elif not word.isspace() or word.count("\n") > 1:  # no expression goes on behind a blank line
                self._add(atoms, lower, OTHER, "", start, token.i)
        atoms.letters = "".join([LETTER.get(kind, LETTER[OTHER]) for kind in atoms.kinds])
        return atoms

    def _split(self, atoms: Atoms, token: Token, text: str) -> None:
        for piece in _PIECES.finditer(text):
            word, start = piece.group(), token.idx + piece.start()
            lower = word.lower()
            kind = piece.lastgroup
            if kind == "NUMBER":
                kind = _kind_of_number(word)
            if kind is not None:
                self._add(atoms, lower, kind, lower.removesuffix("s") if kind == "DECADE" else lower, start, token.i)
                continue
            entry = self._known.get(lower) or self._known.get(lower.rstrip("."))
            self._add(atoms, lower, *(entry or (OTHER, "")), start, token.i)

    @staticmethod
    def _add(atoms: Atoms, word: str, kind: str, value: str, start: int, token: int) -> None:
        atoms.words.append(word)
        atoms.kinds.append(kind)
        atoms.values.append(value)
        atoms.starts.append(start)
        atoms.ends.append(start + len(word))
        atoms.tokens.append(token)

    @staticmethod
    def _settle(token: Token, text: str, kind: str, value: str) -> tuple[str, str]:
        """Words that are more than one thing: "may", "march", "second", "fall", "sat", "sun", "spring", "minute"."""
        if kind == "MONTH":
            if not text[0].isupper() and (len(text) < 5 or text == "march"):
                return OTHER, ""
            if len(text) < 5 and text[-1] != "." and text != "May" and token.ent_type_ in ("PERSON", "ORG") and not _before_digits(token):
                return OTHER, ""
            if text in ("May", "March", "August") and (token.tag_ in ("MD", "VB", "VBP") or token.ent_type_ == "PERSON"):
                return OTHER, ""
        elif kind == "WEEKDAY_SHORT":
            if not text[0].isupper() or (text in ("Sun", "Sat") and not (token.i + 1 < len(token.doc) and token.nbor().text[:3] in _SHORT_MONTHS)):
                return OTHER, ""
            if text[-1] != "." and _ends_a_name(token):
                return OTHER, ""
            return "WEEKDAY", value
        elif kind == "SEASON":
            if token.pos_ in ("VERB", "AUX"):
                return OTHER, ""
        elif kind in ("EDGE_NOUN", "LAST", "PAST_SPAN", "UNIT", "QUARTER") and token.pos_ == "VERB" and kind != "PAST_SPAN":
            return OTHER, ""
        return kind, value


def _ends_a_name(token: Token) -> bool:
    """Whether a short weekday is the last part of a name: "the mill of Ka Mon"."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    return before is not None and before.tag_ == "NNP" and before.text.istitle() and before.dep_ == "compound" and before.head is token


def _before_digits(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().text[0].isdigit()


def _kind_of_number(word: str) -> str:
    if not word.isdigit():
        return "NUMBER"
    if len(word) <= 2 and 1 <= int(word) <= 31:
        return "DAYNUM"
    return "YEAR" if len(word) == 4 and 1000 <= int(word) <= 2199 else "NUMBER"
