"""Bytes, files, folders and standard input become reports, or a sentence that says why not."""

import hashlib
import io
import json
import os
from pathlib import Path

import pytest

from sayso.intake import Known, Limits, Refused, Taken, take

STORY = (
    "DARWAN (Example News) - The Northern Front rejected an offer to leave the town of Darwan on Monday, its spokesman said.\n\n"
    '"We will not accept any deal," he told reporters. Shelling killed at least three civilians, residents said.\n'
)
FRENCH = (
    "Le porte-parole de la coalition a déclaré lundi que les combats dans le nord du pays ont repris après une nuit de calme. "
    "Selon lui, les habitants de la ville ont été évacués vers un camp par les secours, mais plusieurs familles ne sont pas arrivées."
)


def one(path: Path | str, **options: object) -> Taken | Refused:
    (outcome,) = take([path], **options)  # type: ignore[arg-type]
    return outcome


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def reason(path: Path | str, **options: object) -> str:
    outcome = one(path, **options)
    assert isinstance(outcome, Refused), outcome
    return outcome.reason


def taken(path: Path | str, **options: object) -> Taken:
    outcome = one(path, **options)
    assert isinstance(outcome, Taken), outcome
    return outcome


class TestPlainText:
    def test_the_text_is_the_input_itself(self, tmp_path: Path) -> None:
        content = STORY.replace("\n", "\r\n") + "  \n\n"
        outcome = taken(written(tmp_path, "a.txt", content))
        assert outcome.report.text == content
        assert outcome.format == "text"

    def test_the_original_bytes_are_kept_and_hashed(self, tmp_path: Path) -> None:
        outcome = taken(written(tmp_path, "a.txt", STORY))
        assert outcome.original == STORY.encode()
        assert outcome.report.id == hashlib.sha256(outcome.original).hexdigest()

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_a_byte_order_mark_is_no_part_of_the_text(self, tmp_path: Path, encoding: str) -> None:
        assert taken(written(tmp_path, "a.txt", STORY.encode(encoding))).report.text == STORY

    def test_bytes_that_do_not_decode_are_refused_unless_replacing_is_asked_for(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.txt", STORY.encode().replace(b"spokesman", b"spok\xffesman"))
        assert "not UTF-8" in reason(path)
        assert "--replace-undecodable" in reason(path)
        assert "spok\ufffdesman" in taken(path, limits=Limits(replace_undecodable=True)).report.text

    def test_what_the_caller_knows_is_in_the_report_and_its_appearance(self, tmp_path: Path) -> None:
        known = Known(published="2019-01-28", outlet="Example News", url="https://news.example/1")
        report = taken(written(tmp_path, "a.txt", STORY), known=known).report
        assert (report.published, report.published_basis, report.outlet) == ("2019-01-28", "given", "Example News")
        (appearance,) = report.appearances
        assert (appearance.outlet, appearance.url, appearance.published) == ("Example News", "https://news.example/1", "2019-01-28")

    @pytest.mark.parametrize("wrong", [{"published": "28 Jan"}, {"published": "2019-02-31"}, {"url": "javascript:alert(1)"}, {"outlet": "\ud800"}])
    def test_a_caller_who_gives_no_date_or_no_address_is_told_so(self, wrong: dict[str, str]) -> None:
        with pytest.raises(ValueError, match="given"):
            Known(**wrong)


class TestHtml:
    PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Front rejects offer | Example News</title>
        <meta property="og:title" content="Northern Front rejects offer"><meta property="og:site_name" content="Example News">
        <meta property="article:published_time" content="2019-01-28T10:00:00Z"><meta name="author" content="Rana Odeh">
        <link rel="canonical" href="https://news.example/front"></head>
        <body><nav>Home World Sport</nav><article><h1>Northern Front rejects offer</h1>
        <p>DARWAN (Example News) – The Northern Front said on Monday that it will not leave the town, whatever it is offered in return.</p>
        <p>Residents said that shelling killed three people near the market, and that two bridges out of the town were closed.</p>
        <script>alert('no')</script></article><footer>Copyright</footer></body></html>"""

    def test_the_report_is_taken_out_of_the_page_with_paragraphs_as_lines(self, tmp_path: Path) -> None:
        outcome = taken(written(tmp_path, "a.html", self.PAGE))
        lines = [line for line in outcome.report.text.splitlines() if line]
        assert outcome.format == "html"
        assert lines[0] == "Northern Front rejects offer"
        assert lines[1].startswith("DARWAN (Example News)")
        assert lines[2].startswith("Residents said")
        assert "alert" not in outcome.report.text

    def test_the_page_says_when_and_by_whom_it_was_published(self, tmp_path: Path) -> None:
        report = taken(written(tmp_path, "a.html", self.PAGE)).report
        assert (report.published, report.published_basis) == ("2019-01-28", "metadata")
        assert (report.outlet, report.byline, report.url) == ("Example News", "Rana Odeh", "https://news.example/front")

    def test_the_id_is_that_of_the_page_not_of_the_text(self, tmp_path: Path) -> None:
        assert taken(written(tmp_path, "a.html", self.PAGE)).report.id == hashlib.sha256(self.PAGE.encode()).hexdigest()

    def test_content_comes_before_the_ending(self, tmp_path: Path) -> None:
        assert taken(written(tmp_path, "a.txt", self.PAGE)).format == "html"
        assert taken(written(tmp_path, "a.html", STORY)).format == "text"

    def test_a_page_nested_without_end_is_refused(self, tmp_path: Path) -> None:
        assert "nested" in reason(written(tmp_path, "a.html", "<html><body>" + "<div>" * 10_000 + STORY))
        assert "elements" in reason(written(tmp_path, "b.html", "<html><body>" + "<p>a" * 30_000))

    def test_an_encoding_that_the_page_names_is_used(self, tmp_path: Path) -> None:
        page = self.PAGE.replace("utf-8", "iso-8859-1").replace("Residents", "Résidents")
        assert "Résidents" in taken(written(tmp_path, "a.html", page.encode("cp1252"))).report.text


class TestJsonLines:
    def test_each_line_is_a_report_whose_text_is_unchanged(self, tmp_path: Path) -> None:
        text = "  \ufeffRebels left.\u00a0Twice. "
        path = written(tmp_path, "a.jsonl", json.dumps({"text": text, "title": "Left", "outlet": "Example"}) + "\n\n" + json.dumps({"text": STORY}))
        first, second = take([path])
        assert isinstance(first, Taken)
        assert isinstance(second, Taken)
        assert (first.report.text, first.report.title, first.report.outlet) == (text, "Left", "Example")
        assert first.report.id == hashlib.sha256(text.encode()).hexdigest()
        assert first.original == text.encode()
        assert second.source.endswith("a.jsonl:3")

    def test_a_bad_line_is_named_by_its_number_and_the_others_go_on(self, tmp_path: Path) -> None:
        lines = ['{"text": "One."}', "no json", "[1]", '{"title": "x"}', '{"text": 5}', r'{"text": "a \ud800 b"}', '{"text": "Two."}']
        outcomes = list(take([written(tmp_path, "a.jsonl", "\n".join(lines))]))
        assert [o.source.rpartition(":")[2] for o in outcomes if isinstance(o, Refused)] == ["2", "3", "4", "5", "6"]
        assert [o.report.text for o in outcomes if isinstance(o, Taken)] == ["One.", "Two."]

    def test_the_size_limit_is_one_report_s_and_not_the_corpus_s(self, tmp_path: Path) -> None:
        line = json.dumps({"text": STORY}) + "\n"
        path = written(tmp_path, "a.jsonl", line * 50 + json.dumps({"text": "x" * 2_000}) + "\n" + line)
        outcomes = list(take([path], limits=Limits(max_bytes=1_000)))
        assert [i for i, o in enumerate(outcomes) if isinstance(o, Refused)] == [50]
        assert len(outcomes) == 52

    def test_a_published_that_is_no_date_counts_as_unknown(self, tmp_path: Path) -> None:
        report = taken(written(tmp_path, "a.jsonl", '{"text": "They left.", "published": "31.02.2019", "url": "javascript:x"}')).report
        assert (report.published, report.published_basis, report.url) == (None, "unknown", None)

    def test_half_a_surrogate_pair_is_replaced_when_asked_for(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.jsonl", r'{"text": "They \ud800 left."}')
        taken(path, limits=Limits(replace_undecodable=True)).report.text.encode()

    def test_nesting_without_end_is_refused(self, tmp_path: Path) -> None:
        assert "nested" in reason(written(tmp_path, "a.jsonl", '{"text": ' + "[" * 100_000))


class TestStandardInput:
    def test_text_html_and_json_lines_are_told_apart(self) -> None:
        for content, kind in ((STORY, "text"), (TestHtml.PAGE, "html"), (json.dumps({"text": STORY}), "jsonl")):
            outcome = taken("-", stdin=io.BytesIO(content.encode()))
            assert outcome.format == kind
            assert outcome.source.startswith("-")

    def test_many_lines_are_streamed(self) -> None:
        lines = (json.dumps({"text": STORY}) + "\n").encode() * 2_000
        assert len(list(take(["-"], stdin=io.BytesIO(lines), limits=Limits(max_bytes=10_000)))) == 2_000


class TestFolders:
    def test_files_come_in_sorted_order_and_hidden_ones_are_passed_over(self, tmp_path: Path) -> None:
        (tmp_path / "b").mkdir()
        for name in ("c.txt", "b/z.txt", "b/a.txt", ".hidden.txt", "a.txt"):
            written(tmp_path, name, STORY)
        assert [Path(o.source).relative_to(tmp_path).as_posix() for o in take([tmp_path])] == ["a.txt", "b/a.txt", "b/z.txt", "c.txt"]

    @pytest.mark.parametrize("name", ["README.md", "readme", "LICENSE.txt"])
    def test_a_file_about_the_folder_is_no_report_of_it_and_nothing_has_failed(self, tmp_path: Path, name: str) -> None:
        written(tmp_path, "a.txt", STORY)
        written(tmp_path, name, STORY + "again")
        about, report = sorted(take([tmp_path]), key=lambda one: isinstance(one, Taken))
        assert isinstance(report, Taken)
        assert isinstance(about, Refused)
        assert about.harmless
        assert "name it itself" in about.reason
        assert taken(tmp_path / name).report.text == STORY + "again"

    def test_a_folder_with_nothing_but_a_file_about_it_is_without_reports(self, tmp_path: Path) -> None:
        written(tmp_path, "README.md", STORY)
        assert [one.harmless for one in take([tmp_path]) if isinstance(one, Refused)] == [True, False]

    def test_a_folder_without_reports_is_said_to_be_one(self, tmp_path: Path) -> None:
        written(tmp_path, ".hidden", STORY)
        assert "folder without reports" in reason(tmp_path)

    def test_a_loop_of_links_is_named_and_left(self, tmp_path: Path) -> None:
        written(tmp_path, "a.txt", STORY)
        (tmp_path / "loop").symlink_to(tmp_path)
        outcomes = list(take([tmp_path]))
        assert [type(o) for o in outcomes] == [Taken, Refused]
        (tmp_path / "x").symlink_to(tmp_path / "y")
        (tmp_path / "y").symlink_to(tmp_path / "x")
        assert isinstance(one(tmp_path / "x"), Refused)


class TestRefusals:
    @pytest.mark.parametrize(
        ("content", "says"),
        [
            (b"", "is empty"),
            (b" \n\t\r\n", "blank"),
            (b"%PDF-1.7\n...", "PDF"),
            (b"PK\x03\x04" + b"\0" * 30, "ZIP"),
            (b"PK\x03\x04\x14\0word/document.xml", "damaged ZIP"),
            (b"\x89PNG\r\n\x1a\n\0\0", "PNG image"),
            (bytes(range(256)) * 40, "binary"),
            (b"<?xml version='1.0'?><rss><channel/></rss>", "feed without entries"),
            (b"<?xml version='1.0'?><plist/>", "XML document"),
            (STORY.replace(" ", " \0").encode(), "binary"),
        ],
    )
    def test_what_cannot_be_read_gets_a_sentence(self, tmp_path: Path, content: bytes, says: str) -> None:
        assert says in reason(written(tmp_path, "a.txt", content))

    def test_a_missing_file_and_a_link_to_nowhere(self, tmp_path: Path) -> None:
        assert "does not exist" in reason(tmp_path / "none.txt")
        (tmp_path / "link").symlink_to(tmp_path / "none.txt")
        assert "leads nowhere" in reason(tmp_path / "link")

    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        assert "neither a file nor a folder" in reason(tmp_path / "pipe")

    def test_limits_are_stated(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.txt", STORY * 100)
        assert "limit of 1000 bytes" in reason(path, limits=Limits(max_bytes=1_000))
        assert "--max-bytes" in reason(path, limits=Limits(max_bytes=1_000))
        assert "limit of 1000 for one report" in reason(path, limits=Limits(max_chars=1_000))

    def test_a_bad_input_costs_nothing_else(self, tmp_path: Path) -> None:
        good = written(tmp_path, "good.txt", STORY)
        outcomes = list(take([tmp_path / "none", good, written(tmp_path, "bad.pdf", b"%PDF-1.4"), good]))
        assert [type(o) for o in outcomes] == [Refused, Taken, Refused, Taken]

    def test_a_hostile_name_is_printed_as_escapes(self, tmp_path: Path) -> None:
        source = one(written(tmp_path, "=x; rm\n\x1b[2J\u202e.txt", STORY)).source
        assert source.isprintable()
        assert r"rm\n\x1b[2J\u202e" in source

    def test_another_language_is_said_and_read_when_asked_for(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.txt", FRENCH)
        assert "French" in reason(path)
        assert "--any-language" in reason(path)
        assert taken(path, limits=Limits(any_language=True)).report.language == "fr"


def test_a_standard_input_that_fails_is_named_and_costs_nothing_else(tmp_path: Path) -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:  # noqa: ARG002
            raise OSError(5, "Input/output error")

    good = tmp_path / "good.txt"
    good.write_text("The army said on Monday that it had taken the town.", encoding="utf-8")
    refused, taken = take(["-", good], stdin=Failing())
    assert str(refused) == "-: cannot be read: input/output error."
    assert isinstance(taken, Taken)


def test_files_to_be_left_out_are_passed_over_in_folders_by_whatever_way(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "report.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "in" / "case").write_bytes(b"SQLite format 3\0")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "in" / "case")
    (outcome,) = take([tmp_path / "in"], without=[tmp_path / "in" / ".." / "in" / "case"])
    assert isinstance(outcome, Taken)
    assert isinstance(one(tmp_path / "in" / "case", without=[tmp_path / "in" / "case"]), Refused)
