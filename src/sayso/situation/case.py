"""The readings of a case laid out for merging: each report once, in an order that depends on content alone."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sayso.model import Event, Figure, Party, Place, Reading, Report, Statement
from sayso.situation.slim import slim
from sayso.situation.words import fold, sentence_around, words

UNDATED = "9999-12-31"  # sorts after every date


@dataclass(frozen=True, eq=False)
class Sheet:
    """One reading, with its facts by id."""

    reading: Reading
    published: str | None
    """The first day on which the report was met anywhere: an ISO date."""

    @property
    def report(self) -> Report:
        """The report that was read."""
        return self.reading.report

    @property
    def id(self) -> str:
        """The report's id."""
        return self.reading.report.id

    @property
    def order(self) -> tuple[str, str]:
        """Earlier reports first, undated ones last, then by id: the same on every run."""
        return (self.published or UNDATED, self.id)

    @cached_property
    def country(self) -> str | None:
        """The country that it is about."""
        return country_of(self.reading)

    @cached_property
    def parties(self) -> Mapping[str, Party]:
        """Parties by id."""
        return {p.id: p for p in self.reading.parties}

    @cached_property
    def naming(self) -> frozenset[str]:
        """The beginnings of the words that name its parties and places."""
        return self.party_words | frozenset(word[:6] for place in self.reading.places for word in words(place.name))

    @cached_property
    def party_words(self) -> frozenset[str]:
        """The beginnings of the words that name its parties."""
        names = (name for party in self.reading.parties for name in (party.name, *party.aliases))
        return frozenset(word[:6] for name in names for word in words(name))

    @cached_property
    def agencies(self) -> frozenset[str]:
        """The folded names of the news agencies that it names."""
        return frozenset(fold(name) for party in self.reading.parties if party.kind == "agency" for name in (party.name, *party.aliases))

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Places by id."""
        return {p.id: p for p in self.reading.places}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """Statements by id."""
        return {s.id: s for s in self.reading.statements}

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """Figures by id."""
        return {f.id: f for f in self.reading.figures}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Events by id."""
        return {e.id: e for e in self.reading.events}

    @cached_property
    def told_by(self) -> Mapping[tuple[str, ...], Sequence[tuple[Event, frozenset[str]]]]:
        """Its events by their folded words, each with the words of its sentence."""
        found: dict[tuple[str, ...], list[tuple[Event, frozenset[str]]]] = {}
        for event in self.reading.events:
            sentence = frozenset(words(sentence_around(self.report.text, event.trigger)))
            found.setdefault(tuple(words(self.reading.words(event.trigger))), []).append((event, sentence))
        return found


def lay_out(readings: Iterable[Reading], as_of: date | None, *, whole: bool = False) -> list[Sheet]:
    """Each report once, in order, its reading slim unless it is wanted whole. With `as_of`, only what was published on or before it: of an
    undated report nobody can say so."""
    by_report: dict[str, Reading] = {}
    for reading in readings:
        reading = reading if whole else slim(reading)
        known = by_report.get(reading.report.id)
        by_report[reading.report.id] = reading if known is None else joined_readings(known, reading)
    sheets = [Sheet(reading, first_published(reading.report)) for reading in by_report.values()]
    if as_of is not None:
        sheets = [sheet for sheet in sheets if sheet.published is not None and sheet.published <= as_of.isoformat()]
    return sorted(sheets, key=lambda sheet: sheet.order)


def country_of(reading: Reading) -> str | None:
    """The country in which most of a report's events are, else most of its places; None where it names none."""
    places = {place.id: place.country for place in reading.places if place.country}
    found = Counter(places[event.place] for event in reading.events if event.place in places) or Counter(places.values())
    return min(found, key=lambda country: (-found[country], country), default=None)


def first_published(report: Report) -> str | None:
    """The earliest day among the report's own date and its appearances."""
    dates = [report.published, *(a.published for a in report.appearances)]
    return min((d[:10] for d in dates if d), default=None)


def _without_appearances(reading: Reading) -> Reading:
    """For an order that stays the same while appearances come in."""
    return reading.model_copy(update={"report": reading.report.model_copy(update={"appearances": ()})})


def joined_readings(one: Reading, other: Reading) -> Reading:
    """Of two readings of one report, the one that sorts first, with the appearances of both."""
    if one == other:
        return one
    first, second = sorted((one, other), key=lambda r: (r.report.published or UNDATED, _without_appearances(r).to_json()))
    both = {a.to_json(): a for a in (*first.report.appearances, *second.report.appearances)}
    report = first.report.model_copy(update={"appearances": tuple(both[key] for key in sorted(both))})
    return first.model_copy(update={"report": report})
