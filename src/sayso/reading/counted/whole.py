"""What became of those counted by the words right beside them: the whole that they are part of, and the clause that hangs on them.

"Among the dead were two nurses", "two nurses among nine dead", "those killed included two nurses"; "300 villagers, including nine
children, killed this year".
"""

from collections.abc import Mapping

from sayso.reading.parsed import Token

_STATES = frozenset({"dead", "wounded", "injured", "missing", "killed", "hurt"})
_OF_THEMSELVES = frozenset("die perish flee surrender disappear vanish".split())
"""What people do to whom nobody else is told to do it."""


def fate_of_whole(noun: Token, fates: Mapping[str, str]) -> str | None:
    """What became of the whole of which a noun's people are told to be part; None where no whole with a fate is told."""
    return next((fate for whole in wholes_of(noun) if (fate := _fate_of_people(whole, fates))), None)


def wholes_of(noun: Token) -> list[Token]:
    """The people of whom a noun's people are told to be part."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    verb = noun.head
    among = [child for child in noun.rights if child.lower_ == "among"]
    if verb.lemma_ == "be" and noun.dep_ in ("nsubj", "attr") and not any(child.dep_ == "neg" for child in verb.children):
        among += [child for child in verb.children if child.lower_ == "among"]
    wholes = [whole for word in among for whole in word.children if whole.dep_ == "pobj"]
    if verb.lemma_ == "include" and noun.dep_ == "dobj":
        wholes += [child for child in verb.children if child.dep_ == "nsubj"]
    if noun.dep_ == "pobj" and verb.lower_ == "including":
        wholes.append(verb.head)
    return wholes


def _fate_of_people(people: Token, fates: Mapping[str, str]) -> str | None:
    """What became of people of a state: "the dead", "those killed", "the people who were killed"."""
    if people.lower_ in _STATES:
        return fates.get(people.lower_)
    return fate_in_clause(people, fates)


def fate_in_clause(noun: Token, fates: Mapping[str, str]) -> str | None:
    """What a clause on a noun says was done to its people: "detainees arrested in May", "villagers who died"; not "police who killed a man"."""
    clauses = (child for child in noun.rights if child.dep_ in ("acl", "relcl") and suffered(child))
    return next((fate for clause in clauses if (fate := fates.get(clause.lemma_.lower()) or fates.get(clause.lower_))), None)


def suffered(verb: Token) -> bool:
    """Whether a verb is told of those to whom it happens, as a passive or as what people do of themselves."""
    below = {child.dep_ for child in verb.children}
    if below & {"dobj", "neg"}:
        return False
    passive = "auxpass" in below or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    return passive or verb.lemma_ in _OF_THEMSELVES
