"""Moves that the report's events tell of and no rule of talks has found: an agreement, a refusal, a demand, a mediation between the sides.

PLOVER's AGREE, REJECT, CONCEDE, REQUEST and CONSULT are the moves of talks seen as events; where one is between the sides of the war it is
a move as well. What makes a verb such an event is the question `happened`'s business and is not asked again here."""

from collections.abc import Iterator

from sayso.model import Event, Move
from sayso.model.codes import MoveKind
from sayso.reading.grammar import below, patients
from sayso.reading.negotiated.clause import foreseen, not_yet, unreal
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

_BY_TYPE: dict[str, MoveKind] = {"AGREE": "agree", "REJECT": "reject", "REQUEST": "demand", "CONSULT": "mediate", "CONCEDE": "offer"}
_FIGHTS = frozenset({"armed_group", "military", "coalition"})
_BETWEEN = frozenset({"io", "ngo"})
_TALKING = frozenset({"speak", "talk", "negotiate", "meet", "sit", "deal", "bargain"})
_SWAPS = frozenset({"exchange", "swap"})


def told_by_events(page: Page, words: TalksWords, sides: Sides) -> Iterator[Found]:
    """The moves of events whose sentence has no move of the same kind or makers yet, in the order of the text."""
    told: dict[int, list[Move]] = {}
    for move in page.moves:
        for span in (move.span, *move.also):
            told.setdefault(_sentence(page, span), []).append(move)
    for event in page.events:
        if (event.type not in _BY_TYPE and event.type not in ("RETREAT", "SUPPORT")) or not event.actors or page.skipped(event.trigger[0]):
            continue
        token = page.tokens(*event.trigger).root
        if token.dep_ in ("compound", "amod", "nmod") or unreal(token) or not_yet(token) or foreseen(token) or _refusal_denied(token, words):
            continue
        makers = tuple(p for p in event.actors if sides.kind(p) in ARMED | _BETWEEN)
        to = tuple(p for p in event.recipients if p not in makers and sides.kind(p) in ARMED | _BETWEEN)
        kind = _kind(event, token, makers, to, words, sides) if makers else None
        there = told.get(_sentence(page, event.trigger), [])
        if kind is None or any(move.kind == kind or set(move.from_) & set(makers) for move in there):
            continue
        if kind == "agree" and not to and len(makers) == 2:
            makers, to = makers[:1], makers[1:]
        governed = next(iter(patients(token)), None)
        yield Found(token, kind, governed, makers, to, rule=f"negotiated.event.{event.type.lower()}", status="happened")


def _refusal_denied(token: Token, words: TalksWords) -> bool:
    """ "Would not reject a truce", "did not refuse"."""
    refusing = "refuse" in words.classes(token) or any(row.kind == "reject" for row in words.moves(token))
    return refusing and any(c.dep_ == "neg" or c.lower_ == "never" for c in token.children)


def _sentence(page: Page, span: tuple[int, int]) -> int:
    tokens = page.tokens(*span)
    return tokens[0].sent.start if len(tokens) else -1


def _kind(event: Event, token: Token, makers: tuple[str, ...], to: tuple[str, ...], words: TalksWords, sides: Sides) -> MoveKind | None:
    """The move that an event between these is, if it is one: with the other side, or about what talks are about."""
    if event.type == "CONCEDE" and event.status == "denied":
        return "reject"
    if event.status not in ("happened", "ongoing"):
        return None
    named = {sides.kind(p) for p in (*makers, *to)}
    several = len(makers) + len(to) > 1
    pact = any(words.is_pact(t) for t in below(token, 12))
    if event.type == "RETREAT":
        swapped = event.mode == "release" and token.lemma_.lower() in _SWAPS and len(makers) > 1
        kept = any(words.is_pact(t) for c in token.children if c.dep_ == "prep" and c.lower_ in ("in", "under") for t in below(c, 6))
        return "implement" if named & ARMED and (swapped or kept) else None
    if event.type == "SUPPORT":
        return "agree" if pact and token.lemma_.lower() in ("sign", "initial", "ratify") else None
    if not named & _FIGHTS:
        return None
    if event.type == "CONSULT":
        return "mediate" if event.mode == "third-party" and len(to) > 1 else None
    if event.type == "AGREE":
        if (row := next(iter(words.moves(token)), None)) is not None and row.kind == "offer":
            return "offer" if to else None  # what is offered or promised is not agreed yet
        return "agree" if several and (pact or words.term(token) is not None) else None
    about = any(words.term(t) is not None for t in below(token, 25) if t != token)
    if event.type == "REJECT":
        return "reject" if about or _of_the_other_side(token, to) else None
    return _BY_TYPE[event.type] if about and any(sides.kind(p) in ARMED for p in to) else None


def _of_the_other_side(token: Token, to: tuple[str, ...]) -> bool:
    """ "Would not speak to the rebels": a refusal of the other side itself."""
    return bool(to) and token.lemma_.lower() in _TALKING
