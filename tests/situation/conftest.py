"""Readings made by hand: a report in a few words, with facts laid over its words; and invented reports that are read and merged."""

import hashlib
from collections import Counter

import pytest

from sayso.intake.anatomy import from_row
from sayso.model import (
    Appearance,
    Control,
    Event,
    Figure,
    Forecast,
    Interval,
    Move,
    Origin,
    Party,
    Place,
    ReaderVersion,
    Reading,
    Report,
    Statement,
)
from sayso.situation import situate

READER = ReaderVersion(version="1", model="m", lexicon="l")
PARTIES = {
    "Valley Guard": "armed_group", "Lowland Army": "military", "Lowland": "state", "Relief League": "ngo", "Peak Monitor": "monitor",
    "Ada Brunn": "person", "Tom Weld": "person", "Weld": "person", "residents": "civilians", "army": "military", "soldiers": "military",
    "Coast Agency": "agency",
    "fighters": "armed_group", "opposition fighters": "armed_group", "mercenaries": "armed_group", "Guard": "armed_group",
    "Tom Wedl": "person", "Tomas Weld": "person", "Tom Erik Weld": "person", "Tim Brunn": "person", "Bo Weld": "person", "Ada Weld": "person",
}  # fmt: skip
PLACES = {
    "Arnholt": ("town", 10.0, 10.0), "Bremfeld": ("town", 10.9, 10.9), "Old Quarter": ("suburb", 10.05, 10.05), "Lowland": ("country", 10.5, 10.5),
    "Great Arnholt": ("city", 20.0, 20.0), "Harbour Street": ("facility", None, None),
}  # fmt: skip


def day(first, last=None):
    return Interval(earliest=first, latest=last or first)


class Draft:
    """A report in the making. Parties and places are named by their names; each call adds one fact whose words are its `words`."""

    def __init__(self, text, published="2030-05-10", outlet="Courier", origin=None, appearances=()):
        self.report = Report(
            id=hashlib.sha256(text.encode()).hexdigest(), text=text, published=published, outlet=outlet,
            origin=Origin(name=origin, basis="credit") if origin else Origin(),
            appearances=tuple(Appearance(outlet=o, published=p) for o, p in appearances),
        )  # fmt: skip
        self.facts = {layer: [] for layer in ("statements", "events", "figures", "control", "moves", "forecasts")}
        self.parties, self.places, self.counts = {}, {}, Counter()

    def party(self, name, of=None):
        if name not in self.parties:
            roles = ({"title": "spokesman", "of": self.party(of)},) if of else ()
            id = f"P{len(self.parties) + 1}"
            self.parties[name] = Party(id=id, name=name, kind=PARTIES.get(name, "other"), aliases=(name,), roles=roles)
        return self.parties[name].id

    def place(self, name):
        if name is None:
            return None
        kind, lat, lon = PLACES[name]
        self.places.setdefault(name, Place(id=f"L{len(self.places) + 1}", name=name, kind=kind, country="LL", lat=lat, lon=lon))
        return self.places[name].id

    def span(self, words):
        start = self.report.text.index(words)
        return (start, start + len(words))

    def _add(self, layer, letter, fact_type, **values):
        self.counts[letter] += 1
        fact = fact_type(id=f"{letter}{self.counts[letter]}", **values)
        self.facts[layer].append(fact)
        return fact.id

    def _all(self, names):
        return tuple(self.party(name) for name in names)

    def said(self, words, by=None, of=None, kind="indirect", on=None, **values):
        speaker = self.party(by, of) if by else None
        stated = day(on) if on else None
        return self._add("statements", "S", Statement, content=(self.span(words),), kind=kind, speaker=speaker, stated=stated, **values)

    def event(self, trigger, type="ASSAULT", mode="aerial", by=(), to=(), at=None, when=None, status="happened", whose=None, **values):
        return self._add(
            "events", "E", Event, type=type, mode=mode, trigger=self.span(trigger), actors=self._all(by), recipients=self._all(to),
            place=self.place(at), when=day(when) if isinstance(when, str) else when, status=status, according_to=whose, **values,
        )  # fmt: skip

    def figure(self, words, what="killed", low=None, high=None, **values):
        return self._add("figures", "F", Figure, span=self.span(words), what=what, min=low, max=high, **values)

    def move(self, words, kind, by=(), to=(), when=None, whose=None, **values):
        return self._add(
            "moves", "M", Move, kind=kind, span=self.span(words), from_=self._all(by), to=self._all(to),
            when=day(when) if when else None, according_to=whose, **values,
        )  # fmt: skip

    def held(self, words, holder, place, relation="holds", **values):
        return self._add(
            "control", "C", Control, span=self.span(words), holder=self.party(holder), place=self.place(place), relation=relation, **values
        )

    def forecast(self, words, due=None, by=None, **values):
        return self._add(
            "forecasts", "O", Forecast, span=self.span(words), what=words, due=day(due) if due else None,
            by=self.party(by) if by else None, **values,
        )  # fmt: skip

    def reading(self):
        facts = {layer: tuple(found) for layer, found in self.facts.items()}
        return Reading(reader=READER, report=self.report, parties=tuple(self.parties.values()), places=tuple(self.places.values()), **facts)


@pytest.fixture
def draft():
    """Starts a report: `draft(text, published, outlet, ...)`."""
    return Draft


@pytest.fixture
def strike(draft):
    """One report of one air strike, on somebody's word."""

    def make(text="Jets struck the market.", by="Peak Monitor", published="2030-05-10", outlet="Courier", trigger="struck", of=None, **values):
        report = draft(text, published, outlet)
        stance = "deny" if values.get("status") == "denied" else "say"
        whose = report.said(text, by=by, of=of, stance=stance) if by else None
        known = {"by": ("Lowland Army",), "at": "Arnholt", "when": "2030-05-09"}
        report.event(trigger, whose=whose, **(known | values))
        return report.reading()

    return make


@pytest.fixture
def merged(reader):
    """The situation of reports given as (outlet, day, text)."""

    def make(*reports):
        rows = ({"outlet": outlet, "published": day, "text": text} for outlet, day, text in reports)
        return situate([reader.read(from_row(row)) for row in rows], parents=reader.lexicon.parents)

    return make
