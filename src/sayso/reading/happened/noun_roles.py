"""Who does a deed that a noun tells, and whom it befalls: "the rebels' attack on the town", "the arrest of two men by police"."""

from sayso.reading.doubt import asked, negated
from sayso.reading.grammar import OTHER_TIMES, agents, answers, at_hands, by_phrase, expand, hands, is_passive, objects_of, patients, resolved
from sayso.reading.happened.act import Act
from sayso.reading.happened.disowned import disowners
from sayso.reading.happened.senses import Senses
from sayso.reading.happened.status import OCCURS, standing
from sayso.reading.happened.surroundings import ENTITIES, of_what_kind
from sayso.reading.happened.verb_roles import BLAMING, DYING, doers, unique
from sayso.reading.parsed import Token
from sayso.reading.side_words import OF_THE_JUDGED, OF_THE_VICTIM

_NOUN_RECIPIENTS = ("against", "on", "with", "to", "at", "upon", "from", "for", "between", "into", "toward", "towards")
_WHERE_IT_IS = frozenset({"ambush", "attack", "blast", "explosion", "clash", "battle", "bombing", "raid", "shooting", "killing", "massacre"})
"""Deeds of which "at" tells where, and not at whom: "an ambush at the ford", but "shots at the traders", "an attack at the rebels"."""
_OF_OTHERS = frozenset({
    "blame", "praise", "thank", "commend", "applaud", "hail", "congratulate", "honour", "honor", "remember", "mourn", "grieve", "weep", "tell",
    "explain", "account", "condemn", "criticise", "criticize", "denounce", "rebuke", "chide", "punish", "fine", "arrest", "detain", "hold", "jail",
    "imprison", "sentence", "convict", "try", "prosecute", "sue", "sanction", "forgive", "compensate", "hang", "execute", "want", "seek", "hunt",
    "blast", "slam", "lambaste", "berate", "castigate", "censure", "chastise", "scold", "decry", "deplore", "upbraid", "reproach", "fault", "summon",
    "suspend", "sack", "dismiss", "retaliate", "avenge", "vow", "swear", "exact", "offer", "reprimand", "expel",
})  # fmt: skip
"""Verbs behind which "for" names what others did: "was praised for the raid", but "crossed the river for a raid"."""
_AIMED_AT = ("against", "on", "at", "upon", "into")
_FROM_DOER = frozenset({"REQUEST", "THREATEN", "ACCUSE", "SUPPORT", "AID", "AGREE", "ASSAULT", "COERCE", "REJECT"})
_TAKEN = "n.capture"
"""Of ground that is taken, "from" names who loses it."""
_BY_WHOM = frozenset({"led", "imposed", "enforced", "ordered", "perpetrated", "orchestrated", "inflicted"})
"""Participles behind a hyphen whose first part is the doer."""
_SERIES = frozenset({"series", "wave", "number", "round", "spate", "string", "volley", "barrage", "dozen", "couple", "campaign"})
_NAMED_BY_PLACE = frozenset({"massacre", "bloodbath", "slaughter", "pogrom"})
"""Deeds that are called by where they were done: "the Ghouta massacre"."""

_OTHER_TIMES = OTHER_TIMES | {"despite", "amid"}
"""Before a deed they tell when something else was done, and carry no deed: "seized the town after clashes"."""
_PARRYING = frozenset({"fight", "beat", "push", "drive", "hold", "ward", "throw", "stave", "fend", "force", "turn"})
_OWNING_UP = frozenset({"claim", "take", "accept", "admit", "assume", "acknowledge", "bear"})

_WITH_OTHERS = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_CARRY_BOMBS = frozenset({
    "car", "truck", "van", "vehicle", "lorry", "motorcycle", "motorbike", "bicycle", "boat", "drone", "tunnel", "mine", "post", "target",
})  # fmt: skip
"""Things before the noun of an attack that say how it is made: "car bombing", "tunnel blast"; others say what it hits: "embassy bombing"."""

_HARMS = frozenset({"ASSAULT", "COERCE"})
_HARMING = frozenset({
    "kill", "wound", "injure", "hurt", "maim", "hit", "strike", "target", "destroy", "damage", "leave", "claim", "cost", "affect", "force",
    "displace", "engulf", "befall", "trap", "catch", "bury",
})  # fmt: skip
"""Verbs that name the victims of a deed that is their subject: "the raid left six dead", not "the raid angered the council"."""

_FALLING = frozenset({"die", "perish", "fall"})
"""Whose subject is hurt by the others in a fight: "died in clashes with the rebels"."""
_COMMITTING = frozenset({"claim", "own", "admit", "mount", "stage", "design"})
"""Verbs whose "by" names the doer of a deed that is their subject, beside those that carry it: "claimed by", but not "condemned by"."""

_BROKERING = frozenset({
    "broker", "mediate", "facilitate", "oversee", "monitor", "host", "condemn", "welcome", "criticise", "criticize", "denounce", "reject", "praise",
    "guarantee", "observe", "supervise", "demand", "urge", "report", "describe",
})  # fmt: skip
"""Verbs of a truce or a withdrawal whose "by" names a go-between, a judge or a teller."""

_ALWAYS_OWN = frozenset({"death", "captivity", "disappearance", "custody"})
"""Deeds of OF_THE_VICTIM that are the owner's even where he is armed: "the soldiers' death"."""

_SUFFERED = frozenset({"death", "casualty", "fatality"})
"""Before these nouns stands who suffers: "rebel deaths"."""
_VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson", "leader", "commander", "cell", "movement", "network"})
_CHARGING = frozenset({"accuse", "charge", "suspect", "convict", "indict"})
"""Verbs whose object is the doer of what follows "of" or "with": "charged him with the murder"."""
_HANDING_ON = frozenset({"carry", "take", "bring", "deliver", "convey", "pass", "relay"})
_INTRANSITIVE_OF = frozenset({"RETREAT", "PROTEST", "MOBILIZE", "REQUEST", "ACCUSE", "THREATEN", "SUPPORT", "AGREE"})


class _Roles:
    """Who does it and whom it befalls, as they are found."""

    def __init__(self) -> None:
        self.actors: list[Token] = []
        self.recipients: list[Token] = []


def noun_roles(act: Act, senses: Senses) -> None:
    """Write into an act that a noun tells who does it and whom it befalls, and the verb that carries it."""
    token, row = act.token, act.sense.row
    carried = _counted_by(token)
    governor = _governor(carried)
    blamed = governor is not None and governor.lemma_ in ("blame", "pin")
    found = _Roles()
    for child in token.children:
        _of_a_word(found, act, child, senses, blamed=blamed)
    if carried is not token:  # "a series of raids by the army on the town"
        for child in carried.rights:
            if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "against", "on"):
                _of_a_preposition(found, act, child, senses, blamed=blamed)
    if row.roles == "both" and found.recipients and not found.actors and token.dep_ == "pobj" and token.head.lower_ in _OTHER_TIMES:
        found.actors.extend(agents(token.head.head) if token.head.head.pos_ == "VERB" else [])  # "took the town after fighting with the rebels"
    if row.sense == "n.arrest" and _behind(token, "in", "into") and token.head.head.pos_ in ("VERB", "AUX"):
        _in_custody(act)
        return
    if _behind(token, "under") and token.head.head.pos_ in ("VERB", "AUX"):
        _under(found, token.head.head)
    elif governor is not None:
        act.light = governor
        act.carried = governor.lemma_ in senses.light or governor.lemma_ in senses.sufferance
        charged = _behind(token, "of", "with", "for") and governor.lemma_ in _CHARGING
        if carried.dep_ in ("dobj", "attr") or charged or _behind(token, "in", "into", "out", "with", "for"):
            _of_its_verb(found, act, carried, senses, charged=charged, blamed=blamed)
        else:
            _as_subject(found, act, carried, senses)
    _answerable(found, token, act.type, senses)
    if not found.actors and act.type in _HARMS:
        found.actors.extend(noun for noun in _by_behind(token) if senses.human(noun))
    found.actors.extend(disowners(token, senses.classes["share"]))
    found.actors = [noun for noun in found.actors if not of_what_kind(noun, found.actors)]
    if row.roles == "swap":
        found.actors, found.recipients = found.recipients, found.actors
    act.actors, act.recipients = unique([resolved(a) for a in found.actors]), unique([resolved(r) for r in found.recipients])


def _behind(noun: Token, *prepositions: str) -> bool:
    """Whether one of these prepositions governs the noun."""
    return noun.dep_ == "pobj" and noun.head.lower_ in prepositions


def _of_a_word(found: _Roles, act: Act, child: Token, senses: Senses, *, blamed: bool) -> None:
    """What one word below the noun tells: its owner, a word before it, a preposition or a participle behind it."""
    token, dep = act.token, child.dep_
    befallen = token.lemma_.lower() in OF_THE_VICTIM and not any(c.lower_ == "of" and c.i > token.i for c in token.children)
    if dep == "poss":
        (found.recipients if befallen and not _mighty(act, child, senses) else found.actors).extend(expand(child))
    elif (befallen and dep in ("compound", "nmod") and child.ent_type_ == "PERSON") or (
        act.type == "ASSAULT" and dep in ("compound", "nmod") and (_is_hit(child, senses) or token.lemma_.lower() in _SUFFERED)
    ):
        found.recipients.append(child)
    elif (side := _prefixed(child)) is not None:
        (found.recipients if side == "anti" else []).append(child)  # "anti-government protests"
    elif dep in ("compound", "amod", "nmod") or (dep == "nsubj" and child.i + 1 == token.i):
        if child.lemma_.lower() in senses.people or (child.ent_type_ in ENTITIES and not (token.lemma_ in _NAMED_BY_PLACE and dep == "compound")):
            found.actors.append(child)  # and "Kenyan and U.S. raids"
            found.actors.extend(other for other in child.rights if other.dep_ == "conj" and other.ent_type_ in ENTITIES)
        elif child.lower_ in _BY_WHOM:  # "the Kenyan-led mission", "an army-enforced siege"
            found.actors.extend(leader for leader in child.lefts if leader.dep_ in ("npadvmod", "compound", "nmod"))
        elif child.lemma_.lower() in senses.classes["weapon"]:  # "a U.S. drone strike"
            found.actors.extend(owner for owner in child.lefts if owner.dep_ in ("compound", "nmod", "amod") and owner.ent_type_ in ENTITIES)
    elif dep in ("prep", "agent"):
        _of_a_preposition(found, act, child, senses, blamed=blamed)
    elif dep == "acl" and child.tag_ == "VBN":
        if _is_doing(act, child, senses):
            found.actors.extend(by_phrase(child))
    elif dep == "acl" and child.tag_ == "VBG":
        found.recipients.extend(patients(child))


def _by_behind(noun: Token) -> list[Token]:
    """Whom a "by" right behind what a deed is "of" names, where the parse ties it to an active verb: "protested the killings of nuns by soldiers"."""
    verb = noun.head
    if noun.dep_ != "dobj" or is_passive(verb) or not (parries(verb) or any(child.lower_ == "of" for child in noun.rights)):
        return []
    by = next((child for child in verb.rights if child.lower_ == "by" and child.i == noun.right_edge.i + 1), None)
    return [found for found in objects_of(by) if found.ent_type_ not in ("DATE", "TIME")] if by is not None else []


def _prefixed(word: Token) -> str | None:
    """ "anti" or "pro" before a hyphen and a word; None where neither stands there."""
    before = word.nbor(-2).lower_ if word.i > 1 and word.nbor(-1).text == "-" else ""
    return before if before in ("anti", "pro") else None


def _of_a_preposition(found: _Roles, act: Act, preposition: Token, senses: Senses, *, blamed: bool) -> None:
    """What a preposition right below the noun tells."""
    word, nouns = preposition.lower_, objects_of(preposition)
    if word == "among" and act.token.lemma_.lower() in _SUFFERED:
        found.recipients.extend(nouns)
    elif word in ("by", "between", "among"):
        found.actors.extend(nouns)
    elif word == "from":
        (found.actors if act.type in _FROM_DOER and act.sense.row.sense != _TAKEN else found.recipients).extend(nouns)
    elif word == "of":
        own = act.type in _INTRANSITIVE_OF and act.token.lemma_.lower() not in OF_THE_VICTIM | OF_THE_JUDGED  # of troops, but of captives
        lent = act.type == "AID" and _behind(act.token, "with")  # "took the town with the help of the militia"
        of_actor = own or lent or act.sense.row.roles in ("both", "doer")
        of_things = act.type in _HARMS and all(noun.lemma_.lower() in senses.things for noun in nouns)
        led_out = act.token.lemma_.lower() == "evacuation" and not any(noun.lemma_.lower() in senses.classes["armed"] for noun in nouns)
        (found.actors if of_actor and not of_things and not led_out else found.recipients).extend(nouns)
    elif word in _NOUN_RECIPIENTS:
        (found.actors if blamed and word == "on" else found.recipients).extend(noun for noun in nouns if not _is_where(noun, act, word, senses))


def _is_where(noun: Token, act: Act, word: str, senses: Senses) -> bool:
    """Whether what follows a deed's "at" is where it is done, and nobody it is done to."""
    if word != "at" or act.token.lemma_.lower() not in _WHERE_IT_IS:
        return False
    return noun.ent_type_ != "NORP" and noun.lemma_.lower() not in senses.people and noun.lemma_.lower() not in senses.classes["combatant"]


def _for_others_deed(noun: Token, verb: Token) -> bool:
    """Whether the subject of a verb does not do what "for" names: "he tells it otherwise for the shelling"."""
    return _behind(noun, "for") and verb.lemma_ in _OF_OTHERS


def _definite(noun: Token) -> bool:
    return any(child.dep_ == "poss" or child.lower_ in ("the", "this", "that", "these", "those", "both") for child in noun.lefts)


def _may_own_up(noun: Token, senses: Senses) -> bool:
    """Whether who claims a deed may have done it: "a spokesman for the rebels claimed the raid"; residents only tell of it."""
    bearers = (senses.classes["armed"], senses.classes["raider"], _VOICES)
    return noun.pos_ in ("PRON", "PROPN") or any(noun.lemma_.lower() in words for words in bearers)


def _in_custody(act: Act) -> None:
    """Whom an arrest befalls that they are brought into or stay in: "took them into custody"; "six are in custody", "he remained in detention"."""
    act.light = verb = act.token.head.head
    kept = patients(verb)
    act.actors, act.recipients = (agents(verb), unique(kept)) if kept else ([], unique([resolved(noun) for noun in agents(verb)]))


def _under(found: _Roles, above: Token) -> None:
    """Who comes under a deed, and from whom: "the town came under attack from the rebels"."""
    found.actors.extend(noun for child in above.children if child.dep_ == "prep" and child.lower_ in ("from", "by") for noun in objects_of(child))
    found.recipients.extend(noun for child in above.children if child.dep_ in ("nsubj", "nsubjpass") for noun in expand(resolved(child)))


def _of_its_verb(found: _Roles, act: Act, carried: Token, senses: Senses, *, charged: bool, blamed: bool) -> None:
    """What the verb tells of a deed that is its object: "launched an attack on", "came into conflict with", "charged him with the murder"."""
    token = act.token
    governor = act.light
    assert governor is not None
    if act.sense.row.roles == "both" and carried.dep_ == "pobj" and found.recipients and not found.actors:
        hurt = patients(governor) if governor.lemma_ in _HARMING and is_passive(governor) else agents(governor) if governor.lemma_ in _FALLING else []
        if hurt:  # "was killed in a shootout with guards", "died in clashes with the rebels"
            found.actors, found.recipients = found.recipients, hurt
            return
    raising = [c for c in token.children if c.dep_ == "amod" and c.tag_ == "VBG" and c.lemma_ in senses.light]
    if token.dep_ == "attr" and raising:  # "the army is escalating its raids", read as a noun that it is
        found.actors.extend(agents(governor))
    if governor.lemma_ == "claim" and carried.dep_ == "dobj" and act.type == "ASSAULT" and not found.actors and not negated(governor):
        found.actors.extend(noun for noun in agents(governor) if _definite(carried) and _may_own_up(noun, senses))
    elif governor.lemma_ == "deny" and not found.actors:
        found.actors.extend(agents(governor))  # "denied the massacre": his, it was said
    elif governor.lemma_ in senses.sufferance or governor.lemma_ in DYING or (parries(governor) and carried.dep_ in ("dobj", "nsubjpass")):
        found.recipients.extend(noun for noun in agents(governor) if not negated(governor))
    elif charged or (_behind(token, "for") and governor.lemma_ in BLAMING):
        found.actors.extend(patients(governor))  # "blamed the rebels for the attack": theirs, it says
    elif found.actors and governor.lemma_ in _HANDING_ON and not any(child.dep_ == "prt" for child in governor.children):
        pass  # "elders carried the rebels' offer": it stays the rebels'
    elif governor.lemma_ in senses.classes["learning"] and carried.dep_ == "pobj":
        pass  # "police found bodies in a mass grave", "the Red Cross counted the dead in the shelling": another's deed
    elif carried.dep_ == "pobj" and (_only_told_of(act, carried, senses) or (act.type in _HARMS and _for_others_deed(token, governor))):
        pass
    elif governor.lemma_ in senses.light or carried.dep_ == "pobj" or (act.type == "RETREAT" and governor.lemma_ in senses.classes["abide"]):
        beside = governor.dep_ == "pcomp" and is_passive(governor.head.head)  # "wounded in intensifying shelling", read as their doing
        doing = doers(governor, senses) if governor.dep_ == "pcomp" else agents(governor)
        found.actors.extend(noun for noun in doing if noun.i != token.i and not beside)
    found.actors.extend(at_hands(governor))
    for child in governor.children:
        if child.lower_ == "with" and act.type in _HARMS and act.sense.row.roles != "both":
            continue  # "launched an assault with tanks", "with its allies"
        if child.lower_ == "at" and carried.dep_ == "pobj" and token.lemma_.lower() in _WHERE_IT_IS:
            continue  # "pointed at the regime for the attack"
        if child.dep_ in ("prep", "dative") and child.lower_ in _NOUN_RECIPIENTS and child.lower_ != "for" and not hands(child):
            (found.actors if blamed else found.recipients).extend(n for n in objects_of(child) if not _is_where(n, act, child.lower_, senses))
        elif child.dep_ == "dative" and child.pos_ != "ADP":
            found.recipients.append(child)


_INQUIRING = frozenset({"look", "delve", "dig", "inquire", "enquire", "inspect", "testify", "interview", "quiz", "grill", "hunt", "search"})
_ARRESTING = frozenset({"arrest", "detain", "apprehend", "capture", "round", "hold", "name", "suspect", "want", "seek"})
_RAIDS = frozenset({"raid", "sweep", "operation", "crackdown", "dragnet", "search", "offensive", "campaign", "assault", "dispersal"})
"""In these deeds those who arrest are their doers: "detained nine in a raid", but not "detained nine in the killing"."""
_CALLING_FOR = frozenset({
    "call", "appeal", "plead", "ask", "press", "push", "pray", "hope", "wait", "wish", "beg", "clamour", "clamor", "lobby", "vote", "argue",
    "pave", "allow", "bring", "reward", "look", "search", "account", "pay", "offer",
})  # fmt: skip
"""Verbs behind which "for" names what others do: "called for a withdrawal"; "prepared for an assault" is one's own."""
_OWN_WAY = frozenset({"passage", "exit", "retreat"})
"""What they mostly ask for themselves."""
_DEEMING = frozenset({"be", "believe", "think", "suspect", "consider", "deem"})
_PROCEEDINGS = frozenset({"sentence", "term", "charge", "trial", "count"})
_ANSWERING_FOR = frozenset({"serve", "face", "stand", "await", "receive", "get", "be", "go", "deny"})
"""Verbs whose subject, it is said, did what a sentence or a charge is for: "is serving a sentence for the murder"."""
_CLUES = frozenset({"suspect", "culprit", "witness", "clue", "motive", "victim", "survivor", "arrest", "charge", "trial", "verdict"})


def _only_told_of(act: Act, carried: Token, senses: Senses) -> bool:
    """Whether the subject of a verb only asks after, charges somebody with or calls for the deed behind its preposition, and does not do it:
    "detectives are looking into the attacks", "named a suspect in the killing", "called for a withdrawal"."""
    governor = act.light
    assert governor is not None
    if act.type in _WITH_OTHERS:
        return False
    if carried.head.lower_ == "for":
        return governor.lemma_ in _CALLING_FOR and act.token.lemma_.lower() not in _OWN_WAY
    if governor.lemma_ in _ARRESTING:
        return act.token.lemma_.lower() not in _RAIDS
    found = (child.lemma_.lower() for child in governor.children if child.dep_ in ("dobj", "nsubjpass"))
    words = _CLUES | senses.classes["evidence"]
    return governor.lemma_ in _INQUIRING or governor.lemma_ in BLAMING or any(word in words for word in found)


def _as_subject(found: _Roles, act: Act, carried: Token, senses: Senses) -> None:
    """What the verb tells of a deed that is its subject: "the attack was claimed by", "clashes broke out between", "the raid left six dead"."""
    token, governor = act.token, act.light
    assert governor is not None
    if carried.dep_ == "nsubjpass":
        if _is_doing(act, governor, senses):
            found.actors.extend(by_phrase(governor))
        beside = act.type in _HARMS and governor.lemma_ not in senses.light  # "the raid was not linked with the probe"
        for child in governor.children:
            if child.dep_ == "prep" and child.lower_ in (_AIMED_AT if beside else _NOUN_RECIPIENTS):
                found.recipients.extend(objects_of(child))
    elif token.dep_ == "nsubj" and governor.lemma_ in OCCURS:
        for child in governor.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in ("between", "among", "by"):
                found.actors.extend(objects_of(child))
            elif child.dep_ == "prep" and child.lower_ in ("with", "against"):
                found.recipients.extend(objects_of(child))
        if act.type in _HARMS:
            found.recipients.extend(patients(governor))
    elif token.dep_ == "nsubj" and act.type in _HARMS and governor.lemma_ in _HARMING:
        found.recipients.extend(patients(governor))


def _answerable(found: _Roles, token: Token, type_: str, senses: Senses) -> None:
    """Who says that a deed is theirs, and whom others blame for it where "for" or "of" is read with the blamed."""
    above = token.head.head
    if _behind(token, "for") and above.lemma_ == "responsibility":
        found.actors.extend(_owning_up(above, senses))
    held = above.head
    open_ = negated(held) or any(c.lower_ in ("whether", "if", "may", "might", "could", "would") for c in held.lefts)
    if _behind(token, "for") and above.lemma_ == "responsible" and held.lemma_ in _DEEMING and type_ in _HARMS and not open_:
        found.actors.extend(noun for c in above.head.lefts if c.dep_ in ("nsubj", "nsubjpass") for noun in expand(c) if noun.pos_ != "PRON")
    if _behind(token, "behind") and above.lemma_ == "be" and type_ in _HARMS and not (negated(above) or asked(above)):
        found.actors.extend(noun for c in above.lefts if c.dep_ == "nsubj" for noun in expand(c) if noun.pos_ != "PRON" and senses.human(noun))
    if _behind(token, "for", "of", "in") and above.lemma_ in _PROCEEDINGS and above.dep_ in ("dobj", "pobj"):
        verb = above.head if above.dep_ == "dobj" else above.head.head
        found.actors.extend(agents(verb) if verb.lemma_ in _ANSWERING_FOR and verb.pos_ in ("VERB", "AUX") else [])
    behind = [token, *(noun for child in token.rights if child.dep_ == "prep" for noun in objects_of(child))]
    clause = next((c for noun in behind for c in noun.rights if c.dep_ == "relcl" and c.lemma_ in _OWNING_UP), None)
    owned = next((c for c in clause.children if c.dep_ == "dobj" and c.lemma_ == "responsibility"), None) if clause is not None else None
    if owned is not None:  # "the attack, for which the Front has claimed responsibility"
        found.actors.extend(_owning_up(owned, senses))
    blaming = BLAMING if token.head.lower_ == "for" else _CHARGING if token.head.lower_ in ("of", "with") else ()
    if token.dep_ == "pobj" and above.dep_ in ("dobj", "nsubjpass") and above.head.lemma_ in blaming:
        found.actors.extend(expand(resolved(above)))


def _is_doing(act: Act, verb: Token, senses: Senses) -> bool:
    """Whether the "by" of a passive verb names the doer of the deed that is its subject, not who speaks of it or brought it about."""
    if act.type in _HARMS:
        done = verb.lemma_ in senses.light and verb.lemma_ not in _BROKERING  # "a pause in the fighting brokered by"
        return (done and act.token.lemma_.lower() not in _SUFFERED) or verb.lemma_ in _COMMITTING
    return act.type != "RETREAT" or verb.lemma_ not in _BROKERING


def _is_hit(thing: Token, senses: Senses) -> bool:
    """Whether a noun before that of an attack is what the attack hits."""
    return thing.lemma_.lower() in senses.things and thing.lemma_.lower() not in _CARRY_BOMBS


def _mighty(act: Act, owner: Token, senses: Senses) -> bool:
    """Whether the owner of a deed is an armed side or a power, which arrests and kills more often than it is arrested and killed."""
    if act.token.lemma_.lower() in _ALWAYS_OWN or by_phrase(act.token):
        return False  # "the soldiers' abduction by the militia"
    return owner.ent_type_ in ("ORG", "GPE", "NORP") or owner.lemma_.lower() in senses.classes["mighty"] or owner.lower_ in ("its", "police")


def parries(verb: Token) -> bool:
    """Whether a particle makes of a verb one of defence: "fought off", "beat back" an attack."""
    return verb.lemma_ in _PARRYING and any(child.dep_ in ("prt", "advmod") and child.lower_ in ("off", "back") for child in verb.rights)


def _owning_up(responsibility: Token, senses: Senses) -> list[Token]:
    """Who says that a deed is theirs: "claimed responsibility for"."""
    verb = responsibility.head
    if verb.lemma_ not in _OWNING_UP or responsibility.dep_ not in ("dobj", "nsubjpass"):
        return []
    if negated(verb) or standing(verb, senses).status not in ("happened", "ongoing"):
        return []  # "refused to take responsibility", "must accept responsibility"
    return by_phrase(verb) if responsibility.dep_ == "nsubjpass" else agents(verb)


def _counted_by(noun: Token) -> Token:
    """The noun that counts a deed, in its place: "series" in "began a series of attacks"; else the noun itself."""
    above = noun.head.head
    return above if noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lemma_ in _SERIES else noun


def _governor(noun: Token) -> Token | None:
    """The verb that a noun is the object or subject of."""
    head = noun.head
    while noun.dep_ == "conj" and head is not noun:
        noun, head = head, head.head
    if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and head.pos_ in ("VERB", "AUX"):
        return head
    if noun.dep_ == "pobj" and head.dep_ in ("prep", "agent") and head.head.pos_ == "VERB" and head.lower_ not in _OTHER_TIMES and not answers(head):
        return head.head
    return None
