"""A found move set beside the others of its report: what it answers, and whether it is told again."""

import re
from itertools import chain, islice

from sayso.model import Move, Statement
from sayso.model.codes import MoveKind
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.terms import phrase
from sayso.reading.page import Page
from sayso.reading.parsed import Token

_ASKING: frozenset[MoveKind] = frozenset({"demand", "offer", "propose", "ultimatum"})
_ANSWERS: dict[MoveKind, frozenset[MoveKind]] = {"reject": _ASKING, "accept": _ASKING, "offer": frozenset({"demand", "offer", "ultimatum"})}
_HEADS = frozenset({"headline", "pull_quote"})
_OTHER_TIME = frozenset({"after", "before", "while", "although", "though"})
_RELATIVE = frozenset({"WP", "WDT", "WRB", "WP$"})
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
