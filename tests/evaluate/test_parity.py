"""Each measure against the scorer that its benchmark was published to us with, on the same answers: the first reports of each set.

Needs the development data: SAYSO_DATA names the folder that holds `data` and `scorers`. What always runs are the small answers of
test_layers.py and test_evaluate.py, whose scores were worked out by hand.
"""

import importlib
import json
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from sayso.evaluate import benchmark
from sayso.evaluate.counting import Scores
from sayso.evaluate.rows import reports_of
from sayso.reading.pipeline import Reader
from sayso.reading.relate import Relater
from sayso.situation import situate

SHARED = Path(os.environ.get("SAYSO_DATA", "/nowhere"))
pytestmark = [pytest.mark.data, pytest.mark.skipif(not (SHARED / "scorers").is_dir(), reason="SAYSO_DATA names no folder with scorers")]
Figure = Callable[[Scores], float]


def f1(name: str) -> Figure:
    return lambda scores: scores.counts[name].f1


def recall(name: str) -> Figure:
    return lambda scores: scores.counts[name].recall


def share(name: str) -> Figure:
    return lambda scores: scores.shares[name].accuracy


def note(*start: str) -> Figure:
    """The number behind these words of a note."""

    def found(scores: Scores) -> float:
        (line,) = (line for line in scores.notes if line.startswith(start[0]))
        return float(line.partition(start[-1])[2].split()[0].strip(","))

    return found


SETS: dict[str, tuple[str, int, dict[str, Figure]]] = {
    "plv_dev": ("relations", 40, {"root_macro_f1": note("root", "macro F1"), "quad_macro_f1": note("quad", "macro F1")}),
    "petrarch": ("events", 197, {"root_F1": f1("root"), "false_alarm": share("false alarm, of sentences without an event")}),
    "neutral": ("events", 60, {"false_alarm": share("false alarm, of sentences without an event"),
                               "quad_found": share("an event of the right class, of sentences with one")}),
    "muc4_dev": ("attacks", 12, {"ceaf_ree_micro4_F1": f1("all four roles"), "any_mention_micro4_F1": f1("all four roles, any mention")}),
    "polnear_dev": ("statements", 8, {f"{view}_{theirs}_F": f1(f"{view} {ours}") for view in ("all", "speech", "quoted")
                                      for theirs, ours in (("ov80", "content"), ("e2e", "+speaker"))}),
    "gum_dev": ("statements", 4, {"entity_recall": share("all entity right, of all gold"), "speech_e2e_F": f1("speech +speaker")}),
    "timebank": ("times", 12, {"strict_F1": f1("strict"), "relaxed_F1": f1("relaxed"), "value_F1": f1("value")}),
    "wikiwars_dev": ("times", 1, {"strict_F1": f1("strict"), "relaxed_F1": f1("relaxed"), "value_F1": f1("value")}),
    "trnews": ("places", 6, {"recognition_R": recall("recognition"), "right_place_of_gold": share("right place, of all gold with a point")}),
    "re3d_dev": ("names", 10, {"names_F1": f1("names"), "parties_F1": f1("parties"), "places_F1": f1("places"), "untyped_F1": f1("either kind")}),
    "uw_dev": ("status", 80, {"macro_F1": note("macro F1", "macro F1"), "other_F1": f1("other"), "happened_F1": f1("happened"),
                              "coverage": share("an event was made for it, of all targets")}),
    "gvc_dev": ("incidents", 8, {"reports_conll": note("reports CoNLL", "CoNLL:"), "mentions_conll": note("mentions CoNLL", "CoNLL:"),
                                 "mentions_covered": share("an event was made for it, of all mentions")}),
}  # fmt: skip


@cache
def scorers() -> ModuleType:
    """The published measures."""
    sys.path.insert(0, str(SHARED / "scorers"))
    return importlib.import_module("measure")


@pytest.mark.parametrize("name", SETS)
def test_the_same_figure(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    theirs = scorers()
    rows = theirs.load(name, SETS[name][1])
    readings = list(reader.read_many(reports_of(rows))) if "text" in rows[0] else []
    as_read = [theirs.product.completed(json.loads(one.to_json())) for one in readings]
    found = json.loads(situate(readings).to_json()) if "mentions" in rows[0] else {}
    ids = {one.report.id: row["id"] for one, row in zip(readings, rows, strict=True)} if readings else {}

    def related(*_: Any, **__: Any) -> SimpleNamespace:
        return SimpleNamespace(lines=list(Relater(reader).relate_many(rows)), seconds=0.0, status=0)

    monkeypatch.setattr(theirs.product, "read", lambda _: (as_read, {}))
    monkeypatch.setattr(theirs.product, "run", related)
    monkeypatch.setattr(theirs.product, "complain", lambda *_: None)
    monkeypatch.setattr(theirs, "situation", lambda _: (as_read, found, ids, {}))
    wanted = theirs.SETS[name](SETS[name][1])

    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    scores = benchmark(SETS[name][0])(reader, tmp_path / "rows.jsonl")
    for metric, figure in SETS[name][2].items():
        assert 100 * figure(scores) == pytest.approx(wanted[metric], abs=0.11), metric


def test_whole_readings(reader: Reader, tmp_path: Path) -> None:
    import subprocess

    from sayso.evaluate.readings import _input, finished, gold_readings
    from sayso.evaluate.readings import compare as compare_readings

    folder = SHARED / "data" / "gold_dev"
    gold = gold_readings(folder / "gold")[-4:]
    scores = Scores()
    lines = []
    for (_name, one), reading in zip(gold, reader.read_many(_input(folder / "gold", name, one.report) for name, one in gold), strict=True):
        compare_readings(one, reading, scores)
        lines.append(reading.to_json() + "\n")
    finished(scores)
    (tmp_path / "found.jsonl").write_text("".join(lines), encoding="utf-8")
    names = ",".join(name for name, _ in gold)
    command = [sys.executable, folder / "score.py", folder / "gold", tmp_path / "found.jsonl", "--json", "--only", names]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)["prf"]
    same = {name.replace("statements + speaker", "statements +speaker"): row for name, row in theirs.items()}
    shared = sorted(scores.counts.keys() & same.keys())
    assert len(shared) > 25
    for name in shared:
        assert scores.counts[name].f1 == pytest.approx(same[name]["F1"], abs=0.0011), name
