"""Who goes between two sides and is no side of their talks: whoever mediates between them once, in any report, does so in the others, too."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from sayso.model.codes import FIGHTERS, MoveKind
from sayso.situation.identity import Identity
from sayso.situation.made import Made, Pair

_PASSING: frozenset[MoveKind] = frozenset({"mediate", "meet"})
"""What a state or an armed group does as a go-between, and does not do for itself."""
_CARRIED: frozenset[MoveKind] = _PASSING | {"demand", "propose", "offer", "ultimatum"}
"""The same of those who fight nobody: what a council of elders asks of both sides is no demand of a side, and its deadline no threat."""
_ANSWERING: frozenset[MoveKind] = frozenset({"accept", "reject"})
_COMES_OF: frozenset[MoveKind] = frozenset({"agree", "accept"})
"""What comes of mediation, so that the report that tells of both tells through whom."""


def without_go_betweens(moves: Sequence[Made], identity: Identity) -> Iterator[Made]:
    """The moves, each without those among its sides who go between others; they are kept as `via`."""
    between, told = _between(moves, identity)
    dealing = {side for made in moves for side in made.sides if _deals(side, made, identity)}  # who makes deals of its own may speak for itself
    between = {one: sides for one, sides in between.items() if one not in dealing}
    for made in moves:
        via = frozenset(one for one in made.sides | made.spare if _passes_on(one, made, between, identity))
        if via and made.sides - via:
            yield replace(made, sides=made.sides - via, spare=made.spare - via, via=via)
        elif made.move.kind in _COMES_OF and not made.move.through:
            yield replace(made, via=frozenset(one for one, sides in told[made.sheet.id].items() if not made.sides & {one} and made.sides & sides))
        else:
            yield made


def _deals(side: str, made: Made, identity: Identity) -> bool:
    """Whether a side deals for itself. Who turns down what a body between them asked deals with the other side."""
    if identity.kind(side) in FIGHTERS:
        return made.move.kind not in _CARRIED or made.move.kind == "ultimatum"
    return made.move.kind not in _CARRIED and (made.move.kind not in _ANSWERING or side in _makers(made, identity))


def _makers(made: Made, identity: Identity) -> set[str]:
    return {identity.side(party) for party in identity.actors_of(made.sheet, made.move.from_)}


def _between(moves: Sequence[Made], identity: Identity) -> tuple[Mapping[str, Set[str]], Mapping[str, Mapping[str, Set[str]]]]:
    """Each go-between with those between whom it goes: in any report, and by report."""
    pairs: dict[str, set[Pair]] = defaultdict(set)
    for made in moves:
        if len(made.sides) == 2 and made.move.kind not in _CARRIED:
            pairs[made.sheet.id].add(made.sides)
    found: dict[str, set[str]] = defaultdict(set)
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for made in moves:
        passing = made.move.through if made.move.kind != "mediate" else (*made.move.from_, *made.move.through)
        for one in {identity.side(party) for party in identity.actors_of(made.sheet, passing) if identity.named(party)}:
            sides = made.sides - {one}
            if not sides and len(pairs[made.sheet.id]) == 1:
                (sides,) = pairs[made.sheet.id]
            found[one] |= sides - {one}
            told[made.sheet.id][one] |= sides - {one}
        if made.move.kind == "meet":  # "the bloc's mediator met delegations of both"
            for one in {side for side in _makers(made, identity) if identity.kind(side) not in FIGHTERS}:
                found[one] |= made.sides - {one} if len(made.sides - {one}) > 1 else frozenset()
    return found, told


def _passes_on(one: str, made: Made, between: Mapping[str, Set[str]], identity: Identity) -> bool:
    """Whether one of a move's sides only goes between, so far as this move is concerned."""
    own = _makers(made, identity)
    if made.move.kind == "mediate" and one in own:
        return True
    kinds = _PASSING if identity.kind(one) in FIGHTERS else _CARRIED
    others = (made.sides | made.spare) - {one}
    asked = made.move.kind in _ANSWERING and one not in own and identity.kind(one) not in FIGHTERS
    return (made.move.kind in kinds or asked) and bool(others) and others <= between.get(one, frozenset())
