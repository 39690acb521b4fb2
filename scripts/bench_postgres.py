"""How fast search answers on PostgreSQL over many reports, without storing each: some are stored, then multiplied inside the server.

    bash scripts/postgres.sh python scripts/bench_postgres.py [--reports 2000] [--times 50] [--queries 80]

The server is that of SAYSO_POSTGRES, whose database has to be empty. Queries are those of bench_store.py, asked twice.
"""

import argparse
import os
import random
import statistics
import sys
import time

from bench_store import fill, queries
from sqlalchemy import text

from sayso.casefile import Casefile

MULTIPLIED = (
    "CREATE TEMP TABLE more AS SELECT t.number AS old, r.id AS old_id, t.number + g * 1000000 AS number, "
    "encode(sha256((r.id || g)::bytea), 'hex') AS id FROM texts t JOIN reports r ON r.id = t.report CROSS JOIN generate_series(1, :times) g",
    "INSERT INTO originals SELECT more.id, o.size, o.bytes FROM more JOIN originals o ON o.sha256 = more.old_id",
    "INSERT INTO reports SELECT more.id, title, outlet, published, language, source, format, added FROM more JOIN reports r ON r.id = more.old_id",
    "INSERT INTO texts SELECT more.number, more.id, title, body, statements, events, moves FROM more JOIN texts t ON t.number = more.old "
    "ORDER BY more.number",
    "INSERT INTO terms SELECT kind, value, more.number FROM more JOIN terms t ON t.number = more.old",
    "INSERT INTO search SELECT more.number, s.words FROM more JOIN search s ON s.number = more.old ORDER BY more.number",
)


def main() -> int:
    """Store, multiply, ask."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option, default in (("--reports", 2000), ("--times", 50), ("--queries", 80)):
        parser.add_argument(option, type=int, default=default)
    given = parser.parse_args()
    name = os.environ["SAYSO_POSTGRES"]
    fill(name, 0, given.reports, 250, 32)
    with Casefile.open(name, create=False) as case:
        with case._writes() as connection:
            for statement in MULTIPLIED:
                connection.execute(text(statement), {"times": given.times - 1} if ":times" in statement else {})
        with case._engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")
        for turn in ("first", "second"):
            took = []
            for query in queries(random.Random(1), given.queries):
                started = time.perf_counter()
                case.search(query)
                took.append(1000 * (time.perf_counter() - started))
            said = f"median {statistics.median(took):.0f} ms, 95th percentile {statistics.quantiles(took, n=20)[-1]:.0f} ms, worst {max(took):.0f} ms"
            print(f"search over {given.reports * given.times} reports, asked for the {turn} time, load {os.getloadavg()[0]:.0f}: {said}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
