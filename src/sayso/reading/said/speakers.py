"""Whose cue it is: the noun phrase or pronoun that the grammar makes its subject."""

from dataclasses import dataclass

from sayso.reading.misparsed import named_besides
from sayso.reading.parsed import Token
from sayso.reading.said.sheet import Sheet

_STEPS = 6
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NOMINAL = ("NOUN", "PROPN", "NUM", "PRON")
_DOCUMENTS = frozenset(
    """statement letter report message tweet post email note memo speech interview communique communiqu\u00e9 document text article video book
    release bulletin leaflet broadcast dispatch""".split()
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker in the text: its head token and the tokens of its whole noun phrase, [first, last)."""

    head: Token
    first: int
    last: int


def subject(token: Token) -> Token | None:
    """The own subject of a verb; for a passive verb its agent."""
    passive, before, after = False, None, None
    for child in token.children:
        if child.dep_ == "nsubj" and child.left_edge.i == token.i + 1 and child.left_edge.text[:1].isalnum():
            after = after or child
        elif child.dep_ in ("nsubj", "csubj") and not (before is not None and named_besides(child)):
            before = child  # of two the nearer: the parser makes subjects of what stands in front, too
        passive = passive or child.dep_ in ("nsubjpass", "auxpass")
    if after is not None and (before is None or (token.i > 0 and token.nbor(-1).is_punct)):
        return after
    return before or (agent(token) if passive else None)


def agent(token: Token) -> Token | None:
    """Who a passive verb is done by."""
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for pobj in child.children:
                if pobj.dep_ == "pobj":
                    return pobj
    return None


def speaker_token(token: Token) -> Token | None:
    """The head of the phrase that utters a cue verb, found through coordination, control, participles and relative clauses."""
    at = token
    for _ in range(_STEPS):
        found = subject(at)
        if found is not None:
            return _antecedent(found, at)
        if at is token and (found := set_off(token) or _joined(token)) is not None:
            return found
        told_of = at.dep_ == "relcl" and any(child.dep_ == "auxpass" for child in at.children)  # "X, who is accused of the raid": not X
        if at is token and at.tag_ == "VBN" and (at.dep_ in ("advcl", "acl") or told_of):
            return agent(at)
        if at.dep_ in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "parataxis", "dep"):
            if at.dep_ == "pcomp" and at.head.lower_ == "as":
                return quoted_one(at.head.head)
            joined = at.dep_ == "conj"
            at = at.head.head if at.dep_ == "pcomp" else at.head
            if at.pos_ in ("NOUN", "PROPN"):
                if not joined or at.dep_ not in ("dobj", "pobj", "attr", "appos"):
                    return at
                while at.pos_ in ("NOUN", "PROPN", "ADP") and at.head != at:
                    at = at.head  # "adopted an accent and joked": joined to the verb, whatever the parse says
                found = subject(at)
                if found is not None:
                    return found
            continue
        if at.dep_ in ("acl", "relcl"):
            through = at.head.head
            if at.dep_ == "acl" and at.head.dep_ == "pobj" and through.lower_ in ("via", "through") and through.head.pos_ == "VERB":
                return subject(through.head) or at.head
            return _owner(at.head)
        return None
    return None


def set_off(token: Token, pause: bool = True) -> Token | None:
    """Of "X condemned the raid, saying ...": X. A participle behind a comma is the subject's, though the parse hang it on the object."""
    noun = token.head
    if token.tag_ != "VBG" or token.dep_ not in ("acl", "advcl") or noun.pos_ not in _NOMINAL:
        return None
    if pause and (token.i == 0 or token.nbor(-1).text != ","):
        return None
    at = noun
    for _ in range(_STEPS):
        if at.dep_ in ("nsubj", "nsubjpass") or at.head == at:
            return None
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            found = subject(at)
            if found is not None:
                return _antecedent(found, at) if found.i < noun.i else None
    return None


def _joined(verb: Token) -> Token | None:
    """Of "the thief got away and guards concede that ...": guards, which the parse joined to what stands before."""
    noun = verb.nbor(-1) if verb.i and verb.tag_ in ("VBD", "VBP", "VBZ") else None
    if noun is None or noun.dep_ != "conj" or noun.pos_ not in _NOMINAL or noun.ent_type_ in _PLACES or noun.i < noun.head.i:
        return None
    first = noun.head.left_edge
    if noun.head.pos_ in _NOMINAL and first.i and first.nbor(-1).pos_ in ("NOUN", "PROPN"):
        return noun.head  # "killed four on Sunday a monitor and a medic said", whose comma is lost: both
    return noun


def quoted_one(verb: Token) -> Token | None:
    """Of "X was quoted as saying" and "Y quoted X as saying": X."""
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if passive is not None:
        return passive
    if _quoting(verb) is not None:
        return verb
    return next((c for c in verb.children if c.dep_ == "dobj"), None) or (verb.head if verb.dep_ == "acl" else None)


def _quoting(noun: Token) -> Token | None:
    """The verb of "the Argus quoted official Lena Orr as saying", where the parse makes it an adjective of the one who is quoted."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    return next((c for c in noun.lefts if c.dep_ == "amod" and c.lemma_ in ("quote", "cite", "quoted", "cited")), None)


def quoting_one(token: Token) -> Token | None:
    """Of "X was quoted by Y as saying", "Y quoted X as saying", "X sends word through Y saying": Y; `token` is "saying"."""
    if token.dep_ == "acl" and token.head.dep_ == "pobj" and token.head.head.lower_ in ("via", "through"):
        return token.head
    if token.dep_ != "pcomp" or token.head.lower_ != "as":
        return None
    verb = token.head.head
    if (quoting := _quoting(verb)) is not None:
        return next((c for c in verb.lefts if c.i < quoting.i and c.pos_ == "PROPN"), None)
    if any(c.dep_ == "nsubjpass" for c in verb.children):
        return agent(verb) or agent(token)
    return next((c for c in verb.children if c.dep_ == "nsubj"), None)


def _antecedent(found: Token, verb: Token) -> Token | None:
    if found.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        return verb.head
    return found


def _owner(noun: Token) -> Token:
    """Of "a statement saying that ...": who made the statement, if the sentence tells."""
    if not is_document(noun):
        return noun
    owner = author(noun)
    if owner is None and noun.dep_ == "dobj":
        owner = subject(noun.head)
    return owner or noun


def is_document(noun: Token) -> bool:
    """Whether a noun names words that somebody else has put out ("statement", "report", "letter")."""
    return noun.lemma_.lower() in _DOCUMENTS


def author(noun: Token) -> Token | None:
    """Whose document it is: "the ministry's statement", "a ministry statement", "a report by the monitor"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if (child.dep_ == "prep" and child.lower_ in ("by", "from", "of")) or child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ == "acl" and agent(child) is not None:
            return agent(child)
    named = [c for c in noun.lefts if c.dep_ in ("compound", "nmod", "amod") and (c.pos_ == "PROPN" or c.ent_type_ in ("ORG", "GPE", "NORP"))]
    return named[-1] if named else None


def voice(sheet: Sheet, head: Token, floor: int, ceiling: int) -> Voice:
    """The maximal noun phrase around a head inside tokens [floor, ceiling)."""
    for i in range(head.i - 1, max(head.i - 4, floor), -1):
        if sheet.words[i] == "(" and sheet.doc[i - 1].pos_ in ("PROPN", "NOUN"):
            head = sheet.doc[i - 1]  # "John Carter (R-OH)": what stands in brackets speaks for nobody
            break
    first, last = max(head.left_edge.i, floor), min(head.right_edge.i + 1, ceiling)
    if (quoting := _quoting(head)) is not None:
        first = max(first, quoting.i + 1)
        last = next((c.i for c in head.rights if c.lower_ == "as"), last)
    for child in head.children:
        if child.dep_ in ("relcl", "acl", "ccomp", "parataxis", "advcl", "punct") and child.i > head.i:
            if child.dep_ == "punct" and child.lower_ not in (":", ";", "\u201c", '"', "``", "\u201d"):
                continue
            last = min(last, max(child.left_edge.i, head.i + 1))
    for i in range(head.i - 1, first - 1, -1):
        if sheet.words[i] in ('"', "\u201c", "\u201d", "``", "''"):
            first = i + 1
            break
    for i in range(head.i + 1, last):
        if "\n" in sheet.words[i] or sheet.words[i] in ('"', "\u201c", "\u201d", "``", "''"):
            last = i
            break
    while last - 1 > head.i and not sheet.words[last - 1][-1:].isalnum() and sheet.words[last - 1] not in (")", "]"):
        last -= 1
    while first < head.i and not sheet.words[first][:1].isalnum():
        first += 1
    return Voice(head, first, last)
