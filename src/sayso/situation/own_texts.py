"""What a side's own text tells only because others say it, and then calls untrue: "We have read that our troops shelled the town. These reports
are false." No statement stands in the second sentence, for the text speaks itself: what is told of the side in the first is denied by it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.situation.case import Sheet
from sayso.situation.denials import TALKS_OF, gainsays_that
from sayso.situation.origins import Origins
from sayso.situation.told import BEFORE, Told
from sayso.situation.words import fold, sentence_span

_OTHERS_SAY = re.compile(
    r"\b(?:reports|reported|claim(?:s|ed|ing)?|alleg\w+|accus(?:e|es|ed|ing|ations?)|rumou?r(?:s|ed)?|assert(?:s|ed|ions?)?|stor(?:y|ies)|charg(?:e|es|ed)"
    r"|suggest(?:s|ed|ions?)?|propaganda|lies|says?|said|writes?|written|wrote)\b"
)
_WE_SAY = re.compile(r"\bwe (?:have |had )?(?:\w+ly )?(?:said|say|report|reported|claim|claimed|announced|wrote|write)\b")
_TALK = rf"(?:{TALKS_OF}|lies|propaganda)"
_WE_DENY = re.compile(
    r"(?:we|it|the (?:\w+ ){1,3}?)(?: (?:strongly|firmly|categorically|totally|utterly|also))* "
    r"(?:deny|denies|reject|rejects|refute|refutes|dismiss|dismisses) (?:it|this|that|these|those|them|all of (?:it|this|that|them)"
    rf"|(?:this|that|these|those|the|all|any|such)(?: \w+){{0,2}}? {_TALK})(?: as\b.*| (?:\w+ly|outright|in full))? ?"
)
_SENTENCE = re.compile(r"\s*[^.!?\n]+")


def denied_by_its_own(sheet: Sheet, told: Sequence[Told], origins: Origins) -> list[Told]:
    """A report's told events; in a text of a side's own those that it tells as others' word, that are laid at its door, and that its next
    sentence denies, as its denials."""
    return list(_denied(sheet, told, origins))


def _denied(sheet: Sheet, told: Sequence[Told], origins: Origins) -> Iterator[Told]:
    for one in told:
        if one.event.type != "ASSAULT" or one.stand == "denies" or not one.doers.owners or not _others_say(one) or not _untrue(one):
            yield one
            continue
        own = origins.whose(sheet, None, one.event.trigger)
        if own.side is not None and own.owner in one.doers.owners and (one.whose.own or one.whose.owner != own.owner):
            days = one.days if one.days is None or one.days.stated else replace(one.days, first=one.days.last - BEFORE["denies"])
            yield replace(one, whose=own, stand="denies", denial=True, days=days)
        else:
            yield one


def _others_say(one: Told) -> bool:
    """Whether others say it: a statement of another's, or talk that is named before it in its sentence."""
    text, start = one.sheet.report.text, one.event.trigger[0]
    before = fold(text[sentence_span(text, one.event.trigger)[0] : start])
    return not one.whose.own or (_OTHERS_SAY.search(before) is not None and not _WE_SAY.search(before))


def _untrue(one: Told) -> bool:
    """Whether the next sentence says that it is not so."""
    text = one.sheet.report.text
    _, end = sentence_span(text, one.event.trigger)
    behind = _SENTENCE.match(text, end + 1)
    said = fold(behind.group()) if behind else ""
    return bool(said) and (gainsays_that(said) or _WE_DENY.fullmatch(said.strip()) is not None)
