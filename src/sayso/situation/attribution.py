"""Who is said to have done a deed beside the words that tell it: who claims it ("claimed responsibility", "said it was behind the attack") and who
is blamed for it ("the army blamed the Valley Guard").

The one who claims a deed and the one who is blamed for it by somebody else cannot both have done it; that is told by nobody in one sentence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.model import Event, Span
from sayso.model.codes import FIGHTERS, PartyKind
from sayso.situation.acts import acts_agree
from sayso.situation.authorship import authors
from sayso.situation.case import Sheet
from sayso.situation.identity import Identity, is_named
from sayso.situation.origins import Origins, Whose
from sayso.situation.remarks import Attributed
from sayso.situation.told import Told
from sayso.situation.words import fold, sentence_span

_ACT = r"(?:attacks?|bombings?|blasts?|explosions?|strikes?|killings?|ambush(?:es)?|shootings?|assaults?|raids?|massacres?|abductions?|kidnappings?)"
_CLAIM = re.compile(
    r"\b(?:claim(?:s|ed|ing)?(?: \w+){0,2} (?:responsibility|credit)|(?:took|takes|taken) (?:responsibility|credit)\b(?! away)"
    r"|sa(?:id|ys) (?:that )?(?:it|they) (?:was|were|had been|is|are) (?:behind|responsible for)"
    r"|sa(?:id|ys) (?:that )?(?:it|they|(?:its|their) (?:fighters|men|members|militants|forces|units?)) (?:had |have )?"
    rf"(?:carried out|staged|conducted|launched|mounted) (?:[\w’'-]+ ){{0,3}}{_ACT})\b",
    re.IGNORECASE,
)
_HEADED = re.compile(rf"\bclaim(?:s|ed)? (?:[\w’'-]+ ){{0,4}}?{_ACT}\b(?= (?:on|in|at|against|near|that|which)\b|[,.;:\n]|$)", re.IGNORECASE)
"""In a headline; elsewhere "claimed the attack in Homs was" claims something else."""
_CLAIM_OF = re.compile(
    rf"\bclaim(?:s|ed)? (?:on \w+day )?(?:an?|\w+day[’']s|last \w+[’']s) (?:[\w’'-]+ ){{0,4}}?{_ACT} (?=(?:on|in|at|against|near|that|which)\b)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:no|not|nobody|none|never|neither|den\w+|reject\w*|false\w*|yet|if|whether|until)\b(?: [\w’'-]+){0,6} ?$", re.IGNORECASE)
_MORE = r"(?:previous|earlier|past|similar|other|another|several|many|most|numerous|recent|last \w+[’']s)"
_OF_MORE = re.compile(rf"\W+(?:for |of )?{_MORE}\b", re.IGNORECASE)
_MORE_ACTS = re.compile(rf"\b{_MORE} (?:[\w’'-]+ ){{0,3}}{_ACT} ?$", re.IGNORECASE)
"""Behind a claim, and at its end: it is of other deeds than the one told."""
_OF_AN_ACT = re.compile(rf"\W+(?:for |of )?an? (?:[\w’'-]+ ){{0,4}}?{_ACT}\b", re.IGNORECASE)
_AN_ACT = re.compile(rf"\ban? (?:[\w’'-]+ ){{0,4}}?{_ACT} ?$", re.IGNORECASE)
"""The same of one that may be another."""
_OTHER_DAY = re.compile(
    r"\b(?:last (?:year|month|week|spring|summer|autumn|winter)|(?:years?|months?|weeks?|days) (?:ago|earlier|before)|in (?:(?:early|late|mid) )?"
    r"(?:\d{4}|january|february|march|april|may|june|july|august|september|october|november|december)|the (?:year|month|week) before)\b",
    re.IGNORECASE,
)
_BLAMING = re.compile(r"(?:blam|accus|suspect)\w*")
_OF_WHAT = re.compile(r"\b(?:for|of|over)\b")
_WINDOW = 60
_GROUPS: frozenset[PartyKind] = frozenset({"armed_group", "coalition"})
_CLAIMING: frozenset[PartyKind] = FIGHTERS | {"party", "other"}
_REACH = 400  # characters between a deed and a claim or an accusation that only points back at it


def attributed(sheet: Sheet, told: Sequence[Told], identity: Identity, origins: Origins) -> list[Told]:
    """A report's told events, each with who claims it and who is blamed for it in that report."""
    deeds = [one for one in told if one.family == "ASSAULT" and one.stand == "asserts"]
    if not deeds:
        return list(told)
    found: dict[str, tuple[Attributed, ...]] = {}
    words = (*_claims(sheet, deeds, identity, origins), *_blame(sheet, told, deeds, identity), *authors(sheet, deeds, identity, origins))
    for deed, one in words:
        found[deed.event.id] = (*found.get(deed.event.id, ()), one)
    return [replace(one, attributed=found.get(one.event.id, ()), points_to=one.points_to or _said_again(one, deeds, found)) for one in told]


def _said_again(one: Told, deeds: Sequence[Told], found: Mapping[str, Sequence[Attributed]]) -> str | None:
    """The deed that somebody tells again of whom he blames for it: "The army blamed X. 'X attacked innocent traders,' its spokesman said"."""
    own_place = one.site is not None and not one.carried
    if one.family != "ASSAULT" or one.stand != "asserts" or one.whose.own or one.whose.owner is None or one.own_day or own_place:
        return None
    for deed in deeds:
        blamed = {word.doer for word in found.get(deed.event.id, ()) if not word.own and word.whose.owner == one.whose.owner}
        if deed is not one and blamed & one.doers.owners and acts_agree(deed.act, one.act):
            return deed.event.id
    return None


def _claims(sheet: Sheet, deeds: Sequence[Told], identity: Identity, origins: Origins) -> Iterator[tuple[Told, Attributed]]:
    text = sheet.report.text
    headline = max((part.span[1] for part in sheet.report.parts if part.kind == "headline"), default=0)
    for claim in (*_CLAIM.finditer(text), *_CLAIM_OF.finditer(text, headline), *_HEADED.finditer(text, 0, headline)):
        start, end = sentence_span(text, claim.span())
        if _NOT.search(text[max(start, claim.start() - _WINDOW) : claim.start()]) or _of_another(text, claim, end):
            continue
        deed = _deed(deeds, (claim.start(), end), claim.start(), points=not _OF_WHAT.search(text, claim.end(), end))
        claimant = _claimant(sheet, deed.event, (start, claim.start())) if deed else None
        if deed is not None and claimant is not None:
            whose = origins.spoken(sheet, claimant, claim.span())
            yield deed, Attributed(identity.owner(identity.actor(sheet, claimant)), whose, deed.event.id, claim.span(), claimant)


def _of_another(text: str, claim: re.Match[str], end: int) -> bool:
    """Whether a claim is of another deed than the one told: "responsibility for an attack last year", "for previous attacks"."""
    if _MORE_ACTS.search(claim.group()) or _OF_MORE.match(text, claim.end(), end):
        return True
    behind = _OF_AN_ACT.match(text, claim.end(), end)
    act = claim.end() if _AN_ACT.search(claim.group()) else behind.end() if behind else None
    return act is not None and _OTHER_DAY.search(text, act, end) is not None


def _claimant(sheet: Sheet, deed: Event, before: Span) -> str | None:
    """The side that claims a deed: who is its doer, of those named before the claim, else the armed group named last, else any other."""
    named = [
        (start, party) for party in sheet.reading.parties if party.kind in _CLAIMING for start, _ in party.mentions if before[0] <= start < before[1]
    ]  # fmt: skip
    doing = [one for one in named if one[1].id in deed.actors]
    groups = [one for one in named if one[1].kind in _GROUPS]
    best = doing or groups or [one for one in named if is_named(one[1])]
    return max(best, key=lambda one: one[0])[1].id if best else None


def _blame(sheet: Sheet, told: Sequence[Told], deeds: Sequence[Told], identity: Identity) -> Iterator[tuple[Told, Attributed]]:
    text = sheet.report.text
    for one in told:
        if one.event.type != "ACCUSE" or one.stand != "asserts" or not _BLAMING.fullmatch(one.trigger.partition(" ")[0]):
            continue
        start, end = sentence_span(text, one.event.trigger)
        accused = [party for party in one.event.recipients if sheet.parties[party].kind in FIGHTERS]
        behind = [party for party in accused if any(one.event.trigger[0] < at < end for at, _ in sheet.parties[party].mentions)]
        deed = _deed(deeds, (start, end), one.event.trigger[0], points=not _OF_WHAT.search(fold(text[one.event.trigger[1] : end])))
        blamer = next(iter(one.event.actors), None)
        if deed is None or blamer is None:
            continue
        speaker = identity.actor(sheet, blamer)
        whose = Whose(one.whose.origin, identity.owner(speaker), speaker, identity.side(speaker))
        for actor in identity.actors_of(sheet, behind or accused):
            if identity.named(actor) and identity.owner(actor) != whose.owner:
                yield deed, Attributed(identity.owner(actor), whose, one.event.id, one.event.trigger)


def _deed(deeds: Sequence[Told], sentence: Span, at: int, *, points: bool) -> Told | None:
    """The deed that words at a place are about: one of their sentence, the next behind them first, else, where they only point back, the one
    told last."""
    spots = [(span[0], one) for one in deeds for span in (one.event.trigger, *one.event.also)]
    inside = sorted((spot for spot in spots if sentence[0] <= spot[0] < sentence[1]), key=lambda spot: (spot[0] < at, abs(spot[0] - at)))
    if inside:
        return inside[0][1]
    before = [spot for spot in spots if at - _REACH <= spot[0] < at]
    return max(before, key=lambda spot: spot[0])[1] if before and points else None

