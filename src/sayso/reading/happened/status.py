"""Whether an event happened, goes on, is denied, planned, demanded, possible or conditional: read off the words it is embedded under."""

from dataclasses import dataclass

from spacy.tokens import Token

from sayso.model.codes import Status
from sayso.reading.happened.senses import Senses

NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "nobody", "none", "hardly", "cannot"})
_MODALS: dict[str, Status] = {
    "will": "planned", "shall": "planned", "'ll": "planned", "wo": "planned", "ll": "planned",
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "ca": "possible", "would": "planned", "'d": "planned",
    "must": "demanded", "should": "demanded", "ought": "demanded",
}  # fmt: skip
_HEDGES = frozenset({
    "reportedly", "allegedly", "apparently", "supposedly", "purportedly", "presumably", "seemingly", "alleged", "suspected", "apparent",
    "reported", "purported", "probably", "possibly", "perhaps", "maybe", "unconfirmed", "rumoured", "rumored", "likely",
})  # fmt: skip
_HEDGING_VERBS = frozenset({"believe", "think", "suspect", "presume", "appear", "seem", "rumour", "rumor", "allege", "suppose", "assume", "understand"})
_CONDITIONS = frozenset({"if", "unless", "provided", "whether", "should", "lest", "case", "assuming"})
_PROGRESS = frozenset({"ongoing", "continuing", "continued", "current", "continuous", "still", "currently", "now", "unrelenting", "relentless", "daily"})
_ORDER: tuple[Status, ...] = ("denied", "conditional", "demanded", "possible", "planned", "ongoing", "happened")
_EFFECT_STATUS: dict[str, Status] = {
    "deny": "denied", "agree": "planned", "plan": "planned", "threaten": "planned", "demand": "demanded", "need": "demanded",
    "refuse": "denied", "prevent": "denied", "fail": "denied", "possible": "possible", "want": "planned",
}  # fmt: skip
EFFECTS = (
    "deny", "refuse", "demand", "agree", "threaten", "plan", "stop", "prevent", "fail", "want", "possible", "need", "accuse", "try", "make", "do", "say",
)  # fmt: skip
_LIMIT = 12


@dataclass(frozen=True, slots=True)
class Step:
    """One embedding: the word, its effect, whether it is itself negated."""

    token: Token
    effect: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How an event stands: its status, whether hedged, and the words it is embedded under, innermost first."""

    status: Status
    hedged: bool
    steps: tuple[Step, ...]
    negated: bool
    """The predicate itself is negated."""


def standing(token: Token, senses: Senses) -> Standing:
    """Walk from a predicate up to the root and gather what its words do to it."""
    found: set[Status] = set()
    hedged, steps = False, []
    negated = _negated(token)
    if negated:
        found.add("denied")
    own = _own(token)
    if own:
        found.add(own)
    hedged = _hedged(token)
    child, head = token, token.head
    for _ in range(_LIMIT):
        if child.dep_ in ("advcl", "pcomp", "ccomp", "xcomp", "acl", "relcl") and _conditional(child):
            found.add("conditional")
        if child.dep_ == "prep" and child.lower_ in ("without", "despite") and child.lower_ == "without":
            found.add("denied")
        if head is child:
            break
        if _blocks(child, token):
            break
        if child.dep_ == "conj":
            if not (child.pos_ in ("VERB", "AUX") and any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in child.children)):
                modal = _own(head) if child.pos_ in ("VERB", "AUX") else None
                if modal and modal != "ongoing":
                    found.add(modal)
                if _negated(head) and head.pos_ in ("NOUN", "PROPN"):
                    found.add("denied")
            child, head = head, head.head
            continue
        effect = _effect(head, child, token, senses)
        if effect:
            step = Step(head, effect, _negated(head))
            steps.append(step)
            status = _EFFECT_STATUS.get(effect)
            if effect == "fail" and token.tag_[:1] == "N" and child.dep_ == "nsubj":
                status = None
            if step.negated and effect in ("deny", "refuse", "prevent", "fail"):
                status = None
            elif step.negated and effect in ("do", "make", "try", "agree", "plan", "accuse", "stop"):
                status = "denied" if effect != "stop" else "ongoing"
            if status:
                found.add(status)
            if effect in ("do", "make", "try", "stop") or child.dep_ in ("dobj", "nsubj", "nsubjpass", "xcomp", "pobj"):
                outer = _own(head)
                if outer and outer != "ongoing":
                    found.add(outer)
                elif outer == "ongoing" and effect in ("do", "try") and "planned" not in found:
                    found.add("ongoing")
            if effect == "do" and head.lemma_ in ("continue", "keep", "go", "remain") and "planned" not in found:
                found.add("ongoing")
        elif head.pos_ in ("VERB", "AUX") and child.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "xcomp", "prep", "agent"):
            outer = _own(head)
            if outer and (outer != "ongoing" or child.dep_ == "dobj"):
                found.add(outer)
            if _negated(head) and child.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and token.tag_[:1] == "N":
                found.add("denied")
        if child.dep_ in ("ccomp", "xcomp", "relcl", "acl") or head.dep_ in ("ccomp",):
            hedged = hedged or _hedged(head) or head.lemma_.lower() in _HEDGING_VERBS
        child, head = head, head.head
    status = next(s for s in _ORDER if s in found or s == "happened")
    return Standing(status, hedged, tuple(steps), negated)


def _own(token: Token) -> Status | None:
    """What a predicate's auxiliaries, or a noun's adjectives, say of it."""
    progressive = token.tag_ == "VBG"
    status: Status | None = None
    for child in token.children:
        dep = child.dep_
        if dep in ("aux", "auxpass"):
            if child.tag_ == "MD" or child.lower_ in _MODALS:
                if child.lower_ in ("would", "'d") and _if_clause(token):
                    return "conditional"
                return _MODALS.get(child.lower_)
            if child.lemma_ == "be" and progressive and child.tag_ in ("VBP", "VBZ"):
                status = "ongoing"
            if child.lemma_ == "be" and child.tag_ == "VBN" and progressive:
                status = "ongoing"
        elif dep in ("amod", "advmod") and child.lower_ in _PROGRESS and token.tag_ != "VBD":
            status = status or "ongoing"
        elif dep == "amod" and child.lower_ in ("planned", "proposed", "future", "upcoming", "forthcoming", "impending", "imminent", "looming", "expected", "next"):
            status = "planned"
        elif dep == "amod" and child.lower_ in ("possible", "potential", "feared", "threatened", "hypothetical", "would-be", "likely"):
            status = "possible"
    return status


def _if_clause(verb: Token) -> bool:
    return any(child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in child.children) for child in verb.children)


def _negated(token: Token) -> bool:
    for child in token.children:
        if child.dep_ == "neg" or (child.lower_ in NEGATIONS and child.dep_ in ("det", "advmod", "preconj", "cc", "nsubj", "nsubjpass")):
            return not (child.lower_ in ("no", "nor") and child.dep_ == "cc")
    if token.dep_ in ("xcomp", "acl"):
        return any(child.dep_ == "neg" for child in token.children)
    return False


def _conditional(clause: Token) -> bool:
    for child in clause.children:
        if child.dep_ in ("mark", "advmod", "aux") and child.lower_ in _CONDITIONS and child.i < clause.i:
            if child.lower_ == "should" and child.dep_ == "aux":
                continue
            return True
    return False


def _hedged(token: Token) -> bool:
    return any(child.lower_ in _HEDGES and child.dep_ in ("advmod", "amod", "npadvmod") for child in token.children)


def _blocks(child: Token, token: Token) -> bool:
    """Where embedding ends: a modifier of a noun says nothing about what the noun is embedded under, unless it completes it."""
    if child.dep_ in ("relcl", "appos", "parataxis"):
        return True
    if child.dep_ == "advcl":
        # a purpose ("to stop") is planned, a circumstance ("after", "as") stands for itself
        return any(c.dep_ == "mark" and c.lower_ not in ("to",) for c in child.children) or child.tag_ in ("VBD", "VBN")
    return False


def _effect(head: Token, child: Token, token: Token, senses: Senses) -> str | None:
    pos = head.tag_[:1]
    dep = child.dep_
    if pos not in ("V", "N", "J", "M"):
        return None
    if dep in ("nsubj", "poss", "compound", "amod", "det", "advmod", "npadvmod", "cc") and pos != "J":
        return None
    for effect in EFFECTS:
        if not senses.effect(head, effect):
            continue
        if effect == "say" and dep not in ("ccomp", "xcomp", "dobj"):
            continue
        if dep == "prep" and child.lower_ in ("in", "after", "during", "at", "since", "before", "amid", "by", "following", "on", "with") and effect not in ("agree", "demand"):
            if not (pos == "N" and child.lower_ == "on"):
                continue
        if dep == "advcl" and effect not in ("do", "make"):
            continue
        if dep == "dobj" and effect in ("do", "make", "try", "say", "possible", "accuse") and effect != "possible":
            if effect == "do" and token.tag_[:1] == "N":
                return effect
            continue
        if dep == "nsubjpass" and effect not in ("plan", "prevent", "stop", "deny", "demand", "refuse", "agree"):
            continue
        return effect
    return None
