"""What a happening cost: each count of the dead, wounded, displaced, captured or freed goes to the deed that its words tie it to.

"An air strike hit the town, killing 14", "14 died when a rocket hit a market", "the toll of the raid rose to 14": from the number up the
sentence as long as the words say what became of those counted, and from each of these words down to the nearest deed.
"""

from collections.abc import Iterable, Iterator, Sequence

from sayso.model import Figure
from sayso.model.codes import EventType
from sayso.reading.happened.act import Act
from sayso.reading.happened.counts import Counts
from sayso.reading.happened.told import Told
from sayso.reading.page import Page
from sayso.reading.parsed import Token

_DEEDS: dict[str, frozenset[EventType]] = {
    "killed": frozenset({"ASSAULT", "PROTEST"}),
    "wounded": frozenset({"ASSAULT", "PROTEST"}),
    "missing": frozenset({"ASSAULT", "COERCE"}),
    "destroyed": frozenset({"ASSAULT"}),
    "damaged": frozenset({"ASSAULT"}),
    "displaced": frozenset({"ASSAULT", "COERCE", "RETREAT"}),
    "detained": frozenset({"COERCE", "ASSAULT"}),
    "abducted": frozenset({"ASSAULT", "COERCE"}),
    "trapped": frozenset({"COERCE", "ASSAULT"}),
    "surrendered": frozenset({"RETREAT", "CONCEDE"}),
    "released": frozenset({"RETREAT", "CONCEDE"}),
}
"""By what kinds of deed people come to each fate."""

_CAUSES = frozenset({"prep", "agent", "pobj", "pcomp", "advcl", "nsubj", "dobj", "csubj", "acl", "ccomp", "conj", "attr", "dep"})
"""How a deed hangs below the word that tells what it cost."""

_HIGH = 8
_DEEP = 4
"""How many words up and down a count and its deed may be apart."""


class Tolls:
    """Ties the figures of one page to its happenings. `counting`: words that say what became of people, or carry the count: "die", "leave"."""

    def __init__(self, page: Page, counting: frozenset[str]) -> None:
        self._page, self._counts, self._counting = page, Counts(page), counting

    def of(self, happenings: Sequence[Told]) -> list[tuple[str, ...]]:
        """For each happening the ids of its figures, in the order of the text."""
        deeds = {token.i: place for place, one in reversed(list(enumerate(happenings))) for act in _acts(one) for token in _words(act)}
        held = [{f for act in _acts(one) for noun in _parties(act) for f in self._counts.within(*_phrase(noun))} for one in happenings]
        taken = {id_ for ids in held for id_ in ids}
        for figure in self._page.figures:
            fate = figure.what.split()[0]
            if figure.id in taken or fate not in _DEEDS or figure.unit == "percent":
                continue
            place = self._deed(figure, deeds, {n for n, one in enumerate(happenings) if one.type in _DEEDS[fate]})
            if place is not None:
                held[place].add(figure.id)
        return [tuple(figure.id for figure in self._page.figures if figure.id in ids) for ids in held]

    def _deed(self, figure: Figure, deeds: dict[int, int], fitting: set[int]) -> int | None:
        node = self._page.tokens(*figure.span).root
        for _ in range(_HIGH):
            if deeds.get(node.i) in fitting:
                return deeds[node.i]
            tells = self._tells(node)
            if tells:
                found = next((deeds[t.i] for t in _below(node) if deeds.get(t.i) in fitting), None)
                if found is not None:
                    return found
            if node.head is node or (node.pos_ == "VERB" and not tells):
                return None
            node = node.head
        return None

    def _tells(self, token: Token) -> bool:
        return token.lemma_.lower() in self._counting or token.lower_ in self._counting


def _acts(one: Told) -> Iterable[Act]:
    return (one.act, *one.retold)


def _parties(act: Act) -> Iterable[Token]:
    return (*act.recipients, *act.actors)


def _words(act: Act) -> Iterable[Token]:
    return (word for word in (act.token, act.light if act.carried else None, act.takes.token if act.takes else None) if word is not None)


def _below(token: Token) -> Iterator[Token]:
    """The words below one that may be the deed behind it, the nearest first."""
    level = [token]
    for _ in range(_DEEP):
        level = [child for word in level for child in word.children if child.dep_ in _CAUSES]
        yield from level


def _phrase(noun: Token) -> tuple[int, int]:
    left = noun
    for child in noun.lefts:
        if child.dep_ in ("nummod", "det", "amod", "compound", "quantmod", "advmod", "predet", "nmod"):
            left = child.left_edge
            break
    right = noun
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            right = next((c for c in child.children if c.dep_ == "pobj"), noun)
    return left.idx, right.idx + len(right)
