"""A place: what is told of it, who is said to hold it since when, who acts there, and the names it goes by in the reports."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from sayso.casefile import Casefile
from sayso.export.countries import countries as country_codes
from sayso.model import Reading
from sayso.model.situation import Site
from sayso.view import harmless, plain
from sayso.workbench.board import Board
from sayso.workbench.filters import Question
from sayso.workbench.rows import GroundLine, IncidentRow, ground_line, incident_row

_SHOWN = 8
_GROUND = 20
_COMMON = 400
_READ = 8
"""So many reports are looked at for the names of a place."""


@dataclass(frozen=True, slots=True)
class PlacePage:
    """All that the page shows; each list with its total. `names` are what the reports call it, each with a fact to correct and its address."""

    id: str
    name: str
    kind: str
    country: str
    point: str
    incidents: tuple[IncidentRow, ...]
    tells: int
    address: str
    parties: tuple[tuple[str, str, int], ...]
    ground: tuple[GroundLine, ...]
    held: int
    near: tuple[tuple[str, str, int], ...]
    names: tuple[tuple[str, str, str], ...]


def place_page(board: Board, site: Site, casefile: Casefile) -> PlacePage:
    """Prepare the page of a place that the board knows."""
    told = board.having("place", site.id)
    acting = Counter(party for one in told for party in {*one.parties.actors, *one.parties.recipients})
    held = sorted(board.ground_of.get(site.id, ()), key=lambda one: (one.when.latest or "" if one.when else "", one.report), reverse=True)
    reports = list(dict.fromkeys([*(one.report for one in held), *(claim.report for one in told for claim in one.claims)]))
    names = [one for reading in casefile.readings(reports[:_READ]) for one in _names(reading, site)]
    return PlacePage(
        id=site.id, name=harmless(site.name), kind=plain(site.kind), country=_country(site),
        point=_point(site),
        incidents=tuple(incident_row(board, one) for one in told[:_SHOWN]), tells=len(told), address=Question(place=site.id).address(),
        parties=tuple((party, board.party(party), count) for party, count in sorted(acting.items(), key=lambda x: (-x[1], x[0]))[:_GROUND]),
        ground=tuple(ground_line(board, one) for one in held[:_GROUND]), held=len(held), near=tuple(_near(board, site)),
        names=tuple({name: (name, report, address) for name, report, address in reversed(names)}.values()),
    )  # fmt: skip


def _country(site: Site) -> str:
    known = country_codes().get(site.country or "")
    return known.name if known else site.country or ""


def _point(site: Site) -> str:
    if site.lat is None or site.lon is None:
        return ""
    wide = site.kind in ("country", "province", "district", "area", "river")
    return f"its middle at {site.lat:.1f}, {site.lon:.1f}" if wide else f"at {site.lat:.3f}, {site.lon:.3f}"


def _names(reading: Reading, site: Site) -> list[tuple[str, str, str]]:
    """The words by which a report means this place."""
    return [
        (harmless(reading.words(span)), reading.report.id, f"/report/{reading.report.id}?layer=places&fact={place.id}#w-{place.id}")
        for place in reading.places if site.id == place.gazetteer or (place.name, place.country) == (site.name, site.country)
        for span in place.mentions
    ]  # fmt: skip


def _near(board: Board, site: Site) -> list[tuple[str, str, int]]:
    """The other places of the same country among those of which most is told."""
    columns = board.columns
    told = columns.facets["place"].commonest(np.ones(columns.size, dtype=bool), _COMMON)
    there = [(place, count) for place, count in told if place != site.id and site.country and board.sites[place].country == site.country]
    return [(place, board.place(place), count) for place, count in there[:_SHOWN]]
