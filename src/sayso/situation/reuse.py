"""Which reports carry another's text: containment of 4-word shingles after names of groups are folded, and shared quotations.

Real reuse is mostly partial and edited, so that near-duplicate detection of whole texts finds little of it. An index by
shingle compares each report only with those next to it in time that hold the same words, so the work grows with the amount
of text and not with the number of pairs; a long chain of copies is one text all the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.situation.case import Sheet
from sayso.situation.known import Order
from sayso.situation.neighbours import Neighbours
from sayso.situation.words import name_key, words

CONTAINMENT = 0.2
"""The share of the shorter report's shingles from which on it counts as reuse."""
WITH_QUOTATION = 0.05
"""The same where the two share a quotation as well."""
QUOTATION_WORDS = 5
_FEWEST_SHARED = 5  # shingles; a stock phrase is no reuse
_SAMPLE = np.uint64(4)  # every fourth shingle is enough to find candidates
_REACH = 2  # a report is compared with so many before and after it that have the same shingle
_LONGEST_NAME = 60

Shingles = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Reuse:
    """Two reports, the earlier one first; `share` of the later one's text stands in the earlier one."""

    earlier: Order
    later: Order
    share: float


class Texts:
    """The texts of a case, and who took from whom: kept up to date as reports come and go."""

    def __init__(self) -> None:
        self._shingles: dict[Order, Shingles] = {}
        self._sampled: dict[Order, list[int]] = {}
        self._sayings: dict[Order, list[str]] = {}
        self._near: Neighbours[Order] = Neighbours(_REACH)
        self._quoting: Neighbours[Order] = Neighbours(_REACH)
        self._took: dict[Order, dict[Order, Reuse]] = {}
        self._first: dict[Order, Order] = {}
        self._members: dict[Order, list[Order]] = {}

    def add(self, sheet: Sheet) -> set[Order]:
        """Put a report in; give the reports whose text is now another's, or no longer."""
        order = sheet.order
        shingles = self._shingles[order] = shingles_of(sheet)
        self._sampled[order] = [int(shingle) for shingle in shingles[shingles % _SAMPLE == 0]]
        self._sayings[order] = sorted({said for said, _ in quotations(sheet)})
        self._took[order] = {}
        changed = self._near.add(order, self._sampled[order]) | self._quoting.add(order, self._sayings[order])
        return self._regroup({order, *self._compare(changed)})

    def remove(self, sheet: Sheet) -> set[Order]:
        """Take a report out; give the others whose text is now another's, or no longer."""
        order = sheet.order
        changed = self._near.remove(order, self._sampled.pop(order)) | self._quoting.remove(order, self._sayings.pop(order))
        stirred = self._compare(pair for pair in changed if order not in pair)
        for other in self._took.pop(order):
            del self._took[other][order]
        del self._shingles[order]
        members = self._members.pop(self._first[order])
        for one in members:
            del self._first[one]
        rest = set(members) - {order}
        return self._regroup(rest | stirred) | rest

    def first(self, sheet: Sheet) -> Order:
        """The earliest of the reports that carry this one's text."""
        return self._first[sheet.order]

    def carrying(self, first: Order) -> list[Order]:
        """All reports that carry a text, by its earliest."""
        return self._members[first]

    def groups(self) -> list[list[Order]]:
        """The reports of each text, by the earliest."""
        return [self._members[first] for first in sorted(self._members)]

    def share(self, order: Order) -> float:
        """The largest share of its own text that a report took from one earlier report."""
        return max((reuse.share for reuse in self._took[order].values() if reuse.later == order), default=0.0)

    def _compare(self, pairs: Iterable[tuple[Order, Order]]) -> set[Order]:
        """Look at these pairs anew; give the reports of those that are or were reuse."""
        stirred: set[Order] = set()
        for earlier, later in pairs:
            quoted = self._quoting.times((earlier, later)) > 0
            reuse = self._reuse(earlier, later, quoted) if quoted or self._near.times((earlier, later)) > 1 else None
            if self._took[earlier].get(later) == reuse:
                continue
            stirred |= {earlier, later}
            if reuse is None:
                del self._took[earlier][later], self._took[later][earlier]
            else:
                self._took[earlier][later] = self._took[later][earlier] = reuse
        return stirred

    def _reuse(self, earlier: Order, later: Order, quoted: bool) -> Reuse | None:
        a, b = self._shingles[earlier], self._shingles[later]
        shared = np.intersect1d(a, b, assume_unique=True).size
        containment = shared / max(1, min(a.size, b.size))
        if shared < _FEWEST_SHARED or containment < (WITH_QUOTATION if quoted else CONTAINMENT):
            return None
        return Reuse(earlier, later, round(shared / b.size, 3))

    def _regroup(self, stirred: set[Order]) -> set[Order]:
        """Put the reports that these reach into groups anew; give those whose text has another first report, and their groups."""
        changed: set[Order] = set()
        seen: set[Order] = set()
        for start in sorted(stirred):
            if start in seen:
                continue
            group, todo = {start}, [start]
            while todo:
                for other in self._took[todo.pop()]:
                    if other not in group:
                        group.add(other)
                        todo.append(other)
            seen |= group
            ordered = sorted(group)
            if self._members.get(ordered[0]) == ordered and all(self._first.get(one) == ordered[0] for one in ordered):
                continue
            for one in ordered:
                old = self._first.get(one)
                if old is not None and old in self._members:
                    changed.update(self._members.pop(old))
            self._members[ordered[0]] = ordered
            self._first.update(dict.fromkeys(ordered, ordered[0]))
            changed |= group
        return changed & self._took.keys()


def shingles_of(sheet: Sheet) -> Shingles:
    """The report's 4-word shingles as sorted, distinct 64-bit numbers."""
    numbers = np.fromiter((crc32(word.encode()) for word in words(_with_folded_names(sheet))), dtype=np.uint64)
    if numbers.size < 4:
        return np.empty(0, dtype=np.uint64)
    factor = np.uint64(0x9E3779B97F4A7C15)
    mixed = numbers[:-3]
    for following in (numbers[1:-2], numbers[2:-1], numbers[3:]):
        mixed = (mixed ^ (mixed >> np.uint64(29))) * factor + following  # wraps around, as a hash may
    return np.unique(mixed ^ (mixed >> np.uint64(32)))


def quotations(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The folded words of each quotation of five words or more, with the statement's id."""
    text = sheet.report.text
    for statement in sheet.reading.statements:
        if statement.kind == "direct":
            said = words(" ".join(text[a:b] for a, b in statement.content))
            if len(said) >= QUOTATION_WORDS:
                yield " ".join(said), statement.id


def _with_folded_names(sheet: Sheet) -> str:
    """The text with every name of a known group put as its lexicon entry, so that IS, ISIS and Daesh are one word."""
    text = sheet.report.text
    spans = []
    for party in sheet.reading.parties:
        if party.entry and party.kind != "person":
            names = {name_key(alias) for alias in (party.name, *party.aliases)}
            spans += [(a, b, party.entry) for a, b in party.mentions if b - a <= _LONGEST_NAME and name_key(text[a:b]) in names]
    pieces, end = [], 0
    for a, b, entry in sorted(spans):
        if a >= end:
            pieces += [text[end:a], " ", entry.replace("-", "_"), " "]
            end = b
    return "".join([*pieces, text[end:]])
