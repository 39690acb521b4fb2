"""Where a dispute is shown, it can be seen who says so and who denies it."""

import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from sayso.intake import Known, from_text
from sayso.reading.pipeline import Reader
from sayso.situation import situate
from sayso.workbench.board import lay_out
from sayso.workbench.dispute_page import dispute_page
from sayso.workbench.rows import dispute_row

Look = Callable[..., TestClient]


@pytest.mark.parametrize("address", ["/", "/disputes"])
def test_each_side_has_the_sign_of_what_it_does(look: Look, address: str) -> None:
    page = look().get(address).text
    sides = re.findall(r'<div class="(\w+)"><dt><i class="sign \1"[^>]*></i> <bdi>([^<]+)</bdi> <span class="stands">([^<]+)</span>', page)
    assert ("independent", "Qasr Observatory", "says so") in sides
    assert [stands for sign, _, stands in sides if sign == "against"]
    assert {stands for sign, _, stands in sides if sign == "against"} == {"denies"}


def test_who_counts_the_dead_does_not_deny_the_strike_that_another_denies_of_the_same_words(reader: Reader) -> None:
    text = (
        "An air strike on a market in the town of Iriba in Chad killed 24 traders, the Lake Monitor said on Tuesday. "
        "Chad's army denied that its planes were in the area."
    )
    readings = [reader.read(from_text(text, Known(published="2031-05-06", outlet="Herald")))]
    board = lay_out(situate(readings, None, reader.lexicon.parents), readings)
    (dispute,) = board.situation.disputes

    page = dispute_page(board, dispute, {reading.report.id: reading for reading in readings}.__getitem__)

    assert {side.source: side.denies for side in page.sides} == {"Lake Monitor": False, "Chadian army": True}
    assert [(name, sign) for _, name, _, sign in dispute_row(board, dispute).sides] == [("Lake Monitor", "independent"), ("Chadian army", "against")]
