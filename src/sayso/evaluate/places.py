"""Places as geoparsing counts them: names found (any overlap, one to one) and the right place within 161 km, end to end."""

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.evaluate.counting import Scores, overlap
from sayso.evaluate.rows import measured
from sayso.evaluate.sameness import great_circle
from sayso.model import Place, Reading
from sayso.reading.names.knowledge import knowledge
from sayso.reading.names.phrases import fold

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

NEAR_KM = 161
COUNTRY_KM = 1500
"""How far a country's point may lie: middles of countries differ between gazetteers."""


def measure(reader: "Reader", path: Path) -> Scores:
    """Read the texts of JSON Lines with `toponyms` (start, end, lat, lon, geonameid) and compare."""
    known = knowledge(reader.lexicon)
    nations = frozenset({*known.adjectives, *known.peoples})
    return measured(reader, path, "toponyms", partial(compare, nations=nations))


def compare(row: dict[str, Any], reading: Reading, scores: Scores, nations: frozenset[str] = frozenset()) -> None:
    """Add one document to the scores. Words in `nations` ("syrian"), which some sets mark as places, are left out of a second count."""
    gold, row_id = row["toponyms"], row["id"]
    found = sorted(((tuple(m), p) for p in reading.places for m in p.mentions), key=lambda x: x[0])
    used: set[int] = set()
    matched = right = names = names_found = 0
    for toponym in gold:
        span = (toponym["start"], toponym["end"])
        hit = next((j for j, (other, _) in enumerate(found) if j not in used and overlap(other, span)), None)
        if hit is not None:
            used.add(hit)
            matched += 1
        named = fold(reading.report.text[slice(*span)]) not in nations
        names, names_found = names + named, names_found + (named and hit is not None)
        if hit is None:
            scores.wrong("missed", row_id, reading.report.text, span)
        if toponym["lat"] is not None:
            is_right = hit is not None and right_place(found[hit][1], toponym)
            right += is_right
            scores.share("right place, of all gold with a point", is_right)
            if named:
                scores.share("right place, nationality words left out", is_right)
            if hit is not None:
                scores.sure("places: right place, of found ones", found[hit][1].confidence, is_right)
            if hit is not None and not is_right:
                scores.wrong("another place", row_id, reading.report.text, span)
    for j, (other, _) in enumerate(found):
        if j not in used:
            scores.wrong("not there", row_id, reading.report.text, other)
    scores.count("recognition", matched, len(gold), len(found))
    scores.share_of("recognition recall, nationality words left out", names_found, names)


def right_place(place: Place, gold: dict[str, Any]) -> bool:
    """Within 161 km, or the same GeoNames entry."""
    if place.lat is None or place.lon is None:
        return False
    if gold.get("geonameid") and re.findall(r"\d+", place.gazetteer or "")[-1:] == [str(gold["geonameid"])]:
        return True
    return great_circle(place.lat, place.lon, gold["lat"], gold["lon"]) <= (COUNTRY_KM if place.kind == "country" else NEAR_KM)
