"""Speed: the whole reading beside the bare language pipeline on the same texts in the same run."""

import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

import spacy

from sayso.evaluate.peers import textacy_on
from sayso.intake.conflict import passes_over
from sayso.model import Reading, Report
from sayso.situation import situate

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

BATCH = 32


@dataclass(frozen=True, slots=True)
class Speed:
    """Best seconds of the processor of each over the rounds; ratio = ours / bare. `by_question` is the share of the bare time each question took."""

    reports: int
    characters: int
    tokens: int
    bare_seconds: float
    reading_seconds: float
    gate_seconds: float
    passed_over: int
    """How many reports the gate would pass over."""
    textacy_seconds: float | None
    """textacy's quotations over the bare pipeline; None where it is not installed."""
    merging_seconds: float
    by_question: dict[str, float]
    peak_mib: float

    @property
    def ratio(self) -> float:
        """The whole reading's time over the bare pipeline's."""
        return self.reading_seconds / self.bare_seconds


def measure(reader: "Reader", reports: Sequence[Report], rounds: int = 3) -> tuple[Speed, list[Reading]]:
    """Time the bare pipeline (`nlp.pipe`, batch 32, default components), the reader, textacy and the gate in turn; the best of each counts.
    Gives the readings as well."""
    bare = spacy.load(reader.parser.package)
    bare.max_length = reader.parser.nlp.max_length
    texts = [report.text for report in reports]
    bare(texts[0])
    reader.read(reports[0])
    if find_spec("textacy"):
        list(textacy_on(bare, texts[:1]))  # what is imported once is no part of the work
    names = ["bare", "reading", "gate", *(["textacy"] if find_spec("textacy") else [])]
    best = dict.fromkeys(names, float("inf"))
    questions: dict[str, float] = {}
    tokens, readings = 0, list[Reading]()
    for _ in range(rounds):
        reader.clocks.clear()
        spent, tokens, readings = dict.fromkeys(names, 0.0), 0, []
        for first in range(0, len(reports), BATCH):  # each in turn on every batch, so that what else the machine does falls on all of them
            some, words = reports[first : first + BATCH], texts[first : first + BATCH]
            for name in names:
                started = time.process_time()
                if name == "bare":
                    tokens += sum(len(doc) for doc in bare.pipe(words, batch_size=BATCH))
                elif name == "reading":
                    readings += reader.read_many(some, BATCH)
                elif name == "gate":
                    for report in some:
                        passes_over(report)
                else:
                    for _quotations in textacy_on(bare, words, BATCH):
                        pass
                spent[name] += time.process_time() - started
        if spent["reading"] < best["reading"]:
            questions = dict(reader.clocks)
        best = {name: min(best[name], spent[name]) for name in names}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started = time.process_time()
    situate(readings)
    merging = time.process_time() - started
    passed = sum(passes_over(report) is not None for report in reports)
    return Speed(
        reports=len(reports), characters=sum(map(len, texts)), tokens=tokens, bare_seconds=best["bare"], reading_seconds=best["reading"],
        gate_seconds=best["gate"], passed_over=passed, textacy_seconds=best.get("textacy"), merging_seconds=merging,
        by_question={name: seconds / best["bare"] for name, seconds in questions.items()}, peak_mib=peak,
    ), readings  # fmt: skip
