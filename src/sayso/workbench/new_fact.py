"""A fact that the reader missed: the words it rests on, drawn in the text or typed, and what they say."""

import re
from dataclasses import dataclass
from typing import cast

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from sayso.casefile import Casefile, CasefileError, Decision, resting_on
from sayso.model import Correction, Reading
from sayso.model.codes import Layer
from sayso.view import harmless
from sayso.workbench.doubt_routes import Posted
from sayso.workbench.marking import Paragraph, paragraphs
from sayso.workbench.review_fields import LAYERS, Field, answered, blank_fields
from sayso.workbench.web import READ, Web

_MOST = 20
"""So many places where the words stand are offered."""
_AROUND = 60  # characters
_QUOTED = re.compile("[“\"«][^“”\"«»]*$")


@dataclass(frozen=True, slots=True)
class NewFact:
    """A fact about to be added: its words with the paragraph around them, and the fields to fill."""

    report: str
    title: str
    layer: str
    start: int
    end: int
    words: str
    paragraphs: tuple[Paragraph, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """Where the form is sent, where one goes who leaves it, which room of the menu that is, and the coding it belongs to."""

    action: str
    back: str
    here: str
    coding: str | None = None


def new_fact(reading: Reading, layer: str, start: int, end: int) -> NewFact | None:
    """Prepare the form for the words from start to end; None where there are none."""
    text = reading.report.text
    if layer not in LAYERS or not 0 <= start < end <= len(text) or not text[start:end].strip():
        return None
    lit = [one for one in paragraphs(text, [("new", start, end)]) if any(s.facts for s in one.stretches)]
    known = {"name": " ".join(text[start:end].split())[:200]} if layer in ("parties", "places") else None
    title = harmless(reading.report.title or text[:90])
    return NewFact(reading.report.id, title, layer, start, end, harmless(text[start:end]), tuple(lit[:4]), blank_fields(reading, layer, known))


def found(reading: Reading, words: str) -> list[tuple[int, int, str, str]]:
    """Where words stand in a report, whatever the blanks between them: start, end, and the text before and after."""
    text = reading.report.text
    pattern = r"\s+".join(map(re.escape, words.split()))
    hits = [one.span() for one in re.finditer(pattern, text, re.IGNORECASE)][:_MOST] if pattern else []
    return [(a, b, harmless(text[max(0, a - _AROUND) : a]), harmless(text[b : b + _AROUND])) for a, b in hits]


def asked(web: Web, way: Way, report: str, layer: str, start: int, end: int, words: str) -> Response:
    """The page on which a fact is described, or on which of the places where its words stand is chosen."""
    with web.open() as casefile:
        try:
            reading = casefile.reading(casefile.report(report).row.id, corrected=way.coding is None)
        except CasefileError as error:
            return web.missing(str(error))
    places = found(reading, words[:2000]) if start < 0 else []
    if len(places) == 1:
        start, end = places[0][:2]
    shown = new_fact(reading, layer, start, end)
    if shown is not None:
        return web.page("new_fact.html", here=way.here, n=shown, way=way)
    if layer in LAYERS and places:
        return web.page("which_words.html", here=way.here, report=reading.report.id, layer=layer, words=harmless(words), places=places, way=way)
    return web.missing("These words do not stand in the report. Copy them as they are, or mark them in its text.", 404)


def added(casefile: Casefile, form: FormData, coding: str | None = None) -> Correction:
    """The fact of a filled form, stored. Raises CasefileError with a sentence."""
    report, layer = str(form.get("report", "")), str(form.get("layer", ""))
    start, end = (int(value) if (value := str(form.get(name, ""))).isdecimal() else -1 for name in ("start", "end"))
    if layer not in LAYERS or not 0 <= start < end:
        raise CasefileError("This is no fact that can be added here.")
    after = {name: value for name, value in answered(layer, {n: [str(v) for v in form.getlist(n)] for n in form}).items() if value}
    if layer == "statements":
        text = casefile.reading(report).report.text
        after["kind"] = "direct" if _QUOTED.search(text[:start].rpartition("\n")[2]) else "indirect"
    why = str(form.get("why", "")).strip()[:2000] or None
    named, span = cast("Layer", layer), (start, end)
    return casefile.decide(Decision(report, "add", layer=named, span=span, after=resting_on(named, after, span), why=why, coding=coding))


def routes(web: Web) -> APIRouter:
    """The routes of these pages."""
    router = APIRouter()

    @router.api_route("/new/{report}/{layer}", methods=READ)
    def new(report: str, layer: str, start: int = -1, end: int = -1, words: str = "") -> Response:
        web.require("editor")
        return asked(web, Way("/new", f"/report/{report}?layer={layer}", "reports"), report, layer, start, end, words)

    @router.post("/new")
    def add(form: Posted) -> Response:
        with web.open() as casefile:
            try:
                made = added(casefile, form)
                fact = next(one.fact for one in casefile.corrected(made.report).applied if one.correction.id == made.id)
            except CasefileError as error:
                return web.missing(str(error), 409)
        return RedirectResponse(f"/fact/{made.report}/{made.layer}/{fact}?last={made.id}&done=add", status_code=303)

    return router
