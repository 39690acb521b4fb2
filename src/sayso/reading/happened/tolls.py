"""Counts that stand with no party of an event: "the toll of the shelling has risen to 11", "he said 40 soldiers had been killed in the battle".

They are the deed's that the same sentence tells in the same voice; of several the nearest's.
"""

from collections import defaultdict
from dataclasses import dataclass

from sayso.model import Event, Figure
from sayso.reading.page import Page

_BODILY = frozenset({"killed", "wounded", "dead"})
"""What an act of violence does to those who are counted."""
_WHOLE_WAR = 1000
"""A count as high is told of a war in passing, and seldom of one deed."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence of a page, and whose words those in question are."""

    sentence: int
    according_to: str | None


def with_tolls(events: list[Event], page: Page) -> list[Event]:
    """The events of a page, with the counts of dead and wounded that no event has."""
    taken = {figure for event in events for figure in event.figures}
    left = [one for one in page.figures if one.id not in taken and one.what.split(" ")[0] in _BODILY and (one.max or one.min or 0) < _WHOLE_WAR]
    if not left:
        return events
    violent: dict[_Place, list[Event]] = defaultdict(list)
    for event in events:
        if event.type == "ASSAULT" and event.status in ("happened", "ongoing"):
            violent[_Place(_sentence(page, event.trigger[0]), event.according_to)].append(event)
    added: dict[str, list[str]] = defaultdict(list)
    for figure in left:
        beside = violent.get(_Place(_sentence(page, figure.span[0]), figure.according_to), [])
        if beside:
            added[min(beside, key=lambda event: (_apart(event, figure), event.trigger)).id].append(figure.id)
    return [one.model_copy(update={"figures": (*one.figures, *added[one.id])}) if one.id in added else one for one in events]


def _sentence(page: Page, place: int) -> int:
    """Where the sentence begins in which a character stands."""
    token = next(iter(page.tokens(place, place + 1)), None)
    return token.sent.start_char if token is not None else place


def _apart(event: Event, figure: Figure) -> int:
    return max(figure.span[0] - event.trigger[1], event.trigger[0] - figure.span[1])
