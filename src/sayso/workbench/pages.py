"""Pages of the workbench as files in a folder: a situation, an incident or talks with all their evidence, for whoever has no sayso.

The pages are asked for as a reader would, and what a file cannot do is taken out: scripts, forms, links to pages that are not handed over.
"""

import asyncio
import os
import shutil
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from fastapi import FastAPI, Request, Response
from lxml import html

from sayso.workbench.app import create_app
from sayso.workbench.people import Person
from sayso.workbench.web import HERE

MOST = 5000
"""So many pages are written at most."""
_EVIDENCE = ("report",)
_WHOLE = ("incident", "dispute", "disputes", "thread", "talks", "party", "place", "report")
_GONE = ("script", "form", "button", "input", "select")
_GONE_CLASSES = ("filters", "facets", "rooms", "skip", "reset", "none", "live")
_HOST = "copy"


class PagesError(Exception):
    """The pages could not be made; the message is a sentence."""


class _Copying:
    """Lets one reader in, who is this process."""

    origins = frozenset({f"http://{_HOST}"})
    shown_to_all: tuple[str, ...] = ()

    def person(self, request: Request) -> Person | None:  # noqa: ARG002
        """A reader: no page has anything to decide with."""
        return Person("a copy", "reader")

    def place(self, request: Request) -> str:  # noqa: ARG002
        """This process."""
        return ""

    def entry(self, request: Request) -> Response | None:  # noqa: ARG002
        """Nobody comes in by an address."""
        return None


def write_pages(case: str, out: Path, first: str, parents: dict[str, str]) -> tuple[int, bool]:
    """Write the page at an address ("/", "/incident/ID", "/thread/ID") of a casefile that does not change meanwhile, and what it rests on,
    to a new folder that its owner alone can read; `index.html` is the first. Gives the number of pages, and whether there were more than
    MOST. Raises PagesError."""
    if out.exists():
        raise PagesError(f"{out} is there already, and nothing is overwritten. Name another folder.")
    app = create_app(case, _Copying(), parents, still=True)
    made: dict[str, html.HtmlElement] = {}
    waiting = deque([(first, 0)])
    more = False
    while waiting:
        address, depth = waiting.popleft()
        if address in made:
            continue
        if len(made) >= MOST:
            more = True
            break
        status, body = _answer(app, address)
        if status != 200:
            if not made:
                raise PagesError(_reason(body))
            continue
        page = html.document_fromstring(body.decode())
        made[address] = page
        kinds = _WHOLE if first == "/" else _EVIDENCE if depth == 0 else ()
        waiting.extend((link, depth + 1) for link in _links(page, address) if _kind(link) in kinds and depth < 3)
    part = out.with_name(out.name + ".part")
    try:
        _lay_out(made, first, part)
        part.rename(out)
    except OSError as error:
        raise PagesError(f"{out} cannot be written: {error.strerror}. Name a folder that can be made.") from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return len(made), more


def _answer(app: FastAPI, address: str) -> tuple[int, bytes]:
    """A page's status and body; one that is being made is waited for."""
    while True:
        status, body = asyncio.run(_asked(app, address))
        if status != 202:
            return status, body
        time.sleep(0.2)


async def _asked(app: FastAPI, address: str) -> tuple[int, bytes]:
    parts = urlsplit(address)
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "path": unquote(parts.path),
        "raw_path": parts.path.encode(), "query_string": parts.query.encode(), "root_path": "", "headers": [(b"host", _HOST.encode())],
        "client": ("127.0.0.1", 0), "server": (_HOST, 80),
    }  # fmt: skip
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(dict(message))

    await app(scope, receive, send)
    return int(sent[0]["status"]), b"".join(one.get("body", b"") for one in sent[1:])


def _reason(body: bytes) -> str:
    said = html.document_fromstring(body.decode()).xpath("string(//main//p)")
    return str(said).strip() or "There is no such page."


def _links(page: html.HtmlElement, here: str) -> Iterator[str]:
    """The addresses that a page links to, each as it is asked for."""
    for link in page.iter("a"):
        found = _canonical(link.get("href", ""), here)
        if found is not None:
            yield found


def _canonical(href: str, here: str) -> str | None:
    """The page that a link means, of a report the layer at most; None for what is none of ours, or a download."""
    parts = urlsplit(href)
    path = parts.path or urlsplit(here).path
    if parts.scheme or parts.netloc or not path.startswith("/") or path.startswith("/original/") or href.startswith("#"):
        return None
    query = parse_qs(parts.query)
    if _kind(path) == "report":
        return f"{path}?layer={quote(query.get('layer', ['statements'])[0])}" if "with" not in query else None
    return path if not parts.query else None


def _kind(address: str) -> str:
    return address.strip("/").partition("/")[0]


def _lay_out(made: dict[str, html.HtmlElement], first: str, out: Path) -> None:
    names = {address: f"{number:04}-{_kind(address)}.html" if address != first else "index.html" for number, address in enumerate(made)}
    out.mkdir(mode=0o700)
    shutil.copytree(HERE / "static", out / "static", ignore=shutil.ignore_patterns("*.js"))
    for address, page in made.items():
        with os.fdopen(os.open(out / names[address], os.O_CREAT | os.O_WRONLY, 0o600), "wb") as file:
            file.write(html.tostring(_still(page, address, names), doctype="<!DOCTYPE html>", encoding="utf-8"))


def _still(page: html.HtmlElement, here: str, names: dict[str, str]) -> html.HtmlElement:
    """The page without what a file cannot do."""
    classes = " or ".join(f"contains(concat(' ', @class, ' '), ' {one} ')" for one in _GONE_CLASSES)
    for element in [*page.iter(*_GONE), *page.xpath(f"//*[{classes}]")]:
        if element.getparent() is not None:
            element.drop_tree()
    for link in page.iter("a"):
        href = link.get("href", "")
        mark = urlsplit(href).fragment
        if href.startswith("#"):
            continue
        name = names.get(_canonical(href, here) or "")
        if name is not None:
            link.set("href", name + (f"#{mark}" if mark else ""))
        elif "href" in link.attrib:
            del link.attrib["href"]
    _without_dead_ways(page)
    for element in page.xpath("//*[starts-with(@href, '/static/')] | //*[starts-with(@src, '/static/')]"):
        name = "href" if "href" in element.attrib else "src"
        element.set(name, element.get(name)[1:])
    return page


def _without_dead_ways(page: html.HtmlElement) -> None:
    """Take out links to pages that are not here where they are no more than a way there. A name that led to one stays, as words."""
    for trail in page.xpath("//nav[.//a[not(@href)]]"):
        if "crumb" in (trail.get("class") or "").split():
            trail.drop_tree()
    for way in page.xpath("//a[not(@href)][@class = 'way' or ancestor::nav]"):
        way.drop_tree()
    for paragraph in page.xpath("//p[not(*) or (count(*) = 1 and a[not(@href)])]"):
        beside = (paragraph.text or "") + "".join(one.tail or "" for one in paragraph)
        if not beside.strip():
            paragraph.drop_tree()
