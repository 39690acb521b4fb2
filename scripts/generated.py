"""A folder of made-up readings (`sayso.evaluate.generated`) for `sayso scale situate`; or a file of many reports.

python scripts/generated.py 1000000 FOLDER         FOLDER/readings/00000.jsonl, 50,000 a file
python scripts/generated.py 2000 MANY.jsonl --from REPORTS.jsonl
                                                   so many reports: those of a file over again, a line added where one comes again
"""

import json
from argparse import ArgumentParser
from itertools import cycle, islice
from pathlib import Path

from sayso.evaluate.generated import readings

A_FILE = 50_000


def main() -> None:
    """Write what is asked for."""
    parser = ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("to", type=Path)
    parser.add_argument("--from", dest="reports", type=Path)
    asked = parser.parse_args()
    if asked.reports:
        repeat(asked.reports, asked.count, asked.to)
        return
    folder = asked.to / "readings"
    folder.mkdir(parents=True, exist_ok=True)
    made = readings(asked.count)
    for number in range(0, asked.count, A_FILE):
        with (folder / f"{number // A_FILE:05d}.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(one.to_json() + "\n" for one in islice(made, A_FILE))


def repeat(source: Path, count: int, to: Path) -> None:
    """Write so many reports, each text new."""
    reports = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    with to.open("w", encoding="utf-8") as file:
        for number, report in enumerate(islice(cycle(reports), count)):
            again = number // len(reports)
            text = report["text"] + (f"\n\nCopy {again}." if again else "")
            file.write(json.dumps({**report, "text": text} | ({"id": f"{report.get('id', number)}-{again}"} if again else {})) + "\n")


if __name__ == "__main__":
    main()
