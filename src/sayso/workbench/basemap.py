"""The countries of the world as outlines: Natural Earth 1:50m, public domain, as packed by the npm package world-atlas.

A line on this map judges no claim to territory: Natural Earth draws borders as they are held.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data" / "countries-50m.json.gz"

Ring = list[tuple[float, float]]
"""Longitude and latitude of each corner, in degrees."""
Box = tuple[float, float, float, float]
"""West, south, east, north, in degrees."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country's name and its outlines, each with the box around it."""

    name: str
    rings: tuple[tuple[Box, Ring], ...]


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """All countries, in the order of the data."""
    atlas = json.loads(gzip.decompress(DATA.read_bytes()))
    arcs = [_unpacked(arc, atlas["transform"]) for arc in atlas["arcs"]]
    return tuple(Country(one["properties"]["name"], tuple(_rings(one, arcs))) for one in atlas["objects"]["countries"]["geometries"])


def outlines(box: Box) -> Iterator[tuple[str, Ring]]:
    """The outlines that touch a box, with the country's name; what lies far outside is drawn in to the edge of a wider box."""
    west, south, east, north = box
    wide, high = east - west, north - south
    for country in countries():
        for (w, s, e, n), ring in country.rings:
            if w <= east and e >= west and s <= north and n >= south:
                yield country.name, _drawn_in(ring, (west - wide, south - high, east + wide, north + high))


def _unpacked(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """TopoJSON keeps the first corner and then the steps, as whole numbers."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    found = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        found.append((x * kx + dx, y * ky + dy))
    return found


def _rings(geometry: dict[str, Any], arcs: list[Ring]) -> Iterator[tuple[Box, Ring]]:
    polygons = {"Polygon": [geometry.get("arcs", [])], "MultiPolygon": geometry.get("arcs", [])}.get(geometry["type"], [])
    for polygon in polygons:
        for numbers in polygon:
            ring: Ring = []
            for number in numbers:
                ring += arcs[number] if number >= 0 else arcs[~number][::-1]
            ring = _unwrapped(ring)
            xs, ys = [x for x, _ in ring], [y for _, y in ring]
            yield (min(xs), min(ys), max(xs), max(ys)), ring


def _unwrapped(ring: Ring) -> Ring:
    """An outline that crosses the 180th meridian goes on past it and does not jump to the other end of the map."""
    turns, found = 0, ring[:1]
    for (before, _), (x, y) in pairwise(ring):
        turns += (x - before < -180) - (x - before > 180)
        found.append((x + 360 * turns, y))
    return found


def _drawn_in(ring: Ring, box: Box) -> Ring:
    west, south, east, north = box
    found: Ring = []
    for x, y in ring:
        point = (min(max(x, west), east), min(max(y, south), north))
        if not found or point != found[-1]:
            found.append(point)
    return found
