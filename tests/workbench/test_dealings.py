"""Who deals with whom: a drawing and the table that says the same."""

import re
from collections.abc import Callable

from fastapi.testclient import TestClient

from sayso.casefile import Casefile
from sayso.situation import situate
from sayso.workbench.board import Board, lay_out
from sayso.workbench.dealings import dealings_page

Look = Callable[..., TestClient]


def alike(party: str) -> str:
    """Civilians of one report and of another are one line; the army of one country and of another are two."""
    return re.sub("@[0-9a-f]{8}$", "", party)


def _board(case: str) -> Board:
    with Casefile.open(case, create=False) as casefile:
        readings = list(casefile.readings())
    return lay_out(situate(readings), readings)


def test_each_pair_counts_the_incidents_that_are_told_to_have_happened(case: str) -> None:
    board = _board(case)
    page = dealings_page(board)
    expected = {
        (alike(actor), alike(other))
        for one in board.incidents if one.status in ("happened", "ongoing")
        for actor in one.parties.actors for other in one.parties.recipients if alike(actor) != alike(other)
    }  # fmt: skip

    assert expected
    assert {(row.who, row.whom) for row in page.rows} == expected
    assert sum(row.conflict + row.cooperation for row in page.rows) >= len(expected)
    assert {node.id for node in page.nodes} == {party for pair in expected for party in pair}
    assert len(page.edges) == len(expected)


def test_what_is_drawn_is_in_the_table_and_leads_to_the_parties(look: Look) -> None:
    browser = look()
    assert 'href="/dealings"' in browser.get("/sources").text
    page = browser.get("/dealings").text
    for party in re.findall(r'<a href="(/party/[^"]+)"><circle', page):
        assert browser.get(party).status_code == 200
    assert page.count('<path class="edge') == page.count('<tr><th scope="row">')
