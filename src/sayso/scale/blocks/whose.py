"""On whose word, in a case that stands: texts and occasions are known, and what is asked about is put aside for the list of origins."""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from sayso.model.situation import SourceOrigin
from sayso.scale.blocks.crowd import Crowd
from sayso.scale.blocks.hashing import hash64
from sayso.scale.blocks.piles import Piles
from sayso.scale.blocks.spool import Spool
from sayso.situation.case import Sheet
from sayso.situation.joining import Joined
from sayso.situation.known import Order
from sayso.situation.occasions import Occasion
from sayso.situation.origins import Origins
from sayso.situation.reuse import Taken

_BITS = 48
"""An origin's id is a letter and twelve hexadecimal digits."""


class Standing(Origins):
    """The origins of a case that is complete."""

    def __init__(self, identity: Crowd, taken: Taken, spool: Spool, folder: Path, parts: int) -> None:
        super().__init__(identity)
        self._taken, self._laid_out, self._spool = taken, spool, spool
        self._owned: dict[Order, str] = {}
        self._one: Joined[Occasion] = Joined()
        self._joined: set[Occasion] = set()
        self._listing = Piles(folder, "origins", 1 << _BITS, parts)
        self._sayings = Piles(folder, "sayings", 1 << 64, parts)
        self.listening = False
        """Whether what is asked about is to be listed."""

    def enter(self, sheet: Sheet) -> None:
        """Take in on which occasions the speakers of a report say what it quotes."""
        for (speaker, when), said in self._told_occasions(sheet):
            if said:
                self._sayings.put(hash64(f"{speaker}\n{said}"), json.dumps([speaker, when]))

    def join_occasions(self) -> None:
        """Make those occasions one on which a speaker said the same; after all reports were taken in."""
        for pile in self._sayings.sorted():
            for _, rows in groupby(pile, key=lambda row: row[0]):
                first, *others = dict.fromkeys(tuple(json.loads(row)) for _, row in rows)
                for other in others:
                    self._one.join(first, other)
                    self._joined |= {first, other}

    def list_text(self, sheet: Sheet) -> str | None:
        """Put a report's text on the list with its copies, where the report had it first; give whose text that is."""
        family = self._taken.family(sheet.order)
        if family[0] == sheet.order:
            return self._list(self._listed_text(sheet.order, family, tuple(one for order in family[1:] for one in self._taken.copies(order))))
        return None

    def list_parts(self) -> Iterator[str]:
        """Put on the list what partial copies tell themselves; give whose texts these are."""
        for root in sorted(self._own):
            if self._taken.family(root)[0] != root:
                yield self._list(self._listed_text(root, self._taken.carrying(root), ()))

    def all(self) -> Iterator[Iterator[str]]:
        """The list by id, pile by pile, as JSON."""
        for pile in self._listing.sorted():
            yield (self._origin(key, [row for _, row in rows]) for key, rows in groupby(pile, key=lambda row: row[0]))

    def _origin(self, key: int, rows: list[str]) -> str:
        if rows[0].startswith("{"):
            return rows[0]
        uses = [json.loads(row) for row in rows]
        orders = [self._spool.orders[rank] for rank in sorted({rank for _, _, rank in uses})]
        return self._listed_speaker(f"O{key:012x}", (uses[0][0], uses[0][1]), orders).to_json()

    def _list(self, origin: SourceOrigin) -> str:
        self._listing.put(int(origin.id[1:], 16), origin.to_json())
        return origin.owner

    def _first_of(self, occasion: Occasion) -> Occasion:
        return self._one.first(occasion) if occasion in self._joined else occasion

    def _use(self, origin: str, occasion: Occasion, order: Order) -> None:
        if self.listening:
            self._listing.put(int(origin[1:], 16), json.dumps([*occasion, self._spool.rank(order)]))

    def _own_text(self, root: Order) -> None:
        if self.listening:
            super()._own_text(root)

    def _owner(self, root: Order) -> str:
        owner = self._owned.get(root)
        if owner is None:
            owner = self._owned[root] = super()._owner(root)
        return owner
