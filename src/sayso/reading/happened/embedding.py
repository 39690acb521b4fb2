"""What a word does to an event below it: "deny", "plan", "stop"; by the word and by the grammatical tie between them."""

from dataclasses import dataclass

from sayso.reading.doubt import negated, none_of
from sayso.reading.happened.senses import Senses
from sayso.reading.misparsed import asked_in
from sayso.reading.parsed import Token
from sayso.reading.retracted import retracted, superseded

EFFECTS = (
    "deny", "refuse", "demand", "threaten", "agree", "plan", "stop", "prevent", "fail", "want", "possible", "need",
    "accuse", "try", "make", "do", "say",
)  # fmt: skip
"""All effects, in the order in which a word that has several is read."""

_VERB_TIES: dict[str, frozenset[str]] = {
    "deny": frozenset({"ccomp", "dobj", "xcomp", "nsubjpass"}), "refuse": frozenset({"xcomp", "dobj", "nsubjpass"}),
    "demand": frozenset({"ccomp", "xcomp", "dobj", "nsubjpass"}), "threaten": frozenset({"ccomp", "xcomp", "dobj"}),
    "agree": frozenset({"xcomp", "ccomp", "dobj"}), "plan": frozenset({"xcomp", "dobj", "nsubjpass", "ccomp"}),
    "stop": frozenset({"xcomp", "dobj", "nsubjpass"}), "prevent": frozenset({"dobj", "nsubjpass", "ccomp"}),
    "fail": frozenset({"xcomp"}), "want": frozenset({"xcomp", "ccomp", "dobj"}), "possible": frozenset({"ccomp", "dobj", "xcomp"}),
    "need": frozenset({"xcomp", "ccomp", "dobj"}), "accuse": frozenset({"xcomp"}), "try": frozenset({"xcomp"}),
    "make": frozenset({"ccomp", "xcomp"}), "do": frozenset({"xcomp", "advcl"}), "say": frozenset({"ccomp"}),
}  # fmt: skip
_PREPOSITIONS: dict[str, frozenset[str]] = {
    "demand": frozenset({"for", "on"}), "prevent": frozenset({"from", "out"}), "agree": frozenset({"to", "on"}),
    "accuse": frozenset({"of", "for", "with"}),
    "plan": frozenset({"for", "on"}), "fail": frozenset({"in"}), "do": frozenset({"with"}), "threaten": frozenset({"with", "of"}),
    "possible": frozenset({"of", "for", "about", "against"}), "want": frozenset({"for"}), "need": frozenset({"for"}), "try": frozenset({"at", "for"}),
    "stop": frozenset({"from"}), "refuse": frozenset({"to", "out"}),
}  # fmt: skip
_NOUN_PREPOSITIONS = frozenset({"of", "for", "to", "against"})
_THE_DEED_ITSELF = frozenset({"agree", "want", "say", "do", "make", "try", "possible"})
_SUBJUNCTIVE = frozenset({"demand", "request", "require", "urge", "recommend", "ask", "propose"})
_TALK = frozenset(
    "claim report allegation accusation suggestion assertion rumour rumor charge story account version statement video footage".split()
)
_DISPUTING = frozenset({"dispute", "contest", "contradict"})
_REJECTING = _DISPUTING | {"reject", "dismiss", "deny", "refute", "rebut", "repudiate", "debunk", "challenge", "belie"}
_CALLING = frozenset({"call", "describe", "brand", "label", "term", "denounce", "condemn", "dub"})
"""Verbs of which what follows may say that something is false: "described as baseless the claim that"."""
_SUBSTANCE = frozenset({"truth", "basis", "foundation", "substance", "merit", "ground"})
"""What talk has, or has not: "there is no truth in reports that", "the claim is without foundation"."""
_FALSE = frozenset(
    "false untrue baseless unfounded groundless wrong incorrect lie falsehood fake fabrication fabricate fabricated invent invention nonsense"
    " propaganda".split()
)
_GOING = frozenset({"flee", "retreat", "run", "escape", "march", "pass", "advance"})
"""Of whom one may aim at: "aimed at fleeing villagers"."""
_FEAR = frozenset({"fear", "dread", "risk", "doubt", "suspect"})
_AHEAD = frozenset({"will", "would", "'ll", "wo", "'d", "shall", "should", "must", "to", "may", "can", "could"})
_ORDERS = frozenset({"order", "instruction", "directive", "command"})
_OBEYING = frozenset({"obey", "carry", "follow", "execute", "heed"})
_DEADLY = frozenset({"kill", "wound", "injure", "die"})
_SPOKEN = frozenset("accuse blame condemn denounce urge demand warn threaten vow promise call".split())
_PERFORMED = frozenset({"thank", "congratulate", "condemn", "denounce", "apologise", "apologize", "commend", "praise", "salute", "welcome"})
_FINDING = frozenset({"find", "conclude", "establish", "determine"})
_PAPERS = frozenset({
    "plan", "deal", "accord", "agreement", "pact", "proposal", "draft", "roadmap", "resolution", "offer", "treaty", "truce", "ceasefire",
    "initiative",
    "settlement", "memorandum", "protocol", "timetable", "framework", "blueprint", "arrangement", "bill", "decree", "clause", "point",
    "scheme", "phase",
    "term", "article", "provision", "demand", "condition", "ultimatum", "order", "text", "formula", "package", "document", "paper", "charter",
})  # fmt: skip
"""What may set out deeds that are still to be done: "the accord includes an exchange"."""

_PROGRAMMES = frozenset({
    "plan", "deal", "accord", "agreement", "pact", "proposal", "roadmap", "resolution", "treaty", "ultimatum", "blueprint", "scheme", "offer",
})  # fmt: skip
"""Those of them that record nothing that was done."""

_SETS_OUT = frozenset({
    "include", "contain", "comprise", "cover", "involve", "entail", "foresee", "envisage", "envision", "stipulate", "provide", "specify",
    "outline", "list",
    "set", "lay", "propose", "prescribe", "oblige", "commit", "bind", "guarantee", "offer", "mean", "consist", "spell", "detail", "seek", "mandate",
})  # fmt: skip
_LETS = frozenset({"allow", "let", "permit", "enable", "give", "grant", "see", "empower", "authorise", "authorize"})
"""Verbs whose paper sets out what is to be only in the present: "the deal allows"; what it "allowed" was done."""

_TO_COME = frozenset({
    "withdrawal", "pullout", "pullback", "release", "exchange", "swap", "truce", "ceasefire", "cease-fire", "evacuation", "disarmament",
    "surrender", "handover",
    "deployment", "redeployment", "return", "transfer", "extradition", "demobilisation", "demobilization", "repatriation", "disengagement",
    "lifting", "departure",
})  # fmt: skip
"""Deeds that people talk about, vote on and make lists for before they are done."""

_PUT_AHEAD = frozenset({"approve", "authorise", "authorize", "discuss", "negotiate", "debate", "postpone", "delay", "schedule", "prepare"})
_HAGGLE = frozenset({"haggle", "negotiate", "argue", "wrangle", "bargain", "vote", "confer", "quarrel", "talk", "disagree"})
_FOR_WHICH = frozenset({"return", "exchange"})
_BARGAINING = ("demand", "agree", "plan", "want", "need", "threaten", "possible")
_BEFOREHAND = frozenset({
    "talk", "negotiation", "discussion", "vote", "consultation", "list", "date", "deadline", "mechanism", "modality", "guarantee",
    "condition", "term",
    "dispute", "agreement", "deal", "bargaining", "haggling", "route", "talks", "negotiations",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One embedding: the word, its effect, whether it is itself negated."""

    token: Token
    effect: str
    negated: bool


def effect_of(head: Token, child: Token, noun: bool, senses: Senses) -> str | None:
    """What `head` does to the event that hangs on it by `child`; `noun`: the event is a noun and `child` is that noun."""
    able = senses.effects(head)
    return next((effect for effect in EFFECTS if effect in able and _carries(head, child, noun, effect)), None) if able else None


def _carries(head: Token, child: Token, noun: bool, effect: str) -> bool:
    tag, dep = head.tag_[:1], child.dep_
    if tag == "N":
        if effect == "demand" and head.lemma_.lower() in _ORDERS and _carried_out(head):
            return False
        if dep == "acl" or asked_in(child):
            infinitive = child.tag_ in ("VB", "VBG") or any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
            bare = child.tag_ in ("VB", "VBP", "VBZ") or any(c.lower_ == "be" for c in child.children)  # "that they be freed"
            asked = effect == "demand" and bare and any(c.lower_ == "that" for c in child.children)
            return infinitive or asked or effect in ("deny", "possible", "accuse")  # "on condition that they leave"
        their_own = effect == "agree" and child.lower_ in ("of", "against") and not _puts(head, child)
        return dep == "prep" and child.lower_ in _NOUN_PREPOSITIONS and not their_own
    if tag == "J":
        return dep in ("xcomp", "ccomp", "prep", "csubj", "nsubj")
    if dep == "prep" and effect == "do" and child.lower_ == "on":
        return any(c.dep_ == "pcomp" for c in child.children)  # "goes on arming them"
    if dep == "prep" and effect == "plan" and child.lower_ == "at":
        return head.lemma_ == "aim" and any(c.dep_ == "pcomp" and c.lemma_ not in _GOING for c in child.children)  # "aimed at cutting the road"
    if dep == "prep":
        return child.lower_ in _PREPOSITIONS.get(effect, frozenset())
    if noun and dep == "dobj" and effect in _THE_DEED_ITSELF and head.lemma_ not in _FEAR:
        return effect in ("agree", "want") and head.lemma_ in ("offer", "promise", "pledge", "want", "propose", "vow")
    if effect == "demand" and noun and dep == "dobj" and head.lemma_ in ("press", "push") and any(c.tag_ == "PRP$" for c in child.lefts):
        return False  # "pressed their assault"
    if effect == "demand" and ((dep == "ccomp" and not _wanted(child)) or (noun and head.lemma_ == "order")):
        return False
    if effect == "do" and dep == "advcl" and any(c.dep_ in ("nsubj", "nsubjpass", "mark") or c.tag_ == "WRB" for c in child.children):
        return False  # "he had been working there when he was abducted"
    if effect == "deny" and dep == "ccomp" and child.i < head.i:
        return False  # "they shelled the town; the army denied targeting it", read as one sentence
    if effect == "deny" and head.lemma_ == "deny" and dep == "advcl":  # "denied on Friday using gas"
        return not noun and child.i > head.i and gerund(child) and not any(c.dep_ in ("mark", "nsubj") for c in child.children)
    if effect == "threaten" and noun and dep == "dobj" and child.lemma_.lower() in ("truce", "ceasefire", "talk", "deal", "accord", "agreement"):
        return False  # the fighting "threatens a truce" that there is
    if effect == "prevent" and head.lemma_ == "keep":
        return False  # who keeps up a march or keeps his promise holds to it; he keeps others "from" it
    if effect == "plan" and head.lemma_ == "provide":
        return False  # what is provided is there; what is "provided for" is agreed
    if effect == "agree" and dep == "ccomp" and child.tag_ != "VB":
        return any(c.dep_ in ("aux", "auxpass") and c.lower_ in _AHEAD for c in child.children)  # "agreed that it had been a mistake" plans nothing
    if effect == "do" and dep == "advcl":
        return child.tag_ in ("VB", "VBG") and not any(c.dep_ in ("mark", "nsubj", "nsubjpass", "advmod") for c in child.children)
    if effect == "demand" and dep == "advcl":  # "called for the prisoners to be freed"
        return any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children)
    if effect == "plan" and head.lemma_ == "set" and dep != "xcomp":
        return False
    if effect == "plan" and noun and dep == "nsubjpass" and any(c.dep_ == "xcomp" for c in head.children):
        return False
    if effect == "need" and dep == "xcomp" and (head.tag_ == "VBD" or any(c.dep_ == "dobj" for c in head.children)):
        return False
    if effect == "plan" and head.lemma_ == "need":
        return dep == "xcomp" and any(c.dep_ in ("dobj", "npadvmod") and c.ent_type_ in ("DATE", "TIME") for c in head.children)  # "need ten days to"
    return dep in _VERB_TIES[effect]


def _puts(noun: Token, preposition: Token) -> bool:
    """Whether what follows is what somebody offers: "an offer of a truce"; "the agreement of both sides" is their own."""
    return noun.lemma_ in ("offer", "promise", "pledge", "proposal", "guarantee", "assurance") and preposition.lower_ == "of"


def is_price(child: Token) -> bool:
    """Whether a phrase names what something is given for: "in return for the release", "in exchange for freeing them"."""
    return child.dep_ == "prep" and child.lower_ == "in" and any(c.dep_ == "pobj" and c.lower_ in _FOR_WHICH for c in child.children)


def price_of(head: Token, child: Token, senses: Senses) -> str | None:
    """What a verb does to what it is bargained for: "demanded a truce in return for the release" demands both, "offered food in exchange for
    a withdrawal" has neither done."""
    return next((effect for effect in _BARGAINING if effect in senses.effects(head)), None) if is_price(child) else None


def _carried_out(order: Token) -> bool:
    """Whether an order was followed: its sentence tells of the dead, or somebody obeys it."""
    above = order.head.head if order.dep_ == "pobj" else order.head
    return above.lemma_ in _OBEYING or any(word.lemma_ in _DEADLY and word.tag_ in ("VBD", "VBN", "VBG") for word in order.sent)


def gerund(verb: Token) -> bool:
    """Whether a verb is a gerund, of the perfect too: "having arrested"."""
    return verb.tag_ == "VBG" or any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("having", "being") for c in verb.children)


def set_out(head: Token, child: Token) -> bool:
    """Whether what hangs on a verb or noun is no more than what a paper sets out or what is bargained for: "the accord provides for the
    release", "the deal allows them to leave", "talks on a withdrawal"."""
    if child.dep_ == "prep" and any(c.dep_ == "pcomp" for c in child.children):
        eager = head.lemma_ == "look" and child.lower_ == "to" and any(c.lower_ == "forward" for c in head.children)
        if eager or (head.lemma_.lower() in ("interest", "keenness") and child.lower_ in ("in", "on")):
            return True  # "looked forward to visiting", "has an interest in resuming"
    if head.tag_[:1] == "N":
        tied = child.dep_ == "prep" and child.lower_ in ("on", "about", "over", "for") and head.lemma_.lower() in _BEFOREHAND
        return tied and any(c.dep_ == "pobj" and c.lemma_.lower() in _TO_COME for c in child.children)
    if head.lemma_ in _PUT_AHEAD and child.dep_ in ("dobj", "nsubjpass"):
        return child.lemma_.lower() in _TO_COME
    if head.lemma_ in _HAGGLE and child.dep_ == "prep" and child.lower_ in ("on", "about", "over", "for"):
        return any(c.dep_ == "pobj" and c.lemma_.lower() in _TO_COME for c in child.children)
    if head.lemma_ == "be" and child.dep_ == "ccomp" and child.tag_ in ("VB", "VBP"):  # "the condition is that they withdraw"
        return any(c.dep_ == "nsubj" and c.lemma_.lower() in _PAPERS for c in head.children)
    if head.pos_ != "VERB" or child.dep_ not in ("dobj", "ccomp", "xcomp", "prep", "dative"):
        return False
    now = head.tag_ in ("VBZ", "VBP") or any(c.dep_ == "aux" and c.lower_ in _AHEAD for c in head.children)
    if head.lemma_ not in _SETS_OUT and not (head.lemma_ in _LETS and now):
        return False
    papers = _PAPERS
    if child.tag_[:1] == "N" and child.lemma_.lower() not in _TO_COME:  # "the paper lists the murder of 12 villagers"
        if not now:
            return False
        papers = _PROGRAMMES
    return any(c.dep_ == "nsubj" and (c.lemma_.lower() in papers or _whose_paper(c)) for c in head.children)


def _whose_paper(noun: Token) -> bool:
    """Whether "which" stands for a paper: "the accord, which includes a swap"."""
    return noun.tag_ in ("WDT", "WP") and noun.head.dep_ == "relcl" and noun.head.head.lemma_.lower() in _PAPERS


def under_terms(verb: Token) -> bool:
    """Whether a verb of the present tells what a paper asks: "under the deal the rebels hand over their guns"; headlines tell so what is
    done, "rebels leave the town under a deal"."""
    helped = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    present = verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBN" and bool(helped & {"is", "are"}))
    if not present or helped & {"has", "have"}:
        return False
    under = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("under", "in") and child.i < verb.i)
    nouns = (noun for child in under for noun in child.children if noun.dep_ == "pobj" and noun.lemma_.lower() in _PAPERS)
    return any(not any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children) for noun in nouns)


def gainsaid(head: Token, clause: Token) -> bool:
    """Whether a clause says what its word has for false: "rejected claims that ...", "disputed that its troops had fired"."""
    deps = {child.dep_ for child in clause.children}
    of_talk = clause.dep_ in ("acl", "ccomp") or (clause.dep_ == "relcl" and {"nsubj", "dobj"} <= deps)  # with both it is no relative one
    return (clause.dep_ == "ccomp" and superseded(head)) or retracted(head, clause) or (of_talk and _rejected_talk(head)) or _disputed(head, clause)


def _rejected_talk(noun: Token) -> bool:
    """Whether a noun for what others say is what somebody rejects: "rejected claims that ...", "dismissed as false a report that ...",
    "reports that ... were false", "there is no truth in reports that ..."."""
    if noun.lemma_.lower() not in _TALK:
        return False
    above = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass") and above.pos_ in ("VERB", "AUX"):
        return _called_false(above) or any(_without_substance(child) for child in above.children)
    if noun.dep_ == "pobj" and above.head.lemma_.lower() in _SUBSTANCE:
        return none_of(above.head)
    if noun.dep_ == "dobj" and above.dep_ in ("pcomp", "advcl", "amod") and above.lemma_.lower() in _FALSE:
        return True  # "dismissed as fabricated a report that ..."
    verb = above.head if noun.dep_ == "pobj" and above.lower_ == "as" else above
    if noun.dep_ not in ("dobj", "pobj", "nsubjpass", "oprd") or any(c.dep_ == "neg" for c in verb.children):
        return False
    return verb.lemma_.lower() in _REJECTING or (verb.lemma_.lower() in _CALLING and _called_false(verb))


def _disputed(verb: Token, clause: Token) -> bool:
    """Whether a clause is what somebody says is not so: "disputed that its troops had fired", "ruled out that they had", but not
    "nobody disputes that", "no longer disputes that", "disputes how many were killed"."""
    if clause.dep_ != "ccomp" or clause.tag_ == "VB" or verb.tag_[:1] != "V" or negated(verb):
        return False
    if any(c.lower_ == "longer" or (c.dep_ == "nsubj" and _few(c)) for c in verb.children):
        return False
    asks = clause.left_edge
    if asks.tag_[:1] == "W" and asks.lower_ != "that":
        return False
    return verb.lemma_ in _DISPUTING or (verb.lemma_ == "rule" and any(c.dep_ == "prt" and c.lower_ == "out" for c in verb.children))


def performs(wish: Token, verb: Token) -> bool:
    """Whether a wish does what it names by naming it: "I want to thank you", "we would like to condemn"."""
    if verb.dep_ != "xcomp" or verb.lemma_ not in _PERFORMED or wish.lemma_ not in ("want", "wish", "like"):
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in ("i", "we") for child in wish.children)


def said_besides(verb: Token, denied: Token) -> bool:
    """Whether a verb behind "and" goes on from who denies, and not from what is denied: "ruled out that it crashed and found that ..."."""
    if verb.lemma_ in _SPOKEN:
        return _perfect(denied) and not _perfect(verb)
    return verb.lemma_ in _FINDING and not _perfect(verb) and any(child.dep_ == "ccomp" for child in verb.children)


def _perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)


def _few(noun: Token) -> bool:
    """Whether a noun counts hardly any: "few villagers", but not "a few villagers"."""
    return any(c.lower_ == "few" and not (c.i and c.nbor(-1).lower_ == "a") for c in noun.children)


def _called_false(verb: Token) -> bool:
    """Whether a verb says of something that it is false: "were false", "called it a lie", "described as baseless", "was fabricated"."""
    if verb.lemma_.lower() in _FALSE:
        return True
    said = [child for child in verb.children if child.dep_ in ("acomp", "attr", "oprd", "dobj", "prep", "xcomp", "ccomp", "amod", "advcl")]
    said += [inner for child in said if child.dep_ == "prep" and child.lower_ in ("as", "to") for inner in child.children]
    return any(word.lemma_.lower() in _FALSE and not none_of(word) for word in said) and not negated(verb)


def _without_substance(prep: Token) -> bool:
    return prep.dep_ == "prep" and prep.lower_ == "without" and any(noun.lemma_ in _SUBSTANCE for noun in prep.children)


def _wanted(clause: Token) -> bool:
    """Whether a clause says what is to be ("that it end", "to end", "should end") and not what is."""
    if clause.head.lemma_ in _SUBJUNCTIVE and clause.tag_ in ("VB", "VBP"):
        return True
    if clause.head.lemma_ == "insist" and clause.head.tag_ in ("VBD", "VBN") and clause.tag_ in ("VB", "VBP"):
        return True
    return clause.tag_ == "VB" or any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("to", "should", "must", "be") for c in clause.children)


def caused(adjective: Token) -> bool:
    """Whether an adjective tells of a cause, and of nothing that is to come: "was due to a leak"."""
    return any(child.dep_ == "prep" and child.lower_ == "to" for child in adjective.children)
