"""Days are counted to the ends of the calendar and no further."""

from datetime import date

import pytest

from sayso.model.days import moved


@pytest.mark.parametrize(
    ("day", "days", "found"),
    [
        (date(2030, 2, 28), 1, date(2030, 3, 1)), (date(2030, 1, 1), -0.5, date(2029, 12, 31)), (date.min, -1, date.min), (date.max, 1, date.max),
        (date(2030, 1, 1), 1e12, date.max), (date(2030, 1, 1), -1e12, date.min),
    ],
)  # fmt: skip
def test_moved(day: date, days: float, found: date) -> None:
    assert moved(day, days) == found
