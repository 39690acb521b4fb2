"""An attribution set off by commas whose speaker the parse gives to something else: "ten died, a source in the army said on Monday, and the
bridge fell", "the town is quiet, claimed the Harbour Council". What stands around it tells: a phrase, the cue, and a pause on either side."""

from sayso.reading.parsed import Token
from sayso.reading.said.adjuncts import adjuncts
from sayso.reading.said.cues import Cue
from sayso.reading.said.marks import PHRASE, STOPS
from sayso.reading.said.people import COMMANDS
from sayso.reading.said.scene import Scene
from sayso.reading.said.sheet import Sheet
from sayso.reading.said.speakers import Voice, is_document

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_PHRASAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "CCONJ", "PART"})
_OPENING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
_NO_PERSON = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "QUANTITY"})
_SAYING = frozenset(
    "say report claim announce write reply declare state note explain add insist maintain argue assert conclude boast estimate read".split()
)
"""Verbs that have what is said for an object and nobody to whom it is done: "an official reported on Monday", "claimed the council"."""
_RELATIVES = frozenset({"who", "which", "whose"})


def aside(scene: Scene, cue: Cue, head: Token | None) -> Voice | None:
    """The speaker of a cue set off by commas, where it is another than the `head` of the parse."""
    token, sheet = cue.token, scene.sheet
    if not cue.takes("insert") or sheet.quotation_around(token.idx) is not None:
        return None
    first, last = sheet.sentence(token.i)
    found = _before(scene, cue, first, last) or _after(scene, cue, first, last)
    return None if found is None or (head is not None and found.first <= head.i < found.last) else found


def is_part(sheet: Sheet, first: int, end: int) -> bool:
    """Whether tokens [first, end) have no verb of their own: the sentence has it behind an attribution that breaks into it."""
    return not any(token.tag_ in _FINITE for token in sheet.doc[first:end])


def _before(scene: Scene, cue: Cue, first: int, last: int) -> Voice | None:
    """Of "CLAUSE, a source in the army said on Monday, ...": the source."""
    token, sheet = cue.token, scene.sheet
    told = token.tag_ in ("VBD", "VBZ", "VBP") or (token.tag_ == "VBN" and token.dep_ == "acl" and token.lemma_ in _SAYING)
    start = _phrase_start(sheet, token.i, first)
    if not told or start is None or start - 1 <= first:
        return None
    head = _head(sheet, start, token.i)
    if head is None or (token.tag_ == "VBN" and not _can_speak(sheet, head)):
        return None
    after = adjuncts(scene, cue, cue.last + 1, last)[0]
    if after < last and sheet.words[after] not in STOPS and sheet.words[after] != "," and not subordinate(cue, after):
        return None
    return Voice(head, start, token.i) if _interrupts(sheet, first, start - 1, after, last) else None


def _after(scene: Scene, cue: Cue, first: int, last: int) -> Voice | None:
    """Of "CLAUSE, claimed the Harbour Council in Orvik": the council."""
    token, sheet = cue.token, scene.sheet
    if token.lemma_ not in _SAYING or token.tag_ not in ("VBD", "VBZ", "VBP") or token.i - 1 <= first or sheet.words[token.i - 1] != ",":
        return None
    end = cue.last + 1
    while end < last and end - token.i < PHRASE and sheet.doc[end].pos_ in _PHRASAL:
        end += 1
    head = _head(sheet, cue.last + 1, end)
    if head is None or not _can_speak(sheet, head):
        return None
    if end < last and sheet.words[end] not in STOPS and sheet.words[end] != "," and sheet.lower[end] not in _RELATIVES:
        return None
    return Voice(head, cue.last + 1, end) if _interrupts(sheet, first, token.i - 1, end, last) else None


def subordinate(cue: Cue, at: int) -> bool:
    """Whether the circumstances of a saying begin at token `at`: "said as he toured the wards", "said when asked"."""
    return any(child.dep_ == "advcl" and child.left_edge.i == at and child.i > at for child in cue.token.children)


def _interrupts(sheet: Sheet, first: int, comma: int, after: int, last: int) -> bool:
    """Whether there is a clause that the attribution ends, or breaks into."""
    return not is_part(sheet, first, comma) or (sheet.words[after : after + 1] == [","] and not is_part(sheet, after + 1, last))


def _can_speak(sheet: Sheet, head: Token) -> bool:
    """Whether a noun means somebody: a party of the report, a name, what speaks for a body, a document."""
    known = sheet.page.cast.at(head.idx, head.idx + len(head)) is not None or head.ent_type_ in ("PERSON", "ORG")
    return known or head.lower_ in COMMANDS or is_document(head)


def _phrase_start(sheet: Sheet, end: int, first: int) -> int | None:
    """Where the phrase that ends before token `end` starts, if a comma stands in front of it."""
    at = end - 1
    while at >= first and end - at < PHRASE and _in_phrase(sheet, at):
        at -= 1
    if at < first or at == end - 1 or sheet.words[at] != "," or sheet.quotations_in(sheet.starts[first], sheet.starts[at]):
        return None  # behind a quotation, who speaks may be described at length
    return at + 1


def _in_phrase(sheet: Sheet, i: int) -> bool:
    """Whether a token is of a noun phrase, a hyphen within a word too."""
    hyphen = sheet.words[i] == "-" and i > 0 and sheet.end_of(i - 1) == sheet.starts[i]
    return hyphen or sheet.doc[i].pos_ in _PHRASAL or sheet.doc[i].dep_ == "amod"


def _head(sheet: Sheet, start: int, end: int) -> Token | None:
    """The head of a plain noun phrase at [start, end): its last noun before a preposition or a conjunction."""
    if start >= end or sheet.doc[start].pos_ not in _OPENING or sheet.doc[end - 1].pos_ not in (*_NOMINAL, "NUM"):
        return None
    stop = next((i for i in range(start, end) if sheet.doc[i].pos_ in ("ADP", "CCONJ")), end)
    noun = sheet.doc[stop - 1]
    return noun if noun.pos_ in _NOMINAL and noun.ent_type_ not in _NO_PERSON else None
