"""Deeds that are spoken of and not told: those of history, called by their year or long over; what somebody or something is known for, is able to do,
or is bound to by law; meetings as the setting of something else."""

from collections.abc import Iterator, Mapping
from datetime import date

from sayso.model import Interval
from sayso.reading.grammar import objects_of
from sayso.reading.happened.act import Act
from sayso.reading.happened.days import day, length
from sayso.reading.parsed import Token

_REPUTE = frozenset({
    "known", "famous", "notorious", "infamous", "prone", "tradition", "history", "reputation", "penchant", "vulnerable", "used", "accustomed",
    "specialise", "specialize", "expert", "veteran", "past", "heyday", "art",
})  # fmt: skip
"""Words behind which deeds are what somebody is known for: "notorious for raids", "a history of strikes"."""
_USUAL = frozenset({
    "rare", "common", "frequent", "commonplace", "routine", "unusual", "uncommon", "typical", "usual", "illegal", "forbidden", "legal",
})  # fmt: skip
_MEANS = frozenset({
    "missile", "rocket", "weapon", "drone", "bomb", "troop", "soldier", "fighter", "man", "force", "gun", "shell", "jet", "tank", "aircraft",
    "firepower", "ammunition", "arsenal", "money", "resource", "power", "strength", "capacity", "capability", "range",
})  # fmt: skip
_HAVING = frozenset({"have", "possess", "lack", "own", "boast", "keep", "retain", "store"})
_LAWS = frozenset({"law", "constitution", "treaty", "convention", "mandate", "charter", "code", "statute", "protocol"})
_IDLE = frozenset({"stalled", "frozen", "deadlocked", "annual", "regular", "past", "previous", "moribund", "defunct", "biennial", "yearly"})
_REVIVING = frozenset({"revive", "relaunch", "restart", "rekindle", "resurrect", "unblock"})
_SETTINGS = frozenset({"during", "at", "like", "following", "after", "before", "since", "ahead", "despite", "outside"})
_ANYBODY = frozenset({"someone", "anyone", "anybody", "somebody", "whoever", "everyone"})
_A_YEAR = 365
_HISTORY = 5 * _A_YEAR
"""What was over so many days before a report is history in it."""


def spoken_of(act: Act) -> bool:
    """Whether an act is only spoken of."""
    token = act.token
    if any(_of_law(step.token) for step in act.standing.steps):
        return True
    if act.verbal:
        return _means_to(token) or (token.dep_ == "acl" and token.head.lower_ in _ANYBODY)  # "life in prison for anyone convicted of it"
    return _generic(token) or _penalty(token) or (act.type == "CONSULT" and _setting(act))


def undergone(act: Act, at: Mapping[int, Act]) -> bool:
    """Whether help or troops are only those whom an attack befalls: "jets hit an aid convoy", "reinforcements were killed"."""
    if act.verbal or act.type not in ("AID", "MOBILIZE"):
        return False
    noun = act.token.head if act.token.dep_ == "pobj" else act.token
    above = at.get(noun.head.i)
    return noun.dep_ in ("dobj", "nsubjpass", "prep") and above is not None and above.type == "ASSAULT" and noun.lower_ not in ("for", "with")


def called_by_its_year(act: Act, published: date | None) -> bool:
    """Whether the noun of a deed is called by another year than that of the report: "the 2020 coup"."""
    if act.verbal or not any(c.dep_ in ("det", "poss") for c in act.token.lefts):
        return False  # "Published October 2016 Air strikes ..."
    years = [c.text for c in act.token.lefts if c.dep_ in ("nummod", "compound", "nmod", "amod") and c.text.isdigit() and len(c.text) == 4]
    return any(year[:2] in ("19", "20") and (published is None or int(year) < published.year) for year in years)


def long_past(when: Interval | None, published: date | None) -> bool:
    """Whether a deed was over years before the report, which tells no more of its day than the year."""
    if when is None or when.latest is None or published is None or length(when) < _A_YEAR:
        return False
    return (published - day(when.latest)).days > _HISTORY


def _of_law(word: Token) -> bool:
    """Whether a word tells what a law says: "the treaty obliges both to disarm"."""
    return word.tag_ in ("VBZ", "VBP") and any(c.dep_ == "nsubj" and c.lemma_.lower() in _LAWS for c in word.children)


def _means_to(verb: Token) -> bool:
    """Whether an infinitive says what means that somebody has are good for: "has enough missiles to hit the port"."""
    noun = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in ("acl", "relcl") or noun.dep_ != "dobj":
        return False
    enough = any(c.lower_ in ("enough", "sufficient") for c in noun.children)
    return noun.head.lemma_ in _HAVING and (enough or noun.lemma_.lower() in _MEANS)


def _generic(noun: Token) -> bool:
    """Whether a plural without any article means such deeds in general: "raids are rare", "known for ambushes", "a history of strikes"."""
    if noun.tag_ != "NNS" or any(c.dep_ in ("det", "poss", "nummod") and c.lower_ not in ("such", "any") for c in noun.children):
        return False
    return any(_tells_habit(above) for above in _above(noun))


_PENALTIES = frozenset({"sentence", "term", "penalty", "punishment", "year", "month", "maximum"})
_TO_PENALTY = 4


def _penalty(noun: Token) -> bool:
    """Whether prison is what a sentence is to, which is another deed: "sentenced to life imprisonment"."""
    above = noun
    for _ in range(_TO_PENALTY):
        if noun.lemma_ != "imprisonment" or above.dep_ not in ("pobj", "prep", "conj", "poss"):
            return False
        above = above.head
        if above.lemma_ in _PENALTIES:
            return True
    return False


def _above(noun: Token) -> Iterator[Token]:
    if noun.dep_ == "pobj":
        yield noun.head.head
    elif noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        yield from (c for c in noun.head.children if c.dep_ in ("acomp", "attr"))
    elif noun.dep_ == "nsubj" and noun.head.lemma_ == "have":
        yield from (c for c in noun.head.children if c.dep_ == "dobj")


def _tells_habit(word: Token) -> bool:
    return word.lower_ in _USUAL or word.lemma_.lower() in _REPUTE or word.lower_ in _REPUTE


def _setting(act: Act) -> bool:
    """Whether a meeting is the setting of something else, or talks are named that do not go on: "at the conference", "the stalled talks"."""
    noun = act.token
    if any(c.dep_ == "amod" and c.lower_ in _IDLE for c in noun.children) or (noun.dep_ == "dobj" and noun.head.lemma_ in _REVIVING):
        return True
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and any(c.dep_ == "attr" for c in noun.head.children):
        return True  # "the conference is a gathering of ministers"
    if noun.dep_ != "pobj" or noun.head.lower_ not in _SETTINGS or act.carried or (act.sense.row.mode == "visit" and act.actors):
        return False
    sides = [n for c in noun.children if c.dep_ == "prep" and c.lower_ in ("with", "between") for n in objects_of(c)]
    return not sides and not any(c.dep_ == "poss" for c in noun.children)
