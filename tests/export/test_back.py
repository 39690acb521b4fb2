"""An edited table comes back as corrections; one that nobody edited changes nothing."""

import io
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from sayso.export import csv, xlsx
from sayso.export.back import TableError, decisions
from sayso.export.material import Material
from sayso.export.pseudonyms import pseudonymised
from sayso.model import Reading


@pytest.fixture(params=["csv", "raw csv", "xlsx"])
def table(request: pytest.FixtureRequest, tmp_path: Path, material: Material) -> Path:
    out = tmp_path / "case"
    (xlsx if request.param == "xlsx" else csv).write(Material(material.readings, raw="raw" in request.param), out)
    return out


def edit(table: Path, layer: str, row: int, column: str, value: str) -> None:
    if table.is_dir():
        frame = pd.read_csv(table / f"{layer}.csv", dtype=str, keep_default_na=False)
        frame.loc[row, column] = value
        frame.to_csv(table / f"{layer}.csv", index=False)
        return
    book = openpyxl.load_workbook(io.BytesIO(table.read_bytes()))
    columns = [cell.value for cell in book[layer][1]]
    book[layer].cell(row=row + 2, column=columns.index(column) + 1).value = value or None
    book.save(table)


def test_a_table_that_nobody_edited_changes_nothing(table: Path, material: Material) -> None:
    assert list(decisions(table, material.by_report.__getitem__)) == []


@pytest.mark.parametrize(
    ("column", "value", "after"),
    [
        ("status", "denied", {"status": "denied"}),
        ("actors", "P2, P1", {"actors": ["P2", "P1"]}),
        ("recipients", "", {"recipients": []}),
        ("hedged", "yes", {"hedged": True}),
        ("when", '{"earliest": "2019-02-16", "latest": null}', {"when": {"earliest": "2019-02-16", "latest": None}}),
    ],
)
def test_a_changed_cell_is_a_decision_about_its_fact(table: Path, material: Material, column, value, after) -> None:
    edit(table, "events", 0, column, value)
    (decision,) = decisions(table, material.by_report.__getitem__)
    first = next(iter(material.by_report.values()))
    event = sorted(first.events, key=lambda e: (e.trigger, e.id))[0]
    assert (decision.report, decision.fact, decision.layer, decision.action) == (first.report.id, event.id, "events", "edit")
    assert decision.after == after


def test_what_is_beside_the_fields_is_for_people_and_may_be_changed_at_will(table: Path, material: Material) -> None:
    edit(table, "events", 0, "actors_name", "somebody else")
    assert list(decisions(table, material.by_report.__getitem__)) == []


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("id", "E999", "has no E999 now"),
        ("id", "", "has no report or no id"),
        ("when", "{soon", "is no JSON"),
        ("hedged", "perhaps", "write yes or no"),
    ],
)
def test_a_table_that_cannot_be_taken_back_is_named_with_the_row(table: Path, material: Material, column, value, reason) -> None:
    edit(table, "events", 0, column, value)
    with pytest.raises(TableError, match="events, row 2") as error:
        list(decisions(table, material.by_report.__getitem__))
    assert reason in str(error.value)


def test_what_is_no_table_is_named(tmp_path: Path, material: Material) -> None:
    (tmp_path / "notes.txt").write_text("notes", encoding="utf-8")
    with pytest.raises(TableError, match="neither a folder of CSV tables nor an XLSX workbook"):
        list(decisions(tmp_path / "notes.txt", material.by_report.__getitem__))


def test_the_command_takes_it_in_and_the_export_shows_it(sayso, tmp_path: Path) -> None:
    text = "ARNHOLT (Coast Post) – The Lowland Army shelled the town of Arnholt on Monday, killing four people, a doctor said."
    assert sayso("read", "-", "--into", "case.sayso", stdin=text).returncode == 0
    assert sayso("export", "case.sayso", "--format", "csv", "--out", "tables").returncode == 0
    edit(tmp_path / "tables", "events", 0, "status", "denied")
    done = sayso("corrections", "case.sayso", "--table", "tables")
    assert (done.returncode, done.stderr) == (0, "1 facts corrected, 0 refused\n")
    assert sayso("export", "case.sayso", "--format", "csv", "--out", "tables").returncode == 0
    assert pd.read_csv(tmp_path / "tables" / "events.csv").loc[0, "status"] == "denied"


def test_a_table_with_pseudonyms_is_not_taken_back(tmp_path: Path, material: Material) -> None:
    csv.write(Material(pseudonymised(material.chosen())), tmp_path / "public")
    with pytest.raises(TableError, match="exported with --pseudonyms"):
        list(decisions(tmp_path / "public", material.by_report.__getitem__))


def test_a_cell_that_was_redacted_since_is_not_taken_back(tmp_path: Path, telling) -> None:
    reading = telling("Guards Weekly")
    csv.write(Material((_calling(reading, name="Adnan Zorvanik"),)), tmp_path / "case")
    now = _calling(reading, name="█████ ████████")
    with pytest.raises(TableError, match="name was redacted since"):
        list(decisions(tmp_path / "case", lambda _: now))


def test_a_cell_that_a_workbook_cut_is_no_edit(tmp_path: Path, telling) -> None:
    reading = telling("Guards Weekly")
    reading = _calling(reading, mentions=((0, 6),) * 5000)
    xlsx.write(Material((reading,)), tmp_path / "case.xlsx")
    assert list(decisions(tmp_path / "case.xlsx", lambda _: reading)) == []


def _calling(reading: Reading, **fields: object) -> Reading:
    """The reading, its first party with other values."""
    return reading.model_copy(update={"parties": (reading.parties[0].model_copy(update=fields), *reading.parties[1:])})
