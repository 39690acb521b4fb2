"""Which place a noun of ground means: the place it names, or the one it refers back to."""

from collections.abc import Iterator

from sayso.reading.grammar import agents, noun_span, objects_of, resolved
from sayso.reading.page import Page
from sayso.reading.parsed import Token

GENERIC = frozenset({
    "area", "areas", "city", "town", "village", "district", "neighbourhood", "neighborhood", "suburb", "region", "province", "territory",
    "enclave", "pocket", "zone", "camp", "ground", "land", "position", "positions", "base", "airport", "airbase", "airfield", "dam",
    "hill", "hills", "crossing", "port", "island", "stronghold", "bastion", "quarter", "capital", "sector", "corridor", "valley",
    "countryside", "outskirts", "side", "part", "half", "portion", "swath", "swathe", "strip", "east", "west", "north", "south",
    "villages", "towns", "cities", "districts", "neighbourhoods", "neighborhoods", "settlement", "hamlet", "front", "line", "lines",
    "checkpoint", "bridge", "locality", "localities", "township", "townships", "hilltop", "hilltops", "ridge", "heights", "mountains", "coast",
    "riverbank", "road", "highway", "crossroads", "junction", "islands", "archipelago", "peninsula", "delta", "frontier", "streets",
    "savannah", "plain", "plains", "forest", "forests", "jungle", "desert", "oasis", "wells", "stretch", "bush",
})  # fmt: skip
"""Nouns for ground: they may stand for a place, where no name does."""

SITES = frozenset({
    "airport", "airbase", "airfield", "base", "bases", "dam", "port", "harbour", "harbor", "checkpoint", "checkpoints", "bridge", "bridges",
    "barracks", "garrison", "hospital", "prison", "university", "crossing", "refinery", "headquarters", "station", "market", "centre", "center",
    "downtown", "district", "districts", "neighbourhood", "neighborhood", "neighbourhoods", "neighborhoods", "suburb", "suburbs", "quarter",
    "quarters", "outskirts", "countryside", "palace", "compound", "fort", "fortress", "citadel", "square", "factory", "plant", "mine", "mines",
    "oilfield", "oilfields", "depot", "outpost", "outposts", "post", "posts", "terminal", "waterfront", "cathedral", "monastery", "stadium",
    "hill", "hills", "hilltop", "hilltops", "ridge", "heights", "road", "highway", "crossroads", "junction", "streets", "positions",
    "lock", "weir", "ford", "quay", "docks", "wharf", "castle", "mill", "farm", "farms", "silo", "silos", "bunker", "bunkers", "trenches",
    "settlements", "riverbank", "bank", "pass", "wells", "forest", "bazaar", "souk", "municipality",
})  # fmt: skip
"""Nouns for ground that is less than the place it lies in: who holds "the station" holds a part of the town at most."""

_VAGUE = frozenset({"part", "half", "portion", "side", "front", "line", "lines", "ground", "land", "territory", "position", "positions", "zone",
                    "post", "posts", "square", "plant", "centre", "center", "quarter", "quarters", "road", "base", "station",
                    "lock", "bank", "pass", "mill", "plain", "stretch", "bush"})  # fmt: skip
"""Nouns that mean ground only beside a name, or where a place is known: "took sides", "hold the line", "lost a base"."""

DIRECTIONS = frozenset({"east", "west", "north", "south", "eastern", "western", "northern", "southern", "left", "right", "far"})
_OTHER = frozenset({"only", "another", "next", "every", "each"})
"""Words beside "the town" that make it another than the one named before."""
_RUINS = frozenset({"ruins", "remains", "rubble", "whole", "entirety"})

_PART = frozenset({"all", "most", "much", "half", "part", "parts", "some", "majority", "rest", "bulk", "portion", "any", "dozen", "dozens"})
_KIND = {
    "city": ("city", "town"), "town": ("town", "village", "city"), "village": ("village", "town"), "capital": ("city",),
    "province": ("province",), "country": ("country",), "district": ("district", "suburb"), "suburb": ("suburb", "town"),
    "territory": ("area", "province", "country"), "region": ("area", "province"),
    "neighbourhood": ("suburb", "district"), "neighborhood": ("suburb", "district"), "airport": ("facility",), "base": ("facility",),
}  # fmt: skip
"""Which kinds of place "the city" may go back to; other nouns go back to any ground but a country or a river."""

_DEFINITE = frozenset({"the", "this", "that", "its"})
_WHERE = ("in", "near", "around", "on", "at", "like", "outside", "from", "above", "over", "below", "beside", "behind", "opposite", "between", "of")
_NESTED = 3
_LOOK_BACK = 60
"""How many tokens back "the town" looks for its name."""


def places_of(page: Page, noun: Token, depth: int = 0) -> list[tuple[str, int, int]]:
    """The places a noun phrase means, as (place, start, end) of the words that name each; a coordinated name is a noun of its own."""
    noun = resolved(noun)
    if noun.pos_ == "PRON" and noun.lower_ not in _PART:
        back = _before(page, noun) if noun.lower_ in ("it", "its", "there", "itself") else None
        return [(back, noun.idx, noun.idx + len(noun))] if back else []
    start, end = noun_span(noun)
    place = page.atlas.at(noun.idx, noun.idx + len(noun))
    named = list(_names_beside(page, noun))
    if place and page.atlas[place].kind == "country":
        place = next((name for name, _ in named if page.atlas[name].kind != "country"), place)  # "a street in Karsin Tavikia"
    if place:
        return [(place, start, end)]
    found = _after(page, noun, start, depth, ("of",))
    if found:
        return found
    if named:  # "Tavikia's rebel-held Karsin province" is Karsin
        place, last = next((one for one in named if page.atlas[one[0]].kind != "country"), named[0])
        return [(place, start, max(end, last))]
    found = _host(page, noun, depth) or _after(page, noun, start, depth, _WHERE)
    if found:
        return found
    place = page.atlas.at(start, end)
    if place:
        return [(place, start, end)]
    if noun.lower_ in GENERIC and noun.i + 2 < len(page.doc) and page.doc[noun.i + 1].lower_ in ("of", "in", "near", "around"):
        for token in page.doc[noun.i + 2 : noun.i + 6]:
            place = page.atlas.at(token.idx, token.idx + len(token))
            if place:
                return [(place, start, token.idx + len(token))]
    beside = {child.lower_ for child in noun.lefts}
    if (noun.lower_ in GENERIC or noun.lower_ in SITES) and beside & _DEFINITE and not beside & _OTHER:
        back = _before(page, noun)
        if back:
            return [(back, start, end)]
    return []


def _names_beside(page: Page, noun: Token) -> Iterator[tuple[str, int]]:
    """The places that are named right beside a noun, each with where its name ends: "the Karsin airport", "the capital, Karsin"."""
    for child in noun.children:
        place = None
        if child.dep_ in ("appos", "compound", "nmod") or (child.dep_ == "poss" and noun.lower_ in GENERIC):
            place = page.atlas.at(child.idx, child.idx + len(child))
        if place is None and child.dep_ in ("amod", "compound") and child.text[:1].isupper() and noun.lower_ in GENERIC:
            place = _called(page, child.text, noun.lower_)
        if place:
            yield place, child.idx + len(child)


def _called(page: Page, name: str, noun: str) -> str | None:
    """The place that the report calls so elsewhere, of a name that is not read as one here: "Karsin province is held by"."""
    text = page.report.text
    found = [place for place in page.atlas.places() if any(text[start:end] == name for start, end in place.mentions)]
    return next((place.id for place in found if place.kind in _KIND.get(noun, ())), found[0].id if found else None)


def _host(page: Page, noun: Token, depth: int) -> list[tuple[str, int, int]]:
    """The named place that a noun tells something about: "Karsin, a town held by", "Karsin is a rebel-held town near", "Karsin, one of"."""
    told = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "one":
        told = noun.head.head
    if noun.lemma_.lower() not in GENERIC or depth >= _NESTED:
        return []
    hosts = [told.head] if told.dep_ == "appos" else agents(told.head) if told.dep_ == "attr" else []
    named = ((page.atlas.at(host.idx, host.idx + len(host)), host) for host in hosts if host.pos_ == "PROPN")
    return [(place, *noun_span(host)) for place, host in named if place is not None and page.atlas[place].kind not in ("country", "river")]


def name_behind(page: Page, noun: Token) -> tuple[str, int, int] | None:
    """The place whose name follows right on a noun: "the rebel stronghold Karsin", "the army-held east Karsin"."""
    if noun.i + 1 >= len(noun.doc) or noun.nbor().pos_ not in ("PROPN", "NOUN"):
        return None
    name = noun.nbor()
    place = page.atlas.at(name.idx, name.idx + len(name))
    return (place, name.idx, name.idx + len(name)) if place is not None and page.atlas[place].kind != "country" else None


def _after(page: Page, noun: Token, start: int, depth: int, prepositions: tuple[str, ...]) -> list[tuple[str, int, int]]:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in prepositions and depth < _NESTED:
            found = [hit for pobj in objects_of(child) for hit in places_of(page, pobj, depth + 1)]
            if found:
                return [(found[0][0], start, found[0][2]), *found[1:]]
    return []


def is_ground(page: Page, noun: Token) -> bool:
    """Whether a noun is ground at all: a named place, or a noun for one."""
    noun = resolved(noun)
    if noun.lower_ in GENERIC or noun.lower_ in SITES or noun.lower_ in _PART or page.atlas.at(noun.idx, noun.idx + len(noun)) is not None:
        return True
    if noun.lower_ == "it":
        return _goes_back_to_ground(page, noun)
    return noun.lower_ in _RUINS and bool(places_of(page, noun))


def is_unnamed_ground(noun: Token) -> bool:
    """Whether a noun is ground by its own word, though no place is named or known for it: "13 villages", "areas held by the rebels"."""
    lower = noun.lower_
    told = any(
        child.dep_ == "nummod" or child.lower_ in DIRECTIONS or (child.dep_ == "compound" and child.i + 1 == noun.i) for child in noun.children
    )  # fmt: skip
    return (lower in GENERIC or lower in SITES) and (lower not in _VAGUE or told)


def _goes_back_to_ground(page: Page, pronoun: Token) -> bool:
    """Whether "it" means ground: the last noun phrase of weight before it is a place, in its own sentence or the one before."""
    doc = page.doc
    first = max(0, pronoun.sent.start - 1)
    first = doc[first].sent.start
    for i in range(pronoun.i - 1, first - 1, -1):
        token = doc[i]
        if token.pos_ == "PROPN" and page.atlas.at(token.idx, token.idx + len(token)) is not None:
            place = page.atlas.at(token.idx, token.idx + len(token))
            return place is not None and page.atlas[place].kind not in ("country", "river")
        if token.lower_ in GENERIC and token.dep_ in ("dobj", "nsubj", "nsubjpass"):
            return True
    return False


def _before(page: Page, noun: Token) -> str | None:
    """The last place named before a noun, nearby."""
    doc, kinds = page.doc, _KIND.get(noun.lower_)
    filed = [part.span for part in page.report.parts if part.kind == "dateline"]
    seen: list[str] = []
    for i in range(noun.i - 1, max(-1, noun.i - _LOOK_BACK), -1):
        token = doc[i]
        if token.pos_ == "PROPN":
            place = page.atlas.at(token.idx, token.idx + len(token))
            where_filed = any(start <= token.idx < end for start, end in filed)
            if place is not None and not where_filed and page.atlas[place].kind not in ("country", "river"):
                seen.append(place)
    fitting = [place for place in seen if not kinds or page.atlas[place].kind in kinds]
    if noun.lower_ in ("city", "capital") and fitting:
        return max(fitting, key=lambda place: (len(page.atlas[place].mentions), -seen.index(place)))
    others = () if noun.lower_ in ("territory", "region") else (place for place in seen if page.atlas[place].kind != "province")
    return next(iter([*fitting, *others]), None)
