"""What an incident shows of who did it to whom and where, drawn from all its tellings: what most of them say, without the slips of a few."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sayso.model.codes import FIGHTERS, MORTALS, PartyKind
from sayso.model.situation import Sides
from sayso.situation.acts import TOGETHER, mutual
from sayso.situation.identity import Identity
from sayso.situation.publishers import VOICES
from sayso.situation.told import Told

_SLIP = 3
"""So many texts that agree on somebody else make it a slip that one has another doer, or another thing struck."""
_TELLERS: frozenset[PartyKind] = VOICES | {"monitor"}
_SOURCE = re.compile(r"\bsources?$")
_NARROW = {"country": 3, "province": 2, "district": 1, "area": 1, "river": 1, "other": 1}


def parties_shown(asserting: Sequence[Told], identity: Identity) -> Sides:
    """Who does it to whom. Of what two do to each other reports name either first: who acts in one is not the other's in the next. Whom some
    tellings have as a doer and more of them as a victim was read amiss in one."""
    actors = Counter(a for one in asserting for a in identity.actors_of(one.sheet, one.event.actors))
    recipients = Counter(r for one in asserting for r in identity.actors_of(one.sheet, one.event.recipients))
    together = any(one.event.type in TOGETHER or mutual(one.event.type, one.act, one.trigger) for one in asserting)
    for party in actors.keys() & recipients.keys():
        if together or actors[party] > recipients[party]:
            del recipients[party]
        elif actors[party] < recipients[party]:
            del actors[party]
    if not together:
        slips = _slips(((one.text, identity.actors_of(one.sheet, one.event.actors)) for one in asserting), identity)
        fighting = {party for party in slips if identity.named(party) and identity.kind(party) in FIGHTERS}
        _drop(actors, slips - fighting)  # who claims it, or is accused by name, may be right where all others only describe
        slips = _slips(((one.text, identity.actors_of(one.sheet, one.event.recipients)) for one in asserting), identity)
        _drop(recipients, {party for party in slips if identity.kind(party) not in MORTALS})
        _drop(recipients, _tellers(recipients, identity))
    return Sides(actors=_by_count(_once_each(actors, identity)), recipients=_by_count(_once_each(recipients, identity)))


def place_shown(asserting: Sequence[Told], identity: Identity) -> str | None:
    """The most exact place, the most told among equals. One that no telling's own sentence names, but only the deeds told before it, has to be
    that of half the tellings."""
    counted = Counter(one.site for one in asserting if one.site)
    own = {one.site for one in asserting if not one.carried}
    sure = (site for site in counted if site in own or 2 * counted[site] >= len(asserting))
    return min(sure, key=lambda site: (_NARROW.get(identity.sites[site].kind, 0), -counted[site], site), default=None)


def _slips(told: Iterable[tuple[str, Iterable[str]]], identity: Identity) -> set[str]:
    """Of the parties of texts those that a single text has, where many agree on another."""
    texts: dict[str, set[str]] = {}
    for text, parties in told:
        for party in parties:
            texts.setdefault(_wording(party, identity), set()).add(text)
            texts.setdefault(party, set()).add(text)
    agreed = max(map(len, texts.values()), default=0)
    return {party for party in texts if len(texts[_wording(party, identity)]) == 1 and agreed >= _SLIP}


def _tellers(recipients: Counter[str], identity: Identity) -> set[str]:
    """Those who only tell it, where others suffer: "Bomb kills six: state TV"."""
    tellers = {party for party in recipients if _only_tells(party, identity)}
    return tellers if len(tellers) < len(recipients) else set()


def _only_tells(party: str, identity: Identity) -> bool:
    """Whether a party is an outlet or a source, and not somebody who works for one: two reporters of an agency may be among the dead."""
    return (identity.named(party) and identity.kind(party) in _TELLERS) or _SOURCE.search(identity.name(party).casefold()) is not None


def _drop(counted: Counter[str], parties: Iterable[str]) -> None:
    for party in parties:
        del counted[party]


def _once_each(parties: Counter[str], identity: Identity) -> Counter[str]:
    """Descriptions of one wording are one: the "people" of two reports that tell one happening are the same people. Names stay as they are."""
    first: dict[str, str] = {}
    folded: Counter[str] = Counter()
    for party in sorted(parties):
        folded[first.setdefault(_wording(party, identity), party)] += parties[party]
    return folded


def _wording(party: str, identity: Identity) -> str:
    return party if identity.named(party) else identity.name(party).casefold()


def _by_count(counted: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))
