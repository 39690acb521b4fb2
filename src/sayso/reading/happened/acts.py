"""The acts of a text: each predicate with its sense, who does it to whom, and how it stands. Shared by `happened` and `relate`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.reading.doubt import negated
from sayso.reading.grammar import (
    agents,
    at_hands,
    bearers,
    by_phrase,
    expand,
    hands,
    is_passive,
    misread_gerund,
    objects_of,
    patients,
    resolved,
    shared_objects,
)
from sayso.reading.happened.senses import Sense, Senses
from sayso.reading.happened.status import OCCURS, Standing, standing
from sayso.reading.happened.surroundings import ENTITIES
from sayso.reading.parsed import Token

_RECIPIENT_PREPS = ("against", "on", "at", "to", "with", "from", "upon", "toward", "towards", "over", "into", "for", "of", "between", "in")
_NOUN_RECIPIENTS = ("against", "on", "with", "to", "at", "upon", "from", "for", "between", "into", "toward", "towards")
_MODIFIERS = ("compound", "amod", "poss", "nmod")
_ADDRESSED = frozenset({"REQUEST", "THREATEN", "REJECT", "CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
_FROM_DOER = frozenset({"REQUEST", "THREATEN", "ACCUSE", "SUPPORT", "AID", "AGREE", "ASSAULT", "COERCE", "REJECT"})
_ANSWERS = frozenset({"REJECT", "CONCEDE", "AGREE", "ACCUSE", "SUPPORT"})
_AIMED = frozenset({"REJECT", "CONCEDE", "ACCUSE", "SUPPORT", "SANCTION", "THREATEN"})
_SERIES = frozenset({"series", "wave", "number", "round", "spate", "string", "volley", "barrage", "dozen", "couple", "campaign"})
_DYING = frozenset({"die", "perish", "lose"})
"""Whose doer is no doer of what he dies in: "two soldiers died in the attack"."""

_NAMED_BY_PLACE = frozenset({"massacre", "bloodbath", "slaughter", "pogrom"})
"""Deeds that are called by where they were done: "the Ghouta massacre"."""

_OTHER_TIMES = frozenset({"after", "before", "since", "following", "despite", "amid", "until"})
"""Before a deed they tell when something else was done, and carry no deed: "seized the town after clashes"."""
_OWNING_UP = frozenset({"claim", "take", "accept", "admit", "assume", "acknowledge", "bear"})
_DONE_TO = frozenset({"bombing", "storming", "strafing", "overrun", "invasion", "ambush"})
"""Attacks of which "of" names the target: "the bombing of the consulate"; "the attack of the rebels" is theirs."""

_CARRY_BOMBS = frozenset({
    "car", "truck", "van", "vehicle", "lorry", "motorcycle", "motorbike", "bicycle", "boat", "drone", "tunnel", "mine", "post", "target",
})  # fmt: skip
"""Things before the noun of an attack that say how it is made: "car bombing", "tunnel blast"; others say what it hits: "embassy bombing"."""

_KIN = frozenset({"family", "household", "village", "town", "city", "area", "district", "neighbourhood", "neighborhood", "same", "side"})
"""Whence victims are, and no further victims: "three children from one family"."""

_ALWAYS_OWN = frozenset({"death", "casualty", "fatality", "captivity", "disappearance", "custody"})
_HARMS = frozenset({"ASSAULT", "COERCE"})
_HARMING = frozenset({
    "kill", "wound", "injure", "hurt", "maim", "hit", "strike", "target", "destroy", "damage", "leave", "claim", "cost", "affect", "force",
    "displace", "engulf", "befall", "trap", "catch", "bury",
})  # fmt: skip
"""Verbs that name the victims of a deed that is their subject: "the raid left six dead", not "the raid angered the council"."""

_COMMITTING = frozenset({"claim", "own", "admit", "mount", "stage", "design"})
"""Verbs whose "by" names the doer of a deed that is their subject, beside those that carry it: "claimed by", but not "condemned by"."""

_OF_THE_VICTIM = frozenset({
    "capture", "arrest", "abduction", "murder", "death", "killing", "detention", "kidnapping", "assassination", "execution",
    "imprisonment", "expulsion",
    "deportation", "conviction", "slaying", "beheading", "jailing", "disappearance", "hanging", "displacement", "ouster", "eviction",
    "torture", "beating",
    "captivity", "rape", "lynching", "incarceration", "internment", "release", "freeing", "custody", "apprehension",
})  # fmt: skip
"""Deeds whose owner is whom they befall: "his capture", "the minister's assassination"."""

_BLAMING = frozenset({
    "blame", "condemn", "criticise", "criticize", "denounce", "punish", "sanction", "fault", "rebuke", "indict", "charge", "convict", "jail",
    "arrest", "sentence", "try", "praise", "thank",
})  # fmt: skip
_CHARGING = frozenset({"accuse", "charge", "suspect", "convict", "acquit", "indict"})
"""Verbs whose object is the doer of what follows "of" or "with": "charged him with the murder"."""
_PENALTIES = frozenset({"sanction", "punishment", "penalty", "embargo", "fine", "ban", "criticism", "condemnation", "complaint", "charge"})
_HANDING_ON = frozenset({"carry", "take", "bring", "deliver", "convey", "pass", "relay"})
_SELVES = frozenset({"MOBILIZE", "RETREAT"})
_INTRANSITIVE_OF = frozenset({"RETREAT", "PROTEST", "MOBILIZE", "REQUEST", "ACCUSE", "THREATEN", "SUPPORT", "AGREE"})


@dataclass(slots=True)
class Act:
    """A predicate in its sentence. Actors and recipients are head nouns, not yet parties."""

    token: Token
    sense: Sense
    standing: Standing
    actors: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)
    light: Token | None = None
    """The verb that carries a noun: "launched" in "launched an attack"."""
    carried: bool = False
    """Whether that verb only carries the noun ("launch", "hold", "suffer")."""
    takes: Act | None = None
    """The noun whose act this verb's sense already tells: "agreement" in "signed an agreement"."""

    @property
    def type(self) -> str:
        """The PLOVER type of the sense."""
        return self.sense.row.type

    @property
    def verbal(self) -> bool:
        """Whether the predicate is a verb."""
        return self.sense.row.pos == "v"


def find_acts(tokens: Iterable[Token], senses: Senses) -> Iterator[Act]:
    """All acts among these tokens, in their order. A noun whose act its verb already tells is part of the verb's act."""
    acts = list(_all_acts(tokens, senses))
    verbs = {act.token.i: act for act in acts if act.verbal and act.sense.objects}
    nouns = {act.token.i for act in acts if not act.verbal}
    for act in acts:
        if act.verbal and act.token.lemma_ in senses.sufferance and any(noun.i in nouns for noun in act.recipients):
            continue  # "repelled the attack": the attack is another's
        said_of = act.sense.row.pos == "a" or act.token.dep_ in ("dobj", "nsubjpass")
        verb = verbs.get(act.light.i) if act.light is not None and said_of else None
        if verb is None:
            yield act
        elif verb.takes is None:
            verb.takes = act
            verb.recipients = _unique([*verb.recipients, *act.recipients])


def _all_acts(tokens: Iterable[Token], senses: Senses) -> Iterator[Act]:
    for token in tokens:
        if token.tag_[:1] not in "VNJR" or not senses.may(token) or (token.is_stop and token.tag_[:1] != "V"):
            continue
        if _modifies_noun(token) or (token.dep_ == "amod" and token.i and token.nbor(-1).text == "-"):
            continue
        sense = senses.of(token)
        if sense is None:
            continue
        teller = token.head if sense.row.pos == "a" and token.dep_ in ("acomp", "oprd") else token  # "will be dead": the verb says how it stands
        act = Act(token, sense, standing(teller, senses, sense.row.lasting or _beside(token)))
        if act.verbal:
            _verb_roles(act, senses)
        elif sense.row.pos == "a":
            said_of = _unique([resolved(noun) for noun in bearers(token)])
            act.actors, act.recipients = (said_of, []) if sense.row.roles == "doer" else ([], said_of)
            act.light = next((above for above in (token.head, token.head.head) if above.lemma_ == "leave"), None)
        else:
            _noun_roles(act, senses)
        yield act


def _beside(token: Token) -> bool:
    """Whether an -ing form tells what goes on beside the sentence's verb: "the front is thin, with whole units deserting"."""
    if not token.lower_.endswith("ing") or token.head.lower_ != "with":
        return False
    return token.dep_ == "pobj" or (token.dep_ == "pcomp" and any(child.dep_ == "nsubj" for child in token.children))


def _modifies_noun(token: Token) -> bool:
    """A noun before a noun ("attack helicopters", "peace talks") is part of that noun and tells nothing itself."""
    return token.dep_ in ("compound", "nmod") and token.tag_[:1] == "N" and token.head.i > token.i and token.head.tag_[:1] == "N"


def _verb_roles(act: Act, senses: Senses) -> None:
    token, row = act.token, act.sense.row
    charged = misread_gerund(token)
    if charged:
        act.actors, act.recipients = charged, expand(token.head)
        return
    if token.dep_ == "amod" or token.tag_[:1] == "J":
        act.recipients = [token.head] if token.dep_ == "amod" else agents(token)
        return
    if token.tag_[:1] == "N" and token.lower_.endswith("ing"):
        act.actors = [child for child in token.children if child.dep_ in ("poss", "nsubj")]
        act.recipients = [noun for child in token.children if child.dep_ == "prep" for noun in objects_of(child)]
        return
    actors = [resolved(noun) for noun in doers(token, senses)]
    recipients = [resolved(noun) for noun in sufferers(token)]
    if row.roles == "undergo":
        act.recipients = actors or recipients
        return
    phrases: dict[str, list[Token]] = {}
    for child in token.children:
        if child.dep_ in ("prep", "dative"):
            bare = [child] if child.dep_ == "dative" and child.pos_ != "ADP" else []
            phrases.setdefault(child.lower_, []).extend(_beside_kin(child) or bare)
    for noun in list(recipients):
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ != "of":
                phrases.setdefault(child.lower_, []).extend(_beside_kin(child))
            elif child.dep_ == "prep":
                recipients.extend(objects_of(child))
            elif child.dep_ in _MODIFIERS and noun.dep_ in ("dobj", "nsubjpass") and act.type in _AIMED:
                recipients.append(child)
            elif child.dep_ == "relcl" and act.type in _ANSWERS:
                recipients.extend(agents(child))
    first = [p for p in act.sense.preps if p in phrases]
    for prep in [*first, *(p for p in _RECIPIENT_PREPS if p not in first)]:
        if prep in phrases and prep not in ("by", "in"):
            deeds = recipients and act.type in ("ACCUSE", "SANCTION") and prep in ("of", "with", "for", "over")  # what they are charged with
            recipients.extend(noun for noun in phrases[prep] if not (deeds and senses.of(noun)))
    for child in token.children:
        if child.dep_ in ("ccomp", "xcomp") and act.type in _ADDRESSED and not any(n.dep_ in ("dobj", "dative") for n in recipients):
            recipients.extend(noun for noun in child.children if noun.dep_ in ("nsubj", "nsubjpass"))
    if row.roles == "swap":
        actors, recipients = recipients, actors
    if row.roles == "both" and act.type == "AGREE" and "between" in phrases:
        actors, recipients = [*actors, *phrases["between"]], []
    if not actors and act.type in _SELVES and act.sense.row.mode in ("withdraw", "troops", "police"):
        actors, recipients = sufferers(token), []
    act.actors, act.recipients = actors, _unique(recipients)


def _beside_kin(preposition: Token) -> list[Token]:
    """What a preposition governs; of "from" only who is no family and no town of those who suffer."""
    return [noun for noun in objects_of(preposition) if preposition.lower_ != "from" or noun.lemma_.lower() not in _KIN]


def doers(verb: Token, senses: Senses) -> list[Token]:
    """Who does a verb: as grammar gives it, and for an infinitive or gerund whoever the word above it makes do it."""
    if _passive_again(verb):
        return by_phrase(verb)
    above = verb.head
    if verb.tag_ == "VBG" and above.pos_ == "VERB" and verb.dep_ in ("xcomp", "advcl", "pcomp", "dobj") and not by_phrase(verb):
        if above.lemma_ in senses.classes["learning"] and verb.i > above.i:
            return []  # "the mayor reported shelling": another's
        before = verb.nbor(-1) if verb.i else verb
        if above.lemma_ in _DYING and before.dep_ == "pobj" and before.head.head.i == above.i:
            return [before]  # "died in army shelling", misread
    if verb.tag_ == "VBG" and not any(child.dep_ in ("dobj", "aux", "nsubj") for child in verb.children):
        by = [noun for noun in by_phrase(verb) if noun.ent_type_ not in ("DATE", "TIME")]
        if by:
            return by
    if verb.dep_ == "pcomp" and above.head.pos_ in ("VERB", "AUX") and senses.effects(above.head) & {"accuse", "prevent"}:
        return patients(above.head)
    if verb.dep_ == "pcomp" and above.lower_ == "for" and (target := _punished(above.head)):
        return target
    if verb.dep_ == "relcl" and verb.tag_ == "VB" and not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return agents(above.head) if above.dep_ == "attr" else [above]
    found = agents(verb)
    if verb.dep_ == "conj" and verb.tag_ == "VBG" and above.dep_ == "dobj" and above.head.tag_ == "VBG":
        return doers(above.head, senses)  # "killing nine people and burning homes", the second read beside "people"
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and above.lemma_.lower() in senses.classes["document"] and above.dep_ in ("dobj", "pobj"):
        found = []  # "issued a statement urging": who issued it urges
    if found or verb.tag_ not in ("VB", "VBG") or verb.dep_ not in ("acl", "advcl", "xcomp", "pcomp"):
        return found
    for _ in range(4):
        owners = [child for child in above.children if child.dep_ == "poss"] if above.pos_ == "NOUN" else []
        if owners:
            return owners
        if above.pos_ in ("VERB", "AUX"):
            return agents(above)
        above = above.head
    return []


def _punished(word: Token) -> list[Token]:
    """Whom a penalty or a charge above "for" is laid on: "imposed sanctions on the general for shelling the town", "fined him for it"."""
    if word.dep_ == "pobj" and _penal(word.head.head):
        return [word]
    if not _penal(word):
        return []
    nouns = [child for child in word.children if child.dep_ in ("dobj", "nsubjpass")]
    carriers = (word, *nouns, *((word.head,) if word.head.pos_ == "VERB" else ()))
    below = (child for carrier in carriers for child in carrier.children if child.dep_ == "prep" and child.lower_ in ("on", "against", "of"))
    return [noun for preposition in below for noun in objects_of(preposition)] or [noun for noun in patients(word) if noun.lemma_ not in _PENALTIES]


def _penal(word: Token) -> bool:
    """Whether a word tells a penalty or a charge, of which "for" gives the ground."""
    return word.lemma_ in _PENALTIES | _BLAMING or any(child.dep_ in ("dobj", "nsubjpass") and child.lemma_ in _PENALTIES for child in word.children)


def sufferers(verb: Token) -> list[Token]:
    """Whom a verb befalls; in "were shot at and turned away" the same for both."""
    if _passive_again(verb):
        return patients(verb.head)
    found = patients(verb)
    if not found and verb.dep_ == "conj" and is_passive(verb) and verb.head.pos_ == "VERB":
        return patients(verb.head) if is_passive(verb.head) else agents(verb.head)
    return found or shared_objects(verb)


def _passive_again(verb: Token) -> bool:
    if verb.dep_ != "conj" or verb.head.pos_ != "VERB" or not is_passive(verb.head):
        return False
    kinds = {child.dep_ for child in verb.children}
    return (verb.tag_ == "VBN" or "agent" in kinds) and not kinds & {"nsubj", "nsubjpass", "aux", "dobj"}


def _noun_roles(act: Act, senses: Senses) -> None:
    token, row = act.token, act.sense.row
    carried = _counted_by(token)
    actors: list[Token] = []
    recipients: list[Token] = []
    of_actor = (act.type in _INTRANSITIVE_OF or row.roles in ("both", "doer")) and token.lemma_.lower() not in _DONE_TO
    governor = _governor(carried)
    blamed = governor is not None and governor.lemma_ in ("blame", "pin")
    befallen = token.lemma_.lower() in _OF_THE_VICTIM and not any(c.lower_ == "of" and c.i > token.i for c in token.children)
    for child in token.children:
        dep, word = child.dep_, child.lower_
        if dep == "poss":
            (recipients if befallen and not _mighty(act, child, senses) else actors).extend(expand(child))
        elif (befallen and dep in ("compound", "nmod") and child.ent_type_ == "PERSON") or (
            act.type == "ASSAULT" and dep in ("compound", "nmod") and _is_hit(child, senses)
        ):
            recipients.append(child)
        elif dep in ("compound", "amod", "nmod") or (dep == "nsubj" and child.i + 1 == token.i):
            if child.lemma_.lower() in senses.people or (child.ent_type_ in ENTITIES and not (token.lemma_ in _NAMED_BY_PLACE and dep == "compound")):
                actors.append(child)
            elif child.lower_ == "led":  # "the Kenyan-led mission"
                actors.extend(leader for leader in child.lefts if leader.dep_ in ("npadvmod", "compound", "nmod"))
        elif dep in ("prep", "agent"):
            nouns = objects_of(child)
            if word in ("by", "between", "among"):
                actors.extend(nouns)
            elif word == "from":
                (actors if act.type in _FROM_DOER else recipients).extend(nouns)
            elif word == "of":
                of_things = act.type in _HARMS and all(noun.lemma_.lower() in senses.things for noun in nouns)
                (actors if of_actor and not of_things else recipients).extend(nouns)
            elif word in _NOUN_RECIPIENTS:
                (actors if blamed and word == "on" else recipients).extend(nouns)
        elif dep == "acl" and child.tag_ == "VBN":
            if act.type not in _HARMS or child.lemma_ in senses.light or child.lemma_ in _COMMITTING:
                actors.extend(by_phrase(child))
        elif dep == "acl" and child.tag_ == "VBG":
            recipients.extend(patients(child))
    if row.roles == "both" and recipients and not actors and token.dep_ == "pobj" and token.head.lower_ in _OTHER_TIMES:
        actors.extend(agents(token.head.head) if token.head.head.pos_ == "VERB" else [])  # "took the town after fighting with the rebels"
    if row.sense == "n.arrest" and token.dep_ == "pobj" and token.head.lower_ in ("in", "into") and token.head.head.pos_ in ("VERB", "AUX"):
        act.light = verb = token.head.head
        kept = patients(verb)  # "took them into custody"; "six are in custody", "he remained in detention"
        act.actors, act.recipients = (agents(verb), _unique(kept)) if kept else ([], _unique([resolved(noun) for noun in agents(verb)]))
        return
    if token.dep_ == "pobj" and token.head.lower_ == "under" and token.head.head.pos_ in ("VERB", "AUX"):
        above = token.head.head
        actors.extend(noun for child in above.children if child.dep_ == "prep" and child.lower_ in ("from", "by") for noun in objects_of(child))
        recipients.extend(noun for child in above.children if child.dep_ in ("nsubj", "nsubjpass") for noun in expand(resolved(child)))
    elif governor is not None:
        act.light = governor
        act.carried = governor.lemma_ in senses.light or governor.lemma_ in senses.sufferance
        charged = token.dep_ == "pobj" and token.head.lower_ in ("of", "with", "for") and governor.lemma_ in _CHARGING
        if carried.dep_ in ("dobj", "attr") or charged or (token.dep_ == "pobj" and token.head.lower_ in ("in", "into", "out", "with", "for")):
            raising = [c for c in token.children if c.dep_ == "amod" and c.tag_ == "VBG" and c.lemma_ in senses.light]
            if token.dep_ == "attr" and raising:  # "the army is escalating its raids", read as a noun that it is
                actors.extend(agents(governor))
            if governor.lemma_ in senses.sufferance or governor.lemma_ in _DYING:
                recipients.extend(noun for noun in agents(governor) if not negated(governor))
            elif charged or (token.dep_ == "pobj" and token.head.lower_ == "for" and governor.lemma_ in _BLAMING):
                actors.extend(patients(governor))  # "blamed the rebels for the attack": theirs, it says
            elif actors and governor.lemma_ in _HANDING_ON and not any(child.dep_ == "prt" for child in governor.children):
                pass  # "elders carried the rebels' offer": it stays the rebels'
            elif governor.lemma_ in senses.classes["learning"] and carried.dep_ == "pobj":
                pass  # "police found bodies in a mass grave", "the Red Cross counted the dead in the shelling": another's deed
            elif governor.lemma_ in senses.light or carried.dep_ == "pobj" or (act.type == "RETREAT" and governor.lemma_ in senses.classes["abide"]):
                actors.extend(noun for noun in (doers(governor, senses) if governor.dep_ == "pcomp" else agents(governor)) if noun.i != token.i)
            actors.extend(at_hands(governor))
            for child in governor.children:
                if child.dep_ in ("prep", "dative") and child.lower_ in _NOUN_RECIPIENTS and child.lower_ != "for" and not hands(child):
                    (actors if blamed else recipients).extend(objects_of(child))
                elif child.dep_ == "dative" and child.pos_ != "ADP":
                    recipients.append(child)
        elif carried.dep_ == "nsubjpass":
            if act.type not in _HARMS or governor.lemma_ in senses.light or governor.lemma_ in _COMMITTING:
                actors.extend(by_phrase(governor))
            for child in governor.children:
                if child.dep_ == "prep" and child.lower_ in _NOUN_RECIPIENTS:
                    recipients.extend(objects_of(child))
        elif token.dep_ == "nsubj" and governor.lemma_ in OCCURS:
            for child in governor.children:
                if child.dep_ in ("prep", "agent") and child.lower_ in ("between", "among", "by"):
                    actors.extend(objects_of(child))
                elif child.dep_ == "prep" and child.lower_ in ("with", "against"):
                    recipients.extend(objects_of(child))
            if act.type in _HARMS:
                recipients.extend(patients(governor))
        elif token.dep_ == "nsubj" and act.type in _HARMS and governor.lemma_ in _HARMING:
            recipients.extend(patients(governor))
    if token.dep_ == "pobj" and token.head.lower_ == "for" and token.head.head.lemma_ == "responsibility":
        actors.extend(_answerable(token.head.head))
    blaming = _BLAMING if token.head.lower_ == "for" else _CHARGING if token.head.lower_ in ("of", "with") else ()
    if token.dep_ == "pobj" and token.head.head.dep_ in ("dobj", "nsubjpass") and token.head.head.head.lemma_ in blaming:
        actors.extend(expand(resolved(token.head.head)))  # the same, where "for" or "of" is read with the blamed
    if row.roles == "swap":
        actors, recipients = recipients, actors
    act.actors, act.recipients = _unique([resolved(a) for a in actors]), _unique([resolved(r) for r in recipients])


def _is_hit(thing: Token, senses: Senses) -> bool:
    """Whether a noun before that of an attack is what the attack hits."""
    return thing.lemma_.lower() in senses.things and thing.lemma_.lower() not in _CARRY_BOMBS


def _mighty(act: Act, owner: Token, senses: Senses) -> bool:
    """Whether the owner of a deed is an armed side or a power, which arrests and kills more often than it is arrested and killed."""
    if act.token.lemma_.lower() in _ALWAYS_OWN:
        return False
    return owner.ent_type_ in ("ORG", "GPE", "NORP") or owner.lemma_.lower() in senses.classes["armed"] or owner.lower_ in ("its", "police")


def _answerable(responsibility: Token) -> list[Token]:
    """Who says that a deed is theirs: "claimed responsibility for"."""
    verb = responsibility.head
    if verb.lemma_ not in _OWNING_UP or negated(verb) or responsibility.dep_ not in ("dobj", "nsubjpass"):
        return []
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
    if noun.dep_ == "pobj" and head.dep_ in ("prep", "agent") and head.head.pos_ == "VERB" and head.lower_ not in _OTHER_TIMES:
        return head.head
    return None


def _unique(tokens: list[Token]) -> list[Token]:
    seen: dict[int, Token] = {}
    for token in tokens:
        seen.setdefault(token.i, token)
    return list(seen.values())
