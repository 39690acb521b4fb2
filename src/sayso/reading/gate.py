"""A quick look for words before any tree is walked."""

from collections.abc import Iterable

from spacy.strings import get_string_id
from spacy.tokens import Doc


class Gate:
    """Finds the tokens whose lemma is one of some words, written small, with a capital, or in capitals. Holds no state of the texts read."""

    def __init__(self, words: Iterable[str]) -> None:
        self._ids = frozenset(get_string_id(form) for word in words for form in (word, word.capitalize(), word.upper()))

    def hits(self, doc: Doc) -> list[int]:
        """The positions of those tokens, in order."""
        ids = self._ids
        return [i for i, lemma in enumerate(doc.to_array("LEMMA").tolist()) if lemma in ids]
