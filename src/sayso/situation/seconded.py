"""Who tells of a deed beside whoever told it first in a report: a witness of "the blast", a ministry on "the attack".

A further mention of a deed in another's words is no event of its own, and yet his word that it happened.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.model import Reading, Span, Statement
from sayso.model.codes import Stance
from sayso.situation.case import Sheet
from sayso.situation.identity import TOWNS, Identity
from sayso.situation.origins import Origins, Whose
from sayso.situation.remarks import Answer
from sayso.situation.told import Told
from sayso.situation.words import fold, sentence_span

_TELLING: frozenset[Stance] = frozenset({"say", "confirm", "estimate"})
"""How somebody speaks who tells what was; who condemns a deed, or asks for something after it, need know no more of it than anybody."""
_REMARK = re.compile(
    r"\b(?:investigat\w*|search\w*|hunt\w*|arrest\w*|pursu\w*|condemn\w*|denounc\w*|deplor\w*|alarm\w*|concern\w*|shock\w*|appal\w*|outrag\w*"
    r"|sadden\w*|horrif\w*|mourn\w*|condol\w*|worr\w*|fear\w*|regret\w*|prais\w*|cowardly|barbaric|heinous|unacceptable"
    r"|markets? (?:fell|rose|dropped|reacted)|prices?|shares|stocks?|investors?|econom\w*|touris\w*|insur\w*|growth|trade|exports?|currency"
    r"|show(?:s|ed|n)?|prov(?:es?|ed)|demonstrat\w*|underlin\w*|highlight\w*|signal\w*|undermin\w*"
    r"|will|would|shall|should|must|(?<!\d )may(?! \d)|might|could(?! (?:see|hear|feel))|can|cannot|if)\b"
)
"""In what is said of a deed by people who have heard of it: what it means, what it moves, what is to follow."""
_WITNESS = re.compile(
    r"\b(?:saw|heard|could (?:see|hear|feel)|watched|witnessed|felt|smelt|fled|hid|escaped|survived|threw|thrown|hurled|wounded|injured|killed"
    r"|maimed|wrecked|destroyed|damaged|burn(?:ed|t)|flattened|collapsed|shattered|tore|knocked|buried)\b"
)
"""In the words of those who were there, or know what a deed has done."""
_HOUR = re.compile(
    r"\b(?:dawn|dusk|midnight|noon|sunrise|sunset|o clock|[ap] ?m|\d{1,2} \d\d"
    r"|(?:this|early|late|in the|on \w+day) (?:morning|evening|afternoon|night))\b"
)
_NOT = re.compile(r"(?:\b(?:not|never|nor|neither|yet to)|n[’']t)\W+(?:\w+\W+)?$")
_BEFORE = 24


def seconded(sheet: Sheet, told: Sequence[Told], identity: Identity, origins: Origins) -> list[Told]:
    """A report's told events, each with the words of the others in it who speak of it as done."""
    return [
        replace(one, seconded=tuple(_words(sheet, one, identity, origins))) if one.event.also and one.stand == "asserts" else one for one in told
    ]


def _words(sheet: Sheet, one: Told, identity: Identity, origins: Origins) -> Iterator[Answer]:
    known = {one.event.according_to}
    first, last = sentence_span(sheet.report.text, one.event.trigger)
    for span in one.event.also:
        statement = _around(sheet, span) if not first <= span[0] < last else None
        if statement is None or statement.id in known or _untold(sheet, statement) or not _tells(sheet, statement, one, span):
            continue
        known.add(statement.id)
        whose = origins.whose(sheet, statement.id, span)
        if not whose.own and (whose.unnamed or whose.owner != one.whose.owner) and not _abroad(whose, one, identity):
            yield Answer(statement.id, whose, span)


def _tells(sheet: Sheet, statement: Statement, one: Told, span: Span) -> bool:
    """Whether somebody tells of a deed where he speaks of it, and does not remark upon it: he confirms it, or adds a figure, a place, an hour,
    what was done beside it, what he saw."""
    if statement.stance not in _TELLING:
        return False
    first, last = sentence_span(sheet.report.text, span)
    parts = [(max(first, start), min(last, end)) for start, end in statement.content if start < last and first < end]
    said = fold(" ".join(sheet.report.text[slice(*part)] for part in parts))
    if _REMARK.search(said):
        return False
    return statement.stance != "say" or bool(_WITNESS.search(said) or _HOUR.search(said)) or _adds(sheet.reading, one, parts, said)


def _adds(reading: Reading, one: Told, parts: Sequence[Span], said: str) -> bool:
    """Whether a figure, another town or another violent deed stands within these stretches."""
    spots = [figure.span for figure in reading.figures]
    spots += [other.trigger for other in reading.events if other.id != one.event.id and other.type == "ASSAULT" and other.status == "happened"]
    if any(start <= at and end <= last for start, last in parts for at, end in spots):
        return True
    return any(place.kind in TOWNS and place.id != one.event.place and f" {fold(place.name)} " in f" {said} " for place in reading.places)


def _abroad(whose: Whose, one: Told, identity: Identity) -> bool:
    """Whether a state speaks of what befell others in another country: it knows of it what everybody has heard."""
    if whose.owner is None or identity.country_of_power(whose.owner) in (None, one.sheet.country):
        return False
    return all(identity.owner(actor) != whose.owner for actor in identity.actors_of(one.sheet, (*one.event.actors, *one.event.recipients)))


def _untold(sheet: Sheet, statement: Statement) -> bool:
    """Whether somebody does not say it: "police have not said who they think is behind the murder"."""
    outer = sheet.statements.get(statement.within or "")
    at = statement.cue[0] if statement.cue else 0
    return _NOT.search(sheet.report.text[max(0, at - _BEFORE) : at]) is not None or (outer is not None and _untold(sheet, outer))


def _holds(statement: Statement, span: Span) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in statement.content)


def _around(sheet: Sheet, span: Span) -> Statement | None:
    """The innermost statement that holds a stretch."""
    holding = [(sum(end - start for start, end in one.content), one.id, one) for one in sheet.reading.statements if _holds(one, span)]
    return min(holding)[2] if holding else None
