"""How much of a place is meant: the place, a part of it ("large parts of Iraq"), or ground near it ("a village near Kidal")."""

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
_INSIDE = frozenset({"in", "inside", "within", "of", "from", "on", "at", "across"})
_NEAR = frozenset({"near", "outside", "around", "beyond", "towards", "toward"})
_OWN_KIND: dict[str, tuple[PlaceKind, ...]] = {"district": ("district", "suburb"), "quarter": ("suburb",), "suburb": ("suburb", "town")}
_SMALL: frozenset[PlaceKind] = frozenset({"facility", "suburb", "area"})
_DEEP = 4
_HEADS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "conj"})


def extent_of(page: Page, place: str | None, span: tuple[int, int]) -> Extent:
    """What the words of `span` say of a place that is named in them; "whole" where they set no limit or name it elsewhere."""
    if place is None:
        return "whole"
    for start, end in page.atlas[place].mentions:
        if span[0] <= start and end <= span[1] + 1:
            name = next((t for t in reversed(page.doc.touched(start, end)) if t.pos_ in ("PROPN", "NOUN")), None)
            return _around(page, place, name) if name is not None else "whole"
    kind = page.atlas[place].kind
    sites = (token.lower_ for token in page.doc.touched(*span) if token.lower_ in SITES and token.dep_ in _HEADS)
    apart = kind not in _SMALL and any(kind not in _OWN_KIND.get(site, ()) for site in sites)
    return "part" if apart else "whole"  # "took the hospital" of the town named before


def _around(page: Page, place: str, name: Token) -> Extent:
    kind = page.atlas[place].kind
    word = name
    for _ in range(_DEEP):
        head = word.head
        if word.dep_ in ("compound", "nmod", "poss", "amod") and head.i > word.i:
            if head.lower_ in SITES and kind not in _SMALL and kind not in _OWN_KIND.get(head.lower_, ()):
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
