"""Deeds that a report does not tell but takes as known: "the dead of the raid were buried", "the five whom gunmen had seized", "since the town
was retaken". Where such words name no day, the deed was some time before the report and need not have been shortly before."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.grammar import RELATIVES, objects_of
from sayso.reading.happened.act import Act
from sayso.reading.happened.backward import DEFINITE, speaks_back
from sayso.reading.happened.sections import Sections
from sayso.reading.happened.telling import AS_DONE, BACK, turns_elsewhere
from sayso.reading.happened.told import PLACE_CARRIED, Told, casualty
from sayso.reading.page import Page
from sayso.reading.parsed import Token

TAKEN_AS_KNOWN = "taken as known"
"""In the grounds of an event: its report names no day for it, and speaks of it as of something that readers have heard of."""
_DENYING = frozenset({"deny", "disclaim", "disown", "refute"})
_NEAR = 2
"""Within so many sentences of a deed other words for it are taken to mean it."""
_DEEDS = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID", "PROTEST"})
_LASTING = frozenset({"n.attack-lasting", "n.war-feared", "n.siege"})
_PAST = ("VBD", "VBN")
_OF_NOUNS = frozenset({"relcl", "acl"})
_IN_WORDS = frozenset({"ccomp", "parataxis"})
_ASKED = frozenset({"who", "whom", "whose", "why", "how", "where"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "other"})
_SAME_VERB = frozenset({"conj", "xcomp"})


def presupposed(told: Sequence[Told], page: Page, sections: Sections) -> list[Told]:
    """Mark the deeds without a day that the report only speaks back to."""
    done: list[Told] = []
    for one in told:
        known = _is_taken_as_known(one, page) and not any(_just_told(other, one, sections) for other in done[-BACK:])
        done.append(replace(one, inferred=(*one.inferred, TAKEN_AS_KNOWN)) if known else one)
    return done


def _just_told(deed: Told, one: Told, sections: Sections) -> bool:
    """Whether a deed that the report has told itself shortly before may be the one that is spoken of, for all that the words say."""
    if deed.type != one.type or deed.status not in AS_DONE or TAKEN_AS_KNOWN in deed.inferred:
        return False
    token, last = one.act.token, max((act.token for act in (deed.act, *deed.retold)), key=lambda token: token.i)
    if token.sent.number - last.sent.number > _NEAR or turns_elsewhere(token, last) or sections.parted(last, token):
        return False
    return one.place in (None, deed.place) or PLACE_CARRIED in one.inferred


def _is_taken_as_known(one: Told, page: Page) -> bool:
    if one.when is not None or one.type not in _DEEDS or page.part(one.act.token.idx) == "headline":
        return False
    lasts = one.act.verbal or one.type != "ASSAULT" or one.act.sense.row.sense in _LASTING
    if one.status != "happened" and (lasts or one.status != "ongoing"):
        return False
    if any(above.lemma_ in _DENYING for above in one.act.token.ancestors):
        return False  # "denied responsibility for the bombing": an answer to what has just been said
    acts = [act for act in (one.act, *one.retold) if not _only_counts(act)]
    return bool(acts) and all(_presupposes(act, quoted=one.voice is not None) for act in acts)


def _only_counts(act: Act) -> bool:
    """Whether an act tells what a deed has come to, or reminds of it: "has now cost nine lives", "in Selm, where the raid cost nine lives"."""
    return casualty(act) and act.verbal and (_has(act.token) or act.token.dep_ == "relcl")


def _presupposes(act: Act, *, quoted: bool) -> bool:
    return _of_a_known(act.token, quoted=quoted) if act.verbal else _is_one_known(act.token)


def _is_one_known(noun: Token) -> bool:
    """Whether the noun of a deed means one that readers know: "the raid", "the second raid", "Judge Orr's murder"."""
    if speaks_back(noun) or any(child.dep_ == "poss" and child.ent_type_ == "PERSON" for child in noun.lefts):
        return True  # "the army's attack" may be today's
    words = {child.lower_ for child in noun.lefts}
    return "the" in words and bool(words & _ORDINALS)


def _of_a_known(verb: Token, *, quoted: bool) -> bool:
    """Whether the clause of a verb says of which persons or things something is said, when it was, or asks who did what is known to have been
    done; or whether it was done before what its sentence tells. `quoted`: in somebody's words, where "had" is no earlier time."""
    if verb.tag_ not in _PAST:
        return False  # "the coalition fighting them", "asks whose planes bomb the city"
    first = verb
    while first.dep_ in _SAME_VERB and first.head.pos_ in ("VERB", "AUX"):
        first = first.head
    if first.dep_ in _OF_NOUNS and _is_definite(first.head) and not _adds(first):
        return True
    marks = {word.lower_ for child in first.lefts for word in (child, *child.lefts)}
    if first.dep_ == "advcl" and "since" in marks:
        return True
    if first.dep_ in ("ccomp", "pcomp") and marks & _ASKED:
        return True
    earlier = _had(verb) or _had(first) or (first.dep_ == "advcl" and "when" in marks and _had(first.head))
    return earlier and not quoted and not any(above.dep_ in _IN_WORDS for above in (first, *first.ancestors))


def _had(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass") and child.lower_ == "had" for child in verb.lefts)


def _has(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in ("has", "have") for child in verb.lefts)


def _is_definite(noun: Token) -> bool:
    """Whether a noun means certain ones: "the nurses", "their driver", "those", "all five of the nurses"."""
    if noun.lower_ in DEFINITE or any((child.dep_ == "det" and child.lower_ in DEFINITE) or child.dep_ == "poss" for child in noun.lefts):
        return True
    return any(_is_definite(whole) for child in noun.rights if child.lower_ == "of" for whole in objects_of(child))


def _adds(verb: Token) -> bool:
    """Whether a clause only adds something about a noun: "the judge, who was shot"."""
    words = [child for child in verb.lefts if child.lower_ in RELATIVES]
    start = words[0] if words else verb
    return start.i > 0 and start.nbor(-1).text == ","
