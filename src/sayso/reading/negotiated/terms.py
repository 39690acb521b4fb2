"""The terms of a move: what it gives and gets, seen from the party that makes it, in the report's words."""

import re

from spacy.tokens import Token

from sayso.model import Report, Term
from sayso.model.codes import MoveKind

_RETURN = re.compile(r"\b(?:in (?:return|exchange) for|in return,? for|on condition (?:that|of)|provided(?: that)?|if)\b", re.IGNORECASE)
_GIVING: frozenset[MoveKind] = frozenset({"offer", "accept", "implement"})
_TERMED: frozenset[MoveKind] = frozenset({"demand", "offer", "propose", "agree", "accept", "ultimatum", "mediate"})
_LONGEST = 220


def phrase(last: Token, head: Token) -> tuple[int, int]:
    """Offsets of a head's phrase up to `last`, within its sentence and cut at a sensible length."""
    start = head.left_edge.idx
    end = min(last.idx + len(last), head.sent.end_char)
    if end - start > _LONGEST:
        end = next((t.idx + len(t) for t in reversed(head.doc[head.i : last.i + 1]) if t.idx + len(t) - start <= _LONGEST), head.idx + len(head))
    return start, end


def terms_of(kind: MoveKind, governed: Token | None, report: Report) -> tuple[Term, ...]:
    """The terms named in what a move governs; a return ("in exchange for") is the other side of the same term."""
    if governed is None or kind not in _TERMED:
        return ()
    text = _clean(report.text[slice(*phrase(governed.right_edge, governed))])
    if len(text) < 4:
        return ()
    parts = _RETURN.split(text, maxsplit=1)
    first = _clean(parts[0])
    second = _clean(parts[1]) if len(parts) > 1 else None
    if kind in _GIVING:
        return (Term(gives=first, gets=second, text=text),)
    return (Term(gives=second, gets=first, text=text),)


def _clean(words: str) -> str:
    return " ".join(words.split()).strip(" ,.;:“”\"'‘’")
