"""Where: the places named, each resolved in the gazetteer, with its kind and point."""

from collections import Counter

from sayso.lexicon import Lexicon
from sayso.lexicon.gazetteer import GazetteerPlace
from sayso.lexicon.spelling import exact
from sayso.model import Place
from sayso.reading.names.knowledge import knowledge
from sayso.reading.page import Page
from sayso.reading.where.areas import Area, areas
from sayso.reading.where.headings import headings
from sayso.reading.where.mention import Mention, leads_from
from sayso.reading.where.mentions import mentions
from sayso.reading.where.part import Parts
from sayso.reading.where.ranker import Sense, by_entry, is_way, settle
from sayso.reading.where.setting import setting
from sayso.reading.where.words import SETTLEMENTS

__all__ = ["Where"]


class Where:
    """Answers the question for one page at a time; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._knowledge = knowledge(lexicon)
        self._gazetteer = lexicon.gazetteer
        self._nationals = frozenset(word for word, of in self._knowledge.adjectives.items() if not of.startswith("people:"))
        """Words for one of a nation. A people's are in names: Wau Shilluk."""

    def __call__(self, page: Page) -> None:
        """Fill `page.atlas` and the dateline's place."""
        tokens = page.doc
        page.headings = headings(page, self._knowledge)
        found = mentions(page, self._knowledge, tokens)
        filed = frozenset(m.start for m in found if page.part(page.doc[m.start].idx) == "dateline")
        run_on = "," not in page.report.text and len(page.report.text) > _LONG
        senses = settle(Parts(self._gazetteer, self._nationals, run_on), found, setting(page, self._knowledge, found), filed)
        chosen = {id(m): s.chosen for s in senses for m in s.mentions}
        for group in by_entry(s for s in senses if _is_place(page, s)).values():
            _add(page, group, chosen)
        _nest(page, found)
        _describe(page, areas(page, self._knowledge, found, tokens), chosen)
        _dateline(page)


_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_TOWN = 5.0
"""The weight of a city of a hundred thousand: its name is a place's whatever stands around it."""

_LONG = 1000
"""Characters of a text that has no comma because they were lost."""
_SURE = 6.0
_LONE = 0.4
"""The confidence of a place for which only its name speaks."""
_FITTING = 7.0
"""The score of a place that the rest of the report makes likely."""


def _is_place(page: Page, sense: Sense) -> bool:
    """Whether something beside the name's sound says that it is a place's: where it stands, its size, or the pipeline's label."""
    if all(m.by == "body" for m in sense.mentions):
        return sense.chosen is not None and sense.chosen.country is not None and sense.score >= _TOWN
    if all(m.by == "heading" and not m.sure for m in sense.mentions):
        return sense.chosen is not None and not sense.lone
    if sense.mentions[0].entry or any(m.sure or m.inside or m.direction for m in sense.mentions):
        return True
    if sense.chosen is not None and (sense.chosen.weight >= _TOWN or sense.score >= _FITTING):
        return True
    if any(page.part(page.doc[m.start].idx) == "dateline" for m in sense.mentions):
        return True
    labels = [page.doc[m.end - 1].ent_type_ in _PLACE_LABELS for m in sense.mentions]
    return sum(labels) * 2 >= len(labels) and (sense.chosen is not None or not sense.mentions[0].name.isupper())


def _add(page: Page, senses: list[Sense], settled: dict[int, GazetteerPlace | None]) -> None:
    """One place for all the names that mean it; an area cut out of it by a direction is a place of its own."""
    chosen = senses[0].chosen
    if chosen is None and is_way(senses[0].name):
        _way(page, senses[0], next((t for m in senses[0].mentions if m.inside and (t := settled.get(id(m.inside)))), None))
        return
    plain = [m for s in senses for m in s.mentions if not m.direction]
    cut: dict[str, list[Mention]] = {}
    for mention in (m for s in senses for m in s.mentions if m.direction):
        cut.setdefault(str(mention.direction), []).append(mention)
    if plain:
        _place(page, chosen, senses[0].name, plain, senses[0])
    for direction, members in cut.items():
        _place(page, chosen, f"{direction} {members[0].name}", members, senses[0], area=True)


def _way(page: Page, sense: Sense, town: GazetteerPlace | None) -> None:
    """A street: at the point of the town that it is said to be in, or at none."""
    spans = tuple(sorted((page.doc[m.start].idx, m.at or page.doc[m.end - 1].idx + len(page.doc[m.end - 1].text)) for m in sense.mentions))
    page.atlas.add(
        Place(
            id=page.atlas.next_id(), name=sense.name, kind="facility", country=town.country if town else None,
            lat=town.lat if town else None, lon=town.lon if town else None, mentions=spans,
            reason=f"a street in {town.name}; the point is that of the whole" if town else _reason(None, sense, False),
            by=sense.mentions[0].by, confidence=0.7 if town else 0.5,
        )
    )  # fmt: skip


def _place(page: Page, chosen: GazetteerPlace | None, name: str, members: list[Mention], sense: Sense, area: bool = False) -> None:
    doc = page.doc
    spans = []
    for m in members:
        last = doc[m.end - 1]
        start = doc[leads_from(doc, m.start) if area else m.start].idx
        spans.append((start, m.at or last.idx + len(last.text)))
    said = next((m.kind for m in members if m.kind), None)
    state = next((m.entry[8:] for m in members if m.entry and m.entry.startswith("country:")), None)  # one that the gazetteer lacks
    kind = "area" if area else chosen.kind if chosen else "country" if state else said or "other"
    at = (chosen.lat, chosen.lon) if chosen is not None and not sense.astray else (None, None)
    page.atlas.add(
        Place(
            id=page.atlas.next_id(), name=name, kind=kind, country=chosen.country if chosen else state,
            lat=at[0], lon=at[1], gazetteer=chosen.entry if chosen else None,
            division=chosen.admin1 if chosen else None, namesake=not area and chosen is not None and _shares_its_name(chosen, sense),
            mentions=tuple(sorted(spans)), reason=_reason(chosen, sense, area), by=members[0].by,
            confidence=(_LONE if sense.lone else 0.9 if sense.score > _SURE else 0.7) if chosen else 0.5,
        )
    )  # fmt: skip


def _shares_its_name(town: GazetteerPlace, sense: Sense) -> bool:
    """Whether a town's name is its province's too, and nothing says which is meant."""
    if town.kind not in SETTLEMENTS or any(m.kind for m in sense.mentions):
        return False
    return any(c.kind == "province" and c.admin1 == town.admin1 and exact(c.name) == exact(sense.name) for c in sense.candidates)


def _nest(page: Page, found: list[Mention]) -> None:
    """Say of each place in which other it lies, by what most of its mentions say."""
    told: dict[str, Counter[str]] = {}
    for mention in found:
        if mention.inside is not None:
            inner, outer = (page.atlas.at(start := page.doc[m.start].idx, start + 1) for m in (mention, mention.inside))
            if inner is not None and outer is not None and inner != outer:
                told.setdefault(inner, Counter())[outer] += 1
    for inner, outers in told.items():
        outer = min(outers, key=lambda one: (-outers[one], one))
        if page.atlas[outer].kind != "country" and told.get(outer, Counter())[inner] < outers[outer]:
            page.atlas.add(page.atlas[inner].model_copy(update={"within": outer}))


def _describe(page: Page, described: list[Area], chosen: dict[int, GazetteerPlace | None]) -> None:
    """Areas in words: with the point of what they are a part of, or none; the same words again mean the same area."""
    same: dict[str, list[Area]] = {}
    for area in described:
        same.setdefault(page.report.text[area.start : area.end].lower(), []).append(area)
    for group in same.values():
        first = group[0]
        whole = chosen.get(id(first.anchor))
        page.atlas.add(
            Place(
                id=page.atlas.next_id(), name=page.report.text[first.start : first.end], kind=first.kind,
                country=whole.country if whole else None, lat=whole.lat if whole else None, lon=whole.lon if whole else None,
                gazetteer=whole.entry if whole else None, mentions=tuple((a.start, a.end) for a in group), reason=first.reason,
                confidence=0.6, by="areas",
            )
        )  # fmt: skip


def _reason(chosen: GazetteerPlace | None, sense: Sense, area: bool) -> str | None:
    if chosen is None:
        if sense.lone:
            return f"the gazetteer has {sense.name}, but in a country of which the report does not speak"
        if sense.candidates:
            return f"the gazetteer has {sense.name}, but nothing in the report says which"
        return f"the gazetteer has no {sense.name}"
    if area:
        return f"a part of {chosen.name}; the point is that of the whole"
    if sense.astray:
        return f"{chosen.name} flows through several countries, and its middle is far from all that the report names"
    if chosen.approximate:
        return "a wide area; the point is approximate"
    return f"only its name speaks for it: nothing else in the report is of {chosen.country}" if sense.lone else None


def _dateline(page: Page) -> None:
    line = page.report.dateline
    if line is not None:
        found = page.atlas.within(*line.span) or list(filter(None, [page.atlas.at(*line.span)]))
        if found:
            page.report = page.report.model_copy(update={"dateline": line.model_copy(update={"place": found[0]})})
