"""The stance of plain statements by what their words do: who says that he will not sign refuses, who tells of the other side's attack accuses it."""

from sayso.model import Event, Move, Statement
from sayso.model.codes import FIGHTERS, EventType, MoveKind, Stance
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import Sides

_BY_MOVE: dict[MoveKind, Stance] = {
    "reject": "reject", "walk_out": "reject", "deny_talks": "deny", "ultimatum": "threaten", "offer": "offer", "propose": "offer", "demand": "demand",
}  # fmt: skip
_ORDER: tuple[Stance, ...] = ("reject", "deny", "threaten", "offer", "demand")
"""Of several moves in one statement the first of these gives the stance."""
_WRONGS: frozenset[EventType] = frozenset({"ASSAULT", "COERCE"})
_DONE = frozenset({"happened", "ongoing"})


def performed(page: Page) -> None:
    """Give the plain statements of a page the stance of the moves that they make and of the deeds that they tell of the other side."""
    plain = {s.id for s in page.statements if s.stance == "say" and s.speaker is not None}
    if not plain:
        return
    sides = Sides(page)
    moves: dict[str, list[Move]] = {}
    for move in page.moves:
        if move.according_to in plain:
            moves.setdefault(move.according_to, []).append(move)
    deeds: dict[str, list[Event]] = {}
    for event in page.events:
        if event.according_to in plain and event.type in _WRONGS and event.status in _DONE:
            deeds.setdefault(event.according_to, []).append(event)
    for i, statement in enumerate(page.statements):
        if statement.id in moves or statement.id in deeds:
            made = [move for move in moves.get(statement.id, ()) if _performs(page, statement, move)]
            stance = _stance(statement, made, deeds.get(statement.id, []), sides)
            if stance is not None:
                page.restate(i, statement.model_copy(update={"stance": stance}))


def _performs(page: Page, statement: Statement, move: Move) -> bool:
    """Whether a move is what the statement itself says, and not one that it only tells of: "had rejected all demands", "is pressing for"."""
    if move.kind in ("breach", "deny_talks"):
        return True
    heads = [verb for span in statement.content for head in (page.tokens(*span).root,) for verb in (head, *head.conjuncts)]
    said = [word for verb in heads for word in (verb, *(c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")))]
    return any(_now(word) for word in said if move.span[0] <= word.idx < move.span[1])


def _now(verb: Token) -> bool:
    """Whether a verb tells what is or will be; one of a quotation's own act may stand in the perfect: "we have decided"."""
    helped = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.tag_ in ("VBD", "VBG") or helped & {"has", "had"}:
        return verb.lemma_ in ("be", "have")
    return True


def _stance(statement: Statement, moves: list[Move], deeds: list[Event], sides: Sides) -> Stance | None:
    own = {statement.speaker, sides.behind(statement.speaker)}
    made = {_BY_MOVE[m.kind] for m in moves if m.kind in _BY_MOVE and own & {*m.from_, *(sides.behind(p) for p in m.from_)}}
    for stance in _ORDER:
        if stance in made:
            return stance
    speaks_for = sides.behind(statement.speaker)
    if speaks_for is None or sides.kind(speaks_for) not in FIGHTERS:
        return None
    if any(m.kind == "breach" and m.from_ and not own & {*m.from_, *(sides.behind(p) for p in m.from_)} for m in moves):
        return "accuse"
    return "accuse" if any(_wrongs(event, own, sides) for event in deeds) else None


def _wrongs(event: Event, own: set[str | None], sides: Sides) -> bool:
    """Whether a deed is one of another armed side against people who do not fight."""
    doers = {*event.actors, *(sides.behind(p) for p in event.actors)}
    return bool(doers) and not own & doers and any(sides.kind(p) in FIGHTERS for p in event.actors) and any(
        sides.kind(p) == "civilians" for p in event.recipients
    )
