"""Incidents, disputes and talks as lines of a page: plain data for the templates."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.model.situation import Claim, Dispute, DisputeSide, FigureRange, FollowedForecast, GroundHeld, Incident, SourceFigure, Thread
from sayso.view import STATUS, amount_told, days, deed, disowning, grounds, harmless, quad, relation
from sayso.workbench.board import Board


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident on one line. `marks` are the signs of what it rests on, each a kind of origin."""

    id: str
    deed: str
    code: str
    quad: int
    who: str
    whom: str
    place: str
    when: str
    status: str
    status_words: str
    words: str
    marks: tuple[str, ...]
    grounds: str
    figures: tuple[str, ...]
    contested: bool
    reports: int


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute: what it is about, and what each side says."""

    id: str
    kind: str
    about: str
    since: str
    sides: tuple[tuple[str, str, str, str], ...]
    """The side's id, its name, what it says, and the sign of what it does: "independent" asserts, "against" denies; empty where each says
    something of its own."""
    more: int
    chance: int
    """In a hundred, where no rule tells it but learnt weights; else 0."""


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """Talks on one line: between whom, how they stand and on whose word, the last move."""

    id: str
    between: str
    states: tuple[tuple[str, int], ...]
    moves: int
    last: str
    when: str


DISPUTED = {
    "denied": "whether it happened so", "figures": "how many", "actor": "who did it", "place": "where", "time": "when", "status": "how it stands",
}  # fmt: skip


def incident_row(board: Board, one: Incident) -> IncidentRow:
    """An incident's line."""
    return IncidentRow(
        id=one.id, deed=deed(one.type, one.mode), code=f"{one.type} {one.mode or ''}".strip(), quad=quad(one.type),
        who=names(board, one.parties.actors, disowned=disowning(one)), whom=names(board, one.parties.recipients),
        place=board.place(one.place), when=days(one.when),
        status=one.status, status_words=STATUS[one.status], words=board.words.get(one.id, ""), marks=marks(one), grounds=grounds(one),
        figures=tuple(figure(counted, board.party) for counted in one.figures[:3]),
        contested=one.id in board.disputes_of or one.origins_against > 0,
        reports=len({claim.report for claim in one.claims}),
    )  # fmt: skip


def marks(one: Incident) -> tuple[str, ...]:
    """A sign for each origin: independent ones, parties to the conflict, those against, those unnamed; at most eight of a kind."""
    parties = one.parties_among_origins
    return (
        *("independent",) * min(8, one.origins_for - parties), *("side",) * min(8, parties), *("unnamed",) * min(8, one.unnamed),
        *("against",) * min(8, one.origins_against),
    )  # fmt: skip


def names(board: Board, parties: Sequence[str], most: int = 3, disowned: Collection[str] = ()) -> str:
    """Parties' names in a row, with a word on those who deny what they are told to have done; empty where nobody is named."""
    shown = ", ".join(board.party(one) + (" (denies it)" if one in disowned else "") for one in parties[:most])
    return shown + (f" and {len(parties) - most} more" if len(parties) > most else "")


def by_name(board: Board, one: FigureRange) -> list[SourceFigure]:
    """The numbers by source, each once for each name and as of the first day: the doctor of a text and the one of its copy are one."""
    first: dict[tuple[str, float | None, float | None], SourceFigure] = {}
    for given in one.by_source:
        first.setdefault((board.party(given.source), given.min, given.max), given)
    return list(first.values())


def figure(one: FigureRange, named: Callable[[str], str]) -> str:
    """A counted thing with the range over its sources, never an average: "dead: 12 to at least 17, by 2 sources". "At least 21" beside "21"
    says no more than that. `named` gives a source's name: those of one name are one."""
    exact = {f.min for f in one.by_source if f.min == f.max}
    told = [f for f in one.by_source if not (f.max is None and f.min in exact)]
    amounts = list(dict.fromkeys(amount_told(f.min, f.max) for f in sorted(told, key=lambda f: (f.min or 0, f.max or 0))))
    sources = len({named(f.source) for f in one.by_source})
    span = amounts[0] if len(amounts) == 1 else f"{amounts[0]} to {amounts[-1]}"
    return harmless(f"{one.what}: {span}") + (f", by {sources} sources" if sources > 1 else "")


def dispute_row(board: Board, dispute: Dispute, most: int = 3) -> DisputeRow:
    """A dispute's line, with its first sides. Those who deny come after those who assert, and both are shown."""
    sides: dict[tuple[str, str], str] = {}
    for side in _mixed(dispute):  # the doctor of a text and the one of its copy say the same
        sides.setdefault((board.party(side.source), harmless(side.says)), side.source)
    denying = _denying(board, dispute)
    unlike = [(source, name, says, _sign(dispute, source, denying)) for (name, says), source in sides.items()]
    return DisputeRow(
        id=dispute.id, kind=DISPUTED[dispute.kind], about=disputed(board, dispute), since=dispute.since or "",
        sides=tuple(unlike[:most]), more=len(unlike[most:]), chance=round(100 * (dispute.chance or 0)),
    )  # fmt: skip


def _denying(board: Board, dispute: Dispute) -> frozenset[str]:
    """The sides of a dispute that deny: those whose claims do in the incident that it is about."""
    incidents = [board.incidents[board.place_of[one]] for one in dispute.incidents if one in board.place_of]
    denials = [claim for one in incidents for claim in one.claims if claim.stand == "denies"]
    said = {(claim.report, fact, who) for claim in denials for fact in (claim.fact, claim.according_to) for who in sources_of(board, claim)}
    return frozenset(side.source for side in dispute.sides if any((ref.report, ref.fact, side.source) in said for ref in side.claims))


def sources_of(board: Board, claim: Claim) -> set[str]:
    """By what names the side of a dispute may go that rests on a claim: two claims may rest on one event, of who tells it and of who denies it."""
    origin = board.origins.get(claim.origin)
    named = (claim.speaker, claim.side, origin.owner if origin else None)
    return {"unnamed", *(who for who in named if who)} if claim.unnamed else {who for who in named if who}


def _sign(dispute: Dispute, source: str, denying: Collection[str]) -> str:
    if dispute.kind != "denied" or not denying:
        return ""
    return "against" if source in denying else "independent"


def disputed(board: Board, dispute: Dispute) -> str:
    """What a dispute is about: its first incident, or the talks; of ground the words of its first side say it."""
    first = next((board.incidents[board.place_of[i]] for i in dispute.incidents if i in board.place_of), None)
    if first is not None:
        return about(board, first)
    between = [board.threads[one].parties for one in dispute.threads if one in board.threads]
    return f"talks: {names(board, between[0])}" if between else harmless(dispute.sides[0].says)


def _mixed(dispute: Dispute) -> list[DisputeSide]:
    """The sides from both ends inwards: the model lists those who assert first and those who deny last."""
    sides = list(dispute.sides)
    if dispute.kind != "denied":
        return sides
    found: list[DisputeSide] = []
    while sides:
        found.append(sides.pop(0 if len(found) % 2 == 0 else -1))
    return found


def about(board: Board, one: Incident) -> str:
    """An incident in a few words: "shelling: army → rebels, Qasr, 2024-03-11"."""
    who, whom = names(board, one.parties.actors, disowned=disowning(one)), names(board, one.parties.recipients)
    sides = " → ".join(x for x in (who, whom) if x) if who else f"of {whom}" if whom else ""
    named = deed(one.type, one.mode) + (f": {sides}" if sides else "")
    return ", ".join(x for x in (named, board.place(one.place), days(one.when)) if x)


def thread_row(board: Board, thread: Thread) -> ThreadRow:
    """The line of some talks."""
    last = thread.moves[-1]
    return ThreadRow(
        id=thread.id, between=" and ".join(board.party(p) for p in thread.parties), moves=len(thread.moves),
        states=tuple((state.value, len(state.origins)) for state in thread.status), last=harmless(last.words), when=days(last.when),
    )  # fmt: skip


def latest_first(board: Board, threads: Sequence[Thread]) -> list[Thread]:
    """Talks by the day of the last report that tells of them: their own days are often not told."""
    return sorted(threads, key=lambda one: max(board.heads[move.report].published or "" for move in one.moves), reverse=True)


class GroundLine(NamedTuple):
    """Ground held, in words: `kind` is the relation's code, `denied` whether the source denies it, `denied_by` who else does."""

    holder: str
    kind: str
    relation: str
    place: str
    when: str
    address: str
    source: str
    denied: bool
    denied_by: str


def ground_line(board: Board, one: GroundHeld) -> GroundLine:
    """The line of ground that somebody is said to have."""
    place = board.place(one.place) or "ground without a name"
    area = f", {one.area_km2:g} km²" if one.area_km2 else ""
    holder, told = board.party(one.holder), board.heads[one.report].published
    return GroundLine(
        holder, one.relation, relation(one.relation, one.extent, holder), place + area, days(one.when) or (f"as of {told}" if told else ""),
        fact_address(one.report, "control", one.control), _source(board, one.source, one.report), one.denied,
        ", ".join(_source(board, who, one.report) for who in one.denied_by),
    )  # fmt: skip


def _source(board: Board, source: str, report: str) -> str:
    return f"an unnamed source ({board.heads[report].outlet})" if source == "unnamed" else board.party(source)


def forecast_line(board: Board, one: FollowedForecast) -> tuple[str, str, str, str, str]:
    """A forecast: outcome, due, by whom, its words, address of its words."""
    by = board.party(one.by) if one.by else board.heads[one.report].outlet
    return one.outcome, days(one.due), by, harmless(one.words), fact_address(one.report, "forecasts", one.forecast)


def fact_address(report: str, layer: str, fact: str) -> str:
    """The page where a fact's words are lit."""
    return f"/report/{report}?layer={layer}&fact={fact}#w-{fact}"
