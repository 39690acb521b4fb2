"""The finder: what a verb tells that the lexicon knows in none of these constructions, or not at all ("turned their guns on the crowd").

A linear model over traits of the verb and what stands around it, trained by `sayso train` on sentences of our own. Where a row of the
lexicon fits, or says that the words tell nothing, it is not asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon.clusters import word_clusters
from sayso.lexicon.event_rows import PredicateRow, PredicateType
from sayso.model.codes import EVENT_TYPES
from sayso.reading.grammar import agents
from sayso.reading.happened.senses import LEARNT, Sense, Senses
from sayso.reading.happened.surroundings import Around, around
from sayso.reading.happened.weights import SCALE, SHIPPED, Weights, load, rounded
from sayso.reading.parsed import Sentence, Token

CLASSES: tuple[PredicateType, ...] = ("NONE", *sorted(EVENT_TYPES))
_LEAST = 0.35
"""A type with this chance is an act; whether an event is told the judge says. Chosen by sentences left out of training."""
_STEPS = (0.55, 0.7)
"""Chances by which the sense is named, for the judge to see."""
_NEVER = frozenset({"be", "have", "say", "foil", "thwart", "avert"})
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis", "dep"})
_EMBEDDED = ("ccomp", "xcomp", "acomp", "oprd")
_SEEN = frozenset({*_EMBEDDED, "advcl", "neg", "mark", "auxpass"})
_TELLING = frozenset({"NOUN", "VERB", "ADJ"})
_NAMES = frozenset({"PROPN", "PRON"})
_COMPANY = "happened.finder.company"


class Finder:
    """Names the type of a verb's act."""

    def __init__(self, weights: Weights, senses: Senses) -> None:
        self.weights = weights
        self._rows = {trait: row for row, trait in enumerate(weights)}
        self._array = np.array(list(weights.values()), dtype=np.int32).reshape(-1, len(CLASSES))
        self._hints = Hints(senses)

    @classmethod
    def of(cls, traits: Sequence[str], weights: NDArray[np.float64], senses: Senses) -> Self:
        """A finder with these weights (traits x classes), rounded to thousandths."""
        return cls(rounded(traits, weights), senses)

    @classmethod
    def load(cls, senses: Senses, path: Path = SHIPPED) -> Self:
        """The finder of a file. Raises ValueError for a file of other classes."""
        return cls(load(path, "finder", CLASSES), senses)

    def sense(self, token: Token) -> Sense | None:
        """What a verb tells that no row of the lexicon fits; None: nothing."""
        if not may_tell(token):
            return None
        type_, chance = self.weighed(token)
        if chance < _LEAST:
            return None
        sure = sum(chance >= step for step in _STEPS)
        row = PredicateRow(sense=f"{LEARNT}{type_.lower()}{sure}", pos="v", words=(token.lemma_.lower(),), type=type_)
        return Sense(row, (), (), True, frozenset(), frozenset())

    def weighed(self, token: Token) -> tuple[PredicateType, float]:
        """The likeliest type of a verb and its chance."""
        known = [place for trait in self._hints(token) if (place := self._rows.get(trait)) is not None]
        sums = self._array[known].sum(axis=0) / SCALE
        raised = np.exp(sums - sums.max())
        best = 1 + int(raised[1:].argmax())
        return CLASSES[best], float(raised[best] / raised.sum())

    def reasons(self, token: Token, type_: str, most: int = 4) -> list[tuple[str, float]]:
        """The traits that speak most for (above 0) or against a type, the weightiest first, by log odds against nothing."""
        column = CLASSES.index(type_)
        known = ((trait, self.weights[trait]) for trait in self._hints(token) if trait in self.weights)
        moved = [(trait, (weights[column] - weights[0]) / SCALE) for trait, weights in known]
        return sorted(moved, key=lambda one: (-abs(one[1]), one[0]))[:most]


def may_tell(token: Token) -> bool:
    """Whether the finder looks at a token: a verb that heads a clause and is more than "be", "have" and "say", nor says that something was not done.

    What is only tried, meant or let be done, and participles that say which of several is meant, tell too little without a row.
    """
    return token.tag_[:1] == "V" and token.dep_ in _CLAUSES and token.lemma_.lower() not in _NEVER


class Hints:
    """The traits of a verb that the finder sees: its word, what the lexicon knows of it, of what kinds its companions are, and which words
    all of them and the rest of the sentence are like (the clusters of the lexicon); never a name."""

    def __init__(self, senses: Senses) -> None:
        self._like = word_clusters()
        self._kinds: dict[str, list[str]] = {}
        """For each noun the word classes of the lexicon that it is in, and what it can tell itself."""
        for name, words in senses.classes.items():
            for word in words:
                self._kinds.setdefault(word, []).append(name)
        for word in senses.people:
            self._kinds.setdefault(word, []).append("people")
        self._may: dict[str, frozenset[str]] = {}
        for word, pos, types in senses.types():
            if pos == "v":
                self._may[word] = types
            elif pos == "n":
                self._kinds.setdefault(word, []).extend(f"telling {type_}" for type_ in sorted(types))

    def __call__(self, token: Token) -> set[str]:
        """The traits of a verb."""
        near = around(token, "v", token.tag_[:1])
        word, sent = token.lemma_.lower(), token.sent
        own = {"all", *self._word(token), *self._sides(token, near), *self._phrases(word, near), *self._clauses(token)}
        known, key = sent.doc.answers, (_COMPANY, sent.start)
        company: frozenset[str] | None = known.get(key)
        if company is None:
            company = known[key] = frozenset(self._company(sent))
        return own | company

    def _company(self, sent: Sentence) -> Iterator[str]:
        for token in sent:
            if token.pos_ in _TELLING and not token.ent_type_ and (like := self._like.get(token.lemma_.lower())):
                yield f"sentence like {like}"

    def _word(self, token: Token) -> Iterator[str]:
        word = token.lemma_.lower()
        particle = " ".join(child.lower_ for child in token.children if child.dep_ == "prt")
        yield f"word {word}"
        yield f"word like {self._like.get(word)}"
        yield f"word {word} {particle}"
        yield f"particle {particle}"
        yield f"tag {token.tag_}"
        yield f"tie {token.dep_}"
        may = self._may.get(word, frozenset())
        for type_ in may:
            yield f"may {type_}"
        if len(may) == 1:
            yield f"only {next(iter(may))}"

    def _sides(self, token: Token, near: Around) -> Iterator[str]:
        subjects = near.subjects if near.subjects is not None else agents(token)
        yield f"subjects {min(len(subjects), 1)} objects {min(len(near.objects), 1)}"
        for noun in subjects[:2]:
            for kind in self._kind(noun):
                yield f"subject {kind}"
            yield from self._named("subject", noun)
        for noun in near.objects[:2]:
            for kind in self._kind(noun):
                yield f"object {kind}"
            if noun.pos_ not in _NAMES:
                yield f"object word {noun.lemma_.lower()}"
            yield from self._named("object", noun)

    def _phrases(self, word: str, near: Around) -> Iterator[str]:
        for preposition, nouns in near.preps.items():
            yield f"with {preposition}"
            yield f"word {word} with {preposition}"
            for noun in nouns[:1]:
                for kind in self._kind(noun):
                    yield f"with {preposition} {kind}"
                if noun.pos_ not in _NAMES:
                    yield f"with {preposition} word {noun.lemma_.lower()}"
                yield from self._named(f"with {preposition}", noun)

    def _clauses(self, token: Token) -> Iterator[str]:
        for child in token.children:
            if child.dep_ in _SEEN:
                yield f"has {child.dep_}"
                if child.dep_ in _EMBEDDED:
                    word = child.lemma_.lower()
                    yield f"{child.dep_} {word}"
                    yield f"embedded like {self._like.get(word)}"
                    for type_ in self._may.get(word, ()):
                        yield f"{child.dep_} may {type_}"
            elif child.dep_ == "aux":
                yield f"aux {child.lower_}"
            elif child.dep_ == "advmod":
                yield f"adverb {child.lower_}"

    def _named(self, place: str, noun: Token) -> Iterator[str]:
        if noun.pos_ not in _NAMES and (like := self._like.get(noun.lemma_.lower())):
            yield f"{place} like {like}"

    def _kind(self, noun: Token) -> Iterable[str]:
        if noun.pos_ == "PRON":
            return (f"pronoun {noun.lower_}",)
        kinds = self._kinds.get(noun.lemma_.lower(), ())
        found = [*kinds, noun.ent_type_] if noun.ent_type_ else list(kinds)
        if noun.tag_ == "CD":
            found.append("number")
        return found or ("name" if noun.pos_ == "PROPN" else "other",)
