"""One-to-one pairs of the highest total score: the Hungarian method, on each group of rows and columns that are tied to each other."""

from collections import defaultdict
from collections.abc import Mapping

from sayso.evaluate.counting import Pair


def best_pairs(scores: Mapping[Pair, float]) -> list[Pair]:
    """The pairs (row, column) of highest total score, in order. `scores` holds the pairs that may be, each above 0."""
    by_row: dict[int, dict[int, float]] = defaultdict(dict)
    by_column: dict[int, list[int]] = defaultdict(list)
    for (i, j), score in sorted(scores.items()):
        by_row[i][j] = score
        by_column[j].append(i)
    found: list[Pair] = []
    seen: set[int] = set()
    for first in sorted(by_row):
        if first in seen:
            continue
        seen.add(first)
        rows = [first]
        for i in rows:
            for j in by_row[i]:
                more = [k for k in by_column[j] if k not in seen]
                seen.update(more)
                rows.extend(more)
        found += _assigned(sorted(rows), by_row)
    return sorted(found)


def _assigned(rows: list[int], by_row: Mapping[int, Mapping[int, float]]) -> list[Pair]:
    columns = sorted({j for i in rows for j in by_row[i]})
    if len(rows) == 1:
        best = max(by_row[rows[0]].items(), key=lambda item: (item[1], -item[0]))
        return [(rows[0], best[0])]
    size = max(len(rows), len(columns))
    costs = [[0.0] * size for _ in range(size)]
    at = {j: n for n, j in enumerate(columns)}
    for n, i in enumerate(rows):
        for j, score in by_row[i].items():
            costs[n][at[j]] = -score
    chosen = _hungarian(costs)
    return [(rows[n], columns[c]) for n, c in enumerate(chosen) if n < len(rows) and c < len(columns) and columns[c] in by_row[rows[n]]]


def _hungarian(costs: list[list[float]]) -> list[int]:
    """The column of each row of a square table that makes the sum of costs least (Kuhn and Munkres, with potentials: n cubed)."""
    n = len(costs)
    inf = float("inf")
    of_row, of_column = [0.0] * (n + 1), [0.0] * (n + 1)
    match, way = [0] * (n + 1), [0] * (n + 1)
    for i in range(1, n + 1):
        match[0] = i
        j = 0
        least, used = [inf] * (n + 1), [False] * (n + 1)
        while True:
            used[j] = True
            row, delta, following = match[j], inf, 0
            for k in range(1, n + 1):
                if used[k]:
                    continue
                rest = costs[row - 1][k - 1] - of_row[row] - of_column[k]
                if rest < least[k]:
                    least[k], way[k] = rest, j
                if least[k] < delta:
                    delta, following = least[k], k
            for k in range(n + 1):
                if used[k]:
                    of_row[match[k]] += delta
                    of_column[k] -= delta
                else:
                    least[k] -= delta
            j = following
            if match[j] == 0:
                break
        while j:
            match[j] = match[way[j]]
            j = way[j]
    chosen = [0] * n
    for k in range(1, n + 1):
        chosen[match[k] - 1] = k - 1
    return chosen
