"""Meetings, mediation, walk-outs and denials by their skeleton: who sees whom, who carries what between whom, who says that nothing was agreed."""

from sayso.reading.grammar import below, objects_of, owners
from sayso.reading.negotiated.clause import VERBS, Clause
from sayso.reading.negotiated.found import Found
from sayso.reading.parsed import Token

_BROKERING = frozenset({"broker", "mediate", "arrange", "facilitate", "oversee"})
_BROUGHT_ABOUT = frozenset({"release", "exchange", "swap", "handover", "evacuation", "return", "meeting", "trade", "withdrawal", "surrender"})
_GROUPS = frozenset({"armed_group", "coalition"})
_DUE = frozenset({"due", "set", "schedule", "expect", "plan"})
_TRYING = frozenset({"try", "seek", "attempt", "work", "help", "manage", "hope", "plan", "want"})
_TOGETHER = frozenset({"together", "closer", "room", "table", "gap", "terms"})
_SETTLED = frozenset({"agree", "sign", "reach", "promise", "pay", "conclude", "settle", "commit", "concede", "give", "make"})
_NO_PARTNER = frozenset({"resistance", "opposition", "criticism", "fire"})
_NOTHING = frozenset({"nothing", "no", "none", "never"})
_TALKED = frozenset({"talk", "speak", "confer", "negotiate", "consult", "meet", "sit", "deal", "bargain"})
_NOBODY = frozenset({"nobody", "none"})


def no_partner(noun: Token) -> bool:
    """ "Met resistance from the village": what is met is nobody."""
    return noun.lemma_ in _NO_PARTNER and not any(c.dep_ == "det" for c in noun.children)


def met(clause: Clause) -> Found | None:
    """The first of these that a clause makes."""
    if clause.token.pos_ not in VERBS or not (clause.cls or clause.token.lemma_ in ("be", "pay", "bring", "get")):
        return None
    if clause.supposed:
        return (_saw(clause) if _arranged(clause.token) else None) or (_brought_together(clause) if _tried(clause.token) else None)
    return _nothing_settled(clause) or _carried(clause) or _brought_together(clause) or _saw(clause) or _sent(clause) or _broke_up(clause)


def _arranged(verb: Token) -> bool:
    """ "Is due to see the rebels", "was scheduled to meet"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in _DUE


def _tried(verb: Token) -> bool:
    """ "Is trying to arrange the release of"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in _TRYING


def _ends(clause: Clause) -> tuple[str, ...]:
    """The sides that something goes between: behind "between", "from ... to", "to", and those whose letter it is."""
    nouns = [n for head in (clause.token, *clause.objects) for c in head.children if c.lower_ == "between" for n in objects_of(c)]
    nouns += [n for o in clause.objects for n in owners(o, frozenset({"of", "from"}))]
    nouns += [*clause.under("from", "to"), *(n for c in clause.token.children if c.lower_ in ("from", "to") for n in objects_of(c))]
    found = [p for c in clause.token.children if c.lower_ == "between" for p in clause.sides.after(c)]
    return tuple(dict.fromkeys([*found, *(p for p in clause.sides.of_all(nouns))]))


def _carried(clause: Clause) -> Found | None:
    """ "Carried two letters from the group to the president", "has passed proposals to the rebels on behalf of Riyadh"."""
    carried = clause.classes_of(clause.objects)
    makers = clause.doers
    if not clause.cls & {"carry", "mediate"} or clause.negated or not carried & {"message", "propose", "promise", "ask"}:
        return None
    if "ask" in carried and not carried & {"message", "propose", "promise"} and not _of_others(clause, makers):
        return None
    paper = next((n for o in clause.objects for n in below(o, 6) if "propose" in clause.words.classes(n)), None)
    given = clause.others([c for c in clause.token.children if c.dep_ == "dative" and c.pos_ != "ADP"] + clause.under("to"), makers)
    if paper is not None and given and "mediate" not in clause.cls:
        return Found(clause.token, "propose", paper, makers, given, rule="negotiated.sent-paper", status="happened")
    to = tuple(p for p in _ends(clause) if p not in makers)
    back = {"back", "forth"} <= {t.lower_ for t in below(clause.token, 12)}
    if back and clause.may_mediate(makers, to):
        return Found(clause.token, "mediate", clause.objects[0], makers, to, rule="negotiated.back-and-forth", status="happened")
    if not makers or not any(clause.armed(p) for p in to) or any(clause.sides.kind(p) in _GROUPS for p in makers):
        return None
    if "message" not in clause.classes_of(clause.objects) and not any(c.lower_ in ("between", "behalf") for c in below(clause.token, 12)):
        return None  # "carried the rebels' offer to the army": it is theirs
    if not any(c.lower_ in ("from", "between", "behalf") for t in (clause.token, *clause.objects) for c in below(t, 8)) and len(to) < 2:
        return None
    return Found(clause.token, "mediate", clause.objects[0], makers, to, rule="negotiated.carried", status="happened")


def _of_others(clause: Clause, makers: tuple[str, ...]) -> bool:
    """Whether what is passed on is another's: "passed the rebels' terms to the army"."""
    return bool(clause.others([n for o in clause.objects for n in owners(o, frozenset({"of", "from", "by"}))], makers))


def _brought_together(clause: Clause) -> Found | None:
    """ "Brought the Americans and the Taliban into one room", "went between Hamas and Israel", "helped the two armies to agree"."""
    token = clause.token
    dealt = [n for n in clause.objects if n.lemma_.lower() in _BROUGHT_ABOUT]
    if token.lemma_ in _BROKERING and dealt and clause.doers and not clause.negated and not clause.passive:
        return Found(token, "mediate", dealt[0], clause.doers, rule="negotiated.brokered", status="happened")
    if token.lemma_ in ("act", "serve") and clause.doers and not clause.negated and any(_go_between(n, clause) for n in clause.under("as")):
        ends = [n for h in (token, *clause.under("as")) for c in h.children if c.lower_ in ("for", "between") for n in objects_of(c)]
        return Found(token, "mediate", token, clause.doers, clause.others(ends, clause.doers), rule="negotiated.acting-as", status="happened")
    if not clause.cls & {"mediate", "travel", "leave", "carry"} and token.lemma_ not in ("bring", "get"):
        return None
    makers = clause.doers
    if not makers or clause.negated or any(clause.sides.kind(p) in _GROUPS for p in makers):
        return None
    between = _ends(clause) if any(c.lower_ == "between" for c in token.children) and clause.cls & {"mediate", "travel", "leave", "carry"} else ()
    both = tuple(p for p in clause.sides.of_all(clause.objects))
    to_talk = clause.classes_of(clause.clauses) & {"bind", "talk", "meet", "accept"}
    near = {t.lemma_.lower() for t in below(token, 10)}
    if any(c.lower_ == "between" for c in token.children) and "travel" in clause.cls and "mediate" in clause.about(25):
        return Found(token, "mediate", token, makers, tuple(p for p in between if p not in makers), rule="negotiated.travelling", status="happened")
    joined = both if len(both) > 1 and (near & _TOGETHER or ("mediate" in clause.cls and to_talk)) else ()
    to = tuple(p for p in (between if len(between) > 1 else joined) if p not in makers)
    if len(to) < 2 or not any(clause.armed(p) for p in to):
        return None
    return Found(token, "mediate", token, makers, to, rule="negotiated.brought-together", status="happened")


def _go_between(noun: Token, clause: Clause) -> bool:
    """ "As go-between", "as a guarantor"."""
    return "mediate" in clause.words.classes(noun)


def _saw(clause: Clause) -> Found | None:
    """ "Flew to Gao to see the chiefs of Ansar Dine", "spoke by phone with both", "received four commanders of the rebels"."""
    token = clause.token
    going = [c for c in token.children if c.dep_ in ("advcl", "xcomp") and c.tag_ == "VB"] if "travel" in clause.cls else []
    heads = [Clause(c, clause.words, clause.sides) for c in going if c.lemma_ in _TALKED | {"see", "visit"}] or (
        [clause] if "meet" in clause.cls or token.lemma_ in _TALKED else []
    )
    for head in heads:
        if clause.negated or clause.passive:
            continue
        nouns = [
            *(n for n in head.objects if "meet" in head.cls and not no_partner(n)),
            *head.under("with"),
            *(head.under("to") if head.token.lemma_ in ("talk", "speak") else ()),
        ]
        makers = clause.doers
        to = tuple(p for p in clause.sides.of_all(nouns) if p not in makers and clause.sides.behind(p) not in makers)
        if makers and to and _across(clause, makers, to):
            between = clause.group(to) and clause.own_go_betweens(makers)
            return Found(token, "mediate" if between else "meet", nouns[0], makers, to, rule="negotiated.saw")
        if not nouns and len(makers) > 1 and head.token.lemma_ in _TALKED and _across(clause, makers[:1], makers[1:]):
            return Found(token, "meet", token, makers[:1], makers[1:], rule="negotiated.saw")
    return None


def _sent(clause: Clause) -> Found | None:
    """ "Sent a delegation of their own to Ouagadougou"."""
    if clause.token.lemma_ not in ("send", "dispatch") or clause.negated or clause.passive or "team" not in clause.classes_of(clause.objects):
        return None
    makers = tuple(p for p in clause.doers if clause.armed(p))
    nouns = clause.under("to")
    to = tuple(p for p in clause.sides.of_all(nouns) if p not in makers)
    placed = any(n.ent_type_ in ("GPE", "LOC") or n.pos_ == "PROPN" for n in nouns)
    return Found(clause.token, "meet", clause.objects[0], makers, to, rule="negotiated.sent") if makers and (to or placed) else None


def _across(clause: Clause, makers: tuple[str, ...], to: tuple[str, ...]) -> bool:
    """Whether those who meet stand on two sides, or one of them between the sides."""
    first, second = ({clause.sides.kind(p) for p in parties} for parties in (makers, to))
    groups = bool(first & _GROUPS) != bool(second & _GROUPS)
    if not second & _GROUPS and clause.own_go_betweens(makers):
        return False  # what a village's elders see the army about is their own business
    whole = all(clause.armed(p) or clause.go_between(p) for p in (*makers, *to))
    return (groups and whole) or (any(clause.go_between(p) for p in (*makers, *to)) and any(clause.armed(p) for p in (*makers, *to)))


def _broke_up(clause: Clause) -> Found | None:
    """ "The talks broke up without a date", "called off the talks with the ELN", "got up from the table"."""
    token = clause.token
    if "quit" not in clause.cls or clause.negated or clause.willed or clause.passive:
        return None
    talks = next((n for n in clause.subject if (term := clause.words.term(n)) is not None and term.cls == "talks"), None)
    if talks is not None and token.lemma_ not in ("end", "adjourn"):
        ends = tuple(p for c in talks.children if c.lower_ in ("between", "with") for p in clause.sides.after(c))
        return Found(token, "walk_out", token, ends[:1], ends[1:], rule="negotiated.broke-up", status="happened", of_pact=True)
    left = next(
        (
            n
            for n in (*clause.objects, *clause.under("from", "of", "out"))
            if (term := clause.words.term(n)) is not None and term.cls in ("talks", "pact")
        ),
        None,
    )
    makers = tuple(p for p in clause.doers if clause.armed(p))
    if left is None or not makers:
        return None
    to = tuple(p for c in left.children if c.lower_ in ("with", "between") for p in clause.sides.after(c) if p not in makers)
    return Found(token, "walk_out", left, makers, to, rule="negotiated.quit", status="happened")


def _nothing_settled(clause: Clause) -> Found | None:
    """ "No corridor had been agreed", "we have signed nothing", "there had been no such deal": a denial by whose words it is."""
    token = clause.token
    if token.lemma_ not in _SETTLED | _TALKED and token.lemma_ != "be":
        return None
    speaker = clause.speaker
    if speaker is None or not clause.armed(speaker):
        return None
    past = bool(clause.helped & {"had", "has", "have", "was", "were", "did", "been"})
    if token.lemma_ in _SETTLED and past and (clause.negated or any(n.lower_ in _NOTHING for n in clause.objects)):
        about = [n for n in clause.objects if any(c.lower_ in _NOTHING for c in (n, *n.children))]
        if token.lemma_ == "make" and not clause.classes_of(about) & {"promise", "offer", "bind", "talk"}:
            return None
        own = speaker in clause.doers or any(n.lower_ in ("we", "it", "they") for n in clause.subject)
        yielded = token.lemma_ in ("agree", "promise") and clause.classes_of(clause.clauses) & {"free", "let", "leave", "stop", "give"}
        if own and yielded:
            about = about or clause.clauses
        if (clause.passive and about) or (own and about) or (own and any(clause.of_talks(n) for n in clause.objects)):
            return Found(token, "deny_talks", token, (speaker,), rule="negotiated.nothing-settled", negated=True)
    nobody = any(n.lower_ in _NOBODY or (n.lower_ == "one" and any(c.lower_ == "no" for c in n.children)) for n in clause.subject)
    told = token.tag_ == "VBD" or bool(clause.helped & {"has", "have", "had"})
    if nobody and told and token.lemma_ in _TALKED and not clause.willed and not clause.passive:
        return Found(token, "deny_talks", token, (speaker,), rule="negotiated.nobody-talked", negated=True)
    if token.lemma_ == "be" and any(_no_deal(clause, c) for c in token.children if c.dep_ in ("attr", "nsubj")):
        return Found(token, "deny_talks", token, (speaker,), rule="negotiated.no-deal", negated=True)
    return None


def _no_deal(clause: Clause, noun: Token) -> bool:
    term = clause.words.term(noun)
    return (
        term is not None
        and term.cls in ("pact", "talks")
        and any(c.lower_ == "no" for c in noun.children)
        and any(c.lower_ in ("been", "had", "was", "were", "has") for c in (noun.head, *noun.head.children))
    )
