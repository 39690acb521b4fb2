"""Handing over: the casefile in a format of `sayso export`, as one file to download."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from sayso.export import FORMATS
from sayso.workbench.doubt_routes import Posted
from sayso.workbench.web import READ, Web

_COMMAND = (sys.executable, "-c", "from sayso.cli import main; main()", "export")


class HandoverError(Exception):
    """The export could not be made; the message is the command's own sentence."""


def made(case: str, name: str, folder: Path) -> Path:
    """The casefile in a format, as one file in `folder`; a format of several files is packed. Raises HandoverError.

    It is made by the command in a process of its own, so that a large one holds up no page.
    """
    out = folder / f"{Path(case).stem}.{name}"
    done = subprocess.run([*_COMMAND, case, "--format", name, "--out", str(out)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise HandoverError(done.stderr.strip().removeprefix("Error: ") or f"the export ended with status {done.returncode}")
    if out.is_dir():
        return Path(shutil.make_archive(str(folder / f"{Path(case).stem}-{name}"), "zip", out))
    return out


def routes(web: Web) -> APIRouter:
    """The routes of this page."""
    router = APIRouter()

    @router.api_route("/handover", methods=READ)
    def handover() -> Response:
        return web.page("handover.html", here="handover", formats=FORMATS)

    @router.post("/handover")
    def download(_request: Request, form: Posted) -> Response:
        name = str(form.get("format", ""))
        if name not in FORMATS:
            return web.missing("There is no such format.", 400)
        folder = Path(tempfile.mkdtemp(prefix="sayso-"))
        try:
            file = made(web.case, name, folder)
        except HandoverError as error:
            shutil.rmtree(folder, ignore_errors=True)
            return web.missing(str(error), 409)
        gone = BackgroundTask(shutil.rmtree, folder, ignore_errors=True)
        return FileResponse(file, media_type="application/octet-stream", filename=file.name, background=gone)

    return router
