"""The table of incidents of the tabular formats: a row for each happening, whatever is told of it, with where it stands across reports."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sayso.export.bounds import count_of, written
from sayso.export.cells import Cell, joined
from sayso.export.material import Material
from sayso.export.standing import claim_status, origins_in_words
from sayso.model import Reading
from sayso.model.situation import Actor, Dispute, FigureRange, Incident, Site, SourceOrigin

INCIDENTS = "incidents"
COLUMNS = (
    "incident", "type", "mode", "status", "claim_status", "disputed", "disputes", "earliest", "latest", "place", "country", "lat", "lon", "actors",
    "recipients", "figures", "origins_for", "origins_against", "unnamed_sources", "parties_among_origins", "origins", "reports", "events",
    "statements",
)  # fmt: skip


@dataclass
class Chosen:
    """The incidents of the events that an export has, gathered as it writes them; nothing else of an incident is kept in memory."""

    material: Material
    _ids: set[str] = field(default_factory=set)

    def count(self, reading: Reading) -> None:
        """Take in the chosen events of a report."""
        standing = self.material.standing_of.get(reading.report.id, {})
        self._ids.update(standing[event.id].incident for event in self.material.events_of(reading))

    def rows(self) -> Iterator[list[Cell]]:
        """A row for each of them, in the situation's order. Reports and events are all of the incident's, filtered out or not."""
        names: dict[str, str] = {}
        parties: dict[str, str] = {}
        sites: dict[str, Site] = {}
        kinds: dict[str, list[str]] = defaultdict(list)
        for one in self.material.items("origins", "parties", "places", "disputes"):
            if isinstance(one, SourceOrigin):
                names[one.id] = one.name
            elif isinstance(one, Actor):
                parties[one.id] = one.name
            elif isinstance(one, Site):
                sites[one.id] = one
            elif isinstance(one, Dispute):
                for incident in one.incidents:
                    kinds[incident].append(one.kind)
        for one in self.material.items("incidents"):
            if isinstance(one, Incident) and one.id in self._ids:
                yield _row(one, sorted(set(kinds.get(one.id, ()))), sites.get(one.place or ""), parties, names)


def _row(incident: Incident, kinds: list[str], site: Site | None, parties: Mapping[str, str], names: Mapping[str, str]) -> list[Cell]:
    status, when = claim_status(incident, bool(kinds)), incident.when
    events = dict.fromkeys(f"{claim.report[:12]}/{claim.event}" for claim in incident.claims if claim.event)
    statements = dict.fromkeys(f"{claim.report[:12]}/{claim.statement}" for claim in incident.claims if claim.statement)
    return [
        incident.id, incident.type, incident.mode, incident.status, status, status == "disputed", joined(kinds),
        when.earliest if when else None, when.latest if when else None,
        site.name if site else None, site.country if site else None, site.lat if site else None, site.lon if site else None,
        joined(parties.get(one, one) for one in incident.parties.actors), joined(parties.get(one, one) for one in incident.parties.recipients),
        " | ".join(_figure(one, parties) for one in incident.figures),
        incident.origins_for, incident.origins_against, incident.unnamed, incident.parties_among_origins, origins_in_words(incident, names),
        joined(dict.fromkeys(claim.report[:12] for claim in incident.claims)), joined(events), joined(statements),
    ]  # fmt: skip


def _figure(figures: FigureRange, parties: Mapping[str, str]) -> str:
    """What is counted, by source: "killed civilians: 14 (River Observatory, 2019-03-02), 3 (Army)"."""
    told = []
    for one in figures.by_source:
        source = parties.get(one.source, one.source)
        told.append(f"{written(count_of(one))} ({f'{source}, {one.stated}' if one.stated else source})")
    return f"{figures.what}: {', '.join(told)}"
