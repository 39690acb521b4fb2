"""Whose statement a whole report is, as its beginning says: "Statement of the rebel command", "The command announces"."""

from collections.abc import Callable

from sayso.reading.page import Page

OURS = frozenset({"we", "us", "our", "ours"})
_PAPERS = frozenset({"statement", "communique", "communiqué", "declaration", "announcement", "message", "letter"})
_ISSUES = frozenset({"states", "announces", "declares", "affirms", "proclaims", "informs"})
_OPENING = 60
"""Tokens at the beginning of a statement that say whose it is."""
_NEAR = 12


def issuer(page: Page, armed: Callable[[str], bool]) -> str | None:
    """The armed side that issues the report; None where no "we" stands outside all quotations, or nobody is named.

    `armed`: whether a party is an armed side.
    """
    own = (t for t in page.doc if t.lower_ in OURS and not page.skipped(t.idx) and page.statement_around(t.idx, t.idx + len(t)) is None)
    if next(own, None) is None:
        return None
    for token in page.doc[:_OPENING]:
        if token.lemma_.lower() in _PAPERS:
            named = _between(page, armed, token.i, min(token.i + _NEAR, token.sent.end))
        elif token.lower_ in _ISSUES:
            named = _between(page, armed, token.sent.start, token.i)
        else:
            continue
        if named:
            return named[0]
    return None


def _between(page: Page, armed: Callable[[str], bool], first: int, last: int) -> list[str]:
    """The armed sides that are named among these tokens, in the order of the text."""
    doc = page.doc
    start, end = doc[first].idx, doc[last - 1].idx if last > first else doc[first].idx
    named = {min(a for a, _ in m.mentions if start <= a <= end): m.id for m in page.cast.members()
             if armed(m.id) and any(start <= a <= end for a, _ in m.mentions)}  # fmt: skip
    return [named[at] for at in sorted(named)]
