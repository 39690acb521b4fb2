"""Steps on the ground that may carry out what was asked or agreed, told as plain deeds: captives let go, lorries let through.

Whether they belong to any talks no report alone can say; the Situation joins them to those that they answer and leaves the others out."""

from collections.abc import Iterator

from sayso.model import Event
from sayso.model.steps import STEP
from sayso.reading.grammar import noun_span, patients
from sayso.reading.negotiated.clause import foreseen, not_yet, unreal
from sayso.reading.negotiated.found import Found
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

_CAPTIVES = frozenset({
    "prisoner", "hostage", "captive", "detainee", "soldier", "policeman", "officer", "worker", "engineer", "nurse", "teacher", "sailor", "pilot",
    "man", "woman", "child", "people", "body", "inmate", "abductee", "fighter",
})  # fmt: skip
"""Whom a side may hold, by what they are called."""
_MODES = frozenset({"release", "access"})
_OF_CLAUSES = frozenset({"aux", "auxpass", "nsubj", "nsubjpass"})
_BELOW = frozenset({"ccomp", "xcomp", "oprd", "acomp"})
_RESCUING = frozenset({"rescue", "liberate", "storm", "open", "reopen"})
_ON_THE_ROAD = frozenset({
    "lorry", "truck", "convoy", "bus", "ambulance", "tanker", "crew", "engineer", "team", "aid", "food", "fuel", "grain", "flour", "medicine",
    "wagon", "boat", "barge", "ship", "flight", "trader", "herder",
})  # fmt: skip
"""What is let through a blockade."""


def steps(page: Page, sides: Sides) -> Iterator[Found]:
    """The releases and the passages that are told as done, where no move is told of the same words."""
    attacks = [event for event in page.events if event.type == "ASSAULT" and event.actors]
    for event in page.events:
        if event.type != "RETREAT" or event.mode not in _MODES or event.status != "happened" or page.skipped(event.trigger[0]):
            continue
        token = page.tokens(*event.trigger).root
        if not _told_as_done(token) or token.lemma_ in _RESCUING or unreal(token) or not_yet(token) or foreseen(token):
            continue
        governed = _let_go(token)
        if governed is None or not _may_be_let_go(page, governed) or _told(page, event) or _rescued(page, event, attacks):
            continue
        makers = tuple(p for p in event.actors if sides.kind(p) in ARMED)
        yield Found(token, "implement", governed, makers, rule=STEP, status="happened")


def _told_as_done(verb: Token) -> bool:
    """Whether a verb says of its own that something was done: no "tried to free", no "accused of releasing"."""
    if verb.pos_ != "VERB" or any(c.tag_ == "TO" for c in verb.children):
        return False
    return verb.tag_ == "VBD" or (verb.tag_ in ("VBN", "VB", "VBP") and any(c.dep_ in _OF_CLAUSES for c in verb.children))


def _may_be_let_go(page: Page, noun: Token) -> bool:
    """Whether a noun means people, or what travels."""
    if any(t.lemma_.lower() in _ON_THE_ROAD for t in (noun, *noun.children)):
        return True
    if noun.lemma_.lower() in _CAPTIVES or noun.pos_ == "NUM":
        return True
    party = page.cast.at(*noun_span(noun)) or page.cast.at(noun.idx, noun.idx + len(noun))
    return party is not None and page.cast[party].kind in ("civilians", "person", "other", "party")


def _let_go(verb: Token) -> Token | None:
    """Who or what was let go: "let the nurses go" and "set free the nurses" have them below it."""
    nouns = patients(verb) or [n for c in verb.children if c.dep_ in _BELOW for n in c.children if n.dep_ in ("nsubj", "dobj")]
    return next(iter(nouns), None)


def _told(page: Page, event: Event) -> bool:
    return any(start < event.trigger[1] and event.trigger[0] < end for move in page.moves for start, end in (move.span, *move.also))


def _rescued(page: Page, event: Event, attacks: list[Event]) -> bool:
    """ "Commandos stormed the jail and freed 31 captives": whoever frees them by arms, or after such a fight, carries out no deal."""
    start, end = page.report.text.rfind("\n", 0, event.trigger[0]) + 1, event.trigger[1]
    return any(set(one.actors) & set(event.actors) and start <= one.trigger[0] < end for one in attacks)
