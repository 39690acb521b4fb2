"""Filters over columns of numbers say the same as asking each incident."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from sayso.casefile import Casefile
from sayso.evaluate.generated import readings
from sayso.model.situation import FigureRange, SourceFigure
from sayso.situation import situate
from sayso.workbench import timeline, worldmap
from sayso.workbench.basemap import outlines
from sayso.workbench.board import Board, lay_out
from sayso.workbench.filters import Question
from sayso.workbench.rows import figure


@pytest.fixture(scope="module")
def board(stored: Path) -> Board:
    with Casefile.open(stored, create=False) as casefile:
        stored_readings = list(casefile.readings())
    return lay_out(situate(stored_readings), stored_readings)


def found(board: Board, question: Question) -> set[str]:
    return {board.incidents[n].id for n in np.flatnonzero(question.of(board))}


def test_each_filter_keeps_what_has_the_value(board: Board) -> None:
    assert found(board, Question()) == {one.id for one in board.incidents}
    for one in board.incidents:
        for party in (*one.parties.actors, *one.parties.recipients):
            told = {i.id for i in board.incidents if party in (*i.parties.actors, *i.parties.recipients)}
            assert found(board, Question(party=party)) == told
        assert one.id in found(board, Question(type=one.type))
        assert one.id in found(board, Question(report=one.claims[0].report))
    assert found(board, Question(party="nobody")) == set()


def test_days_bound_what_is_dated_and_leave_out_what_is_not(board: Board) -> None:
    dated = {one.id for one in board.incidents if one.when}
    assert found(board, Question(since="1900-01-01")) == dated
    assert found(board, Question(since="2999-01-01")) == set()
    assert found(board, Question(until="1900-01-01")) == set()


def test_a_window_of_the_map_keeps_what_lies_in_it(board: Board) -> None:
    placed = {one.id for one in board.incidents if one.place and board.sites[one.place].lat is not None}
    assert placed
    assert found(board, Question(box="-180,-90,180,90")) == placed
    assert found(board, Question(box="-10,-10,-9,-9")) == set()


def test_the_address_says_the_question_and_nothing_else() -> None:
    asked = Question(party="is", since="2019-02-01", page=3)
    assert asked.address() == "/?party=is&since=2019-02-01&page=3"
    assert asked.address(place="x") == "/?party=is&place=x&since=2019-02-01"
    assert asked.without("party").address() == "/?since=2019-02-01"


def test_map_and_timeline_count_every_incident_once(board: Board) -> None:
    shown = Question().of(board)
    drawn = worldmap.draw(board, shown, Question())
    assert drawn is not None
    told = sum(mark.count for mark in (*drawn.marks, *drawn.beyond)) + sum(count for _, count, _ in drawn.wide) + drawn.nowhere
    assert told == len(board.incidents)
    line = timeline.draw(board.columns, shown, Question(), board.situation.as_of)
    if line is not None:
        assert line.undated + line.earlier[0] <= len(board.incidents)


def test_what_lies_far_from_all_else_is_told_beyond_the_maps_edge() -> None:
    many = list(readings(40, days=8))
    board = lay_out(situate(many), many)
    told = {site.id: len(board.having("place", site.id)) for site in board.sites.values() if site.lat is not None and site.kind != "country"}
    fewest = min((one for one in told if told[one]), key=lambda one: (told[one], one))
    board.__dict__["sites"] = {**board.sites, fewest: board.sites[fewest].model_copy(update={"lat": -40.0, "lon": 170.0})}
    drawn = worldmap.draw(board, Question().of(board), Question())
    assert drawn is not None
    (mark,) = drawn.beyond
    assert (mark.name, mark.lat, mark.lon, mark.count) == (board.sites[fewest].name, -40.0, 170.0, told[fewest])
    assert sum(mark.count for mark in (*drawn.marks, *drawn.beyond)) == sum(told.values())


def test_outlines_past_the_antimeridian_do_not_cross_the_map() -> None:
    for _, ring in outlines((-30.0, 0.0, 60.0, 60.0)):
        for (x1, y1), (x2, y2) in pairwise(ring):
            assert abs(x1 - x2) < 100 or y1 != y2


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        ([(21, 21), (21, None)], "killed: 21, by 2 sources"),
        ([(12, 12), (17, None)], "killed: 12 to at least 17, by 2 sources"),
        ([(9, None)], "killed: at least 9"),
        ([(9, None), (12, 12)], "killed: at least 9 to 12, by 2 sources"),
    ],
)
def test_a_figure_is_the_range_over_its_sources(amounts: list[tuple[float, float | None]], said: str) -> None:
    given = tuple(SourceFigure(source=f"party:{n}", min=low, max=high) for n, (low, high) in enumerate(amounts))
    assert figure(FigureRange(what="killed", by_source=given), str) == said
    same = said.partition(", by")[0]
    assert figure(FigureRange(what="killed", by_source=given), lambda _: "doctor") == same  # of a text and of its copy
