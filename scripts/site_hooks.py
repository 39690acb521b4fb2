"""What mkdocs does not do by itself: the pages of the project that lie outside docs/ are in the site too, and links to and from them lead there."""

import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[1]
OUTSIDE = ("SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md", "samples/README.md", "samples/campaigns/README.md", "samples/other-wars/README.md")
"""Pages of the repository that are pages of the site, below project/."""
SHIM = "https://unpkg.com/iframe-worker/shim"
"""What the theme would load from elsewhere so that pages opened from a folder can be searched; we carry it (docs/assets)."""
LINK = re.compile(r"(\]\()([^)#\s]+)((?:#[^)]*)?\))")
SKIPPED = re.compile(r"^<!-- not run: (.+) -->\n", re.MULTILINE)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages from outside."""
    for name in OUTSIDE:
        files.append(File.generated(config, f"project/{name}", abs_src_path=str(ROOT / name)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Turn links between files of the repository into links between pages; what is no page (a file of code) is named without a link."""
    here = page.file.src_uri

    def turned(found: re.Match[str]) -> str:
        target = found[2]
        if "://" in target or target.startswith(("mailto:", "/")):
            return found[0]
        place = here.removeprefix("project/") if here.startswith("project/") else f"docs/{here}"
        path = posixpath.normpath(posixpath.join(posixpath.dirname(place), target))
        if path in OUTSIDE:
            path = f"docs/project/{path}"
        if not path.startswith("docs/"):
            return found[0]  # strict mode names it
        return f"{found[1]}{posixpath.relpath(path.removeprefix('docs/'), posixpath.dirname(here) or '.')}{found[3]}"

    return SKIPPED.sub(r'<p class="not-run" markdown>Not run by our tests: \1.</p>\n', LINK.sub(turned, markdown))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Nothing is loaded from elsewhere."""
    up = "../" * page.url.count("/")
    return output.replace(SHIM, f"{up}assets/iframe-worker.js")


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001
    """The same for pages that are no page of ours (404.html)."""
    return output_content.replace(SHIM, "/assets/iframe-worker.js")
