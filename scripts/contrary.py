"""The weights of the finder of contradictions (`sayso.situation.contrary`), learnt from cases of our own.

    python scripts/contrary.py training/disputes samples/campaigns ../shared/data/fakes_reports.jsonl

The first folder holds cases with what two reports tell of the same matter marked (`sayso.evaluate.across.cases`); those called *_holdout.txt are
left out. The second holds campaigns, of which the development parts are used. The third may be left out: reports of one war (JSON Lines with text,
outlet, published) of which half, by their ids, teach what has nothing to do with each other; its disputes that the rules tell are left out.

An example is a pair of sayings that the finder would weigh; its label what the gold says of the two. Pairs of two cases that are alike in words
are examples of what is not one matter. Two softmaxes (L2), the same weights on every run.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np

from sayso.evaluate.across.cases import AGREEING, OTHER, cases_in
from sayso.evaluate.across.disputes import sides_of
from sayso.evaluate.across.gold import KEPT_ASIDE, Campaign, campaigns
from sayso.evaluate.rows import reports_of, rows_with
from sayso.intake import Known, from_row
from sayso.lexicon import Lexicon
from sayso.model import Reading, Span
from sayso.reading.happened.softmax import Fit, fitted
from sayso.reading.pipeline import Reader
from sayso.situation import Live
from sayso.situation.contrary.between import pairs_of
from sayso.situation.contrary.finder import AGREE, ANY, KINDS
from sayso.situation.contrary.sayings import Page, Saying
from sayso.situation.contrary.traits import traits
from sayso.situation.known import Order

_TABLE = Path(__file__).resolve().parents[1] / "src" / "sayso" / "situation" / "contrary" / "weights.tsv"
_LEAST = 4
"""A trait is learnt from when at least this many examples have it."""
_MATTER, _DIFFERENCE = Fit(decay=8.0, rounds=150), Fit(decay=4.0, rounds=150)
_SMALL = 0.02
"""Traits whose weights are all smaller are left out of the table."""
_COVERS, _MAINLY = 0.3, 0.8
"""How much of what is marked a saying has to cover; how much covering the mark counts for beside being covered by it."""
_ALIKE = 2
"""Pairs of two cases for each saying: the other cases' sayings that share most with it."""
_COMMON = 400
_SIZES = (8, 25, 500)
"""The sizes of a case that these stand for, in turn."""
_DATED = ("published apart", "days until", "days apart", "days of the deeds")
"""Traits that two cases' years would give away."""
_OF_A_WAR = 12_000
"""Pairs of the war's reports at most, by lot."""


class Example(NamedTuple):
    """A pair's traits, and what the gold says of it: kinds of dispute, `AGREEING`, or nothing."""

    traits: frozenset[str]
    labels: frozenset[str]


Mark = tuple[str, Span]
Marks = Sequence[tuple[frozenset[str], Sequence[Sequence[Mark]]]]
"""For each relation its kinds, and for each side where its words stand."""


def labelled(pages: Mapping[Order, Page], marks: Marks) -> Iterator[Example]:
    """The pairs of a case with what its marks say of them. Left out are pairs of which one only touches what is marked."""
    known: dict[Saying, set[tuple[int, int]]] = defaultdict(set)
    touched: dict[Saying, set[int]] = defaultdict(set)
    for number, (_, sides) in enumerate(marks):
        for side, places in enumerate(sides):
            for report, span in places:
                scored = [(_covering(one, span), one) for page in pages.values() for one in page.sayings if one.sheet.id == report]
                for share, one in scored:
                    if share:
                        touched[one].add(number)
                best = max(scored, key=lambda found: found[0], default=(0.0, None))
                if best[1] is not None and best[0] > _COVERS:
                    known[best[1]].add((number, side))
    for a, b in sorted(pairs_of(pages), key=lambda pair: (pair[0].key, pair[1].key)):
        labels = set[str]()
        for (number, side), (_, against) in ((x, y) for x in known[a] for y in known[b] if x[0] == y[0]):
            kinds = marks[number][0]
            labels |= kinds if side != against or not kinds & set(KINDS) else {AGREEING[0]}
        if labels or not touched[a] & touched[b]:
            yield Example(_traits(a, b, pages), frozenset(labels & set(KINDS) or labels - {OTHER}))


def _covering(one: Saying, span: Span) -> float:
    shared = sum(max(0, min(end, span[1]) - max(start, span[0])) for start, end in one.said)
    return _MAINLY * shared / (span[1] - span[0]) + (1 - _MAINLY) * shared / sum(end - start for start, end in one.said)


def _traits(a: Saying, b: Saying, pages: Mapping[Order, Page]) -> frozenset[str]:
    return traits(a, b, pages[a.sheet.order], pages[b.sheet.order], len(pages)) | {ANY}


def of_cases(folder: Path, reader: Reader) -> Iterator[Example]:
    """The pairs of the marked cases, then those of two cases of one file that are most alike."""
    for file in sorted(folder.glob("*.txt")):
        if file.stem.endswith("_holdout"):
            continue
        cases = list(cases_in(file))
        readings = iter(list(reader.read_many(from_row(report, Known()) for case in cases for report in case.reports)))
        laid_out = []
        for case in cases:
            own = [next(readings) for _ in case.reports]
            marks = [
                (frozenset(one.kinds), [[(own[number].report.id, span) for number, span in places] for places in one.sides.values()])
                for one in case.relations
            ]
            pages = _pages(own, reader)
            yield from labelled(pages, marks)
            laid_out.append(pages)
        yield from _alike(laid_out)


def _alike(cases: Sequence[Mapping[Order, Page]]) -> Iterator[Example]:
    """Pairs of two cases that share no report."""
    said = [(number, page, one) for number, pages in enumerate(cases) for page in pages.values() for one in page.sayings]
    holding: dict[str, list[int]] = defaultdict(list)
    for at, (_, _, one) in enumerate(said):
        for word in sorted(one.stems | {f"name {name}" for name in one.names}):
            holding[word].append(at)
    made = 0
    for number, page, one in said:
        shared: dict[int, float] = defaultdict(float)
        for word in sorted(one.stems | {f"name {name}" for name in one.names}):
            if len(holding[word]) <= _COMMON:
                weight = log(len(said) / len(holding[word])) * (2 if word.startswith("name ") else 1)
                for at in holding[word]:
                    if cases[said[at][0]].keys().isdisjoint(cases[number]):
                        shared[at] += weight
        for at, _ in sorted(shared.items(), key=lambda found: (-found[1], found[0]))[:_ALIKE]:
            (here, a), (there, b) = sorted(((page, one), said[at][1:]), key=lambda found: found[1].key)
            own = traits(a, b, here, there, _SIZES[made % len(_SIZES)]) | {ANY}
            yield Example(frozenset(trait for trait in own if not trait.startswith(_DATED)), frozenset())
            made += 1


def of_campaigns(folder: Path, reader: Reader) -> Iterator[Example]:
    """The pairs of the campaigns' development parts."""
    for campaign in campaigns(folder):
        if campaign.part != KEPT_ASIDE:
            own = Reader(reader.parser.package, Lexicon(campaign.lexicon)) if campaign.lexicon else reader
            yield from labelled(_pages(list(own.read_many(campaign.reports.values())), own), list(_marks(campaign)))


def _marks(campaign: Campaign) -> Iterator[tuple[frozenset[str], Sequence[Sequence[Mark]]]]:
    for row in campaign.gold["incidents"]:
        spots = campaign.spots({"report": one["report"], **one} for one in row["mentions"])
        yield frozenset(AGREEING[:1]), [[(spot.report, spot.span)] for spot in spots]
    for row in campaign.gold["disputes"]:
        if row["kinds"]:
            yield frozenset(row["kinds"]), [[(spot.report, spot.span) for spot in side] for side in sides_of(campaign, row)]


def of_a_war(file: Path, reader: Reader) -> Iterator[Example]:
    """Pairs of real reports: those that the rules join agree, all others have nothing to do with each other, but for what they tell as disputed."""
    readings = list(reader.read_many(reports_of(rows_with(file, "text"))))
    live = Live(reader.lexicon.parents)
    live.extend(readings)
    situation, pages = live.situation(), live.pages()
    of_event = {(claim.report, claim.event): one.id for one in situation.incidents for claim in one.claims if claim.event}
    disputed = {
        frozenset(((a.report, a.fact), (b.report, b.fact)))
        for dispute in situation.disputes if dispute.chance is None
        for some, others in combinations(dispute.sides, 2) for a in some.claims for b in others.claims
    }  # fmt: skip
    half = {order: page for order, page in pages.items() if int(order[1], 16) % 2 == 0}
    found = []
    for a, b in sorted(pairs_of(half), key=lambda pair: (pair[0].key, pair[1].key)):
        ones, others = ({(one.sheet.id, fact) for fact in one.facts} for one in (a, b))
        if not any(frozenset((x, y)) in disputed for x in ones for y in others):
            joined = {of_event.get(x) for x in ones} & {of_event.get(y) for y in others} - {None}
            found.append((a, b, joined))
    lot = np.random.default_rng(0).permutation(len(found))[:_OF_A_WAR]
    for at in lot.tolist():
        a, b, joined = found[at]
        own = traits(a, b, pages[a.sheet.order], pages[b.sheet.order], len(pages)) | {ANY}
        yield Example(own, frozenset(AGREEING[:1]) if joined else frozenset())


def _pages(readings: Sequence[Reading], reader: Reader) -> Mapping[Order, Page]:
    live = Live(reader.lexicon.parents)
    live.extend(readings)
    return live.pages()


def learnt(examples: Sequence[tuple[frozenset[str], Sequence[str]]], classes: Sequence[str], fit: Fit) -> dict[str, list[float]]:
    """The weights of each trait for each class; an example of two classes is half one of each."""
    counted = Counter(trait for own, _ in examples for trait in own)
    names = sorted(trait for trait, n in counted.items() if n >= _LEAST)
    column = {trait: at for at, trait in enumerate(names)}
    wanted = np.zeros((len(examples), len(classes)))
    for row, (_, labels) in enumerate(examples):
        for label in labels:
            wanted[row, classes.index(label)] = 1.0 / len(labels)
    rows = [sorted(column[trait] for trait in own if trait in column) for own, _ in examples]
    return dict(zip(names, fitted(rows, wanted, len(names), fit).tolist(), strict=True))


def table(examples: Sequence[Example]) -> Iterator[str]:
    """The lines of the table: a trait, its log odds of one matter, and its scores for agreeing and for each kind of dispute."""
    matter = learnt([(one.traits, ["one" if one.labels else "apart"]) for one in examples], ["apart", "one"], _MATTER)
    of_one = [(one.traits, sorted(one.labels & set(KINDS)) or [AGREE]) for one in examples if one.labels]
    difference = learnt(of_one, [AGREE, *KINDS], _DIFFERENCE)
    disputed = sum(bool(one.labels & set(KINDS)) for one in examples)
    yield f"# {len(examples)} pairs, {len(of_one)} of one matter, {disputed} of them in dispute: scripts/contrary.py"
    yield "\t".join(("# trait", "one matter", AGREE, *KINDS))
    for trait in sorted({*matter, *difference}):
        apart, one = matter.get(trait, (0.0, 0.0))
        weights = [one - apart, *difference.get(trait, [0.0] * (1 + len(KINDS)))]
        if max(map(abs, weights)) >= _SMALL or trait == ANY:
            yield "\t".join((trait, *(f"{weight:.2f}".rstrip("0").rstrip(".") if abs(weight) >= 0.005 else "0" for weight in weights)))


def main(cases: Path, of_campaign: Path, war: Path | None) -> None:
    """Learn and write."""
    reader = Reader()
    several: list[Iterable[Example]] = [of_cases(cases, reader), of_campaigns(of_campaign, reader)]
    if war is not None:
        several.append(of_a_war(war, reader))
    examples = [one for found in several for one in found]
    _TABLE.write_text("\n".join(table(examples)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
