"""The day of a deed in parts of days, in wars that a year tells, beside what is planned, and not by the age of what it befalls.

Invented reports of 9 June 2023, a Friday.
"""

from collections.abc import Callable
from typing import Any

import pytest

Tell = Callable[[str], Any]

DAYS = [
    ("Gunmen attacked Nyala in the early hours of Saturday.", "attacked", "2023-06-03"),
    ("Soldiers killed nine herders in the spring of 2022 in Nyala.", "killed", "2022-03-01"),
    ("Soldiers burned the mill in the Nyala war of 2022.", "burned", "2022-01-01"),
    ("Rebels have vowed to retake Nyala after retreating on Thursday.", "retreating", "2023-06-08"),
    ("Soldiers killed four men in riots that erupted in Nyala on Sunday.", "killed", "2023-06-04"),
    ("Soldiers killed four men in riots that erupted in Nyala on Sunday.", "riots", "2023-06-04"),
    ("The dome of the 13th-century mosque of Nyala was damaged by shelling.", "damaged", "-"),
    ("Despite fewer allies since the overthrow of his father in August, the prince may still have gold.", "overthrow", "2022-08-01"),
    ("The envoy addressed the raid on Nyala at the congress on Monday.", "raid", "-"),
]


@pytest.mark.parametrize(("text", "word", "day"), DAYS)
def test_a_deed_was_on_its_own_day(told: Tell, text: str, word: str, day: str) -> None:
    assert told(text).day(word) == day


def test_what_is_announced_starts_on_a_day_to_come(told: Tell) -> None:
    (time,) = told("The army announced a halt of the shelling starting on Thursday.").reading.times
    assert time.value == "2023-06-15"
