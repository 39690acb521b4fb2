"""One incident: what is claimed by whom, for and against, the figures of each source, how exact place and time are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

import numpy as np

from sayso.model import Reading
from sayso.model.situation import FigureRange, Incident
from sayso.view import amount_told, days, harmless, plain
from sayso.workbench.board import Board
from sayso.workbench.evidence import Grounds, by_stand
from sayso.workbench.joining import Joint, joints
from sayso.workbench.rows import DisputeRow, IncidentRow, by_name, dispute_row, incident_row

MOST_READ = 40
"""Reports whose words are shown; an incident told by more says how many are left out."""
_CHART = 240
_RULES = 12
_LIKE = 2000  # incidents among which the nearest in time are looked for
STANDS = {"asserts": "Who says so", "denies": "Who denies it", "unsure": "Who speaks of it as planned, demanded or possible"}


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A number by one source: who, as of when, how many, and its bar from `left` to `left + width` of the chart."""

    source: str
    stated: str
    amount: str
    left: float
    width: float
    open_ended: bool


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """All that the page shows."""

    row: IncidentRow
    actors: tuple[tuple[str, str], ...]
    recipients: tuple[tuple[str, str], ...]
    place: str
    place_address: str
    place_exact: str
    when_exact: str
    stands: tuple[tuple[str, str, tuple[Grounds, ...]], ...]
    figures: tuple[tuple[str, tuple[FigureLine, ...]], ...]
    disputes: tuple[DisputeRow, ...]
    others: tuple[IncidentRow, ...]
    reports: int
    left_out: int
    claims: int
    first: tuple[str, str]
    """The report and the event of the first claim: what stays the same when the incident's id does not."""
    people: tuple[Joint, ...]
    rules: tuple[Joint, ...]


def wanted(incident: Incident) -> list[str]:
    """The reports whose readings the page needs."""
    return list(dict.fromkeys(claim.report for claim in incident.claims))[:MOST_READ]


def incident_page(board: Board, incident: Incident, readings: Mapping[str, Reading]) -> IncidentPage:
    """Prepare an incident's page. `readings` are those that `wanted` names, by report."""
    stands = by_stand(board, (claim for claim in incident.claims if claim.report in readings), readings)
    reports = {claim.report for claim in incident.claims}
    people, rules = joints(board, incident)
    return IncidentPage(
        row=incident_row(board, incident),
        actors=tuple((party, board.party_in_full(party)) for party in incident.parties.actors),
        recipients=tuple((party, board.party_in_full(party)) for party in incident.parties.recipients),
        place=board.place(incident.place), place_address=f"/place/{quote(incident.place or '', safe='')}",
        place_exact=_place_exact(board, incident), when_exact=_when_exact(incident),
        stands=tuple((stand, STANDS.get(stand, stand), tuple(grounds)) for stand, grounds in stands.items()),
        figures=tuple((harmless(one.what), _lines(board, one)) for one in incident.figures),
        disputes=tuple(dispute_row(board, one, 12) for one in board.disputes_of.get(incident.id, ())),
        others=tuple(incident_row(board, one) for one in _near(board, incident)),
        reports=len(reports), left_out=len(reports - readings.keys()),
        claims=len(incident.claims), first=(incident.claims[0].report, incident.claims[0].fact), people=tuple(people), rules=tuple(rules[:_RULES]),
    )  # fmt: skip


def _place_exact(board: Board, incident: Incident) -> str:
    site = board.sites.get(incident.place or "")
    if site is None:
        return "no place told"
    if site.lat is None or site.lon is None:
        return f"{plain(site.kind)}, not found in the gazetteer: no point"
    if site.kind in ("country", "province", "district", "area", "river"):
        return f"somewhere in this {plain(site.kind)}: no nearer place is told"
    return f"{plain(site.kind)}, {site.lat:.3f}, {site.lon:.3f}"


def _when_exact(incident: Incident) -> str:
    when = incident.when
    if when is None:
        return "no time told"
    if not (when.earliest and when.latest):
        return "open at one end"
    span = (date.fromisoformat(when.latest[:10]) - date.fromisoformat(when.earliest[:10])).days
    return "to the day" if span == 0 else f"within {span + 1} days"


def _lines(board: Board, figure: FigureRange) -> tuple[FigureLine, ...]:
    """Each source's number beside the others, in the order in which they were given."""
    highest = max([x for f in figure.by_source for x in (f.min, f.max) if x is not None] or [1]) or 1
    lines = []
    for one in by_name(board, figure):
        low, high = one.min if one.min is not None else 0.0, one.max if one.max is not None else highest
        left = round(low / highest * _CHART, 1)
        width = max(3.0, round((high - low) / highest * _CHART, 1))
        lines.append(
            FigureLine(
                board.party(one.source), one.stated or "", amount_told(one.min, one.max), min(left, _CHART - width), width,
                one.min is None or one.max is None,
            )
        )  # fmt: skip
    return tuple(lines)


def _near(board: Board, incident: Incident) -> list[Incident]:
    """Others of the same kind between the same sides or at the same place, the nearest in time first."""
    facets, size = board.columns.facets, board.columns.size
    near = facets["place"].has(incident.place or "", size)
    sides = [facets["party"].has(party, size) for party in (*incident.parties.actors, *incident.parties.recipients)]
    if len(sides) > 1:
        near |= np.logical_and.reduce(sides)
    found = np.flatnonzero(near & facets["type"].has(incident.type, size))[:_LIKE]
    others = [board.incidents[n] for n in found if board.incidents[n].id != incident.id]
    return sorted(others, key=lambda one: (_apart(one, incident), one.id))[:6]


def _apart(one: Incident, other: Incident) -> int:
    if one.when is None or other.when is None or not days(one.when) or not days(other.when):
        return 10**6
    first, second = (date.fromisoformat((w.latest or w.earliest or "")[:10]) for w in (one.when, other.when))
    return abs((first - second).days)
