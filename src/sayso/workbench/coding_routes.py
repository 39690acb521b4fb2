"""Blind double coding: the codings, the screen to code at, and how far the coders agree."""

from dataclasses import dataclass
from urllib.parse import quote

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from sayso.casefile import Casefile, CasefileError, Coding, ConflictError, Decision
from sayso.casefile.adjudicate import accept, agreement_of, reports_of, take
from sayso.casefile.coding import decided, sample, to_code
from sayso.view import harmless, plain
from sayso.workbench.doubt_routes import Posted
from sayso.workbench.marking import paragraphs
from sayso.workbench.new_fact import Way, added, asked
from sayso.workbench.review import review_page
from sayso.workbench.review_fields import answered
from sayso.workbench.web import READ, Web

_DONE = {"edit": "Coded", "reject": "Coded as not in the words", "undo": "Taken back", "add": "Added"}
_ADDED = {"events": "An event", "statements": "A statement", "moves": "A move in talks", "control": "Ground"}


@dataclass(frozen=True, slots=True)
class Desk:
    """The coding at hand, for the page."""

    name: str
    reports: int

    @property
    def action(self) -> str:
        """Where the form is sent."""
        return f"/code/{quote(self.name, safe='')}"

    @property
    def undo(self) -> str:
        """Where the last one is taken back."""
        return f"{self.action}/undo"


def waiting(casefile: Casefile, name: str, who: str) -> list[tuple[str, str, str]]:
    """Report, layer and id of each fact of a coding's set that a person has still to code, in the order of the reports and their texts."""
    found: list[tuple[str, str, str]] = []
    for report in reports_of(casefile, name):
        reading = casefile.reading(report, corrected=False)
        done = decided(reading, casefile.corrections(report), Coding(name, who))
        found += [(report, *unit) for unit in to_code(reading) if unit not in done]
    return found


def routes(web: Web) -> APIRouter:
    """The routes of these pages."""
    router = APIRouter()

    def me() -> str:
        return web.me.name if web.me else ""

    @router.api_route("/codings", methods=READ)
    def codings() -> Response:
        with web.open() as casefile:
            rows = [(harmless(name), quote(name, safe=""), len(of), len(waiting(casefile, name, me()))) for name, of in casefile.codings().items()]
            most = sum(1 for _ in casefile.reports())
        return web.page("codings.html", here="codings", rows=rows, most=most)

    @router.post("/codings")
    def begin(form: Posted) -> Response:
        name, number = " ".join(str(form.get("name", "")).split()), str(form.get("number", ""))
        with web.open() as casefile:
            try:
                ids = sample(name, [row.id for row in casefile.reports()], int(number) if number.isdecimal() else 0)
                casefile.start_coding(name, ids)
            except CasefileError as error:
                return web.missing(str(error), 409)
        return RedirectResponse("/codings", status_code=303)

    @router.api_route("/code/{name}", methods=READ)
    def code(name: str, skip: int = 0, last: str = "", done: str = "") -> Response:
        web.require("coder")
        with web.open() as casefile:
            try:
                queue = waiting(casefile, name, me())
                desk = Desk(name, len(reports_of(casefile, name)))
            except CasefileError as error:
                return web.missing(str(error))
            skip = max(0, min(skip, len(queue) - 1))
            shown = None
            if queue:
                report, layer, fact = queue[skip]
                shown = review_page(casefile.corrected(report, Coding(name, me())), layer, fact, blind=True)
        return web.page(
            "review.html", here="codings", r=shown, waiting=len(queue), skip=skip, last=harmless(last[:64]), done=_DONE.get(done, ""),
            back=f"{desk.action}?skip={skip}", blind=True, coding=desk,
        )  # fmt: skip

    @router.post("/code/{name}")
    def coded(name: str, form: Posted) -> Response:
        report, layer, fact, action = (str(form.get(part, "")) for part in ("report", "layer", "fact", "action"))
        desk = Desk(name, 0)
        back = str(form.get("back", ""))
        back = back if back.startswith(f"{desk.action}?") else f"{desk.action}?skip=0"
        with web.open() as casefile:
            try:
                if report not in reports_of(casefile, name) or action not in ("edit", "reject"):
                    return web.missing("This is nothing that can be coded here.", 400)
                after = answered(layer, {field: [str(v) for v in form.getlist(field)] for field in form}) if action == "edit" else None
                why = str(form.get("why", "")).strip()[:2000] or None
                decision = Decision(report, action, fact, layer=layer, after=after, why=why, coding=name)  # type: ignore[arg-type]
                made = casefile.decide(decision)
            except (CasefileError, KeyError) as error:
                return web.missing(str(error) if isinstance(error, CasefileError) else "There is no such layer.", 409)
        return RedirectResponse(f"{back}&last={made.id}&done={action}", status_code=303)

    @router.post("/code/{name}/undo")
    def undo(name: str, form: Posted) -> Response:
        with web.open() as casefile:
            try:
                one = casefile.correction(str(form.get("correction", "")))
                if one.who != me() or one.coding != name:
                    return web.missing("Only your own decision in this coding can be taken back here.", 403)
                casefile.undo(one.id)
            except CasefileError as error:
                return web.missing(str(error), 409)
        return RedirectResponse(f"{Desk(name, 0).action}?done=undo", status_code=303)

    @router.api_route("/code/{name}/text/{report}", methods=READ)
    def text(name: str, report: str, layer: str = "events") -> Response:
        web.require("coder")
        with web.open() as casefile:
            try:
                if report not in reports_of(casefile, name):
                    return web.missing("This report is not in the coding.")
                shown = paragraphs(casefile.reading(report, corrected=False).report.text, ())
            except CasefileError as error:
                return web.missing(str(error))
        layer = layer if layer in _ADDED else "events"
        return web.page(
            "coded_text.html", here="codings", desk=Desk(name, 0), report=report, layer=layer, layers=tuple(_ADDED.items()), paragraphs=shown
        )

    @router.api_route("/code/{name}/new/{report}/{layer}", methods=READ)
    def new(name: str, report: str, layer: str, start: int = -1, end: int = -1, words: str = "") -> Response:
        web.require("coder")
        action = Desk(name, 0).action
        return asked(web, Way(f"{action}/new", f"{action}/text/{report}?layer={layer}", "codings", name), report, layer, start, end, words)

    @router.post("/code/{name}/new")
    def add(name: str, form: Posted) -> Response:
        with web.open() as casefile:
            try:
                if str(form.get("report", "")) not in reports_of(casefile, name):
                    return web.missing("This report is not in the coding.", 400)
                made = added(casefile, form, name)
            except CasefileError as error:
                return web.missing(str(error), 409)
        return RedirectResponse(f"{Desk(name, 0).action}?last={made.id}&done=add", status_code=303)

    @router.api_route("/agreement/{name}", methods=READ)
    def agreed(name: str, done: str = "") -> Response:
        web.require("coder")
        with web.open() as casefile:
            try:
                left = len(waiting(casefile, name, me()))
                found = agreement_of(casefile, name)
                titles = {one.report: casefile.report(one.report).row.title for one in found.disagreements}
            except CasefileError as error:
                return web.missing(str(error))
        if left and not web.may("editor"):
            return web.missing(f"You have {left} facts still to code: what others coded is shown when you are done.", 403)
        rows = [
            (one, harmless(titles[one.report] or one.report[:10]), harmless(one.words[:600]),
             [(who, harmless(value)) for who, value in one.values], plain(one.what))
            for one in found.disagreements
        ]  # fmt: skip
        told = f"{int(done)} decisions count from now on." if done.isdecimal() else ""
        return web.page("agreement.html", here="codings", a=found, rows=rows, name=harmless(name), address=quote(name, safe=""), told=told)

    @router.post("/adjudicate/{name}")
    def adjudicate(name: str, form: Posted) -> Response:
        with web.open() as casefile:
            try:
                if form.get("all"):
                    made = accept(casefile, name)
                else:
                    who, report, fact = (str(form.get(part, "")) for part in ("who", "report", "fact"))
                    made = take(casefile, name, who, report, fact)
            except (ConflictError, CasefileError, ValueError) as error:
                return web.missing(str(error), 409)
        return RedirectResponse(f"/agreement/{quote(name, safe='')}?done={len(made)}", status_code=303)

    return router
