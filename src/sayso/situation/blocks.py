"""Where a told event looks for its like: the blocks in which it is compared with those that stand close."""

from collections.abc import Hashable, Iterable
from typing import Any

from sayso.situation.acts import DAILY, OPEN
from sayso.situation.dates import iso
from sayso.situation.numbers import SPEAKING_COUNT, TELLING_NUMBER
from sayso.situation.stories import story_keys, surnames
from sayso.situation.told import TOLD_LATER, Told

_LONGEST_STATED = 12  # days; longer spans are compared by the month alone, and what readers have heard of
_OF_A_PLACE = 5
_TOWNS = 4  # of a report, in which an age is looked for


def named_blocks_of(one: Told) -> list[Hashable]:
    """The blocks in which a denial looks for what it denies: a name in its sentence, whoever reads it as a place or a person; who did it."""
    doers = [("doer", owner) for owner in sorted(one.doers.owners)]
    return [(one.family, name) for name in (*sorted(one.names), *doers)]


def blocks_of(one: Told) -> list[Hashable]:
    """The blocks in which a told event looks for its like: one day (or month) together with a shared place, party or text."""
    if one.bare:
        return []
    kind = one.family
    nowhere = one.town is None and one.event.type == "ASSAULT" and one.days is not None and one.days.precise
    towns = sorted({*((one.town,) if one.town else ()), *one.around})
    shared = [("town", town) for town in towns] if one.town or nowhere else []
    shared += [("division", one.division)] if one.division else []
    shared += [("thing", thing) for thing in sorted(one.things)] if one.days and one.days.precise else []
    shared += [("party", party) for party in sorted(one.actors | one.recipients | one.victims)]
    blocks: list[Hashable] = [(kind, "text", one.text)]
    blocks += [(kind, "story", key) for key in sorted(story_keys(one.story.persons))]
    blocks += [(kind, "surname", name) for name in sorted(surnames(one.victims))]
    blocks += [(kind, "age", age, town) for age in sorted(one.ages) for town in sorted(one.story.towns)[:_TOWNS]]
    blocks += [(kind, "count", one.site, what, count) for what, count in sorted(one.counts) if count >= _OF_A_PLACE and one.site]
    if one.act not in DAILY | OPEN:
        blocks += [(kind, "number", one.act, count) for count in sorted({n for _, n in one.counts if n >= TELLING_NUMBER})]
    if one.town and one.stand == "asserts":  # what is told again later, without its day
        blocks += [(kind, "thing", thing, one.town) for thing in sorted(one.things)]
        blocks += [(kind, "act", one.act, one.town)] if one.act not in DAILY | OPEN else []
    if one.act not in OPEN:  # or without its place
        blocks += [(kind, "struck", one.act, thing) for thing in sorted(one.things | one.beside)]
        blocks += [(kind, "counted", one.act, count) for count in sorted({n for _, n in one.counts if n >= SPEAKING_COUNT})]
        blocks += [(kind, "around", one.act, town) for town in towns]
    blocks += [(kind, "in", town) for town in towns]  # or by another word for the act
    if one.days is None:
        days: Iterable[Any] = ("undated",)
    elif one.days.last - one.days.first > _LONGEST_STATED and one.days.stated:
        days = (iso(one.days.first)[:7],)
    elif one.days.back:
        days = sorted({iso(day)[:7] for day in (one.days.first, one.days.last)})
    else:
        days = range(one.days.first - (TOLD_LATER if one.days.telling else 0), one.days.last + 1)
    blocks += [(kind, day, *key) for day in days for key in shared]
    if one.days and one.days.precise and one.site:
        blocks.append((kind, one.days.last + 1, "town", one.town))  # the next day's block: a night is two days
    return blocks
