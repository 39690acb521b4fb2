"""Places marked in articles: LGL's XML (TR-News too) and GeoVirus's.

Both are `articles` of `article` with a `text`. LGL's have `toponyms/toponym` with `start`, `end`, `phrase` and `gaztag` (its attribute
`geonameid`, in it `lat` and `lon`); GeoVirus's have `locations/location` with `start`, `end`, `name`, `lat` and `lon`.
"""

from pathlib import Path
from typing import Any

from sayso.evaluate.originals.markup import strict

_NEAR = 200
"""So many characters from where it should be a name is looked for: some offsets of both sets are shifted."""


def rows(path: Path) -> list[dict[str, Any]]:
    """A row with `text` and `toponyms` for each article. A name whose words do not stand at its offsets is put where they stand next to
    them; one whose words stand nowhere near is left out. Raises ValueError, naming the file, where it holds no articles."""
    articles = strict(path, "XML of articles with places").findall(".//article")
    if not articles:
        raise ValueError(f"{path} is no XML of articles with places: it has no article")
    return [_row(article, number) for number, article in enumerate(articles)]


def _row(article: Any, number: int) -> dict[str, Any]:
    text = article.findtext("text") or ""
    marked = [_toponym(one, text) for one in (*article.findall("toponyms/toponym"), *article.findall("locations/location"))]
    row = {"id": article.get("docid") or str(number), "text": text, "toponyms": [one for one in marked if one is not None]}
    title, url = article.findtext("title"), article.get("source")
    return {**row, **({"title": title} if title else {}), **({"url": url} if url else {})}


def _toponym(one: Any, text: str) -> dict[str, Any] | None:
    name = (one.findtext("phrase") or one.findtext("name") or "").strip()
    start = _placed(text, name, _number(one.findtext("start")))
    if start is None:
        return None
    tag = one.find("gaztag") if one.find("gaztag") is not None else one
    lat, lon = (_number(tag.findtext(field)) for field in ("lat", "lon"))
    point = {"lat": lat, "lon": lon} if lat is not None and lon is not None else {"lat": None, "lon": None}
    return {"start": start, "end": start + len(name), "name": name, **point, "geonameid": tag.get("geonameid")}


def _placed(text: str, name: str, start: float | None) -> int | None:
    """Where the name stands: at `start`, or as near to it as it does."""
    if not name or start is None or start < 0:
        return None
    at = int(start)
    if text.startswith(name, at):
        return at
    after = text.find(name, at, at + _NEAR + len(name))
    before = text.rfind(name, max(0, at - _NEAR), at + len(name))
    return min((place for place in (after, before) if place >= 0), key=lambda place: abs(place - at), default=None)


def _number(words: str | None) -> float | None:
    try:
        return float(words or "")
    except ValueError:
        return None
