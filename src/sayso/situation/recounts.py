"""Counts that somebody gives of a deed that the same report has told, with no word for the deed: "the ministry put the toll at nine", "the rebels
spoke of thirty dead". They belong to the last deed of which somebody else has counted the same."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.situation.case import Sheet
from sayso.situation.counted import LATER, WHOLE_WAR, Counted, counted
from sayso.situation.loose import names_a_place
from sayso.situation.origins import Origins
from sayso.situation.remarks import Recount
from sayso.situation.told import Told
from sayso.situation.words import sentence_around, words

_VIOLENT = frozenset({"ASSAULT", "COERCE"})
_REACH = 700  # characters; what a longer text told before has had other things told after it


def recounted(sheet: Sheet, told: Sequence[Told], origins: Origins) -> list[Told]:
    """A report's told events, each with the counts that others give of it."""
    taken = {figure for one in told if one.event.type in _VIOLENT for figure in one.figures}
    found: dict[str, tuple[Recount, ...]] = defaultdict(tuple)
    for figure in sheet.reading.figures:
        statement = sheet.statements.get(figure.according_to or "")
        what = counted(" ".join(words(figure.what)))
        if statement is None or what is None or not (what.fate and what.of_people) or figure.id in taken:
            continue
        if (figure.min or 0) >= WHOLE_WAR or names_a_place(sheet, statement) or LATER.search(sentence_around(sheet.report.text, figure.span)):
            continue
        whose = origins.whose(sheet, statement.id, figure.span)
        before = [one for one in told if 0 < figure.span[0] - one.event.trigger[0] <= _REACH and _counts(one, what)]
        if before and whose.speaker is not None and before[-1].whose.source != whose.source:
            found[before[-1].event.id] += (Recount(figure.id, whose, statement.id),)
    return [replace(one, recounts=found[one.event.id]) if one.event.id in found else one for one in told]


def _counts(one: Told, what: Counted) -> bool:
    """Whether the same is counted of a deed."""
    if one.family != "ASSAULT" or one.stand != "asserts" or one.heads:
        return False
    own = (counted(" ".join(words(one.sheet.figures[figure].what))) for figure in one.figures)
    return any(other is not None and other.may_be(what) for other in own)
