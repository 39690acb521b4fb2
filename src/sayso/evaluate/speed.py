"""Speed: the whole reading beside the bare language pipeline on the same texts in the same run."""

import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import spacy

from sayso.model import Report

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

BATCH = 32


@dataclass(frozen=True, slots=True)
class Speed:
    """Best seconds of each over the rounds; ratio = ours / bare. `by_question` is the share of the bare time each question took."""

    reports: int
    characters: int
    tokens: int
    bare_seconds: float
    reading_seconds: float
    by_question: dict[str, float]
    peak_mib: float

    @property
    def ratio(self) -> float:
        """The whole reading's time over the bare pipeline's."""
        return self.reading_seconds / self.bare_seconds


def measure(reader: "Reader", reports: Sequence[Report], rounds: int = 3) -> Speed:
    """Time the bare pipeline (`nlp.pipe`, batch 32, default components) and the reader in turn; the best of each counts."""
    bare = spacy.load(reader.parser.package)
    bare.max_length = reader.parser.nlp.max_length
    texts = [report.text for report in reports]
    bare(texts[0])
    reader.read(reports[0])
    bare_best = reading_best = float("inf")
    questions: dict[str, float] = {}
    tokens = 0
    for _ in range(rounds):
        started = time.perf_counter()
        tokens = sum(len(doc) for doc in bare.pipe(texts, batch_size=BATCH))
        bare_best = min(bare_best, time.perf_counter() - started)
        started = time.perf_counter()
        reader.clocks.clear()
        for _reading in reader.read_many(reports, BATCH):
            pass
        taken = time.perf_counter() - started
        if taken < reading_best:
            reading_best, questions = taken, dict(reader.clocks)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    shares = {name: seconds / bare_best for name, seconds in questions.items()}
    return Speed(len(reports), sum(map(len, texts)), tokens, bare_best, reading_best, shares, peak)
