"""Countries in a row whose commas are lost, "Norway Cuba and Chile": the pipeline takes all but the last two for a part of the next one's name."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from sayso.lexicon import Lexicon
from sayso.lexicon.party_rows import CountryRow

_LONGEST = 4
"""No name of a country that stands in such a row has more words."""
_JOINING = ("and", "or")
_PARTS = frozenset({"compound", "nmod"})
_BEFORE_A_NAME = frozenset({"det", "amod", "poss", "compound", "nmod"})


def in_a_row(lexicon: Lexicon, nlp: Language) -> Callable[[Doc], Doc]:
    """A component that makes of such names a list."""
    names = {tuple(name.split()) for row in lexicon.rows(CountryRow) for name in (row.name, *row.aliases)}
    names = {name for name in names if len(name) <= _LONGEST}
    last_words = [nlp.vocab.strings.add(name[-1]) for name in sorted(names)]

    def mend(doc: Doc) -> Doc:
        ends = np.isin(doc.to_array(["ORTH"]), last_words)
        for i in np.flatnonzero(ends[:-1]).tolist():
            if doc[i + 1].lower_ in _JOINING:
                row = _row(doc, i, names)
                if len(row) > 1 and _read_as_one(row):
                    _list(row)
        return doc

    return mend


def _row(doc: Doc, last: int, names: set[tuple[str, ...]]) -> list[tuple[Token, Token]]:
    """The first and the last word of each of the names that stand side by side up to a word."""
    row: list[tuple[Token, Token]] = []
    while last >= 0:
        sizes = (n for n in range(_LONGEST, 0, -1) if last - n >= -1 and tuple(t.text for t in doc[last - n + 1 : last + 1]) in names)
        size = next(sizes, 0)
        if not size:
            break
        row.insert(0, (doc[last - size + 1], doc[last]))
        last -= size
    return row


def _read_as_one(row: list[tuple[Token, Token]]) -> bool:
    """Whether the last name is read as the one noun of them all, with something joined to it."""
    head = row[-1][1]
    joined = any(child.dep_ == "conj" and child.i > head.i for child in head.children)
    inside = {token.i for _, token in row}
    return joined and head.dep_ not in (*_PARTS, "ROOT") and all(last.dep_ in _PARTS and last.head.i in inside for _, last in row[:-1])


def _list(row: list[tuple[Token, Token]]) -> None:
    first, end = row[0][1], row[-1][1]
    start = row[0][0].i
    before = [child for child in end.children if child.i < start and child.dep_ in _BEFORE_A_NAME]
    first.head, first.dep_ = end.head, end.dep_
    for (_, earlier), (_, name) in pairwise(row):
        name.head, name.dep_ = earlier, "conj"
    for begin, last in row:
        for i in range(begin.i, last.i):
            last.doc[i].head, last.doc[i].dep_ = last, "compound"
    for child in before:
        child.head = first
