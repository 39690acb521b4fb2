"""Moves that a sentence makes by its grammar: an order, a swap, a condition called unacceptable."""

from collections.abc import Callable

from sayso.model.codes import Status
from sayso.reading.grammar import agents, below, objects_of, owners, patients
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.frames import spoken_by
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, SPEAKERS, Sides

_TELLING = frozenset({"tell", "order", "instruct"})
_SWAPS = frozenset({"exchange", "swap", "trade"})
_NOT_TO_BE_HAD = frozenset({"unacceptable", "unrealistic"})
_TO_AND_FRO = frozenset({"shuttle", "carry", "pass", "relay", "convey", "ferry", "exchange"})
_WORD_SENT = frozenset({"message", "letter", "proposal", "offer", "word", "note", "demand", "idea"})
_STOPPING = frozenset({"suspend", "halt", "stop", "cease", "pause", "freeze", "end"})
_DECLARING = frozenset({"say", "announce", "declare", "tell", "pledge", "promise", "confirm"})
_HOSTILE = frozenset({
    "attack", "kidnapping", "kidnap", "offensive", "strike", "airstrike", "bombing", "bombardment", "shelling", "raid", "operation", "firing",
    "fire", "hostility", "abduction", "assault", "fighting", "rocket", "bomb", "ambush", "siege", "blockade",
})  # fmt: skip
_ORDERING = frozenset({"order", "call", "bring", "pull", "summon"})
_LEAVING = frozenset({"walk", "storm"})
_TEAM = frozenset({"negotiator", "delegation", "envoy", "team", "delegate"})
_COMING = frozenset({"attend", "turn", "show", "join", "take"})
_UNSURE = frozenset({"may", "might", "could", "would", "should", "can", "will", "must"})
_TALKING = frozenset({"negotiate", "discuss", "talk"})
_NAMING = frozenset({"call", "brand", "describe", "denounce", "dismiss", "label", "condemn", "deride"})
_PUT = frozenset({"offer", "demand", "call", "request", "plan"})
_WORTHLESS = frozenset({
    "blackmail", "trick", "ploy", "trap", "lie", "farce", "nonstarter", "non-starter", "unacceptable", "unrealistic", "surrender", "joke",
    "insult", "stunt", "sham", "manoeuvre", "maneuver", "propaganda", "humiliation",
})  # fmt: skip
_VERBS = ("VERB", "AUX")


def ordered(token: Token, words: TalksWords, sides: Sides) -> Found | None:
    """ "Told the rebels to free the hostages": a demand."""
    if token.lemma_.lower() not in _TELLING or token.pos_ not in _VERBS:
        return None
    for clause in token.children:
        if clause.dep_ not in ("xcomp", "ccomp") or clause.tag_ != "VB" or not any(c.dep_ == "aux" and c.tag_ == "TO" for c in clause.children):
            continue
        asked = any((term := words.term(inside)) is not None and term.cls == "act" for inside in below(clause, 25))
        told = [c for c in clause.children if c.dep_ == "nsubj"] or [c for c in token.children if c.dep_ in ("dobj", "dative")]
        makers, to = _sides(sides, agents(token)), sides.of_all(told)
        if asked and makers and any(sides.kind(p) in ARMED for p in to):
            return Found(token, "demand", clause, makers, to, rule="negotiated.told-to")
    return None


def swapped(token: Token, words: TalksWords, sides: Sides, status: Callable[[Token], Status]) -> Found | None:
    """ "The two sides exchanged prisoners": both carry out what was agreed."""
    term = words.term(token)
    if token.lemma_.lower() not in _SWAPS or token.pos_ not in _VERBS or term is None or status(token) != "happened":
        return None
    makers = tuple(p for p in sides.of_all(agents(token)) if sides.kind(p) in ARMED)
    partner = tuple(p for child in token.children if child.lower_ == "with" for p in sides.after(child) if p not in makers)
    return Found(token, "implement", token, makers[:1], makers[1:] or partner, rule="negotiated.swapped", status="happened") if makers else None


def between(token: Token, sides: Sides) -> Found | None:
    """ "Carried messages between the army and the rebels", "shuttled between": a mediation."""
    lemma = token.lemma_.lower()
    if token.pos_ not in _VERBS or lemma not in _TO_AND_FRO:
        return None
    objects = [c for c in token.children if c.dep_ == "dobj"]
    if lemma != "shuttle" and not any(c.lemma_.lower() in _WORD_SENT for c in objects):
        return None
    for preposition in (c for head in (token, *objects) for c in head.children if c.lower_ == "between"):
        ends = objects_of(preposition)
        to = _sides(sides, ends)
        makers = tuple(p for p in _sides(sides, agents(token)) if p not in to)
        if makers and to and len(ends) > 1:
            return Found(token, "mediate", preposition, makers, to, rule=f"negotiated.between.{lemma}")
    return None


def holding_back(token: Token, sides: Sides) -> Found | None:
    """ "Said it was suspending kidnappings", "would halt its attacks": a side's own offer, made by saying so."""
    if token.lemma_.lower() not in _STOPPING or token.pos_ not in _VERBS or token.dep_ != "ccomp" or token.head.lemma_.lower() not in _DECLARING:
        return None
    children = list(token.children)
    coming = token.tag_ == "VBG" or any(c.dep_ == "aux" and c.lower_ in ("will", "would", "'ll") for c in children)
    if not coming or any(c.dep_ == "neg" for c in children):
        return None
    acts = [t for c in children if c.dep_ in ("dobj", "xcomp") for t in below(c, 6)]
    makers = tuple(p for p in sides.of_all(agents(token)) if sides.kind(p) in ARMED)
    own = makers and (set(makers) & set(sides.of_all(agents(token.head))) or any(n.pos_ == "PRON" for n in agents(token)))
    if not own or not any(t.lemma_.lower() in _HOSTILE for t in acts):
        return None
    return Found(token, "offer", token, makers, rule=f"negotiated.holding-back.{token.lemma_.lower()}", status="happened")


def recalled(token: Token, sides: Sides) -> Found | None:
    """ "Ordered his negotiators home": a walk-out."""
    if token.lemma_.lower() not in _ORDERING | _LEAVING or token.pos_ not in _VERBS:
        return None
    if token.lemma_.lower() in _LEAVING and any(c.lower_ == "out" for c in token.children):  # "the army's negotiators walked out"
        leaving = [n for n in agents(token) if n.lemma_.lower() in _TEAM]
        makers = _sides(sides, leaving)
        return Found(token, "walk_out", token, makers, rule="negotiated.walked-out", status="happened") if makers else None
    team = any(c.dep_ in ("dobj", "nsubjpass", "nsubj") and c.lemma_.lower() in _TEAM for h in (token, *token.children) for c in h.children)
    home = any(t.lower_ in ("home", "back") for t in below(token, 8))
    makers = _sides(sides, agents(token))
    return Found(token, "walk_out", token, makers, rule="negotiated.recalled", status="happened") if team and home and makers else None


def stayed_away(token: Token, words: TalksWords, sides: Sides) -> Found | None:
    """ "Did not turn up for the talks": a walk-out by who stayed away."""
    lemma = token.lemma_.lower()
    if token.pos_ not in _VERBS or lemma not in _COMING or not any(c.dep_ == "neg" for c in token.children):
        return None
    if lemma not in ("attend", "join") and not any(c.lower_ in ("up", "part") for c in token.children):
        return None
    if any(c.dep_ == "aux" and c.lower_ in _UNSURE for c in token.children):
        return None
    nouns = [n for c in token.children if c.dep_ in ("dobj", "prep") for n in ([c] if c.dep_ == "dobj" else objects_of(c))]
    if not any((term := words.term(n)) is not None and term.cls == "talks" for n in nouns):
        return None
    makers = tuple(p for p in sides.of_all(agents(token)) if sides.kind(p) in ARMED)
    return Found(token, "walk_out", nouns[0], makers, rule="negotiated.stayed-away", status="happened") if makers else None


def nothing_to_talk_of(token: Token, sides: Sides) -> Found | None:
    """ "There was nothing to negotiate": a refusal by who says so."""
    if token.lower_ != "nothing" or token.head.lemma_ != "be" or not any(c.lemma_ in _TALKING for c in token.children if c.dep_ in ("relcl", "acl")):
        return None
    makers = spoken_by(token, sides)
    return Found(token, "reject", token, makers, rule="negotiated.nothing-to", negated=True, status="happened") if makers else None


def called_names(token: Token, words: TalksWords, sides: Sides) -> Found | None:
    """ "Called the offer a trick", "dismissed the demand as blackmail": a refusal."""
    if token.lemma_.lower() not in _NAMING or token.pos_ not in _VERBS or any(c.dep_ == "neg" for c in token.children):
        return None
    put = [n for n in patients(token) if (term := words.term(n)) is not None and term.cls in ("proposal", "pact")]
    put += [
        c for clause in token.children if clause.dep_ in ("ccomp", "oprd", "xcomp") for c in clause.children
        if c.dep_ == "nsubj" and (term := words.term(c)) is not None and term.cls in ("proposal", "pact")
    ]  # fmt: skip
    misread = [c for c in token.children if c.dep_ == "ccomp" and c.i and c.doc[c.i - 1].tag_ == "POS"]  # "called the army's offer a joke"
    put += [c for c in misread if c.lemma_ in _PUT]
    makers = _sides(sides, agents(token))
    if not put or not makers or not any(t.lemma_.lower() in _WORTHLESS for t in below(token, 14)):
        return None
    owned = owners(put[0], frozenset({"of", "by", "from"})) if put[0].pos_ not in _VERBS else patients(token)
    to = tuple(p for p in sides.of_all(owned) if p not in makers)
    return Found(token, "reject", put[0], makers, to, rule=f"negotiated.called.{token.lemma_.lower()}", status="happened")


def unacceptable(token: Token, words: TalksWords, sides: Sides) -> Found | None:
    """ "The rebels' conditions were unacceptable", said by one side: a refusal."""
    if token.lower_ not in _NOT_TO_BE_HAD or token.head.lemma_ != "be" or any(c.dep_ == "neg" for c in token.head.children):
        return None
    for noun in agents(token.head):
        term = words.term(noun)
        if term is not None and term.cls in ("proposal", "pact"):
            speaker = sides.speaker(token)
            makers = spoken_by(token, sides) or ((speaker,) if speaker and sides.kind(speaker) == "person" else ())
            to = tuple(p for p in sides.of_all(owners(noun, frozenset({"of", "by", "from"}))) if p not in makers)
            return Found(token, "reject", noun, makers, to, rule="negotiated.unacceptable") if makers else None
    return None


def _sides(sides: Sides, nouns: list[Token]) -> tuple[str, ...]:
    """Who speaks for a side, or may: the outlets and monitors that only report are left out."""
    return tuple(p for p in sides.of_all(nouns) if sides.kind(p) not in SPEAKERS)
