"""Words of talks: which token makes a move, and which names what talks are about."""

from spacy.tokens import Doc, Token

from sayso.lexicon import Lexicon
from sayso.lexicon.talks_rows import MoveRow, TermRow

_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
_NEAR = 4
"""How far the word that a term needs may stand from it where the parse does not connect them."""


class TalksWords:
    """The move and term tables, asked by token."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._moves: dict[tuple[str, str], list[tuple[str, MoveRow]]] = {}
        for row in lexicon.rows(MoveRow):
            word, _, particle = row.word.partition(" ")
            self._moves.setdefault((word, row.pos), []).append((particle, row))
        self._terms = {(row.word, row.pos): row for row in lexicon.rows(TermRow)}
        self._war = frozenset(row.word for row in lexicon.rows(TermRow) if row.cls == "war")
        self._words = frozenset(word for word, _ in self._moves) | frozenset(w for (w, _), row in self._terms.items() if row.cls == "pact")
        self._gate: dict[int, bool] = {}

    def candidates(self, doc: Doc) -> list[int]:
        """Tokens whose lemma makes a move or names a pact; each lemma is looked up once in the life of the reader."""
        gate, strings, found = self._gate, doc.vocab.strings, []
        for i, lemma in enumerate(doc.to_array("LEMMA").tolist()):
            known = gate.get(lemma)
            if known is None:
                known = gate[lemma] = strings[lemma].lower() in self._words
            if known:
                found.append(i)
        return found

    def about_war(self, doc: Doc) -> bool:
        """Whether the report speaks of war at all: talks between parties and shops are not our subject."""
        count = 0
        for token in doc:
            if token.lemma_.lower() in self._war:
                count += 1
                if count >= 2:
                    return True
        return False

    def moves(self, token: Token) -> list[MoveRow]:
        """What moves this token may make."""
        pos = _POS.get(token.pos_, "")
        rows = self._moves.get((token.lemma_.lower(), pos)) or self._moves.get((token.lower_, pos)) or []
        particles = {child.lower_ for child in token.children if child.dep_ in ("prt", "advmod", "prep")}
        return [row for particle, row in rows if not particle or particle in particles]

    def term(self, token: Token) -> TermRow | None:
        """What talks may be about, if this token names it and the words it needs stand by it."""
        row = self._terms.get((token.lemma_.lower(), _POS.get(token.pos_, "")))
        if row is None or row.cls == "war":
            return None
        if row.needs and not _has(token, frozenset(row.needs)):
            return None
        return row


def _has(token: Token, needs: frozenset[str]) -> bool:
    doc = token.doc
    near = doc[max(token.sent.start, token.i - _NEAR) : min(token.sent.end, token.i + _NEAR + 1)]
    if any(t.lower_ in needs or t.lemma_.lower() in needs for t in near if t.i != token.i):
        return True
    return any(t.lower_ in needs for child in token.children for t in child.subtree)
