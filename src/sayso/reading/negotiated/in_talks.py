"""Moves told in passing in a report about talks: who there asks, refuses, offers or accepts does it to the other side, whatever of."""

from collections.abc import Iterator

from sayso.model.codes import MoveKind
from sayso.reading.grammar import patients
from sayso.reading.negotiated.asked import ASKING_TO_KNOW, LAWGIVERS, NOT_WANTING
from sayso.reading.negotiated.clause import Clause, foreseen, not_yet, unreal
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.page import Page
from sayso.reading.sides import Sides

ENOUGH = 2
"""A report with so many moves told in so many words is about talks."""
_NO_DEMAND = NOT_WANTING | {
    "wait", "await", "expect", "like", "lobby", "campaign", "charge", "prompt", "seek", "question", "invite", "wish", "want", "order", "prevail",
}
_ASKED_TO_KNOW = ASKING_TO_KNOW | {"reporter"}
_NO_REFUSAL = frozenset({
    "deny", "bar", "shut", "slam", "resist", "send back", "laugh", "mock", "pour", "ignore", "play down", "trash", "no", "spit", "repel", "shun",
    "object", "veto", "baffle", "hedge", "deride", "forbid", "disregard", "dismiss", "oppose", "renounce",
})  # fmt: skip
_SAYS_NOTHING = frozenset({
    "comment", "say", "elaborate", "name", "identify", "answer", "disclose", "reveal", "specify", "discuss", "confirm", "speculate",
})  # fmt: skip
_ACCEPTING = frozenset({"accept", "agree", "consent", "approve", "yield", "comply", "bow", "relent", "heed"})
_GOING_ON = frozenset({"fight", "continue", "resist", "defend", "keep", "press", "carry", "avenge"})
_OFFERING = frozenset({"offer", "promise", "pledge", "undertake"})


def in_talks(page: Page, candidates: list[int], words: TalksWords, sides: Sides) -> Iterator[Found]:
    """The moves of clauses that no move of the page has told yet, in the order of the text."""
    told = sorted(span for move in page.moves for span in (move.span, *move.also))
    for i in candidates:
        token = page.doc[i]
        if token.pos_ != "VERB" or token.dep_ in ("aux", "auxpass", "amod") or page.skipped(token.idx):
            continue
        if unreal(token) or not_yet(token) or foreseen(token) or any(a <= token.idx < b for a, b in told):
            continue
        found = _loosely(Clause(token, words, sides))
        if found is not None:
            told.append((found.token.idx, found.token.idx + 1))
            yield found


def _loosely(clause: Clause) -> Found | None:
    token = clause.token
    if not clause.cls & {"ask", "refuse", "accept", "offer", "promise", "threaten"} or clause.supposed or clause.open or clause.negated:
        return None
    makers = tuple(p for p in clause.doers if clause.armed(p) or clause.go_between(p))
    if not makers or any(clause.outside(p) for p in makers):
        return None
    kind = _kind(clause)
    if kind is None:
        return None
    nouns = [*clause.objects, *clause.under("on", "upon", "from", "to", "of"), *(n for c in clause.clauses for n in c.children if n.dep_ == "nsubj")]
    to = clause.others([n for n in nouns if n.pos_ in ("NOUN", "PROPN", "PRON")], makers)
    about = next(iter([*clause.clauses, *clause.under("for"), *patients(token)]), token)
    return Found(token, kind, about, makers, to, rule=f"negotiated.in-talks.{token.lemma_.lower()}", status="happened")


def _kind(clause: Clause) -> MoveKind | None:
    lemma = clause.token.lemma_.lower()
    if clause.passive:
        return None
    put = clause.under("for", "on", "to", "from", "off", "against")
    if "ask" in clause.cls and lemma not in _NO_DEMAND:
        asked = [*clause.clauses, *put, *clause.objects]
        own = clause.clauses and not clause.objects and not put and not any(n.dep_ == "nsubj" for c in clause.clauses for n in c.children)
        known = any(n.lemma_.lower() in _ASKED_TO_KNOW | LAWGIVERS for n in asked)
        return "demand" if asked and not own and not known else None
    if "refuse" in clause.cls and lemma not in _NO_REFUSAL:
        silent = any(c.lemma_ in _SAYS_NOTHING for c in clause.clauses)
        return "reject" if (clause.clauses or clause.objects) and not silent else None
    if lemma == "threaten" and clause.clauses:
        return "ultimatum"
    if lemma in _ACCEPTING and (clause.clauses or put or clause.objects):
        return "agree" if lemma == "agree" and not put else "accept"
    if lemma in _OFFERING and (clause.clauses or clause.objects):
        return None if "attack" in clause.classes_of(clause.clauses) or any(c.lemma_ in _GOING_ON for c in clause.clauses) else "offer"
    return None


__all__ = ["ENOUGH", "in_talks"]
