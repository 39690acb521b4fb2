"""The workbench in a real browser: Debian's Chromium, driven by Playwright. Skipped in plain words where there is none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"]

pytestmark = pytest.mark.browser
sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: `make test-all` installs it")
if CHROMIUM is None:
    pytest.skip("Chromium is not installed: `make test-all` installs Debian's where it may", allow_module_level=True)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The printed address of a workbench on the sample reports."""
    folder = tmp_path_factory.mktemp("browser")
    samples = Path(__file__).resolve().parents[2] / "samples" / "pocket"
    command = [sys.executable, "-c", "from sayso.cli import main; main()"]
    subprocess.run([*command, "read", str(samples), "--into", "pocket.sayso"], cwd=folder, check=True, capture_output=True)
    server = subprocess.Popen([*command, "serve", "pocket.sayso"], cwd=folder, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    yield server.stdout.readline().strip()
    server.terminate()
    server.wait(timeout=10)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, chromium: Any, address: str) -> Iterator[Any]:
    """A page that fails the test on a console error or a request to elsewhere."""
    context = chromium.new_context(color_scheme=request.param, viewport={"width": 1440, "height": 900})
    one = context.new_page()
    errors: list[str] = []
    one.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    one.on("pageerror", lambda error: errors.append(str(error)))
    one.on("request", lambda sent: errors.append(sent.url) if not sent.url.startswith("http://127.0.0.1:") else None)
    one.goto(address)
    one.goto(one.url + "reports")
    yield one
    context.close()
    assert not errors


def shot(page: Any, name: str) -> None:
    """Keep a screenshot where SAYSO_SHOTS names a folder."""
    if os.environ.get("SAYSO_SHOTS"):
        scheme = "dark" if page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") else "light"
        page.screenshot(path=str(Path(os.environ["SAYSO_SHOTS"]) / f"{name}-{scheme}.png"), full_page=False)


def test_from_the_list_to_the_words_of_a_fact(page: Any) -> None:
    assert "token" not in page.url
    shot(page, "reports")
    assert page.locator(".reports li").count() == 9
    page.get_by_role("link", name="SDF denies it made a deal with ISIS").click()
    shot(page, "report")
    card = page.locator(".card").first
    fact = card.get_attribute("data-fact")
    card.hover()
    assert page.locator(f'mark.glow[data-facts~="{fact}"]').count() >= 1
    card.get_by_role("link").first.click()
    assert page.locator("mark.lit").count() >= 1
    shot(page, "report-lit")


def test_every_layer_opens_and_keeps_the_whole_text(page: Any) -> None:
    page.get_by_role("link", name="SDF denies it made a deal with ISIS").click()
    text = page.locator("article").inner_text()
    for name in ("Events", "Talks", "Ground", "Figures", "Forecasts", "Parties", "Places", "Times"):
        page.get_by_role("navigation", name="What is marked in the text").get_by_role("link", name=name).click()
        assert page.locator("article").evaluate("e => e.textContent.length") >= len(text) - 200
    shot(page, "report-times")


def test_a_keyboard_reaches_the_content_first(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"


def test_it_fits_a_telephone(page: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("link", name="SDF denies it made a deal with ISIS").click()
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    shot(page, "report-narrow")
