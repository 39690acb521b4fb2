"""The quicker components give spaCy's own annotations, token by token."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from sayso.reading import DEFAULT_MODEL
from sayso.reading.parse import Parser
from sayso.reading.quicker import quicken

ANNOTATIONS = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "SENT_START"]
ODD = [
    "", " ", "\n\n", "Ain't they gonna say y'all gotta let's go? C'mon, nuthin' doin'.",
    "There's one that, but for you, I'd have. It does. Who did? They 've; it is I; saw you and me.", "a\t \tb \n c",
]  # fmt: skip


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(DEFAULT_MODEL)


@pytest.fixture(scope="module")
def quick() -> Language:
    nlp = spacy.load(DEFAULT_MODEL)
    quicken(nlp)
    return nlp


def annotated(doc: Doc) -> list[list[int]]:
    rows: list[list[int]] = doc.to_array(ANNOTATIONS).tolist()
    return rows


def test_three_components_are_taken_over(quick: Language) -> None:
    assert {name for name in quick.pipe_names if name.startswith("quick_")} == {"quick_parser", "quick_attribute_ruler", "quick_ner"}
    assert {"parser", "attribute_ruler", "ner"} <= set(quick.disabled)


def test_reports_are_annotated_as_by_spacy(plain: Language, quick: Language, samples: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(samples.parent.rglob("*.txt"))] + ODD
    for theirs, ours in zip(plain.pipe(texts), quick.pipe(texts), strict=True):
        assert annotated(ours) == annotated(theirs)


WORDS = [*" \n,.'\"-()", *"the army said that it does not n't have but i you it let 's gon na VII U.N. Aleppo".split()]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_text_is_annotated_as_by_spacy(plain: Language, quick: Language, words: list[str]) -> None:
    text = " ".join(words)
    assert annotated(quick(text)) == annotated(plain(text))


def test_what_is_remembered_does_not_depend_on_what_was_read_before(samples: Path) -> None:
    text = (samples / "01-jazira-wire.txt").read_text(encoding="utf-8")
    fresh = Parser().nlp
    first = annotated(fresh(text))
    for odd in ODD:
        fresh(odd)
    assert annotated(fresh(text)) == first


def test_an_attribute_ruler_that_repeats_tokens_is_left_alone() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "very", "OP": "+"}, {"LOWER": "good"}]], {"LEMMA": "good"}, index=-1)  # type: ignore[attr-defined]
    quicken(nlp)
    assert nlp.pipe_names == ["attribute_ruler"]


def test_rules_of_several_tokens_and_of_the_last_one_are_kept() -> None:
    rules = [([[{"LOWER": "very"}, {"LOWER": "good"}]], {"LEMMA": "best"}, -1), ([[{"LOWER": "good"}]], {"POS": "ADJ", "LEMMA": "good"}, 0)]
    answers = []
    for make_quick in (False, True):
        nlp = spacy.blank("en")
        for pattern, attrs, index in rules:
            name = "attribute_ruler"
            ruler = nlp.get_pipe(name) if name in nlp.component_names else nlp.add_pipe(name)
            ruler.add(pattern, attrs, index=index)  # type: ignore[attr-defined]
        if make_quick:
            quicken(nlp)
        answers.append([(t.text, t.pos_, t.lemma_) for t in nlp("very good and good")])
    assert answers[0] == answers[1]
