"""Where talks stand: what their moves come to in the mouth of each who speaks of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sayso.model import Move
from sayso.model.codes import MoveKind
from sayso.model.situation import ThreadState, ThreadStatus
from sayso.situation.case import UNDATED
from sayso.situation.identity import Identity
from sayso.situation.moves import Made
from sayso.situation.words import fold

_FRESH = timedelta(days=1)
"""Origins disagree about the state of talks only when their last words on it lie so close together."""
_DENIED_SINCE = timedelta(days=14)
"""A deal told so long before somebody denies it is what is denied."""
_MEANS: dict[MoveKind, ThreadStatus] = {
    "demand": "open", "offer": "open", "propose": "open", "mediate": "open", "meet": "open", "ultimatum": "open",
    "accept": "agreed", "agree": "agreed", "reject": "refused", "walk_out": "broken", "deny_talks": "unknown",
    "implement": "implemented", "breach": "broken",
}  # fmt: skip
_MADE: frozenset[ThreadStatus] = frozenset({"agreed", "implemented", "broken"})
"""Statuses that need a deal."""


def status_of(part: Sequence[Made], identity: Identity) -> tuple[ThreadState, ...]:
    """What the moves come to in the mouth of each owner whose last word lies close to the very last. Who denies that there were
    talks, or a deal, is where it was before."""
    said: dict[str, tuple[str, str, ThreadStatus, bool]] = {}
    called: dict[str, str] = {}
    before: ThreadStatus = "unknown"
    agreed = False
    for made in part:
        if not _counts(made, identity):
            continue
        owner = _owner(made, identity, called)
        state = _meaning(made)
        if state == "implemented" and before == "refused" and not agreed:
            state = "open"  # a first step as a sign of good will, after a refusal
        agreed |= state in _MADE
        if state == "open" and owner in said and _in_force(said[owner], made.day):
            continue  # asking goes on while a deal is carried out
        denied = state is None
        if state is None:
            state = said[owner][2] if owner in said and said[owner][2] not in _MADE else before
        elif state not in _MADE:
            before = state
        said[owner] = (made.day, made.whose.origin, state, denied)
    unnamed = {made.whose.origin for made in part if made.whose.unnamed}  # they add no origin
    newest = max((day for day, *_ in said.values()), default=UNDATED)
    states: dict[ThreadStatus, set[str]] = defaultdict(set)
    disputed = False
    denied_on = max((day for day, *_, denied in said.values() if denied), default="")
    for day, origin, state, denied in said.values():
        standing = state in _MADE and day <= denied_on == newest  # a denial takes back nothing that others have said
        if newest == UNDATED or date.fromisoformat(newest) - date.fromisoformat(day) <= (_DENIED_SINCE if standing else _FRESH):
            states[state] |= {origin} - unnamed
            disputed |= denied and state == "open"
    if "implemented" in states and _newest_of(said, "agreed") <= _newest_of(said, "implemented"):
        states.pop("agreed", None)  # what is carried out was agreed: one is the next step of the other
    if len(states) > 1 and not disputed:
        states.pop("open", None)  # asking goes on beside any answer; a denial that anything was agreed does not
    return tuple(ThreadState(value=value, origins=tuple(sorted(states[value]))) for value in sorted(states))


def _in_force(word: tuple[str, str, ThreadStatus, bool], day: str) -> bool:
    """Whether somebody's last word on a day was, not long ago, that a deal was made and not broken."""
    since, _, state, denied = word
    if state not in ("agreed", "implemented") or denied or UNDATED in (since, day):
        return False
    return date.fromisoformat(day) - date.fromisoformat(since) <= _DENIED_SINCE


def _newest_of(said: Mapping[str, tuple[str, str, ThreadStatus, bool]], status: ThreadStatus) -> str:
    """The last day on which anybody's word comes to this status; blank where nobody's does."""
    return max((day for day, _, value, _ in said.values() if value == status), default="")


def _owner(made: Made, identity: Identity, called: dict[str, str]) -> str:
    """Whose word a move is. Somebody whom a report calls by one name alone is the one whom another calls so with more names before it;
    `called` keeps those met, by their last name."""
    owner, speaker = made.whose.owner, made.whose.speaker
    if speaker is None or identity.kind(speaker) != "person":
        return owner or made.whose.origin
    *more, last = fold(identity.name(speaker)).split() or [""]
    if more and owner is not None:
        called.setdefault(last, owner)
    return called.get(last, owner or made.whose.origin) if not more else owner or made.whose.origin


def _counts(made: Made, identity: Identity) -> bool:
    """An appeal by somebody who is no side of the talks moves them nowhere."""
    by = {identity.side(party) for party in identity.actors_of(made.sheet, made.move.from_)}
    return made.move.kind != "demand" or not by or bool(by & made.sides)


def _meaning(made: Made) -> ThreadStatus | None:
    """A refusal holds before the offer is made; an agreement that is only planned or hoped for leaves the talks open. None for a
    denial, which takes back and adds nothing."""
    move: Move = made.move
    means = _MEANS[move.kind]
    if move.status == "denied" or move.kind == "deny_talks" or (made.denied and means in _MADE):
        return None
    if move.status not in ("happened", "ongoing") and means in _MADE:
        return "open"
    return means
