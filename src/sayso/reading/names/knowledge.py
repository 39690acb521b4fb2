"""What the lexicon's tables say about names, prepared for reading."""

import re
from functools import lru_cache

from sayso.lexicon import Lexicon
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
from sayso.reading.names.phrases import PhraseBook, fold


class Knowledge:
    """Tables turned into dictionaries. Made once for a lexicon by `knowledge`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.parties = {row.id: row for row in lexicon.rows(PartyRow)}
        self.countries = {row.iso: row for row in lexicon.rows(CountryRow)}
        self.holders: dict[str, list[HolderRow]] = {}
        for holder in lexicon.rows(HolderRow):
            self.holders.setdefault(holder.name, []).append(holder)
        self.adjectives: dict[str, str] = {}
        """Folded nationality word to country code; for a people "people:Kurdish"."""
        self.peoples: dict[str, str] = {}
        """Folded word for a people, plural, to the same."""
        self._nationalities(lexicon)
        self.institutions = {fold(row.noun): row for row in lexicon.rows(InstitutionRow)}
        self.nouns: dict[str, tuple[PersonNounRow, bool]] = {}
        """A noun for people as it stands in a text, to its row and whether it is plural."""
        for noun in lexicon.rows(PersonNounRow):
            if noun.plural:
                self.nouns[noun.plural.casefold()] = (noun, True)
        for noun in lexicon.rows(PersonNounRow):
            self.nouns.setdefault(noun.noun.casefold(), (noun, noun.number == "many"))
        offices = lexicon.rows(OfficeRow)
        self.titles = {row.title.casefold().rstrip("."): row for row in offices if row.before}
        self.offices = {row.title.casefold().rstrip("."): row for row in offices}
        self.given = {fold(row.name): row.gender for row in lexicon.rows(GivenNameRow)}
        self.book = self._phrase_book()

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

    def _phrase_book(self) -> PhraseBook:
        book = PhraseBook()
        for party in self.parties.values():
            for name in (party.name, *party.aliases):
                book.add(name, party.id, "group")
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

    def chosen(self, entries: list[str], published: str | None) -> str:
        """Which of several entries that share a name is meant on a day: the one then in being; the earliest where no day is known."""
        if len(entries) == 1:
            return entries[0]
        if published is None:
            return min(entries, key=lambda e: self._life(e)[0])
        living = [e for e in entries if self._life(e)[0] <= published <= self._life(e)[1]]
        return (living or entries)[0]

    def _life(self, entry: str) -> tuple[str, str]:
        party = self.parties.get(entry)
        return (party.since or "0", (party.until or "9") + "~") if party else ("0", "9~")


@lru_cache(maxsize=4)
def knowledge(lexicon: Lexicon) -> Knowledge:
    """The knowledge of a lexicon, shared by all questions that ask for it."""
    return Knowledge(lexicon)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})s?", re.IGNORECASE)


GROUP_HEADS = frozenset(
    """agency alliance administration army assembly association authority bank battalion bloc board brigade brigades bureau cartel
    center centre channel coalition college command commission committee committees company confederation congress consortium
    convention corp corporation corps council councils court crescent cross defence defense delegation department directorate
    division embassy federation fighters firm fleet force forces foreign forum foundation front fund gang government group guard
    guards herald hospital inc initiative institute institution intelligence journal jihad junta league legion liberation ltd
    media ministry mission mobilization monitor movement nations navy network news observatory office organisation organization
    parliament party patrol police post presidency press radio regiment republican resistance rights secretariat senate service
    services society squad squadron staff state syndicate television times today tribunal tribune tv union unit units university
    watch wing workers wire""".split()
)
"""Last words of names of bodies: the Idlib Media Center, the Farouq Brigade."""

PLACE_HEADS = frozenset(
    """airbase airfield airport area avenue bay bazaar beach border boulevard bridge camp canal canyon cape castle cemetery city
    coast corridor county crossing dam delta desert district governorate gulf harbor harbour heights highway hill hills island
    islands jail junction lake market mosque mount mountain mountains neighborhood neighbourhood oblast ocean park pass peninsula
    plain plains plateau port prefecture prison province quarter range region ridge river road roundabout sea square station
    strait street suburb suburbs temple territory town triangle tunnel valley village zone""".split()
)
"""Last words of names of places: Saadallah Square, Deir al-Zor province."""

PLACE_LEADS = frozenset("city town village province district region suburb neighbourhood neighborhood state island port capital area".split())
"""Nouns before "of X", or just before or after X, that make X a place."""

PLACE_PREPOSITIONS = frozenset("in near at around outside inside across throughout toward towards into within surrounding".split())
SAYING = frozenset(
    """say tell add announce declare claim state note warn deny confirm insist argue accuse stress acknowledge admit report explain
    write tweet vow pledge promise suggest urge demand reject condemn call believe think agree remark recall reply respond comment
    describe testify reveal hope want refuse allege maintain reiterate emphasize emphasise criticize criticise welcome""".split()
)
LINKS = frozenset("al el as ash az an ar ad at ul ibn bin ben bint abu abd umm de del della la las le los van von der den di da dos du of for and the in on".split())
"""Small words inside names."""
