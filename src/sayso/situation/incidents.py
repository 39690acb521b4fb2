"""Groups of told events as incidents: each with its claims and the count of those who stand behind them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from sayso.model import Interval, Span
from sayso.model.codes import FIGHTERS, PartyKind, Status
from sayso.model.situation import Claim, FigureRange, Incident, Ref, SourceFigure, Stand
from sayso.situation.dates import iso
from sayso.situation.denials import retracts
from sayso.situation.identity import Identity, is_named
from sayso.situation.origins import REPORTERS, Whose
from sayso.situation.remarks import Answer
from sayso.situation.shown import parties_shown, place_shown
from sayso.situation.told import Told
from sayso.situation.words import fold, short_id

_SAME_SENTENCE = 0.8
_REWORDED = 0.6
"""The share of a sentence's words from which on two outlets tell the same in one agency's sentence, edited."""
_FEWEST_WORDS = 8
_SAW = frozenset({"saw", "seen", "heard", "watched", "witnessed", "counted", "filmed", "photographed", "found", "visited"})
_RANK: tuple[Status, ...] = ("happened", "ongoing", "denied", "planned", "demanded", "conditional", "possible")

_CLAIMING: frozenset[PartyKind] = frozenset({"armed_group", "coalition"})
"""Kinds of party that claim attacks."""

T = TypeVar("T")


def belligerents(told: Iterable[Told], holders: Iterable[str], identity: Identity) -> frozenset[str]:
    """The sides that fight in this case: those that attack, coerce, or hold ground, of a kind that can."""
    return fighting_sides(attacking(told), holders, identity)


def attacking(told: Iterable[Told]) -> set[str]:
    """The sides that attack or coerce."""
    return {side for one in told if one.event.type in ("ASSAULT", "COERCE", "MOBILIZE") for side in one.actors}


def fighting_sides(sides: Iterable[str], holders: Iterable[str], identity: Identity) -> frozenset[str]:
    """Of those that attack, and of the sides of those that hold ground, the ones of a kind that can."""
    return frozenset(side for side in {*sides, *(identity.side(h) for h in holders)} if identity.kind(side) in FIGHTERS)


def of_the_war(side: str | None, fighting: frozenset[str], identity: Identity) -> bool:
    """Whether a side is one of those that fight, or an organ of a state whose government, army or police does: a ministry of defence speaks
    for its country's army, whatever the table of organisations knows of the two."""
    if side is None or side in fighting:
        return side is not None
    state = identity.country_of_power(side)
    return state is not None and any(identity.country_of_power(other) == state for other in fighting)


def incident(group: Sequence[Told], identity: Identity, fighting: frozenset[str]) -> Incident:
    """What a group of told events comes to. Its id is that of the earliest telling, so later reports do not change it."""
    heard = (whose for one in group for whose in (one.whose, *(answer.whose for answer in one.answers), *(whose for _, whose in _others(one))))
    parties = {side: of_the_war(side, fighting, identity) for side in {whose.side for whose in heard}}
    claims = [claim for one in sorted(group, key=lambda one: one.bare) for claim in _claims(one, group, parties)]
    asserting = [one for one in group if one.stand == "asserts"] or list(group)
    owners = {stand: owners_of(group, stand) for stand in ("asserts", "denies")}
    kind = _most(one.event.type for one in asserting) or group[0].event.type
    return Incident(
        id=incident_id(group),
        type=kind,
        mode=_most(one.event.mode for one in asserting if one.event.type == kind),
        parties=parties_shown(asserting, identity),
        place=place_shown(asserting, identity),
        when=_when(asserting),
        status=min((_status(one) for one in group), key=_RANK.index),
        claims=tuple(claims),
        origins_for=len(owners["asserts"]),
        origins_against=len(owners["denies"]),
        unnamed=_unnamed(group),
        parties_among_origins=len({whose.owner for one in group for whose in _asserting(one) if parties[whose.side]} & owners["asserts"]),
        figures=_figures(group),
    )


def told_by_an_event(group: Sequence[Told]) -> bool:
    """Whether anybody tells a deed here: denials alone, without a word for what they deny, are no incident."""
    return any(not one.bare for one in group)


def answers_to(one: Told, group: Sequence[Told]) -> Iterator[Answer]:
    """The denials that answer an event, but those of which the group has an event of their own."""
    if one.answers:
        events = {other.event.according_to or other.event.id for other in group if other.denial and other.sheet is one.sheet}
        yield from (answer for answer in one.answers if answer.statement not in events)


def _status(one: Told) -> Status:
    """An event's status, unless who tells it here denies it."""
    return "denied" if one.stand == "denies" else one.event.status


def owners_of(group: Sequence[Told], stand: Stand) -> set[str]:
    """The organisations behind one stand. A report that gives its source for an incident tells it on that source's word: what the
    same text says of it in its own voice is no second origin, nor is what may be somebody else's word beside one that is plain, nor what an
    outlet has taken back since."""
    taking = _uncopied(one for one in group if one.stand == stand and not _taken_back(one, group))
    others = {whose.owner for one in taking for _, whose in _others(one) if whose.owner}
    relayed = {one.text for one in taking if not one.whose.own or any(True for _ in _others(one))}
    own: list[Told] = []
    for one in taking:
        told_itself = (one.text not in relayed or first_hand(one)) and not any(_reworded(one, earlier) for earlier in own)
        if one.whose.owner and (not one.whose.own or told_itself):
            own.append(one)
    plain = {one.whose.owner for one in own if one.whose.owner and not one.retold}
    plain = (plain or {one.whose.owner for one in own[:1] if one.whose.owner}) | others
    return plain | {answer.whose.owner for one in group for answer in one.answers if answer.whose.owner} if stand == "denies" else plain


def _taken_back(one: Told, group: Sequence[Told]) -> bool:
    """Whether an outlet denies in a later report what it told in its own voice, or an organisation retracts in one what it had said. Of one
    day's reports the retraction is the later word."""
    if one.stand != "asserts" or one.whose.owner is None:
        return False
    theirs = (two for two in group if two.stand == "denies" and two.whose.owner == one.whose.owner and two.sheet is not one.sheet)
    later = (two for two in theirs if two.sheet.published == one.sheet.published or two.sheet.order > one.sheet.order)
    return any(one.whose.own or _retracts(two) for two in later)


def _retracts(one: Told) -> bool:
    statement = one.sheet.statements.get(one.event.according_to or "")
    return statement is not None and retracts(statement, one.sheet.report.text)


def _unnamed(group: Sequence[Told]) -> int:
    """How many whom nobody names assert it; one of whom a copy tells in the same sentence is the same one."""
    telling = _uncopied(one for one in group if one.stand == "asserts" and any(whose.unnamed for whose in _asserting(one)))
    return len({whose.origin for one in telling for whose in _asserting(one) if whose.unnamed})


def _others(one: Told) -> Iterator[tuple[str | None, Whose]]:
    """Those beside its teller on whose word an event was done too: who speaks of it, each with the statement, and who claims it."""
    if one.stand == "asserts":
        groups = {party.id for party in one.sheet.reading.parties if party.kind in _CLAIMING and is_named(party)} if one.attributed else ()
        yield from ((second.statement, second.whose) for second in one.seconded)
        yield from ((None, word.whose) for word in one.attributed if word.claimant in groups and word.whose.owner != one.whose.owner)


def _asserting(one: Told) -> Iterator[Whose]:
    if one.stand == "asserts":
        yield one.whose
        yield from (whose for _, whose in _others(one))


def _uncopied(tellings: Iterable[Told]) -> list[Told]:
    """Those that tell no more than what a copy of their report told before them."""
    kept: list[Told] = []
    of_one_text: dict[object, list[Told]] = defaultdict(list)
    for one in tellings:
        before = of_one_text[one.text, one.trigger]
        if not any(_copied(one, earlier) for earlier in before):
            before.append(one)
            kept.append(one)
    return kept


def _copied(one: Told, earlier: Told) -> bool:
    """Whether two reports with one text tell an act in the same sentence: if the copy gives the word to somebody else, that is its mistake."""
    if one.sheet is earlier.sheet:
        return False
    return len(set(one.sentence).intersection(earlier.sentence)) >= _SAME_SENTENCE * min(len(one.sentence), len(earlier.sentence))


def _reworded(one: Told, earlier: Told) -> bool:
    """Whether a text tells in its own voice what an earlier one has told in nearly the same words."""
    if not earlier.whose.own or one.text == earlier.text:
        return False
    fewer = min(len(one.sentence), len(earlier.sentence))
    return fewer >= _FEWEST_WORDS and len(set(one.sentence).intersection(earlier.sentence)) >= _REWORDED * fewer


def incident_id(group: Sequence[Told]) -> str:
    """The id of the incident that a group makes."""
    return short_id("I", group[0].sheet.id, group[0].event.id)


def first_hand(one: Told) -> bool:
    """Whether a reporter of the text's own was there."""
    return reporters_saw(one.sentence)


def reporters_saw(sentence: Iterable[str]) -> bool:
    """Whether the words of a sentence, written small, say that reporters saw it."""
    said = frozenset(sentence)
    return not REPORTERS.isdisjoint(said) and not _SAW.isdisjoint(said)


def _claims(one: Told, group: Sequence[Told], parties: Mapping[str | None, bool]) -> Iterator[Claim]:
    yield _claim(one, parties)
    yield from (_seconding(one, statement, whose, parties) for statement, whose in _others(one))
    yield from (_denying(one, answer, parties) for answer in answers_to(one, group))


def _claim(one: Told, parties: Mapping[str | None, bool]) -> Claim:
    return Claim(
        report=one.sheet.id,
        event=None if one.bare else one.event.id,
        statement=one.event.id if one.bare else None,
        according_to=None if one.whose.own and _status(one) != one.event.status else one.event.according_to,
        speaker=one.whose.speaker,
        origin=one.whose.origin,
        side=one.whose.side,
        party_to_conflict=parties[one.whose.side],
        unnamed=one.whose.unnamed,
        stand=one.stand,
        status=_status(one),
        hedged=one.event.hedged,
    )


def _seconding(one: Told, statement: str | None, whose: Whose, parties: Mapping[str | None, bool]) -> Claim:
    """The word of somebody else on what a report tells."""
    return Claim(
        report=one.sheet.id, event=one.event.id, according_to=statement, speaker=whose.speaker, origin=whose.origin, side=whose.side,
        party_to_conflict=parties[whose.side], unnamed=whose.unnamed, stand="asserts", status=one.event.status, hedged=one.event.hedged,
    )  # fmt: skip


def _denying(one: Told, answer: Answer, parties: Mapping[str | None, bool]) -> Claim:
    """The word of somebody who denies what the same report has told."""
    whose, said = answer.whose, answer.statement if answer.statement in one.sheet.statements else None
    return Claim(
        report=one.sheet.id, event=one.event.id, according_to=said, speaker=whose.speaker, origin=whose.origin, side=whose.side,
        party_to_conflict=parties[whose.side], unnamed=False, stand="denies", status="denied",
    )  # fmt: skip


def _most(values: Iterable[T | None]) -> T | None:
    """The value told most often; the first in order among equals."""
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda value: (-counted[value], str(value)), default=None)


def _when(group: Sequence[Told]) -> Interval | None:
    """The narrowest span of days that a report states, the most told among equals; an end that none states stays open."""
    spans = [(one.event.when, one.days) for one in group if one.event.when and one.days and one.days.stated]
    counted = Counter((days.last - days.first, days.first, days.last) for when, days in spans if when.earliest and when.latest)
    if not counted:
        ends = Counter(((when.earliest or "")[:10], (when.latest or "")[:10]) for when, _ in spans)
        if not ends:
            return _carried(group)
        earliest, latest = min(ends, key=lambda pair: (-ends[pair], pair))
        return Interval(earliest=earliest or None, latest=latest or None)
    _, first, last = min(counted, key=lambda days: (days[0], -counted[days], days))
    return Interval(earliest=iso(first), latest=iso(last))


def _carried(group: Sequence[Told]) -> Interval | None:
    """The day that at least half of the tellings of violence have from the deed told before them, where no report states one and they agree."""
    carried = [one.event.when for one in group if one.event.when and one.event.type == "ASSAULT" and not one.own_day]
    if len(set(carried)) != 1 or 2 * len(carried) < len(group):
        return None
    (when,) = set(carried)
    return when if when.earliest and (when.latest or "")[:10] == when.earliest[:10] else None


def _figures(group: Sequence[Told]) -> tuple[FigureRange, ...]:
    """What is counted, by source; the same number by the same source once, as of the first day that it gave it."""
    by_what: dict[str, dict[tuple[str, float | None, float | None], str]] = defaultdict(dict)
    for given in figures_of(group):
        rows, stated = by_what[fold(given.what)], given.stated or ""
        key = (given.whose.source, given.low, given.high)
        rows[key] = min(rows.get(key, stated), stated)
    return tuple(
        FigureRange(
            what=what,
            by_source=tuple(
                SourceFigure(source=source, min=low, max=high, stated=stated or None)
                for (source, low, high), stated in sorted(first.items(), key=lambda row: (row[1], row[0][0], row[0][1] or 0, row[0][2] or 0))
            ),
        )
        for what, first in sorted(by_what.items())
    )


class Given(NamedTuple):
    """A figure of what is told as done: of which telling, whose, where it stands and what it counts, its bounds, and as of which day."""

    one: Told
    whose: Whose
    ref: Ref
    span: Span
    what: str
    low: float | None
    high: float | None
    stated: str | None


def figures_of(group: Sequence[Told]) -> Iterator[Given]:
    """Every figure of what a group tells as done (about n is n give or take a tenth). What is denied, or only possible, counts nobody, and a
    share is no count."""
    for one in (told for told in group if told.stand == "asserts"):
        for figure in one.figures:
            yield from _given(one, figure, one.whose, one.event.according_to or "", one.event.id)
        for other in one.recounts:
            yield from _given(one, other.figure, other.whose, other.statement, other.statement)


def _given(one: Told, figure: str, whose: Whose, according_to: str, fact: str) -> Iterator[Given]:
    found = one.sheet.figures[figure]
    if found.unit != "percent":
        low, high = found.min, found.max
        if found.approximate and low is not None and low == high:
            low, high = low * 0.9, high * 1.1
        statement = one.sheet.statements.get(according_to)
        said = statement.stated.latest if statement and statement.stated else None
        stated = (said or one.sheet.published or "")[:10] or None
        yield Given(one, whose, Ref(report=one.sheet.id, fact=fact), found.span, found.what, low, high, stated)
