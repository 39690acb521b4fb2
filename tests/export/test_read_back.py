"""Every export of the samples, read back by the tool it is for."""

import json
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from prov.model import ProvDocument
from pyld import jsonld

from sayso.export import FORMATS, ftm, geojson, parquet, prov, webannotation, writer, xlsx
from sayso.export.layers import TABLES, columns_of, rows_of
from sayso.export.material import Material
from sayso.export.xlsx import escaped, unescaped
from sayso.model.codes import LAYERS

CONTEXT = json.loads((Path(__file__).parent / "anno.jsonld").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_whole_and_the_same_every_time(tmp_path: Path, material: Material, name: str) -> None:
    def content(out: Path) -> dict[str, bytes]:
        files = sorted(out.rglob("*")) if out.is_dir() else [out]
        return {str(one.relative_to(out)): one.read_bytes() for one in files if one.is_file()}

    assert writer(name)(material, tmp_path / "one") > 0
    assert writer(name)(material, tmp_path / "two") > 0
    if name != "xlsx":  # a zip carries the time
        assert content(tmp_path / "one") == content(tmp_path / "two")
    assert not [one for one in tmp_path.iterdir() if one.name not in ("one", "two")]


def test_openpyxl_reads_every_cell_as_it_was(tmp_path: Path, material: Material) -> None:
    xlsx.write(material, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["reports", *LAYERS, "incidents", "texts"]
    rows = [one for reading in material.chosen() for one in rows_of(material, reading)]
    for table in TABLES:
        sheet = list(book[table].iter_rows(values_only=True))
        assert list(sheet[0]) == columns_of(table)
        wanted = [[value if value != "" else None for value in row] for name, row in rows if name == table]
        assert [[unescaped(v) if isinstance(v, str) else v for v in row] for row in sheet[1:]] == wanted


def test_a_formula_in_a_workbook_is_a_text(tmp_path: Path, telling) -> None:
    xlsx.write(Material((telling("=1+1"),)), tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["reports"]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_texts_come_back_from_a_workbook_without_a_changed_character(tmp_path: Path, material: Material) -> None:
    xlsx.write(material, tmp_path / "out.xlsx")
    found: dict[str, str] = {}
    for report, _, text in openpyxl.load_workbook(tmp_path / "out.xlsx")["texts"].iter_rows(min_row=2, values_only=True):
        found[report] = found.get(report, "") + unescaped(text)
    assert found == {report: reading.report.text for report, reading in material.by_report.items()}


@given(st.text())
def test_what_xml_cannot_hold_comes_back_too(text: str) -> None:
    assert unescaped(escaped(text)) == text


@pytest.mark.parametrize("layer", LAYERS)
def test_duckdb_reads_typed_columns(tmp_path: Path, material: Material, layer: str) -> None:
    parquet.write(material, tmp_path / "case")
    found = duckdb.sql(f"SELECT * FROM '{tmp_path}/case/{layer}.parquet'")
    assert len(found.fetchall()) == sum(len(getattr(reading, layer)) for reading in material.by_report.values())
    assert dict(zip(found.columns, map(str, found.types), strict=True))["confidence"] == "DOUBLE"


def test_followthemoney_takes_the_entities(tmp_path: Path, material: Material) -> None:
    model = pytest.importorskip("followthemoney", reason="followthemoney is not installed; `make test-all` installs it").model
    ftm.write(material, tmp_path / "out.ftm")
    written = [json.loads(line) for line in (tmp_path / "out.ftm").read_text(encoding="utf-8").splitlines()]
    entities = [model.get_proxy(one) for one in written]
    for one, entity in zip(written, entities, strict=True):
        entity.schema.validate(one)
        for name, values in one["properties"].items():
            assert entity.get(name), f"{entity.schema.name}.{name} does not take {values}"
    assert {entity.schema.name for entity in entities} >= {"Article", "Person", "Organization", "Address", "Event", "Membership"}


def test_entities_name_entities_that_are_there(tmp_path: Path, material: Material) -> None:
    ftm.write(material, tmp_path / "out.ftm")
    entities = [json.loads(line) for line in (tmp_path / "out.ftm").read_text(encoding="utf-8").splitlines()]
    known = {entity["id"] for entity in entities}
    assert len(known) == len(entities)
    for entity in entities:
        for name in ("organizer", "involved", "addressEntity", "proof", "member", "organization"):
            assert set(entity["properties"].get(name, ())) <= known


def test_a_json_ld_processor_reads_the_annotations(tmp_path: Path, material: Material) -> None:
    webannotation.write(material, tmp_path / "out.jsonld")
    page = json.loads((tmp_path / "out.jsonld").read_text(encoding="utf-8"))

    def context(url: str, _options: object) -> dict[str, object]:
        assert url == webannotation.CONTEXT
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}

    (expanded,) = jsonld.expand(page, {"documentLoader": context})
    items = expanded["https://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(items) == len(page["items"]) > 100
    oa = "http://www.w3.org/ns/oa#"
    assert all(item["@type"] == [f"{oa}Annotation"] and item[f"{oa}hasTarget"] for item in items)


def test_both_selectors_choose_the_words(tmp_path: Path, material: Material) -> None:
    webannotation.write(material, tmp_path / "out.jsonld")
    for item in json.loads((tmp_path / "out.jsonld").read_text(encoding="utf-8"))["items"]:
        for target in item["target"]:
            text = material.by_report[target["source"].removeprefix("urn:sha256:")].report.text
            position, quotation = target["selector"]
            assert text[position["start"] : position["end"]] == quotation["exact"]
            around = text[position["start"] - len(quotation["prefix"]) : position["end"] + len(quotation["suffix"])]
            assert around == quotation["prefix"] + quotation["exact"] + quotation["suffix"]


def test_geopandas_reads_the_features_through_gdal(tmp_path: Path, material: Material) -> None:
    geopandas = pytest.importorskip("geopandas", reason="geopandas is not installed; `make test-all` installs it")
    written = geojson.write(material, tmp_path / "out.geojson")
    frame = geopandas.read_file(tmp_path / "out.geojson", engine="pyogrio")
    assert len(frame) == written
    assert frame.crs.to_epsg() == 4326
    placed = frame[frame.geometry.notna()]
    assert 0 < len(placed) < len(frame)  # those that no report places are there, without a point
    baghouz = placed[placed["place"] == "Baghouz"].geometry.iloc[0]
    assert (round(baghouz.x), round(baghouz.y)) == (41, 34)


def test_the_prov_library_reads_the_document(tmp_path: Path, material: Material) -> None:
    prov.write(material, tmp_path / "out.json")
    with (tmp_path / "out.json").open(encoding="utf-8") as file:
        document = ProvDocument.deserialize(file, format="json")
    entities = {str(one.identifier) for one in document.get_records() if one.get_type().localpart == "Entity"}
    events = sum(len(reading.events) for reading in material.by_report.values())
    assert len(entities) == events + 2 * len(material.by_report)
    derived = [one for one in document.get_records() if one.get_type().localpart == "Derivation"]
    assert {str(value) for one in derived for _, value in one.formal_attributes if value} <= entities


def test_pandas_reads_the_workbook(tmp_path: Path, material: Material) -> None:
    xlsx.write(material, tmp_path / "out.xlsx")
    events = pd.read_excel(tmp_path / "out.xlsx", sheet_name="events")
    assert set(events["status"]) >= {"happened", "denied"}
    assert events["origins_for"].dtype.kind == "i"
