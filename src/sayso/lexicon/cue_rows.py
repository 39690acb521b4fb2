"""The row type of the cues: words that mark something as said."""

import re
from dataclasses import dataclass
from typing import ClassVar, Literal

from sayso.lexicon.table import Row
from sayso.model.codes import Channel, Stance

_VOWELS = frozenset("aeiou")
CUE_FRAMES = frozenset("clause quote insert np to ing np_to of for with count name seen thought that whose".split())


@dataclass(frozen=True, slots=True)
class CueRow(Row):
    """A word that marks something as said. `frames`: what follows it; `forms`: inflected forms that are not regular."""

    TABLE: ClassVar[str] = "cues"
    KEY: ClassVar[tuple[str, ...]] = ("cue", "pos")

    cue: str
    pos: Literal["verb", "noun", "prep"]
    stance: Stance
    frames: tuple[str, ...]
    forms: tuple[str, ...] = ()
    channel: Channel | None = None

    def check(self) -> None:
        """Only frames that the reading knows."""
        unknown = sorted(set(self.frames) - CUE_FRAMES)
        if unknown or not self.frames:
            raise ValueError(f"{self.cue}: frames are some of {', '.join(sorted(CUE_FRAMES))}; got {', '.join(unknown) or 'none'}")

    def first_words(self) -> set[str]:
        """The first word of the cue in each form that a text may have it in, in lower case."""
        first = self.cue.lower().split()[0]
        if self.pos == "verb":
            return {first, *self.forms} | _verb_forms(first)
        return {first, _plural(first), *self.forms} if self.pos == "noun" else {first}


@dataclass(frozen=True, slots=True)
class StanceRow(Row):
    """Words inside what is said that tell its stance where the cue itself is a plain one. A `*` stands for any ending, `(a|b)` for either."""

    TABLE: ClassVar[str] = "stances"
    KEY: ClassVar[tuple[str, ...]] = ("phrase",)

    phrase: str
    stance: Stance
    of: Literal["any", "first person", "own", "adversary", "vowed"] = "any"

    def check(self) -> None:
        """Brackets in pairs, none inside another, and a bar only between them."""
        if not re.fullmatch(r"[^()|]*(?:\([^()]+\)[^()|]*)*", self.phrase):
            raise ValueError(f"{self.phrase}: write alternatives as (a|b), with nothing in brackets inside them")


@dataclass(frozen=True, slots=True)
class ChannelRow(Row):
    """Words beside a cue that tell how the words were given out: a regular expression between word boundaries, case ignored."""

    TABLE: ClassVar[str] = "channels"
    KEY: ClassVar[tuple[str, ...]] = ("words",)

    words: str
    channel: Channel

    def check(self) -> None:
        """Only what is a regular expression."""
        try:
            re.compile(self.words)
        except re.error as error:
            raise ValueError(f"{self.words}: not a regular expression ({error})") from None


CUE_ROWS: tuple[type[Row], ...] = (CueRow, StanceRow, ChannelRow)


def _verb_forms(verb: str) -> set[str]:
    """The regular forms of an English verb: "carry" gives carries, carried, carrying."""
    if verb.endswith("e"):
        return {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return {verb, third, verb + "ed", verb + "ing"}


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")
