"""Talks across reports: moves between the same parties in order of time, a status derived from them, and what came before."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model import Move
from sayso.model.codes import MoveKind
from sayso.model.situation import Incident, Thread, ThreadMove, ThreadState, ThreadStatus
from sayso.situation.case import Sheet
from sayso.situation.identity import FIGHTERS, Identity
from sayso.situation.origins import Origins
from sayso.situation.words import short_id

VALUE: dict[MoveKind, ThreadStatus] = {
    "demand": "open", "offer": "open", "propose": "open", "mediate": "open", "meet": "open", "ultimatum": "open",
    "agree": "agreed", "accept": "agreed", "implement": "implemented", "reject": "refused", "deny_talks": "refused",
    "breach": "broken", "walk_out": "broken",
}  # fmt: skip
QUIET = timedelta(days=60)
"""After so long a silence the same parties' moves are other talks."""
AT_ONCE = timedelta(days=3)
"""Origins that disagree within so many days disagree; after that, the later word stands."""
_PRECEDENT_TYPES = frozenset({"AGREE", "RETREAT", "SUPPORT", "AID"})


@dataclass(frozen=True, slots=True)
class Told:
    """A move of a report, with its parties as they are across reports, and its day."""

    sheet: Sheet
    move: Move
    makers: tuple[str, ...]
    to: tuple[str, ...]
    through: tuple[str, ...]
    day: date | None
    origin: str
    owner: str

    @property
    def key(self) -> tuple[date, tuple[str, str], int]:
        """Order of time, then of the case."""
        return (self.day or date.max, self.sheet.order, self.move.span[0])


def threads(sheets: Iterable[Sheet], identity: Identity, origins: Origins, incidents: Sequence[Incident]) -> tuple[Thread, ...]:
    """All talks, the earliest first."""
    by_parties: dict[frozenset[str], list[Told]] = defaultdict(list)
    for sheet in sheets:
        for move in sheet.reading.moves:
            told = _told(sheet, move, identity, origins)
            by_parties[_pair(told, identity)].append(told)
    _lone_sides_join(by_parties)
    runs = [run for told in by_parties.values() for run in _runs(sorted(told, key=lambda t: t.key))]
    runs.sort(key=lambda run: run[0].key)
    found = [_thread(run, identity) for run in runs]
    return tuple(_with_precedents(thread, run, found, runs, incidents, identity) for thread, run in zip(found, runs, strict=True))


def _told(sheet: Sheet, move: Move, identity: Identity, origins: Origins) -> Told:
    whose = origins.whose(sheet, move.according_to)
    day = (move.when.earliest or move.when.latest) if move.when else None
    day = day or sheet.published
    return Told(
        sheet, move, identity.actors_of(sheet, move.from_), identity.actors_of(sheet, move.to), identity.actors_of(sheet, move.through),
        date.fromisoformat(day[:10]) if day else None, whose.origin, whose.owner or whose.origin,
    )  # fmt: skip


def _pair(told: Told, identity: Identity) -> frozenset[str]:
    """Between whom: the sides of the war among makers and addressees, else all of them."""
    sides = {identity.side(a) for a in (*told.makers, *told.to)}
    fighting = frozenset(s for s in sides if identity.kind(s) in FIGHTERS)
    return fighting or frozenset(sides)


def _lone_sides_join(by_parties: dict[frozenset[str], list[Told]]) -> None:
    """Moves that name one side only belong to that side's talks, where there is just one such pair."""
    for key in [k for k in sorted(by_parties, key=sorted) if len(k) < 2]:
        hosts = [k for k in sorted(by_parties, key=sorted) if len(k) > 1 and key <= k]
        if key and len(hosts) == 1:
            by_parties[hosts[0]] += by_parties.pop(key)


def _runs(told: list[Told]) -> list[list[Told]]:
    runs: list[list[Told]] = []
    for one in told:
        last = runs[-1][-1] if runs else None
        if last is None or (one.day and last.day and one.day - last.day > QUIET):
            runs.append([])
        runs[-1].append(one)
    return runs


def _thread(run: list[Told], identity: Identity) -> Thread:
    first = run[0]
    counts: dict[str, int] = defaultdict(int)
    for told in run:
        for side in {identity.side(a) for a in (*told.makers, *told.to)}:
            counts[side] += 1
    return Thread(
        id=short_id("T", first.sheet.id, first.move.id),
        parties=tuple(sorted(counts, key=lambda p: (-counts[p], p))),
        moves=tuple(_move(told) for told in run),
        status=_status(run),
    )


def _move(told: Told) -> ThreadMove:
    return ThreadMove(
        report=told.sheet.id, move=told.move.id, kind=told.move.kind, from_=told.makers, to=told.to, through=told.through,
        terms=told.move.terms, when=told.move.when, status=told.move.status, origin=told.origin,
        words=told.sheet.reading.words(told.move.span),
    )  # fmt: skip


def _status(run: list[Told]) -> tuple[ThreadState, ...]:
    """Each origin's last word that is recent enough to stand beside the latest; a set where they differ."""
    last: dict[str, Told] = {}
    for told in run:
        if told.move.status in ("happened", "ongoing", "denied"):
            last[told.owner] = told
    if not last:
        return (ThreadState(value="open", origins=tuple(sorted({t.origin for t in run}))),)
    latest = max(t.day or date.min for t in last.values())
    standing = [t for t in last.values() if latest - (t.day or date.min) <= AT_ONCE]
    values: dict[ThreadStatus, set[str]] = defaultdict(set)
    for told in standing:
        values[VALUE[told.move.kind]].add(told.origin)
    if len(values) > 1:
        values.pop("open", None)  # asking goes on beside any answer
    return tuple(ThreadState(value=v, origins=tuple(sorted(values[v]))) for v in sorted(values))


def _with_precedents(
    thread: Thread, run: list[Told], found: list[Thread], runs: list[list[Told]], incidents: Sequence[Incident], identity: Identity
) -> Thread:
    """Earlier talks and deals of the same parties, or of one of them."""
    start = run[0].day
    if start is None:
        return thread
    parties = set(thread.parties)
    earlier = [t.id for t, r in zip(found, runs, strict=True) if r[-1].day and start - r[-1].day > QUIET and parties & set(t.parties)]
    for incident in incidents:
        day = incident.when.latest if incident.when else None
        involved = {identity.side(a) for a in (*incident.parties.actors, *incident.parties.recipients)}
        if incident.type in _PRECEDENT_TYPES and parties & involved and day and start - date.fromisoformat(day[:10]) > QUIET:
            earlier.append(incident.id)
    return thread.model_copy(update={"precedents": tuple(dict.fromkeys(earlier))})
