"""Talks as a ladder of moves between the sides, and the lists of all talks and of all disputes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.model.situation import Thread, ThreadMove
from sayso.situation.words import fold
from sayso.view import MOVES, STATUS, days, harmless
from sayso.workbench.board import Board
from sayso.workbench.rows import DisputeRow, ThreadRow, dispute_row, fact_address, latest_first, names, thread_row

ON_A_PAGE = 25
MOST_MOVES = 300
"""Of talks with more moves the last ones are shown, and how many came before."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One move. `way` is where it goes on the ladder: from the left side to the right, back, or neither as far as is told."""

    way: Literal["right", "left", "both"]
    kind: str
    code: str
    who: str
    whom: str
    through: str
    terms: tuple[tuple[str, str], ...]
    when: str
    status: str
    words: str
    source: str
    address: str
    published: str
    again: int
    """How many more reports carry the same move in the same words of the same origin."""


@dataclass(frozen=True, slots=True)
class TalksPage:
    """All that a page of talks shows."""

    row: ThreadRow
    left: tuple[str, str]
    right: tuple[tuple[str, str], ...]
    through: tuple[tuple[str, str], ...]
    states: tuple[tuple[str, tuple[str, ...]], ...]
    rungs: tuple[Rung, ...]
    left_out: int
    """How many earlier moves are not shown."""
    precedents: tuple[tuple[str, str, str, str], ...]
    """Earlier talks, deals and evacuations: address, words, when, how they ended."""


def talks_page(board: Board, thread: Thread) -> TalksPage:
    """Prepare a page of talks. The side that moves first stands on the left."""
    first = next((p for move in thread.moves for p in _sides(board, move.from_) if p in thread.parties), thread.parties[0])
    others = [p for p in thread.parties if p != first]
    through = dict.fromkeys(p for move in thread.moves for p in move.through)
    return TalksPage(
        row=thread_row(board, thread), left=(first, board.party_in_full(first)), right=tuple((p, board.party_in_full(p)) for p in others),
        through=tuple((p, board.party_in_full(p)) for p in through),
        states=tuple((state.value, tuple(_origin(board, one) for one in state.origins)) for state in thread.status),
        rungs=tuple(_rung(board, same, first, others) for same in _told_alike(thread.moves[-MOST_MOVES:])),
        left_out=max(0, len(thread.moves) - MOST_MOVES),
        precedents=tuple((f"/{one.of}/{one.id}", harmless(one.words), days(one.when), harmless(one.ended)) for one in thread.recalled),
    )  # fmt: skip


def _sides(board: Board, parties: Sequence[str]) -> set[str]:
    """The parties and the organisations whose word theirs is, as far as claims tell."""
    return set(parties) | {board.side_of[p] for p in parties if p in board.side_of}


def _told_alike(moves: Sequence[ThreadMove]) -> list[list[ThreadMove]]:
    """Moves in order, those that copies and repetitions tell again together with the first."""
    found: dict[tuple[object, ...], list[ThreadMove]] = defaultdict(list)
    for move in moves:
        found[move.kind, move.from_, move.to, move.origin, move.status, fold(move.words)].append(move)
    return list(found.values())


def _rung(board: Board, same: Sequence[ThreadMove], left: str, right: Sequence[str]) -> Rung:
    move = same[0]
    makes, gets = _sides(board, move.from_), _sides(board, move.to)
    forward = left in makes or (not makes.intersection(right) and gets.intersection(right))
    back = makes.intersection(right) or (left not in makes and left in gets)
    terms = tuple((verb, harmless(value)) for t in move.terms for verb, value in (("gives", t.gives), ("gets", t.gets)) if value)
    head = board.heads.get(move.report)
    return Rung(
        way="both" if bool(forward) == bool(back) else "right" if forward else "left", kind=MOVES[move.kind], code=move.kind,
        who=names(board, move.from_), whom=names(board, move.to), through=names(board, move.through), terms=terms, when=days(move.when),
        status="" if move.status in ("happened", "ongoing") else STATUS[move.status], words=harmless(move.words),
        source=_origin(board, move.origin), address=fact_address(move.report, "moves", move.move),
        published=(head.published if head else None) or "undated",
        again=len({*(m.report for m in same), *(ref.report for m in same for ref in m.told_again)} - {move.report}),
    )  # fmt: skip


def _origin(board: Board, origin: str) -> str:
    return harmless(board.origins[origin].name) if origin in board.origins else "somebody not named"


def all_talks(board: Board, page: int, _name: str) -> tuple[list[ThreadRow], int]:
    """A page of all talks, those first of which the latest report tells, and how many there are."""
    threads = latest_first(board, board.situation.threads)
    return [thread_row(board, t) for t in threads[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]], len(threads)


def all_disputes(board: Board, page: int, _name: str) -> tuple[list[DisputeRow], int]:
    """A page of all disputes and how many there are."""
    total = len(board.situation.disputes)
    return [dispute_row(board, one, 6) for one in board.situation.disputes[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]], total
