"""What was found: the readings of a campaign's reports and its Situations, indexed for the measures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.evaluate.across.gold import Row, Spot
from sayso.evaluate.counting import overlap
from sayso.model import Reading, Span
from sayso.situation.words import fold

Fact = tuple[str, str]
"""A report's id and a fact's id in its reading."""


@dataclass(frozen=True, slots=True)
class Found:
    """Readings by report id; the Situation at the end, and as of each date that the gold asks for, in the contract's JSON."""

    readings: Mapping[str, Reading]
    last: Row
    as_of: Mapping[str, Row]
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the lexicon calls the parties that it knows, by id: a coder may write any of it."""
    tops: Mapping[str, str] = field(default_factory=dict)
    """The topmost organisation of each party that the lexicon knows, by its folded names."""

    def one(self, source: str | None) -> str | None:
        """The organisation that a source of the gold is counted as."""
        return self.tops.get(fold(source), source) if source is not None else None

    def spans(self, fact: Fact) -> list[Span]:
        """All stretches of its report that a fact rests on, the telling one first; none for an unknown fact."""
        reading = self.readings.get(fact[0])
        if reading is None:
            return []
        return _spans(reading).get(fact[1], [])

    def words(self, fact: Fact) -> str:
        """The words that a fact rests on first."""
        return next((self.readings[fact[0]].words(span) for span in self.spans(fact)), "")

    def touches(self, fact: Fact, spots: Iterable[Spot]) -> int:
        """How many characters a fact shares with the nearest of the spots."""
        spans = self.spans(fact)
        return max((overlap(span, spot.span) for spot in spots if spot.report == fact[0] for span in spans), default=0)


def best(found: Found, facts: Sequence[Fact], spots: Sequence[Spot]) -> Fact | None:
    """The fact that shares most with the spots, the first of equals; None where none shares anything."""
    scored = [(found.touches(fact, spots), fact) for fact in facts]
    top = max(scored, key=lambda one: one[0], default=(0, None))
    return top[1] if top[0] else None


def _spans(reading: Reading) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    spans |= {one.id: [one.trigger, *one.also] for one in reading.events}
    spans |= {one.id: [one.span, *one.also] for one in reading.moves}
    spans |= {one.id: list(one.content) for one in reading.statements}
    for layer in (reading.figures, reading.control, reading.forecasts):
        spans |= {one.id: [one.span] for one in layer}
    return spans
