"""The reduce: readings in any order, one Situation out. Pure; the same readings give the same Situation."""

from collections.abc import Iterable, Mapping
from datetime import date

from sayso.model import Reading, Situation
from sayso.model.situation import Judgement
from sayso.situation.case import lay_out
from sayso.situation.live import Live
from sayso.situation.parties import with_joined_parties


def situate(
    readings: Iterable[Reading],
    as_of: date | None = None,
    parents: Mapping[str, str] | None = None,
    decided: Iterable[Judgement] = (),
) -> Situation:
    """The situation that readings describe on a day: by default the day of the latest report; no clock is asked.

    With `as_of` only what was published on or before it counts. `parents` is the lexicon's tree of organisations, from an
    entry to the entry that it is part of or under whose command it stands: speakers of one tree are one origin. `decided` are
    people's judgements on which events are one happening, and which parties are one: they go before every rule. `Live` does
    the same for a case that grows, but for parties.
    """
    decided = list(decided)
    live = Live(parents, decided)
    live.extend(with_joined_parties((sheet.reading for sheet in lay_out(readings, as_of)), decided))
    return live.situation(as_of)
