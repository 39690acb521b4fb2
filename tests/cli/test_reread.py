"""`sayso reread` at the terminal: shown, then accepted; `sayso read` alone does not change what was read by another reader."""

from click.testing import CliRunner

from sayso.casefile import Casefile
from sayso.cli.reread import command
from sayso.intake import Taken, take
from sayso.model import ReaderVersion, Reading
from sayso.reading.languages import Languages

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


def test_a_report_that_is_redacted_while_it_is_read_again_is_named_and_the_others_are_accepted(tmp_path, monkeypatch, reader):
    case = tmp_path / "c"
    with Casefile.open(case, create=True) as casefile:
        for number in range(2):
            (tmp_path / f"{number}.txt").write_text(REPORT.replace("Friday", f"Friday, Adnan Zorvanik said, with {number} guns"))
            (taken,) = take([tmp_path / f"{number}.txt"])
            assert isinstance(taken, Taken)
            casefile.add(taken, Reading(reader=ReaderVersion(version="0.0.1", model="m", lexicon="l"), report=taken.report))

    class Meanwhile(Languages):
        """Somebody redacts the first report while it is read."""

        def try_many(self, reports):
            answers = super().try_many(reports)
            with Casefile.open(case, create=False) as casefile:
                if not casefile.redactions():
                    casefile.redact(("Adnan Zorvanik",), reports[0].id)
            return answers

    monkeypatch.setattr("sayso.cli.reread.make_readers", lambda *_: Meanwhile(reader))
    done = CliRunner().invoke(command, [str(case), "--accept"])

    assert done.exit_code == 1
    assert "was read as it stood before" in done.stderr
    assert "1 reports read again" in done.stderr
    with Casefile.open(case, create=False) as casefile:
        assert sorted("Zorvanik" in one.report.text for one in casefile.readings()) == [False, True]
