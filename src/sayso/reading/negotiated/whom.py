"""To whom a move is made where its own words do not say so, and whom the report only lets one guess."""

from collections.abc import Iterable

from sayso.model import Statement
from sayso.model.codes import POWERS, MoveKind
from sayso.reading.cast import Member
from sayso.reading.grammar import below
from sayso.reading.negotiated.found import Found
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.side_words import GENERIC, GROUPS, SAME, WARRING
from sayso.reading.sides import ARMED, Sides
from sayso.reading.states import men_of, one_state

_ASKING: frozenset[MoveKind] = frozenset({"demand", "offer", "propose", "ultimatum"})
_AIMED: frozenset[MoveKind] = frozenset({"reject", "demand", "ultimatum", "walk_out", "offer", "accept"})
"""Moves that are made towards somebody, whether or not the words name him."""
_REFUSE = frozenset({"veto", "reject", "refuse", "turn", "rebuff", "spurn", "decline", "dismiss", "ignore"})
_TO_ALL = ("negotiated.announce", "negotiated.declare", "negotiated.proclaim", "negotiated.holding-back")
"""Steps that a side announces to the world."""
_ACCESS = frozenset({"access", "visit", "evacuation", "evacuate", "convoy", "corridor", "passage"})
_DEALINGS = 4
"""How many moves back a side's partner is looked for."""
_JUST_BEFORE = 3
"""Within how many sentences behind a move its sides are still those spoken of."""
_LOOK = 50


def addressee(page: Page, found: Found, answers: str | None, around: Statement | None, sides: Sides) -> tuple[tuple[str, ...], bool]:
    """To whom a move is made, and whether the words say so. Unsaid: the maker of what it answers; the side that tells of the
    demand; where only one can be meant, he (`_guessed`)."""
    if found.to:
        return found.to, True
    if not found.makers:
        return (), False
    if answers is not None and found.kind in ("reject", "accept"):
        return next(m.from_ for m in page.moves if m.id == answers), True
    makers = {*found.makers, *(sides.behind(p) or p for p in found.makers)}
    if found.kind == "agree" and around is not None and around.speaker and sides.kind(around.speaker) in ("io", "ngo"):
        return (around.speaker,) if around.speaker not in makers and found.object is not None and found.object.pos_ == "VERB" else (), False
    if found.kind == "breach":
        accuser = sides.behind(around.speaker) if around is not None else None
        return ((accuser,) if accuser is not None and accuser not in makers and sides.kind(accuser) in ARMED else ()), True
    if found.kind not in _AIMED or found.rule.startswith(_TO_ALL):
        return (), False
    if found.token.dep_ == "acl" and found.token.head.dep_ == "dobj" and found.token.head.head.lemma_ in _REFUSE:
        return (), False  # "vetoed a draft asking for a truce"
    if found.kind == "demand" and around is not None:
        teller = sides.behind(around.speaker)
        if teller is not None and teller not in makers and sides.kind(teller) in ARMED:
            return (teller,), True
    if found.kind in _ASKING and _answered_by_others(found.token):
        return (), False
    across = _guessed(page, found, makers, sides)
    return (across,) if across is not None and across not in makers else (), False


def _guessed(page: Page, found: Found, makers: set[str], sides: Sides) -> str | None:
    """The one side that a move told without its addressee must be made to: the only one besides the makers in the report, or in the sentence
    and the one before. Among several nobody can know which."""
    if any(sides.kind(p) in ARMED for p in makers):
        across, just = _partner(page, found.token, makers, sides)
        if just:
            return across
        across = across or sides.opponent(found.makers[0])
    elif found.kind == "demand" and any(sides.kind(p) in ("io", "ngo") for p in makers) and _asks_access(found):
        besieger = next((c.holder for c in page.control if c.relation == "besieges" and c.holder), None)
        if besieger is not None:
            return besieger
        across = next((p for p in sides.belligerents if page.cast[p].kind == "government"), None)
    else:
        return None
    if across is None or len(_apart(page, makers, (), sides)) > 1:
        return None
    meant = sides.behind(across) or across
    told = (_near(page, found.token), [p for p in sides.belligerents if len(page.cast[p].mentions) > 1], sides.belligerents)
    among = (_like(page, _apart(page, parties, makers, sides), makers, meant) for parties in told)
    return across if any(len(others) == 1 and _same(page, others[0], meant) for others in among) else None


def _like(page: Page, others: list[str], makers: Iterable[str], meant: str) -> list[str]:
    """The sides that may be meant instead of one: against a state's men the groups, against a group the states; against one of its own sort all."""
    state = page.cast[meant].kind in POWERS
    if any((page.cast[maker].kind in POWERS) == state for maker in makers):
        return others
    return [other for other in others if (page.cast[other].kind in POWERS) == state]


def _asks_access(found: Found) -> bool:
    """Whether it is asked to be let in, or to let others out, which is for whoever keeps them in to do: "access to the besieged"; not a truce."""
    heads = [head for head in (found.token, found.object) if head is not None]
    if found.token.dep_ == "pobj" and found.token.head.lower_ == "despite":
        heads.append(found.token.head.head)
    return any(word.lemma_.lower() in _ACCESS for head in heads for word in below(head, 30))


def _near(page: Page, token: Token) -> list[str]:
    """The parties that a sentence and the one before it speak of."""
    sentence = token.sent
    first = page.doc[sentence.start - 1].sent.start if sentence.start else sentence.start
    last = page.doc[sentence.end - 1]
    return page.cast.within(page.doc[first].idx, last.idx + len(last))


def _apart(page: Page, parties: Iterable[str], makers: Iterable[str], sides: Sides) -> list[str]:
    """The armed sides among parties, each once, none of them the makers' own."""
    found: list[str] = []
    for party in parties:
        side = sides.behind(party) or party
        if sides.kind(side) in ARMED and _is_side(page, page.cast[side]) and not any(_same(page, side, other) for other in (*makers, *found)):
            found.append(side)
    return found


def _is_side(page: Page, member: Member) -> bool:
    """Whether a party is a side by its name or description, and neither some of its men, "soldiers", "the enemy", nor a state that is only
    spoken of."""
    if member.kind == "state" and not any(member.id in (*event.actors, *event.recipients) for event in page.events if event.type in WARRING):
        return False
    return member.entry is not None or any(c.isupper() for c in member.name) or member.name.split()[-1].lower().removesuffix("s") in GENERIC


def _same(page: Page, one: str, other: str) -> bool:
    """Whether two parties are one side: a state and its men, the rebels by two of their names."""
    first, second = page.cast[one], page.cast[other]
    if one == other or (first.kind in POWERS and second.kind in POWERS and one_state(page, first, second)):
        return True
    if any(men_of(page, a, {b.entry}) for a, b in ((first, second), (second, first)) if b.entry and b.kind in ("state", "government")):
        return True
    return all(m.kind in GROUPS and m.name.split()[-1].lower().removesuffix("s") in SAME[0] for m in (first, second))


def _answered_by_others(noun: Token) -> bool:
    """ "A village council turned down a demand by the rebels": it was made to whoever answers, and to no other side."""
    return noun.pos_ == "NOUN" and noun.dep_ == "dobj" and noun.head.lemma_ in _REFUSE and any(c.dep_ == "nsubj" for c in noun.head.children)


def _partner(page: Page, token: Token, makers: set[str], sides: Sides) -> tuple[str | None, bool]:
    """The armed side with which the makers had their last dealings before these words, and whether those were told just before."""
    before = sorted((move for move in page.moves[-_LOOK:] if move.span[0] < token.idx), key=lambda move: -move.span[0])
    for move in before[:_DEALINGS]:
        for ours, theirs in ((move.from_, move.to), (move.to, move.from_)):
            others = [p for p in theirs if p not in makers and sides.behind(p) not in makers and (sides.kind(p) in ARMED or sides.body(p))]
            if set(ours) & makers and len(others) == 1:
                told = page.tokens(*move.span)
                return others[0], len(told) > 0 and token.sent.number - told[0].sent.number <= _JUST_BEFORE
    return None, False
