"""The words around a cue that belong to it: time, place, channel, hearers."""

from sayso.reading.said.cues import Cue
from sayso.reading.said.marks import OPENING, WEEKDAYS
from sayso.reading.said.scene import Scene
from sayso.reading.said.sheet import Sheet
from sayso.reading.said.speakers import Voice, voice

_ADJUNCTS = frozenset({"prep", "npadvmod", "advmod", "dative", "agent", "prt", "tmod"})
_OF_THE_DAY = frozenset("morning mornings afternoon afternoons evening evenings night nights noon midnight".split())
_OPENING_TAGS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "NN", "NNS", "CD", "EX", "JJ"})
"""Tags of words with which a clause begins."""
_HEARERS = frozenset("tell inform notify remind assure reassure brief advise warn convince ask urge".split())


def adjuncts(scene: Scene, cue: Cue, right: int, last: int) -> tuple[int, list[Voice]]:
    """Where the words after a cue that belong to the cue end: time, place, channel, hearer."""
    at, hearers = right, []
    roots = {c.left_edge.i: c for c in cue.token.children if c.i >= right}
    if cue.last > cue.i:
        for i in range(cue.i + 1, cue.last + 1):
            roots |= {c.left_edge.i: c for c in scene.sheet.doc[i].children if c.i >= right}
    while at < last and at in roots:
        child = roots[at]
        hearer = child.dep_ in ("dobj", "dative", "iobj", "pobj") and (
            cue.token.lemma_ in _HEARERS or (cue.takes("np_to") and cue.last > cue.i)
        )
        if child.dep_ not in _ADJUNCTS and not hearer:
            break
        end = child.right_edge.i + 1
        inner = next((i for i in range(at, end) if starts_content(scene.sheet, i, hearer)), None)
        if hearer:
            hearers.append(voice(scene.sheet, child, at, inner or end))
        if inner is not None and inner > at:
            return inner, hearers
        at = end
    return at + _day_of_telling(scene.sheet, at, last), hearers


def _day_of_telling(sheet: Sheet, at: int, last: int) -> int:
    """How many tokens at `at` tell when it was said, where the parse ties them to what is said: "said on Friday the strike had killed nine"."""
    length = 1 + (sheet.lower[at : at + 1] == ["on"])
    after = at + length
    if after >= last or sheet.lower[after - 1] not in WEEKDAYS:
        return 0
    return length if sheet.doc[after].tag_ in _OPENING_TAGS and sheet.doc[after].lower_ not in _OF_THE_DAY else 0


def starts_content(sheet: Sheet, i: int, hearer: bool) -> bool:
    """Whether an adjunct of the parse ends at token i, because content begins there."""
    word = sheet.lower[i]
    if word == "that":  # "on condition that he not be named" tells how it was said
        return sheet.doc[i].dep_ not in ("det", "pobj") and sheet.lower[i - 1] != "condition"
    if word in ("if", "whether", ":") or (hearer and word in OPENING):
        return True
    return word == "," and sheet.words[i + 1 : i + 2] != [] and sheet.words[i + 1] in OPENING
