"""What stands before a cue: whether a quotation ends there, and content that precedes its attribution."""

from sayso.reading.grammar import RELATIVES
from sayso.reading.said.aside import is_part, subordinate
from sayso.reading.said.cues import Cue
from sayso.reading.said.draft import Draft
from sayso.reading.said.endings import content_end
from sayso.reading.said.marks import CLOSING, NEAR, OPENING, STOPS
from sayso.reading.said.scene import Scene
from sayso.reading.said.sheet import Sheet
from sayso.reading.said.trim import filled, stretch

_TOLD = frozenset("say tell report state announce note claim warn confirm explain acknowledge admit put".split())
"""Verbs with which "as X said" takes on what stands before it, and does not tell of another happening: "as the crowd shouted"."""
_DENYING = frozenset({"not", "n't", "n\u2019t", "no", "never", "nor", "nobody", "none", "nothing", "neither", "without"})
_PLAIN = frozenset("say tell add report state announce note claim warn confirm".split())


def quote_before(sheet: Sheet, left: int) -> bool:
    """Whether a quotation ends just before token `left`."""
    at = left - 1
    while at >= 0 and sheet.words[at] in (",", "-", "\u2013", "\u2014"):
        at -= 1
    return at >= 0 and sheet.words[at] in CLOSING and sheet.quotation_around(sheet.starts[at]) is not None


def full_stop_before(sheet: Sheet, left: int) -> bool:
    """Whether the quotation just before token `left` ends its sentence."""
    text = sheet.text[max(0, sheet.starts[left] - 12) : sheet.starts[left]]
    return text.rstrip(" \u00a0\u201d\"'\u00bb\u2019").endswith(".")


def is_utterance(sheet: Sheet, offset: int) -> bool:
    """Whether a quotation opens where a sentence may begin."""
    before = sheet.text[max(0, offset - 40) : offset].rstrip(" \u00a0\t")
    return not before or before[-1] in "\n.!?:;\u201d\"\u2014\u2013-"


def behind(scene: Scene, cue: Cue, draft: Draft, left: int, after: int, first: int, last: int) -> list[Draft]:
    """Content before the cue ("..., he said"), and after it, too ("..., he said, ...")."""
    sheet, words = scene.sheet, scene.sheet.words
    if not (cue.takes("quote") or cue.takes("insert")) or left < 1:
        return []
    handed_on = cue.token.dep_ == "pcomp" and cue.token.head.lower_ == "as"  # "..., the agency quoted the governor as saying"
    if cue.token.tag_ == "VBG" and not handed_on and (left == cue.i or not quote_before(scene.sheet, left)):
        return []
    if draft.voice is not None and after < last and sheet.lower[after] in RELATIVES:
        after = max(after, min(draft.voice.head.right_edge.i + 1, last))  # "..., said an officer who asked not to be named"
    at = left - 1
    quoted = quote_before(scene.sheet, left)
    if not quoted and left <= first:
        return []
    if quoted and full_stop_before(scene.sheet, left) and after < last and words[after] not in STOPS:
        return []
    if quoted and any(child.dep_ == "neg" for child in cue.token.children):
        return []  # "...." The army did not comment.
    comma = words[at] in (",", "-", "\u2013", "\u2014")
    ends = after >= last or words[after] in STOPS
    if not quoted and sheet.lower[at] == "as":
        if cue.token.lemma_ not in _TOLD or not _taken_on(scene, first, at):
            return []
        at, comma = at - 1, True
    bare = not comma and ends and cue.token.lemma_ in _PLAIN and cue.token.tag_ != "VBN" and left < cue.i and left - first > NEAR
    if not quoted and not ((comma or bare) and cue.takes("insert")):
        return []
    # Not of "Although they met, the envoy hinted when asked that ...", where it is no main clause.
    apart = subordinate(cue, after) and not is_part(sheet, first, at) and sheet.doc[first].pos_ != "SCONJ"
    goes_on = after < last and words[after][:1].isalnum() and not apart
    if not quoted and (draft.voice is None or goes_on):
        return []
    whole = False
    if quoted:
        while words[at] not in CLOSING:
            at -= 1
        quotation = sheet.quotation_around(sheet.starts[at])
        assert quotation is not None
        whole = is_utterance(scene.sheet, quotation.left)
        start = sheet.token_from(quotation.left) if whole else min(first, sheet.token_from(quotation.left))
        draft.quoted.append(quotation)
    else:
        start = first
    end = at + 1 if quoted or bare else at
    made = filled(scene.sheet, draft, start, end, "quote" if quoted else "insert")
    if made and after < last and words[after] in (",", ";", "-", "\u2013", "\u2014") and after + 1 < last:
        begin = after + 1
        opening = words[begin] in OPENING
        inside = cue.token.dep_ in ("parataxis", "ccomp") or (cue.token.dep_ != "conj" and cue.token.head.i > after)
        parted = not quoted and (_told_on(sheet, begin, last, left) or (cue.token.tag_ != "VBN" and is_part(sheet, start, end)))
        broken = not (quoted and whole) and (inside or parted)
        if (quoted and opening) or (broken and not opening):
            made[0].content += stretch(scene.sheet, begin, content_end(scene, cue, begin, last))
    return made


def _taken_on(scene: Scene, first: int, last: int) -> bool:
    """Whether "as" at token `last` takes on what stands before it: "six barns burned, as the ministry said". What somebody else says, or what is
    denied, may be the opposite of it: "nine died and not thirteen, as the rebels claim"."""
    sheet, comma = scene.sheet, last - 1
    if comma <= first or sheet.lower[last] != "as" or sheet.words[comma] != ",":
        return False
    return not scene.cues_between(first, comma) and _DENYING.isdisjoint(sheet.lower[first:comma])


def _told_on(sheet: Sheet, begin: int, last: int, cue: int) -> bool:
    """Whether what was told before the cue goes on behind it: "troops entered the village, he said, and detained 20 people"."""
    verbs = (token for token in sheet.doc[begin:last] if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX"))
    return sheet.lower[begin] in ("and", "but") and any(verb.head.i < cue for verb in verbs)
