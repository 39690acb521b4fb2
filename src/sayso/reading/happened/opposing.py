"""The other side of a fight, a truce or a siege, where its own words name one side or none: who is told to fight in the report."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

from sayso.model.codes import POWERS
from sayso.reading.cast import Member
from sayso.reading.grammar import agents, by_phrase, objects_of
from sayso.reading.happened.telling import AS_DONE
from sayso.reading.happened.told import Told
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides
from sayso.reading.states import one_state

_WARLIKE = frozenset({  # senses that have two armed sides by their meaning
    "assault.fight", "n.attack-lasting", "assault.capture-ground", "assault.control", "assault.advance", "assault.defeat",
    "n.operation", "n.offensive", "n.truce", "assault.chase-troops",
})  # fmt: skip
_SHUT_IN = frozenset({"coerce.siege"})
"""Of a side that is besieged the other is the besieger; whom a besieger shuts in is not said."""
_YIELDING = frozenset({"retreat.surrender", "retreat.disarm"})
"""Who yields to a side is its opponent."""
_STANDING_BY = frozenset({"back", "support", "aid", "assist", "cooperation", "coordination", "alliance", "alongside"})
_REBELLING = frozenset({"rebel", "rebels", "insurgent", "insurgents", "guerrilla", "guerrillas", "opposition", "separatists", "mutineers"})
_PACTS = frozenset({"AGREE", "RETREAT"})
_AGREEING = frozenset({"agree", "sign", "conclude"})
_OF_ONE_CAMP = 2
"""More armed parties than these that a fight names in one breath are not all on one side."""
_NEAR = 90
"""Within how many tokens of a deal its sides are told."""


def opposed(told: list[Told], sides: Sides, page: Page) -> list[Told]:
    """Name the other side of a fight or a truce where the report has one and the words name only one side, or the two sides where they name none."""
    fighting, foes = _fighting(told, sides), _foes(told, sides, page)
    return [_between(_opposed(one, sides, fighting, foes), told, sides, fighting) for one in told]


def _foes(told: list[Told], sides: Sides, page: Page) -> frozenset[frozenset[str]]:
    """The pairs of parties one of which is told to attack the other, with the two sides of the report; rebels are the foes of any state's men by
    their name."""
    pairs = {(a, b) for one in told if one.type == "ASSAULT" and one.status in AS_DONE for a in one.actors for b in one.recipients}
    found = {frozenset((x, y)) for a, b in pairs for x in (a, sides.behind(a) or a) for y in (b, sides.behind(b) or b)}
    members = [page.cast[party] for party in sides.belligerents]
    groups = [one for one in members if one.kind == "armed_group"]
    rebels = [one.id for one in groups if not _REBELLING.isdisjoint(" ".join((one.name, *one.aliases)).lower().split())]
    found.update(frozenset((rebel, one.id)) for rebel in rebels for one in members if one.kind in POWERS)
    both = [page.cast[party] for party in sides.both]
    if len(both) > 1 and not any(all(any(_one(page, x, y) for y in pair) for x in both) for pair in _allies(page, sides)):
        found.add(frozenset(sides.both))
    return frozenset(found)


def _one(page: Page, a: Member, b: Member) -> bool:
    return a is b or one_state(page, a, b)


def _allies(page: Page, sides: Sides) -> list[list[Member]]:
    """The pairs of parties of whom one is said to stand by the other: "troops backed by the militia", "in cooperation with the army"."""
    if page.doc.lemmas.isdisjoint(_STANDING_BY):
        return []
    found = []
    for word in page.doc:
        if word.lower_ in ("backed", "supported", "aided", "assisted") and word.dep_ == "acl":
            one, other = [word.head], by_phrase(word)
        elif word.lower_ in ("cooperation", "coordination", "alliance", "alongside"):
            ties = [word] if word.lower_ == "alongside" else [child for child in word.rights if child.lower_ == "with"]
            one, other = agents(_verb_over(word)), [noun for tie in ties for noun in objects_of(tie)]
        else:
            continue
        found += [[page.cast[a], page.cast[b]] for a in sides.of_all(one) for b in sides.of_all(other) if a != b]
    return found


def _fighting(told: list[Told], sides: Sides) -> Counter[str]:
    """The armed sides that attack or are attacked, with how often."""
    found: Counter[str] = Counter()
    for one in told:
        if one.type == "ASSAULT" and one.status in AS_DONE:
            found.update({side for party in (*one.actors, *one.recipients) if (side := sides.behind(party)) and sides.kind(side) in ARMED})
    return found


def _verb_over(word: Token) -> Token:
    while word.pos_ not in ("VERB", "AUX") and word.head is not word:
        word = word.head
    return word


def _opposed(one: Told, sides: Sides, fighting: Counter[str], foes: frozenset[frozenset[str]]) -> Told:
    sense = one.act.sense.row.sense
    if not one.actors and not one.recipients:
        return one
    if not one.actors and one.act.actors:
        return one  # somebody is named, whoever that is
    told = [party for party in one.actors or one.recipients if sides.kind(party) in ARMED]
    across = len({sides.kind(party) in POWERS for party in told}) > 1 or any(frozenset(pair) in foes for pair in combinations(told, 2))
    if across or len(told) > (1 if one.type == "RETREAT" else _OF_ONE_CAMP):
        return one  # both sides are named together: "the rebels and soldiers killed in the fighting"
    if sense in _SHUT_IN | _YIELDING:
        named = bool(one.recipients) and sides.kind(one.recipients[0]) in ARMED
        fits = named and not any(sides.kind(party) in ARMED for party in one.actors)
    else:
        fits = sense in _WARLIKE and not (one.actors and one.recipients)
    if not fits:
        return one
    known = (one.actors if one.actors and sense in _WARLIKE else one.recipients)[0]
    other = sides.opponent(known) if one.type == "RETREAT" else _opponent(known, sides, fighting)
    if other is None or (one.type == "RETREAT" and not one.recipients):
        return one
    if one.type == "ASSAULT" and foes.isdisjoint(frozenset((x, y)) for x in (known, sides.behind(known)) for y in (other, sides.behind(other))):
        return one  # two that nobody tells to fight one another may be allies
    filled = replace(one, recipients=(other,)) if one.actors and sense in _WARLIKE else replace(one, actors=(other,))
    return replace(filled, inferred=(*one.inferred, "other side"))


def _between(one: Told, told: list[Told], sides: Sides, fighting: Counter[str]) -> Told:
    """A truce or a deal that names nobody, or only who brokered it, with the two sides that it is between."""
    truce, brokered = one.act.sense.row.sense == "n.truce", one.type == "CONSULT" and one.mode == "third-party"
    if truce and not one.actors and len(one.recipients) > 1:
        return replace(one, actors=one.recipients, recipients=())
    if one.recipients or (one.actors and not brokered) or any(sides.of(noun) for noun in (*one.act.actors, *one.act.recipients) if not brokered):
        return one
    if one.act.light is not None and one.act.light.lemma_ in _AGREEING:
        return one  # "a truce was agreed": whose, the agreement says
    pair: tuple[str, ...] = ()
    if truce or brokered or (one.type == "AGREE" and not one.act.verbal):
        pair = tuple(party for party in _pact(one, told, sides, fighting) if party not in one.actors)
    if not pair and truce:
        pair = _two(sides, fighting)
    if len(pair) < 2:
        return one
    filled = replace(one, recipients=pair) if brokered else replace(one, actors=pair)
    return replace(filled, inferred=(*one.inferred, "both sides"))


def _pact(one: Told, told: list[Told], sides: Sides, fighting: Counter[str]) -> tuple[str, ...]:
    """The sides of the nearest deal or truce that names two; not two powers where others fight."""
    def apart(other: Told) -> int:
        return abs(other.act.token.i - one.act.token.i)

    near = sorted((other for other in told if other is not one and other.type in _PACTS and apart(other) < _NEAR), key=apart)
    pairs = (tuple(dict.fromkeys(p for p in (*other.actors, *other.recipients) if sides.kind(p) in ARMED)) for other in near)
    return next((pair for pair in pairs if len(pair) > 1 and (not fighting or any(party in fighting for party in pair))), ())


def _two(sides: Sides, fighting: Counter[str]) -> tuple[str, ...]:
    """The two sides of the report's war, where it has a state's and one other, each told to fight more than once."""
    most = [party for party, times in fighting.most_common() if times > 1]
    state = next((party for party in most if sides.kind(party) in POWERS), None)
    groups = [party for party, _ in fighting.most_common() if sides.kind(party) not in POWERS]
    return tuple(sorted((state, groups[0]), key=most.index)) if state and len(groups) == 1 and groups[0] in most else ()


def _opponent(party: str, sides: Sides, fighting: Counter[str]) -> str | None:
    """Who fights a party, a group a state's side and the other way round; who is not told to fight is no opponent."""
    other = sides.opponent(party, across_only=True)
    return other if other is None or other in fighting else _next(party, sides, fighting)


def _next(party: str, sides: Sides, fighting: Counter[str]) -> str | None:
    state = sides.kind(party) in POWERS
    return next((side for side in sides.belligerents if side in fighting and (sides.kind(side) in POWERS) != state), None)
