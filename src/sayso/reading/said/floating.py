"""Quotations that no cue claimed: the rest of a quotation just attributed, a floating one, a colon or dash attribution."""

from sayso.reading.said.clauses import trimmed
from sayso.reading.said.draft import Draft
from sayso.reading.said.quotations import Quotation
from sayso.reading.said.sheet import Sheet

_SHORT = 3
"""A quotation of fewer words is a term or a scare quote, not something said."""


def floating(sheet: Sheet, drafts: list[Draft]) -> list[Draft]:
    """Give each unclaimed quotation to the statement it goes on from; what remains unclaimed is left out."""
    new: list[Draft] = []
    claimed = sorted((s, e, k) for k, d in enumerate(drafts) for s, e in d.content)
    at, last = 0, None
    for quotation in sheet.quotations:
        while at < len(claimed) and claimed[at][0] < quotation.right:
            if drafts[claimed[at][2]].voice is not None:
                last = drafts[claimed[at][2]]
            at += 1
        if _claimed(drafts, quotation) or not _said(sheet, quotation):
            continue
        if last is None:
            continue
        previous = last.follows or last
        end = max(e for _, e in last.content)
        between = sheet.text[min(end, quotation.left) : quotation.left]
        spans = trimmed(sheet, quotation.start, quotation.end)
        if not spans:
            continue
        if "\n" not in between and previous.frame == "quote" and _adjacent(sheet, last, quotation):
            last.content += spans
        elif between.count("\n") and previous.frame in ("quote", "clause", "insert", "according") and _alone(sheet, quotation):
            draft = Draft(spans, "say", "floating", None, None, follows=previous)
            new.append(draft)
            last = draft
    return new


def _claimed(drafts: list[Draft], quotation: Quotation) -> bool:
    return any(
        s < quotation.end and quotation.start < e and not (d.cue and quotation.left <= d.cue.token.idx < quotation.right)
        for d in drafts for s, e in d.content
    )  # fmt: skip


def _said(sheet: Sheet, quotation: Quotation) -> bool:
    return sheet.text.count(" ", quotation.start, quotation.end) >= _SHORT - 1


def _adjacent(sheet: Sheet, draft: Draft, quotation: Quotation) -> bool:
    """Whether a quotation begins right after the sentence of the attribution."""
    if draft.cue is None:
        return True
    before = sheet.text[: quotation.left].rstrip()[-1:]
    return before in (".", ":", "!", "?", ",", "\u201d", '"')


def _alone(sheet: Sheet, quotation: Quotation) -> bool:
    """Whether a quotation opens its paragraph."""
    line = sheet.text.rfind("\n", 0, quotation.left) + 1
    return not sheet.text[line : quotation.left].strip()
