"""Gas that police use on a crowd, and gas that kills. Invented reports."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "word", "mode"),
    [
        ("Police used tear gas on the marchers in Nyala.", "used", "crowd-control"),
        ("Police used gas to scatter the marchers in Nyala.", "used", "crowd-control"),
        ("The ministry accused the rebels of using poison gas in Nyala.", "using", "unconventional"),
        ("Troops fired toxic gas at the village, a doctor said.", "fired", "unconventional"),
        ("Guards used gas on prisoners in the jail of Nyala.", "used", "crowd-control"),
        ("Border guards used gas to push back migrants near Nyala.", "used", "crowd-control"),
        ("A doctor said that the gas used in the massacre had never been seen in Nyala.", "used", "unconventional"),
    ],
)
def test_the_gas_tells_what_it_was_used_for(told: Callable[[str], Any], text: str, word: str, mode: str) -> None:
    assert told(text).deed(word).mode == mode
