"""Whether an event happened, goes on, is denied, planned, demanded, possible or conditional: read off the words it is embedded under."""

from dataclasses import dataclass, replace

from sayso.model.codes import Status
from sayso.reading.doubt import asked, negated
from sayso.reading.grammar import agents
from sayso.reading.happened.disowned import disowners
from sayso.reading.happened.embedding import Step, caused, effect_of, gainsaid, is_price, performs, price_of, said_besides, set_out, under_terms
from sayso.reading.happened.senses import Senses
from sayso.reading.parsed import Token
from sayso.reading.retracted import denial_withdrawn

_MODALS: dict[str, Status] = {
    "will": "planned", "shall": "planned", "'ll": "planned", "wo": "planned", "ll": "planned", "would": "planned", "'d": "planned",
    "may": "possible", "might": "possible", "could": "possible", "can": "possible", "ca": "possible",
    "must": "demanded", "should": "demanded", "ought": "demanded",
}  # fmt: skip
_HEDGES = frozenset({
    "reportedly", "allegedly", "apparently", "supposedly", "purportedly", "presumably", "seemingly", "alleged", "suspected", "apparent",
    "reported", "purported", "probably", "possibly", "perhaps", "maybe", "unconfirmed", "rumoured", "rumored",
})  # fmt: skip
_HEDGING = frozenset({"believe", "think", "suspect", "presume", "appear", "seem", "rumour", "rumor", "allege", "suppose", "assume"})
_CONDITIONS = frozenset({"if", "unless", "provided", "lest", "assuming"})
_PROGRESS = frozenset({"ongoing", "continuing", "continued", "current", "continuous", "still", "currently", "daily"})
_FUTURE = frozenset({"planned", "proposed", "future", "upcoming", "forthcoming", "impending", "imminent", "expected", "scheduled", "intended"})
_MAYBE = frozenset({"possible", "potential", "feared", "threatened", "hypothetical", "would-be", "likely", "looming"})
_ORDER: tuple[Status, ...] = ("conditional", "denied", "demanded", "possible", "planned", "ongoing", "happened")
_STATUS_OF: dict[str, Status] = {
    "deny": "denied", "agree": "planned", "plan": "planned", "threaten": "planned", "demand": "demanded", "need": "demanded",
    "refuse": "denied", "prevent": "denied", "fail": "denied", "possible": "possible", "want": "planned",
}  # fmt: skip
_PARTS = frozenset({
    "part", "series", "wave", "number", "round", "spate", "string", "campaign", "day", "kind", "type", "form", "act", "case", "level", "escalation",
    "resumption", "start", "beginning", "signing", "conclusion", "course", "implementation", "news", "exchange", "swap",
})  # fmt: skip
"""Nouns that are no more than a measure of what follows "of"."""

_ATTACKS = frozenset({"attack", "assault", "raid", "offensive", "incursion", "advance", "ambush"})
_TROOPS = frozenset("army troop force unit soldier fighter militia brigade garrison rebel regiment battalion navy warship".split())
_INTO = frozenset({"for", "to", "into", "in", "on"})
OCCURS = frozenset({
    "be", "happen", "occur", "take", "begin", "start", "continue", "end", "go", "come", "resume", "materialise", "materialize", "last", "follow",
    "break", "erupt", "stop", "rage", "persist", "cease", "appear", "seem", "loom", "remain", "hold", "fail", "proceed", "arrive", "reach",
})
"""Verbs that only say that a happening happens: what they say of it holds for it."""

_SPREADS = frozenset({"spread", "extend", "expand", "move", "arrive", "near", "approach", "touch", "hit"})
"""Verbs of a happening that comes to a place: negated, it was not there."""

_FACTIVE = frozenset({
    "explain", "condemn", "investigate", "discuss", "mention", "address", "confirm", "criticise", "criticize", "describe", "answer", "celebrate",
    "witness", "see", "hear", "notice", "regret", "forget", "remember", "understand", "justify", "forgive", "avenge", "acknowledge",
})  # fmt: skip
"""Verbs of which a negation or a wish leaves their object as real as it was: "failed to explain the attack"."""

_CLAIMING = frozenset({
    "claim", "profess", "purport", "pretend", "know", "say", "report", "see", "find", "prove", "turn", "dare", "live", "come", "take", "rush",
})  # fmt: skip
"""Verbs of which an infinitive may tell what was done: "claimed to hold the town", "was said to have fled"."""

_NUMBERING = frozenset({"first", "last", "only", "latest", "next", "second", "third"})
_GOING_ON = frozenset({"continue", "keep", "go", "remain", "rage", "persist"})
_REFUSING = frozenset({"refuse", "decline", "reject", "suspend", "bar", "block", "postpone", "delay"})
_CLIMBS = 12


@dataclass(frozen=True, slots=True)
class Standing:
    """How an event stands: its status, whether hedged, and the words it is embedded under, innermost first."""

    status: Status
    hedged: bool
    steps: tuple[Step, ...]
    negated: bool
    """The predicate itself, or the verb that carries it, is negated."""


def standing(token: Token, senses: Senses, lasting: bool = False) -> Standing:
    """How a predicate stands, worked out once for all who ask: one lexicon reads a text. A `lasting` state told of the present goes on."""
    known, key = token.doc.answers, ("standing", token.i)
    found: Standing = known.get(key) or known.setdefault(key, _climbed(token, senses))
    return replace(found, status="ongoing") if lasting and found.status == "happened" and _present(token) else found


def _climbed(token: Token, senses: Senses) -> Standing:
    """Walk from a predicate up to the root and gather what the words on the way do to it."""
    found: set[Status] = set()
    steps: list[Step] = []
    hedged = _hedged(token)
    unreal = negated(token) and not _forbidden(token)
    before: set[Status] | None = None
    """What was found below the word that leaves the matter open."""
    _add(found, _own(token))
    noun = token.tag_[:1] == "N"
    if noun and disowners(token, senses.classes["share"]):
        found.add("denied")
    child = _beside_deed(token, senses) if noun and token.dep_ == "conj" else token
    head = child.head
    for _ in range(_CLIMBS):
        put_off = (child.dep_ == "advcl" and _until(child)) or (child.dep_ == "prep" and child.lower_ == "until")
        if ((_conditional(child) or _inverted(child)) and not asked(child)) or (put_off and _withheld(head)):
            found.add("conditional")
        if child.dep_ == "prep" and child.lower_ == "without":
            found.add("conditional" if negated(head) else "denied")  # "will not leave without a truce" asks for one
        if head.i == child.i:
            break
        verb = head.pos_ in ("VERB", "AUX")
        if gainsaid(head, child):
            found.add("denied")
            break
        if denial_withdrawn(head, child):
            before = set()
        if before is None and senses.doubt.leaves_open(head, child, noun):
            before = found | ({"denied"} if unreal or senses.doubt.unseen(head) else set())
        if senses.doubt.untrue(head, child):
            found.add("denied")
        if performs(head, child):
            break
        if child.dep_ == "conj" and head.tag_ == "VB" and child.tag_ in ("VBD", "VBZ", "VBP"):
            break
        if child.dep_ == "conj" and head.dep_ == "ccomp" and said_besides(child, head):
            child, head = head.head, head.head.head  # "denied that it had fired and accused ...": what is said or found next is beside it
            continue
        if child.dep_ == "conj":
            if child.pos_ in ("VERB", "AUX") and not any(c.dep_ in ("nsubj", "nsubjpass", "aux") and c.lower_ != "to" for c in child.children):
                _add(found, _own(head), but="ongoing")
            child, head = head, head.head
            continue
        if set_out(head, child) or (child.pos_ in ("VERB", "AUX") and under_terms(child)):
            found.add("planned")
        if noun and child.dep_ == "nsubj" and head.lemma_ == "be":
            _add(found, _said_of(head, senses))
        effect = price_of(head, child, senses) or effect_of(head, child, noun and child is token, senses)
        if noun and child.dep_ == "nsubj" and _of_others(head):
            effect = None
        if effect:
            step = Step(head, effect, negated(head))
            steps.append(step)
            _add(found, _status_after(step))
            if effect in ("demand", "agree", "plan") and _refused(head, senses):
                break  # "rejected a demand that they leave", "an offer to leave": it stays demanded, or offered
            if effect == "say" and head.dep_ == "xcomp" and "refuse" in senses.effects(head.head):
                break  # "declined to say how many were killed" denies no killing
            if effect == "do" and head.lemma_ in _GOING_ON and child.tag_ == "VB" and _has_object(head, child):
                found.add("planned")  # "continue their offensive to seize the town"
            elif effect == "do" and head.lemma_ == "go" and head.tag_ == "VBG" and child.tag_ == "VB":
                found.add("planned")
            elif effect == "do" and head.lemma_ in _GOING_ON and not noun and not (child.dep_ == "advcl" and head.lemma_ == "go"):
                found.add("ongoing")
            if effect in ("try", "agree", "threaten", "plan", "stop", "prevent", "demand", "want", "make", "do", "need", "refuse"):
                _add(found, _own(head), but=None if effect in ("do", "try") else "ongoing")
        elif noun and child.dep_ == "nsubj" and verb and (head.lemma_ not in OCCURS or _of_others(head)):
            if _own(head) in ("planned", "possible") and any(c.lower_ in ("a", "an", "any") for c in child.children):
                found.add("possible")  # "a storming would cost lives"; "the storming may cost him his post"
            unreal = unreal or (head.lemma_ in _SPREADS and negated(head))
            break
        elif noun and verb and child.dep_ == "dobj" and head.lemma_ == "claim":
            break  # "nobody has claimed the raid" denies no raid
        elif noun and verb and ((child.dep_ == "dobj" and head.lemma_ in _FACTIVE) or (child.dep_ == "nsubjpass" and head.lemma_ == "hear")):
            break  # "failed to explain the raid", "gunfire could be heard"
        elif noun and verb and child.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "pobj"):
            carried = child.dep_ == "nsubj" or (child.dep_ == "dobj" and head.lemma_ in senses.light)
            _add(found, _own(head), but=None if carried else "ongoing")
            if head.lemma_ in _GOING_ON and head.tag_ in ("VBZ", "VBP") and child.dep_ in ("dobj", "nsubj"):
                found.add("ongoing")
            told_of = child.dep_ == "nsubjpass" and head.lemma_ not in senses.light  # "the raid was not linked to it", "was not claimed"
            unreal = unreal or (negated(head) and child.dep_ != "pobj" and not told_of)
        elif noun and verb and child.dep_ == "prep" and child.lower_ == "under" and head.lemma_ in ("be", "come", "remain", "live"):
            found.add("ongoing")
            break
        elif is_price(child):
            _add(found, _own(head), but="ongoing")
        elif noun and verb and child.dep_ == "prep" and child.lower_ in _INTO:
            _add(found, _own(head), but="ongoing")
            break
        elif senses.doubt.hearsay(head, child):
            hedged = hedged or head.lemma_ in ("report", "rumour", "rumor")
        elif verb and child.dep_ == "prep" and child.lower_ == "by" and token.tag_ == "VBG":  # "could cut the road by shelling the bridge"
            _add(found, _own(head), but="ongoing")
            break
        elif not _transparent(head, child):
            if child.dep_ == "advcl" and _told_of_now(token) and _own(head) in ("planned", "possible"):
                found.add("planned")
            elif head.lower_ == "soon" and _told_of_now(token):  # "as soon as they are gone"
                found.add("conditional")
            break
        elif child.dep_ == "xcomp" and head.lemma_ == "be" and _weighs(head, child):
            found.add("possible")
        elif child.dep_ == "xcomp" and verb:
            _add(found, _own(head), but="ongoing")
        if child.dep_ in ("ccomp", "xcomp"):
            hedged = hedged or _hedged(head) or head.lemma_.lower() in _HEDGING
        noun = noun and not verb
        child, head = head, head.head
    if unreal:
        found.add("denied")
    if before is not None:
        settled = next((s for s in _ORDER if s in before and s not in ("planned", "ongoing", "happened")), None)
        return Standing(settled or "possible", True, tuple(steps), unreal)
    termed = token.pos_ == "VERB" and token.dep_ == "ROOT" and under_terms(token)
    if termed or (not found and ((_aim(token) and "try" not in senses.effects(token.head)) or (not steps and _only_named(token, senses)))):
        found.add("planned")
    status = next(s for s in _ORDER if s in found or s == "happened")
    return Standing(status, hedged, tuple(steps), unreal)


def _beside_deed(token: Token, senses: Senses) -> Token:
    """The deed that a deed is told beside, where the parse puts it beside the last noun before: "the withdrawal from the heights and the release"."""
    above = token.head
    if senses.of(above) is not None or not any(child.lower_ == "the" for child in token.children):
        return token
    while above.dep_ in ("pobj", "prep", "conj"):
        above = above.head
        if above.pos_ == "NOUN" and above.dep_ in ("dobj", "nsubjpass", "attr") and senses.of(above) is not None:
            return above
    return token


def _of_others(verb: Token) -> bool:
    """Whether what happens does something to others: "the raid did not stop the rebels"."""
    return verb.lemma_ in ("stop", "end", "break", "hold") and any(child.dep_ == "dobj" for child in verb.children)


def _forbidden(token: Token) -> bool:
    """Whether what is negated is asked for: "must not be allowed to enter" denies no entry."""
    return any(child.dep_ == "aux" and child.lower_ in ("must", "should", "ought") for child in token.children)


def _told_of_now(verb: Token) -> bool:
    return verb.tag_ in ("VBZ", "VBP") or any(child.dep_ == "auxpass" and child.tag_ in ("VBZ", "VBP") for child in verb.children)


def _weighs(copula: Token, verb: Token) -> bool:
    """Whether a deed is only judged, not told: "it is wrong to bomb hospitals", "it would be unfair to punish them"; "it was" tells it."""
    told = copula.tag_ in ("VBD", "VBN")
    plain = verb.tag_ == "VB" and any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    return plain and not told and any(child.dep_ == "acomp" for child in copula.children) and any(c.lower_ == "it" for c in copula.lefts)


def _has_object(verb: Token, clause: Token) -> bool:
    return any(child.dep_ == "dobj" and verb.i < child.i < clause.i for child in verb.children)


def _add(found: set[Status], status: Status | None, but: Status | None = None) -> None:
    if status and status != but:
        found.add(status)


def _status_after(step: Step) -> Status | None:
    if step.token.lemma_ == "able" and step.token.head.tag_ == "VBD":  # "were able to leave" and left
        return "denied" if step.negated or negated(step.token.head) else None
    if not step.negated:
        return None if step.effect == "prevent" and _beaten_back(step.token) else _STATUS_OF.get(step.effect)
    if step.effect in ("deny", "refuse", "prevent", "fail"):
        return None
    if step.token.lemma_ == "guarantee":
        return "possible"  # "the ruling does not guarantee that he will be freed"
    if step.effect in ("do", "make", "try", "agree", "plan", "threaten"):
        return "denied"
    return "ongoing" if step.effect == "stop" else _STATUS_OF.get(step.effect)


def _beaten_back(verb: Token) -> bool:
    """Whether an attack was made: "troops foiled an attack", "the attack was foiled and two raiders died"; what the police foil was not."""
    if verb.lemma_ not in ("foil", "thwart"):
        return False
    attacks = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_ in _ATTACKS | _PARTS | {"attempt"}]
    made = any(c.lemma_ in ("launch", "mount", "stage") and c.dep_ == "acl" for attack in attacks for c in attack.rights)
    if by := agents(verb):
        return made or (bool(attacks) and any(noun.lemma_.lower() in _TROOPS for noun in by))
    known = any(c.lower_ == "the" or c.dep_ == "poss" for attack in attacks if attack.dep_ == "nsubjpass" for c in attack.lefts)
    return made or (known and not verb.sent.lemmas.isdisjoint(_TROOPS | {"kill", "wound", "injure", "die", "enemy"}))


def _transparent(head: Token, child: Token) -> bool:
    """Whether embedding goes on through a word that has no effect itself: clauses do, modifiers do not."""
    dep = child.dep_
    if head.pos_ in ("VERB", "AUX"):
        if dep == "advcl":
            return child.tag_ == "VBG" and not any(c.dep_ in ("mark", "nsubj") for c in child.children)
        return dep in ("ccomp", "xcomp", "dobj", "nsubj", "nsubjpass", "attr", "csubj")
    if head.pos_ in ("NOUN", "PROPN"):
        of_part = dep == "prep" and child.lower_ == "of" and head.lemma_.lower() in _PARTS
        return of_part or is_price(child) or (dep == "prep" and is_price(head.head))
    if head.pos_ == "ADP":
        return dep in ("pobj", "pcomp", "prep")
    return head.pos_ == "ADJ" and dep in ("xcomp", "ccomp", "prep")


def _aim(token: Token) -> bool:
    """Whether a verb names no more than a purpose: "to stop the convoy"."""
    return token.dep_ == "advcl" and token.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def _only_named(verb: Token, senses: Senses) -> bool:
    """Whether an infinitive only names a deed: "the way to attack the town", "it is better to withdraw"; not "the first to fall"."""
    aux = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if verb.tag_ != "VB" or "to" not in aux or "have" in aux or verb.dep_ not in ("xcomp", "acl", "relcl", "csubj"):
        return False
    head = verb.head
    if senses.effects(head):
        return False
    if head.tag_[:1] in ("N", "J"):
        return head.lemma_.lower() not in _NUMBERING and not any(child.lower_ in _NUMBERING for child in head.children)
    return head.lemma_ not in _CLAIMING and head.lemma_ not in _HEDGING


def _said_of(copula: Token, senses: Senses) -> Status | None:
    """How a deed stands by the adjective said of it: "a withdrawal is possible"; what "was due to a leak" is not to come."""
    able = frozenset(effect for child in copula.children if child.dep_ == "acomp" and not caused(child) for effect in senses.effects(child))
    return next((_STATUS_OF[effect] for effect in ("need", "plan", "possible") if effect in able and not negated(copula)), None)


def _present(token: Token) -> bool:
    """Whether a state is told of the present: by the tense of its verb, for a noun that of the verb it hangs on; nothing said is present."""
    verb = token
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return True
    tags = {child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.tag_ in ("VBN", "VBG"):
        return verb.dep_ in ("amod", "acl") or not tags & {"VBD"}
    return verb.tag_ in ("VBZ", "VBP", "VB") or (token.dep_ == "pobj" and token.head.lower_ in ("under", "amid", "despite"))


def _own(token: Token) -> Status | None:
    """What a predicate's auxiliaries, or a noun's adjectives, say of it."""
    status: Status | None = None
    progressive = token.tag_ == "VBG"
    for child in token.children:
        word = child.lower_
        if child.dep_ in ("aux", "auxpass"):
            if word in _MODALS and child.tag_ == "MD":
                return "conditional" if word in ("would", "'d") and _if_clause(token) else _MODALS[word]
            if child.lemma_ == "be" and (progressive or (child.tag_ == "VBG" and token.dep_ != "pcomp")):
                status = "ongoing"
            elif word == "to" and ((child.i and child.nbor(-1).lemma_ == "be") or _of_a_headline(token)):
                return "planned"
        elif child.dep_ in ("amod", "advmod"):
            if word in _FUTURE:
                return "planned"
            if word in _MAYBE:
                return "possible"
            if word in _PROGRESS and token.tag_ != "VBD":
                status = status or "ongoing"
    return status


def _of_a_headline(verb: Token) -> bool:
    """Whether an infinitive is all that a sentence has for a verb: "Army to withdraw from Goma", "Rebels to free 30 men, minister says"."""
    if verb.tag_ != "VB" or any(child.dep_ == "mark" for child in verb.children):
        return False
    if verb.dep_ == "acl":
        return verb.head.dep_ == "ROOT" and verb.head.tag_[:1] == "N"
    first = verb.dep_ == "ROOT" or (verb.dep_ in ("ccomp", "conj", "parataxis") and verb.i < verb.head.i)
    return first and any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.lefts)


def _if_clause(verb: Token) -> bool:
    return any(child.dep_ == "advcl" and _conditional(child) for child in verb.children)


def _conditional(clause: Token) -> bool:
    return any(child.dep_ in ("mark", "advmod") and child.lower_ in _CONDITIONS for child in clause.children)


def _inverted(clause: Token) -> bool:
    """Whether a clause is a condition by its order: "had the port fallen, ..."."""
    if clause.dep_ != "advcl":
        return False
    first = next((child for child in clause.children if child.dep_ in ("aux", "auxpass")), None)
    subject = next((child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return first is not None and subject is not None and first.i < subject.i and first.lower_ in ("had", "were", "should")


def _withheld(verb: Token) -> bool:
    """Whether a deed is not done: negated, or refused by the verb above it."""
    ruled_out = verb.lemma_ == "rule" and any(child.dep_ == "prt" for child in verb.children)
    return ruled_out or negated(verb) or verb.lemma_ in _REFUSING or (verb.dep_ == "xcomp" and verb.head.lemma_ in _REFUSING)


def _refused(demand: Token, senses: Senses) -> bool:
    """Whether a noun for a demand is what a verb refuses."""
    return demand.tag_[:1] == "N" and demand.dep_ in ("dobj", "nsubjpass") and "refuse" in senses.effects(demand.head) and not negated(demand.head)


def _until(clause: Token) -> bool:
    """Whether a clause says until when: "no talks until the troops have left"."""
    return any(child.dep_ in ("mark", "prep") and child.lower_ == "until" for child in clause.children)


def _hedged(token: Token) -> bool:
    return any(child.lower_ in _HEDGES and child.dep_ in ("advmod", "amod", "npadvmod") for child in token.children)
