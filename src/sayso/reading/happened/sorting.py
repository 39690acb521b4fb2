"""Which acts are events of the report: background words, acts inside names or credits and acts that another one already tells are left out."""

from collections.abc import Iterable, Iterator

from sayso.reading.happened.acts import Act
from sayso.reading.page import Page

_DEED = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"})


def worth_telling(acts: Iterable[Act], page: Page) -> Iterator[Act]:
    """The acts that are events of this page, in their order."""
    kept: dict[int, Act] = {}
    for act in acts:
        if page.skipped(act.token.idx) or _refused(act, kept) or (not act.verbal and _bare(act)):
            continue
        kept[act.token.i] = act
    yield from kept.values()


def _refused(act: Act, kept: dict[int, Act]) -> bool:
    """What is refused ("refuse to surrender") or agreed in general has no event of its own below the REJECT."""
    for step in act.standing.steps:
        if step.effect == "refuse" and not step.negated and step.token.i in kept:
            return True
    return False


def _bare(act: Act) -> bool:
    """A noun alone, with nobody who does it or suffers it and no verb that makes it happen."""
    token = act.token
    if act.type in _DEED:
        return False
    return not act.actors and not act.recipients and act.light is None
