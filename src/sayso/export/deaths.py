"""How many were killed in an incident, by the figures that its reports give."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.export.material import Material
from sayso.export.rows import EventRow
from sayso.lexicon.time_rows import CountWordRow
from sayso.model.situation import FigureRange, Incident, SourceFigure
from sayso.situation.words import fold, words

_KILLED = "killed"
_FIGHTERS = frozenset(
    "fighter fighters militant militants soldier soldiers troop troops gunman gunmen rebel rebels insurgent insurgents combatant combatants "
    "jihadist jihadists terrorist terrorists policeman policemen police officer officers serviceman servicemen personnel guard guards "
    "mercenary mercenaries commander commanders attacker attackers bomber bombers".split()
)
_CIVILIANS = frozenset(
    "civilian civilians child children woman women girl girls boy boys resident residents villager villagers family families worker workers "
    "journalist journalists protester protesters student students refugee refugees doctor doctors medic medics farmer farmers "
    "worshipper worshippers passenger passengers shopper shoppers baby babies".split()
)


class _Count(NamedTuple):
    """A count's bounds, and the number to put where only one fits: the lower bound, or n of "about n"; None for "dozens", which say no number."""

    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Deaths:
    """Deaths as bounds. `best` is None where no report gives a number, and where the figures or the incident are disputed.

    `low` and `high` are the lowest and the highest that any source gives; None is an open end.
    """

    best: int | None
    low: int | None
    high: int | None
    civilians: int | None
    disputed: bool
    said: str
    """Every figure by its source: "River Observatory: 14 killed civilians (2019-03-02) | Army: 3 killed fighters"."""


def deaths_of(material: Material, incident: Incident, events: Sequence[EventRow]) -> Deaths:
    """The deaths of an incident, `events` being those that tell it. A later count replaces an earlier one; counts of one day by different
    sources must all hold."""
    killed = [one for one in incident.figures if one.what.startswith(_KILLED)]
    vague = _vague(material, events)
    totals = _by_source(killed, vague)
    last = max((stated for _, stated in totals), default="")
    newest = [count for (_, stated), count in totals.items() if stated == last]
    best = max((count.best for count in newest if count.best is not None), default=None)
    apart = best is not None and any(count.high is not None and count.high < best for count in newest)
    quarrel = any(
        dispute.kind == "denied" or (dispute.kind == "figures" and any(side.says.startswith(_KILLED) for side in dispute.sides))
        for dispute in material.disputes_of.get(incident.id, ())
    )
    disputed = bool(totals) and (apart or quarrel or incident.origins_against > 0 or material.denied_beside(incident))
    of_civilians = [_by_source([one], vague) for one in killed if _group(one.what) == "civilians"]
    civilians = max((c.best for counts in of_civilians for (_, day), c in counts.items() if day == last and c.best is not None), default=None)
    return Deaths(
        best=None if disputed else best,
        low=min((count.low for count in totals.values() if count.low is not None), default=None),
        high=_highest(count.high for count in totals.values()),
        civilians=None if disputed else civilians,
        disputed=disputed,
        said=_said(material, killed, vague),
    )


_Bounds = tuple[str, float | None, float | None]


def _vague(material: Material, events: Iterable[EventRow]) -> dict[_Bounds, str]:
    """The words of figures that say no number ("dozens", "scores"): of what is counted and its bounds, which are ours by convention."""
    known = {one.word for one in material.lexicon.rows(CountWordRow) if one.kind == "vague"}
    found: dict[_Bounds, str] = {}
    numbered: set[_Bounds] = set()
    for event in events:
        for one in (figure for figure in event.reading.figures if figure.id in event.event.figures):
            said = known & set(event.reading.words(one.span).lower().split()) if one.max is None else set()
            bounds = fold(one.what), one.min, one.max
            if said:
                found.setdefault(bounds, " ".join(sorted(said)))
            else:
                numbered.add(bounds)
    return {bounds: said for bounds, said in found.items() if bounds not in numbered}


def _by_source(killed: list[FigureRange], vague: Mapping[_Bounds, str]) -> dict[tuple[str, str], _Count]:
    """For each source and day its whole count: fighters and civilians added up, or the people that it counts in one."""
    counts: dict[tuple[str, str], dict[str, _Count]] = defaultdict(dict)
    for one in killed:
        group = _group(one.what)
        for figure in one.by_source:
            groups = counts[figure.source, figure.stated or ""]
            count = _count(figure)
            if (fold(one.what), figure.min, figure.max) in vague:
                count = count._replace(best=None)
            groups[group] = _larger(groups.get(group), count)
    return {key: _total(groups) for key, groups in counts.items()}


def _group(what: str) -> str:
    heads = set(words(what))
    return "fighters" if heads & _FIGHTERS else "civilians" if heads & _CIVILIANS else "people"


def _count(figure: SourceFigure) -> _Count:
    low, high = figure.min, figure.max
    if low is not None and high is not None and low < high and abs(low / 0.9 - high / 1.1) < 0.01:  # "about n" comes as n give or take a tenth
        return _Count(int(low), round(low / 0.9), round(high))
    return _Count(None if low is None else round(low), None if low is None else round(low), None if high is None else round(high))


def _larger(known: _Count | None, here: _Count) -> _Count:
    """The larger of two counts of one group by one source: the smaller is a part of it ("14 civilians, five children among them")."""
    return here if known is None else max(known, here, key=lambda count: (count.low or 0, count.high or 0))


def _total(groups: dict[str, _Count]) -> _Count:
    parts = [groups[name] for name in ("fighters", "civilians") if name in groups]
    if not parts:
        return groups["people"]
    best = None if any(c.best is None and c.low is not None for c in parts) else _sum(c.best for c in parts)
    added = _Count(_sum(c.low for c in parts), best, _all_or_none(c.high for c in parts))
    return _larger(groups.get("people"), added)


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _all_or_none(values: Iterable[int | None]) -> int | None:
    known = list(values)
    return None if None in known else _sum(known)


def _highest(values: Iterable[int | None]) -> int | None:
    bounds = list(values)
    known = [bound for bound in bounds if bound is not None]
    return max(known) if known and len(known) == len(bounds) else None


def _written(count: _Count) -> str:
    if count.low == count.high:
        return str(count.best)
    return f"{'?' if count.low is None else count.low}-{'?' if count.high is None else count.high}"


def _said(material: Material, killed: list[FigureRange], vague: Mapping[_Bounds, str]) -> str:
    parts = []
    for one in killed:
        for figure in one.by_source:
            actor, count = material.actors.get(figure.source), _count(figure)
            source, day = actor.name if actor else figure.source, f" ({figure.stated})" if figure.stated else ""
            told = vague.get((fold(one.what), figure.min, figure.max))
            parts.append(f"{source}: {_written(count)} {one.what}{f', told as “{told}”' if told else ''}{day}")
    return " | ".join(parts)
