"""Told events merged into groups that are one happening, and kept merged as events come and go.

The evidence between two told events does not depend on any other, so a change touches only the events that are joined to the
changed ones by some chain of evidence: these are grouped anew, and all others stay as they are. What a person has decided
goes before all evidence.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from math import inf
from typing import Any, NamedTuple

from sayso.model.situation import DisputeKind, Judgement, Verdict
from sayso.situation.again import LEAST, RIVAL, again, asked, in_particular, speaks_for_two, why_again
from sayso.situation.authorship import laid_elsewhere
from sayso.situation.bare import clearest
from sayso.situation.blocks import blocks_of, named_blocks_of
from sayso.situation.joining import Groups
from sayso.situation.judging import by_rule, judged, latest
from sayso.situation.likeness import NEARLY, Sites, contradiction, likeness
from sayso.situation.neighbours import Neighbours
from sayso.situation.often import Kind, Often, kinds
from sayso.situation.rivals import Parted, unrivalled
from sayso.situation.told import Told

REACH = 40
"""How far a told event looks in a crowded block."""
_COMPARED = 12  # members of a group that a newcomer must not clash with
_AMISS = 0.2  # share of pairs that may clash where several reports tell each group, one of them three or more: one telling may be read amiss
_UNLIKE = -1.0  # mean evidence, relative to the threshold, under which two groups stay two

Key = tuple[Any, ...]
"""A told event by its place in the case's order."""


class Found(NamedTuple):
    """What is known of two told events: the evidence that they are one, and the second opinion; None where it says too little."""

    evidence: float | None
    again: float | None


class Merger:
    """The groups of a case's told events. `decided` are people's judgements, the latest last: it wins over earlier ones. `often` is given for
    a part of a case: how many of each kind the whole tells."""

    def __init__(self, sites: Sites, decided: Iterable[Judgement] = (), often: Often | None = None) -> None:
        self._sites = sites
        self._often = often or Often()
        self._told: dict[Key, Told] = {}
        self._by_ref: dict[tuple[str, str], Key] = {}
        self._near: Neighbours[Key] = Neighbours(REACH)
        self._named: Neighbours[Key] = Neighbours(REACH)
        self._evidence: dict[Key, dict[Key, float]] = defaultdict(dict)
        self._again: dict[Key, dict[Key, float]] = defaultdict(dict)
        self._particular: dict[Key, dict[Key, bool]] = defaultdict(dict)
        self._of_kind: dict[Kind, set[Key]] = defaultdict(set)
        self._contrary: dict[tuple[Key, Key], DisputeKind] = {}
        self._members: dict[Key, list[Key]] = {}
        self._first: dict[Key, Key] = {}
        self._joins: dict[Key, list[tuple[Key, Key]]] = {}
        self._dirty: set[Key] = set()
        self._gone: set[Key] = set()
        self._decided: Mapping[frozenset[tuple[str, str]], Judgement] = {}
        self._judged: dict[tuple[str, str], list[Judgement]] = defaultdict(list)
        self.decide(decided)

    def decide(self, decided: Iterable[Judgement]) -> None:
        """Take these as all that people have decided, in place of what they had."""
        before, self._decided = self._decided, latest(decided)
        other = [pair for pair in before.keys() | self._decided.keys() if before.get(pair) != self._decided.get(pair)]
        self._dirty.update(self._by_ref[ref] for pair in other for ref in pair if ref in self._by_ref)
        self._judged.clear()
        for one in self._decided.values():
            for ref in (one.one, one.other):
                self._judged[ref.report, ref.fact].append(one)

    def add(self, told: Told) -> None:
        """Put a told event in."""
        key = told.order
        self._told[key] = told
        self._by_ref[told.sheet.id, told.event.id] = key
        self._dirty.add(key)
        self._often.add(told)
        for kind in kinds(told):
            self._of_kind[kind].add(key)
        self._weigh(self._near.add(key, blocks_of(told)))
        self._weigh(self._denied(self._named.add(key, named_blocks_of(told))))

    def put(self, told: Iterable[Told], found: Iterable[tuple[Key, Key, Found]]) -> None:
        """Put told events in with what was found of them pair by pair elsewhere: for a case that is merged part by part."""
        for one in told:
            self._told[one.order] = one
            self._by_ref[one.sheet.id, one.event.id] = one.order
            self._dirty.add(one.order)
        for a, b, known in found:
            self._keep(a, b, known)

    def remove(self, told: Told) -> None:
        """Take a told event out."""
        key = told.order
        self._often.remove(told)
        for kind in kinds(told):
            self._of_kind[kind].discard(key)
        self._weigh(self._near.remove(key, blocks_of(told)))
        self._weigh(self._denied(self._named.remove(key, named_blocks_of(told))))
        self._dirty.update(self._again[key])  # of which it may have been a rival
        for kept in (self._evidence, self._again, self._particular):
            for other in kept.pop(key, {}):
                kept[other].pop(key, None)
        first = self._first.get(key)
        if first is not None:
            group = self._members.pop(first)
            del self._joins[first]
            for one in group:
                del self._first[one]
            self._dirty.update(group)
            self._gone.add(first)
        self._dirty.discard(key)
        del self._told[key], self._by_ref[told.sheet.id, told.event.id]

    def settle(self) -> set[Key]:
        """Group anew what has changed; give the first keys of the groups that are new or no longer what they were."""
        touched, self._gone = self._gone, set()
        self._stir()
        for part in self._parts():
            old = {self._first[key] for key in part if key in self._first}
            before = {first: tuple(self._members[first]) for first in old if first in self._members}
            for first in old:
                self._members.pop(first, None)
                self._joins.pop(first, None)
            for group, joins in self._grouped(part):
                self._members[group[0]], self._joins[group[0]] = group, joins
                for key in group:
                    self._first[key] = group[0]
                if before.get(group[0]) != tuple(group):
                    touched.add(group[0])
            touched |= {first for first in old if first not in self._members}
        self._dirty.clear()
        return touched

    def groups(self) -> list[list[Told]]:
        """All groups, each in the case's order, by their first event."""
        self.settle()
        return [[self._told[key] for key in self._members[first]] for first in sorted(self._members)]

    def group(self, first: Key) -> list[Told]:
        """The group whose first event this is; empty where it begins none."""
        return [self._told[key] for key in self._members.get(first, ())]

    def why(self, first: Key) -> Iterator[Judgement]:
        """What joined a group: people's own judgements about its events, then the pairs that the rules joined."""
        refs = [(self._told[key].sheet.id, self._told[key].event.id) for key in self._members.get(first, ())]
        yield from dict.fromkeys(one for ref in refs for one in self._judged.get(ref, ()))
        for a, b in self._joins.get(first, ()):
            if self._pair(a, b) not in self._decided:
                yield self._judgement("same", a, b)

    def judgements(self) -> Iterator[Judgement]:
        """Why events are one: for each group the pairs that joined it; then the pairs that nearly were; people's own first."""
        yield from self._decided.values()
        for first in sorted(self._joins):
            for a, b in self._joins[first]:
                if self._pair(a, b) not in self._decided:
                    yield self._judgement("same", a, b)
        for a in sorted(self._evidence):
            for b, score in sorted(self._evidence[a].items()):
                if a < b and self._first[a] != self._first[b] and score >= NEARLY and not self._bare(a, b) and self._pair(a, b) not in self._decided:
                    yield self._judgement("unsure", a, b)

    def contrary(self) -> Iterator[tuple[DisputeKind, list[Told], list[Told]]]:
        """Pairs of groups that tell one happening otherwise, and what they disagree about; each pair and matter once."""
        seen = set()
        for (a, b), kind in sorted(self._contrary.items()):
            first, second = sorted((self._first[a], self._first[b]))
            if first != second and (kind, first, second) not in seen:
                seen.add((kind, first, second))
                some, others = ([self._told[key] for key in self._members[one]] for one in (first, second))
                yield kind, some, others

    def _judgement(self, verdict: Verdict, a: Key, b: Key) -> Judgement:
        odds = self._again[a].get(b)
        if verdict == "same" and odds is not None:
            evidence = likeness(self._told[a], self._told[b], self._sites) or 0.0
            grounds = why_again(self._told[a], self._told[b], self._sites, evidence, self._often)
            return by_rule(verdict, self._told[a], self._told[b], self._above(a, b, odds), grounds)
        return judged(verdict, self._told[a], self._told[b], self._evidence[a].get(b, 0.0), self._sites)

    def _denied(self, pairs: Iterable[tuple[Key, Key]]) -> list[tuple[Key, Key]]:
        """Of these pairs those in which something is denied: what shares no more than a name is not compared otherwise."""
        return [(a, b) for a, b in pairs if self._denials(a, b)]

    def _denials(self, a: Key, b: Key) -> bool:
        return self._told[a].denial != self._told[b].denial

    def compares(self, a: Key, b: Key) -> bool:
        """Whether two told events, the earlier first, stand so close together that they are compared. A headline whose deed is told below it is
        compared with that alone: what stands below says more."""
        if a[1] != b[1] and (self._told[a].headed or self._told[b].headed):
            return False
        return self._near.near((a, b)) or (self._denials(a, b) and self._named.near((a, b)))

    def _weigh(self, pairs: Iterable[tuple[Key, Key]]) -> None:
        for a, b in pairs:
            near = self.compares(a, b)
            score = likeness(self._told[a], self._told[b], self._sites) if near else None
            known = b in self._evidence.get(a, ()) or b in self._again.get(a, ())
            self._keep(a, b, find(self._told[a], self._told[b], self._sites, score))
            self._contrary.pop((a, b), None)
            if near and (score is None or laid_elsewhere(self._told[a], self._told[b])):
                kind = contradiction(self._told[a], self._told[b], self._sites)
                if kind:
                    self._contrary[a, b] = kind
            if score is not None or known:
                self._dirty.update((a, b))

    def _keep(self, a: Key, b: Key, found: Found) -> None:
        for kept, value in zip((self._evidence, self._again), found, strict=True):
            if value is not None:
                kept[a][b] = kept[b][a] = value
            elif b in kept.get(a, ()):
                del kept[a][b], kept[b][a]

    def _stir(self) -> None:
        """Where a kind of deed has become another number of doublings more frequent, or less, what the second opinion found is asked anew."""
        for kind in self._often.stirred():
            for key in self._of_kind.get(kind, ()):
                if self._again.get(key):
                    self._dirty.update((key, *self._again[key]))

    def _parts(self) -> Iterator[list[Key]]:
        """The told events that changes can reach, in parts that have nothing to do with each other."""
        seen: set[Key] = set()
        for start in sorted(self._dirty):
            if start in seen or start not in self._told:
                continue
            part, todo = [], [start]
            seen.add(start)
            while todo:
                key = todo.pop()
                part.append(key)
                for other in self._touching(key):
                    if other not in seen:
                        seen.add(other)
                        todo.append(other)
            yield sorted(part)

    def _touching(self, key: Key) -> Iterator[Key]:
        yield from (other for other, score in self._evidence[key].items() if score >= 0)
        yield from (other for other, odds in self._again[key].items() if self._above(key, other, odds) >= -RIVAL)
        yield from self._members.get(self._first.get(key, key), ())
        told = self._told[key]
        for one in self._judged.get((told.sheet.id, told.event.id), ()):
            for ref in (one.one, one.other):
                other = self._by_ref.get((ref.report, ref.fact))
                if other is not None:
                    yield other

    def _grouped(self, part: list[Key]) -> Iterator[tuple[list[Key], list[tuple[Key, Key]]]]:
        """The best evidenced pairs are joined first, and only where no member of one group clashes with one of the other. A bare denial stands
        last in its group, which is called by the deed that it answers."""
        groups = Groups(part)
        apart = self._kept_apart(part)
        for a, b, forced in (*self._forced(part), *self._pairs(part)):
            first, second = groups.first(a), groups.first(b)
            if first == second or _kept_apart(groups, first, second, apart):
                continue
            if forced:
                groups.force(a, b)
            else:
                groups.join(a, b, self._fit)
        for a, b in self._told_again(groups, part, apart):
            first, second = groups.first(a), groups.first(b)
            if first != second and not _kept_apart(groups, first, second, apart):
                groups.join(a, b, self._one_again)
        for key in part:
            if self._told[key].bare and len(groups.members(groups.first(key))) == 1:
                known = ((groups.first(other), other, score) for other, score in self._evidence[key].items())
                fitting = ((score, first, other) for first, other, score in known if not _kept_apart(groups, groups.first(key), first, apart))
                if (answered := clearest(fitting)) is not None:
                    groups.force(min(key, answered), max(key, answered))
        for group, joins in groups.all():
            yield sorted(group, key=lambda key: (self._told[key].bare, key)), joins

    def _told_again(self, joined: Groups[Key], part: list[Key], apart: set[frozenset[Key]]) -> list[tuple[Key, Key]]:
        """The pairs that are one by the second opinion, the likeliest first: the best of each two groups."""
        best: dict[tuple[Key, Key], tuple[float, Key, Key]] = {}
        for a in part:
            for b, raw in self._again[a].items():
                odds = self._above(a, b, raw)
                groups = min(joined.first(a), joined.first(b)), max(joined.first(a), joined.first(b))
                if a < b and groups[0] != groups[1] and odds >= -RIVAL:
                    best[groups] = min(best.get(groups, (inf, a, b)), (-odds, a, b))

        def part_ways(one: Key, other: Key) -> bool:
            return _kept_apart(joined, one, other, apart) or all(self._clash(some, others) for some, others in joined.meeting(one, other))

        likely = unrivalled({groups: -found[0] for groups, found in best.items()}, Parted[Key](part_ways))
        return [(a, b) for _, a, b in sorted(best[groups] for groups in likely)]

    def _one_again(self, some: list[Key], others: list[Key]) -> bool:
        return not self._clash(some, others) and self._alike(some, others)

    def _clash(self, some: list[Key], others: list[Key]) -> bool:
        """Whether something rules out that two groups are one."""
        return any(self._likeness(a, b) is None for a in some[:_COMPARED] for b in others[:_COMPARED]) or self._two(some, others)

    def _two(self, some: list[Key], others: list[Key]) -> bool:
        """Whether a member of one and a member of the other speak for two happenings, so that no third telling makes them one."""
        return any(self._speak_for_two(a, b) for a in some[:_COMPARED] for b in others[:_COMPARED])

    def _speak_for_two(self, a: Key, b: Key) -> bool:
        one, other = self._told[a], self._told[b]
        return one.sheet is not other.sheet and self._evidence[a].get(b, -1.0) < 0 and speaks_for_two(one, other)

    def _alike(self, some: list[Key], others: list[Key]) -> bool:
        """Whether two groups are likely one by the second opinion on all their pairs: a chain must not end far from where it began."""
        odds = [self._odds(a, b) for a in some[:_COMPARED] for b in others[:_COMPARED]]
        return sum(one for one in odds if one is not None) >= 0

    def _odds(self, a: Key, b: Key) -> float | None:
        odds = self._again[a].get(b)
        if odds is None:
            score = self._likeness(a, b)
            odds = again(self._told[a], self._told[b], self._sites, score) if score is not None and score < 0 else None
        return None if odds is None else self._above(a, b, odds)

    def _above(self, a: Key, b: Key, odds: float) -> float:
        """By how much the log odds of a pair exceed what is asked of it in this case."""
        one, other = self._told[a], self._told[b]
        particular = self._particular[a].get(b)
        if particular is None:
            particular = self._particular[a][b] = self._particular[b][a] = in_particular(one, other)
        return odds - asked(self._often.crowd(one, other), self._often.in_all(), particular=particular)

    def _pairs(self, part: list[Key]) -> Iterator[tuple[Key, Key, bool]]:
        found = [(-score, a, b) for a in part for b, score in self._evidence[a].items() if a < b and score >= 0 and not self._bare(a, b)]
        for _, a, b in sorted(found):
            yield a, b, False

    def _forced(self, part: list[Key]) -> Iterator[tuple[Key, Key, bool]]:
        """What people say is the same, the newest judgement first."""
        for one in self._of_people(part):
            if one.verdict == "same":
                a, b = (self._by_ref[ref.report, ref.fact] for ref in (one.one, one.other))
                yield a, b, True

    def _kept_apart(self, part: list[Key]) -> set[frozenset[Key]]:
        pairs = (one for one in self._of_people(part) if one.verdict != "same")
        return {frozenset(self._by_ref[ref.report, ref.fact] for ref in (one.one, one.other)) for one in pairs}

    def _of_people(self, part: list[Key]) -> list[Judgement]:
        found = {}
        for key in part:
            told = self._told[key]
            for one in self._judged.get((told.sheet.id, told.event.id), ()):
                if all((ref.report, ref.fact) in self._by_ref for ref in (one.one, one.other)):
                    found[one.one.report, one.one.fact, one.other.report, one.other.fact] = one
        return sorted(found.values(), key=lambda one: one.when or "", reverse=True)

    def _fit(self, some: list[Key], others: list[Key]) -> bool:
        """Whether no member of one group clashes with one of the other (but for one read amiss among many), and taken together they are not too
        unlike: a chain of resemblances, each link good enough, must not end far from where it began. What only points at another says no more."""
        told = {(self._told[key].sheet.id, self._told[key].event.id) for key in (*some, *others)}
        ones, twos = ([key for key in group if not self._only_points(key, told)][:_COMPARED] for group in (some, others))
        scores = [self._likeness(a, b) for a in ones for b in twos]
        known = [score for score in scores if score is not None]
        fewer, more = sorted(len({self._told[key].sheet.id for key in group}) for group in (ones, twos))
        amiss = _AMISS if fewer > 1 and more > 2 else 0.0
        return len(scores) - len(known) <= amiss * len(scores) and sum(known) >= _UNLIKE * len(known)

    def _likeness(self, a: Key, b: Key) -> float | None:
        known = self._evidence[a].get(b)
        return likeness(self._told[a], self._told[b], self._sites) if known is None else known

    def _bare(self, a: Key, b: Key) -> bool:
        return self._told[a].bare or self._told[b].bare

    def _only_points(self, key: Key, told: Set[tuple[str, str]]) -> bool:
        """Whether a telling only points at another of these: a headline's or a noun's few words veto nothing that the whole says."""
        return (self._told[key].sheet.id, self._told[key].points_to) in told

    def _pair(self, a: Key, b: Key) -> frozenset[tuple[str, str]]:
        return frozenset((self._told[key].sheet.id, self._told[key].event.id) for key in (a, b))


def find(one: Told, other: Told, sites: Sites, score: float | None) -> Found:
    """What is kept of a pair: the evidence that `likeness` gave it, where it comes near; where it does not suffice, the second opinion that it
    is one all the same."""
    if score is None:
        return Found(None, None)
    odds = again(one, other, sites, score) if score < 0 and not (one.bare or other.bare) else None
    return Found(round(score, 6) if score >= NEARLY else None, odds if odds is not None and odds >= LEAST else None)


def _kept_apart(groups: Groups[Key], one: Key, other: Key, apart: set[frozenset[Key]]) -> bool:
    """Whether a person has said of a member of one group and a member of the other that they are two happenings."""
    return bool(apart) and any(frozenset((a, b)) in apart for a in groups.members(one) for b in groups.members(other))
