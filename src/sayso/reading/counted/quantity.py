"""A quantity in the text: the tokens that state it and the interval that they mean."""

from dataclasses import dataclass

from sayso.reading.numerals import SCALES, SMALL, digits, number
from sayso.reading.parsed import Parsed, Token

_LOOK_BACK = 4
_RANGE_WORDS = frozenset({"to", "-", "–", "and", "or"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens [first, last) with their bounds, both inclusive; None is open. `core` is the first token of the number itself."""

    first: int
    core: int
    last: int
    low: float | None
    high: float | None
    approximate: bool
    percent: bool = False
    bounded: bool = False
    """Whether words such as "at least" stand before the number."""


class Quantities:
    """Reads the quantity that starts at a token."""

    def __init__(self, words: dict[str, dict[str, str]]) -> None:
        self._bounds = {tuple(phrase.split()): turn for phrase, turn in words["bound"].items()}
        self._vague = {word: float(low) if low else None for word, low in words["vague"].items()}
        self._scales = {word: float(times) for word, times in words["scale"].items()}
        self._shares = {word: float(percent) for word, percent in words["share"].items()}
        self._first = frozenset({"a", "an"}).union(SMALL, SCALES, self._vague, self._scales, self._shares)

    def starts(self, token: Token) -> bool:
        """Whether a quantity may start at this token."""
        word = token.lower_
        if word not in self._first:
            return _digits(word)
        return word not in ("a", "an") or (token.i > 0 and token.nbor(-1).lower_ == "including")

    def read(self, doc: Parsed, place: int) -> Quantity | None:
        """The quantity whose number starts at `place`; None where there is none."""
        word = doc[place].lower_
        if word in ("a", "an"):
            return Quantity(place, place, place + 1, 1, 1, False, bounded=True)
        if word in self._vague:
            return self._read_vague(doc, place)
        if word in self._shares:
            return self._read_part_of_scale(doc, place) or self._read_share(doc, place)
        last, value = self._run(doc, place)
        if value is None:
            return None
        low = high = value
        if last + 1 < len(doc) and doc[last].lower_ in _RANGE_WORDS and self._is_number(doc[last + 1]):
            joiner = doc[last].lower_
            between = place > 0 and doc[place - 1].lower_ in ("between", "from")
            if joiner not in ("and", "or") or between:
                end, upper = self._run(doc, last + 1)
                if upper is not None and upper > value:
                    last, high = end, upper
                    if upper >= 1000 and value < 100 and any(doc[n].lower_ in SCALES for n in range(last - 1, last)):
                        low = value * SCALES[doc[last - 1].lower_]
        first, turn = self._bound(doc, place)
        if high != low:
            if first == place and place and doc[place - 1].lower_ in ("between", "from"):
                first -= 1
            return Quantity(first, place, last, low, high, turn in ("about", "under"), bounded=True)
        last, turn = self._after(doc, last, turn)
        return self._turned(first, place, last, value, turn)

    def _turned(self, first: int, core: int, last: int, value: float, turn: str) -> Quantity:
        if turn in ("min", "over"):
            return Quantity(first, core, last, value, None, turn == "over", bounded=True)
        if turn in ("max", "under"):
            return Quantity(first, core, last, None, value, True, bounded=True)
        return Quantity(first, core, last, value, value, turn == "about", bounded=turn not in ("", "exact"))

    def _read_vague(self, doc: Parsed, place: int) -> Quantity:
        """"dozens", "several hundred", "tens of thousands", "hundreds of thousands"."""
        low = self._vague[doc[place].lower_]
        last = place + 1
        if last < len(doc) and low is not None:
            word = doc[last].lower_
            if word in SCALES or word in self._scales:
                low, last = low * (SCALES.get(word) or self._scales[word]), last + 1
            elif word == "of" and last + 1 < len(doc) and doc[last + 1].lower_ in ("thousands", "millions"):
                low, last = low * (1000 if doc[last + 1].lower_ == "thousands" else 10**6), last + 2
        first, _ = self._bound(doc, place)
        if first == place and place and doc[place - 1].lower_ in ("a", "the", "many") and doc[place].lower_ == "handful":
            first -= 1
        return Quantity(first, place, last, _whole(low), None, True)

    def _read_part_of_scale(self, doc: Parsed, place: int) -> Quantity | None:
        """"half a million", "half a dozen", "a quarter of a million"."""
        last = place + 1
        while last < len(doc) and doc[last].lower_ in ("a", "an", "of", "-"):
            last += 1
        scale = self._scale(doc, last)
        if scale is None:
            return None
        first, turn = self._bound(doc, place - 1 if place and doc[place - 1].lower_ in ("a", "an", "one") else place)
        value = _whole(round(self._shares[doc[place].lower_] / 100 * scale))
        return None if value is None else self._turned(first, place, last + 1, value, turn)

    def _scale(self, doc: Parsed, place: int) -> float | None:
        """What the word at `place` multiplies by; None where it does not."""
        word = doc[place].lower_ if place < len(doc) else ""
        return SCALES.get(word) or self._scales.get(word)

    def _read_share(self, doc: Parsed, place: int) -> Quantity | None:
        """"half of the town", "a third of"; other uses of these words are no figures."""
        if place + 1 >= len(doc) or doc[place + 1].lower_ != "of" or (place and doc[place - 1].pos_ == "ADJ"):
            return None
        if doc[place].lower_ != "half" and (not place or doc[place - 1].lower_ not in ("a", "one")):
            return None
        share = self._shares[doc[place].lower_]
        first, turn = self._bound(doc, place - 1 if doc[place].lower_ != "half" else place)
        whole = self._turned(min(first, place), place, place + 1, share, turn or "about")
        return Quantity(whole.first, place, place + 1, whole.low, whole.high, True, percent=True)

    def _is_number(self, token: Token) -> bool:
        word = token.lower_
        if word in ("a", "an"):
            return token.i > 0 and token.nbor(-1).lower_ == "including"
        return word in SMALL or word in SCALES or _digits(word)

    def _run(self, doc: Parsed, place: int) -> tuple[int, float | None]:
        """The number written in the tokens from `place` on, and the token after it."""
        if "-" in doc[place].text[1:]:
            parts = doc[place].lower_.split("-")
            return place + 1, number(parts)
        words: list[str] = []
        factor: float = 1
        last = place
        while last < len(doc) and len(words) < 12:
            word = doc[last].lower_
            if word in self._scales:
                factor, last = self._scales[word], last + 1
                break
            joins = word in ("-", "and") and words and last + 1 < len(doc) and self._joins(words[-1], word, doc[last + 1].lower_)
            if not joins and not (word in SMALL or word in SCALES or _digits(word)):
                break
            if words and _digits(word) and not joins:
                if not (len(word) == 3 and word.isdigit() and words[-1].isdigit() and len(words[-1]) <= 3):
                    break
                word = words.pop() + word
            words.append(word)
            last += 1
        if not words:
            return (last, factor) if last > place else (place + 1, None)
        value = number(words)
        half = tuple(token.lower_ for token in doc[last : last + 3]) == ("and", "a", "half")
        if value is not None and half and (scale := self._scale(doc, last + 3)):
            return last + 4, _whole((value + 0.5) * scale)
        return last, None if value is None else _whole(value * factor)

    @staticmethod
    def _joins(before: str, joiner: str, after: str) -> bool:
        """"twenty-five", "two hundred and six": the hyphen or "and" inside one number."""
        if joiner == "-":
            return before in SMALL and SMALL[before] >= 20 and after in SMALL and SMALL[after] < 10
        return before in SCALES and (after in SMALL)

    def _bound(self, doc: Parsed, place: int) -> tuple[int, str]:
        """Where the words before a number that turn it into an interval begin, and which way they turn it."""
        turn = ""
        first = place
        while first > 0:
            for length in range(min(_LOOK_BACK, first), 0, -1):
                phrase = tuple(doc[n].lower_ for n in range(first - length, first))
                if phrase in self._bounds:
                    found = self._bounds[phrase]
                    turn = turn if turn and found in ("exact", "about") else found if not turn or turn == "exact" else turn
                    first -= length
                    break
            else:
                if doc[first - 1].lower_ in ("a", "an") and doc[place].lower_ in (*self._scales, *SCALES):
                    first -= 1
                    continue
                break
        return first, turn

    def _after(self, doc: Parsed, last: int, turn: str) -> tuple[int, str]:
        """"5,000 or more", "20 or so"."""
        if last + 1 < len(doc) and doc[last].lower_ == "or" and doc[last + 1].lower_ in ("more", "so", "fewer", "less"):
            return last + 2, {"more": "over", "so": "about"}.get(doc[last + 1].lower_, "max")
        return last, turn


def _digits(word: str) -> bool:
    return word[:1].isdigit() and (digits(word) is not None or ("-" in word and number(word.split("-")) is not None))


def _whole(value: float | None) -> float | None:
    return int(value) if value is not None and value == int(value) else value
