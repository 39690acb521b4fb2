"""When a country, or the seat of its government, is an actor and not the place where something happens."""

from spacy.tokens import Token

from sayso.reading.names.words import SAYING

_STATES = frozenset("be border lie share have contain see face become remain stretch seem".split())
"""Verbs whose subject is a country as a place or in a state."""
_SEAT_VERBS = SAYING | frozenset(
    """call back support want seek plan decide try agree sign launch accept block veto send retaliate respond impose lift hope fear
    consider view blame urge oppose approve recognise recognize threaten negotiate offer give deploy withdraw order ask""".split()
)
"""What Damascus or Moscow does as a government."""
_DONE_TO = frozenset(
    """accuse blame urge ask tell warn support back criticize criticise condemn press pressure threaten thank join help call lobby
    represent defend sanction punish persuade convince trust invite notify allow""".split()
)
"""What is done to a state."""
_ADDRESSED = frozenset("by with against between among".split())
_MINDED = frozenset(
    """concerned committed ready willing determined clear prepared proud pleased responsible opposed convinced able grateful alarmed
    appalled disappointed eager keen reluctant unwilling aware adamant confident hopeful worried behind party""".split()
)
"""What a country is that has a mind."""
_MEMBERS = frozenset("countries nations states members partners governments participants powers allies backers".split())
_ROLES = frozenset(
    "ally allies backer backers sponsor sponsors state country supporter rival patron power neighbour neighbor foe enemy".split()
)


def acts(head: Token, seat: bool, beside: bool) -> bool:
    """Whether a country's name does or says something here. `beside`: the noun it is joined to does."""
    dep, governor = head.dep_, head.head
    verb = governor.lemma_.lower()
    if dep == "conj":
        return beside
    if dep == "nsubj" and governor.pos_ in ("VERB", "AUX"):
        if verb == "be" and any(c.lower_ in _MINDED for c in governor.rights):
            return True
        return verb in _SEAT_VERBS if seat else verb not in _STATES
    if dep == "poss":
        return governor.lower_ in ("government", "army", "military", "forces", "troops") and not seat
    if dep in ("nsubjpass", "dobj") and governor.pos_ == "VERB":
        return verb in _DONE_TO
    if dep == "pobj":
        if governor.lower_ == "by":
            return governor.dep_ == "agent" or governor.head.tag_ == "VBN"
        if governor.lower_ == "to":
            return governor.head.lower_ in ("according", "message", "allied", "loyal", "warning", "appeal")
        if governor.lower_ in ("including", "like") and governor.head.lower_ in _MEMBERS:
            return True
        return governor.lower_ in _ADDRESSED and not seat and governor.head.lower_ not in ("border", "frontier", "trade", "ties")
    before = head.nbor(-1).lower_ if head.i else ""
    return (dep == "appos" and governor.lower_ in _ROLES) or before in _ROLES
