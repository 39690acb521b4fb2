"""Who goes between two sides and is no side of their talks: whoever mediates between them once, in any report, does so in the others, too."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from sayso.model.codes import FIGHTERS, MoveKind
from sayso.situation.identity import Identity
from sayso.situation.made import Made, Pair
from sayso.situation.topics import topics_of
from sayso.situation.words import fold

_Between = Mapping[str, Set[str]]
"""Each go-between with those between whom it goes."""
_PASSING: frozenset[MoveKind] = frozenset({"mediate", "meet"})
"""What a state or an armed group does as a go-between, and does not do for itself."""
_CARRIED: frozenset[MoveKind] = _PASSING | {"demand", "propose", "offer", "ultimatum"}
"""The same of those who fight nobody: what a council of elders asks of both sides is no demand of a side, and its deadline no threat."""
_ANSWERING: frozenset[MoveKind] = frozenset({"accept", "reject"})
_ASKING: frozenset[MoveKind] = frozenset({"demand", "ultimatum"})
_OF_THE_TALKS = frozenset({"truce", "settlement", "leaving", "surrender"})
"""Topics of what is asked for others; captives, goods and a way in may be what one who goes between them asks for itself."""
_TALKS = re.compile(r"\b(?:talks|negotiat\w+|deals?|agreements?|accords?|pacts?|sign\w*|peace|roadmap|table|dialogue|paper|plan|draft)\b")
_COMES_OF: frozenset[MoveKind] = frozenset({"agree", "accept"})
"""What comes of mediation, so that the report that tells of both tells through whom."""


def without_go_betweens(moves: Sequence[Made], identity: Identity) -> Iterator[Made]:
    """The moves, each without those among its sides who go between others; they are kept as `via`."""
    between, met, told = _between(moves, identity)
    dealing = {side for made in moves for side in made.sides if _deals(side, made, identity)}  # who makes deals of its own may speak for itself
    between, met = ({one: sides for one, sides in going.items() if one not in dealing} for going in (between, met))
    asked = {(made.sheet.id, made.move.id): made for made in moves if made.move.kind in _ASKING}
    for made in moves:
        about = asked.get((made.sheet.id, made.move.answers or ""), made)
        of_talks = made.move.kind not in _ASKING | _ANSWERING or _about_the_talks(about)
        going = met if of_talks else between
        via = frozenset(one for one in made.sides | made.spare if _passes_on(one, made, going, of_talks, identity))
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


def _between(moves: Sequence[Made], identity: Identity) -> tuple[_Between, _Between, Mapping[str, _Between]]:
    """Who mediates, the same with those who only meet both sides, in any report; and who mediates, by report."""
    pairs: dict[str, set[Pair]] = defaultdict(set)
    for made in moves:
        if len(made.sides) == 2 and made.move.kind not in _CARRIED:
            pairs[made.sheet.id].add(made.sides)
    found: dict[str, set[str]] = defaultdict(set)
    met: dict[str, set[str]] = defaultdict(set)
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
                met[one] |= made.sides - {one} if len(made.sides - {one}) > 1 else frozenset()
    return found, {one: found[one] | met[one] for one in [*found, *met]}, told


def _passes_on(one: str, made: Made, between: _Between, of_talks: bool, identity: Identity) -> bool:
    """Whether one of a move's sides only goes between, so far as this move is concerned. An answer and a deadline have to be `of_talks`."""
    own = _makers(made, identity)
    if made.move.kind == "mediate" and one in own:
        return True
    kinds = _PASSING if identity.kind(one) in FIGHTERS else _CARRIED
    others = (made.sides | made.spare) - {one}
    answer = made.move.kind in _ANSWERING and one not in own and identity.kind(one) not in FIGHTERS
    if (answer or made.move.kind == "ultimatum") and not of_talks:
        return False
    return (made.move.kind in kinds or answer) and bool(others) and others <= between.get(one, frozenset())


def _about_the_talks(made: Made) -> bool:
    """Whether what is asked or answered concerns the talks of others: who has met both sides may still ask that its own people be let go."""
    words = fold(" ".join((made.sheet.reading.words(made.move.span), *(term.text or "" for term in made.move.terms))))
    return bool(_TALKS.search(words)) or bool(topics_of(made) & _OF_THE_TALKS)
