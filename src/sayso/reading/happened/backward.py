"""Whether words mean a deed that the report has told: "the raid", "Friday's raid", "the shells landed"."""

from collections.abc import Iterable

from sayso.reading.parsed import Token

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
"""Words before a noun that mean what has been spoken of."""
_ANOTHER = frozenset({
    "another", "other", "second", "third", "fourth", "fifth", "new", "fresh", "separate", "similar", "further", "additional", "different", "next",
    "previous", "subsequent", "future", "first",
})  # fmt: skip
"""Words that make of "the attack" one that has not been told."""
_SEVERAL = frozenset({"either", "neither", "both"})
_NEXT = frozenset({"following", "next"})
_SPANS = frozenset({"day", "week", "month", "hour", "morning", "evening", "night", "afternoon", "year", "minute", "weekend"})
_IN_TURN = frozenset({"later", "then", "afterwards", "again", "elsewhere", "separately", "subsequently", "meanwhile"})
_SUBJECT = ("nsubj", "nsubjpass", "ROOT")
_OWN_DEED = frozenset({
    "kill", "wound", "injure", "hurt", "destroy", "damage", "hit", "begin", "start", "resume", "come", "occur", "happen",
})  # fmt: skip
"""Verbs on whose day the deed was that is their subject: it does harm, or begins."""


def speaks_back(noun: Token) -> bool:
    """Whether a deed's noun means one that has been told: "the raid", "that raid", "Friday's raid", "it was the worst raid"; not "another raid"."""
    words = {child.lower_ for child in noun.children}
    if words & _ANOTHER or words & {"a", "an"}:
        return False
    if any(child.tag_ == "JJS" for child in noun.children):
        return noun.dep_ in ("attr", "oprd")
    return bool(words & _SEVERAL) or any(
        (child.dep_ == "det" and child.lower_ in DEFINITE) or (child.dep_ == "poss" and _of_a_day(child)) for child in noun.children
    )


def is_another(deed: Iterable[Token], noun: Token) -> bool:
    """Whether a deed's noun says that it is another than one told before in other words: "a second car bomb", "a separate raid"."""
    words = {child.lower_ for child in noun.children} & _ANOTHER
    counted = any(child.lower_ == "the" for child in noun.children)  # "the second attack in a week" may be the one just told
    return bool(words) and not counted and not words & {child.lower_ for word in deed for child in word.children}


def in_turn(verb: Token) -> bool:
    """Whether a verb tells what came after what was told: "hours later gunmen ambushed"."""
    return any(child.dep_ == "advmod" and child.lower_ in _IN_TURN for child in verb.children)


def of_a_span(deed: Token, noun: Token) -> bool:
    """Whether a deed's words are of all the time since something, and those of a deed told before are not: "since May the town has been under
    strikes"."""
    return _since(noun) and not _since(deed)


def _since(word: Token) -> bool:
    while word.head is not word:
        if any(child.lower_ == "since" for child in word.children):
            return True
        word = word.head
    return any(child.lower_ == "since" for child in word.children)


def _of_a_day(owner: Token) -> bool:
    return owner.ent_type_ in ("DATE", "TIME") and not any(child.lower_ in ("a", "an") for child in owner.children)


def after_another(noun: Token) -> bool:
    """Whether a deed is set so long after another, whose it then is not: "the salvo two days later", "the strike on the following morning"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    fronted = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during") and verb.pos_ in ("VERB", "AUX") and noun.i < verb.i
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and not fronted:  # "two days later nine died in the salvo"
        return any(_much_later(child) for child in verb.lefts)
    if noun.dep_ not in _SUBJECT and not fronted:
        return False  # "claimed the salvo two days later", "died of the salvo two days later": that of what the verb tells
    ties = list(noun.children)
    if fronted:
        ties += verb.lefts
    elif verb.lemma_ in _OWN_DEED and noun.dep_ == "nsubj":
        ties += verb.children
    ties += [inner for child in ties if child.dep_ == "prep" for inner in child.children]
    if any(_much_later(word) for word in ties):
        return True
    return any(word.lemma_ in _SPANS and any(c.lower_ in _NEXT for c in word.lefts) for word in ties)


def _much_later(word: Token) -> bool:
    """Whether a word counts days from what was told: "two days later"."""
    return word.lower_ in ("later", "afterwards") and any(child.lemma_ in _SPANS for child in word.children)


def set_beside(deed: Token, noun: Token) -> bool:
    """Whether a clause says something of a deed by another: "the raid is not linked with the bombings", "the strike was an answer to the attack"."""
    verb = deed.head
    if deed.dep_ not in ("nsubj", "nsubjpass") or noun.i < verb.i or noun.i >= deed.sent.end:
        return False
    while noun.dep_ in ("pobj", "prep", "dobj", "attr", "conj", "dative") and noun.head is not noun:
        noun = noun.head
        if noun is verb:
            return True
    return False


def some_time_after(below: Token) -> bool:
    """Whether what stands under a word was hours or days before it: "hours after an attack in the next town"."""
    links = [below] if below.dep_ == "prep" else [child for child in below.children if child.dep_ == "mark"]
    return any(link.lower_ == "after" and link.i > 0 and link.nbor(-1).lemma_ in _SPANS for link in links)
