"""PROV-JSON: which reader made which reading of which report, and which events, and denials without one, were
derived from it, on whose word."""

import json
from pathlib import Path
from typing import Any

from sayso.export.layers import words_of
from sayso.export.material import Material
from sayso.export.rows import reader_of, row_id
from sayso.export.whole import whole
from sayso.model import Reading, Statement
from sayso.model.chain import chain_of, sentence
from sayso.model.situation import Claim, Incident
from sayso.situation.words import short_id

Json = dict[str, Any]
PREFIXES = {"sayso": "urn:sayso:", "report": "urn:sha256:", "prov": "http://www.w3.org/ns/prov#"}


def write(material: Material, out: Path) -> int:
    """Write one PROV document. Gives the number of entities."""
    document: Json = {
        "prefix": PREFIXES, "entity": {}, "activity": {}, "agent": {}, "used": {}, "wasGeneratedBy": {}, "wasAssociatedWith": {},
        "wasDerivedFrom": {}, "wasAttributedTo": {},
    }  # fmt: skip
    for reading in material.chosen():
        _reading(document, material, reading)
    with whole(out) as file:
        json.dump({key: value for key, value in document.items() if value}, file, ensure_ascii=False, indent=1)
        file.write("\n")
    return len(document["entity"])


def _reading(document: Json, material: Material, reading: Reading) -> None:
    report, short = reading.report, reading.report.id[:12]
    source, read, made, reader = f"report:{report.id}", f"sayso:act-{short}", f"sayso:reading-{short}", _agent(document, reader_of(reading))
    document["entity"][source] = _given(
        {
            "prov:type": "report", "prov:label": report.title, "sayso:outlet": report.outlet, "sayso:published": report.published,
            "sayso:url": report.url,
        }
    )  # fmt: skip
    document["entity"][made] = {"prov:type": "reading", "sayso:schema_version": reading.schema_version}
    document["activity"][read] = {"prov:type": "reading of a report"}
    document["used"][f"_:u-{short}"] = {"prov:activity": read, "prov:entity": source}
    document["wasGeneratedBy"][f"_:g-{short}"] = {"prov:entity": made, "prov:activity": read}
    document["wasAssociatedWith"][f"_:a-{short}"] = {"prov:activity": read, "prov:agent": reader}
    document["wasDerivedFrom"][f"_:d-{short}"] = {"prov:generatedEntity": made, "prov:usedEntity": source}
    if report.outlet:
        outlet = _agent(document, report.outlet, "prov:Organization")
        document["wasAttributedTo"][f"_:o-{short}"] = {"prov:entity": source, "prov:agent": outlet}
    for event in material.events_of(reading):
        incident, claim = material.incident_of[report.id, event.id]
        one, mark = f"sayso:{row_id(reading, event.id).replace('/', '-')}", f"{short}-{event.id}"
        document["entity"][one] = _given(
            {
                "prov:type": "event", "prov:label": f"{event.type} {event.mode or ''}".strip(), "sayso:status": event.status,
                "sayso:span": f"{event.trigger[0]}-{event.trigger[1]}", "sayso:words": reading.words(event.trigger), "sayso:rule": event.by,
                "sayso:chain": sentence(chain_of(reading, event.according_to)), "sayso:incident": incident.id,
                "sayso:origins_for": incident.origins_for, "sayso:origins_against": incident.origins_against,
            }
        )  # fmt: skip
        document["wasDerivedFrom"][f"_:d-{mark}"] = {"prov:generatedEntity": one, "prov:usedEntity": made}
        _spoken(document, material, claim, one, mark)
    for statement in reading.statements:
        known = material.incident_of.get((report.id, statement.id))
        if known:
            _claimed(document, material, reading, statement, *known)


def _claimed(document: Json, material: Material, reading: Reading, statement: Statement, incident: Incident, claim: Claim) -> None:
    """A statement that is a claim by itself: a denial of what its report has no event for."""
    one, mark = f"sayso:{row_id(reading, statement.id).replace('/', '-')}", f"{reading.report.id[:12]}-{statement.id}"
    document["entity"][one] = _given(
        {
            "prov:type": "statement", "prov:label": statement.stance, "sayso:status": claim.status,
            "sayso:span": f"{statement.content[0][0]}-{statement.content[-1][1]}", "sayso:words": words_of(reading, statement),
            "sayso:rule": statement.by, "sayso:chain": sentence(chain_of(reading, statement.id)), "sayso:incident": incident.id,
            "sayso:origins_for": incident.origins_for, "sayso:origins_against": incident.origins_against,
        }
    )  # fmt: skip
    made = f"sayso:reading-{reading.report.id[:12]}"
    document["wasDerivedFrom"][f"_:d-{mark}"] = {"prov:generatedEntity": one, "prov:usedEntity": made}
    _spoken(document, material, claim, one, mark)


def _spoken(document: Json, material: Material, claim: Claim, one: str, mark: str) -> None:
    """On whose word it is, where that has a name."""
    if claim.speaker and not claim.unnamed:
        speaker = _agent(document, material.actors[claim.speaker].name, None)
        document["wasAttributedTo"][f"_:s-{mark}"] = {"prov:entity": one, "prov:agent": speaker}


def _agent(document: Json, name: str, kind: str | None = "prov:SoftwareAgent") -> str:
    """The agent of this name, made when it is first met."""
    one = f"sayso:{short_id('agent-', name)}"
    document["agent"].setdefault(one, {"prov:label": name} | ({"prov:type": {"$": kind, "type": "prov:QUALIFIED_NAME"}} if kind else {}))
    return one


def _given(values: Json) -> Json:
    return {name: value for name, value in values.items() if value is not None}
