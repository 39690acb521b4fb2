"""Pages on which a person decides: the review queue, one fact, undo, and what to do when two people disagree."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from sayso.casefile import Casefile, CasefileError, ConflictError, Decision
from sayso.model.codes import Layer
from sayso.model.situation import Incident
from sayso.view import harmless
from sayso.workbench.board import Board
from sayso.workbench.forms import SECONDS, arrived
from sayso.workbench.review import decided, review_page, waiting
from sayso.workbench.review_fields import LAYERS, answered, changed, compared
from sayso.workbench.web import READ, Web

_DONE = {"confirm": "Confirmed", "reject": "Rejected", "edit": "Corrected"}


async def posted(request: Request) -> FormData:
    """A form that was sent, of so many fields; the guard lets none through that is too large."""
    return await arrived(request, SECONDS)


Posted = Annotated[FormData, Depends(posted)]


def routes(web: Web) -> APIRouter:
    """The routes of these pages."""
    router = APIRouter()

    @router.api_route("/review", methods=READ)
    def review(skip: int = 0, last: str = "", done: str = "", blind: bool = False) -> Response:
        with web.open() as casefile:
            queue = waiting(web.board(casefile), casefile)
            skip = max(0, min(skip, len(queue) - 1))
            shown = None
            while shown is None and queue:
                one = queue[skip]
                shown = review_page(casefile.corrected(one.report), one.layer, one.fact, blind)
                if shown is None:  # a newer reading has it no more
                    queue = [*queue[:skip], *queue[skip + 1 :]]
                    skip = max(0, min(skip, len(queue) - 1))
        said = _DONE.get(done, "Taken back" if done == "undo" else "")
        back = f"/review?skip={skip}" + ("&blind=1" if blind else "")
        return web.page(
            "review.html", here="review", r=shown, waiting=len(queue), skip=skip, last=harmless(last[:64]), done=said, back=back, blind=blind,
            coding=None,
        )  # fmt: skip

    @router.api_route("/fact/{report}/{layer}/{fact}", methods=READ)
    def fact(report: str, layer: str, fact: str, last: str = "", done: str = "") -> Response:
        with web.open() as casefile:
            try:
                whole = casefile.report(report).row.id
                shown = review_page(casefile.corrected(whole), layer, fact)
            except CasefileError as error:
                return web.missing(str(error))
        said = _DONE.get(done, {"undo": "Taken back", "add": "Added"}.get(done, ""))
        if shown is None and done == "reject":
            return web.page("rejected.html", here="reports", report=report, layer=layer, last=harmless(last[:64]))
        if shown is None and done == "undo" and layer in LAYERS:  # a fact that was added is gone again
            return RedirectResponse(f"/report/{whole}?layer={layer}", status_code=303)
        if shown is None:
            return web.missing(f"Report {report[:12]} has no fact {fact[:20]} that can be corrected here.")
        back = f"/fact/{shown.report}/{layer}/{fact}"
        return web.page(
            "review.html", here="reports", r=shown, waiting=None, skip=0, last=harmless(last[:64]), done=said, back=back, blind=False, coding=None
        )

    @router.post("/decide")
    def decide(form: Posted) -> Response:
        report, layer, fact, action = (str(form.get(name, "")) for name in ("report", "layer", "fact", "action"))
        back = _back(form)
        if action not in _DONE or layer not in LAYERS:
            return web.missing("This is no decision that can be made here.", 400)
        with web.open() as casefile:
            try:
                after = None
                if action == "edit":
                    reading = casefile.reading(report)
                    now = next((one.model_dump(mode="json") for name, one in reading.facts() if name == layer and one.id == fact), None)
                    if now is None:
                        return web.missing(f"The newest reading has no {fact[:20]} any more.", 409)
                    filled = {name: [str(v) for v in form.getlist(name)] for name in form}
                    after = changed(layer, now, filled)
                    if form.get("blind"):  # coded before looking: now both are shown, and nothing is stored yet
                        rows = compared(reading, layer, now, answered(layer, filled))
                        sent = [(name, str(value)) for name, value in form.multi_items() if name not in ("blind", "action")]
                        return web.page("compared.html", here="review", rows=rows, sent=sent, back=back, fact=fact[:20])
                    action = action if after else "confirm"  # a form sent back as it was says that it is right
                why = str(form.get("why", "")).strip()[:2000] or None
                decision = Decision(report, action, fact, layer=layer, after=after, why=why, overrules=_seen(form))  # type: ignore[arg-type]
                made = casefile.decide(decision)
            except ConflictError as conflict:
                return _conflict(conflict, form, "/decide", back, fact[:20])
            except CasefileError as error:
                return web.missing(str(error), 409)
        return RedirectResponse(f"{back}{'&' if '?' in back else '?'}last={made.id}&done={action}", status_code=303)

    @router.post("/join")
    def join(form: Posted) -> Response:
        """Two incidents are one happening."""
        with web.open() as casefile:
            board = web.board(casefile)
            one, other = (_incident(board, form, name) for name in ("incident", "other"))
            if one is None or other is None or one.id == other.id:
                return web.missing("These incidents are not there any more as you saw them. Look again.", 409)
            first, second = one.claims[0], other.claims[0]
            named = (f"{second.report}:{second.fact}",)
            decision = Decision(first.report, "merge", first.fact, layer="events", others=named, overrules=_seen(form))
            return _judged(casefile, decision, form, "/join", "join", (first.report, first.fact))

    @router.post("/part")
    def part(form: Posted) -> Response:
        """One report's event is another happening than the rest of an incident."""
        with web.open() as casefile:
            one = _incident(web.board(casefile), form, "incident")
            here = (str(form.get("report", "")), str(form.get("event", "")))
            others = [(c.report, c.fact) for c in one.claims if (c.report, c.fact) != here] if one else []
            layer: Layer = "statements" if one and any((c.report, c.statement) == here for c in one.claims) else "events"
            if one is None or not others or len(others) == len(one.claims):
                return web.missing("This incident is not there any more as you saw it. Look again.", 409)
            named = tuple(f"{report}:{event}" for report, event in others)
            decision = Decision(here[0], "split", here[1], layer=layer, others=named, overrules=_seen(form))
            # a statement alone is in no incident: what is shown then is the rest
            then = next((c.report, c.fact) for c in one.claims if c.event) if layer == "statements" else here
            return _judged(casefile, decision, form, "/part", "part", then)

    def _judged(casefile: Casefile, decision: Decision, form: FormData, action: str, done: str, then: tuple[str, str]) -> Response:
        """Decide; then the incident of the fact `then` is shown."""
        try:
            made = casefile.decide(decision)
        except ConflictError as conflict:
            return _conflict(conflict, form, action, f"/incident/{str(form.get('incident', ''))[:40]}", "this incident")
        except CasefileError as error:
            return web.missing(str(error), 409)
        return RedirectResponse(f"/telling/{then[0]}/{then[1]}?last={made.id}&done={done}", status_code=303)

    def _conflict(conflict: ConflictError, form: FormData, action: str, back: str, about: str) -> Response:
        others = [decided(one) for one in conflict.others]
        sent = [(name, str(value)) for name, value in form.multi_items() if name != "seen"]
        return web.page("conflict.html", 409, here="review", others=others, sent=sent, back=back, about=about, action=action)

    @router.post("/undo")
    def undo(form: Posted) -> Response:
        back = _back(form)
        with web.open() as casefile:
            try:
                casefile.undo(str(form.get("correction", "")))
            except CasefileError as error:
                return web.missing(str(error), 409)
        return RedirectResponse(f"{back}{'&' if '?' in back else '?'}done=undo", status_code=303)

    return router


def _seen(form: FormData) -> tuple[str, ...]:
    """The corrections that the person had before their eyes."""
    return tuple(str(one) for one in form.getlist("seen"))


def _incident(board: Board, form: FormData, name: str) -> Incident | None:
    place = board.place_of.get(str(form.get(name, "")))
    return None if place is None else board.incidents[place]


def _back(form: FormData) -> str:
    """Where to go afterwards: a page of the workbench, whatever a form says."""
    back = str(form.get("back", ""))
    return back if back.startswith(("/review", "/fact/", "/report/", "/telling/")) and not back.startswith("//") else "/review"
