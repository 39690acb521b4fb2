"""Spellings of conflict places: whether the gazetteer finds the place, whether it comes first, and what the reader makes of it in a sentence."""

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.evaluate.counting import Scores, overlap
from sayso.evaluate.rows import reports_of
from sayso.evaluate.sameness import great_circle
from sayso.lexicon.party_rows import CountryRow

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

NEAR_KM = 25
_SENTENCE = "Shells fell on {} in {} on Monday, residents said."


def measure(reader: "Reader", path: Path) -> Scores:
    """Look up the spellings of a TSV with place, country (ISO alpha-2), lat, lon and spelling; the country is known each time."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    if not rows or not {"country", "lat", "lon", "spelling"} <= rows[0].keys():
        raise ValueError(f"{path} is no table of spellings: it needs the columns country, lat, lon and spelling")
    names = {row.iso: row.name for row in reader.lexicon.rows(CountryRow)}
    scores = Scores(documents=len(rows))
    texts = [_SENTENCE.format(row["spelling"], names.get(row["country"], row["country"])) for row in rows]
    for row, reading in zip(rows, reader.read_many(reports_of([{"text": text} for text in texts])), strict=True):
        in_country = [p for p in reader.lexicon.gazetteer.candidates(row["spelling"], frozenset({row["country"]})) if p.country == row["country"]]
        near = [_near(p.lat, p.lon, row) for p in in_country]
        scores.share("found among the places of its country", any(near))
        scores.share("the first of them", bool(near) and near[0])
        span = (len("Shells fell on "), len("Shells fell on ") + len(row["spelling"]))
        chosen = [p for p in reading.places if any(overlap(m, span) for m in p.mentions)]
        right = any(_near(p.lat, p.lon, row) for p in chosen)
        scores.share("chosen in a sentence that names the country", right)
        if not right:
            scores.wrong("another place" if chosen else "missed", row["place"], reading.report.text, span)
    return scores


def _near(lat: float | None, lon: float | None, row: dict[str, str]) -> bool:
    return lat is not None and lon is not None and great_circle(lat, lon, float(row["lat"]), float(row["lon"])) <= NEAR_KM
