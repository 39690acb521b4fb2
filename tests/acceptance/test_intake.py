"""Formats and addresses at the command line."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_formats_are_listed_with_what_they_need(sayso: Run) -> None:
    done = sayso("formats", "--json")
    assert done.returncode == 0
    rows = {row["name"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert set(rows) >= {"text", "html", "pdf", "mail", "mbox", "feed", "warc", "jsonl", "json", "csv", "xlsx", "zip", "gzip"}
    assert rows["pdf"]["needs"] == "pip install 'sayso[pdf]'"


def test_an_address_of_this_machine_is_named_and_costs_nothing_else(sayso: Run, tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("Was,Wann\nThe army said it left Qasr.,2019-01-28\n", encoding="utf-8")
    done = sayso("read", "http://127.0.0.1:8080/", "rows.csv", "--json", "--columns", "text=Was", "--columns", "published=Wann")
    assert done.returncode == 1
    assert "private network" in done.stderr
    assert json.loads(done.stdout)["report"]["published"] == "2019-01-28"
    assert sayso("read", "rows.csv", "--columns", "nonsense").returncode == 2
