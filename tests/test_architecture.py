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
    """The rooms of ours that a file imports, type-checking imports included; what begins with _ is for all."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            parts = name.split(".")
            if parts[0] == "sayso" and len(parts) > 1 and not parts[1].startswith("_"):
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


def needs(source: Path) -> dict[str, set[str]]:
    """For each module below a package's folder those of the same package that it imports, in functions and for types alone too: whoever
    reads the one has to know the other."""
    files = {".".join(path.relative_to(source).with_suffix("").parts).removesuffix(".__init__"): path for path in source.rglob("*.py")}
    found: dict[str, set[str]] = {}
    for name, path in files.items():
        found[name] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            given = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            if isinstance(node, ast.ImportFrom):  # what is named may be a module, or stand in the one that it is taken from
                given = [whole if (whole := f"{node.module}.{one}").removeprefix(f"{source.name}.") in files else str(node.module) for one in given]
            found[name] |= {one.removeprefix(f"{source.name}.") for one in given if one.startswith(f"{source.name}.")} & files.keys() - {name}
    return found


def circles(needed: dict[str, set[str]]) -> set[frozenset[str]]:
    """The modules that need each other, straight or through others: each such set once."""

    def reached(name: str) -> set[str]:
        seen: set[str] = set()
        ahead = [name]
        while ahead:
            new = needed[ahead.pop()] - seen
            seen |= new
            ahead += new
        return seen

    below = {name: reached(name) for name in needed}
    return {frozenset(other for other in seen if name in below[other]) for name, seen in below.items() if name in seen}


def test_no_modules_need_each_other() -> None:
    found = sorted(", ".join(sorted(circle)) for circle in circles(needs(SOURCE)))
    assert not found, f"these import each other; put what they share below both: {found}"


def test_a_circle_is_found_wherever_the_imports_stand(tmp_path: Path) -> None:
    package = tmp_path / "pack"
    (package / "room").mkdir(parents=True)
    for name, code in {
        "room/__init__.py": "from pack.room.top import run\n",
        "room/top.py": "from pack.room import middle\nfrom pack.low import noun\n",
        "room/middle.py": "def run():\n    import pack.room.below\n",
        "room/below.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from pack.room.top import Noun\n",
        "low.py": "noun = 1\n",
    }.items():
        (package / name).write_text(code, encoding="utf-8")

    assert circles(needs(package)) == {frozenset({"room.top", "room.middle", "room.below"})}


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
