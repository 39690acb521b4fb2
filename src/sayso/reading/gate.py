"""A quick look for words before any tree is walked."""

from collections.abc import Iterable

from sayso.reading.parsed import Parsed


class Gate:
    """Finds the tokens whose lemma is one of some words, written small, with a capital, or in capitals. Holds no state of the texts read."""

    def __init__(self, words: Iterable[str]) -> None:
        self._forms = frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))

    def hits(self, doc: Parsed) -> list[int]:
        """The positions of those tokens, in order."""
        forms = self._forms
        return [token.i for token in doc if token.lemma_ in forms]
