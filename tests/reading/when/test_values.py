"""TIMEX3 values and the days they cover."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.when.values import days, duration, easter, granularity, shift, value_of


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("2024-02-29TNI", date(2024, 2, 29), date(2024, 2, 29)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2020-W53-WE", date(2021, 1, 2), date(2021, 1, 3)),
        ("2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2023-H1", date(2023, 1, 1), date(2023, 6, 30)),
        ("2023-WI", date(2023, 12, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("198", date(1980, 1, 1), date(1989, 12, 31)),
        ("18", date(1800, 1, 1), date(1899, 12, 31)),
    ],
)
def test_a_calendar_value_covers_its_days(value: str, first: date, last: date) -> None:
    assert days(value) == (first, last)


@pytest.mark.parametrize("value", ["P1M", "PAST_REF", "XXXX-12", "XXXX-XX-XX", "BC0216", "2023-02-30", "2023-13", "2021-W53", "0000", ""])
def test_what_is_no_point_of_the_calendar_covers_no_days(value: str) -> None:
    assert days(value) is None


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)), st.sampled_from("DWMQHYEC"))
def test_the_unit_around_a_day_covers_it(day: date, unit: str) -> None:
    covered = days(value_of(unit, day))
    assert covered is not None
    assert covered[0] <= day <= covered[1]
    assert granularity(value_of(unit, day)) == unit


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.sampled_from("DWMQY"), st.integers(0, 500))
def test_shifting_keeps_the_order(day: date, unit: str, count: int) -> None:
    later = shift(day, unit, count)
    assert later is not None
    assert later >= day
    assert later - day <= timedelta(367 * (count + 1))


def test_shifting_stays_inside_the_month_and_ends_at_the_calendar() -> None:
    assert shift(date(2024, 3, 31), "M", -1) == date(2024, 2, 29)
    assert shift(date(2024, 3, 31), "Y", 9000) is None


LENGTHS = [("3", "M", "P3M"), ("48", "TH", "PT48H"), ("2", "E", "P20Y"), ("X", "D", "PXD"), ("1", "C", "P100Y")]


@pytest.mark.parametrize(("count", "unit", "value"), LENGTHS)
def test_durations(count: str, unit: str, value: str) -> None:
    assert duration(count, unit) == value


def test_easter() -> None:
    assert [easter(year) for year in (2000, 2008, 2022, 2024)] == [date(2000, 4, 23), date(2008, 3, 23), date(2022, 4, 17), date(2024, 3, 31)]
