"""What has the words of a move and is none: a hope, a doubt, a draft that was voted down, an order to one's own men, a charge."""

from collections.abc import Callable

from sayso.model.codes import Status
from sayso.reading.grammar import below, is_passive, owners, patients, phrases
from sayso.reading.negotiated.breaches import instead_of
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.parsed import Token

_VERBS = ("VERB", "AUX")
_PAPERS = frozenset({"resolution", "draft", "measure", "motion", "bill", "text", "statement"})
_VOTED_DOWN = frozenset({"veto", "block", "reject", "draft", "oppose", "defeat"})
_PUT_TO_VOTE = frozenset({"propose", "submit", "table", "circulate"})
_OWN_TEXTS = frozenset({"statement", "text"})
_HOPING = frozenset({"hope", "wish", "doubt", "predict", "pray", "dream", "fear", "expect", "speculate"})
_UNDER_WAY = frozenset({"negotiate", "discuss", "consider", "work", "prepare", "draft"})
_OWN_STAFF = frozenset({"aide", "adviser", "advisor", "staff"})
_ASKING_WHAT = frozenset({"what", "whatever", "whether", "how", "if"})
_BRACING = frozenset({"expect", "prepare", "brace", "beware", "remember", "know"})
_WAITING = frozenset({"wait", "await"})
_NAMING = frozenset({"term", "price"})
_DEEDS = frozenset({"strike", "airstrike", "attack", "raid", "operation", "offensive", "bombing", "mission", "assault"})
_DOING = frozenset({"carry", "launch", "conduct", "make", "mount", "begin", "start", "continue", "intensify", "resume"})
_KILLING = frozenset({"slay", "kill", "attack", "bomb", "strike", "shoot", "shell", "behead", "massacre", "intervene", "avenge", "fight"})
_ALLEGIANCE = frozenset({"allegiance", "loyalty", "fealty", "bayah", "baya"})

_CRIMES = frozenset({"crime", "atrocity", "genocide", "massacre", "barbarity", "aggression"})
_MAY = frozenset({"could", "may", "might"})
_BELIEVING = frozenset({"believe", "think", "expect", "imagine"})
_ONESELF = frozenset({"he", "she", "i"})
_HAD = frozenset({"has", "have", "had", "'s", "'ve", "'d"})
_STARTS = frozenset({"start", "beginning", "outset", "onset", "moment"})
_NOBODYS = frozenset({"no", "any", "little"})
_BEFORE_IT = frozenset({"before", "first"})
_OF_OTHERS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_REFUSING = frozenset({"decline", "refuse", "reject", "oppose", "object", "spurn"})
_OF_SENTENCES = frozenset({"VERB", "AUX", "DET", "ADP", "PRON"})

_Standing = Callable[[Token], Status]


def mistaken(found: Found, words: TalksWords, status: _Standing) -> bool:
    """Whether what was found is no move after all."""
    token = found.token
    if _sworn(found):
        return True
    if instead_of(token):
        return True
    if found.kind == "demand":
        return _on_a_draft(token) or _no_demand(found, words)
    if found.kind == "accept":
        paper = _on_paper(token)
        return paper is not None and paper.lemma_.lower() not in _OWN_TEXTS
    if found.kind == "offer":
        doubted = not found.negated and token.pos_ == "ADJ" and _doubted(token, status)
        return doubted or _whenever(token) or _left_open(found) or _given_to_them(found)
    if found.kind == "propose":
        return _own_plan(found)
    if found.kind == "reject":
        return _charged(found) or any(t.lemma_ in _REFUSING for t in _no_reason(token))
    if found.kind == "implement":
        watched = (n for p, n in phrases(token) if p == "from" and token.lemma_ == "observe")
        return any(n.ent_type_ not in ("DATE", "TIME") and n.lemma_.lower() not in _STARTS for n in watched)  # "observed the truce from the hill"
    if found.kind == "meet":
        return any(_own_staff(n) for n in [*patients(token), *(n for p, n in phrases(token) if p == "with")])
    if found.kind == "agree":
        return _hoped(found) or _among_tags(token)
    return False


def _sworn(found: Found) -> bool:
    """ "Refused to swear allegiance", "rejected an oath of allegiance"."""
    things = [n for head in (found.token, found.object) if head is not None for n in (head, *patients(head))]
    return any(n.lower_ in _ALLEGIANCE for thing in things for n in (thing, *owners(thing, frozenset({"of"}))))


def _charged(found: Found) -> bool:
    """ "Is not willing to stop its aggression": a charge, and no refusal."""
    done = found.object
    return found.rule == "negotiated.willing" and done is not None and any(n.lemma_.lower() in _CRIMES for n in (done, *patients(done)))


def _own_staff(noun: Token) -> bool:
    """ "Met his aides", "with advisers"; not "the president's adviser"."""
    others = (c for c in noun.children if c.lower_ in ("of", "to") or c.ent_type_ in _OF_OTHERS or (c.dep_ == "poss" and c.tag_ != "PRP$"))
    return noun.lemma_.lower() in _OWN_STAFF and not any(others)


def _on_a_draft(token: Token) -> bool:
    """ "Vetoed a draft resolution calling for a truce": who voted it down asks for nothing, nor does a draft."""
    paper = _on_paper(token)
    if paper is None:
        return False
    draft = any(c.lower_ == "draft" for c in paper.children) or paper.lemma_ == "draft"
    unmade = _VOTED_DOWN if paper.lemma_ in _OWN_TEXTS else _VOTED_DOWN | _PUT_TO_VOTE
    return draft or (paper.dep_ == "dobj" and paper.head.lemma_ in unmade)


def _on_paper(token: Token) -> Token | None:
    """The resolution whose words a participle tells: "a resolution drawn up by Ghana calling for"."""
    if token.tag_ != "VBG" or token.dep_ not in ("acl", "advcl", "conj", "pobj"):
        return None
    above = token.head
    for _ in range(5):
        if above.lemma_.lower() in _PAPERS and above.i < token.i:
            return above
        if above.pos_ in _VERBS and above.dep_ not in ("acl", "conj"):
            return next((n for n in patients(above) if n.lemma_.lower() in _PAPERS and n.i < token.i), None)
        above = above.head
    return None


def _no_demand(found: Found, words: TalksWords) -> bool:
    """Waiting for somebody to come, warning him what to expect, asking one's own or others to strike, calling something by a name."""
    token, asked = found.token, found.object
    if token.pos_ in _VERBS and (token.lemma_ in _NAMING or any(c.dep_ == "aux" and c.lower_ in _MAY for c in token.children)):
        return True
    if token.lemma_ in _WAITING and asked is not None and asked.pos_ in _VERBS:
        return True  # "wait for the army to come"
    if asked is None or asked.pos_ not in _VERBS:
        return False
    if token.lemma_ == "insist" and asked.tag_ in ("VBN", "VBD", "VBZ") and not _insisted_on(asked):
        return True  # "insisted it had never used gas"
    if token.lemma_ == "seek" and asked.tag_ == "VB" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in asked.children):
        return not is_passive(token)  # "sought to break the stalemate": their own aim
    if any(c.dep_ == "neg" for c in asked.children):
        return False
    if asked.lemma_ in _BRACING and "order" in words.classes(token):
        asked = next((c for c in asked.children if c.dep_ == "xcomp"), None)  # "told them to prepare to leave"
        if asked is None:
            return True
    strikes = asked.lemma_ in _DOING and any(n.lemma_.lower() in _DEEDS for n in patients(asked))
    return asked.tag_ == "VB" and not is_passive(asked) and (strikes or asked.lemma_ in _KILLING)


def _insisted_on(asked: Token) -> bool:
    """ "Insisted that the siege be lifted", "that it is lifted before any deal": what is to be, and not what is so."""
    return any(c.lower_ in ("should", "must", "be") or (c.lower_ in _BEFORE_IT and asked.tag_ != "VBD") for c in asked.children)


def _whenever(verb: Token) -> bool:
    """ "Every time that the army declares a truce": what is done now and then."""
    near = verb.doc[max(verb.sent.start, verb.left_edge.i - 3) : verb.i]
    every = any(t.lower_ in ("every", "each") and t.head.lemma_ == "time" for t in near)
    return verb.tag_ in ("VBZ", "VBP") and (every or any(t.lower_ == "whenever" for t in near))


def _left_open(found: Found) -> bool:
    """ "What the army is willing to give", "whether it is ready to talk"."""
    heads = [found.token, found.token.head, *([found.object] if found.object is not None else [])]
    return found.token.pos_ == "ADJ" and any(c.lower_ in _ASKING_WHAT and c.i < found.token.i for head in heads for c in head.children)


def _given_to_them(found: Found) -> bool:
    """ "Announced that it had been granted leave to send lorries": it was given that."""
    asked = found.object
    if asked is None or not any(c.lower_ in _HAD for c in asked.children):
        return False  # "offered that they be allowed to leave", "that whoever gave up would be given land"
    return asked.lemma_ in ("grant", "give", "allow", "permit") and asked.pos_ in _VERBS and is_passive(asked)


def _doubted(token: Token, status: _Standing) -> bool:
    """ "Do not believe that they will be ready to talk"."""
    above = token
    for _ in range(4):
        above = above.head
        if above.lemma_ in _BELIEVING and any(c.dep_ == "neg" for c in above.children):
            return True
    return status(token) in ("denied", "possible", "conditional")


def _own_plan(found: Found) -> bool:
    """ "Suggested that he could ask the Council": what he may do himself he proposes to nobody."""
    asked = found.object
    if asked is None or found.token.lemma_ != "suggest" or not any(c.lower_ in _MAY for c in asked.children):
        return False
    return any(c.dep_ == "nsubj" and c.lower_ in _ONESELF for c in asked.children)


def _no_reason(token: Token) -> list[Token]:
    """What there is said to be no reason for: "no reason why any party would decline"."""
    reason = next((t for t in (token, token.head, token.head.head) if t.lemma_ == "reason"), None)
    if reason is None or reason.head.lemma_ == "give" or not any(c.lower_ in _NOBODYS for c in reason.children):
        return []
    return [t for t in below(reason, 20) if t.pos_ in _VERBS]


def _among_tags(token: Token) -> bool:
    """A page's keywords: "Tags Karsin Odun ceasefire truce"."""
    doc, first = token.doc, token.sent.start
    at = next((i for i in range(first, min(first + 3, token.i)) if doc[i].lower_ == "tags"), None)
    return at is not None and not any(t.pos_ in _OF_SENTENCES for t in doc[at:token.i])


def _hoped(found: Found) -> bool:
    """ "Hopes that a deal will be reached", "a deal is being negotiated", "is not serious about having a truce"."""
    token = found.token
    if token.lemma_ == "have" and token.dep_ == "pcomp":
        return True
    verb = token if token.pos_ in _VERBS else token.head
    if verb.pos_ not in _VERBS:
        return False
    being = any(c.lower_ == "being" for c in verb.children)
    if verb.lemma_ in _UNDER_WAY and being:
        return True
    above = verb
    for _ in range(3):
        if above.dep_ not in ("ccomp", "xcomp", "conj", "acl"):
            return False
        beside, told = above.dep_ == "conj", above.tag_ == "VBD"
        above = above.head
        if beside and told and above.tag_ == "VB":
            return False  # "did not wish to fight and struck a deal"
        if above.lemma_ in _HOPING:
            return not beside  # "feared a massacre and agreed to a truce"
    return False

