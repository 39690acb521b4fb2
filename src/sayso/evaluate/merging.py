"""How long merging takes, on made-up cases of several sizes: from nothing, and for one report more."""

import gc
import time
from dataclasses import dataclass
from itertools import islice
from statistics import median

from sayso.evaluate.generated import readings
from sayso.situation import Live
from sayso.situation.case import Sheet
from sayso.situation.reuse import Texts

_MORE = 50
"""How many reports are added one by one to the built case."""


@dataclass(frozen=True, slots=True)
class Merging:
    """Seconds for a case of so many readings. `worst` and `middle` are of one added report."""

    readings: int
    built: float
    middle: float
    worst: float
    indexed: float
    """Seconds for the index of texts alone."""


def measure(count: int) -> Merging:
    """Build a case of so many readings, then add fifty more, one at a time, spread over its days; then index its texts alone."""
    made = list(readings(count + _MORE))
    apart = set(range(count // _MORE // 2, count + _MORE, (count + _MORE) // _MORE))
    later = list(islice((made[number] for number in sorted(apart)), _MORE))
    first = [reading for number, reading in enumerate(made) if number not in apart]
    del made
    gc.collect()
    gc.freeze()  # what was generated is not looked through again and again while the case is built
    live = Live()
    started = time.perf_counter()
    live.extend(first)
    built = time.perf_counter() - started
    gc.freeze()
    taken = []
    for reading in later:
        started = time.perf_counter()
        live.add(reading)
        taken.append(time.perf_counter() - started)
    del live
    texts = Texts()
    started = time.perf_counter()
    for reading in first:
        texts.add(Sheet(reading, reading.report.published))
    indexed = time.perf_counter() - started
    gc.unfreeze()
    return Merging(count, built, median(taken), max(taken), indexed)
