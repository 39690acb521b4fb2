"""What changed in a situation between two days: new, changed and gone, each with its line."""

from dataclasses import dataclass

from sayso.model.change import Change, Changed
from sayso.situation.changes import changes
from sayso.view import STATUS, days, grounds, harmless, relation
from sayso.workbench.board import Board, Head
from sayso.workbench.rows import about, disputed, fact_address, figure

_SHOWN = 40
TITLES: dict[Changed, str] = {"dispute": "Contested", "thread": "Talks", "control": "Ground", "forecast": "Forecasts", "incident": "Incidents"}


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One thing: what became of it, what it is, how it was and is, where it is."""

    kind: str
    words: str
    before: str
    after: str
    address: str


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """All that the page shows: groups with title, lines and the number of all, and the reports that came in between."""

    since: str
    until: str
    groups: tuple[tuple[str, tuple[ChangeLine, ...], int], ...]
    reports: tuple[Head, ...]
    came: int


def changes_page(before: Board, after: Board) -> ChangesPage:
    """Prepare the page of two situations of one casefile."""
    found = changes(before.situation, after.situation)
    groups = []
    for what, title in TITLES.items():
        some = sorted((one for one in found.changes if one.what == what), key=lambda one: after.place_of.get(one.id, len(after.incidents)))
        if some:
            groups.append((title, tuple(_line(before, after, one) for one in some[:_SHOWN]), len(some)))
    heads = tuple(after.heads[one] for one in found.reports if one in after.heads)
    return ChangesPage(found.since or "", found.until or "", tuple(groups), heads[:_SHOWN], len(found.reports))


def _line(before: Board, after: Board, change: Change) -> ChangeLine:
    board = before if change.kind == "gone" else after
    words, address = _named(board, change)
    if change.what == "incident":
        before_words, after_words = (_rests(one, change.id) for one in (before, after))
    else:
        before_words, after_words = (_in_words(change.what, text) for text in (change.before, change.after))
    return ChangeLine(change.kind, words, before_words, after_words, "" if change.kind == "gone" else address)


def _rests(board: Board, incident: str) -> str:
    """What an incident rests on; empty where there is none."""
    if incident not in board.place_of:
        return ""
    one = board.incidents[board.place_of[incident]]
    told = () if one.status == "happened" else (STATUS[one.status],)
    return "; ".join([*told, grounds(one), *(figure(some, board.party) for some in one.figures)])


def _in_words(what: Changed, text: str | None) -> str:
    """How a thing is or was, with names for ids; empty where its line says all there is."""
    if what == "control" or text is None:
        return ""
    if what == "dispute":
        return harmless(text.partition(": ")[2])
    return harmless(text)


def _named(board: Board, change: Change) -> tuple[str, str]:
    """A thing of the situation on one line, and the address of its page or words."""
    report, _, fact = change.id.partition(":")
    situation = board.situation
    match change.what:
        case "incident":
            return about(board, board.incidents[board.place_of[change.id]]), f"/incident/{change.id}"
        case "dispute":
            dispute = next(one for one in situation.disputes if one.id == change.id)
            return disputed(board, dispute), f"/dispute/{change.id}"
        case "thread":
            return " and ".join(board.party(one) for one in board.threads[change.id].parties), f"/thread/{change.id}"
        case "control":
            held = next(one for one in situation.control if (one.report, one.control) == (report, fact))
            holder = board.party(held.holder)
            said = f"{holder} {relation(held.relation, held.extent, holder)} {board.place(held.place) or 'ground without a name'}"
            line = f"{'denied: ' if held.denied else ''}{said} {days(held.when)}"
            return line.strip(), fact_address(report, "control", fact)
        case _:
            forecast = next(one for one in situation.forecasts if (one.report, one.forecast) == (report, fact))
            by = board.party(forecast.by) if forecast.by else "the report"
            return f"{by}: “{harmless(forecast.words)}”", fact_address(report, "forecasts", fact)
