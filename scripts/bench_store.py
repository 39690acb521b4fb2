"""How fast readings are stored, and how fast search answers while a writer is at work.

    python scripts/bench_store.py [--reports 100000] [--words 250] [--together 32] [--queries 300] [--case NAME] [--first 0]

In a temporary SQLite file, or in the casefile NAME (a path or postgresql://...), empty or filled before with the reports below --first.
The reports are made by rule: 250 words, 25 parties, 12 events. Queries are of one to three words, common and rare ones,
phrases, and with filters, in turn.
"""

import argparse
import multiprocessing
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from made import WORDS, made_report

from sayso.casefile import Casefile, Query


def fill(name: str, first: int, last: int, words: int, together: int) -> tuple[float, float]:
    """Store the reports of these numbers, so many a transaction, as `sayso read` does. Seconds that storing took, by the clock and of this
    process's own time."""
    clock = own = 0.0
    with Casefile.open(name, create=True) as case:
        for begin in range(first, last, together):
            some = [made_report(number, words, published=_day(number)) for number in range(begin, min(begin + together, last))]
            started, worked = time.perf_counter(), time.process_time()
            case.add_all(some)
            clock, own = clock + time.perf_counter() - started, own + time.process_time() - worked
    return clock, own


def _day(number: int) -> str:
    return f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"


def queries(chance: random.Random, count: int) -> list[Query]:
    """What is asked: words by their rank, from the commonest to rare ones."""
    def word() -> str:
        return WORDS[min(int(10 ** chance.uniform(0.5, 3.8)), len(WORDS) - 1)]

    kinds = (
        lambda: Query(word()), lambda: Query(f"{word()} {word()}"), lambda: Query(f'"{word()} {word()}"'),
        lambda: Query(f"{word()} {word()} {word()}"), lambda: Query(word(), types=("ASSAULT",)),
        lambda: Query(f"{word()} OR {word()}", since="2015-01-01", until="2019-12-31"), lambda: Query(word(), parties=(word(),)),
        lambda: Query(parties=(word(),)),
    )  # fmt: skip
    return [kinds[i % len(kinds)]() for i in range(count)]


def main() -> int:
    """Fill, then ask while another process goes on storing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    numbers = {"--reports": 100_000, "--words": 250, "--queries": 300, "--together": 32, "--first": 0}
    for option, default in numbers.items():
        parser.add_argument(option, type=int, default=default)
    parser.add_argument("--case")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        name = given.case or str(Path(folder) / "case.sayso")
        end = given.first + given.reports
        clock, own = fill(name, given.first, end, given.words, given.together)
        said = f"{given.reports / clock:.0f} a second by the clock, {given.reports / own:.0f} a second of the process's own time"
        print(f"{given.reports} reports of {given.words} words stored, {given.together} a transaction: {said}", flush=True)
        writer = multiprocessing.get_context("fork").Process(target=fill, args=(name, end, 10**9, given.words, given.together), daemon=True)
        writer.start()
        took = []
        with Casefile.open(name, create=False) as case:
            for query in queries(random.Random(1), given.queries):
                started = time.perf_counter()
                case.search(query)
                took.append(1000 * (time.perf_counter() - started))
            stored = sum(1 for _ in case.reports()) - end
        writer.kill()
        writer.join()
    p95 = statistics.quantiles(took, n=20)[-1]
    said = f"median {statistics.median(took):.0f} ms, 95th percentile {p95:.0f} ms, worst {max(took):.0f} ms"
    print(f"search beside a writer, who stored {stored} more: {said}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
