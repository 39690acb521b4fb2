"""What a happening cost: each count of the dead, wounded, displaced, captured or freed goes to the deed that its words tie it to.

"An air strike hit the town, killing 14", "14 died when a rocket hit a market", "the toll of the raid rose to 14": from the number up the
sentence as long as the words say what became of those counted, and from each of these words down to the nearest deed.
"""

from collections.abc import Iterable, Iterator, Sequence

from sayso.model import Figure
from sayso.model.codes import EventType
from sayso.reading.counted.whole import wholes_of
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

_DONE_TO_THE_DEAD: frozenset[EventType] = frozenset({"ASSAULT", "PROTEST", "COERCE", "RETREAT", "CONCEDE", "AID"})
"""What may befall people who are told to be dead: their bodies are handed over; they ask for nothing and nobody talks to them."""

_SUMMING = frozenset({"bring", "take", "raise", "push"})
_OF_MORE = frozenset({"there", "nationwide", "overall", "year", "week", "month", "war", "weekend"})
_SUMS = frozenset({"toll", "total", "number", "count", "tally"})
"""Of "bringing the toll in the town to 31", which is that of more than the deed just told."""

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
        held = [self._of_parties(one) for one in happenings]
        fates = {figure.id: figure.what.split()[0] for figure in self._page.figures}
        taken = {id_ for ids, one in zip(held, happenings, strict=True) for id_ in ids if one.type in _DEEDS.get(fates[id_], ())}
        last: dict[str, tuple[int, int]] = {}
        for figure in self._page.figures:
            fate = fates[figure.id]
            if fate not in _DEEDS or figure.unit == "percent":
                continue
            noun = self._page.tokens(*figure.span).root
            place = next((n for n, ids in enumerate(held) if figure.id in ids), None)
            if figure.id not in taken:
                caused = self._deed(figure, deeds, {n for n, one in enumerate(happenings) if one.type in _DEEDS[fate]})
                place = place if caused is None else caused
                if place is None and _whole_just_told(noun) and fate in last and noun.sent.number - last[fate][1] <= 1:
                    place = last[fate][0]  # "Nine died in the raid. Among the dead were two nurses."
            if place is not None:
                held[place].add(figure.id)
                last[fate] = place, noun.sent.number
        return [tuple(figure.id for figure in self._page.figures if figure.id in ids) for ids in held]

    def _of_parties(self, one: Told) -> set[str]:
        """The figures that count those who did a deed or whom it befell, but for the dead among its doers: "40 dead soldiers" left no town."""
        dead = {figure.id for figure in self._page.figures if figure.what.split()[0] == "killed"}
        befell = {id_ for act in _acts(one) for noun in act.recipients if _sum_of(noun) is None for id_ in self._counts.within(*_phrase(noun))}
        did = {id_ for act in _acts(one) for noun in act.actors for id_ in self._counts.within(*_phrase(noun))}
        if one.type not in _DEEDS["killed"]:
            did -= dead
        return did | (befell if one.type in _DONE_TO_THE_DEAD else befell - dead)

    def _deed(self, figure: Figure, deeds: dict[int, int], fitting: set[int]) -> int | None:
        node = self._page.tokens(*figure.span).root
        if (sum_ := _sum_of(node)) is not None:
            place = next((deeds[noun.i] for noun in _of(sum_) if deeds.get(noun.i) in fitting), None)
            if place is not None or _of_more(sum_):
                return place
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
        told = token.lemma_.lower() in self._counting or token.lower_ in self._counting
        return told or any(child.lower_ == "among" for child in token.rights)  # "two nurses among nine dead in the raid"


def _acts(one: Told) -> Iterable[Act]:
    return (one.act, *one.retold)


def _whole_just_told(noun: Token) -> bool:
    """Whether people are part of a whole that may be the one just told: "among the dead", not "among 40 dead in an earthquake"."""
    wholes = wholes_of(noun)
    behind = (token for whole in wholes for token in noun.doc[whole.i + 1 : noun.sent.end])
    return bool(wholes) and not any(token.dep_ in ("prep", "acl", "relcl") for token in behind)


def _sum_of(number: Token) -> Token | None:
    """The toll that a number is told to have come to with those before, if it is one: "bringing the toll in the town to 31"."""
    verb = number.head.head if number.dep_ == "pobj" and number.head.lower_ == "to" else number
    if verb.lemma_ not in _SUMMING or verb.dep_ != "advcl":
        return None
    return next((child for child in verb.children if child.dep_ == "dobj" and child.lemma_ in _SUMS), None)


def _of(toll: Token) -> Iterator[Token]:
    """The nouns whose toll it is: of "the toll from the blast" the blast, also where the parse hangs "from" on the verb."""
    ties = (child for head in (toll, toll.head) for child in head.rights if child.lower_ in ("of", "from"))
    return (noun for child in ties for noun in child.children if noun.dep_ == "pobj")


def _of_more(toll: Token) -> bool:
    """Whether a toll is told to be that of a town, a time, a war: "the toll there", "the total this year"."""
    return any(word.lower_ in _OF_MORE or word.dep_ == "prep" for head in (toll, toll.head) for word in head.children if word.lower_ != "to")


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
