"""Where a text speaks of what will be: the verb or noun that is foretold and the rule that saw it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.reading.parsed import Parsed, Token

_WILL = frozenset({"will", "'ll", "shall", "wo"})
_MODALS = frozenset({"may", "might", "could", "would", "will", "'ll"})
_BE = frozenset({"is", "are", "was", "were", "'s", "'re", "be", "am", "'m", "been"})
_ASKING = frozenset({"WRB", "WP", "WDT"})
_UNREAL = frozenset({"if", "unless", "whether"})


@dataclass(frozen=True, slots=True)
class Prospect:
    """What is foretold: the token that heads it, the token that says so ("will", "expects"), and by which rule."""

    head: Token
    cue: Token
    rule: str


class Prospects:
    """Finds prospects in a parsed text."""

    def __init__(self, words: dict[str, frozenset[str]]) -> None:
        self._words = words

    def find(self, doc: Parsed) -> Iterator[Prospect]:
        """All prospects, in the order of their cues."""
        for token in doc:
            word = token.lower_
            if word in _WILL:
                yield from self._will(token)
            elif word == "would":
                yield from self._would(token)
            elif token.lemma_ in self._words["warn"]:
                yield from self._warned(token)
            elif word == "to" and token.tag_ == "TO":
                yield from self._infinitive(token)
            elif word in self._words["prospect"] and _has_be(token):
                yield from self._due(token)
            elif token.pos_ == "VERB" and token.lemma_ in self._words["hold"]:
                yield from self._held(token)

    def _will(self, aux: Token) -> Iterator[Prospect]:
        """"will VERB", but not the will of the speaker ("we will never accept"), nor a condition."""
        verb = aux.head
        if aux.tag_ != "MD" or verb.i <= aux.i or verb.pos_ not in ("VERB", "AUX"):
            return
        if self._own_will(verb) or _conditional(verb):
            return
        if verb.dep_ in ("relcl", "advcl") or any(c.tag_ in _ASKING for c in verb.lefts):
            return
        yield Prospect(verb, aux, "will")

    def _would(self, aux: Token) -> Iterator[Prospect]:
        """"said that it would VERB": the future of reported speech."""
        verb = aux.head
        if verb.i <= aux.i or verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in ("ccomp", "conj") or _conditional(verb):
            return
        above = verb.head
        if verb.dep_ == "conj" and above.dep_ == "ccomp":
            above = above.head
        if above.lemma_ not in self._words["speech"] or any(c.lower_ == "have" for c in verb.lefts) or any(c.dep_ == "advcl" for c in verb.children):
            return
        if self._own_will(verb):
            return
        if any(c.tag_ in _ASKING or (c.dep_ == "nsubj" and c.lower_ in ("that", "this", "it")) for c in verb.lefts):
            return
        yield Prospect(verb, aux, "would")

    def _own_will(self, verb: Token) -> bool:
        """"will never accept", "will oppose": a refusal or a stand taken now; "won't let up" is none."""
        if any(c.dep_ == "prt" for c in verb.children):
            return False
        return (_negated(verb) and verb.lemma_ in self._words["will"]) or verb.lemma_ in self._words["stand"]

    def _warned(self, verb: Token) -> Iterator[Prospect]:
        """"warned that", "warned of"."""
        for child in verb.rights:
            if child.dep_ in ("ccomp", "xcomp") and any(c.lower_ in _MODALS for c in child.lefts):
                if not any(c.lower_ in _WILL or (c.lower_ == "would" and child.head.lemma_ in self._words["speech"]) for c in child.lefts):
                    yield Prospect(child, verb, "warn")
            elif child.dep_ == "prep" and child.lower_ in ("of", "about", "against"):
                inner = next((c for c in child.children if c.dep_ == "pobj"), None)
                if inner is not None and inner.pos_ in ("NOUN", "PROPN"):
                    yield Prospect(inner, verb, "warn")

    def _due(self, word: Token) -> Iterator[Prospect]:
        """"is set to VERB", "are due for NOUN", "is expected to VERB"."""
        for child in word.rights:
            if child.dep_ in ("xcomp", "ccomp", "advcl") and any(c.tag_ == "TO" for c in child.lefts):
                yield Prospect(child, word, "due")
                return
            if child.dep_ == "prep" and child.lower_ == "for" and word.lower_ in ("set", "due", "scheduled", "planned", "slated"):
                yield Prospect(word, word, "due")
                return

    def _infinitive(self, to: Token) -> Iterator[Prospect]:
        """"is to VERB", "need a month to VERB"."""
        verb = to.head
        if verb.i <= to.i or verb.tag_ != "VB":
            return
        above = verb.head
        if to.i and to.nbor(-1).lower_ in ("is", "are") and above.i == to.i - 1 and verb.dep_ == "xcomp":
            if any(c.dep_ in ("nsubj", "csubj") and c.lemma_ in self._words["aim"] for c in above.lefts):
                return
            yield Prospect(verb, to.nbor(-1), "is-to")
        elif above.lemma_ in self._words["need"] and above.pos_ == "VERB" and above.tag_ not in ("VBD",) and _length(above):
            yield Prospect(verb, above, "need")

    def _held(self, verb: Token) -> Iterator[Prospect]:
        """"expects X to VERB", "predicted that", "hoping that tomorrow"."""
        if (verb.tag_ in ("VBN",) and _has_be(verb)) or _negated(verb):
            return
        for child in verb.rights:
            if child.dep_ in ("ccomp", "xcomp") and child.pos_ in ("VERB", "AUX"):
                if any(c.lower_ in _WILL or c.lower_ == "would" for c in child.lefts) and verb.lemma_ in self._words["speech"]:
                    return
                if verb.lemma_ == "hope" and child.dep_ == "xcomp":
                    return
                yield Prospect(child, verb, "hold")
                return


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)


def _conditional(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in _UNREAL for c in verb.lefts)


def _has_be(word: Token) -> bool:
    if any(c.lower_ in _BE for c in word.lefts if c.dep_ in ("auxpass", "aux", "cop")):
        return True
    return word.dep_ in ("acomp", "attr", "xcomp", "prep", "advmod") and word.head.lower_ in _BE


def _length(verb: Token) -> bool:
    """Whether a verb has an object that is a length of time: "need a month"."""
    units = {"month", "week", "day", "year", "hour", "minute", "decade"}
    return any(c.lemma_ in units for c in verb.rights if c.dep_ in ("dobj", "npadvmod", "attr"))
