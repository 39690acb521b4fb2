"""What keeps a word of talks from making its move: wishes, plans, conditions, denials."""

from collections.abc import Callable

from sayso.lexicon.talks_rows import MoveRow
from sayso.model.codes import MoveKind, Status
from sayso.reading.grammar import below, is_passive, phrases
from sayso.reading.negotiated.clause import foreseen, not_yet
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.parsed import Token

_VERBS = ("VERB", "AUX")
_MANAGED = frozenset({"manage", "help", "continue", "begin", "start", "due", "set", "expect", "plan", "schedule"})
_GOING = frozenset({"travel", "go", "fly", "arrive", "visit", "come", "head", "meet", "send", "dispatch", "work", "try", "host", "invite"})
_OWN_WISH = frozenset({"insist", "want", "seek"})
_THREATENING = frozenset({"threaten", "warn"})
_WILL = frozenset({"will", "wo", "'ll", "would", "shall"})
LETS = frozenset({"allow", "let", "permit"})
_NOTHING = frozenset({"no", "neither", "nothing"})
_OUTLAWS = frozenset({"terrorist", "kidnapper", "criminal", "bandit", "murderer", "thug", "outlaw", "killer", "thief", "blackmailer"})
CHANCE = frozenset({"of", "for", "about", "without", "before", "at", "toward", "towards", "in", "to", "on"})
BARGAINING = frozenset({"negotiate", "bargain"})


def only_wished(
    token: Token, row: MoveRow, governed: Token, negated: bool, status: Callable[[Token], Status], words: TalksWords
) -> bool:
    """Words that wish, plan or suppose a move and do not make it."""
    infinitive = token.tag_ == "VB" and any(child.dep_ == "aux" and child.tag_ == "TO" for child in token.children)
    if foreseen(token) or (not_yet(token) and not negated):
        return True
    if row.kind == "implement" and negated and token.dep_ == "xcomp" and token.head.lemma_ in _THREATENING:
        return True  # "threatened not to abide by the truce" is the threat alone
    if row.word == "comply" and negated and token.tag_ in ("VBG", "VBN"):
        return True  # "was not complying with the demands" tells what is, and refuses nothing
    if row.word == "bind" and any(c.dep_ == "xcomp" for c in token.children):
        return True  # "was bound to fail"
    if row.kind in ("agree", "accept") and token.dep_ == "amod":
        return True  # "at agreed meeting points"
    if row.word in LETS and not negated:
        return infinitive or token.dep_ in ("relcl", "acl")
    if row.word in _OWN_WISH and governed.pos_ in _VERBS:
        own = not any(child.dep_ in ("nsubj", "nsubjpass") for child in governed.children) and row.word != "insist"
        return own or any(t.lower_ in ("no", "not", "never") for t in below(governed, 20))
    if not negated and row.kind not in ("demand", "propose", "meet") and status(token) == "demanded":
        return True
    if row.kind == "offer" and governed.pos_ in _VERBS and any(c.dep_ == "neg" or c.lower_ == "never" for c in governed.children):
        return governed.lemma_ in BARGAINING or governed.lemma_ in ("talk", "speak", "meet", "surrender", "yield", "sit")
    if row.kind == "meet" and token.dep_ in ("xcomp", "ccomp") and "ask" in words.classes(token.head):
        return True  # "urged both to hold talks" is a demand
    if row.kind == "agree" and any(c.dep_ == "mark" and c.lower_ in ("until", "unless", "if", "once") for c in token.children):
        return True
    if row.kind in ("agree", "accept", "mediate", "meet", "implement", "walk_out", "breach") and row.pos == "verb" and not negated:
        if row.kind != "breach" and token.dep_ == "pcomp" and token.head.lower_ in CHANCE:
            return True
        going = row.kind == "mediate" and token.dep_ == "advcl" and token.head.lemma_ in _GOING  # "flew to Cairo to mediate between"
        wished = infinitive and row.kind != "meet" and token.head.lemma_ not in _MANAGED and not going
        return wished or status(token) in ("denied", "possible", "conditional")
    if row.kind == "accept" and row.pos == "noun":
        return infinitive or (token.dep_ == "pobj" and token.head.lower_ in CHANCE)
    return False


def negated(token: Token) -> bool:
    """Whether a word of talks is denied, itself, by its object or by what it hangs on."""
    if token.dep_ == "xcomp" and token.head.lemma_ == "fail":
        return True
    if any(child.dep_ == "neg" or child.lower_ in ("never", "longer") for child in token.children):
        return True
    if token.pos_ == "NOUN" and any(child.lower_ in _NOTHING for child in token.children):
        return True
    if any(child.dep_ in ("dobj", "nsubjpass", "nsubj") and any(g.lower_ in _NOTHING for g in child.children) for child in token.children):
        return True
    held = token.dep_ in ("xcomp", "acomp") or (token.dep_ in ("ccomp", "oprd") and token.head.lemma_ in ("consider", "feel", "deem"))
    return held and any(child.dep_ == "neg" or child.lower_ == "longer" for child in token.head.children)


def as_untrue(token: Token, words: TalksWords) -> bool:
    """ "Dismissed as a lie"."""
    return any("deny" in words.classes(noun) for preposition, noun in phrases(token) if preposition == "as")


def denied_outright(token: Token, kind: MoveKind, row: MoveRow, governed: Token, words: TalksWords) -> MoveKind:
    """What a negated word makes: "has not held talks" denies them, "no longer accepts the truce" leaves it."""
    aux = {child.lower_ for child in token.children if child.dep_ == "aux"}
    if kind == "reject" and row.kind == "meet" and aux & {"has", "have", "had", "did"}:
        scorned = any(n.lemma_.lower() in _OUTLAWS for preposition, n in phrases(token) if preposition == "with")
        return "reject" if aux & {"did"} and scorned else "deny_talks"  # "said it did not bargain with kidnappers"
    if kind == "reject" and row.kind == "meet" and token.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in token.children):
        return "deny_talks"  # "was not talking to them": told of what is, no refusal
    if row.kind == "agree" and is_passive(token) and aux & {"has", "have", "had"}:
        return "deny_talks"  # "no paper had been signed"
    chosen = "to" in aux and any(child.dep_ == "neg" for child in token.children)
    if row.kind == "implement" and (chosen or aux & _WILL):
        return "reject"  # "will not abide by the truce", "decided not to abide by it"
    if row.word == "commit" and not is_passive(token) and aux & {"has", "have", "had", "did"}:
        return "breach"  # "did not commit to the truce": told of what they did
    longer = any(child.lower_ == "longer" for child in token.children)
    return "walk_out" if kind == "reject" and longer and words.is_pact(governed) else kind
