"""What the parser is known to get wrong, set right before anything is read off the parse."""

import re
from collections.abc import Collection, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

_CAPTIVE = ("prisoner", "captive", "hostage")
_TAKE = frozenset({"take", "hold", "keep", "seize", "capture"})
_IRREGULAR = {"retook": "retake", "retaken": "retake", "overran": "overrun", "recaptured": "recapture"}
"""Pasts that the tagger takes for base forms, so that no word list (`lemmas`) is asked."""

_DENIALS = ("deny", "denies", "denied", "rejected", "dismissed")
_OWN_WORDS = frozenset({"accuse", "blame", "condemn", "say", "insist", "vow", "urge", "call", "warn", "demand", "threaten"})
"""What whoever denies says besides."""

_OFFERING = frozenset({"offer", "promise", "pledge", "threaten", "refuse", "propose"})
"""Behind "that the road be opened and" they are no participles."""
_CALLING = frozenset({"call", "appeal", "ask", "press", "push", "plead"})
_ASIDE = re.compile(r"\b(?:said|says|added|reported)\b[^.]{0,80}?, (?:and|but) ")
_SAYING = frozenset({"say", "add", "report", "tell", "note", "explain", "stress", "continue"})
_PAST = ("VBD", "VBZ", "VBN")


def mended(doc: Doc) -> Doc:
    """The same parse with its heads mended in place: "12 taken prisoner" and "took 12 soldiers prisoner" are what happens to the twelve."""
    words = doc.to_array(["LOWER"])
    for token in tokens_with(doc, words, _IRREGULAR):
        if token.tag_.startswith("V"):
            token.lemma_ = _IRREGULAR[token.lower_]
            if token.tag_ in ("VB", "VBP") and token.lower_ != "retaken":
                token.tag_ = "VBD"
    for token in tokens_with(doc, words, _CAPTIVE):
        _free(token)
    for token in tokens_with(doc, doc.to_array(["DEP"]), ("conj",)) if any(tokens_with(doc, words, _DENIALS)) else ():
        if token.tag_ in _PAST:
            _say_besides(token)
    for token in tokens_with(doc, words, _TIED):
        if token.i + 1 < len(doc) and doc[token.i + 1].lower_ in ("to", "with"):
            _be_tied(token)
    for token in tokens_with(doc, words, ("accused",)):
        if token.tag_ in ("VBD", "VBN") and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "of":
            _be_accused(token)
    for token in tokens_with(doc, words, ("for",)):
        if token.i and token.nbor(-1).lower_ in ("and", "or"):
            _ask_both(token)
    for token in tokens_with(doc, doc.to_array(["DEP"]), ("advcl",)):
        if token.tag_ == "VBD":
            _describe(token)
        elif _goes_on_finite(token, token.head):
            _describe_subject(token.head, token)
    for token in tokens_with(doc, doc.to_array(["DEP"]), ("csubj", "csubjpass")):
        if _goes_on_finite(token.head, token):
            _describe_subject(token, token.head)
    for token in tokens_with(doc, doc.to_array(["DEP"]), ("ccomp",)):
        if token.tag_ in ("VBN", "VBD") and token.head.tag_ in ("VBG", "VBD"):
            _be_done_to_the_charged(token)
    aside = _tells_aside(doc, words)
    for token in tokens_with(doc, doc.to_array(["DEP"]), ("conj",)):
        tag = token.tag_
        if _goes_on_finite(token, token.head):
            _describe_subject(token.head, token)
        elif aside and tag in ("VBD", "VBZ", "VBP") and token.head.lemma_ in _SAYING:
            _go_on_after(token)
        elif tag == "VB" and token.head.tag_ in _PAST:
            _go_on_to(token)
        elif tag in ("VBD", "VBZ", "VBN") and token.head.tag_ == "VBG" and token.head.dep_ == "pcomp":
            _go_on_from_gerund(token)
        elif tag in ("VBD", "VBZ") or (tag == "VBN" and token.lemma_ in _OFFERING):
            _go_on_from_wish(token)
    return doc


def tokens_with(doc: Doc, column: NDArray[Any], values: Collection[str]) -> Iterator[Token]:
    """The tokens that have one of these values in a column of spaCy's table, in their order: quicker than to look at each."""
    code = doc.vocab.strings
    found = np.zeros(len(doc), bool)
    for value in values:
        found |= column == code[value]
    return (doc[i] for i in np.flatnonzero(found).tolist())


def _tells_aside(doc: Doc, words: NDArray[Any]) -> bool:
    """Whether somebody's saying may stand amid what he tells: "he said, and". The text is put together only where a comma makes it likely."""
    joined = any(doc[comma.i + 1].lower_ in ("and", "but") for comma in tokens_with(doc, words, (",",)) if comma.i + 1 < len(doc))
    return joined and _ASIDE.search(doc.text) is not None


_OWN = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "mark", "aux", "auxpass", "dobj", "advmod"})


def _describe(verb: Token) -> None:
    """Make "a service for the judge gunned down last week" what befell the judge: a past without a subject of its own, right behind a noun."""
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else None
    if before is None or before.tag_ not in ("NN", "NNS", "NNP", "NNPS") or any(child.dep_ in _OWN and child.i < verb.i for child in verb.children):
        return
    if any(child.dep_ in ("dobj", "ccomp") for child in verb.children) or before.is_ancestor(verb) or verb.is_ancestor(before):
        return
    verb.head, verb.dep_, verb.tag_ = before, "acl", "VBN"


_FINITE = ("has", "have", "had", "is", "are", "was", "were", "will", "would")


def _goes_on_finite(verb: Token, above: Token) -> bool:
    """Whether a verb with its auxiliary goes on, without comma or "and", from a past that so turns out to be no verb of the sentence."""
    if above.tag_ not in ("VBD", "VBN") or above.i > verb.i or any(child.dep_ in ("aux", "auxpass", "cc", "dobj") for child in above.children):
        return False
    if not any(c.dep_ in ("aux", "auxpass") and c.lower_ in _FINITE for c in verb.children):
        return False
    between = verb.doc[above.i + 1 : verb.i]
    own = _OWN - {"aux", "auxpass", "advmod"}
    return not any(t.text in (",", ";", ":", "-") or t.tag_ == "CC" for t in between) and not any(c.dep_ in own for c in verb.lefts)


def _describe_subject(past: Token, verb: Token) -> None:
    """Make "the clerks swept up in the raid have been charged" a charge, and what swept them up a word about them."""
    subject = next((child for child in past.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < past.i), None)
    if subject is None:
        return
    above, tie = past.head, past.dep_
    if above != verb:
        verb.head, verb.dep_ = (verb if above == past else above), tie
    subject.head, subject.dep_ = verb, "nsubjpass" if any(child.dep_ == "auxpass" for child in verb.children) else "nsubj"
    past.head, past.dep_, past.tag_ = subject, "acl", "VBN"
    for child in [child for child in past.children if child.i > verb.i]:
        child.head = verb


def _ask_both(word: Token) -> None:
    """Make "called for an end to the siege and for aid to be let in" one call for both, where the parser tells the second for itself."""
    noun = next((child for child in word.children if child.dep_ == "pobj"), None)
    if noun is None:
        return
    verb = word.head if word.dep_ == "prep" and word.head.i > noun.i else next((c for c in noun.children if c.dep_ == "relcl"), None)
    if verb is None or not any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children):
        return
    above = word.head if verb != word.head else verb.head
    while above.lemma_ not in _CALLING and above.head != above and above.i < word.i:
        above = above.head
    if above.lemma_ not in _CALLING or above.i > word.i:
        return
    verb.head, verb.dep_ = above, "advcl"
    word.head, word.dep_ = verb, "mark"
    noun.head, noun.dep_ = verb, "nsubjpass" if any(child.dep_ == "auxpass" for child in verb.children) else "nsubj"


def _go_on_after(verb: Token) -> None:
    """Make "troops entered the village, he said, and detained 20 people" two acts of the troops, where the parser gave the speaker one."""
    said = verb.head
    above = said.head if said.dep_ == "parataxis" and said.head.i < said.i else None
    told = next((child for child in said.children if child.dep_ == "ccomp" and child.i < said.i), above)
    own = any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.children)
    link = next((child for child in said.children if child.dep_ == "cc" and said.i < child.i < verb.i), None)
    if told is None or own or link is None or verb.lemma_ in _SAYING | _OWN_WORDS or verb.doc[link.i - 1].text != ",":
        return
    verb.head = link.head = told


def _go_on_to(verb: Token) -> None:
    """Make "plotted to kill a guard and then attack the barracks" two things plotted: a base form goes on from an infinitive, never from a past."""
    above = verb.head
    if any(child.dep_ in ("aux", "nsubj", "nsubjpass") for child in verb.children):
        return
    aims = [c for c in above.children if c.dep_ in ("xcomp", "advcl") and c.i < verb.i and c.tag_ == "VB" and any(g.lower_ == "to" for g in c.lefts)]
    if not aims:
        return
    verb.head = aims[-1]
    for child in above.children:
        if child.dep_ == "cc" and aims[-1].i < child.i < verb.i:
            child.head = aims[-1]


def _go_on_from_wish(verb: Token) -> None:
    """Make "demanded that the road be opened and offered to free the men" two acts of who demands: a finite verb goes on from no subjunctive."""
    wished = verb.head
    above = wished.head
    be = any(c.lower_ == "be" and c.dep_ in ("aux", "auxpass") for c in wished.children) and not any(c.tag_ in ("MD", "TO") for c in wished.children)
    bare = wished.tag_ == "VB" and not any(c.dep_ == "aux" for c in wished.children)
    if wished.dep_ != "ccomp" or above.tag_ not in ("VBD", "VBZ") or not (be or bare) or not any(c.lower_ == "that" for c in wished.children):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children) or (verb.tag_ == "VBN" and not any(verb.rights)):
        return
    verb.head, verb.tag_ = above, "VBD" if verb.tag_ == "VBN" else verb.tag_
    for child in wished.children:
        if child.dep_ == "cc" and wished.i < child.i < verb.i:
            child.head = above


_CHARGED = frozenset({"accuse", "suspect", "want", "catch", "charge", "convict", "arrest", "blame", "jail", "detain", "sentence"})


def _be_done_to_the_charged(verb: Token) -> None:
    """Make "villagers accused of helping the rebels were shot" what befell the villagers, where the parser took the charge for the sentence's verb
    and shot the rebels."""
    object_ = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < verb.i), None)
    passive = any(c.dep_ == "auxpass" and c.i < verb.i for c in verb.children)
    if object_ is None or not passive or any(c.dep_ == "mark" for c in verb.children):
        return
    gerund = verb.doc[object_.left_edge.i - 1] if object_.left_edge.i > verb.sent.start else verb
    charge = gerund
    while gerund.tag_ == "VBG" and charge.lemma_ not in _CHARGED and charge.head != charge:
        charge = charge.head
    if charge.lemma_ not in _CHARGED or charge.tag_ not in ("VBD", "VBN") or not charge.i < gerund.i:
        return
    if any(c.dep_ in ("aux", "auxpass", "dobj") for c in charge.children) or not any(c.dep_ in ("nsubj", "nsubjpass") for c in charge.children):
        return
    object_.head, object_.dep_ = gerund, "dobj"
    _describe_subject(charge, verb)


_TIED = ("affiliated", "linked", "allied", "aligned", "tied", "connected")
"""Behind a group they tell whose it is."""


def _be_tied(past: Token) -> None:
    """Make "gunmen affiliated to the Front targeted on Sunday a school" what the gunmen did, where the parser made the tie the sentence's verb and
    hung what they did on the last noun."""
    if any(child.dep_ in ("aux", "auxpass", "dobj") for child in past.children) or not any(c.dep_ == "nsubj" and c.i < past.i for c in past.children):
        return
    noun = next((noun for child in past.rights if child.i == past.i + 1 for noun in child.children if noun.dep_ == "pobj"), None)
    verb = next((child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBN"), None) if noun is not None else None
    if verb is None or any(child.dep_ == "agent" or child.lower_ == "by" for child in verb.children):
        return
    if not any(child.dep_ == "dobj" for child in verb.rights):  # "fighters allied with a warlord arrested on Friday"
        return
    _describe_subject(past, verb)
    verb.tag_ = "VBD"


def _be_accused(verb: Token) -> None:
    """Make "Ministry accused of hiding the dead" what befalls the ministry: whoever accuses names somebody before "of"."""
    if any(child.dep_ in ("dobj", "aux", "auxpass") for child in verb.children):
        return
    finite = next((child for child in verb.rights if child.dep_ in ("ccomp", "conj", "parataxis", "dep") and child.tag_ in _PAST), None)
    if finite is not None and not any(child.dep_ in ("nsubj", "nsubjpass") for child in finite.children):
        _describe_subject(verb, finite)  # "the monitor accused of bias by the ministry said that ..."
        return
    verb.tag_ = "VBN"
    for child in verb.children:
        if child.dep_ == "nsubj":
            child.dep_ = "nsubjpass"


def _go_on_from_gerund(verb: Token) -> None:
    """Make "accused the army of breaking the truce and shelled its posts" two acts of who accuses: a finite verb with an object goes on from no
    gerund."""
    gerund = verb.head
    above = gerund.head.head
    if above.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or above.i > gerund.i or not any(child.dep_ == "dobj" for child in verb.rights):
        return
    if any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in verb.children):
        return
    verb.head, verb.tag_ = above, "VBD" if verb.tag_ == "VBN" else verb.tag_
    for child in gerund.children:
        if child.dep_ == "cc" and gerund.i < child.i < verb.i:
            child.head = above


def _say_besides(verb: Token) -> None:
    """Make "denied that it was blocking food and accused the rebels" two acts of who denies, where the parser put the second into what is denied."""
    denied = verb.head
    above = denied.head
    if denied.dep_ != "ccomp" or above.lemma_ not in ("deny", "reject", "dismiss") or above.tag_ not in ("VBD", "VBZ"):
        return
    own = any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in verb.children)
    if not own and (verb.lemma_ in _OWN_WORDS or (denied.tag_ == "VBG" and verb.tag_ != "VBN")):
        verb.head = above


def _free(word: Token) -> None:
    """Make "prisoner" what somebody is taken as, where the parser made it somebody: then the number or noun before it is who is taken."""
    before = doc[word.i - 1] if (doc := word.doc) and word.i > word.sent.start else None
    if before is not None and before.dep_ == "amod" and before.head == word and before.lemma_ in _TAKE and before.tag_ == "VBN":
        taken = before
        people = [child for child in word.children if child.dep_ == "nummod" and child.i < taken.i]
        if not people or word.head == word:
            return
        rest = [child for child in word.children if child != taken and child not in people]
        taken.head, taken.dep_ = word.head, word.dep_
        _join(word, people[0], taken, "nsubjpass")
        for child in rest:
            child.head = taken
    elif word.dep_ == "dobj" and word.head.lemma_ in _TAKE:
        nouns = [child for child in word.children if child.dep_ in ("compound", "nummod") and child.tag_ in ("NNS", "CD")]
        if not nouns or any(child.dep_ in ("amod", "poss") or child.lower_ in ("a", "the") for child in word.children if child.i > nouns[-1].i):
            return
        people = [nouns[-1]]
        for child in [child for child in word.children if child.i < people[0].i]:
            child.head = people[0]
        _join(word, people[0], word.head, "dobj")


def _join(word: Token, people: Token, verb: Token, tie: str) -> None:
    people.head, people.dep_ = verb, tie
    word.head, word.dep_ = verb, "oprd"
