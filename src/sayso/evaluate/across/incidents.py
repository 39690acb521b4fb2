"""One happening across reports: B3 over the gold's mentions; whether the claims' origins are told apart and counted right.

A mention is covered by the event whose words share most with it: its trigger before its further evidence, the words of the act before
those of what came of it. A mention that no event covers stands alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.evaluate.across.found import Fact, Found
from sayso.evaluate.across.gold import Campaign, Row, Spot
from sayso.evaluate.counting import Scores, overlap
from sayso.situation.words import sentence_around

_REPORTER = re.compile(r"\b(?:reporters?|correspondents?|photographers?|journalists?)\b", re.IGNORECASE)

Cluster = tuple[str, str]
"""A campaign, and the predicted incident in it, or a name of its own for a mention that stands alone."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A gold mention with its gold incident, whose word it is, and the claim that covers it."""

    incident: str
    origin: str | None
    stand: str
    cluster: Cluster
    claim: Row | None


def score(campaign: Campaign, found: Found, scores: Scores, part: str) -> list[Mention]:
    """Add a campaign's incidents to the scores; the mentions are handed back for B3 over all campaigns."""
    claims: dict[Fact, list[tuple[Row, Row]]] = defaultdict(list)
    for incident in found.last["incidents"]:
        for claim in incident["claims"]:
            claims[claim["report"], claim["event"] or claim["statement"]].append((incident, claim))
    mentions: list[Mention] = []
    for row in campaign.gold["incidents"]:
        own: list[Mention] = []
        for place in row["mentions"]:
            event = covering(found, campaign.spot(place), campaign.spots({**one, "report": place["report"]} for one in place.get("also", ())))
            hit, its = _claim_of(found, claims.get(event, ()), campaign.spot(place), place["stand"]) if event else (None, None)
            cluster = (campaign.name, hit["id"] if hit else f"alone {len(mentions) + len(own)}")
            own.append(Mention(f"{campaign.name}/{row['id']}", place["origin"], place["stand"], cluster, its))
        for mention in own:
            scores.share(f"{part} incidents: mentions that an event covers", mention.claim)
        for place, mention in zip(row["mentions"], own, strict=True):
            if mention.claim is None:
                campaign.wrong(scores, "incidents: a mention without an event", f"{row['id']} {place['report']}: {place['words']}")
        if len({mention.cluster for mention in own if mention.claim}) > 1:
            campaign.wrong(scores, "incidents: left apart", f"{row['id']}: " + " / ".join(place["words"] for place in row["mentions"]))
        _origins(found, own, scores, part)
        _corroborated(campaign, found, row, own, scores, part)
        mentions += own
    return mentions


def covering(found: Found, act: Spot, further: Sequence[Spot] = ()) -> Fact | None:
    """The event that covers a mention; the earliest of equals. `further` are the words of what came of the act ("killing")."""
    scored = []
    for event in found.readings[act.report].events:
        shared = [
            sum(overlap(span, spot.span) for span in spans for spot in spots)
            for spots in ([act], further)
            for spans in ([event.trigger], event.also)
        ]
        if any(shared):
            scored.append(([-n for n in shared], event.trigger, event.id))
    return (act.report, min(scored)[2]) if scored else None


def _claim_of(found: Found, claims: Sequence[tuple[Row, Row]], words: Spot, stand: str) -> tuple[Row | None, Row | None]:
    """Of the claims that rest on one event the one of the mention's stand in whose statement its words stand, else the first: others come
    behind it."""
    said = {one.id: one.content for one in found.readings[words.report].statements}
    if not claims:
        return None, None
    for incident, claim in claims[1:]:
        if claim["stand"] == stand and any(overlap(span, words.span) for span in said.get(claim["according_to"] or "", ())):
            return incident, claim
    return claims[0]


def b_cubed(mentions: Sequence[Mention]) -> tuple[float, float, float]:
    """B3 precision, recall and F1 of the clusters against the gold incidents; 1 where there are no mentions."""
    if not mentions:
        return 1.0, 1.0, 1.0
    gold, predicted = Counter(m.incident for m in mentions), Counter(m.cluster for m in mentions)
    both = Counter((m.incident, m.cluster) for m in mentions)
    precision = sum(both[m.incident, m.cluster] / predicted[m.cluster] for m in mentions) / len(mentions)
    recall = sum(both[m.incident, m.cluster] / gold[m.incident] for m in mentions) / len(mentions)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _origins(found: Found, mentions: Sequence[Mention], scores: Scores, part: str) -> None:
    """Pairs of covered claims on one incident: has each pair one origin or two?"""
    owners = {origin["id"]: origin["owner"] for origin in found.last["origins"]}
    named = [(m, m.claim) for m in mentions if m.claim and m.origin]
    for (one, claim), (other, its) in combinations(named, 2):
        same = found.one(one.origin) == found.one(other.origin)
        told = owners.get(claim["origin"], claim["origin"]) == owners.get(its["origin"], its["origin"])
        scores.count(f"{part} incidents: claims of one origin", same and told, same, told)
    for m in mentions:
        if m.claim:
            scores.share(f"{part} incidents: named or unnamed source", bool(m.claim.get("unnamed")) == (m.origin is None))


def _corroborated(campaign: Campaign, found: Found, row: Row, mentions: Sequence[Mention], scores: Scores, part: str) -> None:
    """Whether the number of independent origins is right, where the gold has two mentions and more of what happened; and whether it would be
    if the mentions that no event covers did not exist, which is what merging and naming the sources alone are worth."""
    access = with_access(campaign, row)
    asserting, denying = (_voices(found, mentions, access, stand) for stand in ("asserts", "denies"))
    if len(mentions) < 2 or row["status"] not in ("happened", "ongoing") or asserting & denying:
        return
    most = Counter(m.cluster for m in mentions if m.claim).most_common(1)
    incident = next((one for one in found.last["incidents"] if most and most[0][0][1] == one["id"]), None)
    counted = (incident["origins_for"], incident["origins_against"]) if incident is not None else None
    scores.share(f"{part} incidents: number of origins for and against", counted == (len(asserting), len(denying)))
    covered = [m for m in mentions if m.claim]
    if len(covered) > 1:
        told = tuple(len(_voices(found, covered, access, stand)) for stand in ("asserts", "denies"))
        scores.share(f"{part} incidents: the same, mentions that an event covers only", counted == told)
    if incident is not None:
        more = incident["origins_for"] > len(asserting) or incident["origins_against"] > len(denying)
        scores.share(f"{part} incidents: no more origins than there are", not more)


def _voices(found: Found, mentions: Sequence[Mention], access: set[str], stand: str) -> set[str | None]:
    """The organisations behind one stand; the codebook counts a body and its parent, and allies under one command, once."""
    return {found.one(m.origin) for m in mentions if m.origin in access and m.stand == stand}


def with_access(campaign: Campaign, row: Row) -> set[str]:
    """The voices of an incident that are origins of it by the codebook, which asks for the first hop that had access of its own: a report
    that gives its source for an incident tells it on that source's word, and its own mention of it in passing is no second origin, unless
    a reporter was there."""
    outlets = {place["report"]: campaign.reports[place["report"]].outlet for place in row["mentions"]}
    voices: set[str] = {place["origin"] for place in row["mentions"] if place["origin"]}
    for voice in set(voices) & set(outlets.values()):
        own = [place for place in row["mentions"] if place["origin"] == voice == outlets[place["report"]]]
        if own and not any(_first_hand(campaign, row, place) for place in own):
            voices.remove(voice)
    return voices


def _first_hand(campaign: Campaign, row: Row, place: Row) -> bool:
    """Whether an outlet's own mention rests on no source that the same report gives for the incident, or a reporter was there."""
    outlets = {report.outlet for report in campaign.reports.values()}  # another outlet's words are a copied passage and no source
    if all(other["origin"] in outlets for other in row["mentions"] if other["report"] == place["report"]):
        return True
    sentence = sentence_around(campaign.reports[place["report"]].text, campaign.spot(place).span)
    return _REPORTER.search(sentence) is not None
