"""All told events of a case as columns of numbers: which of them stand close together in a block, and which of those may be one.

What `may_be_one` leaves out comes to nothing for certain: it only saves looking closer.
"""

from array import array
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from sayso.scale.blocks.hashing import bloom, hash64
from sayso.scale.blocks.near import Neighbourhood, Numbers, split
from sayso.scale.blocks.places import PlaceTable
from sayso.situation.acts import acts_agree
from sayso.situation.blocks import blocks_of, named_blocks_of
from sayso.situation.dates import RETOLD
from sayso.situation.identity import Identity
from sayso.situation.likeness import MISDATED, TELLING_COUNT, denied_by_nobody, unreal
from sayso.situation.often import Often
from sayso.situation.told import TOLD_LATER, Told

_CHUNK = 4_000
_DAYS, _PRECISE, _DENIED_BY_NOBODY, _UNREAL, _DENIAL, _CARRIED, _HEADED, _CLAIMED, _GUESSED, _TELLING = (1 << bit for bit in range(10))

Sets = NDArray[np.uint64]
"""A bit for each thing."""


class Table:
    """Told events by number, in the case's order. `starts[rank]` is the number of a report's first one; `often` tells how many of a kind
    there are."""

    def __init__(self) -> None:
        self.often = Often()
        self.starts = array("I", [0])
        self._near, self._named = Neighbourhood(), Neighbourhood()
        self._rank, self._act, self._flags, self._place = array("I"), array("B"), array("H"), array("i")
        self._first, self._last = array("i"), array("i")
        self._actors, self._victims, self._counts = array("Q"), array("Q"), array("Q")
        self._things, self._doers, self._owner, self._words = array("Q"), array("Q"), array("Q"), array("Q")
        self._acts: dict[str, int] = {}
        self._places = PlaceTable()

    def enter(self, told: list[Told], identity: Identity) -> None:
        """Take in the told events of the next report."""
        rank = len(self.starts) - 1
        for one in told:
            self.often.add(one)
            self._near.enter(blocks_of(one))
            self._named.enter(named_blocks_of(one))
            self._rank.append(rank)
            self._act.append(self._acts.setdefault(one.act, len(self._acts)))
            self._flags.append(_flags(one))
            self._first.append(one.days.first if one.days else 0)
            self._last.append(one.days.last if one.days else 0)
            self._place.append(self._places.number(identity.sites[one.site]) if one.site else -1)
            self._actors.append(bloom(one.actors))
            self._victims.append(bloom(one.victims))
            self._things.append(bloom(one.things))
            self._doers.append(bloom([*one.doers.owners, *(word.doer for word in one.attributed)]))
            self._owner.append(bloom([by for by in (one.whose.owner, *(word.whose.owner for word in one.attributed)) if by]))
            self._words.append(hash64(f"{one.text} {one.trigger}"))
            self._counts.append(bloom(count for count in one.counts if count[1] >= TELLING_COUNT))
        self.starts.append(self.starts[-1] + len(told))

    def __len__(self) -> int:
        return self.starts[-1]

    def ranks(self) -> Numbers:
        """The rank of each told event's report."""
        return np.frombuffer(self._rank, dtype=np.uint32)

    def pairs(self) -> Iterator[tuple[int, Numbers, Numbers]]:
        """The pairs that stand close together in some block and may be one, or contradict each other; each once, in order, stretch by
        stretch of the earlier event, with the number at which the stretch ends. To be asked once, after all was entered."""
        if not len(self):
            return
        columns = _Columns(self)
        self._near.lay_out()
        self._named.lay_out()
        for start in range(0, len(self), _CHUNK):
            stop = min(start + _CHUNK, len(self))
            named = self._named.close(start, stop)
            codes = np.union1d(self._near.close(start, stop), named[columns.denying(*split(named))])
            a, b = split(codes)
            kept = columns.may_be_one(a, b)
            yield stop, a[kept], b[kept]


def _flags(one: Told) -> int:
    flags = (_DAYS, bool(one.days)), (_PRECISE, bool(one.days and one.days.precise)), (_DENIAL, one.denial)
    others = (_HEADED, one.headed), (_CLAIMED, one.claimed), (_DENIED_BY_NOBODY, denied_by_nobody(one)), (_UNREAL, unreal(one))
    guessed, telling = bool(one.days and not one.days.stated), bool(one.days and one.days.telling)
    unsure = (_CARRIED, one.carried or bool(one.around) or one.whole), (_GUESSED, guessed), (_TELLING, telling)
    return sum(flag for flag, is_so in (*flags, *others, *unsure) if is_so)


class _Columns:
    """The columns as arrays."""

    def __init__(self, table: Table) -> None:
        def column(values: array, kind: type) -> NDArray:  # type: ignore[type-arg]
            return np.frombuffer(values, dtype=kind)

        self.rank, self.act, self.flags = column(table._rank, np.uint32), column(table._act, np.uint8), column(table._flags, np.uint16)
        self.place, self.first, self.last = (column(one, np.int32) for one in (table._place, table._first, table._last))
        self.actors, self.victims, self.counts = (column(one, np.uint64) for one in (table._actors, table._victims, table._counts))
        self.things, self.doers = (column(one, np.uint64) for one in (table._things, table._doers))
        self.owner, self.words = (column(one, np.uint64) for one in (table._owner, table._words))
        self.agree = np.array([[acts_agree(a, b) for b in table._acts] for a in table._acts])
        self.places = table._places

    def may_be_one(self, a: Numbers, b: Numbers) -> NDArray[np.bool_]:
        """Whether two told events may be one happening, or tell one otherwise; False only where it is certain that they do neither."""
        clash = ~self.agree[self.act[a], self.act[b]] | ((self.flags[a] ^ self.flags[b]) & (_DENIED_BY_NOBODY | _UNREAL) != 0)
        both = self.flags[a] & self.flags[b]
        apart = np.maximum(self.first[a] - self.last[b], self.first[b] - self.last[a])
        denying, either = self.denying(a, b), self.flags[a] | self.flags[b]
        within = np.select([either & _GUESSED != 0, either & _TELLING != 0], [RETOLD, TOLD_LATER], both & _PRECISE != 0)
        once = (either & _GUESSED != 0) & (self.victims[a] & self.victims[b] != 0)  # "he is still held", however long after
        clash |= (both & _DAYS != 0) & (apart > within) & ~once
        claimed = (self.flags[a] ^ self.flags[b]) & _CLAIMED != 0
        clash |= ~denying & ~claimed & _disjoint(self.actors[a], self.actors[b]) & (self.words[a] != self.words[b])
        victims, counts = self.victims[a] & self.victims[b] != 0, self.counts[a] & self.counts[b] != 0
        telling = victims | ((counts | (self.things[a] & self.things[b] != 0)) & (both & _PRECISE != 0))
        blamed = (self.owner[a] & self.doers[b] != 0) | (self.owner[b] & self.doers[a] != 0)
        contrary = ((telling & (self.rank[a] != self.rank[b])) | blamed) & (both & _DAYS != 0) & (apart <= MISDATED)
        kept: NDArray[np.bool_] = ~clash | contrary
        rest = np.flatnonzero(kept & ~contrary & ~denying & ~victims & (either & (_CARRIED | _HEADED) == 0))
        kept[rest[self.places.apart(self.place[a[rest]], self.place[b[rest]])]] = False
        kept &= (self.rank[a] == self.rank[b]) | (either & _HEADED == 0)  # a headline is compared with what its own report tells below it
        return kept

    def denying(self, a: Numbers, b: Numbers) -> NDArray[np.bool_]:
        """Where one of the two is a denial: it may name other doers and another place for what it denies."""
        found: NDArray[np.bool_] = (self.flags[a] ^ self.flags[b]) & _DENIAL != 0
        return found


def _disjoint(some: Sets, others: Sets) -> NDArray[np.bool_]:
    """Which pairs of sets certainly have members and none in common."""
    found: NDArray[np.bool_] = (some != 0) & (others != 0) & (some & others == 0)
    return found
