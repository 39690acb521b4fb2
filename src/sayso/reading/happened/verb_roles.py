"""Who does a verb and whom it befalls: nouns, as grammar and the verb's row give them."""

from sayso.reading.gerunds import misread_gerund, owner_misread
from sayso.reading.grammar import (
    agents,
    answers,
    by_phrase,
    expand,
    is_passive,
    objects_of,
    patients,
    resolved,
    shared_objects,
)
from sayso.reading.happened.act import Act
from sayso.reading.happened.senses import Senses
from sayso.reading.misparsed import asked_in, given_time
from sayso.reading.parsed import Token
from sayso.reading.side_words import OF_THE_VICTIM

_RECIPIENT_PREPS = ("against", "on", "at", "to", "with", "from", "upon", "toward", "towards", "over", "into", "for", "of", "between", "in")
_MODIFIERS = ("compound", "amod", "poss", "nmod")
_ADDRESSED = frozenset({"REQUEST", "THREATEN", "REJECT", "CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
_ANSWERS = frozenset({"REJECT", "CONCEDE", "AGREE", "ACCUSE", "SUPPORT"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "oneself"})
"""Whom "he blew himself up" befalls is he who did it."""
_AIMED = frozenset({"REJECT", "CONCEDE", "ACCUSE", "SUPPORT", "SANCTION", "THREATEN"})
DYING = frozenset({"die", "perish", "lose"})
"""Whose doer is no doer of what he dies in: "two soldiers died in the attack"."""

_KIN = frozenset({"family", "household", "village", "town", "city", "area", "district", "neighbourhood", "neighborhood", "same", "side"})
"""Whence victims are, and no further victims: "three children from one family"."""

_HELP = frozenset({"aid", "help", "support", "assistance", "backing", "cooperation", "consent", "approval", "participation"})
BLAMING = frozenset({
    "blame", "condemn", "criticise", "criticize", "denounce", "punish", "sanction", "fault", "rebuke", "indict", "charge", "convict", "jail",
    "arrest", "sentence", "try", "praise", "thank",
})  # fmt: skip
_BIDDING = frozenset({"request", "behest", "insistence", "invitation", "order", "urging", "instruction", "command", "initiative"})
_PENALTIES = frozenset({"sanction", "punishment", "penalty", "embargo", "fine", "ban", "criticism", "condemnation", "complaint", "charge"})
_RESULTS = frozenset({"kill", "wound", "injure", "destroy", "damage", "maim", "burn", "level", "target", "hit"})
"""What an attack does, told at its end."""
_HARMS_BY = _RESULTS | {"leave", "claim", "cost", "wreck", "cause", "hurt"}
_STRUCK_BY = frozenset({"on", "at", "against", "in", "near", "of", "outside", "inside", "over", "to", "around"})
_TO_ATTACK = 4
"""Links between an attack and what "that" follows."""
_CONDEMNING = frozenset({"accuse.disapprove", "accuse.slam"})
_ON_VICTIMS = frozenset({"against", "on", "at", "upon"})
_SENDING_HELP = frozenset({"aid.provide", "aid.enter", "aid.fly-goods"})
"""Of these what is sent "to" somebody befalls nobody: "sent medics to the town"."""
_TEXTS = frozenset({"resolution", "motion", "bill", "draft", "text", "statement", "communique", "communiqué", "petition", "declaration", "letter"})
"""What is put to the vote or published, and may be turned down with all that it says."""
_IN_WORDS = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT"})
"""Types of what is done by saying so."""
_WINNING = frozenset({"score", "win", "make", "achieve", "secure", "gain", "claim", "notch"})
_FEATS = frozenset({"victory", "win", "gain", "success", "breakthrough", "blow", "advance", "comeback", "triumph", "feat"})
"""Nouns of success, behind which a participle tells what it was."""
_UP = 8
"""So many words up the attack is looked for."""
_SELVES = frozenset({"MOBILIZE", "RETREAT"})


def verb_roles(act: Act, senses: Senses) -> None:
    """Write into an act that a verb tells who does it and whom it befalls."""
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
    actors = [_attack_that(noun, token, senses) or resolved(noun) for noun in doers(token, senses)]
    recipients = [resolved(noun) for noun in sufferers(token) if not (act.type == "ASSAULT" and noun.lower_ in _REFLEXIVE)]
    if row.roles == "undergo":
        act.recipients = actors or recipients
        return
    phrases: dict[str, list[Token]] = {}
    for child in token.children:
        if child.lower_ == "for" and act.type in ("ASSAULT", "COERCE") and "for" not in act.sense.preps:
            continue  # "captured for ransom", "soldiers whom it captured in May for 30 inmates"
        if child.dep_ in ("prep", "dative") and not answers(child) and not _bidden(child):
            bare = [child] if child.dep_ == "dative" and child.pos_ != "ADP" else []
            beside = [noun for noun in _beside_kin(child) or bare if noun not in actors]
            phrases.setdefault(child.lower_, []).extend(beside)
    for noun in list(recipients):
        for child in noun.children:
            if child.lower_ == "by" and act.type in _AIMED:
                recipients.extend(objects_of(child))  # "condemned the violence by police"
            elif child.dep_ == "prep" and child.lower_ in _ON_VICTIMS and row.sense in _CONDEMNING:
                continue  # "condemned the violence against farmers": not theirs
            elif child.dep_ == "prep" and child.lower_ != "of":
                phrases.setdefault(child.lower_, []).extend(_beside_kin(child))
            elif child.dep_ == "prep" and row.sense in _CONDEMNING and any(c.dep_ == "poss" for c in noun.children):
                continue  # "condemned the junta's treatment of its people"
            elif child.dep_ == "prep" and noun.lemma_.lower() not in OF_THE_VICTIM:
                whose = act.type in ("ASSAULT", "COERCE") and senses.human(noun)  # "arrested an aide of the mayor", not the mayor
                recipients.extend(owner for owner in objects_of(child) if not (whose and owner.ent_type_ == "PERSON"))  # the demand of the rebels
            elif child.dep_ == "acl" and act.type in _AIMED:
                recipients.extend(by_phrase(child))  # "rejected a demand made by the rebels"
            elif child.dep_ in _MODIFIERS and noun.dep_ in ("dobj", "nsubjpass") and act.type in _AIMED and not senses.human(noun):
                recipients.append(child)
            elif child.dep_ == "relcl" and act.type in _ANSWERS and not asked_in(child):
                recipients.extend(agents(child))
    first = [p for p in act.sense.preps if p in phrases]
    for prep in [*first, *(p for p in _RECIPIENT_PREPS if p not in first)]:
        if prep in phrases and prep not in ("by", "in"):
            charging = act.type in ("ACCUSE", "SANCTION") or token.lemma_ == "acquit"
            ground = charging and prep in ("of", "with", "for", "over") and recipients  # what they are charged with
            known = ground and act.type == "ACCUSE" and any(senses.human(noun) for noun in recipients)
            found = (noun for noun in phrases[prep] if not known and not (ground and senses.of(noun)))
            recipients.extend(noun for noun in found if act.type != "ASSAULT" or prep != "with" or senses.human(noun))  # attacked with drones
    for child in token.children:
        told_to = act.type in _ADDRESSED or row.mode == "access"
        if child.dep_ in ("ccomp", "xcomp") and told_to and not any(n.dep_ in ("dobj", "dative") for n in recipients):
            recipients.extend(noun for noun in child.children if noun.dep_ in ("nsubj", "nsubjpass"))
    if act.type in _AIMED and not is_passive(token) and any(noun.dep_ == "dobj" for noun in recipients):
        recipients.extend(noun for noun in phrases.get("by", ()) if senses.human(noun) and noun.ent_type_ not in ("DATE", "TIME"))
    if act.type == "THREATEN" and not any(senses.human(noun) for noun in recipients):
        recipients.extend(_whose_condition(token))
    if act.type == "AID" and row.sense in _SENDING_HELP and "to" in phrases:
        recipients = [noun for noun in recipients if noun.dep_ not in ("dobj", "nsubjpass", "conj") or noun in phrases["to"]]
    if row.roles == "swap":
        told = [noun for prep in act.sense.preps for noun in phrases.get(prep, ())]
        actors, recipients = told or recipients, actors
    if row.roles == "both" and act.type == "AGREE" and "between" in phrases:
        actors, recipients = [*actors, *phrases["between"]], []
    moving = row.mode == "withdraw" and row.sense != "retreat.brought-out"
    if (actors and act.type == "MOBILIZE") or moving:  # who is sent or called back befalls nothing
        recipients = [noun for noun in recipients if noun.dep_ not in ("dobj", "conj") or not (moving or senses.human(noun))]
    if not actors and act.type in _SELVES and act.sense.row.mode in ("withdraw", "troops", "police"):
        moved = sufferers(token)
        brought = row.sense == "retreat.brought-out" and not any(noun.lemma_.lower() in senses.classes["armed"] for noun in moved)
        actors, recipients = ([], moved) if brought else (moved, [])
    act.actors, act.recipients = actors, unique(recipients)


def _attack_that(noun: Token, verb: Token, senses: Senses) -> Token | None:
    """The attack that "that" stands for where it follows what is attacked: "a raid on the checkpoint that killed nine", "a blast in Selm that
    left four dead"."""
    told = any(child.dep_ == "nsubj" and child.lower_ in ("that", "which") for child in verb.lefts)
    if not told or verb.dep_ != "relcl" or verb.lemma_ not in _HARMS_BY or noun.dep_ == "conj":
        return None
    above = resolved(noun)
    for _ in range(_TO_ATTACK):
        if above.dep_ not in ("pobj", "prep", "compound", "conj") or (above.dep_ == "prep" and above.lower_ not in _STRUCK_BY):
            return None
        above = above.head
        if above.tag_[:1] == "N" and (sense := senses.of(above)) is not None and sense.row.type == "ASSAULT":
            return above
    return None


def _whose_condition(verb: Token) -> list[Token]:
    """Who would have to do what is threatened about: "threatened a strike if the rebels did not leave"."""
    verbs = [verb, *(child for child in verb.children if child.dep_ == "xcomp")]
    below = (child for each in verbs for child in each.children if child.dep_ == "advcl")
    clauses = (clause for clause in below if any(child.lower_ in ("if", "unless") for child in clause.children))
    return [noun for clause in clauses for noun in agents(clause)]


def _bidden(preposition: Token) -> bool:
    """Whether a preposition tells at whose bidding: "at the request of the bishop"."""
    return preposition.lower_ in ("at", "on", "upon") and any(noun.lemma_.lower() in _BIDDING for noun in objects_of(preposition))


def _beside_kin(preposition: Token) -> list[Token]:
    """What a preposition governs; of "from" only who is no family and no town of those who suffer, of "with" no help that a doer has."""
    words = _KIN if preposition.lower_ == "from" else _HELP if preposition.lower_ == "with" else ()
    return [noun for noun in objects_of(preposition) if noun.lemma_.lower() not in words]


def doers(verb: Token, senses: Senses) -> list[Token]:
    """Who does a verb: as grammar gives it, and for an infinitive or gerund whoever the word above it makes do it."""
    if _passive_again(verb):
        return by_phrase(verb)
    above = verb.head
    if verb.tag_ == "VBG" and above.pos_ == "VERB" and verb.dep_ in ("xcomp", "advcl", "pcomp", "dobj") and not by_phrase(verb):
        told = any(child.dep_ == "dobj" and above.i < child.i < verb.i for child in above.children)
        if above.lemma_ in senses.classes["learning"] and verb.i > above.i and not told:
            return []  # "the mayor reported shelling": another's; but "condemned the raid calling for a truce"
        before = owner_misread(verb)
        if before is not None:  # and not those who were killed in it
            by_people = before.ent_type_ in ("NORP", "ORG") or before.lemma_.lower() in senses.people | senses.classes["armed"]
            return [before] if above.lemma_ in DYING or by_people else []
    if verb.tag_ == "VBG" and not any(child.dep_ in ("dobj", "aux", "nsubj") for child in verb.children):
        by = [noun for noun in by_phrase(verb) if noun.ent_type_ not in ("DATE", "TIME")]
        if by:
            return by
    if (cause := _came_of(verb, senses)) is not None:
        return [] if cause.tag_[:1] == "N" else doers(cause, senses)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and above.ent_type_ == "GPE" and above.i + 1 == verb.i and not any(verb.rights):
        return []  # "Kenya fighting kills nine"
    if verb.dep_ == "pcomp" and above.head.pos_ in ("VERB", "AUX") and senses.effects(above.head) & {"accuse", "prevent"}:
        return patients(above.head)
    if verb.dep_ == "xcomp" and above.lemma_ == "use" and is_passive(above):
        return by_phrase(above) or [noun for noun in patients(above) if noun.pos_ != "PRON" and senses.human(noun)]  # no gun is a doer
    if verb.tag_ == "VBG" and any(c.dep_ == "expl" or (c.dep_ == "aux" and any(w.dep_ == "expl" for w in c.children)) for c in verb.lefts):
        return by_phrase(verb)  # "there was shooting near the mosque, a shopkeeper said"
    if verb.dep_ == "pcomp" and above.lower_ == "of" and above.head.dep_ == "dobj" and above.head.head.lemma_ in senses.classes["learning"]:
        return by_phrase(verb)  # "nurses reported an outbreak of shooting"
    if verb.dep_ == "pcomp" and above.lower_ in ("as", "amid"):
        return by_phrase(verb)  # "families fled as shelling intensified"
    if (teller := _told_to(verb, senses)) is not None:
        return agents(teller)
    if verb.dep_ == "pcomp" and above.lower_ == "for" and (target := _punished(above.head) or _scolded(above.head, senses)):
        return target
    if verb.dep_ == "relcl" and verb.tag_ == "VB" and not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return agents(above.head) if above.dep_ == "attr" else [given_time(verb) or above]
    if verb.dep_ == "conj" and verb.tag_ == "VBG" and above.tag_ != "VBG" and "accuse" in senses.effects(above) and patients(above):
        return patients(above)  # "accused the militia of burning homes and abducting women"
    if (attempt := _foiled(verb, senses)) is not None:
        return [*by_phrase(attempt), *(child for child in attempt.lefts if child.dep_ == "poss" or child.lemma_.lower() in senses.people)]
    if (teller := _goes_on_telling(verb, senses)) is not None:
        return agents(teller)
    found = agents(verb)
    if _by_a_feat(verb):
        found = []
    if verb.dep_ == "conj" and verb.tag_ == "VBG" and above.dep_ == "dobj" and above.head.tag_ == "VBG":
        return doers(above.head, senses)  # "killing nine people and burning homes", the second read beside "people"
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and above.lemma_.lower() in senses.classes["document"] and above.dep_ in ("dobj", "pobj"):
        found = []  # "issued a statement urging": who issued it urges
    if found or verb.tag_ not in ("VB", "VBG") or verb.dep_ not in ("acl", "advcl", "xcomp", "pcomp"):
        return found
    text = above.lemma_.lower() in _TEXTS
    for _ in range(4):
        owners = [child for child in above.children if child.dep_ == "poss"] if above.pos_ == "NOUN" else []
        if text and _turns_down(above, senses):
            return []  # "vetoed a resolution condemning the raid", "his veto of a motion to condemn it"
        if owners:
            return owners
        if above.pos_ in ("VERB", "AUX"):
            return agents(above)
        above = above.head
    return []


def _turns_down(word: Token, senses: Senses) -> bool:
    """Whether a verb or a noun tells a refusal: whoever refuses a text does nothing of what the text does."""
    sense = senses.of(word)
    return sense is not None and sense.row.type == "REJECT"


def _goes_on_telling(verb: Token, senses: Senses) -> Token | None:
    """The verb of saying whose subject a second verb of words has, where the parse joins it to what was said, whose subject says nothing: "said a
    truce would fail, and urged the army to leave"."""
    said = verb.head
    if verb.dep_ != "conj" or said.dep_ != "ccomp" or verb.tag_ != "VBD" or said.head.tag_ != "VBD" or "say" not in senses.effects(said.head):
        return None
    if any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in verb.children):
        return None
    sense = senses.of(verb)
    subjects = [child for child in said.children if child.dep_ in ("nsubj", "nsubjpass", "expl")]
    mute = all(noun.tag_ in ("DT", "EX", "WDT") or noun.lower_ == "it" or not (noun.pos_ == "PRON" or senses.human(noun)) for noun in subjects)
    return said.head if sense is not None and sense.row.type in _IN_WORDS and subjects and mute else None


def _by_a_feat(verb: Token) -> bool:
    """Whether a participle tells what a feat before it was, so that whose feat it is does it: "scored a victory overrunning the town"."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or noun.dep_ != "dobj" or noun.lemma_.lower() not in _FEATS:
        return False
    return noun.head.lemma_ in _WINNING and not any(child.dep_ in ("poss", "compound") or child.ent_type_ for child in noun.children)


_ATTEMPTS = frozenset({"attempt", "plot", "bid", "plan", "effort", "scheme", "conspiracy", "try", "push", "move"})


def _foiled(verb: Token, senses: Senses) -> Token | None:
    """The attempt to do a verb that somebody else prevents: "police foiled a plot to bomb the market"."""
    above = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in ("acl", "relcl", "xcomp", "advcl"):
        return None
    nouns = [above] if above.pos_ == "NOUN" else [child for child in above.rights if child.dep_ == "dobj" and child.i < verb.i]
    return next((n for n in nouns if n.lemma_.lower() in _ATTEMPTS and n.dep_ in _UNDERGOING and "prevent" in senses.effects(n.head)), None)


_UNDERGOING = ("dobj", "nsubjpass")
_TOLD_BY = frozenset({
    "channel", "newspaper", "agency", "television", "tv", "radio", "reporter", "journalist", "network", "daily", "website", "station",
})  # fmt: skip


def _told_to(verb: Token, senses: Senses) -> Token | None:
    """The verb of saying by which somebody speaks to an outlet, behind which a participle stands, its comma lost: "told the channel condemning
    the raid"."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or noun.dep_ not in ("dobj", "pobj", "dative") or noun.lemma_.lower() not in _TOLD_BY:
        return None
    saying = noun.head.head if noun.dep_ == "pobj" else noun.head
    return saying if saying.pos_ == "VERB" and "say" in senses.effects(saying) else None


def _came_of(verb: Token, senses: Senses) -> Token | None:
    """The attack of which the dead are told at its end, where a lost comma hangs them on the noun before: "hit a house held by the rebels
    killing nine"; the noun or the verb of the attack."""
    if verb.dep_ == "conj" and verb.tag_ == "VBG":
        verb = verb.head  # "killing nine and wounding four"
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or verb.lemma_ not in _RESULTS or noun.dep_ != "pobj" or verb.nbor(-1).text == ",":
        return None
    above = noun
    for _ in range(_UP):
        if above.head is above:
            return None
        above = above.head
        if above.pos_ == "VERB" and above.dep_ not in ("acl", "relcl"):
            subjects = [child for child in above.children if child.dep_ in ("nsubj", "nsubjpass")]
            objects = [child for child in above.children if child.dep_ == "dobj"]
            objects += [inner for noun in objects for child in noun.children if child.lower_ == "of" for inner in objects_of(child)]
            if any((sense := senses.of(word)) is not None and sense.row.type == "ASSAULT" for word in objects):
                return above  # "launched rounds of mortar attacks"
            found = next((word for word in (*subjects, above) if (sense := senses.of(word)) is not None and sense.row.type == "ASSAULT"), None)
            return found if found is None or found.lemma_ != verb.lemma_ else None
    return None


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


def _scolded(verb: Token, senses: Senses) -> list[Token]:
    """Whom a verb of blame with "at" is about, who did what "for" names: "hit out at the envoy for accusing the army"."""
    sense = senses.of(verb)
    if sense is None or sense.row.type != "ACCUSE" or verb.pos_ != "VERB":
        return []
    return [noun for child in verb.children if child.lower_ in ("at", "against") for noun in objects_of(child)] or patients(verb)


def _penal(word: Token) -> bool:
    """Whether a word tells a penalty or a charge, of which "for" gives the ground."""
    return word.lemma_ in _PENALTIES | BLAMING or any(child.dep_ in ("dobj", "nsubjpass") and child.lemma_ in _PENALTIES for child in word.children)


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
    done = verb.tag_ == "VBN" or "agent" in kinds or (verb.tag_ == "VBD" and verb.lemma_ in _DONE_TO)
    return done and not kinds & {"nsubj", "nsubjpass", "aux", "dobj"}


_DONE_TO = frozenset({
    "hang", "shoot", "stab", "behead", "execute", "torture", "detain", "jail", "kill", "wound", "bury", "lynch", "rape", "hold", "beat",
})  # fmt: skip
"""What is done to the subject of a passive before it, if it has no object of its own: "were captured and hung"."""


def unique(tokens: list[Token]) -> list[Token]:
    seen: dict[int, Token] = {}
    for token in tokens:
        seen.setdefault(token.i, token)
    return list(seen.values())
