"""What a word does to an event below it: "deny", "plan", "stop"; by the word and by the grammatical tie between them."""

from dataclasses import dataclass

from sayso.reading.happened.senses import Senses
from sayso.reading.parsed import Token

EFFECTS = (
    "deny", "refuse", "demand", "threaten", "agree", "plan", "stop", "prevent", "fail", "want", "possible", "need",
    "accuse", "try", "make", "do", "say",
)  # fmt: skip
"""All effects, in the order in which a word that has several is read."""

_VERB_TIES: dict[str, frozenset[str]] = {
    "deny": frozenset({"ccomp", "dobj", "xcomp", "nsubjpass"}), "refuse": frozenset({"xcomp", "dobj", "nsubjpass"}),
    "demand": frozenset({"ccomp", "xcomp", "dobj", "nsubjpass"}), "threaten": frozenset({"ccomp", "xcomp", "dobj"}),
    "agree": frozenset({"xcomp", "ccomp", "dobj"}), "plan": frozenset({"xcomp", "dobj", "nsubjpass", "ccomp"}),
    "stop": frozenset({"xcomp", "dobj", "nsubjpass"}), "prevent": frozenset({"dobj", "nsubjpass", "ccomp"}),
    "fail": frozenset({"xcomp"}), "want": frozenset({"xcomp", "ccomp", "dobj"}), "possible": frozenset({"ccomp", "dobj", "xcomp"}),
    "need": frozenset({"xcomp", "ccomp", "dobj"}), "accuse": frozenset({"xcomp"}), "try": frozenset({"xcomp"}),
    "make": frozenset({"ccomp", "xcomp"}), "do": frozenset({"xcomp", "advcl"}), "say": frozenset({"ccomp"}),
}  # fmt: skip
_PREPOSITIONS: dict[str, frozenset[str]] = {
    "demand": frozenset({"for", "on"}), "prevent": frozenset({"from", "out"}), "agree": frozenset({"to", "on"}),
    "accuse": frozenset({"of", "for", "with"}),
    "plan": frozenset({"for", "on"}), "fail": frozenset({"in"}), "do": frozenset({"with"}), "threaten": frozenset({"with", "of"}),
    "possible": frozenset({"of", "for", "about", "against"}), "want": frozenset({"for"}), "need": frozenset({"for"}), "try": frozenset({"at", "for"}),
    "stop": frozenset({"from"}), "refuse": frozenset({"to"}),
}  # fmt: skip
_NOUN_PREPOSITIONS = frozenset({"of", "for", "to", "against"})
_THE_DEED_ITSELF = frozenset({"agree", "want", "say", "do", "make", "try", "possible"})
_SUBJUNCTIVE = frozenset({"demand", "request", "require", "urge", "recommend", "ask", "propose"})
_TALK = frozenset({"claim", "report", "allegation", "accusation", "suggestion", "assertion", "rumour", "rumor", "charge", "story"})
_REJECTING = frozenset({"reject", "dismiss", "deny", "refute", "rebut", "repudiate", "contradict"})
_FALSE = frozenset("false untrue baseless unfounded groundless wrong incorrect lie fabrication fabricate invent nonsense propaganda".split())
_FEAR = frozenset({"fear", "dread", "risk", "doubt", "suspect"})


@dataclass(frozen=True, slots=True)
class Step:
    """One embedding: the word, its effect, whether it is itself negated."""

    token: Token
    effect: str
    negated: bool


def effect_of(head: Token, child: Token, noun: bool, senses: Senses) -> str | None:
    """What `head` does to the event that hangs on it by `child`; `noun`: the event is a noun and `child` is that noun."""
    able = senses.effects(head)
    return next((effect for effect in EFFECTS if effect in able and _carries(head, child, noun, effect)), None) if able else None


def _carries(head: Token, child: Token, noun: bool, effect: str) -> bool:
    tag, dep = head.tag_[:1], child.dep_
    if tag == "N":
        if dep == "acl":
            infinitive = child.tag_ in ("VB", "VBG") or any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
            asked = effect == "demand" and child.tag_ in ("VB", "VBP", "VBZ") and any(c.lower_ == "that" for c in child.children)
            return infinitive or asked or effect in ("deny", "possible", "accuse")  # "on condition that they leave"
        return dep == "prep" and child.lower_ in _NOUN_PREPOSITIONS and not (effect == "agree" and child.lower_ in ("of", "against"))
    if tag == "J":
        return dep in ("xcomp", "ccomp", "prep", "csubj", "nsubj")
    if dep == "prep" and effect == "do" and child.lower_ == "on":
        return any(c.dep_ == "pcomp" for c in child.children)  # "goes on arming them"
    if dep == "prep":
        return child.lower_ in _PREPOSITIONS.get(effect, frozenset())
    if noun and dep == "dobj" and effect in _THE_DEED_ITSELF and head.lemma_ not in _FEAR:
        return effect in ("agree", "want") and head.lemma_ in ("offer", "promise", "pledge", "want", "propose", "vow")
    if effect == "demand" and ((dep == "ccomp" and not _wanted(child)) or (noun and head.lemma_ == "order")):
        return False
    if effect == "do" and dep == "advcl" and any(c.dep_ in ("nsubj", "nsubjpass", "mark") or c.tag_ == "WRB" for c in child.children):
        return False  # "he had been working there when he was abducted"
    if effect == "deny" and dep == "ccomp" and child.i < head.i:
        return False  # "they shelled the town; the army denied targeting it", read as one sentence
    if effect == "deny" and head.lemma_ == "deny" and dep == "advcl":  # "denied on Friday using gas"
        return not noun and child.i > head.i and gerund(child) and not any(c.dep_ in ("mark", "nsubj") for c in child.children)
    if effect == "plan" and head.lemma_ == "provide":
        return False  # what is provided is there; what is "provided for" is agreed
    if effect == "demand" and dep == "advcl":  # "called for the prisoners to be freed"
        return any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children)
    if effect == "plan" and head.lemma_ == "set" and dep != "xcomp":
        return False
    if effect == "plan" and noun and dep == "nsubjpass" and any(c.dep_ == "xcomp" for c in head.children):
        return False
    if effect == "need" and dep == "xcomp" and (head.tag_ == "VBD" or any(c.dep_ == "dobj" for c in head.children)):
        return False
    if effect == "plan" and head.lemma_ == "need":
        return dep == "xcomp" and any(c.dep_ in ("dobj", "npadvmod") and c.ent_type_ in ("DATE", "TIME") for c in head.children)  # "need ten days to"
    return dep in _VERB_TIES[effect]


def gerund(verb: Token) -> bool:
    """Whether a verb is a gerund, of the perfect too: "having arrested"."""
    return verb.tag_ == "VBG" or any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("having", "being") for c in verb.children)


def rejected_talk(noun: Token) -> bool:
    """Whether a noun for what others say is what somebody rejects: "rejected claims that ...", "dismissed as false a report that ...",
    "reports that ... were false"."""
    if noun.lemma_.lower() in _TALK and noun.dep_ in ("nsubj", "nsubjpass"):
        return any(c.lemma_.lower() in _FALSE for c in noun.head.children) or noun.head.lemma_.lower() in _FALSE
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    if noun.lemma_.lower() not in _TALK or verb.lemma_.lower() not in _REJECTING or noun.dep_ not in ("dobj", "pobj", "nsubjpass"):
        return False
    return not any(c.dep_ == "neg" for c in verb.children)


def _wanted(clause: Token) -> bool:
    """Whether a clause says what is to be ("that it end", "to end", "should end") and not what is."""
    if clause.head.lemma_ in _SUBJUNCTIVE and clause.tag_ in ("VB", "VBP"):
        return True
    return clause.tag_ == "VB" or any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("to", "should", "must", "be") for c in clause.children)
