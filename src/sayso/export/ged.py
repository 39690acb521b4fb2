"""UCDP-GED-like CSV: the columns of UCDP's Georeferenced Event Dataset, one row for each incident with deaths. It is sayso's coding, not UCDP's."""

from pathlib import Path

from sayso.export.cells import Cell, joined
from sayso.export.geography import EXACT, where
from sayso.export.incidents import IncidentRow, days, incident_rows, noting_undated
from sayso.export.material import Material
from sayso.export.rows import origins_of
from sayso.export.table import write_table
from sayso.model.codes import FIGHTERS, POWERS

GED_COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name",
    "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
    "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id",
    "region", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
OUR_COLUMNS = (
    "coded_by", "claim_status", "origins_for", "origins_against", "unnamed_sources", "origins", "deaths_disputed", "deaths_by_source",
    "date_basis", "plover_type", "plover_mode", "code", "events", "report", "span", "source_chain", "reader",
)  # fmt: skip
COLUMNS = (*GED_COLUMNS, *OUR_COLUMNS)
NOTE = "sayso, GED-like; not UCDP data"


def write(material: Material, out: Path) -> int:
    """Write the assaults in which a report tells of deaths, without the tolls of whole wars. Gives how many."""
    rows = (row for row in incident_rows(material) if row.incident.type == "ASSAULT" and row.deaths.said and not row.sums_up)
    return write_table(out, COLUMNS, map(_cells, noting_undated(rows, material)), raw=material.raw)


def _cells(row: IncidentRow) -> list[Cell]:
    incident, first, deaths = row.incident, row.told[0], row.deaths
    when, basis = row.when
    start, end = ((when.earliest or when.latest or "")[:10], (when.latest or when.earliest or "")[:10]) if when else ("", "")
    site = row.site
    here = where(row.material.lexicon, site.id, site.name, site.kind, site.country) if site else None
    country = here.country if here else None
    side_a, side_b = joined(actor.name for actor in row.actors), joined(actor.name for actor in row.recipients)
    point = site is not None and site.lat is not None
    report, outlets = first.reading.report, dict.fromkeys(one.reading.report.outlet or "" for one in row.events)
    cells: dict[str, Cell] = {
        "id": incident.id, "relid": incident.id, "year": start[:4], "code_status": "uncorrected reading", "type_of_violence": _violence(row),
        "dyad_name": f"{side_a} - {side_b}" if side_a and side_b else "", "side_a": side_a, "side_b": side_b,
        "number_of_sources": incident.origins_for,
        "source_article": joined(dict.fromkeys(one.reading.report.title or one.reading.report.id[:12] for one in row.events)),
        "source_office": joined(filter(None, outlets)), "source_date": report.published or "", "source_headline": report.title or "",
        "source_original": origins_of(row.material, incident), "where_prec": _where_prec(row),
        "where_coordinates": site.name if site and point else "",
        "where_description": f"{site.name}: “{first.words}”" if site else f"“{first.words}”", "adm_1": here.province if here else "",
        "latitude": site.lat if site else None, "longitude": site.lon if site else None,
        "geom_wkt": f"POINT ({site.lon} {site.lat})" if site and point else "", "country": country.name if country else "",
        "region": country.region if country else "", "event_clarity": 1 if basis == "stated" and days(when) == 1 else 2,
        "date_prec": _date_prec(days(when), basis), "date_start": start, "date_end": end, "deaths_civilians": deaths.civilians,
        "best": deaths.best, "high": deaths.high, "low": deaths.low,
        "coded_by": NOTE, "claim_status": row.claim_status, "origins_for": incident.origins_for, "origins_against": incident.origins_against,
        "unnamed_sources": incident.unnamed, "origins": origins_of(row.material, incident), "deaths_disputed": deaths.disputed,
        "deaths_by_source": deaths.said, "date_basis": basis, "plover_type": incident.type, "plover_mode": incident.mode or "",
        "code": first.code.code if first.code else "", "events": joined(one.id for one in row.events), "report": report.id,
        "span": "-".join(map(str, first.event.trigger)), "source_chain": first.chain, "reader": first.reader,
    }  # fmt: skip
    return [cells.get(column) for column in COLUMNS]


def _violence(row: IncidentRow) -> int | None:
    """UCDP's types: 1 a state against an armed group or a state, 2 armed groups against each other, 3 against civilians; None: it is not told."""
    attackers, hit = [actor.kind for actor in row.actors], [actor.kind for actor in row.recipients]
    if not attackers or not hit:
        return None
    if not any(kind in FIGHTERS for kind in hit):
        return 3 if any(kind in FIGHTERS for kind in attackers) else None
    return 1 if any(kind in POWERS or kind == "coalition" for kind in (*attackers, *hit)) else 2


def _where_prec(row: IncidentRow) -> int | None:
    """UCDP's: 1 the place itself, 2 near it, 3 its district, 4 its province, 5 a line or a wide area, 6 its country. None: no point."""
    site = row.site
    if site is None or site.lat is None:
        return None
    if site.kind in EXACT:
        return 2 if site.id.startswith(("region:", "quarter:")) else 1
    return {"district": 3, "province": 4, "country": 6}.get(site.kind, 5)


def _date_prec(count: int | None, basis: str) -> int | None:
    """UCDP's: 1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 longer, or no report dates it. None: no report carries a date."""
    if basis == "unknown":
        return None
    if basis == "published" or count is None:
        return 5
    return 1 if count == 1 else 2 if count <= 6 else 3 if count <= 8 else 4 if count <= 31 else 5
