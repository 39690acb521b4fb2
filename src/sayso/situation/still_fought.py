"""Ground that one side says it has taken and of which the other says that it is still fought over, or that the attack failed."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from sayso.model.codes import FIGHTERS
from sayso.model.situation import Dispute
from sayso.situation.disputes import sides_told
from sayso.situation.identity import Identity
from sayso.situation.told import Told
from sayso.situation.words import fold, name_key, sentence_span, short_id

_FIGHT = r"(?:fighting|fights?|battles?|clash(?:es)?|combat|gunfire|resistance)"
_GOES_ON = re.compile(
    rf"\b{_FIGHT}\b(?: (?!ended|stopped|ceased|over)\w+){{0,6}}? (?:continu\w+|goes on|go on|going on|went on|still|under way|rag(?:es?|ing))\b"
    rf"|\bstill (?:\w+ )?(?:{_FIGHT}|fighting|being fought|holding|contested|raging)\b"
    r"|\b(?:repel|repuls|foil|thwart)\w*\b|\b(?:beat|beaten|drove|driven|pushed|thrown|threw) (?:\w+ ){0,4}?back\b"
    r"|\bbroke (?:\w+ ){0,4}?(?:attack|assault|offensive)\b"
    r"|\b(?:attack|assault|offensive|advance|attempt)\b(?: \w+){0,6}? (?:failed|been broken|collapsed)\b"
)
"""That a place is fought over yet, or was kept."""
_LATER = 3
"""Days after one has taken a place in which the other says so; after more it may have been attacked anew."""


class _Word(NamedTuple):
    """What somebody says of a place as of a day."""

    day: int
    owner: str
    told: Told


def still_fought(told: Iterable[Told], identity: Identity, known: Collection[tuple[str, str]]) -> Iterator[Dispute]:
    """A dispute for each place that one took and that the other still fights for. `known` are those who speak, place by place, in the disputes about
    what was done there: whether it was taken is not told twice."""
    taken: dict[str, list[_Word]] = defaultdict(list)
    fought: dict[str, list[_Word]] = defaultdict(list)
    for one in told:
        word = _word(one, identity)
        if word is not None and one.site is not None and (one.whose.owner or "", one.site) not in known:
            said = taken if one.act == "taking" else fought if _goes_on(one) else None
            if said is not None:
                said[name_key(identity.sites[one.site].name)].append(word)
    for place in sorted(taken.keys() & fought.keys()):
        pairs = [(a, b) for a in taken[place] for b in fought[place] if _gainsays(b, a)]
        if pairs:
            some, others = (list(dict.fromkeys(pair[at].told for pair in pairs)) for at in (0, 1))
            firsts = [min(one.sheet.published or "" for one in group) for group in (some, others)]
            id_ = short_id("D", "fought", place, some[0].sheet.id, some[0].event.id)
            yield Dispute(id=id_, incidents=(), kind="status", sides=(*sides_told(some), *sides_told(others)), since=max(firsts) or None)


def _word(one: Told, identity: Identity) -> _Word | None:
    if one.stand != "asserts" or one.heads or one.habit or one.family != "ASSAULT" or one.whose.owner is None or one.whose.side is None:
        return None
    if identity.kind(one.whose.side) not in FIGHTERS or one.days is None:
        return None
    day = one.days.last if one.days.precise else None
    published = date.fromisoformat(one.sheet.published[:10]).toordinal() if one.sheet.published else None
    when = day if day is not None else published
    return _Word(when, one.whose.owner, one) if when is not None else None


def _goes_on(one: Told) -> bool:
    text = one.sheet.report.text
    return _GOES_ON.search(fold(text[slice(*sentence_span(text, one.event.trigger))])) is not None


def _gainsays(fight: _Word, taking: _Word) -> bool:
    """Whether who says that it is fought over is another than who took it or says that it was, and speaks of the days after."""
    others = fight.owner != taking.owner and fight.owner not in taking.told.doers.owners
    return others and fight.told.sheet is not taking.told.sheet and 0 <= fight.day - taking.day <= _LATER

