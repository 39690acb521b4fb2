"""The words around a cue that belong to it: time, place, channel, hearers."""

from sayso.reading.said.cues import Cue
from sayso.reading.said.marks import OPENING
from sayso.reading.said.scene import Scene
from sayso.reading.said.sheet import Sheet
from sayso.reading.said.speakers import Voice, voice

_ADJUNCTS = frozenset({"prep", "npadvmod", "advmod", "dative", "agent", "prt", "tmod"})
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
    return at, hearers


def starts_content(sheet: Sheet, i: int, hearer: bool) -> bool:
    """Whether an adjunct of the parse ends at token i, because content begins there."""
    word = sheet.lower[i]
    if word == "that":
        return sheet.doc[i].dep_ not in ("det", "pobj")
    if word in ("if", "whether", ":") or (hearer and word in OPENING):
        return True
    return word == "," and sheet.words[i + 1 : i + 2] != [] and sheet.words[i + 1] in OPENING
