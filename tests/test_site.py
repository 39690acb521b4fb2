"""The documentation as a site: built in strict mode, whole, and loading nothing from elsewhere."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOADED = re.compile(r"""<(?:script|img|iframe|source)[^>]*\ssrc=["']?([^"'\s>]+)|<link(?![^>]*rel=["']?canonical)[^>]*\shref=["']?([^"'\s>]+)""")
LINKED = re.compile(r"""<a[^>]*\shref=["']?([^"'\s>]+)""")

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("material") is None, reason="MkDocs Material is not installed; `make docs` and `make test-all` install it"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built. Strict mode fails on a page that is in no menu, a link that leads nowhere, an anchor that is not there."""
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    assert done.returncode == 0, done.stderr
    return out


def test_every_page_of_the_documentation_is_in_it(site: Path) -> None:
    pages = {one.relative_to(ROOT / "docs").with_suffix(".html") for one in (ROOT / "docs").rglob("*.md")}
    assert pages <= {one.relative_to(site) for one in site.rglob("*.html")}
    assert (site / "project" / "SECURITY.html").exists()


def test_it_loads_nothing_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        foreign = [one for pair in LOADED.findall(text) for one in pair if "//" in one]
        assert not foreign, f"{page.name} loads {foreign}"
    styles = [one for one in site.rglob("*.css") if re.search(r"url\(['\"]?https?:|@import", one.read_text(encoding="utf-8"))]
    assert not styles


def test_its_links_lead_somewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        for target in LINKED.findall(page.read_text(encoding="utf-8")):
            path = target.partition("#")[0]
            if path and "//" not in path and not path.startswith(("mailto:", "javascript:", "/")) and page.name != "404.html":
                assert (page.parent / path).exists(), f"{page.relative_to(site)} links to {target}"
