"""What is put into a casefile is kept once, whole, and comes out as it went in."""

import pytest

from sayso.casefile import Added, Casefile, CasefileError, Decision, RedactedError
from sayso.model import ReaderVersion


def test_a_report_comes_back_with_its_bytes_and_its_reading(case, make):
    one = make.taken(outlet="Valley Courier", published="2030-02-01")
    reading = make.full_reading(one)

    assert case.add(one, reading) is Added.NEW

    assert case.original(one.report.id) == one.original
    stored = case.reading(one.report.id)
    assert stored.report.text == one.report.text
    assert stored.events == reading.events
    assert [a.outlet for a in stored.report.appearances] == ["Valley Courier"]


def test_the_same_again_writes_nothing(case, make):
    one = make.taken()
    case.add(one, make.reading_of(one))
    before = len(case.log())

    assert case.add(one, make.reading_of(one)) is Added.KNOWN

    assert len(case.log()) == before


def test_some_stored_together_are_as_if_stored_one_by_one(case, make):
    first, second, elsewhere = make.taken("One."), make.taken("Two."), make.taken("One.", outlet="Herald")
    gone = make.taken("Adnan Zorvanik spoke.")
    case.add(gone, make.reading_of(gone))
    case.redact(("Adnan Zorvanik",))

    answers = case.add_all([(one, make.reading_of(one)) for one in (first, gone, second, elsewhere, first)])

    assert [one if isinstance(one, Added) else type(one) for one in answers] == [Added.NEW, RedactedError, Added.NEW, Added.APPEARANCE, Added.KNOWN]
    assert {row.id for row in case.reports()} == {first.report.id, second.report.id, gone.report.id}
    assert case.verify() == []


def test_some_stored_together_are_all_stored_or_none(case, make):
    first = make.taken("One.")

    with pytest.raises(ValueError, match="is of report"):
        case.add_all([(first, make.reading_of(first)), (make.taken("Two."), make.reading_of(first))])

    assert list(case.reports()) == []
    assert case.verify() == []


def test_each_place_where_a_text_is_met_is_an_appearance(case, make):
    first, second = make.taken(outlet="Courier", published="2030-02-01"), make.taken(outlet="Herald", published="2030-02-02")
    case.add(first, make.reading_of(first))

    assert case.add(second, make.reading_of(second)) is Added.APPEARANCE
    assert case.meet(second) is Added.KNOWN

    (reading,) = case.readings()
    assert [a.outlet for a in reading.report.appearances] == ["Courier", "Herald"]


def test_a_report_can_be_met_again_without_reading_it_again(case, make):
    first, second = make.taken(outlet="Courier"), make.taken(outlet="Herald")
    case.add(first, make.reading_of(first))

    assert case.has(second.report.id, make.READER)
    assert case.meet(second) is Added.APPEARANCE


def test_an_unknown_report_cannot_be_met_again(case, make):
    with pytest.raises(CasefileError, match="has to be read before"):
        case.meet(make.taken())


def test_another_readers_reading_is_put_beside_the_old_one(case, make):
    one = make.taken()
    newer = ReaderVersion(version="2", model="m", lexicon="l")
    case.add(one, make.full_reading(one))

    assert not case.has(one.report.id, newer)
    assert case.add(one, make.reading_of(one, newer)) is Added.REREAD

    assert case.reading(one.report.id).reader == newer
    assert case.reading(one.report.id, make.READER).events
    assert case.report(one.report.id).readers == (make.READER, newer)


@pytest.mark.parametrize("dates", [("2030-02-03", "2030-02-01"), ("2030-02-01", "2030-02-03"), (None, "2030-02-01"), ("2030-02-01", None)])
def test_the_reading_that_counts_is_anchored_at_the_earliest_date_whatever_came_first(case, make, dates):
    for date in dates:
        one = make.taken(published=date)
        if not case.has(one.report.id, make.READER, date):
            case.add(one, make.reading_of(one))

    assert case.reading(one.report.id).report.published == "2030-02-01"


def test_reports_are_listed_by_date_and_found_by_the_start_of_their_id(case, make):
    for text, date in (("Later news.", "2030-03-01"), ("Undated news.", None), ("Early news.", "2030-01-01")):
        one = make.taken(text, published=date, title=text)
        case.add(one, make.reading_of(one))

    rows = list(case.reports())

    assert [row.title for row in rows] == ["Early news.", "Later news.", "Undated news."]
    assert case.report(rows[0].id[:10]).row == rows[0]
    with pytest.raises(CasefileError, match="No report's id starts with"):
        case.report("f" * 64)
    with pytest.raises(CasefileError, match="no report's id"):
        case.report("Early%")


def test_too_short_a_beginning_of_an_id_names_the_reports_it_could_mean(case, make):
    for number in range(40):
        one = make.taken(f"News number {number}.")
        case.add(one, make.reading_of(one))

    first_digits = [row.id[0] for row in case.reports()]
    shared = next(digit for digit in first_digits if first_digits.count(digit) > 1)  # 40 ids have 16 first digits

    with pytest.raises(CasefileError, match="More than one"):
        case.report(shared)


def test_readings_come_in_an_order_that_does_not_depend_on_arrival(make, tmp_path):
    reports = [make.taken(f"News number {number}.") for number in range(450)]
    orders = []
    for name, arriving in (("a", reports), ("b", reports[::-1])):
        with Casefile.open(tmp_path / name, create=True) as case:
            for one in arriving:
                case.add(one, make.reading_of(one))
            orders.append([reading.report.id for reading in case.readings()])

    assert orders[0] == orders[1] == sorted(one.report.id for one in reports)


def test_an_original_that_is_not_what_the_report_is_called_after_is_not_stored(case, make):
    one = make.taken()
    wrong = type(one)(one.report, b"something else")

    with pytest.raises(CasefileError, match="Nothing was stored"):
        case.add(wrong, make.reading_of(one))

    assert list(case.reports()) == []
    assert case.verify() == []


def test_the_list_says_what_was_corrected_about_a_report_and_where_it_was_met_later(case, make):
    taken = make.taken("The mill burnt.")
    case.add(taken, make.reading_of(taken))
    again = make.taken("The mill burnt.", outlet="Herald", published="2023-03-05")
    case.add(again, make.reading_of(again))
    assert [(row.outlet, row.published) for row in case.reports()] == [("Herald", "2023-03-05")]
    case.decide(Decision(taken.report.id, "edit", "report", layer="report", after={"outlet": "Courier", "title": "Fire"}))
    assert [(row.outlet, row.title) for row in case.reports()] == [("Courier", "Fire")]
