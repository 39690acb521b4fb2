"""The reduce: readings in any order, one Situation out. Pure; the same readings give the same Situation."""

from collections.abc import Iterable, Mapping
from datetime import date

from sayso.model import Reading, Situation
from sayso.model.situation import Judgement
from sayso.situation.case import lay_out
from sayso.situation.control import ground
from sayso.situation.disputes import across, disputes
from sayso.situation.forecasts import followed
from sayso.situation.identity import Identity
from sayso.situation.incidents import belligerents, incident
from sayso.situation.merging import merge
from sayso.situation.origins import Origins
from sayso.situation.sources import sources
from sayso.situation.threads import threads
from sayso.situation.told import tell


def situate(
    readings: Iterable[Reading],
    as_of: date | None = None,
    parents: Mapping[str, str] | None = None,
    decided: Iterable[Judgement] = (),
) -> Situation:
    """The situation that readings describe on a day: by default the day of the latest report; no clock is asked.

    With `as_of` only what was published on or before it counts. `parents` is the lexicon's tree of organisations, from an
    entry to the entry that it is part of or under whose command it stands: speakers of one tree are one origin. `decided` are people's judgements
    on which events are one happening: they go before every rule.
    """
    sheets = lay_out(readings, as_of)
    day = as_of.isoformat() if as_of else max((sheet.published for sheet in sheets if sheet.published), default=None)
    identity = Identity(sheets, parents or {})
    origins = Origins(sheets, identity)
    held = ground(sheets, identity, origins)
    told = list(tell(sheets, identity, origins))
    fighting = belligerents(told, (one.holder for one in held if one.holder), identity)
    merged = merge(told, identity.sites, decided)
    groups = merged.groups()
    incidents = [incident(group, identity, fighting) for group in groups]
    foretold = followed(sheets, identity, origins, day, groups)
    by_id = {one.id: group for one, group in zip(incidents, groups, strict=True)}
    return Situation(
        as_of=day,
        reports=tuple(sheet.id for sheet in sheets),
        parties=tuple(identity.actors[actor] for actor in sorted(identity.actors)),
        places=tuple(identity.sites[site] for site in sorted(identity.sites)),
        incidents=tuple(incidents),
        disputes=(*(dispute for group in groups for dispute in disputes(group)), *across(merged.contrary())),
        threads=tuple(threads(sheets, identity, origins, incidents)),
        control=tuple(held),
        forecasts=tuple(foretold),
        sources=tuple(sources(sheets, by_id, identity, foretold)),
        origins=origins.listed(),
        judgements=tuple(merged.judgements()),
    )
