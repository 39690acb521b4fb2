"""Which way the verb around a time expression looks: back, ahead, or neither."""

from typing import Final

from sayso.reading.parsed import Token

BACK: Final = -1
AHEAD: Final = 1
NEITHER: Final = 0

_AHEAD_AUXILIARIES = frozenset({"will", "'ll", "shall", "wo", "would", "'d", "may", "might", "can", "should", "must"})
PROSPECTS = frozenset(
    "expect plan schedule set due intend hope want aim slate prepare agree vow promise pledge threaten propose urge ask call demand order "
    "likely ready poise bind go need decide seek fix time anticipate project forecast predict tentatively offer try invite require".split()
)
"""Lemmas whose infinitive or "for" lies ahead: expected to, planned for, due to."""
_DONE_IN_WORDS = frozenset({"agree", "offer", "demand", "order", "decide", "propose", "threaten"})
"""Of these what is done in saying so: "a truce was agreed on Thursday" was agreed then, "was expected on Thursday" was not."""
_SET = frozenset({"alight", "ablaze", "afire", "fire", "free", "off", "up", "out", "upon"})
"""Beside "set" they tell a deed and no plan: "two barns were set alight on Sunday"."""
_STARTING = frozenset({"start", "begin", "commence"})
_ANNOUNCING = frozenset({"announce", "declare", "proclaim", "unveil", "approve", "order", "agree", "propose", "offer"})
_STOPS = 12


def direction(token: Token) -> int:
    """BACK, AHEAD or NEITHER for a token of the expression, from tense and aspect of the verb that governs it."""
    before = token.nbor(-1) if token.i else token
    if before.tag_ in ("VBD", "VBN") and before.lemma_ not in PROSPECTS and before.i != token.i:
        return BACK
    verb = _root_of(token) if _opens_sentence(token) else _verb_above(token)
    if verb is None:
        return NEITHER
    if before.lower_ == "for" and verb.lemma_ in _DONE_IN_WORDS:
        return AHEAD  # "talks were agreed for Thursday"
    if before.lower_ == "in" and verb.lemma_ in _DONE_IN_WORDS and verb.tag_ in ("VBD", "VBN") and verb_direction(verb) == NEITHER:
        return BACK  # "a truce agreed in February"
    return verb_direction(verb)


def _opens_sentence(token: Token) -> bool:
    """"In December leaders agreed": what opens a sentence belongs to its main verb, whatever the parser made of it."""
    place = token
    for _ in range(3):
        if place.is_sent_start:
            return place.pos_ in ("ADP", "PROPN", "NOUN", "ADV") and place.i < token.i
        if not place.i:
            return False
        place = place.nbor(-1)
    return False


def _root_of(token: Token) -> Token | None:
    for _ in range(_STOPS):
        if token.head.i == token.i:
            return token if token.pos_ in ("VERB", "AUX") else None
        token = token.head
    return None


def _verb_above(token: Token) -> Token | None:
    for _ in range(_STOPS):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def verb_direction(verb: Token) -> int:
    """The direction of one verb with its auxiliaries."""
    back = False
    progressive = False
    to = False
    for child in verb.lefts:
        if child.dep_ in ("aux", "auxpass"):
            word = child.lower_
            if word in _AHEAD_AUXILIARIES:
                return _modal(verb, word)
            if child.tag_ in ("VBD",) or word in ("has", "have", "had", "'ve", "having"):
                back = True
            elif word in ("is", "are", "am", "'s", "'re", "'m"):
                progressive = True
            elif child.tag_ == "TO":
                to = True
    prospect = verb.lemma_ in PROSPECTS and not (verb.lemma_ == "set" and any(c.lower_ in _SET for c in verb.rights))
    if prospect and verb.tag_ in ("VBN", "VBZ", "VBP", "VBG"):
        if verb.lemma_ in _DONE_IN_WORDS and any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.lefts):
            return BACK
        if any(c.lower_ == "had" for c in verb.lefts) or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
            return NEITHER
        return AHEAD
    if prospect and verb.tag_ == "VBD":
        return NEITHER
    if back:
        return BACK
    if to or verb.tag_ == "VB":
        head = verb.head
        if not to and verb.dep_ == "xcomp" and head.lemma_ == "let" and head.i != verb.i:
            return verb_direction(head)  # "were let go on Monday"
        if head.i != verb.i and (head.lemma_ in PROSPECTS or head.lemma_ in ("be", "have")):
            if head.lemma_ == "be" and head.tag_ == "VBD":
                return NEITHER
            above = head.head if head.tag_ == "JJ" else head  # "it had been due to expire"
            return NEITHER if any(c.lower_ == "had" for c in (*head.lefts, *above.lefts)) else AHEAD
        if head.tag_ == "JJ" and head.head.tag_ == "VBD" and head.lemma_ not in PROSPECTS:
            return BACK
        return AHEAD if head.i != verb.i and head.tag_ in ("VBZ", "VBP", "NN", "NNS", "JJ") else NEITHER
    if verb.tag_ == "VBD":
        return BACK
    if verb.tag_ == "VBN":
        return NEITHER if progressive else BACK
    if verb.tag_ == "VBG":
        if progressive:
            return AHEAD
        return _of_participle(verb)
    if verb.dep_ == "advcl" and verb.head.i != verb.i and verb.head.pos_ == "VERB" and verb.head.tag_ == "VB":
        return verb_direction(verb.head)
    return NEITHER


def _of_participle(verb: Token) -> int:
    """Where "retreating" looks in "vowed to come back after retreating on Thursday", "starting" in "announced a truce starting on Thursday"; else
    where what it hangs on looks."""
    head = verb.head
    if head.i == verb.i:
        return NEITHER
    if verb.dep_ == "pcomp" and head.lower_ in ("after", "since", "following"):
        return BACK
    if verb.dep_ == "acl" and verb.lemma_ in _STARTING and (above := _verb_above(head)) is not None and above.lemma_ in _ANNOUNCING:
        return AHEAD
    return direction(head)


def _modal(verb: Token, word: str) -> int:
    """"would have met", "may have been": perfect modals look back."""
    return BACK if word not in ("will", "'ll", "shall") and any(c.lower_ == "have" for c in verb.lefts) else AHEAD
