"""Ground taken is a deed, too: an event for each taking that no event tells."""

from sayso.model import Control, Event
from sayso.reading.happened.days import long_ago
from sayso.reading.page import Page
from sayso.reading.parsed import Token

_PARTICLES = frozenset({"back", "over"})


def taken(page: Page, control: Control, verb: Token) -> Event | None:
    """The taking of ground that a verb tells ("took back the town, which the rebels had seized"); None where an event has the verb already."""
    start, end = verb.idx, verb.idx + len(verb)
    last = next((child for child in verb.rights if child.lower_ in _PARTICLES and child.i == verb.i + 1), verb)
    if control.relation != "took" or verb.pos_ != "VERB" or long_ago(control.when, page.published):
        return None
    if any(_tells(event, start, end) for event in page.events):
        return None
    return Event(
        id=f"E{len(page.events) + 1}", type="ASSAULT", trigger=(start, last.idx + len(last)),
        actors=(control.holder,) if control.holder else (),
        place=control.place, when=control.when, status="denied" if control.denied else "happened", according_to=control.according_to,
        confidence=0.6, by=f"{control.by}",
    )  # fmt: skip


def _tells(event: Event, start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in (event.trigger, *event.also))
