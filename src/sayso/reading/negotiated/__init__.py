"""Who demands, offers, refuses what: the moves of talks between the parties of a conflict."""

from sayso.lexicon import Lexicon
from sayso.model import Interval, Move
from sayso.model.codes import MoveChannel, MoveKind, Status
from sayso.reading.grammar import below
from sayso.reading.happened.days import past
from sayso.reading.happened.senses import senses_of
from sayso.reading.happened.status import standing
from sayso.reading.negotiated.asked import JUDGES
from sayso.reading.negotiated.clause import goes_between
from sayso.reading.negotiated.find import find_moves
from sayso.reading.negotiated.found import Found
from sayso.reading.negotiated.freed import freed, who_is_freed
from sayso.reading.negotiated.in_talks import ENOUGH, in_talks
from sayso.reading.negotiated.mistaken import mistaken
from sayso.reading.negotiated.pacts import IN_PASSING, carried_out
from sayso.reading.negotiated.settle import answered, link_answers, link_mediators, repeated, span_of, told_again
from sayso.reading.negotiated.terms import terms_of
from sayso.reading.negotiated.told_events import told_by_events
from sayso.reading.negotiated.told_statements import told_by_statements
from sayso.reading.negotiated.whom import addressee
from sayso.reading.negotiated.words import TalksWords
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.side_words import GROUPS
from sayso.reading.sides import ARMED, SPEAKERS, Sides
from sayso.reading.states import one_state
from sayso.reading.when.attach import behind as day_behind
from sayso.reading.when.attach import below as beside
from sayso.reading.when.attach import interval
from sayso.reading.when.attach import of as time_of

_SPOKEN: frozenset[MoveKind] = frozenset({"demand", "offer", "reject", "accept", "propose", "ultimatum", "deny_talks", "walk_out"})
"""Moves that are made by saying so: a move told as having been made has happened, even where what it asks has not."""
_PUT: frozenset[MoveKind] = frozenset({"demand", "offer", "propose"})
_REFUSING = frozenset({"reject", "refuse", "decline", "deny", "rebuff", "spurn", "dismiss", "ignore", "turn", "oppose", "veto", "rule"})
_MADE_BY_SOMEBODY: frozenset[MoveKind] = frozenset({"demand", "offer", "propose", "ultimatum", "reject", "accept", "walk_out"})
_UP_TO = frozenset({"until", "till", "by", "before", "within"})
_PUBLIC = frozenset({"tweet", "press_statement", "press_conference", "broadcast", "interview"})
_TELLINGS = 50
"""How many further tellings of one pact are kept."""

_MUCH_WAR, _DENSE = 5, 60
"""A report is about war if it has so many words of war, or one in so many tokens."""

_ONLOOKERS = frozenset({"protesters", "demonstrators", "crowd", "crowds", "marchers", "students", "voters", "workers", "unions"})
"""What they demand in the streets is no move in talks."""
_FIGHTING = frozenset({"armed_group", "coalition", "military"})
_WAR_TERMS = frozenset({
    "ceasefire", "release", "surrender", "evacuation", "safe passage", "siege", "aid access", "exchange", "withdrawal", "handover",
})  # fmt: skip


class Negotiated:
    """Answers the question for one page at a time; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = TalksWords(lexicon)
        self._senses = senses_of(lexicon)

    def __call__(self, page: Page) -> None:
        """Read the page and add to `page.moves`."""
        candidates = self._words.candidates(page.doc)
        if not candidates:
            return
        war = self._words.war_words(page.doc)
        attacked = sum(event.type == "ASSAULT" for event in page.events) > 1
        if attacked or any(len(m.mentions) > 1 and m.kind in GROUPS for m in page.cast.members()):
            war = max(war, _MUCH_WAR)
        sides = Sides(page)
        if not any(sides.kind(m.id) in ARMED for m in page.cast.members()):
            return
        retold: dict[str, list[str]] = {}
        for statement in page.statements:
            if statement.repeats:
                retold.setdefault(statement.repeats, []).append(statement.id)
        for found in find_moves(page, candidates, self._words, sides, self._standing):
            self._take(page, found, sides, war, retold)
        if len(page.moves) >= ENOUGH:
            for found in [*in_talks(page, candidates, self._words, sides)]:
                self._take(page, found, sides, war, retold)
        for found in [*told_by_events(page, self._words, sides)]:
            self._take(page, found, sides, war, retold)
        for found in [*freed(page, sides)]:
            self._take(page, found, sides, war, retold)
        if len(page.moves) >= ENOUGH:
            for found in [*told_by_statements(page, sides)]:
                self._take(page, found, sides, war, retold)
        link_answers(page)
        link_mediators(page)

    def _take(self, page: Page, found: Found, sides: Sides, war: int, retold: dict[str, list[str]]) -> None:
        """Tell what was found, unless it is told already or is no move between parties to the conflict."""
        if mistaken(found, self._words, self._standing):
            return
        found.makers = _sides_behind(tuple(p for p in found.makers if sides.kind(p) not in SPEAKERS), sides)
        if found.kind == "agree":  # who brokers a pact is no party of it
            found.makers = tuple(p for p in found.makers if p not in found.through)
            found.to = tuple(p for p in found.to if p not in found.through)
        found.to = tuple(p for p in _sides_behind(found.to, sides) if p not in found.makers)
        if found.kind == "demand" and found.makers and found.to and _within_one_state(page, found, sides):
            return
        if found.refers and (self._merged(page, found) or not found.through):
            return
        if self._between_sides(found, sides, war):
            self._tell(page, found, sides, retold)

    def _standing(self, token: Token) -> Status:
        return standing(token, self._senses).status

    def _merged(self, page: Page, found: Found) -> bool:
        """ "The deal", told again, is further evidence for the last pact; without one it is a move only if it says who brokered it."""
        last = next((i for i in range(len(page.moves) - 1, max(-1, len(page.moves) - 100), -1) if page.moves[i].kind == "agree"), None)
        if last is None:
            return False
        move = page.moves[last]
        if len(move.also) < _TELLINGS:
            update = {"also": (*move.also, span_of(found)), "through": move.through or found.through}
            page.moves[last] = move.model_copy(update=update)
        return True

    def _tell(self, page: Page, found: Found, sides: Sides, retold: dict[str, list[str]]) -> None:
        around = page.statement_around(found.token.idx, found.token.idx + len(found.token))
        told = around.id if around else None
        answers = answered(page, found)
        to, said_so = addressee(page, found, answers, around, sides)
        when = _time_of(page, found)
        move = Move(
            id=f"M{len(page.moves) + 1}", kind=found.kind, from_=found.makers, to=to, through=found.through,
            terms=who_is_freed(found, page.report) or terms_of(found.kind, found.token, found.object, page.report), answers=answers,
            channel=_channel(found, around.channel if around else ""),
            span=span_of(found), when=when, status=self._status(found), according_to=told,
            confidence=0.45 + 0.15 * bool(found.makers) + 0.15 * (bool(to) and said_so), by=found.rule,
        )  # fmt: skip
        earlier = repeated(page, move, around, retold)
        if earlier is None:
            page.moves.append(move)
        else:
            page.moves[earlier] = told_again(page, page.moves[earlier], move)

    def _status(self, found: Found) -> Status:
        if found.status is not None:
            return found.status
        if found.kind == "deny_talks":
            return "denied"
        status = self._standing(found.token)
        if status == "denied" and (found.negated or (found.kind in _PUT and _refused(found.token))):
            return "happened"
        if found.kind == "meet" and status == "demanded":
            return "planned"
        if found.kind in _SPOKEN | {"agree", "mediate"} and status in ("demanded", "planned", "possible"):
            return "happened"
        return status

    def _between_sides(self, found: Found, sides: Sides, war: int) -> bool:
        """Moves are between parties to the conflict, or with a mediator or an aid body; never among onlookers or about other business."""
        named = [*found.makers, *found.to, *found.through]
        between = any(goes_between(sides.described(party)) for party in named)
        kinds = {sides.kind(p) for party in named for p in (party, sides.behind(party)) if p}
        much = war >= _MUCH_WAR or war * _DENSE >= len(found.token.doc)
        outsiders = bool(named) and not kinds & (ARMED | {"io", "ngo"}) and not between
        if outsiders and not (much and any(self._somebody(p, sides) for p in named)):
            return False
        if not named and found.kind not in ("agree", "deny_talks", "implement") and not found.of_pact:
            return False
        answered_whom = found.kind in ("reject", "accept") and any(sides.kind(p) in ARMED for p in found.to)
        if found.kind in _MADE_BY_SOMEBODY and not found.makers and not found.of_pact and not answered_whom:
            return False
        if found.makers and all(JUDGES & set(sides.words(p)) for p in found.makers):
            return False  # "the court turned down an appeal"
        if found.kind == "demand" and all(_ONLOOKERS & set(sides.words(p)) for p in found.makers):
            return False
        families = self._families(found)
        if found.kind == "meet" and not kinds & _FIGHTING and not families:
            return False
        if kinds & {"armed_group", "coalition"} or much or (war and between and found.kind == "mediate"):
            return True
        return bool(war) and bool(families & _WAR_TERMS or kinds & _FIGHTING)

    @staticmethod
    def _somebody(party: str, sides: Sides) -> bool:
        """Whether a party that is no side and no body between them may speak for one: a body by its name, a person who has one."""
        return sides.body(party) or sides.kind(party) == "party" or (sides.is_person(party) and sides.is_named(party))

    def _families(self, found: Found) -> set[str]:
        families: set[str] = set()
        for head in (found.token, found.object):
            if head is not None:
                families.update(term.family for t in below(head, 80) if t.lemma_ != "meet" and (term := self._words.term(t)) is not None)
        return families


def _within_one_state(page: Page, found: Found, sides: Sides) -> bool:
    """ "The military asked the president for leave to strike": an army and its own rulers do not bargain."""
    ours, theirs = ([page.cast[sides.behind(p) or p] for p in parties] for parties in (found.makers, found.to))
    return all(one.kind == "military" or other.kind == "military" for one in ours for other in theirs) and all(
        one_state(page, one, other) for one in ours for other in theirs
    )


def _sides_behind(parties: tuple[str, ...], sides: Sides) -> tuple[str, ...]:
    """The parties, the side itself for who is called only by his office in it: "an army spokesman"."""
    return tuple(dict.fromkeys(_behind(p, sides) for p in parties))


def _behind(party: str, sides: Sides) -> str:
    body = sides.behind(party)
    unnamed = sides.is_person(party) and not sides.is_named(party)
    return body if body is not None and unnamed and sides.kind(body) in ARMED else party


def _time_of(page: Page, found: Found) -> Interval | None:
    """When a move was made. The day of a clause that only speaks of a pact is not the pact's ("since a truce collapsed on Friday"), and the day
    of a pact not that of its end ("the truce of 12 May collapsed")."""
    if found.rule == IN_PASSING and not carried_out(found.token):
        own = beside(page, found.token)
    else:
        own = time_of(page, found.token)
        if found.kind in ("breach", "walk_out") and found.object is not None and own == beside(page, found.object):
            own = None
    if own is None and found.anchor is not None:
        own = time_of(page, found.anchor)
    if own is None and found.token.pos_ == "VERB":  # "broke the truce for the third time on Sunday"; not "agreed to a truce on Friday week"
        last = day_behind(page, found.token)
        own = last if last is not None and past(last, page.published) else None
    if found.kind == "ultimatum" and (own is None or own.earliest is None):
        return _given_on(page, found.token)
    return own if own is None or own.earliest is not None or found.kind not in _PUT else None  # "by Friday" is what they ask


def _given_on(page: Page, verb: Token) -> Interval | None:
    """The day on which somebody was given time, and not the end of it: "on Monday the army gave them until Friday"."""
    for child in verb.children:
        if child.dep_ in ("prep", "npadvmod") and child.lower_ not in _UP_TO:
            time = next((time for word in (child, *child.rights) if (time := page.time_at(word)) is not None), None)
            day = interval(page, time) if time is not None else None
            if day is not None and day.earliest is not None and past(day, page.published):
                return day
    return None


def _channel(found: Found, spoken: str) -> MoveChannel:
    if found.kind == "mediate" or (found.through and found.kind in ("agree", "accept", "implement")):
        return "mediator"
    if found.through:
        return "intermediary"
    return "public" if spoken in _PUBLIC else "unknown"


def _refused(noun: Token) -> bool:
    """Whether what is put to somebody is what he refuses: "rejected a request"; then it was put."""
    return noun.pos_ == "NOUN" and noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in _REFUSING


__all__ = ["Negotiated"]
