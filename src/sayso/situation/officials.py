"""Of which country's state somebody is of whom a report does not say it: the country that the report is about, unless his own sentence is set
elsewhere ("In Niger, nine people were killed, the interior ministry said")."""

import re

from sayso.model import Party, Reading
from sayso.model.codes import POWERS
from sayso.situation.case import Sheet
from sayso.situation.known import Known
from sayso.situation.words import fold, sentence_span, words

NOT_OF_STATE = re.compile(r"\b(?:shadow|opposition|rebels?|de facto)\b")
_WHOSE = re.compile(r"^(?:its|their|his|her|our|the|an?) ", re.IGNORECASE)
_STEM = 5
_CAPITAL = re.compile(r"\b[A-Z]\w+")
_OF_WHERE = re.compile(r" (?:of|for|in) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*")
_TITLES = frozenset(
    "the an governor minister ministry police prosecutor government deputy vice prime first chief interior foreign defence defense home"
    " information justice spokesman spokeswoman spokesperson commissioner commander general inspector attorney public provincial regional"
    " district state federal national security mr mrs ms dr".split()
)
"""What titles are made of: a capital of any other word may be that of another country."""


_PEOPLE = re.compile(
    r"(?:officer|official|general|colonel|captain|major|lieutenant|brigadier|admiral|commander|leader|diplomat|minister|governor|mayor|source)s?"
    r"|spokes(?:man|men|woman|women|person|people)"
)
"""The last word, in small letters, of what officials and officers without a name are called."""
_SET_IN = re.compile(r"\W*(?:\w+ ){0,4}?[Ii]n (?:the )?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}),")


def country_of_party(party: Party, reading: Reading, country: str | None) -> str | None:
    """The country whose power, or whose official, a party is that no table knows; `country` is what the report is about."""
    if party.entry or not party.mentions or (party.kind not in POWERS and not party.roles):
        return country
    others = {fold(place.name): place.country for place in reading.places if place.kind == "country" and place.country not in (None, country)}
    if not others and not _acting(reading) - {country}:
        return country
    mention = party.mentions[0]
    start, _ = sentence_span(reading.report.text, mention)
    set_in = _SET_IN.match(reading.report.text, start, mention[0])
    if set_in and fold(set_in[1]) in others:
        return others[fold(set_in[1])]
    return None if party.kind == "government" and not party.roles else country  # a ministry that any of them may have


def _acting(reading: Reading) -> set[str | None]:
    """The countries whose governments are among the parties."""
    entries = (party.entry or "" for party in reading.parties if party.kind in ("state", "government"))
    return {entry[:2].upper() for entry in entries if entry[2:3] == "-"}


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


def by_office(party: Party) -> bool:
    """Whether somebody who holds an office is told by it alone, in small letters: "an army spokesman", "Thai officers"."""
    return bool(party.roles) and not party.entry and _PEOPLE.fullmatch(party.name.rpartition(" ")[2]) is not None


def in_full(name: str, body: Known) -> str:
    """What to call somebody told by his office alone: whose he is, where his name does not say it by any name of that body ("their spokesman",
    not "SDF commander")."""
    told = {word[:_STEM] for word in words(name)}
    if any(word[:_STEM] in told for one in (body.name, *body.aliases) for word in words(one)):  # "Eritrea's minister" of the "Eritrean government"
        return name
    return f"{_WHOSE.sub('', name)} of {body.name}"
