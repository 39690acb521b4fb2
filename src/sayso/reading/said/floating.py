"""Quotations that no cue claimed: the rest of a quotation just attributed, a floating one, a colon or dash attribution."""

import re

from sayso.reading.said.draft import Draft
from sayso.reading.said.marks import OPENING
from sayso.reading.said.openings import open_statement, signed_after
from sayso.reading.said.quotations import Quotation
from sayso.reading.said.scene import Scene
from sayso.reading.said.sheet import Sheet
from sayso.reading.said.trim import trimmed

_SHORT = 3
"""A quotation of fewer words is a term or a scare quote, not something said."""
_JOINERS = re.compile(r"(?:and|but|so|still|then|yet)\s*$", re.IGNORECASE)
_TWIN = 600
"""A longer quotation is no pull quote."""
_SPOKEN = ("quote", "clause", "insert", "according")


def floating(sheet: Sheet, scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Give each unclaimed quotation to the statement it goes on from; what remains unclaimed is left out."""
    new: list[Draft] = []
    outer = [d for d in drafts if d.cue is None or sheet.quotation_around(d.cue.token.idx) is None]
    twins = {_plain(sheet.text[s:e]): d for d in reversed(outer) for s, e in d.content if e - s < _TWIN} if sheet.quotations else {}
    claimed = sorted(((s, e, k) for k, d in enumerate(outer) for s, e in d.content))
    at, reach, last, spoken = 0, 0, None, None
    for quotation in sheet.quotations:
        while at < len(claimed) and claimed[at][0] < quotation.end:
            _, end, k = claimed[at]
            reach = max(reach, end)
            if outer[k].voice is not None:
                last = outer[k]
                spoken = last if last.frame == "quote" or _closes(sheet, last) else spoken
            at += 1
        if reach > quotation.start or not _said(sheet, quotation):
            continue
        twin = twins.get(_plain(sheet.text[quotation.start : quotation.end]))
        if twin is not None and _alone(sheet, quotation):
            new.append(Draft(trimmed(sheet, quotation.start, quotation.end), twin.stance, "repeat", follows=twin))
            continue
        opened = signed_after(scene, quotation) or (open_statement(scene, quotation) if not quotation.continues else None)
        if opened is not None:
            new.append(opened)
            last = spoken = opened
            reach = max(e for _, e in opened.content)
            continue
        if last is None or _attributed(sheet, quotation):
            continue
        previous = last.follows or last
        between = _between(sheet, last, quotation)
        spans = trimmed(sheet, quotation.start, quotation.end)
        if not spans:
            continue
        if quotation.continues and last.content[-1][1] <= quotation.left:
            last.content += spans
        elif spoken is not None and "\n" not in _between(sheet, spoken, quotation) and _adjacent(sheet, spoken, quotation):
            if spoken.frame == "quote":
                spoken.content += spans
            else:
                new.append(Draft(spans, "say", "floating", None, None, follows=spoken))
        elif "\n" in between and previous.frame in _SPOKEN and _alone(sheet, quotation):
            draft = Draft(spans, "say", "floating", None, None, follows=previous)
            new.append(draft)
            last = spoken = draft
    return new


def _plain(words: str) -> str:
    return "".join(c for c in words.lower() if c.isalnum())


def _between(sheet: Sheet, draft: Draft, quotation: Quotation) -> str:
    end = max(e for _, e in draft.content)
    return sheet.text[min(end, quotation.left) : quotation.left]


def _said(sheet: Sheet, quotation: Quotation) -> bool:
    return sheet.text.count(" ", quotation.start, quotation.end) >= _SHORT - 1


def _attributed(sheet: Sheet, quotation: Quotation) -> bool:
    """Whether somebody is named behind it, whoever it is: "..., " Ada Brunn, the head nurse, told the paper"."""
    return not quotation.continues and sheet.text[quotation.start : quotation.end].rstrip().endswith(",")


def _adjacent(sheet: Sheet, draft: Draft, quotation: Quotation) -> bool:
    """Whether a quotation begins right after the sentence of the attribution."""
    if draft.cue is None:
        return True
    before = _JOINERS.sub("", sheet.text[max(0, quotation.left - 40) : quotation.left]).rstrip()
    return before[-1:] in (".", ":", "!", "?", ",", "\u201d", '"')


def _closes(sheet: Sheet, draft: Draft) -> bool:
    """Whether an attribution ends its sentence and a quotation opens right behind it: The camp is full, Haddad said. "..."."""
    if draft.frame != "insert" or draft.cue is None:
        return False
    at = draft.attribution[1]
    return at + 1 < len(sheet.words) and sheet.words[at] == "." and sheet.words[at + 1] in OPENING


def _alone(sheet: Sheet, quotation: Quotation) -> bool:
    """Whether a quotation opens its paragraph."""
    line = sheet.text.rfind("\n", 0, quotation.left) + 1
    return not sheet.text[line : quotation.left].strip()
