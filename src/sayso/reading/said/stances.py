"""The stance of a statement: the cue's own, or what its words show where the cue is a plain one."""

import re
from collections.abc import Callable

from sayso.lexicon import Lexicon
from sayso.lexicon.cue_rows import StanceRow
from sayso.model.codes import PartyKind, Stance

_ORDER: tuple[Stance, ...] = ("reject", "threaten", "deny", "warn", "offer", "demand", "promise", "accuse", "estimate")
_ADVERSARIES: frozenset[PartyKind] = frozenset({"armed_group", "coalition", "state", "government", "military", "party"})
_SOBER: frozenset[PartyKind] = frozenset({"monitor", "outlet"})
_HELPERS: frozenset[PartyKind] = frozenset({"ngo", "io", "monitor", "outlet", "agency"})
_FRAMES = {
    "first person": r"^\W*(?:(?:but|and|so|yes|certainly|today|now),? )*"
    r"(?:(?:in|on|by|within|after|before|tomorrow|tonight|soon|next|from|until)\b[^.;:?!\"]{{0,40}}?,? )?"
    r"(?:we|i)(?:\s+\w+ly)?\s*(?:{})\b(?! not| never)",
    "vowed": r"^\W*(?:to (?:\w+ly )?)?(?:{})\b",
    "own": r"^\W*(?:we|i|it|he|she|they|our|its|their|his|her)\b[^.;:?!]{{0,60}}?\b(?:{})\b",
}
"""What the words of a speaker about himself look like."""
_ITS_WILL = r"|^(?:it|he|she|they) would (?!not|never|be|have|like|prefer)"
""" "It would" stands for the "we will" of a promise in reported speech."""


class Stances:
    """Tells the stance of what is said."""

    def __init__(self, lexicon: Lexicon) -> None:
        phrases: dict[tuple[Stance, str], list[str]] = {}
        for row in lexicon.rows(StanceRow):
            phrases.setdefault((row.stance, row.of), []).append(_pattern(row.phrase))
        self._tests = [
            (stance, of, re.compile(_frame(stance, of).format("|".join(found))))
            for (stance, of), found in sorted(phrases.items(), key=lambda item: _ORDER.index(item[0][0]))
        ]

    def of(self, content: str, given: Stance, kind: PartyKind | None, activist: bool, meant: Callable[[Stance, int, int], bool]) -> Stance:
        """The stance of `content`. `kind` is the speaker's; `activist`: whether activists speak.

        `meant`: whether words at a place in it show that the speaker himself takes a stance.
        """
        if given == "accuse" and content.startswith(_OPEN):
            return "say"
        if given not in ("say", "warn", "promise"):
            return given
        small = _small(content)  # the expressions are thrice as fast as where they look for either case
        for stance, of, pattern in self._tests:
            if (of == "vowed") != (given == "promise"):
                continue
            if given == "warn" and stance != "threaten":
                continue  # "warned that it would strike back" threatens
            if of == "adversary" and not (activist or kind in _ADVERSARIES or (kind is not None and kind not in _SOBER and kind != "ngo")):
                continue
            if of == "own" and kind in _HELPERS:
                continue
            if any(of in _FRAMES or meant(stance, *found.span()) for found in pattern.finditer(small)):
                return stance
        return given


def _small(text: str) -> str:
    """The text in small letters, of the same length."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _frame(stance: Stance, of: str) -> str:
    """The expression around the phrases of a stance."""
    return _FRAMES.get(of, r"\b(?:{})\b") + (_ITS_WILL if (stance, of) == ("promise", "first person") else "")


_OPEN = ("whether ", "if ", "why ", "how ", "what ")
"""What is asked accuses nobody yet: "question whether it was an accident"."""
_MEANT = {"*": r"\w*", " ": r"\s+", "'": "['\u2019]", "(": "(?:", ")": ")", "|": "|"}
"""What signs of the table mean; any other stands for itself."""


def _pattern(phrase: str) -> str:
    return "".join(_MEANT.get(sign) or re.escape(sign) for sign in phrase.lower())
