"""GeoJSON (RFC 7946): incidents and the ground that is held, one feature each. Those without a point have a null geometry and are not lost."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.export.incidents import IncidentRow, incident_rows
from sayso.export.material import Material
from sayso.export.rows import origins_of, reader_of, row_id
from sayso.export.whole import whole
from sayso.model.chain import chain_of, sentence
from sayso.model.situation import Site

Json = dict[str, Any]


def write(material: Material, out: Path) -> int:
    """Write one FeatureCollection. Gives the number of features."""
    count = 0
    with whole(out) as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for count, feature in enumerate(_features(material), start=1):
            file.write(("," if count > 1 else "") + "\n" + json.dumps(feature, ensure_ascii=False))
        file.write("\n]}\n")
    return count


def _features(material: Material) -> Iterator[Json]:
    for row in incident_rows(material):
        yield _feature(row.incident.id, row.site, _incident(row))
    if not material.selection.asks_for_events:
        yield from _ground(material)


def _feature(one: str, site: Site | None, properties: Json) -> Json:
    point = {"type": "Point", "coordinates": [site.lon, site.lat]} if site and site.lat is not None else None
    where = {"place": site.name if site else None, "place_kind": site.kind if site else None, "country": site.country if site else None}
    return {"type": "Feature", "id": one, "geometry": point, "properties": properties | where}


def _incident(row: IncidentRow) -> Json:
    incident, first = row.incident, row.told[0]
    when = incident.when
    return {
        "layer": "incidents", "id": incident.id, "type": incident.type, "mode": incident.mode, "code": first.code.code if first.code else None,
        "status": incident.status, "claim_status": row.claim_status, "origins_for": incident.origins_for,
        "origins_against": incident.origins_against, "unnamed_sources": incident.unnamed,
        "parties_among_origins": incident.parties_among_origins, "origins": origins_of(row.material, incident),
        "actors": [actor.name for actor in row.actors], "recipients": [actor.name for actor in row.recipients],
        "earliest": when.earliest if when else None, "latest": when.latest if when else None, "published": row.published,
        "deaths": row.deaths.best, "deaths_low": row.deaths.low, "deaths_high": row.deaths.high, "deaths_disputed": row.deaths.disputed,
        "words": first.words, "report": first.reading.report.id, "span": list(first.event.trigger), "source_chain": first.chain,
        "events": [one.id for one in row.events], "reader": first.reader,
    }  # fmt: skip


def _ground(material: Material) -> Iterator[Json]:
    """Who is said to hold, besiege, contest, take or lose a place; from the chosen reports."""
    chosen = {reading.report.id: reading for reading in material.chosen()}
    for held in material.situation.control:
        reading = chosen.get(held.report)
        if reading is None:
            continue
        control = next(one for one in reading.control if one.id == held.control)
        properties = {
            "layer": "control", "id": row_id(reading, held.control), "relation": held.relation, "extent": held.extent,
            "denied": held.denied, "denied_by": [material.actors[who].name if who in material.actors else who for who in held.denied_by],
            "area_km2": held.area_km2,
            "holder": material.actors[held.holder].name if held.holder else None, "origins": material.origins[held.origin].name
            if held.origin in material.origins else "unnamed source", "earliest": held.when.earliest if held.when else None,
            "latest": held.when.latest if held.when else None, "words": held.words, "report": held.report, "span": list(control.span),
            "source_chain": sentence(chain_of(reading, control.according_to)), "reader": reader_of(reading),
        }  # fmt: skip
        yield _feature(row_id(reading, held.control), material.sites.get(held.place or ""), properties)
