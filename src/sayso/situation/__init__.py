"""Readings to a Situation: origins, incidents, disputes, threads, ground, forecasts; the state as of a date.

`situate` is a pure function of the set of readings: it does not depend on the order in which they come.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from sayso.model import Reading, Situation
from sayso.situation.case import lay_out
from sayso.situation.disputes import disputes
from sayso.situation.ground import forecasts, ground
from sayso.situation.identity import Identity
from sayso.situation.incidents import group, incident_of
from sayso.situation.origins import Origins
from sayso.situation.sources import sources
from sayso.situation.telling import tellings
from sayso.situation.threads import threads

__all__ = ["situate"]


def situate(readings: Iterable[Reading], as_of: date | None = None, parents: Mapping[str, str] | None = None) -> Situation:
    """The situation that the readings describe. With `as_of`, only what was published by then; else as of the latest report's day.

    `parents` is the lexicon's tree of organisations (an entry and the entry it is part of), by which words count as one side's.
    """
    sheets = lay_out(readings, as_of)
    by_id = {sheet.id: sheet for sheet in sheets}
    day = as_of or max((date.fromisoformat(s.published) for s in sheets if s.published), default=None)
    identity = Identity(sheets, parents or {})
    origins = Origins(sheets, identity)
    groups = group(tellings(sheets, identity), identity.sites)
    incidents = tuple(incident_of(members, identity, origins) for members in groups)
    contested = disputes(incidents, by_id)
    talks = threads(sheets, identity, origins, incidents)
    held = ground(sheets, identity, origins)
    foretold = forecasts(sheets, identity, origins, day)
    return Situation(
        as_of=day.isoformat() if day else None,
        reports=tuple(sheet.id for sheet in sheets),
        parties=tuple(identity.actors[a] for a in sorted(identity.actors)),
        places=tuple(identity.sites[s] for s in sorted(identity.sites)),
        incidents=incidents,
        disputes=contested,
        threads=talks,
        control=held,
        forecasts=foretold,
        origins=origins.listed(),
        sources=sources(sheets, identity, incidents, contested),
    )
