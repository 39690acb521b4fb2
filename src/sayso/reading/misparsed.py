"""Doers that the parse hides or makes up: before a verb of going off read as a participle, behind the day that opens a sentence, of what
somebody is given time to do, of what was shot down."""

from sayso.reading.parsed import Token

_TIMES = frozenset({"DATE", "TIME"})
_NOT_OFF: frozenset[str] = frozenset()
_CRAFT = frozenset({"helicopter", "chopper", "plane", "jet", "aircraft", "warplane", "drone", "airliner", "bomber", "missile", "balloon"})
_OFF = {
    "make": frozenset({"off", "away"}), "get": frozenset({"away"}), "run": frozenset({"off", "away"}), "ride": frozenset({"off", "away"}),
    "walk": frozenset({"off", "away"}), "flee": frozenset({"with"}), "escape": frozenset({"with"}),
}  # fmt: skip
"""Verbs with the words that make them say that somebody goes off."""
_BESIDE = 3
"""Within how many tokens a second passive shares its "by"."""
_GIVING = frozenset({"give", "grant", "leave", "allow"})
_HARMED = frozenset({
    "kill", "shoot", "wound", "injure", "beat", "attack", "ambush", "bomb", "shell", "loot", "burn", "torch", "ransack", "abduct", "kidnap",
    "seize", "execute", "behead", "torture", "rape", "raid", "rob", "murder", "detain", "arrest", "capture", "destroy", "stab", "hang", "besiege",
})  # fmt: skip
"""What is done to people by whoever did them the first harm too: "wounded and treated by medics" is another's doing."""
_GIVEN = frozenset({"dative", "dobj", "npadvmod", "nsubjpass"})


def goes_off(verb: Token) -> bool:
    """Whether a verb is one of going off with something, which has no passive: "gunmen made off with the cattle", read as a participle."""
    ties = {child.lower_ for child in verb.children}
    return "with" in ties and bool(ties & _OFF.get(verb.lemma_, _NOT_OFF))


def after_day(verb: Token) -> Token | None:
    """The subject right before a finite verb that the parse joins to a day before it: "On Wednesday bandits kidnapped a trader", "On Friday two
    of its jets dropped bombs"."""
    noun = verb.nbor(-1) if verb.i and verb.tag_ in ("VBD", "VBP", "VBZ") else None
    number = noun.head.head if noun is not None and noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if noun is not None and number is not None and number.dep_ == "nummod" and number.head.ent_type_ in _TIMES and number.head.head.head.i == verb.i:
        return noun
    if noun is None or noun.dep_ != "pobj" or noun.head.head.i != verb.i or noun.pos_ not in ("NOUN", "PROPN") or noun.ent_type_ in _TIMES:
        return None
    return noun if any(c.dep_ in ("compound", "nmod", "nummod") and c.ent_type_ in _TIMES for c in noun.children) else None


def given_time(verb: Token) -> Token | None:
    """Who is given time or leave to do what an infinitive tells: "gave the rebels until Friday to pull out", "were given a week to surrender"."""
    if verb.tag_ != "VB" or verb.dep_ not in ("advcl", "relcl", "acl"):
        return None
    giver = verb.head if verb.dep_ == "advcl" else verb.head.head
    if giver.lemma_ not in _GIVING:
        return None
    given = [child for child in giver.children if child.dep_ in _GIVEN and child.i < verb.i and child.pos_ != "ADP"]
    whom = next((child for child in given if child.ent_type_ not in _TIMES and child.dep_ != "npadvmod"), None)
    timed = len(given) > 1 or any(child.lower_ in ("until", "till") for child in giver.children)
    return whom if timed else None


def downed(verb: Token) -> bool:
    """Whether a craft was brought down in a headline's few words: "Helicopter shot down over the bay"."""
    if verb.lemma_ != "shoot" or any(c.dep_ in ("dobj", "aux") for c in verb.children):
        return False
    return any(c.lower_ == "down" for c in verb.rights) and any(c.dep_ == "nsubj" and c.lemma_.lower() in _CRAFT for c in verb.lefts)


def in_one_breath(second: Token, first: Token) -> bool:
    """Whether a passive goes on from one that has no "by" and brings it: "were rounded up and shot by the rebels"."""
    if second.dep_ != "conj" or second.tag_ != "VBN" or second.i - first.i > _BESIDE:
        return False
    return second.lemma_ in _HARMED and not any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in second.lefts)


def named_besides(noun: Token) -> bool:
    """Whether a noun only adds others to the subject named before it, and is read as the subject: "as well as several states"."""
    first = noun.left_edge.i
    return first > 2 and [token.lower_ for token in noun.doc[first - 3 : first]] == ["as", "well", "as"]


def asked_in(clause: Token) -> bool:
    """Whether a clause read as a relative one tells what is asked for: "a demand by the rebels that the army leave"."""
    if clause.dep_ != "relcl" or clause.tag_ not in ("VB", "VBP") or not any(c.lower_ == "that" and c.dep_ == "dobj" for c in clause.children):
        return False
    subject = next((child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass", "csubj") and child.lower_ != "that"), None)
    bare = clause.tag_ == "VB" or (subject is not None and subject.tag_ in ("NN", "NNP"))
    return subject is not None and bare and not any(c.dep_ == "aux" for c in clause.children)
