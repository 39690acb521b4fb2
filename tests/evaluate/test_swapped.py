"""The sides change names, and the facts with them."""

import json
from pathlib import Path

from sayso.evaluate.swapped import exchanged, in_one_spelling, measure
from sayso.reading.pipeline import Reader


def test_names_change_places_and_back() -> None:
    text = "Russian jets struck the FSA; Moscow denied it, Turkey did not. Russia's army stays."
    assert exchanged(text) == "Turkish jets struck the SDF; Ankara denied it, Russia did not. Turkey's army stays."
    assert exchanged(exchanged(text)) == text


def test_a_plain_report_gives_its_mirror_image(reader: Reader, tmp_path: Path) -> None:
    row = {"text": "Russia shelled a village on Monday, killing two people. Turkey condemned the attack.", "published": "2020-01-08"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n" + json.dumps({"text": "Nobody was there."}) + "\n")
    scores = measure(reader, tmp_path)
    assert scores.documents == 1
    assert scores.counts["events"].gold >= 2
    assert scores.counts["events"].f1 == 1.0


def test_a_name_in_another_spelling_goes_with_its_side() -> None:
    assert exchanged(in_one_spelling("Hizballah and Hizbollah met the Syrian Democratic Force")) == "Hamas and Hamas met the Free Syrian Army"
