"""Who is who and where is where across reports.

A party is its lexicon entry, or its folded name where the lexicon does not know it; a place is its gazetteer entry, or its
country and folded name. Nothing is merged on resemblance alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import asin, cos, radians, sin, sqrt

from sayso.model import Party, Place
from sayso.model.codes import PartyKind, PlaceKind
from sayso.model.situation import Actor, Ref, Site
from sayso.situation.case import Sheet
from sayso.situation.words import fold, name_key

POWERS: frozenset[PartyKind] = frozenset({"state", "government", "military", "police"})
FIGHTERS: frozenset[PartyKind] = frozenset({"armed_group", "coalition", "state", "government", "military", "police"})
VOICES: frozenset[PartyKind] = frozenset({"agency", "outlet"})
TOWNS: frozenset[PlaceKind] = frozenset({"city", "town", "village", "suburb", "facility"})
_MOST_ALIASES = 20
_POCKETS = frozenset({"enclave", "pocket", "holdout", "redoubt", "foothold"})
_PASSING = frozenset({"the", "last", "remaining", "final", "shrinking", "tiny", "small", "s"})


class Identity:
    """All parties and places of a case. `parents` is the lexicon's tree of organisations: an entry and the entry it is part of."""

    def __init__(self, sheets: Iterable[Sheet], parents: Mapping[str, str]) -> None:
        self._parents = parents
        self._ids: dict[tuple[str, str], str] = {}
        self._site_ids: dict[tuple[str, str], str] = {}
        seen: dict[str, list[tuple[Sheet, Party]]] = defaultdict(list)
        places: dict[str, list[Place]] = defaultdict(list)
        for sheet in sheets:
            for party in sheet.reading.parties:
                actor = actor_id(party)
                self._ids[sheet.id, party.id] = actor
                seen[actor].append((sheet, party))
            for place in sheet.reading.places:
                site = pocket_of(place, sheet.reading.parties) or site_id(place)
                self._site_ids[sheet.id, place.id] = site
                places[site].append(place)
        self.actors = {actor: _actor(actor, parties) for actor, parties in seen.items()}
        self.sites = {site: _site(site, same) for site, same in places.items()}
        self._named = {actor: any(is_named(party) for _, party in parties) for actor, parties in seen.items()}
        self._offices = self._most_told_offices(seen)
        self._voices = {fold(name): a.id for a in sorted(self.actors.values(), key=_by_id) if a.kind in VOICES for name in (a.name, *a.aliases)}

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
        return self._named.get(actor, False)

    def reports(self, actor: str) -> int:
        """How many reports speak of this party."""
        return len({ref.report for ref in self.actors[actor].seen})

    def side(self, actor: str) -> str:
        """Whose word this party's word is: a person's organisation, and of an organisation the one it is part of, as far as the reports
        speak of them."""
        return next((above for above in reversed(self._upwards(actor)) if above in self.actors), actor)

    def owner(self, actor: str) -> str:
        """The topmost organisation that a party belongs to, spoken of or not: the words of all its parts are one origin's."""
        return self._upwards(actor)[-1]

    def _upwards(self, actor: str) -> list[str]:
        found = [actor]
        while len(found) < 9:
            above = self._offices.get(found[-1]) or self._parents.get(found[-1])
            if above is None or above in found:
                break
            found.append(above)
        return found

    def voice(self, name: str) -> str:
        """The agency or outlet of this name: the party that one of the reports speaks of, else a party of its own from now on."""
        known = self._voices.get(fold(name))
        if known is None:
            known = self._voices[fold(name)] = f"voice:{fold(name)}"
            self.actors[known] = Actor(id=known, name=name, kind="outlet", aliases=(name,))
        return known

    def kind(self, actor: str) -> PartyKind:
        """A party's kind."""
        return self.actors[actor].kind if actor in self.actors else "other"

    def _most_told_offices(self, seen: Mapping[str, list[tuple[Sheet, Party]]]) -> dict[str, str]:
        """For each person, and each description of some ("its officials"), the organisation that most reports give them an office in."""
        offices = {}
        for actor, parties in seen.items():
            holding = [(sheet, p) for sheet, p in parties if p.kind == "person" or not is_named(p)]
            told = Counter(self._ids[sheet.id, role.of] for sheet, p in holding for role in p.roles if role.of)
            if told:
                offices[actor] = min(told, key=lambda org: (-told[org], org))
        return offices


def actor_id(party: Party) -> str:
    """The lexicon's entry, or "person:" or "party:" and the folded name."""
    if party.entry:
        return party.entry
    return f"{'person' if party.kind == 'person' else 'party'}:{name_key(party.name)}"


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
    """Whether the name is a name: an entry, a capitalised head word, or a power of a named country."""
    parts = [part for part in party.name.split() if part[:1].isalpha()]
    if party.entry or not parts:
        return party.entry is not None
    capitals = [part[0].isupper() for part in parts]
    if party.kind in ("civilians", "other"):
        return False
    if party.kind in POWERS:
        return (any(capitals) and len(parts) > 1) or party.kind == "state"
    return capitals[-1]


def kilometres(a: Site, b: Site) -> float | None:
    """The distance between two places; None where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    p, q = radians(a.lat), radians(b.lat)
    h = sin((q - p) / 2) ** 2 + cos(p) * cos(q) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 12742 * asin(sqrt(min(1.0, h)))


def _actor(actor: str, parties: list[tuple[Sheet, Party]]) -> Actor:
    names, kinds = Counter(p.name for _, p in parties), Counter(p.kind for _, p in parties)
    aliases = sorted({alias for _, p in parties for alias in p.aliases})[:_MOST_ALIASES]
    refs = sorted(((sheet.order, party.id) for sheet, party in parties))
    return Actor(
        id=actor,
        name=min(names, key=lambda n: (-names[n], n)),
        kind=min(kinds, key=lambda k: (-kinds[k], k)),
        aliases=tuple(aliases),
        seen=tuple(Ref(report=order[1], fact=party) for order, party in refs),
    )


def _site(site: str, same: list[Place]) -> Site:
    """The fullest and then the most told of a place's descriptions."""
    told = Counter((p.lat is not None, p.name, p.kind, p.country, p.lat, p.lon) for p in same)
    _, name, kind, country, lat, lon = min(told, key=lambda t: (not t[0], -told[t], str(t)))
    return Site(id=site, name=name, kind=kind, country=country, lat=lat, lon=lon)


def _by_id(actor: Actor) -> str:
    return actor.id
