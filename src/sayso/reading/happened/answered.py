"""Whom an act of speech goes to where its words name a deed and no side: who condemns a raid accuses its doer, who rejects an offer refuses
who made it, who vows to attack a town threatens whom the attack would befall."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import get_args

from sayso.model.codes import EventType
from sayso.reading.happened.backward import DEFINITE
from sayso.reading.happened.told import Told
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

_ANSWERS = frozenset({"REJECT", "ACCUSE", "SUPPORT", "CONCEDE"})
_PUT: Mapping[str, frozenset[EventType]] = {
    "put": frozenset({"REQUEST", "AGREE", "CONCEDE"}),
    "warning": frozenset({"THREATEN", "REQUEST"}),
    "charge": frozenset({"ACCUSE"}),
    "doing": frozenset(get_args(EventType)) - {"SUPPORT", "CONSULT", "AID", "ACCUSE"},
}
"""Classes of words for what somebody has said, with the types of event that say it."""
_SAID = frozenset({"demand", "offer", "threaten"})
"""Stances of statements that put something to others."""
_FRIENDLY: frozenset[EventType] = frozenset({"AID", "CONSULT", "COOPERATE", "SUPPORT", "AGREE"})
_HOSTILE: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE"})
_LETTING = "access"
_AHEAD: Mapping[str, frozenset[EventType]] = {"AGREE": _FRIENDLY, "REJECT": _FRIENDLY, "THREATEN": _HOSTILE}
"""Acts of speech about a deed to come, with the types of deed that would be done to who is spoken to."""
_ADDRESSED = ARMED | {"io", "ngo", "party"}
_REACH = 90
"""Within how many tokens what is answered was told."""
_CHAIN = 3
"""Infinitives below a verb of speech that are followed: "promised to help equip the army"."""


def answered(told: list[Told], page: Page, sides: Sides, classes: Mapping[str, frozenset[str]]) -> list[Told]:
    """Give acts of speech that name nobody they go to whoever did or said what they answer."""
    tellings = {act.token.i: one for one in told for act in (one.act, *one.retold)}
    done: list[Told] = []
    for one in told:
        deed = _condemned(one, tellings)
        if deed is not None:  # whom it befell is accused of nothing
            rest = tuple(party for party in one.recipients if party not in deed.recipients)
            one = replace(one, recipients=_others(deed.actors, one) or rest)
        if not one.recipients:
            found = _who_did(one, tellings) or _who_said(one, done, page, classes) or _who_is_meant(one, told, sides)
            if found:
                one = replace(one, recipients=found, inferred=(*one.inferred, "answered"))
        done.append(one)
    return done


def _condemned(one: Told, tellings: Mapping[int, Told]) -> Told | None:
    """The violence that somebody condemns as such: "condemned the killing of two nuns"."""
    if one.type != "ACCUSE":
        return None
    objects = (child for child in one.act.token.children if child.dep_ in ("dobj", "nsubjpass") and child.i in tellings)
    return next((deed for noun in objects if (deed := tellings[noun.i]) is not one and deed.type in ("ASSAULT", "COERCE")), None)


def _who_did(one: Told, tellings: Mapping[int, Told]) -> tuple[str, ...]:
    """The doers of the deed that its object names: "condemned the kidnapping"."""
    if one.type not in _ANSWERS and one.mode != "third-party":
        return ()  # brokers of a deal speak with its sides
    deeds = (tellings[noun.i] for noun in _objects(one) if noun.i in tellings)
    return next((found for deed in deeds if deed is not one and (found := _others(deed.actors, one))), ())


def _who_said(one: Told, before: list[Told], page: Page, classes: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """Who has said what its object means without telling it: "rejected the condition", "an idea dismissed by"."""
    for name, types in _PUT.items():
        noun = next((n for n in _objects(one) if n.lemma_.lower() in classes[name] and _told_before(n)), None)
        if one.type in _ANSWERS and one.mode != "investigate" and noun is not None:
            said = [(each.act.token.i, each.actors) for each in before if each.type in types]
            said += [(at, (who,)) for at, who, stance in _statements(page, noun) if name == "charge" or stance in _SAID]
            near = sorted((at, who) for at, who in said if 0 < noun.i - at < _REACH and _others(who, one))
            return _others(near[-1][1], one) if near else ()
    return ()


def _who_is_meant(one: Told, told: list[Told], sides: Sides) -> tuple[str, ...]:
    """Whom the deed that is promised, refused or threatened would befall, where that is a side or a body."""
    types = _AHEAD.get(one.type, ())
    ahead = [
        other for other in told if other.recipients and _below(other.act.token, one.act.token)
        and (other.type in types or (one.type == "REJECT" and other.mode == _LETTING))
    ]  # fmt: skip
    return next((found for other in ahead if (found := tuple(p for p in _others(other.recipients, one) if sides.kind(p) in _ADDRESSED))), ())


def _objects(one: Told) -> list[Token]:
    return [*one.act.recipients, *([one.act.takes.token] if one.act.takes is not None else [])]


def _told_before(noun: Token) -> bool:
    """Whether a noun means what has been spoken of: "the offer"; "an idea dismissed by", beside what is the idea. Not "the Annan plan"."""
    if any(child.pos_ == "PROPN" or child.dep_ in ("poss", "amod", "compound") for child in noun.children):
        return False
    return noun.dep_ == "appos" or any(child.dep_ == "det" and child.lower_ in DEFINITE for child in noun.children)


def _statements(page: Page, noun: Token) -> Iterator[tuple[int, str, str]]:
    """The statements whose content begins before a noun: at which token, whose, in which stance."""
    for statement in page.statements:
        first = page.tokens(*statement.content[0])
        if statement.speaker is not None and first and first[0].i < noun.i:
            yield first[0].i, statement.speaker, statement.stance


def _others(parties: tuple[str, ...], one: Told) -> tuple[str, ...]:
    return () if set(parties) & set(one.actors) else parties


def _below(verb: Token, above: Token) -> bool:
    """Whether a verb completes another: "offered to hold", "promised to help equip"."""
    for _ in range(_CHAIN):
        if verb.dep_ != "xcomp":
            return False
        verb = verb.head
        if verb.i == above.i:
            return True
    return False
