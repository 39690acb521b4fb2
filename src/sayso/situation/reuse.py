"""Which reports carry another's text: containment of 4-word shingles after names of groups are folded, and shared quotations.

Real reuse is mostly partial and edited, so that near-duplicate detection of whole texts finds little of it. An index by
shingle compares each report only with those next to it in time that hold the same words, so the work grows with the amount
of text and not with the number of pairs; a long chain of copies is one text all the same.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sayso.model import Span
from sayso.model.situation import Copy
from sayso.situation.case import Sheet
from sayso.situation.known import Order
from sayso.situation.neighbours import Neighbours
from sayso.situation.passages import tells
from sayso.situation.words import fold, name_key, sentence_span, words

CONTAINMENT = 0.2
"""The share of the shorter report's shingles from which on it counts as reuse."""
WITH_A_STRETCH = 0.1
"""The same where two outlets share a stretch as long as a paragraph."""
WITH_QUOTATION = 0.05
"""The same where the two share a quotation as well."""
WHOLE = 1 / 3
"""The share of a report's own shingles from which on all that it says is the earlier report's word; below it, only what it took."""
PASSAGE = 0.3
"""The share of a sentence that has to stand in the earlier report for all of the sentence to be taken."""
QUOTATION_WORDS = 5
STRETCH_WORDS = 15
_SPAN_WORDS = 6  # a shorter stretch is a phrase that anybody may use
_FEWEST_SHARED = 5  # shingles; a stock phrase is no reuse
_SAMPLE = np.uint64(4)  # every fourth shingle is enough to find candidates
REACH = 2
"""A report is compared with so many before and after it that have the same shingle, or the same quotation."""
LEAST = 2
"""So many of the sampled shingles have to bring two reports together that share no quotation."""
_LONGEST_NAME = 60
_SHINGLE = 4

_WORD = re.compile(r"\w+")

Shingles = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, order=True)
class Reuse:
    """Two reports in the case's order, and how many shingles they share."""

    earlier: Order
    later: Order
    shared: int


class Taken:
    """Who took from whom among the texts of a case, and whose text each report is. A report that is not known to share any is its own."""

    def __init__(self, sheets: Mapping[Order, Sheet], shingles: Mapping[Order, Shingles]) -> None:
        self._sheets = sheets
        self._shingles = shingles
        self._took: dict[Order, dict[Order, Reuse]] = {}
        self._again: dict[Order, dict[Order, Reuse]] = {}
        """Who took up a passage of an earlier story of its own outlet's, which makes the two no one text."""
        self._first: dict[Order, Order] = {}
        self._members: dict[Order, list[Order]] = {}
        self._root: dict[Order, Order] = {}
        self._carriers: dict[Order, list[Order]] = {}
        self._stretches: dict[tuple[Order, Order], list[tuple[int, int, int]]] = {}

    def join(self, pairs: Iterable[tuple[Order, Order, bool]]) -> None:
        """Look at these pairs, the earlier report first, each with whether the two share a quotation, and group the reports once."""
        for earlier, later, quoted in pairs:
            reuse = self._reuse(earlier, later, quoted)
            version = None if reuse is not None else self._version(earlier, later)
            for kept, found in ((self._took, reuse), (self._again, version)):
                if found is not None:
                    for one, other in ((earlier, later), (later, earlier)):
                        kept.setdefault(one, {})[other] = found
        self._regroup(set(self._took))

    def family(self, order: Order) -> list[Order]:
        """All reports that share text with this one, or with one that does; the one that had it first in front."""
        return self._members.get(self._first.get(order, order), [order])

    def groups(self) -> list[list[Order]]:
        """The reports that share text with one another, the one that had it first in front."""
        return [self._members[first] for first in sorted(self._members)]

    def carrying(self, root: Order) -> list[Order]:
        """All reports that are as a whole this one's text, itself in front."""
        return self._carriers.get(root, [root])

    def source(self, order: Order, span: Span | None = None) -> Order:
        """Whose text a report is, or a sentence of it: its own, but for a copy and for what it took word for word."""
        root, shares = order, self._took.get(order)
        if shares and span:
            earlier = [other for other in shares if self._precedence(other) < self._precedence(order)]
            root = min((other for other in earlier if self._covered(other, order, span)), key=self._precedence, default=order)
        return self._root.get(root, root)

    def copies(self, order: Order) -> tuple[Copy, ...]:
        """What a report took from each earlier report, most of all first; a report that took nothing is a copy of its group's first."""
        took = [reuse for other, reuse in self._took.get(order, {}).items() if self._precedence(other) < self._precedence(order)]
        return tuple(self._listed(order, took)) or (Copy(report=order[1], share=0.0),)

    def versions(self, order: Order) -> tuple[Copy, ...]:
        """What a report took up of its own outlet's earlier stories."""
        return tuple(self._listed(order, (reuse for reuse in self._again.get(order, {}).values() if reuse.later == order)))

    def _listed(self, order: Order, took: Iterable[Reuse]) -> Iterator[Copy]:
        for reuse in sorted(took, key=lambda one: (-one.shared, one)):
            source = reuse.earlier if reuse.later == order else reuse.later
            spans = tuple((start, end) for start, end, _ in self._shared(source, order))
            yield Copy(report=order[1], share=round(reuse.shared / self._shingles[order].size, 3), of=source[1], spans=spans)

    def _most(self, order: Order) -> tuple[int, Order] | None:
        """The earlier report that a report took most from, after how many shingles that is."""
        mine = self._precedence(order)
        took = [(reuse.shared, other) for other, reuse in self._took.get(order, {}).items() if self._precedence(other) < mine]
        return min(took, key=lambda one: (-one[0], one[1]), default=None)

    def _shared(self, earlier: Order, later: Order) -> list[tuple[int, int, int]]:
        known = self._stretches.get((earlier, later))
        if known is None:
            known = self._stretches[earlier, later] = shared_spans(self._sheets[earlier], self._sheets[later])
        return known

    def _covered(self, earlier: Order, later: Order, span: Span) -> bool:
        shared = self._shared(earlier, later)
        if any(a <= span[0] and span[1] <= b for a, b, _ in shared):
            return True
        start, end = sentence_span(self._sheets[later].report.text, span)
        return sum(max(0, min(end, b) - max(start, a)) for a, b, _ in shared) >= PASSAGE * (end - start)

    def _forget(self, one: Order, other: Order) -> None:
        self._stretches.pop((one, other), None)
        self._stretches.pop((other, one), None)

    def _precedence(self, order: Order) -> tuple[str, int, int, str]:
        """Who had a text first: the earlier day; on one day who signs for it or is an agency, then who credits an agency, before who names
        nobody, and all before who credits others; then the longer one."""
        sheet = self._sheets[order]
        credited, outlet = sheet.report.origin.name, fold(sheet.report.outlet or "")
        own = credited == "own" or fold(credited or "") == outlet if credited else outlet in sheet.agencies
        signs = 0 if own else 2 if credited is None else 1 if fold(credited) in sheet.agencies else 3
        return order[0], signs, -len(sheet.report.text), order[1]

    def _reuse(self, earlier: Order, later: Order, quoted: bool) -> Reuse | None:
        a, b = self._shingles[earlier], self._shingles[later]
        shared = np.intersect1d(a, b, assume_unique=True).size
        containment = shared / max(1, min(a.size, b.size))
        if shared < _FEWEST_SHARED or containment < (WITH_QUOTATION if quoted else WITH_A_STRETCH):
            return None
        if quoted or (containment >= CONTAINMENT and not self._one_outlet(earlier, later)):
            return Reuse(earlier, later, int(shared))
        if self._one_outlet(earlier, later):
            if containment < CONTAINMENT or not self._takes_up(earlier, later):
                return None  # an outlet's pages share their furniture and their phrases
        elif max((count for _, _, count in shared_spans(self._sheets[earlier], self._sheets[later])), default=0) < STRETCH_WORDS:
            return None
        return Reuse(earlier, later, int(shared))

    def _version(self, earlier: Order, later: Order) -> Reuse | None:
        """Whether a report takes up a passage of an earlier story of its outlet's."""
        if not self._one_outlet(earlier, later):
            return None
        shared = np.intersect1d(self._shingles[earlier], self._shingles[later], assume_unique=True).size
        passage = shared > STRETCH_WORDS - _SHINGLE and self._takes_up(earlier, later)
        return Reuse(earlier, later, int(shared)) if passage else None

    def _one_outlet(self, earlier: Order, later: Order) -> bool:
        outlet = self._sheets[earlier].report.outlet
        return outlet is not None and outlet == self._sheets[later].report.outlet

    def _takes_up(self, earlier: Order, later: Order) -> bool:
        """Whether a sentence of the earlier report stands in the later one that is no page furniture."""
        text = self._sheets[later].report.text
        stretches = shared_spans(self._sheets[earlier], self._sheets[later])
        return any(count >= STRETCH_WORDS and tells(text, (start, end)) for start, end, count in stretches)

    def _regroup(self, stirred: set[Order]) -> set[Order]:
        """Put the reports that these reach into groups anew; give all of these groups."""
        changed: set[Order] = set()
        fresh: list[list[Order]] = []
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
            fresh.append(sorted(group, key=self._precedence))
        for ordered in fresh:  # all old groups go before a new one comes: two parts of one that falls apart share its first report
            for one in ordered:
                old = self._first.pop(one, None)
                changed |= {one, *(self._members.pop(old, ()) if old is not None else ())}
                self._carriers.pop(self._root.pop(one, one), None)
        for ordered in fresh:
            self._members[ordered[0]] = ordered
            self._first.update(dict.fromkeys(ordered, ordered[0]))
            self._root_anew(ordered)
        return changed & self._took.keys()

    def _root_anew(self, ordered: list[Order]) -> None:
        for one in ordered:
            most = self._most(one)
            whole = most is not None and most[0] >= WHOLE * self._shingles[one].size
            root = self._root[one] = self._root[most[1]] if most is not None and whole else one
            self._carriers.setdefault(root, []).append(one)


class Texts(Taken):
    """The texts of a case, kept up to date as reports come and go."""

    def __init__(self) -> None:
        self._sheets: dict[Order, Sheet] = {}
        self._shingles: dict[Order, Shingles] = {}
        super().__init__(self._sheets, self._shingles)
        self._sampled: dict[Order, list[int]] = {}
        self._sayings: dict[Order, list[str]] = {}
        self._near: Neighbours[Order] = Neighbours(REACH)
        self._quoting: Neighbours[Order] = Neighbours(REACH)

    def add(self, sheet: Sheet) -> set[Order]:
        """Put a report in; give the reports whose text is now another's, or no longer."""
        order = sheet.order
        self._sheets[order] = sheet
        shingles = self._shingles[order] = shingles_of(sheet)
        self._sampled[order] = shingles[is_sampled(shingles)].tolist()
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
            self._forget(order, other)
        for other in self._again.pop(order, ()):
            del self._again[other][order]
            self._forget(order, other)
        del self._shingles[order], self._sheets[order]
        members = self._members.pop(self._first[order])
        for one in members:
            del self._first[one]
            self._carriers.pop(self._root.pop(one), None)
        rest = set(members) - {order}
        return self._regroup(rest | stirred) | rest

    def _compare(self, pairs: Iterable[tuple[Order, Order]]) -> set[Order]:
        """Look at these pairs anew; give the reports of those that are or were reuse."""
        stirred: set[Order] = set()
        for earlier, later in pairs:
            quoted = self._quoting.near((earlier, later))
            near = quoted or self._near.near((earlier, later), least=LEAST)
            reuse = self._reuse(earlier, later, quoted) if near else None
            self._take_up(earlier, later, self._version(earlier, later) if near and reuse is None else None)
            if self._took[earlier].get(later) == reuse:
                continue
            stirred |= {earlier, later}
            self._forget(earlier, later)
            if reuse is None:
                del self._took[earlier][later], self._took[later][earlier]
            else:
                self._took[earlier][later] = self._took[later][earlier] = reuse
        return stirred


    def _take_up(self, earlier: Order, later: Order, version: Reuse | None) -> None:
        for one, other in ((earlier, later), (later, earlier)):
            if version is not None:
                self._again.setdefault(one, {})[other] = version
            elif one in self._again:
                self._again[one].pop(other, None)


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


def is_sampled(shingles: Shingles) -> NDArray[np.bool_]:
    """Which of them candidates are looked for by: every fourth."""
    found: NDArray[np.bool_] = shingles % _SAMPLE == 0
    return found


def shared_spans(earlier: Sheet, later: Sheet) -> list[tuple[int, int, int]]:
    """The stretches of the later report's text that stand in the earlier one, each with its number of words."""
    known = {tuple(word for word, _, _ in four) for four in _fours(_tokens(earlier))}
    tokens = _tokens(later)
    taken: set[int] = set()
    for place, four in enumerate(_fours(tokens)):
        if tuple(word for word, _, _ in four) in known:
            taken.update(range(place, place + 4))
    spans: list[tuple[int, int, int]] = []
    run: list[int] = []
    for place in [*sorted(taken), len(tokens) + 4]:
        if run and place - run[-1] > 1:
            if len(run) >= _SPAN_WORDS:
                spans.append((tokens[run[0]][1], tokens[run[-1]][2], len(run)))
            run = []
        run.append(place)
    return spans


def _fours(tokens: list[tuple[str, int, int]]) -> Iterator[tuple[tuple[str, int, int], ...]]:
    return zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False)


def _tokens(sheet: Sheet) -> list[tuple[str, int, int]]:
    """The folded words of a text, names of known groups as their entry, with where they stand."""
    text, found, end = sheet.report.text, list[tuple[str, int, int]](), 0
    for start, stop, entry in [*_named_groups(sheet), (len(text), len(text), "")]:
        found += [(_folded(m.group()), m.start(), m.end()) for m in _WORD.finditer(text, end, start)]
        if entry:
            found.append((entry, start, stop))
        end = stop
    return found


def _folded(word: str) -> str:
    return word.casefold() if word.isascii() else fold(word)


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
    text, pieces, end = sheet.report.text, [], 0
    for a, b, entry in _named_groups(sheet):
        pieces += [text[end:a], " ", entry, " "]
        end = b
    return "".join([*pieces, text[end:]])


def _named_groups(sheet: Sheet) -> list[tuple[int, int, str]]:
    """Where a known group is named, in order and without overlaps, with its lexicon entry as one word."""
    text, spans, end = sheet.report.text, [], 0
    for party in sheet.reading.parties:
        if party.entry and party.kind != "person":
            names = {name_key(alias) for alias in (party.name, *party.aliases)}
            named = ((a, b) for a, b in party.mentions if b - a <= _LONGEST_NAME and name_key(text[a:b]) in names)
            spans += [(a, b, party.entry.replace("-", "_")) for a, b in named]
    found = []
    for a, b, entry in sorted(spans):
        if a >= end:
            found.append((a, b, entry))
            end = b
    return found
