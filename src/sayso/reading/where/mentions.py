"""The places that a report names, each with its mentions and what the words around them say of its kind and whereabouts."""

from dataclasses import dataclass, field

from sayso.lexicon.spelling import exact
from sayso.model.codes import PlaceKind
from sayso.reading.page import Page

KIND_WORDS: dict[str, PlaceKind] = {
    "province": "province", "provinces": "province", "governorate": "province", "governorates": "province", "oblast": "province",
    "region": "province", "state": "province", "prefecture": "province",
    "district": "district", "districts": "district", "county": "district", "subdistrict": "district", "raion": "district",
    "city": "city", "cities": "city", "town": "town", "towns": "town", "village": "village", "villages": "village", "hamlet": "village",
    "suburb": "suburb", "suburbs": "suburb", "neighbourhood": "suburb", "neighborhood": "suburb", "quarter": "suburb",
    "neighbourhoods": "suburb", "neighborhoods": "suburb",
    "river": "river", "airport": "facility", "airbase": "facility", "camp": "facility", "crossing": "facility", "dam": "facility",
    "valley": "area", "mountains": "area", "hills": "area", "desert": "area", "peninsula": "area", "enclave": "area",
}  # fmt: skip


@dataclass(slots=True)
class Named:
    """One name of a place in a report: where it stands, what kinds the words around it give it, and what it is said to lie in."""

    key: str
    name: str
    entry: str | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    kinds: dict[PlaceKind, int] = field(default_factory=dict)
    inside: list[str] = field(default_factory=list)


def named_places(page: Page) -> list[Named]:
    """The names of places in the order of the text, those of one spelling together."""
    found: dict[str, Named] = {}
    places = sorted((n for n in page.names if n.kind == "place"), key=lambda n: n.start)
    for i, name in enumerate(places):
        words = page.report.text[name.start : name.end]
        key = exact(words)
        if not key:
            continue
        one = found.setdefault(key, Named(key, " ".join(words.split())))
        one.entry = one.entry or name.entry
        one.spans.append((name.start, name.end))
        for kind in _kinds_around(page, name.start, name.end):
            one.kinds[kind] = one.kinds.get(kind, 0) + 1
        following = places[i + 1] if i + 1 < len(places) else None
        if following is not None and _contained(page.report.text[name.end : following.start]):
            one.inside.append(exact(page.report.text[following.start : following.end]))
    return list(found.values())


def _kinds_around(page: Page, start: int, end: int) -> list[PlaceKind]:
    """Kinds from "X province", "province of X", "the city of X", "the X suburb of Y"."""
    span = page.tokens(start, end)
    if not len(span):
        return []
    doc, kinds = page.doc, []
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    if after in KIND_WORDS:
        kinds.append(KIND_WORDS[after])
    last = span[-1].lower_
    if len(span) > 1 and last in KIND_WORDS:
        kinds.append(KIND_WORDS[last])
    before = [doc[i].lower_ for i in range(max(0, span.start - 2), span.start)]
    if len(before) == 2 and before[1] == "of" and before[0] in KIND_WORDS:
        kinds.append(KIND_WORDS[before[0]])
    elif before and before[-1] in ("province", "governorate", "town", "city", "village", "district", "neighbourhood", "neighborhood", "suburb"):
        kinds.append(KIND_WORDS[before[-1]])
    return kinds


def _contained(between: str) -> bool:
    """Whether the words between two names say that the first lies in the second: "X, Y", "X in Y", "X (Y)"."""
    plain = " ".join(between.split())
    return plain in (",", "in", "(", ", in", "in the", ", a town in", ", a city in", "town in", "city in", "district of", "suburb of", "neighborhood of")
