"""Initials that spell an everyday word: "IS fighters", "the WHO said". The pipeline reads them as that word, and the clause with it."""

from collections.abc import Callable

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from sayso.lexicon import Lexicon
from sayso.lexicon.party_rows import PartyRow

_MEANT = "hamas"
"""An organisation that every pipeline knows, whose name the features of such initials are given; the word itself stays."""
_AROUND = 3
"""How many words on either side say whether a stretch is written in capitals throughout."""


def initials(lexicon: Lexicon, nlp: Language) -> Callable[[Doc], Doc]:
    """A component that marks those initials that the lexicon has before anything is asked of them."""
    names = {name for row in lexicon.rows(PartyRow) for name in (row.name, *row.aliases) if name.isupper() and name.isalpha()}
    doubtful = [nlp.vocab.strings.add(name) for name in sorted(names) if nlp.vocab[name.lower()].is_stop]

    def mark(doc: Doc) -> Doc:
        for i in np.flatnonzero(np.isin(doc.to_array(["ORTH"]), doubtful)):
            if not _shouted(doc[int(i)]):
                doc[int(i)].norm_ = _MEANT
        return doc

    return mark


def _shouted(token: Token) -> bool:
    beside = token.doc[max(0, token.i - _AROUND) : token.i + _AROUND + 1]
    words = [word for word in beside if word.is_alpha and word.i != token.i]
    return bool(words) and all(word.is_upper for word in words)
