"""A case that is kept merged: a report that comes or goes costs what it touches, not what the case holds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sayso.model import Reading, Situation
from sayso.model.situation import Actor, Dispute, Incident, Judgement, Site
from sayso.situation.anaphora import pointing_back
from sayso.situation.answers import answered
from sayso.situation.attribution import attributed
from sayso.situation.bare import bare_denials
from sayso.situation.case import Sheet, first_published, joined_readings
from sayso.situation.contrary.between import MANY, contradictions, sources_in
from sayso.situation.contrary.sayings import Page, page_of
from sayso.situation.control import ground, with_denials
from sayso.situation.denied_talks import OF_DEALS, said_in_dispute
from sayso.situation.disputes import across, disputes
from sayso.situation.forecasts import followed
from sayso.situation.identity import Identity, Stirred
from sayso.situation.incidents import belligerents, incident, told_by_an_event
from sayso.situation.known import Order
from sayso.situation.likeness import Sites
from sayso.situation.merging import Key, Merger
from sayso.situation.moves import made_moves
from sayso.situation.origins import Origins
from sayso.situation.own_texts import denied_by_its_own
from sayso.situation.recounts import recounted
from sayso.situation.rival_holders import rival_holders, speaking
from sayso.situation.seconded import seconded
from sayso.situation.slim import slim, smaller
from sayso.situation.sources import sources
from sayso.situation.still_fought import still_fought
from sayso.situation.threads import threads
from sayso.situation.told import Told, tell, told_alike
from sayso.situation.words import short_id


@dataclass(frozen=True, slots=True)
class Telling:
    """An incident, what is disputed within it, and why its events are taken for one."""

    incident: Incident
    disputes: tuple[Dispute, ...]
    judgements: tuple[Judgement, ...]


class Live:
    """The readings of a case, merged. After any additions and removals it stands as if the same readings had come at once.

    `parents` is the lexicon's tree of organisations, `decided` are people's judgements, as for `situate`.
    """

    def __init__(self, parents: Mapping[str, str] | None = None, decided: Iterable[Judgement] = ()) -> None:
        self._identity = Identity(parents or {})
        self._origins = Origins(self._identity)
        self._merger = Merger(self._identity.sites, decided)
        self._sheets: dict[Order, Sheet] = {}
        self._order: dict[str, Order] = {}
        self._told: dict[Order, list[Told]] = {}
        self._with_actor: dict[str, set[Order]] = {}
        self._with_site: dict[str, set[Order]] = {}
        self._firsts: dict[str, Key] = {}
        self._fighting: frozenset[str] = frozenset()

    def add(self, reading: Reading) -> set[str]:
        """Add a report's reading, or its appearances where the report is known; give the ids of the incidents that are new or other
        than they were, gone ones among them."""
        return self.extend([reading])

    def extend(self, readings: Iterable[Reading]) -> set[str]:
        """Add many at once: cheaper than one by one, with the same outcome."""
        stale: set[Order] = set()
        moved: set[Order] = set()
        fresh: dict[Order, Sheet] = {}
        for given in readings:
            reading = slim(given)
            known = self._order.get(reading.report.id)
            if known is not None:
                reading = joined_readings(self._sheets[known].reading, reading)
                if reading == self._sheets[known].reading:
                    continue
                self._take_out(known, stale, moved, with_origins=fresh.pop(known, None) is None)
            sheet = Sheet(reading, first_published(reading.report))
            self._sheets[sheet.order] = sheet
            self._order[sheet.id] = sheet.order
            self._put_in(sheet, stale, moved)
            fresh[sheet.order] = sheet
        for sheet in fresh.values():
            stale |= self._origins.add(sheet)
        return self._tell(stale, moved)

    def remove(self, report: str) -> set[str]:
        """Take a report out by its id; give the ids of the incidents that are other than they were. KeyError where it is not there."""
        stale: set[Order] = set()
        moved: set[Order] = set()
        self._take_out(self._order[report], stale, moved)
        return self._tell(stale, moved)

    def decide(self, decided: Iterable[Judgement]) -> set[str]:
        """Take these as all that people have decided on events; give the ids of the incidents that are other than they were."""
        self._merger.decide(decided)
        return self._settled()

    def told(self) -> Iterator[Told]:
        """All told events, report by report in the case's order."""
        for order in sorted(self._told):
            yield from self._told[order]

    @property
    def sites(self) -> Sites:
        """The places of the case by id."""
        return self._identity.sites

    def told_now(self, incidents: Iterable[str]) -> Iterator[Telling]:
        """Those of the incidents named by `add`, `extend`, `remove` or `decide` that are there now, each with its disputes and judgements.
        Who no longer fights is told by `situation` only."""
        firsts = [self._firsts[one] for one in sorted(incidents)]
        groups = [(first, group) for first in firsts if told_by_an_event(group := self._merger.group(first))]
        self._fighting |= belligerents((one for _, group in groups for one in group), (), self._identity)
        for first, group in groups:
            yield Telling(incident(group, self._identity, self._fighting), tuple(disputes(group)), tuple(self._merger.why(first)))

    def disputed_across(self) -> tuple[Dispute, ...]:
        """What is disputed between incidents, of all."""
        return tuple(across(self._merger.contrary()))

    def parties_of(self, report: str, known: Mapping[str, Actor]) -> Iterator[Actor]:
        """The parties that a report speaks of and that are not in `known`, or by another name."""
        sheet = self._sheets[self._order[report]]
        for actor in self._identity.actors_of(sheet, sheet.parties):
            if actor not in known or known[actor].name != self._identity.name(actor):
                yield self._identity.one(actor)

    def places_of(self, report: str) -> Iterator[Site]:
        """The places that a report speaks of."""
        sheet = self._sheets[self._order[report]]
        sites = dict.fromkeys(site for place in sheet.places if (site := self._identity.site(sheet, place)))
        yield from (self._identity.sites[site] for site in sites)

    def pages(self) -> dict[Order, Page]:
        """What each report says, sentence by sentence."""
        return {order: page_of(self._sheets[order], told, self._identity, self._origins) for order, told in sorted(self._told.items())}

    def __contains__(self, report: str) -> bool:
        return report in self._order

    def situation(self, as_of: date | None = None) -> Situation:
        """The whole situation; `as_of` is only what it is called: whatever was added counts. Takes as long as the case is large."""
        sheets = [self._sheets[order] for order in sorted(self._sheets)]
        day = as_of.isoformat() if as_of else max((sheet.published for sheet in sheets if sheet.published), default=None)
        identity, origins = self._identity, self._origins
        origins.forget_used()
        told = [one for sheet in sheets for one in self._told[sheet.order]]
        for one in told:
            ask_again(one, origins)
        held = ground(sheets, identity, origins)
        self._fighting = fighting = belligerents(told, (one.holder for one in held if one.holder), identity)
        groups = [group for group in self._merger.groups() if told_by_an_event(group)]
        incidents = [smaller(incident(group, identity, fighting)) for group in groups]
        by_id = {one.id: group for one, group in zip(incidents, groups, strict=True)}
        moves = made_moves(sheets, identity, origins)
        foretold = followed(sheets, identity, origins, day, groups, moves)
        within = [(one, dispute) for one, group in zip(incidents, groups, strict=True) for dispute in disputes(group)]
        known = {said for one, dispute in within if one.type in OF_DEALS for said in said_in_dispute(dispute)}
        made, denied = threads(moves, identity, incidents, {sheet.id: sheet for sheet in sheets}, known)
        gainsaid = {spoken for one, dispute in within for spoken in speaking(one, dispute, identity)}
        rivals = rival_holders(held, {sheet.id: sheet.published for sheet in sheets}, identity, gainsaid)
        fought = still_fought(told, identity, gainsaid)
        ruled = (*(dispute for _, dispute in within), *self.disputed_across(), *rivals, *fought, *denied)
        of_events = {(told.sheet.id, told.event.id): one.id for one, group in zip(incidents, groups, strict=True) for told in group}
        listed = tuple(smaller(one) for one in origins.listed())
        contrary = tuple(contradictions(self.pages(), of_events, ruled)) if len(sheets) < MANY else ()
        voices = {origin.owner for origin in listed} | {one.whose.owner for one in told if one.whose.owner} | sources_in(contrary)
        return Situation(
            as_of=day,
            reports=tuple(sheet.id for sheet in sheets),
            parties=identity.listed(voices),
            places=identity.places(),
            incidents=tuple(incidents),
            disputes=(*ruled, *contrary),
            threads=tuple(made),
            control=tuple(smaller(one) for one in with_denials(held, sheets, incidents)),
            forecasts=tuple(foretold),
            sources=tuple(smaller(one) for one in sources(sheets, by_id, identity, foretold)),
            origins=listed,
            judgements=tuple(smaller(one) for one in self._merger.judgements()),
        )

    def _put_in(self, sheet: Sheet, stale: set[Order], moved: set[Order]) -> None:
        self._stir(self._identity.add(sheet), stale, moved)
        for actor in self._identity.actors_of(sheet, sheet.parties):
            self._with_actor.setdefault(actor, set()).add(sheet.order)
        for place in sheet.places:
            site = self._identity.site(sheet, place)
            if site is not None:
                self._with_site.setdefault(site, set()).add(sheet.order)

    def _take_out(self, order: Order, stale: set[Order], moved: set[Order], *, with_origins: bool = True) -> None:
        sheet = self._sheets.pop(order)
        del self._order[sheet.id]
        for one in self._told.pop(order, ()):
            self._merger.remove(one)
        for actor in self._identity.actors_of(sheet, sheet.parties):
            self._with_actor[actor].discard(order)
        for place in sheet.places:
            site = self._identity.site(sheet, place)
            if site is not None:
                self._with_site[site].discard(order)
        if with_origins:
            stale |= self._origins.remove(sheet)
        self._stir(self._identity.remove(sheet), stale, moved)

    def _stir(self, stirred: Stirred, stale: set[Order], moved: set[Order]) -> None:
        for actor in stirred.actors:
            stale |= self._with_actor.get(actor, set())
        for site in stirred.sites:
            moved |= self._with_site.get(site, set())
        stale |= self._origins.crediting(stirred.voices)

    def _tell(self, stale: set[Order], moved: set[Order]) -> set[str]:
        """Tell anew what may be told otherwise, and merge again what is."""
        for order in sorted((self._origins.with_copies(stale) | moved) & self._sheets.keys()):
            now = told_in(self._sheets[order], self._identity, self._origins)
            was = self._told.get(order, [])
            if order not in moved and order in self._told and told_alike(was, now):
                continue
            for one in was:
                self._merger.remove(one)
            for one in now:
                self._merger.add(one)
            self._told[order] = now
        return self._settled()

    def _settled(self) -> set[str]:
        touched = {short_id("I", key[1], key[3]): key for key in self._merger.settle()}
        self._firsts |= touched
        return set(touched)


def told_in(sheet: Sheet, identity: Identity, origins: Origins) -> list[Told]:
    """The told events of a report, in the order of its text, with the denials in it that answer them."""
    told = attributed(sheet, pointing_back(denied_by_its_own(sheet, list(tell(sheet, identity, origins)), origins)), identity, origins)
    told = seconded(sheet, told, identity, origins)
    told = recounted(sheet, answered(sheet, told, identity, origins), origins)
    return sorted((*told, *bare_denials(sheet, told, identity, origins)), key=lambda one: one.order)


def ask_again(one: Told, origins: Origins) -> None:
    """Ask whose word a told event is, and whose all others on it are: what is asked about is listed."""
    origins.whose(one.sheet, None if one.whose.own else one.event.according_to, one.event.trigger)
    for answer in (*one.answers, *one.seconded):
        origins.whose(one.sheet, answer.statement if answer.statement in one.sheet.statements else None, answer.span)
    for word in one.attributed:
        if word.claimant is not None:
            origins.spoken(one.sheet, word.claimant, word.span)
        elif word.fact in one.sheet.statements:
            origins.whose(one.sheet, word.fact, word.span)
    for count in one.recounts:
        origins.whose(one.sheet, count.statement, one.sheet.figures[count.figure].span)
