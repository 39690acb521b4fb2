"""PLOVER contexts: what an event is about, by its sense and by the words told with it."""

import pytest

from sayso.model import Report
from sayso.reading.pipeline import Reader


@pytest.mark.parametrize(
    ("sentence", "context"),
    [
        ("Gunmen kidnapped two aid workers.", "human_security"),
        ("A suicide bomber killed twelve pilgrims at a Sunni mosque.", "religion_ethnicity"),
        ("The army shelled a hospital in Orla.", "health"),
        ("The envoy met the foreign minister in Vienna.", "diplomatic"),
        ("The rebels seized an oil field near the border.", "natural_resource"),
        ("Police arrested a journalist in the capital.", "rights_freedoms"),
        ("The court convicted a colonel of war crimes.", "legal"),
    ],
)
def test_words_told_with_an_event_give_its_contexts(reader: Reader, sentence: str, context: str) -> None:
    reading = reader.read(Report(id="0" * 64, published_basis="unknown", text=sentence))
    assert context in reading.events[0].contexts


def test_a_name_gives_no_context(reader: Reader) -> None:
    reading = reader.read(Report(id="0" * 64, published_basis="unknown", text="The Democratic Forces shelled a village on Monday."))
    assert "pro_democracy" not in reading.events[0].contexts


def test_another_clause_gives_none(reader: Reader) -> None:
    text = "Rebels shelled the village while lawmakers voted on the budget."
    assert "legislative" not in reader.read(Report(id="0" * 64, published_basis="unknown", text=text)).events[0].contexts
