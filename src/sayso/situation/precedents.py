"""What came before talks: earlier talks, deals and evacuations of the same parties, with how they ended."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.model.codes import EventType
from sayso.model.situation import Incident, Precedent, ThreadState
from sayso.situation.case import UNDATED, Sheet
from sayso.situation.identity import Identity
from sayso.situation.made import Made, Pair
from sayso.situation.moves import PAUSE, shifted
from sayso.situation.words import sentence_around

OF_TALKS: frozenset[EventType] = frozenset({"AGREE", "CONCEDE", "RETREAT", "AID", "CONSULT"})
_MOST = 50
"""Of each kind the newest so many are recalled: one's talks are not measured by the hundredth convoy before them."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Round:
    """Talks with their id, parties and status."""

    id: str
    moves: Sequence[Made]
    parties: Pair
    status: tuple[ThreadState, ...]


@dataclass(frozen=True, slots=True)
class _Earlier:
    """Something that may be a precedent: its last day, its place in the list, and what to show of it."""

    day: str
    at: int
    of: Round | Incident


class Precedents:
    """The talks, deals and evacuations of a case by pair of sides, and by side and report."""

    def __init__(self, rounds: Sequence[Round], incidents: Iterable[Incident], identity: Identity, by_id: Mapping[str, Sheet]) -> None:
        self._identity = identity
        self._sheets = by_id
        self._rounds: dict[Key, list[_Earlier]] = defaultdict(list)
        self._settled: dict[Key, list[_Earlier]] = defaultdict(list)
        for at, one in enumerate(rounds):
            if one.moves[-1].day != UNDATED:
                reports = {made.sheet.id for made in one.moves}
                self._enter(self._rounds, _Earlier(one.moves[-1].day, at, one), one.parties, reports)
        for at, incident in enumerate(incidents):
            last = incident.when.latest if incident.when else None
            if incident.type in OF_TALKS and incident.status in ("happened", "ongoing") and last:
                sides = {identity.side(actor) for actor in (*incident.parties.actors, *incident.parties.recipients)}
                self._enter(self._settled, _Earlier(last[:10], at, incident), sides, {claim.report for claim in incident.claims})
        for index in (self._rounds, self._settled):
            for found in index.values():
                found.sort(key=lambda one: (one.day, one.at))

    def of(self, part: Round) -> Iterator[Precedent]:
        """What came before these talks: of the same parties, or of one of them where a report of these talks recalls it. Parties that only
        a description names ("rebels") may be others each time."""
        for one in self._before(self._rounds, part):
            if isinstance(one, Round):
                last = one.moves[-1]
                ended = " or ".join(state.value for state in one.status) or "unknown"
                words = sentence_around(last.sheet.report.text, last.move.span)
                yield Precedent(id=one.id, of="thread", words=words, when=last.move.when, ended=ended)
        for one in self._before(self._settled, part):
            if isinstance(one, Incident):
                sheet = self._sheets[one.claims[0].report]
                words = sentence_around(sheet.report.text, sheet.events[one.claims[0].fact].trigger)
                ended = "carried out" if one.type in ("RETREAT", "AID") else one.status
                yield Precedent(id=one.id, of="incident", words=words, when=one.when, ended=ended)

    def _enter(self, index: dict[Key, list[_Earlier]], one: _Earlier, sides: Iterable[str], reports: Iterable[str]) -> None:
        named = self._named(sides)
        for key in (*combinations(named, 2), *((side, report) for side in named for report in reports)):
            index[key].append(one)

    def _before(self, index: Mapping[Key, Sequence[_Earlier]], part: Round) -> list[Round | Incident]:
        """The newest of an index before the first day of these talks, in the index's order."""
        first = part.moves[0].day
        if first == UNDATED:
            return []
        last = shifted(first, -PAUSE.days)
        named = self._named(part.parties)
        keys = [*combinations(named, 2), *((side, report) for side in named for report in {made.sheet.id for made in part.moves})]
        found: dict[int, _Earlier] = {}
        for key in keys:
            known = index.get(key, ())
            end = bisect_left(known, last, key=lambda one: one.day)
            found.update({one.at: one for one in known[max(0, end - _MOST) : end]})
        newest = sorted(found.values(), key=lambda one: (one.day, one.at))[-_MOST:]
        return [one.of for one in sorted(newest, key=lambda one: one.at)]

    def _named(self, sides: Iterable[str]) -> list[str]:
        return sorted({side for side in sides if self._identity.named(side)})
