"""What holds of the reading of any text, however hostile: words at every span, the same answer again, seconds that grow with the text."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import Known, from_text
from sayso.model import Reading, Report
from sayso.model.reading import spans_of
from sayso.reading.parse import LONGEST_SENTENCE, Parser
from sayso.reading.pipeline import Reader

SECONDS_FOR_10_KB = 10.0
"""Of the processor's time. A slow machine needs about 1.5 for the worst of these; a reader that grows with the square needs 40."""

FRAGMENTS = [
    "the army", "rebels", "Kassa", "the Odun Front", "a spokesman for", "Gen. Amal Tavi", "he", "they", "their", "who", "that", "which",
    "said", "denied", "told reporters", "according to", "accused", "of", "shelled", "killed", "wounded", "agreed to a truce with", "seized",
    "attack", "will", "within two weeks", "on Monday", "3 May 2024", "last week", "twelve", "1,200", "no", "not", "if", "and", ",", ";", ".",
    ":", "\u201c", "\u201d", '"', "'", "(", ")", "[", "]", "--", "\u2014", "\n", "\n\n", "\t", "\u2028", "<b>", "&amp;", "=HYPERLINK(1)",
    "'; DROP TABLE report; --", "../../etc/passwd", "http://a.b/?c=d", "@user", "\u202e", "\u200b", "\U0001f600", "e\u0301", "\0", "By", "KASSA",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=120).map(" ".join)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=400)

ROWS = {
    "cues": "he said that ", "nested quotations": 'He said "', "quotations": '"no" he said "yes" ', "deaths": "killed ten and wounded five ",
    "attacks": "attack on attack by attack in ", "agreements": "agreed to agree to ", "possessives": "'s the 's said 's ",
    "nested curly quotations": "He said \u201cshe said \u2018he said ", "closed quotations": "\u201cno\u201d \u2018yes\u2019 ",
    "brackets": "(a) [b] ", "open brackets": "(", "capitals": "ARMY SAID IT KILLED ", "lines": "a\n\n", "no spaces": "a",
}  # fmt: skip

Make = Callable[..., Report]


def check(reading: Reading) -> None:
    """Every span has words, and a Reading survives its own JSON."""
    for layer, fact in reading.facts():
        for name, start, end in spans_of(fact):
            assert reading.words((start, end)).strip(), f"{layer} {fact.id}: {name} has no words"
    assert Reading.model_validate_json(reading.to_json()) == reading


@settings(max_examples=60)
@given(TEXTS)
def test_spans_have_words_and_the_answer_is_the_same_again(reader: Reader, text: str) -> None:
    report = from_text(text, Known(published="2024-05-06"))
    first = reader.read(report)
    check(first)
    assert reader.read(report).to_json() == first.to_json()


@settings(max_examples=60)
@given(ANYTHING)
def test_any_characters_are_read(reader: Reader, text: str) -> None:
    check(reader.read(from_text(text)))


@settings(max_examples=15)
@given(st.lists(TEXTS, min_size=2, max_size=4))
def test_what_is_read_together_and_in_which_order_changes_nothing(reader: Reader, texts: list[str]) -> None:
    reports = [from_text(text, Known(published="2024-05-06")) for text in texts]
    alone = [reader.read(report).to_json() for report in reports]
    assert [r.to_json() for r in reader.read_many(reports)] == alone
    assert [r.to_json() for r in reader.read_many(reports[::-1])] == alone[::-1]


WHOLE = [
    "Along with a nurse, in a raid by some 40 men on two villages east of Kassa, the gunmen shot and killed 12 people, among them Gen. Amal Tavi.",
    "By a vote of 9 to 3, after two days of talks between both sides, the council of the Odun Front agreed with Kassa to free 30 of its prisoners.",
    "\u201cOf the 200 who fled, many were hurt,\u201d said Dr. Lena Orr, who accused the army of shelling a clinic before the truce of 3 May 2024.",
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_text_that_is_cut_anywhere_is_read(reader: Reader, sentence: str) -> None:
    words = sentence.split()
    pieces = [" ".join(words[i:]) for i in range(len(words))] + [" ".join(words[:i]) for i in range(1, len(words))]
    for reading in reader.read_many([from_text(piece, Known(published="2024-05-06")) for piece in pieces]):
        check(reading)


@pytest.mark.parametrize("published", ["0001-01-01", "0001-02-20", "9999-12-20", "9999-12-31"])
def test_a_mistyped_year_is_read_all_the_same(reader: Reader, published: str) -> None:
    told = "The army shelled Kassa on Monday, and last week, a month ago, the weekend before last and in previous years it had left Odun. "
    awaited = "The Odun Front has 72 hours, two weeks or a few days to leave, a spokesman said. It will go next weekend, or within 90000000000 hours."
    check(reader.read(from_text(told + awaited, Known(published=published))))


@pytest.mark.parametrize("kind", ROWS)
def test_seconds_grow_with_the_text(reader: Reader, kind: str) -> None:
    row = ROWS[kind]
    report = from_text((row * (10_000 // len(row) + 1))[:10_000])
    started = time.process_time()
    reader.read(report)
    assert time.process_time() - started < SECONDS_FOR_10_KB


@pytest.mark.parametrize("text", ["he said that " * 6_000, "(" * 10_000 + "no" + ")" * 10_000], ids=["6,000 cues", "10,000 brackets"])
def test_one_sentence_without_end_costs_no_more(reader: Reader, text: str) -> None:
    started = time.process_time()
    reader.read(from_text(text))
    assert time.process_time() - started < SECONDS_FOR_10_KB * max(1, len(text) / 10_000)


def test_no_sentence_is_without_end() -> None:
    doc = next(Parser().parse(["killed ten and wounded five " * 500]))
    assert max(len(sent) for sent in doc.sents) <= LONGEST_SENTENCE


def test_a_long_run_is_cut_at_a_full_stop_where_there_is_one() -> None:
    text = "one two three four " * 60 + "five . " + "six seven eight nine " * 80
    starts = [sent.text.split()[0] for sent in next(Parser().parse([text])).sents]
    assert "six" in starts
