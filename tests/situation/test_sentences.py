"""The sentence around a fact's words, as it is shown beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.situation.words import sentence_around, sentence_span

WHOLE = {
    "a title": "Two nurses were killed by the mortar, Dr. Amal Osei said",
    "an initial": "The convoy was robbed by men of J. Lund, drivers said",
    "letters of a name": "Soldiers of the U.S. army blew up the bridge",
    "an hour": "Rockets fell at 6 a.m. on the old port",
    "a rank": "Gen. Petra Moro ordered the shelling of the camp",
}


@pytest.mark.parametrize("sentence", WHOLE.values(), ids=WHOLE)
def test_a_short_form_ends_no_sentence(sentence: str) -> None:
    text = f"The road was shut. {sentence}. Shops stayed closed."
    at = text.index(sentence.split()[-1])
    assert sentence_around(text, (at, at + 3)) == sentence
    first = text.index(sentence)
    assert sentence_around(text, (first, first + 3)) == sentence


def test_an_hour_may_end_a_sentence() -> None:
    assert sentence_around("It began at 6 a.m. Rebels shelled the port.", (19, 25)) == "Rebels shelled the port"


@given(st.text(alphabet="aB. \n1", max_size=60), st.integers(0, 60), st.integers(0, 20))
def test_a_span_is_in_its_sentence(text: str, start: int, length: int) -> None:
    span = (min(start, len(text)), min(start + length, len(text)))
    first, last = sentence_span(text, span, most=10)
    assert 0 <= first <= span[0] <= span[1] <= last <= len(text)
