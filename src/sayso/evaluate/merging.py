"""How long merging takes and how much room, on made-up cases of several sizes: from nothing, for one report more, for the whole situation.

Seconds are the processor's: other work on the machine does not count.
"""

import gc
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from sayso.evaluate.generated import readings
from sayso.model import Reading
from sayso.situation import Live
from sayso.situation.case import Sheet
from sayso.situation.reuse import Texts

_PART = 1000
_MORE = 50
"""How many reports are added one by one to the built case."""


@dataclass(frozen=True, slots=True)
class Merging:
    """Seconds of the processor for a case of so many readings. `worst` and `middle` are of one added report."""

    readings: int
    built: float
    middle: float
    worst: float
    situation: float
    """Seconds for the whole situation of the built case."""
    indexed: float
    """Seconds for the index of texts alone."""
    built_mib: float
    """The highest memory of the process until the case was built."""
    peak_mib: float
    """The same with its situation."""


def measure(count: int) -> Merging:
    """Build a case of so many readings, then add fifty more, one at a time, spread over its days, and ask for the situation; then index its
    texts alone."""
    later: list[Reading] = []
    live = Live()
    spent, started = 0.0, time.process_time()
    for some in _parts(count, later):  # what it takes to make them up is not counted
        started = time.process_time()
        live.extend(some)
        spent += time.process_time() - started
        gc.freeze()  # what is merged is not looked through again and again
    built_mib = _mib()
    taken = []
    for reading in later:
        started = time.process_time()
        live.add(reading)
        taken.append(time.process_time() - started)
    started = time.process_time()
    live.situation()
    situation = time.process_time() - started
    peak = _mib()
    gc.unfreeze()
    del live
    return Merging(count, spent, median(taken), max(taken), situation, _indexed(count), built_mib, peak)


def _parts(count: int, later: list[Reading]) -> Iterator[list[Reading]]:
    """The readings to build with, a thousand at a time; those to be added afterwards go into `later`."""
    step = (count + _MORE) // _MORE
    part: list[Reading] = []
    for number, reading in enumerate(readings(count + _MORE)):
        if number % step == step // 2 and len(later) < _MORE:
            later.append(reading)
        else:
            part.append(reading)
        if len(part) == _PART:
            yield part
            part = []
    yield part


def _indexed(count: int) -> float:
    texts, spent = Texts(), 0.0
    for reading in readings(count):
        sheet = Sheet(reading, reading.report.published)
        started = time.process_time()
        texts.add(sheet)
        spent += time.process_time() - started
    return spent


def _mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
