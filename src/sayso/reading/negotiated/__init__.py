"""Who demands, offers, refuses what: the moves of talks between the parties of a conflict."""

from sayso.lexicon import Lexicon
from sayso.model import Move
from sayso.model.codes import MoveChannel, MoveKind, Status
from sayso.reading.happened.senses import Senses
from sayso.reading.happened.status import standing
from sayso.reading.negotiated.find import Found, find_moves
from sayso.reading.negotiated.terms import phrase, terms_of
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.page import Page
from sayso.reading.sides import ARMED, Sides
from sayso.reading.when.attach import of as time_of

_ANSWERS: dict[MoveKind, frozenset[MoveKind]] = {
    "reject": frozenset({"demand", "offer", "propose", "ultimatum"}),
    "accept": frozenset({"demand", "offer", "propose", "ultimatum"}),
    "offer": frozenset({"demand"}),
}
_SPOKEN: frozenset[MoveKind] = frozenset({"demand", "offer", "reject", "accept", "propose", "ultimatum", "deny_talks", "walk_out"})
"""Moves that are made by saying so: a move told as having been made has happened, even where what it asks has not."""
_PUBLIC = frozenset({"tweet", "press_statement", "press_conference", "broadcast", "interview"})
_MAKERS = ARMED | {"io", "ngo", "person", "party", "other", "civilians"}


class Negotiated:
    """Answers the question for one page at a time; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = TalksWords(lexicon)
        self._senses = Senses(lexicon)

    def __call__(self, page: Page) -> None:
        """Read the page and add to `page.moves`."""
        if not self._words.candidates(page.doc) or not self._words.about_war(page.doc):
            return
        sides = Sides(page)
        for found in find_moves(page, self._words, sides):
            if _between_sides(found, sides):
                self._tell(page, found, sides)

    def _tell(self, page: Page, found: Found, sides: Sides) -> None:
        start, end = _span(found)
        around = page.statement_around(found.token.idx, found.token.idx + len(found.token))
        told = around.id if around else None
        to = found.to or _other_side(found, sides)
        earlier = _repeated(page, found.kind, found.makers, told)
        if earlier is not None:
            page.moves[earlier] = page.moves[earlier].model_copy(update={"also": (*page.moves[earlier].also, (start, end))})
            return
        answered = _answered(page, found.kind, found.makers)
        if answered is not None and not to:
            to = next(m.from_ for m in page.moves if m.id == answered)
        page.moves.append(
            Move(
                id=f"M{len(page.moves) + 1}", kind=found.kind, from_=found.makers, to=to, through=found.through,
                terms=terms_of(found.kind, found.object, page.report), answers=answered, channel=_channel(found, around.channel if around else ""),
                span=(start, end), when=time_of(page, found.token), status=self._status(found), according_to=told,
                confidence=0.5 + 0.1 * bool(found.makers) + 0.1 * bool(found.to), by=found.rule,
            )
        )  # fmt: skip

    def _status(self, found: Found) -> Status:
        if found.kind == "deny_talks":
            return "denied"
        status = standing(found.token, self._senses).status
        if status == "denied" and found.negated:
            return "happened"
        if found.kind in _SPOKEN | {"agree", "mediate"} and status in ("demanded", "planned", "possible"):
            return "happened"
        return status


def _between_sides(found: Found, sides: Sides) -> bool:
    """Moves are between parties to the conflict, or with a mediator or an aid body: one armed side at least, and no mere onlooker."""
    named = [*found.makers, *found.to, *found.through]
    if found.kind in ("agree", "deny_talks", "walk_out", "breach", "implement", "mediate") and not named:
        return bool(sides.belligerents) and found.kind in ("agree", "breach")
    kinds = {sides.kind(p) for p in named}
    if not kinds & ARMED and not (kinds & {"io", "ngo"} and sides.belligerents):
        return False
    return all(sides.kind(p) in _MAKERS for p in found.makers)


def _other_side(found: Found, sides: Sides) -> tuple[str, ...]:
    """To whom, where the words do not say: the other armed side, where the maker is one of two or more."""
    if not found.makers or found.kind in ("mediate", "propose", "implement", "breach"):
        return ()
    makers = {*found.makers, *(sides.behind(p) or p for p in found.makers)}
    if not any(sides.kind(p) in ARMED for p in makers):
        return ()
    others = [p for p in sides.belligerents if p not in makers]
    return tuple(others[:1])


def _span(found: Found) -> tuple[int, int]:
    """From the move's first auxiliary (or its own word) to the end of what it governs."""
    token = found.token
    start = min([token.idx, *(c.idx for c in token.children if c.dep_ in ("aux", "auxpass", "neg"))])
    last_start, end = phrase(found.object) if found.object is not None and found.object is not token else phrase(token)
    start = min([start, last_start] if last_start >= token.sent.start_char and start - last_start < 120 else [start])
    return start, max(end, token.idx + len(token))


def _repeated(page: Page, kind: MoveKind, makers: tuple[str, ...], told: str | None) -> int | None:
    """The move of the statement that this one repeats (a headline, a pull quote), or of which this is told again."""
    if kind in ("propose", "mediate"):
        same_plan = next((i for i, m in enumerate(page.moves) if m.kind == kind and set(m.from_) == set(makers)), None)
        if same_plan is not None:
            return same_plan
    statement = next((s for s in page.statements if s.id == told), None)
    if statement is None:
        return None
    same = {statement.repeats} | {s.id for s in page.statements if s.repeats == statement.id}
    same.discard(None)
    return next((i for i, m in enumerate(page.moves) if m.kind == kind and m.according_to in same), None)


def _answered(page: Page, kind: MoveKind, makers: tuple[str, ...]) -> str | None:
    kinds = _ANSWERS.get(kind)
    if not kinds:
        return None
    for move in reversed(page.moves):
        if move.kind in kinds and (set(move.to) & set(makers) or not move.to) and not set(move.from_) & set(makers):
            return move.id
    return None


def _channel(found: Found, spoken: str) -> MoveChannel:
    if found.kind == "mediate" or (found.through and found.kind in ("agree", "accept")):
        return "mediator"
    if found.through:
        return "intermediary"
    return "public" if spoken in _PUBLIC else "unknown"


__all__ = ["Negotiated"]
