"""The parse laid out as plain objects: what it says of each token is what spaCy says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.parsed import Parsed, Span
from sayso.reading.pipeline import Reader

TEXT = (
    "TALOQAN (Reuters) - Gunmen shot two officers, who had left the base near Kunduz, and fled.\n\n"
    '"We won\'t stop," a rebel-held town\'s leader said on 3 May; the U.S.-led mission called it "a trap".'
)
WORDS = ("text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "ent_iob_", "whitespace_")
FLAGS = ("is_stop", "is_punct", "is_quote", "is_space", "is_alpha", "is_title", "is_lower", "is_sent_end")
TIES = ("head", "left_edge", "right_edge")
ROWS = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")


def test_each_token_says_what_spacys_says(reader: Reader) -> None:
    (doc,) = reader.parser.parse([TEXT])
    parsed = Parsed(doc)
    assert len(parsed) == len(doc)
    for ours, theirs in zip(parsed, doc, strict=True):
        assert (ours.i, ours.idx, len(ours)) == (theirs.i, theirs.idx, len(theirs))
        assert [getattr(ours, name) for name in WORDS] == [getattr(theirs, name) for name in WORDS]
        assert [getattr(ours, name) for name in FLAGS] == [getattr(theirs, name) for name in FLAGS]
        assert [getattr(ours, name).i for name in TIES] == [getattr(theirs, name).i for name in TIES]
        assert [[t.i for t in getattr(ours, name)] for name in ROWS] == [[t.i for t in getattr(theirs, name)] for name in ROWS]
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)
        assert [ours.is_ancestor(parsed[i]) for i in range(len(doc))] == [theirs.is_ancestor(doc[i]) for i in range(len(doc))]
        assert ours.head is parsed[theirs.head.i]
    assert [(s.start, s.end) for s in parsed.sents] == [(s.start, s.end) for s in doc.sents]
    assert [(e.start, e.end, e.label_) for e in parsed.ents] == [(e.start, e.end, e.label_) for e in doc.ents]


@settings(deadline=None)
@given(st.integers(0, len(TEXT) - 1), st.integers(1, 60))
def test_the_tokens_that_characters_touch_are_spacys(reader: Reader, start: int, length: int) -> None:
    (doc,) = reader.parser.parse([TEXT])
    end = min(start + length, len(TEXT))
    ours, theirs = Parsed(doc).touched(start, end), doc.char_span(start, end, alignment_mode="expand")
    assert list(range(ours.start, ours.end)) == (list(range(theirs.start, theirs.end)) if theirs is not None else [])


@pytest.mark.parametrize(("start", "end"), [(3, 3), (len(TEXT), len(TEXT) + 5), (len(TEXT) + 1, len(TEXT) + 5)])
def test_no_characters_touch_no_tokens(reader: Reader, start: int, end: int) -> None:
    (doc,) = reader.parser.parse([TEXT])
    assert len(Parsed(doc).touched(start, end)) == 0


def test_a_span_says_what_spacys_says(reader: Reader) -> None:
    (doc,) = reader.parser.parse([TEXT])
    parsed = Parsed(doc)
    for start in range(0, len(doc), 3):
        for end in range(start + 1, min(start + 9, len(doc)) + 1):
            ours, theirs = parsed.span(start, end), doc[start:end]
            assert isinstance(ours, Span)
            assert (ours.text, ours.start_char, ours.end_char) == (theirs.text, theirs.start_char, theirs.end_char)
            assert ours.root.i == theirs.root.i
            assert [t.i for t in ours] == [t.i for t in theirs]
            assert ours[-1].i == theirs[-1].i
