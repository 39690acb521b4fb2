"""The time of a clause is found by the parse."""

from collections.abc import Callable

import pytest

from sayso.model import Report
from sayso.reading.page import Page
from sayso.reading.pipeline import Reader
from sayso.reading.when import When, attach

Of = Callable[[str, str], tuple[str | None, str | None] | None]


@pytest.fixture
def of(reader: Reader) -> Of:
    """The days of the clause that the given word heads, in a text published on 2024-03-13."""
    when = When(reader.lexicon)

    def read(text: str, word: str) -> tuple[str | None, str | None] | None:
        (doc,) = reader.parser.parse([text])
        page = Page(Report(id="0" * 64, published="2024-03-13", text=text), doc, reader.lexicon)
        when(page)
        found = attach.of(page, next(token for token in doc if token.text == word))
        return (found.earliest, found.latest) if found else None

    return read


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        ("Gunmen killed two guards on Monday.", "killed", ("2024-03-11", "2024-03-11")),
        ("Shelling has gone on around the mill since Saturday.", "gone", ("2024-03-09", "2024-03-13")),
        ("On Monday, gunmen killed two guards.", "killed", ("2024-03-11", "2024-03-11")),
        ("The strike on the mill on Monday killed two guards.", "strike", ("2024-03-11", "2024-03-11")),
        ("Monday's strike killed two guards.", "strike", ("2024-03-11", "2024-03-11")),
        ("The army carried out a raid on the camp last week.", "raid", ("2024-03-04", "2024-03-10")),
        ("The town has been besieged since 2016.", "besieged", ("2016-01-01", "2024-03-13")),
        ("The rebels must leave by Friday.", "leave", (None, "2024-03-15")),
        ("The rebels must leave before the end of March.", "leave", (None, "2024-03-31")),
        ("The rebels must leave before Friday.", "leave", (None, "2024-03-14")),
        ("The town fell before 2016.", "fell", (None, "2015-12-31")),
        ("The siege began after May 2019.", "began", ("2019-06-01", None)),
        ("Nobody has come back since Monday's raid.", "raid", ("2024-03-11", "2024-03-11")),
        ("The army said on Tuesday that it had captured the ridge.", "captured", ("2024-03-12", "2024-03-12")),
    ],
)
def test_a_clause_has_its_own_time(of: Of, text: str, word: str, days: tuple[str | None, str | None]) -> None:
    assert of(text, word) == days


def test_a_clause_without_a_time_has_none(of: Of) -> None:
    assert of("Gunmen killed two guards. On Monday the army denied it.", "killed") is None


def test_a_time_inside_another_clause_is_not_taken(of: Of) -> None:
    assert of("The man who fled in 2019 was arrested.", "arrested") is None


def test_a_duration_is_no_time_of_an_event(of: Of) -> None:
    assert of("Gunmen held the bridge for three days.", "held") is None
