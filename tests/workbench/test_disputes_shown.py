"""Where a dispute is shown, it can be seen who says so and who denies it."""

import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

Look = Callable[..., TestClient]


@pytest.mark.parametrize("address", ["/", "/disputes"])
def test_each_side_has_the_sign_of_what_it_does(look: Look, address: str) -> None:
    page = look().get(address).text
    sides = re.findall(r'<div class="(\w+)"><dt><i class="sign \1"[^>]*></i> <bdi>([^<]+)</bdi> <span class="stands">([^<]+)</span>', page)
    assert ("independent", "Qasr Observatory", "says so") in sides
    assert [stands for sign, _, stands in sides if sign == "against"]
    assert {stands for sign, _, stands in sides if sign == "against"} == {"denies"}
