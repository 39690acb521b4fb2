"""The queue of facts to look at: one decision a screen, the most doubtful and weightiest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.casefile import Casefile, Corrected, in_words
from sayso.model import Correction, Reading
from sayso.model.chain import chain_of
from sayso.model.reading import spans_of
from sayso.view import harmless
from sayso.workbench.board import Board, Doubt
from sayso.workbench.marking import Paragraph, paragraphs
from sayso.workbench.review_fields import LAYERS, Field, blank_fields, fields

_MARKED = {"statements": ("content",), "events": ("trigger", "also"), "parties": ("mentions",), "places": ("mentions",)}
_AROUND = 1
"""Paragraphs shown before and after the words."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A correction that already holds on the fact: its id, who and when, what it says, why."""

    id: str
    who: str
    when: str
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One fact to be decided on."""

    report: str
    title: str
    outlet: str
    layer: str
    fact: str
    line: str
    chain: tuple[str, ...]
    confidence: float
    paragraphs: tuple[Paragraph, ...]
    fields: tuple[Field, ...]
    decided: tuple[Decided, ...]
    address: str


def waiting(board: Board, casefile: Casefile) -> Sequence[Doubt]:
    """The doubts nobody has decided on yet, in their order."""
    seen = {(one.report, one.layer, one.fact) for one in casefile.corrections() if one.action != "undo" and one.coding is None}
    return [one for one in board.doubts if (one.report, one.layer, one.fact) not in seen]


def review_page(corrected: Corrected, layer: str, fact_id: str, blind: bool = False) -> ReviewPage | None:
    """Prepare the screen of a fact, `blind` without the machine's values.

    None where the reading has no such fact, or its layer is not corrected here.
    """
    reading = corrected.reading
    fact = next((fact for name, fact in reading.facts() if name == layer and fact.id == fact_id), None) if layer in LAYERS else None
    if fact is None:
        return None
    marked = _MARKED.get(layer, ("span",))
    spans = [(start, end) for name, start, end in spans_of(fact) if name in marked]
    data: dict[str, Any] = fact.model_dump(mode="json")
    report = reading.report
    statement = fact_id if layer == "statements" else data.get("according_to")
    return ReviewPage(
        report=report.id, title=harmless(report.title or report.text[:90]), outlet=harmless(report.outlet or "outlet unknown"), layer=layer,
        fact=fact_id, line=harmless(" … ".join(reading.words(span) for span in spans[:3])), confidence=fact.confidence,
        chain=() if blind else tuple(harmless(hop.name) for hop in chain_of(reading, statement)), paragraphs=tuple(_around(reading, fact_id, spans)),
        fields=blank_fields(reading, layer) if blind else fields(reading, layer, data),
        decided=tuple(_decided(corrected, layer, fact_id)),
        address=f"/report/{report.id}?layer={layer}&fact={fact_id}#w-{fact_id}",
    )  # fmt: skip


def _around(reading: Reading, fact: str, spans: Iterable[tuple[int, int]]) -> Iterable[Paragraph]:
    """The paragraphs with the fact's words, and those next to them."""
    shown = paragraphs(reading.report.text, ((fact, start, end) for start, end in spans))
    lit = [n for n, p in enumerate(shown) if any(s.facts for s in p.stretches)][:4]
    near = sorted({m for n in lit for m in range(max(0, n - _AROUND), min(len(shown), n + _AROUND + 1))})
    return [shown[n] for n in near]


def _decided(corrected: Corrected, layer: str, fact: str) -> Iterable[Decided]:
    for one in corrected.applied:
        if one.correction.layer == layer and one.fact == fact:
            yield decided(one.correction)


def decided(one: Correction) -> Decided:
    """A correction in words."""
    return Decided(one.id, harmless(one.who), one.when[:16].replace("T", " "), harmless(in_words(one)), harmless(one.why or ""))
