"""Where: the places named, each resolved in the gazetteer, with its kind and point; one sense for the whole report."""

from collections import defaultdict

from sayso.lexicon import Lexicon
from sayso.lexicon.gazetteer import GazetteerPlace
from sayso.model import Place
from sayso.reading.names.knowledge import knowledge
from sayso.reading.names.phrases import fold
from sayso.reading.page import Page
from sayso.reading.where.mentions import Named, named_places
from sayso.reading.where.ranker import candidates_of, choose

_SURE_LEAD = 1.0


class Where:
    """Answers the question for one page at a time; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._gazetteer = lexicon.gazetteer
        self._knowledge = knowledge(lexicon)

    def __call__(self, page: Page) -> None:
        """Fill `page.atlas` and the dateline's place."""
        named = named_places(page)
        countries = self._countries(page, named)
        settled = self._settle(named, countries)
        together: dict[str, tuple[GazetteerPlace, list[Named], float]] = {}
        for one in named:
            if one.key in settled:
                place, lead = settled[one.key]
                together.setdefault(place.entry, (place, [], lead))[1].append(one)
        for place, names, lead in together.values():
            page.atlas.add(_resolved(page, place, names, lead))
        for one in named:
            if one.key not in settled:
                page.atlas.add(_unresolved(page, one))
        _place_dateline(page)

    def _countries(self, page: Page, named: list[Named]) -> dict[str, float]:
        """How much the report speaks of each country, 1 for the most: by its name, its nationality words and its big places."""
        counts: dict[str, float] = defaultdict(float)
        for name in page.names:
            if name.entry and name.entry.partition(":")[0] in ("country", "seat"):
                counts[name.entry.partition(":")[2]] += 1
        for token in page.doc:
            if token.is_title or token.is_upper:
                iso = self._knowledge.adjectives.get(fold(token.text))
                if iso and len(iso) == 2:
                    counts[iso] += 1
        for party in page.cast.parties():
            row = self._knowledge.parties.get(party.entry or "")
            if row is not None and row.country:
                counts[row.country] += len(party.mentions)
        for one in named:
            leading = self._gazetteer.candidates(one.name)[:1]
            if leading and leading[0].kind in ("city", "province") and leading[0].population > 100_000 and leading[0].country:
                counts[leading[0].country] += len(one.spans) * 0.7
        most = max(counts.values(), default=0)
        return {iso: (n / most) ** 0.5 for iso, n in counts.items()} if most else {}

    def _settle(self, named: list[Named], countries: dict[str, float]) -> dict[str, tuple[GazetteerPlace, float]]:
        """A place for each name that has one: in two rounds, so that the sure ones help the doubtful."""
        allowed = frozenset(iso for iso, share in countries.items() if share >= 0.3)
        pools = {one.key: self._pool(one, allowed) for one in named}
        settled: dict[str, GazetteerPlace] = {}
        for _ in range(2):
            settled = {
                one.key: choice.place
                for one in named
                if (choice := choose(one, pools[one.key], countries, settled)) is not None
            }
        leads = {one.key: choose(one, pools[one.key], countries, settled) for one in named}
        return {key: (choice.place, choice.lead) for key, choice in leads.items() if choice is not None}

    def _pool(self, one: Named, allowed: frozenset[str]) -> tuple[GazetteerPlace, ...]:
        if one.entry and one.entry.startswith("country:"):
            iso = one.entry.partition(":")[2]
            row = self._knowledge.countries.get(iso)
            name = row.name if row is not None else one.name
            return tuple(p for p in self._gazetteer.candidates(name) if p.kind == "country" and p.country == iso) or candidates_of(
                one, self._gazetteer, allowed
            )
        return candidates_of(one, self._gazetteer, allowed)


def _resolved(page: Page, place: GazetteerPlace, names: list[Named], lead: float) -> Place:
    spans = sorted(span for one in names for span in one.spans)
    return Place(
        id=page.atlas.next_id(), name=names[0].name if place.match else place.name, kind=place.kind, country=place.country, lat=place.lat,
        lon=place.lon, gazetteer=place.entry, mentions=tuple(spans), confidence=0.9 if lead >= _SURE_LEAD else 0.6, by="where:gazetteer",
    )  # fmt: skip


def _unresolved(page: Page, one: Named) -> Place:
    kind = max(one.kinds, key=lambda k: (one.kinds[k], k), default="other")
    return Place(
        id=page.atlas.next_id(), name=one.name, kind=kind, mentions=tuple(sorted(one.spans)), confidence=0.4, by="where:name",
        reason="the gazetteer has no place of this name",
    )  # fmt: skip


def _place_dateline(page: Page) -> None:
    dateline = page.report.dateline
    if dateline is not None:
        place = page.atlas.at(*dateline.span)
        if place is not None:
            page.report = page.report.model_copy(update={"dateline": dateline.model_copy(update={"place": place})})
