"""The Python face: readings, frames, the spaCy component."""

from pathlib import Path

import pandas as pd
import pytest
import spacy

import sayso
import sayso.component
from sayso.casefile import Casefile

TEXT = "ARNHOLT (Coast Post) – The Lowland Army shelled the town of Arnholt on Monday, killing four people, a doctor said."


def test_a_text_is_read_in_one_call() -> None:
    reading = sayso.read(TEXT, published="2031-04-02", outlet="Coast Post")
    assert reading.report.text == TEXT
    assert reading.report.published == "2031-04-02"
    assert "ASSAULT" in {event.type for event in reading.events}


def test_a_file_that_cannot_be_read_is_an_error_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=r"empty\.txt: is empty"):
        sayso.read(tmp_path / "empty.txt")


@pytest.mark.parametrize("layer", ["reports", "parties", "events", "statements"])
def test_any_layer_is_a_frame(layer: str) -> None:
    reading = sayso.read(TEXT, published="2031-04-02")
    frame = sayso.to_frame([reading], layer)
    assert isinstance(frame, pd.DataFrame)
    assert len(frame) == (1 if layer == "reports" else len(getattr(reading, layer)))
    assert sayso.to_frame(reading, layer).equals(frame)


def test_a_situations_layers_are_frames_too() -> None:
    situation = sayso.situate([sayso.read(TEXT, published="2031-04-02")])
    assert list(sayso.to_frame(situation, "incidents")["id"]) == [one.id for one in situation.incidents]


def test_a_casefile_is_a_frame(tmp_path: Path) -> None:
    from sayso.intake import Known, take

    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    (taken,) = take([tmp_path / "report.txt"], Known(published="2031-04-02"))
    with Casefile.open(tmp_path / "case.sayso", create=True) as case:
        case.add(taken, sayso.read(tmp_path / "report.txt", published="2031-04-02"))
        assert list(sayso.to_frame(case, "reports")["published"]) == ["2031-04-02"]


def test_a_layer_that_there_is_not_is_named() -> None:
    with pytest.raises(ValueError, match="a Reading has no layer 'weather'; it has reports, parties"):
        sayso.to_frame(sayso.read(TEXT), "weather")
    with pytest.raises(ValueError, match="a Situation has no layer 'as_of'"):
        sayso.to_frame(sayso.situate([]), "as_of")


def test_polars_takes_the_same_table() -> None:
    pytest.importorskip("polars", reason="polars is not installed")
    frame = sayso.to_frame(sayso.read(TEXT, published="2031-04-02"), "events", "polars")
    assert "ASSAULT" in frame["type"].to_list()


def test_spacy_has_it_as_a_component() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso", config={"published": "2031-04-02"})
    doc = nlp(TEXT)
    assert doc._.sayso == sayso.read(TEXT, published="2031-04-02")
    assert "ASSAULT" in {span.label_ for span in doc.spans[sayso.component.SPANS]}
    assert nlp(" ")._.sayso is None
