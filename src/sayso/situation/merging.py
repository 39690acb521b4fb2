"""Told events merged into groups that are one happening, and kept merged as events come and go.

The evidence between two told events does not depend on any other, so a change touches only the events that are joined to the
changed ones by some chain of evidence: these are grouped anew, and all others stay as they are. What a person has decided
goes before all evidence.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Set
from typing import Any

from sayso.model.situation import DisputeKind, Judgement, Ref, Verdict
from sayso.situation.acts import DAILY, OPEN
from sayso.situation.joining import Joined
from sayso.situation.likeness import NEARLY, Sites, contradiction, iso, laid_elsewhere, likeness, weighed
from sayso.situation.neighbours import Neighbours
from sayso.situation.numbers import TELLING_NUMBER
from sayso.situation.stories import story_keys, surnames
from sayso.situation.told import TOLD_LATER, Told

_LONGEST_STATED = 12  # days; longer spans are compared by the month alone
REACH = 40
"""How far a told event looks in a crowded block."""
_SPEAKING_COUNT = 5
_TOWNS = 4  # of a report, in which an age is looked for
_COMPARED = 12  # members of a group that a newcomer must not clash with
_UNLIKE = -1.0  # mean evidence, relative to the threshold, under which two groups stay two

Key = tuple[Any, ...]
"""A told event by its place in the case's order."""


class Merger:
    """The groups of a case's told events. `decided` are people's judgements, the latest last: it wins over earlier ones."""

    def __init__(self, sites: Sites, decided: Iterable[Judgement] = ()) -> None:
        self._sites = sites
        self._told: dict[Key, Told] = {}
        self._by_ref: dict[tuple[str, str], Key] = {}
        self._near: Neighbours[Key] = Neighbours(REACH)
        self._named: Neighbours[Key] = Neighbours(REACH)
        self._evidence: dict[Key, dict[Key, float]] = defaultdict(dict)
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
        before, self._decided = self._decided, _latest(decided)
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
        self._weigh(self._near.add(key, blocks_of(told)))
        self._weigh(self._denied(self._named.add(key, named_blocks_of(told))))

    def put(self, told: Iterable[Told], evidence: Iterable[tuple[Key, Key, float]]) -> None:
        """Put told events in with the evidence between them, weighed elsewhere: for a case that is merged part by part."""
        for one in told:
            self._told[one.order] = one
            self._by_ref[one.sheet.id, one.event.id] = one.order
            self._dirty.add(one.order)
        for a, b, score in evidence:
            self._evidence[a][b] = self._evidence[b][a] = score

    def remove(self, told: Told) -> None:
        """Take a told event out."""
        key = told.order
        self._weigh(self._near.remove(key, blocks_of(told)))
        self._weigh(self._denied(self._named.remove(key, named_blocks_of(told))))
        for other in self._evidence.pop(key, {}):
            self._evidence[other].pop(key, None)
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
                if a < b and self._first[a] != self._first[b] and score >= NEARLY and self._pair(a, b) not in self._decided:
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
            known = self._evidence[a].get(b)
            if score is not None and score >= NEARLY:
                self._evidence[a][b] = self._evidence[b][a] = round(score, 6)
            elif known is not None:
                del self._evidence[a][b], self._evidence[b][a]
            self._contrary.pop((a, b), None)
            if near and (score is None or laid_elsewhere(self._told[a], self._told[b])):
                kind = contradiction(self._told[a], self._told[b], self._sites)
                if kind:
                    self._contrary[a, b] = kind
            if score is not None or known is not None:
                self._dirty.update((a, b))

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
        yield from self._members.get(self._first.get(key, key), ())
        told = self._told[key]
        for one in self._judged.get((told.sheet.id, told.event.id), ()):
            for ref in (one.one, one.other):
                other = self._by_ref.get((ref.report, ref.fact))
                if other is not None:
                    yield other

    def _grouped(self, part: list[Key]) -> Iterator[tuple[list[Key], list[tuple[Key, Key]]]]:
        """The best evidenced pairs are joined first, and only where no member of one group clashes with one of the other."""
        if len(part) == 1:
            yield part, []
            return
        joined: Joined[Key] = Joined()
        members = {key: [key] for key in part}
        joins: dict[Key, list[tuple[Key, Key]]] = {key: [] for key in part}
        apart = self._kept_apart(part)
        for a, b, forced in (*self._forced(part), *self._pairs(part)):
            first, second = joined.first(a), joined.first(b)
            if first == second or _parted(members[first], members[second], apart):
                continue
            if forced or self._fit(members[first], members[second]):
                joined.join(first, second)
                kept, gone = min(first, second), max(first, second)
                members[kept] = sorted(members[kept] + members.pop(gone))
                joins[kept] += [*joins.pop(gone), (a, b)]
        for first, group in members.items():
            yield group, joins[first]

    def _pairs(self, part: list[Key]) -> Iterator[tuple[Key, Key, bool]]:
        found = [(-score, a, b) for a in part for b, score in self._evidence[a].items() if a < b and score >= 0]
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
        """Whether no member of one group clashes with one of the other, and taken together they are not too unlike: a chain of
        resemblances, each link good enough, must not end far from where it began. What only points at another telling says no more."""
        told = {(self._told[key].sheet.id, self._told[key].event.id) for key in (*some, *others)}
        ones, twos = ([key for key in group if not self._only_points(key, told)][:_COMPARED] for group in (some, others))
        scores = [self._likeness(a, b) for a in ones for b in twos]
        known = [score for score in scores if score is not None]
        return len(known) == len(scores) and sum(known) >= _UNLIKE * len(known)

    def _likeness(self, a: Key, b: Key) -> float | None:
        known = self._evidence[a].get(b)
        return likeness(self._told[a], self._told[b], self._sites) if known is None else known

    def _only_points(self, key: Key, told: Set[tuple[str, str]]) -> bool:
        """Whether a telling only points at another of these: a headline's or a noun's few words veto nothing that the whole says."""
        return (self._told[key].sheet.id, self._told[key].points_to) in told

    def _pair(self, a: Key, b: Key) -> frozenset[tuple[str, str]]:
        return frozenset((self._told[key].sheet.id, self._told[key].event.id) for key in (a, b))


def judged(verdict: Verdict, one: Told, other: Told, evidence: float, sites: Sites) -> Judgement:
    """A rule's judgement on two told events, with its grounds."""
    grounds = tuple(f"{name} {weight:+.1f}" for name, weight in weighed(one, other, sites) if weight)
    return Judgement(verdict=verdict, one=_ref(one), other=_ref(other), by="rule", grounds=grounds, evidence=round(evidence, 2))


def _latest(decided: Iterable[Judgement]) -> Mapping[frozenset[tuple[str, str]], Judgement]:
    """Of several judgements about one pair the latest."""
    found = {}
    for one in sorted(decided, key=lambda one: (one.when or "", one.to_json())):
        found[frozenset({(one.one.report, one.one.fact), (one.other.report, one.other.fact)})] = one
    return found


def _parted(some: list[Key], others: list[Key], apart: set[frozenset[Key]]) -> bool:
    return bool(apart) and any(frozenset((a, b)) in apart for a in some for b in others)


def _ref(told: Told) -> Ref:
    return Ref(report=told.sheet.id, fact=told.event.id)


def named_blocks_of(one: Told) -> list[Hashable]:
    """The blocks in which a denial looks for what it denies: a name in its sentence, whoever reads it as a place or a person; who did it."""
    doers = [("doer", owner) for owner in sorted(one.doers.owners)]
    return [(one.family, name) for name in (*sorted(one.names), *doers)]


def blocks_of(one: Told) -> list[Hashable]:
    """The blocks in which a told event looks for its like: one day (or month) together with a shared place, party or text."""
    kind = one.family
    nowhere = one.town is None and one.event.type == "ASSAULT" and one.days is not None and one.days.precise
    shared = [("town", town) for town in sorted({*((one.town,) if one.town else ()), *one.around})] if one.town or nowhere else []
    shared += [("thing", thing) for thing in sorted(one.things)] if one.days and one.days.precise else []
    shared += [("party", party) for party in sorted(one.actors | one.recipients | one.victims)]
    blocks: list[Hashable] = [(kind, "text", one.text)]
    blocks += [(kind, "story", key) for key in sorted(story_keys(one.story.persons))]
    blocks += [(kind, "surname", name) for name in sorted(surnames(one.victims))]
    blocks += [(kind, "age", age, town) for age in sorted(one.ages) for town in sorted(one.story.towns)[:_TOWNS]]
    blocks += [(kind, "count", one.site, what, count) for what, count in sorted(one.counts) if count >= _SPEAKING_COUNT and one.site]
    if one.act not in DAILY | OPEN:
        blocks += [(kind, "number", one.act, count) for count in sorted({n for _, n in one.counts if n >= TELLING_NUMBER})]
    if one.town and one.stand == "asserts":  # what is told again later, without its day
        blocks += [(kind, "thing", thing, one.town) for thing in sorted(one.things)]
        blocks += [(kind, "act", one.act, one.town)] if one.act not in DAILY | OPEN else []
    if one.days is None:
        days: Iterable[Any] = ("undated",)
    elif one.days.last - one.days.first > _LONGEST_STATED and one.days.stated:
        days = (iso(one.days.first)[:7],)
    else:
        days = range(one.days.first - (TOLD_LATER if one.days.telling else 0), one.days.last + 1)
    blocks += [(kind, day, *key) for day in days for key in shared]
    if one.days and one.days.precise and one.site:
        blocks.append((kind, one.days.last + 1, "town", one.town))  # the next day's block: a night is two days
    return blocks
