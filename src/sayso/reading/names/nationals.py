"""Words for a nation that name nobody and nowhere: "a Palestinian", "the Saudi trader"."""

from sayso.reading.names.knowledge import Knowledge
from sayso.reading.names.phrases import fold
from sayso.reading.parsed import Parsed

_BEFORE_A_NOUN = frozenset({"amod", "compound", "nmod", "npadvmod", "poss"})


def one_of_a_nation(known: Knowledge, doc: Parsed, at: int) -> bool:
    """Whether a word stands for somebody of whom only the nation is told: behind "a", and no adjective of what follows."""
    token = doc[at]
    if at == 0 or doc[at - 1].lower_ not in ("a", "an", "another") or not token.text[0].isupper() or fold(token.text) not in known.nationals:
        return False
    return token.head.i <= at or token.dep_ not in _BEFORE_A_NOUN


def of_a_nation(known: Knowledge, doc: Parsed, at: int) -> bool:
    """Whether the name of a country is the adjective of a common noun here: "Saudi jets"."""
    token = doc[at]
    before_noun = token.dep_ in ("amod", "compound", "nmod") and token.head.i == at + 1 and token.head.tag_ in ("NN", "NNS")
    return before_noun and token.text.istitle() and fold(token.text) in known.adjectives
