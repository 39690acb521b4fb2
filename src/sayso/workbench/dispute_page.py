"""One dispute: each side with its words and its chain, beside the incident that it is about."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from sayso.model import Reading
from sayso.model.situation import Claim, Dispute
from sayso.workbench.board import Board
from sayso.workbench.evidence import Telling, telling_of
from sayso.workbench.rows import DisputeRow, IncidentRow, dispute_row, incident_row, sources_of

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Side:
    """What one source says, and the reports' words for it."""

    source: str
    party: str
    says: str
    denies: bool
    tellings: tuple[Telling, ...]
    more: int


@dataclass(frozen=True, slots=True)
class DisputePage:
    """All that the page shows."""

    row: DisputeRow
    incidents: tuple[IncidentRow, ...]
    sides: tuple[Side, ...]
    grounds: tuple[str, ...]


def dispute_page(board: Board, dispute: Dispute, reading_of: Callable[[str], Reading]) -> DisputePage:
    """Prepare a dispute's page."""
    incidents = [board.incidents[board.place_of[i]] for i in dispute.incidents if i in board.place_of]
    claims: dict[tuple[str, str | None], list[Claim]] = defaultdict(list)
    for claim in (claim for one in incidents for claim in one.claims):
        claims[claim.report, claim.fact].append(claim)
        if claim.stand == "denies":
            claims[claim.report, claim.according_to].append(claim)
    sides = []
    for side in dispute.sides:
        told = [(claims[ref.report, ref.fact], side.source) for ref in side.claims if (ref.report, ref.fact) in claims]
        mine = [next((c for c in same if source in sources_of(board, c)), same[0]) for same, source in told]
        readings = {c.report: reading_of(c.report) for c in mine[:_SHOWN]}
        tellings = tuple(t for c in mine[:_SHOWN] if (t := telling_of(board, c, readings)))
        party = side.source if side.source in board.parties else ""
        denies = any(c.stand == "denies" for c in mine)
        sides.append(Side(board.party_in_full(side.source), party, side.says, denies, tellings, max(0, len(mine) - len(tellings))))
    return DisputePage(dispute_row(board, dispute), tuple(incident_row(board, one) for one in incidents), tuple(sides), dispute.grounds)
