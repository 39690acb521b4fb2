"""Where a report plays: the countries it speaks of, each with a weight, from all that names one."""

from collections import Counter

from sayso.reading.names.knowledge import Knowledge
from sayso.reading.names.phrases import fold
from sayso.reading.page import Page
from sayso.reading.where.mention import Mention


def setting(page: Page, known: Knowledge, found: list[Mention]) -> Counter[str]:
    """Weights of countries (ISO codes): their names, nationality words, seats, the parties' countries, the outlet's."""
    weights: Counter[str] = Counter()
    for mention in found:
        if mention.entry:
            kind, _, code = mention.entry.partition(":")
            weights[code] += 2 if kind == "country" else 1
    weights.update(page.nations)
    for member in page.cast.members():
        row = known.parties.get(member.entry or "")
        if row is not None and row.kind not in ("outlet", "monitor", "agency", "io", "ngo") and len(row.country) == 1:
            weights[row.country[0]] += min(len(member.mentions), 3)
    outlet = known.outlets.get(fold(page.report.outlet)) if page.report.outlet else None
    if outlet is not None and len(outlet.country) == 1:
        weights[outlet.country[0]] += 1
    return weights
