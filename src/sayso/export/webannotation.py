"""W3C Web Annotations: an AnnotationPage with one annotation for each fact, its words selected by position and by quotation."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.export.material import Material
from sayso.export.rows import reader_of, row_id
from sayso.export.whole import whole
from sayso.model import Fact, Reading
from sayso.model.codes import LAYERS
from sayso.model.reading import spans_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
BESIDE = 32
"""How many characters before and after its words a quotation carries."""

Json = dict[str, Any]


def write(material: Material, out: Path) -> int:
    """Write the page. Gives the number of annotations."""
    count = 0
    with whole(out) as file:
        file.write(f'{{"@context": "{CONTEXT}", "id": "urn:sayso:annotations", "type": "AnnotationPage", "items": [')
        for count, one in enumerate(_annotations(material), start=1):
            file.write((",\n" if count > 1 else "\n") + json.dumps(one, ensure_ascii=False))
        file.write("\n]}\n")
    return count


def _annotations(material: Material) -> Iterator[Json]:
    for reading in material.chosen():
        for layer in LAYERS:
            facts = material.events_of(reading) if layer == "events" else getattr(reading, layer)
            for fact in facts:
                spans = [(start, end) for _, start, end in spans_of(fact)]
                if spans:
                    yield _annotation(material, reading, layer, fact, spans)


def _annotation(material: Material, reading: Reading, layer: str, fact: Fact, spans: list[tuple[int, int]]) -> Json:
    report = reading.report
    own = spans_of_its_own(fact, spans)
    target = [{"source": f"urn:sha256:{report.id}", "selector": selector} for span in own for selector in (_selectors(reading, span),)]
    value = fact.model_dump(mode="json") | {"report": report.id}
    known = material.incident_of.get((report.id, fact.id))  # of an event, and of a statement that is a claim without one
    if known:
        incident, _ = known
        value |= {"incident": incident.id, "origins_for": incident.origins_for, "origins_against": incident.origins_against}
    return {
        "id": f"urn:sayso:{row_id(reading, fact.id)}",
        "type": "Annotation",
        "motivation": "classifying",
        "generator": {"id": f"urn:sayso:reader:{reading.reader.version}", "type": "Software", "name": reader_of(reading)},
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": tag_of(layer, fact)},
            {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": json.dumps(value, ensure_ascii=False)},
        ],
        "target": target,
    }


def spans_of_its_own(fact: Fact, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans a fact is known by: all mentions or content, else the trigger or span alone."""
    several = getattr(fact, "mentions", None) or getattr(fact, "content", None)
    return list(several) if several else spans[:1]


def tag_of(layer: str, fact: Fact) -> str:
    """The layer and the fact's code: "events ASSAULT aerial"."""
    codes = (getattr(fact, name, None) for name in ("type", "mode", "kind", "stance", "relation"))
    return " ".join([layer, *(code for code in codes if code)])


def _selectors(reading: Reading, span: tuple[int, int]) -> list[Json]:
    text, (start, end) = reading.report.text, span
    before, after = text[max(0, start - BESIDE) : start], text[end : end + BESIDE]
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": before, "suffix": after},
    ]
