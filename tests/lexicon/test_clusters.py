"""Words that keep like company: what is learnt of one of them holds of the others."""

from collections import Counter

import pytest

from sayso.lexicon.clusters import SHIPPED, word_clusters


@pytest.mark.parametrize(("one", "other"), [
    ("rice", "wheat"), ("mosque", "temple"), ("gunman", "gunmen"), ("rocket", "mortar"), ("truce", "ceasefire"), ("village", "hamlet"),
])  # fmt: skip
def test_words_of_one_kind_are_of_one_cluster(one: str, other: str) -> None:
    clusters = word_clusters()
    assert clusters[one] == clusters[other]


@pytest.mark.parametrize(("one", "other"), [("rice", "mortar"), ("mosque", "truce"), ("village", "gunman")])
def test_words_of_other_kinds_are_not(one: str, other: str) -> None:
    clusters = word_clusters()
    assert clusters[one] != clusters[other]


def test_each_word_is_in_one_cluster_which_is_called_by_one_of_its_own() -> None:
    lines = [line.split() for line in SHIPPED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert max(Counter(word for words in lines for word in words).values()) == 1
    assert {word_clusters()[words[0]] for words in lines} == {words[0] for words in lines}


def test_names_are_in_none() -> None:
    assert not {"aleppo", "putin", "kyiv", "mohammed"} & word_clusters().keys()
