"""Deeds told apart and refusals told as facts, on invented sentences."""

from collections.abc import Callable

from sayso.model import Event, Reading, Report
from sayso.reading.pipeline import Reader

PAST = (
    "In March 2018, during the last days of the Tavra operation, there was a deal to evacuate the remaining fighters of the Northern Front "
    "to the hills.\n\nIn May 2019, the last fighters of the Northern Front left the town of Qasr with their families.\n"
)


def of(reader: Reader, a_report: Callable[..., Report], text: str) -> Reading:
    return reader.read(a_report(text, published="2024-03-13"))


def only(reading: Reading, kind: str) -> list[Event]:
    return [event for event in reading.events if event.type == kind]


def test_two_deeds_of_one_kind_on_different_dates_are_two_events(reader: Reader, a_report: Callable[..., Report]) -> None:
    retreats = only(of(reader, a_report, PAST), "RETREAT")
    months = {event.when.earliest[:7] for event in retreats if event.when and event.when.earliest}
    assert months == {"2018-03", "2019-05"}


def test_a_deal_that_was_there_is_an_agreement_of_its_time(reader: Reader, a_report: Callable[..., Report]) -> None:
    (deal,) = only(of(reader, a_report, PAST), "AGREE")
    assert deal.when is not None
    assert deal.when.earliest == "2018-03-01"


def test_what_is_not_accepted_is_refused_and_the_refusal_is_a_fact(reader: Reader, a_report: Callable[..., Report]) -> None:
    reading = of(reader, a_report, "The Coast Brigade will not accept a truce with the Northern Front, its spokesman said on Monday.")
    (refusal,) = only(reading, "REJECT")
    assert refusal.status == "happened"


def test_what_time_is_needed_for_is_planned(reader: Reader, a_report: Callable[..., Report]) -> None:
    reading = of(reader, a_report, "“We need two weeks to capture the town of Qasr from the Northern Front,” General Karim Saleh said on Monday.")
    assert {event.status for event in only(reading, "ASSAULT")} == {"planned"}


def test_a_thing_asked_for_is_no_party(reader: Reader, a_report: Callable[..., Report]) -> None:
    reading = of(reader, a_report, "The Northern Front sent a letter to the Coast Brigade, asking for a safe passage to Tavra, Karim Saleh said.")
    assert not any("passage" in party.name for party in reading.parties)


def test_an_accusation_beside_a_denial_is_not_denied(reader: Reader, a_report: Callable[..., Report]) -> None:
    text = "The army denied that it had shelled the market in Odun and accused the Hill Front of firing on its own people."
    assert [event.status for event in only(of(reader, a_report, text), "ACCUSE")] == ["happened"]
