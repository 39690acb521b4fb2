"""How many were killed in an incident, by the figures that its reports give."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.export.bounds import Count, added, count_of, highest, larger, written
from sayso.export.material import Material
from sayso.export.rows import EventRow
from sayso.lexicon.time_rows import CountWordRow
from sayso.model.situation import FigureRange, Incident
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
        high=highest(totals.values()),
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


def _by_source(killed: list[FigureRange], vague: Mapping[_Bounds, str]) -> dict[tuple[str, str], Count]:
    """For each source and day its whole count: fighters and civilians added up, or the people that it counts in one."""
    counts: dict[tuple[str, str], dict[str, Count]] = defaultdict(dict)
    for one in killed:
        group = _group(one.what)
        for figure in one.by_source:
            groups = counts[figure.source, figure.stated or ""]
            count = count_of(figure)
            if (fold(one.what), figure.min, figure.max) in vague:
                count = count._replace(best=None)
            groups[group] = larger(groups.get(group), count)
    return {key: _total(groups) for key, groups in counts.items()}


def _total(groups: dict[str, Count]) -> Count:
    parts = [groups[name] for name in ("fighters", "civilians") if name in groups]
    return larger(groups.get("people"), added(parts)) if parts else groups["people"]


def _group(what: str) -> str:
    heads = set(words(what))
    return "fighters" if heads & _FIGHTERS else "civilians" if heads & _CIVILIANS else "people"


def _said(material: Material, killed: list[FigureRange], vague: Mapping[_Bounds, str]) -> str:
    parts = []
    for one in killed:
        for figure in one.by_source:
            actor, count = material.actors.get(figure.source), count_of(figure)
            source, day = actor.name if actor else figure.source, f" ({figure.stated})" if figure.stated else ""
            told = vague.get((fold(one.what), figure.min, figure.max))
            parts.append(f"{source}: {written(count)} {one.what}{f', told as “{told}”' if told else ''}{day}")
    return " | ".join(parts)
