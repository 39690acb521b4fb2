"""A move as found in the tree, before it is settled against the other moves of the report."""

from dataclasses import dataclass

from sayso.model.codes import MoveKind, Status
from sayso.reading.parsed import Token


@dataclass(slots=True)
class Found:
    """A move as found, with parties by id; `object` is the head of what it governs, `refers` marks "the deal" told again."""

    token: Token
    kind: MoveKind
    object: Token | None
    makers: tuple[str, ...]
    to: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    rule: str = ""
    negated: bool = False
    refers: bool = False
    status: Status | None = None
    anchor: Token | None = None
    """The pact whose time is the move's, where its own clause has none."""
    of_pact: bool = False
    """Whether it tells what becomes of a pact, whose sides its words need not name: "the truce collapsed"."""
