"""Where in its report a claim is told."""

from sayso.model import Reading, Span
from sayso.model.situation import Claim


def words_of(reading: Reading, claim: Claim) -> Span | None:
    """The words of a claim: its event's trigger; the denial itself where somebody denies what the report tells on another's word, or denies
    a deed without a word for it. None where the reading has them no more."""
    if claim.statement is not None:
        return next((one.content[0] for one in reading.statements if one.id == claim.statement and one.content), None)
    event = next((one for one in reading.events if one.id == claim.event), None)
    if event is None:
        return None
    if claim.stand == "denies" and event.status != "denied":
        return next((one.content[0] for one in reading.statements if one.id == claim.according_to and one.content), event.trigger)
    return event.trigger
