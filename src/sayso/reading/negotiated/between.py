"""Mediation by its skeleton: who goes between the sides, is in touch with both, brings them together, calls them to talks."""

from sayso.reading.grammar import below, objects_of
from sayso.reading.negotiated.clause import Clause
from sayso.reading.negotiated.found import Found

_GOING = frozenset({"go", "pass", "move", "shuttle", "travel", "drive", "walk", "run", "ride", "fly", "carry"})
_CAMPS = frozenset({"camp", "side", "party", "delegation", "front", "bank", "room", "capital"})
_BEING = frozenset({"be", "remain", "stay", "keep"})
_IN_TOUCH = frozenset({"contact", "touch", "communication"})
_IN_TALKS = _IN_TOUCH | {"talks", "talk", "negotiation", "dialogue", "discussion"}
_ANYBODY = frozenset({"anybody", "anyone", "nobody"})
_CALLING = frozenset({"invite", "summon", "call", "bring", "convene"})
_CONTACTING = frozenset({"telephone", "phone", "ring", "call", "see", "meet", "visit", "contact", "speak", "talk"})
_HEADS = frozenset({"leader", "president", "premier", "minister", "commander", "chief", "general", "capital"})


def between(clause: Clause) -> Found | None:
    """The first of these that a clause makes."""
    return _went_between(clause) or _from_camp_to_camp(clause) or _in_touch(clause) or _called_to_talks(clause) or _spoke_to_both(clause)


def _went_between(clause: Clause) -> Found | None:
    """ "A clan elder who went between them", "thanked the chief who had gone between"."""
    token = clause.token
    tie = next((c for c in token.children if c.lower_ == "between" and c.i > token.i), None)
    if tie is None or token.lemma_ not in _GOING or clause.negated or clause.passive:
        return None
    nouns = objects_of(tie)
    them = bool(nouns) and all(n.lower_ in ("them", "both", "two") or n.lemma_ in _CAMPS for n in nouns)
    if not them and (nouns or token.lemma_ != "go"):
        return None
    return _mediated(clause, clause.sides.of_all(nouns), "went-between")


def _from_camp_to_camp(clause: Clause) -> Found | None:
    """ "Spent two nights going from one camp to the other"."""
    token = clause.token
    ties = [c for c in token.children if c.lower_ == "from" and any(n.lemma_ in _CAMPS for n in objects_of(c))]
    if token.lemma_ not in _GOING or not ties or clause.negated or clause.passive:
        return None
    near = {t.lower_ for t in below(token, 14)}
    return _mediated(clause, (), "from-camp-to-camp") if "one" in near and near & {"other", "another"} else None


def _in_touch(clause: Clause) -> Found | None:
    """ "Was in contact with both camps": who is no side goes between them. "Is not in talks with anybody": a denial."""
    token = clause.token
    if token.lemma_ not in _BEING:
        return None
    touch = next((n for c in token.children if c.lower_ == "in" for n in objects_of(c) if n.lemma_.lower() in _IN_TALKS or n.lower_ == "talks"), None)
    if touch is None or clause.supposed:
        return None
    nouns = [n for head in (token, touch) for c in head.children if c.lower_ == "with" for n in objects_of(c)]
    partners = clause.sides.of_all(nouns)
    if clause.negated or any(c.lower_ == "no" for c in touch.children):
        makers = tuple(p for p in clause.doers if clause.takes_part(p) or clause.sides.body(p))
        to = tuple(p for p in partners if p not in makers)
        if clause.willed or not makers or not (to or any(n.lower_ in _ANYBODY for n in nouns)):
            return None
        return Found(token, "deny_talks", touch, makers, to, rule="negotiated.not-in-talks", negated=True)
    if touch.lemma_.lower() not in _IN_TOUCH or len(partners) < 2:
        return None
    return _mediated(clause, partners, "in-touch")


def _called_to_talks(clause: Clause) -> Found | None:
    """ "Has invited the rebels and the army to talks in Kunming", by who is neither."""
    token = clause.token
    if token.lemma_ not in _CALLING or clause.negated or clause.supposed or clause.passive:
        return None
    to = clause.others(clause.objects, clause.doers)
    talks = any(clause.of_talks(n) for n in (*clause.under("to", "for", "in"), *(t for t in below(token, 30) if t.lower_ == "talks")))
    talk = any("talk" in clause.words.classes(t) for t in below(token, 30) if t.tag_ == "VB")
    if len(to) < 2 or not (talks or talk):
        return None
    return _mediated(clause, to, "called-to-talks")


def _spoke_to_both(clause: Clause) -> Found | None:
    """ "Telephoned both leaders overnight", "saw the two commanders", by who is of neither side."""
    token = clause.token
    if token.lemma_ not in _CONTACTING or clause.negated or clause.supposed or clause.passive:
        return None
    nouns = [*clause.objects, *clause.under("to", "with")] if token.lemma_ in ("speak", "talk") else clause.objects
    both = any(c.lower_ in ("both", "two") for n in nouns for c in n.children)
    sides = clause.sides
    to = clause.others(nouns, clause.doers)
    if len(to) < 2 and both and any(n.lemma_ in _HEADS | _CAMPS for n in nouns):
        to = sides.both
    apart = len(to) == 2 and len({sides.behind(p) or p for p in to}) == 2 and (both or set(to) == set(sides.both))
    if not apart or any(p in to or sides.behind(p) in to for p in clause.doers):
        return None
    return _mediated(clause, to, "spoke-to-both")


def _mediated(clause: Clause, ends: tuple[str, ...], rule: str) -> Found | None:
    """A mediation by the doers, none of whom is one of those they go between, or a side."""
    makers = clause.doers
    to = tuple(p for p in ends if p not in makers and clause.sides.behind(p) not in makers)
    if not clause.may_mediate(makers, to):
        return None
    return Found(clause.token, "mediate", clause.token, makers, to, rule=f"negotiated.{rule}", status="happened")


def mediates(act: Clause) -> bool:
    """ "To go between them", "to mediate", "to carry messages"."""
    if act.token.lemma_ == "go":
        return any(c.lower_ == "between" for c in act.token.children)
    return ("mediate" in act.cls and act.token.lemma_ != "help") or ("carry" in act.cls and "message" in act.classes_of(act.objects))
