"""Who goes into, leaves or closes a place without fighting for it: offices and ministries, parades, guards against disease."""

from sayso.reading.grammar import agents, below
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

_CIVIL = frozenset({
    "minister", "ministry", "president", "premier", "governor", "mayor", "envoy", "ambassador", "parliament", "cabinet", "delegation", "diplomat",
    "official", "council", "court", "embassy", "department", "agency", "secretary", "chancellor", "king", "queen", "senator", "lawmaker",
    "spokesman", "spokeswoman", "negotiator", "mediator", "municipality", "commission", "committee", "union", "team", "club", "company", "firm",
    "doctor", "firefighter", "inspector", "delegate", "deputy", "candidate", "executive", "banker", "investor", "tourist", "fan", "protester",
})  # fmt: skip
"""Bodies and people that bear no arms, whoever's they are."""

_SHOWS = frozenset({
    "parade", "match", "ceremony", "concert", "festival", "carnival", "rehearsal", "anniversary", "game", "kickoff", "tournament", "fair",
    "procession", "coronation", "inauguration", "wedding", "jubilee", "race", "marathon", "summit", "visit",
    "cholera", "virus", "outbreak", "epidemic", "pandemic", "disease", "ebola", "covid", "covid-19", "coronavirus", "plague", "quarantine",
    "infection", "measles", "flu", "flood", "flooding", "earthquake", "quake", "landslide", "leak", "eruption", "wildfire", "blaze",
})  # fmt: skip
"""For what a place is entered or closed, where it is not fought for."""
_WHY = frozenset({"for", "because", "of", "before", "during", "over", "after", "against", "due", "amid", "to", "ahead", "following"})
_ARENAS = frozenset({"stadium", "arena", "racecourse", "theatre", "theater"})

_PRESSING = frozenset({
    "offensive", "counteroffensive", "counter-offensive", "advance", "attack", "assault", "campaign", "siege", "operation", "push", "fighting",
    "strike", "airstrike", "bombardment", "shelling", "war", "battle", "defeat", "thrust", "blockade",
})  # fmt: skip
"""What, beside a side itself, drives fighters back into what they still hold."""
_HOUSING = frozenset({"barracks", "quarters", "prison", "hospital", "cell", "headquarters", "ship", "base", "bases", "camp", "camps", "hotel"})


def is_civil(noun: Token) -> bool:
    """Whether those who do it are no force: "the ministry", "the prime minister"."""
    return noun.lemma_.lower() in _CIVIL


def is_pressing(noun: Token) -> bool:
    """Whether a noun is of what is done to fighters, and not of them: "its operation against the group"."""
    return noun.lemma_.lower() in _PRESSING


def is_show_or_care(verb: Token, grounds: list[Token]) -> bool:
    """Whether a place is entered or closed for a show or against a disease: "marched into the town for the parade"."""
    if any(ground.lemma_.lower() in _ARENAS for ground in grounds):
        return True
    ties = [child for child in verb.children if child.lower_ in _WHY and child.dep_ in ("prep", "advmod", "amod", "acomp", "advcl")]
    ties += [child for ground in grounds for child in ground.children if child.lower_ in _WHY - {"of"} and child.dep_ == "prep"]
    return any(word.lemma_.lower() in _SHOWS for tie in ties for word in below(tie, 8))


def forces_hold(sides: Sides, verb: Token, grounds: list[Token]) -> bool:
    """Whether fighters who are "confined to" somewhere hold it: pressed there by an enemy, and not sent to their quarters."""
    doers = agents(verb)
    pressed = not doers or any(is_pressing(noun) or any(sides.kind(p) in ARMED for p in sides.of(noun)) for noun in doers)
    return pressed and not any(ground.lower_ in _HOUSING for ground in grounds)
