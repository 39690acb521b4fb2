"""Which acts may be events: background words, acts inside names or credits and acts that another one tells are left out by rule.

Of the others the judge says which are told as events.
"""

from collections.abc import Iterable

from sayso.reading.gerunds import misread_gerund
from sayso.reading.grammar import by_phrase, objects_of, resolved
from sayso.reading.happened.act import Act
from sayso.reading.happened.backdrop import called_by_its_year, spoken_of, undergone
from sayso.reading.happened.embedding import is_price
from sayso.reading.happened.figurative import Figurative
from sayso.reading.happened.history import WARS, how_it_began
from sayso.reading.happened.noun_roles import parries
from sayso.reading.happened.peace import Peace
from sayso.reading.happened.senses import Senses
from sayso.reading.happened.status import OCCURS
from sayso.reading.happened.surroundings import flames
from sayso.reading.page import Page
from sayso.reading.parsed import Sentence, Token

_SPOKEN = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
_AIMS = frozenset({"SUPPORT", "AID", "CONCEDE", "REJECT", "CONSULT", "AGREE", "COOPERATE", "SANCTION"})
_ADJECTIVAL = frozenset({"COERCE"})
_ADJECTIVES = frozenset({"coerce.deport", "coerce.force-flee"})
"""Senses whose participle before a noun is a mere adjective: "displaced people", "forced labour"."""

_STANDING = frozenset({"coerce.dissolve", "coerce.dissolve2", "coerce.restrict"})
"""Senses whose participle behind a name says how a group stands: "the Front (outlawed in three countries)"."""

_ENCIRCLERS = frozenset({"army", "troop", "force", "soldier", "fighter", "rebel", "militia", "militant", "brigade", "unit", "police", "tank"})
_TALK = frozenset({"fear", "report", "allegation", "claim", "story", "rumour", "rumor", "threat", "risk", "weapon"})
_YEARS = frozenset({"year", "decade", "century", "generation"})
_REMEMBERED = frozenset({
    "anniversary", "film", "museum", "book", "documentary", "novel", "memorial", "memory", "commemoration", "exhibition", "song", "movie", "play",
    "monument", "remembrance", "commemorate", "remember", "mark", "depict", "portray",
})  # fmt: skip
"""What tells of a deed long past or made up: "the anniversary of the massacre", "a film about the siege"."""

_CLUES = frozenset({"information", "reward", "bounty", "clue", "tip", "lead", "warrant", "hunt", "search"})
"""What may lead to a deed of the law, which has not been done."""

_LONG = frozenset({"war", "conflict", "uprising", "insurgency", "revolt", "rebellion"})
_OUTSET = frozenset({"beginning", "start", "outbreak", "outset", "onset"})
_DEATHS = frozenset({"kill", "die", "perish"})

_BARE_STRIKE = "n.strike-plain"
_FELL = "assault.place-fell"
_FALLING = frozenset({"to", "into", "behind", "by", "below", "under", "off", "through", "upon", "within", "back", "short"})
"""What makes another thing of falling."""
_OF_ARMS = frozenset({
    "airstrike", "air", "missile", "drone", "rocket", "warplane", "jet", "artillery", "bomb", "bombing", "shelling", "shell", "aircraft",
    "raid", "warhead", "bombardment", "fighter", "militant", "rebel", "troop",
})  # fmt: skip
"""Of a report with one of these words a bare "strike" is one of arms, not of labour."""

_PONDER = frozenset({"consider", "mull", "contemplate", "explore", "weigh", "discuss", "ponder", "debate", "study"})


_BY_FIRE = frozenset({"in", "by", "from", "after", "during"})
_DYING = frozenset({"kill", "die", "death", "toll", "dead", "casualty", "fatality", "leave", "claim", "cost", "injure", "wound", "perish", "hurt"})
_MISHAPS = frozenset({"accident", "crash", "mishap"})
_CRASHING = frozenset({"crash", "collide", "overturn", "capsize", "derail"})
_HIT = frozenset({
    "hit", "shoot", "attack", "strike", "target", "missile", "rocket", "fire", "bomb", "mine", "sabotage", "gunman", "down", "rebel", "drone",
    "mortar", "shell", "round", "artillery", "grenade", "projectile", "barrage", "salvo", "volley", "bullet", "shrapnel",
})  # fmt: skip


class OffTopic:
    """What a sentence is about that tells deeds without a war.

    Sports and markets attack, defeat and strike deals: known by two words of the field. Floods, crashes and diseases kill: known by one,
    where nothing but deaths is told, or that a place is sealed off.
    """

    def __init__(self, senses: Senses) -> None:
        self._fields = (senses.classes["sport"], senses.classes["market"])
        self._calamity, self._arms = senses.classes["calamity"], senses.classes["arms"]
        self._known: dict[int, tuple[bool, bool]] = {}

    def __call__(self, act: Act) -> bool:
        """Whether the sentence of an act is one of them."""
        start = act.token.sent.start
        if start not in self._known:
            words = act.token.sent.lemmas
            if "storm" in words and not any(other.lemma_.lower() == "storm" and other.tag_[:1] == "N" for other in act.token.sent):
                words = words - {"storm"}  # "stormed the village"
            self._known[start] = any(len(words & field) > 1 for field in self._fields), bool(words & self._calamity) or self._burns(act.token.sent)
        off, calamity = self._known[start]
        dying = act.type == "ASSAULT" and act.sense.row.mode is None and act.token.lemma_.lower() in _DYING
        shut = act.type == "COERCE" and ((calamity and act.token.lemma_.lower() in _SHUTTING) or _by_accident(act))
        return off or shut or (dying and (calamity or _by_mishap(act.token)))

    def _burns(self, sentence: Sentence) -> bool:
        """Whether a fire burns that nobody is told to have set: "a fire broke out in the mill and two died"."""
        fires = (token for token in sentence if flames(token))
        burning = any(token.dep_ in ("nsubj", "nsubjpass") or (token.dep_ == "pobj" and token.head.lower_ in _BY_FIRE) for token in fires)
        return burning and (sentence.lemmas & self._arms).issubset(_DYING)


def _by_mishap(verb: Token) -> bool:
    """Whether people are hurt "in a road accident", or "when two helicopters crashed" that nobody hit."""
    clauses = (child for child in verb.children if child.dep_ == "advcl" and child.lemma_ in _CRASHING)
    if any(not any(t.lemma_.lower() in _HIT for t in clause.subtree) for clause in clauses):
        return True
    return any(child.lower_ in ("in", "by", "from", "of") and any(n.lemma_.lower() in _MISHAPS for n in objects_of(child)) for child in verb.children)


def _by_accident(act: Act) -> bool:
    """Whether a crash shuts a way, and nobody does: "the crash blocked the tunnel", "the bridge was shut after a collision"."""
    if act.token.lemma_.lower() not in _BARRING or any(noun.lemma_.lower() not in _ACCIDENTS for noun in act.actors):
        return False
    return any(
        noun.lemma_.lower() in _ACCIDENTS
        for child in act.token.children
        for noun in ([child] if child.dep_ == "nsubj" else objects_of(child) if child.lower_ in ("after", "by") else [])
    )


def worth_judging(acts: Iterable[Act], page: Page, senses: Senses, peace: Peace) -> list[Act]:
    """The acts of this page that may be events, in their order."""
    off_topic, figurative = OffTopic(senses), Figurative(page, senses, peace)
    cues = {cue[0] for cue in (statement.cue for statement in page.statements) if cue is not None}
    found = [act for act in acts if not (page.skipped(act.token.idx) or off_topic(act) or figurative(act))]
    found = [act for act in found if not (act.learnt and act.token.idx in cues)]  # who only says it
    if any(act.sense.row.sense == _BARE_STRIKE for act in found) and _OF_ARMS.isdisjoint(page.doc.lemmas):
        found = [act for act in found if act.sense.row.sense != _BARE_STRIKE]
    if all(_to_himself(act) for act in found if act.type == "ASSAULT"):  # beside other deeds it is a part of what happened
        found = [act for act in found if not _to_himself(act)]
    at = {act.token.i: act for act in found}
    fallen = [act for act in found if act.sense.row.sense != _FELL or _of_ground(act, page, senses)]
    return [act for act in fallen if not (_background(act) or _of_the_past(act, page) or _within_another(act, at) or _of_defence(act, at))]


def _of_defence(act: Act, at: dict[int, Act]) -> bool:
    """Whether a verb tells that an attack was beaten off, which is the deed: "fought off several raids"."""
    told = (at.get(noun.i) for noun in act.recipients)
    return act.verbal and parries(act.token) and any(one is not None and one.type == "ASSAULT" and not one.verbal for one in told)


def _of_the_past(act: Act, page: Page) -> bool:
    return called_by_its_year(act, page.published) or how_it_began(act, page)


def _of_ground(act: Act, page: Page, senses: Senses) -> bool:
    """Whether what "fell" is ground: a place of the page, or a word for one. A town that fell "to" somebody is another sense."""
    if any(child.dep_ in ("acomp", "prt", "dobj") or child.lower_ in _FALLING for child in act.token.children):
        return False
    grounds = senses.classes["fallen"]
    return any(
        (noun.lemma_.lower() in grounds or page.atlas.at(noun.idx, noun.idx + len(noun)) is not None)
        and page.cast.at(noun.idx, noun.idx + len(noun)) is None
        for noun in act.recipients
    )


def _background(act: Act) -> bool:
    token, status = act.token, act.standing.status
    if act.sense.row.pos == "a" and status in ("planned", "conditional", "possible", "demanded"):
        return True  # "until the last of them is dead" is about the operation
    if any(step.token.lemma_ in _PONDER for step in act.standing.steps):
        return True
    if act.type in ("AID", "RETREAT") and any(step.effect == "prevent" and not step.negated for step in act.standing.steps[:1]):
        return True  # "kept trucks from entering" is the deed of who keeps them out
    if (act.verbal and token.dep_ == "acl" and _describes(act)) or spoken_of(act):
        return True
    if token.lemma_ == "bomber" and any(step.effect in ("stop", "prevent") for step in act.standing.steps):
        return True  # "a suicide bomber was stopped": he is somebody
    if act.verbal:
        if (token.dep_ == "amod" or token.tag_[:1] == "J") and not misread_gerund(token):
            said = act.sense.row.sense
            return act.type not in _ADJECTIVAL or said in _ADJECTIVES or said in _STANDING or (token.i > 0 and token.nbor(-1).text == "-")
        if act.type == "CONSULT" and (status == "demanded" or (token.lower_ == "speaking" and token.dep_ == "advcl")):
            return True  # "speaking to reporters, he said"
        if act.type == "PROTEST" and _no_protest(token):
            return True
        if _opinion(act) or _sums_up(act) or _travels(act) or _inquires(act):
            return True
        aims = act.type in _AIMS or act.sense.row.sense in ("retreat.end-hostilities", "retreat.lift-siege", "retreat.allow")
        return aims and _aim(token) and not _goes_to_meet(act)
    if act.type == "ACCUSE" and status == "denied":  # a charge that is denied is what the denial is about, no deed of its own
        return True
    if act.type in _SPOKEN and not act.sense.objects:
        carried = (act.carried and token.dep_ in ("dobj", "nsubjpass", "attr")) or _exists(token)
        if token.dep_ == "pobj" and not _shared(token):
            carried = False
        if not carried and not (act.actors and token.dep_ not in ("pobj", "conj")):
            return True
        return act.type in ("AGREE", "REQUEST") and status in ("demanded", "possible", "denied")
    if act.type == "CONSULT" and (status in ("demanded", "possible") or (token.dep_ == "pobj" and token.head.lower_ == "of")):
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in _TALK and not act.actors:
        return True
    if _for_years(token):
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "as" and act.sense.row.sense == "n.misinfo":
        return True  # "rejected the account as propaganda": what the teller calls it
    if token.lemma_ == "mission" and not act.carried and not (token.dep_ == "nsubj" and token.head.lemma_ in OCCURS):
        aimed = any(child.lower_ == "against" or (child.dep_ in ("acl", "relcl") and child.tag_ == "VB") for child in token.children)
        return not aimed  # a mission that says or does something is a body
    if token.lemma_ == "death" and token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lemma_ in _FIGURES:
        return True
    if token.lemma_ == "protest" and token.dep_ == "pobj" and token.head.lower_ == "in" and not any(c.i < token.i for c in token.children):
        return True  # "in protest at"
    if token.dep_ == "pobj" and is_price(token.head):
        return True  # "in exchange for", "in return for"
    if token.dep_ in ("pobj", "conj") and _sought(token):
        return True  # "a reward for his capture", "information leading to the arrest": not yet
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("of", "about") else token.head
    if token.dep_ in ("pobj", "dobj", "nsubjpass") and above.lemma_.lower() in _REMEMBERED:
        return True
    return act.type not in ("ASSAULT", "COERCE", "PROTEST", "RETREAT") and not act.actors and not act.recipients and act.light is None


def _for_years(noun: Token) -> bool:
    """Whether a deed fills years that are told as a whole: "six years of killing, destruction and displacement"."""
    while noun.dep_ == "conj":
        noun = noun.head
    return noun.dep_ in ("pobj", "pcomp") and noun.head.lower_ == "of" and noun.head.head.lemma_ in _YEARS


def _no_protest(verb: Token) -> bool:
    """Whether a word read as a protest is rebels ("in the east and rebels the monitor said"), or shows something: "demonstrated that"."""
    if verb.lemma_ == "rebel" and verb.lower_ in ("rebel", "rebels"):
        return not any(child.lower_ == "against" for child in verb.children)
    return verb.lemma_ == "demonstrate" and any(child.dep_ in ("ccomp", "dobj") for child in verb.children)


_FIGURES = frozenset({"scare", "scared", "frighten", "frightened", "bore", "bored", "love"})
"""Verbs of which nobody dies "to death"."""


def _to_himself(act: Act) -> bool:
    """Whether somebody hurts himself alone: "shot himself"; to blow oneself up is an attack."""
    hurt = act.type == "ASSAULT" and act.sense.row.mode != "suicide-attack" and act.token.lemma_ != "blow"
    return hurt and any(child.dep_ == "dobj" and child.lower_.endswith(("self", "selves")) for child in act.token.children)


_SHUTTING = frozenset({"seal", "cordon", "close", "quarantine"})
_BARRING = _SHUTTING | {"block", "shut"}
_ACCIDENTS = frozenset({"accident", "crash", "collision"})
_GOING = frozenset({"leave", "quit", "depart"})
_PARTIES = frozenset({"team", "delegation", "crew"})
_ENVOYS = frozenset({
    "minister", "envoy", "ambassador", "diplomat", "mediator", "negotiator", "secretary", "premier", "delegate", "pope", "official", "president",
    "emissary",
})  # fmt: skip


def _travels(act: Act) -> bool:
    """Whether one person or a delegation goes on its way: "the minister quit Paris for Rome" is no retreat."""
    if act.sense.row.mode != "withdraw" or act.token.lemma_ not in _GOING or len(act.actors) != 1:
        return False
    who = act.actors[0]
    return who.ent_type_ == "PERSON" or who.lemma_.lower() in _PARTIES or (who.tag_ == "NN" and who.lemma_.lower() in _ENVOYS)


def _sought(deed: Token) -> bool:
    """Whether a deed is only what a reward or a clue is for."""
    while deed.dep_ == "conj":
        deed = deed.head
    above = deed.head.head
    if deed.head.lower_ == "to" and above.lemma_ == "lead":
        above = above.head
    elif deed.head.lower_ != "for":
        return False
    if above.lemma_ in ("offer", "demand", "seek") and any(child.dep_ == "dobj" and child.ent_type_ == "MONEY" for child in above.rights):
        return True  # "demanded $9,000 for the release of the boy"
    if above.lemma_ in ("be", "give", "offer", "pay", "put", "announce", "post"):
        above = next((child for child in above.children if child.dep_ in ("dobj", "nsubjpass", "nsubj")), above)
    return above.lemma_ in _CLUES


_HEADING = frozenset({"lead", "head"})
"""Verbs of who is at the head of a body: "the inspection team, led by X"."""


def _describes(act: Act) -> bool:
    """Whether a participle behind a noun only says which one is meant: "the Front, outlawed at home", "the hills surrounding Y"."""
    token, sense = act.token, act.sense.row.sense
    if token.tag_ == "VBG":
        return sense == "coerce.siege" and not (token.head.ent_type_ or token.head.lemma_.lower() in _ENCIRCLERS)
    return sense == "support.praise" or (sense in _STANDING and not by_phrase(token)) or (sense == "accuse.open-probe" and token.lemma_ in _HEADING)


def _opinion(act: Act) -> bool:
    """Whether to agree is to be of one mind, not to make an agreement: "they agree with what was said", "she agrees that"."""
    if act.sense.row.sense != "agree.agree":
        return False
    ties = {child.lower_ for child in act.token.children if child.dep_ == "prep"} | {child.dep_ for child in act.token.children}
    if any(child.dep_ == "nsubj" and child.lower_ in ("i", "we") for child in act.token.children) and not ties & {"to", "on", "xcomp"}:
        return True  # "I agree"
    if act.token.tag_ not in ("VBP", "VBZ"):  # "agreed with his critics that it was a mistake"; what they agree that they will do is a deal
        told = (c for clause in act.token.children if clause.dep_ == "ccomp" for c in clause.children if c.dep_ in ("aux", "auxpass"))
        return {"with", "ccomp"} <= ties and not ties & {"to", "on", "xcomp"} and not any(c.lower_ in ("will", "would", "shall") for c in told)
    return not ties & {"to", "on", "xcomp"} and bool(ties & {"with", "ccomp"})


def _inquires(act: Act) -> bool:
    """Whether to ask is to put a question and no request: "asked whether he knew", "asked him how high it was", "asked them: 'Can she stay?'"."""
    if act.sense.row.sense != "request.ask":
        return False
    clauses = [c for c in act.token.children if c.dep_ == "ccomp"]
    if any(clause.left_edge.tag_[:1] == "W" or any(word.lower_ in ("whether", "if") for word in clause.lefts) for clause in clauses):
        return True
    return act.token.lemma_ == "ask" and any(child.text == "?" for clause in clauses for child in clause.children)


def _sums_up(act: Act) -> bool:
    """Whether a verb counts the dead of a whole war in passing: "the conflict has left 10,000 dead", "more than 10,000 people have been killed
    since the war began"."""
    token = act.token
    if _of_a_war(token) or (token.dep_ == "conj" and token.tag_ == "VBN" and _of_a_war(token.head)):
        return True
    doers = [resolved(child).lemma_.lower() for child in token.children if child.dep_ == "nsubj"]
    if token.lemma_ == "kill" and token.tag_ == "VBN" and any(doer in _LONG for doer in doers):
        return True  # "the conflict has killed 10,000 people", "a war that has killed"
    if act.sense.row.sense not in ("assault.leave-dead", "assault.death") or not any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children):
        return False
    if token.dep_ == "relcl" and token.head.lemma_.lower() in WARS:
        return True
    return any(child.dep_ == "nsubj" and child.lemma_.lower() in WARS for child in token.children)


def _of_a_war(verb: Token) -> bool:
    """Whether people "have been killed" or "have died" by nobody's hand, in a war or since it began."""
    helped = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.lemma_ not in _DEATHS or not helped & {"have", "has"} or (verb.lemma_ == "kill" and "been" not in helped) or by_phrase(verb):
        return False
    told = (verb, *(c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"))  # "and 300,000 displaced since"
    clauses = (c for one in told for c in one.children if c.dep_ == "advcl")
    since = (c for c in clauses if any(mark.dep_ == "mark" and mark.lower_ == "since" for mark in c.children))
    during = (noun for c in verb.children if c.dep_ == "prep" and c.lower_ in ("in", "since", "during") for noun in objects_of(c))
    subjects = (noun for clause in since for noun in clause.children if noun.dep_ == "nsubj")
    nouns = [*during, *subjects]
    nouns += [noun for first in nouns if first.lemma_ in _OUTSET for c in first.children if c.lower_ == "of" for noun in objects_of(c)]
    return any(noun.lemma_.lower() in _LONG for noun in nouns)


def _aim(token: Token) -> bool:
    """Whether a verb only names a purpose: "to protect civilians"."""
    return token.dep_ in ("advcl", "acl") and token.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


_TRAVEL = frozenset({"go", "come", "travel", "fly", "head", "set", "drive", "walk", "ride", "journey", "trek", "return", "arrive"})


def _goes_to_meet(act: Act) -> bool:
    """Whether somebody has set out for the talks that he means to have: "went to the border to talk with the captors"."""
    return act.type == "CONSULT" and act.token.head.lemma_ in _TRAVEL and act.token.head.tag_ in ("VBD", "VBN") and bool(act.recipients)


def _exists(token: Token) -> bool:
    """Whether a noun is said to be there: "there was a deal"."""
    return token.dep_ in ("attr", "nsubj") and token.tag_[:1] == "N" and any(child.dep_ == "expl" for child in token.head.children)


def _shared(token: Token) -> bool:
    return token.head.lower_ in ("of", "by")


def _within_another(act: Act, at: dict[int, Act]) -> bool:
    """What is refused has no event of its own below the REJECT; permission has none beside what is permitted; what a deed is called is none."""
    if not act.verbal and act.type in ("ASSAULT", "COERCE") and (verb := _calling(act.token)) is not None:
        return any(child.i in at for child in verb.children if child.dep_ in ("dobj", "nsubjpass") and child.i < act.token.i)
    for step in act.standing.steps:
        above = at.get(step.token.i)
        if above is not None and above.type == "REJECT" and act.standing.status == "denied":
            return True
    token = act.token
    above = at.get(token.head.i)
    if above is not None and above.sense.row.sense == "coerce.force-flee" and token.dep_ == "xcomp" and act.type in ("COERCE", "RETREAT"):
        return True  # "forced thousands to flee" is one deed
    if undergone(act, at):
        return True
    if above is not None and above.type == "REJECT" and act.standing.status in ("denied", "planned") and token.dep_ in ("xcomp", "ccomp"):
        return True
    if act.sense.row.sense == "retreat.allow":
        return any(other.type in ("RETREAT", "AID", "CONCEDE") and other is not act and token.is_ancestor(other.token) for other in _near(act, at))
    return False


_CALLING = frozenset({
    "describe", "condemn", "denounce", "call", "brand", "label", "treat", "regard", "see", "view", "portray", "characterise", "characterize", "term",
    "decry",
})  # fmt: skip


def _calling(noun: Token) -> Token | None:
    """The verb that calls something by a noun: "described the raid as an act of aggression", "called it a massacre"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in ("act", "form", "kind", "case"):
        noun = noun.head.head
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head if noun.dep_ in ("oprd", "attr") else None
    return verb if verb is not None and verb.lemma_ in _CALLING else None


def _near(act: Act, at: dict[int, Act]) -> Iterable[Act]:
    return (at[i] for i in range(act.token.i + 1, min(act.token.i + 25, len(act.token.doc))) if i in at)
