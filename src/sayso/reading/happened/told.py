"""An event in the making: what an act tells, and how two tellings of one deed are put together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.model import Interval
from sayso.model.codes import EventType, Status
from sayso.reading.happened.act import Act
from sayso.reading.numerals import number
from sayso.reading.parsed import Token

_CASUALTY = frozenset({
    "kill", "wound", "injure", "die", "maim", "hurt", "death", "casualty", "dead", "toll", "perish", "fatality", "leave",
    "killing", "murder", "massacre", "assassination", "execution", "homicide", "manslaughter", "slaying", "succumb",
    "martyr", "slay",
})

_AT_A_PERSON = frozenset({"shoot", "stab", "behead", "hang", "lynch", "beat", "gun"})
"""What is done to this or that person: who is hurt besides is another one."""

PLACE_CARRIED, DATE_CARRIED = "place carried", "date carried"
"""In the grounds of an event: its place or its day is that of the deed told before it."""
DATE_COUNTED = "date counted"
"""The same: its own words count its day from that of another deed, "two days after the raid"."""
_AT_LEAST = frozenset({"least", "than", "over", "about", "some", "nearly", "almost", "around"})
_FATAL = frozenset({"kill", "die", "dead", "death", "perish", "killing", "murder", "slay", "martyr"})


@dataclass(frozen=True, slots=True)
class Told:
    """An act with its parties, place, time and voice: an event in the making."""

    act: Act
    trigger: tuple[int, int]
    also: tuple[tuple[int, int], ...]
    type: EventType
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    when: Interval | None
    status: Status
    hedged: bool
    according_to: str | None
    voice: str | None
    """Whose word it is: a party, or the statement where nobody is named; None is the outlet's own."""
    chance: float
    """The judge's chance that one of its acts is an event and no mere retelling."""
    things: tuple[Token, ...] = ()
    """What is struck that is no party."""
    retold: tuple[Act, ...] = ()
    """The other acts that tell it."""
    sited: int = 0
    """How surely and nearly its place is told: one more for words of the act's own than for what its sentence names, and for a town than for a
    land. A further mention that tells it better tells it."""
    heading: str | None = None
    """The place that heads its paragraph: deeds under two such headings are never one."""
    by_heading: bool = False
    """Whether its place is known from that heading alone, so that it says nothing of where a deed was that has been told before."""
    inferred: tuple[str, ...] = ()
    """What the words of the act do not tell and the report around it does: "place carried", "other side"."""


def casualty(act: Act) -> bool:
    """Whether an act tells what came of a deed, whatever it was: "killed", "dead", "wounded"."""
    return act.token.lemma_.lower() in _CASUALTY or act.sense.row.sense == "assault.death"  # "claimed the lives of nine"


def headed_apart(a: Told, b: Told) -> bool:
    """Whether two deeds are told in paragraphs that are headed by two places."""
    return a.heading is not None and b.heading is not None and a.heading != b.heading


def counts_otherwise(some: Iterable[Act], others: Iterable[Act]) -> bool:
    """Whether acts that tell of one deed give it other numbers of dead, none of which fits both."""
    one, other = _dead(some), _dead(others)
    return bool(one and other) and not any(_may_be(a, b) for a in one for b in other)


def _dead(acts: Iterable[Act]) -> set[tuple[float, bool]]:
    """The numbers of dead that acts tell, each with whether there may be more."""
    nouns = [noun for act in acts if act.token.lemma_.lower() in _FATAL for noun in act.recipients]
    words = [word for noun in nouns for word in (noun, *(child for child in noun.children if child.dep_ == "nummod")) if word.tag_ == "CD"]
    counts = ((number([word.lower_]), _open(word)) for word in words)
    return {(count, more) for count, more in counts if count is not None}


def _open(word: Token) -> bool:
    return any(token.lower_ in _AT_LEAST for token in word.doc[max(0, word.i - 3) : word.i])


def _may_be(one: tuple[float, bool], other: tuple[float, bool]) -> bool:
    (count, more), (its, its_more) = one, other
    return count == its or (more and its_more) or (more and count < its) or (its_more and its < count)


def beyond_heading(a: Told, b: Told) -> Told:
    """A further mention of a deed, without the place that only the heading over it gives it: "PARIS - The president condemned the attacks"."""
    return replace(b, place=None, sited=0, by_heading=False) if b.by_heading and b.heading != a.heading else b


def filled(a: Told, b: Told) -> Told:
    first, second = (b, a) if b.place and b.sited > a.sited else (a, b)
    return replace(
        a, actors=a.actors or b.actors, recipients=a.recipients or b.recipients, mode=a.mode or b.mode, place=first.place or second.place,
        sited=max(first.sited, second.sited), by_heading=(first if first.place else second).by_heading,
        when=a.when or b.when, things=a.things + b.things,
    )  # fmt: skip


def joined_again(a: Told, b: Told) -> Told:
    """A deed with a further mention of it, and with its dead where only that one tells them."""
    b = beyond_heading(a, b)
    whole = filled(a, b)
    if any(casualty(act) for act in (b.act, *b.retold)) and not any(casualty(act) for act in (a.act, *a.retold)):
        whole = replace(whole, recipients=tuple(dict.fromkeys((*b.recipients, *a.recipients))))
    return replace(
        whole, also=(*a.also, b.trigger, *b.also), retold=(*a.retold, b.act, *b.retold), chance=max(a.chance, b.chance),
    )  # fmt: skip


def joined(a: Told, b: Told) -> Told:
    b = beyond_heading(a, b)
    damage = casualty(a.act) and b.mode == "destroy"  # "killed a herder and burned his truck" is no burning of the herder
    later = (casualty(a.act) and not casualty(b.act) and not damage) or (a.act.verbal and not b.act.verbal and not casualty(b.act))
    if "bomber" in (a.act.token.lemma_, b.act.token.lemma_) and a.act.verbal != b.act.verbal:
        later = b.act.verbal  # "a suicide bomber blew himself up": the noun is who did it
    if not (a.chance and b.chance):
        later = not a.chance
    first, second = (b, a) if later else (a, b)
    victims = (second if casualty(second.act) else first).recipients
    beside = second.act.verbal and second.act.token.dep_ == "conj" and any(second.act.token.head is act.token for act in (first.act, *first.retold))
    hurting = any(casualty(act) or (beside and act.token.lemma_ in _AT_A_PERSON) for act in (first.act, *first.retold))
    if casualty(second.act) and hurting:  # "killed two soldiers and injured nine villagers", "shot a porter and wounded his son"
        victims = tuple(dict.fromkeys((*first.recipients, *second.recipients)))
    if set(victims) & set(first.actors):  # "soldiers were killed fighting the rebels"
        others = [tuple(party for party in parties if party not in first.actors) for parties in (first.recipients, victims)]
        victims = others[0] or others[1]
    whole = filled(first, second)
    return replace(
        whole, mode=first.mode if damage else whole.mode, recipients=victims or whole.recipients, also=(*first.also, second.trigger, *second.also),
        retold=(*first.retold, second.act, *second.retold), chance=max(a.chance, b.chance),
    )  # fmt: skip
