"""An act of a text: a predicate with its sense, who does it to whom, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reading.happened.senses import LEARNT, Sense
from sayso.reading.happened.status import Standing
from sayso.reading.parsed import Token


@dataclass(slots=True)
class Act:
    """A predicate in its sentence. Actors and recipients are head nouns, not yet parties."""

    token: Token
    sense: Sense
    standing: Standing
    actors: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)
    light: Token | None = None
    """The verb that carries a noun: "launched" in "launched an attack"."""
    carried: bool = False
    """Whether that verb only carries the noun ("launch", "hold", "suffer")."""
    takes: Act | None = None
    """The noun whose act this verb's sense already tells: "agreement" in "signed an agreement"."""

    type: str = field(init=False)
    """The PLOVER type of the sense."""
    verbal: bool = field(init=False)
    """Whether the predicate is a verb."""

    learnt: bool = field(init=False)
    """Whether the finder gave its sense, and no row of the lexicon."""

    def __post_init__(self) -> None:
        row = self.sense.row
        self.type, self.verbal, self.learnt = row.type, row.pos == "v", row.sense.startswith(LEARNT)
