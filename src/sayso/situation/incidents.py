"""Which tellings are of one incident: by day, place, kind of act and parties; text only where it is the same sentence.

Pairs that agree enough are joined, the surest first, as long as nothing in the two groups contradicts: days told that do not
meet, places that lie apart. Nothing depends on the order in which reports arrived.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from sayso.model import Interval
from sayso.model.codes import Status
from sayso.model.situation import Claim, FigureRange, Incident, Sides, Site, SourceFigure, Stand
from sayso.situation.identity import FIGHTERS, Identity, kilometres
from sayso.situation.origins import Origins, Whose
from sayso.situation.telling import Telling
from sayso.situation.words import short_id

ENOUGH = 2.5
WITHIN_ONE_REPORT = 3.5
"""More is asked of two events that one report tells apart."""
SAME_SITE_KM = 25.0
APART_KM = 60.0
_WIDE = frozenset({"country", "province", "area", "river"})
T = TypeVar("T")
_BUCKET = 40
"""With how many earlier tellings of one bucket each is compared: the work grows with the tellings, not with their pairs."""
_STANDS: dict[Status, Stand] = {"happened": "asserts", "ongoing": "asserts", "denied": "denies"}
_RANK: tuple[Status, ...] = ("happened", "ongoing", "planned", "demanded", "possible", "conditional", "denied")


@dataclass(slots=True)
class Group:
    """Tellings taken to be of one incident."""

    members: list[Telling]
    first: date | None = None
    last: date | None = None
    sites: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)


def group(tellings: list[Telling], sites: Mapping[str, Site]) -> list[list[Telling]]:
    """The tellings by incident, each list and all of them in the case's order."""
    scored = []
    for i, j in sorted(set(_candidates(tellings, sites))):
        score = _likeness(tellings[i], tellings[j], sites)
        same_report = tellings[i].sheet is tellings[j].sheet
        if score >= (WITHIN_ONE_REPORT if same_report else ENOUGH):
            scored.append((-score, i, j))
    groups = {i: _alone(t) for i, t in enumerate(tellings)}
    of = list(range(len(tellings)))
    for _, i, j in sorted(scored):
        a, b = _root(of, i), _root(of, j)
        if a != b and _may_join(groups[a], groups[b], sites):
            low, high = min(a, b), max(a, b)
            of[high] = low
            groups[low] = _joined(groups[low], groups.pop(high))
    return [sorted(g.members, key=lambda t: t.key) for _, g in sorted(groups.items())]


def _candidates(tellings: list[Telling], sites: Mapping[str, Site]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: of one family, near in time, at one place or with a party in common."""
    buckets: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        for key in _keys(telling, sites):
            bucket = buckets[key]
            for j in bucket[-_BUCKET:]:
                yield j, i
            bucket.append(i)


def _keys(telling: Telling, sites: Mapping[str, Site]) -> Iterator[tuple[str, ...]]:
    if telling.days is None:
        return
    day, steps = telling.days.first, 0
    site = sites.get(telling.site or "")
    while day <= telling.days.last and steps < 8:
        stamp = day.isoformat()
        if telling.site:
            yield telling.family, "at", telling.site, stamp
        if site is not None and site.lat is not None and site.lon is not None and site.kind not in _WIDE:
            yield telling.family, "near", f"{round(site.lat * 2)}:{round(site.lon * 2)}", stamp
        for party in sorted(telling.actors | telling.recipients)[:4]:
            yield telling.family, "by", party, stamp
        day += timedelta(days=1)
        steps += 1


def _likeness(a: Telling, b: Telling, sites: Mapping[str, Site]) -> float:
    """How much speaks for one incident; below zero where something speaks against it."""
    days, place = _day_score(a, b), _place_score(a.site, b.site, sites)
    if days is None or place is None:
        return -1.0
    score = days + place
    score += _shared(a.actors, b.actors, 1.0, -1.5) + _shared(a.recipients, b.recipients, 1.0, -0.7)
    if a.event.mode and b.event.mode:
        score += 0.5 if a.event.mode == b.event.mode else -0.7
    score += _sentence_score(a, b) + _figure_score(a, b)
    return score


def _day_score(a: Telling, b: Telling) -> float | None:
    if a.days is None or b.days is None:
        return 0.0
    gap = max((a.days.first - b.days.last).days, (b.days.first - a.days.last).days)
    if gap > (0 if a.days.told and b.days.told else 1):
        return None
    if a.days.told and b.days.told:
        return 1.5 if max(a.days.length, b.days.length) <= 3 else 0.3
    return 0.6


def _place_score(a: str | None, b: str | None, sites: Mapping[str, Site]) -> float | None:
    if a is None or b is None:
        return 0.0
    one, other = sites[a], sites[b]
    if a == b:
        return 0.5 if one.kind in _WIDE else 1.6
    distance = kilometres(one, other)
    wide = one.kind in _WIDE or other.kind in _WIDE
    if wide:
        return 0.2 if one.country == other.country else None
    if distance is None:
        return 0.0
    if distance <= SAME_SITE_KM:
        return 0.8
    return None if distance > APART_KM else -0.5


def _shared(a: frozenset[str], b: frozenset[str], together: float, apart: float) -> float:
    if not a or not b:
        return 0.0
    return together if a & b else apart


def _sentence_score(a: Telling, b: Telling) -> float:
    """Reused words: the same sentence in two reports tells the same act."""
    if a.sheet is b.sheet or not a.sentence or not b.sentence:
        return 0.0
    shared = len(a.sentence & b.sentence) / min(len(a.sentence), len(b.sentence))
    return 2.0 if shared >= 0.8 and min(len(a.sentence), len(b.sentence)) >= 8 else 0.5 if shared >= 0.5 else 0.0


def _figure_score(a: Telling, b: Telling) -> float:
    ours = {(f.min, f.max) for f in (a.sheet.figures[i] for i in a.event.figures) if f.min and f.min > 2}
    theirs = {(f.min, f.max) for f in (b.sheet.figures[i] for i in b.event.figures) if f.min and f.min > 2}
    return 0.8 if ours & theirs else 0.0


def _alone(telling: Telling) -> Group:
    told = telling.days if telling.days is not None and telling.days.told else None
    return Group(
        [telling], told.first if told else None, told.last if told else None, {telling.site} if telling.site else set(), {telling.sheet.id}
    )


def _may_join(a: Group, b: Group, sites: Mapping[str, Site]) -> bool:
    """Days told must meet, and no two places may lie apart."""
    if a.first and b.first and a.last and b.last and (a.first > b.last or b.first > a.last):
        return False
    return all(_place_score(x, y, sites) is not None for x in a.sites for y in b.sites)


def _joined(a: Group, b: Group) -> Group:
    """The days of a group are those that all its tellings allow."""
    first = max((d for d in (a.first, b.first) if d), default=None)
    last = min((d for d in (a.last, b.last) if d), default=None)
    return Group(a.members + b.members, first, last, a.sites | b.sites, a.reports | b.reports)


def _root(of: list[int], i: int) -> int:
    while of[i] != i:
        of[i] = of[of[i]]
        i = of[i]
    return i


# --- from a group to an incident ------------------------------------------------------------------------------------------


def incident_of(members: list[Telling], identity: Identity, origins: Origins) -> Incident:
    """The incident of a group of tellings: its claims, how many origins they come from, and what is told of it."""
    whose = [origins.whose(t.sheet, t.event.according_to) for t in members]
    claims = tuple(_claim(t, w, identity) for t, w in zip(members, whose, strict=True))
    owners_for = {w.owner for c, w in zip(claims, whose, strict=True) if c.stand == "asserts" and w.owner}
    owners_against = {w.owner for c, w in zip(claims, whose, strict=True) if c.stand == "denies" and w.owner}
    leading = members[0].event
    return Incident(
        id=short_id("I", members[0].sheet.id, leading.id),
        type=_most([t.event.type for t in members]),
        mode=_most([t.event.mode for t in members if t.event.mode]) if any(t.event.mode for t in members) else None,
        parties=Sides(actors=_parties(members, identity, "actors"), recipients=_parties(members, identity, "recipients")),
        place=_site(members, identity),
        when=_when(members),
        status=_status([c.status for c in claims]),
        claims=claims,
        origins_for=len(owners_for),
        origins_against=len(owners_against),
        unnamed=len({w.origin for c, w in zip(claims, whose, strict=True) if c.stand == "asserts" and w.unnamed}),
        parties_among_origins=sum(identity.kind(owner) in FIGHTERS for owner in owners_for),
        figures=_figures(members, whose),
    )


def _claim(telling: Telling, whose: Whose, identity: Identity) -> Claim:
    event = telling.event
    stand: Stand = _STANDS.get(event.status, "unsure")
    if event.hedged and stand == "asserts":
        stand = "unsure"
    return Claim(
        report=telling.sheet.id, event=event.id, according_to=event.according_to, speaker=whose.speaker, origin=whose.origin, side=whose.side,
        party_to_conflict=whose.side is not None and identity.kind(whose.side) in FIGHTERS, unnamed=whose.unnamed, stand=stand,
        status=event.status, hedged=event.hedged,
    )  # fmt: skip


def _parties(members: list[Telling], identity: Identity, role: str) -> tuple[str, ...]:
    """The parties that a telling gives this role, named ones alone where there are any."""
    counts: dict[str, int] = defaultdict(int)
    for telling in members:
        for actor in identity.actors_of(telling.sheet, getattr(telling.event, role)):
            counts[actor] += 1
    named = [a for a in counts if identity.named(a)]
    return tuple(sorted(named or counts, key=lambda a: (-counts[a], a)))


def _site(members: list[Telling], identity: Identity) -> str | None:
    """The narrowest place that is told most."""
    counts: dict[str, int] = defaultdict(int)
    for telling in members:
        if telling.site:
            counts[telling.site] += 1
    return min(counts, key=lambda s: (identity.sites[s].kind in _WIDE, -counts[s], s), default=None)


def _when(members: list[Telling]) -> Interval | None:
    told = [t.days for t in members if t.days is not None and t.days.told]
    if not told:
        return None
    first, last = max(d.first for d in told), min(d.last for d in told)
    if first > last:
        first, last = min(d.first for d in told), max(d.last for d in told)
    return Interval(earliest=first.isoformat(), latest=last.isoformat())


def _status(statuses: list[Status]) -> Status:
    counts = {s: statuses.count(s) for s in set(statuses)}
    sure = [s for s in counts if s in ("happened", "ongoing")]
    pool: list[Status] = [*sure] or [*counts]
    return min(pool, key=lambda s: (-counts[s], _RANK.index(s)))


def _most(values: list[T]) -> T:
    return min(values, key=lambda v: (-values.count(v), str(v)))


def _figures(members: list[Telling], whose: list[Whose]) -> tuple[FigureRange, ...]:
    found: dict[str, set[tuple[str, float | None, float | None, str | None]]] = defaultdict(set)
    for telling, word in zip(members, whose, strict=True):
        for figure in (telling.sheet.figures[i] for i in telling.event.figures):
            if figure.min is not None or figure.max is not None:
                found[figure.what].add((word.source, figure.min, figure.max, telling.sheet.published))
    return tuple(
        FigureRange(
            what=what,
            by_source=tuple(
                SourceFigure(source=s, min=low, max=high, stated=stated)
                for s, low, high, stated in sorted(rows, key=lambda r: (r[3] or "", r[0], r[1] or 0, r[2] or 0))
            ),
        )
        for what, rows in sorted(found.items())
    )
