"""Disputes between what two reports say, as far as the rules tell none: the pairs that are looked at, and what is made of those that contradict
each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, islice

from sayso.model.situation import Dispute, DisputeKind, DisputeSide, Ref
from sayso.situation.contrary.finder import Weighed, weigh, why
from sayso.situation.contrary.sayings import Page, Saying
from sayso.situation.contrary.traits import SIZES
from sayso.situation.joining import Joined
from sayso.situation.known import Order
from sayso.situation.words import quoted, short_id

ASKED, ASKED_OF_MANY = 0.65, 0.75
"""The chance from which on two sayings are told as a dispute, where two or three reports are laid side by side and in a larger case."""
_DAYS = 21
"""Days within which two reports are published, one of which contradicts the other."""
_REACH = 6
"""Sayings of a name that one is compared with, the next ones in the order of publication."""
_NEXT = 3
"""Reports next to one that its sayings are compared with whatever they name ("the village", "the incident"): in a small case all, in a larger one
where the reports share a name and the sayings `_WORDS` words."""
_WORDS = 2
_SIDE_BY_SIDE, _FEW, MANY = SIZES
"""Reports from which on they are not only laid side by side; from which on a case is not small; and from which on it is not asked, since in a
case of hundreds nothing came of it that is right."""

Pair = tuple[Saying, Saying]
Fact = tuple[str, str]
Place = tuple[str, str, int, str]


def contradictions(pages: Mapping[Order, Page], incidents: Mapping[Fact, str], known: Iterable[Dispute]) -> Iterator[Dispute]:
    """The disputes between sayings of fewer than `MANY` reports that are not told yet. `incidents` gives the incident of an event by its report
    and id, `known` are the disputes that the rules tell."""
    ruled = list(known)
    told = {frozenset(pair) for dispute in ruled for pair in _against(dispute)}
    denying = {(ref.report, ref.fact) for dispute in ruled if dispute.kind == "denied" for side in dispute.sides for ref in side.claims}
    asked = ASKED if len(pages) < _SIDE_BY_SIDE else ASKED_OF_MANY
    found: dict[DisputeKind, list[tuple[Pair, Weighed]]] = defaultdict(list)
    for a, b in sorted(pairs_of(pages), key=lambda pair: (pair[0].key, pair[1].key)):
        if frozenset((_voice(a), _voice(b))) in told:
            continue
        weighed = weigh(a, b, pages[a.sheet.order], pages[b.sheet.order], len(pages))
        if weighed is not None and weighed.chance >= asked:
            answered = any((one.sheet.id, fact) in denying for one in (a, b) for fact in one.facts)
            if weighed.kind != "denied" or not answered:
                found[weighed.kind].append(((a, b), weighed))
    for kind, pairs in sorted(found.items()):
        joined: Joined[Place] = Joined()
        best = list(_best(pairs))
        for (a, b), _ in best:
            joined.join(a.key, b.key)
        together: dict[Place, list[tuple[Pair, Weighed]]] = defaultdict(list)
        for pair, weighed in best:
            together[joined.first(pair[0].key)].append((pair, weighed))
        for _, told_so in sorted(together.items()):
            yield _dispute(kind, told_so, incidents, pages)


def sources_in(disputes: Iterable[Dispute]) -> set[str]:
    """Who speaks in disputes."""
    return {side.source for dispute in disputes for side in dispute.sides}


def pairs_of(pages: Mapping[Order, Page]) -> set[Pair]:
    """The pairs of sayings of two reports that share a name, or whose reports stand next to each other."""
    order = sorted(pages)
    named: dict[str, list[Saying]] = defaultdict(list)
    for one in (saying for at in order for saying in pages[at].sayings):
        for name in sorted(one.names | one.narrow | one.persons):
            named[name].append(one)
    found = {pair for sayings in named.values() for at in range(len(sayings)) for pair in _with_next(sayings, at)}
    for at, this in enumerate(order):
        for that in order[at + 1 : at + 1 + _NEXT]:
            pairs = ((a, b) for a in pages[this].sayings for b in pages[that].sayings)
            if len(order) < _FEW:
                found.update(pairs)
            elif pages[this].names & pages[that].names:
                found.update(pair for pair in pairs if len(pair[0].stems & pair[1].stems) >= _WORDS)
    return {pair for pair in found if _comparable(*pair)}


def _with_next(sayings: Sequence[Saying], at: int) -> Iterator[Pair]:
    one = sayings[at]
    elsewhere = (other for other in islice(sayings, at + 1, None) if other.sheet is not one.sheet)
    yield from ((one, other) for other in islice(elsewhere, _REACH))


def _comparable(a: Saying, b: Saying) -> bool:
    if a.whose.owner is not None and a.whose.owner == b.whose.owner:
        return False
    if a.whose.source == b.whose.source and not a.whose.unnamed:
        return False
    if a.sheet.published is None or b.sheet.published is None:
        return True
    return abs(date.fromisoformat(a.sheet.published[:10]) - date.fromisoformat(b.sheet.published[:10])).days <= _DAYS


def _best(pairs: Sequence[tuple[Pair, Weighed]]) -> Iterator[tuple[Pair, Weighed]]:
    """Of pairs of two reports those that each of the two sayings fits best."""
    best: dict[tuple[Saying, str], float] = {}
    for (a, b), weighed in pairs:
        for one, other in ((a, b), (b, a)):
            best[one, other.sheet.id] = max(best.get((one, other.sheet.id), 0.0), weighed.chance)
    for (a, b), weighed in pairs:
        if weighed.chance >= max(best[a, b.sheet.id], best[b, a.sheet.id]):
            yield (a, b), weighed


def _against(dispute: Dispute) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """The pairs of voices, each in its report, that stand against each other in a dispute."""
    for some, others in combinations(dispute.sides, 2):
        yield from (((a.report, some.source), (b.report, others.source)) for a in some.claims for b in others.claims)


def _voice(one: Saying) -> tuple[str, str]:
    return one.sheet.id, one.whose.source


def _dispute(
    kind: DisputeKind, pairs: Sequence[tuple[Pair, Weighed]], incidents: Mapping[Fact, str], pages: Mapping[Order, Page]
) -> Dispute:  # fmt: skip
    sayings = [one for _, one in sorted({one.key: one for pair, _ in pairs for one in pair}.items())]
    by_source: dict[tuple[str, str], list[Saying]] = defaultdict(list)
    for one in sayings:  # of two without a name nobody knows whether they are one
        by_source[one.whose.source, one.sheet.id if one.whose.unnamed else ""].append(one)
    about = dict.fromkeys(incidents[one.sheet.id, fact] for one in sayings for fact in one.facts if (one.sheet.id, fact) in incidents)
    (a, b), weighed = max(pairs, key=lambda found: (found[1].chance, found[0][0].key, found[0][1].key))
    grounds = why(a, b, pages[a.sheet.order], pages[b.sheet.order], len(pages), kind)
    return Dispute(
        id=short_id("D", kind, "contrary", *(part for one in sayings for part in (one.sheet.id, one.fact, str(one.said[0][0])))),
        incidents=tuple(sorted(about)),
        kind=kind,
        sides=tuple(_side(source, own) for (source, _), own in sorted(by_source.items(), key=_denying_last)),
        since=max((one.sheet.published for one in sayings if one.sheet.published), default=None),
        chance=round(weighed.chance, 2),
        grounds=tuple(f"{trait} {weight:+.1f}" for trait, weight in grounds),
    )


def _side(source: str, own: Sequence[Saying]) -> DisputeSide:
    claims = tuple(Ref(report=one.sheet.id, fact=one.fact) for one in own)
    return DisputeSide(source=source, says=quoted(own[0].sheet.report, own[0].said[0]), claims=claims)


def _denying_last(side: tuple[tuple[str, str], Sequence[Saying]]) -> tuple[bool, tuple[str, str]]:
    return any(one.gainsays for one in side[1]), side[0]
