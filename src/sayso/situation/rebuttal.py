"""How well a denial in one report answers what another report tells: the same act laid at the same door, in the same place, in the
days before, with the same names and things in the sentence.

A denial says again what was claimed, seldom when it was, and never where it was in the claim's own way: "Odun market" answers "a
market in Odun". So the words that it repeats are evidence here, as they are nowhere else; a name that the claim does not have is
evidence against. What is denied in general ("any attack on civilians") answers nothing in another report.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Event, Span, Statement
from sayso.model.codes import FIGHTERS, POWERS, PartyKind, PlaceKind
from sayso.situation.case import Sheet
from sayso.situation.identity import Identity
from sayso.situation.publishers import VOICES
from sayso.situation.words import sentence_span, words

FRESH = 3
"""Days after a deed in which a denial that names no day is likely to be about it."""
_WIDE: frozenset[PlaceKind] = frozenset({"country", "province", "city", "river"})
"""Kinds of place whose name says little of which deed is meant: much happens there on a day."""
_GROUPS: frozenset[PartyKind] = frozenset({"armed_group", "coalition"})
_BYSTANDERS: frozenset[PartyKind] = VOICES | {"civilians", "person", "monitor", "ngo", "io"}
_FOES = frozenset(
    "mercenary mercenaries terrorist terrorists bandit bandits gang gangs gangsters thug thugs criminal criminals enemy enemies foe foes"
    " gunman gunmen invader invaders occupier occupiers aggressor aggressors traitor traitors infidels separatists extremists jihadists".split()
)
"""What nobody calls his own."""
_WORD = re.compile(r"\b[^\W\d_][\w’'-]{2,}")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november"
    " december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
SAYING_LITTLE = frozenset(
    "anything nothing anyone nobody anywhere ever never"
    " the that this these those there their they them then than its his her our your not any all also has had have having was were been being"
    " are is be who which what when where while with without from into onto over under near after before during against about between by for"
    " and but nor either neither did does do done said says say told denied denies deny denying rejected claims claim claimed reports report"
    " reported accused accusations allegations earlier day night morning evening today yesterday week people men fighters forces troops soldiers"
    " army government ministry military spokesman statement one two three four five six seven eight nine ten some many other others more"
    " jets planes warplanes aircraft helicopters drones drone missile missiles rocket rockets shells shell artillery mortar bombs bomb gunmen"
    " militants rebels insurgents militiamen police regime units men area areas region place places civilians residents attack attacks strike strikes"
    " out off down his at on in of to a an it he she we no as or town village city district area".split()
)
_WINDOW = 350
"""Characters to each side of a claim's act in which the words of a denial are looked for."""
_STEM = 5
"""Letters by which two forms of a word are taken for one ("houses", "house")."""


@dataclass(frozen=True, slots=True)
class Doers:
    """Who is said to have done it: the owners of those with a name, and of the others only what kind of power they are."""

    owners: frozenset[str]
    kinds: frozenset[str]
    strangers: bool = False
    """Whether those without a name are not the teller's own: a government's "rebels", anybody's "mercenaries"."""

    def may_be(self, other: "Doers") -> bool:
        """Whether these and the others can be the same ones. Where nobody is told, anybody can."""
        if self.owners and other.owners:
            return bool(self.owners & other.owners)
        return not self.kinds or not other.kinds or bool(self.kinds & other.kinds)

    def are(self, other: "Doers") -> bool:
        """Whether they are by name."""
        return bool(self.owners & other.owners)


def doers_of(sheet: Sheet, event: Event, statement: Statement | None, identity: Identity) -> Doers:
    """Those who act in an event. What is denied of "its fighters" and "our planes" is denied of the denier, where the kind fits."""
    actors = identity.actors_of(sheet, event.actors)
    owners = frozenset(identity.owner(actor) for actor in actors if told_apart(actor, identity))
    kinds = frozenset(kind for actor in actors if (kind := power_of(identity.kind(actor))))
    if event.status == "denied" and statement is not None and statement.speaker and not owners and actors:
        speaker = identity.side(identity.actor(sheet, statement.speaker))
        if told_apart(speaker, identity) and identity.kind(speaker) not in _BYSTANDERS and (power_of(identity.kind(speaker)) or "") in kinds | {""}:
            owners = frozenset({identity.owner(speaker)})
    return Doers(owners, kinds, not owners and _strangers(sheet, actors, statement, identity))


def _strangers(sheet: Sheet, actors: Sequence[str], statement: Statement | None, identity: Identity) -> bool:
    if statement is None or statement.speaker is None or not actors:
        return False
    own = power_of(identity.kind(identity.side(identity.actor(sheet, statement.speaker))))
    return bool(own) and all(_disowned(actor, own, identity) for actor in actors)


def _disowned(actor: str, own: str, identity: Identity) -> bool:
    """Whether a party without a name is none of the side of a teller who is of this kind of power."""
    return power_of(identity.kind(actor)) not in ("", own) or bool(_FOES.intersection(words(identity.name(actor))))


def told_apart(actor: str, identity: Identity) -> bool:
    """Whether a party has a name, or a description with two capitals in it ("the Blue Crescent militia"), that tells it from others."""
    return identity.named(actor) or sum(word[:1].isupper() for word in identity.name(actor).split()) > 1


def power_of(kind: PartyKind) -> str:
    """Whether such a party is of a state ("power") or an armed group ("group"); blank for any other."""
    return "power" if kind in POWERS else "group" if kind in _GROUPS else ""


def names_in(sheet: Sheet, span: Span, within: Statement | None = None) -> frozenset[str]:
    """The words in capitals in the sentence around a span; of what a denial says those that may tell which deed is meant: not the names of
    fighting sides and wide places."""
    start, end = _content_at(within, span) or sentence_span(sheet.report.text, span)
    common = _CALENDAR if within is None else _common_names(sheet)
    found = (words(name.replace("’s", "").replace("'s", "")) for name in _in_capitals(sheet.report.text[start:end]))
    return frozenset(word for parts in found for word in parts if len(word) > 2 and word not in common and word not in SAYING_LITTLE)


def names_outside(sheet: Sheet, span: Span) -> frozenset[str]:
    """The words in capitals in a stretch that stand in no party's mention, the first word left out."""
    inside = [mention for party in sheet.reading.parties for mention in party.mentions if span[0] <= mention[0] < span[1]]
    found = (match for match in _WORD.finditer(sheet.report.text, *span) if match.start() > span[0] and not match[0][0].islower())
    told = (match[0] for match in found if not any(start <= match.start() < end for start, end in inside))
    return frozenset(word for name in told for word in words(name) if len(word) > 2 and word not in _CALENDAR)


def _in_capitals(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not word[0].islower()]


def _content_at(statement: Statement | None, span: Span) -> Span | None:
    """The stretch of a statement's content that holds a span."""
    spans = statement.content if statement is not None else ()
    return next((one for one in spans if one[0] <= span[0] < one[1]), None)


def _common_names(sheet: Sheet) -> frozenset[str]:
    sides = (alias for party in sheet.reading.parties if party.kind in FIGHTERS for alias in (party.name, *party.aliases))
    wide = (place.name for place in sheet.reading.places if place.kind in _WIDE)
    return _CALENDAR.union(*(words(name) for name in (*sides, *wide)))


def content_of(sheet: Sheet, statement: Statement | None, span: Span) -> frozenset[str]:
    """The stems of the words that a denial denies with, those of the act itself and all names left out."""
    start, end = _content_at(statement, span) or sentence_span(sheet.report.text, span)
    said = sheet.report.text[start:end]
    names = {word for name in _in_capitals(said) for word in words(name)}
    acts = set(words(sheet.report.text[span[0] : span[1]]))
    little = SAYING_LITTLE | _FOES | names | acts
    return frozenset(_stem(word) for word in words(said) if len(word) > 2 and word not in little and not word.isdigit())


def by_words(denied_names: frozenset[str], denied_content: frozenset[str], text: str, span: Span) -> float:
    """What the words of a denial say for or against a claim whose act stands at `span` of its text."""
    near = words(text[max(0, span[0] - _WINDOW) : span[1] + _WINDOW])
    weight = 0.0
    if denied_names:
        shared = denied_names.intersection(near)
        weight += 2.0 if len(shared) == len(denied_names) else 0.5 if shared else -2.0
    if denied_content:
        echoed = len(denied_content.intersection(_stem(word) for word in near))
        weight += min(1.0, 0.5 * echoed) if 2 * echoed >= len(denied_content) else 0.0 if echoed else -0.7
    return weight


def _stem(word: str) -> str:
    return word[:_STEM]
