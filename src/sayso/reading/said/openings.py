"""Quotations attributed with a verb that is in no table, or set up by the sentence before."""

from sayso.lexicon.cue_rows import CueRow
from sayso.reading.said.cues import Cue
from sayso.reading.said.draft import Draft
from sayso.reading.said.marks import OPENING, PHRASE
from sayso.reading.said.quotations import Quotation
from sayso.reading.said.scene import Scene
from sayso.reading.said.sheet import Sheet
from sayso.reading.said.speakers import Voice, subject, voice
from sayso.reading.said.trim import trimmed
from sayso.reading.said.verbs import by_verb

OPEN_CUE = CueRow("", "verb", "say", ("quote",))
"""What a verb that is in no table is taken for where a quotation is attributed with it."""


_DASHES = frozenset({"-", "--", "\u2013", "\u2014", "\u2015"})
_PARTICLES = frozenset("al el bin ibn abu de del della la le van von der di da dos . - '".split())
_LONGEST_NAME = 6


def open_statement(scene: Scene, quotation: Quotation) -> Draft | None:
    """The attribution of a quotation by a verb that is in no table: "...", he boomed; she leaned in: "..."."""
    sheet = scene.sheet
    before = sheet.token_from(quotation.left) - 1
    while before > 0 and not sheet.words[before].strip():
        before -= 1
    if before > 0 and sheet.words[before] == ":":
        return set_up_before(scene, quotation, before)
    return attributed_after(scene, quotation) or (set_up_before(scene, quotation, before) if before > 0 and sheet.words[before] == "," else None)


def signed_after(scene: Scene, quotation: Quotation) -> Draft | None:
    """A quotation with its speaker's name behind a dash: "..." — Sara Haddad. The name stands alone, up to a line's end or the next mark."""
    sheet, n = scene.sheet, len(scene.sheet.words)
    dash = _next_word(sheet, sheet.token_from(quotation.right))
    if not quotation.closed or dash is None or sheet.words[dash] not in _DASHES:
        return None
    first = last = dash + 1
    while last < n and last - dash <= _LONGEST_NAME and (sheet.words[last][:1].isupper() or sheet.lower[last] in _PARTICLES):
        last += 1
    alone = last >= n or "\n" in sheet.words[last] or sheet.words[last] in OPENING or sheet.words[last] in (",", ".", ";", "(")
    spans = trimmed(sheet, quotation.start, quotation.end)
    if not alone or not spans or not 1 <= last - first <= _LONGEST_NAME or not any(w.isalpha() and len(w) > 1 for w in sheet.words[first:last]):
        return None
    return Draft(spans, "say", "quote", Cue(sheet.doc[dash], OPEN_CUE, dash), Voice(sheet.doc[last - 1], first, last), (dash, last))


def _next_word(sheet: Sheet, i: int) -> int | None:
    """The first token from i on that is no blank, at most one line further."""
    breaks = 0
    while i < len(sheet.words) and not sheet.words[i].strip():
        breaks += "\n" in sheet.words[i]
        i += 1
    return i if i < len(sheet.words) and breaks <= 1 else None


def attributed_after(scene: Scene, quotation: Quotation) -> Draft | None:
    sheet = scene.sheet
    after = sheet.token_from(quotation.right)
    if not quotation.closed or not (scene.sheet.text[quotation.end - 1] in ",!?-\u2014" or sheet.words[after : after + 1] == [","]):
        return None
    for i in range(after, min(after + PHRASE, sheet.line(max(after - 1, 0))[1])):
        token = sheet.doc[i]
        if token.tag_ in ("VBD", "VBZ", "VBP") and token.pos_ == "VERB" and token.dep_ not in ("relcl", "acl", "advcl"):
            made = by_verb(scene, Cue(token, OPEN_CUE, i)) if subject(token) is not None else []
            return made[0] if made and made[0].content[0][0] <= quotation.start else None
        if sheet.words[i] in OPENING or sheet.words[i] in (".", ";", ":"):
            break
    return None


def set_up_before(scene: Scene, quotation: Quotation, before: int) -> Draft | None:
    """Of "He turned to the crowd, "..."" and "The mayor: "..."": the subject of the sentence, or the phrase before the colon."""
    sheet = scene.sheet
    spans = trimmed(sheet, quotation.start, quotation.end)
    first, last = sheet.sentence(before)
    root = sheet.doc[before].sent.root
    head = subject(root) if root.pos_ in ("VERB", "AUX") else None
    if not spans or (ends_sentence(scene.sheet, quotation) and sheet.words[before] == ","):
        return None
    if head is not None and first <= head.i < before:
        return Draft(spans, "say", "quote", Cue(root, OPEN_CUE, root.i), voice(sheet, head, first, last), (first, before + 1))
    start = next((i + 1 for i in range(before - 1, first - 1, -1) if sheet.words[i] in ("-", "\u2013", "\u2014", ",", ".")), first)
    named = [sheet.doc[i] for i in range(start, before) if sheet.doc[i].pos_ in ("PROPN", "NOUN")]
    if sheet.words[before] != ":" or not named or before - start > PHRASE // 2:
        return None
    colon = Cue(sheet.doc[before], OPEN_CUE, before)
    return Draft(spans, "say", "quote", colon, Voice(named[-1], start, before), (start, before + 1))


def ends_sentence(sheet: Sheet, quotation: Quotation) -> bool:
    return sheet.text[quotation.end - 1] == "."
