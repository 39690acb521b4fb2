"""The reduce: readings in any order, one Situation out. Pure; the same readings give the same Situation."""

from collections.abc import Iterable, Mapping
from datetime import date

from sayso.model import Reading, Situation
from sayso.situation.case import lay_out
from sayso.situation.control import ground
from sayso.situation.disputes import disputes
from sayso.situation.forecasts import followed
from sayso.situation.identity import Identity
from sayso.situation.incidents import belligerents, incident, merge
from sayso.situation.origins import Origins
from sayso.situation.sources import sources
from sayso.situation.threads import threads
from sayso.situation.told import tell


def situate(readings: Iterable[Reading], as_of: date | None = None, parents: Mapping[str, str] | None = None) -> Situation:
    """The situation that readings describe on a day: by default the day of the latest report; no clock is asked.

    With `as_of` only what was published on or before it counts. `parents` is the lexicon's tree of organisations, from an
    entry to the entry that it is part of or under whose command it stands: speakers of one tree are one origin.
    """
    sheets = lay_out(readings, as_of)
    day = as_of.isoformat() if as_of else max((sheet.published for sheet in sheets if sheet.published), default=None)
    identity = Identity(sheets, parents or {})
    origins = Origins(sheets, identity)
    held = ground(sheets, identity, origins)
    told = list(tell(sheets, identity, origins))
    fighting = belligerents(told, (one.holder for one in held if one.holder), identity)
    groups = merge(told, identity.sites)
    incidents = [incident(group, identity, fighting) for group in groups]
    by_id = {one.id: group for one, group in zip(incidents, groups, strict=True)}
    return Situation(
        as_of=day,
        reports=tuple(sheet.id for sheet in sheets),
        parties=tuple(identity.actors[actor] for actor in sorted(identity.actors)),
        places=tuple(identity.sites[site] for site in sorted(identity.sites)),
        incidents=tuple(incidents),
        disputes=tuple(dispute for group in groups for dispute in disputes(group)),
        threads=tuple(threads(sheets, identity, origins, incidents)),
        control=tuple(held),
        forecasts=tuple(followed(sheets, identity, origins, day)),
        sources=tuple(sources(sheets, by_id, identity)),
        origins=origins.listed(),
    )
