"""The deed of a headline is that which the report below it tells first: it was done on its day, and what is told again is the deed below."""

from collections.abc import Mapping
from dataclasses import replace

from sayso.reading.happened.alike import same_place
from sayso.reading.happened.recalled import BLASTS, Trigger
from sayso.reading.happened.telling import AS_DONE, agree
from sayso.reading.happened.told import DATE_CARRIED, Told, counts_otherwise
from sayso.reading.page import Page

_HEADLINE = "headline"
_BELOW = 4
"""Within so many sentences of the headline, bylines and datelines among them, stands what it tells of."""


def leads(told: list[Told], page: Page) -> dict[Trigger, Trigger]:
    """The deed that each deed of the headline stands for, both by their triggers."""
    head = [one for one in told if page.part(one.trigger[0]) == _HEADLINE and one.status in AS_DONE]
    body = [one for one in told if page.part(one.trigger[0]) != _HEADLINE] if head else []
    found: dict[Trigger, Trigger] = {}
    for one in head:
        reach = one.act.token.sent.number + _BELOW
        first = next((o for o in body if o.type == one.type and o.status in AS_DONE and o.act.token.sent.number <= reach), None)
        if first is not None and _one_deed(one, first, page):
            found[one.trigger] = first.trigger
    return found


def led(told: list[Told], found: Mapping[Trigger, Trigger]) -> list[Told]:
    """Let a headline's deed without a day have that of the deed it stands for."""
    if not found:
        return told
    days = {trigger: one.when for one in told for trigger in (one.trigger, *one.also)}
    whens = [days.get(found.get(one.trigger, one.trigger)) if one.when is None else None for one in told]
    return [
        replace(one, when=when, inferred=(*one.inferred, DATE_CARRIED)) if when is not None else one for one, when in zip(told, whens, strict=True)
    ]


def _one_deed(head: Told, first: Told, page: Page) -> bool:
    modes = {head.mode, first.mode} - {None}
    if not agree(head.actors, first.actors) or not (len(modes) < 2 or modes <= BLASTS):
        return False
    if same_place(head.place, first.place, page) is None or (head.when and first.when and head.when != first.when):
        return False
    return not counts_otherwise((head.act, *head.retold), (first.act, *first.retold))
