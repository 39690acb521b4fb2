"""A mention of a place, and what the words around it say."""

from dataclasses import dataclass, field
from itertools import pairwise

from sayso.lexicon.gazetteer import Gazetteer
from sayso.model.codes import PlaceKind
from sayso.reading.names.places_in_war import speaks_for_place, stands_at
from sayso.reading.names.words import NUMBERED
from sayso.reading.parsed import Parsed
from sayso.reading.where.words import DIRECTIONS, HEADS, KIND_NOUNS, LEADS, PLURAL_KIND_NOUNS, PROVINCIAL, SURE_PREPOSITIONS

_AROUND = LEADS | {"vicinity", "outskirts", "environs", "surroundings"}
_TOWNS = frozenset({"town", "village", "hamlet", "suburb"})
_ENOUGH = 0.8
_CLOSE = (["near"], [",", "near"], ["outside"], [",", "outside"], ["close", "to"], [",", "close", "to"], ["not", "far", "from"])
_BETWEEN = 4
"""The most words between a place and what it lies in."""
_DESCRIBED = 7
"""The same where they say what it is: "X, a village in the south of Y"."""
_PARTS_OF = frozenset({"part", "edge", "outskirts", "side", "fringe", "heart", "centre", "center", "territory", "commune", "sector", "zone"})


@dataclass(slots=True)
class Mention:
    """Tokens [start, end) that name a place. `at` is the offset where it ends if that is inside the last token ("U.S.-based")."""

    start: int
    end: int
    name: str
    by: str
    entry: str | None = None
    """"country:SY" or "seat:SY" where the lexicon knows the name as a country or as the seat of its government."""
    kind: PlaceKind | None = None
    """What the words around say that it is."""
    direction: str | None = None
    """The word before it that cuts an area out of it."""
    inside: "Mention | None" = None
    """The place that the text names right behind it as what it lies in: "X, Y"."""
    near: "Mention | None" = None
    """The place that the text names right behind it as its neighbour: "X near Y"."""
    sure: bool = False
    """Whether it stands where little but a place can: after "in", before "province", beside another place."""
    at: int | None = None
    acts: bool = False
    """Whether it stands for the government there: "Islamabad denied it" is the capital, whatever else bears the name."""
    beside: "list[Mention]" = field(default_factory=list)
    """Its neighbours in a row of places: "X, Y and Z"."""


def in_place(doc: Parsed, start: int, end: int) -> bool:
    """Whether the words around say that this is a place."""
    at = start
    while at > 1 and at > start - 3 and (doc[at - 1].lower_ == "the" or doc[at - 1].lower_ in DIRECTIONS):
        at -= 1
    before = doc[at - 1].lower_ if at else ""
    if before in SURE_PREPOSITIONS or stands_at(doc, start):
        return True
    if before in ("to", "from", "of") and at > 1 and doc[at - 2].lower_ in DIRECTIONS:
        return True
    if of_kind(doc, start, end) or within_kind(doc, start, end):
        return True
    after = doc[end].lower_ if end < len(doc) else ""
    if (after in KIND_NOUNS or after in PLURAL_KIND_NOUNS) and doc[end].text.islower():
        return True
    if before == "of" and start > 1:
        return doc[start - 2].lower_ in ("outside", *KIND_NOUNS)
    return before in KIND_NOUNS and start > 0 and doc[start - 1].pos_ == "NOUN"


def of_kind(doc: Parsed, start: int, end: int) -> bool:
    """Whether it stands after "the town of" or "the vicinity of", or before ", a town", so that it is a place though no list has it."""
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _AROUND:
        return True
    return end < len(doc) and doc[end].text == "," and any(c.dep_ == "appos" and c.lower_ in _TOWNS for c in doc[end - 1].rights)


def within_kind(doc: Parsed, start: int, end: int) -> bool:
    """Whether it stands between "the" and "province". So does a people: "the Alawite village"."""
    return end < len(doc) and doc[end].lower_ in LEADS and doc[end].text.islower() and doc[start - 1].lower_ in ("the", "in")


def leads_from(doc: Parsed, start: int) -> int:
    """Where the direction right before a place begins: "north-western Bavaria" has three tokens of it."""
    hyphenated = start > 2 and doc[start - 2].text == "-" and doc[start - 3].lower_ in DIRECTIONS
    return start - 3 if hyphenated else start - 1


def look_around(doc: Parsed, mention: Mention, gazetteer: Gazetteer) -> None:
    """The kind that nouns beside the name give it, and a direction before it."""
    before = doc[mention.start - 1] if mention.start else None
    after = doc[mention.end] if mention.end < len(doc) else None
    if after is not None and after.lower_.rstrip(".") in PROVINCIAL:
        mention.kind = "province"
    elif after is not None and after.pos_ in ("NOUN", "PROPN"):
        mention.kind = mention.kind or KIND_NOUNS.get(after.lower_) or PLURAL_KIND_NOUNS.get(after.lower_)
    last = doc[mention.end - 1].lower_
    if mention.end - mention.start > 1 and last in HEADS:
        mention.kind = KIND_NOUNS.get(last, "area")
    if before is not None:
        if before.lower_ == "of" and mention.start > 1:
            lead = doc[mention.start - 2].lower_
            mention.kind = mention.kind or KIND_NOUNS.get(lead) or PLURAL_KIND_NOUNS.get(lead)
        elif before.lower_ in KIND_NOUNS and before.pos_ == "NOUN" and mention.kind is None:
            mention.kind = KIND_NOUNS[before.lower_]
        if before.lower_ in DIRECTIONS:
            mention.direction = doc.span(leads_from(doc, mention.start), mention.start).text.lower()
    first = doc[mention.start].lower_
    if mention.end - mention.start > 1 and first in DIRECTIONS and not mention.direction:
        bare = doc.span(mention.start + 1, mention.end).text
        if not gazetteer.known(mention.name) and gazetteer.known(bare):
            mention.start, mention.name, mention.direction = mention.start + 1, bare, first
    if mention.end - mention.start > 1 and first in NUMBERED and doc[mention.end - 1].text.isdigit():  # "Hill 402"
        mention.kind = KIND_NOUNS.get(first, "area")
    mention.sure = mention.sure or mention.kind is not None or in_place(doc, mention.start, mention.end)
    mention.sure = mention.sure or speaks_for_place(doc[mention.end - 1]) >= _ENOUGH


def containers(doc: Parsed, found: list[Mention]) -> None:
    """ "X, Y": the second place is what the first lies in, unless a list goes on."""
    for first, second in pairwise(found):
        if second.start - first.end > _DESCRIBED:
            continue
        words = [t.lower_ for t in doc[first.end : second.start]]
        if _is_its_part(words):
            first.inside = second
            continue
        if second.start - first.end > _BETWEEN:
            continue
        if len(words) > 1 and words[0] in KIND_NOUNS and words[1] == "in":
            words = words[1:]  # "the Lala camp in Ituri"
        if words in ([","], [",", "in"], ["in"], [",", "the"], ["("], ["in", "the"], [",", "in", "the"], ["located", "in"]) or (
            2 <= len(words) <= 4 and words[0] in (",", "in") and words[-1] in DIRECTIONS
        ):
            first.inside = second
        elif words in _CLOSE:
            first.near = second
        if words in ([","], ["and"], [",", "and"], ["or"], [",", "or"]):
            first.beside.append(second)
            second.beside.append(first)
    start = 0
    while start < len(found):
        end = start
        while found[end].inside is not None and doc[found[end].end].text == ",":
            end += 1
        if end - start > 2 or (end > start and _goes_on(doc, found, end)):
            for mention in found[start:end]:
                mention.inside = None
        start = end + 1


_IN_A_ROW = frozenset({"city", "town", "village", "port", "camp", "side", "outskirts", "district"})
"""Before "of" and a name that is their own: "the town of Selm"."""


def _is_its_part(words: list[str]) -> bool:
    """Whether the words between two places say that the first is a part of the second: "X, a village in Y", "the X quarter of Y", "X, on the
    western edge of Y", "X, in the municipality of Y"."""
    if len(words) < 2 or not (words[-1] in ("of", "in") or (words[-1] == "the" and words[-2] in ("of", "in"))):
        return False
    at = 1 if words[0] == "," else 0
    for optional in (("in", "on", "at"), ("a", "an", "the"), (*DIRECTIONS, "border", "small", "market")):
        at += at < len(words) and words[at] in optional
    if words[:2] == [",", "the"] and words[2] in _IN_A_ROW and words[3:] == ["of"]:
        return False  # one more in a row: "Rockets hit Arun, the town of Selm and the port of Tarin"
    kind = words[at] if at < len(words) else ""
    return (kind in KIND_NOUNS or kind in _PARTS_OF) and words[at + 1 :] in (["of"], ["in"], ["of", "the"], ["in", "the"])


def _goes_on(doc: Parsed, found: list[Mention], last: int) -> bool:
    """Whether "and Z" follows the last place of a row, with Z a place: "A, B and C" is a list."""
    if last + 1 >= len(found):
        return False
    words = [t.lower_ for t in doc[found[last].end : found[last + 1].start]]
    return words in (["and"], [",", "and"], ["or"], [",", "or"])
