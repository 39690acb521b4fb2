"""Whom somebody says to have done the deed that the report has told, in words that only point back at it: "they had been fired by the
army", "the shells came from the base of the brigade", "it was the Front's men who took them".

No event of its own stands in most such words, and where one does, its reader does not know that it is the deed told before. They are
kept beside that deed: who is blamed for it, on whose word, with the statement.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.model import Event, Party, Span, Statement
from sayso.model.codes import FIGHTERS, POWERS, PartyKind
from sayso.situation.acts import OPEN, act_of, acts_agree
from sayso.situation.case import Sheet
from sayso.situation.identity import Identity, is_named
from sayso.situation.origins import Origins
from sayso.situation.remarks import Attributed
from sayso.situation.told import DOER_CARRIED, Told
from sayso.situation.words import fold, sentence_span

_THING = (
    r"(?:shells?|rounds?|rockets?|missiles?|mortars?|bombs?|projectiles?|bullets?|shots?|mines?|grenades?|fire|gunfire|drones?|device|explosives?"
    r"|car bomb|blast|explosion|attack|strike|raid|ambush|bombing|shelling|shooting|killings?|massacre|murders?|abduction|kidnapping)"
)
_NAMED = rf"(?:the|that|those|these|both|all the) (?:\w+ )?{_THING}"
_ARMS = re.compile(r"\b(?P<arms>shell|round|rocket|missile|mortar|bomb|mine|grenade|drone)s?\b")
_POINTED = rf"(?:it|they|this|that|these|those|{_NAMED})"
_FIRED = r"(?:fired|shot|launched|dropped|planted|carried out|committed|staged|perpetrated|set off|detonated)"
_DONE = r"(?:fired|shot|launched|dropped|planted|placed|laid|thrown|lobbed|sent|carried out|committed|staged|done|perpetrated|set off|detonated)"
_DID_IT = r"(?:fired|launched|dropped|planted|placed|laid|set off|did|done)"
_TO_PEOPLE = r"(?:shot|killed|massacred|murdered|executed|slaughtered|beheaded|abducted|kidnapped|seized|took|taken)"
_BEEN = r"(?:had been|has been|have been|was|were)"
_BEHIND = re.compile(
    rf"\b(?:{_POINTED} {_BEEN} {_FIRED}|{_NAMED} {_BEEN} {_DONE}) (?:[\w’'-]+ ){{0,5}}?(?:by|from)\b"
    rf"|\b{_NAMED} (?:had |has |have )?(?:come|came) from\b"
    rf"|\b{_POINTED} (?:had been|has been|was|were|is) the (?:work|doing) of\b"
    rf"|\bit (?:was|is|had been)\b(?= (?:[\w’'-]+ ){{1,7}}?(?:who|that) (?:had |have |has )?"
    rf"(?:(?:attacked|bombed|shelled|{_DID_IT}) (?:it|them|this)\b|{_TO_PEOPLE} (?:them\b|him\b|her\b|those (?:people|men|women)\b)))",
    re.IGNORECASE,
)
"""Words behind which the doer is named, soon."""
_BEFORE = re.compile(
    rf"\b(?:had |have |has )?(?:{_DID_IT} (?:it|them|this|those (?:shells|rounds))|{_TO_PEOPLE} (?:them|him|those (?:people|men|women)))\b"
    rf"(?! (?:up|down|over|out|in|to)\b)|\b(?:{_BEEN}|is|are) (?:(?!(?:not|never|hardly|nowhere|no)\b)\w+ )?"
    rf"(?:(?:responsible|to blame) for|behind) (?:{_POINTED}\b(?! \w+(?:ed|ing)\b))",
    re.IGNORECASE,
)
"""Words before which he is named: "volunteers of the militia had shot them". Who says "had attacked it" or "had bombed them" may mean himself."""
_UNSURE = re.compile(
    r"\b(?:no|not|nobody|none|never|neither|den\w+|if|whether|may|might|could|would|will|unclear|unknown|who|whoever|perhaps|possibly|probably)\b"
    r"(?: [\w’'-]+){0,6} ?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OF_HIS = re.compile(
    r"[’']s? (?!(?:\w+ )?(?:men|forces|troops|fighters|soldiers|guns?|gunners|artillery|batter(?:y|ies)|base|bases|positions?|planes?|jets|army"
    r"|military|militia|side|lines|tanks?|units?|brigade|snipers?|aircraft|drones?|police|air force|navy)\b)"
)
"""Behind a side's name: what is his, and has no arms; "Hamas's kitchens" are not Hamas."""
_SIDES: frozenset[PartyKind] = FIGHTERS | {"party"}
_SHELLING, _TAKING = act_of("ASSAULT", None, "shelling"), act_of("ASSAULT", None, "taken")
_WINDOW = 60
_NEAR = 70
"""Characters within which the doer is named."""
_REACH = 500
"""Characters between a deed and the words that point back at it."""
_TELLING = frozenset({"say", "accuse", "other", "confirm", "estimate"})


class Laid(NamedTuple):
    """At whose door somebody lays a deed: whose word it is, the doers by name, and whether those without one are not his own; and the
    words beside the deed in which he says so, if it is not those that tell it."""

    by: str | None
    doers: frozenset[str]
    strangers: bool = False
    word: Attributed | None = None
    side: str | None = None

    def turned_on(self, other: "Laid") -> bool:
        """Whether who is blamed in the other lays it elsewhere here."""
        if self.by is None or other.by is None or self.by == other.by or self.by not in other.doers:
            return False
        if (self.word or other.word) and not (self.side and other.side):
            return False  # who is no side tells of a deed and blames nobody
        return self.doers.isdisjoint(other.doers) if self.doers else self.strangers


def accused(one: Told) -> frozenset[str]:
    """Those by name at whose door a deed is laid by who tells it. Whom its reader has from the deed told before on another's word, he does not
    name: "according to the agency the convoy was struck on the road"."""
    if DOER_CARRIED not in (one.event.by or "") or _names_elsewhere(one):
        return one.doers.owners | one.actors
    return frozenset()


def accuses_others(one: Told) -> bool:
    """Whether a deed is told only in accusing those whom it befell: "accused rebels of using gas against troops who stormed the town"."""
    statement, kinds = one.sheet.statements.get(one.event.according_to or ""), {party.id: party.kind for party in one.sheet.reading.parties}
    if statement is None or statement.stance != "accuse" or statement.cue is None or not statement.content:
        return False
    if not re.search(r"\bagainst\b", one.sheet.report.text[statement.content[0][0] : one.event.trigger[0]]):
        return False  # "accused the emirate of arming rebels who shelled the town"
    named = (statement.cue[1], statement.content[0][0])
    accused_of_it = {party.id for party in one.sheet.reading.parties if any(named[0] <= start < named[1] for start, _ in party.mentions)}
    powers = [{kinds[party] in POWERS for party in parties} for parties in (accused_of_it, one.event.actors)]
    return all(len(side) == 1 for side in powers) and powers[0] != powers[1]


def _names_elsewhere(one: Told) -> bool:
    """Whether who tells a deed names its doer in what else he tells in that report."""
    speaker = _speaker(one.sheet, one.event)
    others = (other for other in one.sheet.reading.events if DOER_CARRIED not in (other.by or "") and _speaker(one.sheet, other) == speaker)
    return any(not set(other.actors).isdisjoint(one.event.actors) for other in others)


def _speaker(sheet: Sheet, event: Event) -> str | None:
    statement = sheet.statements.get(event.according_to or "")
    return statement.speaker if statement else None


def laid(one: Told) -> Iterator[Laid]:
    """At whose door a deed is laid, by who tells it and by others in the same report; nobody lays it at his own."""
    if accused(one) or not one.actors:
        yield Laid(one.whose.owner, one.doers.owners, one.doers.strangers, side=one.whose.side)
    said = (word for word in one.attributed if word.fact in one.sheet.statements)
    yield from (Laid(word.whose.owner, frozenset({word.doer}), word=word, side=word.whose.side) for word in said)


def each_blames_the_other(a: Told, b: Told) -> bool:
    """Whether each of two sides lays a deed at the other's door."""
    return _may_blame(a, b) and any(x.by in y.doers and y.by in x.doers and x.by != y.by for x in laid(a) for y in laid(b))


def turned(a: Told, b: Told) -> list[tuple[Laid, Laid]]:
    """What is laid by the one at somebody's door who by the other lays it at somebody else's, or the other way round: "the army shelled it", "the
    rebels did"."""
    if not _may_blame(a, b):
        return []
    return [(x, y) for x in laid(a) for y in laid(b) if x.turned_on(y) or y.turned_on(x)]


def _may_blame(a: Told, b: Told) -> bool:
    """Whether anybody who tells of the one is a doer in the other; asked first, since most pairs end here."""
    return bool(a.attributed or b.attributed) or a.whose.owner in b.doers.owners or b.whose.owner in a.doers.owners


def laid_elsewhere(a: Told, b: Told) -> bool:
    """Whether one side lays a deed at the door of another, and that one at somebody else's."""
    return bool(turned(a, b))


def authors(sheet: Sheet, deeds: Sequence[Told], identity: Identity, origins: Origins) -> Iterator[tuple[Told, Attributed]]:
    """The deeds of a report, each with whom somebody says to have done it in words that point back at it."""
    for statement in sheet.reading.statements:
        if statement.stance not in _TELLING:
            continue
        for start, end in statement.content:
            for span, doer in _named(sheet, (start, end)):
                deed = _pointed_at(sheet, deeds, statement, span)
                if deed is None:
                    continue
                whose, owner = origins.whose(sheet, statement.id, span), identity.owner(identity.actor(sheet, doer.id))
                if not whose.own and whose.owner != owner and identity.named(identity.actor(sheet, doer.id)):
                    yield deed, Attributed(owner, whose, statement.id, span)


def _named(sheet: Sheet, content: Span) -> Iterator[tuple[Span, Party]]:
    """The stretches of what somebody says that lay a deed told before at somebody's door, and whose that is."""
    text = sheet.report.text
    for pattern, behind in ((_BEHIND, True), (_BEFORE, False)):
        for match in pattern.finditer(text, *content):
            start, end = sentence_span(text, match.span())
            if _UNSURE.search(text[max(start, content[0], match.start() - _WINDOW) : match.start()]):
                continue
            reach = (match.end(), min(end, match.end() + _NEAR)) if behind else (max(start, content[0], match.start() - _NEAR), match.start())
            doer = _doer(sheet, reach, first=behind)
            if doer is not None and not _YEAR.search(text[match.start() : end]):
                yield match.span(), doer


def _doer(sheet: Sheet, reach: Span, *, first: bool) -> Party | None:
    """The fighting side with a name that is named first in a stretch, or last; nobody whose kitchens are meant."""
    text = sheet.report.text
    named = sorted(
        (start, party.id, party) for party in sheet.reading.parties if party.kind in _SIDES and is_named(party)
        for start, end in party.mentions if reach[0] <= start < reach[1] and not _OF_HIS.match(text, end)
    )  # fmt: skip
    return (named[0] if first else named[-1])[2] if named else None


def _pointed_at(sheet: Sheet, deeds: Sequence[Told], statement: Statement, span: Span) -> Told | None:
    """The last deed told before, of no other kind than the words that point back at it; where these name arms, the last with such arms."""
    said = fold(sheet.reading.words(span))
    arms = _ARMS.search(said)
    kind = arms["arms"] if arms else ""
    act = _SHELLING if kind == "round" else act_of("ASSAULT", None, kind or said)
    before = [one for one in deeds if span[0] - _REACH <= one.event.trigger[0] < span[0] and one.event.according_to != statement.id and not one.heads]
    if kind:
        forms = {kind + ending for ending in ("", "s", "ed", "ing")}
        before = [one for one in before if not forms.isdisjoint(one.sentence) or (act not in OPEN and acts_agree(act, one.act))]
    last = before[-1] if before else None
    if last is None or last.habit or (act in OPEN and last.act == _TAKING):
        return None  # a town that was taken was not fired
    return last if act in OPEN or acts_agree(act, last.act) else None
