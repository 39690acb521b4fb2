"""Which words are English, by the word lists that the language pipeline brings with it."""

from collections.abc import Iterable, Mapping

from spacy.language import Language

_PREFIXES = tuple(
    """anti counter non un re pre para co mid over under inter multi semi sub super pro ultra narco mis dis out self ex post vice neo
    micro auto tele""".split()
)


class Vocabulary:
    """English words in their base and inflected forms. Empty for a pipeline that brings no lists: then nothing is known to be English."""

    def __init__(self, nouns: Iterable[str], verbs: Iterable[str], others: Iterable[str], small: Iterable[str]) -> None:
        self._nouns = frozenset(nouns)
        self._verbs = frozenset(verbs)
        self._others = frozenset(others)
        self._small = frozenset(small)

    @classmethod
    def of(cls, nlp: Language) -> "Vocabulary":
        """The lists of a pipeline's lemmatizer and its stop words."""
        lists: Mapping[str, Mapping[str, object]] = {}
        irregular: Mapping[str, Mapping[str, object]] = {}
        if nlp.has_pipe("lemmatizer"):
            lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
            if lookups is not None and lookups.has_table("lemma_index"):
                lists = lookups.get_table("lemma_index")
            if lookups is not None and lookups.has_table("lemma_exc"):
                irregular = lookups.get_table("lemma_exc")
        words = {kind: {*lists.get(kind, ()), *irregular.get(kind, ())} for kind in ("noun", "verb", "adj", "adv")}
        return cls(words["noun"], words["verb"], words["adj"] | words["adv"], nlp.Defaults.stop_words)

    def __contains__(self, word: str) -> bool:
        if self.common(word) or any(base in self._nouns for base in _bases(word)):
            return True
        return any(word.startswith(prefix) and len(word) > len(prefix) + 3 and word[len(prefix) :] in self for prefix in _PREFIXES)

    def function(self, word: str) -> bool:
        """Whether it is a small word: an article, a preposition, a pronoun."""
        return word in self._small

    def verb(self, word: str) -> bool:
        """Whether it can be a verb."""
        return any(base in self._verbs for base in _bases(word))

    def common(self, word: str) -> bool:
        """Whether it is a word of the language beyond doubt, and not only listed among its nouns, where names are, too."""
        return word in self._small or any(base in self._verbs or base in self._others for base in _bases(word))


def _bases(word: str) -> list[str]:
    """A word, and what it may be a form of."""
    found = [word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            base = word[: -len(ending)] + instead
            found.append(base)
            if len(base) > 3 and base[-1] == base[-2] and ending in ("ed", "ing", "er"):
                found.append(base[:-1])
    return found


_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ied", "y"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""),
            ("est", "e"), ("ly", ""), ("ily", "y"), ("men", "man"), ("ers", ""), ("ers", "e"), ("'s", ""), ("n't", ""))  # fmt: skip
