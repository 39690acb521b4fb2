"""A party: who it is, what it says, what others say of it. Lists, no ratio and no ranking."""

from collections import Counter
from dataclasses import dataclass

from sayso.model.situation import Incident
from sayso.situation.words import fold
from sayso.view import harmless, plain
from sayso.workbench.board import Board
from sayso.workbench.filters import Question
from sayso.workbench.rows import GroundLine, IncidentRow, ThreadRow, fact_address, forecast_line, ground_line, incident_row, thread_row

ON_A_PAGE = 60
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: its stance, its words, the outlet and day of the report, the address of its words."""

    stance: str
    words: str
    outlet: str
    published: str
    address: str


@dataclass(frozen=True, slots=True)
class PartyPage:
    """All that the page shows; each list with its total."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    reports: int
    said: tuple[Said, ...]
    says: int
    outlets: tuple[tuple[str, int], ...]
    corroborated: tuple[IncidentRow, ...]
    corroborates: int
    contradicted: tuple[IncidentRow, ...]
    contradicts: int
    deeds: tuple[IncidentRow, ...]
    does: int
    deeds_address: str
    words_address: str
    threads: tuple[ThreadRow, ...]
    ground: tuple[GroundLine, ...]
    forecasts: tuple[tuple[str, str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list: its statements and reports, and how many of its claims others confirm or contradict."""

    id: str
    name: str
    kind: str
    statements: int
    reports: int
    corroborated: int
    contradicted: int


def party_page(board: Board, party: str) -> PartyPage:
    """Prepare the page of a party that the board knows."""
    actor, source = board.parties[party], board.sources.get(party)
    statements = source.statements if source else ()
    said = sorted(statements, key=lambda s: (board.heads[s.report].published or "", s.report, s.statement), reverse=True)
    outlets = Counter(board.heads[s.report].outlet for s in statements)
    deeds = board.having("party", party)
    corroborated, contradicted = (_known(board, source.corroborated), _known(board, source.contradicted)) if source else ([], [])
    return PartyPage(
        id=party, name=harmless(actor.name), kind=plain(actor.kind),
        aliases=tuple(harmless(a) for a in actor.aliases if a != actor.name), reports=len({ref.report for ref in actor.seen}),
        said=tuple(
            Said(s.stance, harmless(s.words), board.heads[s.report].outlet, board.heads[s.report].published or "undated",
                 fact_address(s.report, "statements", s.statement)) for s in said[:_SHOWN]
        ),
        says=len(statements), outlets=tuple(sorted(outlets.items(), key=lambda row: (-row[1], row[0]))[:20]),
        corroborated=_rows(board, corroborated), corroborates=len(corroborated), contradicted=_rows(board, contradicted),
        contradicts=len(contradicted), deeds=_rows(board, deeds), does=len(deeds), deeds_address=Question(party=party).address(),
        words_address=Question(source=party).address(),
        threads=tuple(thread_row(board, t) for t in board.talks_of.get(party, ())[:6]),
        ground=tuple(ground_line(board, g) for g in board.ground_by.get(party, ())[:_SHOWN]),
        forecasts=tuple(forecast_line(board, f) for f in board.forecasts_by.get(party, ())[:_SHOWN]),
    )  # fmt: skip


def source_lines(board: Board, page: int, name: str) -> tuple[list[SourceLine], int]:
    """A page of the sources by name, of those with `name` in one of theirs, and how many there are."""
    ordered, wanted = board.by_name, fold(name)
    if wanted:
        ordered = [one for one in ordered if any(wanted in fold(alias) for alias in _names(board, one.party))]
    lines = []
    for one in ordered[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]:
        actor = board.parties.get(one.party)
        lines.append(
            SourceLine(
                one.party, board.party_in_full(one.party), plain(actor.kind) if actor else "", len(one.statements),
                len({s.report for s in one.statements}), len(one.corroborated), len(one.contradicted),
            )
        )  # fmt: skip
    return lines, len(ordered)


def _names(board: Board, party: str) -> tuple[str, ...]:
    actor = board.parties.get(party)
    return (actor.name, *actor.aliases) if actor else (party,)


def _known(board: Board, incidents: tuple[str, ...]) -> list[Incident]:
    return [board.incidents[n] for n in sorted(board.place_of[i] for i in incidents if i in board.place_of)]


def _rows(board: Board, incidents: list[Incident]) -> tuple[IncidentRow, ...]:
    return tuple(incident_row(board, one) for one in incidents[:6])

