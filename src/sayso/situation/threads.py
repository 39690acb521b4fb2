"""Moves joined into talks: who deals with whom, through whom, where it stands and on whose word, and what came before."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from sayso.model.situation import Dispute, Incident, Ref, Thread, ThreadMove
from sayso.situation.case import UNDATED, Sheet
from sayso.situation.denied_talks import Said, denied_talks
from sayso.situation.identity import Identity
from sayso.situation.made import Made, Pair
from sayso.situation.matters import matters_of
from sayso.situation.moves import PAUSE, of_somebody
from sayso.situation.precedents import Precedents, Round
from sayso.situation.released import is_release
from sayso.situation.standing import status_of
from sayso.situation.words import fold, short_id


def threads(
    moves: Iterable[Made], identity: Identity, incidents: Iterable[Incident], by_id: Mapping[str, Sheet], known: Collection[Said],
) -> tuple[list[Thread], list[Dispute]]:  # fmt: skip
    """The talks of a case, by the day on which they began, and what is denied in them. `moves` are those that `made_moves` gives, `by_id` the
    reports that incidents are told in, `known` who speaks in disputes about incidents that may be the same deals."""
    matters = (one for one in matters_of(moves, identity) if of_somebody(one.sides, identity))
    parts = [part for one in matters for part in _without_a_pause(sorted(one.moves, key=lambda m: m.order)) if not all(map(is_release, part))]
    parts.sort(key=lambda part: part[0].order)
    rounds = [Round(short_id("T", part[0].sheet.id, part[0].move.id), part, _parties(part), status_of(part, identity)) for part in parts]
    earlier = Precedents(rounds, incidents, identity, by_id)
    return [_thread(one, identity, earlier) for one in rounds], list(denied_talks(rounds, known))


def _without_a_pause(moves: Sequence[Made]) -> Iterator[list[Made]]:
    """The moves of one matter, in order, as rounds of talks. Who only speaks of an earlier deal takes nothing up again."""
    part, last = [moves[0]], moves[0].day
    for made in moves[1:]:
        if UNDATED not in (made.day, last) and not made.recalled and date.fromisoformat(made.day) - date.fromisoformat(last) > PAUSE:
            yield part
            part = []
        part.append(made)
        if not made.recalled:
            last = made.day
    yield part


def _thread(one: Round, identity: Identity, earlier: Precedents) -> Thread:
    recalled = {precedent.id: precedent for precedent in earlier.of(one)}
    return Thread(
        id=one.id,
        parties=tuple(sorted(one.parties)),
        moves=tuple(_thread_moves(one.moves, identity)),
        status=one.status,
        precedents=tuple(recalled),
        recalled=tuple(recalled.values()),
    )


def _parties(part: Sequence[Made]) -> Pair:
    """The sides of talks that one of their moves has by its own report; for one that none has, whoever is told in its stead ("the rebels")."""
    sides, told = part[0].sides, frozenset[str]().union(*(made.own for made in part))
    return sides if sides <= told else told or sides


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


_REFUSALS = frozenset({"reject", "ultimatum", "walk_out"})
"""What whoever denies a deal may do in the same breath, and does."""


def _thread_move(made: Made, identity: Identity) -> ThreadMove:
    move, sheet = made.move, made.sheet
    doing = {identity.side(party) for party in identity.actors_of(sheet, (*move.from_, *move.to, *move.through))}
    return ThreadMove(
        report=sheet.id,
        move=move.id,
        kind=move.kind,
        from_=identity.actors_of(sheet, move.from_),
        to=identity.actors_of(sheet, move.to),
        through=tuple(dict.fromkeys((*identity.actors_of(sheet, move.through), *sorted(made.via - doing)))),
        terms=move.terms,
        when=move.when,
        status="denied" if made.denied and move.kind not in _REFUSALS and move.status in ("happened", "ongoing") else move.status,
        origin=made.whose.origin,
        source=made.whose.source,
        words=sheet.reading.words(move.span),
    )
