"""Whether two told events may be one happening: what speaks for it, and what rules it out.

Different kinds of act are different incidents. A month is not a day: an imprecise date never speaks for a merge, it only
fails to rule it out. The weights are judgements, checked on development data; `LIKE` is where evidence begins to suffice.
"""

from collections.abc import Mapping
from datetime import date

from sayso.model.situation import Site
from sayso.situation.identity import FIGHTERS, TOWNS, kilometres
from sayso.situation.stories import one_story
from sayso.situation.told import Days, Told

LIKE = 3.0
_SAME_SOURCE = 6.0  # within one report: the reader has told these two apart
_SENTENCE_WORDS = 6
_SAME_SENTENCE = 0.8
_NEAR_KM = 25.0
_REGION_KM = 120.0
_ALIKE_MODES = (
    frozenset({"aerial", "drone"}),
    frozenset({"explosives", "suicide-attack"}),
    frozenset({"firearms", "targeted"}),
    frozenset({"heavy-weapons", "destroy"}),
    frozenset({"aerial", "destroy"}),
    frozenset({"withdraw", "access"}),
)

Sites = Mapping[str, Site]


def likeness(a: Told, b: Told, sites: Sites) -> float | None:
    """The evidence that two told events are one, above the threshold for such a pair; None where something rules it out."""
    if clash(a, b, sites):
        return None
    evidence = (
        _by_days(a.days, b.days)
        + _by_site(a.site, b.site, sites)
        + (1.5 if a.actors & b.actors else 0.0)
        + (2.5 if a.victims & b.victims else 1.0 if a.recipients & b.recipients else 0.0)
        + _by_both_sides(a, b)
        + (1.0 if a.counts & b.counts else 0.0)
        + (0.5 if a.event.mode and a.event.mode == b.event.mode else 0.0)
        + (0.5 if a.trigger == b.trigger else 0.0)
        + _by_sentence(a, b)
        + _by_denial(a, b)
        + (2.0 if a.sheet is not b.sheet and one_story(a.story, b.story) else 0.0)
    )
    return evidence - (_SAME_SOURCE if _one_source(a, b) else LIKE)


def _by_both_sides(a: Told, b: Told) -> float:
    """An agreement has no doer and no target: between the same two it is likely the same one."""
    return 2.0 if a.family == "accord" and len((a.actors | a.recipients) & (b.actors | b.recipients)) > 1 else 0.0


def _by_denial(a: Told, b: Told) -> float:
    """A denial that gives no day and no place answers what its own report has just told of the same people."""
    if a.sheet is not b.sheet or {a.stand, b.stand} != {"asserts", "denies"} or _one_source(a, b):
        return 0.0
    denial = a if a.stand == "denies" else b
    bare = denial.event.when is None and denial.event.place is None
    return 3.0 if bare and set(a.event.recipients) & set(b.event.recipients) else 0.0


def clash(a: Told, b: Told, sites: Sites) -> bool:
    """Whether two told events cannot be one happening."""
    if a.family != b.family or not _modes_agree(a.event.mode, b.event.mode):
        return True
    if _unreal(a) != _unreal(b) or (_one_source(a, b) and a.trigger != b.trigger):
        return True
    if a.sheet is b.sheet and a.stand == b.stand and _others_suffer(a, b):
        return True
    if a.days and b.days and _days_apart(a.days, b.days) > (1 if a.days.stated and b.days.stated else 0):
        return True
    if _sites_apart(a.site, b.site, sites):
        return True
    return bool(a.actors and b.actors and not a.actors & b.actors) or bool(a.victims and b.victims and not a.victims & b.victims)


def _others_suffer(a: Told, b: Told) -> bool:
    """Whether one report aims two acts at different kinds of target: what it tells of fighters and of civilians is two happenings."""
    some, others = ({one.sheet.parties[party].kind in FIGHTERS for party in one.event.recipients} for one in (a, b))
    return a.trigger != b.trigger and bool(some and others) and not some & others


def _one_source(a: Told, b: Told) -> bool:
    """Whether one source tells both in one report: then a reader has seen two happenings, and other words say so."""
    return a.sheet is b.sheet and a.whose.source == b.whose.source


def _unreal(one: Told) -> bool:
    """Demands and conditions are about what is not; plans, fears and denials may be about what another report saw happen."""
    return one.event.status in ("demanded", "conditional")


def _modes_agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b or frozenset((a, b)) in _ALIKE_MODES


def _days_apart(a: Days, b: Days) -> int:
    return max(0, a.first - b.last, b.first - a.last)


def _by_days(a: Days | None, b: Days | None) -> float:
    if not a or not b:
        return 0.0
    if a.precise and b.precise:
        return 2.0 if _days_apart(a, b) == 0 else 0.5
    return 0.5


def _by_site(a: str | None, b: str | None, sites: Sites) -> float:
    if a is None or b is None:
        return 0.0
    if a == b:
        return 2.0 if sites[a].kind != "country" else 0.3
    return 1.0 if sites[a].kind in TOWNS and sites[b].kind in TOWNS else 0.3


def _sites_apart(a: str | None, b: str | None, sites: Sites) -> bool:
    """Whether the two cannot hold the same happening: other countries, or too far apart for what they are."""
    if a is None or b is None or a == b:
        return False
    one, other = sites[a], sites[b]
    if one.country and other.country and one.country != other.country:
        return True
    if "country" in (one.kind, other.kind):
        return one.kind == other.kind
    apart = kilometres(one, other)
    reach = _NEAR_KM if one.kind in TOWNS and other.kind in TOWNS else _REGION_KM
    return apart is None or apart > reach


def _by_sentence(a: Told, b: Told) -> float:
    """The same sentence in two reports tells the same act; two events of one sentence are told apart by their triggers."""
    if a.sheet is b.sheet or min(len(a.sentence), len(b.sentence)) < _SENTENCE_WORDS:
        return 0.0
    shared = len(a.sentence & b.sentence) / min(len(a.sentence), len(b.sentence))
    if a.text != b.text and shared < _SAME_SENTENCE:
        return 0.0
    return 2.5 * shared if a.trigger == b.trigger else 1.0 * shared


def iso(ordinal: int) -> str:
    """An ordinal day as an ISO date."""
    return date.fromordinal(ordinal).isoformat()
