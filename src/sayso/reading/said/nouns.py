"""Cues that are no verbs: "according to X", "the claim that", "calls for"."""

from sayso.reading.parsed import Token
from sayso.reading.retracted import own_retraction, retraction
from sayso.reading.said.cues import Cue
from sayso.reading.said.draft import Draft
from sayso.reading.said.endings import content_end
from sayso.reading.said.marks import STOPS
from sayso.reading.said.phrases import phrase_end
from sayso.reading.said.scene import Scene
from sayso.reading.said.speakers import agent, author, speaker_token, voice
from sayso.reading.said.trim import filled, stretch

_WANTING = frozenset({"demand", "seek", "want", "need", "require", "request", "await"})


def according(scene: Scene, cue: Cue) -> list[Draft]:
    """ "According to X, ..." and "..., according to X"."""
    sheet, words = scene.sheet, scene.sheet.words
    first, last = sheet.sentence(cue.i)
    tail = sheet.doc[cue.last]
    head = next((c for c in tail.children if c.dep_ == "pobj"), None)
    if head is None:
        head = next((c for i in range(cue.i, min(cue.last + 3, last)) for c in sheet.doc[i].children if c.dep_ == "pobj"), None)
    if head is None or not first <= head.i < last:
        return []
    who = voice(sheet, head, cue.last + 1, last)
    draft = Draft([], cue.row.stance, "according", cue, who, (cue.i, who.last))
    leading = all(not w[0].isalnum() for w in words[first : cue.i]) or cue.i - first <= 1
    if leading:
        start = who.last
        for i in range(who.last, min(who.last + 25, last)):
            if words[i] == ",":
                start = i + 1
                break
        draft.attribution = (cue.i, start)
        return filled(scene.sheet, draft, start, content_end(scene, cue, start, last), "according")
    made = filled(scene.sheet, draft, first, cue.i, "according")
    if made and who.last < last - 1 and words[who.last] == "," and words[cue.i - 1] == ",":
        made[0].content += stretch(scene.sheet, who.last + 1, content_end(scene, cue, who.last + 1, last))
    return made


def by_noun(scene: Scene, cue: Cue) -> list[Draft]:
    """ "The claim that ...", "a call for ...", "his promise to ..."."""
    sheet, token = scene.sheet, cue.token
    if cue.takes("whose") and (told := _by_whose(scene, cue)):
        return told
    if cue.row.stance == "promise" and _wanted(token):
        return []
    first, last = sheet.sentence(token.i)
    head = next((c for c in token.children if c.dep_ == "poss"), None)
    if head is None:
        head = next((p for c in token.children if c.dep_ == "prep" and c.lower_ in ("by", "from") for p in c.children if p.dep_ == "pobj"), None)
    if head is None and token.dep_ in ("dobj", "pobj"):
        verb = token.head if token.dep_ == "dobj" else token.head.head
        if verb.pos_ == "VERB" and verb.i not in scene.cue_at:
            head = speaker_token(verb)
    made = retraction(token)
    if made is not None:
        if made.denial or (own_retraction(token, made.verb) and sheet.quotation_around(token.idx) is None):
            return []
        head = (agent if token.dep_ in ("nsubj", "nsubjpass") else speaker_token)(made.verb) or head
    who = voice(sheet, head, first, last) if head is not None else None
    draft = Draft([], cue.row.stance if made is None else "deny", "noun", cue, who, (token.left_edge.i, cue.last + 1))
    beside = (made.clause,) if made is not None and made.clause.head is made.verb else ()  # "its report of Monday that"
    hung = [c for c in (*token.children, *_behind(token), *beside) if c.i > cue.last and (c.pos_ in ("VERB", "AUX") or c.dep_ == "prep")]
    for child in hung:
        if child.dep_ in ("acl", "ccomp", "relcl") and cue.takes("clause"):
            mark = next((c.i for c in child.children if c.lower_ == "that" and c.dep_ == "mark"), None)
            if mark is not None:
                return filled(scene.sheet, draft, mark + 1, child.right_edge.i + 1, "noun")
        if child.dep_ in ("acl", "xcomp") and cue.takes("to") and who is not None:
            to = next((c.i for c in child.children if c.lower_ == "to" and c.dep_ == "aux"), None)
            if to is not None:
                return filled(scene.sheet, draft, to, child.right_edge.i + 1, "noun")
        if child.dep_ == "prep" and child.lower_ in cue.row.frames and who is not None and not _of_a_day(child):
            return filled(scene.sheet, draft, child.i + 1, phrase_end(token, child), "noun")
    return []


def _by_whose(scene: Scene, cue: Cue) -> list[Draft]:
    """ "By the army's count, ..." and "..., in the council's telling"."""
    sheet, noun, by = scene.sheet, cue.token, cue.token.head
    owner = author(noun) if noun.dep_ == "pobj" and by.lower_ in ("by", "in", "on") else None
    if owner is None:
        return []
    first, last = sheet.sentence(cue.i)
    end = min(noun.right_edge.i + 1, last)
    pause = end >= last or sheet.words[end] in STOPS or sheet.words[end] == ","
    draft = Draft([], cue.row.stance, "according", cue, voice(sheet, owner, by.i + 1, end), (by.i, end))
    if by.i == first and end < last and sheet.words[end] == ",":
        return filled(sheet, draft, end + 1, content_end(scene, cue, end + 1, last), "according")
    if not pause or by.i - 1 <= first or sheet.words[by.i - 1] != ",":
        return []
    made = filled(sheet, draft, first, by.i - 1, "according")
    if made and end < last and sheet.words[end] == ",":
        made[0].content += stretch(sheet, end + 1, content_end(scene, cue, end + 1, last))
    return made


def _behind(noun: Token) -> list[Token]:
    """The clause of a noun that the parse hangs on the noun beside it: "reports in the papers that troops had fired", "a claim by residents that"."""
    beside = [p for c in noun.children if c.dep_ == "prep" and c.lower_ in ("in", "from", "by", "on") for p in c.children if p.dep_ == "pobj"]
    return [clause for p in beside for clause in p.children if clause.dep_ == "acl"]


def _of_a_day(preposition: Token) -> bool:
    """Whether it tells when something was said, and not what: "its report of 9 June"."""
    return any(noun.ent_type_ in ("DATE", "TIME") for noun in preposition.children if noun.dep_ == "pobj")


def _wanted(noun: Token) -> bool:
    """Whether words are asked for, and nobody has given them: "in exchange for guarantees that", "demanded assurances that"."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "without" or (noun.head.lower_ == "for" and noun.head.head.lower_ in ("exchange", "return"))
    return noun.dep_ == "dobj" and noun.head.lemma_ in _WANTING
