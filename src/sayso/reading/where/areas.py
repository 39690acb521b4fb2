"""Areas that are described rather than named: the western outskirts of a city, an enclave, a border, the old city."""

from bisect import bisect_left
from dataclasses import dataclass

from sayso.model.codes import PlaceKind
from sayso.reading.names.knowledge import Knowledge
from sayso.reading.page import Page
from sayso.reading.parsed import Parsed, Token
from sayso.reading.where.mention import Mention
from sayso.reading.where.words import DIRECTIONS, PARTS

_GROUND = frozenset({"enclave", "pocket"})
_QUARTER = frozenset({"city", "town", "quarter"})
_HEADS = PARTS | _GROUND | _QUARTER | {"border"}


@dataclass(frozen=True, slots=True)
class Area:
    """The words of an area [start, end) in offsets, the mention whose place it is a part of if any, and what to say of it."""

    start: int
    end: int
    kind: PlaceKind
    anchor: Mention | None
    reason: str


def areas(page: Page, known: Knowledge, found: list[Mention], tokens: list[Token]) -> list[Area]:
    """The described areas, in the order of the text."""
    by_start = {m.start: m for m in found}
    covered = {i for m in found for i in range(m.start, m.end)}
    cities: list[Mention] = [m for m in found if m.entry is None or m.entry.startswith("seat:")]
    described: list[Area] = []
    for token in tokens:
        word = token.lower_
        if word not in _HEADS or token.i in covered:
            continue
        if word in PARTS:
            described += _part(page.doc, token, by_start)
        elif word in _GROUND and token.pos_ == "NOUN":
            described += _ground(page.doc, token)
        elif word == "border" and token.i and token.pos_ == "NOUN":
            described += _border(page.doc, token, known)
        elif word in _QUARTER and token.i > 1 and page.doc[token.i - 1].lower_ == "old" and page.doc[token.i - 2].lower_ == "the":
            described += _old_city(page.doc, token, cities)
    return described


def _part(doc: Parsed, noun: Token, by_start: dict[int, Mention]) -> list[Area]:
    """A direction, a noun for a part, "of", and a place."""
    place = by_start.get(noun.i + 2) or (by_start.get(noun.i + 3) if noun.i + 3 < len(doc) and doc[noun.i + 2].lower_ == "the" else None)
    if place is None or doc[noun.i + 1].lower_ != "of" or not noun.i or doc[noun.i - 1].lower_ not in DIRECTIONS:
        return []
    start = doc[noun.i - 1].idx
    last = doc[place.end - 1]
    return [Area(start, place.at or last.idx + len(last), "area", place, f"a part of {place.name}; the point is that of the whole")]


def _ground(doc: Parsed, noun: Token) -> list[Area]:
    start = noun.left_edge.i if noun.i - noun.left_edge.i <= 6 else noun.i
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ in ("prep", "advmod") and child.lower_ in ("east", "west", "north", "south", "near"):
            end = min(child.right_edge.i + 1, noun.i + 8)
    if noun.i + 2 < len(doc) and doc[noun.i + 1].lower_ in DIRECTIONS and doc[noun.i + 2].lower_ == "of":
        end = max(end, noun.i + 3)
        while end < len(doc) and end < noun.i + 8 and (doc[end].pos_ == "PROPN" or doc[end].lower_ == "the"):
            end += 1
    while end > noun.i + 1 and doc[end - 1].pos_ not in ("PROPN", "NOUN"):
        end -= 1
    last = doc[end - 1]
    return [Area(doc[start].idx, last.idx + len(last), "area", None, "described, not named; the text gives no point")]


def _border(doc: Parsed, noun: Token, known: Knowledge) -> list[Area]:
    """Whose border it is by a nationality word or two: the Turkish border, the Syrian-Turkish border."""
    first = noun.i
    while first and (doc[first - 1].lower_ in known.adjectives or doc[first - 1].text in ("-", "–")) and noun.i - first < 4:
        first -= 1
    if first == noun.i or not doc[first].text[:1].isupper():
        return []
    return [Area(doc[first].idx, noun.idx + len(noun), "area", None, "a border; the text does not say where along it")]


def _old_city(doc: Parsed, noun: Token, cities: list[Mention]) -> list[Area]:
    """The old part of the city that was last spoken of."""
    if noun.i + 1 < len(doc) and doc[noun.i + 1].lower_ == "of":
        return []
    before = bisect_left(cities, noun.i, key=lambda m: m.start)
    if not before:
        return []
    last = cities[before - 1]
    return [Area(doc[noun.i - 1].idx, noun.idx + len(noun), "suburb", last, f"a part of {last.name}; the point is that of the whole")]
