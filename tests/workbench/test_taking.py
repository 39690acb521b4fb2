"""Files that somebody sent are taken apart where they can do no harm but to themselves."""

import os
import signal
from pathlib import Path

from sayso.intake import Known, Limits, Refused, Taken
from sayso.workbench.taking import Taking


def file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def words(taking: Taking, path: Path) -> list[str]:
    """What came of a file: the beginning of each text, or the reason."""
    return [one.reason if isinstance(one, Refused) else one.report.text[:20] for one in taking.take(path, Known(), Limits())]


def test_what_a_file_holds_comes_whole_and_in_order(tmp_path: Path) -> None:
    taking = Taking(60.0)
    rows = file(tmp_path, "rows.jsonl", "".join(f'{{"text": "Report {n} tells of the fighting in the town."}}\n' for n in range(5)))
    assert words(taking, rows) == [f"Report {n} tells of th" for n in range(5)]
    (one,) = taking.take(file(tmp_path, "one.txt", "The army left the town on Monday.\n"), Known(outlet="Hill News"), Limits())
    assert isinstance(one, Taken)
    assert (one.report.outlet, one.original) == ("Hill News", b"The army left the town on Monday.\n")


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    taking, one = Taking(1e-9), file(tmp_path, "one.txt", "The army left the town on Monday.\n")
    assert "took more than 1e-09 seconds" in words(taking, one)[0]
    taking._seconds = 60.0
    assert words(taking, one) == ["The army left the to"]


def test_a_process_that_died_costs_its_file_alone(tmp_path: Path) -> None:
    taking, first = Taking(60.0), file(tmp_path, "first.txt", "The army left the town on Monday.\n")
    assert len(words(taking, first)) == 1
    assert taking._process is not None
    assert taking._process.pid is not None
    os.kill(taking._process.pid, signal.SIGKILL)
    taking._process.join()

    assert "died of it" in words(taking, first)[0]
    assert words(taking, first) == ["The army left the to"]


def test_what_was_not_waited_for_is_not_taken_for_the_next_file(tmp_path: Path) -> None:
    taking = Taking(60.0)
    rows = file(tmp_path, "rows.jsonl", "".join(f'{{"text": "Report {n} tells of the fighting in the town."}}\n' for n in range(5)))
    found = taking.take(rows, Known(), Limits())
    next(found)
    found.close()
    assert words(taking, file(tmp_path, "next.txt", "The army left the town on Monday.\n")) == ["The army left the to"]
