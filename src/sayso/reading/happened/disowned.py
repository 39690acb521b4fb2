"""Deeds that somebody says are not his: "denied any role in the raid", "had no part in it", "rejected accusations of involvement in"."""

from collections.abc import Set

from sayso.reading.doubt import negated
from sayso.reading.grammar import agents
from sayso.reading.parsed import Token

_REJECTING = frozenset({"deny", "reject", "dismiss", "refute", "disclaim", "disavow", "repudiate"})
_HAVING = frozenset({"have", "play", "take", "bear", "be"})
_TIES = frozenset({"in", "for", "with"})
_CHARGES = frozenset({"accusation", "charge", "claim", "report", "allegation", "suggestion", "assertion"})
_PARTS = frozenset({"role", "part", "involvement", "hand", "share", "participation", "complicity"})
"""Shares that somebody has or has not; "took no responsibility" is no denial of the deed."""


def disowners(deed: Token, shares: Set[str]) -> list[Token]:
    """Who says, or of whom it is said, that he has no share in a deed; nobody where it is not disowned.

    `shares`: lemmas of nouns for a share in a deed ("role", "responsibility").
    """
    if deed.dep_ != "pobj" or deed.head.lower_ not in _TIES:
        return []
    share = _share(deed.head, shares)
    if share is None:
        return []
    verb = share.head
    none = any(child.lower_ == "no" for child in share.children)
    if share.dep_ == "pobj":  # "accusations of a role in"
        talk = verb.head
        charged = talk.dep_ == "dobj" and talk.lemma_.lower() in _CHARGES and not none
        return agents(talk.head) if charged and _rejects(talk.head) else []
    if share.dep_ != "dobj" or _untrue(verb):
        return []
    if _rejects(verb):
        return agents(verb)
    if verb.lemma_ not in _HAVING:
        return []
    if verb.dep_ in ("ccomp", "xcomp", "pcomp") and _rejects(verb.head):  # "denied having any role in", "denied it had any"
        return agents(verb) or agents(verb.head)
    return agents(verb) if share.lemma_.lower() in _PARTS and (none or negated(verb)) else []


def _untrue(verb: Token) -> bool:
    """Whether the clause of a verb is itself denied: "it is not true that the army took no part in it"."""
    return verb.dep_ in ("ccomp", "csubj", "csubjpass") and (negated(verb.head) or any(negated(c) for c in verb.head.children if c.dep_ == "acomp"))


def _share(tie: Token, shares: Set[str]) -> Token | None:
    """The noun for a share that a preposition goes with, whatever the parse ties it to."""
    above = tie.head
    if above.lemma_.lower() in shares:
        return above
    return next((child for child in above.children if child.dep_ == "dobj" and child.i < tie.i and child.lemma_.lower() in shares), None)


def _rejects(verb: Token) -> bool:
    return verb.lemma_ in _REJECTING and not negated(verb)
