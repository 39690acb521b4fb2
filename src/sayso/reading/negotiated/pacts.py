"""Pacts told as facts: "under a deal reached between X and Y", "a truce allowed", "covered by a ceasefire", "no deal was reached"."""

from sayso.model.codes import MoveKind
from sayso.reading.grammar import RELATIVES, agents, below, by_phrase, objects_of, patients, phrases
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.frames import go_betweens, spoken_by
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.parsed import Token
from sayso.reading.side_words import SIDES
from sayso.reading.sides import ARMED, Sides
from sayso.reading.two_sides import ties_before

_VERBS = ("VERB", "AUX")
_MEASURES = frozenset({"string", "series", "number", "part", "terms", "wave", "result", "round", "set", "package", "spate", "basis"})
_UNDER = frozenset({"under", "after", "following", "since", "despite", "through", "thanks", "per", "during", "amid", "by", "in", "within"})
_BY_ITS_TERMS = frozenset({"under", "through", "thanks", "per"})
_MADE = frozenset({"reach", "agree", "sign", "broker", "strike", "conclude", "mediate", "negotiate", "sponsor", "seal"})
_BROKERED = frozenset({"broker", "mediate", "sponsor", "facilitate", "oversee", "arrange", "guarantee"})
_JOINING = frozenset({"involve", "back", "support", "endorse"})
_STILL_OPEN = frozenset({"announce", "declare", "propose", "demand", "offer", "reject", "suggest", "seek"})
"""Participles that make another move of a pact than its making."""

_TIMES = frozenset({"DATE", "TIME"})
_DAY = 6
"""So many words a day may put between a pact and its "between"."""

IN_PASSING = "negotiated.pact-in-passing"
"""The rule of a pact that a clause about something else speaks of."""
_UNREAL = frozenset({"would", "could", "may", "might", "should", "can", "must"})
_DEFINITE = frozenset({"the", "this", "that", "those", "these", "its", "their"})
_BARE = frozenset({"settlement", "compromise", "understanding", "memorandum", "accord", "pact", "agreement", "cessation", "exchange"})
"""Pacts that are told of without parties too vaguely to be a move."""


def existing_pact(token: Token, words: TalksWords, sides: Sides) -> Found | None:
    """A pact that the report tells as made (or, with "no", as not made); a definite one without parties refers to an earlier move."""
    term = words.term(token)
    if term is None or term.cls not in ("pact", "talks") or token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "nmod", "amod", "poss"):
        return None
    top = token
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lower_ in _MEASURES:
        top = top.head.head
    made = next((c for c in token.children if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in _MADE), None)
    if any(child.lower_ == "no" for child in token.children) or (top == token and _denied(top)):
        return _no_pact(token, sides) if _asserted(top) else None
    if top.dep_ == "nsubj" and any(c.dep_ == "neg" for c in top.head.children):
        return None  # "the three-hour truce is not enough"
    if term.cls == "talks" or any(c.dep_ == "acl" and c.lemma_ in _STILL_OPEN for c in token.children):
        return None
    if not (_factual(top) or made is not None):
        return None
    definite = any(child.dep_ in ("det", "poss") and child.lower_ in _DEFINITE for child in token.children)
    rule = "negotiated.pact" if _is_news(top) else IN_PASSING
    makers, to = pact_parties(token, sides)
    through = go_betweens(token, token, sides, ())
    if not makers and (to or not definite) and token.dep_ == "pobj" and top.head.lower_ == "under" and token.head.head.pos_ in _VERBS:
        makers = tuple(p for p in sides.of_all(agents(token.head.head)) if p not in to and sides.kind(p) in ARMED)
    if not makers and not to and through and definite:
        return Found(token, "agree", token, (), (), through, rule, refers=True, anchor=made)
    if not makers and not to and not through:
        if not definite and term.word in _BARE:
            return None
        return Found(token, "agree", token, (), rule=rule, refers=definite, anchor=made)
    return Found(token, "agree", token, makers, to, through, rule, anchor=made)


def of_the_talks(pact: Token, words: TalksWords, sides: Sides) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose talks led to a pact, where the sentence tells: "after talks between the army and the rebels a deal was struck"."""
    for tie in ties_before(pact):
        term = words.term(tie.head)
        if tie.sent is pact.sent and term is not None and term.cls == "talks":
            found = _partners(objects_of(tie), sides)
            return (found[:1], found[1:]) if len(found) == 2 else ((), ())
    return (), ()


def _is_news(top: Token) -> bool:
    """Whether a clause is there to tell of the pact: "a deal was reached", "there is a truce". "Since a truce collapsed" is not."""
    return top.dep_ == "attr" or (top.dep_ in ("nsubj", "nsubjpass") and top.head.lemma_ in _MADE)


def carried_out(pact: Token) -> bool:
    """Whether something is done by the terms of a pact, which was made about then: "left in October under a deal with the army"."""
    return pact.dep_ == "pobj" and pact.head.lower_ in _BY_ITS_TERMS


def _no_pact(token: Token, sides: Sides) -> Found:
    """ "There is no deal with X", "insisted there were no talks": who says so, and with whom."""
    makers, teller = spoken_by(token, sides), token.head
    while not makers and teller.dep_ in ("ccomp", "advcl", "conj") and teller.head.pos_ in _VERBS:
        teller = teller.head
        makers = tuple(p for p in sides.of_all(agents(teller)) if sides.kind(sides.behind(p) or p) in ARMED | {"io", "ngo"})
    partners = [n for child in token.children if child.lower_ == "with" for n in objects_of(child)]
    to = tuple(p for p in sides.of_all(partners) if p not in makers)
    future = any(c.dep_ == "aux" and c.lower_ in ("will", "'ll", "would", "'d") for c in token.head.children)
    return Found(token, "reject" if future else "deny_talks", token, makers, to, rule="negotiated.no-pact", negated=True)


def pact_parties(pact: Token, sides: Sides) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Between whom a pact is: "between X and Y", "with Y", by whom it was agreed, or whom its terms concern."""
    for child in _hangers(pact):
        if child.lower_ in ("between", "among"):
            found = sides.after(child)
            if found:
                return (found[:1], found[1:]) if len(found) == 2 else (found, ())
    made = [c for c in pact.children if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in _MADE - _BROKERED]
    made += [pact.head] if pact.dep_ == "nsubj" and pact.head.tag_ == "VBN" and pact.head.lemma_ in _MADE - _BROKERED else []
    makers = [p for verb in made for p in sides.of_all(by_phrase(verb) or [n for n in agents(verb) if n.i != pact.i])]
    makers = [] if len(makers) == 1 and sides.outsider(makers[0]) else makers
    partner = [p for child in _hangers(pact) if child.lower_ == "with" for p in _partners(objects_of(child), sides)]
    if makers or partner:
        if not makers:
            makers = [p for p in (sides.opponent(partner[0]),) if p]
        makers = list(dict.fromkeys(p for p in makers if p not in partner))
        return (tuple(makers[:1]), tuple(makers[1:])) if len(makers) == 2 and not partner else (tuple(makers), tuple(dict.fromkeys(partner)))
    beside = [c for c in pact.lefts if c.dep_ in ("amod", "nmod", "compound") and c.i > 1 and c.nbor(-1).text in ("-", "/") and not _brokering(c)]
    states = [state for word in beside if (whose := sides.nations(word)) and len(whose) > 1 for state in whose]
    if states:  # "a US-Russian deal"
        return (tuple(states[:1]), tuple(states[1:])) if len(states) == 2 else (tuple(states), ())
    joined = [n for c in pact.children if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in _JOINING for n in _joined(c)]
    if joined:
        return _partners(joined, sides), ()
    inside = [n for c in pact.children if c.dep_ in ("acl", "relcl", "prep") and not _brokered(c) for n in _concerned(c)]
    return sides.of_all(inside)[:1], ()


def _brokered(clause: Token) -> bool:
    """Whether a clause on a pact tells who brokered it: "which Malaysia helped to broker"."""
    return clause.lemma_ in _BROKERED or any(c.dep_ == "xcomp" and c.lemma_ in _BROKERED for c in clause.children)


def _brokering(nation: Token) -> bool:
    """ "A US-Russia brokered truce"."""
    return nation.nbor(1).lemma_.lower() in _BROKERED | _JOINING


def _hangers(pact: Token) -> list[Token]:
    """Prepositions on a pact, on the verb that makes it, and right behind it."""
    found = [c for c in pact.children if c.dep_ in ("prep", "agent")]
    for verb in [c for c in pact.children if c.dep_ in ("acl", "relcl")] + ([pact.head] if pact.head.pos_ in _VERBS else []):
        found += [c for c in verb.children if c.dep_ in ("prep", "agent") and c.i > pact.i]
    return found or _behind_a_day(pact)


def _behind_a_day(pact: Token) -> list[Token]:
    """The "between" that a day parts from its pact: "under a deal last spring between the army and the rebels"."""
    for token in pact.doc[pact.right_edge.i + 1 : min(pact.right_edge.i + _DAY, pact.sent.end)]:
        if token.lower_ == "between" and token.dep_ == "prep":
            return [token]
        if not (token.ent_type_ in _TIMES or token.dep_ in ("advmod", "det", "npadvmod")):
            break
    return []


def _concerned(clause: Token) -> list[Token]:
    if clause.pos_ in _VERBS:
        itself = any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in RELATIVES for c in clause.children)  # "a deal of Oslo's that sought to"
        return [*patients(clause), *(() if itself else agents(clause))]
    return [n for noun in objects_of(clause) for n in below(noun, 8)] if clause.lower_ == "for" else []


def _partners(nouns: list[Token], sides: Sides) -> tuple[str, ...]:
    """The parties that a pact is with, a state by its seat of power too: "a deal with Damascus"."""
    found = [p for noun in nouns for p in sides.of_all([noun]) or (sides.nations(noun) if noun.pos_ == "PROPN" else ())]
    return tuple(dict.fromkeys(found))


def _joined(clause: Token) -> list[Token]:
    """Whom a clause on a pact names as its parties: "involving the rebels and Iran", "backed by the army and its allies"."""
    return by_phrase(clause) or [n for n in patients(clause) if clause.lemma_.lower() == "involve"]


def _denied(top: Token) -> bool:
    head = top.head
    if top.dep_ == "nsubj" and head.lemma_ == "be" and not any(c.dep_ == "expl" for c in head.children):
        return False  # "the three-hour truce is not enough"
    return top.dep_ in ("nsubj", "nsubjpass", "attr", "dobj") and any(c.dep_ == "neg" and c.lower_ not in ("longer",) for c in head.children)


def _asserted(top: Token) -> bool:
    """ "There is no deal", "no agreement was reached": said to be so, and not wished or asked; "the truce has not held" says that there is one."""
    if top.dep_ == "nsubj" and top.head.lemma_ == "hold":
        return False
    return top.dep_ in ("attr", "nsubj", "nsubjpass", "dobj") and top.head.lemma_.lower() in {"be", "reach", "exist", "make", "have", "sign", "hold"}


def _factual(top: Token) -> bool:
    head = top.head
    if top.dep_ in ("nsubj", "nsubjpass", "attr") and head.pos_ in _VERBS:
        modal = any(c.dep_ == "aux" and c.lower_ in _UNREAL for c in head.children)
        if head.lemma_ == "fail" and any(c.dep_ == "xcomp" for c in head.children):
            return False  # "a compromise failed to win support"
        if any(c.lower_ == "without" for c in top.children) and any(c.lower_ in ("a", "an", "any") for c in top.children):
            return False  # "a ceasefire without a withdrawal is worthless"
        return not modal and head.tag_ != "VB" and (top.dep_ != "attr" or any(c.dep_ == "expl" for c in head.children))
    if top.dep_ in ("pobj", "pcomp"):
        return head.lower_ in _UNDER and not (head.lower_ == "in" and head.head.lower_ not in ("accordance", "line", "place"))
    return top.dep_ == "dobj" and top.head.lower_ == "following"


def each_other(verb: Token, makers: tuple[str, ...]) -> bool:
    """Whether both sides promise it: "promised each other", "the two sides undertook to"."""
    given = [c for c in verb.children if c.dep_ in ("dative", "dobj") and c.lower_ in ("other", "another")]
    return bool(given) or (len(makers) == 2 and any(n.lemma_ in SIDES for n in agents(verb)))


def both_ways(token: Token, kind: MoveKind, governed: Token, makers: tuple[str, ...], sides: Sides) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """From whom to whom a pact is, or between whom talks are; a mediator's deed goes to the parties of the pact."""
    partners = tuple(p for preposition, noun in phrases(token) if preposition == "with" for p in sides.of(noun) if p not in makers)
    if kind == "mediate":
        first, second = pact_parties(governed, sides)
        return makers, tuple(p for p in (*first, *second) if p not in makers and sides.kind(p) not in ("io", "ngo", "other"))
    for preposition in [c for head in (token, governed) for c in head.children if c.lower_ in ("between", "among")]:
        found = sides.after(preposition)
        if found:
            return (found[:1], found[1:]) if len(found) == 2 else (found, ())
    if partners:
        return makers, partners
    if kind == "agree" and not makers:
        return pact_parties(governed, sides)
    if kind == "agree" and len(makers) == 2:
        return makers[:1], makers[1:]
    if kind == "meet":
        partners = sides.of_all([n for c in governed.children if c.lower_ == "with" for n in objects_of(c)])
        return (makers[:1], makers[1:]) if len(makers) == 2 and not partners else (makers, partners)
    return makers, ()
