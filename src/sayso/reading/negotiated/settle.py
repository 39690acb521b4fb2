"""A found move set beside the others of its report: what it answers, to whom it must be, and whether it is told again."""

import re
from itertools import chain, islice

from sayso.model import Move, Statement
from sayso.model.codes import MoveKind
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.terms import phrase
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

_ASKING: frozenset[MoveKind] = frozenset({"demand", "offer", "propose", "ultimatum"})
_ANSWERS: dict[MoveKind, frozenset[MoveKind]] = {"reject": _ASKING, "accept": _ASKING, "offer": frozenset({"demand", "offer", "ultimatum"})}
_AIMED: frozenset[MoveKind] = frozenset({"reject", "demand", "ultimatum", "walk_out", "offer", "accept"})
"""Moves that are made towards somebody, whether or not the words name him."""
_REFUSE = frozenset({"reject", "refuse", "turn", "rebuff", "spurn", "decline", "dismiss", "ignore"})
_TO_ALL = frozenset({"negotiated.announce", "negotiated.declare", "negotiated.proclaim"})
"""Steps that a side announces to the world."""
_HEADS = frozenset({"headline", "pull_quote"})
_OTHER_TIME = frozenset({"after", "before", "while", "although", "though"})
_RELATIVE = frozenset({"WP", "WDT", "WRB", "WP$"})
_DEALINGS = 4
"""How many moves back a side's partner is looked for."""
_LOOK = 50
"""How many moves back (and from the report's beginning) an answer or a repetition is looked for."""

_WORD = re.compile(r"\w+")


def answered(page: Page, found: Found) -> str | None:
    """The move of this report that a rejection, an acceptance or a counter-offer answers: the last one made to its maker."""
    kinds = _ANSWERS.get(found.kind)
    if not kinds or not found.makers or (_has_a_name(found.object) and not found.to):
        return None
    for move in islice(reversed(page.moves), _LOOK):
        to_maker = not move.to or set(move.to) & set(found.makers)
        from_other = not set(move.from_) & set(found.makers) and (not found.to or set(found.to) & set(move.from_))
        if move.kind in kinds and to_maker and from_other:
            return move.id
    return None


def _has_a_name(noun: Token | None) -> bool:
    """Whether what is refused or accepted bears a name of its own: "the Vance plan" is nobody's last demand."""
    return noun is not None and any(c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN" for c in noun.children)


def link_answers(page: Page) -> None:
    """Refusals and acceptances told before what they answer: "rejected a truce proposed by the rebels"."""
    for i, move in enumerate(page.moves):
        if move.answers is None and move.kind in ("reject", "accept") and move.from_:
            for other in page.moves[i + 1 : i + 1 + _LOOK]:
                if other.kind in _ASKING and set(other.from_) & set(move.to) and not set(other.from_) & set(move.from_):
                    page.moves[i] = move.model_copy(update={"answers": other.id})
                    break
    asked = {move.answers: move for move in page.moves if move.answers is not None and move.kind in ("reject", "accept")}
    for i, move in enumerate(page.moves):
        if not move.to and move.id in asked and move.from_ and _inside(move, asked[move.id]):  # it was made to who turned it down
            to = tuple(p for p in asked[move.id].from_ if p not in move.from_)
            page.moves[i] = move.model_copy(update={"to": to})


def _inside(move: Move, answer: Move) -> bool:
    """Whether what is answered is told in the words of the answer."""
    return any(a <= move.span[0] < b for a, b in (answer.span, *answer.also))


def link_mediators(page: Page) -> None:
    """A mediation whose parties its own words do not name is between those of the pact that it brought about, and that pact is through
    whoever mediated: one that names him, else one told beside it."""
    for i, move in enumerate(page.moves):
        if move.kind != "mediate" or not move.from_:
            continue
        near = range(max(0, i - _LOOK), min(len(page.moves), i + _LOOK))
        pacts = [j for j in near if page.moves[j].kind == "agree" and page.moves[j].from_ and not set(page.moves[j].from_) & set(move.from_)]
        at = next((j for j in pacts if set(page.moves[j].through) & set(move.from_)), None)
        if at is None:
            at = next((j for j in pacts if not page.moves[j].through and _beside(page, move, page.moves[j])), None)
        if at is None:
            continue
        pact = page.moves[at]
        if len(move.to) < 2:
            page.moves[i] = move.model_copy(update={"to": tuple(dict.fromkeys(p for p in (*pact.from_, *pact.to, *move.to) if p not in move.from_))})
        if not pact.through:
            page.moves[at] = pact.model_copy(update={"through": move.from_, "channel": "mediator"})


def _beside(page: Page, move: Move, pact: Move) -> bool:
    """Whether a mediation is told in the sentence of a pact."""
    first, last = page.tokens(*pact.span), page.tokens(*move.span)
    return bool(len(first) and len(last)) and first[0].sent.start == last[0].sent.start


def addressee(page: Page, found: Found, answers: str | None, around: Statement | None, sides: Sides) -> tuple[tuple[str, ...], bool]:
    """To whom a move is made, and whether the words say so. Unsaid: the maker of what it answers; the side that tells of the
    demand; the besieger, for an aid body's call for access; the armed side across, for one side's demand or refusal."""
    if found.to:
        return found.to, True
    if not found.makers:
        return (), False
    if answers is not None and found.kind in ("reject", "accept"):
        return next(m.from_ for m in page.moves if m.id == answers), True
    makers = {*found.makers, *(sides.behind(p) or p for p in found.makers)}
    if found.kind == "agree" and around is not None and around.speaker and sides.kind(around.speaker) in ("io", "ngo"):
        return (around.speaker,) if around.speaker not in makers and found.object is not None and found.object.pos_ == "VERB" else (), False
    if found.kind == "breach":
        accuser = sides.behind(around.speaker) if around is not None else None
        return ((accuser,) if accuser is not None and accuser not in makers and sides.kind(accuser) in ARMED else ()), True
    if found.kind not in _AIMED or found.rule in _TO_ALL:
        return (), False
    if found.kind == "demand" and around is not None:
        teller = sides.behind(around.speaker)
        if teller is not None and teller not in makers and sides.kind(teller) in ARMED:
            return (teller,), True
    if found.kind in _ASKING and _answered_by_others(found.token):
        return (), False
    if any(sides.kind(p) in ARMED for p in makers):
        across = _partner(page, makers, sides) or sides.opponent(found.makers[0])
        return ((across,) if across and across not in makers else ()), False
    if found.kind == "demand" and any(sides.kind(p) in ("io", "ngo") for p in makers):
        besiegers = [c.holder for c in page.control if c.relation == "besieges" and c.holder]
        rulers = [p for p in sides.belligerents if page.cast[p].kind == "government"]
        return tuple((besiegers or rulers)[:1]), False
    return (), False


def _answered_by_others(noun: Token) -> bool:
    """ "A village council turned down a demand by the rebels": it was made to whoever answers, and to no other side."""
    return noun.pos_ == "NOUN" and noun.dep_ == "dobj" and noun.head.lemma_ in _REFUSE and any(c.dep_ == "nsubj" for c in noun.head.children)


def _partner(page: Page, makers: set[str], sides: Sides) -> str | None:
    """The armed side with which the makers had their last dealings in this report."""
    for move in islice(reversed(page.moves), _DEALINGS):
        for ours, theirs in ((move.from_, move.to), (move.to, move.from_)):
            others = [p for p in theirs if p not in makers and sides.behind(p) not in makers and (sides.kind(p) in ARMED or sides.body(p))]
            if set(ours) & makers and len(others) == 1:
                return others[0]
    return None


def repeated(page: Page, move: Move, around: Statement | None, retold: dict[str, list[str]]) -> int | None:
    """The place of an earlier move that this one tells again: the same plan or mediation, the statement that a headline or a pull
    quote repeats, or the same words. `retold`: by statement, those that repeat it."""
    words = set(_WORD.findall(page.report.text[slice(*move.span)].lower()))
    same_statement = {around.repeats, *retold.get(around.id, ())} - {None} if around else set()
    total = len(page.moves)
    for i in chain(range(min(_LOOK, total)), range(max(_LOOK, total - _LOOK), total)):
        other = page.moves[i]
        if other.kind != move.kind:
            continue
        if other.according_to is not None and other.according_to in same_statement:
            return i
        if move.kind in ("propose", "mediate") and set(other.from_) == set(move.from_):
            return i
        if move.kind == "demand" and move.by == "negotiated.must" and set(other.from_) == set(move.from_):
            return i
        same_makers = not other.from_ or set(other.from_) == set(move.from_)
        if page.part(other.span[0]) in _HEADS and same_makers and (not other.to or not move.to or other.to == move.to):
            return i
        there = set(_WORD.findall(page.report.text[slice(*other.span)].lower()))
        if move.terms and other.terms and move.terms == other.terms and len(move.terms[0].text) > 30:
            return i
        if len(words & there) >= 0.8 * max(len(words), len(there)) and len(words) >= 4:
            return i
    return None


def told_again(page: Page, first: Move, again: Move) -> Move:
    """One move of two tellings: the body's words stand before a headline's or a pull quote's, the others are further evidence."""
    if page.part(first.span[0]) in _HEADS and page.part(again.span[0]) not in _HEADS:
        answers = again.answers if again.answers != first.id else first.answers
        return again.model_copy(update={"id": first.id, "also": (first.span, *first.also), "answers": answers})
    known = len(first.also) >= _LOOK or again.span in first.also or again.span == first.span
    also = first.also if known else (*first.also, again.span)
    filled = {name: getattr(again, name) for name in ("from_", "to", "through", "terms") if not getattr(first, name)}
    return first.model_copy(update={"also": also, **filled})


_STOPS = frozenset(",;:")
"""They close what a verb governs and are no part of it."""


def span_of(found: Found) -> tuple[int, int]:
    """From the move's first auxiliary (or its own word) to the end of what it governs, relative clauses left out."""
    token = found.token
    start = min([token.idx, *(c.idx for c in token.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < token.i)])
    head = found.object if found.object is not None and found.object != token else token
    last = _without_relative(head) if found.kind == "agree" and head.pos_ in ("NOUN", "PROPN") else _before_another_time(head)
    first, end = phrase(last.nbor(-1) if last.text in _STOPS and last.i > head.i else last, head)
    if first >= token.sent.start_char and 0 < start - first < 120:
        start = first
    return start, max(end, token.idx + len(token))


def _before_another_time(head: Token) -> Token:
    """The last token of what a word governs, without what was done at another time: ", a day after the rebels had shelled it"."""
    doc, last = head.doc, head.right_edge.i
    for i in range(head.i + 2, last - 1):
        if doc[i].text == "," and any(t.lower_ in _OTHER_TIME for t in doc[i + 1 : min(i + 5, last)]):
            return doc[i - 1]
    return head.right_edge


def _without_relative(head: Token) -> Token:
    """The last token of a noun phrase before its relative clause."""
    clause = next((c for c in head.children if c.dep_ == "relcl" and c.i > head.i and _RELATIVE & {t.tag_ for t in c.children}), None)
    if clause is None:
        return head.right_edge
    last = clause.left_edge.i - 1
    return head.doc[max(head.i, last - 1 if head.doc[last].is_punct else last)]
