"""The four plug-in points, by the package that docs/how-to/plug-ins.md shows: its very text is installed here and used."""

import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import sayso
from sayso.cli import cli
from sayso.intake import formats as registry

PAGE = Path(__file__).resolve().parents[1] / "docs" / "how-to" / "plug-ins.md"
NOTES = "NOTES%%\n2024-05-14 | Lowland troops shelled Arnholt on Monday, a doctor said.\n2024-05-15 | The mayor said the market was shut.\n"
GERMAN = (
    "Die Armee hat am Montag die Stadt beschossen. Ein Arzt sagte, dass vier Menschen getötet wurden. Die Lage ist nach wie vor nicht klar, und "
    "die Menschen fliehen aus der Stadt. Das ist nach den Worten der Ärzte nicht neu, denn in dem Haus waren nur Kinder und Frauen, die dort auf "
    "Hilfe gewartet haben."
)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Installs the package, as pip would: its modules on the path, its entry points in the metadata."""
    files = dict(re.findall(r'^```\w+ title="field-notes/([^"]+)"\n(.*?)^```$', PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL))
    site = tmp_path / "site"
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    project = tomllib.loads(files["pyproject.toml"])["project"]
    info = site / "field_notes-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n", encoding="utf-8")
    groups = project["entry-points"].items()
    lines = [line for group, points in groups for line in (f"[{group}]", *(f"{name} = {what}" for name, what in points.items()))]
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.syspath_prepend(site)
    monkeypatch.delitem(sys.modules, "field_notes", raising=False)
    registry.formats.cache_clear()
    yield
    registry.formats.cache_clear()
    sys.modules.pop("field_notes", None)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs a command in an empty folder with two notes and a German report."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").write_text(NOTES, encoding="utf-8")
    (tmp_path / "bericht.txt").write_text(GERMAN, encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(cli, arguments)


def test_without_the_package_german_is_refused(run: Callable[..., Result]) -> None:
    done = run("read", "bericht.txt", "--into", "case.sayso")
    assert done.exit_code == 1
    assert "only English is read" in done.stderr
    with pytest.raises(ValueError, match="only English is read"):
        sayso.read(Path("bericht.txt"))


@pytest.mark.usefixtures("package")
def test_a_format_and_a_lexicon_of_ones_own_are_read(run: Callable[..., Result]) -> None:
    done = run("read", "notes.txt", "--lexicon", "lowland", "--json")
    first, second = [sayso.Reading.model_validate_json(line) for line in done.stdout.splitlines()]
    assert (first.report.published, first.report.outlet) == ("2024-05-14", "field notes")
    assert ("Lowland Army", "military") in {(party.name, party.kind) for party in first.parties}
    assert second.report.text == "The mayor said the market was shut."
    assert "field notes, one a line" in run("formats").stdout


@pytest.mark.usefixtures("package")
def test_an_exporter_of_ones_own_is_written(run: Callable[..., Result]) -> None:
    run("read", "notes.txt", "--into", "case.sayso")
    done = run("export", "case.sayso", "--format", "ids", "--out", "ids.tsv")
    assert done.exit_code == 0, done.stderr
    assert Path("ids.tsv").read_text(encoding="utf-8").count("\tfield notes\n") == 2


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_another_language_is_read_by_its_own_reader_and_english_as_before(run: Callable[..., Result], workers: str) -> None:
    done = run("read", "bericht.txt", "notes.txt", "--workers", workers, "--into", "case.sayso")
    assert done.exit_code == 0, done.stderr
    with sayso.Casefile.open("case.sayso", create=False) as case:
        by = {reading.report.language: reading for reading in case.readings()}
    assert by["de"].reader.name == "field-notes-de"
    assert [by["de"].words(one.content[0]) for one in by["de"].statements] == ["vier Menschen getötet wurden"]
    assert by["en"].reader.name == "sayso"
    assert "3 reports: 3 known already" in run("read", "bericht.txt", "notes.txt", "--into", "case.sayso").stderr
    assert "0 reports read again" in run("reread", "case.sayso").stderr


@pytest.mark.usefixtures("package")
def test_an_archive_is_read_by_them_too_and_again_by_another_version(run: Callable[..., Result], tmp_path: Path) -> None:
    read = ("scale", "read", "bericht.txt", "notes.txt", "--out", "out")
    done = run(*read)
    assert done.exit_code == 0, done.stderr
    assert _readers(tmp_path / "out") == {"field-notes-de": "de", "sayso": "en"}
    assert run(*read).stderr.count("(known already)") == 2

    metadata = tmp_path / "site" / "field_notes-1.0.dist-info" / "METADATA"
    metadata.write_text(metadata.read_text(encoding="utf-8").replace("Version: 1.0", "Version: 1.1"), encoding="utf-8")
    assert run(*read).stderr.count("(read)") == 2


@pytest.mark.usefixtures("package")
def test_so_do_actors_and_one_that_has_other_packages_is_named(run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ray.data")
    before = os.environ.get("PYTHONPATH", "")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(tmp_path / "site"), before))))
    read = ("scale", "read", "bericht.txt", "notes.txt", "--actors", "1", "--out")
    done = run(*read, "out")
    assert done.exit_code == 0, done.stderr
    assert _readers(tmp_path / "out") == {"field-notes-de": "de", "sayso": "en"}

    monkeypatch.setenv("PYTHONPATH", before)
    missing = run(*read, "elsewhere")
    assert missing.exit_code == 1
    assert "other readers of languages are installed than here" in missing.stderr
    assert not (tmp_path / "elsewhere").exists()


def _readers(out: Path) -> dict[str, str | None]:
    """The language that each reader read."""
    readings = [sayso.Reading.model_validate_json(line) for path in (out / "readings").iterdir() for line in path.open(encoding="utf-8")]
    return {one.reader.name: one.report.language for one in readings}


@pytest.mark.usefixtures("package")
def test_python_uses_them_too(run: Callable[..., Result]) -> None:
    assert run
    assert sayso.read(Path("bericht.txt")).reader.name == "field-notes-de"
    assert sayso.read(GERMAN).reader.name == "field-notes-de"
    assert sayso.read("The mayor said the market was shut.").reader.name == "sayso"


@pytest.mark.usefixtures("package")
def test_a_reader_that_fails_costs_its_report_alone(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    import field_notes  # type: ignore[import-not-found]

    monkeypatch.setattr(field_notes.German, "read", lambda self, report: None)  # noqa: ARG005
    done = run("read", "bericht.txt", "notes.txt", "--into", "case.sayso")
    assert "gave no Reading of this report" in done.stderr
    assert "3 reports: 2 new, 1 that the reader failed on" in done.stderr
