"""The time of a clause: which time expression dates the act that a token stands for."""

from spacy.tokens import Token

from sayso.model import Interval, Time
from sayso.reading.page import Page

_CLAUSE_ENDS = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "conj"})
"""Dependencies over which an adverbial of time does not reach down unasked."""


def of(page: Page, token: Token) -> Interval | None:
    """The days of the act at `token`: of a time under it or under its clause's verbs, else of one that opens the sentence; else None."""
    dated = [t for t in page.times if t.type in ("DATE", "TIME") and (t.earliest or t.latest)]
    if not dated:
        return None
    sentence = token.sent
    start, end = sentence.start_char, sentence.end_char
    near = [t for t in dated if start <= t.span[0] < end]
    if not near:
        return None
    clause = _clause(token)
    attached = [(abs(t.span[0] - token.idx), t) for t in near if _head_verb(page, t) in clause]
    if attached:
        return _interval(min(attached, key=lambda x: (x[0], x[1].span))[1])
    opening = [t for t in near if t.span[0] - start <= 20 and t.span[1] < token.idx]
    return _interval(opening[0]) if opening else None


def _clause(token: Token) -> set[int]:
    """The token and the heads above it up to and including its clause's verb, with verbs that govern it as bare complements."""
    found = {token.i}
    current = token
    while current.head.i != current.i:
        if current.pos_ in ("VERB", "AUX") and current.dep_ in _CLAUSE_ENDS:
            break
        current = current.head
        found.add(current.i)
    return found


def _head_verb(page: Page, time: Time) -> int:
    """The token that a time expression hangs on, past its preposition."""
    span = page.tokens(*time.span)
    head = span.root.head
    while head.pos_ in ("ADP", "SCONJ", "PART") and head.head.i != head.i:
        head = head.head
    return head.i


def _interval(time: Time) -> Interval:
    return Interval(earliest=time.earliest, latest=time.latest)
