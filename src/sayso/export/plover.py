"""PLOVER/POLECAT-like TSV: the columns of the POLECAT files, one row for each event of each report. It is sayso's coding, not POLECAT's."""

from pathlib import Path

from sayso.export.cells import Cell, joined
from sayso.export.geography import where
from sayso.export.material import Material
from sayso.export.parties import SECTORS, Countries
from sayso.export.rows import EventRow, event_rows
from sayso.export.table import write_table
from sayso.model import Party
from sayso.model.codes import QUAD
from sayso.situation.case import first_published

POLECAT_COLUMNS = (
    "Event ID", "Story ID", "Headline", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude",
    "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations",
    "Story Locations", "Language", "Version",
)  # fmt: skip
OUR_COLUMNS = (
    "Coded By", "PLOVER Type", "PLOVER Mode", "Code Label", "Event Date Latest", "Event Status", "Hedged", "Claim Status", "Incident ID",
    "Origins For", "Origins Against", "Unnamed Sources", "Parties Among Origins", "Origins", "Source Chain", "Span", "Trigger", "Sentence",
    "Confidence",
)  # fmt: skip
COLUMNS = (*POLECAT_COLUMNS, *OUR_COLUMNS)
NOTE = "sayso, PLOVER; POLECAT-like, not POLECAT data"


def write(material: Material, out: Path) -> int:
    """Write the events. With a codebook, Event Type and Event Mode hold its code, and PLOVER's stand in columns of their own."""
    known = Countries(material.lexicon)
    return write_table(out, COLUMNS, (_cells(row, known) for row in event_rows(material)), raw=material.raw, delimiter="\t")


def _cells(row: EventRow, known: Countries) -> list[Cell]:
    event, report, standing, place = row.event, row.reading.report, row.standing, row.place
    here = where(row.material.lexicon, place.gazetteer, place.name, place.kind, place.country) if place else None
    quad, when = QUAD[event.type], event.when
    parties = {kind: [p.name for p in row.reading.parties if (p.kind == "person") == (kind == "person")] for kind in ("person", "other")}
    cells: dict[str, Cell] = {
        "Event ID": row.id, "Story ID": report.id, "Headline": report.title, "Event Date": (when.earliest or when.latest or "")[:10] if when else "",
        "Event Type": row.code.code if row.code else event.type, "Event Mode": "" if row.code else event.mode, "Quad Code": quad,
        "Contexts": joined(event.contexts), **_side("Actor", row, row.actors, known), **_side("Recipient", row, row.recipients, known),
        "Placename": place.name if place else "", "City": place.name if place and place.kind in ("city", "town", "village") else "",
        "District": place.name if place and place.kind == "district" else "", "Province": here.province if here else "",
        "Country": here.country.iso3 if here and here.country else "", "Latitude": place.lat if place else None,
        "Longitude": place.lon if place else None, "Raw Placename": row.reading.words(place.mentions[0]) if place and place.mentions else "",
        "GeoNames ID": (place.gazetteer or "").removeprefix("geonames:") if place and "geonames:" in (place.gazetteer or "") else "",
        "Feature Type": place.kind if place else "", "Source": report.outlet, "Publication Date": first_published(report),
        "Story People": joined(parties["person"]), "Story Organizations": joined(parties["other"]),
        "Story Locations": joined(p.name for p in row.reading.places), "Language": report.language, "Version": row.reader,
        "Coded By": NOTE, "PLOVER Type": event.type, "PLOVER Mode": event.mode, "Code Label": row.code.label if row.code else "",
        "Event Date Latest": (when.latest or "")[:10] if when else "", "Event Status": event.status, "Hedged": event.hedged,
        "Claim Status": standing.claim_status, "Incident ID": standing.incident, "Origins For": standing.origins_for,
        "Origins Against": standing.origins_against, "Unnamed Sources": standing.unnamed,
        "Parties Among Origins": standing.parties_among_origins, "Origins": standing.origins, "Source Chain": row.chain,
        "Span": "-".join(map(str, event.trigger)), "Trigger": row.reading.words(event.trigger), "Sentence": row.words,
        "Confidence": event.confidence,
    }  # fmt: skip
    return [cells.get(column) for column in COLUMNS]


def _side(side: str, row: EventRow, parties: tuple[Party, ...], known: Countries) -> dict[str, Cell]:
    sectors = [sector for party in parties if (sector := SECTORS[party.kind])]
    raw = [row.reading.words(party.mentions[0]) for party in parties if party.mentions]
    return {
        f"{side} Name": joined(party.name for party in parties),
        f"{side} Country": joined(filter(None, known.iso3(party.entry or "" for party in parties))),
        f"Primary {side} Sector": sectors[0] if sectors else "",
        f"{side} Sectors": joined(dict.fromkeys(sectors)),
        f"{side} Title": joined(role.title for party in parties for role in party.roles),
        f"{side} Name Raw": joined(raw),
    }
