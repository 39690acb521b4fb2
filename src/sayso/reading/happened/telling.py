"""From acts to happenings told once: which parties stand behind the nouns, and which acts are one event in one voice."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.model import Interval
from sayso.model.codes import Status
from sayso.reading.grammar import objects_of
from sayso.reading.happened.acts import Act
from sayso.reading.page import Page

_CASUALTY = frozenset({"kill", "wound", "injure", "die", "maim", "hurt", "death", "casualty", "dead", "toll", "perish", "fatality", "leave"})


@dataclass(frozen=True, slots=True)
class Told:
    """An act with its parties, place, time and voice: an event in the making."""

    act: Act
    trigger: tuple[int, int]
    also: tuple[tuple[int, int], ...]
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    when: Interval | None
    status: Status
    hedged: bool
    according_to: str | None


def parties_of(nouns: Iterable[Token], page: Page) -> tuple[str, ...]:
    """The parties that nouns stand for, in order; nouns that stand for none are left out."""
    found = (party_of(noun, page) for noun in nouns)
    return tuple(dict.fromkeys(party for party in found if party))


def party_of(noun: Token, page: Page) -> str | None:
    """The party of a head noun: by the noun itself, else by what it is a part or number of ("dozens of soldiers")."""
    party = page.cast.at(noun.idx, noun.idx + len(noun))
    if party is None:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in objects_of(child):
                    party = party or page.cast.at(inner.idx, inner.idx + len(inner))
    return party


def merged(told: list[Told]) -> list[Told]:
    """One entry for one happening in one voice: casualties go to the attack that caused them."""
    kept: list[Told] = []
    for one in told:
        for i in range(len(kept) - 1, max(-1, len(kept) - 4), -1):
            earlier = kept[i]
            if _same(earlier, one):
                kept[i] = _joined(earlier, one)
                break
        else:
            kept.append(one)
    return kept


def _same(a: Told, b: Told) -> bool:
    if a.type != b.type or a.according_to != b.according_to:
        return False
    if a.act.token.sent.start != b.act.token.sent.start:
        return False
    one, other = a.act.token, b.act.token
    if not (a.type == "ASSAULT" and (one.lemma_.lower() in _CASUALTY) != (other.lemma_.lower() in _CASUALTY)):
        return a.act.light is not None and a.act.light.i == other.i or b.act.light is not None and b.act.light.i == one.i
    return one.is_ancestor(other) or other.is_ancestor(one)


def _joined(a: Told, b: Told) -> Told:
    casualty = a.act.token.lemma_.lower() in _CASUALTY
    first, second = (b, a) if casualty else (a, b)
    return replace(
        first, also=(*first.also, second.trigger, *second.also), actors=first.actors or second.actors,
        recipients=second.recipients or first.recipients, mode=first.mode or second.mode, place=first.place or second.place,
        when=first.when or second.when,
    )  # fmt: skip
