"""What a rule about ground found: who, which relation, where, and the words that say so."""

from dataclasses import dataclass

from sayso.model.codes import Relation


@dataclass(frozen=True, slots=True)
class Claim:
    """One holding, siege or change of hands. `place` is a place of the atlas; `span` offsets of the words it was read from."""

    relation: Relation
    holder: str | None
    place: str | None
    span: tuple[int, int]
    rule: str
    confidence: float
    negated: bool = False
    """Told by what did not happen: "has not fallen"."""
