"""A move as one report tells it, with the two sides whose talks it belongs to."""

from dataclasses import dataclass

from sayso.model import Move
from sayso.model.codes import MoveKind
from sayso.situation.case import Sheet
from sayso.situation.origins import Whose

_COURSE: tuple[MoveKind, ...] = (
    "demand", "offer", "propose", "ultimatum", "mediate", "meet", "deny_talks", "accept", "agree", "reject", "walk_out", "implement", "breach",
)  # fmt: skip
"""The usual course of talks: the order of moves of one day."""

Pair = frozenset[str]


@dataclass(frozen=True, eq=False)
class Made:
    """A move as one report tells it."""

    sheet: Sheet
    move: Move
    whose: Whose
    sides: Pair
    """Between whom: the sides of the war that make or get the move, without others who take part where there are two of them."""
    day: str
    """When it was made as far as is known, else when it was told: an ISO date."""
    denied: bool
    """Whether somebody denies it, in whose statement another's word of it is told again."""
    named: Pair = frozenset()
    """All who are named as making, getting or passing it on, as the sides they belong to."""
    others: frozenset[str] = frozenset()
    """Of a denial, the names in its words that are no party's."""
    via: frozenset[str] = frozenset()
    """Who goes between the sides, as far as the move's own words do not say so."""
    own: Pair = frozenset()
    """The sides that its own report gives it, before others say who is meant or left out."""
    spare: Pair = frozenset()
    """Those among them who are neither a power nor a public body (a company), where one side fights: a side only if nobody else is."""
    recalled: bool = False
    """Whether the report only speaks of a deal that there was, in a clause about something else, and does not say when it was made."""
    over: bool = False
    """Whether it tells in the same breath that there is no such deal any more."""

    @property
    def order(self) -> tuple[str, int, str, str, int, str]:
        """By day, then the usual course of talks, then publication and text."""
        return (self.day, _COURSE.index(self.move.kind), *self.sheet.order, self.move.span[0], self.move.id)
