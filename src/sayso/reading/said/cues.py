"""Cues of speech in a text: verbs, nouns and prepositions of the table, in any inflected form."""

from dataclasses import dataclass

from sayso.lexicon import Lexicon
from sayso.lexicon.cue_rows import CueRow
from sayso.reading.parsed import Parsed, Token
from sayso.reading.said.marks import WEEKDAYS

_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_GAP = 2
"""So many words may stand between a verb and its particle ("called again for")."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found: its head token, the particle that belongs to it, and the row that knows it."""

    token: Token
    row: CueRow
    last: int
    """Index of the last token that belongs to the cue."""

    @property
    def i(self) -> int:
        """Index of the head token."""
        return self.token.i

    def takes(self, frame: str) -> bool:
        """Whether the cue takes this kind of complement."""
        return frame in self.row.frames


class Cues:
    """The cue table, ready to search."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._by_form: dict[str, list[tuple[tuple[str, ...], CueRow]]] = {}
        for row in lexicon.rows(CueRow):
            rest = tuple(row.cue.lower().split()[1:])
            for form in sorted(row.first_words()):
                self._by_form.setdefault(form, []).append((rest, row))
        for entries in self._by_form.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, doc: Parsed, lower: list[str]) -> list[Cue]:
        """All cues, in the order of the text; of several that fit at one word, the longest."""
        found = []
        known = self._by_form
        for i, word in enumerate(lower):
            if word in known:
                cue = self._at(doc[i], lower, known[word])
                if cue is not None:
                    found.append(cue)
        return found

    def _at(self, token: Token, lower: list[str], entries: list[tuple[tuple[str, ...], CueRow]]) -> Cue | None:
        pos = token.pos_
        for rest, row in entries:
            if row.pos == "verb" and pos not in _VERBAL and not (pos in _NOMINAL and _acts_as_verb(token)):
                continue
            if row.pos == "noun" and pos not in _NOMINAL:
                continue
            last = _rest_at(lower, token.i, rest, row.pos)
            if last is not None and rest[-1:] == ("on",) and lower[last + 1 : last + 2] and lower[last + 1] in WEEKDAYS:
                continue  # "insisted on Thursday"
            if last is not None and not (pos == "VERB" and lower[last + 1 : last + 2] == ["otherwise"]):  # "those who said otherwise"
                return Cue(token, row, last)
        return None


def _acts_as_verb(token: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "ccomp") for child in token.children)


def _rest_at(lower: list[str], i: int, rest: tuple[str, ...], pos: str) -> int | None:
    """Where the last word of a cue of several words stands, if they are all there."""
    at = i
    for word in rest:
        gap = _GAP if pos == "verb" else 0
        window = lower[at + 1 : at + 2 + gap]
        if word not in window:
            return None
        step = window.index(word)
        if any(not w.isalpha() for w in window[:step]):
            return None
        at += 1 + step
    return at
