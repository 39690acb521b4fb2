"""Steps on the ground that may carry out what was asked or agreed, told as plain deeds: captives let go, lorries let through.

Whether they belong to any talks no report alone can say; the Situation joins them to those that they answer and leaves the others out."""

from collections.abc import Iterator

from sayso.model import Event
from sayso.model.steps import STEP
from sayso.reading.grammar import patients
from sayso.reading.negotiated.clause import foreseen, not_yet, unreal
from sayso.reading.negotiated.found import Found
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

_MODES = frozenset({"release", "access"})
_RESCUING = frozenset({"rescue", "liberate", "storm"})


def steps(page: Page, sides: Sides) -> Iterator[Found]:
    """The releases and the passages that are told as done, where no move is told of the same words."""
    attacks = [event for event in page.events if event.type == "ASSAULT" and event.actors]
    for event in page.events:
        if event.type != "RETREAT" or event.mode not in _MODES or event.status != "happened" or page.skipped(event.trigger[0]):
            continue
        token = page.tokens(*event.trigger).root
        if token.pos_ != "VERB" or token.lemma_ in _RESCUING or unreal(token) or not_yet(token) or foreseen(token):
            continue
        governed = _let_go(token)
        if governed is None or _told(page, event) or _rescued(page, event, attacks):
            continue
        makers = tuple(p for p in event.actors if sides.kind(p) in ARMED)
        yield Found(token, "implement", governed, makers, rule=STEP, status="happened")


def _let_go(verb: Token) -> Token | None:
    """Who or what was let go: "let the nurses go" has them in the clause below it."""
    nouns = patients(verb) or [n for c in verb.children if c.dep_ in ("ccomp", "xcomp") for n in c.children if n.dep_ == "nsubj"]
    return next(iter(nouns), None)


def _told(page: Page, event: Event) -> bool:
    return any(start < event.trigger[1] and event.trigger[0] < end for move in page.moves for start, end in (move.span, *move.also))


def _rescued(page: Page, event: Event, attacks: list[Event]) -> bool:
    """ "Commandos stormed the jail and freed 31 captives": whoever frees them by arms carries out no deal."""
    sentence = page.tokens(*event.trigger)[0].sent
    return any(set(one.actors) & set(event.actors) and sentence.start_char <= one.trigger[0] < sentence.end_char for one in attacks)
