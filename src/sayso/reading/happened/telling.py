"""From acts to happenings told once: which parties stand behind the nouns, and which acts are one event in one voice."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from sayso.model.codes import EventType
from sayso.reading.gerunds import owner_misread
from sayso.reading.grammar import ANSWERING, agents, answers, by_phrase
from sayso.reading.happened.act import Act
from sayso.reading.happened.backward import DEFINITE, in_turn, is_another, of_a_span, set_beside, some_time_after
from sayso.reading.happened.quantified import by_name, quantity
from sayso.reading.happened.sections import Sections
from sayso.reading.happened.told import DATE_CARRIED, Told, casualty, headed_apart, joined, joined_again
from sayso.reading.names.knowledge import knowledge
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.side_words import OF_THE_VICTIM
from sayso.reading.sides import ARMED, Sides

_FATAL = frozenset({"kill", "die", "perish", "succumb", "martyr", "slay"})
SEIZED = frozenset({"assault.take-hostage", "assault.hostages-obj"})
"""To take prisoner is no part of a killing told beside it."""
AS_DONE = ("happened", "ongoing")
"""How a deed stands that is told as done."""
NOT_TOLD = ("denied", "demanded")
RETELLING = "n.retelling"
"""The sense of words that tell nothing themselves and may stand for a deed told before: "the incident"."""
BACK = 8
"""How many events back a restatement is looked for."""
_REACH = 70
"""Within how many tokens."""
_MAKING = frozenset({"supply", "make", "provide", "build", "sell", "donate", "produce", "manufacture", "deliver", "give"})
"""What is done to a thing by who does not own it: shooting down "drones supplied by the emirate" befalls not the emirate."""


def parties_of(nouns: Iterable[Token], sides: Sides, states: Mapping[str, str], page: Page) -> tuple[str, ...]:
    """The parties that nouns stand for, in order; nouns that stand for none are left out."""
    found: dict[str, None] = {}
    for noun in nouns:
        beside = noun.dep_ == "nsubj" and noun.head.i == noun.i + 1 and noun.head.tag_[:1] == "N"  # "government offensive", misread
        parted = noun.dep_ == "pobj" and noun.i + 1 < len(noun.doc) and owner_misread(noun.nbor()) is not None  # "in rebel shelling", misread
        first = noun.head if noun.dep_ == "conj" and noun.ent_type_ else noun  # "Kenyan and U.S. raids"
        if parted or ((first.dep_ in ("compound", "amod", "nmod", "npadvmod") or beside) and first.head.i > noun.i):
            party = page.cast.at(noun.idx, noun.idx + len(noun)) or of_nation(noun, states, page) or sides.named(noun.lemma_)
            found.update({party: None} if party else {})
        else:
            parties = quantity(noun, sides) or sides.of_all([noun]) or sides.of_all(_senders(noun))
            if not parties and noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() not in OF_THE_VICTIM:
                owner = sides.owner_word(noun)
                tied = (c for c in noun.children if c.dep_ == "acl" and c.lemma_ not in _MAKING)
                parties = (owner,) if owner else sides.of_all([n for c in tied for n in by_phrase(c)])
                if not parties and noun.lemma_.lower() in _MEANS:
                    before = (word for child in noun.lefts for word in (*child.lefts, child) if word.dep_ == "amod")
                    flown = (of_nation(word, states, page) for word in before)
                    parties = tuple(party for party in flown if party is not None)  # "Kenyan jets"
            found.update(dict.fromkeys((*parties, *_nations(noun, parties, states, page), *by_name(noun, sides))))
    return tuple(found)


def _nations(noun: Token, told: tuple[str, ...], states: Mapping[str, str], page: Page) -> list[str]:
    """The states of two nations before one noun, but for those whose forces are told: "Kenyan and Ethiopian warplanes"."""
    pairs = ((child, other) for child in noun.lefts if child.dep_ == "amod" for other in child.rights if other.dep_ == "conj" and other.i < noun.i)
    words = [word for one, other in pairs if {one.text, other.text} <= states.keys() for word in (one, other)]
    names = " ".join(page.cast[party].name for party in told)
    return [party for word in words if word.text not in names and (party := of_nation(word, states, page)) is not None]


_MEANS = frozenset({
    "jet", "plane", "warplane", "aircraft", "helicopter", "bomber", "drone", "airplane", "gunship", "artillery", "tank", "warship", "missile",
    "force", "troop",
})  # fmt: skip
"""Of which a nation's adjective says whose they are, where the report names that state nowhere else."""
_SENDING = frozenset({"send", "dispatch", "deploy", "scramble"})


def _senders(noun: Token) -> list[Token]:
    """Who sent the means that do a deed: "the army sent helicopters, which fired on the town"."""
    return agents(noun.head) if noun.dep_ == "dobj" and noun.head.lemma_ in _SENDING else []


def of_nation(word: Token, states: Mapping[str, str], page: Page) -> str | None:
    """The state that an adjective of nationality means as doer ("Russian air strikes"): the one in the cast, else a new one. The word
    points to it, as a pronoun would, and is no mention."""
    code = states.get(word.text)
    if code is None:
        return None
    known = knowledge(page.lexicon)
    entry = known.institution_entry(code, "gov", page.report.published)
    state = next((member for member in page.cast.members() if member.entry == entry), None)
    if state is None:
        state = page.cast.add(known.countries[code].name, "state", by="happened.nation", confidence=0.6, entry=entry)
    page.cast.refer(word.idx, word.idx + len(word), state.id)
    return state.id


def stopped(act: Act) -> tuple[EventType, str | None]:
    """The type and mode of an act that is said to stop: a stopped attack is a truce, or in words alone a concession; else its own."""
    row = act.sense.row
    kind, mode = cast(EventType, row.type), row.mode
    if not act.standing.steps or act.standing.steps[0].effect != "stop" or act.standing.steps[0].negated:
        return kind, mode
    if kind in ("ASSAULT", "COERCE", "PROTEST"):
        announced = any(step.token.lemma_ in ("announce", "declare", "promise", "proclaim") for step in act.standing.steps)
        return ("CONCEDE", None) if announced else ("RETREAT", "ceasefire" if kind == "ASSAULT" else None)
    return ("SANCTION", "discontinue") if kind in ("AID", "COOPERATE", "CONSULT") else (kind, mode)


_SAME_ATTACK = 60
"""Within how many tokens of an attack the next one may be part of it."""
_SENT_OVER = frozenset({"missile", "drone", "rocket", "shell", "uav", "projectile", "mortar", "bomb"})
_STRIKES = frozenset({"raid", "strike", "bombing", "bombardment", "airstrike", "shelling", "air-strike"})
_WEAPONS = frozenset({"aerial", "heavy-weapons", "unconventional", "drone"})


def wards_off(one: Told) -> bool:
    """Whether somebody only shoots down what others send over: what hits the town then is not his."""
    return one.act.sense.row.sense == "assault.down-craft" and any(noun.lemma_.lower() in _SENT_OVER for noun in one.act.recipients)


def attributed(told: list[Told], sides: Sides) -> list[Told]:
    """Let attacks that name no doer have that of the one told just before, where they are told as part of it: by the same weapons, or its dead."""
    done: list[Told] = []
    for one in told:
        captors = _captors(one, done)
        if freed := _freed(one, done):
            one = replace(one, recipients=freed, inferred=(*one.inferred, "recipient carried"))
        if captors:
            one = replace(one, actors=captors, inferred=(*one.inferred, "actor carried"))
        elif one.type == "ASSAULT" and one.status in AS_DONE and not one.actors:
            before = next((other for other in reversed(done[-BACK:]) if other.type == "ASSAULT" and other.status in AS_DONE), None)
            near = before is not None and one.act.token.i - before.act.token.i < _SAME_ATTACK
            if before is not None and near and before.actors and not wards_off(before) and _part_of(one, before) and _by_one_hand(one, before, sides):
                one = replace(one, actors=before.actors, hedged=one.hedged or before.hedged, inferred=(*one.inferred, "actor carried"))
                if one.when is None and before.when is not None:
                    one = replace(one, when=before.when, inferred=(*one.inferred, DATE_CARRIED))
        done.append(one)
    return done


_SAVING = frozenset({"aid.deliver", "aid.evacuate", "aid.rescue-people"})
_IN_THEIR_HANDS = frozenset({"release", "torture", "beat", "sexual"})
_TAKEN = frozenset({"abduct", "arrest"})


def _captors(one: Told, before: list[Told]) -> tuple[str, ...]:
    """Who holds those who are freed or ill-treated by nobody named: who was told to have taken them."""
    if one.actors or one.act.actors or not one.recipients or one.mode not in _IN_THEIR_HANDS:
        return ()
    taken = (other for other in reversed(before[-BACK:]) if other.mode in _TAKEN and other.status in AS_DONE)
    held = next((other for other in taken if set(other.recipients) & set(one.recipients)), None)
    if held is None or (one.mode == "release" and _rescued(held.act.token, one.act.token)):
        return ()
    return held.actors


_RESCUES = frozenset({"rescue", "save", "raid", "operation", "storm", "liberate", "recover"})


def _rescued(taken: Token, freed: Token) -> bool:
    """Whether a rescue is told where people are said to be freed, so that their captors did not free them."""
    start, end = sorted((taken.sent.start, freed.sent.start))
    return any(token.lemma_ in _RESCUES for token in freed.doc[start : max(end, freed.sent.end)])


def _freed(one: Told, before: list[Told]) -> tuple[str, ...]:
    """Who is freed where "them" seems to mean those who took them: "rescued eleven of them"."""
    if not one.recipients or not (one.mode == "release" or one.act.sense.row.sense in _SAVING):
        return ()
    taken = (other for other in reversed(before[-BACK:]) if other.mode in _TAKEN and other.status in AS_DONE and other.recipients)
    return next((other.recipients for other in taken if set(one.recipients) <= set(other.actors)), ())


_MOST_DOERS = 2
"""Of more than these it is not known who of them did the next thing."""


def _by_one_hand(one: Told, before: Told, sides: Sides) -> bool:
    """Whether who did one thing may have done the next: not on another day, nor to fighters that he was not told to attack, who may be his own."""
    if len(before.actors) > _MOST_DOERS or not fits(one.when, before.when):
        return False
    return all(party in before.recipients or sides.kind(party) not in ARMED for party in one.recipients)


def _part_of(one: Told, before: Told) -> bool:
    if one.act.token.sent.start == before.act.token.sent.start and in_answer(one.act.token):
        return False
    if turns_elsewhere(one.act.token, before.act.token) or set_beside(before.act.token, one.act.token):
        return False
    if one.act.actors and not all(_strikes(noun) for noun in one.act.actors):
        return False
    if casualty(one.act) and one.act.token.sent.number - before.act.token.sent.number == 1 and _in_it(one.act.token):
        return True
    if one.mode is None:
        return (casualty(one.act) or _strikes(one.act.token)) and (before.mode in _WEAPONS or "actor carried" in before.inferred)
    return one.mode in _WEAPONS and one.mode == before.mode


_IT = frozenset({"operation", "attack", "raid", "offensive", "assault", "ambush", "strike", "bombardment", "shelling", "bombing", "sweep"})


def _in_it(verb: Token) -> bool:
    """Whether the dead are those of the deed told just before: "nine were killed in the raid"."""
    ties = (child for child in verb.rights if child.dep_ == "prep" and child.lower_ in ("in", "during"))
    return any(noun.lemma_ in _IT and _definite(noun) for tie in ties for noun in tie.children if noun.dep_ == "pobj")


_ELSEWHERE = frozenset({"elsewhere", "separately"})


def turns_elsewhere(deed: Token, before: Token) -> bool:
    """Whether a report turns to another scene between two deeds: "Elsewhere in the province eight were killed"."""
    start = max(deed.sent.start, before.i)
    return any(token.lower_ in _ELSEWHERE for token in deed.doc[start : deed.i])


def _strikes(noun: Token) -> bool:
    return noun.lemma_.lower() in _STRIKES


def merged(told: list[Told], page: Page, sections: Sections) -> list[Told]:
    """One entry for one happening in one voice: casualties go to the attack that caused them, restatements to what they restate."""
    kept: list[Told] = []
    for one in told:
        for i in range(len(kept) - 1, max(-1, len(kept) - BACK), -1):
            elsewhere = one.place is None or one.place != kept[i].place
            if headed_apart(kept[i], one) or (elsewhere and sections.parted(kept[i].act.token, one.act.token)):
                continue
            if _one_clause(kept[i], one):
                kept[i] = joined(kept[i], one)
                break
            if _dead_of(kept[i], one) or _killed_once(kept[i], one, page):
                kept[i] = joined(kept[i], one)
                break
            if kept[i].chance and _restated(kept[i], one):
                kept[i] = joined_again(kept[i], one)
                break
        else:
            kept.append(one)
    return kept


def _one_clause(a: Told, b: Told) -> bool:
    """Whether an act is one deed with another, or with a retelling of it, in its sentence."""
    if a.type != b.type or a.according_to != b.according_to or (a.status == "denied") != (b.status == "denied"):
        return False  # "nobody was killed in the raid": there was a raid
    if _foiled(a) and b.act.verbal:
        return False
    if a.actors and b.actors and not set(a.actors) & set(b.actors):
        return False  # the attackers' dead are another's deed: "... left two soldiers dead, and three rebels were killed by the army"
    sent = b.act.token.sent
    return any(one_deed(act, b.act) for act in (a.act, *a.retold) if sent.start <= act.token.i < sent.end)


def one_deed(a: Act, b: Act) -> bool:
    """A verb and the noun that is its doer or cause; an attack and its dead; the dead and the wounded."""
    one, other = a.token, b.token
    for act, noun in ((a, other), (b, one)):
        if any(n.i == noun.i for n in (*act.actors, *act.recipients)) and act.verbal:
            return True
        if act.light is not None and act.light.i == noun.i:
            return True
    if a.type == "ASSAULT" and other.lemma_ == "target" and other.tag_ == "VBG" and one.is_ancestor(other):
        return True  # "shelled the district, targeting homes"
    if a.type != "ASSAULT" or SEIZED & {a.sense.row.sense, b.sense.row.sense}:
        return False
    if casualty(a) and casualty(b):
        if {one.lemma_, other.lemma_} <= _FATAL and other.dep_ == "conj" and any(child.dep_ in ("nsubj", "nsubjpass") for child in other.children):
            return False  # "four were killed at the bridge and seven died in the town": these are others, and elsewhere
        joined = other.head.i in (one.i, one.head.i) and other.dep_ in ("conj", "ccomp", "advcl", "dep")
        return one.lemma_ != other.lemma_ and joined and not _another_clause(other)
    alike = {noun.i for noun in a.actors} & {noun.i for noun in b.actors}
    if casualty(b) and alike and a.light is not None and other.tag_ == "VBG" and _in_clause_of(a.light, other):
        return True  # "mounted a string of assaults, killing nine"
    one, other = (act.token.head if _told_by_its_verb(act.token) else act.token for act in (a, b))
    return (casualty(a) or casualty(b)) and (_in_clause_of(one, other) or _in_clause_of(other, one))


def _told_by_its_verb(word: Token) -> bool:
    """Whether the verb over a word has its deed: "are dead after a blast", "put the toll from it at nine", "were reported hurt as a shell fell"."""
    said = word.dep_ in ("xcomp", "oprd") and word.tag_ == "VBN" and any(child.dep_ == "nsubjpass" for child in word.head.children)
    return said or word.dep_ == "acomp" or (word.dep_ == "dobj" and word.lemma_ == "toll")


def _another_clause(verb: Token) -> bool:
    """Whether a clause tells of others beside or after a deed: "before guards killed the raider"."""
    told = [child for child in verb.children if child.dep_ in ("mark", "nsubj", "nsubjpass")]
    beside = any(child.lower_ in ("before", "until", "while") for child in told)
    return verb.dep_ == "advcl" and beside and any(child.dep_ != "mark" for child in told)


_APART = frozenset({"since", "before", "until", "till"})
"""Before a deed they tell that the other was at another time: "since the coup the army has killed hundreds"."""


def _in_clause_of(above: Token, below: Token) -> bool:
    """Whether a word stands under another and in no clause beside it with a doer of its own: "a raid killed two, and a mine killed four"."""
    if in_answer(below, above):
        return False
    while below is not above and below.head is not below:
        if below.dep_ == "relcl" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in below.lefts):
            return False  # "killed in a valley that has seen fighting"
        if _another_clause(below) or (below.dep_ == "prep" and below.lower_ in _APART) or (above.lemma_ == "kill" and some_time_after(below)):
            return False
        if below.dep_ == "conj" and below.pos_ == "VERB" and any(c.dep_ == "agent" for c in below.children):
            return False  # "troops took the town, and nine people were killed by shelling"
        if below.dep_ == "conj" and below.pos_ == "VERB" and {"nsubj", "dobj"} <= {child.dep_ for child in below.children}:
            return False
        below = below.head
    return below is above


def in_answer(deed: Token, above: Token | None = None) -> bool:
    """Whether a deed is one that another answers, told between it and a word above it, or else the top of its sentence: "fired rockets in
    retaliation for the killing of"."""
    while deed is not above and deed.head is not deed:
        if deed.lemma_ in ANSWERING or answers(deed):
            return True
        deed = deed.head
    return False


def _dead_of(a: Told, b: Told) -> bool:
    """Whether `b` counts the dead of what its sentence told just before and names no doer: "there were clashes and nine died"."""
    if a.type != "ASSAULT" or b.type != "ASSAULT" or not casualty(b.act) or casualty(a.act) or b.actors or b.act.actors:
        return False
    if a.act.sense.row.sense in SEIZED or in_answer(b.act.token) or _foiled(a):
        return False
    near = a.act.token.sent.start == b.act.token.sent.start and a.act.token.i < b.act.token.i
    told = a.status in AS_DONE and b.status in AS_DONE and a.according_to == b.according_to
    counted = {act.token.lemma_ for act in a.retold}  # "killed here, and seven others killed there" are two
    return near and told and b.act.token.lemma_ not in counted and fits(a.place, b.place) and fits(a.when, b.when)


def _foiled(one: Told) -> bool:
    """Whether an attack was beaten off: those who are told to have died then mostly made it."""
    return any(step.token.lemma_ in ("foil", "thwart") for step in one.act.standing.steps)


_NOT_DEADLY = frozenset({"abduct", "torture", "sexual", "beat", "crowd-control", "destroy"})


def _killed_once(a: Told, b: Told, page: Page) -> bool:
    """Whether two deeds befall one and the same person: who is said to be shot, and to be dead, and to be the victim of a murder is killed once."""
    if a.type != "ASSAULT" or b.type != "ASSAULT" or a.status not in AS_DONE or b.status not in AS_DONE or a.voice != b.voice:
        return False
    if _NOT_DEADLY & {a.mode, b.mode} or not (casualty(a.act) or casualty(b.act) or a.mode == b.mode):
        return False
    same = [page.cast[party] for party in a.recipients if party in b.recipients]
    one = any(member.kind == "person" or (member.kind == "civilians" and not member.many) for member in same)
    return one and agree(a.actors, b.actors) and fits(a.when, b.when)


def _restated(a: Told, b: Told) -> bool:
    """Whether `b` tells `a` again: "the attack" after an attack, or the same words with nothing that differs."""
    if a.type != b.type or (a.status in NOT_TOLD) != (b.status in NOT_TOLD) or wards_off(a) != wards_off(b):
        return False
    token = b.act.token
    if casualty(a.act) and casualty(b.act) and _counted_apart(a.act, b.act):
        return False
    if b.act.verbal and (in_turn(token) or _of_others(b.act) or (b.type == "ACCUSE" and b.actors and not a.actors)):
        return False  # "a pretext for accusing the army" is nobody's accusation, and not the one that the rebels make
    if of_a_span(a.act.token, token):
        return False
    if any(is_another([a.act.token, *a.act.actors], noun) for noun in (token, *b.act.actors)):
        return False  # "a third shell fell"
    near = token.i - a.act.token.i < _REACH
    same_voice = a.according_to in (None, b.according_to)
    if b.act.verbal and a.type == "ASSAULT" and near and same_voice and b.act.actors and all(_strikes(n) and _definite(n) for n in b.act.actors):
        return agree(a.recipients, b.recipients) and fits(a.place, b.place) and fits(a.when, b.when)  # "the strikes hit the town"
    same_words = token.lemma_.lower() == a.act.token.lemma_.lower() or (near and a.mode is not None and a.mode == b.mode)
    if b.act.verbal and not near and not (set(a.actors) & set(b.actors) or set(a.recipients) & set(b.recipients)):
        return False
    if not same_words or a.according_to != b.according_to or (a.status != b.status and not {a.status, b.status} <= set(AS_DONE)):
        return False
    return agree(a.actors, b.actors) and agree(a.recipients, b.recipients) and fits(a.place, b.place) and fits(a.when, b.when)


def _of_others(act: Act) -> bool:
    """Whether a deed befalls what has not been told of: "ambushed a patrol", "another village"."""
    return any(child.lower_ in ("a", "an", "another") for noun in act.recipients for child in noun.children)


def _counted_apart(a: Act, b: Act) -> bool:
    """Whether two acts count those whom they befall, and differently: "killed three soldiers", "73 soldiers were killed"."""
    counts = [{child.lower_ for noun in act.recipients for child in noun.children if child.dep_ == "nummod"} for act in (a, b)]
    return bool(counts[0] and counts[1]) and not counts[0] & counts[1]


def _definite(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in DEFINITE for child in noun.children)


def fits(a: object, b: object) -> bool:
    return a is None or b is None or a == b


def agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return not a or not b or bool(set(a) & set(b))
