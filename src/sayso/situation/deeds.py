"""What the words for the deed and the things struck say of two tellings being one."""

from sayso.situation.acts import DAILY, OPEN, acts_speak
from sayso.situation.told import Told

_SAME_THING = 1.2
_THING_BESIDE = 0.6
"""The same where one report names it in the sentence before or after."""


def by_act(a: Told, b: Told) -> float:
    """"Killed" may be an air strike's work and may be anything else's; an assault and an attack are nearly one word. What the same thing was
    struck with need not be told."""
    acts = {a.act, b.act}
    if acts_speak(a.act, b.act):
        return 1.0 if DAILY & acts else 1.5
    if acts == {"attack", "battle"}:
        return -0.3
    if a.sheet is not b.sheet and "attack" in acts and a.things & b.things:
        return 0.0
    return -0.5 if (a.act in OPEN) != (b.act in OPEN) else 0.0


def by_thing(a: Told, b: Told) -> float:
    """The same thing struck."""
    if a.sheet is b.sheet:
        return 0.0
    if a.things & b.things:
        return _SAME_THING
    return _THING_BESIDE if acts_speak(a.act, b.act) and (a.things & b.beside or a.beside & b.things) else 0.0
