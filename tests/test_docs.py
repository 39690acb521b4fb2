"""The documentation keeps up with the program: the reference is what the program says, and links lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.casefile import Casefile
from sayso.intake import Refused, take
from sayso.reading.pipeline import Reader

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "samples").rglob("*.md")])


def test_the_reference_is_what_the_program_says() -> None:
    done = subprocess.run([sys.executable, "scripts/reference.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_commands_in_the_readme_exist() -> None:
    from sayso.cli import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r"^ {4}(?:\$ )?sayso ([a-z]+)", readme, re.MULTILINE):
        assert name in COMMANDS


COMMANDS_SHOWN = [
    (page, line.strip())
    for page in PAGES
    for line in re.findall(r"^ {4}(?:\$ )?(sayso [a-z]+ .*)", page.read_text(encoding="utf-8"), re.MULTILINE)
]
PYTHON_SHOWN = [
    (page, block) for page in PAGES for block in re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
]


@pytest.mark.parametrize(("page", "line"), COMMANDS_SHOWN, ids=lambda x: x if isinstance(x, str) else x.name)
def test_commands_shown_in_the_documents_have_those_options(page: Path, line: str) -> None:
    import click

    from sayso.cli import cli

    name, *rest = line.removeprefix("sayso ").split()
    command = cli.get_command(click.Context(cli), name)
    if isinstance(command, click.Group):
        command = command.get_command(click.Context(command), rest[0])
    assert command is not None, f"{page.name} shows {line}"
    known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    assert set(re.findall(r"(?<!\S)--[a-z][a-z-]*", line.split("  #")[0])) <= known


@pytest.fixture
def a_case(reader: Reader, samples: Path, tmp_path: Path) -> str:
    """A casefile case.sayso, as the documents call it; gives the first characters of its report's id."""
    (taken,) = take([samples / "01-jazira-wire.txt"])
    assert not isinstance(taken, Refused)
    with Casefile.open(tmp_path / "case.sayso", create=True) as case:
        case.add(taken, reader.read(taken.report))
    return taken.report.id[:6]


@pytest.mark.parametrize(("page", "block"), PYTHON_SHOWN, ids=lambda x: x.name if isinstance(x, Path) else "block")
def test_python_shown_in_the_documents_runs(page: Path, block: str, a_case: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(block.replace("0a5f88", a_case), str(page), "exec"), {})


def test_every_format_is_documented() -> None:
    from sayso.export import FORMATS

    page = (ROOT / "docs" / "how-to" / "hand-over.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == set(FORMATS)


def test_every_option_of_every_command_says_what_it_does() -> None:
    import click

    from sayso.cli import COMMANDS, cli

    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"sayso {name} {parameter.opts[0]}"


def test_every_promise_of_the_threat_model_names_a_test_that_is_there() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| way")]
    assert len(rows) > 20
    for row in rows:
        held = re.findall(r"\[test\]\((tests/[\w/]+\.py)\)((?:,? (?:and )?`test_\w+`)+)", row)
        assert held, f"no test holds: {row[:80]}"
        for file, names in held:
            there = (ROOT / file).read_text(encoding="utf-8")
            for name in re.findall(r"test_\w+", names):
                assert f"def {name}(" in there, f"{file} has no {name}"
