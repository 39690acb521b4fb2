"""The moves of two sides by what they are about, so that their prisoners and their truce are two talks: "refused to swap" ends no ceasefire."""

from collections.abc import Iterator, Sequence

from sayso.model.codes import MoveKind
from sayso.situation.joining import Joined
from sayso.situation.made import Made
from sayso.situation.topics import own_topics, topics_of

_OF_A_DEAL: frozenset[MoveKind] = frozenset({"implement", "breach"})
"""What is done of the deal that was made last."""


def by_subject(moves: Sequence[Made]) -> Iterator[list[Made]]:
    """The moves of one round of talks, in order, in a group for each thing that they are about. What is asked for another thing makes the two
    one; a move that says of nothing goes with the last before it, first of its own report."""
    told = [_about(made) for made in moves]
    joined: Joined[str] = Joined()
    for subjects in told:
        for one in subjects:
            joined.join(min(subjects), one)
    group = {one: min(members) for members in joined.sets().values() for one in members}
    parts: dict[str, list[Made]] = {}
    last: dict[str, str] = {}
    agreed = ""
    first = next((group[min(subjects)] for subjects in told if subjects), "")
    before = first
    for made, subjects in zip(moves, told, strict=True):
        own = group[min(subjects)] if subjects else (made.move.kind in _OF_A_DEAL and agreed) or last.get(made.sheet.id, before)
        last[made.sheet.id] = before = own
        agreed = own if made.move.kind in ("agree", "accept") else agreed
        parts.setdefault(own, []).append(made)
    yield from parts.values()


def _about(made: Made) -> frozenset[str]:
    """By its own words and terms; where these say nothing, by its sentence, if that speaks of one thing alone."""
    around = topics_of(made)
    return own_topics(made) or (around if len(around) == 1 else frozenset())
