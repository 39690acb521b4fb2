"""`sayso relate`."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from sayso.cli.options import make_reader, reader_options


@click.command(name="relate")
@click.option("--json", "as_json", is_flag=True, required=True, help="JSON Lines in and out; the only form there is.")
@reader_options
def command(as_json: bool, model: str, lexicons: tuple[Path, ...]) -> None:  # noqa: ARG001
    """Which PLOVER event a sentence says between two spans.

    Each line on standard input is {"id", "sentence", "source": [start, end], "target": [start, end] or null}, with offsets
    in code points; each line out is {"id", "type", "mode", "status", "confidence"}, type null where there is no event.
    """
    from sayso.cli.terminal import notice
    from sayso.reading.relate import Relater

    pairs, faults = [], 0
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            pairs.append(_pair(json.loads(line)))
        except (ValueError, RecursionError) as error:
            notice(f"standard input, line {number}: {error}")
            faults += 1
    for answer in Relater(make_reader(model, lexicons)).relate_many(pairs):
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    sys.exit(1 if faults else 0)


def _pair(row: Any) -> dict[str, Any]:
    """A row as the relater takes it. Raises ValueError with what is wrong with it."""
    if not isinstance(row, dict) or not isinstance(row.get("sentence"), str):
        raise ValueError('is not an object with a "sentence"')
    for name in ("source", "target"):
        span = row.get(name)
        if span is None and name == "target":
            continue
        if not (isinstance(span, list) and len(span) == 2 and all(isinstance(x, int) for x in span)):
            raise ValueError(f'"{name}" is no [start, end]')
        if not 0 <= span[0] < span[1] <= len(row["sentence"]):
            raise ValueError(f'"{name}" is no [start, end] inside the sentence')
    return row
