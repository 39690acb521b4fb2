"""Files of every kind, made here: what they tell is invented."""

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.intake import Limits, Refused, Taken, take

STORY = (
    "DARWAN (Example News) - The Northern Front rejected an offer to leave the town of Darwan on Monday, its spokesman said.\n\n"
    "Shelling killed at least three civilians near the market, residents said.\n"
)


def read(content: bytes, **limits: object) -> list[Taken | Refused]:
    """What comes of these bytes without a name."""
    return list(take(["-"], limits=Limits(**limits), stdin=io.BytesIO(content)))  # type: ignore[arg-type]


def reports(content: bytes, **limits: object) -> list[Taken]:
    """The reports in these bytes; nothing may be refused."""
    outcomes = read(content, **limits)
    assert all(isinstance(one, Taken) for one in outcomes), [str(one) for one in outcomes if isinstance(one, Refused)]
    return [one for one in outcomes if isinstance(one, Taken)]


def refusal(content: bytes, **limits: object) -> str:
    """The one sentence that these bytes are refused with."""
    (outcome,) = read(content, **limits)
    assert isinstance(outcome, Refused), outcome
    return outcome.reason


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP archive of files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def mail(body: str, *headers: str) -> bytes:
    """A message."""
    usual = ["From: Rana Odeh <rana@news.example>", "To: desk@example.org", "Subject: Fwd: Front rejects offer"]
    return "\n".join([*usual, "Date: Mon, 28 Jan 2019 10:00:00 +0000", "Message-ID: <1@news.example>", *headers, "", body]).encode()


def feed(*items: str, before: str = "") -> bytes:
    """An RSS feed."""
    return (f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>Example News</title>' + "".join(items) + "</channel></rss>").encode()


def item(title: str, text: str, link: str = "https://news.example/1") -> str:
    """An entry of it."""
    date = "<pubDate>Mon, 28 Jan 2019 10:00:00 GMT</pubDate>"
    return f"<item><title>{title}</title><link>{link}</link>{date}<description><![CDATA[{text}]]></description></item>"


def pdf(*pages: list[str], info: str = "", stream: bytes | None = None) -> bytes:
    """A PDF of pages of lines, 14 points apart; an empty line leaves one out. A page of no lines is a blank one."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", f"<<{info}>>".encode()]
    kids = []
    for lines in pages:
        escaped = [line.replace("(", chr(92) + "(").replace(")", chr(92) + ")") for line in lines]
        drawn = "BT /F1 11 Tf 14 TL 60 780 Td " + " ".join(f"({line}) Tj T*" for line in escaped) + " ET"
        content = zlib.compress(drawn.encode("latin-1") if stream is None else stream)
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n" % len(content) + content + b"\nendstream")
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
        objects.append(page.encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % at for at in places)
    return bytes(out) + b"trailer<</Size %d/Root 1 0 R/Info 4 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def warc(*answers: tuple[str, str, bytes], status: str = "200 OK") -> bytes:
    """A web archive of answers: address, kind of content, body."""
    out = b""
    for url, kind, body in answers:
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2019-02-01T08:00:00Z\r\n"
        head += f"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        out += gzip.compress(head.encode() + answer + b"\r\n\r\n", mtime=0)
    return out


def workbook(rows: list[list[object]]) -> bytes:
    """An Excel workbook of one sheet."""
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


PAGE = f"<!DOCTYPE html><html><head><title>Front rejects offer</title></head><body><article><p>{STORY * 2}</p></article></body></html>".encode()

KINDS: dict[str, Callable[[], bytes]] = {
    "text": lambda: STORY.encode(),
    "html": lambda: PAGE,
    "pdf": lambda: pdf(STORY.splitlines()),
    "mail": lambda: mail(STORY),
    "mbox": lambda: b"From rana@news.example Mon Jan 28 10:00:00 2019\n" + mail(STORY) + b"\n",
    "feed": lambda: feed(item("Front rejects offer", STORY)),
    "warc": lambda: warc(("https://news.example/front", "text/html", PAGE)),
    "jsonl": lambda: json.dumps({"text": STORY}).encode(),
    "json": lambda: json.dumps([{"text": STORY}], indent=1).encode(),
    "csv": lambda: f'id,text,date\n1,"{STORY}",2019-01-28\n'.encode(),
    "xlsx": lambda: workbook([["text", "date"], [STORY, "2019-01-28"]]),
    "zip": lambda: zipped({"a.txt": STORY.encode()}),
    "gzip": lambda: gzip.compress(STORY.encode(), mtime=0),
}
"""One good file of each kind."""


@pytest.fixture(scope="session")
def made() -> SimpleNamespace:
    """The makers of files above, and ways to read bytes."""
    return SimpleNamespace(
        KINDS=KINDS, STORY=STORY, PAGE=PAGE, read=read, reports=reports, refusal=refusal, zipped=zipped, mail=mail, feed=feed, item=item,
        pdf=pdf, warc=warc, workbook=workbook,
    )  # fmt: skip


@pytest.fixture
def folder_of_all(tmp_path: Path) -> Path:
    """A folder with one file of each kind, none of them with an ending."""
    for name, make in KINDS.items():
        (tmp_path / name).write_bytes(make())
    return tmp_path


@pytest.fixture(scope="session")
def corrupted() -> dict[str, tuple[bytes, str]]:
    """One file of each kind as accidents leave them, and what of its sentence tells what is wrong."""
    whole = {name: make() for name, make in KINDS.items()}
    return {
        "text": (whole["text"].replace(b"Monday", b"Mond\xe4y\x9d"), "not UTF-8"),
        "html": (whole["html"].replace(b"<article>", b"<article>" + b"\0" * 400), "binary data"),
        "pdf": (whole["pdf"][:-700], "PDF"),
        "mail": (mail("!!!", "Content-Transfer-Encoding: base64"), "without words"),
        "mbox": (b"From rana@news.example Mon Jan 28 10:00:00 2019\n" + mail("") + b"\n", "without words"),
        "feed": (whole["feed"][:90], "without a text"),
        "warc": (whole["warc"][:200], "damaged gzip"),
        "jsonl": (b'{"text": "' + STORY[:40].encode() + b'\n{"text": 5}\n', "JSON"),
        "json": (whole["json"][:-30], "JSON"),
        "csv": (whole["csv"].replace(b"text", b"col7"), "without a column"),
        "xlsx": (whole["xlsx"][:-300], "damaged ZIP"),
        "zip": (whole["zip"][:-60], "damaged ZIP"),
        "gzip": (whole["gzip"][:-20], "gzip"),
    }
