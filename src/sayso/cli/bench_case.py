"""What `sayso bench` times on a casefile of the reports it has read: storing, searching, and the pages of a workbench."""

import http.client
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.intake import Taken
    from sayso.model import Reading

_READY = 600
"""Seconds that the situation may take."""
_TIMES = 10
_PAGES = ("/", "/reports", "/talks", "/disputes", "/sources", "/search?q={word}")


def of_case(taken: "Sequence[Taken]", readings: "Sequence[Reading]") -> dict[str, float]:
    """Milliseconds by name: storing a report, the median search, and the median answer of each kind of page."""
    from sayso.casefile import Casefile, Query

    words = Counter(word for one in readings for word in re.findall(r"[a-z]{4,}", one.report.text.lower()))
    asked = [word for word, _ in words.most_common()[:: max(1, len(words) // 30)]]
    with TemporaryDirectory() as folder:
        name = str(Path(folder) / "bench.sayso")
        with Casefile.open(name, create=True) as case:
            storing = _timed(lambda: [case.add(one, reading) for one, reading in zip(taken, readings, strict=True)]) / len(readings)
            searches = [_timed(lambda word=word: case.search(Query(word))) for word in asked]  # type: ignore[misc]
        return {"storing a report": storing, "a search": median(searches), **_pages(name, asked[0])}


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _pages(case: str, word: str) -> dict[str, float]:
    command = [sys.executable, "-c", "from sayso.cli import main; main()", "serve", case]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        found = re.search(r"http://([^:/]+):(\d+)/\?token=(\S+)", server.stdout.readline() if server.stdout else "")
        if found is None:
            return {}
        connection = http.client.HTTPConnection(found[1], int(found[2]), timeout=60)
        cookie = ""

        def get(path: str) -> int:
            nonlocal cookie
            connection.request("GET", path, headers={"cookie": cookie} if cookie else {})
            answer = connection.getresponse()
            answer.read()
            cookie = cookie or (answer.headers["set-cookie"] or "").split(";")[0]
            return answer.status

        get(f"/?token={found[3]}")
        until = time.monotonic() + _READY
        while get("/") != 200:
            if time.monotonic() > until:
                return {}
            time.sleep(0.2)
        pages = [page.format(word=word) for page in _PAGES]
        return {f"the page {page}": median(_timed(lambda page=page: get(page)) for _ in range(_TIMES)) for page in pages}  # type: ignore[misc]
    finally:
        server.terminate()
        server.wait()
