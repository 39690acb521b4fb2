"""The terms of a move: what it gives and gets, seen from the party that makes it, in the report's words."""

import re

from sayso.model import Report, Term
from sayso.model.codes import MoveKind
from sayso.reading.parsed import Token

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


def terms_of(kind: MoveKind, token: Token, governed: Token | None, report: Report) -> tuple[Term, ...]:
    """The terms named in what a move governs; a return ("in exchange for", "if") is the other side of the same term."""
    if governed is None or kind not in _TERMED:
        return ()
    start, end = phrase(governed.right_edge, governed)
    if governed != token:
        end = max([end, *(_end(c) for c in token.children if c.i > governed.i and _is_return(c) and _end(c) - start <= 2 * _LONGEST)])
    text = _clean(report.text[start:end])
    if len(text) < 4:
        return ()
    parts = _RETURN.split(text, maxsplit=1)
    first = _clean(parts[0])
    second = _clean(parts[1]) if len(parts) > 1 else None
    if kind in _GIVING:
        return (Term(gives=first, gets=second, text=text),)
    return (Term(gives=second, gets=first, text=text),)


def _end(token: Token) -> int:
    return token.right_edge.idx + len(token.right_edge)


def _is_return(child: Token) -> bool:
    """What hangs on the move's own word and is its return: "in exchange for the bodies", "if the troops left"."""
    if child.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "provided") for c in child.children)
    return child.dep_ == "prep" and any(c.lemma_ in ("return", "exchange") for c in child.children)


def _clean(words: str) -> str:
    return " ".join(words.split()).strip(" ,.;:“”\"'‘’")
