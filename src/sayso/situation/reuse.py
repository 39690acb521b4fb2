"""Which reports carry another's text: containment of 4-word shingles after names of groups are folded, and shared quotations.

Real reuse is mostly partial and edited, so that near-duplicate detection of whole texts finds little of it. An index by
shingle compares each report only with the earliest and the latest earlier holder of the same words, so the work grows with
the amount of text and not with the number of pairs.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.situation.case import Sheet
from sayso.situation.words import name_key, words

CONTAINMENT = 0.2
"""The share of the shorter report's shingles from which on it counts as reuse."""
WITH_QUOTATION = 0.05
"""The same where the two share a quotation as well."""
QUOTATION_WORDS = 5
_FEWEST_SHARED = 5  # shingles; a stock phrase is no reuse
_SAMPLE = np.uint64(4)  # every fourth shingle is enough to find candidates
_LONGEST_NAME = 60

Shingles = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Reuse:
    """Two reports, by their place in the case, the earlier one first; `share` of the later one's text stands in the earlier one."""

    earlier: int
    later: int
    share: float


def reuses(sheets: Sequence[Sheet]) -> list[Reuse]:
    """All pairs found, by the later report and then the earlier one. `sheets` are in the case's order."""
    shingles = [shingles_of(sheet) for sheet in sheets]
    quoted = set(_pairs_by_quotation(sheets))
    found = []
    for earlier, later in sorted(quoted | set(_pairs_by_shingle(shingles)), key=lambda pair: (pair[1], pair[0])):
        a, b = shingles[earlier], shingles[later]
        shared = np.intersect1d(a, b, assume_unique=True).size
        containment = shared / max(1, min(a.size, b.size))
        if shared >= _FEWEST_SHARED and containment >= (WITH_QUOTATION if (earlier, later) in quoted else CONTAINMENT):
            found.append(Reuse(earlier, later, round(shared / b.size, 3)))
    return found


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


def _pairs_by_shingle(shingles: Sequence[Shingles]) -> Iterator[tuple[int, int]]:
    """Candidates: each report with the first and with the previous holder of a sampled shingle, where they share two or more."""
    sampled = [s[s % _SAMPLE == 0] for s in shingles]
    owners = np.repeat(np.arange(len(sampled), dtype=np.int64), [s.size for s in sampled])
    if not owners.size:
        return
    values = np.concatenate(sampled)
    order = np.lexsort((owners, values))
    values, owners = values[order], owners[order]
    starts = np.concatenate(([True], values[1:] != values[:-1]))
    firsts = owners[np.flatnonzero(starts)[np.cumsum(starts) - 1]]
    later = np.flatnonzero(~starts)
    first, previous, holder = firsts[later], owners[later - 1], owners[later]
    between = previous != first
    keys = np.concatenate((first, previous[between])) * len(sampled) + np.concatenate((holder, holder[between]))
    pairs, counts = np.unique(keys, return_counts=True)
    for key in pairs[counts >= 2]:
        earlier, later_one = divmod(int(key), len(sampled))
        if earlier != later_one:
            yield earlier, later_one


def _pairs_by_quotation(sheets: Sequence[Sheet]) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for place, sheet in enumerate(sheets):
        for said, _ in quotations(sheet):
            if place not in holders[said]:
                holders[said].append(place)
    for places in holders.values():
        for previous, place in pairwise(places):
            yield previous, place
            yield places[0], place
