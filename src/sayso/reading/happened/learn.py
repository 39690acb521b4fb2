"""Learning the finder's and the judge's weights from marked sentences: softmaxes over traits, fitted in full batches, so that each run gives
the same bytes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.model import Report
from sayso.reading.happened import Happened, label_places, trigger_of
from sayso.reading.happened.act import Act
from sayso.reading.happened.finder import CLASSES as KINDS
from sayso.reading.happened.finder import Finder, Hints, may_tell
from sayso.reading.happened.judge import CLASSES, EVENT, NOTHING, RETOLD, Judge
from sayso.reading.happened.lessons import AGAIN, Lesson, Mark
from sayso.reading.happened.senses import senses_of
from sayso.reading.happened.softmax import Fit, Floats, fitted
from sayso.reading.happened.telling import one_deed
from sayso.reading.page import Page

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

_LEAST = 2
"""A trait is learnt from when at least this many examples have it."""
_FOLDS = 4
"""The judge learns from acts that a finder found which had not seen their lesson."""
_KNOWN = "known to the lexicon"
"""The trait of verbs that the finder is not asked about: more to learn from, but not alike."""


_JUDGING = Fit(decay=5.0, rounds=400)
_FINDING = Fit(decay=1.5, rounds=150)


@dataclass(frozen=True, slots=True)
class Example:
    """What a model sees of an act or a verb, and what the writer of the sentence says it is."""

    traits: tuple[str, ...]
    label: str
    lesson: int


def taught(lessons: Sequence[Lesson], reader: "Reader") -> tuple[Judge, Finder]:
    """The judge and the finder that these lessons make. Lessons are read twice: ten thousand pages take more memory than reading takes time."""
    verbs = list(verbs_of(lessons, reader))
    folds = [learn_finder([verb for verb in verbs if verb.lesson % _FOLDS != fold], reader) for fold in range(_FOLDS)]
    return learn_judge(list(examples_of(lessons, reader, folds))), learn_finder(verbs, reader)


def verbs_of(lessons: Sequence[Lesson], reader: "Reader") -> Iterator[Example]:
    """The verbs of the lessons; one that only tells an event of its line again is left out."""
    senses = senses_of(reader.lexicon)
    hints = Hints(senses)
    for number, (lesson, page) in enumerate(zip(lessons, _pages(lessons, reader), strict=True)):
        for token in filter(may_tell, page.doc):
            mark = lesson.at((token.idx, token.idx + len(token)))
            if mark is None or mark.type != AGAIN:
                known = {_KNOWN} if senses.fitting(token) else set()
                yield Example(tuple(sorted(hints(token) | known)), mark.type if mark else KINDS[0], number)


def examples_of(lessons: Sequence[Lesson], reader: "Reader", finders: Sequence[Finder] = ()) -> Iterator[Example]:
    """The acts of the lessons, each lesson read as a report of its own, with one of the finders after the other."""
    readers = [Happened(reader.lexicon, finder) for finder in finders or [Finder({}, senses_of(reader.lexicon))]]
    for number, (lesson, page) in enumerate(zip(lessons, _pages(lessons, reader), strict=True)):
        seen = readers[number % len(readers)].seen(page)
        marks = [lesson.at(trigger_of(act)) for act, _ in seen]
        marked = [act for (act, _), mark in zip(seen, marks, strict=True) if mark is not None]
        for (act, traits), mark in zip(seen, marks, strict=True):
            yield Example(tuple(sorted(traits)), _label(act, mark, marked), number)


def _pages(lessons: Sequence[Lesson], reader: "Reader") -> Iterator[Page]:
    for number, (lesson, doc) in enumerate(zip(lessons, reader.parser.parse(lesson.text for lesson in lessons), strict=True)):
        report = Report(id=f"{number:064x}", published_basis="unknown", text=lesson.text)
        page = reader.prepared(report, doc, Happened)
        label_places(page)
        yield page


def _label(act: Act, mark: Mark | None, marked: Sequence[Act]) -> str:
    """What the writer says an act is. "A bomb" of which only "exploded" is marked tells the same deed."""
    if mark is not None:
        return RETOLD if mark.type == AGAIN else EVENT
    return RETOLD if any(act.type == other.type and one_deed(other, act) for other in marked) else NOTHING


def learn_judge(examples: Sequence[Example]) -> Judge:
    """The judge that these acts make."""
    return Judge.of(*_learnt(examples, CLASSES, _JUDGING))


def learn_finder(verbs: Sequence[Example], reader: "Reader") -> Finder:
    """The finder that these verbs make."""
    return Finder.of(*_learnt(verbs, KINDS, _FINDING), senses_of(reader.lexicon))


def _learnt(examples: Sequence[Example], classes: Sequence[str], fit: Fit) -> tuple[list[str], Floats]:
    counted = Counter(trait for example in examples for trait in example.traits)
    traits = sorted(trait for trait, n in counted.items() if n >= _LEAST)
    index = {trait: i for i, trait in enumerate(traits)}
    rows = [[index[t] for t in example.traits if t in index] for example in examples]
    wanted = np.zeros((len(rows), len(classes)))
    wanted[np.arange(len(rows)), [classes.index(example.label) for example in examples]] = 1.0
    return traits, fitted(rows, wanted, len(traits), fit)
