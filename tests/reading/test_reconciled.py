"""Events and moves that read one act agree on its sides."""

from collections.abc import Callable

from sayso.model import Report
from sayso.reading.pipeline import Reader

WAR = "The Northern Front and the Coast Brigade have fought over the town of Qasr since May; shelling killed two fighters on Monday. "


def test_a_demand_carried_by_others_is_its_makers(reader: Reader, a_report: Callable[..., Report]) -> None:
    text = WAR + "The Northern Front sent messages through tribal elders demanding a truce that would let its fighters leave, Karim Saleh said."
    reading = reader.read(a_report(text))
    names = {p.id: p.name for p in reading.parties}
    (request,) = [e for e in reading.events if e.type == "REQUEST"]
    assert [names[a] for a in request.actors] == ["Northern Front"]
    assert request.by.endswith("+move")


def test_a_call_to_nobody_is_an_appeal_and_no_event(reader: Reader, a_report: Callable[..., Report]) -> None:
    reading = reader.read(a_report("The president called for a reform of the constitution on Monday."))
    assert not [e for e in reading.events if e.type == "REQUEST"]
