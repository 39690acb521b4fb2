"""What one pass over the reports gathers for merging: told events as a table, who says what, and which reports hold what else."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from sayso.model.situation import SourceStatement
from sayso.scale.blocks.crowd import Crowd
from sayso.scale.blocks.piles import Piles
from sayso.scale.blocks.table import Table
from sayso.scale.blocks.whose import Standing
from sayso.situation.case import Sheet
from sayso.situation.forecasts import foretold_events, outcome
from sayso.situation.incidents import attacking
from sayso.situation.live import told_in
from sayso.situation.sources import said_in


class Gathered:
    """Filled report by report, in their order."""

    def __init__(self, crowd: Crowd, origins: Standing, as_of: str | None, folder: Path, parts: int) -> None:
        self._crowd, self._origins, self._as_of = crowd, origins, as_of
        self.table = Table()
        self.attacking: set[str] = set()
        self.voices: set[str] = set()
        """Whose texts there are, and on whose word events are told."""
        self.ground: list[int] = []
        """The ranks of reports on who holds what; so for moves and forecasts."""
        self.moves: list[int] = []
        self.forecasts: list[int] = []
        self.foretold: set[tuple[str, str]] = set()
        """Events that forecasts foretell, by report."""
        self.due: str | None = None
        """The first last day of a forecast that is due."""
        self._speakers = sorted(crowd.ids())
        self._number = {actor: number for number, actor in enumerate(self._speakers)}
        self._said = Piles(folder, "said", len(self._speakers), parts)

    def enter(self, sheet: Sheet, rank: int) -> None:
        """Take in the next report."""
        origins, reading = self._origins, sheet.reading
        told = told_in(sheet, self._crowd, origins)
        self.table.enter(told, self._crowd)
        origins.listening = True
        for one in told:
            origins.whose(sheet, one.event.according_to, one.event.trigger)
            for answer in one.answers:
                origins.whose(sheet, answer.statement, answer.span)
            for count in one.recounts:
                origins.whose(sheet, count.statement, sheet.figures[count.figure].span)
        origins.listening = False
        self.attacking |= attacking(told)
        self.voices |= {one.whose.owner for one in told if one.whose.owner}
        owner = origins.list_text(sheet)
        if owner is not None:
            self.voices.add(owner)
        for party, statement in said_in(sheet, self._crowd):
            self._said.put(self._number[party], statement.to_json())
        for facts, ranks in ((reading.control, self.ground), (reading.moves, self.moves), (reading.forecasts, self.forecasts)):
            if facts:
                ranks.append(rank)
        for forecast in reading.forecasts:
            self.foretold |= {(sheet.id, event) for event in foretold_events(forecast, sheet)}
            if forecast.due and forecast.due.latest and outcome(forecast, self._as_of) == "due":
                self.due = min(self.due or forecast.due.latest[:10], forecast.due.latest[:10])

    def said(self) -> Iterator[tuple[str, list[SourceStatement]]]:
        """Who says what, by party."""
        for pile in self._said.sorted():
            for number, rows in groupby(pile, key=lambda row: row[0]):
                yield self._speakers[number], [SourceStatement.model_validate_json(row) for _, row in rows]
