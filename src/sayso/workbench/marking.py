"""A report's text cut at the edges of its marked spans, so that overlapping facts can each light up their own words."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text and the facts that it belongs to, outermost first. `starts` are those whose words begin here."""

    text: str
    facts: tuple[str, ...]
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text that is not blank: where it starts, and its stretches, which joined are the line."""

    start: int
    stretches: tuple[Stretch, ...]


def paragraphs(text: str, marks: Iterable[tuple[str, int, int]]) -> list[Paragraph]:
    """The text by paragraphs. `marks` are (fact id, start, end); a mark that begins in one paragraph may end in another."""
    spans = sorted(set(marks), key=lambda m: (m[1], -m[2], m[0]))
    return [Paragraph(start, tuple(_stretches(text, start, end, spans))) for start, end in _paragraph_bounds(text)]


def _paragraph_bounds(text: str) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            bounds.append((start, end))
        start = end + 1
    return bounds


def _stretches(text: str, start: int, end: int, spans: list[tuple[str, int, int]]) -> list[Stretch]:
    inside = [(fact, a, b) for fact, a, b in spans if a < end and b > start]
    cuts = sorted({start, end, *(c for _, a, b in inside for c in (a, b) if start < c < end)})
    stretches, begun = [], {fact for fact, a, _ in inside if a < start}
    for a, b in pairwise(cuts):
        facts = tuple(dict.fromkeys(fact for fact, x, y in inside if x <= a and b <= y))
        starts = tuple(fact for fact in facts if fact not in begun)
        begun.update(starts)
        stretches.append(Stretch(text[a:b], facts, starts))
    return stretches
