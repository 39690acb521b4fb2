"""Content after a cue: a quotation, a that-clause, a bare clause."""

from sayso.reading.parsed import Token
from sayso.reading.said.before import full_stop_before, quote_before
from sayso.reading.said.cues import Cue
from sayso.reading.said.draft import Draft
from sayso.reading.said.endings import content_end
from sayso.reading.said.marks import OPENING
from sayso.reading.said.scene import Scene
from sayso.reading.said.sheet import Sheet
from sayso.reading.said.speakers import is_document
from sayso.reading.said.trim import filled, trimmed

_REACH = 25
"""So many tokens after its cue a quotation may still begin."""
_FRAMES = frozenset("by in at if when despite after with for".split())
"""Words that begin a frame of the content ("by 2050, ...") as often as one of the cue."""

_RELATIVE = ("det", "nsubj", "dobj", "pobj", "nsubjpass")
_GIVING_OUT = frozenset("release publish issue send post carry broadcast read sign write distribute circulate share make give see obtain".split())
"""What is done with a document, so that a clause of it behind a document is about that."""


def ahead(scene: Scene, cue: Cue, draft: Draft, after: int, last: int, inverted: bool) -> list[Draft]:
    """Content after the cue: a quotation, a that-clause, a bare clause. After "said X" only a quotation can follow."""
    sheet = scene.sheet
    words = sheet.lower
    at = after
    if not (cue.takes("clause") or cue.takes("quote") or cue.takes("that")):
        return []
    pause = at < last and words[at] in (",", ":", ";", "-", "\u2013", "\u2014")
    step = at + 1 if pause else at
    if step < last and words[step] in OPENING:
        quotation = sheet.quotation_around(sheet.starts[step])
        if quotation is not None and quotation.left >= sheet.starts[step] - 1:
            if pause and quote_before(scene.sheet, draft.attribution[0]) and not full_stop_before(scene.sheet, draft.attribution[0]):
                return []
            return filled(scene.sheet, draft, step, content_end(scene, cue, step, last), "quote")
    if pause and words[at] == ":" and draft.voice is not None:
        return filled(scene.sheet, draft, step, last, "clause") if step < last else next_paragraph(scene.sheet, draft, at)
    if pause and words[at] == "," and cue.last + 1 < at and not inverted and opens_clause(scene, cue, at):
        return filled(scene.sheet, draft, cue.last + 1, content_end(scene, cue, at, last), "clause")
    if pause or inverted:
        return quote_later(scene, cue, draft, at, last)
    if not (cue.takes("clause") or cue.takes("that")):
        return []
    if at < last and words[at] == "that" and (sheet.doc[at].dep_ not in _RELATIVE or _tells_in_full(sheet.doc[at])):
        return filled(scene.sheet, draft, at + 1, content_end(scene, cue, at + 1, last), "clause")
    for child in cue.token.children if cue.takes("clause") else ():
        if child.i > cue.last and child.dep_ in ("ccomp", "xcomp", "dobj", "acomp", "oprd", "advcl") and child.pos_ in ("VERB", "AUX"):
            if child.dep_ != "ccomp" and not finite(child):
                continue
            if child.dep_ == "advcl" and any(c.dep_ == "mark" for c in child.children):
                continue
            # What stands between cue and clause and is no adjunct is the clause's own, whatever the parse says.
            start = after
            for i in range(start, child.i):
                if words[i] == "that" and sheet.doc[i].dep_ == "mark" and sheet.doc[i].head == child:
                    start = i + 1
            return filled(scene.sheet, draft, start, content_end(scene, cue, start, last), "clause")
    return []


def _tells_in_full(that: Token) -> bool:
    """Whether a clause that the parse hangs on a document is what is said in it: "said in a message that the army had fired"."""
    verb = that.head
    return that.dep_ == "dobj" and verb.dep_ == "relcl" and is_document(verb.head) and verb.lemma_ not in _GIVING_OUT and finite(verb)


def opens_clause(scene: Scene, cue: Cue, comma: int) -> bool:
    """Whether what looked like an adjunct of the cue opens its content ("estimated by 2050, demand would double")."""
    before = scene.sheet.lower[cue.last + 1]
    if not cue.takes("clause") or before not in _FRAMES or scene.sheet.doc.span(comma + 1, comma + 2).text in ("and", "but"):
        return False
    # The parse makes of the content a complement, a conjunct without a conjunction, or the clause that the cue itself depends on.
    clauses = [c for c in cue.token.children if c.dep_ in ("ccomp", "conj")] + ([cue.token.head] if cue.token.dep_ == "ccomp" else [])
    return any(c.i > comma and (c.dep_ == "ccomp" or _own_subject(c, comma)) for c in clauses)


def _own_subject(clause: Token, comma: int) -> bool:
    return any(c.i > comma and c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for c in clause.children)


def quote_later(scene: Scene, cue: Cue, draft: Draft, at: int, last: int) -> list[Draft]:
    """A quotation that ends the sentence, after a few more words of the attribution ("said on Monday, in reply to critics, ...")."""
    sheet = scene.sheet
    if quote_before(scene.sheet, draft.attribution[0]) and not full_stop_before(scene.sheet, draft.attribution[0]):
        return []
    for i in range(at, min(at + _REACH, last)):
        if i in scene.cue_at and i != cue.i:
            return []
        if sheet.words[i] in OPENING and i > at and sheet.words[i - 1] in (",", ":", "that"):
            quotation = sheet.quotation_around(sheet.starts[i])
            if quotation is not None and quotation.left >= sheet.starts[i] - 1:
                return filled(scene.sheet, draft, i, content_end(scene, cue, i, last), "quote")
            return []
        if sheet.lower[i] == "that" and i > at and sheet.words[i - 1] == "," and sheet.doc[i].dep_ == "mark":
            return filled(scene.sheet, draft, i + 1, content_end(scene, cue, i + 1, last), "clause")
    return []


def next_paragraph(sheet: Sheet, draft: Draft, colon: int) -> list[Draft]:
    """The quotation that stands in a paragraph of its own after a colon."""
    at = colon + 1
    while at < len(sheet.words) and not sheet.words[at].strip():
        at += 1
    if at >= len(sheet.words):
        return []
    quotation = sheet.quotation_around(sheet.starts[at])
    if quotation is None or quotation.left != sheet.starts[at]:
        return []
    draft.content, draft.frame = trimmed(sheet, quotation.start, quotation.end), "quote"
    return [draft] if draft.content else []


def finite(token: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.children)
