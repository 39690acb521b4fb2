"""What is redacted is nowhere any more, and everything else is where it was."""

import hashlib
import re
import zlib
from contextlib import suppress
from dataclasses import replace
from threading import Timer

import pytest
from sqlalchemy import create_engine, delete
from sqlalchemy.engine import make_url

from sayso.casefile import CasefileError, Decision, MissingError, Query, RedactedError
from sayso.casefile.situations import situation_of
from sayso.casefile.tables import corrections
from sayso.intake import Taken
from sayso.model import Event, Party, Place, ReaderVersion, Report, Statement

NAME = "Adnan Zorvanik"
TEXT = (
    "Guards let a convoy into Qasr, the monitor ADNAN\nZORVANIK said. Zorvanik also said the commander known as the Owl met Zorvanikov there. "
    "The council denied it."
)


def _at(words):
    return (TEXT.index(words), TEXT.index(words) + len(words))


MENTIONS = (_at("ADNAN\nZORVANIK"), (_at("Zorvanik also")[0], _at(" also said")[0]))


@pytest.fixture
def report(case, make):
    """The id of a report that has the name in its text, title, address, file's name, facts, and in a correction."""
    taken = make.taken(TEXT, source="reports/adnan_zorvanik.txt", title=f"{NAME} speaks", outlet="Courier", url="https://x.org/adnan-zorvanik")
    parties = (
        Party(id="P1", name=NAME, aliases=("Zorvanik", "the Owl"), kind="person", mentions=MENTIONS),
        Party(id="P2", name="council", kind="government", mentions=(_at("council"),)),
    )
    case.add(taken, make.reading_of(
        taken, parties=parties, places=(Place(id="L1", name="Qasr", kind="town", mentions=(_at("Qasr"),)),),
        statements=(Statement(id="S1", content=((0, 30),), kind="indirect", speaker="P1", speaker_span=_at("ADNAN\nZORVANIK")),),
        events=(Event(id="E1", type="RETREAT", mode="access", trigger=_at("let"), actors=("P2",), according_to="S1"),),
    ))  # fmt: skip
    case.decide(Decision(taken.report.id, "edit", "P1", after={"kind": "monitor"}, why=f"{NAME} is a monitor"))
    other = make.taken("The mill of Qasr burnt.", outlet="Herald")
    case.add(other, make.reading_of(other))
    return taken.report.id


def _everything(case, report):
    """All that the casefile hands out, as one text."""
    reading = case.corrected(report)
    parts = [reading.reading.to_json(), case.original(report).decode(), *(one.to_json() for one in case.corrections())]
    return " ".join([*parts, *map(str, case.log()), *map(str, case.reports()), str(case.report(report)), str(case.search(Query("Qasr")))])


def test_the_name_is_gone_from_all_that_is_handed_out_and_all_else_stands(case, report):
    assert "Zorvanik" in _everything(case, report)

    done, _ = case.redact((NAME,), why="at risk")

    assert done.reports == (report,)
    assert done.also_called == ("the Owl",)
    assert not re.search("adnan|zorvanik(?!ov)", _everything(case, report), re.IGNORECASE)
    reading = case.reading(report)
    assert reading.report.text == TEXT.replace("ADNAN\nZORVANIK", "█████\n████████").replace("Zorvanik also", "████████ also")
    assert case.original(report).decode() == reading.report.text
    assert (reading.parties[0].name, reading.parties[0].kind) == ("█████ ████████", "monitor")
    assert case.orphans() == []
    assert [e.type for e in reading.events] == ["RETREAT"]
    assert case.search(Query("Zorvanik")).hits == ()
    assert case.search(Query("convoy")).hits[0].report == report


def test_the_chain_holds_and_the_redaction_is_on_record_and_not_an_alteration(case, report):
    case.redact((NAME,), why="at risk")

    assert case.verify() == []
    (entry,) = case.redactions()
    assert (entry.subject, entry.operator) == (report, "tester")
    assert "at risk" in entry.detail


def test_the_name_is_nowhere_in_the_files_bytes(path, open_case, case, report):
    packed = bytes(zlib.compress(case.original(report)))
    case.close()
    before = b"".join(file.read_bytes() for file in path.parent.glob("case.sayso*"))
    assert packed in before
    assert re.search(rb"zorvanik", before, re.IGNORECASE)

    again = open_case()
    _, left = again.redact((NAME,))
    assert left is None

    bytes_now = b"".join(file.read_bytes() for file in path.parent.glob("case.sayso*"))
    assert packed not in bytes_now
    assert not _has_name(bytes_now)
    assert not any(map(_has_name, _unpacked(bytes_now)))  # in rows as in free room


@pytest.mark.usefixtures("case", "report")
def test_a_reader_that_holds_the_file_open_is_told_of(path, open_case):  # noqa: ARG001
    other = open_case(create=False, busy_seconds=0.1)
    with other._reads() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM log").all()
        mine = open_case(create=False, busy_seconds=0.1)
        try:
            _, left = mine.redact((NAME,))
        except CasefileError as error:
            left = str(error)
    assert left is not None
    assert mine.scrub() is None


@pytest.mark.usefixtures("report")
def test_what_was_changed_beside_a_redaction_is_still_named(case):
    case.redact((NAME,))
    with case._writes() as connection:
        connection.exec_driver_sql("UPDATE log SET operator = 'nobody' WHERE seq = 1")
        connection.exec_driver_sql("DELETE FROM corrections")

    said = " ".join(case.verify())
    assert "Line 1 of the log" in said
    assert "A correction of report" in said


@pytest.mark.usefixtures("report")
def test_the_same_bytes_are_not_taken_in_again(case, make):
    case.redact((NAME,))

    for again in (lambda one: case.add(one, make.reading_of(one)), case.meet):
        with pytest.raises(RedactedError, match=r"tester redacted this report on 2030-01-01"):
            again(make.taken(TEXT, source="x.txt"))


def test_what_was_read_before_a_redaction_is_not_accepted_after_it(case, report, make):
    """As by a `sayso reread --accept` that reads while somebody redacts."""
    newer = ReaderVersion(version="2", model="m", lexicon="l")
    before = case.as_taken(report)
    case.redact((NAME,))

    with pytest.raises(RedactedError, match="redacted this report"):
        case.accept(make.reading_of(make.taken(TEXT), newer).model_copy(update={"report": before}))
    assert not re.search("adnan|zorvanik(?!ov)", _everything(case, report), re.IGNORECASE)
    assert case.accept(make.reading_of(make.taken(TEXT), newer).model_copy(update={"report": case.as_taken(report)}))

    case.forget(report)
    with pytest.raises(MissingError):
        case.accept(make.reading_of(make.taken(TEXT), newer).model_copy(update={"report": before}))


COLLEAGUES = {
    "of the person": Decision("", "edit", "P1", after={"kind": "monitor"}),
    "of a statement of theirs": Decision("", "edit", "S1", after={"kind": "direct"}),
    "that says the name": Decision("", "edit", "E1", after={"status": "denied"}, why="Adnan says so"),
    "that gives the name": Decision("", "edit", "P2", after={"name": "Zorvanik's council"}),
    "of the title": Decision("", "edit", "report", after={"title": "A monitor speaks"}),
}


@pytest.mark.parametrize("decision", COLLEAGUES.values(), ids=COLLEAGUES)
def test_a_colleagues_correction_does_not_bring_the_name_back(case, report, decision):
    made = case.decide(replace(decision, report=report), who="colleague")
    with case._writes() as connection:  # it was made in another copy
        connection.execute(delete(corrections).where(corrections.c.id == made.id))
    case.redact((NAME,))

    with pytest.raises(RedactedError, match="words that the report does not have here"):
        case.correct(made)
    assert not re.search("adnan|zorvanik(?!ov)", _everything(case, report), re.IGNORECASE)


def test_a_colleagues_correction_that_has_none_of_it_is_taken_in(case, report):
    made = case.decide(Decision(report, "edit", "P2", after={"kind": "state", "name": "Council of Qasr"}, why="it rules here"), who="colleague")
    with case._writes() as connection:
        connection.execute(delete(corrections).where(corrections.c.id == made.id))
    case.redact((NAME,))

    assert case.correct(made)
    assert not case.correct(made)
    assert case.reading(report).parties[1].name == "Council of Qasr"


def test_a_second_redaction_of_the_same_report_is_on_record_too(case, report):
    case.redact((NAME,))
    case.redact(("the Owl",), report)

    assert "Owl" not in _everything(case, report)
    assert case.verify() == []
    assert len(case.redactions()) == 2


@pytest.mark.usefixtures("report")
def test_earlier_copies_are_named(case):
    case.handed_over("export", "/somewhere/case.jsonl")

    done, _ = case.redact((NAME,))

    assert ["/somewhere/case.jsonl" in entry.detail for entry in done.copies] == [True]


@pytest.mark.usefixtures("report")
def test_what_no_report_has_changes_nothing(case):
    before = len(case.log())

    done, _ = case.redact(("Nobody Atall",))

    assert (done.reports, len(case.log())) == ((), before)
    with pytest.raises(CasefileError, match="Name the words"):
        case.redact(("...",))
    with pytest.raises(CasefileError, match="does not have the redacted words"):
        case.redact((NAME,), why="protect Adnan Zorvanik")
    with pytest.raises(CasefileError, match="or a shorter name"):
        case.redact((NAME,), why="Zorvanik asked for it")
    assert case.redactions() == []


def test_a_forgotten_report_leaves_its_hash_in_the_log_and_nothing_else(case, report, make):
    case.forget(report, why="at risk")

    assert [row.id for row in case.reports()] != [report]
    assert case.corrections() == []
    assert "orvanik" not in " ".join(map(str, case.log()))
    assert case.verify() == []
    with pytest.raises(RedactedError):
        case.meet(make.taken(TEXT))


def test_an_original_that_has_the_name_beside_the_text_is_removed_as_a_whole(case, make):
    """An invented page whose author stands only in its head, written with entities."""
    page = b'<html><head><meta name="author" content="Jos&eacute; Garc&iacute;a"></head><body><p>The mill burnt.</p></body></html>'
    report = Report(id=hashlib.sha256(page).hexdigest(), text="The mill burnt.")
    case.add(Taken(report, page, "mill.html", "html"), make.reading_of(make.taken("The mill burnt.")).model_copy(update={"report": report}))

    done, _ = case.redact(("José García",))

    assert done.dropped == (report.id,)
    assert case.original(report.id) == b""
    assert case.reading(report.id).report.text == report.text
    assert case.verify() == []


def _hex(value):
    return b"<FEFF" + value.encode("utf-16-be").hex().upper().encode() + b">"


def _compressed(kind, content):
    packed = zlib.compress(content)
    return b"7 0 obj<</Type/%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n" % (kind, len(packed), packed)


BESIDE = {
    "properties in UTF-16": b"6 0 obj<</Subject " + _hex(NAME) + b">>endobj\n",
    "a note with escapes": b"6 0 obj<</Type/Annot/Contents(by Adnan\\040Zorvanik)>>endobj\n",
    "a note in escaped UTF-16": b"6 0 obj<</Contents(\xfe\xff\0\\(" + NAME.encode("utf-16-be") + b"\0\\))>>endobj\n",
    "compressed objects": _compressed(b"ObjStm", b"8 0 <</Author " + _hex(NAME) + b"/Title(other)>>"),
    "compressed XMP": _compressed(b"Metadata/Subtype/XML", f"<x:xmpmeta><dc:creator>{NAME}</dc:creator></x:xmpmeta>".encode()),
}


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
def test_a_pdf_that_has_the_name_beside_what_it_draws_is_removed_as_a_whole(case, make, beside):
    page = b"%PDF-1.5\n" + _compressed(b"XObject", b"picture") + beside + b"trailer<</Root 1 0 R/Info 6 0 R>>\n%%EOF"
    other = page.replace(beside, b"6 0 obj<</Subject<FEFF00>/Title(Zor\\")
    for number, raw in enumerate((page, other)):
        report = Report(id=hashlib.sha256(raw).hexdigest(), text=f"The mill burnt {number} times.")
        case.add(Taken(report, raw, "mill.pdf", "pdf"), make.reading_of(make.taken(report.text)).model_copy(update={"report": report}))

    done, _ = case.redact((NAME,))

    assert done.dropped == (hashlib.sha256(page).hexdigest(),)
    assert case.original(hashlib.sha256(other).hexdigest()) == other
    assert case.verify() == []


def test_the_name_is_nowhere_in_the_servers_files(server_files, case, report, make):
    """But in its write-ahead log, which is not ours to clean: `redact` says so."""
    aside = make.taken(f"{NAME} opened the gate.", source="reports/three.txt")
    case.set_aside(aside, f"a sentence of {NAME} took too long")
    situation_of(case)
    assert _with_the_name(server_files())

    done, left = case.redact((NAME,), why="at risk")

    assert set(done.reports) == {report, aside.report.id}
    assert "write-ahead log" in (left or "")
    assert _with_the_name(server_files()) == []


@pytest.mark.parametrize(("database", "sees"), [
    (None, "SELECT 1"),  # it reads nothing of ours, but could
    ("postgres", "SELECT pg_current_xact_id()"),  # a change of another database that is not finished
])  # fmt: skip
def test_who_still_sees_the_name_on_the_server_is_told_of(where, server_files, open_case, report, database, sees):  # noqa: ARG001
    other = create_engine(make_url(where).set(drivername="postgresql+psycopg", **({"database": database} if database else {})))
    with other.connect().execution_options(isolation_level="REPEATABLE READ") as session:
        session.exec_driver_sql(sees)
        number = session.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        mine = open_case(create=False, busy_seconds=0.1)

        _, left = mine.redact((NAME,))

        assert f"session {number}" in left
        assert "--scrub" in left
    other.dispose()

    assert "session" not in mine.scrub()
    assert _with_the_name(server_files()) == []


def test_who_sees_the_name_on_the_server_for_a_moment_only_is_waited_for(where, server_files, open_case, report):  # noqa: ARG001
    other = create_engine(make_url(where).set(drivername="postgresql+psycopg"))
    session = other.connect().execution_options(isolation_level="REPEATABLE READ")
    session.exec_driver_sql("SELECT 1")
    ends = Timer(0.5, session.close)
    ends.start()

    _, left = open_case(create=False).redact((NAME,))

    ends.join()
    other.dispose()
    assert "session" not in left
    assert _with_the_name(server_files()) == []


def _with_the_name(files):
    return [name for name, content in files.items() if any(map(_has_name, [content, *_unpacked(content)]))]


def _has_name(content):
    return re.search(rb"zorvanik(?!ov)|adnan", content, re.IGNORECASE) is not None


def _unpacked(content):
    """Every zlib stream in a file: at each of the first bytes that ours have."""
    for start in (match.start() for match in re.finditer(b"\\x78[\\x01\\x9c]", content)):
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(content[start:])


@pytest.mark.parametrize("word", ["Aid", "government", "text", "name", "en", "ASSAULT", "P1"])
def test_a_name_that_is_a_code_or_a_field_too_changes_no_code(case, make, word):
    taken = make.taken(f"Amal {word} fled Qasr.", language="en")
    party = Party(id="P1", name=f"Amal {word}", kind="government", mentions=((0, 5 + len(word)),))
    fled = Event(id="E1", type="AID", trigger=(6 + len(word), 10 + len(word)), actors=("P1",))
    case.add(taken, make.reading_of(taken, parties=(party,), events=(fled,)))
    done, _ = case.redact((word,))
    reading = case.reading(taken.report.id)
    assert done.reports == (taken.report.id,)
    assert (reading.report.language, reading.events[0].type, reading.events[0].actors) == ("en", "AID", ("P1",))
    assert reading.parties[0].name == f"Amal {'█' * len(word)}"
    assert case.verify() == []


def test_a_name_goes_in_every_spelling(case, make):
    taken = make.taken("JOSÉ GARCÍA fled; Jose\u0301 Garci\u0301a and jose garcia too.", url="https://a.example/jose-garcia")
    case.add(taken, make.reading_of(taken))
    case.redact(("José García",))
    assert not re.search("(?i)garc|jos", case.reading(taken.report.id).to_json())


def test_what_is_left_of_a_name_is_told(case, make):
    taken = make.taken("Lidia Ferran fled.")
    case.add(taken, make.reading_of(taken, parties=(Party(id="P1", name="Lidia Ferran", kind="person", mentions=((0, 12),)),)))
    done, _ = case.redact(("Ferran",))
    assert done.also_called == ("Lidia ██████",)
