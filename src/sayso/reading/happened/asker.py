"""Who cannot be meant by a pronoun where a deed is told or asked for: an asker by "they", a ministry by who fired."""

from sayso.reading.grammar import agents
from sayso.reading.happened.act import Act
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import Sides

_ASKING = frozenset({"demand", "want"})
ONLINE = frozenset({"telegram", "twitter", "facebook", "whatsapp", "instagram", "tiktok", "youtube"})
"""Where deeds are owned up to, and not whom they befall: "claimed the attack on Telegram"."""


def of_others(noun: Token, act: Act, sides: Sides) -> bool:
    """Whether a noun may be whom a deed befalls that is asked for, or who is asked: in "the army demands that they be returned" neither the
    army is returned, nor are they asked for it."""
    if act.type == "REQUEST" and noun.dep_ == "nsubjpass" and noun.head.dep_ in ("ccomp", "xcomp") and noun.head.head.i == act.token.i:
        return False
    if noun.pos_ != "PRON" or not noun.lower_.startswith("the"):
        return True
    step = next((step for step in act.standing.steps[:1] if step.effect in _ASKING), None)
    if step is None or step.token.tag_[:1] != "V":
        return True
    return not set(sides.of(noun)) & {party for asker in agents(step.token) for party in sides.of(asker)}


def harmless(pronoun: Token, sides: Sides, page: Page) -> bool:
    """Whether "they" seems to mean those who attack nobody: civilians, and a ministry that tells of it."""
    return any(sides.kind(party) == "civilians" or "ministry" in page.cast[party].name.casefold() for party in sides.of(pronoun))
