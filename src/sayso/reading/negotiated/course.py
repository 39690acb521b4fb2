"""What becomes of a pact, told of the pact itself: "the truce took effect", "the ceasefire collapsed", "declared the accord void"."""

from collections.abc import Callable

from sayso.model.codes import MoveKind, Status
from sayso.reading.grammar import agents, by_phrase, objects_of
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.frames import go_betweens, spoken_by
from sayso.reading.negotiated.pacts import pact_parties
from sayso.reading.negotiated.words import GUNS, TalksWords
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

_VERBS = ("VERB", "AUX")
_COMES_INTO = frozenset({"come", "go", "enter", "be", "put"})
_FORCE = frozenset({"force", "effect", "operation"})
_HOLDS = frozenset({"hold", "begin", "start", "stand", "last"})
_FAILS = frozenset({"collapse", "unravel", "crumble", "fail", "disintegrate", "founder"})
_APART = {"break": "down", "fall": "apart", "come": "apart"}
_ENDED = frozenset({"over", "dead", "void", "null", "finished", "off"})
_ENDING = frozenset({"declare", "call", "consider", "pronounce", "deem"})
_LULLS = frozenset({"pause", "lull"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their"})
_HAVE = frozenset({"has", "have", "had", "'ve", "'d"})
_BREAKING = frozenset({"break", "violate", "breach", "shatter", "flout", "infringe"})
_VIOLATED = frozenset({"violated", "broken", "breached"})
_SIGNING = frozenset({"sign", "agree", "promise", "swear", "initial", "pledge"})
_KEEPING = frozenset({"keep", "honour", "honor", "observe", "respect", "uphold"})
_CONFIRMING = frozenset({"confirm", "acknowledge"})
_QUIET = frozenset({"silent", "quiet", "calm"})
_SINCE = frozenset({"after", "since", "before", "until"})
_TOLD = frozenset({"has", "have", "had", "did", "is", "are", "was", "were", "does", "do"})
_OPEN = frozenset({"may", "might", "could", "would", "should", "can", "will"})
_WISHING = frozenset({
    "ensure", "hope", "guarantee", "pray", "want", "wish", "see", "expect", "insist", "wait", "doubt", "assure", "promise", "make", "sure",
})  # fmt: skip
_TO_HOLD = frozenset({"hold", "stick", "last", "take", "stop", "halt", "end", "prevent", "quell", "silence", "keep", "curb"})
_RUINS = frozenset({"tatters", "ruins", "shreds", "pieces", "tatter", "ruin", "shred"})
_LENGTHENED = frozenset({"extend", "prolong", "renew", "reaffirm"})
_MAKING: frozenset[MoveKind] = frozenset({"agree", "accept", "offer", "propose", "mediate", "implement"})
_LOOK = 50


def course(token: Token, words: TalksWords, sides: Sides, page: Page, status: Callable[[Token], Status]) -> Found | None:
    """The move that a pact's (or talks') own course makes; its parties are those of the pact, else of the last one of the report."""
    term = words.term(token)
    cls = term.cls if term is not None else ""
    if token.lemma_.lower() in _LULLS and (term is not None or any(c.lower_ in _DEFINITE for c in token.children)):
        cls = "pact"  # "the pause collapsed"
    if cls == "pact" and (told := _dealt_with(token, sides, status) or _that_failed(token, sides)) is not None:
        return told
    if cls not in ("pact", "talks") or any(child.lower_ == "no" for child in token.children):
        return None
    dep, above = _place(token)
    if dep not in ("nsubj", "nsubjpass", "dobj") or above.pos_ == "ADP":
        return None
    for verb in (above, *(c for c in above.conjuncts if c.pos_ in _VERBS and not _subject(c) and dep != "dobj")):
        kind = _kind(dep, verb, cls)
        denied = any(child.dep_ == "neg" for child in verb.children)
        lapsed = denied and dep == "nsubj" and cls == "pact" and _did_not_hold(verb)
        idle = dep == "nsubj" and term is not None and term.family == "ceasefire" and _without_effect(verb)
        if lapsed or idle:
            kind = "breach"
        if kind is None or (denied and not lapsed) or (kind == "implement" and _wished_for(verb)):
            continue
        now = "happened" if lapsed and status(verb) == "denied" else status(verb)
        if now not in ("happened", "ongoing", "planned"):
            continue
        if kind in ("walk_out", "breach") and any(c.dep_ == "advcl" and any(m.lower_ in ("if", "unless") for m in c.children) for c in verb.children):
            speaker = spoken_by(token, sides)  # "if they bomb us again, the truce is dead"
            if speaker:
                asked_of = tuple(p for c in verb.children if c.dep_ == "advcl" for p in sides.of_all(agents(c)) if p not in speaker)
                return Found(verb, "ultimatum", token, speaker, asked_of, rule="negotiated.course.if", status="happened")
            continue
        makers, to = _sides_of(token, verb, kind, sides, page) if not idle else ((), ())
        if kind == "breach":  # whoever asked for the truce has not broken it
            makers, to = (tuple(p for p in parties if sides.kind(sides.behind(p) or p) in ARMED) for parties in (makers, to))
        if kind == "breach" and dep == "nsubj":  # "the truce between A and B collapsed": neither is said to have broken it
            makers, to = (*makers, *to), ()
        through = go_betweens(token, token, sides, (*makers, *to)) if kind == "breach" else ()
        return Found(verb, kind, token, makers, to, through, f"negotiated.course.{verb.lemma_.lower()}", status=now, of_pact=True)
    return None


def _place(noun: Token) -> tuple[str, Token]:
    """How a pact stands to the verb of its course, and that verb: "talks and a truce broke down" as its subject; so is what the parse takes for
    the noun behind "after" where a verb without a subject follows it: "after a truce between the two sides collapsed over a raid"."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head
    if first.dep_ == "pobj" and first.head.lower_ in _SINCE and noun.right_edge.i + 1 < len(noun.doc):
        behind = noun.doc[noun.right_edge.i + 1]
        others = [c for c in behind.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > noun.i]
        if behind.tag_ in ("VBD", "VBN") and behind.dep_ in ("advcl", "ccomp", "ROOT") and not others:
            return "nsubj", behind
    return first.dep_, first.head


def _did_not_hold(verb: Token) -> bool:
    """ "Has not held", "did not hold", "is not holding": a truce that is not kept."""
    helped = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return verb.lemma_ == "hold" and bool(helped & _TOLD) and not helped & _OPEN and not any(c.dep_ == "dobj" for c in verb.children)


def _without_effect(verb: Token) -> bool:
    """ "The truce has had little impact on the fighting"."""
    effects = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in ("impact", "effect")] if verb.lemma_ == "have" else []
    return any(c.lower_ in ("little", "no", "scant") for effect in effects for c in effect.children)


def _wished_for(verb: Token) -> bool:
    """ "To ensure that the truce holds", "hoped the deal held"."""
    return verb.dep_ in ("ccomp", "xcomp", "advcl") and verb.head.lemma_ in _WISHING


def _dealt_with(pact: Token, sides: Sides, status: Callable[[Token], Status]) -> Found | None:
    """What somebody does with a pact: "had been the first to break the accord", "the truce was violated", "declared it broken", "put an end to
    the truce", "kept the truce", "confirmed the deal"."""
    verb, lemma = pact.head, pact.head.lemma_.lower()
    if any(child.lower_ == "no" for child in pact.children):
        return None
    if pact.dep_ == "pobj" and verb.lower_ == "to" and (put := _put_an_end(verb.head)) is not None:
        verb, lemma = put, "put an end"
        kind: MoveKind = "breach"
    elif (said := _said_to_be_broken(pact)) is not None:
        verb, lemma, kind = said, said.lemma_.lower(), "breach"
    elif pact.dep_ not in ("dobj", "nsubjpass", "nsubj") or verb.pos_ not in (*_VERBS, "ADJ"):
        return None
    elif (_breaks(verb) and pact.dep_ in ("dobj", "nsubjpass")) or _called_broken(pact, verb):
        kind = "breach"
    elif pact.dep_ == "dobj" and lemma in _KEEPING | _CONFIRMING:
        kind = "implement" if lemma in _KEEPING else "agree"
    else:
        return None
    first = verb.tag_ == "VB" and verb.head.lower_ == "first"
    now = "happened" if first else status(verb)
    if now not in ("happened", "ongoing") or any(child.dep_ == "neg" for child in verb.children):
        return None
    doers = agents(verb.head.head) if first else [*by_phrase(verb), *agents(verb)] if kind == "breach" else agents(verb)
    makers = tuple(p for p in sides.of_all([n for n in doers if n.i != pact.i]) if sides.kind(sides.behind(p) or p) in ARMED)
    if kind == "agree" and not makers:
        return None
    mine, theirs = pact_parties(pact, sides)
    if kind == "breach" and not makers and not mine and not theirs:
        theirs = spoken_by(pact, sides)  # "they have broken it", says a side
    if lemma == "tear" and makers and pact.lemma_.lower() not in _LULLS:
        return None  # who tears it up himself walks out of it
    declared = lemma in _ENDING or verb.head.lemma_.lower() in _ENDING
    told_by = theirs if not mine else ()
    if kind == "breach" and not declared and not told_by and not set(makers) & {*mine, *theirs}:
        mine, theirs = (), ()  # broken by nobody named, or by who is none of its makers: "the truce agreed by Oslo and Havana"
    to = tuple(p for p in (*mine, *theirs) if p not in makers)
    if kind == "breach" and declared:
        makers, to = to, makers  # who declares it broken lays that at the other's door
    through = go_betweens(pact, pact, sides, (*makers, *to)) if kind == "breach" else ()
    return Found(verb, kind, pact, makers, to, through, f"negotiated.course.{lemma}", status="happened", of_pact=True)


def _that_failed(pact: Token, sides: Sides) -> Found | None:
    """ "The truce that collapsed on Friday", told in passing."""
    between = [n for c in pact.children if c.lower_ == "between" for n in objects_of(c)]
    for verb in (v for noun in (pact, *between) for v in noun.children):
        subject = any(c.dep_ == "nsubj" and c.tag_ in ("WDT", "WP", "IN") for c in verb.children)
        bare = verb.dep_ == "acl" and verb.tag_ in ("VBD", "VBN") and not _subject(verb)  # "after a truce between the two collapsed", misread
        if not bare and (verb.dep_ != "relcl" or not subject):
            continue
        if _kind("nsubj", verb, "") == "breach" and not any(c.dep_ in ("neg", "aux") and c.lower_ not in _HAVE for c in verb.children):
            first, second = pact_parties(pact, sides)
            rule = f"negotiated.course.{verb.lemma_.lower()}"
            return Found(verb, "breach", pact, (*first, *second), rule=rule, status="happened", of_pact=True)
    return None


def _breaks(verb: Token) -> bool:
    """ "Violated", "tore up"."""
    lemma = verb.lemma_.lower()
    return lemma in _BREAKING or (lemma == "tear" and any(c.lower_ in ("up", "apart") for c in verb.children))


def _said_to_be_broken(pact: Token) -> Token | None:
    """The participle of "a truce violated daily by both", "ceasefire broken by rebels" (a headline)."""
    own = [pact.head] if pact.dep_ == "nsubj" and pact.head.tag_ in ("VBN", "VBD") else []
    own += [c for c in pact.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")]
    return next((v for v in own if _breaks(v) and any(c.lower_ == "by" for c in v.children)), None)


def _called_broken(pact: Token, verb: Token) -> bool:
    """ "Declared the truce violated"."""
    called = _ENDING & {verb.lemma_.lower(), verb.head.lemma_.lower()}
    return bool(called) and pact.dep_ in ("nsubj", "dobj") and any(word.lower_ in _VIOLATED for word in (verb, *verb.children))


def tore_up(token: Token, words: TalksWords, sides: Sides, status: Callable[[Token], Status]) -> Found | None:
    """ "Has torn up what it signed", "broke what they had promised", "declared a truce and broke it": a breach, no word for a pact needed."""
    if token.pos_ not in _VERBS or not _breaks(token) or status(token) not in ("happened", "ongoing"):
        return None
    signed = next((c for c in token.children if c.dep_ in ("ccomp", "dobj") and c.lemma_ in _SIGNING and c.pos_ in _VERBS), None)
    signed = signed or next((c for c in token.children if c.dep_ == "dobj" and c.lower_ == "it" and _truce_before(c, words)), None)
    makers = tuple(p for p in sides.of_all(agents(token)) if sides.kind(sides.behind(p) or p) in ARMED)
    if signed is None or not makers or any(c.dep_ == "neg" for c in token.children):
        return None
    return Found(token, "breach", signed, makers, rule="negotiated.tore-up", status="happened")


def _truce_before(pronoun: Token, words: TalksWords) -> bool:
    return any(words.is_pact(t) for t in pronoun.doc[pronoun.sent.start : pronoun.i])


def _put_an_end(above: Token) -> Token | None:
    """The verb of "put an end to"."""
    verb = above.head if above.lemma_ == "end" else above
    return verb if verb.lemma_ == "put" and any(c.dep_ == "dobj" and c.lemma_ == "end" for c in verb.children) else None


def guns_silent(token: Token, pact_known: bool) -> Found | None:
    """ "The guns have been silent since Sunday", where there is a truce: it is kept."""
    verb = token.head
    if token.lemma_.lower() not in GUNS or token.dep_ != "nsubj" or not pact_known or any(c.dep_ == "neg" for c in verb.children):
        return None
    quiet = any(c.lower_ in _QUIET and c.dep_ in ("acomp", "oprd", "attr") for c in verb.children)
    if not quiet or any(c.dep_ == "aux" and c.lower_ in ("will", "would", "should", "must", "may") for c in verb.children):
        return None
    return Found(verb, "implement", token, (), (), rule="negotiated.guns-silent", status="happened", of_pact=True)


def _kind(dep: str, verb: Token, cls: str) -> MoveKind | None:
    lemma = verb.lemma_.lower()
    words = {child.lower_ for child in verb.children}
    failed = (lemma in _FAILS and not _failed_of_support(verb)) or _APART.get(lemma, " ") in words or (lemma in ("be", "lie") and _in(verb, _RUINS))
    if cls == "talks":
        return "walk_out" if failed and dep == "nsubj" else None
    if lemma in _LENGTHENED and dep in ("dobj", "nsubjpass"):
        return "agree"
    if dep != "nsubj":
        return None
    if lemma == "be" and {"back", "on"} <= {t.lower_ for c in verb.children for t in (c, *c.children)} and cls == "pact":
        return "agree"
    if failed:
        return "breach"
    if (lemma == "take" and "effect" in words) or (lemma in _COMES_INTO and _in(verb, _FORCE)):
        return "implement"
    if lemma in _HOLDS and not any(child.dep_ == "dobj" for child in verb.children):
        return "implement"
    ended = verb.lower_ in _ENDED or (lemma == "be" and bool(words & _ENDED))
    if ended and (lemma == "be" or verb.head.lemma_.lower() in _ENDING):
        return "walk_out"
    return None


def _failed_of_support(verb: Token) -> bool:
    """ "The deal failed to win support": it was never made; one that "failed to hold" was."""
    aims = [c for c in verb.children if c.dep_ == "xcomp"]
    return verb.lemma_ == "fail" and bool(aims) and not any(c.lemma_ in _TO_HOLD for c in aims)


def _in(verb: Token, nouns: frozenset[str]) -> bool:
    return any(noun.lower_ in nouns for child in verb.children if child.lower_ in ("into", "in") for noun in objects_of(child))


def _subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _sides_of(pact: Token, verb: Token, kind: MoveKind, sides: Sides, page: Page) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who makes it and to whom. An end is made by who declares it; a truce begins, holds, fails between its parties."""
    if kind == "walk_out":
        declaring = agents(verb.head) if verb.lower_ in _ENDED else []
        makers = tuple(p for p in sides.of_all(declaring) if sides.kind(p) in ARMED) or spoken_by(pact, sides)
        if makers:
            return makers, ()
    if kind == "agree" and pact.dep_ == "dobj":
        makers = sides.of_all(agents(verb))
        return (makers[:1], makers[1:]) if len(makers) == 2 else (makers, ())
    first, second = pact_parties(pact, sides)
    if first or second:
        return first, second
    for move in reversed(page.moves[-_LOOK:]):
        if move.kind in _MAKING and move.from_ and move.to:
            return move.from_, move.to
    return (), ()
