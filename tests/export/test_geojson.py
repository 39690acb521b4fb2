"""GeoJSON as shapely reads it."""

import json
from pathlib import Path

from shapely.geometry import shape

from sayso.export import geojson
from sayso.export.material import Material


def test_every_feature_has_a_geometry_that_shapely_reads_or_none(tmp_path: Path, material: Material) -> None:
    count = geojson.write(material, tmp_path / "out.geojson")
    found = json.loads((tmp_path / "out.geojson").read_text(encoding="utf-8"))
    assert found["type"] == "FeatureCollection"
    assert len(found["features"]) == count > 10
    points = [shape(one["geometry"]) for one in found["features"] if one["geometry"]]
    assert points
    assert all(point.is_valid and abs(point.x) <= 180 and abs(point.y) <= 90 for point in points)
    assert {one["properties"]["layer"] for one in found["features"]} == {"incidents", "control"}


def test_a_feature_says_on_whose_word_and_a_day_that_no_report_states_is_null(tmp_path: Path, telling) -> None:
    reading = telling("Coast Post", 14, 14, speaker="Peak Monitor")
    reading = reading.model_copy(update={"events": (reading.events[0].model_copy(update={"when": None}),)})
    geojson.write(Material((reading,)), tmp_path / "out.geojson")
    (feature,) = json.loads((tmp_path / "out.geojson").read_text(encoding="utf-8"))["features"]
    properties = feature["properties"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [40.5, 35.5]}
    assert (properties["earliest"], properties["published"]) == (None, "2031-04-03")
    assert properties["source_chain"] == "Coast Post ← Peak Monitor"
    assert properties["origins"] == "Peak Monitor"
    assert reading.report.text[slice(*properties["span"])] == "air strikes"
