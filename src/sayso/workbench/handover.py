"""Handing over: the casefile in a format of `sayso export`, as one file to download."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from threading import BoundedSemaphore

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask
from starlette.datastructures import FormData

from sayso.export import FORMATS, lacking
from sayso.model.codes import EVENT_TYPES
from sayso.workbench.doubt_routes import Posted
from sayso.workbench.web import READ, Web

_COMMAND = (sys.executable, "-c", "from sayso.cli import main; main()")
AT_ONCE = 2
"""So many exports are made at a time,"""
LONGEST = 1800
"""each in so many seconds at most."""
PAGES = "pages"
"""The format that is no format: the situation, or one incident or talks, as pages for any browser."""


class HandoverError(Exception):
    """The export could not be made; the message is the command's own sentence."""


def made(case: str, name: str, folder: Path, narrowed: Sequence[str] = (), who: str | None = None) -> Path:
    """The casefile in a format, as one file in `folder`, `narrowed` by options of the command; a format of several files is packed. The
    log says that `who` downloaded it. Raises HandoverError.

    It is made by the command in a process of its own, so that a large one holds up no page.
    """
    out = folder / f"{_stem(case)}.{name}"
    what = ["pages", case] if name == PAGES else ["export", case, "--format", name]
    for_whom = [f"--downloader={who}"] if who else []
    try:
        done = subprocess.run(
            [*_COMMAND, *what, "--out", str(out), *narrowed, *for_whom], capture_output=True, text=True, check=False, timeout=LONGEST
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise HandoverError(f"The export took more than {LONGEST // 60} minutes and was ended. Make it from a terminal: sayso export") from None
    if done.returncode:
        raise HandoverError(done.stderr.strip().removeprefix("Error: ") or f"the export ended with status {done.returncode}")
    if out.is_dir():
        return Path(shutil.make_archive(str(folder / f"{_stem(case)}-{name}"), "zip", out))
    return out


def _stem(case: str) -> str:
    """What the file is called after: the casefile's file, or its database."""
    return re.sub(r"[^\w.-]", "_", Path(case.partition("?")[0]).stem) or "case"


def narrowing(form: FormData) -> list[str]:
    """What a form asks for as options of the command. Each is one argument with its value, so that no value is taken for an option."""
    asked = [(name, str(form.get(name, "")).strip()[:300]) for name in ("party", "place", "type", "since", "until", "as-of", "min-origins")]
    return [f"--{name}={value}" for name, value in asked if value] + (["--pseudonyms"] if form.get("pseudonyms") else [])


def routes(web: Web) -> APIRouter:
    """The routes of this page."""
    router = APIRouter()
    turns = BoundedSemaphore(AT_ONCE)

    @router.api_route("/handover", methods=READ)
    def handover() -> Response:
        return web.page("handover.html", here="handover", formats=FORMATS, lacking=lacking(), types=EVENT_TYPES)

    @router.post("/handover")
    def download(_request: Request, form: Posted) -> Response:
        name = str(form.get("format", ""))
        one = {kind: str(form.get(kind, "")).strip()[:80] for kind in ("incident", "thread")}
        narrowed = narrowing(form)
        if name == PAGES:
            narrowed = [f"--{kind}={value}" for kind, value in one.items() if value] + [option for option in narrowed if option == "--pseudonyms"]
        if name not in FORMATS and name != PAGES:
            return web.missing("There is no such format.", 400)
        if not turns.acquire(blocking=False):
            return web.missing(f"{AT_ONCE} exports are being made already. Ask again when they are done.", 503)
        folder = Path(tempfile.mkdtemp(prefix="sayso-"))
        try:
            file = made(web.case, name, folder, narrowed, web.me.name if web.me else None)
        except HandoverError as error:
            shutil.rmtree(folder, ignore_errors=True)
            return web.missing(str(error), 409)
        finally:
            turns.release()
        gone = BackgroundTask(shutil.rmtree, folder, ignore_errors=True)
        return FileResponse(file, media_type="application/octet-stream", filename=file.name, background=gone)

    return router
