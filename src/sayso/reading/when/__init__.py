"""When: time expressions with their TIMEX3 values and the days they cover.

A text becomes a string of kinds (atoms), rules are regular expressions over that string (grammar), and each rule has a
function that gives the value (absolute, relative, stretches) from where the reader stands in the text (context, tense).
"""

from collections.abc import Callable
from datetime import date

from sayso.lexicon import Lexicon
from sayso.lexicon.cue_rows import CueRow
from sayso.lexicon.time_rows import TimeWordRow
from sayso.model import Time
from sayso.reading.page import Page
from sayso.reading.parsed import Token
from sayso.reading.when import absolute, grammar, periods, relative, stretches
from sayso.reading.when.answer import Answer
from sayso.reading.when.atoms import Atoms, Scanner
from sayso.reading.when.between import joined
from sayso.reading.when.context import Context, is_narrative
from sayso.reading.when.values import days
from sayso.reading.when.words import Words
from sayso.reading.when.written import contradicted

_MEANINGS: dict[str, Callable[[Words, Context], Answer | None]] = {
    "timestamp": absolute.timestamp, "date": absolute.date_, "month": absolute.month, "weekday": absolute.near_weekday,
    "monthday": absolute.month_day, "year": absolute.year, "shortyear": absolute.short_year, "wordyear": absolute.word_year,
    "decade": periods.decade, "century": periods.century, "season": periods.season, "holiday": periods.holiday, "quarter": periods.quarter,
    "deictic": relative.deictic, "tonight": relative.tonight, "thatpart": relative.that_part, "relative": relative.relative,
    "weekend": relative.weekend, "ago": relative.ago, "yearago": relative.year_ago, "theday": relative.the_day,
    "theunit": relative.the_unit, "recent": relative.recent, "reference": relative.reference, "clock": relative.clock_time,
    "daypart": relative.day_part, "duration": stretches.lasting, "half": stretches.half, "span": stretches.span,
    "bareunits": stretches.bare, "every": stretches.every, "rate": stretches.rate, "set": stretches.set_word,
    "sameperiod": relative.same_period, "monthpart": periods.month_part, "weekof": periods.week_of,
    "weekdays": stretches.weekdays, "pastyear": absolute.past_year, "rangeyear": absolute.range_year, "yearend": absolute.year_end,
    "atthetime": relative.at_the_time, "presenttime": relative.present_time, "bareancient": absolute.ancient_year,
}  # fmt: skip
_CONFIDENCE = {
    "date": 0.94, "year": 0.93, "weekday": 0.87, "month": 0.91, "deictic": 0.9, "quarter": 0.95, "duration": 0.84, "relative": 0.7,
    "reference": 0.66, "span": 0.76, "season": 0.78, "theunit": 0.63, "ago": 0.55, "set": 0.5, "yearago": 0.45, "clock": 0.6,
    "bareunits": 0.5, "recent": 0.5, "holiday": 0.5, "atthetime": 0.4, "yearend": 0.4, "tonight": 0.5, "timestamp": 0.95,
}  # fmt: skip
"""The share of a rule's findings that were wanted and had the right value on development texts; UNSEEN for rules seen too seldom."""
UNSEEN = 0.7
_BARE_YEARS = frozenset({"year", "rangeyear", "pastyear"})
_OPENING = 3
_SAYING = ("say", "confirm", "deny")
_NAMEABLE = frozenset({"UNIT", "UNITS", "SHORT_UNIT", "SHORT_UNITS"})
_NEARBY = 6
_COMPARISONS = frozenset({"yearago"})
"""Rules whose dates are only compared with: the story does not move there."""


class When:
    """Answers the question for one page at a time; what it needs of the lexicon is prepared once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._scanner = Scanner({row.word: (row.kind, row.value) for row in lexicon.rows(TimeWordRow)})
        self._telling = frozenset(row.cue for row in lexicon.rows(CueRow) if row.pos == "verb" and row.stance in _SAYING)

    def __call__(self, page: Page) -> None:
        """Add the page's times, in the order of the text."""
        other = contradicted(page)
        if other is not None:
            page.written, warning = other
            page.warnings.append(warning)
        atoms = self._scanner.scan(page.report.text, page.doc)
        context = Context(page.doc, page.published, is_narrative(atoms, page.published), ancient=atoms.values.count("BC") > 2)
        for match in grammar.matches(atoms):
            token = context.doc[atoms.tokens[match.first]]
            context.enter(token.sent.number)
            try:
                answer = _MEANINGS[match.rule](Words(atoms, match), context)
            except (OverflowError, ValueError):
                continue  # beyond the calendar: "next year" in 9999
            if answer is None or _is_a_name(page, atoms, match):
                continue
            aside = match.rule in _COMPARISONS or (context.narrative and _aside(context, atoms, match, answer.value))
            if answer.type in ("DATE", "TIME") and not aside:
                context.tell(answer.value, self._of_the_telling(token))
            page.times.append(_time(page, atoms, match, answer))
        page.times[:] = joined(page.times, page.report.text)

    def _of_the_telling(self, token: Token) -> bool:
        """Whether a time is that at which somebody spoke: "said on Monday"."""
        above = token.head if token.dep_ in ("npadvmod", "tmod") else token.head.head if token.dep_ == "pobj" else token
        return above is not token and above.lemma_ in self._telling


def _is_a_name(page: Page, atoms: Atoms, match: grammar.Match) -> bool:
    """Whether a unit is written as names are among words that are not: "60 Minutes", "This Week"."""
    last = match.last - 1
    token = page.doc[atoms.tokens[last]]
    if match.rule not in ("duration", "relative") or atoms.kinds[last] not in _NAMEABLE or not token.text.istitle() or token.is_sent_start:
        return False
    within = {atoms.tokens[i] for i in range(match.first, match.last)}
    around = [t for t in page.doc[max(0, token.i - _NEARBY) : token.i + _NEARBY + 1] if t.i not in within and t.is_alpha and len(t) > 3]
    return len(around) > 2 and 2 * sum(t.is_lower for t in around) > len(around)


def _aside(context: Context, atoms: Atoms, match: grammar.Match, value: str) -> bool:
    """Whether a narrative only glances at a date: "ago", or a bare year far from the story that does not open its sentence."""
    if match.rule == "ago":
        return True
    if context.anchor is None or not value[:4].isdigit():
        return False
    ahead = int(value[:4]) - context.anchor.year
    token = atoms.tokens[match.first]
    if any(near.is_sent_start for near in context.doc[max(token - _OPENING, 0) : token + 1]):
        return False
    return match.rule in _BARE_YEARS and not 0 <= ahead <= 1


def _time(page: Page, atoms: Atoms, match: grammar.Match, answer: Answer) -> Time:
    first, last = match.first, match.last - 1
    start, end = atoms.starts[first], atoms.ends[last]
    covers = answer.covers or (days(answer.value) if answer.type in ("DATE", "TIME") else None)
    return Time(
        id=f"T{len(page.times) + 1}", by=f"when:{match.rule}", confidence=_CONFIDENCE.get(match.rule, UNSEEN), span=(start, end),
        text=page.report.text[start:end], type=answer.type, value=answer.value,
        earliest=_iso(covers and covers[0]), latest=_iso(covers and covers[1]),
    )  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
