"""Who is who and where is where across reports.

A party is its lexicon entry, or its folded name where the lexicon does not know it; a place is its gazetteer entry, or its
country and folded name. Nothing is merged on resemblance alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.model import Party, Place
from sayso.model.codes import FIGHTERS, POWERS, PartyKind, PlaceKind
from sayso.model.situation import Actor, Site
from sayso.situation.case import Sheet
from sayso.situation.known import Known
from sayso.situation.officials import NOT_OF_STATE, by_office, country_of_party, in_full, of_this_state
from sayso.situation.publishers import BODIES, VOICES, bodies_in, voices_of
from sayso.situation.sites import Description, KnownSites
from sayso.situation.words import fold, name_key, words

TOWNS: frozenset[PlaceKind] = frozenset({"city", "town", "village", "suburb", "facility"})
PRIVATE = 10
"""Reports; somebody whom more of them name is a public figure."""
_VOICE = "voice:"
_PERSON = "person:"
_BODY = "party:"
_DESCRIBED = (_PERSON, _BODY, "account:")
"""Beginnings of the ids of parties that the lexicon does not know."""
_NO_LONGER = re.compile(r"\b(?:former|ex|late|deposed|ousted)\b")
"""In an office that somebody held once."""

@dataclass(frozen=True, slots=True)
class Stirred:
    """What one report's coming or going changes for the others: parties, places, and folded names of outlets and agencies."""

    actors: set[str]
    sites: set[str]
    voices: set[str]


_SMALL_WORDS = frozenset({"of", "for", "and", "the", "in", "on", "de", "la", "du"})
_COMMON = frozenset(
    "army armies force forces troops troop soldiers soldier police policemen security military militia militias militiamen"
    " militants militant rebels rebel insurgents insurgent jihadists jihadis islamists terrorists terrorist gunmen gunman fighters"
    " fighter guerrillas extremists separatists loyalists mercenaries commandos snipers bombers attackers assailants bandits"
    " kidnappers unit units brigade brigades battalion group groups faction factions coalition alliance opposition government"
    " regime authorities ministry officials state armed general staff enemy enemies foes others both sides warplanes jets aircraft the of and".split()
)
"""Words that are in many names and make none by themselves, whatever case they stand in."""
_REBELS = frozenset({"rebel", "rebels", "opposition"})
_REBELLING = _REBELS | {"fighters", "forces", "groups", "factions", "gunmen", "troops", "armed", "group", "faction", "side", "units"}
"""Words for rebels of no group in particular."""
_POCKETS = frozenset({"enclave", "pocket", "holdout", "redoubt", "foothold"})
_ARTICLE = re.compile(r"^(?:[ae][lrsnztdhq]h?|ash|ul|d|l)[-’'](?=\w)")
"""The Arabic or French article before a name ("al-Hamawi"): the name begins behind it."""
_A_BODY = re.compile(r"(?P<name>[A-Z]\w+(?: [A-Z]\w+)+) (?:movement|group|militia|organi[sz]ation|faction)")
"""A name of two words or more, and behind it in small letters what bears it: "the Red Dawn movement"."""
_CIVIL: frozenset[PartyKind] = frozenset({"government", "ngo", "other", "io", "party"})
_INSTITUTIONS = frozenset(
    "office committee commission council directorate department authority municipality hospital diocese archdiocese synod service room company"
    " association university union prefecture chamber clinic charity foundation".split()
)
"""Common nouns, in small letters, for bodies that can be found again by where they are and what they do."""
_OF_STATE = re.compile(r"party:(?:.+ (?:ministry|police|gendarmerie|army|military)|ministry of .+|armed forces|governor office)@([A-Z]{2})")
"""The id of a body that only a state has, as a report about one country describes it: "the interior ministry", "the provincial police"."""
_MINISTRY = re.compile(r"(?:\w+ )?ministry|ministry of (?:the )?\w+(?: \w+)?")
"""A ministry in words that fit any state's, in capitals or not."""
_ORGAN = re.compile(r"([a-z]{2})-(?:gov|mod|moi|mil|army|airforce|navy|police)|party:.+@([A-Z]{2})")
"""The id of a state's organ: the lexicon's ("td-mod"), or a description and the country of its report ("party:army@TD")."""
_IN_OFFICE = re.compile(r"\b(?:governor|minister|ministry|police|prosecutor|government)\b")
"""In the title of somebody who speaks for a state, whatever part of it the report names or leaves out."""
_UNIT = re.compile(r"\d+(?:st|nd|rd|th)? (?:Corps|Division|Brigade|Regiment|Battalion)\b")
_PASSING = frozenset({"the", "last", "remaining", "final", "shrinking", "tiny", "small", "s"})


class Identity:
    """All parties and places of a case, kept up to date as reports come and go.

    `parents` is the lexicon's tree of organisations: an entry and the entry it is part of, or whose office a person holds. What `add`
    and `remove` give are the parties, places and voices that other reports now see otherwise.
    """

    def __init__(self, parents: Mapping[str, str]) -> None:
        self._parents = {part: whole for part, whole in parents.items() if not part.startswith(_PERSON)}
        self._bodies = {person: body for person, body in parents.items() if person.startswith(_PERSON)}
        self._below: dict[str, set[str]] = defaultdict(set)
        for part, whole in self._parents.items():
            self._below[whole].add(part)
        self._office: dict[str, str] = {}
        self._ids: dict[tuple[str, str], str] = {}
        self._site_ids: dict[tuple[str, str], str] = {}
        self._known: dict[str, Known] = {}
        self._described: dict[str, Counter[Description]] = {}
        self._voiced: dict[str, Counter[str]] = defaultdict(Counter)
        self._called: dict[str, str] = {}
        self.sites = KnownSites(self._described)

    def add(self, sheet: Sheet) -> Stirred:
        """Take a report's parties and places in."""
        return self._change(sheet, 1)

    def remove(self, sheet: Sheet) -> Stirred:
        """Take them out again."""
        return self._change(sheet, -1)

    def actor(self, sheet: Sheet, party: str) -> str:
        """The party across reports that a report's party is."""
        return self._ids[sheet.id, party]

    def actors_of(self, sheet: Sheet, parties: Iterable[str]) -> tuple[str, ...]:
        """The same for several, each once."""
        return tuple(dict.fromkeys(self._ids[sheet.id, party] for party in parties))

    def site(self, sheet: Sheet, place: str | None) -> str | None:
        """The place across reports that a report's place is."""
        return self._site_ids[sheet.id, place] if place is not None else None

    def named(self, actor: str) -> bool:
        """Whether this is a party of its own, and not a description that may mean others elsewhere ("rebels", "two men")."""
        return actor in self._known and self._known[actor].named > 0

    def institution(self, actor: str) -> bool:
        """Whether this is a body of which there is one for what its description says: "the relief commission", "the interior ministry"."""
        if actor not in self._known:
            return False
        return _state_over(actor) is not None or _is_institution(self._known[actor].kind, self._known[actor].name)

    def public(self, actor: str) -> bool:
        """Whether so many reports speak of this party that it is no sign of one story."""
        return actor in self._known and len(self._known[actor].sheets) > PRIVATE

    def side(self, actor: str) -> str:
        """Whose word this party's word is: a person's organisation, and of an organisation the one it is part of, as far as the reports
        speak of them."""
        return next((above for above in reversed(self._upwards(actor)) if above in self._known), actor)

    def owner(self, actor: str) -> str:
        """The topmost organisation that a party belongs to, spoken of or not: the words of all its parts are one origin's."""
        return self._upwards(actor)[-1]

    def voice(self, name: str) -> str:
        """The agency, outlet or other publisher of this name: the party that one of the reports speaks of, else a party of its own."""
        folded = fold(name)
        if self._voiced.get(folded):
            return max(self._voiced[folded], key=self._known_as)
        for body in bodies_in(folded):
            if behind := [actor for actor in self._voiced.get(body, ()) if self.kind(actor) in BODIES]:
                return max(behind, key=self._known_as)
        return self.own_voice(name)

    def own_voice(self, name: str) -> str:
        """The publisher of this name as a party of its own, whoever else is called so."""
        folded = fold(name)
        own = f"{_VOICE}{folded}"
        self._called[own] = min(name, self._called.get(own, name))
        return own

    def _known_as(self, actor: str) -> tuple[bool, bool, str]:
        """The lexicon's party before an outlet of that name, and both before anybody else."""
        return not actor.startswith(_DESCRIBED), self.kind(actor) in VOICES, actor

    def offices_of(self, party: Party, actors: Mapping[str, str], sheet: Sheet) -> list[str]:
        """The organisations in which a report's party holds an office; `actors` are the parties across reports by the report's ids. Of an
        official whose organisation the report leaves out ("the defence minister, Viktor Sand") the lexicon may know it, or the title says
        that it is the state of the country that the report is about ("the governor's spokesman")."""
        told = [actors[role.of] for role in party.roles if role.of]
        titles = [fold(role.title) for role in party.roles]
        if told or not titles or any(map(_NO_LONGER.search, titles)):
            return told
        if (body := self._bodies.get(party.entry or "")) is not None:
            return [body]
        speaks = party.kind == "person" and is_named(party) and any(map(_IN_OFFICE.search, titles))
        country = country_of_party(party, sheet.reading, sheet.country) if speaks else None
        return [state_of(country)] if country is not None and (country != sheet.country or of_this_state(party, sheet)) else []

    def country_of_power(self, side: str) -> str | None:
        """The country of which a party is a power; None of any other party, and where its id does not say."""
        found = _ORGAN.fullmatch(self.owner(side)) if self.kind(side) in POWERS else None
        return (found[1] or found[2]).upper() if found else None

    def kind(self, actor: str) -> PartyKind:
        """A party's kind."""
        if actor in self._known:
            return self._known[actor].kind
        return "outlet" if actor.startswith(_VOICE) else "other"

    def name(self, actor: str) -> str:
        """The name that most reports give a party."""
        return self._known[actor].name if actor in self._known else self._called.get(actor, actor)

    def one(self, actor: str) -> Actor:
        """A party that reports speak of, as it is shown: somebody told by his office alone with whose he is."""
        told, side = self._known[actor].actor(actor), self.side(actor)
        body = self._known.get(side) if told.kind == "person" and not self.named(actor) and self.named(side) else None
        return told if body is None else told.model_copy(update={"name": in_full(told.name, body)})

    def listed(self, voices: Iterable[str]) -> tuple[Actor, ...]:
        """All parties, and those of the outlets and agencies that no report speaks of, by id."""
        return tuple(sorted((*map(self.one, self._known), *self.of_voices(voices)), key=lambda actor: actor.id))

    def of_voices(self, voices: Iterable[str]) -> list[Actor]:
        """The parties of those outlets and agencies that no report speaks of."""
        own = {voice: self._called[voice] for voice in voices if voice.startswith(_VOICE) and voice not in self._known}
        return [Actor(id=voice, name=name, kind="outlet", aliases=(name,)) for voice, name in own.items()]

    def places(self) -> tuple[Site, ...]:
        """All places, by id."""
        return tuple(self.sites[site] for site in sorted(self._described))

    def _change(self, sheet: Sheet, step: int) -> Stirred:
        actors = actors_in(sheet)
        sites = {place.id: pocket_of(place, sheet.reading.parties) or site_id(place) for place in sheet.reading.places}
        touched = {one for actor in actors.values() for one in (actor, _person_called(actor))}
        before = {actor: self._profile(actor) for actor in touched}
        stood = {actor: (actor in self._known, self._office.get(actor)) for actor in touched}
        seen_as = {site: self.sites[site] for site in set(sites.values()) if site in self._described}
        self._ids.update({(sheet.id, party): actor for party, actor in actors.items()})
        self._site_ids.update({(sheet.id, place): site for place, site in sites.items()})
        voices = self._count_parties(sheet, actors, step)
        self._count_places(sheet, sites, step)
        moved = {actor for actor in touched if stood[actor] != (actor in self._known, self._office.get(actor))}
        stirred = {actor for actor in touched if before[actor] != self._profile(actor)} | self._with_those_below(moved)
        if step < 0:
            for party in actors:
                del self._ids[sheet.id, party]
            for place in sites:
                del self._site_ids[sheet.id, place]
        return Stirred(stirred, {site for site, was in seen_as.items() if site in self._described and self.sites[site] != was}, voices)

    def _count_parties(self, sheet: Sheet, actors: Mapping[str, str], step: int) -> set[str]:
        voices = set()
        for party in sheet.reading.parties:
            actor = actors[party.id]
            known = self._known.setdefault(actor, Known())
            was = voices_of(known)
            named = is_named(party) and not (by_office(party) and any(role.of for role in party.roles))
            known.count(sheet.order, party, self.offices_of(party, actors, sheet), named, step)
            self._take_office(actor, known)
            self._join_namesake(actor)
            for folded in was ^ voices_of(known):
                voices.add(folded)
                self._voiced[folded][actor] += 1 if folded not in was else -1
                self._voiced[folded] = +self._voiced[folded]
            if not known.sheets:
                del self._known[actor]
                self._join_namesake(actor)
        return voices

    def _join_namesake(self, actor: str) -> None:
        """A body that one report takes for a person is itself: the "person" of its name is one of it."""
        person = _person_called(actor)
        if person != actor and person in self._known:
            self._take_office(person, self._known[person])

    def _take_office(self, actor: str, known: Known) -> None:
        old, new = self._office.get(actor), known.office or (self._told_by_its_id(actor) if known.sheets else None)
        if old != new:
            if old is not None:
                self._below[old].discard(actor)
                del self._office[actor]
            if new is not None:
                self._below[new].add(actor)
                self._office[actor] = new

    def _told_by_its_id(self, actor: str) -> str | None:
        body = _BODY + actor.removeprefix(_PERSON)
        return body if actor.startswith(_PERSON) and body in self._known else _state_over(actor)

    def _count_places(self, sheet: Sheet, sites: Mapping[str, str], step: int) -> None:
        for place in sheet.reading.places:
            counted = self._described.setdefault(sites[place.id], Counter())
            counted[place.name, place.kind, place.country, place.lat, place.lon] += step
            if not +counted:
                del self._described[sites[place.id]]
        self.sites.forget(sites.values())

    def _with_those_below(self, actors: Iterable[str]) -> set[str]:
        """These parties and all whose organisations lead up to one of them."""
        found, todo = set(actors), list(actors)
        while todo:
            for below in self._below.get(todo.pop(), ()):
                if below not in found:
                    found.add(below)
                    todo.append(below)
        return found

    def _profile(self, actor: str) -> tuple[object, ...]:
        """Everything about a party that another report's facts depend on."""
        return self.side(actor), self.owner(actor), self.named(actor), self.kind(actor), self.public(actor)

    def _upwards(self, actor: str) -> list[str]:
        found = [actor]
        while len(found) < 9:
            above = self._office.get(found[-1]) or self._parents.get(found[-1])
            if above is None or above in found:
                break
            found.append(above)
        return found


def actors_in(sheet: Sheet) -> dict[str, str]:
    """The parties across reports that a report's parties are, by its own ids."""
    parties = sheet.reading.parties
    ids = {party.id: actor_id(party, sheet.id, country_of_party(party, sheet.reading, sheet.country)) for party in parties}
    told = [party for party in parties if by_office(party) or (party.kind == "person" and not is_named(party))]
    bodies = {party.id: next((role.of for role in party.roles if role.of and role.of != party.id), None) for party in told}
    return ids | {party: f"{ids[party]}@{ids[body]}" for party, body in bodies.items() if body is not None}


def actor_id(party: Party, report: str, country: str | None) -> str:
    """The lexicon's entry, or the account that somebody writes from, whatever name it bears; else "person:" or "party:" and the folded name.
    People and things that are only described ("residents", "the source") are others in every report: their id says which one. "The army"
    and "rebels" are those of the country that the report is about; rebels and opposition fighters of no named group are one party."""
    if party.entry:
        return party.entry
    accounts = [name.casefold() for name in (party.name, *party.aliases) if name.startswith("@")]
    if accounts:
        return f"account:{min(accounts)}"
    if _is_institution(party.kind, party.name) or (party.kind == "government" and _MINISTRY.fullmatch(name_key(party.name))):
        return f"party:{name_key(party.name)}@{country or report[:8]}"
    if is_named(party) or party.kind not in FIGHTERS | {"civilians", "other"}:
        return f"{_PERSON if party.kind == 'person' else 'party:'}{name_key(_proper(party))}"
    if party.kind not in FIGHTERS:
        return f"party:{name_key(party.name)}@{report[:8]}"
    name = "rebels" if party.kind not in POWERS - {"military"} and _called_rebels(party) else name_key(party.name)
    return f"party:{name}@{country}" if country else f"party:{name}"


def _called_rebels(party: Party) -> bool:
    """Whether fighters of no named group are called rebels anywhere in the report: "the fighters", elsewhere "the opposition fighters"."""
    words = [set(name_key(name).split()) for name in (party.name, *party.aliases)]
    return words[0] <= _REBELLING and any(said & _REBELS and said <= _REBELLING for said in words)


def _person_called(actor: str) -> str:
    """The id of a person of a body's name; any other id as it is."""
    return _PERSON + actor.removeprefix(_BODY) if actor.startswith(_BODY) else actor


def _state_over(actor: str) -> str | None:
    """The state of which a described body is one ("the provincial police")."""
    found = _OF_STATE.fullmatch(actor)
    return state_of(found[1]) if found and not NOT_OF_STATE.search(actor) else None


def state_of(country: str) -> str:
    return f"{country.lower()}-gov"


def _is_institution(kind: PartyKind, name: str) -> bool:
    *before, last = name.split() or [""]
    return bool(before) and kind in _CIVIL and last in _INSTITUTIONS


def site_id(place: Place) -> str:
    """The gazetteer's entry, or the country and the folded name."""
    return place.gazetteer or f"{place.country or '??'}:{name_key(place.name)}"


def pocket_of(place: Place, parties: Iterable[Party]) -> str | None:
    """The id of ground that is described by who holds it ("the last ISIS enclave", "the group's pocket"): one for each holder that the
    lexicon knows, however it is described. None for any other place."""
    words = [word for word in name_key(place.name).split() if word not in _PASSING]
    if place.gazetteer or len(words) < 2 or words[-1] not in _POCKETS:
        return None
    holder = " ".join(words[:-1])
    entries = {p.entry for p in parties if p.entry and holder in {name_key(alias) for alias in (p.name, *p.aliases)}}
    return f"pocket:{entries.pop()}" if len(entries) == 1 else None


def is_named(party: Party) -> bool:
    """Whether the name is a name: an entry, an account (@name), a capitalised head word, or a power of a named country."""
    if party.name.startswith("@"):
        return True
    parts = [part for part in _proper(party).split() if part[:1].isalpha()]
    if party.entry or not parts:
        return party.entry is not None
    capitals = [_ARTICLE.sub("", part)[:1].isupper() for part in parts]
    if party.kind == "civilians" or _common(party.name):
        return False  # "Rebels" at the head of a sentence are any
    if party.kind == "other":  # a body of no known kind ("Coast Media Centre"); one capital may be the first word of a sentence
        return len(parts) > 1 and all(capitals[at] for at, part in enumerate(parts) if fold(part) not in _SMALL_WORDS)
    if party.kind in POWERS or party.kind == "coalition":
        return (any(capitals) and len(parts) > 1) or party.kind == "state" or _UNIT.match(party.name) is not None
    return capitals[-1]


def _proper(party: Party) -> str:
    """A group's name without the word for a group behind it."""
    found = _A_BODY.fullmatch(party.name) if party.kind in ("armed_group", "party") else None
    return found["name"] if found else party.name


@lru_cache(maxsize=50_000)
def _common(name: str) -> bool:
    return all(word in _COMMON for word in words(name))
