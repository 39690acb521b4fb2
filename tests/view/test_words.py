"""Facts in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Interval
from sayso.view import amount, amount_told, days, harmless, nameless, relation


@pytest.mark.parametrize(
    ("low", "high", "rough", "words"),
    [
        (17, 17, False, "17"),
        (17, None, False, "at least 17"),
        (None, 5000, True, "up to 5,000"),
        (20, 30, False, "20 to 30"),
        (300, 300, True, "about 300"),
        (None, None, True, "an unstated number"),
    ],
)
def test_figures_are_intervals(low: float | None, high: float | None, rough: bool, words: str) -> None:
    assert amount(low, high, rough) == words


@pytest.mark.parametrize(
    ("holder", "one"),
    [
        ("rebels", False), ("Highland Defence Forces", False), ("Houthis", False), ("government troops", False), ("army and its allies", False),
        ("fighters of the Front", False), ("local police", False), ("Hill Coast Brigades", False),
        ("army", True), ("Hamas", True), ("United States", True), ("Democratic Union of Forces", True), ("government", True), ("?", True),
        ("Bashar", True), ("Paris", True), ("", True), ("Islamic State", True), ("congress", True),
    ],
)  # fmt: skip
def test_the_verb_goes_with_one_or_with_several(holder: str, one: bool) -> None:
    assert relation("holds", "part", holder) == ("holds part of" if one else "hold part of")
    assert relation("took", "whole", holder) == "took"


def test_days() -> None:
    assert days(None) == ""
    assert days(Interval(earliest="2024-03-11", latest="2024-03-11")) == "2024-03-11"
    assert days(Interval(earliest="2024-03-01", latest="2024-03-31")) == "2024-03-01 to 2024-03-31"
    assert days(Interval(earliest="2024-03-01", latest=None)) == "2024-03-01 to …"


@given(st.text())
def test_harmless_text_has_no_control_or_direction_characters_and_one_line(text: str) -> None:
    shown = harmless(text)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\n" not in shown


def test_a_report_whose_outlet_nobody_knows_is_not_called_by_its_number() -> None:
    assert nameless("report:632a2900946b") == "a report without an outlet"
    assert nameless("party:somebody") == "party:somebody"


@pytest.mark.parametrize(
    ("low", "high", "words"), [(900, 900, "900"), (900 * 0.9, 900 * 1.1, "about 900"), (20, 30, "20 to 30"), (7, None, "at least 7")]
)
def test_of_about_so_many_no_bounds_are_shown(low: float, high: float | None, words: str) -> None:
    assert amount_told(low, high) == words
