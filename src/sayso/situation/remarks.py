"""What a report says of a deed beside the words that tell it: who denies it or tells of it as well, who counts its dead otherwise, who is
said to have done it."""

from dataclasses import dataclass

from sayso.model import Span
from sayso.situation.origins import Whose


@dataclass(frozen=True, slots=True)
class Answer:
    """Another's word, in the same report, on an event told there: a denial ("Moscow denied the reports"), or one who tells of it as well."""

    statement: str
    whose: Whose
    span: Span


@dataclass(frozen=True, slots=True)
class Recount:
    """A count that somebody gives, in the same report, of a deed that somebody else tells there: "the rebels spoke of thirty dead"."""

    figure: str
    whose: Whose
    statement: str


@dataclass(frozen=True, slots=True)
class Attributed:
    """Somebody's word, beside the words that tell a deed, on who did it."""

    doer: str
    """The topmost organisation of whoever is said to have done it."""
    whose: Whose
    fact: str
    """The event that the word rests on: the deed that is claimed, or the accusation."""
    span: Span
    claimant: str | None = None
    """Who claims it for himself, as a party of the report; None where somebody else says so."""

    @property
    def own(self) -> bool:
        """Whether who says so claims it for himself."""
        return self.claimant is not None
