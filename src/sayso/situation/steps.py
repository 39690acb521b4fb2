"""Plain deeds that carry out what was asked or agreed: captives let go and lorries let through, joined to the talks about them.

No report need say that they come of any talks. Whoever or whatever is let go has to be spoken of where those talks are told."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sayso.model.steps import STEP
from sayso.situation.case import UNDATED
from sayso.situation.identity import Identity
from sayso.situation.made import Made, Pair
from sayso.situation.pause import PAUSE
from sayso.situation.words import words

_PLURAL = re.compile(r"[a-z]{4,}s|police|crew|staff|men|women|people|children|bodies|fuel|food|grain|aid")
_ANYBODY = frozenset({"people", "others", "members", "residents", "civilians", "hours", "days", "weeks", "months", "years", "forces"})
"""Words that tell nobody from anybody else."""


def is_step(made: Made) -> bool:
    """Whether a move is told as a plain deed."""
    return made.move.by == STEP


def with_steps(moves: Sequence[Made], steps: Iterable[Made], identity: Identity) -> Iterator[Made]:
    """The moves, and those steps that belong to just one of their talks: told before it of the same captives or goods, and not of other
    sides than the one that lets them go."""
    yield from moves
    told: dict[str, dict[Pair, list[Made]]] = defaultdict(lambda: defaultdict(list))
    own: dict[str, set[Made]] = defaultdict(set)
    for made in moves:
        for word in _spoken_of(made):
            told[word][made.sides].append(made)
        for word in _counted(made.sheet.reading.words(made.move.span)):
            own[word].add(made)
    for step in steps:
        named = {side for side in step.sides if identity.named(side)}
        fitting: dict[Pair, bool] = {}
        for word in sorted(_let_go(step)):
            for pair, before in told.get(word, {}).items():
                near = [one for one in before if _before(one, step)] if named <= pair else []
                if near:
                    fitting[pair] = fitting.get(pair, False) or any(one in own[word] for one in near)
        closest = [pair for pair, itself in fitting.items() if itself] or list(fitting)  # whose moves are about them, else told beside them
        if len(closest) == 1:
            yield replace(step, sides=closest[0])


def _let_go(step: Made) -> frozenset[str]:
    return _counted(" ".join(term.text or "" for term in step.move.terms))


def _spoken_of(made: Made) -> frozenset[str]:
    """Who and what the paragraph of a move speaks of."""
    text, (start, end) = made.sheet.report.text, made.move.span
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return _counted(text[first : last if last >= 0 else len(text)])


def _counted(text: str) -> frozenset[str]:
    return frozenset(word for word in words(text) if _PLURAL.fullmatch(word)) - _ANYBODY


def _before(made: Made, step: Made) -> bool:
    if UNDATED in (made.day, step.day) or (made.sheet.published or "") > (step.sheet.published or ""):
        return False
    return abs(date.fromisoformat(step.day) - date.fromisoformat(made.day)) <= PAUSE
