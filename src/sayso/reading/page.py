"""The page on the desk: one report, its parse, and what has been read from it so far. Each question reads it and adds to it."""

from bisect import bisect_right
from collections import Counter
from dataclasses import InitVar, dataclass, field
from datetime import date

from spacy.tokens import Doc

from sayso.lexicon import Lexicon
from sayso.model import Control, Event, Figure, Forecast, Move, Report, Statement, Time
from sayso.reading.atlas import Atlas
from sayso.reading.cast import Cast
from sayso.reading.parsed import Parsed, Sentence, Span, Token

SKIPPED_PARTS = frozenset({"furniture", "caption", "byline", "editor", "date", "dateline", "repeat"})
"""Parts of the report in which nothing is said to happen."""


_CELL = 256
"""Statements are looked up by the stretches of this many characters that they touch."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text and what it names, decided for the whole report: the pipeline's entities are evidence, not verdicts."""

    start: int
    end: int
    kind: str
    """person, group, place, or other."""
    by: str
    entry: str | None = None
    """What the lexicon knows it as: a party's id, "person:NAME", "country:SY", "seat:SY"; None for what it does not know."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Words that head a paragraph, the last name in them if they may be names, what parts them from it, and where it ends."""

    start: int
    end: int
    name: tuple[int, int] | None
    stop: str
    until: int


@dataclass(slots=True)
class Page:
    """One report being read. `doc` has the report's own offsets: `doc[i].idx` counts code points of `report.text`."""

    report: Report
    parse: InitVar[Doc]
    lexicon: Lexicon
    doc: Parsed = field(init=False)
    names: list[Name] = field(default_factory=list)
    nations: Counter[str] = field(default_factory=Counter)
    """How often the text has a nationality word in capitals ("Syrian", "Syrians"), by the country's code. Filled by `names`."""
    headings: list[Heading] = field(default_factory=list)
    """What heads paragraphs, in the order of the text. Filled by `where`."""
    written: date | None = None
    """The day that the text bears itself, where that is not the day of publication that is known. Filled by `when`."""
    warnings: list[str] = field(default_factory=list)
    """What a reader of the reading must know before trusting it, each a sentence for a person."""
    times: list[Time] = field(default_factory=list)
    cast: Cast = field(default_factory=Cast)
    publisher: str | None = None
    """The party whose own text this is, where a ministry or a group publishes it and no outlet. Filled by `who`."""
    atlas: Atlas = field(default_factory=Atlas)
    statements: list[Statement] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    control: list[Control] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    forecasts: list[Forecast] = field(default_factory=list)
    _dispatched: date | None = field(default=None, init=False, repr=False)
    _edges: list[int] = field(default_factory=list, init=False, repr=False)
    _kinds: list[str] = field(default_factory=list, init=False, repr=False)
    _cells: dict[int, list[Statement]] = field(default_factory=dict, init=False, repr=False)
    _sorted: int = field(default=0, init=False, repr=False)
    _timed: dict[int, Time] = field(default_factory=dict, init=False, repr=False)
    _sentences: set[int] = field(default_factory=set, init=False, repr=False)
    """Where the sentences start that have a time."""
    _dated: int = field(default=0, init=False, repr=False)

    def __post_init__(self, parse: Doc) -> None:
        self.doc = Parsed(parse)
        self._dispatched = date.fromisoformat(self.report.published[:10]) if self.report.published else None

    @property
    def published(self) -> date | None:
        """The day that "on Monday" and "last week" are counted from: that of publication, or where the text bears another one itself, that."""
        return self.written if self.written is not None else self._dispatched

    def tokens(self, start: int, end: int) -> Span:
        """The tokens that [start, end) touches; empty where it touches none."""
        return self.doc.touched(start, end)

    def part(self, offset: int) -> str:
        """Which part of the report's anatomy an offset lies in; "body" where none is marked."""
        if not self._edges:
            self._edges, self._kinds = _stretches(self.report)
        return self._kinds[bisect_right(self._edges, offset) - 1]

    def skipped(self, offset: int) -> bool:
        """Whether an offset lies in furniture, a credit, or a dateline."""
        return self.part(offset) in SKIPPED_PARTS

    def time_at(self, token: Token) -> Time | None:
        """The time expression that a token is part of."""
        if self._dated != len(self.times):
            self._lay_out_times()
        return self._timed.get(token.idx)

    def has_time(self, sentence: Sentence) -> bool:
        """Whether a time expression stands in a sentence."""
        if self._dated != len(self.times):
            self._lay_out_times()
        return sentence.start in self._sentences

    def _lay_out_times(self) -> None:
        words = [(word, time) for time in self.times for word in self.tokens(*time.span) if word.idx >= time.span[0]]
        self._timed = {word.idx: time for word, time in words}
        self._sentences = {word.sent.start for word, _ in words}
        self._dated = len(self.times)

    def restate(self, place: int, statement: Statement) -> None:
        """Put a statement in the place of another."""
        self.statements[place] = statement
        self._sorted = -1

    def statement_around(self, start: int, end: int) -> Statement | None:
        """The innermost statement whose content contains [start, end): whose word it is. None is the outlet's own voice."""
        around = [s for s in self._at(start) for a, b in s.content if a <= start and end <= b]
        if len(around) < 2:
            return around[0] if around else None
        return min(around, key=lambda s: (sum(b - a for a, b in s.content), s.id))

    def _at(self, offset: int) -> list[Statement]:
        """The statements near an offset, by the stretches of text that their contents touch; sorted anew when statements were added."""
        if self._sorted != len(self.statements):
            self._cells, self._sorted = {}, len(self.statements)
            for statement in self.statements:
                for cell in {c for a, b in statement.content for c in range(a // _CELL, b // _CELL + 1)}:
                    self._cells.setdefault(cell, []).append(statement)
        return self._cells.get(offset // _CELL, [])


def _stretches(report: Report) -> tuple[list[int], list[str]]:
    """Where the kind of part changes, from 0 on, and the kind from there; of parts that overlap the first counts."""
    edges = sorted({0, *(max(0, edge) for part in report.parts for edge in part.span)})
    kinds = ["body"] * len(edges)
    for part in reversed(report.parts):
        first, last = bisect_right(edges, part.span[0]) - 1, bisect_right(edges, part.span[1]) - 1
        kinds[first:last] = [part.kind] * (last - first)
    return edges, kinds
