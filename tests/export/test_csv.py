"""The CSV folder as pandas reads it."""

import json
import stat
from pathlib import Path

import pandas as pd
import pytest

from sayso.export import csv
from sayso.export.layers import columns_of
from sayso.export.material import Material
from sayso.model.codes import LAYERS


@pytest.fixture
def folder(tmp_path: Path, material: Material) -> Path:
    csv.write(material, tmp_path / "case")
    return tmp_path / "case"


def table(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)


@pytest.mark.parametrize("layer", LAYERS)
def test_each_layer_has_a_table_with_all_its_facts(folder: Path, material: Material, layer: str) -> None:
    found = table(folder, layer)
    assert list(found.columns) == columns_of(layer)
    assert len(found) == sum(len(getattr(reading, layer)) for reading in material.by_report.values())
    assert found["row"].is_unique
    assert set(found["reader"].str[:6]) == {"sayso "}


def test_spans_and_texts_go_together(folder: Path) -> None:
    for _, row in table(folder, "events").iterrows():
        text = (folder / "texts" / f"{row['report'][:12]}.txt").read_bytes().decode()
        assert text[int(row["start"]) : int(row["end"])] == row["words"]
        assert json.loads(row["trigger"]) == [int(row["start"]), int(row["end"])]


def test_people_are_given_names_beside_ids(folder: Path) -> None:
    events = table(folder, "events")
    assert "Syrian Democratic Forces" in set(events["actors_name"])
    assert "Baghouz" in set(events["place_name"])


def test_the_same_case_gives_the_same_bytes(folder: Path, tmp_path: Path, material: Material) -> None:
    csv.write(Material(tuple(reversed(material.readings))), tmp_path / "again")
    for one in sorted(folder.iterdir()):
        if one.is_file():
            assert (tmp_path / "again" / one.name).read_bytes() == one.read_bytes()


def test_a_folder_of_its_own_is_replaced_and_one_with_other_files_is_not(folder: Path, tmp_path: Path, material: Material) -> None:
    csv.write(material, folder)
    assert (folder / "events.csv").exists()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError, match="holds other files"):
        csv.write(material, tmp_path / "mine")
    assert [one.name for one in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_all_of_it_is_its_owners_alone(folder: Path) -> None:
    assert {stat.S_IMODE(one.stat().st_mode) for one in folder.rglob("*") if one.is_file() and one.name != ".sayso-export"} == {0o600}
    assert {stat.S_IMODE(one.stat().st_mode) for one in (folder, folder / "texts")} == {0o700}
