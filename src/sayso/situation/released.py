"""Captives set free as a step of talks: of those in which they are spoken of, for their captors' deed may be told without a word of talks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.situation.case import UNDATED
from sayso.situation.made import Made, Pair
from sayso.situation.words import fold, sentence_around

RULE = "negotiated.freed"
"""The reader's rule for such a step; any other step carries out a deal of which its report speaks."""
_SINCE = timedelta(days=60)
_STEM = 6
_SHORTEST = 4
_ANYBODY = frozenset({
    "last", "first", "rest", "remaining", "other", "others", "people", "five", "four", "seven", "nine", "three", "eight", "eleven", "twelve", "dozen",
    "dozens", "hundreds", "scores", "several", "young", "that", "they", "them", "their", "some", "with", "from", "more", "than", "least", "those",
})  # fmt: skip
_A_PART = re.compile(r"\b(?:first|some|several|many)\b|\b(?:\w+) (?:of|from) (?:the|its|their|his|about|some|\d+)\b")
_THE_REST = re.compile(r"\b(?:last|all|rest|remaining|both)\b")
_FREELY = re.compile(r"\b(?:gestures?|good ?will|sign of|token of|mercy|humanitarian grounds)\b")


def is_release(made: Made) -> bool:
    """Whether a move is told as a plain deed, the release of captives."""
    return made.move.by == RULE


def settles(made: Made) -> bool:
    """Whether all the captives of talks are free, and not as a gesture that leaves the talks open."""
    freed = fold(_freed(made))
    part = _A_PART.search(freed) is not None and _THE_REST.search(freed) is None
    return not part and _FREELY.search(fold(sentence_around(made.sheet.report.text, made.move.span))) is None


def with_releases(moves: Sequence[Made], releases: Sequence[Made]) -> list[Made]:
    """The moves of talks, and each release with the sides of the only talks of the two months before it that speak of those who were freed. A
    release of which no talks speak is no step of any."""
    placed = ((release, _talks_of(release, moves)) for release in releases)
    return [*moves, *(replace(release, sides=pair) for release, pair in placed if pair is not None)]


def _talks_of(release: Made, others: Sequence[Made]) -> Pair | None:
    named = _stems(_freed(release))
    if not named or release.day == UNDATED:
        return None
    day = date.fromisoformat(release.day)
    fitting = {
        made.sides for made in others
        if made.sides and made.day != UNDATED and timedelta(0) <= day - date.fromisoformat(made.day) <= _SINCE
        and (not release.sides or release.sides & made.sides)
        and named & _stems(sentence_around(made.sheet.report.text, made.move.span))
    }  # fmt: skip
    return next(iter(fitting)) if len(fitting) == 1 else None


def _freed(made: Made) -> str:
    return made.move.terms[0].gives or "" if made.move.terms else ""


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in fold(text).split() if len(word) >= _SHORTEST and word not in _ANYBODY and not word.isdigit())
