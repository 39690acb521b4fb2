"""Report in, Reading out: the questions in their order. A pure function of the report, the reader's version and the lexicon."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile, tee
from time import process_time

from spacy.tokens import Doc

from sayso._version import __version__
from sayso.lexicon import Lexicon
from sayso.model import ReaderVersion, Reading, Report
from sayso.reading import DEFAULT_MODEL
from sayso.reading.counted import Counted
from sayso.reading.foretold import Foretold
from sayso.reading.happened import Happened
from sayso.reading.held import Held
from sayso.reading.names import Names
from sayso.reading.negotiated import Negotiated
from sayso.reading.page import Page
from sayso.reading.parse import Parser, readable
from sayso.reading.performed import performed
from sayso.reading.reconciled import reconciled
from sayso.reading.said import Said
from sayso.reading.when import When
from sayso.reading.where import Where
from sayso.reading.where.roles import place_roles
from sayso.reading.who import FirstPerson, Who
from sayso.reading.who.deeds import armed_by_deeds

Question = Callable[[Page], None]


class Reader:
    """Reads reports. Make one and keep it: loading the language pipeline and the lexicon takes about a second."""

    def __init__(self, model: str = DEFAULT_MODEL, lexicon: Lexicon | None = None) -> None:
        self.lexicon = lexicon or Lexicon()
        self.parser = Parser(model, self.lexicon)
        self.version = ReaderVersion(version=__version__, model=self.parser.version, lexicon=self.lexicon.version)
        self.clocks: dict[str, float] = defaultdict(float)
        """Seconds of the processor that each question has taken so far: for `sayso bench`, never part of an answer."""
        self._questions: tuple[Question, ...] = (
            When(self.lexicon),
            Names(self.lexicon),
            Who(self.lexicon),
            Where(self.lexicon),
            Said(self.lexicon),
            FirstPerson(self.lexicon),
            Counted(self.lexicon),
            Happened(self.lexicon),
            armed_by_deeds,
            Held(self.lexicon),
            Negotiated(self.lexicon),
            reconciled,
            performed,
            place_roles,
            Foretold(self.lexicon),
        )

    def version_of(self, report: Report) -> ReaderVersion:  # noqa: ARG002
        """Its own version: it reads every report that it is given as English."""
        return self.version

    def read(self, report: Report) -> Reading:
        """The reading of one report."""
        (reading,) = self.read_many([report])
        return reading

    def read_many(self, reports: Iterable[Report], batch_size: int = 32) -> Iterator[Reading]:
        """The readings of many reports, in their order; faster than one by one. An error in one ends it: see try_many."""
        for outcome in self.try_many(reports, batch_size):
            if isinstance(outcome, Exception):
                raise outcome
            yield outcome

    def try_many(self, reports: Iterable[Report], batch_size: int = 32) -> Iterator[Reading | Exception]:
        """As read_many, but a report that the reader fails on gives its error in its place, and the others are read."""
        kept, parsed = tee(reports)
        docs = self.parser.parse((readable(report) for report in parsed), batch_size)
        for report, doc in zip(kept, docs, strict=True):
            try:
                yield self.interpret(report, doc)
            except Exception as error:
                yield error

    def prepared(self, report: Report, doc: Doc, question: type) -> Page:
        """The page of a report that has been parsed as it lies before one question of the reading is asked (for `sayso train`)."""
        page = Page(report, doc, self.lexicon)
        for earlier in takewhile(lambda one: not isinstance(one, question), self._questions):
            earlier(page)
        return page

    def interpret(self, report: Report, doc: Doc) -> Reading:
        """The reading of a report that has been parsed."""
        page = Page(report, doc, self.lexicon)
        for question in self._questions:
            started = process_time()
            question(page)
            self.clocks[getattr(question, "__name__", type(question).__name__)] += process_time() - started
        return Reading(
            reader=self.version,
            report=page.report,
            parties=page.cast.parties(),
            places=page.atlas.places(),
            times=tuple(page.times),
            statements=tuple(page.statements),
            events=tuple(page.events),
            figures=tuple(page.figures),
            control=tuple(page.control),
            moves=tuple(page.moves),
            forecasts=tuple(page.forecasts),
            warnings=tuple(page.warnings),
        )
