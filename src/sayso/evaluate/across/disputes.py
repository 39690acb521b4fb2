"""Contradictions: the right kind, between the right sides, about the right thing; and no update called one.

A predicted dispute is a gold one when its kind is among the gold's and two of its sides rest on words of two different gold sides. A
side's words are those that the gold quotes for it and the mentions of the incident on its word; whoever else asserts what is denied
stands with those who do not deny it. One gold dispute answers one predicted dispute.
"""

from itertools import permutations

from sayso.evaluate.across.found import Fact, Found
from sayso.evaluate.across.gold import Campaign, Row, Spot
from sayso.evaluate.counting import Scores

Sides = list[list[Spot]]


def score(campaign: Campaign, found: Found, scores: Scores, part: str) -> None:
    """Add a campaign's disputes to the scores."""
    counted = [row for row in campaign.gold["disputes"] if row["kinds"]]
    taste = [sides_of(campaign, row) for row in campaign.gold["disputes"] if not row["kinds"]]
    gold = [(row["kinds"], sides_of(campaign, row)) for row in counted]
    predicted = [(row["kind"], [_facts(side) for side in row["sides"]]) for row in found.last["disputes"]]
    open_, right, neither, updates = list(range(len(gold))), 0, 0, 0
    for kind, sides in predicted:
        hit = next((i for i in open_ if kind in gold[i][0] and _same(found, sides, gold[i][1])), None)
        if hit is not None:
            open_.remove(hit)
            right += 1
        elif any(_same(found, sides, one) for one in taste):
            neither += 1
        else:
            update = kind == "figures" and any(_is_update(campaign, found, sides, row) for row in campaign.gold["updates"])
            updates += update
            told = " against ".join(" / ".join(found.words(fact) for fact in facts) for facts in sides)
            campaign.wrong(scores, f"disputes: {'an update called one' if update else f'not there: {kind}'}", told)
    scores.count(f"{part} disputes: kind and sides", right, len(gold), len(predicted) - neither)
    for i in open_:
        campaign.wrong(scores, f"disputes: missed {'/'.join(gold[i][0])}", str(counted[i]["id"]))
    named = sum(any(_same(found, sides, one) for _, sides in predicted) for _, one in gold)
    scores.count(f"{part} disputes: sides, of any kind (recall)", named, len(gold), named)
    for number in range(len(campaign.gold["updates"])):
        scores.share(f"{part} disputes: updates left in peace", number >= updates)


def sides_of(campaign: Campaign, row: Row) -> Sides:
    """The sides of a gold dispute, each by where its words stand."""
    sides = {side["source"]: campaign.spots(side["words"]) for side in row["sides"]}
    mentions = [m for one in campaign.gold["incidents"] if one["id"] in row["incidents"] for m in one["mentions"]]
    deniers = {m["origin"] for m in mentions if m["stand"] == "denies"}
    for mention in mentions:
        own = sides.get(mention["origin"])
        if own is not None:
            own.append(campaign.spot(mention))
        elif deniers & sides.keys() and mention["stand"] == "asserts":
            for source in sides.keys() - deniers:
                sides[source].append(campaign.spot(mention))
    return list(sides.values())


def _facts(side: Row) -> list[Fact]:
    return [(claim["report"], claim["fact"]) for claim in side["claims"]]


def _same(found: Found, predicted: list[list[Fact]], gold: Sides) -> bool:
    """Whether two predicted sides rest on words of two gold sides."""
    touched = [{i for i, spots in enumerate(gold) if any(found.touches(fact, spots) for fact in facts)} for facts in predicted]
    return any(a != b for one, other in permutations(touched, 2) for a in one for b in other)


def _is_update(campaign: Campaign, found: Found, predicted: list[list[Fact]], row: Row) -> bool:
    """Whether two predicted sides rest on paragraphs of two figures of which one is the later state of the other, and on nothing else."""
    paragraphs = [_paragraph(found, campaign.spot(place)) for place in row["figures"]]
    alone = []
    for facts in predicted:
        at = [{i for i, spot in enumerate(paragraphs) if found.touches(fact, [spot])} for fact in facts]
        alone.append(set[int]().union(*at) if all(at) else set[int]())
    return any(a != b for one, other in permutations(alone, 2) for a in one for b in other)


def _paragraph(found: Found, spot: Spot) -> Spot:
    text = found.readings[spot.report].report.text
    end = text.find("\n", spot.span[1])
    return Spot(spot.report, (text.rfind("\n", 0, spot.span[0]) + 1, end if end >= 0 else len(text)))
