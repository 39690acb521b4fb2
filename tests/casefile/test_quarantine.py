"""A report that could not be read is kept with the reason until it is read or forgotten."""

import hashlib
import re
import sqlite3
import zlib
from base64 import b64encode
from dataclasses import replace

import pytest

from sayso.casefile import Added, Casefile, CasefileError, RedactedError
from sayso.intake import Taken
from sayso.model import Appearance, Report


@pytest.fixture
def aside(case, make):
    """A report in quarantine."""
    one = make.taken("Guards of Adnan Zorvanik opened the gate.", outlet="Courier")
    assert case.set_aside(one, "took longer than 300 s")
    return one


def test_it_is_listed_with_its_reason_and_is_no_report_yet(case, aside):
    (listed,) = case.quarantine()

    assert (listed.id, listed.source, listed.reason) == (aside.report.id, aside.source, "took longer than 300 s")
    assert list(case.reports()) == []
    assert [entry.action for entry in case.log()] == ["quarantined"]
    assert case.set_aside(aside, "again")
    assert [entry.action for entry in case.log()] == ["quarantined"]
    assert case.verify() == []


def test_where_it_is_met_again_is_kept_and_counts_once_it_is_read(case, make, aside):
    elsewhere = make.taken(aside.report.text, outlet="Herald", published="2030-01-02", source="reports/two.txt")

    assert [case.meet(elsewhere), case.meet(elsewhere), case.meet(aside)] == [Added.APPEARANCE, Added.KNOWN, Added.KNOWN]

    kept = case.set_aside_as(aside.report.id)
    assert kept.report.published == "2030-01-02"
    assert case.verify() == []
    case.add(kept, make.reading_of(kept))
    assert [one.outlet for one in case.reading(aside.report.id).report.appearances] == ["Herald", "Courier"]
    assert case.verify() == []


def test_one_that_says_the_same_twice_is_met_again_like_any_other(case, make):
    twice = (Appearance(outlet="Courier"), Appearance(outlet="Courier"))
    one = make.taken("Guards opened the gate.", appearances=twice)
    case.set_aside(one, "took too long")

    assert case.meet(one) is Added.KNOWN
    assert case.meet(make.taken(one.report.text, appearances=(Appearance(outlet="Herald"),))) is Added.APPEARANCE

    assert {met.outlet for met in case.set_aside_as(one.report.id).report.appearances} == {"Courier", "Herald"}


def test_read_at_last_it_is_a_report_like_any_other(case, make, aside):
    kept = case.set_aside_as(aside.report.id)
    assert (kept.report, kept.original, kept.source, kept.format) == (aside.report, aside.original, aside.source, aside.format)

    case.add(kept, make.reading_of(kept))

    assert case.quarantine() == []
    assert [row.id for row in case.reports()] == [aside.report.id]
    assert case.verify() == []
    assert not case.set_aside(aside, "a later failure does not undo that")


def test_it_can_be_forgotten_and_then_is_not_taken_in_again(case, aside):
    case.forget(aside.report.id, why="at risk")

    assert case.quarantine() == []
    assert case.verify() == []
    assert "reports/one.txt" not in "".join(entry.detail for entry in case.log())
    with pytest.raises(RedactedError):
        case.set_aside(aside, "again")
    with pytest.raises(CasefileError, match="is not in quarantine"):
        case.set_aside_as(aside.report.id)


def test_a_redaction_takes_it_out_as_a_whole(case, aside, make):
    other = make.taken("Nothing of note.", source="reports/two.txt")
    case.set_aside(other, "took longer than 300 s")

    done, _ = case.redact(("Adnan Zorvanik",), why="at risk")

    assert done.dropped == (aside.report.id,)
    assert [one.id for one in case.quarantine()] == [other.report.id]
    assert case.verify() == []


PAGE = "<p>Jos&eacute; &quot;Pepe&quot; Gar<b>c&iacute;</b>a opened the gate.</p>"
MAIL = "From: desk@example.org\nSubject: =?utf-8?q?Jos=C3=A9_Garc=C3=ADa?=\nContent-Transfer-Encoding: base64\n\n"


@pytest.mark.parametrize(
    ("kept", "phrase"),
    [
        (Taken(Report(id="", text='He said "Abu Lund" twice.'), b"%PDF", "a.pdf", "pdf"), 'said "Abu Lund" twice'),
        (Taken(Report(id="", text="None."), PAGE.encode(), "a.html", "html"), 'José "Pepe" García'),
        (Taken(Report(id="", text="None."), "José García".encode("cp1252"), "a.txt", "text"), "José García"),
        (Taken(Report(id="", text="None."), b'{"author": "Jos\\u00e9 Garc\\u00eda"}', "a.html", "html"), "José García"),
        (Taken(Report(id="", text="None."), MAIL.encode(), "a.eml", "mail"), "José García"),
        (Taken(Report(id="", text="None."), MAIL.encode() + b64encode(b"by Adnan Zorvanik"), "a.eml", "mail"), "Adnan Zorvanik"),
        (Taken(Report(id="", text="None.", byline="Adnan Zorvanik"), b"%PDF", "a.pdf", "pdf"), "Adnan Zorvanik"),
    ],
)
def test_a_redaction_finds_the_words_however_they_are_written(case, kept, phrase):
    digest = hashlib.sha256(kept.original).hexdigest()
    case.set_aside(replace(kept, report=kept.report.model_copy(update={"id": digest})), "took longer than 300 s")

    done, _ = case.redact((phrase,))

    assert done.dropped == (digest,)
    assert case.quarantine() == []


@pytest.mark.parametrize(
    ("tampering", "said"),
    [
        ("UPDATE quarantine SET report = :other", "The text of report .*, in quarantine, or what is noted about it, was altered"),
        ("UPDATE quarantine SET reason = 'not worth reading'", "what is noted about it, was altered"),
        ("UPDATE quarantine SET bytes = :other", "in quarantine, was altered"),
        ("DELETE FROM quarantine", "is lost: the log says that it was put in quarantine"),
    ],
)
@pytest.mark.usefixtures("aside")
def test_tampering_with_it_is_named(path, tampering, said):
    with sqlite3.connect(path) as file:
        file.execute(tampering, {"other": zlib.compress(b"other")} if ":other" in tampering else {})

    with Casefile.open(path, create=False) as case:
        assert any(re.search(said, sentence) for sentence in case.verify())


@pytest.mark.parametrize("hurt", ["Subject: =?utf-8?b?a?=", "Content-Type: multipart/mixed", "Content-Type: message/rfc822"])
def test_a_mail_that_nobody_wrote_hinders_no_redaction(case, make, hurt):
    one = make.taken(f"From: desk@example.org\n{hurt}\nX-By: =?utf-8?b?QWRuYW4gWm9ydmFuaWs=?=\n\nx!\n")
    case.set_aside(Taken(one.report.model_copy(update={"text": "Nothing."}), one.original, "a.eml", "mail"), "took longer than 300 s")

    done, _ = case.redact(("Adnan Zorvanik",))

    assert done.dropped == (one.report.id,)
