"""Which reports are on one story: the same private persons in what happens, of the same ages, in the same towns, within a few days.

A gate and no verdict: it lets two reports that say little of day and place be compared, and whatever clashes stays apart.
Those who only speak are no sign of a story, nor are those whom many reports name: officials are in everything.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sayso.situation.case import Sheet
from sayso.situation.identity import TOWNS, Identity

DAYS = 7
_LATER = 21
"""Days within which reports that share two persons, or a person and an age, may still be on one story: of a funeral, a charge."""
_SHORT = 3
_LONG = 4
NUMBERS = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen").split()
_OF_AGE = re.compile(
    rf"\b(\d{{1,3}}|{'|'.join(NUMBERS)})[- ](year|month|week|day)s?[- ]olds?\b|\baged? (\d{{1,3}})\b"
    r"|\b(?!Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[A-Z][\w’'-]+, (\d{1,2})(?=[,.;)]|$)",
)
_LOCAL = TOWNS | {"district"}


@dataclass(frozen=True, slots=True)
class Story:
    """What a report would share with others on its story."""

    persons: frozenset[str]
    towns: frozenset[str]
    ages: frozenset[str]
    day: int | None


Aged = tuple[int, str]
"""Where an age stands in a text, and the age: "4", "6 month"."""


def ages_in(text: str) -> list[Aged]:
    """The ages that a text gives, in its order: "a three-year-old", "aged 16", "Omar Nadir, 34,"."""
    found = []
    for match in _OF_AGE.finditer(text):
        number = match[1] or match[3] or match[4]
        years = str(NUMBERS.index(number.lower()) + 1) if number.lower() in NUMBERS else number
        found.append((match.start(), f"{years} {match[2]}" if match[2] not in (None, "year") else years))
    return found


def story_of(sheet: Sheet, identity: Identity, ages: Iterable[Aged]) -> Story:
    """The full-named private persons of a report who do not speak in it and hold no office, its towns and counties, ages, and its day."""
    speakers = {identity.actor(sheet, s.speaker) for s in sheet.reading.statements if s.speaker}
    private = (p.id for p in sheet.reading.parties if p.kind == "person" and not any(role.of for role in p.roles))
    persons = {a for a in identity.actors_of(sheet, private) if identity.named(a) and " " in a}
    persons = {person for person in persons - speakers if not identity.public(person)}
    sites = {site for place in sheet.reading.places if (site := identity.site(sheet, place.id)) and identity.sites[site].kind in _LOCAL}
    day = date.fromisoformat(sheet.published).toordinal() if sheet.published else None
    return Story(frozenset(persons), frozenset(sites), frozenset(age for _, age in ages), day)


def one_story(a: Story, b: Story) -> bool:
    """Whether two reports share a person and a town or an age, or two persons, or two ages and a town, and came out in the same days."""
    persons, ages = in_common(a.persons, b.persons), len(a.ages & b.ages)
    sure = persons > 1 or (persons == 1 and ages > 0)
    if a.day is not None and b.day is not None and abs(a.day - b.day) > (_LATER if sure else DAYS):
        return False
    return sure or ((persons > 0 or ages > 1) and bool(a.towns & b.towns))


def in_common(some: frozenset[str], others: frozenset[str]) -> int:
    """How many of some persons are among the others, by name or nearly."""
    same = some & others
    rest = others - same
    return len(same) + sum(any(alike(one, other) for other in rest) for one in some - same) if rest else len(same)


@lru_cache(maxsize=50_000)
def alike(one: str, other: str) -> bool:
    """Whether two full names may be one person's: a middle name more, a short form, a slip of the pen in one of its two ends."""
    first, second = _name(one), _name(other)
    if len(first) < 2 or len(second) < 2 or first[0][0] != second[0][0]:
        return False
    given = first[0] == second[0] or _short_of(first[0], second[0])
    family = first[-1] == second[-1]
    return (given and family) or (family and _slip(first[0], second[0])) or (first[0] == second[0] and _slip(first[-1], second[-1]))


def may_be(one: str, other: str) -> bool:
    """Whether two names do not tell two persons apart: alike, or one a part of the other."""
    first, second = set(_name(one)), set(_name(other))
    return first <= second or second <= first or alike(one, other)


def by_surname(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether somebody is called by his last name alone who has more names among the others: "Duarte" for "Father Anselmo Duarte"."""
    ends = [[(len(name), name[-1]) for name in map(_name, persons) if name and len(name[-1]) > _LONG] for persons in (some, others)]
    return any(one == other and 1 in (n, m) and n != m for n, one in ends[0] for m, other in ends[1])


def surnames(persons: Iterable[str]) -> set[str]:
    """The last names of persons, of those that tell somebody apart."""
    return {name[-1] for name in map(_name, persons) if name and len(name[-1]) > _LONG}


def story_keys(persons: Iterable[str]) -> set[str]:
    """A key for each person under which those of like names are found: the initials of both ends of the name."""
    names = (_name(person) for person in persons)
    return {f"{name[0][0]}{name[-1][0]}{len(name[-1]) // _LONG}" for name in names}


def _name(person: str) -> list[str]:
    """The words of the name in a party's id, which is an entry of the lexicon or "person:" and the name."""
    return (person.partition(":")[2] or person).split()


def _short_of(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORT and (one.startswith(other) or other.startswith(one))


def _slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter, or by the order of theirs."""
    if min(len(one), len(other)) < _LONG or one[0] != other[0]:
        return False
    if sorted(one) == sorted(other):
        return True
    most = max(len(one), len(other))
    ahead = next((i for i, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    behind = next((i for i, (x, y) in enumerate(zip(one[::-1], other[::-1], strict=False)) if x != y), min(len(one), len(other)))
    return ahead + behind >= most - 1
