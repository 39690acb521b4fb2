"""The PLOVER contexts of an act: those of its sense, and those that the words told with it give."""

from sayso.lexicon import Lexicon
from sayso.lexicon.event_rows import ContextRow
from sayso.model.codes import CONTEXTS
from sayso.reading.happened.act import Act
from sayso.reading.parsed import Token

_WORDS = 25
"""So many words below an act, the nearest first, are told with it."""
_ELSEWHERE = frozenset({"advcl", "ccomp", "relcl", "parataxis"})
"""Clauses below an act that tell something else."""


class Contexts:
    """Looks for the words of contexts around acts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._of: dict[str, set[str]] = {}
        for row in lexicon.rows(ContextRow):
            for word in row.words:
                self._of.setdefault(word, set()).add(row.name)
        self._first = frozenset(word.split()[0] for word in self._of if " " in word)
        """The words that a context of two words can begin with."""

    def of(self, act: Act) -> tuple[str, ...]:
        """The contexts of an act, in PLOVER's order."""
        found = set(act.sense.row.contexts)
        for token in _told_with(act):
            lemma = token.lemma_.lower()
            if lemma in self._of and token.pos_ != "PROPN":  # "Democratic" in a name is no democracy
                found |= self._of[lemma]
            if token.lower_ in self._first and token.i + 1 < len(token.doc):
                found |= self._of.get(f"{token.lower_} {token.nbor(1).lemma_.lower()}", set())
        return tuple(name for name in CONTEXTS if name in found)


def _told_with(act: Act) -> list[Token]:
    """The words below an act and its verb, but those of other clauses, and the nouns that it is done by and to."""
    words = [act.light if act.light is not None and act.carried else act.token]
    for token in words:
        if len(words) < _WORDS:
            words.extend(child for child in token.children if child.dep_ not in _ELSEWHERE)
    return [*words, *(inner for noun in (*act.actors, *act.recipients) for inner in (noun, *noun.children))]
