"""What a named party is, by what it does: whoever shells and storms is an armed group, whatever its name says."""

from sayso.reading.page import Page

_ARMED = frozenset({"ASSAULT"})
_DONE = frozenset({"happened", "ongoing", "planned"})


def armed_by_deeds(page: Page) -> None:
    """Make armed groups of the named bodies of no known kind that the report tells to attack (a question after `happened`)."""
    for event in page.events:
        if event.type not in _ARMED or event.status not in _DONE:
            continue
        for party in event.actors:
            member = page.cast[party]
            if member.kind == "other" and member.by == "name":
                member.kind, member.by = "armed_group", "name+deed"
