"""Ground that two sources give to two holders on one day: "the bridge is ours", "the bridge is in the army's hands"."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sayso.model.codes import EventType
from sayso.model.situation import Dispute, DisputeSide, GroundHeld, Incident, Ref
from sayso.situation.case import UNDATED
from sayso.situation.identity import Identity
from sayso.situation.joining import Joined
from sayso.situation.rebuttal import power_of
from sayso.situation.words import fold, name_key, short_id

_OF_GROUND: frozenset[EventType] = frozenset({"ASSAULT", "RETREAT"})
"""Types of the incidents in which ground changes hands."""
_ANYBODYS = frozenset({"fighters", "forces", "troops", "men", "soldiers", "units"})
_MEANT = re.compile(r"\b(?:will|would|determined to|(?:plan|aim|want|intend|seek|hop|vow|pledg|tr[yi]|prepar)\w* to)\b")
"""Of ground: what somebody means to take he has not."""
_LATER = 3
"""Days after one has taken ground in which another who has it gainsays that; after more it may have been taken back."""


class _Word(NamedTuple):
    """That somebody holds a place, or has taken it, on somebody's word as of a day; comparable with others on the same place."""

    day: int
    holds: bool
    holder: str
    """The topmost organisation that has the place."""
    owner: str
    """Whose word it is."""
    country: str
    """The place's, as far as it was found; else blank."""

    def gainsays(self, other: "_Word") -> bool:
        """Whether this word, the later one, cannot stand beside the other: one of the two is said by the holder itself."""
        if not self.holds or self.owner == other.owner or self.holder == other.holder:
            return False
        if self.country and other.country and self.country != other.country:
            return False
        own = self.owner == self.holder or other.owner == other.holder
        return own and self.day - other.day <= (0 if other.holds else _LATER)


def rival_holders(
    held: Iterable[GroundHeld], published: Mapping[str, str | None], identity: Identity, known: Collection[tuple[str, str]]
) -> Iterator[Dispute]:  # fmt: skip
    """A dispute for each place and time at which two have it. `published` gives the day of each report, `known` who speaks in the disputes
    about what was done at which places: whether the town was taken is not told twice."""
    by_place: dict[str, dict[_Word, list[GroundHeld]]] = defaultdict(lambda: defaultdict(list))
    for one in held:
        word = _word(one, published.get(one.report), identity)
        if word is not None and one.place is not None:  # by its name: one report's place may have been found and another's not
            by_place[name_key(identity.sites[one.place].name)][word].append(one)
    for place, said in sorted(by_place.items()):
        joined: Joined[_Word] = Joined()
        for earlier, later in _gainsaid(sorted(said)):
            joined.join(earlier, later)
        for words in joined.sets().values():
            if all(any((word.owner, one.place) in known for one in said[word]) for word in words):
                continue
            claims = [one for word in sorted(words) for one in said[word]]
            firsts: dict[str, str] = {}
            for word in words:
                days = (published.get(one.report) or "" for one in said[word])
                firsts[word.holder] = min(firsts.get(word.holder, UNDATED), *days)
            since = max(firsts.values())
            first = claims[0]
            id_ = short_id("D", "status", place, first.report, first.control)
            yield Dispute(id=id_, incidents=(), kind="status", sides=tuple(_sides(claims)), since=since or None)


def speaking(incident: Incident, dispute: Dispute, identity: Identity) -> Iterator[tuple[str, str]]:
    """Whose word stands in a dispute about what was done at which place, within an incident that may be one of ground taken."""
    if incident.type in _OF_GROUND and incident.place is not None:
        yield from ((identity.owner(side.source), incident.place) for side in dispute.sides)


def _word(one: GroundHeld, published: str | None, identity: Identity) -> _Word | None:
    kept = one.denied and one.relation == "lost"  # who denies that he has lost it says that he has it
    if one.denied != kept or not (kept or one.relation in ("holds", "took")) or one.extent != "whole":
        return None
    if one.holder is None or one.source == "unnamed" or (one.relation == "took" and _MEANT.search(fold(one.words))):
        return None
    when = (one.when.latest or one.when.earliest) if one.when else None
    day, owner = when or published, identity.owner(one.source)
    holder = identity.owner(one.holder) if identity.named(one.holder) else _of_its_own(one.holder, one.source, owner, identity)
    if day is None or holder is None or one.place is None:
        return None
    country = identity.sites[one.place].country or ""
    if kept and owner != holder:
        return None
    return _Word(date.fromisoformat(day[:10]).toordinal(), kept or one.relation == "holds", holder, owner, country)


def _of_its_own(holder: str, source: str, owner: str, identity: Identity) -> str | None:
    """Whom somebody who fights means by "its fighters" and "the army": the own side; by "the rebels" only where it is of that kind."""
    theirs, own = power_of(identity.kind(holder)), power_of(identity.kind(identity.side(source)))
    return owner if own and theirs and (own == theirs or fold(identity.name(holder)) in _ANYBODYS) else None


def _gainsaid(words: Sequence[_Word]) -> Iterator[tuple[_Word, _Word]]:
    for at, earlier in enumerate(words):
        for later in words[at + 1 :]:
            if later.day - earlier.day > _LATER:
                break
            if later.gainsays(earlier):
                yield earlier, later


def _sides(claims: Sequence[GroundHeld]) -> Iterator[DisputeSide]:
    by_source: dict[str, list[GroundHeld]] = defaultdict(list)
    for one in claims:
        by_source[one.source].append(one)
    for source, told in sorted(by_source.items()):
        yield DisputeSide(source=source, says=told[0].words, claims=tuple(Ref(report=one.report, fact=one.control) for one in told))
