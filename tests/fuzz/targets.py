"""What is fuzzed: each target takes any bytes, and raises nothing that a user would not get as a sentence.

`run.py` lets atheris look for bytes that break one; `test_found.py` holds every case that once did.
"""

import importlib.util
import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any

from sayso.casefile import Casefile, CasefileError
from sayso.casefile.corrected import undone
from sayso.casefile.exchange import read_corrections
from sayso.casefile.query import Query
from sayso.casefile.restoring import restore
from sayso.export.back import TableError, decisions
from sayso.intake import Known, Limits, Taken, from_text, take
from sayso.intake.anatomy import sha256
from sayso.lexicon import LexiconError
from sayso.lexicon.rows import ROW_TYPES
from sayso.lexicon.table import read_table
from sayso.model import Reading
from sayso.model.reading import spans_of
from sayso.reading.pipeline import Reader

HERE = Path(__file__).parent
Target = Callable[[bytes], None]


def module(path: Path) -> ModuleType:
    """A test module that other tests take pieces from."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@cache
def files() -> Any:
    """The makers of one good file of each format."""
    return module(HERE.parent / "intake" / "conftest.py")


@cache
def reader() -> Reader:
    """The default reader."""
    return Reader()


@cache
def folder() -> Path:
    """A folder of this process, to write to."""
    return Path(tempfile.mkdtemp(prefix="sayso-fuzz-"))


# ---- intake


def intake(data: bytes, **limits: Any) -> None:
    """Any input gives reports or sentences; a report is what its bytes say it is."""
    for one in take(["-"], limits=Limits(any_language=True, **limits), stdin=io.BytesIO(data)):
        if not isinstance(one, Taken):
            assert "please report it" not in one.reason, one
            continue
        assert one.report.id == sha256(one.original)
        assert one.report.text.strip()
        end = 0
        for part in one.report.parts:
            start, stop = part.span
            assert end <= start < stop <= len(one.report.text), one.report.parts
            end = stop


def columns(data: bytes) -> None:
    """The first line maps fields to columns, the rest is the table."""
    first, _, table = data.partition(b"\n")
    pairs = [one.partition("=") for one in first.decode("utf-8", "replace").split("\x01")]
    intake(table, columns=tuple((field, name) for field, _, name in pairs))


# ---- reading

_FRAGMENTS = (
    "the army|rebels|Kassa|the Odun Front|a spokesman for|Gen. Amal Tavi|he|they|their|who|that|which|said|denied|told reporters|according to|"
    "accused|of|shelled|killed|wounded|agreed to a truce with|seized|attack|will|within two weeks|on Monday|3 May 2024|last week|twelve|1,200|"
    "no|not|if|and|,|;|.|:|\u201c|\u201d|\"|'|(|)|[|]|--|\u2014|\n|\n\n|\t|\u2028|<b>|&amp;|=HYPERLINK(1)|http://a.b/?c=d|@user|\u202e|\u200b|"
    "\U0001f600|e\u0301|\0|By|KASSA|the town of|in|near|to|from|offered|demanded|rejected|met|withdrew|controls|besieged|between 5 and 10|"
    "the talks|the prisoners|the deal|forces|government|Russian|Turkey|in return for|after|before|since|10km|20%|$5 million|RT:|ALEPPO, March 3 -"
).split("|")


def read(data: bytes) -> None:
    """Any text is read: every span has words, and the Reading survives its own JSON. An odd first byte picks fragments of news."""
    if not data:
        return
    text = " ".join(_FRAGMENTS[n % len(_FRAGMENTS)] for n in data[1:]) if data[0] % 2 else data[1:].decode("utf-8", "replace")
    if not text.strip():
        return
    reading = reader().read(from_text(text, Known(published="2024-05-06")))
    for layer, fact in reading.facts():
        for name, start, end in spans_of(fact):
            assert reading.words((start, end)).strip(), f"{layer} {fact.id}: {name} has no words"
    assert Reading.model_validate_json(reading.to_json()) == reading


# ---- the casefile

_STORY = "The army said on Monday that rebels shelled Kassa, killing three. The Odun Front denied it and offered a truce."


@cache
def case_path() -> Path:
    """A casefile of one report."""
    path = folder() / "case.sayso"
    with Casefile.open(path, create=True, operator="fuzz") as case:
        (taken,) = take(["-"], stdin=io.BytesIO(_STORY.encode()))
        assert isinstance(taken, Taken)
        case.add(taken, reader().read(taken.report))
    return path


@cache
def case() -> Casefile:
    """The same, open, to be read only."""
    return Casefile.open(case_path(), create=False, operator="fuzz")


@contextmanager
def spare() -> Iterator[Casefile]:
    """A copy of it, to be written to once: what one input leaves behind must not decide about the next."""
    path = folder() / "spare.sayso"
    path.write_bytes(case_path().read_bytes())
    try:
        with Casefile.open(path, create=False, operator="fuzz") as copy:
            yield copy
    finally:
        for left in folder().glob("spare.sayso*"):
            left.unlink()


def search(data: bytes) -> None:
    """Any words can be searched for."""
    words, _, party = data.decode("utf-8", "replace").partition("\n")
    with suppress(CasefileError):
        for hit in case().search(Query(words=words, parties=(party,) if party else ())).hits:
            assert hit.report


def corrections(data: bytes) -> None:
    """A file of corrections, JSON or CSV, is taken in or named."""
    source = folder() / ("corrections.json" if data[:1] in (b"[", b"{") else "corrections.csv")
    source.write_bytes(data)
    try:
        found = read_corrections(source)
    except ValueError as error:
        if type(error) is not ValueError:  # a library's words, not ours
            raise
        return
    undone(found)
    if not found:
        return
    with spare() as copy:
        for one in found:
            with suppress(CasefileError):
                copy.correct(one)
        list(copy.readings())


def edited(data: bytes) -> None:
    """An edited table of the export is taken back or named."""
    place = folder() / "edited"
    place.mkdir(exist_ok=True)
    (place / "events.csv").write_bytes(data)
    with suppress(TableError, CasefileError):
        made = list(decisions(place, cache(case().reading)))
        if made:
            with spare() as copy:
                for decision in made:
                    copy.decide(decision)


def lexicon(data: bytes) -> None:
    """The first byte picks the table; the rest is one of the user's own."""
    if not data:
        return
    row_type = ROW_TYPES[data[0] % len(ROW_TYPES)]
    path = folder() / f"{row_type.TABLE}.tsv"
    path.write_bytes(data[1:])
    with suppress(LexiconError):
        row_type.check_all(tuple(row for _, row in read_table(path, row_type)))


def restored(data: bytes) -> None:
    """A backup with bytes changed: each four say where (three bytes) and to what. It is put back or named."""
    raw = bytearray(case_path().read_bytes())
    for n in range(0, len(data) - 3, 4):
        raw[int.from_bytes(data[n : n + 3], "big") % len(raw)] = data[n + 3]
    backup, place = folder() / "backup", folder() / "place"
    backup.write_bytes(raw)
    with suppress(CasefileError):
        restore(backup, place, anyway=bool(len(data) % 2), operator="fuzz")
    for path in folder().glob("place*"):
        path.unlink()


FORMATS = ("html", "feed", "mail", "mbox", "pdf", "warc", "jsonl", "json", "csv", "xlsx", "zip", "gzip", "text")
TARGETS: dict[str, Target] = {
    **{name: partial(intake) for name in FORMATS},
    "reader": read, "columns": columns, "search": search, "corrections": corrections, "edited": edited, "lexicon": lexicon, "restore": restored,
}  # fmt: skip


_MORE = {
    "html": [
        '<html lang="en"><head><meta charset="utf-8"><meta property="og:site_name" content="Example News"><title>Offer</title>'
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-01-28","author":[{"name":"R. Odeh"}]}</script>'
        '<link rel="canonical" href="https://news.example/1"></head><body><h1>Offer</h1><p class="byline">By R. Odeh</p><article><p>The army '
        "said that it left.</p><blockquote>We left.</blockquote><table><tr><td>a</td></tr></table><ul><li>b</li></ul></article></body></html>",
    ],
    "feed": [
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example News</title><entry><title>Offer</title><link '
        'href="https://news.example/1"/><updated>2019-01-28T10:00:00Z</updated><author><name>R. Odeh</name></author>'
        '<content type="html">&lt;p&gt;The army said that it left.&lt;/p&gt;</content></entry></feed>',
    ],
    "mail": [
        'From: a@news.example\nSubject: =?utf-8?q?Offer?=\nDate: Mon, 28 Jan 2019 10:00:00 +0000\nContent-Type: multipart/mixed; boundary="b"\n\n'
        "--b\nContent-Type: text/html; charset=utf-8\n\n<p>The army left.</p>\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; "
        'filename="a.txt"\nContent-Transfer-Encoding: base64\n\nVGhleSBsZWZ0IHRoZSB0b3duLg==\n--b--\n',
    ],
    "jsonl": ['{"id": "1", "full_text": "RT @a: They left.", "created_at": "Mon Jan 28 10:00:00 +0000 2019", "user": {"screen_name": "b"}}'],
}  # fmt: skip


def seeds(name: str) -> list[bytes]:
    """Good inputs of a target, to begin with."""
    if name in FORMATS:
        return [files().KINDS[name](), *(text.encode() for text in _MORE.get(name, ()))]
    if name == "reader":
        return [b"\0" + _STORY.encode(), bytes(range(1, 120, 2)), b"\1" + bytes(range(60))]
    if name == "columns":
        return [b"text=body\x01published=date\nid,body,date\n1,They left the town.,2019-01-28\n"]
    if name == "search":
        return [b'"a truce" OR army -rebels\nOdun', b"shel* (Kassa) AND NEAR/2 ^x"]
    if name == "lexicon":
        shipped = Path(str(importlib.util.find_spec("sayso.lexicon").submodule_search_locations[0])) / "tables"  # type: ignore[union-attr,index]
        return [bytes([n]) + (shipped / f"{row.TABLE}.tsv").read_bytes()[:1500] for n, row in enumerate(ROW_TYPES)]
    if name == "restore":
        return [b"", bytes.fromhex("000012ff00205500"), b"\0"]
    return _exported(name)


def _exported(name: str) -> list[bytes]:
    from sayso.casefile import Decision
    from sayso.casefile.exchange import write_corrections
    from sayso.export.cells import safe

    (report,) = (one.id for one in case().reports())
    reading = case().reading(report)
    if name == "edited":
        event = reading.events[0]
        return [f"report,id,type,status,hedged,confidence\n{safe(report)},{event.id},RETREAT,denied,yes,0.1\n".encode()]
    with spare() as copy:
        copy.decide(Decision(report, "edit", fact=reading.events[0].id, layer="events", after={"type": "RETREAT"}))
        decided = copy.corrections()
    made = []
    for ending in ("csv", "json"):
        write_corrections(decided, folder() / f"out.{ending}")
        made.append((folder() / f"out.{ending}").read_bytes())
    return made
