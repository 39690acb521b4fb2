"""The parts of a report, and what its top and its end say about it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import Known, from_row, from_text
from sayso.intake.dates import record_at
from sayso.model import Report

BODY = "The Northern Front will not leave the town of Darwan, its spokesman said on Monday. Residents said that the road was closed."


def parts(report: Report) -> list[tuple[str, str]]:
    return [(part.kind, report.text[slice(*part.span)]) for part in report.parts]


def dateline(text: str, outlet: str | None = None) -> str | None:
    report = from_text(text, Known(outlet=outlet))
    return report.text[slice(*report.dateline.span)] if report.dateline else None


LINKS = ("Related News " + "Rebels left Orlat | " * 60).strip()


class TestDateline:
    @pytest.mark.parametrize(
        ("top", "words", "outlet"),
        [
            ("ERBIL (Example 24) – ", "ERBIL (Example 24)", "Example 24"),
            ("Beirut (AFP) — ", "Beirut (AFP)", "AFP"),
            ("KABUL, Afghanistan, Jan 3 (Reuters) - ", "KABUL, Afghanistan, Jan 3 (Reuters)", "Reuters"),
            ("DEIR\u00a0EZ-ZOR (Syria) (Sputnik) ", "DEIR\u00a0EZ-ZOR (Syria) (Sputnik)", "Sputnik"),
            ("NEW YORK, April 12 (UPI) --", "NEW YORK, April 12 (UPI)", "UPI"),
            ("GOMA, June 13 2023 - ", "GOMA, June 13 2023", None),
            ("Damascus, SANA- ", "Damascus, SANA", "SANA"),
            ("GAZA/JERUSALEM (Reuters) - ", "GAZA/JERUSALEM (Reuters)", "Reuters"),
            ("BEIRUT — ", "BEIRUT", None),
            ("BEIRUT ", "BEIRUT", None),
            ("Sana'a - ", "Sana'a", None),
            ("(CNN) -- ", "(CNN)", "CNN"),
        ],
    )
    def test_shapes(self, top: str, words: str, outlet: str | None) -> None:
        report = from_text(top + BODY)
        assert dateline(top + BODY) == words
        assert report.dateline is not None
        assert report.dateline.outlet == outlet
        assert report.dateline.place is None
        assert parts(report)[-1] == ("body", BODY)

    @pytest.mark.parametrize(
        "text",
        [
            "The Northern Liberation Front (NLF) - the largest of the groups - left the town.",
            "Free Coast Movement (FCM) – The movement said on Monday that it had left.",
            "Breaking News - The army has left the town of Darwan, residents said.",
            "UNICEF Director Mona Saleh said on Monday that schools were closed.",
            "Karim Saleh — the spokesman of the Front — said on Monday that it would stay.",
        ],
    )
    def test_what_is_none(self, text: str) -> None:
        assert dateline(text) is None

    def test_after_headline_date_and_summary(self) -> None:
        text = f"Front stays in Darwan\n\n28 January 2019\n\nIts spokesman says no deal will be accepted.\n\nERBIL (AFP) - {BODY}"
        assert dateline(text) == "ERBIL (AFP)"

    def test_a_record_of_place_and_date_comes_before_it_and_a_caption_before_that(self) -> None:
        text = f"A market stands empty in Darwan March 5, 2011.\nAMMAN | Fri Apr 22, 2011 5:15 pm BST AMMAN (Reuters) - {BODY}"
        report = from_text(text)
        assert [kind for kind, _ in parts(report)] == ["caption", "furniture", "date", "dateline", "body"]
        assert (report.published, report.published_basis) == ("2011-04-22", "text")


class TestHeadline:
    def test_a_first_line_without_a_full_stop_is_the_headline(self) -> None:
        report = from_text(f"Front will not leave Darwan\n\n{BODY}")
        assert report.title == "Front will not leave Darwan"
        assert parts(report) == [("headline", "Front will not leave Darwan"), ("body", BODY)]

    def test_a_sentence_or_a_wrapped_line_is_not(self) -> None:
        assert from_text(f"The Front left on Monday.\n\n{BODY}").title is None
        assert from_text("The Front said on Monday that it\nwould leave the town of Darwan.\nResidents welcomed it.").title is None

    def test_a_known_title_is_found_again_whatever_its_punctuation(self) -> None:
        title = "Front rejects offer stays in Darwan | Example News"
        report = from_row({"text": f"Mon Jan 28 2019 Front rejects offer, stays in Darwan. {BODY}", "title": title})
        assert parts(report)[:2] == [("date", "Mon Jan 28 2019"), ("headline", "Front rejects offer, stays in Darwan.")]
        assert report.title == title

    def test_a_title_that_only_begins_the_first_sentence_is_none(self) -> None:
        report = from_row({"text": "The Northern Front left on Monday.", "title": "The Northern Front"})
        assert [kind for kind, _ in parts(report)] == ["body"]


class TestPullQuote:
    QUOTE = "“We send no messengers and we accept no deal that lets them keep the bridge.”"

    def test_a_paragraph_that_is_only_a_quotation_found_again_below(self) -> None:
        report = from_text(f"Front will not leave Darwan\n\n{self.QUOTE}\n\nERBIL (AFP) - {BODY}\n\n{self.QUOTE[:-2]},” the spokesman stated.")
        assert [kind for kind, _ in parts(report)] == ["headline", "pull_quote", "dateline", "body"]

    def test_a_quotation_that_stands_once_is_body(self) -> None:
        report = from_text(f"{BODY}\n\n{self.QUOTE}\n\nNobody else spoke.")
        assert [kind for kind, _ in parts(report)] == ["body"]


class TestCredits:
    def test_byline_and_editor(self) -> None:
        report = from_text(f"Front stays\n\nBy Rana Odeh\n\n{BODY}\n\nEditing by Omar Haddad")
        assert (report.byline, report.editor) == ("Rana Odeh", "Omar Haddad")
        assert [kind for kind, _ in parts(report)] == ["headline", "byline", "body", "editor"]

    def test_writers_and_editor_in_one_bracket(self) -> None:
        report = from_text(f"{BODY}\n(Reporting by Rana Odeh in Erbil; Editing by Omar Haddad and Ann Lee)")
        assert (report.byline, report.editor) == ("Rana Odeh", "Omar Haddad and Ann Lee")
        assert parts(report)[0] == ("body", BODY)

    def test_a_note_after_the_editor_s_credit_is_furniture(self) -> None:
        report = from_text(f"{BODY}\n\nEditing by Omar Haddad\n\n(Example News is run by a foundation.)")
        assert [kind for kind, _ in parts(report)] == ["body", "editor", "furniture"]

    @pytest.mark.parametrize(
        ("end", "cut"),
        [
            ("The bridge is open. ... 3 Related Troops left Orlat", "... 3 Related Troops left Orlat"),
            ("The bridge is open.\n\nRelated News\nTroops left Orlat", "Related News\nTroops left Orlat"),
            (f"The bridge is open. Source Orlat Post and agencies {LINKS}", LINKS),
            ("A judge of Orlat has charged a ring with 5 Related Murders and two thefts.", None),
            ("The firm that printed it is Related News Limited, which a bank owns.", None),
            ("Read more: a truce. " + "The rebels held the mill for a day. " * 20 + "Read more: a raid. The ford fell at noon.", None),
        ],
    )
    def test_links_end_a_report_where_a_sentence_ends_and_links_within_it_do_not(self, end: str, cut: str | None) -> None:
        report = from_text("The council of Orlat met again and spoke of its roads, its mill and the price of bread. " * 8 + end)
        furniture = [text for kind, text in parts(report) if kind == "furniture"]
        assert furniture == ([cut] if cut else [])

    def test_by_and_a_weekday_is_no_byline(self) -> None:
        assert from_text("By Monday Evening the Front had left.\nIt came back on Tuesday.").byline is None


class TestPublished:
    @pytest.mark.parametrize(
        ("top", "day"),
        [
            ("Published 28 January 2019\n\n", "2019-01-28"),
            ("Mon Apr 16 2018 ", "2018-04-16"),
            ("Jan 28, 2019 10:15 am\n", "2019-01-28"),
            ("Last updated at Nov 022017 ", "2017-11-02"),
            ("17 January 12 16:55 GMT ", "2012-01-17"),
            ("28.04.2017Get short URL 11 ", "2017-04-28"),
            ("2019-01-28\n", "2019-01-28"),
            ("Front will not leave Darwan\nJanuary 18, 2005\n", "2005-01-18"),
        ],
    )
    def test_a_record_at_the_top_is_the_publication_date(self, top: str, day: str) -> None:
        report = from_text(top + BODY)
        assert (report.published, report.published_basis, report.published_range) == (day, "text", (day, day))

    @pytest.mark.parametrize(
        "text",
        [
            "January 28 2019 was the day on which the Front left the town.",
            "On 3 April 2017, the Front left the town. It came back on 4 May 2017.",
            f"{BODY} The last deal was of 12 October 2017.",
        ],
    )
    def test_a_date_in_the_story_is_not(self, text: str) -> None:
        assert (from_text(text).published, from_text(text).published_basis) == (None, "unknown")

    def test_what_is_given_comes_first(self) -> None:
        report = from_text(f"Published 28 January 2019\n\n{BODY}", Known(published="2019-01-29"))
        assert (report.published, report.published_basis) == ("2019-01-29", "given")

    def test_a_date_that_could_be_two_is_none(self) -> None:
        record = record_at("3/4/2017", 0)
        assert record is not None
        assert record.day is None
        assert record_at("13/4/2017", 0) is not None


class TestOrigin:
    @pytest.mark.parametrize(
        ("text", "outlet", "name"),
        [
            (f"ERBIL (Example 24) – {BODY}", "Example 24", "own"),
            (f"ERBIL (Example 24) – {BODY}", None, "own"),
            (f"BEIRUT (Reuters) - {BODY}", "Example 24", "Reuters"),
            (f"BEIRUT (Reuters) - {BODY}", "Reuters", "Reuters"),
            (f"{BODY} --Reuters", "Example 24", "Reuters"),
            (f"{BODY} (Source: Agence France-Presse)", "Example 24", "AFP"),
            (f"{BODY} (With AFP and Reuters)", "Example 24", None),
            (f"{BODY}\n\nAssociated Press writer Rana Odeh contributed to this report.", None, "AP"),
            (f"{BODY} The road was empty, an AFP correspondent said.", "Example 24", "AFP"),
            (f"{BODY} He told Example 24 that he would stay.", "Example 24", "own"),
            (BODY, "Example 24", None),
        ],
    )
    def test_whose_text_it_is(self, text: str, outlet: str | None, name: str | None) -> None:
        origin = from_text(text, Known(outlet=outlet)).origin
        assert origin.name == name
        assert origin.basis


PIECES = st.sampled_from(
    [
        "ERBIL (AFP) – ", "BEIRUT — ", "By Rana Odeh\n", "“We will stay in this town.”\n", "28 January 2019 ", "Published on", "(Reuters)", "AFP -",
        "Editing by ", "Omar Haddad", "\n", "\n\n", "\r\n", "\u00a0",
        ". ", "–", "(", ")", "\"", "Tags Syria ", "Front leaves Darwan", "AMMAN | ", "\0",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=25).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS.filter(lambda text: text.isprintable() or text.isascii()), st.one_of(st.none(), PIECES))
def test_the_text_never_changes_and_parts_are_disjoint_in_order_and_cover_what_is_not_blank(text: str, title: str | None) -> None:
    report = from_row({"text": text, "title": title})
    assert report.text == text
    at = 0
    for part in report.parts:
        start, end = part.span
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert text[start:end].strip() == text[start:end]
        at = end
    assert not text[at:].strip()
    assert report.dateline is None or report.dateline.span[1] <= len(text)
    assert Report.model_validate_json(report.to_json()) == report


@pytest.mark.parametrize("day", ["April 3, 2024", "Apr. 3, 2024", "3 April 2024"])
def test_a_whole_date_in_a_dateline_is_the_day_of_publication(day: str) -> None:
    report = from_row({"text": f"Army shells town\n\nLURIN, {day} (Alta News) - The army shelled the town on Tuesday, a spokesman said."})
    assert (str(report.published), report.published_basis, report.outlet) == ("2024-04-03", "text", "Alta News")


TITLE = "Bridge reopens after weeks of fighting"


class TestMasthead:
    """Who published it, in a line above the date."""

    @pytest.mark.parametrize(
        ("top", "outlet", "title"),
        [
            (f"{TITLE}\nThe Lowland Gazette\nJune 9, 2031\n", "The Lowland Gazette", TITLE),
            (f"{TITLE}\n\nRadio Darwan\n\n9 June 2031 10:15\n\n", "Radio Darwan", TITLE),
            (f"{TITLE}\nHill Country Times | 9 June 2031\n", "Hill Country Times", TITLE),
            (f"{TITLE}\nHill Country Times, Monday, June 9, 2031\nBy Ada Korr\n", "Hill Country Times", None),
            ("Darwan Daily\n9 June 2031\n\n" + TITLE + "\n\n", "Darwan Daily", TITLE),
            ("Darwan Daily\n\nBridge reopens after weeks of fighting\n\n2031-06-09\n\n", "Darwan Daily", TITLE),
        ],
    )
    def test_shapes(self, top: str, outlet: str, title: str | None) -> None:
        for report in (from_text(top + BODY), from_text(top + "DARWAN (Plain Wire) - " + BODY)):
            assert (report.outlet, report.published) == (outlet, "2031-06-09")
            assert title in (None, report.title)
            assert [words for kind, words in parts(report) if kind == "body"] == [BODY]
        assert report.origin.name == "Plain Wire"

    @pytest.mark.parametrize(
        ("line", "byline"),
        [("Ada Korr", None), ("Northern Lights", None), ("By Ada Korr", "Ada Korr")],
    )
    def test_a_line_that_may_be_anything_gives_no_outlet_but_does_not_hide_the_date(self, line: str, byline: str | None) -> None:
        report = from_text(f"{TITLE}\n{line}\nJune 9, 2031\n{BODY}")
        assert (report.outlet, report.byline, report.published) == (None, byline, "2031-06-09")
        assert parts(report)[-1] == ("body", BODY)

    @pytest.mark.parametrize(
        "text",
        [
            "Rebels Storm Mountain Post\nJune 9, 2031\n" + BODY,
            "Daily Press Briefing\nJune 9, 2031\n\nRemarks on the talks\n\n" + BODY,
            "Army Retakes Radio Station\n" + BODY,
            BODY + "\nDarwan Daily\nThe paper was closed in 2031 after a raid.",
            f"{TITLE}\nThe army came on\nJune 9, 2031, and left the town of Darwan a day later, residents said.",
        ],
    )
    def test_what_is_none(self, text: str) -> None:
        assert from_text(text).outlet is None

    def test_the_known_outlet_is_known_again_whatever_it_is_called(self) -> None:
        report = from_text(f"Lighthouse\nJune 9, 2031\n\n{TITLE}\n\n{BODY}", Known(outlet="Lighthouse"))
        assert (report.published, report.title) == ("2031-06-09", TITLE)


class TestArchives:
    """Reports as archives, notes and pages print them: lines that say what they are, and other orders."""

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            pytest.param(f"Headline: {TITLE}\nSource: Lowland Gazette\nDate: 9 June 2031\nAuthor: Ada Korr\n\n", "", id="labels"),
            pytest.param(f"SOURCE: Lowland Gazette\nAUTHOR: Ada Korr\nPUBLISHED: June 9, 2031\nTITLE: {TITLE}\nTEXT:\n", "", id="capitals"),
            pytest.param(f"{TITLE}\nSource\nLowland Gazette\nPosted\n9 Jun 2031\nAuthor\nAda Korr\n\n", "", id="labels above their values"),
            pytest.param(
                f"Lowland Gazette\nJune 9, 2031 Monday\n\n{TITLE}\n\nBYLINE: Ada Korr\nSECTION: World; Pg. 4\nLENGTH: 512 words\n\n", "", id="press"
            ),
            pytest.param(
                f"{TITLE}\nBy Ada Korr\n1,204 words\n9 June 2031\nLowland Gazette\nLOGA\nEnglish\n(c) 2031, Lowland Gazette\n", "", id="wires"
            ),
            pytest.param(f"# {TITLE}\n\n*Lowland Gazette, 9 June 2031*\n\nBy Ada Korr\n\n", "", id="notes"),
            pytest.param(f"{TITLE}\nBy Ada Korr, Lowland Gazette\nJune 9, 2031\n", "", id="in the byline"),
            pytest.param(f"{TITLE}\n9 June 2031 | Lowland Gazette\nBy Ada Korr\n", "", id="after the date"),
            pytest.param(f"{TITLE} - Lowland Gazette\nLowland Gazette\nMon 9 Jun 2031 08.40 BST\nAda Korr in Darwan\n\n", "", id="the site's name"),
            pytest.param(f"{TITLE}\nBy Ada Korr\n\n", "\n\nLowland Gazette, 9 June 2031\n", id="at the end"),
            pytest.param(f"{TITLE}\nBy Ada Korr\n\n", "\n\n(Lowland Gazette, June 9, 2031)", id="at the end in brackets"),
        ],
    )
    def test_who_when_and_the_story_are_told_apart(self, before: str, after: str) -> None:
        report = from_text(before + BODY + after)
        assert (report.title, report.outlet, report.byline, report.published) == (TITLE, "Lowland Gazette", "Ada Korr", "2031-06-09")
        assert [words for kind, words in parts(report) if kind == "body"] == [BODY]

    def test_an_agency_as_source_is_the_origin_and_not_the_outlet(self) -> None:
        report = from_text(f"Title: {TITLE}\nSource: Reuters\nDate: 9 June 2031\n\n{BODY}")
        assert (report.outlet, report.origin.name) == (None, "Reuters")
        assert from_text(f"{TITLE}\nBy Ada Korr, Associated Press\nJune 9, 2031\n{BODY}").origin.name == "AP"

    def test_one_plain_label_is_enough(self) -> None:
        assert from_text(f"Headline: {TITLE}\n\n{BODY}").title == TITLE
        report = from_text(f"Source: Lowland Gazette\n\n{TITLE}\n\n{BODY}")
        assert (report.outlet, report.title) == ("Lowland Gazette", TITLE)

    @pytest.mark.parametrize(
        "text",
        [
            "Sources: the army has left Darwan and will not come back before the spring, two officers said on Monday.",
            "Type: the word that officials used for the weapon was a new one. Residents said that they had not seen it.",
            f"{BODY}\n\nThe Front's paper, Darwan Daily, 9 June 2031, had said the same, and was closed a week later by the army.",
        ],
    )
    def test_a_sentence_that_begins_like_a_label_is_the_story(self, text: str) -> None:
        report = from_text(text)
        assert [kind for kind, _ in parts(report)] == ["body"]
        assert (report.outlet, report.published) == (None, None)


@pytest.mark.parametrize("stop", [".", ""])
def test_the_first_of_two_copies_of_the_lead_is_a_repeat(stop: str) -> None:
    lead = "Marines burnt nine barns in the village of Orla on Monday after a long quarrel over water"
    report = from_text(f"Barns burnt in Orla\n\n{lead}{stop} {lead} a farmer said. Nobody was hurt.")
    parts = {report.text[slice(*part.span)]: part.kind for part in report.parts}
    assert parts[lead + stop] == "repeat"
    assert parts[f"{lead} a farmer said. Nobody was hurt."] == "body"


def test_a_lead_that_only_begins_alike_is_no_repeat() -> None:
    text = "The marines burnt nine barns in the village of Orla on Monday.\n\nThe marines burnt nine barns in the village of Zelin on Friday."
    assert "repeat" not in {part.kind for part in from_text(text).parts}
