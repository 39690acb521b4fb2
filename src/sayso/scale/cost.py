"""What reading and merging an archive costs, worked out from measured rates; the time on so many cores from a simulation of shards.

The simulation deals shards out to cores as they come free, gives each shard a length of its own, lets cores die now and then and a dead one's
shard be read again. It is arithmetic about a run, not a run.
"""

import heapq
from dataclasses import dataclass
from math import log2
from random import Random


@dataclass(frozen=True, slots=True)
class Rates:
    """Measured on one core; docs/performance.md has the commands. Seconds are the processor's."""

    reading: float = 0.053
    """Seconds for a report of 2,200 characters (743 reports, start-up included)."""
    merging: float = 0.001
    """Seconds for a reading and doubling of the case: 743 real reports in 7.2 s."""
    json: float = 15_900
    """Bytes of a reading."""
    packed: float = 2_500
    """The same as Parquet."""
    situation: float = 13_000
    """Bytes of the situation for a report."""
    gate: float = 0.0005
    """Seconds to look whether a report is about conflict."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Hours of a core, bytes, and hours by the clock on so many cores."""

    reports: int
    read: int
    """Those that the gate lets through."""
    reading_hours: float
    merging_hours: float
    """In one process."""
    json: float
    packed: float
    shuffled: float
    """Bytes that merging reads and writes again: the readings, gone through four times, and the situation twice."""
    clock_hours: float
    busy: float
    """The share of the cores' time in which they read."""


def cost(reports: int, cores: int, shard: int, through: float = 1.0, deaths: float = 0.0, rates: Rates | None = None) -> Cost:
    """The cost of an archive, read in shards of so many reports. `through` is the share that the gate lets through, 1 without a gate;
    `deaths` how often a core dies in an hour of its work."""
    rates = rates or Rates()
    read = round(reports * through)
    each = rates.reading * through + (rates.gate if through < 1 else 0.0)
    clock, busy = simulated(reports, cores, shard, each, deaths)
    merging = rates.merging * read * log2(max(2, read))
    return Cost(
        reports=reports, read=read, reading_hours=reports * each / 3600, merging_hours=merging / 3600, json=read * rates.json,
        packed=read * rates.packed, shuffled=read * (4 * rates.json + 2 * rates.situation), clock_hours=clock / 3600, busy=busy,
    )  # fmt: skip


def simulated(reports: int, cores: int, shard: int, each: float, deaths: float, seed: int = 1) -> tuple[float, float]:
    """Seconds until the last shard is read, and the share of the cores' time that was of use."""
    random = Random(seed)
    free = [0.0] * cores
    useful = 0.0
    left = reports
    while left > 0:
        size = min(shard, left)
        left -= size
        need = size * each * random.uniform(0.8, 1.2)  # shards differ: some days have longer reports
        start = heapq.heappop(free)
        while deaths and (dies := random.expovariate(deaths / 3600)) < need:
            start += dies  # what it had read of the shard is lost
        heapq.heappush(free, start + need)
        useful += need
    end = max(free)
    return end, useful / (end * cores) if end else 1.0
