"""The parser's shadow of the text: the same length, so that every offset is the report's own."""

import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from sayso.model import Report
from sayso.reading.parse import PIECE, TOGETHER, Parser, readable, shadow
from sayso.reading.pipeline import Reader


@given(st.text())
def test_the_shadow_has_the_texts_length(text: str) -> None:
    assert len(shadow(text)) == len(text)


def test_letters_and_digits_stay_what_they_are() -> None:
    text = "The army’s\u00a0spokesman said “no” at 5 p.m."
    assert [c for c in shadow(text) if c.isalnum()] == [c for c in text if c.isalnum()]


@settings(max_examples=25, deadline=None)
@given(text=st.text(alphabet=st.sampled_from("ab .\n“”\"'’,\t\u00a0é😀"), max_size=120))
def test_tokens_stand_where_the_text_has_them(reader: Reader, text: str) -> None:
    (doc,) = reader.parser.parse([text])
    assert doc.text == shadow(text)
    for token in doc:
        assert shadow(text)[token.idx : token.idx + len(token)] == token.text


def test_a_line_break_ends_a_sentence_but_a_wrapped_line_does_not(reader: Reader) -> None:
    (doc,) = reader.parser.parse(["Army takes town\n\nThe army took the town of\nQasr on Monday, and then it\nleft again."])
    sentences = [sentence.text.strip() for sentence in doc.sents]
    assert sentences[0] == "Army takes town"
    assert any(sentence.endswith("left again.") and sentence.startswith(("The", "Qasr")) for sentence in sentences)


def test_lines_that_were_wrapped_by_their_width_are_joined_also_before_a_name(reader: Reader) -> None:
    text = (
        "The army said on Monday that it had taken the hill, and that its troops\n"
        "    had met nobody there. A spokesman, who did not give his name, told the\n"
        "    reporters that the road to the town was open, and the mayor of fair\n"
        "    Qasr, who fled in May, was back with his wife and with two of the\n"
        "    children.\n\nMore on the war: page two\nWeather"
    )
    (doc,) = reader.parser.parse([text])
    sentences = [" ".join(sentence.text.split()) for sentence in doc.sents]
    assert "The army said on Monday that it had taken the hill, and that its troops had met nobody there." in sentences
    assert sentences[1].endswith("and the mayor of fair Qasr, who fled in May, was back with his wife and with two of the children.")
    assert "Weather" in sentences


def test_a_long_text_is_not_cut_behind_a_title(reader: Reader) -> None:
    filling = "The army left the town on Monday. " * (PIECE // 34 - 1)
    text = filling + "It was Gen. Karim Sinjar who said that in the U.S. Senate, and he stayed on. " + "x" * 90
    (doc,) = reader.parser.parse([text])
    assert "Gen. Karim Sinjar who said that in the U.S. Senate" in doc.text
    starts = {token.text for token in doc if token.is_sent_start}
    assert not starts & {"Karim", "Senate"}


def test_a_long_text_is_parsed_in_pieces_with_its_own_offsets(reader: Reader) -> None:
    text = "The Northern Front attacked the Coast Brigade near Qasr on Monday.\n\n" * 700
    (doc,) = reader.parser.parse([text])
    assert doc.text == text
    assert doc[-2].idx == len(text) - 3


@pytest.mark.parametrize(("lengths", "most"), [([300] * 70, 32), ([19_000, 90, 100_000, 20_000], 32), ([50_000] * 6, 2), ([], 32)])
def test_what_is_parsed_together_is_bounded_in_characters_and_texts(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, lengths: list[int], most: int
) -> None:
    together: list[list[str]] = []

    def pipe(batch: list[tuple[str, int]], **_: object) -> Iterator[tuple[Doc, int]]:
        together.append([piece for piece, _ in batch])
        return ((Doc(reader.parser.nlp.vocab, words=[piece], spaces=[False]), pieces) for piece, pieces in batch)

    monkeypatch.setattr(reader.parser.nlp, "pipe", pipe)
    texts = [("said " * length)[:length] for length in lengths]
    docs = list(reader.parser.parse(texts, most))
    assert [len(doc.text) for doc in docs] == lengths
    assert all(len(batch) <= most and sum(map(len, batch)) <= TOGETHER for batch in together)


@pytest.mark.parametrize("text", ["(" * 20_000 + "said" + ")" * 20_000, '"' * 10_000 + " he said " + "“" * 5_000, "a" * 200_000, "-=" * 30_000])
def test_rows_of_marks_cost_no_time(reader: Reader, text: str) -> None:
    started = time.perf_counter()
    (doc,) = reader.parser.parse([text])
    assert time.perf_counter() - started < 10
    assert len(doc.text) == len(text)


def test_an_unknown_pipeline_is_a_sentence() -> None:
    with pytest.raises(LookupError, match="no_such"):
        Parser("no_such")




def test_an_edge_of_the_anatomy_inside_a_line_ends_a_sentence(reader: Reader, a_report: Callable[..., Report]) -> None:
    report = a_report("QASR (Example Wire) – The Northern Front left the town of Qasr on Monday, its spokesman said.", outlet="Example Wire")
    text = readable(report)
    assert len(text) == len(report.text)
    (doc,) = reader.parser.parse([text])
    assert [sentence.text.strip() for sentence in doc.sents][-1].startswith("The Northern Front left")


def test_what_is_demanded_in_the_subjunctive_is_a_verb(reader):
    (doc,) = reader.parser.parse(["The rebels demanded on Monday that the army release forty prisoners."])

    assert [(token.text, token.pos_) for token in doc if token.dep_ == "ccomp"] == [("release", "VERB")]


def test_hyphened_words_of_the_tables_are_one_token(reader: Reader) -> None:
    (doc,) = reader.parser.parse(["Both cease-fires failed; the go-between called it a non-starter, a six-month wait."])
    assert [t.lemma_ for t in doc if "-" in t.text] == ["cease-fire", "go-between", "non-starter", "-"]


def test_a_bullet_before_a_word_is_a_blank_to_the_parser() -> None:
    assert shadow("\u2022If they had stayed") == " If they had stayed"
