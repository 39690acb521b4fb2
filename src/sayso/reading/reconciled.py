"""Where two questions read one act: an event takes from the move of talks that it is the sides that its own words do not name."""

from sayso.model import Event, Move
from sayso.model.codes import EventType, MoveKind
from sayso.reading.page import Page

_SAME_ACT: dict[EventType, frozenset[MoveKind]] = {
    "REQUEST": frozenset({"demand", "propose", "ultimatum"}),
    "REJECT": frozenset({"reject"}),
    "AGREE": frozenset({"agree", "accept", "offer"}),
}


_DEMANDED = "happened.request.demand"
_RULING = frozenset({"government", "state"})
_FIGHTING = frozenset({"armed_group", "military", "coalition"})


def reconciled(page: Page) -> None:
    """Fill in sides from moves; then leave out calls that are addressed to nobody: appeals (CAMEO 02) have no PLOVER type."""
    whole = [_filled(event, page) for event in page.events]
    page.events = [event for event in whole if event.type != "REQUEST" or event.recipients or _of_a_side(event, page)]


def _of_a_side(event: Event, page: Page) -> bool:
    """Whether a side of a war asks, of whomever: "the rebels demanded safe passage", or a government demands."""
    kinds = {page.cast[party].kind for party in event.actors}
    return bool(kinds & _FIGHTING) or (event.by.startswith(_DEMANDED) and bool(kinds & _RULING))


def _filled(event: Event, page: Page) -> Event:
    move = next((m for m in page.moves if m.kind in _SAME_ACT.get(event.type, ()) and _covers(m, event)), None)
    if move is None:
        return event
    carried = bool(move.from_) and set(event.actors) <= set(move.through)  # the words name the go-between, or nobody
    actors = tuple(p for p in move.from_ if p not in event.recipients) if carried else event.actors
    recipients = event.recipients or tuple(p for p in move.to if p not in actors)
    if (actors, recipients) == (event.actors, event.recipients):
        return event
    return event.model_copy(update={"actors": actors, "recipients": recipients, "by": event.by + "+move"})


def _covers(move: Move, event: Event) -> bool:
    return any(a <= event.trigger[0] and event.trigger[1] <= b for a, b in (move.span, *move.also))
