"""`sayso retry`: what is in quarantine is read again, whatever others do meanwhile."""

import hashlib

from click.testing import CliRunner

from sayso.casefile import Casefile
from sayso.cli.retry import command
from sayso.intake import Taken
from sayso.model import Report
from sayso.reading.languages import Languages

TEXTS = ("Rebels attacked the mill of Qasr on Friday, the council said.", "The mill burnt, residents said.", "Nobody was hurt, the mayor said.")


def test_a_report_that_is_taken_out_meanwhile_costs_the_others_nothing(tmp_path, monkeypatch, reader):
    path = tmp_path / "c"
    with Casefile.open(path, create=True) as case:
        for text in TEXTS:
            report = Report(id=hashlib.sha256(text.encode()).hexdigest(), text=text)
            case.set_aside(Taken(report, text.encode(), "one.txt", "text"), "it took too long")
        ids = [one.id for one in case.quarantine()]

    class Meanwhile(Languages):
        """While the first is read, somebody forgets it and the second."""

        def try_many(self, reports, batch_size=32):
            answers = list(super().try_many(reports, batch_size))
            with Casefile.open(path, create=False) as case:
                for one in ids[:2] if case.redactions() == [] else []:
                    case.forget(one)
            return iter(answers)

    monkeypatch.setattr("sayso.cli.retry.make_readers", lambda *_: Meanwhile(reader))
    done = CliRunner().invoke(command, [str(path)])

    assert done.exit_code == 0
    assert "redacted this report" in done.stderr
    assert f"Report {ids[1][:12]} is not in quarantine." in done.stderr
    assert "1 read, 0 in quarantine still" in done.stderr
    with Casefile.open(path, create=False) as case:
        assert [row.id for row in case.reports()] == ids[2:]
