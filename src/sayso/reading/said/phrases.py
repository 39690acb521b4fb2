"""Content that is no clause: an infinitive, a gerund, a noun phrase, "X of doing"."""

from sayso.reading.parsed import Token
from sayso.reading.said.cues import Cue
from sayso.reading.said.draft import Draft
from sayso.reading.said.endings import content_end
from sayso.reading.said.scene import Scene
from sayso.reading.said.speakers import is_document, voice
from sayso.reading.said.trim import filled

_COUNTS = frozenset({"toll", "number", "figure", "total", "count", "tally", "cost", "dead", "wounded", "loss"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset("regarding about over for of toward towards concerning from against to with between".split())


def phrases(scene: Scene, cue: Cue, draft: Draft, last: int) -> list[Draft]:
    """Content that is an infinitive, a gerund or a noun phrase."""
    token, sheet = cue.token, scene.sheet
    if draft.voice is None and token.tag_ == "VBN":
        return []
    verbs = [c for c in token.children if c.i > cue.i and c.dep_ in ("xcomp", "ccomp", "advcl", "dobj", "pcomp", "acl")]
    objects = [c for c in token.children if c.dep_ in ("dobj", "dative") and c.i > cue.i]
    for i in range(cue.i + 1, cue.last + 1):
        objects += [c for c in sheet.doc[i].children if c.dep_ == "pobj"]
        verbs += [c for c in sheet.doc[i].children if c.dep_ in ("pcomp", "xcomp")]
    for obj in objects:
        verbs += [c for c in obj.children if c.dep_ in ("acl", "relcl") and c.i > obj.i]
    verbs.sort(key=lambda t: t.i)
    for verb in verbs:
        to = next((c.i for c in verb.children if c.lower_ == "to" and c.dep_ == "aux"), None)
        if to is not None:
            if to > cue.last + 1 and sheet.lower[to - 1] in ("not", "never"):
                to -= 1
            between = [c for c in verb.children if c.dep_ == "nsubj"] + objects
            if cue.takes("np_to") and between and between[0].i < to:
                draft.audience = [voice(sheet, between[0], cue.last + 1, to)]
                draft.stance = "demand" if draft.stance == "say" else draft.stance
                return filled(scene.sheet, draft, to, _until(scene, cue, to, last), "np_to")
            if cue.takes("to") and to <= cue.last + 3 and not (objects and objects[0].i < to):
                return filled(scene.sheet, draft, to, _until(scene, cue, to, last), "to")
    if cue.takes("of") or cue.takes("with"):
        wanted = {f for f in ("of", "with") if cue.takes(f)}
        top = [token, *objects]
        found = sorted({c.i for t in top for c in t.subtree if c.lower_ in wanted and c.i > cue.i})
        doing = [i for i in found if any(c.dep_ == "pcomp" for c in sheet.doc[i].children)]
        own = [i for i in found if sheet.doc[i].head == token]
        for i in doing or own or found:
            draft.audience = []
            return filled(scene.sheet, draft, i + 1, _until(scene, cue, i + 1, last), "of")
    if cue.takes("ing"):
        for verb in verbs:
            if _gerund(verb) and verb.left_edge.i <= max(cue.last, draft.attribution[1] - 1) + 3:
                return filled(scene.sheet, draft, max(verb.left_edge.i, cue.last + 1), _until(scene, cue, verb.i, last), "ing")
    if cue.takes("name"):
        start = cue.last + 1
        end = content_end(scene, cue, start, last)
        if draft.voice is not None and start < end:
            quoted = sheet.quotations_in(sheet.starts[start], sheet.end_of(end - 1))
            judged = next((c for c in token.children if c.dep_ == "oprd" and c.i > cue.i), None)
            if not quoted and judged is not None and objects and (objects[0].i in scene.cue_at or is_document(objects[0])):
                return filled(scene.sheet, draft, start, judged.right_edge.i + 1, "name")  # "called the report a fabrication"
            if quoted and "\n" not in sheet.text[sheet.starts[start] : quoted[-1].right]:
                return filled(scene.sheet, draft, start, min(end, sheet.token_from(quoted[-1].right - 1) + 1), "name")
    if cue.takes("count"):
        counted = next((o for o in objects if o.lemma_ in _COUNTS), None)
        at = next((c for c in token.children if c.lower_ == "at" and c.i > cue.i), None)
        if counted is None or at is None:
            return []
        start = min(counted.left_edge.i, at.i)  # "put at nine the number of dead"
        return filled(scene.sheet, draft, start, content_end(scene, cue, at.i, last), "np")
    if cue.takes("np") and objects:
        obj = objects[0]
        start = max(obj.left_edge.i, cue.last + 1)
        end = min(content_end(scene, cue, start, last), max(phrase_end(token, obj), complement_end(cue, obj)))
        return filled(scene.sheet, draft, start, end, "np") if draft.voice is not None else []
    return []


def _until(scene: Scene, cue: Cue, start: int, last: int) -> int:
    """Where content ends that is no clause: before what its speaker did besides, too: "accused the men of planting the bomb and arrested two"."""
    end, words = content_end(scene, cue, start, last), scene.sheet.lower
    for verb in cue.token.children:
        finite = verb.tag_ in _FINITE or (verb.tag_ == "VBN" and any(child.dep_ == "dobj" for child in verb.rights))
        if verb.dep_ == "conj" and finite and verb.left_edge.i > start and words[verb.left_edge.i - 1] in ("and", "but"):
            edge = verb.left_edge.i - 1
            end = min(end, edge - 1 if words[edge - 1] == "," else edge)
    return end


def _gerund(verb: Token) -> bool:
    """Whether a verb is a gerund, of the perfect too: "denied having arrested"."""
    return verb.tag_ == "VBG" or any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("having", "being") for c in verb.children)


def phrase_end(verb: Token, obj: Token) -> int:
    """Where a noun phrase ends, with the prepositional phrases that the parse gave to the verb ("doubts over the plan")."""
    end = obj.right_edge.i + 1
    edges = {c.left_edge.i: c for c in verb.children if c.i > obj.i and c.dep_ in ("prep", "acl", "relcl")}
    while end in edges and (edges[end].lower_ in _NOMINAL or edges[end].dep_ != "prep"):
        end = edges[end].right_edge.i + 1
    return end


def complement_end(cue: Cue, obj: Token) -> int:
    """Of "blame X for Y", "describe X as Y": where Y ends."""
    if not cue.takes("for"):
        return 0
    return max([c.right_edge.i + 1 for c in cue.token.children if c.i > obj.i and c.dep_ == "prep" and c.lower_ in ("for", "on")], default=0)
