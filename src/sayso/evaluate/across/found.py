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
    above: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Of each party that the lexicon knows, by its folded names, the party and the organisations above it, the topmost last."""
    powers: frozenset[str] = frozenset()
    """The governments, armies and police that the lexicon knows."""

    def one(self, source: str | None) -> str | None:
        """The organisation that a source of the gold is counted as."""
        return self._above(source)[-1] if source is not None else None

    def by_name(self, gold: str, names: Iterable[str]) -> bool:
        """Whether a party of these names is the one that the gold names."""
        return any(self._above(gold)[0] == self._above(name)[0] or fold(gold) == fold(name) for name in names)

    def of_one_side(self, gold: str, names: Iterable[str]) -> bool:
        """Whether one of two parties is a part of the other, or both are powers of one state."""
        ours, theirs = self._above(gold), [self._above(name) for name in names]
        return any(ours[0] in other or other[0] in ours or (ours[-1] == other[-1] and {ours[0], other[0]} <= self.powers) for other in theirs)

    def _above(self, name: str) -> Sequence[str]:
        return self.above.get(fold(name), [name])

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


def best_of(found: Found, facts: Sequence[Fact], spots: Sequence[Spot]) -> list[Fact]:
    """The facts that share most with the spots; none where none shares anything."""
    scored = [(found.touches(fact, spots), fact) for fact in facts]
    top = max((shared for shared, _ in scored), default=0)
    return [fact for shared, fact in scored if shared == top] if top else []


def best(found: Found, facts: Sequence[Fact], spots: Sequence[Spot]) -> Fact | None:
    """The first of them."""
    return next(iter(best_of(found, facts, spots)), None)


def _spans(reading: Reading) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    spans |= {one.id: [one.trigger, *one.also] for one in reading.events}
    spans |= {one.id: [one.span, *one.also] for one in reading.moves}
    spans |= {one.id: list(one.content) for one in reading.statements}
    for layer in (reading.figures, reading.control, reading.forecasts):
        spans |= {one.id: [one.span] for one in layer}
    return spans
