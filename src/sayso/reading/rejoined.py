"""Clauses that the parser hangs on the wrong word where a comma is lost: "fired shells on the old city [injuring] three", "terrorists
[positioned] in the town fired"."""

import numpy as np
from spacy.tokens import Doc, Token

from sayso.reading.mended import tokens_with

_HARMING = frozenset({
    "kill", "wound", "injure", "hurt", "maim", "leave", "cause", "inflict", "destroy", "damage", "claim", "displace", "martyr", "force", "trap",
    "set", "burn", "abduct", "kidnap", "loot", "torch",
})  # fmt: skip
"""What is told of a deed, in a gerund behind it."""
_NAMED_GROUND = frozenset({"GPE", "LOC", "FAC"})
_GROUND = frozenset({
    "city", "town", "village", "neighbourhood", "neighborhood", "district", "province", "area", "region", "countryside", "suburb", "quarter",
    "street", "road", "square", "camp", "airport", "outskirts", "state", "county", "governorate", "border", "west", "east", "north", "south",
})  # fmt: skip
_OF_GROUND = frozenset({"of", "in", "on", "near", "at", "outside", "around"})
_VIOLENT = frozenset({
    "kill", "wound", "injure", "behead", "decapitate", "execute", "arrest", "detain", "abduct", "kidnap", "crucify", "murder", "slaughter",
})  # fmt: skip
"""Verbs that have an object, and no clause: "beheaded three men hanging their bodies"."""
_JUDGING = frozenset({"condemn", "denounce", "criticise", "criticize", "welcome", "reject", "praise", "slam", "blast", "decry", "deplore"})
_BESIDES = frozenset({
    "call", "urge", "demand", "ask", "appeal", "describe", "say", "stress", "add", "warn", "accuse", "hold", "note", "emphasise", "emphasize",
    "express", "insist", "vow",
})  # fmt: skip
"""What whoever judges says besides."""
_SAYING = frozenset({"say", "report", "announce", "confirm", "state", "add"})
_THEM = frozenset({"them", "him", "her", "it"})
_FATAL = ("killed", "martyred", "dead")
_HURT = frozenset({"injured", "wounded", "hurt"})
_MANY = frozenset({"dozens", "scores", "several", "many", "others", "other", "hundreds", "tens", "two", "more"})
_BLOWS = frozenset({
    "bomb", "blast", "attack", "raid", "strike", "shelling", "explosion", "fire", "airstrike", "missile", "shell", "clash", "fighting", "bomber",
    "bombing", "rocket", "mortar", "ambush", "gunfire",
})  # fmt: skip
_APART = frozenset({"VERB", "AUX", "ADP", "PUNCT", "CCONJ"})
_COUNT = 4
"""Within how many tokens the wounded are counted behind the dead."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def rejoined(doc: Doc) -> Doc:
    """The same parse with such clauses hung on the verb that they go with."""
    tags, ties, words = (doc.to_array([column]) for column in ("TAG", "DEP", "LOWER"))
    code = doc.vocab.strings
    for i in np.flatnonzero((tags == code["VBG"]) & ((ties == code["acl"]) | (ties == code["ccomp"]) | (ties == code["pcomp"]))):
        _gerund(doc[int(i)])
    for i in np.flatnonzero((ties == code["ccomp"]) & (tags == code["VBD"])):
        _second(doc[int(i)])
    for i in np.flatnonzero((tags == code["VBN"]) & (ties == code["acl"])):
        _told_twice(doc[int(i)])
    for token in tokens_with(doc, words, _FATAL):
        _dead_and_hurt(token)
    return doc


def _told_twice(verb: Token) -> None:
    """Make "three were killed and five injured in a raid" two things that befell them, and "A blast killed nine people, the monitor said" what
    the blast did, where the parser hangs the second verb on its noun."""
    noun, above = verb.head, verb.head.head
    if noun.dep_ == "conj" and verb.lower_ in _HURT and above.tag_ == "VBN" and noun.i > above.i and any(c.dep_ == "auxpass" for c in above.lefts):
        verb.head, verb.dep_ = above, "conj"
        noun.head, noun.dep_ = verb, "nsubjpass"
    elif noun.dep_ == "nsubj" and above.lemma_ in _SAYING and any(child.dep_ == "dobj" for child in verb.rights) and _second_subject(above):
        verb.head, verb.dep_, verb.tag_ = above, "ccomp", "VBD"
        noun.head = verb


def _second_subject(verb: Token) -> bool:
    return sum(child.dep_ == "nsubj" for child in verb.lefts) > 1


def _dead_and_hurt(killed: Token) -> None:
    """Make "Seven villagers killed 25 injured in a blast" what befell the seven and the 25, where the parser makes the seven kill."""
    doc, at = killed.doc, killed.i + 1
    last = min(at + _COUNT, len(doc) - 1)
    if at > last or not (doc[at].tag_ == "CD" or doc[at].lower_ in _MANY):
        return
    hurt = next((doc[i] for i in range(at + 1, last + 1) if doc[i].lower_ in _HURT), None)
    if hurt is None or hurt.sent.start != killed.sent.start or any(token.pos_ in _APART for token in doc[at : hurt.i]):
        return
    noun = doc[hurt.i - 1]
    subject = next((child for child in killed.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.lemma_.lower() in _BLOWS or any(above in (hurt, noun) for above in killed.ancestors):
        return
    subject.dep_, killed.tag_, killed.pos_ = "nsubjpass", "VBN", "VERB"
    hurt.head, hurt.dep_, hurt.tag_, hurt.pos_ = killed, "conj", "VBN", "VERB"
    noun.head, noun.dep_ = hurt, "nsubjpass"
    for child in [child for child in noun.children if child.i > hurt.i]:
        child.head = hurt


def _gerund(verb: Token) -> None:
    if verb.dep_ == "ccomp":
        _object_again(verb)
        return
    if verb.dep_ == "pcomp":
        _ground_again(verb)
        return
    noun = verb.head
    above = _verb_over(noun)
    if above is None or above.i > noun.i:
        return
    ground = noun.ent_type_ in _NAMED_GROUND or noun.lower_ in _GROUND
    if verb.lemma_ in _HARMING and ground and noun.dep_ in ("pobj", "conj", "dobj", "appos", "compound"):
        verb.head, verb.dep_ = above, "advcl"
    elif noun.dep_ == "dobj" and any(child.dep_ == "dobj" and child.lower_ in _THEM for child in verb.rights):
        verb.head, verb.dep_ = above, "advcl"  # "killed two men calling them spies"
    elif verb.lemma_ in _BESIDES and above.lemma_ in _JUDGING and noun.dep_ in ("dobj", "pobj") and above.tag_ in _FINITE:
        verb.head, verb.dep_ = above, "advcl"


def _ground_again(gerund: Token) -> None:
    """Give a preposition back the place that the parser made the doer of a gerund: "clashed with rebels near Orlat killing nine"."""
    preposition = gerund.head
    subject = next((child for child in gerund.lefts if child.dep_ == "nsubj"), None)
    above = _verb_over(preposition)
    if gerund.lemma_ not in _HARMING or subject is None or above is None or above.i > preposition.i or preposition.lower_ not in _OF_GROUND:
        return
    if subject.pos_ == "PROPN" or subject.ent_type_ in _NAMED_GROUND or subject.lemma_ in _GROUND:
        subject.head, subject.dep_ = preposition, "pobj"
        gerund.head, gerund.dep_ = above, "advcl"


def _verb_over(noun: Token) -> Token | None:
    """The verb of the clause that a noun stands in."""
    above = noun.head
    while above.head != above and above.pos_ not in ("VERB", "AUX"):
        above = above.head
    return above if above.pos_ == "VERB" else None


def _object_again(gerund: Token) -> None:
    """Give a verb back the object that the parser made the subject of a gerund: "beheaded three men hanging their bodies"."""
    above = gerund.head
    subject = next((child for child in gerund.lefts if child.dep_ == "nsubj"), None)
    if above.lemma_ in _VIOLENT and subject is not None and above.i < subject.i and not any(c.dep_ == "dobj" for c in above.children):
        subject.head, subject.dep_ = above, "dobj"
        gerund.head, gerund.dep_ = above, "advcl"


def _second(verb: Token) -> None:
    """Make "said that rebels positioned in the hills fired rockets" what those rebels fired, where the parser tells two clauses."""
    if any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark", "expl") for child in verb.children):
        return
    above = verb.head
    before = [child for child in above.rights if child.dep_ == "ccomp" and child.i < verb.i]
    first = before[-1] if before else None
    if first is None or first.tag_ not in ("VBD", "VBN") or any(child.dep_ in ("aux", "auxpass", "dobj", "cc", "ccomp") for child in first.children):
        return
    subject = next((child for child in first.lefts if child.dep_ == "nsubj" and child.pos_ in ("NOUN", "PROPN")), None)
    if subject is None:
        return
    for child in [child for child in first.lefts if child != subject]:
        child.head = verb
    subject.head = verb
    first.head, first.dep_, first.tag_ = subject, "acl", "VBN"
