"""`sayso redact`, `forget` and `verify` at the terminal."""

import hashlib
import re
from itertools import pairwise

import pytest

from sayso.casefile import Casefile
from sayso.intake import Taken
from sayso.model import ReaderVersion, Reading, Report

TEXT = "QASR (Valley Courier) - Rebels attacked the mill on Friday, Adnan Zorvanik said.\n"


@pytest.fixture
def case(sayso, tmp_path):
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "two.txt").write_text("Adnan Zorvanik fled the mill on Friday, the council said.\n")
    assert sayso("read", "one.txt", "two.txt", "--into", "c").returncode == 0
    return "c"


def test_copies_made_before_are_named_and_the_status_says_that_there_are_some(sayso, case, tmp_path):
    assert sayso("backup", case, "b").returncode == 0

    done = sayso("redact", case, "Adnan Zorvanik", "--yes", "--why", "at risk")

    assert done.returncode == 1
    assert done.stdout == "redacted in 2 reports\n"
    assert re.search(rf"an earlier backup may still hold it: {tmp_path}/b \(2 readings, \d{{4}}-\d\d-\d\d, by ", done.stderr)


def test_corrections_that_a_colleague_got_are_such_a_copy(sayso, case, tmp_path):
    assert sayso("corrections", case, "--export", "mine.csv").returncode == 0
    assert sayso("corrections", case, "--export", "mine.txt").returncode == 2

    done = sayso("redact", case, "Adnan Zorvanik", "--yes")

    assert f"an earlier export may still hold it: {tmp_path}/mine.csv " in done.stderr
    assert "mine.txt" not in done.stderr


def test_a_report_left_out_by_mistake_is_not_all_of_them(sayso, case):
    """As where a script's variable is empty."""
    done = sayso("redact", case, "Adnan Zorvanik", "--report", "", "--yes")

    assert done.returncode == 1
    assert "is no report's id" in done.stderr
    assert "redacted" not in sayso("verify", case).stdout


def test_a_head_that_was_deposited_is_held_against_the_log(sayso, case):
    line, digest = re.search(r"elsewhere: (\d+) (\w+)", sayso("verify", case).stdout).groups()
    assert sayso("forget", case, sayso("show", case).stdout.splitlines()[1].split()[0], "--yes").returncode == 0

    kept = sayso("verify", case, "--head", line, digest)
    other = sayso("verify", case, "--head", line, "0" * 64)

    assert (kept.returncode, other.returncode) == (0, 1)
    assert f"line {line} of the log is the one that was deposited" in kept.stdout
    assert "made anew, or cut" in other.stderr


def test_an_id_that_more_than_one_report_has_is_refused_those_in_quarantine_included(sayso, tmp_path):
    texts = {hashlib.sha256(text.encode()).hexdigest(): text for text in (f"The mill of Qasr burnt {n} times." for n in range(40))}
    first, second = next((one, other) for one, other in pairwise(sorted(texts)) if one[0] == other[0])
    with Casefile.open(tmp_path / "c", create=True) as case:
        taken = [Taken(Report(id=one, text=texts[one]), texts[one].encode(), "mill.txt", "text") for one in (first, second)]
        case.add(taken[0], Reading(reader=ReaderVersion(version="1", model="m", lexicon="l"), report=taken[0].report))
        case.set_aside(taken[1], "it took too long")

    both = sayso("forget", "c", first[0], "--yes")

    assert both.returncode == 1
    assert f"More than one report's id, those in quarantine included, starts with {first[0]}: {first[:12]}, {second[:12]}" in both.stderr
    assert "forgotten" in sayso("forget", "c", second[:12], "--yes").stdout
    assert "forgotten" in sayso("forget", "c", first[:12], "--yes").stdout
