"""Who took whose text: pairs of reports, and the words that were taken.

The gold pairs are those that share text. A pair whose reports hang together through others, or that share a quotation only, is
counted neither way: saying that they have one origin is no error.

From the Situation: the members of an origin that has `copies` are one family and each two of them a pair; where a copy says whose
it is (`of`), that pair alone. `spans` of a copy, where given, are the stretches of it that were taken.
"""

import re
from collections.abc import Iterable
from itertools import combinations

from sayso.evaluate.across.found import Found
from sayso.evaluate.across.gold import Campaign, Row
from sayso.evaluate.counting import Scores
from sayso.model import Span

Pair = frozenset[str]


def score(campaign: Campaign, found: Found, scores: Scores, part: str) -> None:
    """Add a campaign's copies to the scores."""
    rows = [(_pair(campaign, row), row) for row in campaign.gold["copies"]]
    gold = {pair for pair, row in rows if row["kind"] != "quotation"}
    tolerated = _together(pair for pair, _ in rows) - gold
    predicted = _predicted(found.last) - tolerated
    scores.count(f"{part} copies: pairs", len(gold & predicted), len(gold), len(predicted))
    names = {report.id: file for file, report in campaign.reports.items()}
    for cause, pairs in (("missed", gold - predicted), ("not there", predicted - gold)):
        for two in sorted(sorted(names[one] for one in pair) for pair in pairs):
            campaign.wrong(scores, f"copies: {cause}", " and ".join(two))
    for kind in ("whole", "edited", "partial", "version"):
        for pair in (pair for pair, row in rows if row["kind"] == kind):
            scores.share(f"{part} copies: {kind} ones found", pair in predicted)
    _reused(campaign, found, scores, part)


def _pair(campaign: Campaign, row: Row) -> Pair:
    return frozenset((campaign.reports[row["earlier"]].id, campaign.reports[row["later"]].id))


def _together(pairs: Iterable[Pair]) -> set[Pair]:
    """All pairs within the groups that the given pairs tie together."""
    groups: list[set[str]] = []
    for pair in pairs:
        tied = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair] + [set(pair).union(*tied)]
    return {frozenset(two) for group in groups for two in combinations(sorted(group), 2)}


def _predicted(situation: Row) -> set[Pair]:
    pairs: set[Pair] = set()
    for origin in situation["origins"]:
        copies = origin["copies"]
        named = [copy for copy in copies if copy.get("of")]
        pairs |= {frozenset((copy["of"], copy["report"])) for copy in named if copy["of"] != copy["report"]}
        if len(named) < len(copies):
            pairs |= {frozenset(two) for two in combinations(sorted(set(origin["reports"])), 2)}
    return pairs


def _reused(campaign: Campaign, found: Found, scores: Scores, part: str) -> None:
    """The words taken, by word; the later report's, all its sources together."""
    gold: dict[str, set[int]] = {}
    for row in campaign.gold["copies"]:
        if row["kind"] != "quotation":
            spots = campaign.spots({"report": row["later"], "words": words} for words in row["reused"])
            later = campaign.reports[row["later"]]
            gold.setdefault(later.id, set()).update(*(_words(later.text, spot.span) for spot in spots))
    taken: dict[str, set[int]] = {}
    for origin in found.last["origins"]:
        for copy in origin["copies"]:
            text = found.readings[copy["report"]].report.text
            taken.setdefault(copy["report"], set()).update(*(_words(text, (start, end)) for start, end in copy.get("spans", ())))
    for report in sorted(gold.keys() | taken.keys()):
        ours, theirs = gold.get(report, set()), taken.get(report, set())
        scores.count(f"{part} copies: words taken", len(ours & theirs), len(ours), len(theirs))


def _words(text: str, span: Span) -> set[int]:
    return {span[0] + m.start() for m in re.finditer(r"\w+", text[span[0] : span[1]])}
