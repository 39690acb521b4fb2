"""Answers and gestures that a sentence makes without an object of talks: "our answer is no", "the army refused", "freed as a gesture of goodwill"."""

from sayso.model import Move
from sayso.model.codes import MoveKind
from sayso.reading.grammar import agents, below, is_passive, objects_of, patients
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.frames import spoken_by
from sayso.reading.negotiated.words import ANSWERING, GIVING, REFUSING, TalksWords
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

_ASKED: frozenset[MoveKind] = frozenset({"demand", "offer", "propose", "ultimatum"})
_VERBS = ("VERB", "AUX")
_NOTHING = frozenset({"nothing", "nobody", "none"})
_TURNING = frozenset({"turn"})
_REJECTING = frozenset({"reject", "rebuff", "spurn"})
_BACK = frozenset({"it", "them", "this", "that", "both"})
"""What means what was asked before."""
_TELLING = frozenset({
    "comment", "say", "tell", "answer", "discuss", "disclose", "reveal", "name", "identify", "confirm", "deny", "elaborate", "speak", "explain",
    "specify", "speculate", "believe", "blame", "describe", "die", "look", "see", "know", "think", "admit", "acknowledge", "recognise", "recognize",
})  # fmt: skip
_ASKED_FOR = frozenset({"give", "pay", "free", "release", "leave", "hand", "withdraw", "lift", "meet"})
"""What is asked for in talks, in whatever words it was asked."""
_TOLD = frozenset({"detail", "figure", "toll", "number", "name", "reason", "comment", "explanation", "interview", "information", "breakdown"})
_GESTURES = frozenset({"sign", "gesture", "token", "show", "mark"})
_GIVEN_FREELY = frozenset({"goodwill", "will", "faith"})


def replied(token: Token, words: TalksWords, sides: Sides, page: Page, pact_known: bool) -> Found | None:
    """The first of these that a token makes."""
    found = _no(token, sides) or _said_no(token, sides, page) or _refused(token, sides, page) or _gesture(token, words, sides)
    return found or (_nothing_given(token, sides) if pact_known else None)


def _no(token: Token, sides: Sides) -> Found | None:
    """ "Our answer is no": a refusal by whose answer it is."""
    if token.lemma_.lower() not in ANSWERING or token.dep_ != "nsubj" or token.head.lemma_ != "be":
        return None
    if not any(child.lower_ in ("no", "negative") and child.dep_ in ("attr", "acomp", "intj") for child in token.head.children):
        return None
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    makers = (sides.of(owner) if owner is not None else ()) or spoken_by(token, sides)
    return Found(token, "reject", token.head, _armed(sides, makers), rule="negotiated.answer-no", negated=True)


def _said_no(token: Token, sides: Sides, page: Page) -> Found | None:
    """ "Washington said no", to what was just asked."""
    if token.lemma_ != "say" or not any(c.lower_ == "no" and c.dep_ in ("intj", "dobj", "advmod", "oprd") for c in token.children):
        return None
    makers = _armed(sides, sides.of_all(agents(token)))
    asked = any(move.kind in _ASKED and move.from_ and not set(move.from_) & set(makers) for move in page.moves[-3:])
    return Found(token, "reject", token, makers, rule="negotiated.said-no", status="happened") if makers and asked else None


def _refused(token: Token, sides: Sides, page: Page) -> Found | None:
    """ "The army refused", "refused to give it", "turned them down": what it refuses is the last thing that somebody else of this report asked
    for or offered."""
    down = token.lemma_.lower() in _TURNING and any(child.lower_ == "down" for child in token.children)
    if token.pos_ not in _VERBS or is_passive(token) or any(c.dep_ == "neg" for c in token.children):
        return None
    if token.lemma_.lower() not in REFUSING and not (down or token.lemma_.lower() in _REJECTING):
        return None
    to_do = next((child for child in token.children if child.dep_ == "xcomp" and child.pos_ in _VERBS), None)
    goods = patients(token)
    back = bool(goods) and all(noun.lower_ in _BACK for noun in goods)
    if (goods and not back) or (not goods and token.lemma_.lower() not in REFUSING):
        return None
    if (to_do is not None and _keeps_silent(to_do)) or any(child.dep_ == "ccomp" or (child.dep_ == "prt" and not down) for child in token.children):
        return None
    asked = [move for move in page.moves[-8:] if move.kind in _ASKED and move.from_]
    makers = _told_to(token, asked) or _armed(sides, sides.of_all(agents(token)))
    fitting = any(not set(move.from_) & set(makers) and (to_do is None or _asked_for(to_do, move, page)) for move in asked)
    return Found(token, "reject", to_do or token, makers, rule="negotiated.refused-outright", status="happened") if makers and fitting else None


def _asked_for(verb: Token, move: Move, page: Page) -> bool:
    """Whether what somebody refuses to do is what a move asks: "asked for flour ... refused to send any flour", not "refused to travel"."""
    meant = {verb.lemma_.lower(), *(noun.lemma_.lower() for noun in patients(verb) if noun.pos_ != "PRON")}
    return bool(meant & _ASKED_FOR) or any(token.lemma_.lower() in meant for token in page.tokens(*move.span))


def _keeps_silent(verb: Token) -> bool:
    """ "Refused to comment", "declined to give a toll": no answer to anything."""
    told = verb.lemma_.lower() in _TELLING or any(noun.lemma_.lower() in _TOLD for noun in patients(verb))
    return told or verb.lemma_.lower() in ("be", "have")


def _told_to(token: Token, asked: list[Move]) -> tuple[str, ...]:
    """Whom "it" means in "gave the garrison two days to leave, and it refused": whoever was asked just before, and nobody who asked."""
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in ("it", "they") or not asked:
        return ()
    return asked[-1].to if asked[-1].span[0] >= token.sent.start_char and len(asked[-1].to) == 1 else ()


def _gesture(token: Token, words: TalksWords, sides: Sides) -> Found | None:
    """ "Let three of them go as a sign of good will": a step that asks for one in return, and carries out no deal."""
    term = words.term(token)
    if token.pos_ not in _VERBS or term is None or term.cls != "act" or any(child.dep_ == "neg" for child in token.children):
        return None
    heads = (token, *(child for child in token.children if child.dep_ in ("ccomp", "xcomp", "dobj")))
    nouns = [noun for head in heads for child in head.children if child.lower_ in ("as", "in") for noun in objects_of(child)]
    if not any(noun.lemma_ in _GESTURES and _GIVEN_FREELY & {t.lemma_.lower() for t in below(noun, 6)} for noun in nouns):
        return None
    makers = _armed(sides, sides.of_all(agents(token)))
    return Found(token, "offer", token, makers, rule="negotiated.goodwill", status="happened") if makers else None


def _nothing_given(token: Token, sides: Sides) -> Found | None:
    """ "No ransom was paid", "nobody was promised anything": who says so denies the deal that others tell of; "would pay nothing" refuses one."""
    if token.lemma_.lower() not in GIVING or token.pos_ not in _VERBS:
        return None
    nouns = [*patients(token), *agents(token)] if is_passive(token) else patients(token)
    if not any(noun.lower_ in _NOTHING or any(child.lower_ in ("no", "not") for child in noun.children) for noun in nouns):
        return None
    makers = spoken_by(token, sides)
    willed = any(c.dep_ == "aux" and c.lower_ in ("will", "wo", "would", "'ll") for c in token.children)
    kind: MoveKind = "reject" if willed else "deny_talks"  # "would pay nothing" refuses
    return Found(token, kind, token, makers, rule="negotiated.nothing-given", negated=True) if makers else None


def _armed(sides: Sides, parties: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(party for party in parties if sides.kind(party) in ARMED)
