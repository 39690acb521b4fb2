"""Ground in plain words: "every road to the town is cut", "the station is ours", "our men stand in the market", "the army has the hospital"."""

from collections.abc import Iterator

from sayso.reading.grammar import agents, is_passive, noun_span, patients, phrases
from sayso.reading.held.claim import Claim
from sayso.reading.held.ground import GENERIC, SITES, is_ground, places_of
from sayso.reading.held.verbs import is_real
from sayso.reading.issuer import OURS
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

OWN = OURS - {"we", "us"}
"""Words for what is the speaker's."""
ROADS = frozenset({"road", "route", "highway", "access", "approach", "track", "exit", "traffic", "entry"})
_CLOSING = frozenset({"close", "cut", "block", "sever", "seal", "shut", "bar", "choke"})
_EVERY = frozenset({"every", "all", "each", "both", "only", "last", "remaining", "any"})
_REASONS = frozenset({"for", "because", "due", "after", "ahead", "during"})
"""Roads are closed for a race and because of a flood, too."""
_TO_AND_FRO = frozenset({"to", "into", "out", "from", "of", "around"})
STANDING = frozenset({"stand", "sit"})
_WHERE = frozenset({"on", "in", "at", "inside"})


def claims_of_road(page: Page, sides: Sides, road: Token) -> Iterator[Claim]:
    """ "Have closed every road to the base": who cuts all ways to a place besieges it."""
    verb = road.head
    if road.dep_ not in ("dobj", "nsubjpass") or verb.lemma_.lower() not in _CLOSING or not is_real(verb):
        return
    if not any(child.lower_ in _EVERY for child in road.children) or any(child.lower_ in _REASONS for child in (*verb.children, *road.children)):
        return
    holder = next((party for party in sides.of_all(agents(verb)) if sides.kind(sides.behind(party) or party) in ARMED - {"police"}), None)
    if holder is None:
        return
    for preposition, ground in (*phrases(road), *_further(road), *phrases(verb)):
        if preposition in _TO_AND_FRO:
            for place, start, end in places_of(page, ground)[:1]:
                yield Claim("besieges", holder, place, (min(verb.idx, start, noun_span(road)[0]), max(end, verb.idx + len(verb))), "held.roads", 0.65)
                return


def _further(road: Token) -> Iterator[tuple[str, Token]]:
    """ "The last road out of it", "the roads leading to it"."""
    for child in road.children:
        if child.dep_ in ("prep", "advmod", "acl"):
            yield from phrases(child)


def claims_of_ours(page: Page, sides: Sides, word: Token) -> Iterator[Claim]:
    """ "The bridge is ours": it belongs to the speaker's side."""
    verb = word.head
    if word.dep_ not in ("attr", "acomp") or verb.lemma_ != "be" or not is_real(verb):
        return
    yield from _held_by_speaker(page, sides, verb, [n for n in agents(verb) if is_ground(page, n)], word.idx + len(word), "held.ours")


def claims_of_own_hands(page: Page, sides: Sides, hands: Token) -> Iterator[Claim]:
    """ "The station is in our hands"."""
    if hands.dep_ != "pobj" or hands.head.lower_ not in ("in", "into"):
        return
    verb = hands.head.head
    if verb.pos_ in ("VERB", "AUX") and is_real(verb):
        grounds = [n for n in (*patients(verb), *agents(verb)) if is_ground(page, n)]
        yield from _held_by_speaker(page, sides, verb, grounds, hands.idx + len(hands), "held.own-hands")


def claims_of_standing(page: Page, sides: Sides, verb: Token) -> Iterator[Claim]:
    """ "Our troops stand on the hill and in the town hall", in the words of their side."""
    if is_passive(verb) or not is_real(verb):
        return
    own = [n for n in agents(verb) if n.lower_ == "we" or any(c.lower_ == "our" and c.dep_ == "poss" for c in n.children)]
    grounds = [n for preposition, n in phrases(verb) if preposition in _WHERE and is_ground(page, n)]
    yield from _held_by_speaker(page, sides, verb, grounds if own else [], verb.idx + len(verb), "held.standing")


def claims_of_having(page: Page, sides: Sides, verb: Token) -> Iterator[Claim]:
    """ "The army has the village again": who has ground, told of as known, holds it."""
    if is_passive(verb) or not is_real(verb):
        return
    for ground in patients(verb):
        known = any(child.lower_ == "the" for child in ground.children) and (ground.lower_ in GENERIC or ground.lower_ in SITES)
        if not known or any(child.dep_ in ("ccomp", "xcomp", "oprd", "advcl") for child in verb.children):
            continue
        holder = next((party for party in sides.of_all(agents(verb)) if sides.kind(party) in ARMED), None)
        for place, start, end in places_of(page, ground)[:1] if holder is not None else ():
            yield Claim("holds", holder, place, (min(verb.idx, start), max(end, verb.idx + len(verb))), "held.has", 0.55)


def _held_by_speaker(page: Page, sides: Sides, verb: Token, grounds: list[Token], end: int, rule: str) -> Iterator[Claim]:
    side = sides.behind(sides.speaker(verb))
    if side is None or sides.kind(side) not in ARMED:
        return
    for ground in grounds[:1]:
        places = places_of(page, ground)
        place, start, last = places[0] if places else (None, *noun_span(ground))
        if place is not None and page.atlas[place].kind == "country":
            continue
        yield Claim("holds", side, place, (min(start, verb.idx), max(last, end)), rule, 0.65 if place else 0.5)
