"""What somebody takes back that was told before: "retracts its report that", "took back the claim that", "an earlier version said"."""

from typing import NamedTuple

from sayso.reading.doubt import asked, negated, none_of
from sayso.reading.parsed import Token

_TAKING_BACK = frozenset({"retract", "withdraw", "recant", "rescind", "disown"})
_TOLD = frozenset({
    "report", "story", "article", "claim", "statement", "accusation", "allegation", "assertion", "charge", "tweet", "denial",
})  # fmt: skip
_POSTED = frozenset({"post", "account"})
"""Told as well, but only where they are retracted: an army takes posts back, and who has an account withdraws it."""
_SPOKEN = frozenset({"claim", "statement", "accusation", "allegation", "assertion", "charge", "denial"})
"""What is taken back, or walked back: papers that are taken back may be stolen ones."""
_RETRACTING = frozenset({"retract", "recant", "disown"})
_SAYING = frozenset({"say", "claim", "report", "allege", "state", "assert"})
_ANNOUNCING = frozenset({"say", "announce", "report", "add", "tell", "state", "declare", "confirm", "acknowledge", "admit", "note"})
_NOBODY = frozenset({"nobody", "none", "neither", "nothing", "who", "whoever", "what", "which", "anybody", "anyone", "few"})
_HELPING = frozenset({"has", "have", "had", "'ve", "'s", "is", "are", "was", "were", "am", "been", "being", "be", "'re", "'m"})
_UNSURE = frozenset({"reportedly", "allegedly", "supposedly", "perhaps", "maybe", "probably", "possibly", "almost", "nearly", "yet"})
_IF = frozenset({"if", "unless", "whether", "until", "lest"})
_BEFORE = frozenset({"earlier", "previous", "prior"})
_TEXTS = frozenset({"report", "story", "article"})
_ITS_OWN = frozenset({"this", "the", "its", "our"})
_OUTLETS = frozenset("newspaper paper magazine website site outlet agency station channel radio broadcaster publication".split())


class Retraction(NamedTuple):
    """What was told and is taken back: by which verb, and the clause that says it."""

    verb: Token
    clause: Token
    denial: bool
    """Whether a denial is taken back: then nobody denies the deed any more, and nobody has told it either."""


def retraction(noun: Token) -> Retraction | None:
    """How somebody takes back what the noun says, told as done: "retracted a story that said", "has withdrawn its claim that"."""
    verb = _verb_of(noun)
    if verb is None or verb.pos_ != "VERB" or not _takes_back(verb, noun) or not _done(verb) or none_of(noun):
        return None
    beside = [c for c in verb.children if c.dep_ == "ccomp" and c.i > noun.i and c.i > verb.i]  # "its report of Monday that"
    clause = next((c for c in (*noun.children, *beside) if _says_what(c)), None)
    if clause is None or _conditional(clause):  # "if it is given proof", which the parse may hang on what was told
        return None
    return Retraction(verb, clause, noun.lemma_ == "denial" or negated(clause))


def retracted(head: Token, clause: Token) -> bool:
    """Whether a clause says what somebody takes back; the parse hangs it on the noun or, behind a day, on the verb."""
    return any(not made.denial for made in _retractions(head, clause))


def denial_withdrawn(head: Token, clause: Token) -> bool:
    """Whether a clause is what somebody had denied, and has taken the denial back: then the deed is open."""
    return any(made.denial for made in _retractions(head, clause))


def _retractions(head: Token, clause: Token) -> list[Retraction]:
    if clause.dep_ not in ("acl", "ccomp", "relcl"):
        return []
    return [made for noun in (head, *head.children) if (made := retraction(noun)) is not None and made.clause is clause]


def own_retraction(noun: Token, verb: Token) -> bool:
    """Whether an outlet takes back its own word: "we retract our report that", "our report that ... has been retracted", "this newspaper
    retracts"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    while not subjects and verb.dep_ == "conj":  # "we apologise and retract"
        verb = verb.head
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    ours = any(c.lower_ == "our" and c.dep_ == "poss" for c in noun.children)
    return _main(verb) and (ours or any(c.lower_ == "we" or _this_outlet(c) for c in subjects))


def superseded(verb: Token) -> bool:
    """Whether a verb of saying tells what stood in an earlier version of the text: "an earlier version of this report said that"."""
    return any(
        c.dep_ == "nsubj" and c.lemma_ == "version" and any(g.lower_ in _BEFORE for g in c.children) and any(_of_the_text(g) for g in c.children)
        for c in verb.children
    )


def _of_the_text(preposition: Token) -> bool:
    """Whether it is "of this report": of no other's, like "of the truce text", "of the UN report"."""
    nouns = (c for c in preposition.children if c.dep_ == "pobj" and c.lemma_ in _TEXTS) if preposition.lower_ == "of" else ()
    return any(noun.children and all(c.lower_ in _ITS_OWN for c in noun.lefts) for noun in nouns)


def _this_outlet(noun: Token) -> bool:
    return noun.lemma_ in _OUTLETS and any(c.lower_ == "this" for c in noun.children)


def _verb_of(noun: Token) -> Token | None:
    """The verb that a noun suffers: "retracted its report", "the report was wrong and has been retracted"."""
    if noun.dep_ == "dobj":
        return noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    verbs = (noun.head, *(c for c in noun.head.children if c.dep_ == "conj"))
    return next((v for v in verbs if v.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in v.children)), None)


def _takes_back(verb: Token, noun: Token) -> bool:
    if noun.lemma_ in _POSTED:
        return verb.lemma_ in _RETRACTING
    if verb.lemma_ in ("take", "walk"):
        return noun.lemma_ in _SPOKEN and any(c.lower_ == "back" for c in verb.children)
    return noun.lemma_ in _TOLD and verb.lemma_ in _TAKING_BACK


def _says_what(clause: Token) -> bool:
    """Whether a clause is the content of the noun before it: "that the army had shelled it", "that said ..."; a post "that the army had seized"
    is no word of anybody's."""
    if clause.dep_ in ("acl", "ccomp"):
        return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    if clause.dep_ != "relcl":
        return False
    if any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
        return True
    telling = any(c.dep_ == "nsubj" and c.lower_ in ("that", "which") for c in clause.children)
    return telling and clause.lemma_ in _SAYING and any(c.dep_ == "ccomp" and c.i > clause.i for c in clause.children)


def _done(verb: Token) -> bool:
    """Whether it is told as done, of somebody: in a main clause or one that is said, in the indicative, without doubt or condition."""
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        if not _done(verb.head):
            return False
    elif verb.dep_ == "ccomp":
        if verb.head.lemma_ not in _ANNOUNCING or asked(verb) or not _done(verb.head):
            return False
    elif not _main(verb) or verb.right_edge.text == "?":
        return False
    return _indicative(verb) and _somebody(verb) and not negated(verb) and not _doubted(verb)


def _main(verb: Token) -> bool:
    """Whether a verb is a sentence's own, or that behind its heading: "Retraction: we withdraw"."""
    above = verb.head
    return above is verb or (above.head is above and above.i < verb.i and above.pos_ in ("NOUN", "PROPN") and above.nbor(1).text == ":")


def _indicative(verb: Token) -> bool:
    """Whether a verb tells what is or was done; of two joined ones ("has checked and withdrawn", "we apologise and retract") both do."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lower_ not in _HELPING for c in helpers):
        return False
    joined = verb.dep_ == "conj" and (verb.head.tag_ == verb.tag_ or (verb.tag_, verb.head.tag_) == ("VB", "VBP"))
    return verb.tag_ in ("VBD", "VBZ", "VBP") or joined or (verb.tag_ in ("VBN", "VBG") and bool(helpers))


def _somebody(verb: Token) -> bool:
    """Whether it has a subject, its own or that of the verb before it, and one that is somebody."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not subjects:
        return verb.dep_ == "conj" and _somebody(verb.head)
    return not any(c.lower_ in _NOBODY or none_of(c) or any(g.lower_ == "few" for g in c.children) for c in subjects)


def _doubted(verb: Token) -> bool:
    if any(c.lower_ in _UNSURE or (c.dep_ == "mark" and c.lower_ in _IF) for c in verb.children):
        return True
    return _conditional(verb)


def _conditional(verb: Token) -> bool:
    return any(c.dep_ == "advcl" and any(g.dep_ == "mark" and g.lower_ in _IF for g in c.children) for c in verb.children)
