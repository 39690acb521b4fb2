"""A backup is the casefile of one moment, whole and checked, and comes back as it was; on either store, and from one to the other."""

import sqlite3
import stat
import threading

import pytest

from sayso.casefile import Casefile, CasefileError, Decision, Query, restore


def contents(case):
    """All that is in a casefile."""
    return (
        list(case.reports()), [one.to_json() for one in case.readings()], [case.original(row.id) for row in case.reports()],
        case.corrections(), case.quarantine(),
    )  # fmt: skip


@pytest.fixture
def filled(open_case, make):
    case = open_case()
    for number in range(3):
        one = make.taken(f"Guards opened the northern gate, the council said, {number} times.", outlet="Courier")
        case.add(one, make.full_reading(one))
    case.decide(Decision(one.report.id, "confirm", "E1"), who="ann")
    case.set_aside(make.taken("Slow."), "took longer than 300 s")
    return case


def test_what_was_backed_up_comes_back_and_the_log_goes_on(filled, tmp_path, make):
    before, log = contents(filled), filled.log()

    last, faults = filled.backup(tmp_path / "backup")
    assert (last, faults) == ((log[-1].seq + 1, filled.log()[-1].sha256), [])
    assert filled.log()[-1].action == "backup"
    restored, found = restore(tmp_path / "backup", tmp_path / "again")
    assert (restored, found) == (last, [])

    with Casefile.open(tmp_path / "again", create=False) as again:
        assert contents(again) == before
        assert [entry.action for entry in again.log()] == [*(entry.action for entry in log), "backup", "restored"]
        assert len(again.search(Query("gates")).hits) == 3
        assert again.verify() == []
        more = make.taken("Another one.")
        again.add(more, make.reading_of(more))
        assert again.verify() == []


def test_a_backup_of_a_file_comes_back_on_a_server_and_the_other_way_round(filled, where, tmp_path):
    if "postgresql" not in str(where):
        pytest.skip("one of the two is a server")
    before = contents(filled)
    filled.backup(tmp_path / "backup")
    restore(tmp_path / "backup", tmp_path / "file")
    with pytest.raises(CasefileError, match="empty place"):
        restore(tmp_path / "file", where)

    with Casefile.open(tmp_path / "file", create=False) as file:
        assert contents(file) == before


def test_a_server_takes_a_backup_in_and_counts_on(open_case, where, tmp_path, make):
    with Casefile.open(tmp_path / "file", create=True) as file:
        one = make.taken()
        file.add(one, make.full_reading(one))
        file.decide(Decision(one.report.id, "confirm", "E1"))
        before = contents(file)
        file.backup(tmp_path / "backup")
    if "postgresql" not in str(where):
        pytest.skip("needs a server")

    restore(tmp_path / "backup", where)

    case = open_case(create=False)
    assert contents(case) == before
    more = make.taken("Guards opened the southern gate, the council said.")
    case.add(more, make.full_reading(more))
    case.decide(Decision(more.report.id, "confirm", "E1"))
    assert case.verify() == []


def test_its_owner_alone_can_read_a_backup_and_nothing_is_left_beside_it(filled, tmp_path):
    (tmp_path / "out").mkdir()
    filled.backup(tmp_path / "out" / "backup")

    assert [one.name for one in (tmp_path / "out").iterdir()] == ["backup"]
    assert stat.S_IMODE((tmp_path / "out" / "backup").stat().st_mode) == 0o600


def test_nothing_is_overwritten(filled, tmp_path):
    (tmp_path / "notes").write_text("mine")
    with pytest.raises(CasefileError, match="nothing is overwritten"):
        filled.backup(tmp_path / "notes")
    filled.backup(tmp_path / "backup")
    with pytest.raises(CasefileError, match="nothing is overwritten"):
        restore(tmp_path / "backup", tmp_path / "notes")
    with pytest.raises(CasefileError, match="cannot be made"):
        filled.backup(tmp_path / "no" / "backup")

    assert (tmp_path / "notes").read_text() == "mine"


def test_an_altered_backup_is_not_restored_unless_asked_for(filled, tmp_path):
    filled.backup(tmp_path / "backup")
    with sqlite3.connect(tmp_path / "backup") as file:
        file.execute("UPDATE log SET operator = 'nobody' WHERE seq = 2")
    file.close()

    with pytest.raises(CasefileError, match="Line 2 of the log"):
        restore(tmp_path / "backup", tmp_path / "again")
    assert not (tmp_path / "again").exists()
    _, faults = restore(tmp_path / "backup", tmp_path / "again", anyway=True)

    assert any("Line 2 of the log" in one for one in faults)
    with pytest.raises(CasefileError, match="There is no backup"):
        restore(tmp_path / "missing", tmp_path / "third")
    (tmp_path / "text").write_text("no backup at all, only words" * 9)
    with pytest.raises(CasefileError, match="cannot be read"):
        restore(tmp_path / "text", tmp_path / "third")


def test_a_backup_made_while_another_writes_is_of_one_moment(open_case, where, tmp_path, make):
    case = open_case()
    stop = threading.Event()

    def write():
        with Casefile.open(where, create=False) as other:
            number = 0
            while not stop.is_set():
                one = make.taken(f"News number {number}.")
                other.add(one, make.reading_of(one))
                number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(4):
            _, faults = case.backup(tmp_path / f"backup{number}")
            assert faults == []
    finally:
        stop.set()
        writer.join()
    assert case.verify() == []


def test_a_redaction_names_the_backup_that_may_hold_the_words_still(filled, tmp_path):
    filled.backup(tmp_path / "backup")

    done, _ = filled.redact(("northern gate",))

    assert [entry.action for entry in done.copies] == ["backup"]
