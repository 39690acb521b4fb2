"""What is done again and again, or was done at other times before, is no telling of one day's deed."""

import pytest

from sayso.situation import situate
from sayso.situation.habits import is_habit


@pytest.mark.parametrize(
    "text",
    [
        "Arnholt is regularly struck by jets.",
        "In recent months Arnholt has been struck by jets.",
        "The monitor has previously said that jets struck Arnholt.",
        "Jets have struck Arnholt on many occasions.",
        "Jets have struck large parts of Arnholt.",
        "Jets struck Arnholt during the final months of the siege.",
    ],
)
def test_a_habit_stands_apart_from_the_strike_of_a_day(draft, strike, text):
    report = draft(text, outlet="Herald")
    report.event("struck", by=("Lowland Army",), at="Arnholt")

    assert len(situate([strike(), report.reading()]).incidents) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Jets struck Arnholt.",
        "Twelve men died in the past 24 hours when jets struck Arnholt.",
        "Jets struck Arnholt, the heaviest raid since the start of the war.",
    ],
)
def test_a_single_deed_is_no_habit(text):
    start = text.index("struck")

    assert not is_habit(text, (start, start + 6))


def test_a_habit_in_one_report_is_the_same_in_another(draft):
    def told(outlet):
        report = draft(f"{outlet}: Arnholt is regularly struck by jets of the army.", outlet=outlet)
        report.event("struck", by=("Lowland Army",), at="Arnholt")
        return report.reading()

    assert len(situate([told("Herald"), told("Courier")]).incidents) == 1
