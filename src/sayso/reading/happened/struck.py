"""Things that are attacked: the bridge blown up, the embassy bombed, the bus burnt. They are parties of an event only as what it befalls;
of ground that somebody holds ("rebel-held districts") the holder is."""

from collections.abc import Iterable

from sayso.reading.grammar import expand, objects_of
from sayso.reading.happened.act import Act
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.side_words import OF_THE_VICTIM
from sayso.reading.sides import Sides

_LEFT = frozenset({"amod", "compound", "nmod", "poss"})
_WITHIN = frozenset({"in", "inside", "at", "under", "beneath", "outside"})
_OF = 6
"""Tokens that "of ..." after a thing has at most to be part of what it is called."""
_HARMLESS = frozenset({"abduct", "torture", "beat", "sexual", "targeted", "crowd-control"})
_HOLDING = frozenset({"held", "controlled", "run", "dominated", "administered"})
_HUMBLE = frozenset({"PRP$", "CD", "DT", "PDT", "WP$", "JJR", "JJS"})
_LAID = "assault.plant-bomb"
"""Of which the object is what is set off: a mine that is no pit."""


def things_of(act: Act, words: frozenset[str]) -> tuple[Token, ...]:
    """The nouns for things that an act befalls; none for acts that befall only people."""
    mode = act.sense.row.mode
    if act.type != "ASSAULT" or mode in _HARMLESS:
        return ()
    laid = act.sense.row.sense == _LAID
    nouns = [noun for noun in act.recipients if not (laid and noun.dep_ in ("dobj", "nsubjpass"))]
    if mode == "explosives":
        heads = [act.token] if act.light is None else [act.token, act.light]
        nouns += [n for head in heads for child in head.children if child.dep_ == "prep" and child.lower_ in _WITHIN for n in objects_of(child)]
    return tuple(each for noun in nouns for each in expand(noun) if each.tag_[:1] == "N" and each.lemma_.lower() in words)


def holders(nouns: Iterable[Token], sides: Sides) -> tuple[str, ...]:
    """Who holds the places that these nouns name, as the words before them tell: "the rebel-held east", "Front-controlled Sora"."""
    described = (child for noun in nouns for child in noun.lefts if child.dep_ == "amod" and child.lower_ in _HOLDING)
    words = (word for adjective in described for word in adjective.lefts if word.dep_ in ("npadvmod", "compound", "nsubj", "nmod"))
    found = (sides.named(word.text) or sides.named(word.lemma_) for word in words)
    return tuple(dict.fromkeys(party for party in found if party is not None))


def fate_of(owner: Token, act: Act, page: Page) -> bool:
    """Whether who seems to own a deed is a person whom it befell, whatever the words look like: "Marlow's slaying" of a Dr. Marlow."""
    if act.verbal or owner.dep_ != "poss" or owner.head is not act.token or act.token.lemma_.lower() not in OF_THE_VICTIM:
        return False
    party = page.cast.at(owner.idx, owner.idx + len(owner))
    return party is not None and page.cast[party].kind == "person" and not any(child.lower_ in ("of", "by") for child in act.token.rights)


class Struck:
    """The things that the attacks of one page are made on, each a party of the kind "other"."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._known: dict[str, str] = {}

    def parties(self, things: tuple[Token, ...]) -> tuple[str, ...]:
        """The parties of these nouns, but for those that somebody's mention covers."""
        found = (self._party(noun) for noun in things)
        return tuple(dict.fromkeys(party for party in found if party is not None))

    def _party(self, noun: Token) -> str | None:
        if self._page.cast.at(noun.idx, noun.idx + len(noun)) is not None:
            return None
        start, end = _extent(noun)
        words = self._page.doc.span(start, end)
        key = words.text.lower()
        definite = any(child.lower_ in ("the", "this", "that") for child in noun.lefts)
        party = (self._known.get(key) or self._known.get(noun.lemma_.lower())) if definite else None
        first, last = words.start_char, words.end_char
        if party is None:
            called = " ".join(self._page.report.text[first:last].split())
            party = self._page.cast.add(called, "other", by="happened.struck", confidence=0.6).id
        self._page.cast.mention(party, first, last)
        self._known[key] = self._known[noun.lemma_.lower()] = party
        return party


def _extent(noun: Token) -> tuple[int, int]:
    """The tokens that name a thing: without articles and numbers, with a short "of ..." after it."""
    start = next((child.left_edge.i for child in noun.lefts if child.dep_ in _LEFT and child.left_edge.tag_ not in _HUMBLE), noun.i)
    end = noun.i + 1
    for child in noun.rights:
        if child.i == end and child.lower_ == "of" and child.right_edge.i - child.i <= _OF:
            end = child.right_edge.i + 1
    while start < noun.i and noun.doc[start].tag_ in _HUMBLE:
        start += 1
    return start, end
