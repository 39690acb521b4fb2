"""`sayso reread` at the terminal: shown, then accepted; `sayso read` alone does not change what was read by another reader."""

from sayso.casefile import Casefile
from sayso.intake import Taken, take
from sayso.model import ReaderVersion, Reading

REPORT = "QASR (Valley Courier) - Rebels attacked the mill of Qasr on Friday, the council said. Nobody was hurt, residents said.\n"


def test_an_upgrade_changes_nothing_before_it_is_accepted(sayso, tmp_path):
    (tmp_path / "one.txt").write_text(REPORT)
    (taken,) = take([tmp_path / "one.txt"])
    assert isinstance(taken, Taken)
    with Casefile.open(tmp_path / "c", create=True) as case:
        case.add(taken, Reading(reader=ReaderVersion(version="0.0.1", model="m", lexicon="l"), report=taken.report))

    again = sayso("read", "one.txt", "--into", "c")
    assert "read by another reader" in again.stderr
    for asked in ("show", "situation"):
        assert "1 of 1 readings are by another version, lexicon or model" in sayso(asked, "c").stderr
    shown = sayso("reread", "c")
    assert "new     events" in shown.stdout
    assert "Nothing was stored" in shown.stderr
    with Casefile.open(tmp_path / "c", create=False) as case:
        assert case.reading(taken.report.id).events == ()

    assert sayso("reread", "c", "--accept").returncode == 0
    assert "0 reports read again" in sayso("reread", "c").stderr
    assert sayso("show", "c").stderr == ""
    with Casefile.open(tmp_path / "c", create=False) as case:
        assert case.reading(taken.report.id).events
        assert len(case.report(taken.report.id).readers) == 2
        assert case.verify() == []
