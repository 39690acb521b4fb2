"""Who deals with whom: pairs of parties, by how many incidents tell that one does something against or with the other; as a drawing and a table."""

import re
from collections import Counter
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from sayso.view import quad
from sayso.workbench.board import Board
from sayso.workbench.filters import Question

_DRAWN = 14
"""So many parties stand in the drawing: those of the pairs of which most is told."""
_LISTED = 60
_WIDTH, _HEIGHT, _RADIUS = 760, 500, 185
_LONGEST = 19  # characters of a name


@dataclass(frozen=True, slots=True)
class Dealing:
    """One party's deeds towards another: ids, names, incidents of conflict and of cooperation, and the view of the first one's."""

    who: str
    whom: str
    who_name: str
    whom_name: str
    conflict: int
    cooperation: int
    address: str


@dataclass(frozen=True, slots=True)
class Node:
    """A party in the drawing: where it stands, where its name begins and how it is aligned."""

    id: str
    name: str
    x: float
    y: float
    text_x: float
    text_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A line of the drawing: its path, its width, which kind is more, and what it says."""

    path: str
    width: float
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class DealingsPage:
    """All that the page shows."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    rows: tuple[Dealing, ...]
    total: int
    linked: frozenset[str]
    """The parties that have a page; groups without a name have none together."""


def dealings_page(board: Board) -> DealingsPage:
    """Prepare the page, or give the one that was prepared before."""
    if DealingsPage not in board.prepared:
        board.prepared[DealingsPage] = _prepared(board)
    page: DealingsPage = board.prepared[DealingsPage]
    return page


def _prepared(board: Board) -> DealingsPage:
    """The page. Each incident that is told to have happened counts once for a pair, whatever it rests on."""
    names: dict[str, str] = {}
    counted: dict[bool, Counter[tuple[str, str]]] = {True: Counter(), False: Counter()}
    for one in (one for one in board.incidents if one.status in ("happened", "ongoing")):
        names |= {_alike(party): board.party(party) for party in (*one.parties.actors, *one.parties.recipients)}
        pairs = {(_alike(actor), _alike(other)) for actor in one.parties.actors for other in one.parties.recipients}
        counted[quad(one.type) > 2].update(pair for pair in pairs if pair[0] != pair[1])
    told = counted[True] + counted[False]
    rows = [
        Dealing(who, whom, names[who], names[whom], counted[True][who, whom], counted[False][who, whom], Question(party=who).address())
        for (who, whom), _ in sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))
    ]  # fmt: skip
    drawn: dict[str, None] = {}
    for row in rows:
        if len({*drawn, row.who, row.whom}) <= _DRAWN:
            drawn |= dict.fromkeys((row.who, row.whom))
    nodes = {party: _node(party, names[party], n, len(drawn)) for n, party in enumerate(drawn)}
    most = max((row.conflict + row.cooperation for row in rows), default=1)
    edges = tuple(_edge(row, nodes[row.who], nodes[row.whom], most) for row in rows if row.who in nodes and row.whom in nodes)
    return DealingsPage(_WIDTH, _HEIGHT, tuple(nodes.values()), edges, tuple(rows[:_LISTED]), len(rows), frozenset(names) & board.parties.keys())


def _alike(party: str) -> str:
    """A party, or all groups of one description: "civilians" are others in each report, and their ids say in which."""
    return re.sub(r"@[0-9a-f]{8}$", "", party)


def _node(party: str, name: str, n: int, of: int) -> Node:
    angle = 2 * pi * n / of - pi / 2
    x, y = _WIDTH / 2 + _RADIUS * cos(angle), _HEIGHT / 2 + _RADIUS * sin(angle)
    anchor = "middle" if abs(cos(angle)) < 0.2 else "start" if cos(angle) > 0 else "end"
    short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    return Node(party, short, round(x, 1), round(y, 1), round(x + 14 * cos(angle), 1), round(y + 18 * sin(angle) + 4, 1), anchor)


def _edge(row: Dealing, start: Node, end: Node, most: int) -> Edge:
    """A line bent towards the middle and a little to its right, so that the two ways between a pair lie apart."""
    middle_x, middle_y = (start.x + end.x) / 2, (start.y + end.y) / 2
    bent_x = middle_x + 0.35 * (_WIDTH / 2 - middle_x) + 0.06 * (end.y - start.y)
    bent_y = middle_y + 0.35 * (_HEIGHT / 2 - middle_y) - 0.06 * (end.x - start.x)
    said = [f"{count} of {kind}" for count, kind in ((row.conflict, "conflict"), (row.cooperation, "cooperation")) if count]
    return Edge(
        f"M{start.x:.1f} {start.y:.1f}Q{bent_x:.1f} {bent_y:.1f} {end.x:.1f} {end.y:.1f}",
        round(1 + 7 * sqrt((row.conflict + row.cooperation) / most), 1), "conflict" if row.conflict >= row.cooperation else "relief",
        f"{row.who_name} → {row.whom_name}: {', '.join(said)}",
    )  # fmt: skip
