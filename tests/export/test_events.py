"""The event formats: what a row states, and what it leaves open."""

from pathlib import Path

import pandas as pd
import pytest

from sayso.export import acled, ged, plover
from sayso.export.material import Material
from sayso.intake.anatomy import from_row
from sayso.model import Event, Interval, Place, Reading, Statement
from sayso.reading.pipeline import Reader


def table(module, readings, tmp_path: Path, **wanted) -> pd.DataFrame:
    out = tmp_path / "table"
    module.write(Material(tuple(readings), **wanted), out)
    return pd.read_csv(out, sep="\t" if module is plover else ",", dtype=str, keep_default_na=False)


def tags(row) -> dict[str, str]:
    note, *rest = row["tags"].split("; ")
    assert note == acled.NOTE
    return dict(part.split("=", 1) for part in rest)


def test_acled_like_rows_have_acleds_31_columns_and_say_that_they_are_not_acleds(tmp_path: Path, material: Material) -> None:
    found = table(acled, material.readings, tmp_path)
    assert len(found.columns) == 31
    assert list(found.columns[:4]) == ["event_id_cnty", "event_date", "year", "time_precision"]
    assert len(found) > 10
    for _, row in found.iterrows():
        assert tags(row)["claim"] in ("asserted", "disputed")
        assert {"origins_for", "origins", "report", "span", "reader", "events"} <= tags(row).keys()
        assert row["time_precision"] in "123"
        assert row["geo_precision"] in ("", "1", "2", "3")


def test_one_strike_told_twice_is_one_row(tmp_path: Path, telling) -> None:
    (row,) = table(acled, [telling("Coast Post", 14, 14), telling("Hill Radio", 14, 14)], tmp_path).to_dict("records")
    assert (row["event_type"], row["sub_event_type"]) == ("Explosions/Remote violence", "Air/drone strike")
    assert (row["actor1"], row["inter1"], row["inter2"]) == ("Lowland Army", "State forces", "Civilians")
    assert (row["event_date"], row["time_precision"], row["geo_precision"]) == ("2031-04-02", "1", "1")
    assert (row["country"], row["iso"], row["region"]) == ("Syria", "760", "Middle East")
    assert row["fatalities"] == "14"
    assert set(row["source"].split("; ")) == {"Coast Post", "Hill Radio"}
    assert tags(row)["origins_for"] == "2"
    assert row["civilian_targeting"] == "Civilian targeting"


def test_fatalities_are_empty_where_two_sources_dispute_them(tmp_path: Path, telling) -> None:
    readings = [telling("Coast Post", 14, 14, speaker="Peak Monitor"), telling("Hill Radio", 40, 40, speaker="Relief League", kind="ngo")]
    (row,) = table(acled, readings, tmp_path).to_dict("records")
    assert row["fatalities"] == ""
    assert tags(row)["claim"] == "disputed"
    assert "Peak Monitor: 14" in tags(row)["deaths"]
    (row,) = table(ged, readings, tmp_path).to_dict("records")
    assert (row["best"], row["low"], row["high"], row["deaths_disputed"]) == ("", "14", "40", "yes")


def test_fatalities_are_empty_where_somebody_denies_the_strike(tmp_path: Path, telling) -> None:
    denial = telling("Hill Radio", status="denied", speaker="Lowland Army", kind="military")
    (row,) = table(acled, [telling("Coast Post", 14, 14, speaker="Peak Monitor"), denial], tmp_path).to_dict("records")
    assert row["fatalities"] == ""
    assert (tags(row)["claim"], tags(row)["origins_against"]) == ("disputed", "1")
    assert "against: Lowland Army" in tags(row)["origins"]


def test_a_later_count_replaces_an_earlier_one(tmp_path: Path, telling) -> None:
    readings = [telling("Coast Post", 14, 14), telling("Coast Post", 17, 17, published="2031-04-04")]
    (row,) = table(ged, readings, tmp_path).to_dict("records")
    assert (row["best"], row["low"], row["high"]) == ("17", "14", "17")


@pytest.mark.parametrize(("counts", "high"), [
    (((9, 9), (10, None), (14, 14)), "14"), (((9, 9), (10, None)), ""), (((10, None), (10, 10)), "10"), (((9, 9), (None, 30), (12, None)), "30"),
])  # fmt: skip
def test_the_highest_that_any_source_says_stands_unless_one_begins_above_it(tmp_path: Path, telling, counts, high) -> None:
    outlets = ("Coast Post", "Hill Radio", "Delta Wire")
    readings = [telling(outlet, *count, speaker=f"Monitor of {outlet}") for outlet, count in zip(outlets, counts, strict=False)]
    (row,) = table(ged, readings, tmp_path).to_dict("records")
    assert row["high"] == high


@pytest.mark.parametrize(("low", "high", "best"), [(14, 14, "14"), (14, None, "14"), (None, 40, ""), (None, None, None)])
def test_deaths_are_bounds(tmp_path: Path, telling, low, high, best) -> None:
    found = table(ged, [telling("Coast Post", low, high)], tmp_path).to_dict("records")
    if best is None:
        assert found == []
    else:
        assert (found[0]["best"], found[0]["low"], found[0]["high"]) == (best, str(low or ""), str(high or ""))


def test_a_number_that_nobody_said_is_not_put_where_one_is_asked_for(tmp_path: Path, telling) -> None:
    vague = telling("Coast Post", 24, None, number="dozens of")
    (row,) = table(ged, [vague], tmp_path).to_dict("records")
    assert (row["best"], row["low"], row["high"]) == ("", "24", "")
    assert row["deaths_by_source"] == "Coast Post: 24-? killed civilians, told as “dozens” (2031-04-03)"
    (row,) = table(acled, [vague], tmp_path).to_dict("records")
    assert row["fatalities"] == ""

    (row,) = table(ged, [telling("Coast Post", 24, None, number="at least 24")], tmp_path).to_dict("records")
    assert (row["best"], "told as" in row["deaths_by_source"]) == ("24", False)

    (row,) = table(ged, [vague, telling("Coast Post", 31, 31, published="2031-04-04")], tmp_path).to_dict("records")
    assert (row["best"], row["low"]) == ("31", "24")


@pytest.mark.parametrize("write", [acled, ged])
def test_rows_without_any_day_are_said(tmp_path: Path, telling, write) -> None:
    undated = telling("Coast Post", 14, 14, published=None)
    undated = undated.model_copy(update={"events": (undated.events[0].model_copy(update={"when": None}),)})
    material = Material((undated,))

    write.write(material, tmp_path / "out.csv")

    assert [one.partition(":")[0] for one in material.notices] == ["1 row has no day"]
    dated = Material((telling("Coast Post", 14, 14),))
    write.write(dated, tmp_path / "dated.csv")
    assert dated.notices == []


@pytest.mark.parametrize("status", ["planned", "demanded", "possible", "conditional", "denied"])
def test_what_nobody_says_has_happened_is_no_incident_of_those_datasets(tmp_path: Path, telling, status: str) -> None:
    reading = telling("Coast Post", 14, 14, status=status, speaker="Peak Monitor")
    assert len(table(acled, [reading], tmp_path)) == 0
    assert len(table(ged, [reading], tmp_path)) == 0
    (row,) = table(plover, [reading], tmp_path).to_dict("records")
    assert (row["Event Status"], row["Claim Status"]) == (status, status)


@pytest.mark.parametrize(
    ("hit", "mode", "kind", "sub", "violence"),
    [
        ("civilians", None, "Violence against civilians", "Attack", "3"),
        ("Valley Guard", None, "Battles", "Armed clash", "1"),
        ("Valley Guard", "heavy-weapons", "Explosions/Remote violence", "Shelling/artillery/missile attack", "1"),
        ("civilians", "abduct", "Violence against civilians", "Abduction/forced disappearance", "3"),
    ],
)
def test_kinds_follow_mode_and_sides(tmp_path: Path, telling, hit, mode, kind, sub, violence) -> None:
    reading = telling("Coast Post", 3, 3, hit=hit, mode=mode)
    (row,) = table(acled, [reading], tmp_path).to_dict("records")
    assert (row["event_type"], row["sub_event_type"]) == (kind, sub)
    (row,) = table(ged, [reading], tmp_path).to_dict("records")
    assert row["type_of_violence"] == violence


def test_ged_like_rows_have_ucdps_columns_first(tmp_path: Path, telling) -> None:
    found = table(ged, [telling("Coast Post", 3, 3)], tmp_path)
    assert list(found.columns[:3]) == ["id", "relid", "year"]
    assert len(ged.GED_COLUMNS) == 49
    row = found.iloc[0]
    assert row["coded_by"] == ged.NOTE
    assert row["geom_wkt"] == "POINT (40.5 35.5)"
    assert (row["where_prec"], row["date_prec"], row["event_clarity"]) == ("1", "1", "1")


def test_plover_like_rows_are_one_for_each_event_of_each_report(tmp_path: Path, material: Material) -> None:
    found = table(plover, material.readings, tmp_path)
    assert len(found) == sum(len(reading.events) for reading in material.by_report.values())
    assert list(found.columns[:9]) == [
        "Event ID", "Story ID", "Headline", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    ]  # fmt: skip
    assert found["Event ID"].is_unique
    for _, row in found.iterrows():
        text = material.by_report[row["Story ID"]].report.text
        start, end = map(int, row["Span"].split("-"))
        assert text[start:end] == row["Trigger"]
        assert row["Claim Status"]
        assert row["Source Chain"]
        assert row["Version"].startswith("sayso ")


@pytest.mark.parametrize(("killed", "last", "rows"), [(230_000, None, 0), (230_000, "2031-06-30", 0), (1_200, "2031-04-02", 1), (900, None, 1)])
def test_the_toll_of_a_whole_war_is_no_event(tmp_path: Path, telling, killed, last, rows) -> None:
    reading = telling("Coast Post", killed)
    when = Interval(earliest="2031-04-02", latest=last) if last else None
    reading = reading.model_copy(update={"events": (reading.events[0].model_copy(update={"when": when}),)})
    assert len(table(ged, [reading], tmp_path)) == len(table(acled, [reading], tmp_path)) == rows
    assert len(table(plover, [reading], tmp_path)) == 1


def _with_a_denial_beside(reading: Reading, place: str | None) -> Reading:
    """The reading, in which the army denies something of its own that no rule ties to the strike."""
    text = reading.report.text
    planes = (text.index("Arnholt"), text.index("Arnholt") + 7)
    denied = Statement(id="S9", content=(planes,), kind="indirect", stance="deny", speaker="P1")
    event = Event(id="E9", type="ASSAULT", mode="heavy-weapons", trigger=planes, actors=("P1",), status="denied", according_to="S9", place=place)
    elsewhere = Place(id="L9", name="Bremfeld", kind="town", country="SY", lat=33.0, lon=36.0)
    return reading.model_copy(
        update={"statements": (denied,), "events": (*reading.events, event), "places": (*reading.places, elsewhere)},
    )


@pytest.mark.parametrize(("place", "fatalities"), [(None, ""), ("L1", ""), ("L9", "14")])
def test_fatalities_are_empty_where_the_same_report_has_a_denial_that_may_be_of_them(tmp_path: Path, telling, place, fatalities) -> None:
    rows = table(acled, [_with_a_denial_beside(telling("Coast Post", 14, 14), place)], tmp_path).to_dict("records")
    assert next(row["fatalities"] for row in rows if row["sub_event_type"] == "Air/drone strike") == fatalities


@pytest.mark.parametrize(("who", "sub"), [("P1", "Non-violent transfer of territory"), ("P2", "Other")])
def test_only_the_armed_hand_over_territory_when_they_leave(tmp_path: Path, telling, who, sub) -> None:
    reading = telling("Coast Post")
    event = reading.events[0].model_copy(update={"type": "RETREAT", "mode": "withdraw", "actors": (who,), "recipients": ()})
    (row,) = table(acled, [reading.model_copy(update={"events": (event,)})], tmp_path).to_dict("records")
    assert row["sub_event_type"] == sub


@pytest.mark.parametrize(("text", "sub"), [
    ("The army retook the town of Mocha from the rebels on Monday.", "Government regains territory"),
    ("Rebels captured Mocha in Yemen on Monday.", "Non-state actor overtakes territory"),
    ("Rebels attacked an army post in Mocha in Yemen on Monday.", "Armed clash"),
    ("The army denied that rebels had captured Mocha on Monday.", None),
])  # fmt: skip
def test_ground_that_changes_hands_is_one_of_acleds_battles(tmp_path: Path, reader: Reader, text: str, sub: str | None) -> None:
    reading = reader.read(from_row({"text": text, "published": "2031-04-04", "outlet": "Coast Post"}))
    assert list(table(acled, [reading], tmp_path)["sub_event_type"]) == ([sub] if sub else [])


@pytest.mark.parametrize(("text", "agreed"), [
    ("The army and the rebels agreed on a truce in Mocha on Monday.", True),
    ("The government and the rebels signed a ceasefire on Monday.", True),
    ("The rebels offered to free 12 soldiers if the army opened the road.", False),
    ("The rebels promised the army a truce.", False),
    ("The rebels demanded that the army leave Mocha before any truce.", False),
    ("The envoy met delegates of both sides in Aden and gave them until Friday to sign a ceasefire.", False),
    ("The army and the rebels agreed to meet again on 12 April.", False),
])  # fmt: skip
def test_an_agreement_is_one_that_somebody_made(tmp_path: Path, reader: Reader, text: str, agreed: bool) -> None:
    reading = reader.read(from_row({"text": text, "published": "2031-04-04", "outlet": "Coast Post"}))
    assert ("Agreement" in list(table(acled, [reading], tmp_path)["sub_event_type"])) == agreed
