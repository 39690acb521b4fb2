"""Measure the reader on benchmarks. Each benchmark is one module here with `measure(reader, folder) -> Scores`."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.evaluate.counting import Scores

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

BENCHMARKS: dict[str, str] = {
    "readings": "whole gold Readings: a folder of *.json in the contract's form (and inputs.jsonl, if it is there)",
    "statements": "quotations with speakers: JSON Lines with text and quotes (content, cue, speaker), as PolNeAR and GUM, or brat's files (*.ann)",
    "times": "time expressions: JSON Lines with text, published and timexes (start, end, type, value), or TimeML, TIMEX2 or MEANTIME's files",
    "places": "places: JSON Lines with text and toponyms (start, end, lat, lon, geonameid), or the XML of TR-News, LGL and GeoVirus",
    "spellings": "spellings of places: a TSV with place, country, lat, lon and spelling",
    "situation": "what holds across reports: campaigns, each a folder with reports and gold.json, as in samples/campaigns",
    "relations": "the event between two parties: JSON Lines with sentence, source, target, root and quad, as PLV",
    "events": "events of single sentences: JSON Lines with text and events ([source, target, CAMEO or WEIS code]), as PETRARCH's, or quad (0: none)",
    "marked": "our own sentences: lines whose events are marked, as in training/events; of a folder the files *_holdout.txt",
    "moves": "our own passages: lines whose moves of talks are marked, as in training/talks; of a folder the files *_holdout.txt",
    "attacks": "who attacked whom: JSON Lines with text and roles (PerpInd, PerpOrg, Target, Victim), as MUC-4, or GRIT's files of it",
    "status": "whether it happened: JSON Lines with text and targets (start, end, label from -3 to 3), as UW factuality",
    "names": "parties and places: JSON Lines with text and names (start, end, kind: party or place), or re3d's documents.json and entities.json",
    "incidents": "one incident across reports: JSON Lines with text, incident and mentions (start, end, chain), as GVC, or ECB+'s files",
    "disputes": "who contradicts whom: JSON Lines with reports (outlet, published, text) and disputes (kinds, sides), as samples/disputes",
    "timelines": "the days that matter: topics, each a folder with articles.jsonl and timelines.jsonl, as Timeline17",
    "swapped": "whether the reading mirrors when two sides change names: JSON Lines with text, no gold",
}
"""Each benchmark that there is, and what its folder or file holds."""

Measure = Callable[["Reader", Path], Scores]


def benchmark(name: str) -> Measure:
    """The measure of a benchmark; KeyError for a name not in BENCHMARKS."""
    if name not in BENCHMARKS:
        raise KeyError(name)
    measure: Measure = importlib.import_module(f"sayso.evaluate.{name}").measure
    return measure


__all__ = ["BENCHMARKS", "Scores", "benchmark"]
