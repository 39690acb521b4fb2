"""Whether an official of whom a report names no state is one of the state that the report is about."""

import re

from sayso.model import Party
from sayso.situation.case import Sheet
from sayso.situation.words import fold, words

NOT_OF_STATE = re.compile(r"\b(?:shadow|opposition|rebels?|de facto)\b")
_CAPITAL = re.compile(r"\b[A-Z]\w+")
_OF_WHERE = re.compile(r" (?:of|for|in) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*")
_TITLES = frozenset(
    "the an governor minister ministry police prosecutor government deputy vice prime first chief interior foreign defence defense home"
    " information justice spokesman spokeswoman spokesperson commissioner commander general inspector attorney public provincial regional"
    " district state federal national security mr mrs ms dr".split()
)
"""What titles are made of: a capital of any other word may be that of another country."""


def of_this_state(party: Party, sheet: Sheet) -> bool:
    """Whether nothing that a report calls an official by is of another country or of rebels: no "French foreign minister", no "minister of
    France"."""
    text = sheet.report.text
    ends = ((start, end, _OF_WHERE.match(text, end)) for start, end in party.mentions)
    said = " ".join([*(role.title for role in party.roles), *(text[start : after.end() if after else end] for start, end, after in ends)])
    if NOT_OF_STATE.search(fold(said)):
        return False
    here = [place.name for place in sheet.reading.places if place.country == sheet.country]
    known = {word for name in (party.name, *here) for word in words(name)}
    return all(word in known or word in _TITLES for word in words(" ".join(_CAPITAL.findall(said))))
