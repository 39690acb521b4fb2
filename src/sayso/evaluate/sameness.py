"""When two readings of one text mean the same party, place, day or source."""

import re
from functools import cached_property
from math import asin, cos, radians, sin, sqrt

from sayso.model import Interval, Party, Place, Reading

PRONOUNS = frozenset("he she it they we i you him her them us his its their our my this that who which".split())
EVERYDAY = frozenset(
    "the a an of for and in on at to syrian syria president minister spokesman spokesperson head chief general director forces "
    "group groups fighters official officials government army council united state national local committee committees "
    "international human rights people civilians residents activists".split()
)
"""Words that two different parties may share in their names."""

AREA_KM = {"country": 600, "province": 80, "river": 300, "area": 40}
"""How far from the gold point a place of a kind may lie; other kinds 25 km."""


def folded(name: str) -> str:
    """A name without case, possessive, punctuation, doubled blanks or a leading article."""
    name = re.sub(r"[’']s\b", "", name.casefold().replace("\xa0", " "))
    name = re.sub(r"\s+", " ", re.sub(r"[^\w\s]", " ", name)).strip()
    return re.sub(r"^the ", "", name)


def is_pronoun(words: str) -> bool:
    """Whether the words are a pronoun; "US" and "IT" in capitals are not."""
    last = words.split()[-1] if words.split() else ""
    return folded(words) in PRONOUNS and not (last.isupper() and len(last) > 1)


class Document:
    """One reading with what its comparison needs, prepared once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.report.text
        self.id = reading.report.id[:12]
        self.parties = {p.id: p for p in reading.parties}
        self.places = {p.id: p for p in reading.places}
        self.statements = {s.id: s for s in reading.statements}

    @cached_property
    def names(self) -> dict[str, set[str]]:
        """The folded names of each party: its aliases and its mentions of up to 60 characters."""
        return {p.id: self._names(p) for p in self.reading.parties}

    def _names(self, party: Party) -> set[str]:
        raw = [party.name, *party.aliases, *(self.text[a:b] for a, b in party.mentions if b - a <= 60)]
        return {folded(x) for x in raw if x.strip() and folded(x) and not is_pronoun(x)}

    def name_words(self, party: str) -> set[str]:
        """The telling words of a party's names."""
        one = self.parties[party]
        return {w for name in (one.name, *one.aliases) for w in folded(name).split() if len(w) > 2 and w not in EVERYDAY}


def same_party(gold: Document, g: str | None, other: Document, p: str | None, *, by_word: bool = False) -> bool:
    """Whether two parties share a name; with `by_word` also whether they share one telling word of it."""
    if g is None or p is None:
        return g is p
    if gold.names.get(g, set()) & other.names.get(p, set()):
        return True
    return by_word and g in gold.parties and p in other.parties and bool(gold.name_words(g) & other.name_words(p))


def same_parties(gold: Document, g: tuple[str, ...], other: Document, p: tuple[str, ...]) -> bool:
    """Whether both are empty, or one of the one is one of the other."""
    return (not g and not p) or any(same_party(gold, x, other, y) for x in g for y in p)


def same_source(gold: Document, g: str | None, other: Document, p: str | None) -> bool:
    """Whether two statements have the same speaker; None is the outlet's own voice."""
    ours, theirs = gold.statements.get(g or ""), other.statements.get(p or "")
    if ours is None or theirs is None:
        return ours is theirs
    return same_party(gold, ours.speaker, other, theirs.speaker, by_word=True)


def kilometres(a: Place, b: Place) -> float | None:
    """The great-circle distance, or None where a point is missing."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return great_circle(a.lat, a.lon, b.lat, b.lon)


def great_circle(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points in degrees."""
    half = sin(radians(lat2 - lat1) / 2) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 12742 * asin(min(1, sqrt(half)))


def same_place(gold: Place | None, other: Place | None) -> bool:
    """Whether the other point lies near enough for the gold place's kind; by name where a point is missing."""
    if gold is None or other is None:
        return gold is other
    distance = kilometres(gold, other)
    if distance is not None and distance <= AREA_KM.get(gold.kind, 25):
        return True
    if gold.kind == "country" and gold.country and gold.country == other.country:
        return other.kind == "country" or folded(gold.name) == folded(other.name)
    return distance is None and folded(gold.name) == folded(other.name)


def same_days(gold: Interval | None, other: Interval | None) -> bool:
    """Whether two intervals share a day; two unknown ones are the same."""
    ours, theirs = _bounds(gold), _bounds(other)
    if ours is None or theirs is None:
        return ours is theirs
    return ours[0] <= theirs[1] and theirs[0] <= ours[1]


def _bounds(when: Interval | None) -> tuple[str, str] | None:
    if when is None or not (when.earliest or when.latest):
        return None
    return (when.earliest or when.latest or "")[:10], (when.latest or when.earliest or "")[:10]
