"""When a country, or the seat of its government, is an actor and not the place where something happens."""

from sayso.reading.parsed import Token

_STATES = frozenset("be border lie share have contain see face become remain stretch seem".split())
"""Verbs whose subject is a country as a place or in a state."""
_OF_CITIES = _STATES | frozenset(
    """fall wake witness host suffer shake burn celebrate mourn come grow boast look feel live sleep return sit stand lie resemble
    tremble flood experience get go start begin end continue hear""".split()
)
"""Verbs whose subject, when it is a capital, may be the city; with others it is the government that sits there."""
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
_DEEDS = frozenset(
    """truce offer demand call appeal plan proposal suggestion statement decision refusal rejection denial claim accusation allegation
    warning threat promise pledge support backing pressure sanction condemnation criticism intervention involvement campaign offensive
    bombing bombardment airstrike raid request response reply position stance role policy veto vote initiative government army military
    force troop ally backer ambassador envoy foe""".split()
)
"""What a state does or has done to it: "Qatar's call", "support for Damascus"."""
_POSSESSED = _DEEDS | frozenset(
    """invasion attack assault strike shelling annexation occupation aggression siege blockade incursion embargo withdrawal retreat pullout
    pullback arrest detention deployment crackdown operation move action announcement agreement insistence mediation effort attempt
    recognition expulsion seizure capture ceasefire
    treatment handling conduct behaviour behavior persecution killing execution murder torture imprisonment jailing""".split()
)
"""What is a country's own where its name stands before it: "Turkey's shelling of"; a city's or a town's may be what befell it."""
_SIDES = frozenset("rebel separatist guerrilla militant insurgent militia opposition jihadist faction fighter junta".split())
"""Who stands beside a government and not beside a city."""
_FROM_OR_TO = frozenset("from by against for on to".split())
_GIVEN = frozenset("weapon missile arm ammunition weaponry support assistance aid help training funding money backing".split())
"""What is received from a state."""
_RECEIVE = frozenset("receive obtain get accept".split())
_MEMBERS = frozenset("countries nations states members partners governments participants powers allies backers".split())
_ROLES = frozenset(
    "ally allies backer backers sponsor sponsors state country supporter rival patron power neighbour neighbor foe enemy".split()
)


def acts(head: Token, seat: bool, beside: bool, clipped: bool) -> bool:
    """Whether a country's name does or says something here.

    `seat`: the name is that of the seat of its government. `beside`: the noun it is joined to acts. `clipped`: its s may be a
    possessive's that has lost the apostrophe ("Moscows offer").
    """
    dep, governor = head.dep_, head.head
    verb = governor.lemma_.lower()
    if clipped and any(t.lemma_.lower() in _DEEDS for t in head.doc[head.i + 1 : head.i + 4]):
        return True
    if dep == "conj":
        side = governor.lemma_.lower() in _SIDES and governor.dep_ in ("nsubj", "nsubjpass", "pobj")
        return beside or (side and governor.head.pos_ in ("VERB", "ADP"))  # "rebels and Kiev traded blame"
    if dep == "nsubj" and governor.pos_ in ("VERB", "AUX"):
        if verb == "be" and any(c.lower_ in _MINDED for c in governor.rights):
            return True
        return verb not in (_OF_CITIES if seat else _STATES)
    if dep == "poss":
        return governor.lemma_.lower() in (_DEEDS if seat else _POSSESSED)
    if dep in ("nsubjpass", "dobj") and governor.pos_ == "VERB":
        return verb in _DONE_TO
    if dep == "pobj":
        if governor.lower_ == "by":
            return governor.dep_ == "agent" or governor.head.tag_ == "VBN"
        if governor.lower_ == "to":
            return governor.head.lower_ in ("according", "message", "allied", "loyal", "warning", "appeal")
        if governor.lower_ in ("including", "like") and governor.head.lower_ in _MEMBERS:
            return True
        if governor.head.lemma_.lower() in _DEEDS and governor.lower_ in _FROM_OR_TO:
            return True
        if governor.lower_ == "from" and _given(governor.head):
            return True
        return governor.lower_ in _ADDRESSED and not seat and governor.head.lower_ not in ("border", "frontier", "trade", "ties")
    before = head.nbor(-1).lower_ if head.i else ""
    return (dep == "appos" and governor.lower_ in _ROLES) or before in _ROLES


def _given(word: Token) -> bool:
    """Whether a word is what a state gives, or tells of receiving it: "missiles from", "received aid from"."""
    received = (child for child in word.children if child.dep_ == "dobj") if word.lemma_ in _RECEIVE else (word,)
    return any(thing.lemma_.lower() in _GIVEN for thing in received)
