"""Where in its report a claim is told."""

from sayso.model import Reading, Span
from sayso.model.situation import Claim


def words_of(reading: Reading, claim: Claim) -> Span | None:
    """The words of a claim: its event's trigger; the denial itself where somebody denies what the report tells on another's word. None
    where the reading has the event no more."""
    event = next((one for one in reading.events if one.id == claim.event), None)
    if event is None:
        return None
    if claim.stand == "denies" and event.status != "denied":
        return next((one.content[0] for one in reading.statements if one.id == claim.according_to and one.content), event.trigger)
    return event.trigger
