"""What somebody says will be, and by when."""

from collections import defaultdict

from sayso.lexicon import Lexicon
from sayso.lexicon.time_rows import ProspectWordRow
from sayso.model import Forecast, Statement
from sayso.reading.foretold.due import due, made
from sayso.reading.foretold.prospects import Prospect, Prospects
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.said.speakers import speaker_token

_DATED = frozenset({"vow", "may", "hope", "dated", "was-to", "occasion", "would-said"})
"""Rules whose words are a forecast only where a day is given."""
_WILLED = frozenset({"will", "would", "is-to"})
_OF_REPORTED = frozenset({"would", "would-said"})
_MOVES = frozenset({"reject", "offer", "demand", "ultimatum", "accept"})
"""Moves that are made by saying what one will do."""
_OF_WILL = frozenset({"reject", "offer"})
"""Stances that say what one will or will not do now."""
_LONGEST = 380
"""Characters of the longest span; a longer clause is cut after its last whole word."""


class Foretold:
    """Finds the forecasts of a page: predictions, expectations, warnings of consequences and announced acts."""

    def __init__(self, lexicon: Lexicon) -> None:
        words: dict[str, set[str]] = defaultdict(set)
        for row in lexicon.rows(ProspectWordRow):
            words[row.kind].add(row.word)
        self._prospects = Prospects({kind: frozenset(known) for kind, known in words.items()})

    def __call__(self, page: Page) -> None:
        """Add the page's forecasts, in the order of the text; of two that overlap the first stands."""
        taken = -1
        for prospect in self._prospects.find(page.doc):
            start, end = _clause(page, prospect)
            if start < taken or page.skipped(start) or not _worth_following(page, prospect):
                continue
            if prospect.rule in _WILLED and _of_talks(page, prospect) and not _dated(page, prospect):
                continue  # what a side refuses or offers is its will, no forecast
            statement = page.statement_around(prospect.head.idx, prospect.head.idx + len(prospect.head))
            if statement is not None and prospect.rule in _WILLED and statement.stance in _OF_WILL and not _dated(page, prospect):
                continue
            if prospect.rule in _OF_REPORTED and (statement.kind == "direct" if statement is not None else prospect.rule == "would-said"):
                continue  # in somebody's own words "would" is no future: "I would call it a crime"
            if statement is None and prospect.rule == "hold" and _of_a_thing(page, prospect):
                continue  # "the plan envisages a truce": nobody expects it
            start, end = _inside(statement, start, end)
            if end - start < 3:
                continue
            taken = end
            page.forecasts.append(_forecast(page, prospect, statement, start, end))


def _worth_following(page: Page, prospect: Prospect) -> bool:
    """Whether words that tell of a plan, a hope or a bare chance give a day by which it can be seen."""
    if prospect.rule not in _DATED and (prospect.rule != "was-due" or not _has_time(page, prospect)):
        return True
    day = made(page, page.statement_around(prospect.head.idx, prospect.head.idx + len(prospect.head)))
    head = prospect.cue if prospect.rule == "dated" else prospect.head
    falls = due(page, head, prospect.cue, day, own=True)
    last = (falls.latest or "9999")[:10] if falls is not None else ""
    if prospect.rule == "occasion" and (falls is None or day is None or (falls.earliest or "")[:10] <= day.isoformat()):
        return False  # "a truce for three days" says not when
    return day is not None and (last > day.isoformat() or (prospect.rule == "was-due" and last == day.isoformat()))


def _of_talks(page: Page, prospect: Prospect) -> bool:
    """Whether the words are a move of talks: "will not sign", "would stop if they left"."""
    at = prospect.head.idx
    return any(m.kind in _MOVES and any(a <= at < b for a, b in (m.span, *m.also)) for m in page.moves)


def _dated(page: Page, prospect: Prospect) -> bool:
    """Whether a day is given by which it can be seen."""
    day = made(page, page.statement_around(prospect.head.idx, prospect.head.idx + len(prospect.head)))
    return due(page, prospect.head, prospect.cue, day, own=True) is not None


def _has_time(page: Page, prospect: Prospect) -> bool:
    """Whether a day is given for what "was due to" be: a past one makes it no forecast."""
    return any((time := page.time_at(token)) is not None and time.type != "DURATION" for token in prospect.head.subtree)


def _clause(page: Page, prospect: Prospect) -> tuple[int, int]:
    """From the subject to the end of the clause, in characters."""
    head, cue = prospect.head, prospect.cue
    first = min(_subject_edge(cue), _subject_edge(head), head.left_edge.i if head.pos_ in ("NOUN", "PROPN") else head.i)
    if prospect.rule in ("warn", "occasion"):
        first = head.left_edge.i
    elif prospect.rule == "dated" and cue.dep_ in ("acl", "relcl", "amod"):
        first = cue.head.left_edge.i  # "the talks set to resume on Monday"
    last = max(head.right_edge.i, cue.i)
    doc = page.doc
    while last > head.i and doc[last].is_punct:
        last -= 1
    end = doc[last].idx + len(doc[last])
    start = doc[first].idx
    while end - start > _LONGEST and last > head.i:
        last -= 1
        end = doc[last].idx + len(doc[last])
    return start, end


def _subject_edge(token: Token) -> int:
    """The first token of the subject of a verb, or of the verb above an auxiliary or a participle."""
    for verb in (token, token.head):
        for child in verb.lefts:
            if child.dep_ in ("nsubj", "nsubjpass", "expl") and child.i <= token.i:
                return child.left_edge.i
    return token.i


def _inside(statement: Statement | None, start: int, end: int) -> tuple[int, int]:
    """The part of a clause that lies in one span of the statement's content."""
    if statement is None:
        return start, end
    best = max(statement.content, key=lambda span: min(end, span[1]) - max(start, span[0]))
    inner = max(start, best[0]), min(end, best[1])
    return inner if inner[0] < inner[1] else (start, end)


def _forecast(page: Page, prospect: Prospect, statement: Statement | None, start: int, end: int) -> Forecast:
    day = made(page, statement)
    return Forecast(
        id=f"W{len(page.forecasts) + 1}", rule=f"foretold:{prospect.rule}", confidence=0.75 if statement else 0.65, span=(start, end),
        by=statement.speaker if statement else _holder(page, prospect), what=" ".join(page.report.text[start:end].split())[:200],
        due=due(page, prospect.head, prospect.cue, day, said=statement), made=day.isoformat() if day else None,
        according_to=statement.id if statement else None,
    )  # fmt: skip


def _of_a_thing(page: Page, prospect: Prospect) -> bool:
    """Whether what expects is named and nobody: "the plan envisages"."""
    subject = next((c for c in prospect.cue.lefts if c.dep_ == "nsubj"), None)
    return subject is not None and subject.pos_ == "NOUN" and page.cast.at(subject.left_edge.idx, subject.idx + len(subject)) is None


def _holder(page: Page, prospect: Prospect) -> str | None:
    """Who expects, warns or hopes, where no statement says so."""
    if prospect.rule not in ("hold", "warn", "hope", "vow"):
        return None
    subject = next((c for c in prospect.cue.lefts if c.dep_ == "nsubj"), None) or speaker_token(prospect.cue)
    return page.cast.at(subject.idx, subject.idx + len(subject)) if subject is not None else None
