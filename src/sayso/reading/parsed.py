"""A parsed text laid out once: spaCy's tokens as plain objects, under spaCy's names.

A spaCy token is made anew by each look at it, and its words are decoded anew by each attribute. The rules of a reading look at each token
some forty times: laid out once, the looks cost a fifth.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from spacy.lang.en.stop_words import STOP_WORDS

from sayso.reading.mended import mended
from sayso.reading.rejoined import rejoined

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

_IOB = ("", "I", "O", "B")
_WORDS: list[int | str] = ["ORTH", "LOWER", "LEMMA", "TAG", "DEP", "ENT_TYPE", "POS"]
_NUMBERS: list[int | str] = ["ENT_IOB", "IDX", "SPACY", "SENT_START", "HEAD"]


class Token:
    """A token of a parsed text. Its attributes mean what spaCy's of the same names mean; there is one object for one token."""

    __slots__ = (
        "_before", "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx", "is_sent_start", "lemma_", "lower_", "pos_", "tag_",
        "text", "whitespace_",
    )  # fmt: skip

    def __init__(
        self, doc: Parsed, i: int, text: str, lower: str, lemma: str, tag: str, dep: str, ent_type: str, pos: str, iob: int, idx: int, space: int,
        start: int,
    ) -> None:  # fmt: skip
        self.doc, self.i, self.idx = doc, i, idx
        self.text, self.lower_, self.lemma_ = text, lower, lemma
        self.tag_, self.pos_, self.dep_ = tag, pos, dep
        self.ent_type_, self.ent_iob_ = ent_type, _IOB[iob]
        self.whitespace_ = " " if space else ""
        self.is_sent_start = start == 1
        self.head: Token = self
        self.children: list[Token] = []
        self._before = 0

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    @property
    def lefts(self) -> list[Token]:
        """The children before it, in order."""
        return self.children[: self._before]

    @property
    def rights(self) -> list[Token]:
        """The children after it, in order."""
        return self.children[self._before :]

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """All tokens coordinated with it, itself left out."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found, ahead = [first], [first]
        while ahead:
            joined = [child for child in ahead.pop(0).children if child.dep_ == "conj"]
            found += joined
            ahead += joined
        return tuple(other for other in found if other is not self)

    @property
    def ancestors(self) -> Iterator[Token]:
        """The tokens above it, from its head to the root."""
        below: Token = self
        while below.head is not below:
            below = below.head
            yield below

    @property
    def left_edge(self) -> Token:
        """The first token of its phrase, where the phrase is in one piece."""
        edge = self
        while edge.children and edge.children[0].i < edge.i:
            edge = edge.children[0]
        return edge

    @property
    def right_edge(self) -> Token:
        """The last token of its phrase, where the phrase is in one piece."""
        edge = self
        while edge.children and edge.children[-1].i > edge.i:
            edge = edge.children[-1]
        return edge

    @property
    def subtree(self) -> Iterator[Token]:
        """It and all tokens below it, in the order of the text."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def sent(self) -> Sentence:
        """Its sentence."""
        return self.doc.sentences[self.i]

    @property
    def is_stop(self) -> bool:
        """Whether spaCy's list of stop words has it."""
        return self.lower_ in STOP_WORDS

    @property
    def is_sent_end(self) -> bool:
        """Whether it is the last of its sentence."""
        return self.i + 1 == len(self.doc) or self.doc[self.i + 1].is_sent_start

    @property
    def is_punct(self) -> bool:
        """Whether it is punctuation."""
        return self._source.is_punct

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return self._source.is_quote

    @property
    def is_space(self) -> bool:
        """Whether it is nothing but blanks or line breaks."""
        return self.text.isspace()

    @property
    def is_alpha(self) -> bool:
        """Whether all its characters are letters."""
        return self.text.isalpha()

    @property
    def is_title(self) -> bool:
        """Whether it is written with a capital."""
        return self.text.istitle()

    @property
    def is_lower(self) -> bool:
        """Whether it is written small."""
        return self.text.islower()

    def nbor(self, step: int = 1) -> Token:
        """The token so many after it; an IndexError where the text has none there."""
        if not 0 <= self.i + step < len(self.doc):
            raise IndexError(f"token {self.i + step} is outside of a text with {len(self.doc)} tokens")
        return self.doc[self.i + step]

    def is_ancestor(self, other: Token) -> bool:
        """Whether another token is below this one."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False

    @property
    def _source(self) -> SpacyToken:
        return self.doc.source[self.i]


class Span:
    """The tokens [start, end) of a parsed text."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Parsed, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __getitem__(self, i: int) -> Token:
        if not -len(self) <= i < len(self):
            raise IndexError(f"token {i} is outside of a span of {len(self)} tokens")
        return self.doc[self.start + i if i >= 0 else self.end + i]

    @property
    def start_char(self) -> int:
        """The offset of its first character."""
        return self.doc[self.start].idx if self.end > self.start else 0

    @property
    def end_char(self) -> int:
        """The offset after its last character."""
        last = self.doc[self.end - 1] if self.end > self.start else None
        return last.idx + len(last.text) if last is not None else 0

    @property
    def text(self) -> str:
        """Its words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The token that is nearest to the root of its sentence, a mark that has nothing below it only where there is no other."""
        start, end = self.start, self.end
        tops = [token for token in self if token.head is token or not start <= token.head.i < end]
        return tops[0] if len(tops) == 1 else min(tops, key=_depth)


class Sentence(Span):
    """A sentence; there is one object for one sentence."""

    __slots__ = ("_lemmas", "number")

    def __init__(self, doc: Parsed, start: int, end: int, number: int) -> None:
        super().__init__(doc, start, end)
        self.number = number
        """Its place among the sentences of the text."""
        self._lemmas: frozenset[str] | None = None

    @property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of its words, written small; gathered once."""
        if self._lemmas is None:
            self._lemmas = frozenset([token.lemma_.lower() for token in self])
        return self._lemmas


def _depth(token: Token) -> int:
    """How far a token is from the root of its sentence; as far as can be for a bare mark or blank."""
    if token.head is not token and not token.children and (token.is_punct or token.is_space):
        return len(token.doc)
    return sum(1 for _ in token.ancestors)


class Parsed(list[Token]):
    """A parsed text: the list of its tokens, so that looking one up costs what a list's look-up costs. A slice is a plain list; see `span`."""

    __slots__ = ("_lemmas", "_starts", "_touched", "answers", "sentences", "source", "text")

    def __init__(self, source: Doc) -> None:
        self.source = rejoined(mended(source))
        """What spaCy made of it."""
        super().__init__(_tokens(self))
        self.text = "".join([word for token in self for word in (token.text, token.whitespace_)])
        """The text as the parser saw it."""
        self.answers: dict[tuple[str, int], Any] = {}
        """What has been asked of its tokens so far, kept by `once`."""
        self._touched: dict[tuple[int, int], Span] = {}
        self._lemmas: frozenset[str] | None = None
        self.sentences = _sentences(self)
        """For each token its sentence."""
        self._starts = [token.idx for token in self]

    def span(self, start: int, end: int) -> Span:
        """The tokens [start, end), as much of them as there is; the numbers mean what they mean in a slice."""
        start, end, _ = slice(start, end).indices(len(self))
        return Span(self, start, max(start, end))

    @property
    def ents(self) -> list[Span]:
        """The pipeline's named entities."""
        found: list[Span] = []
        for token in self:
            if token.ent_iob_ == "B" or (token.ent_iob_ == "I" and not (found and found[-1].end == token.i)):
                found.append(Span(self, token.i, token.i + 1, token.ent_type_))
            elif token.ent_iob_ == "I":
                found[-1].end = token.i + 1
        return found

    @property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of all its words, written small; gathered once."""
        if self._lemmas is None:
            self._lemmas = frozenset([token.lemma_.lower() for token in self])
        return self._lemmas

    @property
    def sents(self) -> list[Sentence]:
        """The sentences."""
        return list(dict.fromkeys(self.sentences))

    def touched(self, start: int, end: int) -> Span:
        """The tokens that the characters [start, end) touch; empty where they touch none."""
        found = self._touched.get((start, end))
        if found is None:
            found = self._touched[start, end] = self._first_touched(start, end)
        return found

    def _first_touched(self, start: int, end: int) -> Span:
        starts = self._starts
        start, end = max(start, 0), min(end, len(self.text))
        first, after = max(bisect(starts, start) - 1, 0), bisect(starts, end - 1)
        if first < after and starts[first] + len(self[first].text) <= start:
            first += 1  # the space between two tokens is neither's
        return Span(self, first, after) if first < after and start < end else Span(self, 0, 0)


def _sentences(doc: Parsed) -> list[Sentence]:
    starts = [0, *(token.i for token in doc if token.is_sent_start and token.i), len(doc)]
    found: list[Sentence] = []
    for number, (start, end) in enumerate(pairwise(starts)):
        found += [Sentence(doc, start, end, number)] * (end - start)
    return found


def _tokens(doc: Parsed) -> list[Token]:
    """All tokens, made in one go from the columns of spaCy's table."""
    strings = doc.source.vocab.strings
    codes = doc.source.to_array(_WORDS).T.tolist()
    words = {code: strings[code] for code in set().union(*codes)}
    columns = [[words[code] for code in column] for column in codes]
    *plain, heads = doc.source.to_array(_NUMBERS).astype("int64").T.tolist()
    tokens = [Token(doc, i, *row) for i, row in enumerate(zip(*columns, *plain, strict=True))]
    for token, step in zip(tokens, heads, strict=True):
        if step:
            token.head = head = tokens[token.i + step]
            head.children.append(token)
            head._before += step > 0
    return tokens
