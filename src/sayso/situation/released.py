"""Captives set free as a step of talks: of those in which they are spoken of, for their captors' deed may be told without a word of talks."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sayso.situation.case import UNDATED
from sayso.situation.made import Made, Pair
from sayso.situation.rebuttal import SAYING_LITTLE
from sayso.situation.stories import NUMBERS
from sayso.situation.told import LONG, STEM
from sayso.situation.words import fold, sentence_around

RULE = "negotiated.freed"
"""The reader's rule for such a step; any other step carries out a deal of which its report speaks."""
_SINCE = 60  # days
_ANYBODY = SAYING_LITTLE - {"soldiers", "troops", "police", "civilians", "residents"} | frozenset(NUMBERS).union(
    "last first rest remaining dozen dozens hundreds scores several young least".split()
)
"""Words beside those who are freed, or for them, that may be said of any captives."""
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
    known = _by_stem(moves) if releases else {}
    placed = ((release, _talks_of(release, known)) for release in releases)
    return [*moves, *(replace(release, sides=pair) for release, pair in placed if pair is not None)]


def _by_stem(moves: Sequence[Made]) -> Mapping[str, Sequence[tuple[int, Pair]]]:
    """The sides of talks and the day of each move, by the stems of the words around it."""
    found: dict[str, list[tuple[int, Pair]]] = defaultdict(list)
    for made in moves:
        if made.sides and made.day != UNDATED:
            day = date.fromisoformat(made.day).toordinal()
            for stem in _stems(sentence_around(made.sheet.report.text, made.move.span)):
                found[stem].append((day, made.sides))
    return found


def _talks_of(release: Made, known: Mapping[str, Sequence[tuple[int, Pair]]]) -> Pair | None:
    if release.day == UNDATED:
        return None
    day = date.fromisoformat(release.day).toordinal()
    moves = (one for stem in _stems(_freed(release)) for one in known.get(stem, ()))
    fitting = {sides for when, sides in moves if 0 <= day - when <= _SINCE and (not release.sides or release.sides & sides)}
    return next(iter(fitting)) if len(fitting) == 1 else None


def _freed(made: Made) -> str:
    return made.move.terms[0].gives or "" if made.move.terms else ""


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in fold(text).split() if len(word) >= LONG and word not in _ANYBODY and not word.isdigit())
