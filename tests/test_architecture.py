"""The house's rules about who may import whom, and what importing costs."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import sayso

SOURCE = Path(sayso.__file__).parent
MAY_IMPORT = {
    "model": set(),
    "lexicon": {"model"},
    "intake": {"model"},
    "situation": {"model"},
    "reading": {"model", "lexicon"},
    "casefile": {"model", "intake", "lexicon", "reading", "situation"},
    "export": {"model", "intake", "lexicon", "reading", "situation", "casefile"},
    "evaluate": {"model", "intake", "lexicon", "reading", "situation"},
    "workbench": {"model", "intake", "lexicon", "reading", "situation", "casefile", "export", "scale", "view"},
    "scale": {"model", "intake", "lexicon", "reading", "situation", "casefile"},
    "view": {"model"},
    "cli": {"model", "intake", "lexicon", "reading", "situation", "casefile", "export", "evaluate", "workbench", "scale", "view"},
}


def rooms_imported(path: Path) -> set[str]:
    """The rooms of ours that a file imports, type-checking imports included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            parts = name.split(".")
            if parts[0] == "sayso" and len(parts) > 1 and parts[1] != "_version":
                found.add(parts[1])
    return found


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_imports_run_one_way(room: str) -> None:
    for path in sorted((SOURCE / room).rglob("*.py")):
        foreign = rooms_imported(path) - {room} - MAY_IMPORT[room]
        assert not foreign, f"{path.relative_to(SOURCE)} imports {', '.join(sorted(foreign))}, which {room} may not"


def test_every_room_is_in_the_plan() -> None:
    rooms = {p.name for p in SOURCE.iterdir() if p.is_dir() and (p / "__init__.py").exists()}
    assert rooms == set(MAY_IMPORT)


def test_no_module_outgrows_a_head() -> None:
    long = {str(p.relative_to(SOURCE)): n for p in SOURCE.rglob("*.py") if (n := len(p.read_text(encoding="utf-8").splitlines())) > 400}
    assert not long


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom sayso.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'spacy', 'numpy', 'pydantic', 'sqlalchemy', 'fastapi', 'rich', 'lxml', 'trafilatura'} & set(sys.modules)\n"
        "print(sorted(heavy), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "read" in done.stdout


def test_the_public_names_are_all_there() -> None:
    for name in sayso.__all__:
        assert getattr(sayso, name) is not None
