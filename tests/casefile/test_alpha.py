"""Krippendorff's alpha, against the examples that he published ("Computing Krippendorff's Alpha-Reliability", 2011)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.casefile.alpha import alpha, masi, nominal

BINARY = ("0100000010", "1110010000")  # his example B: two observers, ten documents
MISSING = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")  # his example C: four observers, twelve units


def units(observers):
    """The values of each unit, those that are missing left out."""
    return [[value for value in unit if value != "."] for unit in zip(*observers, strict=True)]


def test_two_observers_and_two_values():
    assert alpha(units(BINARY)) == pytest.approx(0.095, abs=0.0005)


def test_many_observers_and_missing_values():
    assert alpha(units(MISSING)) == pytest.approx(0.743, abs=0.0005)


def test_distances_that_are_not_nominal():
    interval = alpha([[int(value) for value in unit] for unit in units(MISSING)], lambda a, b: float((a - b) ** 2))
    assert interval == pytest.approx(0.849, abs=0.0005)


def test_nothing_can_be_told_of_one_value_or_of_one_coder():
    assert alpha([["x", "x"], ["x", "x"]]) is None
    assert alpha([["x"], ["y"]]) is None
    assert alpha([]) is None


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=2, max_size=4), min_size=1))
def test_it_is_never_above_one_and_is_one_only_without_any_difference(given_units):
    found = alpha(given_units)
    if found is not None:
        assert found <= 1
        assert (found == 1) == all(len(set(unit)) == 1 for unit in given_units)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("ab", "ab", 0), ("", "", 0), ("ab", "a", 1 - 2 / 3 * 1 / 2), ("ab", "bc", 1 - 1 / 3 * 1 / 3), ("a", "b", 1), ("", "a", 1)],
)
def test_masi(one, other, expected):
    assert masi(frozenset(one), frozenset(other)) == pytest.approx(expected)
    assert masi(frozenset(other), frozenset(one)) == pytest.approx(expected)
    assert nominal(one, other) == (one != other)
