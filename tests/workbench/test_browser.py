"""The workbench in a real browser: Debian's Chromium, driven by Playwright. Skipped in plain words where there is none."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "pocket"
COMMAND = [sys.executable, "-c", "from sayso.cli import main; main()"]
PAGES = (
    "/", "/?rests=contested", "/changes", "/reports", "/talks", "/sources", "/disputes", "/review", "/review?blind=1",
    "/add", "/handover", "/search?q=deal", "/codings", "/dealings", "/nowhere",
)  # fmt: skip
LINKED = (("/", ".incident h3 a"), ("/", ".dispute h3 a"), ("/", ".thread h3 a"), ("/reports", ".reports a"), ("/sources", "tbody a"))
"""Pages whose addresses are not known before: where their link is, and which it is."""
EVIL = "\u202e<script>window.evil=1</script><img src=x onerror=window.evil=1>\u2066'\"{{7*7}}"

pytestmark = pytest.mark.browser
sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: `make test-all` installs it")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed: `make test-all` installs it")
if CHROMIUM is None:
    pytest.skip("Chromium is not installed: `make test-all` installs Debian's where it may", allow_module_level=True)

Served = Callable[..., str]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Reads what is given into a casefile of its own and serves it; gives the printed address."""
    servers = []

    def serve(*paths: Path, options: Sequence[str] = ()) -> str:
        folder = tmp_path_factory.mktemp("browser")
        subprocess.run([*COMMAND, "read", *map(str, paths), "--into", "case.sayso"], cwd=folder, check=True, capture_output=True)
        server = subprocess.Popen([*COMMAND, "serve", "case.sayso", *options], cwd=folder, stdout=subprocess.PIPE, text=True)
        servers.append(server)
        assert server.stdout is not None
        return server.stdout.readline().strip()

    yield serve
    for server in servers:
        server.terminate()
        server.wait(timeout=10)


@pytest.fixture(scope="module")
def address(served: Served) -> str:
    """A workbench on the sample reports."""
    return served(SAMPLES)


@pytest.fixture(scope="module")
def hostile(served: Served, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A workbench on reports that are hostile in every field."""
    path = tmp_path_factory.mktemp("hostile") / "evil.jsonl"
    bodies = (
        f"Karim {EVIL} Saleh, a spokesman, said on Monday that the army had shelled Mosul and killed 12 {EVIL} people. Rebels demanded a truce.",
        f"The army denied that it had shelled Mosul on Monday. {EVIL} Rebels control Raqqa, said Karim {EVIL} Saleh.",
    )
    rows = [{"text": b, "title": f"{EVIL} {n}", "outlet": f"{EVIL} Post", "published": "2024-03-12"} for n, b in enumerate(bodies)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return served(path)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens a workbench; the test fails on a console error, a dialog, or a request to elsewhere."""
    contexts, errors = [], []

    def open_page(address: str, scheme: str = "light", width: int = 1440) -> Any:
        context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}, base_url=address.split("/?")[0])
        contexts.append(context)
        page = context.new_page()
        missing = "the server responded with a status of 404"  # asked for on purpose
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" and missing not in m.text else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("dialog", lambda dialog: errors.append(f"dialog {dialog.message}"))
        page.on("request", lambda sent: errors.append(sent.url) if not sent.url.startswith("http://127.0.0.1:") else None)
        page.goto(address)
        ready(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not errors


def ready(page: Any) -> None:
    """Waits while a situation is worked out: the page asks again by itself, and no script of ours may be put into it."""
    while not page.locator(".find").count() or "Working" in page.title():
        page.wait_for_timeout(200)


def every_page(page: Any) -> Iterator[str]:
    """Goes to one page after the other and names it."""
    for path in PAGES:
        page.goto(path)
        ready(page)
        yield path
    yield from pages_of_a_coding(page)
    for start, link in LINKED:
        page.goto(start)
        if page.locator(link).count():
            page.locator(link).first.click()
            page.wait_for_load_state()
            yield f"{start} {link}"
            place = page.locator("dd a[href^='/place/']")
            if place.count():
                page.goto(place.first.get_attribute("href"))
                yield "a place"


def pages_of_a_coding(page: Any) -> Iterator[str]:
    """The pages of a coding that is begun where there is none, its agreement, and a fact about to be added."""
    page.goto("/codings")
    if not page.locator("td.ways a").count():
        page.get_by_label("Its name").fill("pilot")
        page.get_by_label("How many reports").fill("1")
        page.get_by_role("button", name="Begin").click()
        page.locator("td.ways a").first.wait_for()
    yield "/codings with one"
    for name, path in (("to code", "/code/pilot"), ("agreement", "/agreement/pilot")):
        page.goto(path)
        yield name
    page.goto("/code/pilot")
    page.get_by_role("link", name="The whole report").click()
    page.get_by_label("Its words, as they stand").wait_for()
    page.wait_for_load_state()  # its style may still be on the way
    yield "the whole report to code"
    word = page.locator("article.text p").last.inner_text().split()[0]
    page.get_by_label("Its words, as they stand").fill(word)
    page.get_by_role("button", name="Add it").click()
    page.wait_for_url("**/new/**")
    yield "a fact to be added"


def test_the_first_page_says_what_it_is_and_leads_to_the_words(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    assert "token" not in page.url
    assert page.get_by_text("Nothing here is taken to be true.").is_visible()
    assert page.get_by_role("group", name="Map of the incidents").is_visible()
    page.locator(".dispute h3 a").first.click()
    page.wait_for_url("**/dispute/*")
    assert page.locator("blockquote mark").count() >= 2
    page.locator("blockquote + p a").last.click()
    page.wait_for_url("**/report/*")
    assert page.locator("mark.lit").count() >= 1


def test_filters_stand_in_the_address_and_are_taken_away(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    everything = page.locator("#told .count").inner_text()
    page.get_by_role("group", name="Map of the incidents").get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/?*place=*")
    assert page.locator("#told .count").inner_text() != everything
    sent = opened(address)
    sent.goto(page.url)
    assert sent.locator("#told .count").inner_text() == page.locator("#told .count").inner_text()
    page.get_by_role("link", name="Take all away").click()
    assert page.locator("#told .count").inner_text() == everything


def test_the_map_moves_when_asked_to(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    drawn = page.locator(".map .marks a").count()
    button = page.get_by_role("button", name="Move and zoom")
    if not button.count():
        pytest.skip("npm's scripts are not here: `python scripts/assets.py` fetches them")
    button.click()
    page.locator(".moving canvas").wait_for()
    assert page.locator(".moving .pin").count() == drawn
    page.get_by_role("button", name="Zoom in").click()
    page.locator(".moving .pin").first.press("Enter")
    page.wait_for_url(lambda url: "place=" in url or "box=" in url)


def test_the_user_s_own_map_file_is_drawn_from_this_machine(
    opened: Callable[..., Any], served: Served, tmp_path: Path, map_file: Callable[..., Path]
) -> None:
    page = opened(served(SAMPLES / "01-jazira-wire.txt", options=("--tiles", str(map_file(tmp_path / "roads.pmtiles")))))
    button = page.get_by_role("button", name="Move and zoom, with roads and places")
    if not button.count():
        pytest.skip("npm's scripts are not here: `python scripts/assets.py` fetches them")
    assert page.get_by_text("roads.pmtiles, by © Some mappers").is_visible()
    with page.expect_response("**/map.pmtiles") as part:
        button.click()
    assert part.value.status == 206
    drawn = """[...document.querySelectorAll(".leaflet-tile-pane canvas")].some(
        (tile) => tile.getContext("2d").getImageData(tile.width / 2, tile.height / 2, 1, 1).data[3] > 0)"""
    for _ in range(100):
        if page.evaluate(drawn):
            return
        page.wait_for_timeout(100)
    raise AssertionError("no tile was drawn")


def test_the_slider_goes_to_a_day_of_publication(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    slider = page.get_by_role("slider")
    slider.focus()
    page.keyboard.press("Home")
    page.wait_for_url("**/?*as_of=*")
    first = page.locator(".day").get_attribute("data-days").split()[0]
    assert f"as_of={first}" in page.url


def test_hovering_a_fact_lights_its_words(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    page.goto("/reports")
    page.get_by_role("link", name="SDF denies it made a deal with ISIS").click()
    card = page.locator(".card").first
    fact = card.get_attribute("data-fact")
    card.hover()
    assert page.locator(f'mark.glow[data-facts~="{fact}"]').count() >= 1
    text = page.locator("article").inner_text()
    for name in ("Events", "Talks", "Ground", "Figures", "Forecasts", "Parties", "Places", "Times"):
        page.get_by_role("navigation", name="What is marked in the text").get_by_role("link", name=name).click()
        assert page.locator("article").evaluate("e => e.textContent.length") >= len(text) - 200


def test_copies_show_the_passages_they_share(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    page.goto("/reports")
    reports = page.locator(".reports a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    for report in reports:
        page.goto(report)
        copies = page.locator("#copies + ul a")
        if copies.count():
            copies.first.click()
            page.wait_for_url("**with=*")
            assert page.locator("mark.reused").count() >= 1
            return
    raise AssertionError("the samples have copies, and no page shows one")


def test_twenty_facts_are_reviewed_by_keyboard_alone(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    page.goto("/review")
    waiting = int(page.locator(".sum b").inner_text())
    for key in "axaax" * 4:
        page.keyboard.press(key)
        page.wait_for_url("**last=*")
        page.wait_for_load_state()
        page.evaluate("history.replaceState(null, '', '/review')")
    assert int(page.locator(".sum b").inner_text()) == waiting - 20
    page.keyboard.press("u")
    page.get_by_text("Taken back.").wait_for()
    page.wait_for_load_state()
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.wait_for_url("**skip=1*")


def test_a_party_is_corrected(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    page.goto("/reports")
    page.get_by_role("link", name="SDF denies it made a deal with ISIS").click()
    page.get_by_role("link", name="Parties").click()
    page.get_by_role("link", name="Correct P1", exact=True).click()
    page.get_by_label("Name").fill("Alliance of the North")
    page.get_by_label("Name").press("Enter")
    page.get_by_text("Corrected.").wait_for()
    page.locator(".crumb a").click()
    page.get_by_text("Alliance of the North").first.wait_for()


def test_two_incidents_are_joined_and_parted_again(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    links = page.locator(".incident h3 a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    for link in links:
        page.goto(link)
        if page.locator(".join button").count():
            break
    page.locator(".join button").first.click()
    page.get_by_text("Joined.").wait_for(timeout=60_000)
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Taken back.").wait_for(timeout=60_000)


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_words_are_drawn_and_become_a_fact(opened: Callable[..., Any], address: str, way: str) -> None:
    page = opened(address)
    page.goto(page.goto("/reports") and page.locator(".reports a").nth(1 if way == "mouse" else 2).get_attribute("href") + "?layer=events")
    body = page.locator("article.text p.part-body").first
    start = int(body.get_attribute("data-start"))
    if way == "mouse":
        body.dblclick(position={"x": 30, "y": 12})
    else:
        page.keyboard.press("n")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Shift+ArrowRight")
    drawn = page.evaluate("getSelection().toString()").strip()
    assert len(drawn.split()) == (1 if way == "mouse" else 3)
    page.locator(".drawn:not([hidden]) a").wait_for()
    if way == "mouse":
        page.locator(".drawn a").click()
    else:
        page.keyboard.press("Enter")
    page.get_by_role("heading", name="Add an event").wait_for()
    assert page.locator("mark.lit").all_inner_texts() == [drawn]
    assert int(page.locator('input[name="start"]').get_attribute("value")) >= (start if way == "mouse" else 0)
    page.locator("select[name=type]").select_option("MOBILIZE")
    page.locator("select[name=status]").select_option("happened")
    page.get_by_role("button", name="Add it").click()
    page.get_by_text("Added.").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.wait_for_url("**/report/*layer=events")


def test_a_report_is_added_and_found(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    page.goto("/add")
    page.get_by_label("The whole report, headline and all").fill("Rebels shelled the sugar refinery of Mosul on Sunday, residents said.")
    page.get_by_label("Outlet").fill("Hill News")
    page.get_by_label("Published on").fill("2019-03-04")
    page.get_by_role("button", name="Read").click()
    page.get_by_role("heading", name="What came of it").wait_for(timeout=60_000)
    page.get_by_label("Search the reports").fill("sugar refinery")
    page.get_by_label("Search the reports").press("Enter")
    page.locator(".passage mark").first.wait_for()
    assert page.locator(".passage mark").count() == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_violation_on_any_page(opened: Callable[..., Any], address: str, scheme: str) -> None:
    page = opened(address, scheme)
    found = []
    for name in every_page(page):
        violations = axe.Axe().run(page).response["violations"]
        found += [(name, v["id"], v["nodes"][0]["html"][:160]) for v in violations if v["impact"] in ("serious", "critical")]
    assert not found


def test_every_page_fits_a_telephone(opened: Callable[..., Any], address: str) -> None:
    page = opened(address, width=390)
    wide = [name for name in every_page(page) if page.evaluate("document.documentElement.scrollWidth") > 390]
    assert not wide


def test_hostile_texts_do_nothing_on_any_page(opened: Callable[..., Any], hostile: str) -> None:
    page = opened(hostile)
    for name in every_page(page):
        assert page.evaluate("window.evil") is None, name
        assert page.locator("img[src=x]").count() == 0, name
        assert "\u202e" not in page.title(), name
        heads = page.locator("h1, h2, h3, nav, .foot, .where").all_inner_texts()
        assert not [text for text in heads if "\u202e" in text or "\u2066" in text], name
    page.goto("/reports")
    page.locator(".reports a").first.click()
    for layer in ("statements", "events", "moves", "control", "figures", "parties", "places", "times"):
        page.goto(page.url.split("?")[0] + f"?layer={layer}")
        assert page.evaluate("window.evil") is None, layer


def test_without_scripts_everything_can_be_read(chromium: Any, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator(".incident h3 a").first.click()
    page.wait_for_url("**/incident/*")
    assert page.locator("blockquote mark").count() >= 1
    page.locator("blockquote + p a").first.click()
    page.wait_for_url("**/report/*")
    assert page.locator("mark.lit").count() >= 1
    context.close()


def test_a_keyboard_reaches_the_content_first(opened: Callable[..., Any], address: str) -> None:
    page = opened(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
