"""The lemmas of verbs that the pipeline's own word list gets wrong."""

import pytest

from sayso.reading.pipeline import Reader


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("Rebels staged an attack on the base.", "staged", "stage"),
        ("The army has waged war on the valley.", "waged", "wage"),
        ("They hoped that the truce would hold.", "hoped", "hope"),
        ("The fighting raged for a week.", "raged", "rage"),
        ("Police cordoned off the street.", "cordoned", "cordon"),
        ("He hopped over the wall.", "hopped", "hop"),
        ("The troops attacked and burned the village.", "burned", "burn"),
    ],
)
def test_a_verbs_lemma_is_the_common_verbs(reader: Reader, sentence: str, word: str, lemma: str) -> None:
    (doc,) = reader.parser.parse([sentence])
    assert next(token.lemma_ for token in doc if token.text == word) == lemma
