"""Nothing is lost or changed without `verify` naming it, and a kill at any moment loses nothing that was stored."""

import random
import re
import signal
import sqlite3
import subprocess
import sys
import textwrap
import zlib

import pytest

from sayso.casefile import Casefile, CasefileError
from sayso.model import Correction


@pytest.fixture
def filled(open_case, make):
    case = open_case()
    for number in range(3):
        one = make.taken(f"News number {number}.", outlet="Courier")
        case.add(one, make.reading_of(one))
    case.correct(Correction(id="c1", report=one.report.id, layer="report", action="confirm", fact="title", who="ann", when="2030-03-01"))
    assert case.verify() == []
    return case


def test_the_log_says_who_did_what_and_when(filled):
    log = filled.log()

    assert [entry.action for entry in log] == ["new", "new", "new", "correction"]
    assert {entry.operator for entry in log} == {"tester"}
    assert log[0].at == "2030-01-01T00:00:01Z"
    assert [entry.seq for entry in log] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("tampering", "said"),
    [
        ("UPDATE originals SET bytes = :other WHERE rowid = 1", "The original of report .* was altered"),
        ("UPDATE originals SET bytes = x'00' WHERE rowid = 1", "The original of report .* was altered"),
        ("DELETE FROM originals WHERE rowid = 1", "The original of report .* is lost"),
        ("UPDATE readings SET json = :other WHERE seq = 2", "A reading of report .* was altered"),
        ("DELETE FROM readings WHERE seq = 2", "A reading of report .* is lost"),
        ("UPDATE appearances SET outlet = 'Herald' WHERE seq = 1", "An appearance of report .* was altered"),
        ("DELETE FROM appearances WHERE seq = 1", "An appearance of report .* is lost"),
        ("UPDATE corrections SET json = replace(json, 'ann', 'bob')", "Correction c1 .* was altered"),
        ("DELETE FROM corrections", "A correction of report .* is lost"),
        ("UPDATE log SET operator = 'nobody' WHERE seq = 2", r"Line 2 of the log .* was altered"),
        ("DELETE FROM log WHERE seq = 2", "The log lacks the lines between 1 and 3"),
        ("DELETE FROM log WHERE seq = 4", "should end with line 4, but it ends with line 3"),
        ("DELETE FROM reports WHERE rowid = 1", "Report .* is lost"),
    ],
)
def test_tampering_is_named(filled, path, tampering, said):
    with sqlite3.connect(path) as file:
        file.execute(tampering, {"other": zlib.compress(b'{"report": {"id": "x"}}')} if ":other" in tampering else {})

    assert any(re.search(said, sentence) for sentence in filled.verify())


def test_a_correction_is_never_overwritten(filled):
    (kept,) = filled.corrections()
    filled.correct(kept)

    with pytest.raises(CasefileError, match="none is ever overwritten"):
        filled.correct(kept.model_copy(update={"who": "bob"}))

    assert filled.corrections(kept.report) == [kept]


def test_a_correction_needs_a_report(filled):
    with pytest.raises(CasefileError, match="which is not in the casefile"):
        filled.correct(Correction(id="c2", report="0" * 64, layer="events", action="reject", fact="E1", who="ann", when="2030-03-01"))


def test_a_kill_loses_nothing_that_was_stored(path):
    writer = textwrap.dedent(f"""
        import hashlib
        from types import SimpleNamespace
        from sayso.casefile import Casefile
        from sayso.model import ReaderVersion, Reading, Report
        case = Casefile.open({str(path)!r}, create=True)
        for number in range(100_000):
            text = f"News number {{number}}. " * 50
            report = Report(id=hashlib.sha256(text.encode()).hexdigest(), text=text)
            taken = SimpleNamespace(report=report, original=text.encode(), source="x", format="text")
            case.add(taken, Reading(reader=ReaderVersion(version="1", model="m", lexicon="l"), report=report))
            print(number, flush=True)
    """)
    process = subprocess.Popen([sys.executable, "-c", writer], stdout=subprocess.PIPE, text=True)
    told = 0
    for line in process.stdout:
        told = int(line) + 1
        if told == 120:
            process.send_signal(signal.SIGKILL)
    process.wait()

    with Casefile.open(path, create=False) as case:
        assert len(list(case.reports())) >= told >= 120
        assert len(list(case.readings())) == len(list(case.reports()))
        assert case.verify() == []


def test_a_badly_damaged_file_is_looked_at_to_its_end(open_case, path, make):
    case = open_case()
    for number in range(40):
        one = make.taken(f"News number {number}. " + "".join(random.Random(number).choices("abcdefgh ijklmnop", k=9_000)))
        case.add(one, make.reading_of(one))
    with sqlite3.connect(path) as file:
        file.execute("UPDATE log SET operator = 'nobody' WHERE seq = 40")
    case.close()
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = bytearray(path.read_bytes())
    size = 4096
    for page in range(30, len(whole) // size, 25):
        if b"tester" not in whole[page * size : (page + 1) * size]:  # no page of the log
            whole[page * size : (page + 1) * size] = bytes([0xAA]) * size
    path.write_bytes(whole)

    faults = open_case(create=False).verify()

    assert any("cannot be read" in one or "was altered" in one for one in faults)
    assert any("The file is damaged" in one for one in faults)
    assert any("Line 40 of the log" in one for one in faults)
