"""Refusals, offers and acceptances that no word of refusing, offering or accepting makes: "neither is on offer", "nobody will name dates"."""

from sayso.model.codes import MoveKind
from sayso.reading.grammar import agents, below, objects_of
from sayso.reading.negotiated.clause import VERBS, Clause
from sayso.reading.negotiated.found import Found
from sayso.reading.parsed import Token

_LAID_OUT = frozenset({"offer", "table", "agenda", "menu", "cards"})
_NONE = frozenset({"neither", "none", "nothing", "no"})
_NOBODY = frozenset({"nobody", "none", "we", "i", "it", "they", "he", "she"})
_NO_REPLY = frozenset({"forget", "forgive", "rest", "comment", "speculate", "say", "know", "survive", "rule", "happen", "win", "fail", "return"})
_IN_RETURN = frozenset({"return", "exchange"})
_GOING_ON = frozenset({"as", "if", "unless", "provided", "while"})
_HOSTING = frozenset({"host", "receive", "invite"})
_WISHES = frozenset({"intention", "desire", "wish", "plan", "interest"})
_SIGNING = frozenset({"sign", "initial", "accept", "endorse"})
_HELD_BACK = frozenset({"talk", "meet", "accept", "free", "give", "leave", "bind"})
_WAYS = frozenset({"door", "channel", "way"})


def roundabout(clause: Clause, asked: bool) -> Found | None:
    """The first of these that a clause makes; `asked`: whether somebody has just asked or offered something."""
    token = clause.token
    if token.pos_ == "ADJ":
        return _door_open(clause)
    if token.pos_ not in VERBS:
        return None
    return (
        _not_on_offer(clause) or _restraint(clause) or _hosted(clause) or _agreed_with(clause) or _none_made(clause) or _no_intention(clause)
        or _without_signing(clause)
        or (_nobody_will(clause) if asked else None)
    )  # fmt: skip


def _not_on_offer(clause: Clause) -> Found | None:
    """ "Neither is on offer", "amnesty is not on the table", in the words of a side."""
    token = clause.token
    if token.lemma_ != "be" or clause.supposed or not (clause.speaker and clause.takes_part(clause.speaker)):
        return None
    laid = any(n.lower_ in _LAID_OUT for c in token.children if c.lower_ == "on" for n in objects_of(c))
    none = any(n.lower_ in _NONE or any(c.lower_ in _NONE for c in n.children) for n in clause.subject)
    if not laid or not (none or any(c.dep_ == "neg" for c in token.children)):
        return None
    return _by_speaker(clause, "reject", "not-on-offer")


def _restraint(clause: Clause) -> Found | None:
    """ "Would not advance further in return for a halt to air raids", "will not attack as long as": an offer to hold back."""
    token = clause.token
    if clause.cls & {"promise"} and not clause.negated and not clause.passive and not clause.supposed:
        held = [c for c in clause.clauses if any(m.dep_ == "neg" for m in c.children) and clause.classes_of([c]) & {"attack"}]
        armed = tuple(p for p in clause.doers if clause.armed(p))
        return Found(token, "offer", held[0], armed, rule="negotiated.promised-not-to", status="happened") if held and armed else None
    if "attack" not in clause.cls or not clause.negated or not clause.willed or clause.passive or clause.supposed:
        return None
    makers = tuple(p for p in clause.doers if clause.armed(p))
    swap = any(n.lemma_ in _IN_RETURN for c in token.children if c.lower_ == "in" for n in objects_of(c))
    conditions = [c for c in clause.conditions if c.tie in _GOING_ON]
    if not makers or not (swap or conditions):
        return None
    to = tuple(p for c in conditions for p in c.doers if p not in makers and clause.armed(p))
    return Found(token, "offer", token, makers, to, rule="negotiated.restraint", status="happened")


def _door_open(clause: Clause) -> Found | None:
    """ "The door is open for talks with the rebels", in the words of a side: an offer."""
    token = clause.token
    if token.lemma_ != "open" or not any(n.lemma_ in _WAYS for n in clause.subject) or clause.negated or clause.supposed:
        return None
    nouns = [n for head in (token, clause.verb) for c in head.children if c.lower_ in ("for", "to") for n in objects_of(c)]
    talks = [n for n in nouns if clause.of_talks(n) or "talk" in clause.classes_of([n])]
    if not talks or not (clause.speaker and clause.armed(clause.speaker)):
        return None
    to = clause.others([n for t in talks for c in t.children if c.lower_ in ("with", "to") for n in objects_of(c)], (clause.speaker,))
    return Found(token, "offer", talks[0], (clause.speaker,), to, rule="negotiated.door-open", status="happened")


def _hosted(clause: Clause) -> Found | None:
    """ "Hosted the two sides in Kunming": who has both under his roof goes between them."""
    token = clause.token
    if token.lemma_ not in _HOSTING or clause.negated or clause.supposed or clause.passive or clause.willed:
        return None
    to = clause.others(clause.objects, clause.doers)
    if len(to) < 2 or not clause.doers or any(clause.sides.kind(p) == "armed_group" for p in clause.doers):
        return None
    return Found(token, "mediate", token, clause.doers, to, rule="negotiated.hosted", status="happened")


def _agreed_with(clause: Clause) -> Found | None:
    """ "Has agreed with the garrison on who leaves first"."""
    token = clause.token
    if token.lemma_ != "agree" or clause.negated or clause.supposed or clause.willed or clause.open or clause.passive:
        return None
    makers = tuple(p for p in clause.doers if clause.armed(p))
    to = tuple(p for p in clause.sides.of_all(clause.under("with")) if clause.armed(p) and p not in makers and clause.sides.behind(p) not in makers)
    about = clause.under("on", "upon", "to") or clause.clauses
    if not makers or not to or not about or not any(clause.sides.kind(p) in ("armed_group", "military") for p in (*makers, *to)):
        return None
    return Found(token, "agree", about[0], makers, to, rule="negotiated.agreed-with", status="happened")


def _none_made(clause: Clause) -> Found | None:
    """ "No concession would be made to kidnappers", in the words of a side."""
    if not (clause.passive and clause.willed) or clause.supposed or not (clause.speaker and clause.armed(clause.speaker)):
        return None
    put = [n for n in clause.objects if any(c.lower_ == "no" for c in n.children) and clause.classes_of([n]) & {"offer", "ask", "promise", "stake"}]
    if not put:
        return None
    return _by_speaker(clause, "reject", "none-made")


def _no_intention(clause: Clause) -> Found | None:
    """ "Has no intention of handing in its guns"."""
    token = clause.token
    if token.lemma_ != "have":
        return None
    wish = [n for n in clause.objects if n.lemma_ in _WISHES and any(c.lower_ in ("no", "any") for c in n.children)]
    if not wish or clause.supposed or not (clause.negated or any(c.lower_ == "no" for n in wish for c in n.children)):
        return None
    makers = tuple(p for p in clause.doers if clause.armed(p))
    acts = [t for n in wish for t in below(n, 6) if clause.classes_of([t]) & _HELD_BACK and not clause.classes_of([t]) & {"attack"}]
    return Found(token, "reject", acts[0], makers, rule="negotiated.no-intention", negated=True, status="happened") if makers and acts else None


def _without_signing(clause: Clause) -> Found | None:
    """ "Left Moscow without signing the agreement"."""
    token = clause.token
    if token.lemma_ not in _SIGNING or token.dep_ != "pcomp" or token.head.lower_ != "without":
        return None
    put = next((n for n in clause.objects if clause.of_talks(n)), None)
    makers = tuple(p for p in clause.sides.of_all(agents(token.head.head)) if clause.armed(p))
    if put is None or not makers:
        return None
    return Found(token, "reject", put, makers, clause.others(clause.under("with"), makers), rule="negotiated.without-signing", status="happened")


def _nobody_will(clause: Clause) -> Found | None:
    """ "Nobody will be naming dates", "we will do nothing of the kind", in answer to what the other side has just asked."""
    token, speaker = clause.token, clause.speaker
    if speaker is None or not clause.armed(speaker) or clause.supposed or clause.passive or token.lemma_ in _NO_REPLY:
        return None
    about = clause.objects or clause.clauses or [c for c in token.children if c.dep_ == "attr" and any(m.dep_ == "amod" for m in c.children)]
    own = any(n.lower_ in _NOBODY for n in clause.subject) or speaker in clause.doers
    if any(n.lemma_ in ("hand", "finger", "harm") for n in clause.objects):
        return None  # "nobody will lay a hand on them": an offer
    if not own or not about or not clause.negated or not clause.helped & {"will", "wo", "'ll", "shall"} or clause.cls & {"attack"}:
        return None
    return _by_speaker(clause, "reject", "nobody-will")


def _by_speaker(clause: Clause, kind: MoveKind, rule: str) -> Found:
    """A move made by whose words these are."""
    token: Token = clause.token
    return Found(token, kind, token, (clause.speaker,) if clause.speaker else (), rule=f"negotiated.{rule}", negated=True, status="happened")
