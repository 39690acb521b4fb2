"""Refusals of what was just asked, breaches in the mouth of those who suffer them, deeds that are no moves of talks."""

from collections.abc import Callable

import pytest

from sayso.model import Report
from sayso.reading.pipeline import Reader

WAR = "\n\nShelling, airstrikes, artillery, rockets and mortar fire were reported along the frontline during the siege."


def moves_of(reader: Reader, report: Report) -> list[tuple[str, str]]:
    """The moves of a report, each with its maker's name."""
    reading = reader.read(report)
    names = {party.id: party.name for party in reading.parties}
    return [(move.kind, ", ".join(names[p] for p in move.from_)) for move in reading.moves]


@pytest.mark.parametrize(("text", "made"), [
    ("The Lake Front gave the garrison until noon to leave the fort, and it refused.", [("ultimatum", "Lake Front"), ("reject", "garrison")]),
    ("The Lake Front asked the army for flour. The army turned it down.", [("demand", "Lake Front"), ("reject", "army")]),
    ("The Lake Front asked the army for flour. The army refused to comment.", [("demand", "Lake Front")]),
    ("The Lake Front asked the army for flour. The army refused to send any flour.", [("demand", "Lake Front"), ("reject", "army")]),
    ("The Lake Front demanded flour from the army. The army refused to pay.", [("demand", "Lake Front"), ("reject", "army")]),
    ("The Lake Front asked the government for flour. The premier refused to open the new bridge.", [("demand", "Lake Front")]),
    ("The Lake Front asked the army for flour. A farmer was let go on Monday.", [("demand", "Lake Front")]),
    ("The Lake Front demands that the mill be given back.", [("demand", "Lake Front")]),
])  # fmt: skip
def test_what_was_just_asked_is_refused(reader: Reader, a_report: Callable[..., Report], text: str, made: list[tuple[str, str]]) -> None:
    assert moves_of(reader, a_report(text + WAR)) == made


@pytest.mark.parametrize("text", [
    "The army and the Lake Front agreed to a truce. The army said the truce had been violated.",
    "The army and the Lake Front agreed on a pause in the fighting. The shelling of the mill has put an end to the pause, the army said.",
])  # fmt: skip
def test_a_breach_is_told_by_whom_it_befell(reader: Reader, a_report: Callable[..., Report], text: str) -> None:
    reading = reader.read(a_report(text + WAR))
    names = {party.id: party.name for party in reading.parties}
    (breach,) = [move for move in reading.moves if move.kind == "breach"]
    assert breach.from_ == ()
    assert [names[p] for p in breach.to] == ["army"]
