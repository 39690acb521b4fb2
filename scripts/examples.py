"""Run the examples of the documentation, and keep what they print true.

    python scripts/examples.py [PAGE...]            runs the pages' examples and writes what they print today under each command
    python scripts/examples.py --check [PAGE...]    exit status 1, naming each example that fails or prints something else

A page is run from top to bottom in an empty folder that holds `samples`. Of its fenced blocks
- ```console: a line that begins with "$ " is run; what is shown below it is what it must print, `[...]` standing for any lines.
  Where nothing is shown, the command must only succeed, or fail where its comment says so, as "exit status 1";
- ```python is run as one program;
- a block with title="FILE" is written to that file;
- other kinds are for the eye. A block below the line <!-- not run: REASON --> is left alone.
Ids of incidents, disputes and talks change when the reading does: in a command they are taken from what the page's commands printed before.
"""

import contextlib
import difflib
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from sayso.lexicon import Lexicon
from sayso.reading import DEFAULT_MODEL
from sayso.reading.pipeline import Reader

ROOT = Path(__file__).resolve().parents[1]
MEASURED = {"accuracy.md", "performance.md", "training-data.md", "scale.md"}
"""Pages of measurements: their commands need sets that are not shipped, or hours. tests/test_docs.py checks that the commands and options exist."""
BLOCK = re.compile(r"^(?P<skip><!-- not run: .+ -->\n\n?)?```(?P<kind>\w+)(?P<info>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
IDS = re.compile(r"\b(?:I|D|T)[0-9a-f]{4,12}\b")
_READERS: dict[tuple[str, str], Reader] = {}
PYTHON = [sys.executable, "-c", "from sayso.cli import main; main()"]


@dataclass
class Walk:
    """One page's examples: what was printed so far, as the page shows it and today, and what is wrong."""

    page: Path
    shown: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def run(self) -> str:
        """Run the page's examples in this folder; gives the page with what they print today."""
        return BLOCK.sub(self._block, self.page.read_text(encoding="utf-8"))

    def _block(self, found: re.Match[str]) -> str:
        kind, info, body = found["kind"], found["info"], found["body"]
        title = re.search(r'title="([^"]+)"', info)
        if found["skip"]:
            return found[0]
        if title:
            Path(title[1]).parent.mkdir(parents=True, exist_ok=True)
            Path(title[1]).write_text(body, encoding="utf-8")
        elif kind == "python":
            self._python(body)
        elif kind == "console":
            return f"```console{info}\n{''.join(self._command(*one) for one in _commands(body))}```"
        return found[0]

    def _python(self, body: str) -> None:
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(body, str(self.page), "exec"), {})
        except Exception as error:
            self.wrong.append(f"a Python example: {type(error).__name__}: {error}")

    def _command(self, line: str, shown: str) -> str:
        now = IDS.sub(self._today, line)
        status, printed = _run(now)
        expected = re.search(r"# .*exit status (\d)", line)
        if status != (int(expected[1]) if expected else 0):
            self.wrong.append(f"$ {now}\nexit status {status}\n{printed}")
        if not shown:
            return f"$ {now}\n"
        self.shown.append(shown)
        self.printed.append(printed)
        if now == line and _matches(shown, printed):
            return f"$ {line}\n{shown}"
        if "exit status" not in "".join(self.wrong[-1:]):
            changes = "\n".join(difflib.unified_diff(shown.splitlines(), printed.splitlines(), "shown", "printed", lineterm="", n=0))
            self.wrong.append(f"$ {now}\n{changes}")
        return f"$ {now}\n{printed if '[...]' not in shown else shown}"

    def _today(self, found: re.Match[str]) -> str:
        """The id that stands today where this one stood in what was shown before."""
        old = found[0]
        for shown, printed in zip(self.shown, self.printed, strict=True):
            before = [one for one in IDS.findall(shown) if one[0] == old[0]]
            after = [one for one in IDS.findall(printed) if one[0] == old[0]]
            place = next((number for number, one in enumerate(before) if one.startswith(old)), None)
            if place is not None and place < len(after):
                return after[place][: len(old)]
        return old


def _commands(body: str) -> Iterator[tuple[str, str]]:
    """Each command of a block with what is shown below it."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        line, _, shown = part.partition("\n")
        yield line, shown


def _run(line: str) -> tuple[int, str]:
    """Exit status and what a terminal would show. sayso itself runs in this process, for its language pipeline takes seconds to load."""
    if line.startswith("sayso serve"):
        return _serve(line)
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|<>;&")
    lexer.whitespace_split = True
    words = list(lexer)
    if not words or words[0] != "sayso" or {"<", ";", "&&", "&"} & set(words) or any(one.startswith("$") for one in words):
        done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False, timeout=300, env=_environment())
        return done.returncode, _trimmed(done.stdout + done.stderr)
    cut = next((number for number, one in enumerate(words) if one in ("|", ">")), len(words))
    status, out, errors = _sayso(words[1:cut])
    if cut < len(words):
        rest = line[re.search(r"\s[|>]\s", line).start() :]  # type: ignore[union-attr]
        done = subprocess.run(["bash", "-c", f"cat {rest}"], input=out, capture_output=True, text=True, check=False, timeout=300, env=_environment())
        status, out, errors = status or done.returncode, done.stdout, errors + done.stderr
    return status, _trimmed(errors + out)


def _environment() -> dict[str, str]:
    """With our commands where a shell finds them, activated or not."""
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def _sayso(arguments: list[str]) -> tuple[int, str, str]:
    from click.testing import CliRunner

    from sayso.cli import cli

    done = CliRunner().invoke(cli, arguments, prog_name="sayso")
    fault = f"{done.exception!r}\n" if done.exception and not isinstance(done.exception, SystemExit) else ""
    return done.exit_code, done.stdout, done.stderr + fault


def _serve(line: str) -> tuple[int, str]:
    """A server is right when it says where it is; then it is stopped."""
    words = shlex.split(line, comments=True)
    server = subprocess.Popen([*PYTHON, *words[1:]], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert server.stdout is not None
    first = server.stdout.readline()
    server.terminate()
    server.wait(timeout=30)
    return int("http://127.0.0.1:" not in first), first


def _trimmed(text: str) -> str:
    lines = [one.rstrip() for one in text.splitlines()]
    return "".join(f"{one}\n" for one in lines)


def _matches(shown: str, printed: str) -> bool:
    parts = [re.escape(one) for one in re.split(r"^\[\.\.\.\]\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*?".join(parts), printed) is not None


def _reader(model: str = DEFAULT_MODEL, lexicon: Lexicon | None = None) -> Reader:
    """One reader for all commands that ask for the same."""
    lexicon = lexicon or Lexicon()
    known = (model, lexicon.version)
    if known not in _READERS:
        _READERS[known] = Reader(model, lexicon)
    return _READERS[known]


def pages() -> list[Path]:
    """Every page whose examples are run."""
    found = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "samples").rglob("*.md"))]
    return [one for one in found if one.name not in MEASURED and one.parent.name != "reference"]


def walk(page: Path) -> tuple[str, list[str]]:
    """Run a page in a folder of its own; gives the page as it should be, and what is wrong with it."""
    before, made = Path.cwd(), Walk(page)
    with tempfile.TemporaryDirectory() as folder, mock.patch("sayso.reading.pipeline.Reader", _reader):
        (Path(folder) / "samples").symlink_to(ROOT / "samples")
        os.chdir(folder)
        try:
            return made.run(), made.wrong
        finally:
            os.chdir(before)


def main(arguments: list[str]) -> int:
    """Check the pages, or bring them up to date."""
    check = "--check" in arguments
    chosen = [Path(one).resolve() for one in arguments if one != "--check"] or pages()
    bad = 0
    for page in chosen:
        today, wrong = walk(page)
        name = page.relative_to(ROOT)
        if not check and today != page.read_text(encoding="utf-8"):
            page.write_text(today, encoding="utf-8")
            print(f"{name}: brought up to date")
        for one in wrong if check else [one for one in wrong if "exit status" in one or one.startswith("a Python")]:
            print(f"{name}: {one}\n", file=sys.stderr)
            bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
