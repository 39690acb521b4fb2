"""Screenshots of every page of the workbench on the sample reports, light and dark, at 1440 and 390 pixels.

    python scripts/screenshots.py [FOLDER [PAGE...]] [--of PATH...]

By default screenshots/, all pages, and the samples; needs Chromium and requirements/browser.txt.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from sayso.casefile import Casefile, Decision

ROOT = Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, "-c", "from sayso.cli import main; main()"]
PAGES: dict[str, tuple[str, str]] = {
    "situation": ("/", ""), "filtered": ("/?type=ASSAULT", ""), "incident": ("/", ".incident h3 a"), "dispute": ("/", ".dispute h3 a"),
    "talks": ("/talks", ""), "thread": ("/talks", "#longest"), "sources": ("/sources", ""), "dealings": ("/dealings", ""), "party": ("/party/is", ""),
    "reports": ("/reports", ""), "report": ("/reports", "text=SDF denies it made a deal"), "copies": ("/reports", "#copies"),
    "search": ("/search?q=deal", ""), "review": ("/review", ""), "blind": ("/review?blind=1", ""), "compared": ("/review?blind=1", "[data-key=c]"),
    "place": ("/", "#place"), "new": ("/reports", "#new"),
    "codings": ("/codings", ""), "coding": ("/code/pilot", ""), "agreement": ("/agreement/pilot", ""),
    "add": ("/add", ""), "handover": ("/handover", ""),
    "changes": ("/changes?since=2019-02-18&as_of=2019-02-20", ""), "missing": ("/nowhere", ""),
}  # fmt: skip
"""Each page: where it is, or where the link to it is and which one."""


def main() -> int:
    """Take them all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, nargs="?", default=Path("screenshots"))
    parser.add_argument("pages", nargs="*", metavar="page", help=", ".join(PAGES))
    parser.add_argument("--of", type=Path, nargs="+", help="reports to read in place of the samples")
    parser.add_argument("--width", type=int, action="append", help="by default 1440 and 390")
    asked = parser.parse_args()
    out: Path = asked.out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        samples = asked.of or [ROOT / "samples" / "pocket", *sorted((ROOT / "samples" / "other-wars").glob("*.txt"))]
        paths = [str(one.absolute()) for one in samples]
        subprocess.run([*COMMAND, "read", *paths, "--into", "samples.sayso"], cwd=folder, check=True, capture_output=True)
        coded(Path(folder) / "samples.sayso")
        server = subprocess.Popen([*COMMAND, "serve", "samples.sayso"], cwd=folder, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            address = server.stdout.readline().strip()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
                for scheme in ("light", "dark"):
                    for width in asked.width or (1440, 390):
                        context = browser.new_context(
                            color_scheme=scheme, viewport={"width": width, "height": 900}, base_url=address.split("/?")[0], locale="en-GB"
                        )
                        page = context.new_page()
                        page.goto(address)
                        while "Working" in page.title():  # the page asks again by itself; no script of ours may be put into it
                            page.wait_for_timeout(200)
                        for name, (path, link) in PAGES.items():
                            if asked.pages and name not in asked.pages:
                                continue
                            go(page, path, link)
                            page.screenshot(path=out / f"{name}-{scheme}-{width}.png", full_page=True)
        finally:
            server.terminate()
            server.wait()
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")
    return 0


def coded(path: Path) -> None:
    """A coding by two people who differ here and there, which the first one has not finished."""
    with Casefile.open(path, create=False) as case:
        ids = sorted(row.id for row in case.reports())[:3]
        case.start_coding("pilot", ids)
        for who in ("ann", "bob"):
            for number, (report, event) in enumerate((one, event) for one in ids for event in case.reading(one).events[:6]):
                differs = who == "bob" and number % 4 == 3
                after = {"status": "possible" if differs else event.status, "type": event.type, "actors": list(event.actors[: 1 - differs])}
                case.decide(Decision(report, "edit", event.id, layer="events", after=after, coding="pilot"), who=who)


def go(page: Any, path: str, link: str) -> None:
    """Open a page."""
    page.goto(path)
    if link == "#longest":  # the talks with the most moves
        counts = page.locator(".thread .foot span").all_inner_texts()
        longest = max(range(len(counts)), key=lambda n: int(counts[n].split()[0]))
        page.locator(".thread h3 a").nth(longest).click()
    elif link == "#place":  # that of the first incident that has one
        for incident in page.locator(".incident h3 a").evaluate_all("all => all.map(a => a.getAttribute('href'))"):
            page.goto(incident)
            if page.locator("dd a[href^='/place/']").count():
                page.locator("dd a[href^='/place/']").first.click()
                break
    elif link == "#new":  # the first words of a report
        page.locator(".reports a").first.click()
        page.goto(page.url.split("?")[0].replace("/report/", "/new/") + "/events?start=0&end=30")
    elif link == "#copies":  # the first report whose text others carry
        for report in page.locator(".reports a").evaluate_all("all => all.map(a => a.getAttribute('href'))"):
            page.goto(report)
            if page.locator("#copies").count():
                page.locator("#copies + ul a").first.click()
                break
    elif link:
        page.locator(link).first.click()
    page.wait_for_load_state()


if __name__ == "__main__":
    sys.exit(main())
