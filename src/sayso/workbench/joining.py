"""Why the claims of an incident are taken for one happening: by a rule's grounds or a person's word."""

from dataclasses import dataclass

from sayso.model.situation import Incident, Judgement, Ref
from sayso.view import harmless
from sayso.workbench.board import Board


@dataclass(frozen=True, slots=True)
class Joint:
    """One judgement: what it says, of which two reports, on which grounds, by whom; `correction` is empty for a rule's."""

    verdict: str
    one: str
    other: str
    grounds: tuple[str, ...]
    who: str
    when: str
    correction: str


def joints(board: Board, incident: Incident) -> tuple[list[Joint], list[Joint]]:
    """People's judgements that touch an incident's claims, and the rules' that hold them together."""
    people: list[Joint] = []
    rules: list[Joint] = []
    for one in board.judged.get(incident.id, ()):
        (people if one.by == "person" else rules).append(_joint(board, one))
    return people, rules


def _joint(board: Board, one: Judgement) -> Joint:
    verdicts = {"same": "one happening", "different": "not one happening", "unsure": "perhaps one happening"}
    return Joint(
        verdicts[one.verdict], _named(board, one.one), _named(board, one.other), tuple(harmless(ground) for ground in one.grounds),
        harmless(one.who or ""), (one.when or "")[:16].replace("T", " "), one.correction or "",
    )  # fmt: skip


def _named(board: Board, ref: Ref) -> str:
    head = board.heads.get(ref.report)
    return f"{head.outlet}, {head.published or 'undated'} ({ref.fact})" if head else f"{ref.report[:12]} ({ref.fact})"
