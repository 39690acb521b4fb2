"""Moves that statements make by their stance and no rule of talks has found: a side's refusal, its offer, a threat that hangs on a condition."""

from collections.abc import Iterator

from sayso.model import Statement
from sayso.model.codes import MoveKind, Stance
from sayso.reading.negotiated.found import Found
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.sides import ARMED, Sides

_BY_STANCE: dict[Stance, MoveKind] = {"reject": "reject", "offer": "offer", "threaten": "ultimatum"}
_PLAIN = frozenset({
    "say", "tell", "add", "write", "state", "reply", "answer", "declare", "announce", "note", "stress", "repeat", "insist", "post", "retort",
    "vow", "warn", "swear", "tweet", "remark", "maintain", "respond", "quote",
})  # fmt: skip
_CONDITIONS = frozenset({"if", "unless", "until", "or", "otherwise", "till"})


def told_by_statements(page: Page, sides: Sides) -> Iterator[Found]:
    """The moves of statements whose words no move of the page stands in yet, in the order of the text."""
    told = sorted(span for move in page.moves for span in (move.span, *move.also))
    for statement in page.statements:
        kind = _BY_STANCE.get(statement.stance)
        maker = sides.behind(statement.speaker)
        if kind is None or maker is None or statement.repeats or sides.kind(maker) not in ARMED:
            continue
        start, end = statement.content[0][0], statement.content[-1][1]
        if page.skipped(start) or any(a < end and b > start for a, b in told):
            continue
        if statement.cue is not None and page.tokens(*statement.cue).root.lemma_ not in _PLAIN:
            continue  # what its cue refuses or offers is the business of the other rules
        head = _head(page, statement)
        if head is None or (kind == "ultimatum" and not _hangs(page, statement)):
            continue
        speaker = statement.speaker if statement.speaker is not None and sides.is_named(statement.speaker) else maker
        yield Found(head, kind, head, (speaker,), rule=f"negotiated.stance.{statement.stance}", status="happened")


def _head(page: Page, statement: Statement) -> Token | None:
    tokens = page.tokens(*statement.content[0])
    return tokens.root if len(tokens) else None


def _hangs(page: Page, statement: Statement) -> bool:
    """Whether what is threatened hangs on a condition."""
    return any(token.lower_ in _CONDITIONS for span in statement.content for token in page.tokens(*span))
