"""Which reports are on one story: the same private persons in what happens, in the same towns, within a few days.

A gate and no verdict: it lets two reports that say little of day and place be compared, and whatever clashes stays apart.
Those who only speak are no sign of a story, nor are those whom many reports name: officials are in everything.
"""

from dataclasses import dataclass
from datetime import date

from sayso.situation.case import Sheet
from sayso.situation.identity import TOWNS, Identity

DAYS = 7
_PRIVATE = 10  # reports; somebody whom more of them name is a public figure


@dataclass(frozen=True, slots=True)
class Story:
    """What a report would share with others on its story."""

    persons: frozenset[str]
    towns: frozenset[str]
    day: int | None


def story_of(sheet: Sheet, identity: Identity) -> Story:
    """The full-named persons in a report's events who do not speak in it, the towns it names, and its day."""
    speakers = {identity.actor(sheet, s.speaker) for s in sheet.reading.statements if s.speaker}
    parties = (p for e in sheet.reading.events for p in (*e.actors, *e.recipients))
    persons = {a for a in identity.actors_of(sheet, parties) if identity.kind(a) == "person" and identity.named(a) and " " in a}
    persons = {person for person in persons - speakers if identity.reports(person) <= _PRIVATE}
    sites = {site for place in sheet.reading.places if (site := identity.site(sheet, place.id)) and identity.sites[site].kind in TOWNS}
    day = date.fromisoformat(sheet.published).toordinal() if sheet.published else None
    return Story(frozenset(persons), frozenset(sites), day)


def one_story(a: Story, b: Story) -> bool:
    """Whether two reports share a person and a town, or two persons, and came out in the same days."""
    if a.day is not None and b.day is not None and abs(a.day - b.day) > DAYS:
        return False
    persons = len(a.persons & b.persons)
    return persons > 1 or (persons == 1 and bool(a.towns & b.towns))
