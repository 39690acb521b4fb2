"""The situation as of a date: what is told, contested, negotiated, held and foretold, as far as it fits, with totals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.model.codes import EVENT_TYPES
from sayso.model.situation import Dispute, FollowedForecast, GroundHeld, Thread
from sayso.view import deed
from sayso.workbench import timeline, worldmap
from sayso.workbench.board import Board
from sayso.workbench.columns import Flags
from sayso.workbench.filters import SHOWN, Question
from sayso.workbench.rows import (
    DisputeRow,
    GroundLine,
    IncidentRow,
    ThreadRow,
    dispute_row,
    forecast_line,
    ground_line,
    incident_row,
    latest_first,
    thread_row,
)

ON_A_PAGE = 25
_ASIDE = 6
_FACETS = 8
_KEPT = 200  # prepared pages
RESTS = {
    "all": "anything", "contested": "contested", "corroborated": "two origins or more", "single": "one origin", "unnamed": "nobody named",
}  # fmt: skip
NAMED = {
    "party": "party", "place": "place", "type": "kind", "source": "source", "report": "report", "rests": "rests on", "since": "from",
    "until": "until", "box": "on the map",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter and its commonest values: address of the view, name, count."""

    name: str
    label: str
    values: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class SituationPage:
    """All that the page shows."""

    question: Question
    as_of: str
    days: tuple[str, ...]
    """The days on which reports were published: where the slider stops."""
    reports: int
    origins: int
    total: int
    found: int
    incidents: tuple[IncidentRow, ...]
    first: int
    before: str
    after: str
    chips: tuple[tuple[str, str, str], ...]
    facets: tuple[Facet, ...]
    rests: tuple[tuple[str, str, bool], ...]
    map: worldmap.WorldMap | None
    timeline: timeline.Timeline | None
    disputes: tuple[DisputeRow, ...]
    disputed: int
    threads: tuple[ThreadRow, ...]
    talks: int
    ground: tuple[GroundLine, ...]
    held: int
    forecasts: tuple[tuple[str, str, str, str, str], ...]
    foretold: int
    reset: str


def situation_page(board: Board, question: Question) -> SituationPage:
    """Prepare the page of a question, or give the one that was prepared before."""
    if question not in board.prepared:
        if len(board.prepared) >= _KEPT:
            board.prepared.clear()
        board.prepared[question] = _prepare(board, question)
    page: SituationPage = board.prepared[question]
    return page


def _prepare(board: Board, question: Question) -> SituationPage:
    shown = question.of(board)
    found = np.flatnonzero(shown)
    first = (question.page - 1) * ON_A_PAGE
    place_of = board.place_of
    disputes: Sequence[Dispute] = board.situation.disputes
    threads: Sequence[Thread] = board.situation.threads
    ground: Sequence[GroundHeld] = board.situation.control
    forecasts: Sequence[FollowedForecast] = board.forecasts
    if question.set:
        disputes = [d for d in disputes if any(shown[place_of[i]] for i in d.incidents if i in place_of)]
    if question.party or question.report or question.place:
        threads = [t for t in threads if _asked(question, t.parties, {m.report for m in t.moves} if question.report else set())]
        ground = [g for g in ground if _asked(question, (g.holder,), {g.report}, g.place)]
        forecasts = [f for f in forecasts if _asked(question, (f.by,), {f.report})]
    return SituationPage(
        question=question, as_of=board.situation.as_of or "", days=tuple(board.days), reports=len(board.situation.reports),
        origins=board.owners, total=len(board.incidents), found=len(found),
        incidents=tuple(incident_row(board, board.incidents[n]) for n in found[first : first + ON_A_PAGE]), first=first + 1,
        before=question.address(page=question.page - 1) if question.page > 1 else "",
        after=question.address(page=question.page + 1) if first + ON_A_PAGE < len(found) else "",
        chips=tuple(_chip(board, question, name) for name in question.set), facets=tuple(_facets(board, question, shown)),
        rests=tuple((question.address(rests=key), RESTS[key], question.rests == key) for key in SHOWN),
        map=worldmap.draw(board, shown, question), timeline=timeline.draw(board.columns, shown, question, board.situation.as_of),
        disputes=tuple(dispute_row(board, d) for d in disputes[:_ASIDE]), disputed=len(disputes),
        threads=tuple(thread_row(board, t) for t in latest_first(board, threads)[:_ASIDE]), talks=len(threads),
        ground=tuple(ground_line(board, g) for g in ground[:10]), held=len(ground),
        forecasts=tuple(forecast_line(board, f) for f in forecasts[:_ASIDE]), foretold=len(forecasts),
        reset=Question(as_of=question.as_of).address(),
    )  # fmt: skip


def _asked(question: Question, parties: Sequence[str | None], reports: set[str], place: str | None = None) -> bool:
    """Whether talks, ground or a forecast answer the filters that can be asked of them."""
    return (
        (not question.party or question.party in parties)
        and (not question.report or question.report in reports)
        and (not question.place or place is None or question.place == place)
    )


def _chip(board: Board, question: Question, name: str) -> tuple[str, str, str]:
    value: str = getattr(question, name)
    naming: dict[str, Callable[[str], str]] = {
        "party": board.party, "source": board.party, "place": lambda v: board.place(v) or v,
        "type": _kind, "rests": lambda v: RESTS.get(v, v), "box": lambda _: "this window",
        "report": lambda v: board.heads[v].title if v in board.heads else v[:12],
    }  # fmt: skip
    return NAMED[name], naming.get(name, str)(value), question.without(name).address()


def _kind(code: str) -> str:
    return next((deed(one, None) for one in EVENT_TYPES if one == code), code)


def _facets(board: Board, question: Question, shown: Flags) -> list[Facet]:
    named: dict[str, Callable[[str], str]] = {"party": board.party, "source": board.party, "place": board.place, "type": _kind}
    found = []
    for name, label in (("party", "Party"), ("place", "Place"), ("type", "Kind"), ("source", "On whose word")):
        if not getattr(question, name):
            common = board.columns.facets[name].commonest(shown, _FACETS)
            found.append(Facet(name, label, tuple((question.address(**{name: key}), named[name](key), n) for key, n in common)))
    return found
