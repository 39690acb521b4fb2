"""Demands and ultimatums by their skeleton: a party, a word of asking or of necessity, and an act that the other side is to do."""

from sayso.model.codes import MoveKind
from sayso.reading.grammar import expand, objects_of, owners, patients
from sayso.reading.negotiated.clause import VERBS, Clause
from sayso.reading.negotiated.found import Found
from sayso.reading.parsed import Token

_GOODS = frozenset({"captive", "aidgood", "stop", "leave", "promise", "free", "stake"})
"""Classes of what is asked for without saying of whom."""
_AWAY = frozenset({"out", "back", "home", "gone", "away", "off", "in"})
_MUST = frozenset({"must", "should", "ought"})
_YIELDING = frozenset({"stop", "leave", "free", "give", "let", "keep", "begin", "accept"})
_ENDING = frozenset(
    {"end", "derail", "stop", "mean", "kill", "jeopardise", "jeopardize", "wreck", "destroy", "undermine", "sink", "collapse", "scuttle"}
)
_WISHING = frozenset({"want", "expect", "need", "like", "wish", "demand", "ask"})
_MONEY = frozenset({
    "dollar", "euro", "peso", "naira", "franc", "pound", "shilling", "rupee", "dinar", "riyal", "rial", "birr", "afghani", "kyat", "ruble", "rouble",
    "coin", "cash", "real", "sol", "lira", "hryvnia", "som", "taka", "gourde", "ounce",
})  # fmt: skip
_LIMITS = frozenset({"by", "within", "until", "till", "before"})
_MENACE = frozenset({"sanction", "war", "strike", "attack", "consequence", "action", "force", "retaliation", "reprisal", "assault", "offensive"})
ASKING_TO_KNOW = frozenset({
    "question", "permission", "time", "comment", "help", "information", "detail", "explanation", "apology", "anonymity", "name",
})  # fmt: skip
JUDGES = frozenset({"court", "courts", "tribunal", "judge", "judges"})
LAWGIVERS = frozenset({
    "donor", "public", "reader", "viewer", "parent", "faithful", "worshipper", "congress", "parliament", "senate", "assembly", "knesset",
    "lawmaker", "legislator", "voter", "court", "judge",
})  # fmt: skip
_BY_FORCE = frozenset({"force", "compel", "oblige"})
_MOVING = frozenset({"prompt", "lead", "push", "cause", "drive", "force", "oblige", "compel"})
"""What things may do as well as parties."""
_FOLK = frozenset({"people", "citizen", "supporter", "member", "follower", "resident", "ally", "national"})
NOT_WANTING = frozenset({"call", "need", "claim", "hope", "look", "remind", "long", "haggle", "pursue"})


def asked(clause: Clause) -> Found | None:
    """The first of these that a clause makes."""
    return (
        _of_somebody(clause)
        or _for_something(clause)
        or _must(clause)
        or _imperative(clause)
        or _until(clause)
        or _or_else(clause)
        or _would_end(clause)
    )


def _of_somebody(clause: Clause) -> Found | None:
    """ "Asked the generals to free her", "wants both sides to let trucks in", "told the militia to clear out by Sunday"."""
    token = clause.token
    if token.pos_ not in VERBS or not clause.cls & {"ask", "order"} or clause.negated or clause.supposed:
        return None
    bare = [c for c in token.children if c.dep_ == "advcl" and c.tag_ == "VB" and clause.objects and c.i > clause.objects[0].i]
    wanted = [c for c in (*clause.clauses, *bare) if _is_to_be(c, token)]
    makers = clause.doers
    if not wanted or not makers or (token.lemma_ == "need" and not any(c.dep_ == "nsubj" for c in wanted[0].children)):
        return None
    if token.lemma_ == "expect" and not _expects(clause, wanted):
        return None
    if token.lemma_ in _MOVING and any(owners(n, frozenset({"of", "by"})) for n in clause.subject):
        return None  # "the militia's advance prompted them to call up reserves": no party asks
    if token.lemma_ in _BY_FORCE and clause.classes_of(wanted) & {"leave", "stop"}:
        return None  # "forced the fighters to retreat": by arms
    told = [n for c in wanted for s in c.children if s.dep_ in ("nsubj", "nsubjpass") for n in expand(s)]
    nouns = [*told, *(clause.objects if not clause.passive else []), *clause.under("on", "upon", "to", "from", "of", "with", "for")]
    to = clause.others(nouns, makers) or tuple(p for p in clause.sides.of_all(told) if p not in makers and clause.sides.kind(p) == "other")
    own = [n for n in (told or clause.objects) if any(c.dep_ == "poss" and c.pos_ == "PRON" for c in n.children)]
    if not to and (clause.classes_of(own) & {"force", "team"} or any(own_folk(n) for n in own)):
        return None  # "asked its soldiers to free the bull": its own people
    if not to and any(n.lemma_.lower() in LAWGIVERS for n in told or clause.objects):
        return None  # "urged Congress to pass the law": no side of the war
    anybody = "order" not in clause.cls
    if not any(clause.takes_part(p) or (anybody and to) for p in makers):
        return None
    bound = any(c.lower_ in _MUST or c.lower_ == "be" for one in wanted for c in one.children if c.dep_ in ("aux", "auxpass"))
    if not to and not (anybody and (clause.classes_of(wanted) & _YIELDING or bound) and not any(p in makers for p in clause.sides.of_all(told))):
        return None
    kind: MoveKind = "ultimatum" if "order" in clause.cls and _limited(wanted[0]) else "demand"
    return Found(token, kind, wanted[0], makers, to, rule=f"negotiated.asked.{token.lemma_.lower()}", status="happened")


def own_folk(noun: Token) -> bool:
    """ "Her citizens", "its people": who is asked is no other side."""
    return noun.lemma_.lower() in _FOLK and any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children)


def _expects(clause: Clause, wanted: list[Token]) -> bool:
    """Whether a side expects of others what they would give way with; else it only foresees what they do."""
    yielding = any(clause.classes_of([c]) & _YIELDING and not clause.classes_of([c]) & {"attack", "refuse"} for c in wanted)
    return yielding and any(clause.armed(p) for p in clause.doers) and not clause.passive


def _is_to_be(clause: Token, verb: Token) -> bool:
    """Whether a clause says what somebody else is to do: "to leave", "that they leave", "should leave"."""
    if clause.i and clause.doc[clause.i - 1].tag_ == "POS":
        return False  # "called the army's offer a joke"
    if not any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children) and not any(c.dep_ in ("dobj", "dative") for c in verb.children):
        return any(c.dep_ == "prep" and c.lower_ in ("on", "upon", "to", "with", "for") for c in verb.children) and clause.tag_ == "VB"
    if verb.lemma_ == "tell" and clause.dep_ == "ccomp" and not any(c.tag_ == "TO" for c in clause.children):
        return False
    helped = {c.lower_ for c in clause.children if c.dep_ in ("aux", "auxpass")}
    if helped & {"will", "would", "can", "could", "may", "might"}:
        return False  # "expects that thousands will surrender" asks for nothing
    return bool(helped & {"to", "should", "must", "be"}) or clause.tag_ in ("VB", "VBP")


def _limited(clause: Token) -> bool:
    return any(c.lower_ in _LIMITS and any(n.ent_type_ in ("DATE", "TIME") for n in objects_of(c)) for c in clause.children)


def _for_something(clause: Clause) -> Found | None:
    """ "Asked for six quiet hours to collect bodies", "wants the garrison out of Orsha", "expects 19 of its people back"."""
    token = clause.token
    if "ask" not in clause.cls or token.lemma_.lower() in NOT_WANTING or token.pos_ not in VERBS or clause.negated or clause.supposed:
        return None
    makers = tuple(p for p in clause.doers if clause.takes_part(p) or clause.sides.is_person(p))
    if token.lemma_ == "expect" and not any(clause.armed(p) for p in makers):
        return None  # aid workers who expect the first lorries ask for none
    for_it = clause.under("for")
    asked_of = clause.others(clause.objects, clause.doers) if for_it and not clause.passive else ()
    if asked_of and clause.doers and not any(n.lemma_.lower() in ASKING_TO_KNOW for n in for_it):
        return Found(token, "demand", for_it[0], clause.doers, asked_of, rule=f"negotiated.asked-of.{token.lemma_.lower()}", status="happened")
    if (price := _price(clause, for_it)) is not None:
        payers = tuple(p for p in clause.sides.of_all([*clause.objects, *clause.under("from", "of")]) if p not in clause.doers)
        return Found(token, "demand", price, clause.doers, payers, rule="negotiated.asked-a-price", status="happened")
    nouns = [*clause.objects, *clause.under("for", "on", "out")] if not clause.passive else []
    if token.lemma_ in ("hold", "insist", "stick", "press", "wait", "plead", "beg", "appeal"):
        nouns = clause.under("for", "on", "to")
    small = [
        c
        for c in token.children
        if c.dep_ in ("ccomp", "xcomp", "oprd") and any(n.dep_ == "nsubj" for n in c.children) and (c.pos_ != "VERB" or c.lower_ == "gone")
    ]
    nouns += [n for c in small for n in c.children if n.dep_ == "nsubj"]
    if not makers or not nouns or any(n.lemma_.lower() in ASKING_TO_KNOW for n in nouns):
        return None
    away = any(c.lower_ in _AWAY for head in (token, *small, *nouns) for c in (head, *head.children) if c.i > token.i)
    away = away and token.lemma_ in _WISHING
    foreign = clause.others(nouns, makers)
    goods = any(_goods(n, clause) for n in nouns) or (away and (foreign or clause.classes_of(nouns) & {"captive", "force", "arms"}))
    if not goods:
        return None
    asked_of = clause.others([*(clause.under("from", "of", "to") or ()), *(nouns if away else [])], makers)
    return Found(token, "demand", nouns[-1], makers, asked_of, rule=f"negotiated.asked-for.{token.lemma_.lower()}", status="happened")


def _price(clause: Clause, for_it: list[Token]) -> Token | None:
    """The sum that those who bear arms ask of somebody: "asked the mine for two million pesos", "want a ransom of"."""
    if clause.passive or not any(clause.sides.kind(p) in ("armed_group", "coalition") for p in clause.doers):
        return None
    sums = [n for n in (*clause.objects, *for_it) if n.lemma_.lower() == "ransom" or (n.lemma_.lower() in _MONEY and _counted(n))]
    return sums[0] if sums else None


def _counted(noun: Token) -> bool:
    return any(c.dep_ == "nummod" or c.pos_ == "NUM" for c in noun.children)


def _goods(noun: Token, clause: Clause) -> bool:
    inner = [n for c in noun.children if c.dep_ in ("prep", "acl", "relcl", "compound", "amod") for n in (c, *objects_of(c), *patients(c))]
    terms = [clause.words.term(n) for n in (noun, *inner)]
    if any(term is not None and term.cls == "act" for term in terms):
        return True
    term = terms[0]
    return bool(clause.classes_of([noun, *inner]) & _GOODS) or (term is not None and term.cls in ("act", "pact", "talks"))


def _must(clause: Clause) -> Found | None:
    """ "The army must leave the hospital", says the other side or a go-between."""
    token = clause.token
    bound = bool(clause.helped & _MUST) or (
        token.dep_ == "xcomp"
        and token.head.lemma_ in ("have", "need", "ought")
        and (token.head.tag_ in ("VBP", "VBZ", "VB") or token.head.dep_ == "ccomp")
        and token.i - token.head.i < 4
        and not any(c.dep_ == "dobj" or (c.dep_ == "advmod" and c.lower_ != "first") for c in token.head.children)
    )
    if token.pos_ not in VERBS or not bound or "have" in clause.helped or clause.speaker is None or clause.negated or not _in_it(clause):
        return None
    if any(c.lower_ in ("if", "unless", "whether") for c in token.children):
        return None
    to = clause.others([*clause.subject, *(clause.objects if clause.passive else [])], (clause.speaker,))
    unnamed = clause.armed(clause.speaker) and any(n.lower_ in ("they", "he", "you") for n in clause.subject) and bool(clause.cls & _YIELDING)
    if not (to or unnamed) or (token.lemma_ == "be" and not any(c.dep_ in ("acomp", "prep", "advmod") for c in token.children)):
        return None
    return Found(token, "demand", token, (clause.speaker,), to, rule="negotiated.must", status="happened")


def _in_it(clause: Clause) -> bool:
    """Whether the speaker goes between the sides or is one of those that the report speaks of most."""
    speaker = clause.speaker
    return speaker is not None and (clause.go_between(speaker) or clause.sides.is_person(speaker) or speaker in clause.sides.belligerents[:4])


def _imperative(clause: Clause) -> Found | None:
    """ "Stop bombing our villages", "let them give us a timetable", in the words of a side: asked of the other."""
    token = clause.token
    if token.tag_ != "VB" or not clause.cls & _YIELDING:
        return None
    speaker = clause.speaker
    if speaker is None or clause.helped or clause.negated or token.dep_ not in ("ROOT", "ccomp", "conj", "parataxis", "advcl"):
        return None
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children) or (token.dep_ == "conj" and token.head.tag_ != "VB"):
        return None
    opens = token.i == token.sent.start or token.doc[token.i - 1].is_quote or token.doc[token.i - 1].lower_ in ("first", "then", "just", "please")
    inner = next((c for c in token.children if c.dep_ in ("ccomp", "xcomp")), None)
    others = inner is not None and any(c.dep_ == "nsubj" and c.lower_ not in ("us", "me") for c in inner.children)
    if not opens or (token.lemma_ == "let" and not others):
        return None
    to = clause.others([c for c in inner.children if c.dep_ == "nsubj"], (speaker,)) if inner is not None and others else ()
    return Found(token, "demand", inner or token, (speaker,), to, rule="negotiated.imperative", status="happened")


def _until(clause: Clause) -> Found | None:
    """ "They have until Friday", "he has till the end of the month": an ultimatum by whose words they are, or by nobody named."""
    token = clause.token
    if token.lemma_ != "have" or token.pos_ not in VERBS or clause.negated or clause.supposed:
        return None
    ends = [c for head in (token, *clause.objects) for c in head.children if c.dep_ == "prep" and c.lower_ in ("until", "till")]
    to = tuple(p for p in clause.doers if clause.armed(p) and p != clause.speaker)
    if not to and clause.speaker and any(n.lower_ in ("they", "you", "he") for n in clause.subject):
        across = clause.sides.opponent(clause.speaker)
        to = (across,) if across else ()
    spans = [n for n in clause.objects if n.ent_type_ in ("DATE", "TIME") or "time" in clause.classes_of([n])]
    told_you = bool(spans) and clause.speaker is not None and any(n.lower_ == "you" for n in clause.subject)  # "you have seventy-two hours"
    given = told_you or any(c.tag_ == "VB" and any(m.tag_ == "TO" for m in c.children) for h in (token, *spans) for c in h.children)
    if not to or not (given or any(objects_of(c) for c in ends)):
        return None
    maker = clause.speaker if clause.speaker and clause.speaker not in to else clause.sides.opponent(to[0])
    return Found(token, "ultimatum", token, (maker,), to, rule="negotiated.has-until", status="happened") if maker else None


def _would_end(clause: Clause) -> Found | None:
    """ "Such strikes could end the talks", says a side: a threat to leave them."""
    token = clause.token
    if token.lemma_ not in _ENDING or not clause.helped & {"would", "could", "will", "may", "might"} or clause.negated or clause.passive:
        return None
    speaker = clause.speaker
    if speaker is None or not clause.armed(speaker) or speaker in clause.doers:
        return None
    heads = [n for o in clause.objects for n in (o, *(m for c in o.children if c.lower_ in ("of", "to") for m in objects_of(c)))]
    ended = next((n for n in heads if (term := clause.words.term(n)) is not None and term.cls in ("talks", "pact")), None)
    if ended is None:
        return None
    return Found(token, "ultimatum", ended, (speaker,), rule="negotiated.would-end", status="happened")


def _or_else(clause: Clause) -> Found | None:
    """ "Will sink the ferry unless the prisoners come home", "threatened to send soldiers should the talks fail"."""
    token = clause.token
    threat = "threaten" in clause.cls and token.pos_ in VERBS and bool(clause.clauses)
    dire = [*clause.objects, *clause.under("of", "with")]
    menace = "threaten" in clause.cls and token.pos_ in VERBS and any(n.lemma_.lower() in _MENACE for n in dire)
    threat = threat or menace
    if not threat and not ("attack" in clause.cls and clause.willed):
        return None
    inner = [c for one in clause.clauses for c in Clause(one, clause.words, clause.sides).conditions] if threat else []
    conditions = [c for c in (*clause.conditions, *inner) if c.tie in ("if", "unless", "until", "should")]
    makers = tuple(p for p in clause.doers if clause.takes_part(p))
    if not conditions or not makers or clause.negated or clause.supposed:
        return None
    to = tuple(p for p in conditions[0].doers if p not in makers and clause.armed(p))
    to = to or (tuple(p for p in clause.sides.of_all(clause.objects) if p not in makers) if menace else ())
    if not threat and not to and clause.speaker is None and clause.sides.speaker(token) is not None:
        return None  # "would kill him if he left", says a resident
    if any(p in makers for p in conditions[0].doers):
        return None
    return Found(token, "ultimatum", conditions[0].verb, makers, to, rule="negotiated.or-else", status="happened")
