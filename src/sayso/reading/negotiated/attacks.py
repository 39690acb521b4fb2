"""Attacks told by verbs and nouns, who made them, and pacts that forbid them."""

from collections.abc import Callable

from sayso.model.codes import Status
from sayso.reading.grammar import agents, by_phrase, objects_of, owners
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

_VERBS = ("VERB", "AUX")
ATTACKS = frozenset({
    "attack", "bombard", "bombardment", "shell", "shelling", "strike", "airstrike", "raid", "bomb", "bombing", "fire", "offensive",
    "assault", "clash", "violence", "fighting", "advance", "ambush", "kill", "storm", "rocket", "mortar", "firefight", "gunfire",
})  # fmt: skip
_LAUNCHING = frozenset({"launch", "carry", "mount", "stage", "conduct", "begin", "start", "resume", "continue", "make", "open", "unleash", "renew"})
HUSHED = frozenset({"truce", "ceasefire", "cease-fire", "de-escalation", "deescalation", "armistice", "disengagement"})

_Standing = Callable[[Token], Status]


def is_truce(pact: Token, words: TalksWords) -> bool:
    """Whether a pact is one to hold fire, by its own word or by one before it: "a de-escalation agreement"."""
    term = words.term(pact)
    near = {c.lower_ for c in pact.children if c.dep_ in ("compound", "amod", "nmod")}
    held = {n.lower_ for c in pact.children if c.dep_ == "prep" and c.lower_ in ("of", "on") for n in objects_of(c)}
    return (term is not None and term.family == "ceasefire") or bool((near | held) & HUSHED)


def is_attack(word: Token) -> bool:
    lemma = word.lemma_.lower()  # of a word in capitals it may be the plural
    return lemma in ATTACKS or lemma.removesuffix("s") in ATTACKS


def done(token: Token, status: _Standing) -> bool:
    return status(token) in ("happened", "ongoing")


def doers(word: Token, sides: Sides) -> tuple[str, ...]:
    """Who made an attack, told by a verb or by a noun: "shelled", "army shelling", "launched an attack"."""
    if word.pos_ in _VERBS:
        return whose([*agents(word), *by_phrase(word)], sides)  # "killed in shelling by the army"
    launched = word.dep_ == "dobj" and word.head.lemma_ in _LAUNCHING
    return whose([word], sides) or (whose(agents(word.head), sides) if launched else ())


def whose(nouns: list[Token], sides: Sides) -> tuple[str, ...]:
    """The armed parties that these nouns name, or those whose attack they are: "army shelling", "a raid by the militia"."""
    raids = [n for n in nouns if is_attack(n)]
    named = armed([n for n in nouns if n not in raids], sides)
    by = armed([o for n in raids for o in owners(n, frozenset({"by"}))], sides)
    both = armed(raids, sides)  # "Oslo's and rebel shelling"
    return named or by or (both if len(both) > 1 else kept(tuple(sides.owner_word(n) for n in raids), sides)) or both


def armed(nouns: list[Token], sides: Sides) -> tuple[str, ...]:
    return kept(sides.of_all(nouns), sides)


def kept(parties: tuple[str | None, ...], sides: Sides) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for p in parties if p and sides.kind(p) in ARMED))
