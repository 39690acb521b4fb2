"""Sentences of our own with their events marked: what is found with its type and status, and what is read where nothing is marked."""

from pathlib import Path
from typing import TYPE_CHECKING

from sayso.evaluate.counting import Scores
from sayso.model import Reading, Report
from sayso.reading.happened.lessons import AGAIN, Lesson, lessons_in

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

_GOES_ON = {"ongoing": "happened"}
"""A fight that rages and one that raged: the tense alone decides, and agencies mix them."""


def measure(reader: "Reader", path: Path) -> Scores:
    """Read each line of a file, or of every *_holdout.txt of a folder, as a report of its own and compare its events with the marks."""
    files = sorted(path.glob("*_holdout.txt")) if path.is_dir() else [path]
    lessons = [lesson for file in files for lesson in lessons_in(file)]
    if not lessons:
        raise ValueError(f"{path} holds no sentences to measure on: a folder's must be called *_holdout.txt")
    scores = Scores(documents=len(lessons))
    reports = [Report(id=f"{n:064x}", published_basis="unknown", text=lesson.text) for n, lesson in enumerate(lessons)]
    for number, (lesson, reading) in enumerate(zip(lessons, reader.read_many(reports), strict=True), start=1):
        compare(str(number), lesson, reading, scores)
    return scores


def compare(name: str, lesson: Lesson, reading: Reading, scores: Scores) -> None:
    """Add one line. A second event on a mark, or one on words that tell an event again, is neither right nor wrong."""
    wanted = [mark for mark in lesson.marks if mark.type != AGAIN]
    found = 0
    for mark in wanted:
        events = [event for event in reading.events if any(mark.touches(span) for span in (event.trigger, *event.also))]
        event = next((one for one in events if one.type == mark.type), None)
        scores.share(f"found with its type: {mark.type}", event)
        if event is None:
            scores.wrong(f"missed: {mark.type}" + (f", found {events[0].type}" if events else ""), name, lesson.text, (mark.start, mark.end))
            continue
        found += 1
        status = _GOES_ON.get(event.status, event.status)
        scores.share("status right, of those found", status == _GOES_ON.get(mark.status, mark.status))
    stray = [event for event in reading.events if lesson.at(event.trigger, *event.also) is None]
    touched = sum(any(lesson.at(event.trigger, *event.also) == mark for event in reading.events) for mark in wanted)
    scores.count("events trigger", touched, len(wanted), touched + len(stray))
    scores.count("events trigger+type", found, len(wanted), touched + len(stray))
    for event in reading.events:
        meant = lesson.at(event.trigger, *event.also)
        if meant is None or meant.type != AGAIN:
            scores.sure("events: trigger and type", event.confidence, meant is not None and meant.type == event.type)
    for event in stray:
        scores.wrong(f"not there: {event.type}", name, lesson.text, event.trigger)
    if not lesson.marks:
        scores.share("false alarm, of lines without an event", reading.events)
