"""When a move was made: its own day, and neither a deadline's nor that of what became of the pact."""

import pytest

from sayso.model import Report
from sayso.reading.pipeline import Reader


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The rebels broke the truce for the third time in a week on Sunday, the army said.", {"breach": "2030-06-09"}),
        ("The generals announced the end of their truce with the rebels on Monday evening.", {"walk_out": "2030-06-10"}),
        ("The rebels demanded the release of their men by the army by Friday.", {"demand": None}),
        ("On Monday the army gave the rebels until Friday to quit the mill.", {"ultimatum": "2030-06-10"}),
        ("The army gave the rebels until Friday to quit the mill.", {"ultimatum": None}),
        (
            "Shelling of rebel districts has grown since a ceasefire brokered by Oman collapsed on Monday.",
            {"agree": None, "breach": "2030-06-10", "mediate": None},
        ),
        ("In May 2029 hundreds of rebels left the town in a convoy under a deal with the army.", {"agree": "2029-05-01"}),
        ("The June 3 truce between the rebels and the army collapsed within days.", {"agree": "2030-06-03", "breach": None}),
        ("A truce agreed by Eritrea and Ethiopia in May has been violated by troops nearly every day.", {"agree": "2030-05-01", "breach": None}),
    ],
)
def test_a_move_has_its_own_day(reader: Reader, text: str, days: dict[str, str | None]) -> None:
    reading = reader.read(Report(id="c" * 64, text=text, published="2030-06-12", published_basis="given"))

    assert {move.kind: move.when and move.when.earliest for move in reading.moves} == days


def test_a_report_that_is_dated_years_too_early_is_read(reader: Reader) -> None:
    text = "The rebels have shelled the town since January 2034, killing 30 people."
    reading = reader.read(Report(id="d" * 64, text=text, published="2030-06-12", published_basis="given"))

    assert reading.events
