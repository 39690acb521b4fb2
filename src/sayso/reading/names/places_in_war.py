"""What reports of war say of places and hardly of persons: they are shelled, taken and fled; strikes are on them, and battles for them."""

from sayso.reading.parsed import Parsed, Token

_OF_PLACES = {
    **dict.fromkeys("shell besiege storm overrun recapture retake reconquer bombard pound liberate enter encircle evacuate".split(), 2.5),
    **dict.fromkeys("capture seize invade bomb flee reach approach rock control".split(), 1.3),
    **dict.fromkeys("surround hold leave strike hit cut visit attack raid".split(), 0.8),
}
"""Lemmas of verbs, and how much they speak for a place as what is done to."""
_ON_PLACES = {
    **dict.fromkeys("siege fall capture seizure recapture outskirts streets skies suburb centre center liberation shelling".split(), 2.0),
    **dict.fromkeys("bombardment battle fighting clashes control bombing advance assault offensive".split(), 1.5),
    **dict.fromkeys("mayor governor resident residents people market bazaar".split(), 1.5),
    **dict.fromkeys("bridge port airport airfield airstrip dam junction".split(), 0.9),
    **dict.fromkeys("strike strikes raid raids attack attacks airstrike airstrikes fire road troops push".split(), 0.9),
}
"""Nouns before "of", "for", "on", "over", "in" and a name, and how much they speak for a place."""
_MOTION = frozenset("flee withdraw retreat evacuate march advance travel drive head return deploy escape push".split())
_FIRED = frozenset("fire launch rocket missile shell mortar".split())
_DONE_AT = frozenset("massacre killing battle clash fighting ambush blast explosion bombing shelling".split())
_JOINED = 6
"""So many names in a row are followed back to the first."""
_ONTO = frozenset({"on", "over", "upon", "into", "onto"})
_FALLING = frozenset("fall rain land drop crash descend".split())
_JOINS = frozenset({"of", "for", "on", "over", "against", "to", "towards", "toward", "in", "from"})
_STANDING = frozenset("""
base camp bridge post outpost garrison barracks checkpoint position positions prison jail hospital clinic school market mine farm dam monastery
church mosque temple airfield airstrip airport crossing depot station refinery waterworks plant factory quarry ford ferry port harbour harbor
junction crossroads headquarters settlement bunker trenches road highway roadblock
""".split())
"""What stands at a place: "the base at X", "the bridge at X"."""


def stands_at(doc: Parsed, start: int) -> bool:
    """Whether a name comes behind what stands at a place and "at", "in" or "near": "its camp at X"."""
    return start > 1 and doc[start - 1].lower_ in ("at", "in", "near") and doc[start - 2].lower_ in _STANDING


def speaks_for_place(head: Token) -> float:
    """How much the verb or the noun over the last word of a name speaks for a place: 0 where nothing does."""
    for _ in range(_JOINED):  # "Khan Younis, Rafah and Nuseirat"
        if head.dep_ not in ("conj", "appos"):
            break
        head = head.head
    governor = head.head
    if head.dep_ in ("dobj", "nsubjpass"):
        return _OF_PLACES.get(governor.lemma_.lower(), 0.0)
    if head.dep_ == "nsubj" and governor.lemma_ == "fall" and any(c.lower_ in ("to", "into") for c in governor.rights):
        return 2.0
    if head.dep_ == "pobj" and governor.lower_ == "at" and governor.head.lemma_ in _FIRED:
        return 1.0
    if head.dep_ == "pobj" and governor.lower_ == "at" and governor.head.lemma_ in _DONE_AT:
        return 1.5
    if head.dep_ == "compound" and governor.lemma_ in ("massacre", "siege"):
        return 1.5
    if head.dep_ == "pobj" and governor.lower_ in _JOINS | _ONTO:
        above = governor.head
        if governor.lower_ in _ONTO and above.lemma_.lower() in _FALLING:
            return 2.0
        if above.lemma_.lower() in _MOTION:
            return 1.5
        return _ON_PLACES.get(above.lower_, 0.0) if governor.lower_ in _JOINS else 0.0
    return 0.0
