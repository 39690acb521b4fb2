"""How much of a place is meant: the place, a part of it ("large parts of Iraq"), or ground near it ("a village near Kidal")."""

from collections.abc import Iterable

from sayso.model.codes import Extent, PlaceKind
from sayso.reading.held.ground import GENERIC, SITES
from sayso.reading.page import Page
from sayso.reading.parsed import Token

_PART = frozenset({
    "part", "parts", "half", "portion", "portions", "most", "much", "some", "majority", "bulk", "rest", "third", "quarter", "quarters", "swath",
    "swathe", "swaths", "swathes", "chunk", "chunks", "slice", "strip", "stretch", "stretches", "corner", "corners", "edge", "edges", "outskirts",
    "countryside", "side", "section", "sections", "area", "areas", "sector", "pocket", "pockets", "tract", "tracts", "percent", "%", "remainder",
    "heart", "centre", "center", "east", "west", "north", "south", "northeast", "northwest", "southeast", "southwest", "any", "several", "dozens",
})  # fmt: skip
_WHOLE = frozenset({"all", "whole", "entire", "entirety", "both", "each"})
_ALL = frozenset({"all", "entirely", "completely", "wholly", "fully", "every", "the"})
_INSIDE = frozenset({"in", "inside", "within", "of", "from", "on", "at", "across"})
_NEAR = frozenset({"near", "outside", "around", "beyond", "towards", "toward", "between"})
_DIRECTIONS = frozenset({
    "east", "west", "north", "south", "eastern", "western", "northern", "southern", "central", "northeast", "northwest", "southeast", "southwest",
    "northeastern", "northwestern", "southeastern", "southwestern", "north-east", "north-west", "north-eastern", "north-western",
    "south-eastern", "south-western", "northernmost", "upper", "lower",
})  # fmt: skip
"""Words that part a town or a country: "eastern Ituri"."""
_PARTED: frozenset[PlaceKind] = frozenset({"city", "town", "village", "country"})
"""Kinds of place of which a direction before the name means a part."""
_LYING = frozenset({"province", "district", "governorate", "region", "state"})
"""Kinds and words of which it tells where they lie: "the northern Ituri province"."""
_MOSTLY = frozenset({"mostly", "partly", "partially", "largely"})
_RUINED = frozenset({"destroy", "damage", "ruin", "flatten", "wreck", "empty"})
_NEARLY = frozenset({"almost", "nearly", "virtually"})
_OWN_KIND: dict[str, tuple[PlaceKind, ...]] = {"district": ("district", "suburb"), "quarter": ("suburb",), "suburb": ("suburb", "town")}
_SMALL: frozenset[PlaceKind] = frozenset({"facility", "suburb", "area"})
_DEEP = 4
_HEADS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "conj", "ROOT", "attr", "appos"})


def extent_of(page: Page, place: str | None, span: tuple[int, int]) -> Extent:
    """What the words of `span` say of a place that is named in them; "whole" where they set no limit or name it elsewhere."""
    if place is None:
        return "whole"
    words = page.doc.touched(*span)
    if _not_all(words):
        return "part"
    for start, end in page.atlas[place].mentions:
        if span[0] <= start <= span[1] + 1:
            name = next((t for t in reversed(page.doc.touched(start, end)) if t.pos_ in ("PROPN", "NOUN")), None)
            return _around(page, place, name, start) if name is not None else "whole"
    return "part" if any(_less_than(word, page.atlas[place].kind) for word in words) else "whole"


def _not_all(words: Iterable[Token]) -> bool:
    """Whether the words say themselves that it is not all: "is mostly held by", "almost entirely under the control of"; not "hold the partly
    destroyed town"."""
    mostly = any(w.lower_ in _MOSTLY and w.head.dep_ not in ("amod", "compound") and w.head.lemma_ not in _RUINED for w in words)
    return mostly or any(w.lower_ in _NEARLY and w.i + 1 < len(w.doc) and w.nbor().lower_ in _ALL for w in words)


def _less_than(word: Token, kind: PlaceKind) -> bool:
    """Whether a noun is of less than the place named before: "took the hospital", "the west of the city", "several villages"."""
    if word.dep_ not in _HEADS or word.pos_ not in ("NOUN", "PROPN", "ADJ", "PRON"):
        return False
    lower = word.lower_
    if lower in SITES:
        return kind not in _SMALL and kind not in _OWN_KIND.get(lower, ())
    return (lower in _PART and lower not in ("area", "any", "%", "percent")) or (lower in GENERIC and word.tag_ == "NNS" and kind not in _SMALL)


def _around(page: Page, place: str, name: Token, start: int) -> Extent:
    kind = page.atlas[place].kind
    first = page.doc.touched(start, start + 1)[0]
    before = first.text in _DIRECTIONS or (kind in _PARTED and first.i and first.nbor(-1).lower_ in _DIRECTIONS)
    after = name.nbor().lemma_ if name.i + 1 < len(name.doc) else ""
    if before and kind not in _LYING and after not in _LYING:
        return "part"  # "eastern Ituri"
    if (noun := _counted_before(first)) is not None:
        found = _limit(noun.nbor().lower_, noun, kind)
        if found is not None:
            return found
    word = name
    for _ in range(_DEEP):
        head = word.head
        if word.dep_ in ("compound", "nmod", "poss", "amod") and head.i > word.i:
            if _less_than_its_owner(head, kind):
                return "part"
            word = head
        elif word.dep_ in ("conj", "appos"):
            word = head
        elif word.dep_ == "pobj" and head.dep_ in ("prep", "agent") and head.head.pos_ in ("NOUN", "PRON", "NUM", "ADJ", "DET", "SYM"):
            found = _limit(head.lower_, head.head, kind)
            if found is not None:
                return found
            word = head.head
        else:
            break
    return "whole"


def _less_than_its_owner(noun: Token, kind: PlaceKind) -> bool:
    """Whether a noun behind a name is of less than the place: "the Ituri hospital", "Ituri's rebel-held areas"."""
    lower = noun.lower_
    if lower in SITES:
        return kind not in _SMALL and kind not in _OWN_KIND.get(lower, ())
    return noun.tag_ == "NNS" and (lower in _PART or lower in GENERIC)


def _counted_before(name: Token) -> Token | None:
    """The plural for ground that stands before a name and its preposition, whatever the parser hung it on: "districts in Ituri"."""
    if name.i < 2 or name.nbor(-1).lower_ not in _INSIDE:
        return None
    noun = name.nbor(-2)
    return noun if noun.tag_ == "NNS" and not any(child.lower_ in ("all", "every") for child in noun.lefts) else None


def _limit(preposition: str, noun: Token, kind: PlaceKind) -> Extent | None:
    """What "NOUN in/of/near PLACE" says of the place; None where the noun is the place itself ("the town of")."""
    lower = noun.lower_
    if preposition in _NEAR:
        return "near" if lower in GENERIC or lower in _PART or lower in SITES else None
    if preposition not in _INSIDE or lower in _WHOLE:
        return None
    if lower in _PART:
        whole = any(child.lower_ in _WHOLE for child in noun.children)
        return None if whole else "part"
    if lower in GENERIC or lower in SITES:
        if noun.tag_ == "NNS" or preposition != "of":
            return "part"
        return "part" if lower in SITES and kind not in _SMALL and kind not in _OWN_KIND.get(lower, ()) else None
    return None
