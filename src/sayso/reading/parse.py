"""The language pipeline: spaCy over a same-length shadow of the text, so that every offset is the report's own."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from sayso.lexicon import Lexicon
from sayso.model import Report
from sayso.reading import DEFAULT_MODEL
from sayso.reading.in_a_row import in_a_row
from sayso.reading.initials import initials
from sayso.reading.lemmas import correct
from sayso.reading.truecase import Truecaser, abbreviation, lost, lowered
from sayso.reading.vocabulary import Vocabulary

PINNED_FINGERPRINT = "7f2517e35b6285a50f82d92b2aea2844d7195fc4e63250951709582d87af6924"
"""The sha256 over the default pipeline's files, as in version 3.8.0 of its wheel."""
PIECE = 20_000
"""A text longer than this many characters is parsed in pieces, cut between paragraphs where there are any."""
TOGETHER = 100_000
"""At most so many characters are parsed together, for all their tokens' vectors are in memory at once: about 2 KB a character."""
LONGEST_SENTENCE = 400
"""A sentence of more tokens than this is cut, at a full stop in its second half where there is one. The longest of twenty thousand
sentences of news had 148."""

_TRIES = 50
_FULL_STOPS = frozenset(".?!")
_BLANKS = "\t\v\f\r\x85\xa0\u2022\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_SPACES = str.maketrans(dict.fromkeys(_BLANKS, " "))
_MARKS = str.maketrans({"\u2019": "'", "\u2018": "'", "\u00b4": "'", "`": "'"})
_ENDLESS = re.compile(r"([^\w\s])\1{19,}|[^\w\s]{60,}|\S{1000,}")
"""Rows of the same mark, and "words" of a thousand characters: decoration or damage, on which a tokenizer spends quadratic time."""
_AS_A_VERB = re.compile(r"(?<=State )\(IS\)")
"""A name's letters that the parser takes for a verb: "the Islamic State (IS) seized"."""
_WHOLE = {
    "cease-fire": "ceasefire", "cease-fires": "ceasefires", "go-between": "mediator", "go-betweens": "mediators", "non-starter": "nonstarter",
    "pull-out": "pullout", "pull-back": "pullback", "de-escalation": "deescalation", "counter-offer": "offer",
    "counter-proposal": "proposal",
}  # fmt: skip
"""Words that the tokenizer would take apart at their hyphen, each with the one that the pipeline is to take it for."""
_WRAPPED_LINE = re.compile(r"(?<=[a-z,;\u2019'])( *)\n(?= *[a-z])")
_BROKEN_LINE = re.compile(r"(?m)^ *(\S.*[^\s.?!:\"])( *)\n(?= *([A-Z0-9]\S*))")
"""A line without a full stop before one that begins like a sentence, or with a name."""
_WRAPPED = 3
"""So many lines broken before a small letter show that a text was wrapped by its width."""


def readable(report: Report) -> str:
    """The report's text with line breaks where its anatomy has an edge inside a line: after a dateline, between a headline and a lead
    that run together. The length is unchanged."""
    text = list(report.text)
    for part in report.parts:
        start, end = part.span
        if start and text[start - 1].isspace():
            text[start - 1] = "\n"
        if part.kind == "dateline" and report.dateline is not None:
            for i in range(max(start, report.dateline.span[1]), end):
                text[i] = "\n"
        if end < len(text) and text[end].isspace():
            text[end] = "\n"
    return "".join(text)


def shadow(text: str, truecaser: Truecaser | None = None) -> str:
    """The text as the parser sees it: odd blanks and apostrophes made plain, hard-wrapped lines joined, endless rows of marks
    and letters that mislead it blanked, and, with a truecaser, lost capitals given back; the length is unchanged."""
    plain = text.translate(_SPACES).translate(_MARKS).replace("\0", " ")
    for pattern in (_ENDLESS, _AS_A_VERB):
        plain = pattern.sub(lambda match: " " * len(match.group()), plain)
    if truecaser is None:
        return _unwrapped(plain)
    if lost(plain):
        return truecaser(_unwrapped(lowered(plain)))
    return truecaser.headlines(_unwrapped(plain))


def _unwrapped(text: str) -> str:
    """The text with its wrapped lines joined: those that break before a small letter; and where several do, also those that break before a name
    which had no place left on its line."""
    joined, breaks = _WRAPPED_LINE.subn(r"\1 ", text)
    if breaks < _WRAPPED:
        return joined
    width = max(len(line.strip()) for line in text.split("\n"))
    starts = {m.end() - 1 for m in _BROKEN_LINE.finditer(text) if len(m.group(1)) + 1 + len(m.group(3)) > width}
    return "".join(" " if i in starts else c for i, c in enumerate(joined))


@Language.component("sayso_breaks")
def sentence_breaks(doc: Doc) -> Doc:
    """A line break that was not joined ends a sentence: headlines have no full stop. The parser keeps to sentence starts set here.

    So does a run of words that no sentence has, on which a tree would be walked for minutes.
    """
    after_break = False
    run = 0
    for token in doc:
        if token.is_space:
            after_break = after_break or "\n" in token.text
            continue
        run += 1
        if after_break or run > LONGEST_SENTENCE:
            token.is_sent_start = True
            run = 1
        elif run > LONGEST_SENTENCE // 2 and token.text in _FULL_STOPS:
            run = LONGEST_SENTENCE
        after_break = False
    return doc


@Language.component("sayso_subjunctives")
def subjunctives(doc: Doc) -> Doc:
    """The verb of "demanded that the army release the men" looks like a noun to the tagger; its clause shows what it is."""
    clauses = np.flatnonzero(doc.to_array(["DEP"]) == doc.vocab.strings["ccomp"])
    for i in clauses:
        token = doc[int(i)]
        if token.tag_ == "NN" and {"nsubj", "mark"} <= {child.dep_ for child in token.lefts}:
            token.tag_, token.pos_ = "VB", "VERB"
    return doc


class Parser:
    """A spaCy pipeline by name, with sentence breaks at line breaks. Only what the reading needs is run.

    With a lexicon, texts that have lost their capitals are parsed with those that it and the pipeline's word lists give back.
    """

    def __init__(self, model: str = DEFAULT_MODEL, lexicon: Lexicon | None = None) -> None:
        try:
            self.nlp = spacy.load(model)
        except OSError:
            raise LookupError(
                f"no spaCy pipeline called {model!r} is installed; "
                f"install one (`pip install {DEFAULT_MODEL}==3.8.0`) or name another with --model"
            ) from None
        try:
            from sayso.reading.quicker import quicken
        except ImportError:
            pass  # another spaCy has other inner names; its own pipes give the same annotations, in more time
        else:
            quicken(self.nlp)
        correct(self.nlp)
        _keep_whole(self.nlp)
        self.nlp.add_pipe("sayso_breaks", first=True)
        self.nlp.add_pipe("sayso_subjunctives", last=True)
        if lexicon is not None:
            Language.component("sayso_initials", func=initials(lexicon, self.nlp))
            self.nlp.add_pipe("sayso_initials", first=True)
            Language.component("sayso_in_a_row", func=in_a_row(lexicon, self.nlp))
            self.nlp.add_pipe("sayso_in_a_row", last=True)
        self.nlp.max_length = 10_000_000
        self.package = model
        self._truecaser = Truecaser(lexicon, Vocabulary.of(self.nlp)) if lexicon is not None else None

    @cached_property
    def version(self) -> str:
        """The pipeline's name and version, as in `reader.model`."""
        return f"{self.package}-{self.nlp.meta['version']}"

    @cached_property
    def fingerprint(self) -> str:
        """The sha256 over the pipeline's files (names and bytes, sorted), to tell one upload from another."""
        digest = hashlib.sha256()
        root = Path(self.nlp.path) if self.nlp.path else None
        for path in sorted(p for p in root.rglob("*") if p.is_file()) if root else ():
            digest.update(path.relative_to(root or "").as_posix().encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()

    def parse(self, texts: Iterable[str], batch_size: int = 32) -> Iterator[Doc]:
        """One Doc for each text, in order; `doc[i].idx` is an offset into the text as it was given.

        At most `batch_size` texts, or pieces of long ones, are parsed together, and no more than TOGETHER characters.
        """
        counted = ((piece, n) for text in texts for piece, n in _pieces(shadow(text, self._truecaser)))
        waiting: list[Doc] = []
        for batch in _batches(counted, batch_size):
            for doc, pieces in self.nlp.pipe(batch, as_tuples=True, batch_size=batch_size):
                waiting.append(doc)
                if len(waiting) == pieces:
                    yield waiting[0] if pieces == 1 else Doc.from_docs(waiting, ensure_whitespace=False)
                    waiting = []


def _keep_whole(nlp: Language) -> None:
    """Have the tokenizer keep the hyphened words that the tables know as one."""
    add = getattr(nlp.tokenizer, "add_special_case", None)
    if add is None:
        return
    for word, like in _WHOLE.items():
        for written in (word, word.capitalize(), word.upper()):
            add(written, [{"ORTH": written, "NORM": like}])


def _batches(pieces: Iterable[tuple[str, int]], most: int) -> Iterator[list[tuple[str, int]]]:
    batch: list[tuple[str, int]] = []
    characters = 0
    for piece in pieces:
        if batch and (len(batch) >= most or characters + len(piece[0]) > TOGETHER):
            yield batch
            batch, characters = [], 0
        batch.append(piece)
        characters += len(piece[0])
    if batch:
        yield batch


def _full_stop(text: str, start: int, end: int) -> int:
    """The last full stop in [start, end) that ends a sentence, not one of "Gen." or of an initial; -1 where there is none."""
    for _ in range(_TRIES):
        end = text.rfind(". ", start, end)
        if end < 0:
            return -1
        before = text[max(start, end - 8) : end].split()
        word = before[-1].lower() if before else ""
        if word and not abbreviation(word) and not (len(word) < 4 and "." in word):
            return end
    return -1


def _pieces(text: str) -> list[tuple[str, int]]:
    cuts = [0]
    while len(text) - cuts[-1] > PIECE:
        start, end = cuts[-1], cuts[-1] + PIECE
        cut = max(text.rfind("\n", start + 1, end), _full_stop(text, start + 1, end) + 1, start)
        if cut <= start:
            cut = text.rfind(" ", start + 1, end)
        cuts.append(cut if cut > start else end)
    cuts.append(len(text))
    pieces = [text[a:b] for a, b in pairwise(cuts)]
    return [(piece, len(pieces)) for piece in pieces]
