"""Words of deeds in ordinary news, next to the same words where such a deed is told."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The senator's attack on the nominee dominated the debate.", []),
        ("The attack on the garrison killed nine soldiers.", ["ASSAULT"]),
        ("Two candidates battled for third place in the primary.", []),
        ("Two militias battled for the bridge in the old town.", ["ASSAULT"]),
        ("Let me tell you about my garden.", []),
        ("The bride and groom exchanged their vows at noon.", []),
        ("The report says the country has stockpiles of mustard gas and nerve agents.", []),
        ("The monitor recorded 40 attacks on clinics in the valley in May.", ["ASSAULT"]),
        ("The Red Cross reported the release of nine nurses by the rebels.", ["RETREAT"]),
        ("A video of the shooting of nine men by soldiers was shown on Monday.", ["ASSAULT"]),
        ("The rebels let the convoy enter the town.", ["RETREAT"]),
        ("The scandal forced the mayor to explain the bill.", []),
        ("Shelling forced the villagers to flee.", ["COERCE"]),
        ("Gunmen forced the villagers to dig trenches.", ["COERCE"]),
        ("The company's directors rejected the offer for its shares.", []),
        ("The rebels rejected the offer of talks.", ["REJECT"]),
        ("She mourned the death of her grandmother.", []),
        ("He seized on the issue in his speech.", []),
        ("Reporters asked the premier whether he would resign.", []),
        ("The premier asked the rebels to leave the town.", ["REQUEST"]),
        ("The threat of rain kept the crowd away.", []),
        ("A dozen climbers were killed when an avalanche hit their camp.", []),
        ("The judge reinstated the sanctions.", []),
        ("ORLAT – Hail destroyed the vines of ninety farms by the river.", []),
        ("ORLAT – Shells destroyed the vines of ninety farms by the river.", ["ASSAULT"]),
    ],
)
def test_what_ordinary_news_tells(told: Callable[[str], Any], text: str, types: list[str]) -> None:
    found = {event.type for event in told(text).reading.events if event.status in ("happened", "ongoing")}
    assert found >= set(types)
    assert types or not found
