"""Offers, proposals, refusals and acceptances by their skeleton: a party, its will, and an act of its own or what the other side put to it."""

from sayso.model.codes import MoveKind
from sayso.reading.grammar import agents, below, objects_of, patients
from sayso.reading.negotiated.between import mediates
from sayso.reading.negotiated.clause import VERBS, Clause
from sayso.reading.negotiated.found import Found
from sayso.reading.parsed import Token

_YIELDING = frozenset({"free", "stop", "let", "give", "leave"})
"""Classes of what a side does towards the other when it gives way."""
_HELD_BACK = frozenset({"talk", "meet", "accept", "free", "let", "give", "leave", "bind", "stop"})
_PUT = frozenset({"ask", "offer", "propose", "message", "bind", "talk", "accept", "stop", "promise"})
"""Classes of what the other side may have put to one."""
_NO_OFFER = frozenset(
    {"condolence", "reward", "prayer", "sympathy", "apology", "explanation", "comment", "detail", "evidence", "support", "job", "help", "aid"}
)
_NO_ANSWER = frozenset(
    {"comment", "say", "elaborate", "name", "identify", "answer", "disclose", "reveal", "specify", "discuss", "confirm", "speculate"}
)
_SAYING = frozenset({"say", "announce", "declare", "tell", "pledge", "promise", "confirm", "add", "state", "write", "insist", "repeat"})
_GIVING_UP = frozenset({"drop", "waive", "forgo", "forego", "soften", "settle", "pass"})
"""What is done so to a plan does not put it forward."""
_ENTERING = frozenset({"enter", "strike", "cut", "fix", "reach", "settle"})
_AFTER_ALL = frozenset({"negotiable", "sale", "discussion"})
_GIVING = _HELD_BACK | {"mediate", "offer", "promise"}
"""Classes of what a side may offer to do."""
_CONSENTING = frozenset({"consent", "accede", "acquiesce", "assent"})
_SEEING = frozenset({"see", "hear", "find", "watch", "face", "encounter"})
_REFUSING = frozenset({"refuse", "reject", "decline", "turn", "rebuff", "spurn"})
_PRESS = frozenset({"press", "reporter", "journalist", "medium", "media", "public", "newspaper", "radio", "television"})
_CONCESSIONS = frozenset({"concession", "compromise", "peace"})
_HOSTILE = frozenset({"attack", "threaten"})


def given(clause: Clause, asked: bool) -> Found | None:
    """The first of these that a clause makes; `asked`: whether somebody has just asked or offered something."""
    if clause.token.pos_ == "ADJ":
        return _willing(clause) or _impossible(clause)
    return (
        _if_they(clause) or _would_not(clause) or _not_wanted(clause)
        or _refused(clause, asked) or _out_of_question(clause, asked) or _offered(clause) or _announced(clause)
        or _proposed(clause) or _accepted(clause, asked)
    )  # fmt: skip


def _sides(clause: Clause) -> tuple[str, ...]:
    """The sides that do it; where grammar names nobody or a thing, whose words it is."""
    armed = tuple(p for p in clause.doers if clause.armed(p) or (p == clause.speaker and clause.sides.is_person(p)))
    if armed or clause.doers:
        return armed
    own = not clause.subject or all(n.pos_ == "PRON" or not clause.sides.of(n) for n in clause.subject)
    return (clause.speaker,) if own and clause.speaker and clause.armed(clause.speaker) else ()


def _towards(clause: Clause, makers: tuple[str, ...]) -> tuple[str, ...]:
    """The other side, where the clause names it: its objects, those under its prepositions, who does what it hangs on."""
    nouns = [*clause.objects, *clause.under("to", "with", "from", "by", "for", "of")]
    nouns += [n for c in clause.clauses for n in Clause(c, clause.words, clause.sides).under("to", "with", "from")]
    return clause.others([n for n in nouns if n.pos_ in ("NOUN", "PROPN", "PRON")], makers)


def _willing(clause: Clause) -> Found | None:
    """ "Is prepared to trade the sailors", "stood ready to receive both men", "are not willing to"."""
    token = clause.token
    if not clause.cls & {"willing", "unwilling"} or token.head.pos_ not in VERBS or token.dep_ not in ("acomp", "oprd", "xcomp", "ccomp", "conj"):
        return None
    heads = [token, clause.verb, *(c for c in clause.verb.children if c.dep_ == "parataxis")]
    acts = [c for head in heads for c in head.children if c.dep_ in ("xcomp", "ccomp") and c.pos_ in VERBS and c.i > token.i]
    acts += [g for c in token.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pcomp"]
    about = [n for c in token.children if c.dep_ == "prep" for n in objects_of(c)]
    to_talks = any(clause.of_talks(n) or n.lemma_ in _CONCESSIONS for n in about)
    makers = tuple(p for p in clause.doers if clause.takes_part(p))
    if (
        not makers
        or not (acts or to_talks)
        or clause.supposed
        or clause.classes_of(acts) & _HOSTILE
        or any(a.lemma_ in ("fight", "die") for a in acts)
    ):
        return None
    refused = clause.negated != ("unwilling" in clause.cls)
    inside = [Clause(a, clause.words, clause.sides) for a in acts]
    together = refused and any(clause.others(act.under("with"), makers) for act in inside)  # "averse to sharing the dam with the army"
    if acts and not together and not any(_gives(act) or mediates(act) for act in inside):
        return None
    if not refused and not any(clause.armed(p) for p in makers) and any(mediates(act) for act in inside):
        ends = tuple(p for act in inside for p in act.others([*act.under("between"), *act.under("for")], makers))
        return Found(token, "mediate", acts[0], makers, ends, rule="negotiated.ready-to-mediate", status="happened")
    if not any(clause.armed(p) for p in makers) and not clause.classes_of(acts) & {"mediate", "meet", "talk", "bind"}:
        return None  # aid workers who are ready to enter offer nothing
    inner = [n for act in inside for n in (*act.objects, *act.under("with", "to"))]
    to = clause.others(inner, makers)
    return Found(
        token, "reject" if refused else "offer", acts[0] if acts else token, makers, to, rule="negotiated.willing", negated=refused, status="happened"
    )


def _gives(act: Clause) -> bool:
    """Whether an act is one of giving way, talking or stopping, or is done to talks: "release them", "enter negotiations"; not "enter the town"."""
    on_talks = any(act.of_talks(n) for n in (*act.objects, *act.under("to", "into", "in", "with", "for", "on", "by")))
    if on_talks and not act.cls & _HOSTILE:
        return True
    if not act.cls & _GIVING or act.cls & _HOSTILE:
        return False
    if act.token.lemma_ in _SEEING:
        return any(act.armed(p) for p in act.sides.of_all(act.objects)) and act.token.lemma_ == "see"
    if act.token.lemma_ in _ENTERING:
        return False
    return bool(act.cls & {"stop"}) or not act.classes_of(act.objects) & {"attack"}


def _impossible(clause: Clause) -> Found | None:
    """ "That is not acceptable", "our arms are non-negotiable", in the words of a side."""
    token = clause.token
    if "impossible" not in clause.cls and token.lower_ != "acceptable":
        return None
    if token.head.pos_ not in VERBS or token.dep_ not in ("acomp", "oprd", "ccomp") or clause.supposed:
        return None
    denied = any(c.dep_ == "neg" for c in clause.verb.children)
    if denied != (token.lemma_ in _AFTER_ALL or token.lower_ == "acceptable") or not (clause.speaker and clause.armed(clause.speaker)):
        return None
    about = clause.subject[0] if clause.subject else None
    if about is None or (about.pos_ == "PRON" and about.lower_ not in ("it", "this", "that")) or clause.sides.of(about) == (clause.speaker,):
        return None
    if about.pos_ != "PRON" and not (clause.classes_of([about]) & (_PUT | {"arms", "captive", "leave", "mediate"}) or clause.of_talks(about)):
        return None
    return Found(token, "reject", token, (clause.speaker,), rule="negotiated.not-acceptable", negated=True, status="happened")


def _if_they(clause: Clause) -> Found | None:
    """ "Would stop shelling once the army left": an offer; "only if": a demand."""
    token = clause.token
    if not clause.willed or clause.negated or not _gives(clause) or clause.supposed or token.lemma_ == "be":
        return None
    makers = _sides(clause)
    for condition in clause.conditions:
        if condition.tie not in ("if", "once", "provided", "when", "after", "as"):
            continue
        to = tuple(p for p in condition.doers if p not in makers and clause.armed(p) and clause.sides.behind(p) not in makers)
        met = clause.classes_of([condition.verb, *agents(condition.verb), *patients(condition.verb)]) & (_YIELDING | {"ask", "aidgood", "keep"})
        if not makers or not (to or clause.cls & _YIELDING or (met and clause.speaker)) or any(p in makers for p in condition.doers):
            continue
        return Found(token, "demand" if condition.only else "offer", token, makers, to, rule="negotiated.if-they", status="happened")
    return None


_TELLING = frozenset({"speak", "talk", "comment", "say", "tell", "elaborate", "expand"})


def _would_not(clause: Clause) -> Found | None:
    """ "Would not speak to a regime that burns villages", "will not hand in its guns", "is not going to sit with them"."""
    token = clause.token
    if not clause.cls & _HELD_BACK or not clause.negated:
        return None
    to_them = any(clause.armed(p) for p in clause.sides.of_all(clause.under("to", "with")))
    general = (bool(clause.helped & {"do", "does"}) or token.tag_ in ("VBZ", "VBP")) and bool(
        clause.cls & {"talk", "accept"} or (to_them and clause.cls & {"give", "free", "let", "bind"})
    )
    if not (clause.willed or general) or clause.passive:
        return None
    if token.lemma_ in _TELLING and any(c.lower_ in ("about", "on", "of") for c in token.children):
        return None  # "would not speak about the battalion": to reporters
    makers = _sides(clause)
    if any(c.lower_ == "no" for n in clause.subject for c in n.children):  # "no soldier will pass here": refused by whoever says so
        makers = (clause.speaker,) if clause.speaker and clause.armed(clause.speaker) else ()
    if not makers or clause.cls & _HOSTILE or (clause.supposed and token.head.lemma_ != "go"):
        return None
    governed = bool(
        clause.objects or clause.clauses or any(c.dep_ in ("prep", "prt", "dative", "advmod") for c in token.children)
    )
    if not governed or (clause.cls == {"leave"} and token.lemma_ in ("go", "pull")):
        return None
    return Found(token, "reject", token, makers, _towards(clause, makers), rule="negotiated.would-not", negated=True, status="happened")


def _not_wanted(clause: Clause) -> Found | None:
    """ "We do not want their leaders back in our army", "does not want a truce"."""
    token = clause.token
    if token.lemma_ not in ("want", "need", "seek") or not clause.negated or clause.supposed or clause.passive:
        return None
    makers = _sides(clause) if clause.doers or any(n.lower_ in ("we", "i") for n in clause.subject) else ()
    put = [n for n in clause.objects if clause.of_talks(n)]
    theirs = [n for n in clause.objects if any(c.dep_ == "poss" and c.lower_ == "their" for c in n.children)]
    back = any(c.lower_ in ("back", "in", "here") for c in token.children)
    if not makers or not (put or (theirs and back)):
        return None
    return Found(token, "reject", (put or theirs)[0], makers, _towards(clause, makers), rule="negotiated.not-wanted", negated=True, status="happened")


def _refused(clause: Clause, asked: bool) -> Found | None:
    """ "Brushed the list off", "had held out against the demand", "refused to come out"."""
    token = clause.token
    if "refuse" not in clause.cls or token.pos_ not in VERBS or clause.negated or clause.supposed or clause.open:
        return None
    makers = tuple(p for p in clause.doers if clause.takes_part(p))
    acts = [c for c in clause.clauses if c.tag_ == "VB" and not _says_nothing(c)]
    put = [
        n
        for n in (*clause.objects, *clause.under("at", "to", "against", "from", "on", "over", "off"))
        if _put(clause, n) or (asked and _that(clause, n))
    ]
    if token.lemma_ == "deny" and not clause.classes_of(clause.objects) & {"aidgood", "accept"}:
        return None  # what is denied is a charge, but for a passage or a permission
    if not makers and asked and (put or acts):  # a firm, a council, a family whom those who bear arms have asked
        makers = tuple(p for p in clause.doers if clause.sides.body(p) or (clause.sides.is_person(p) and clause.sides.is_named(p)))
        if makers and token.lemma_ not in _REFUSING:
            return None
        if makers:
            return Found(token, "reject", (put or acts)[0], makers, _towards(clause, makers), rule="negotiated.refused-when-asked", status="happened")
    if any(clause.outside(p) for p in makers):
        return None
    if asked and not put and not acts and token.lemma_ in ("turn", "rebuff", "snub", "refuse", "spurn"):
        whom = tuple(p for p in clause.sides.of_all(clause.objects) if p not in makers)
        if whom and makers:
            return Found(token, "reject", clause.objects[0], makers, whom, rule="negotiated.turned-away", status="happened")
    if not makers or not (put or acts) or (acts and not any(clause.armed(p) for p in makers)):
        return None
    to = _towards(clause, makers) or tuple(p for n in put for p in clause.others(_owners(n), makers))
    return Found(token, "reject", (put or acts)[0], makers, to, rule=f"negotiated.refused.{token.lemma_.lower()}", status="happened")


def _says_nothing(act: Token) -> bool:
    """ "Refused to comment", "declined to give details"."""
    return act.lemma_ in _NO_ANSWER or any(n.lemma_.lower() in ("detail", "comment", "information", "name", "assertion") for n in patients(act))


def _put(clause: Clause, noun: Token) -> bool:
    """Whether a noun means what the other side may have put to one."""
    return clause.of_talks(noun) or bool(clause.classes_of([noun]) & _PUT - {"stop"})


def _that(clause: Clause, noun: Token) -> bool:
    """Whether a noun may go back to what was asked or offered just before: "the addition", "it", "nothing of the kind"; never a party."""
    if clause.sides.of(noun) or clause.classes_of([noun]) & {"attack", "scorn"} or noun.ent_type_:
        return False
    return noun.lower_ in ("it", "this", "that", "nothing", "kind") or any(
        c.lower_ in ("the", "that", "this", "such", "these", "those") for c in noun.children
    )


def _owners(noun: Token) -> list[Token]:
    found = [c for c in noun.children if c.dep_ in ("poss", "compound", "nmod")]
    return found + [n for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "from", "by") for n in objects_of(c)]


def _out_of_question(clause: Clause, asked: bool) -> Found | None:
    """ "Amnesty was out of the question", "the prisoners are not for sale"."""
    token = clause.token
    if token.lemma_ not in ("be", "remain", "stay") or not (clause.speaker and clause.takes_part(clause.speaker)) or clause.supposed:
        return None
    near = [t for c in token.children if c.dep_ in ("prep", "acomp", "attr", "advmod") for t in below(c, 6)]
    lemmas = {t.lemma_.lower() for t in near}
    denied = any(c.dep_ == "neg" for c in token.children)
    if asked and any(n.lower_ in ("this", "that", "it", "these") for n in clause.subject):
        scorned = any("scorn" in clause.words.classes(c) for c in token.children if c.dep_ == "attr")
        if scorned:
            return Found(token, "reject", token, (clause.speaker,), rule="negotiated.scorned-it", negated=True, status="happened")
    if clause.willed or "can" in clause.helped:
        talks = next((c for c in token.children if c.dep_ in ("attr", "nsubj") and any(g.lower_ == "no" for g in c.children)), None)
        if talks is not None and (clause.of_talks(talks) or clause.classes_of([talks]) & {"talk", "stop", "bind"}):
            to = clause.others([n for c in talks.children if c.lower_ in ("with", "for") for n in objects_of(c)], (clause.speaker,))
            return Found(token, "reject", talks, (clause.speaker,), to, rule="negotiated.no-talks", negated=True, status="happened")
    said = ("question" in lemmas and {"out", "of"} <= {t.lower_ for t in near}) or (
        denied and lemmas & _AFTER_ALL and {"for", "up", "under"} & lemmas
    )
    return Found(token, "reject", token, (clause.speaker,), rule="negotiated.out-of-question", negated=True, status="happened") if said else None


def _offered(clause: Clause) -> Found | None:
    """ "Has offered to swap captured Russians", "promised the men fair trials if they surrendered", "assured them that nobody would be harmed"."""
    token = clause.token
    if not clause.cls & {"offer", "promise"} or token.pos_ not in VERBS or clause.negated or clause.supposed or clause.passive:
        return None
    if token.dep_ in ("relcl", "acl") and "promise" in clause.cls:
        return None
    makers = tuple(p for p in clause.doers if clause.takes_part(p) or clause.sides.is_person(p))
    acts = [c for c in clause.clauses if not clause.classes_of([c]) & _HOSTILE and ("promise" not in clause.cls or _to_come(c))]
    goods = [n for n in clause.objects if n.lemma_.lower() not in _NO_OFFER and not clause.sides.of(n)]
    if not makers or not (acts or goods):
        return None
    inner_acts = [Clause(c, clause.words, clause.sides) for a in acts for c in (a, *(g for g in a.children if g.dep_ == "conj"))]
    if not any(clause.armed(p) for p in makers) and any(mediates(act) for act in inner_acts):
        ends = tuple(p for act in inner_acts for p in act.others([*act.under("between"), *act.under("for")], makers))
        return Found(token, "mediate", acts[0], makers, ends, rule="negotiated.offered-to-mediate", status="happened")
    nouns = [*clause.objects, *clause.under("to"), *(c for c in token.children if c.dep_ == "dative" and c.pos_ != "ADP")]
    to = clause.others(nouns, makers)
    if not to:  # "offered to halt its attacks if the army stayed put"
        inner = [c for act in acts for c in Clause(act, clause.words, clause.sides).conditions]
        to = tuple(p for c in (*clause.conditions, *inner) for p in c.doers if p not in makers and clause.armed(p))
    word = token.lemma_.lower()
    if word == "commit" and not acts and not clause.under("to"):
        return None  # "committed a massacre"
    if word == "offer":
        for_talks = any(clause.of_talks(n) for n in clause.under("for", "as"))
        plain = bool(acts) or bool(to) or for_talks or bool(clause.classes_of(goods) & (_PUT | _YIELDING | {"captive", "aidgood"}))
    else:
        told = bool(nouns) and "promise" in clause.cls
        plain = bool(acts and (to or told or clause.classes_of(acts) & _YIELDING)) or bool(
            goods and "promise" in clause.cls and word != "swear" and (to or clause.conditions)
        )
    if not plain or (word in ("swap", "trade", "exchange", "settle", "spare", "grant") and not clause.willed):
        return None
    aid = tuple(p for p in clause.sides.of_all(nouns) if clause.go_between(p) and p not in makers) if "promise" in clause.cls else ()
    kind: MoveKind = "accept" if aid and not to else "offer"  # what is promised to a go-between was asked for
    return Found(token, kind, (acts or goods)[0], makers, to or aid, rule=f"negotiated.offered.{word}", status="happened")


def _to_come(act: Token) -> bool:
    """Whether a clause tells what will be: "that nobody would be harmed", "to leave"."""
    if any(c.dep_ == "neg" for c in act.children) and not any(c.dep_ in ("auxpass", "dobj") for c in act.children):
        return False  # "pledged that the attack will not go unpunished"
    return act.tag_ == "VB" or any(
        c.lower_ in ("will", "would", "to", "can", "could", "may", "might", "shall") for c in act.children if c.dep_ == "aux"
    )


def _announced(clause: Clause) -> Found | None:
    """ "Said it would turn the harbour over to peacekeepers": a side tells what it will give."""
    token = clause.token
    partners = clause.under("with", "to")
    talks = bool(clause.cls & {"talk", "meet"}) and bool(partners) and not any(n.lemma_.lower() in _PRESS for n in partners)
    if not clause.willed or clause.negated or clause.passive or not (clause.cls & _YIELDING or talks) or clause.supposed:
        return None
    if token.dep_ in ("relcl", "acl", "advcl"):
        return None
    makers = _sides(clause)
    own = clause.speaker in makers or (
        token.dep_ == "ccomp" and token.head.lemma_ in _SAYING and bool(set(clause.sides.of_all(_subjects(token.head))) & set(makers))
    )
    about = clause.classes_of([*clause.objects, *clause.clauses])
    given_up = (
        talks
        or bool(about & {"captive", "aidgood", "arms", "stop", "attack", "leave"})
        or any((term := clause.words.term(t)) is not None and term.cls == "act" for t in (token, *clause.objects, *clause.clauses))
    )
    if not makers or not own or not given_up:
        return None
    return Found(token, "offer", token, makers, clause.others(clause.under("to"), makers), rule="negotiated.announced", status="happened")


def _subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "nsubj"]


def _proposed(clause: Clause) -> Found | None:
    """ "Has put a new text to the two neighbours", "had suggested that each side stay where it is"."""
    token = clause.token
    put = token.lemma_ == "put" and any(c.lower_ in ("to", "before") for c in token.children)
    if not (clause.cls & {"propose", "carry", "offer"} or put) or token.lemma_ in _GIVING_UP:
        return None
    if token.pos_ not in VERBS or clause.negated or clause.supposed or clause.passive or clause.open:
        return None
    paper = [n for n in clause.objects if "propose" in clause.classes_of([n]) or (put and clause.of_talks(n))]
    acts = [c for c in clause.clauses if _is_to_be_done(c)] if token.lemma_.lower() in ("propose", "suggest", "recommend") else []
    makers = clause.doers
    if not makers or not (paper or acts) or not any(clause.takes_part(p) or clause.sides.is_person(p) or clause.sides.body(p) for p in makers):
        return None
    nouns = [n for c in acts for n in c.children if n.dep_ == "nsubj"]
    to = clause.others([*nouns, *clause.under("to", "before", "with")], makers)
    return Found(token, "propose", (paper or acts)[0], makers, to, rule=f"negotiated.proposed.{token.lemma_.lower()}", status="happened")


def _is_to_be_done(act: Token) -> bool:
    helped = {c.lower_ for c in act.children if c.dep_ in ("aux", "auxpass")}
    return (
        act.tag_ in ("VB", "VBG")
        or bool(helped & {"should", "could", "to", "be"})
        or (act.tag_ == "VBP" and any(c.lower_ == "that" for c in act.children))
    )


def _accepted(clause: Clause, asked: bool) -> Found | None:
    """ "Took up the invitation", "agreed to the sequence", "confirmed the terms"."""
    token = clause.token
    if "accept" not in clause.cls or token.pos_ not in VERBS or clause.supposed or clause.passive or clause.negated or clause.open:
        return None
    nouns = [*clause.objects, *clause.under("to", "with", "on", "in")]
    put = [n for n in nouns if clause.of_talks(n) or clause.classes_of([n]) & (_PUT - {"stop", "talk"}) or (asked and _that(clause, n))]
    makers = tuple(p for p in clause.doers if clause.takes_part(p))
    if clause.willed and token.lemma_ == "accept" and clause.speaker and not put:
        put = [n for n in clause.objects if not clause.sides.of(n)]
    if token.lemma_ in _CONSENTING and clause.under("to") and any(clause.armed(p) for p in makers):
        put = put or clause.under("to")
    if not put and token.lemma_ in ("agree", "consent") and any(clause.armed(p) for p in makers):
        acts = [c for c in clause.clauses if c.tag_ == "VB" and _gives(Clause(c, clause.words, clause.sides))]
        if acts and not any(clause.outside(p) for p in makers):
            kind: MoveKind = "accept" if asked else "agree"
            return Found(token, kind, acts[0], makers, rule="negotiated.agreed-to-do", status="happened")
    if not makers or not put or any(clause.outside(p) for p in makers):
        return None
    ruling = all(clause.sides.kind(p) in ("government", "state") for p in makers)
    if not asked and token.lemma_ not in _CONSENTING and ruling and not any(clause.of_talks(n) for n in put):
        return None  # governments agree to much that is no business of talks
    to = clause.others([n for p in put for n in _owners(p)], makers)
    return Found(token, "accept", put[0], makers, to, rule=f"negotiated.accepted.{token.lemma_.lower()}", status="happened")
