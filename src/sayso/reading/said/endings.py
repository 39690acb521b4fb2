"""Where content ends: at the end of the sentence, at a cue that goes on from this one, or at a trailing attribution."""

from sayso.reading.parsed import Token
from sayso.reading.said.adjuncts import adjuncts
from sayso.reading.said.cues import Cue
from sayso.reading.said.marks import CLOSING, ELABORATING, OPENING, STOPS
from sayso.reading.said.scene import Scene
from sayso.reading.said.speakers import subject

_SLIDERS = frozenset({"also", "then", "again", "later", "repeatedly", "strongly", "even"})
_CONTRASTS = frozenset({"while", "whereas", "but", "and", "though", "although", "yet", ";"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PRONOUNS = frozenset({"PRP", "WP", "WDT", "EX"})
_SUBORDINATORS = frozenset("while although though after as when because since if once before whereas until".split())


def content_end(scene: Scene, cue: Cue, start: int, last: int) -> int:
    """The token after the content that begins at `start`: the sentence's end, or a coordinated cue, or a trailing attribution."""
    end, words = min(main_clause(scene, cue, start, last), _others_clause(scene, cue, start, last)), scene.sheet.lower
    for other in scene.cues_between(start, last):
        token = other.token
        if other.row.pos == "prep":
            at = other.i
            if at - 1 > start and words[at - 1] in (",", "-", "\u2013"):
                end = min(end, at - 1)
            continue
        trailing = trailing_start(scene, other, start, last)
        if trailing is not None:
            end = min(end, own_quotation(scene, trailing, start, cue))
            continue
        contrast = contrasted(scene, cue, other, start)
        if contrast is not None:
            end = min(end, contrast)
            continue
        if goes_on(scene, cue, token):
            edge = token.left_edge.i if token.left_edge.i > start else token.i
            own = subject(token)
            edge = min(edge, own.left_edge.i) if own is not None and own.i < token.i and own.left_edge.i > start else token.i
            while edge - 1 > start and (words[edge - 1] in (",", "and", "but", "while", ";", "or", "also", "has", "had", "-", "\u2013")):
                edge -= 1
            if edge > start:
                end = min(end, edge)
    return end


def _others_clause(scene: Scene, cue: Cue, start: int, last: int) -> int:
    """Where a clause of another begins behind what is to be done: "refused to give up the town, and the army is besieging it"."""
    words = scene.sheet.lower
    if start >= last or words[start] != "to":
        return last
    for verb in cue.token.children:
        own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None) if verb.dep_ == "conj" and verb.i > start else None
        if own is not None and own.left_edge.i > start:
            end = own.left_edge.i
            while end - 1 > start and words[end - 1] in (",", "and", "but", "while", ";"):
                end -= 1
            return end
    return last


def own_quotation(scene: Scene, trailing: int, start: int, cue: Cue) -> int:
    """The token at which a quotation begins that a trailing attribution has to itself (X said so: "...", Y wrote); `trailing` without one."""
    sheet = scene.sheet
    mark = trailing if sheet.words[trailing] in CLOSING else trailing - 1
    quotation = sheet.quotation_around(sheet.starts[mark]) if mark > start and sheet.words[mark] in CLOSING else None
    if quotation is None:
        return trailing
    at = sheet.token_from(quotation.left)
    set_off = at - 1 > start and at - 1 > cue.last and sheet.words[at - 1] in (":", ".")
    return at - 1 if set_off else trailing


def contrasted(scene: Scene, cue: Cue, other: Cue, start: int) -> int | None:
    """Where another source's word is set beside this one's: in "X said nine died, but Y said ..." the rest is no part of what X said."""
    own, sheet = subject(other.token), scene.sheet
    if own is None or other.row.pos != "verb" or other.token.tag_ not in _FINITE or own.tag_ in _PRONOUNS:
        return None
    if cue.row.pos == "verb" and cue.token.tag_ in _FINITE and (cue.token.tag_ == "VBD") != (other.token.tag_ == "VBD"):
        return None
    left = min(own.left_edge.i, other.i)
    if left - 1 <= start or sheet.quotation_around(other.token.idx) is not None or not (other.takes("clause") or other.takes("np")):
        return None
    joint = sheet.lower[left - 1]
    if joint not in _CONTRASTS and not (joint == "," and other.takes("insert") and cue.row.pos == "verb"):
        return None
    return left - 2 if left - 2 > start and sheet.words[left - 2] == "," else left - 1


def trailing_start(scene: Scene, other: Cue, start: int, last: int) -> int | None:
    """Where an attribution begins that ends the sentence ("..., diplomats said"); None when this cue is none."""
    if other.i not in scene.trailing:
        scene.trailing[other.i] = _trailing(scene, other, last)
    left = scene.trailing[other.i]
    return left if left is not None and left > start else None


def _trailing(scene: Scene, other: Cue, last: int) -> int | None:
    own = subject(other.token)
    words = scene.sheet.words
    if own is None or not other.takes("insert") or scene.sheet.quotation_around(other.token.idx) is not None:
        return None
    left = min(own.left_edge.i, other.i)
    after = adjuncts(scene, other, max(other.last, own.right_edge.i if own.i > other.i else 0) + 1, last)[0]
    ends = after >= last or words[after] in STOPS
    if not ends or left < 2:
        return None
    if words[left - 1] in CLOSING and scene.sheet.text[scene.sheet.starts[left - 1] - 1] in ",?!":
        return left
    return left - 1 if words[left - 1] in (",", "-", "\u2013") else None


def main_clause(scene: Scene, cue: Cue, start: int, last: int) -> int:
    """Where the main clause begins after "While X said ..., "; `last` when the cue stands in the main clause."""
    marks = [c for c in cue.token.children if c.dep_ in ("mark", "advmod") and c.i < cue.i and c.lower_ in _SUBORDINATORS]
    if not marks or (cue.token.dep_ == "advcl" and cue.token.head.i < cue.i):
        return last
    for i in range(start + 1, last):
        if scene.sheet.words[i] == "," and scene.sheet.quotation_around(scene.sheet.starts[i]) is None:
            return i
    return last


def goes_on(scene: Scene, cue: Cue, token: Token) -> bool:
    """Whether another cue goes on from this one and not from inside its content."""
    if cue.row.pos != "verb" or any(c.dep_ == "auxpass" or c.tag_ == "TO" for c in token.lefts):
        return False
    at = token
    for _ in range(4):
        if at.dep_ not in ("conj", "advcl"):
            break
        at = at.head
        if at == cue.token:
            return True
    before = scene.sheet.lower[token.i - 1] if token.i else ""
    if token.tag_ == "VBG":
        return token.lemma_ in ELABORATING and before in (",", "and")
    if before in _SLIDERS and token.i > 1:
        before = scene.sheet.lower[token.i - 2]
    if token.tag_ != cue.token.tag_ or before not in ("and", "but", "then", ",") or subject(token) is not None:
        return False
    following = scene.sheet.words[token.i + 1 : token.i + 3]
    spoken = bool(following) and (following[0] == "that" or any(w in OPENING for w in following))
    return spoken or token.lemma_ in ELABORATING or at.tag_ != token.tag_
