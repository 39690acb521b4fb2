"""FollowTheMoney entities, one a line, for Aleph, OpenAleph, yente and nomenklatura: reports, parties, offices, places and incidents."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.export.incidents import IncidentRow, incident_rows
from sayso.export.material import Material
from sayso.export.rows import origins_of, reader_of
from sayso.export.whole import whole
from sayso.model.codes import PartyKind
from sayso.situation.words import short_id

SCHEMATA: dict[PartyKind, str] = {
    "person": "Person", "state": "PublicBody", "government": "PublicBody", "military": "PublicBody", "police": "PublicBody",
    "civilians": "LegalEntity",
}  # fmt: skip
"""FollowTheMoney's schema for each kind of party; all others are organisations. Descriptions without a name are no entities."""

Json = dict[str, Any]


def write(material: Material, out: Path) -> int:
    """Write the entities. Gives how many."""
    count = 0
    with whole(out) as file:
        for count, entity in enumerate(_entities(material), start=1):  # noqa: B007
            file.write(json.dumps(entity, ensure_ascii=False) + "\n")
    return count


def _entities(material: Material) -> Iterator[Json]:
    rows = list(incident_rows(material))
    chosen = {reading.report.id: reading for reading in material.chosen()}
    for reading in chosen.values():
        report = reading.report
        yield _entity(
            report.id, "Article", title=report.title, publisher=report.outlet, sourceUrl=report.url, author=report.byline,
            publishedAt=report.published, language=_iso3(report.language), bodyText=report.text,
            processingAgent=reader_of(reading),
        )  # fmt: skip
    in_incidents = {actor.id for row in rows for actor in (*row.actors, *row.recipients)}
    known = {a.id for a in material.situation.parties if a.id in in_incidents or any(ref.report in chosen for ref in a.seen)}
    for actor in material.situation.parties:
        if actor.id in known:
            aliases = [alias for alias in actor.aliases if alias != actor.name]
            yield _entity(_id("party", actor.id), SCHEMATA.get(actor.kind, "Organization"), name=actor.name, alias=aliases, keywords=actor.kind)
    yield from _offices(material, chosen, known)
    sites = {row.site.id: row.site for row in rows if row.site}
    for site in sites.values():
        point = {"latitude": site.lat, "longitude": site.lon} if site.lat is not None else {}
        yield _entity(_id("place", site.id), "Address", full=site.name, country=(site.country or "").lower() or None, **point)
    for row in rows:
        yield _event(row)


def _offices(material: Material, chosen: Json, known: set[str]) -> Iterator[Json]:
    """One link for each office that a report gives a person."""
    done = set()
    for reading in chosen.values():
        for party in reading.parties:
            for role in party.roles:
                if party.kind != "person" or role.of is None:
                    continue
                (holder,), (body,) = material.party_ids(reading, [party.id]), material.party_ids(reading, [role.of])
                one = _id("office", holder, body, role.title)
                if one not in done and {holder, body} <= known:
                    done.add(one)
                    member, organization = _id("party", holder), _id("party", body)
                    yield _entity(one, "Membership", member=member, organization=organization, role=role.title)


def _event(row: IncidentRow) -> Json:
    incident, first, when = row.incident, row.told[0], row.incident.when
    claim = (
        f"{row.claim_status}; {incident.origins_for} independent origins for, {incident.origins_against} against, {incident.unnamed} unnamed: "
        f"{origins_of(row.material, incident)}"
    )
    return _entity(
        _id("incident", incident.id), "Event", name=f"{incident.type} {incident.mode or ''}".strip(), summary=first.words, description=claim,
        notes=f"{first.chain}; report {first.reading.report.id}, span {first.event.trigger[0]}-{first.event.trigger[1]}; {first.reader}",
        organizer=[_id("party", actor.id) for actor in row.actors], involved=[_id("party", actor.id) for actor in row.recipients],
        startDate=when.earliest if when else None, endDate=when.latest if when else None, keywords=[row.claim_status, incident.status],
        addressEntity=_id("place", row.site.id) if row.site else None, location=row.site.name if row.site else None,
        country=(row.site.country or "").lower() or None if row.site else None,
        proof=list(dict.fromkeys(one.reading.report.id for one in row.events)), recordId=incident.id,
    )  # fmt: skip


def _entity(one: str, schema: str, **properties: Any) -> Json:
    """An entity in FollowTheMoney's JSON: every property is a list of texts; empty ones are left out."""
    values = {name: [str(v) for v in (value if isinstance(value, list) else [value]) if v not in (None, "")] for name, value in properties.items()}
    return {"id": one, "schema": schema, "properties": {name: texts for name, texts in values.items() if texts}}


def _id(*parts: str) -> str:
    return f"sayso-{short_id('', *parts)}"


def _iso3(language: str | None) -> str | None:
    return "eng" if language == "en" else None
