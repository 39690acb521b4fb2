"""The times of a page: what they cover, what they are measured from, and what is left open."""

from collections.abc import Callable

import pytest

from sayso.model import Report, Time
from sayso.reading.page import Page
from sayso.reading.pipeline import Reader
from sayso.reading.when import _MEANINGS, When, grammar

Times = Callable[..., list[Time]]


@pytest.fixture
def times(reader: Reader) -> Times:
    """The times of a text published on a day."""
    when = When(reader.lexicon)

    def read(text: str, published: str | None = "2024-03-13") -> list[Time]:
        (doc,) = reader.parser.parse([text])
        page = Page(Report(id="0" * 64, published=published, text=text), doc, reader.lexicon)
        when(page)
        return page.times

    return read


def covered(time: Time) -> tuple[str | None, str | None]:
    return time.earliest, time.latest


def test_spans_are_the_words(times: Times) -> None:
    text = "On Monday the army took the pass, which it had lost in May 2019."
    assert [text[a:b] for a, b in (t.span for t in times(text))] == ["Monday", "May 2019"]


def test_what_bounds_a_time_is_no_part_of_it(times: Times) -> None:
    found = times("They must leave before Monday. They came after 2016. The day before, it rained.")
    assert [t.text for t in found] == ["Monday", "2016", "The day before"]


def test_a_fuzzy_edge_keeps_the_whole_unit(times: Times) -> None:
    (time,) = times("The last fighters left at the end of October 2017.")
    assert time.value == "2017-10"
    assert covered(time) == ("2017-10-01", "2017-10-31")


def test_a_span_up_to_today_covers_its_days(times: Times) -> None:
    (time,) = times("Over the past week nine people were killed.")
    assert (time.type, time.value, *covered(time)) == ("DURATION", "P1W", "2024-03-06", "2024-03-13")


def test_without_an_anchor_relative_times_stay_open(times: Times) -> None:
    for time in times("On Monday and last week they said that talks would resume next month, as they did three days ago.", published=None):
        assert covered(time) == (None, None)
        assert "X" in time.value


def test_in_a_narrative_dates_follow_the_date_told_last(times: Times) -> None:
    story = (
        "The republic was founded in 1921. In 1922 the first revolt was put down. In May 1923 the northern tribes rose. "
        "On 4 June they took the fort. By 1925 the revolt had spread. In March the king fled, and in 1926 he died."
    )
    values = [time.value for time in times(story)]
    assert "1923-06-04" in values
    assert "1925-03" in values


def test_a_news_report_with_some_old_years_stays_news(times: Times) -> None:
    text = "On Monday rebels shelled the port, built in 1911, bombed in 1941, 1967 and 1982. On Tuesday it reopened. Yesterday it closed."
    assert [t.value for t in times(text) if t.text in ("Monday", "Tuesday", "Yesterday")] == ["2024-03-11", "2024-03-12", "2024-03-12"]


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "2024 " * 3000, "Monday " * 3000, "a " * 5000, "on the " * 3000, "-" * 5000, "twenty-" * 2000, "99999999999999999999 years ago",
        "99/99/99 31 February 2023 Feb. 30 25:99", "1 1 1 1 BC 9999 BC", "9000 years later", "the last several several several", "0000 GMT",
    ],
)  # fmt: skip
def test_odd_texts_are_read_without_a_crash(times: Times, text: str) -> None:
    assert isinstance(times(text), list)


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01", "2024-02-29"])
def test_the_ends_of_the_calendar_are_no_trouble(times: Times, published: str) -> None:
    text = "On Monday and next year, last week, tomorrow, in December, at Easter, last spring, two centuries ago, this weekend, a day later."
    assert isinstance(times(text, published), list)


def test_every_rule_of_the_grammar_has_a_meaning() -> None:
    assert {rule for rule, _ in grammar._RULES} == set(_MEANINGS)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels of the 4th have left the mill.",
        "Guards from the 4th crossed the ford.",
        "An attack by the 4th was seen from the ford.",
        "Lenk missed a putt on the 4th and lost.",
    ],
)
def test_a_number_of_troops_or_of_a_hole_is_no_day(times: Times, text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A barge was sunk on the 4th.", "2024-03-04"),
        ("The raid of the 4th has shaken the town.", "2024-03-04"),
        ("The ferry will be open by the 24th.", "2024-03-24"),
        ("The mill has been shut since the 24th.", "2024-02-24"),
    ],
)
def test_a_number_alone_may_be_a_day_of_the_month(times: Times, text: str, value: str) -> None:
    assert [time.value for time in times(text)] == [value]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [("The front stated that Friday's bomb killed four soldiers.", "2018-11-09"), ("They will meet that Friday.", "2018-11-16")],
)
def test_a_weekday_behind_a_that_which_opens_a_clause_is_no_that_weekday(reader: Reader, sentence: str, day: str) -> None:
    reading = reader.read(Report(id="0" * 64, published="2018-11-14", published_basis="given", text=sentence))

    assert [time.earliest for time in reading.times] == [day]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("On the night of 16 to 17 March units shelled the village.", "2024-03-16", "2024-03-17"),
        ("During the night of 16-17 March units shelled the village.", "2024-03-16", "2024-03-17"),
        ("They were shot on the night of March 16 to 17.", "2024-03-16", "2024-03-17"),
        ("They were shot on 9 and 10 March.", "2024-03-09", "2024-03-10"),
        ("They were shot in the night to Saturday.", "2024-03-15", "2024-03-16"),
        ("They were shot during the night of Friday to Saturday.", "2024-03-15", "2024-03-16"),
        ("They were shot between Sunday and Tuesday.", "2024-03-17", "2024-03-19"),
        ("On the night of 8 March to 9 March they were shot.", "2024-03-08", "2024-03-09"),
        ("In the night of 29 February to 1 March they were shot.", "2024-02-29", "2024-03-01"),
        ("On 3, 4 and 5 March they were shot.", "2024-03-03", "2024-03-05"),
    ],
)
def test_days_that_stand_beside_each_other_are_one_stretch(times: Times, text: str, first: str, last: str) -> None:
    assert {covered(time) for time in times(text, "2024-03-20")} == {(first, last)}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On 9 March and 10 people were shot.", {("2024-03-09", "2024-03-09")}),
        ("On March 9 and 10 people were shot.", {("2024-03-09", "2024-03-09")}),
        ("Of 90 and 10 March 3 was one.", {("2024-03-10", "2024-03-10")}),
        ("They met on Monday and left on Thursday.", {("2024-03-18", "2024-03-18"), ("2024-03-21", "2024-03-21")}),
        ("The talks were postponed from Sunday to Tuesday.", {("2024-03-17", "2024-03-17"), ("2024-03-19", "2024-03-19")}),
        ("The shelling killed 3 and 7 March was the worst day.", {("2024-03-07", "2024-03-07")}),
        ("Between January 5 and 9 March they were shot.", {("2024-01-05", "2024-01-05"), ("2024-03-09", "2024-03-09")}),
        ("It was quiet.", set()),
        ("Strike toll at 24\n\nMarch 6, 2024", {("2024-03-06", "2024-03-06")}),
        ("Bombs fell after 2 a.m. on Monday.", {("2024-03-18", "2024-03-18")}),
    ],
)
def test_a_number_beside_a_day_need_be_no_day(times: Times, text: str, days: set[tuple[str, str]]) -> None:
    assert {covered(time) for time in times(text, "2024-03-22")} == days
