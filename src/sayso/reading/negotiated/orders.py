"""Moves that a sentence makes by its grammar: an order, a swap, a condition called unacceptable."""

from collections.abc import Callable

from spacy.tokens import Token

from sayso.model.codes import Status
from sayso.reading.grammar import agents, below, objects_of, owners
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.frames import spoken_by
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.sides import ARMED, SPEAKERS, Sides

_TELLING = frozenset({"tell", "order", "instruct"})
_SWAPS = frozenset({"exchange", "swap", "trade"})
_NOT_TO_BE_HAD = frozenset({"unacceptable", "unrealistic"})
_TO_AND_FRO = frozenset({"shuttle", "carry", "pass", "relay", "convey", "ferry", "exchange"})
_WORD_SENT = frozenset({"message", "letter", "proposal", "offer", "word", "note", "demand", "idea"})
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
        if asked and makers and to:
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


def between(token: Token, words: TalksWords, sides: Sides) -> Found | None:
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
