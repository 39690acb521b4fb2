"""Who is said to hold, besiege, contest, take or lose which ground, in the order of time, and who denies it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from sayso.model import Control
from sayso.model.situation import GroundHeld, Incident, Ref
from sayso.situation.case import UNDATED, Sheet
from sayso.situation.identity import Identity
from sayso.situation.origins import Origins

_SIEGE = timedelta(days=60)
"""Whose a siege was so long before or after says nothing of whose it is."""


def ground(sheets: Iterable[Sheet], identity: Identity, origins: Origins) -> list[GroundHeld]:
    """By place and day. The same word of one origin on the same holder, place and relation is listed once, from its first report,
    with where it is told again."""
    first: dict[tuple[str | bool | None, ...], tuple[str, GroundHeld]] = {}
    again: dict[tuple[str | bool | None, ...], list[Ref]] = defaultdict(list)
    for sheet in sheets:
        for control in sheet.reading.control:
            holder = identity.actor(sheet, control.holder) if control.holder else None
            place = identity.site(sheet, control.place)
            whose = origins.whose(sheet, control.according_to)
            when = control.when
            day = ((when.latest or when.earliest) if when else None) or sheet.published or UNDATED
            held = GroundHeld(
                report=sheet.id, control=control.id, holder=holder, place=place, relation=control.relation, extent=control.extent,
                area_km2=control.area_km2, when=when, origin=whose.origin, source=whose.source, words=sheet.reading.words(control.span),
                denied=control.denied,
            )  # fmt: skip
            key = (holder, place, control.relation, control.extent, control.denied, whose.origin, when.to_json() if when else None)
            if key in first:
                again[key].append(Ref(report=sheet.id, fact=control.id))
            else:
                first[key] = (day[:10], held)
    listed = ((day, held.model_copy(update={"told_again": tuple(again[key])}) if key in again else held) for key, (day, held) in first.items())
    return list(_with_besiegers(sorted(listed, key=lambda one: (one[1].place or "", one[0], one[1].report, one[1].control))))


def _with_besiegers(held: Sequence[tuple[str, GroundHeld]]) -> Iterator[GroundHeld]:
    """A siege of which a report does not say whose it is ("the blockade goes on") is that of the one who besieges the place about that time by
    all others."""
    known: dict[str | None, list[tuple[date, str]]] = defaultdict(list)
    for day, one in held:
        if one.relation == "besieges" and one.holder is not None and not one.denied:
            known[one.place].append((date.fromisoformat(day), one.holder))
    for day, one in held:
        if one.relation == "besieges" and one.holder is None and one.place is not None and not one.denied:
            holders = {holder for since, holder in known[one.place] if abs(since - date.fromisoformat(day)) <= _SIEGE}
            yield one.model_copy(update={"holder": holders.pop()}) if len(holders) == 1 else one
        else:
            yield one


def with_denials(held: Iterable[GroundHeld], sheets: Iterable[Sheet], incidents: Iterable[Incident]) -> list[GroundHeld]:
    """The same ground with those who deny it: who denies the same of the same holder and place, or the act that the words tell."""
    held = list(held)
    saying_no: dict[tuple[str | None, ...], set[str]] = defaultdict(set)
    for one in held:
        if one.denied:
            saying_no[(one.holder, one.place, one.relation)].add(one.source)
    denied_acts: dict[tuple[str, str], set[str]] = {}
    for incident in incidents:
        deniers = {claim.speaker or claim.side or "unnamed" for claim in incident.claims if claim.stand == "denies"}
        if deniers:
            denied_acts.update(((claim.report, claim.fact), deniers) for claim in incident.claims if claim.stand == "asserts")
    told_in = {report for report, _ in denied_acts}
    telling = [sheet for sheet in sheets if sheet.id in told_in]
    acts = {(sheet.id, control.id): _acts(sheet, control, denied_acts) for sheet in telling for control in sheet.reading.control}
    found = []
    for one in held:
        deniers = saying_no[(one.holder, one.place, one.relation)] | acts.get((one.report, one.control), set())
        others = () if one.denied else tuple(sorted(deniers - {one.source}))
        found.append(one.model_copy(update={"denied_by": others}) if others else one)
    return found


def _acts(sheet: Sheet, control: Control, denied: Mapping[tuple[str, str], set[str]]) -> set[str]:
    """Who denies an act that the words of `control` tell."""
    start, end = control.span
    told = (event.id for event in sheet.reading.events if event.trigger[0] < end and start < event.trigger[1])
    return {who for event in told for who in denied.get((sheet.id, event), ())}
