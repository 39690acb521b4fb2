"""ACLED-like CSV: the 31 columns of ACLED's own files, one row an incident. It is sayso's coding and not ACLED's; `tags` says so in each row."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from sayso.export.cells import Cell, joined
from sayso.export.countries import TABLES
from sayso.export.geography import EXACT, where
from sayso.export.incidents import IncidentRow, days, incident_rows, noting_undated
from sayso.export.material import Material
from sayso.export.parties import Countries
from sayso.export.rows import EventRow, origins_of
from sayso.export.table import write_table
from sayso.lexicon.table import Row, read_table
from sayso.model.codes import FIGHTERS, POWERS, EventType
from sayso.model.situation import Actor

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1",
    "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2",
    "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
NOTE = "ACLED-like, coded by sayso, not ACLED data"


@dataclass(frozen=True, slots=True)
class KindRow(Row):
    """One line of tables/acled.tsv."""

    TABLE: ClassVar[str] = "acled"
    KEY: ClassVar[tuple[str, ...]] = ("type", "mode", "between")

    type: EventType
    event_type: str
    sub_event_type: str
    mode: str | None = None
    between: Literal["armed", "people", "regained", "overtaken"] | None = None


def write(material: Material, out: Path) -> int:
    """Write the incidents that are of one of ACLED's kinds, without the tolls of whole wars. Gives how many."""
    kinds = {row.key: row for _, row in read_table(TABLES / "acled.tsv", KindRow)}
    known = Countries(material.lexicon)
    told = (row for row in incident_rows(material) if not row.sums_up)
    coded = noting_undated((row for row in told if _kind(row, kinds, known) is not None), material)
    rows = (_cells(row, kind, known) for row in coded if (kind := _kind(row, kinds, known)) is not None)
    return write_table(out, COLUMNS, rows, raw=material.raw)


def _kind(row: IncidentRow, kinds: dict[tuple[object, ...], KindRow], known: Countries) -> KindRow | None:
    """The line of the table: ground that changes hands, then mode and sides, then mode alone, then sides, then the type."""
    incident = row.incident
    if incident.mode is None and any(_takes_ground(one) for one in row.told):
        taker = row.actors[0] if row.actors else None
        own = taker is not None and taker.kind in POWERS and not known.foreign(taker.id, row.site.country if row.site else None)
        changed = kinds.get((incident.type, None, "regained" if own else "overtaken"))
        if changed is not None:
            return changed
    if incident.type == "RETREAT":  # what counts is who leaves
        armed = any(actor.kind in FIGHTERS for actor in row.actors)
    else:
        armed = any(actor.kind in FIGHTERS for actor in row.recipients) or not row.recipients
    sides = "armed" if armed else "people"
    keys = ((incident.mode, sides), (incident.mode, None), (None, sides), (None, None))
    kind = next((kinds[incident.type, *key] for key in keys if (incident.type, *key) in kinds), None)
    if kind is not None and kind.sub_event_type == "Agreement" and not any(_settled(one) for one in row.told):
        return None
    return kind


def _settled(told: EventRow) -> bool:
    """Whether what an event is told by says that sides agreed, or that what they agreed is kept. An offer, a promise, a demand, a truce that
    is spoken of are none of ACLED's agreements, nor is a word to meet again."""
    event, moves = told.event, told.reading.moves
    told_by = (event.trigger, *event.also)
    here = [one for one in moves if any(one.span[0] < last and first < one.span[1] for first, last in told_by)]
    ahead = [one.span for one in moves if one.kind == "meet" and one.status == "planned"]
    deals = (one.span for one in here if one.kind in ("agree", "implement") and one.status in ("happened", "ongoing"))
    return any(not any(first <= start and end <= last for start, end in ahead) for first, last in deals)


def _takes_ground(told: EventRow) -> bool:
    """Whether an event that is told as having happened is one by which its report says that ground was taken."""
    event = told.event
    if event.status != "happened":
        return False
    told_by = (event.trigger, *event.also)
    taken = (one.span for one in told.reading.control if one.relation == "took" and not one.denied)
    return any(start <= first and last <= end for start, end in taken for first, last in told_by)


def _cells(row: IncidentRow, kind: KindRow, known: Countries) -> list[Cell]:
    when, basis = row.when
    day = (when.earliest or when.latest or "")[:10] if when else ""
    site, first = row.site, row.told[0]
    here = where(row.material.lexicon, site.id, site.name, site.kind, site.country) if site else None
    country = here.country if here else None
    inter = [_inter(side, kind, known, site.country if site else None) for side in (row.actors, row.recipients)]
    actors, recipients = ([actor.name for actor in side] for side in (row.actors, row.recipients))
    targets = inter[1] == "Civilians" and kind.event_type in ("Violence against civilians", "Explosions/Remote violence")
    outlets = dict.fromkeys(name for one in row.events for name in [one.reading.report.outlet] if name)
    return [
        f"{country.iso3 if country else 'XXX'}-{row.incident.id}", day, day[:4], _time_precision(days(when), basis) if when else None,
        _disorder(kind), kind.event_type, kind.sub_event_type, actors[0] if actors else "", joined(actors[1:]), inter[0],
        recipients[0] if recipients else "", joined(recipients[1:]), inter[1], "-".join(filter(None, inter)),
        "Civilian targeting" if targets else "", country.numeric if country else "", country.region if country else "",
        country.name if country else "", here.province if here else "", "", "", site.name if site else "", site.lat if site else None,
        site.lon if site else None, _geo_precision(row), joined(outlets), "", f"“{first.words}” ({first.chain})", row.deaths.best,
        _tags(row, basis), "",
    ]  # fmt: skip


def _inter(side: tuple[Actor, ...], kind: KindRow, known: Countries, country: str | None) -> str:
    if not side:
        return ""
    actor = side[0]
    if actor.kind in POWERS:
        return "External/Other forces" if known.foreign(actor.id, country) else "State forces"
    if actor.kind == "armed_group":
        return "Rebel group"
    if actor.kind in ("coalition", "io"):
        return "External/Other forces"
    if kind.event_type == "Protests":
        return "Protesters"
    return "Rioters" if kind.event_type == "Riots" else "Civilians"


def _disorder(kind: KindRow) -> str:
    if kind.sub_event_type == "Excessive force against protesters":
        return "Political violence; Demonstrations"
    if kind.event_type in ("Protests", "Riots"):
        return "Demonstrations"
    return kind.event_type if kind.event_type == "Strategic developments" else "Political violence"


def _time_precision(count: int | None, basis: str) -> int:
    """1 one day, 2 within a week, 3 within a month or less exact; what no report dates is 3."""
    if basis != "stated" or count is None:
        return 3
    return 1 if count == 1 else 2 if count <= 8 else 3


def _geo_precision(row: IncidentRow) -> int | None:
    """1 a town or a point in it, 2 a district or an area near it, 3 a province, a river or a country."""
    site = row.site
    if site is None or site.lat is None:
        return None
    approximate = site.id.startswith(("region:", "quarter:"))
    return 1 if site.kind in EXACT and not approximate else 2 if site.kind in ("district", "area", "suburb") else 3


def _tags(row: IncidentRow, basis: str) -> str:
    """What ACLED has no columns for, as name=value."""
    incident, first = row.incident, row.told[0]
    span = "-".join(map(str, first.event.trigger))
    values = {
        "claim": row.claim_status, "origins_for": incident.origins_for, "origins_against": incident.origins_against,
        "unnamed_sources": incident.unnamed, "parties_among_origins": incident.parties_among_origins,
        "origins": origins_of(row.material, incident), "date": basis, "deaths": row.deaths.said,
        "deaths_disputed": "yes" if row.deaths.disputed else "", "plover": f"{incident.type} {incident.mode or ''}".strip(),
        "code": first.code.code if first.code else "", "events": " ".join(one.id for one in row.events),
        "report": first.reading.report.id, "span": span, "reader": first.reader.replace("; ", ", "),
    }  # fmt: skip
    return "; ".join([NOTE, *(f"{name}={str(value).replace(';', ',')}" for name, value in values.items() if value not in ("", None))])
