"""Every format: what becomes of a file of its kind, of a damaged one, and of any bytes at all."""

import gzip
import hashlib
import json
import random
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.intake import Format, Limits, Refused, Taken, Whole, take
from sayso.intake import formats as registry

STARTS = [
    b"", b"PK\x03\x04", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"<rss><channel>", b"From a 2019\n",
    b"Message-ID: x\nFrom: a\n", b"[{", b"{", b"text,url\n",
]  # fmt: skip
FLOWING = ["The Northern Front rejected an offer on Monday, its spokesman said, and the", "fighters in the town stayed where they were."]
BAD = [b"", b"%PDF-1.4 no", b"PK\x03\x04 no", b"\x1f\x8b\x08 no", b"\0\1\2" * 9]
NAMES = ("text", "html", "pdf", "mail", "mbox", "feed", "warc", "jsonl", "json", "csv", "xlsx", "zip", "gzip")


def test_each_is_found_by_content_and_says_the_same(made: SimpleNamespace, folder_of_all: Path) -> None:
    outcomes = list(take([folder_of_all]))
    assert not [str(one) for one in outcomes if isinstance(one, Refused)]
    assert len(outcomes) == len(NAMES) == len(made.KINDS)
    for one in outcomes:
        assert isinstance(one, Taken)
        assert "rejected an offer to leave the town of Darwan" in " ".join(one.report.text.split())
        assert one.report.id == hashlib.sha256(one.original).hexdigest()


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_one_gives_reports_or_sentences(made: SimpleNamespace, name: str) -> None:
    content = made.KINDS[name]()
    chance = random.Random(name)
    for _ in range(6 if name == "pdf" else 25):
        hurt = bytearray(content[: chance.randrange(1, len(content))] if chance.random() < 0.4 else content)
        for _ in range(chance.randrange(1, 12)):
            hurt[chance.randrange(len(hurt))] = chance.randrange(256)
        for one in made.read(bytes(hurt)):
            assert isinstance(one, Taken) or "please report it" not in one.reason, (one, bytes(hurt))


@pytest.mark.parametrize("name", NAMES)
def test_a_corrupted_one_is_named_and_passed_over(made: SimpleNamespace, corrupted: dict[str, tuple[bytes, str]], name: str, tmp_path: Path) -> None:
    """A good file before it and one after it are read."""
    content, said = corrupted[name]
    for number, one in enumerate((made.KINDS[name](), content, made.KINDS[name]().replace(b"Darwan", b"Lurin."))):
        (tmp_path / f"{number}.{name}").write_bytes(one)

    outcomes = list(take([tmp_path]))

    wrong = [one for one in outcomes if isinstance(one, Refused)]
    assert wrong, outcomes
    for one in wrong:
        assert one.source.startswith(str(tmp_path / f"1.{name}"))
        assert "please report it" not in one.reason
    assert any(said in one.reason for one in wrong), [one.reason for one in wrong]
    assert len([one for one in outcomes if isinstance(one, Taken)]) == 2


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=400))
def test_any_bytes_give_reports_or_sentences(made: SimpleNamespace, start: bytes, rest: bytes) -> None:
    for one in made.read(start + rest, any_language=True):
        assert isinstance(one, Taken) or "please report it" not in one.reason, one


def test_one_in_ten_bad_costs_nothing_else(made: SimpleNamespace, tmp_path: Path) -> None:
    for number in range(500):
        content = f"{number}. {made.STORY}".encode() if number % 10 else BAD[number // 10 % 5]
        (tmp_path / f"{number:04}").write_bytes(content)
    outcomes = list(take([tmp_path]))
    assert [sum(isinstance(one, kind) for one in outcomes) for kind in (Taken, Refused)] == [450, 50]


def test_a_mail_has_its_headers_and_leaves_out_what_was_quoted(made: SimpleNamespace) -> None:
    (one,) = made.reports(made.mail(made.STORY + "\n> They will leave, he wrote.\n\n-- \nRana"))
    report = one.report
    assert (report.byline, report.title, report.published, report.medium) == ("Rana Odeh", "Front rejects offer", "2019-01-28T10:00:00+00:00", "mail")
    assert report.basis["byline"] == "the mail's headers"
    aside = " ".join(report.text[a:b] for part in report.parts if part.kind == "furniture" for a, b in [part.span])
    assert "They will leave" in aside
    assert "Rana" in aside


def test_attachments_are_read_and_pictures_are_not(made: SimpleNamespace) -> None:
    body = "--b\nContent-Type: text/plain\n\nSee the file.\n--b\nContent-Type: image/png\nContent-Disposition: attachment; filename=a.png\n\n"
    body += f"{'A' * 3_000_000}\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=r.txt\n\n{made.STORY}\n--b--\n"
    first, second = made.reports(made.mail(body, "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"))
    assert first.report.text.strip() == "See the file."
    assert second.source.endswith("/r.txt")


def test_a_feeds_entries_carry_its_name_dates_and_links(made: SimpleNamespace) -> None:
    first, second = made.reports(made.feed(made.item("Front stays", "<p>The Front stays.</p><p>It said so.</p>"), made.item("B", "They left.")))
    assert first.report.text == "Front stays\n\nThe Front stays.\n\nIt said so."
    assert (first.report.outlet, first.report.url, first.report.published[:10]) == ("Example News", "https://news.example/1", "2019-01-28")
    assert second.source.endswith(":2")
    assert second.original == second.report.text.encode()


def test_a_web_archive_says_where_and_when_it_was_got(made: SimpleNamespace) -> None:
    (one,) = made.reports(made.warc(("https://news.example/front", "text/html", made.PAGE), ("https://news.example/x.css", "text/css", b"a{}")))
    assert one.report.url == "https://news.example/front"
    assert one.report.appearances[0].retrieved == "2019-02-01T08:00:00+00:00"
    assert one.original == made.PAGE


def test_columns_are_found_by_their_names_or_mapped(made: SimpleNamespace) -> None:
    (one,) = made.reports(b"notes;event_date;source\n=cmd() they left;28 January 2019;Example News\n")
    assert (one.report.text, one.report.published, one.report.outlet) == ("=cmd() they left", "2019-01-28", "Example News")
    table = b"Was,Wann\nThe army left.,2019-01-28\n,2019-01-29\n"
    first, second = made.read(table, columns=(("text", "Was"), ("published", "Wann")))
    assert (first.report.published, second.source) == ("2019-01-28", "-:3")
    assert '"Was", "Wann"' in made.refusal(table, columns=(("text", "Body"),))


def test_a_formula_is_not_worked_out(made: SimpleNamespace) -> None:
    assert "no text" in made.refusal(made.workbook([["text", "date"], ["=1+1", "2019-01-28"]]))


def test_a_pdf_is_read_as_paragraphs_without_its_running_heads(made: SimpleNamespace) -> None:
    page = ["Example News 28 January 2019", "", *FLOWING]
    (one,) = made.reports(made.pdf(page, [*page[:2], "Residents said that two bridges were closed on Sunday."], info="/Title(Front rejects offer)"))
    report = one.report
    assert "said, and the fighters in the town" in report.text
    assert [report.text[a:b].count("Example News") for part in report.parts if part.kind == "furniture" for a, b in [part.span]] == [2]
    assert (report.title, report.basis["title"]) == ("Front rejects offer", "the PDF's properties")


def test_scanned_pages_are_named(made: SimpleNamespace) -> None:
    assert "scanned" in made.refusal(made.pdf([], []))
    taken, unread = made.read(made.pdf(made.STORY.splitlines(), []))
    assert isinstance(taken, Taken)
    assert "page 2 has no text layer" in unread.reason


def test_posts_have_a_medium_an_author_and_an_account(made: SimpleNamespace) -> None:
    tweet: dict[str, object] = {"created_at": "Mon Jan 28 10:00:00 +0000 2019", "id_str": "12", "full_text": "We left Qasr."}
    tweet["user"] = {"name": "Front", "screen_name": "front"}
    (one,) = made.reports(json.dumps(tweet).encode())
    report = one.report
    assert (report.medium, report.byline, report.outlet, report.url) == ("tweet", "Front", "@front", "https://twitter.com/front/status/12")
    assert report.published == "2019-01-28T10:00:00+00:00"
    message = {"id": 1, "type": "message", "date": "2019-01-28T10:00:00", "from": "Front", "text": ["We ", {"type": "bold", "text": "left"}, "."]}
    (one,) = made.reports(json.dumps({"name": "Front media", "messages": [message, {"type": "service"}]}).encode())
    assert (one.report.text, one.report.outlet, one.report.medium) == ("We left.", "Front media", "message")
    status = {"content": "<p>We left.</p>", "account": {"acct": "front"}, "created_at": "2019-01-28T10:00:00Z", "url": "https://m.example/1"}
    (one,) = made.reports(json.dumps(status).encode())
    assert (one.report.text, one.report.outlet, one.report.medium) == ("We left.", "@front", "post")


def test_what_is_no_part_of_the_report_is_marked_and_stays(made: SimpleNamespace) -> None:
    paragraph = "The Northern Front rejected an offer to leave the town of Darwan on Monday."
    lines = [paragraph, "Advertisement", "Photo: a street in Darwan", "Also read: Front stays in Darwan", paragraph, "Residents agreed (Reuters)"]
    (one,) = made.reports("\n\n".join([*lines, "The fighters said nothing about it."]).encode())
    kinds = {one.report.text[part.span[0] : part.span[1]]: part.kind for part in one.report.parts}
    assert [kinds.get(line) for line in lines[1:5]] == ["furniture", "caption", "furniture", "repeat"]
    assert "Residents agreed" not in [text for text, kind in kinds.items() if kind != "body"]


def test_a_format_of_the_users_own_is_read(made: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    def pieces(opened):  # type: ignore[no-untyped-def]
        raw = opened.whole()
        yield Whole(raw, raw.decode().partition("%%")[2])

    notes = Format("notes", "field notes", lambda head, name: head.startswith(b"NOTES%%"), pieces)  # noqa: ARG005

    class Point:
        name, value = "notes", "mine:NOTES"

        def load(self) -> Format:
            return notes

    monkeypatch.setattr(registry, "entry_points", lambda group: [Point()] if group == "sayso.formats" else [])
    registry.formats.cache_clear()
    try:
        (one,) = made.reports(b"NOTES%%" + made.STORY.encode())
        assert (one.format, one.report.text) == ("notes", made.STORY)
    finally:
        registry.formats.cache_clear()


def test_a_missing_library_is_named_with_how_to_get_it(made: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.intake.format.find_spec", lambda name: None)  # noqa: ARG005
    assert "pip install 'sayso[pdf]'" in made.refusal(made.KINDS["pdf"]())


def test_what_is_squeezed_is_read_and_limits_hold_inside(made: SimpleNamespace) -> None:
    inner = made.zipped({"b.gz": gzip.compress(made.STORY.encode()), "a.txt": made.STORY.encode() * 50, ".hidden": b"x"})
    first, second = made.read(made.zipped({"in.zip": inner}), max_bytes=2_000)
    assert "limit of 2000 bytes" in first.reason
    assert second.source == "-/in.zip/b.gz"
    assert Limits().max_file == 50_000_000
