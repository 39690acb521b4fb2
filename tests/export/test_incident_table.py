"""The table of incidents beside the tables of the layers: one row for each happening, with who stands behind it."""

from datetime import date
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd

from sayso.export import csv, parquet, xlsx
from sayso.export.incident_table import COLUMNS
from sayso.export.material import Material
from sayso.export.selection import Selection
from sayso.model import Reading


def incidents(folder: Path) -> pd.DataFrame:
    return pd.read_csv(folder / "incidents.csv", dtype=str, keep_default_na=False)


def case(telling) -> tuple[Reading, ...]:
    """Two monitors count the dead of one strike, and the army says that there was none."""
    return (
        telling("Delta Wire", killed=9, most=9, speaker="River Monitor"),
        telling("Hill Radio", killed=14, most=14, speaker="Peak Monitor"),
        telling("Harbour Post", speaker="Lowland Army", kind="military", status="denied"),
    )


def test_one_happening_of_several_reports_is_one_row(telling, tmp_path: Path) -> None:
    csv.write(Material(case(telling)), tmp_path / "case")

    table = incidents(tmp_path / "case")
    assert list(table.columns) == list(COLUMNS)
    (row,) = table.to_dict("records")
    assert (row["type"], row["mode"], row["claim_status"], row["disputed"]) == ("ASSAULT", "aerial", "disputed", "yes")
    assert (row["earliest"], row["latest"], row["place"], row["country"]) == ("2031-04-02", "2031-04-02", "Arnholt", "SY")
    assert (row["actors"], row["recipients"]) == ("Lowland Army", "civilians")
    assert (row["origins_for"], row["origins_against"]) == ("2", "1")
    assert "against: Lowland Army" in row["origins"]
    assert row["figures"] == "killed civilians: 14 (Peak Monitor, 2031-04-03), 9 (River Monitor, 2031-04-03)"
    assert "denied" in row["disputes"].split("; ")
    assert len(row["reports"].split("; ")) == 3


def test_the_events_of_the_layers_table_are_those_of_its_incidents(material: Material, tmp_path: Path) -> None:
    csv.write(material, tmp_path / "case")

    events = pd.read_csv(tmp_path / "case" / "events.csv", dtype=str, keep_default_na=False)
    told = {event: row["incident"] for _, row in incidents(tmp_path / "case").iterrows() for event in row["events"].split("; ")}
    assert dict(zip(events["row"], events["incident"], strict=True)) == told


def test_incidents_of_events_that_are_not_asked_for_are_left_out_and_the_others_keep_all_their_reports(telling, tmp_path: Path) -> None:
    whole, since = Material(case(telling)), Material(case(telling), selection=Selection(outlets=("Hill Radio",)))
    nothing = Material(case(telling), selection=Selection(until=date(2031, 4, 1)))
    for name, material in (("whole", whole), ("since", since), ("nothing", nothing)):
        csv.write(material, tmp_path / name)

    assert incidents(tmp_path / "since").equals(incidents(tmp_path / "whole"))
    assert incidents(tmp_path / "nothing").empty


def test_a_workbook_and_parquet_have_the_same_table(telling, tmp_path: Path) -> None:
    material = Material(case(telling))
    csv.write(material, tmp_path / "case")
    xlsx.write(material, tmp_path / "case.xlsx")
    parquet.write(material, tmp_path / "typed")

    (row,) = incidents(tmp_path / "case").to_dict("records")
    header, cells = openpyxl.load_workbook(tmp_path / "case.xlsx")["incidents"].iter_rows(values_only=True)
    found = dict(zip(header, cells, strict=True))
    assert (found["incident"], found["figures"], found["origins_for"]) == (row["incident"], row["figures"], 2)
    assert found["disputed"] is True
    typed = duckdb.sql(f"SELECT incident, disputed, origins_for, lat FROM '{tmp_path}/typed/incidents.parquet'").fetchall()
    assert typed == [(row["incident"], True, 2, 35.5)]
