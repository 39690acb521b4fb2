"""What others say, in the same report, on an event that it tells."""

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
