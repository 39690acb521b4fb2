"""What the lexicon's tables say about names, prepared for reading."""

import re
from collections import Counter
from functools import lru_cache

from sayso.lexicon import Lexicon
from sayso.lexicon.cue_rows import CueRow
from sayso.lexicon.event_rows import WordClassRow
from sayso.lexicon.party_rows import (
    CountryRow,
    GivenNameRow,
    HolderRow,
    InstitutionRow,
    OfficeRow,
    PartyRow,
    PeopleRow,
    PersonNounRow,
)  # fmt: skip
from sayso.model.codes import FIGHTERS
from sayso.reading.names.phrases import PhraseBook, fold
from sayso.reading.names.words import MEMBERS

_KEPT = 20_000
"""Names whose nation is kept."""
_PLURAL = re.compile(r"[A-Z][a-z]{4,}s")
"""A name of its people in the plural, whose singular stands before nouns: the Zapatistas, "Zapatista rebels"."""


class Knowledge:
    """Tables turned into dictionaries. Made once for a lexicon by `knowledge`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.parties = {row.id: row for row in lexicon.rows(PartyRow)}
        self.outlets: dict[str, PartyRow] = {}
        """Folded name of an outlet to its row."""
        for row in self.parties.values():
            for name in (row.name, *row.aliases) if row.kind == "outlet" else ():
                self.outlets.setdefault(fold(name), row)
        self.sides: dict[str, PartyRow] = {}
        """Folded name of one that may fight to its row, where it is one's alone."""
        named = [(fold(name), row) for row in self.parties.values() if row.kind in FIGHTERS for name in (row.name, *row.aliases)]
        several = Counter(name for name, _ in dict.fromkeys((name, row.id) for name, row in named))
        self.sides.update((name, row) for name, row in named if several[name] == 1)
        self.countries = {row.iso: row for row in lexicon.rows(CountryRow)}
        self.seats = {fold(seat): row.iso for row in self.countries.values() for seat in row.seats}
        """Folded name of a seat of government to the country's code."""
        self.holders: dict[str, list[HolderRow]] = {}
        for holder in lexicon.rows(HolderRow):
            self.holders.setdefault(holder.name, []).append(holder)
        self.adjectives: dict[str, str] = {}
        """Folded nationality word to country code; for a people "people:Kurdish"."""
        self.peoples: dict[str, str] = {}
        """Folded word for a people, plural, to the same."""
        self.nationals: frozenset[str] = frozenset()
        """Folded words for one of a nation or a people: "palestinian", "turk"."""
        self.homes = {f"people:{row.adjective}": frozenset(row.countries) for row in lexicon.rows(PeopleRow)}
        """The countries where a people lives."""
        self._nationalities(lexicon)
        own = {fold(name): row.iso for row in self.countries.values() for name in (row.name, *row.aliases)}
        self.nations = self.peoples | self.adjectives | own
        """Folded word for a nation, a people or a country to its code."""
        self._groups = {fold(name) for row in self.parties.values() if row.kind == "armed_group" for name in (row.name, *row.aliases)}
        self.institutions = {fold(row.noun): row for row in lexicon.rows(InstitutionRow)}
        self._asked: dict[str, str | None] = {}
        self.nouns: dict[str, tuple[PersonNounRow, bool]] = {}
        """A noun for people as it stands in a text, to its row and whether it is plural."""
        for noun in lexicon.rows(PersonNounRow):
            if noun.plural:
                self.nouns[noun.plural.casefold()] = (noun, True)
        for noun in lexicon.rows(PersonNounRow):
            self.nouns.setdefault(noun.noun.casefold(), (noun, noun.number == "many"))
        self.people = frozenset(word for word, (noun, _) in self.nouns.items() if noun.number in ("one", "many"))
        """Those of them that mean persons and no body."""
        self.noun_heads = frozenset(noun.rpartition(" ")[2] for noun in self.nouns)
        """The last words of these nouns: of "state media" "media", which alone is none."""
        offices = lexicon.rows(OfficeRow)
        self.titles = {row.title.casefold().rstrip("."): row for row in offices if row.before}
        self.offices = {row.title.casefold().rstrip("."): row for row in offices}
        self.office_words = frozenset(
            f"{nation}{office}" for nation in ("", *(f"{a} " for a in self.adjectives)) for office in self.offices
        )
        """Offices in capitals that are no names."""
        self.given: dict[str, str | None] = {fold(row.name): row.gender for row in lexicon.rows(GivenNameRow)}
        spoken = (row for row in lexicon.rows(CueRow) if row.pos == "verb" and "thought" not in row.frames and " " not in row.cue)
        self.saying = frozenset(form for row in spoken for form in row.first_words())
        """Verbs of speech of one word, as they stand in a text."""
        classes = (row for row in lexicon.rows(WordClassRow) if row.name == "rival ground")
        self.rival_ground = tuple(fold(word) for row in classes for word in row.words)
        """The folded beginnings of the names of lands, their people and their seats that have had a government beside the state's."""
        self.book = self._phrase_book()
        self._bodies = self._state_bodies()

    def _nationalities(self, lexicon: Lexicon) -> None:
        for country in lexicon.rows(CountryRow):
            for word in country.adjectives:
                self.adjectives.setdefault(fold(word), country.iso)
            for word in country.people:
                self.peoples.setdefault(fold(word), country.iso)
        for people in lexicon.rows(PeopleRow):
            self.adjectives.setdefault(fold(people.adjective), f"people:{people.adjective}")
            for word in people.people:
                self.peoples.setdefault(fold(word), f"people:{people.adjective}")
        self.nationals = frozenset(self.adjectives) | {word[:-1] for word in self.peoples if word.endswith("s")}

    def _state_bodies(self) -> dict[tuple[str, str], list[str]]:
        """Parties of the lexicon that are a state's government, army and so on: whose alias is "Syrian army"."""
        bodies: dict[tuple[str, str], list[str]] = {}
        adjectives = {(adjective, row.iso) for row in self.countries.values() for adjective in row.adjectives}
        for party in self.parties.values():
            for name in (party.name, *party.aliases):
                nation, _, noun = name.partition(" ")
                part = self.institutions.get(fold(noun))
                own = [code for code in party.country if (nation, code) in adjectives]  # two states are Congolese
                if part is not None and len(own) == 1 and part.kind == party.kind:
                    listed = bodies.setdefault((own[0], part.key_part), [])
                    if party.id not in listed:
                        listed.append(party.id)
        return bodies

    def _phrase_book(self) -> PhraseBook:
        book = PhraseBook()
        for party in self.parties.values():
            for rank, name in enumerate((party.name, *party.aliases)):
                book.add(name, party.id, "group", rank)
                if party.kind == "armed_group" and _PLURAL.fullmatch(name):
                    for noun in sorted(MEMBERS):
                        book.add(f"{name[:-1]} {noun}", party.id, "group", rank)
        for name, offices in self.holders.items():
            book.add(name, f"person:{name}", "person")
            for alias in offices[0].aliases:
                book.add(alias, f"person:{name}", "person")
        for country in self.countries.values():
            for name in (country.name, *country.aliases):
                book.add(name, f"country:{country.iso}", "place")
        for country in self.countries.values():
            for seat in country.seats:
                book.add(seat, f"seat:{country.iso}", "place")
        return book

    def fitness(self, entry: str, countries: Counter[str], published: str | None) -> float:
        """How well an entry fits a report: its countries are named there, it is known the world over, it was in being on the day."""
        party = self.parties.get(entry)
        if party is None:
            return 0.0
        there = max((countries[code] for code in party.country), default=0)
        worldwide = 0.4 if party.kind == "ngo" else 0.6 if not party.country or party.kind in ("agency", "outlet", "io") else 0.0
        score = min(there, 4) / 2 + worldwide
        return score if self.alive(entry, published) else score - 1.0

    def nation(self, name: str) -> str | None:
        """The country or people that a name is of by its words, the longest first: "Israel", "Israeli settlers"; no armed group has one."""
        if name in self._asked:
            return self._asked.get(name)
        if len(self._asked) >= _KEPT:
            self._asked.clear()
        found = self._asked[name] = self._nation(name)
        return found

    def _nation(self, name: str) -> str | None:
        words = fold(name).split() if fold(name) not in self._groups else []
        parts = (" ".join(words[at : at + n]) for n in (3, 2, 1) for at in range(len(words) - n + 1))
        return next((self.nations[part] for part in parts if part in self.nations), None)

    def adjective(self, code: str) -> str:
        """The nationality word of a country: "Syrian" of SY; the code itself where there is none."""
        row = self.countries.get(code)
        return row.adjectives[0] if row and row.adjectives else code

    def institution_entry(self, code: str, part: str, published: str | None) -> str:
        """The entry of a state's body: the party of the lexicon that is it on that day, else the code and the part: "sy-mfa"."""
        known = [entry for entry in self._bodies.get((code, part), ()) if self.alive(entry, published)]
        if known:
            return self.at_the_time(known, published)
        governments = self._bodies.get((code, "gov"), ())
        ruling = [entry for entry in governments if len(governments) > 1 and self.alive(entry, published)]
        return f"{self.at_the_time(ruling, published) if ruling else code.lower()}-{part}"  # Assad's interior ministry is not that of who came after

    def alive(self, entry: str, published: str | None) -> bool:
        """Whether a party was in being on a day. Where no day is known, only what is gone by now is taken for gone."""
        party = self.parties[entry]
        if published is None:
            return party.until is None
        return (party.since or "0") <= published <= (party.until or "9") + "~"

    def not_yet(self, entry: str, published: str | None) -> bool:
        """Whether a party began to be only after a day: a report of 2015 means another by the "Tripoli government" than the one of 2016."""
        party = self.parties.get(entry)
        return party is not None and published is not None and (party.since or "0") > published

    def at_the_time(self, entries: list[str], published: str | None) -> str:
        """Which of several parties that followed one another is meant on a day; the first of them where no day is known."""
        if published is None:
            return min(entries, key=lambda e: self.parties[e].since or "0")
        return next((e for e in entries if self.alive(e, published)), entries[0])


@lru_cache(maxsize=4)
def knowledge(lexicon: Lexicon) -> Knowledge:
    """The knowledge of a lexicon, shared by all questions that ask for it."""
    return Knowledge(lexicon)
