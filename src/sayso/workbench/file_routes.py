"""Pages by which reports come in."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData, UploadFile

from sayso.intake import Known
from sayso.workbench.adding import Adding, Given
from sayso.workbench.forms import SECONDS_WITH_FILES, arrived
from sayso.workbench.guard import MOST_UPLOADED
from sayso.workbench.web import READ, Web, day_of

MOST_FILES = 200


async def sent(request: Request) -> tuple[FormData, tuple[Given, ...]]:
    """A form with files; the guard lets none through that is too large."""
    form = await arrived(request, SECONDS_WITH_FILES, max_files=MOST_FILES, max_fields=20, max_part_size=MOST_UPLOADED["/add"])
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile)]
    given = tuple([Given(one.filename or "a report", await one.read()) for one in files])
    return form, tuple(one for one in given if one.content)


Sent = Annotated[tuple[FormData, tuple[Given, ...]], Depends(sent)]


def routes(web: Web) -> APIRouter:
    """The routes of these pages."""
    router = APIRouter()
    adding = Adding(web.case, web.closing)

    @router.api_route("/add", methods=READ)
    def add() -> Response:
        return web.page("add.html", here="add", trouble="", filled={})

    @router.post("/add")
    def receive(arrived: Sent) -> Response:
        form, files = arrived
        text = str(form.get("text", "")).replace("\r\n", "\n")  # a form's line breaks are not the text's
        filled = {name: str(form.get(name, "")).strip() for name in ("title", "outlet", "published", "url")}
        trouble = ""
        if filled["published"] and day_of(filled["published"]) is None:
            trouble = "The day of publication must be written like 2024-03-12."
        elif not text.strip() and not files:
            trouble = "There is nothing to read: choose files, or paste a text."
        try:
            known = Known(**{name: value or None for name, value in filled.items()}) if not trouble else Known()
        except ValueError as error:
            trouble = f"{error}."
        if trouble:
            return web.page("add.html", 400, here="add", trouble=trouble, filled=filled | {"text": text})
        pasted = (Given("pasted.txt", text.encode()),) if text.strip() else ()
        job = adding.start((*pasted, *files), known, web.me.name if web.me else None)
        if job is None:
            trouble = "Too much waits to be read already. Send it again when some of that is done."
            return web.page("add.html", 503, here="add", trouble=trouble, filled=filled | {"text": text})
        return RedirectResponse(f"/add/{job}", status_code=303)

    @router.api_route("/add/{name}", methods=READ)
    def progress(name: str) -> Response:
        job = adding.job(name)
        if job is None:
            return web.missing("This was added before the workbench was started anew, or long ago. The reports say what is there.")
        return web.page("added.html", here="add", job=job, came=list(job.came))

    return router
