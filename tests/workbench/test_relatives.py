"""Which reports a page lists as carrying the same text: copies, and not an outlet's next story that takes up a passage of its last."""

from types import SimpleNamespace
from typing import cast

from rich.console import Console

from sayso.cli.view_situation import print_situation
from sayso.intake import Known, from_text
from sayso.model import Situation
from sayso.reading.pipeline import Reader
from sayso.situation import situate
from sayso.workbench.board import Board, Head
from sayso.workbench.copies import relatives

PASSAGE = "The bridge over the Ubel, which carried all the flour that three valleys eat in a winter, fell when a mine went off under its pier. "
FIRST = (
    "Nobody slept in Iriba on Thursday night. " + PASSAGE + "A ferry is to come from the lake within a week, and millers have put up a rope. "
    "Old men remember the year when the first planks were laid, and each tells another story of who paid for them. One says that a bride's father "
    "sold nine camels. Another swears that it was a judge who wanted to reach his orchards with dry feet. Boys have been diving for the nails since "
    "dawn, because a smith in the upper quarter buys iron by weight. By evening the water had gone down enough for goats to cross at the bend, and "
    "the first shepherds came over with cheese that nobody on this side had ordered."
)
NEXT = (
    "Flour has doubled in Iriba since last week, traders told us at the gate of the mill, and two bakers shut. " + PASSAGE + "The ferry that the "
    "governor spoke of has not been seen. Women carry sacks over the rope on their backs, and a boy who fell in was pulled out alive by his sister. "
    "A lorry with seed is stuck at the far bank, and its driver sleeps under it. The harvest, he says, will not wait. In the market they have "
    "begun to bake with millet, which the grandmothers praise and the children spit out. A teacher has moved her class to a barn across the river so "
    "that half of her pupils need not get wet, and the other half now have the longer way."
)


def _told(reader: Reader, one: str, other: str) -> Situation:
    told = ((FIRST, "2031-05-09", one), (NEXT, "2031-05-16", other))
    return situate([reader.read(from_text(text, Known(published=day, outlet=outlet))) for text, day, outlet in told])


def _page(situation: Situation) -> str:
    console = Console(record=True, width=200)
    print_situation(console, situation, {})
    return console.export_text()


def _relatives(situation: Situation) -> list[str]:
    reports = {report for origin in situation.origins for report in origin.reports}
    heads = {report: Head(report, "A story", "Sahel Wire", "2031-05-09") for report in reports}
    board = cast(Board, SimpleNamespace(situation=situation, heads=heads))
    return [one.id for report in sorted(reports) for one in relatives(board, report)]


def test_an_outlets_next_story_is_no_copy_of_itself(reader: Reader) -> None:
    situation = _told(reader, "Sahel Wire", "Sahel Wire")

    assert any(origin.copies for origin in situation.origins)  # what it took up is on record
    assert "they add no origin" not in _page(situation).lower()
    assert not _relatives(situation)


def test_another_outlets_is(reader: Reader) -> None:
    situation = _told(reader, "Sahel Wire", "Dune Post")

    assert "they add no origin" in _page(situation).lower()
    assert len(_relatives(situation)) == 2
