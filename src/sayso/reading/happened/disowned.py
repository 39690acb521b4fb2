"""Deeds that somebody says are not his: "denied any role in the raid", "had no part in it", "rejected accusations of involvement in"."""

from collections.abc import Set

from sayso.reading.doubt import negated
from sayso.reading.grammar import agents
from sayso.reading.parsed import Token

_REJECTING = frozenset({"deny", "reject", "dismiss", "refute", "disclaim", "disavow", "repudiate"})
_HAVING = frozenset({"have", "play", "take", "bear", "be"})
_TIES = frozenset({"in", "for", "with"})


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
    if share.dep_ == "pobj":  # "accusations of a role in"
        talk = verb.head
        return agents(talk.head) if talk.dep_ == "dobj" and _rejects(talk.head) else []
    if share.dep_ != "dobj":
        return []
    none = any(child.lower_ == "no" for child in share.children)
    if _rejects(verb) or (verb.lemma_ in _HAVING and (none or negated(verb) or (verb.dep_ == "ccomp" and _rejects(verb.head)))):
        return agents(verb)
    return []


def _share(tie: Token, shares: Set[str]) -> Token | None:
    """The noun for a share that a preposition goes with, whatever the parse ties it to."""
    above = tie.head
    if above.lemma_.lower() in shares:
        return above
    return next((child for child in above.children if child.dep_ == "dobj" and child.i < tie.i and child.lemma_.lower() in shares), None)


def _rejects(verb: Token) -> bool:
    return verb.lemma_ in _REJECTING and not negated(verb)
