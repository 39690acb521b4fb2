"""The weights of the second opinion on two tellings (`sayso.situation.again`), learnt from the development parts of campaigns.

    python scripts/again.py samples/campaigns

A pair is two mentions of the gold that events of two reports cover, of one kind of act; it is one happening where the gold has them in one
incident. Logistic regression, every trait a column, weights held small (L2), by Newton's steps; the same weights on every run. `--leave-out`
prints instead what the weights of all other campaigns say of each one's pairs.
"""

import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from sayso.evaluate.across.found import Found
from sayso.evaluate.across.gold import KEPT_ASIDE, Campaign, campaigns
from sayso.evaluate.across.incidents import covering
from sayso.lexicon import Lexicon
from sayso.reading.pipeline import Reader
from sayso.situation import Live
from sayso.situation.again import ANY, traits, weighable
from sayso.situation.likeness import likeness

Pair = tuple[tuple[str, ...], bool]
"""The traits of a pair, and whether it is one happening."""
_SMALL = 2.0
"""How strongly weights are held at nothing."""
_STEPS = 60
_ALIKE = frozenset({
    "doer: same", "doer: same kind", "target: same", "target: same kind", "thing: same", "thing: same beside it", "number: same",
    "number: same small one", "number: same of something else", "number: near", "same victim", "same age", "one story", "same speaker",
    "same text", "same word for it", "nearly the same word for it", "place: same", "place: same city", "words in common: 2",
    "words in common: 3", "words in common: 4", "days: same",
})  # fmt: skip
_OTHER = frozenset({
    "doer: other", "doer: other kind", "target: other", "target: other kind", "thing: other", "other victim", "number: far off", "one is a habit",
    "place: far", "place: far, carried", "act: others", "ruled out", "words in common: 0", "days: a span apart", "days: after the other was told",
})  # fmt: skip
_TABLE = Path(__file__).resolve().parents[1] / "src" / "sayso" / "situation" / "again.tsv"


def pairs(campaign: Campaign, reader: Reader) -> Iterator[Pair]:
    """The pairs of a campaign."""
    own = Reader(reader.parser.package, Lexicon(campaign.lexicon)) if campaign.lexicon else reader
    readings = list(own.read_many(campaign.reports.values()))
    live = Live(own.lexicon.parents)
    live.extend(readings)
    told = {(one.sheet.id, one.event.id): one for one in live.told()}
    found = Found({reading.report.id: reading for reading in readings}, {}, {})
    incidents: dict[tuple[str, str], set[str]] = {}
    for row in campaign.gold["incidents"]:
        for place in row["mentions"]:
            event = covering(found, campaign.spot(place), campaign.spots({**one, "report": place["report"]} for one in place.get("also", ())))
            if event is not None:
                incidents.setdefault(event, set()).add(row["id"])
    for a, b in combinations(sorted(incidents, key=lambda event: told[event].order), 2):
        one, other = told[a], told[b]
        if weighable(one, other):
            yield tuple(traits(one, other, live.sites, likeness(one, other, live.sites))), bool(incidents[a] & incidents[b])


def learnt(known: Sequence[Pair]) -> dict[str, float]:
    """The weight of each trait. What says that two are alike never speaks against their being one, nor the contrary for it: a weight that would
    is nothing, and the others are learnt without it."""
    left_out: set[str] = set()
    while True:
        weights = _fitted(known, left_out)
        wrong = {trait for trait, weight in weights.items() if (trait in _ALIKE and weight < 0) or (trait in _OTHER and weight > 0)}
        if not wrong:
            return weights
        left_out |= wrong


def _fitted(known: Sequence[Pair], left_out: set[str]) -> dict[str, float]:
    names = sorted({trait for own, _ in known for trait in own} - left_out)
    column = {trait: at for at, trait in enumerate(names)}
    table = np.zeros((len(known), len(names) + 1))
    for row, (own, _) in enumerate(known):
        table[row, [column[trait] for trait in own if trait in column]] = 1.0
    table[:, -1] = 1.0
    one = np.array([same for _, same in known], dtype=float)
    weights, held = np.zeros(len(names) + 1), np.full(len(names) + 1, _SMALL)
    held[-1] = 1e-3
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-table @ weights))
        slope = table.T @ (chance - one) + held * weights
        bend = (table * (chance * (1.0 - chance))[:, None]).T @ table + np.diag(held)
        weights -= np.linalg.solve(bend, slope)
    return {**dict(zip(names, weights.tolist(), strict=False)), ANY: float(weights[-1])}


def odds(weights: dict[str, float], own: Sequence[str]) -> float:
    """The log odds of a pair."""
    return weights[ANY] + sum(weights.get(trait, 0.0) for trait in own)


def write(weights: dict[str, float], known: Sequence[Pair]) -> None:
    """Write the table, the traits in order."""
    lines = [f"# {len(known)} pairs, {sum(same for _, same in known)} of them one happening: python scripts/again.py samples/campaigns"]
    lines += [f"{trait}\t{weights[trait]:.2f}" for trait in sorted(weights) if abs(weights[trait]) >= 0.005]
    _TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(folder: Path, *, leave_out: bool) -> None:
    """Learn and write, or try each campaign with the weights of the others."""
    reader = Reader()
    own = {one.name: list(pairs(one, reader)) for one in campaigns(folder) if one.part != KEPT_ASIDE}
    if not leave_out:
        known = [pair for found in own.values() for pair in found]
        write(learnt(known), known)
        return
    tried = []
    for name in own:
        weights = learnt([pair for other, found in own.items() if other != name for pair in found])
        tried += [(odds(weights, its), same) for its, same in own[name] if "ruled out" not in its]
    for least in (0, 1, 2, 3):
        above = [same for value, same in tried if value >= least]
        print(f"log odds from {least}: {sum(above)} of {len(above)} pairs are one, of {sum(same for _, same in tried)} that nothing rules out")


if __name__ == "__main__":
    main(Path(sys.argv[1]), leave_out="--leave-out" in sys.argv)
