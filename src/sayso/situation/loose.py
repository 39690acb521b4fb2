"""Counts of dead and wounded that the reader has with no event: "it said shells had hit the camp and that it had counted 16 dead"."""

from collections import defaultdict
from collections.abc import Mapping

from sayso.model import Event, Span, Statement
from sayso.situation.case import Sheet
from sayso.situation.counted import counted
from sayso.situation.words import sentence_span, words

_FATES = frozenset({"killed", "wounded"})


def loose_figures(sheet: Sheet) -> Mapping[str, tuple[str, ...]]:
    """By event, the figures that belong to no event and stand in its sentence, in the same mouth, where it is the only violence there."""
    taken = {figure for event in sheet.reading.events for figure in event.figures}
    found: dict[str, list[str]] = defaultdict(list)
    for figure in sheet.reading.figures:
        what = counted(" ".join(words(figure.what))) if figure.id not in taken else None
        if what is not None and what.fate in _FATES:
            deed = _only_deed(sheet, figure.span)
            if deed is not None:
                found[deed].append(figure.id)
    return {event: tuple(figures) for event, figures in found.items()}


def names_a_place(sheet: Sheet, statement: Statement) -> bool:
    """Whether what somebody says names a place: a count in it may be that place's."""
    said = set(words(" ".join(sheet.reading.words(span) for span in statement.content)))
    return any(said.issuperset(words(place.name)) for place in sheet.reading.places)


def _only_deed(sheet: Sheet, span: Span) -> str | None:
    start, end = sentence_span(sheet.report.text, span)
    inside = [event for event in sheet.reading.events if event.type == "ASSAULT" and start <= event.trigger[0] < end]
    if len(inside) != 1 or inside[0].status not in ("happened", "ongoing"):
        return None
    return inside[0].id if _in_the_same_mouth(sheet, inside[0], span) else None


def _in_the_same_mouth(sheet: Sheet, event: Event, span: Span) -> bool:
    holding = [s.id for s in sheet.reading.statements if any(start <= span[0] < end for start, end in s.content)]
    return event.according_to in holding if event.according_to else not holding
