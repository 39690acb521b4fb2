"""Time the workbench's pages on a casefile of many reports, generated from the samples.

    python scripts/bench_workbench.py [--reports 100000] [--every 1] [--case PATH] [--rounds 40]

Each generated report is a sample's reading on another day, with the words outside of its names and dates changed letter by letter, so that it
is a text of its own; one in five is carried by a second outlet as it is. With --every K only one report in K is such a one, and the others
are made by rule, shorter and with four events each (`sayso.evaluate.generated`): merging 100,000 long ones takes hours. Prints the time
until the situation is ready, the server's memory, and for each page the median and the 95th percentile of the answers in milliseconds;
exit status 1 where one is over 300.
"""

import argparse
import http.client
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sayso.casefile import Casefile
from sayso.evaluate.generated import readings
from sayso.intake import Known, Taken, from_text, take
from sayso.model import Reading
from sayso.reading.pipeline import Reader

ROOT = Path(__file__).resolve().parents[1]
LIMIT_MS = 300
DAYS = 3650
LETTERS = "etaoinshrdlucmfwypvbgk"


def samples() -> list[Reading]:
    """The sample reports, read."""
    reader = Reader()
    found = take([ROOT / "samples" / "pocket", *sorted((ROOT / "samples" / "other-wars").glob("*.txt"))], Known())
    readings = [reader.read(one.report) for one in found if isinstance(one, Taken)]
    return [one for one in readings if one.report.published]


def generated(models: list[Reading], count: int) -> Iterator[tuple[Taken, Reading]]:
    """`count` reports with their readings; the same on every run."""
    for number in range(count):
        seed = number - 1 if number % 5 == 4 else number
        model = models[seed % len(models)]
        data = model.model_dump(mode="json")
        text = changed(model, random.Random(seed))
        shift = (seed * 7) % DAYS
        moved = shifted(data, timedelta(days=shift))
        outlet = f"Outlet {number % 97}"
        published = moved["report"]["published"]
        body = text + ("\n" if number != seed else "")  # the same words in other bytes: a copy
        report = from_text(body, Known(published=published[:10], outlet=outlet, title=f"{model.report.title or 'Report'} {seed}"))
        moved["report"] = report.model_dump(mode="json") | {"parts": []}
        for one in moved["times"]:
            one["text"] = body[one["span"][0] : one["span"][1]]
        yield Taken(report, body.encode(), f"generated {number}", "text"), Reading.model_validate(moved)


def mixed(count: int, every: int) -> Iterator[tuple[Taken, Reading]]:
    """`count` reports, one in `every` of them a sample's, the others made by rule."""
    made = by_rule(count - count // every)
    for one in generated(samples(), count // every):
        yield one
        yield from islice(made, every - 1)
    yield from made


def by_rule(count: int) -> Iterator[tuple[Taken, Reading]]:
    """Reports made by rule, with titles."""
    for reading in readings(count, days=DAYS):
        text, made = reading.report.text, reading.report
        report = from_text(text, Known(published=made.published, outlet=made.outlet, title=text[:60]))
        yield Taken(report, text.encode(), "made", "text"), reading.model_copy(update={"report": report})


def changed(model: Reading, chance: random.Random) -> str:
    """The text with its small words made other words of the same length; names and dates stay, and so do all offsets."""
    kept = [span for party in model.parties for span in party.mentions] + [span for place in model.places for span in place.mentions]
    kept += [one.span for one in model.times]
    taken = {offset for start, end in kept for offset in range(start, end)}
    table = str.maketrans(LETTERS, "".join(chance.sample(LETTERS, len(LETTERS))))
    return re.sub(r"\b[a-z]+\b", lambda w: w.group() if w.start() in taken else w.group().translate(table), model.report.text)


def shifted(value: Any, by: timedelta) -> Any:
    """Every ISO date in the data, so many days later."""
    if isinstance(value, dict):
        return {key: shifted(one, by) for key, one in value.items()}
    if isinstance(value, list):
        return [shifted(one, by) for one in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", value):
        return (date.fromisoformat(value[:10]) + by).isoformat() + value[10:]
    return value


class Client:
    """One connection to the workbench, let in."""

    def __init__(self, address: str) -> None:
        host, port, token = re.fullmatch(r"http://([^:]+):(\d+)/\?token=(.+)", address).groups()  # type: ignore[union-attr]
        self.connection = http.client.HTTPConnection(host, int(port))
        self.connection.request("GET", f"/?token={token}")
        answer = self.connection.getresponse()
        answer.read()
        self.cookie = answer.headers["set-cookie"].split(";")[0]

    def get(self, path: str) -> tuple[int, float, str]:
        """Status, milliseconds and the page."""
        start = time.perf_counter()
        try:
            self.connection.request("GET", path, headers={"cookie": self.cookie})
            answer = self.connection.getresponse()
        except (http.client.HTTPException, ConnectionError):  # the server let go of a connection that lay idle
            self.connection.close()
            return self.get(path)
        body = answer.read().decode()
        return answer.status, (time.perf_counter() - start) * 1000, body


def paths(client: Client) -> dict[str, list[str]]:
    """Addresses of each kind of page, as the pages themselves link to them."""
    first = client.get("/")[2]
    links = {kind: sorted(set(re.findall(rf'href="(/{kind}/[^"#?]+)', first))) for kind in ("incident", "dispute", "thread")}
    filters = sorted({link.replace("&amp;", "&") for link in re.findall(r'href="(/\?[^"]+)"', first)})
    reports = re.findall(r'href="(/report/[0-9a-f]+)"', client.get("/reports")[2])
    parties = re.findall(r'href="(/party/[^"]+)"', client.get("/sources")[2])
    places = sorted({place for one in links["incident"] for place in re.findall(r'href="(/place/[^"]+)"', client.get(one)[2])})
    lists = {"reports": [f"/reports?page={n}" for n in (1, 2, 50, 900)], "talks": ["/talks", "/talks?page=3"], "sources": ["/sources"]}
    words = [f"/search?q={word}" for word in ("Baghouz", "Islamic+State", "Mykolaiv", "nothing", "%22Islamic+State%22")]
    more = {"disputes": ["/disputes"], "review": ["/review", "/review?skip=7"], "search": words, "situation": ["/"], "filtered": filters}
    return {**more, **lists, **links, "report": reports, "party": parties, "place": places, "dealings": ["/dealings"]}


def main() -> int:
    """Generate, serve, measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--every", type=int, default=1, help="one report in so many is a sample's, the others are made by rule")
    parser.add_argument("--case", type=Path, help="a casefile to keep and use again; by default a temporary one")
    parser.add_argument("--rounds", type=int, default=40, help="requests for each kind of page")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = asked.case or Path(folder) / "bench.sayso"
        if not case.exists():
            start = time.perf_counter()
            with Casefile.open(case, create=True) as casefile:
                for taken, reading in mixed(asked.reports, asked.every):
                    casefile.add(taken, reading)
            print(f"{asked.reports} reports generated and stored in {time.perf_counter() - start:.0f} s")
        command = [sys.executable, "-c", "from sayso.cli import main; main()", "serve", str(case)]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            client, start = Client(server.stdout.readline().strip()), time.perf_counter()
            while client.get("/")[0] != 200:
                time.sleep(1)
            print(f"the situation was ready after {time.perf_counter() - start:.0f} s")
            return measure(client, asked.rounds, server.pid)
        finally:
            server.terminate()
            server.wait()


def measure(client: Client, rounds: int, pid: int) -> int:
    """Print the table; 1 where a page is too slow."""
    slow = 0
    for kind, addresses in paths(client).items():
        if not addresses:
            continue
        times = []
        for n in range(rounds):
            status, took, _ = client.get(addresses[n % len(addresses)])
            assert status == 200, (addresses[n % len(addresses)], status)
            times.append(took)
        times.sort()
        last = times[min(len(times) - 1, int(len(times) * 0.95))]
        slow += last > LIMIT_MS
        print(f"{kind:10} {len(addresses):4} addresses  median {times[len(times) // 2]:6.0f} ms  p95 {last:6.0f} ms")
    memory = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    print(f"the server's memory at its highest: {int(memory.group(1)) // 1024 if memory else 0} MiB")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
