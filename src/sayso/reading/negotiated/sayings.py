"""Set phrases of talks: "said no to the truce", "called the offer a trap", "there are no contacts with", "have until Friday to leave"."""

from sayso.model.codes import MoveKind
from sayso.reading.grammar import agents, below, objects_of, patients
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.frames import spoken_by
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

_CALLING = frozenset({"call", "dub", "brand", "label", "describe", "term"})
_SCORN = frozenset({
    "joke", "trap", "ploy", "farce", "insult", "stunt", "sham", "trick", "betrayal", "capitulation", "surrender", "unacceptable", "meaningless",
    "ridiculous", "unrealistic", "insulting", "illegitimate", "propaganda", "manoeuvre", "maneuver", "blackmail", "treason", "humiliation",
})  # fmt: skip
_UNTRUE = frozenset({"untrue", "false", "baseless", "unfounded", "groundless", "fabricated", "wrong", "invention", "lie", "fabrication"})
_TOLD = frozenset({"report", "claim", "rumour", "rumor", "allegation", "suggestion", "speculation"})
_CONDITION = frozenset({"condition", "precondition", "prerequisite"})
_REFUTING = frozenset({"reject", "dismiss", "refute", "rubbish"})
_SETTING = frozenset({"make", "set", "name", "put", "lay"})
_REASONS = frozenset({"reason", "need", "point", "room", "basis", "alternative"})
_LINKS = frozenset({"contact", "channel", "communication"})
_VERBS = ("VERB", "AUX")


def said_plainly(token: Token, words: TalksWords, sides: Sides) -> Found | None:
    """The move that one of these phrases makes, found at its verb or noun."""
    lemma = token.lemma_.lower()
    if token.pos_ in _VERBS:
        if lemma == "say":
            return _yes_or_no(token, words, sides)
        if lemma in _CALLING:
            return _scorned(token, words, sides)
        if lemma == "have":
            return _has_until(token, words, sides)
        if lemma in _REFUTING | {"deny"}:
            return _refuted(token, words, sides)
        return _made_condition(token, words, sides) if lemma in _SETTING else None
    if lemma in _LINKS:
        return _no_contact(token, sides)
    if lemma in _REASONS:
        return _no_reason(token, words, sides)
    return _untrue(token, words, sides) if lemma in _TOLD else None


def _yes_or_no(verb: Token, words: TalksWords, sides: Sides) -> Found | None:
    """ "Said no to a truce"."""
    word = next((c for c in verb.children if c.lower_ in ("yes", "no") and c.dep_ in ("intj", "dobj", "advmod", "oprd")), None)
    if word is None:
        return None
    nouns = [n for head in (verb, word) for c in head.children if c.dep_ == "prep" and c.lower_ == "to" for n in objects_of(c)]
    governed = next((n for n in nouns if words.term(n) is not None), None)
    makers = sides.of_all(agents(verb))
    if governed is None or not makers:
        return None
    kind: MoveKind = "reject" if word.lower_ == "no" else "accept"
    return Found(verb, kind, governed, makers, rule=f"negotiated.said-{word.lower_}", negated=word.lower_ == "no", status="happened")


def _scorned(verb: Token, words: TalksWords, sides: Sides) -> Found | None:
    """ "Called the offer a trap", "described the terms as unacceptable"."""
    inside = [t for t in below(verb, 12) if t.i > verb.i]
    scorn = [t for t in inside if t.lemma_.lower() in _SCORN or (t.dep_ in ("oprd", "attr", "acomp") and "scorn" in words.classes(t))]
    if not scorn:
        return None
    governed = next((t for t in inside if (term := words.term(t)) is not None and term.cls in ("proposal", "pact") and t not in scorn), None)
    makers = sides.of_all(agents(verb))
    return Found(verb, "reject", governed, makers, rule="negotiated.scorned", status="happened") if governed is not None and makers else None


def _has_until(verb: Token, words: TalksWords, sides: Sides) -> Found | None:
    """ "The fighters have until Friday to surrender", on the word of the other side: an ultimatum."""
    until = any(c.dep_ == "prep" and c.lower_ in ("until", "till") for t in (verb, *patients(verb)) for c in t.children)
    hours = any(n.lemma_.lower() in ("hour", "day", "week") for n in patients(verb))
    asked = any((term := words.term(t)) is not None and term.cls == "act" and t.pos_ in _VERBS for t in below(verb, 20))
    to = sides.of_all(agents(verb))
    makers = tuple(p for p in spoken_by(verb, sides) if p not in to)
    return Found(verb, "ultimatum", verb, makers, to, rule="negotiated.until", status="happened") if (until or hours) and asked and makers else None


def _made_condition(verb: Token, words: TalksWords, sides: Sides) -> Found | None:
    """ "Made the handover of weapons a condition for talks"."""
    inside = [t for t in below(verb, 16) if t.i > verb.i]
    if not any(t.lemma_.lower() in _CONDITION for t in inside):
        return None
    governed = next((t for t in inside if (term := words.term(t)) is not None and term.cls == "act"), None)
    makers = sides.of_all(agents(verb))
    return Found(verb, "demand", governed, makers, rule="negotiated.condition-made", status="happened") if governed is not None and makers else None


def _no_contact(noun: Token, sides: Sides) -> Found | None:
    """ "There are no contacts with the rebels", "denied any contact with"."""
    none = any(c.lower_ in ("no", "any") for c in noun.children)
    told = noun.head.lemma_ in ("be", "have", "deny", "rule")
    partners = sides.of_all([n for c in noun.children if c.lower_ in ("with", "between") for n in objects_of(c)])
    makers = tuple(p for p in spoken_by(noun, sides) if p not in partners)
    if not (none and told and makers and any(sides.kind(p) in ARMED for p in partners)):
        return None
    return Found(noun, "deny_talks", noun, makers, partners, rule="negotiated.no-contact", negated=True)


def _untrue(noun: Token, words: TalksWords, sides: Sides) -> Found | None:
    """ "Reports of a deal are untrue", in the words of a side."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or not any(t.lemma_.lower() in _UNTRUE for t in (verb, *verb.children)):
        return None
    about = [t for t in below(noun, 10) if (term := words.term(t)) is not None and term.cls in ("pact", "talks")]
    makers = spoken_by(noun, sides)
    return Found(noun, "deny_talks", about[0], makers, rule="negotiated.untrue", negated=True) if about and makers else None


def _refuted(verb: Token, words: TalksWords, sides: Sides) -> Found | None:
    """ "Rejected as false reports that it had agreed to a truce"."""
    noun = next((n for n in patients(verb) if n.lemma_.lower() in _TOLD), None)
    if noun is None:
        return None
    about = [t for t in below(noun, 14) if (term := words.term(t)) is not None and term.cls in ("pact", "talks")]
    makers = sides.of_all(agents(verb))
    return Found(noun, "deny_talks", about[0], makers, rule="negotiated.untrue", negated=True) if about and makers else None


def _no_reason(noun: Token, words: TalksWords, sides: Sides) -> Found | None:
    """ "Sees no reason for a truce", "there is no room for talks", in the words of a side."""
    if not any(c.lower_ == "no" for c in noun.children) or noun.head.lemma_ not in ("see", "have", "be", "find"):
        return None
    governed = next((t for t in below(noun, 8) if (term := words.term(t)) is not None and term.cls in ("pact", "talks", "proposal")), None)
    makers = sides.of_all([n for n in agents(noun.head) if n.i != noun.i]) or spoken_by(noun, sides)
    return Found(noun, "reject", governed, makers, rule="negotiated.no-reason", negated=True) if governed is not None and makers else None
