"""Which reports are on one story: the same private persons in what happens, in the same towns, within a few days.

A gate and no verdict: it lets two reports that say little of day and place be compared, and whatever clashes stays apart.
Those who only speak are no sign of a story, nor are those whom many reports name: officials are in everything.
"""

from dataclasses import dataclass
from datetime import date

from sayso.situation.case import Sheet
from sayso.situation.identity import TOWNS, Identity

DAYS = 7
_LOCAL = TOWNS | {"district"}


@dataclass(frozen=True, slots=True)
class Story:
    """What a report would share with others on its story."""

    persons: frozenset[str]
    towns: frozenset[str]
    day: int | None


def story_of(sheet: Sheet, identity: Identity) -> Story:
    """The full-named private persons of a report who do not speak in it and hold no office, its towns and counties, and its day."""
    speakers = {identity.actor(sheet, s.speaker) for s in sheet.reading.statements if s.speaker}
    private = (p.id for p in sheet.reading.parties if p.kind == "person" and not any(role.of for role in p.roles))
    persons = {a for a in identity.actors_of(sheet, private) if identity.named(a) and " " in a}
    persons = {person for person in persons - speakers if not identity.public(person)}
    sites = {site for place in sheet.reading.places if (site := identity.site(sheet, place.id)) and identity.sites[site].kind in _LOCAL}
    day = date.fromisoformat(sheet.published).toordinal() if sheet.published else None
    return Story(frozenset(persons), frozenset(sites), day)


def one_story(a: Story, b: Story) -> bool:
    """Whether two reports share a person and a town, or two persons, and came out in the same days."""
    if a.day is not None and b.day is not None and abs(a.day - b.day) > DAYS:
        return False
    persons = len(a.persons & b.persons)
    return persons > 1 or (persons == 1 and bool(a.towns & b.towns))
