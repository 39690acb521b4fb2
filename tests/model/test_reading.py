"""A Reading is checked whole when it is made, and goes to JSON and back without loss."""

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sayso.model import (
    Correction,
    Event,
    Forecast,
    Interval,
    Move,
    Part,
    Party,
    Quoted,
    ReaderVersion,
    Reading,
    Report,
    Statement,
    Time,
)
from sayso.model.schema import json_schema

TEXT = "The Northern Front said on Monday 😀 that it had left Darwan."
VERSION = ReaderVersion(version="1", model="m", lexicon="l")


def reading(**layers: object) -> Reading:
    return Reading(reader=VERSION, report=Report(id="r1", text=TEXT), **layers)  # type: ignore[arg-type]


def full() -> Reading:
    return reading(
        parties=(Party(id="P1", name="Northern Front", kind="armed_group", mentions=((0, 18),)),),
        times=(Time(id="T1", span=(27, 33), text="Monday", type="DATE", value="2024-03-11"),),
        statements=(Statement(id="S1", content=((41, 59),), kind="indirect", speaker="P1", cue=(19, 23)),),
        events=(Event(id="E1", type="RETREAT", mode="withdraw", trigger=(48, 52), actors=("P1",), according_to="S1"),),
        moves=(Move(id="M1", kind="implement", from_=("P1",), span=(41, 59)),),
        forecasts=(Forecast(id="W1", span=(41, 59), what="they leave", by="P1"),),
    )


def test_offsets_count_code_points_not_bytes() -> None:
    one = full()
    assert one.words(one.statements[0].content[0]) == "it had left Darwan"


def test_json_round_trip_loses_nothing() -> None:
    assert Reading.model_validate_json(full().to_json()) == full()


def test_json_has_the_contracts_names() -> None:
    row = json.loads(full().to_json())
    assert row["moves"][0]["from"] == ["P1"]
    assert row["forecasts"][0]["by"] == "P1"
    assert row["events"][0]["trigger"] == [48, 52]


def test_json_is_valid_against_the_published_schema() -> None:
    jsonschema.validate(json.loads(full().to_json()), json_schema())


def test_the_schema_refuses_what_the_contract_does_not_have() -> None:
    row = json.loads(full().to_json())
    row["events"][0]["type"] = "WAR"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(row, json_schema())


def test_a_span_past_the_text_is_an_error() -> None:
    with pytest.raises(ValidationError, match="runs past the text"):
        reading(events=(Event(id="E1", type="ASSAULT", trigger=(50, 5000)),))


def test_a_time_whose_words_are_elsewhere_is_an_error_and_is_not_searched_for() -> None:
    with pytest.raises(ValidationError, match="other words"):
        reading(times=(Time(id="T1", span=(0, 6), text="Monday", type="DATE", value="2024-03-11"),))


def test_a_reference_to_nobody_is_an_error() -> None:
    with pytest.raises(ValidationError, match="'P9'"):
        reading(statements=(Statement(id="S1", content=((0, 5),), kind="indirect", speaker="P9"),))


def test_a_part_past_the_text_is_an_error() -> None:
    with pytest.raises(ValidationError, match="headline"):
        Reading(reader=VERSION, report=Report(id="r", text="short", parts=(Part(kind="headline", span=(0, 50)),)))


@pytest.mark.parametrize("span", [(5, 5), (6, 5), (-1, 4)])
def test_a_span_is_not_empty_and_not_backwards(span: tuple[int, int]) -> None:
    with pytest.raises(ValidationError):
        Event(id="E1", type="ASSAULT", trigger=span)


def test_an_interval_is_in_order() -> None:
    with pytest.raises(ValidationError, match="comes after"):
        Interval(earliest="2024-03-12", latest="2024-03-11")


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(ValidationError):
        Party(id="P1", name="x", kind="person", weight=3)  # type: ignore[call-arg]


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_quoted_words_hold_only_where_the_text_has_them(text: str, a: int, b: int) -> None:
    start, end = min(a, b), max(a, b) + 1
    quoted = Quoted(span=(start, end), words="these words")
    if text[start:end] == "these words":
        quoted.check(text)
    else:
        with pytest.raises(ValueError, match="these words"):
            quoted.check(text)


def correction(**values: object) -> Correction:
    base = {"id": "c1", "report": "r1", "layer": "events", "who": "ana", "when": "2024-03-14T09:00:00"}
    return Correction(**base, **values)  # type: ignore[arg-type]


def test_a_correction_says_what_it_is_about() -> None:
    assert correction(action="confirm", fact="E1").fact == "E1"
    with pytest.raises(ValidationError, match="after"):
        correction(action="edit", fact="E1")
    with pytest.raises(ValidationError, match="quoted"):
        correction(action="add", after={"type": "ASSAULT"})
    with pytest.raises(ValidationError, match="others"):
        correction(action="merge", fact="P1")
    with pytest.raises(ValidationError, match="fact"):
        correction(action="reject")
