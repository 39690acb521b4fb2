"""`sayso bench` on reports: a table of ratios, and the same figures as JSON."""

import json
from pathlib import Path

from click.testing import CliRunner

from sayso.cli import cli


def test_reading_gate_and_merging_are_timed_beside_the_bare_pipeline(tmp_path: Path) -> None:
    given = tmp_path / "in.jsonl"
    texts = ("The army said it shelled Odun on Monday, killing two people.", "The bank kept its rates unchanged on Tuesday.")
    given.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")

    table = CliRunner().invoke(cli, ["bench", str(given), "--rounds", "1"])
    figures = CliRunner().invoke(cli, ["bench", str(given), "--rounds", "1", "--json"])

    assert table.exit_code == 0, table.output
    rows = [line.split("|")[1].strip() for line in table.output.splitlines() if line.startswith("| ")]
    assert {"bare pipeline", "whole reading", "gate (1 reports passed over)", "merging, once"} <= set(rows)
    found = json.loads(figures.output)
    assert (found["reports"], found["passed_over"]) == (2, 1)
    assert 0 < found["gate_seconds"] < found["bare_seconds"]
    assert found["ratio"] > 0
