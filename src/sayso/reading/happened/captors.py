"""Whether who seizes people or bars a way is a state's, an outlaw or a helper: one verb tells an arrest, an abduction or a rescue."""

from collections.abc import Mapping

from sayso.reading.grammar import objects_of, resolved
from sayso.reading.happened.act import Act
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED

_BY_LAW = frozenset({"arrest", "apprehend"})
_OF_CAPTIVES = frozenset({"coerce.capture", "coerce.move-captives"})
"""Those they are done to fight, or are held already."""
_CARRIED = frozenset({"bundle", "drag"})
"""What is done to people by force: with "off" and nobody who did it they are abducted; "carried off" where a report speaks of fighters."""
_BEARING = frozenset({"armed", "masked", "hooded", "unidentified", "unknown"})
_ARMS = frozenset({"rifle", "gun", "weapon", "mask", "kalashnikov", "machete", "pistol"})
_MEN = frozenset({"man", "person", "people", "youth", "group"})

Classes = Mapping[str, frozenset[str]]


def abducts(act: Act, actors: tuple[str, ...], recipients: tuple[str, ...], page: Page, classes: Classes) -> bool:
    """Whether people are abducted in words that tell an arrest too: rebels who "detained" nurses arrest nobody."""
    if act.sense.row.mode != "arrest" or act.standing.status in ("denied", "planned") or not recipients:
        return False
    if act.token.lemma_ in _BY_LAW or act.sense.row.sense in _OF_CAPTIVES:
        return False
    forced = act.token.lemma_ in _CARRIED or (act.token.lemma_ == "carry" and not page.doc.lemmas.isdisjoint(classes["combatant"]))
    by_force = forced and act.sense.row.sense == "coerce.taken-away"
    return (by_force and not act.actors) or _outlaws(act, actors, page, classes)


def bar_by_arms(act: Act, actors: tuple[str, ...], page: Page, classes: Classes) -> bool:
    """Whether those who bar a way bear arms, so that it is no protest."""
    if act.sense.row.mode != "obstruct":
        return False
    return (bool(actors) and all(page.cast[actor].kind in ARMED for actor in actors)) or _outlaws(act, actors, page, classes)


def help_out(act: Act, actors: tuple[str, ...], recipients: tuple[str, ...], page: Page) -> bool:
    """Whether those who only help bring people out, who withdraw from nothing: "the Red Cross took 80 families out"."""
    if not act.verbal or act.sense.row.mode not in ("withdraw", "access") or not actors or not recipients:
        return False
    helped = all(page.cast[party].kind in ("civilians", "person") for party in recipients)
    return helped and all(page.cast[actor].kind in ("ngo", "io") for actor in actors)


def _outlaws(act: Act, actors: tuple[str, ...], page: Page, classes: Classes) -> bool:
    """Whether who does an act is an armed group, or told of as men with arms that are no state's: "armed men", "men with rifles"."""
    if actors and all(page.cast[actor].kind == "armed_group" for actor in actors):
        return True
    nouns = [resolved(noun) for noun in act.actors]
    return bool(nouns) and all(noun.lemma_.lower() in classes["abductor"] or _bears_arms(noun) for noun in nouns)


def _bears_arms(noun: Token) -> bool:
    if noun.lemma_ not in _MEN:
        return False
    tied = (inner for child in noun.children if child.lower_ in ("with", "in") for inner in objects_of(child))
    return any(child.lower_ in _BEARING for child in noun.lefts) or any(inner.lemma_.lower() in _ARMS for inner in tied)
