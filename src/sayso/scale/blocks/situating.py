"""The reduce of more readings than fit in memory, to shards that hold what `sayso.situation.situate` gives of the same readings.

Reports lie on disk in their order and are gone through several times: parties and places are counted, texts compared in blocks of one
shingle, events in blocks of one kind, day and town or party, and each set of events that evidence joins is grouped by itself. Nothing is
cut: a block looks as far as it does in memory, so there is no boundary at which two tellings of one happening would miss each other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from sayso.model import Reading
from sayso.model.situation import Dispute, GroundHeld, Incident
from sayso.scale.blocks.copies import Copies
from sayso.scale.blocks.crowd import Crowd, Placed
from sayso.scale.blocks.gathered import Gathered
from sayso.scale.blocks.grouping import Group, Groups, Unsure
from sayso.scale.blocks.piles import Piles
from sayso.scale.blocks.spool import Spool
from sayso.scale.blocks.telling import Telling
from sayso.scale.blocks.whose import Standing
from sayso.scale.blocks.writing import Shards
from sayso.situation.case import UNDATED, Sheet
from sayso.situation.contrary.between import MANY, contradictions, sources_in
from sayso.situation.contrary.sayings import page_of
from sayso.situation.control import ground, with_denials
from sayso.situation.denied_talks import OF_DEALS, Said, said_in_dispute
from sayso.situation.disputes import across, disputes
from sayso.situation.fights import Fights, fight_of
from sayso.situation.forecasts import follow
from sayso.situation.incidents import fighting_sides, incident
from sayso.situation.made import Made
from sayso.situation.moves import made_moves
from sayso.situation.precedents import OF_TALKS
from sayso.situation.rival_holders import rival_holders, speaking
from sayso.situation.settled import Moves
from sayso.situation.slim import smaller
from sayso.situation.sources import BorneOut
from sayso.situation.still_fought import still_fought
from sayso.situation.taken import Takings
from sayso.situation.threads import threads
from sayso.situation.thresholds import Counts
from sayso.situation.told import Told
from sayso.situation.undone import Undone

_REPORTS_A_PILE = 20_000
_MOST_PILES = 100
"""Of each kind: every pile is an open file, and a process may have a thousand."""
_WITHOUT = {"events": (), "figures": (), "times": (), "places": (), "control": (), "forecasts": ()}
"""What is not asked of a report whose moves are kept."""


class Blocks:
    """One merging. `work` is a folder for what does not fit in memory; it has to be empty."""

    def __init__(self, readings: Iterable[Reading], work: Path, as_of: date | None, parents: Mapping[str, str]) -> None:
        self._work = work
        self._spool = spool = Spool(readings, work / "readings", as_of)
        self._parts = min(1 + len(spool) // _REPORTS_A_PILE, _MOST_PILES)
        dated = [day for day, _ in (spool.orders[-1:] if as_of or not spool.orders else spool.orders) if day != UNDATED]
        self.as_of = as_of.isoformat() if as_of else max(dated, default=None)
        self._crowd = Crowd(dict(parents))
        copies = Copies(work, spool)
        for rank in spool.ranks():
            sheet = spool.sheet(rank)
            self._crowd.enter(sheet, rank)
            copies.enter(sheet, rank)
        self._crowd.settle()
        self._origins = Standing(self._crowd, copies.taken(), spool, work, self._parts)
        for rank in copies.quoting():
            self._origins.enter(spool.sheet(rank))
        self._origins.join_occasions()
        self._found = Gathered(self._crowd, self._origins, self.as_of, work, self._parts)
        for rank in spool.ranks():
            self._found.enter(spool.sheet(rank), rank)
        self._telling = Telling(spool, self._crowd, self._origins, self._found.table)
        self._fights = Fights(self._found.due or "")
        self._foretold: dict[tuple[str, str], list[Told]] = {}
        self._settled: list[tuple[int, Incident]] = []
        self._denied: list[Incident] = []
        self._known: set[Said] = set()
        self._gainsaid: set[tuple[str, str]] = set()
        self._few = len(spool) < MANY
        self._ruled: list[Dispute] = []
        self._of_event: dict[tuple[str, str], str] = {}
        """The disputes that the rules tell and the incidents of events, where there are so few reports that learnt weights are asked, too."""
        self._borne_out = BorneOut()

    def write(self, shards: Shards) -> None:
        """Work the situation out and write all of it."""
        found, origins = self._found, self._origins
        shards.write("reports", (f'"{report}"' for _, report in self._spool.orders))
        origins.listening = True
        held = [smaller(one) for one in ground(map(self._spool.sheet, found.ground), self._crowd, origins)]
        groups = Groups(found.table, self._telling, self._crowd)
        origins.listening = False
        self._write_groups(shards, groups, held)
        denied = with_denials(held, map(self._spool.sheet, found.ground), self._denied)
        shards.write("control", (one.to_json() for one in denied))
        self._write_disputes(shards, across(groups.contrary()))
        days = {report: None if day == UNDATED else day for day, report in (self._spool.orders if held else ())}
        self._write_disputes(shards, rival_holders(held, days, self._crowd, self._gainsaid))
        if self._few:
            told = [one for rank in self._spool.ranks() for one in self._telling.of(rank)]
            self._write_disputes(shards, still_fought(told, self._crowd, self._gainsaid))
        origins.listening = True
        moves = made_moves(list(self._with_moves()), self._crowd, origins)
        self._write_forecasts(shards, moves)
        self._write_threads(shards, moves)
        origins.listening = False
        if self._few:
            found.voices |= self._write_contrary(shards)
        for party, said in found.said():
            shards.write("sources", [self._borne_out.source(party, said, self._crowd.side(party)).to_json()])
        found.voices |= set(origins.list_parts())
        for pile in origins.all():
            shards.write("origins", pile)
        shards.write("parties", (one.to_json() for one in self._crowd.everybody(self._spool.orders, found.voices)))
        shards.write("places", (one.to_json() for one in self._crowd.places()))
        shards.close()
        self._spool.close()

    def _write_groups(self, shards: Shards, groups: Groups, held: list[GroundHeld]) -> None:
        fighting = fighting_sides(self._found.attacking, (one.holder for one in held if one.holder), self._crowd)
        top = len(self._found.table)
        piles = {kind: Piles(self._work, kind, top, self._parts) for kind in ("incidents", "disputes", "judgements")}
        unsure = Piles(self._work, "unsure", top << 32, self._parts)
        for group in groups.each():
            if isinstance(group, Unsure):
                unsure.put(group.one << 32 | group.other, group.judgement.to_json())
                continue
            one = incident(group.told, self._crowd, fighting)
            piles["incidents"].put(group.first, one.to_json())
            for dispute in disputes(group.told):
                piles["disputes"].put(group.first, dispute.to_json())
                self._ruled += [dispute] if self._few else []
                if one.type in OF_DEALS:
                    self._known.update(said_in_dispute(dispute))
                if held or self._few:
                    self._gainsaid.update(speaking(one, dispute, self._crowd))
            for judgement in group.joins:
                piles["judgements"].put(group.first, judgement.to_json())
            self._keep(group, one)
        for kind, rows in (*piles.items(), ("judgements", unsure)):
            for pile in rows.sorted():
                shards.write(kind, (row for _, row in pile))

    def _keep(self, group: Group, one: Incident) -> None:
        """What the sources, the forecasts, the talks and the list of ground will be asked for."""
        self._borne_out.count(one.id, group.told)
        if self._few:
            self._of_event |= {(told.sheet.id, told.event.id): one.id for told in group.told}
        for told in group.told:
            if self._found.due is not None and (fight := fight_of(told)):
                self._fights.add(fight, told.actors | told.recipients)
            if (told.sheet.id, told.event.id) in self._found.foretold:
                self._foretold[told.sheet.id, told.event.id] = group.told
        if self._found.ground and any(claim.stand == "denies" for claim in one.claims):
            self._denied.append(smaller(one))
        if self._found.moves and one.type in OF_TALKS:
            self._settled.append((group.first, smaller(one)))

    def _write_forecasts(self, shards: Shards, moves: Sequence[Made]) -> None:
        ranks = self._found.forecasts
        counts, undone = Counts(self._all(ranks)), Undone(self._all(ranks), self._crowd)
        takings = Takings(self._all(ranks), self._crowd)
        sheets = map(self._spool.sheet, ranks)
        foretold = follow(sheets, self._crowd, self._origins, self.as_of, self._foretold, self._fights, counts, undone, Moves(moves), takings)
        self._borne_out.follow(foretold)
        shards.write("forecasts", (one.to_json() for one in foretold))

    def _all(self, ranks: Sequence[int]) -> Iterator[Sheet]:
        """Every sheet, where any foretells something."""
        return map(self._spool.sheet, self._spool.ranks() if ranks else ())

    def _write_threads(self, shards: Shards, moves: Sequence[Made]) -> None:
        incidents = [one for _, one in sorted(self._settled, key=lambda row: row[0])]
        made, denied = threads(moves, self._crowd, incidents, _ById(self._spool), self._known)
        shards.write("threads", (one.to_json() for one in made))
        self._write_disputes(shards, denied)

    def _write_disputes(self, shards: Shards, told: Iterable[Dispute]) -> None:
        several = list(told)
        self._ruled += several if self._few else []
        shards.write("disputes", (one.to_json() for one in several))

    def _write_contrary(self, shards: Shards) -> set[str]:
        """Write the disputes that no rule tells; give who speaks in them."""
        sheets = [(self._spool.sheet(rank), self._telling.of(rank)) for rank in self._spool.ranks()]
        pages = {sheet.order: page_of(sheet, told, self._crowd, self._origins) for sheet, told in sheets}
        found = list(contradictions(pages, self._of_event, self._ruled))
        shards.write("disputes", (one.to_json() for one in found))
        return sources_in(found)

    def _with_moves(self) -> Iterator[Placed]:
        for rank in self._found.moves:
            sheet = self._spool.sheet(rank)
            small = Placed(smaller(sheet.reading.model_copy(update=_WITHOUT)), sheet.published)
            small.__dict__["actors"] = sheet.actors  # whose army "the army" is hangs on the places
            yield small


class _ById(Mapping[str, Sheet]):
    """The sheets by their report's id."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._rank = {report: rank for rank, (_, report) in enumerate(spool.orders)}

    def __getitem__(self, report: str) -> Sheet:
        return self._spool.sheet(self._rank[report])

    def __iter__(self) -> Iterator[str]:
        return iter(self._rank)

    def __len__(self) -> int:
        return len(self._rank)
