"""Files and addresses made to do harm: each gets a sentence, and costs nothing else."""

import base64
import gzip
import io
import socket
import stat
import threading
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.intake import Limits, RefusalError, Taken, take
from sayso.intake import budget as bounds
from sayso.intake.web import Fetcher

ENTITIES = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'


def test_entity_bombs_and_external_entities(made: SimpleNamespace) -> None:
    assert "entities" in made.refusal(made.feed(made.item("x", "&f;&b;"), before=ENTITIES))
    page = made.PAGE.decode().replace("<!DOCTYPE html>", ENTITIES.replace("rss", "html")).replace("DARWAN", "&f;&b;DARWAN")
    for one in made.read(page.encode()):
        assert not isinstance(one, Taken) or "root:" not in one.report.text


def test_text_of_two_bytes_a_letter_without_its_mark_is_named(made: SimpleNamespace) -> None:
    text = "The army said on Monday that it had taken the town of Qasr, and the council denied it.\n"
    for order in ("utf-16-le", "utf-16-be"):
        assert "text in UTF-16 without the mark that says so, to be saved as UTF-8" in made.refusal(text.encode(order))


def test_a_workbook_with_entities(made: SimpleNamespace) -> None:
    with zipfile.ZipFile(io.BytesIO(made.workbook([["text", "date"], ["a", "b"]]))) as whole:
        files = {name: whole.read(name) for name in whole.namelist()}
    files["xl/workbook.xml"] = ENTITIES.encode() + files["xl/workbook.xml"]
    assert "entities" in made.refusal(made.zipped(files))


@pytest.mark.parametrize("kind", ["zip", "gzip", "nested"])
def test_bombs_are_stopped(made: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(bounds, "FREE", 3_000_000)
    zeros = b"a b\n" * 1_000_000
    bomb = gzip.compress(zeros) if kind == "gzip" else made.zipped({f"{n}.txt": zeros for n in range(3)})
    bomb = made.zipped({f"{n}.zip": bomb for n in range(3)}) if kind == "nested" else bomb
    outcomes = made.read(bomb)
    assert "made to fill up a machine" in outcomes[-1].reason
    assert len(outcomes) <= 4


def test_too_many_files_and_too_deep(made: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.intake.archive.MOST_MEMBERS", 5)
    assert "holds 6 files" in made.refusal(made.zipped({f"{n}.txt": b"x" for n in range(6)}))
    deep = made.STORY.encode()
    for _ in range(8):
        deep = gzip.compress(deep)
    assert "inside one another" in made.refusal(deep)


def test_paths_and_links_in_archives_lead_nowhere(made: SimpleNamespace) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("../up.txt", "/etc/x", "c:/x", "good.txt"):
            archive.writestr(name, made.STORY)
        link = zipfile.ZipInfo("link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    outcomes = made.read(out.getvalue())
    assert [one.source for one in outcomes if isinstance(one, Taken)] == ["-/good.txt"]
    assert sum("leads out" in one.reason for one in outcomes if not isinstance(one, Taken)) == 3
    assert sum("symbolic link" in one.reason for one in outcomes if not isinstance(one, Taken)) == 1


def test_a_link_in_a_folder_leads_nowhere_else(made: SimpleNamespace, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "reports", tmp_path / "private"
    for place in (folder / "below", elsewhere):
        place.mkdir(parents=True)
        (place / "a.txt").write_text(made.STORY)
    (folder / "file").symlink_to(elsewhere / "a.txt")
    (folder / "folder").symlink_to(elsewhere)
    (folder / "own").symlink_to(folder / "below" / "a.txt")
    outcomes = list(take([folder]))
    assert [one.source.rpartition("reports/")[2] for one in outcomes if isinstance(one, Taken)] == ["below/a.txt", "own"]
    assert sum("leads out of the folder" in str(one) for one in outcomes) == 2
    (tmp_path / "named").symlink_to(elsewhere)
    assert isinstance(next(iter(take([tmp_path / "named"]))), Taken)  # what a person names is read


def test_a_workbook_that_swells_is_stopped(made: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "FREE", 1_000_000)
    with zipfile.ZipFile(io.BytesIO(made.workbook([["text", "date"], ["They left.", "2019-01-28"]]))) as whole:
        files = {name: whole.read(name) for name in whole.namelist()}
    files["xl/worksheets/sheet1.xml"] = files["xl/worksheets/sheet1.xml"].replace(b"</sheetData>", b"<row/>" * 5_000_000 + b"</sheetData>")
    outcomes = made.read(made.zipped(files))
    assert any("made to fill up a machine" in str(one) or "larger than" in str(one) for one in outcomes), outcomes


def test_gigantic_pictures_cost_their_bytes_and_no_more(made: SimpleNamespace) -> None:
    picture = base64.encodebytes(b"GIF89a" + b"\xff" * 20_000_000)
    head = b'Subject: Offer\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\n' + made.STORY.encode()
    whole = head + b"\n--b\nContent-Type: image/gif\nContent-Transfer-Encoding: base64\n\n" + picture + b"\n--b--\n"
    (one,) = made.reports(b"From: a@news.example\n" + whole)
    assert "rejected an offer" in one.report.text
    assert "larger than the limit" in made.refusal(b"From: a@news.example\n" + whole, max_bytes=1_000_000)
    page = made.PAGE.replace(b"<article>", b'<article><img src="data:image/gif;base64,' + picture[:4_000_000].replace(b"\n", b"") + b'">')
    (one,) = made.reports(page)
    assert len(one.report.text) < 2_000


def test_the_address_that_was_checked_is_the_one_that_is_asked() -> None:
    answers = iter([["93.184.216.34"], ["127.0.0.1"], ["127.0.0.1"]])
    asked: list[str] = []

    def connect(address: str, *_: object) -> socket.socket:
        asked.append(address)
        raise OSError("nobody there")

    with pytest.raises(RefusalError):
        Fetcher(resolve=lambda host, port: next(answers), connect=connect)("http://a.example/")  # noqa: ARG005
    assert asked == ["93.184.216.34"]


def test_two_files_in_one_are_not_read(made: SimpleNamespace) -> None:
    assert "at once" in made.refusal(made.KINDS["pdf"]() + made.KINDS["zip"]())
    assert "GIF image" in made.refusal(b"GIF89a" + made.PAGE)


def test_a_pdf_that_swells_costs_a_process_of_its_own(made: SimpleNamespace) -> None:
    outcomes = made.read(made.pdf(["x"], stream=b" " * 60_000_000))
    assert len(outcomes) == 1
    assert not isinstance(outcomes[0], Taken)


def test_a_header_cannot_forge_another(made: SimpleNamespace) -> None:
    forged = made.mail(made.STORY).replace(b"Subject: Fwd: Front rejects offer", b"Subject: =?utf-8?q?a=0AFrom=3A_x?=")
    (one,) = made.reports(forged)
    assert one.report.title == "a From: x"
    assert one.report.byline == "Rana Odeh"


@pytest.mark.parametrize(
    ("url", "addresses", "says"),
    [
        ("http://127.0.0.1/x", ["127.0.0.1"], "private network"),
        ("http://localhost.example/", ["127.0.0.1"], "private network"),
        ("http://two.example/", ["93.184.216.34", "10.0.0.1"], "private network"),
        ("http://metadata.example/", ["169.254.169.254"], "private network"),
        ("http://six.example/", ["::ffff:127.0.0.1"], "private network"),
        ("http://six.example/", ["fe80::1%eth0"], "private network"),
        ("http://six.example/", ["64:ff9b::7f00:1"], "private network"),
        ("file:///etc/passwd", [], "only http"),
        ("gopher://x.example/", [], "only http"),
        ("http://a.example:22/", [], "port 22"),
        ("http://me:secret@a.example/", [], "user's name"),
        ("http://a.example/x\r\nHost: b", [], "line breaks"),
        ("http://a.example/x y", [], "blanks"),
    ],
)
def test_addresses_that_are_never_asked(url: str, addresses: list[str], says: str) -> None:
    def connect(*_: object) -> socket.socket:
        raise AssertionError("asked")

    with pytest.raises(RefusalError, match=says):
        Fetcher(resolve=lambda host, port: addresses, connect=connect)(url)  # noqa: ARG005


def served(answer: bytes, then: bytes = b"", times: int = 0) -> Fetcher:
    """A fetcher whose every host is public, and answers so, and then so many times `then`."""

    def connect(*_: object) -> socket.socket:
        ours, theirs = socket.socketpair()

        def speak() -> None:
            with theirs:
                try:
                    theirs.recv(65_536)
                    theirs.sendall(answer)
                    for _ in range(times):
                        theirs.sendall(then)
                except OSError:
                    pass

        threading.Thread(target=speak, daemon=True).start()
        return ours

    public = {"inside.example": ["10.0.0.1"]}
    return Fetcher(max_bytes=100_000, seconds=5, resolve=lambda host, port: public.get(host, ["93.184.216.34"]), connect=connect)  # noqa: ARG005


def test_an_address_is_read_with_where_and_when(made: SimpleNamespace) -> None:
    fetch = served(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(made.STORY) + made.STORY.encode())
    (one,) = take(["http://news.example/front"], fetch=fetch)
    assert isinstance(one, Taken)
    assert one.report.url == "http://news.example/front"
    assert one.report.appearances[0].retrieved
    (refused,) = take(["http://news.example/front"])
    assert "not read here" in str(refused)


@pytest.mark.parametrize(
    ("answer", "then", "times", "says"),
    [
        (b"HTTP/1.1 302 Found\r\nLocation: http://inside.example/\r\n\r\n", b"", 0, "private network"),
        (b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n", b"", 0, "only http"),
        (b"HTTP/1.1 302 Found\r\nLocation: http://a.example/\r\n\r\n", b"", 0, "redirects without end"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 60_000, 100, "limit|without end"),
        (b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n" * 1_000, 1_000, "without end"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nx", b"", 0, "compressed"),
        (b"HTTP/1.1 404 No\r\n\r\n", b"", 0, "404"),
        (b"nonsense\r\n\r\n", b"", 0, "cannot be fetched"),
    ],
)
def test_answers_that_do_harm(answer: bytes, then: bytes, times: int, says: str) -> None:
    with pytest.raises(RefusalError, match=says):
        served(answer, then, times)("http://a.example/")


def test_a_feeds_links_are_followed_through_the_same_gate(made: SimpleNamespace) -> None:
    content = made.feed(made.item("A", "They left.", "file:///etc/passwd"), made.item("B", "They stayed.", "http://inside.example/"))
    opener_reads = list(take(["-"], stdin=io.BytesIO(content), fetch=served(b""), limits=Limits(follow=True)))
    assert ["only http" in str(opener_reads[0]), "private network" in str(opener_reads[1])] == [True, True]
