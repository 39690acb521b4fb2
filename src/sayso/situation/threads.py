"""Moves joined into talks: who deals with whom, through whom, where it stands and on whose word, and what came before."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model import Move
from sayso.model.codes import EventType, MoveKind
from sayso.model.situation import Incident, Precedent, Ref, Thread, ThreadMove, ThreadState, ThreadStatus
from sayso.situation.case import UNDATED, Sheet
from sayso.situation.identity import FIGHTERS, Identity
from sayso.situation.origins import Origins, Whose
from sayso.situation.words import fold, sentence_around, short_id

_PAUSE = timedelta(days=60)
"""Talks that rest so long are other talks when they are taken up again; the earlier ones are their precedents."""
_FRESH = timedelta(days=1)
"""Origins disagree about the state of talks only when their last words on it lie so close together."""
_MEANS: dict[MoveKind, ThreadStatus] = {
    "demand": "open", "offer": "open", "propose": "open", "mediate": "open", "meet": "open", "ultimatum": "open",
    "accept": "agreed", "agree": "agreed", "reject": "refused", "walk_out": "broken", "deny_talks": "unknown",
    "implement": "implemented", "breach": "broken",
}  # fmt: skip
_MADE: frozenset[ThreadStatus] = frozenset({"agreed", "implemented", "broken"})
"""Statuses that need a deal."""
_COURSE: tuple[MoveKind, ...] = (
    "demand", "offer", "propose", "ultimatum", "mediate", "meet", "deny_talks", "accept", "agree", "reject", "walk_out", "implement", "breach",
)  # fmt: skip
"""The usual course of talks: the order of moves of one day."""
_OF_TALKS: frozenset[EventType] = frozenset({"AGREE", "CONCEDE", "RETREAT", "AID", "CONSULT"})


@dataclass(frozen=True, eq=False)
class Made:
    """A move as one report tells it."""

    sheet: Sheet
    move: Move
    whose: Whose
    sides: frozenset[str]
    """Between whom: the sides of the war that make or get the move, without others who take part where there are two of them."""
    day: str
    """When it was made as far as is known, else when it was told: an ISO date."""

    @property
    def order(self) -> tuple[str, int, str, str, int, str]:
        """By day, then the usual course of talks, then publication and text."""
        return (self.day, _COURSE.index(self.move.kind), *self.sheet.order, self.move.span[0], self.move.id)


def threads(sheets: Sequence[Sheet], identity: Identity, origins: Origins, incidents: Iterable[Incident]) -> list[Thread]:
    """The talks of a case, by the day on which they began."""
    by_pair: dict[frozenset[str], list[Made]] = defaultdict(list)
    for made in _paired([_made(sheet, move, identity, origins) for sheet in sheets for move in sheet.reading.moves]):
        by_pair[made.sides].append(made)
    rounds = [part for moves in by_pair.values() for part in _rounds(sorted(moves, key=lambda m: m.order))]
    rounds.sort(key=lambda part: part[0].order)
    settled = [one for one in incidents if one.type in _OF_TALKS and one.status in ("happened", "ongoing") and one.when]
    by_id = {sheet.id: sheet for sheet in sheets}
    return [
        _thread(part, identity, [*_earlier_rounds(part, rounds, identity), *_earlier_incidents(part, settled, identity, by_id)])
        for part in rounds
    ]


def _made(sheet: Sheet, move: Move, identity: Identity, origins: Origins) -> Made:
    sides = {identity.side(party) for party in identity.actors_of(sheet, (*move.from_, *move.to))}
    fighting = {side for side in sides if identity.kind(side) in FIGHTERS}
    when = move.when
    day = ((when.latest or when.earliest) if when else None) or sheet.published or UNDATED
    return Made(sheet, move, origins.whose(sheet, move.according_to), frozenset(fighting if len(fighting) > 1 else sides), day[:10])


def _paired(moves: Sequence[Made]) -> Iterator[Made]:
    """A move of which the report names one party alone belongs to the only talks which that party has in the same report."""
    pairs: dict[str, set[frozenset[str]]] = defaultdict(set)
    for made in moves:
        if len(made.sides) > 1:
            pairs[made.sheet.id].add(made.sides)
    two = {made.sides for made in moves if len(made.sides) == 2}
    for made in moves:
        fitting = [pair for pair in pairs[made.sheet.id] if made.sides < pair]
        within = [pair for pair in two if pair < made.sides]
        if len(made.sides) < 2 and len(fitting) == 1:
            yield Made(made.sheet, made.move, made.whose, fitting[0], made.day)
        elif len(within) == 1:  # an ally named beside one of the two makes no talks of its own
            yield Made(made.sheet, made.move, made.whose, within[0], made.day)
        elif made.sides:
            yield made


def _rounds(moves: Sequence[Made]) -> Iterator[list[Made]]:
    part = [moves[0]]
    for made in moves[1:]:
        if UNDATED not in (made.day, part[-1].day) and _day(made.day) - _day(part[-1].day) > _PAUSE:
            yield part
            part = []
        part.append(made)
    yield part


def _thread(part: Sequence[Made], identity: Identity, precedents: Sequence[Precedent]) -> Thread:
    recalled = {one.id: one for one in precedents}
    return Thread(
        id=_thread_id(part),
        parties=tuple(sorted(part[0].sides)),
        moves=tuple(_thread_moves(part, identity)),
        status=_status(part, identity),
        precedents=tuple(recalled),
        recalled=tuple(recalled.values()),
    )


def _thread_id(part: Sequence[Made]) -> str:
    return short_id("T", part[0].sheet.id, part[0].move.id)


def _thread_moves(part: Sequence[Made], identity: Identity) -> Iterator[ThreadMove]:
    """The moves in order; one that copies of a text tell in the same words is listed once, with where it is told again."""
    by_telling: dict[tuple[object, ...], list[Made]] = defaultdict(list)
    for made in part:
        move, sheet = made.move, made.sheet
        sides = (identity.actors_of(sheet, move.from_), identity.actors_of(sheet, move.to))
        by_telling[move.kind, sides, move.status, made.whose.origin, fold(sheet.reading.words(move.span))].append(made)
    for told in by_telling.values():
        again = (Ref(report=made.sheet.id, fact=made.move.id) for made in told[1:])
        yield _thread_move(told[0], identity).model_copy(update={"told_again": tuple(again)})


def _thread_move(made: Made, identity: Identity) -> ThreadMove:
    move, sheet = made.move, made.sheet
    return ThreadMove(
        report=sheet.id,
        move=move.id,
        kind=move.kind,
        from_=identity.actors_of(sheet, move.from_),
        to=identity.actors_of(sheet, move.to),
        through=identity.actors_of(sheet, move.through),
        terms=move.terms,
        when=move.when,
        status=move.status,
        origin=made.whose.origin,
        words=sheet.reading.words(move.span),
    )


def _status(part: Sequence[Made], identity: Identity) -> tuple[ThreadState, ...]:
    """What the moves come to in the mouth of each owner whose last word lies close to the very last. Who denies that there were
    talks, or a deal, is where it was before."""
    said: dict[str, tuple[str, str, ThreadStatus]] = {}
    for made in part:
        if not _counts(made, identity):
            continue
        owner = made.whose.owner or made.whose.origin
        state = _meaning(made.move)
        if state is None:
            state = said[owner][2] if owner in said and said[owner][2] not in _MADE else _before_the_deal(part, made)
        said[owner] = (made.day, made.whose.origin, state)
    unnamed = {made.whose.origin for made in part if made.whose.unnamed}  # they add no origin
    newest = max((day for day, _, _ in said.values()), default=UNDATED)
    states: dict[ThreadStatus, set[str]] = defaultdict(set)
    for day, origin, state in said.values():
        if newest == UNDATED or _day(newest) - _day(day) <= _FRESH:
            states[state] |= {origin} - unnamed
    if len(states) > 1:
        states.pop("open", None)  # asking goes on beside any answer
    return tuple(ThreadState(value=value, origins=tuple(sorted(states[value]))) for value in sorted(states))


def _counts(made: Made, identity: Identity) -> bool:
    """An appeal by somebody who is no side of the talks moves them nowhere."""
    by = {identity.side(party) for party in identity.actors_of(made.sheet, made.move.from_)}
    return made.move.kind != "demand" or not by or bool(by & made.sides)


def _before_the_deal(part: Sequence[Made], denial: Made) -> ThreadStatus:
    """Where the talks stood, by all that was told before somebody denied the deal: refused, or open."""
    earlier = [_meaning(made.move) for made in part[: part.index(denial)]]
    states = [state for state in earlier if state is not None and state not in _MADE]
    return states[-1] if states else "unknown"


def _meaning(move: Move) -> ThreadStatus | None:
    """A refusal holds before the offer is made; an agreement that is only planned or hoped for leaves the talks open. None for a
    denial, which takes back and adds nothing."""
    if move.status == "denied" or move.kind == "deny_talks":
        return None
    if move.status not in ("happened", "ongoing") and _MEANS[move.kind] in _MADE:
        return "open"
    return _MEANS[move.kind]


def _earlier_rounds(part: Sequence[Made], rounds: Iterable[Sequence[Made]], identity: Identity) -> Iterator[Precedent]:
    """Earlier talks of the same parties, and those of one of them that a report of these talks recalls. Parties that only a
    description names ("rebels") may be others each time."""
    reports, named = {made.sheet.id for made in part}, _named(part[0].sides, identity)
    for other in rounds:
        if part[0].day != UNDATED and _before(other[-1].day, part[0].day):
            shared = named & other[0].sides
            if len(shared) > 1 or (shared and reports & {made.sheet.id for made in other}):
                last = other[-1]
                ended = " or ".join(state.value for state in _status(other, identity)) or "unknown"
                words = sentence_around(last.sheet.report.text, last.move.span)
                yield Precedent(id=_thread_id(other), of="thread", words=words, when=last.move.when, ended=ended)


def _earlier_incidents(part: Sequence[Made], settled: Iterable[Incident], identity: Identity, sheets: Mapping[str, Sheet]) -> Iterator[Precedent]:
    """Deals, releases and evacuations before these talks, by the same rule."""
    reports, named = {made.sheet.id for made in part}, _named(part[0].sides, identity)
    for one in settled:
        last = one.when.latest if one.when else None
        if last and part[0].day != UNDATED and _before(last[:10], part[0].day):
            sides = {identity.side(actor) for actor in (*one.parties.actors, *one.parties.recipients)}
            shared = named & sides
            if len(shared) > 1 or (shared and reports & {claim.report for claim in one.claims}):
                sheet = sheets[one.claims[0].report]
                words = sentence_around(sheet.report.text, sheet.events[one.claims[0].event].trigger)
                ended = "carried out" if one.type in ("RETREAT", "AID") else one.status
                yield Precedent(id=one.id, of="incident", words=words, when=one.when, ended=ended)


def _named(sides: Iterable[str], identity: Identity) -> set[str]:
    return {side for side in sides if identity.named(side)}


def _before(earlier: str, later: str) -> bool:
    return earlier != UNDATED and _day(later) - _day(earlier) > _PAUSE


def _day(iso: str) -> date:
    return date.fromisoformat(iso)
