"""The documentation keeps up with the program: the reference is what the program says, and links lead somewhere."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

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
    for line in re.findall(r"^(?: {4}(?:\$ )?|\$ )(sayso [a-z]+ [^|\n]*)", page.read_text(encoding="utf-8"), re.MULTILINE)
]

def _examples() -> ModuleType:
    spec = importlib.util.spec_from_file_location("examples", ROOT / "scripts" / "examples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["examples"] = module
    spec.loader.exec_module(module)
    return module


examples = _examples()


@pytest.mark.parametrize("page", [one for one in examples.pages() if examples.BLOCK.search(one.read_text(encoding="utf-8"))], ids=lambda p: p.name)
def test_the_examples_of_a_page_run_and_print_what_it_shows(page: Path) -> None:
    _, wrong = examples.walk(page)
    assert not wrong, "\n".join([*wrong, "If the new output is right: python scripts/examples.py, and read the page again"])


@pytest.mark.parametrize("page", examples.pages(), ids=lambda p: str(p.relative_to(ROOT)))
def test_every_code_block_is_run_or_says_why_not(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    kinds = set(re.findall(r"^```(\w+)", text, re.MULTILINE))
    assert kinds <= {"console", "python", "tsv", "text", "toml", "mermaid"}, "a block is console or python, which are run, or text, which is none"
    outside = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    assert not re.findall(r"\n\n {4}(?:\$ )?(?:sayso|make|python|import) .*", outside), "an indented block is not run: fence it as console"


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
