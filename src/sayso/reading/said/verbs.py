"""What a verb of saying says: who speaks, and where the content stands."""

from itertools import pairwise

from sayso.reading.parsed import Token
from sayso.reading.retracted import own_retraction, retraction, superseded
from sayso.reading.said.adjuncts import adjuncts
from sayso.reading.said.after import ahead
from sayso.reading.said.aside import aside
from sayso.reading.said.before import behind, full_stop_before, quote_before
from sayso.reading.said.cues import Cue
from sayso.reading.said.draft import Draft
from sayso.reading.said.endings import goes_on
from sayso.reading.said.marks import CLOSING, ELABORATING, NEAR, PHRASE
from sayso.reading.said.nouns import according, by_noun
from sayso.reading.said.phrases import phrases
from sayso.reading.said.scene import Scene
from sayso.reading.said.sheet import Sheet
from sayso.reading.said.speakers import Voice, agent, is_document, quoting_one, set_off, speaker_token, voice

_ONLOOKERS = frozenset(
    "correspondent reporter journalist photographer cameraman witness eyewitness resident team crew stringer medic villager".split()
)
_REMARKS = frozenset({"comment", "remark", "address", "announcement", "recording", "footage", "communique"})
_CARRYING = frozenset({"carry", "publish", "broadcast", "air", "report", "relay", "run", "release", "distribute", "show", "quote", "cite"})
_FAR = 200
"""So many tokens back a cue is looked for whose speaker this one shares."""
_PHRASE_AFTER = 12
_ASIDE = 20
"""So many tokens may describe a speaker between a quotation and its cue."""
_RELATIVE = frozenset({"who", "which", "whose", "whom"})
_PHRASAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PRON", "CCONJ", "PART"})
_ARTICLES = frozenset({"a", "an", "the", "one"})
_NO_NAMES = frozenset({"DATE", "TIME", "GPE", "LOC"})
_PLACES = frozenset({"GPE", "LOC"})
_UNQUOTABLE = frozenset("i we you one nobody someone somebody anyone anybody me us myself no none".split())


def statements_of(scene: Scene, cue: Cue) -> list[Draft]:
    """The statements that a cue makes: none when it is no cue here after all."""
    if cue.row.pos == "prep":
        return according(scene, cue)
    if cue.row.pos == "noun":
        return by_noun(scene, cue)
    if cue.token.dep_ in ("amod", "compound"):
        return []
    token = cue.token
    if token.dep_ == "xcomp" and token.head.i in scene.cue_at and scene.cue_at[token.head.i].takes("to"):
        return []  # "declined to say ..." is one refusal, not a statement
    if cue.takes("thought") and scene.sheet.quotation_around(cue.token.idx) is not None:
        return []
    made = by_verb(scene, cue)
    return [] if _unsaid(scene, cue) else made


def _unsaid(scene: Scene, cue: Cue) -> bool:
    """Whether nothing is said after all: "did not confirm that", "had yet to say", "declined to comment", "neither confirmed nor denied"."""
    doubt = scene.doubt
    if doubt.withheld(cue.token):
        return True
    return cue.takes("to") and any(c.dep_ == "xcomp" and doubt.telling(c) and doubt.withheld(c) for c in cue.token.children)


def by_verb(scene: Scene, cue: Cue) -> list[Draft]:
    sheet, token = scene.sheet, cue.token
    if quotes_another(token) or superseded(token):
        return []
    first, last = sheet.sentence(token.i)
    head = speaker_token(token.head.head.head if _carried(token) else token) or _behind_the_occasion(token) or _inverted(token)
    if head is not None and head == token.head and not is_document(head) and _speechless(sheet, head):
        head = set_off(token, pause=False) or head  # "condemned the raid saying ...", where the comma is lost
    described = described_before(sheet, token, first, head) or aside(scene, cue, head)
    shared = None if described is not None else shared_voice(scene, token, first)
    who = described or shared
    if who is None:
        who = voice(sheet, head, first, last) if head is not None and not _quoted_apart(sheet, head, token) else phrase_before(sheet, token, first)
        if (who is None or who.head.i < token.i) and quote_before(sheet, token.i) and token.i + 1 < last:
            who = phrase_after(sheet, token, last) or who
    if who is None and token.tag_ == "VBN" and token.dep_ in ("advcl", "acl", "ROOT", "conj"):
        return []
    quoted = sheet.quotation_around(token.idx)
    if quoted is not None and (who is None or who.head.lower_ in _UNQUOTABLE):
        return []  # what a quoted speaker says of himself, or leaves open, is part of the quotation
    if cue.takes("seen") and (who is None or who.head.lemma_.lower() not in _ONLOOKERS):
        return []
    if who is not None:
        scene.voices[token.i] = who
    # What an earlier cue's speaker stands before is that cue's: "...", she said, adding that ...
    left = who.first if who is not None and shared is None and first <= who.first < token.i and joined(who, token) else token.i
    for child in token.lefts:
        if child.dep_ in ("aux", "auxpass", "neg", "advmod") and child.i >= left - 2 and child.i < left:
            left = child.i
    if (quoting := _quoting_verb(token)) is not None:  # "the agency quoted the governor as saying"
        left = min(left, *(c.left_edge.i for c in quoting.children if c.dep_ in ("nsubj", "nsubjpass") and c.i >= first), quoting.i)
    right = cue.last + 1
    if who and who.first >= right and who.first - right <= 3:
        right = max(right, who.last)
    after, hearers = adjuncts(scene, cue, right, last)
    stance = cue.row.stance
    back = retraction(token.head) if token.dep_ == "relcl" else None
    if back is not None and back.clause is token:  # "retracted a story that said"
        if back.denial or (quoted is None and own_retraction(token.head, back.verb)):
            return []
        stance, teller = "deny", speaker_token(back.verb)
        who = voice(sheet, teller, first, last) if teller is not None else who
    draft = Draft([], stance, "clause", cue, who, (left, after))
    draft.audience = hearers
    carrier = quoting_one(token)
    if carrier is not None:
        draft.carriers = [voice(sheet, carrier, first, last)]
    near = min(last, first + 4 * PHRASE)
    draft.carriers += [voice(sheet, outlet, first, last) for outlet in (*_interviewers(sheet, first, near), *_carriers(sheet, first, near))]
    if cue.takes("seen") and who is not None:
        draft.carriers += [voice(sheet, c, c.i, c.i + 1) for c in who.head.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"]
    inverted = who is not None and who.first > token.i
    if quote_before(scene.sheet, left) and not full_stop_before(scene.sheet, left):
        made = behind(scene, cue, draft, left, after, first, last)
        if made:
            return made
    return (
        ahead(scene, cue, draft, after, last, inverted)
        or behind(scene, cue, draft, left, after, first, last)
        or phrases(scene, cue, draft, last)
    )


def _inverted(token: Token) -> Token | None:
    """Of "CLAUSE, said a driver who had fled": the driver, where the parse takes him for what is said."""
    if token.lemma_ != "say" or token.i == 0 or token.nbor(-1).text != "," or not any(c.dep_ == "ccomp" and c.i < token.i for c in token.children):
        return None
    return next((c for c in token.rights if c.dep_ == "dobj" and c.left_edge.i == token.i + 1 and c.pos_ in ("NOUN", "PROPN")), None)


def _speechless(sheet: Sheet, head: Token) -> bool:
    """Whether a noun means no party of the report, or a place to which something is done: "shelled Northland claiming ..."."""
    if head.pos_ == "NOUN":
        return sheet.page.cast.at(head.idx, head.idx + len(head)) is None
    return head.dep_ == "dobj" and head.ent_type_ in _PLACES


def _quoted_apart(sheet: Sheet, head: Token, token: Token) -> bool:
    """Whether what the parse takes for the speaker stands inside a quotation in which the cue does not stand: then it is part of the content."""
    around = sheet.quotation_around(head.idx)
    return around is not None and around.closed and not around.left <= token.idx < around.right and " " in sheet.text[around.start : around.end]


def _interviewers(sheet: Sheet, first: int, last: int) -> list[Token]:
    """Of "in an interview with the agency": the agency."""
    return [
        pobj
        for i in range(first, last) if sheet.lower[i] == "interview" and sheet.quotation_around(sheet.starts[i]) is None
        for prep in sheet.doc[i].children if prep.lower_ in ("with", "to")
        for pobj in prep.children if pobj.dep_ == "pobj" and pobj.pos_ == "PROPN"
    ]  # fmt: skip


def _behind_the_occasion(token: Token) -> Token | None:
    """Of "in an interview with Reuters, Jan Vos, head of the mission, said": the name that the parse joins to the agency by the comma alone."""
    fronted = [c for c in token.lefts if c.dep_ == "prep"]
    inner = [p for c in fronted for n in c.children if n.dep_ == "pobj" for p in n.children if p.dep_ == "prep"]
    nouns = [n for p in (*fronted, *inner) for n in p.children if n.dep_ == "pobj" and not any(c.dep_ == "cc" for c in n.children)]
    return next((c for n in nouns for c in n.children if c.dep_ in ("conj", "appos") and c.pos_ == "PROPN" and c.i < token.i), None)


def quotes_another(token: Token) -> bool:
    """Whether a verb of quoting only hands on another's word: "quoted the minister as saying"."""
    return token.lemma_ in ("quote", "cite") and any(c.lower_ == "as" and any(g.dep_ == "pcomp" for g in c.children) for c in token.children)


def _quoting_verb(token: Token) -> Token | None:
    """The verb of quoting under which "saying" stands."""
    return token.head.head if token.dep_ == "pcomp" and token.head.lower_ == "as" and quotes_another(token.head.head) else None


def _carried(token: Token) -> bool:
    """Whether a participle tells who carried the words that another verb gives: "said, in comments reported by state television, that"."""
    noun = token.head
    if token.tag_ != "VBN" or token.dep_ != "acl" or not (is_document(noun) or noun.lemma_ in _REMARKS):
        return False
    return noun.dep_ == "pobj" and noun.head.lower_ == "in" and agent(token) is not None


def _carriers(sheet: Sheet, first: int, last: int) -> list[Token]:
    """Of "in a statement carried by the agency": the agency."""
    found = (
        sheet.doc[i] for i in range(first, last)
        if sheet.doc[i].tag_ == "VBN" and sheet.doc[i].lemma_ in _CARRYING and sheet.doc[i].dep_ in ("acl", "advcl")
    )  # fmt: skip
    theirs = [agent(v) for v in found if (is_document(v.head) or v.head.lemma_ in _REMARKS) and v.head.dep_ not in ("nsubj", "nsubjpass")]
    return [outlet for outlet in theirs if outlet is not None and sheet.quotation_around(outlet.idx) is None]


def shared_voice(scene: Scene, token: Token, first: int) -> Voice | None:
    """The speaker of an earlier cue of the sentence that this one goes on from ("said ..., adding ...")."""
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
        return None
    earlier = [i for i in range(max(first, token.i - _FAR), token.i) if i in scene.voices and goes_on(scene, scene.cue_at[i], token)]
    if not earlier:
        return None
    # A participle that goes on ("said ..., adding") belongs to the outermost cue, whatever clause the parse hangs it on.
    return scene.voices[earlier[0] if token.lemma_ in ELABORATING else earlier[-1]]


def phrase_before(sheet: Sheet, token: Token, first: int) -> Voice | None:
    """The noun phrase between a comma or a closing mark and a verb that the parse left without subject."""
    if token.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    doc, at = sheet.doc, token.i - 1
    while at > first and doc[at].pos_ in ("ADV", "AUX"):
        at -= 1
    if sheet.words[at] == ",":
        at = _behind_the_mark(sheet, at, first)
    end = at + 1
    while at >= first and end - at < PHRASE and (doc[at].pos_ in _PHRASAL or doc[at].lower_ in ("'s", "\u2019s", "(", ")")):
        at -= 1
    if at < first or (sheet.words[at] not in CLOSING and (sheet.words[at] != "," or token.tag_ == "VBN")):
        return None
    inside = [doc[i] for i in range(at + 1, end)]
    head = next((t for t in inside if t.pos_ in ("NOUN", "PROPN", "PRON") and (t.head == t or not at < t.head.i < end)), None)
    return Voice(head, at + 1, end) if head is not None else None


def _behind_the_mark(sheet: Sheet, comma: int, first: int) -> int:
    """Of "...", an envoy, who wore a hat, said: the last token of the phrase right behind the closing mark; the comma where there is none."""
    floor = max(first, comma - _ASIDE)
    mark = next((i for i in range(comma - 1, floor, -1) if sheet.words[i] in CLOSING), None)
    if mark is None:
        return comma
    pauses = [i for i in range(mark + 1, comma + 1) if sheet.words[i] == ","]
    for start, end in pairwise(pauses):
        told = next((i for i in range(start, end) if sheet.doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD")), None)
        if told is not None and not any(sheet.lower[i] in _RELATIVE for i in range(start, told)):
            return comma
    return pauses[0] - 1 if pauses[0] < comma else comma


def described_before(sheet: Sheet, token: Token, first: int, head: Token | None) -> Voice | None:
    """The speaker in "CLAUSE, the Northern Monitor, a group of lawyers, said" and "CLAUSE, the head of the clinic, Jan Vos, said", where the parse
    takes the clause's subject for the speaker, or finds none."""
    if token.tag_ not in ("VBD", "VBZ", "VBP") or token.i - 1 <= first:
        return None
    doc, end = sheet.doc, token.i - 1 if sheet.words[token.i - 1] == "," else token.i
    second = _flat_start(sheet, end, first)
    if end == token.i or second is None:
        return None
    start = _flat_start(sheet, second - 1, first)
    if start is None or start - 2 <= first or (head is not None and head.i >= start):
        return None
    described_last = doc[second].lower_ in _ARTICLES
    if not described_last and (doc[start].lower_ not in _ARTICLES or doc[end - 1].pos_ != "PROPN" or doc[end - 1].ent_type_ in _NO_NAMES):
        return None
    inside = [doc[i] for i in (range(start, second - 1) if described_last else range(second, end))]
    if not any(t.pos_ == "PROPN" for t in inside) or not any(doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") for i in range(first, start - 1)):
        return None
    named = next((t for t in reversed(inside) if t.pos_ == "PROPN"), inside[-1])
    return Voice(named, start, end)


def _flat_start(sheet: Sheet, end: int, first: int) -> int | None:
    """Where the run of nominal words that ends before token `end` starts, if a comma or a closing mark stands in front of it."""
    at = end - 1
    while at >= first and end - at < PHRASE and sheet.doc[at].pos_ in _PHRASAL:
        at -= 1
    if at < first or at == end - 1 or (sheet.words[at] != "," and sheet.words[at] not in CLOSING):
        return None
    return at + 1


def phrase_after(sheet: Sheet, token: Token, last: int) -> Voice | None:
    """The noun phrase right after a verb that follows a closing mark: "...", added another resident."""
    doc, end = sheet.doc, token.i + 1
    while end < last and end - token.i < _PHRASE_AFTER and (doc[end].pos_ in _PHRASAL or doc[end].text[:1].isupper()):
        end += 1
    inside = [doc[i] for i in range(token.i + 1, end)]
    heads = [t for t in inside if t.pos_ in ("NOUN", "PROPN", "PRON") or t.text[:1].isupper()]
    if not heads or inside[0].pos_ in ("ADP", "CCONJ", "PART"):
        return None
    head = heads[0]
    for following in heads[1:]:
        if following.i != head.i + 1:
            break
        head = following
    return Voice(head, token.i + 1, end)


def joined(who: Voice, token: Token) -> bool:
    """Whether only adverbs, auxiliaries and what describes the speaker stand between speaker and cue."""
    reach = min(who.head.right_edge.i + 1, token.i)
    return token.i - max(who.last, reach) <= NEAR
