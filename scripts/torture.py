"""Kill a process that stores reports at random moments, again and again, and see that nothing was lost, doubled or half written.

    python scripts/torture.py [--kills 200] [--reports 1000] [--seed 1]

On SQLite, and on PostgreSQL where SAYSO_POSTGRES names a server (scripts/postgres.sh starts one). The reports and their readings are
made by rule, so that storing is what is tried. Exit status 1, with sentences, when the end differs from that of an undisturbed run.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
import uuid
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from made import made_report

from sayso.casefile import Casefile, Decision

TOGETHER = 8
NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)


def work(name: str, reports: int, ready: int | None = None) -> None:
    """Store every report that is not there, some of them together, and that it was met twice, and confirm a fact of every tenth; run
    again, it goes on."""
    with Casefile.open(name, create=True, clock=lambda: NOON, operator="torture") as case:
        if ready is not None:
            os.write(ready, b".")
        done = {row.id for row in case.reports() if row.appearances == 2}
        confirmed = {one.report for one in case.corrections()}
        for first in range(0, reports, TOGETHER):
            some = [made_report(number, outlet="Courier") for number in range(first, min(first + TOGETHER, reports))]
            case.add_all([(taken, reading) for taken, reading in some if not case.has(taken.report.id, reading.reader, None)])
            for number, (taken, _) in enumerate(some, start=first):
                if taken.report.id not in done:
                    case.meet(made_report(number, outlet="Herald")[0])
                if number % 10 == 0 and taken.report.id not in confirmed:
                    case.decide(Decision(taken.report.id, "confirm", "E1"))


def killed(name: str, reports: int, seconds: float, opening: bool) -> bool:
    """Work in a process of its own and kill it so many seconds after its start, or after it has opened the casefile."""
    mine, its = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(mine)
            work(name, reports, its)
            status = 0
        finally:
            os._exit(status)
    os.close(its)
    if not opening:
        os.read(mine, 1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(mine)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit(f"{name}: the work failed by itself")
    return os.WIFSIGNALED(status)


def state(name: str) -> dict[str, object]:
    """All that is in a casefile but the order of its log."""
    with Casefile.open(name, create=False) as case:
        return {
            "reports": list(case.reports()),
            "readings": [reading.to_json() for reading in case.readings()],
            "originals": [case.original(row.id) for row in case.reports()],
            "corrections": sorted(one.to_json() for one in case.corrections()),
            "log": Counter((entry.action, entry.subject) for entry in case.log()),
        }


def torture(kind: str, calm: str, harried: str, kills: int, reports: int, chance: random.Random) -> list[str]:
    """Sentences naming what went wrong; empty when nothing did."""
    started = time.perf_counter()
    work(calm, reports)
    took = time.perf_counter() - started
    struck = 0
    for number in range(kills):
        struck += killed(harried, reports, chance.uniform(0, 5 * took / kills), opening=number % 10 == 9)
        if number % 25 == 24:
            with Casefile.open(harried, create=True) as case:
                faults = case.verify()
                stored = len(list(case.reports()))
            print(f"{kind}: {number + 1} kills, {struck} of them in the middle of the work, {stored} reports stored", file=sys.stderr)
            if faults:
                return [f"{kind}: after {number + 1} kills: {fault}" for fault in faults]
    work(harried, reports)
    one, other = state(calm), state(harried)
    with Casefile.open(harried, create=False) as case:
        faults = [f"{kind}: {fault}" for fault in case.verify()]
    return faults + [f"{kind}: the {what} differ from those of an undisturbed run" for what in one if one[what] != other[what]]


def main() -> int:
    """Both databases."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option, default in (("--kills", 200), ("--reports", 1000), ("--seed", 1)):
        parser.add_argument(option, type=int, default=default)
    given = parser.parse_args()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        places = {"SQLite": [str(Path(folder) / "calm"), str(Path(folder) / "harried")]}
        if address := os.environ.get("SAYSO_POSTGRES"):
            places["PostgreSQL"] = [database(address), database(address)]
        else:
            print("PostgreSQL is left out: SAYSO_POSTGRES names no server. `make test-torture` starts one.", file=sys.stderr)
        for kind, (calm, harried) in places.items():
            faults += torture(kind, calm, harried, given.kills, given.reports, random.Random(given.seed))
            said = "see below" if faults else "nothing lost, nothing twice, all as undisturbed"
            print(f"{kind}: {given.kills} kills during {given.reports} reports: {said}")
    print("\n".join(faults))
    return 1 if faults else 0


def database(address: str) -> str:
    """A new, empty database on the server: its address."""
    from sqlalchemy import create_engine
    from sqlalchemy.engine import make_url
    from sqlalchemy.pool import NullPool

    name = f"sayso_{uuid.uuid4().hex}"
    server = create_engine(make_url(address).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    return make_url(address).set(database=name).render_as_string()


if __name__ == "__main__":
    sys.exit(main())
