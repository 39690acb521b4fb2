"""Forecasts that a toll will rise: "the number of dead is likely to rise". They held when a later report of the same deed counts more dead."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from sayso.model import Event, Forecast
from sayso.model.days import moved
from sayso.model.situation import Ref
from sayso.situation.case import Sheet
from sayso.situation.counted import counted
from sayso.situation.told import Told
from sayso.situation.words import fold, words

_WILL = r"(?:may|might|could|can|will|would|shall|should|is|are|was|were|has|have)"
_MORE_DEAD = re.compile(
    r"\b(?:toll|(?:number|count)s? of (?:\w+ ){0,3}?(?:dead|deaths|killed|casualties|victims|fatalities)(?: and (?:wounded|injured|missing))?|"
    r"casualt(?:y|ies)|deaths|fatalities) "
    rf"(?P<of>(?:(?!(?:{_WILL}|not|never|no|but|as|and|while|because|if)\b)\w+ ){{0,8}}?)"
    rf"(?:(?:{_WILL}|be|been|to|still|even|yet|well|further|also|only|almost|certainly|probably|surely|now|widely|likely|expected|feared|set|bound|"
    r"sure|certain|thought|believed|continue|keep) )+"
    r"(?:rise|rising|increase|increasing|climb|climbing|grow|growing|go up|mount|mounting|go higher|be higher)\b"
    r"|\b(?:increase|raise|push up) the (?:death )?toll\b",
)
"""The verb is the toll's own: neither "is not expected to rise" nor "will fall as costs will increase"."""
_NOT = re.compile(r"\b(?:not|never|nobody|no one|hardly|unlikely|don t|doesn t|won t)(?: \w+){0,4} $")
_OF_ANOTHER_CAUSE = re.compile(
    r"\b(?:cholera|measles|malaria|ebola|polio|diseases?|illness\w*|epidemic|virus|flu|infections?|hunger|starvation|famine|malnutrition|thirst|cold|heat|"
    r"traffic|road|roads|childbirth|infants?|drugs?|overdoses?)\b"
)
"""What no attack did: "deaths from cholera will rise"."""
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|several|many)\b")
_WITHIN = 14
"""Days after which a higher count is no longer what those on the spot expected of their wounded."""


@lru_cache(maxsize=10_000)
def foretells_more_dead(words: str) -> bool:
    """Whether the words of a forecast are of a toll that will be higher."""
    said = fold(words)
    found = _MORE_DEAD.search(said)
    return found is not None and not _NOT.search(said[: found.start()]) and not _OF_ANOTHER_CAUSE.search(found["of"] or "")


def deed_of(forecast: Forecast, sheet: Sheet) -> Event | None:
    """The deed whose toll is meant: the last with a count of its dead that the report tells before the forecast."""
    deeds = [event for event in sheet.reading.events if event.trigger[0] < forecast.span[0] and _dead(sheet, event.figures)]
    return max(deeds, key=lambda event: event.trigger[0], default=None)


def risen(sheet: Sheet, deed: Event, group: Iterable[Told]) -> list[Ref]:
    """The events of other reports, in the days from this one on, that count more dead of the deed. `group` tells all of its incident."""
    if sheet.published is None:
        return []
    group = list(group)
    known = max([_dead(sheet, deed.figures), *(_dead(sheet, one.figures) for one in group if one.sheet.id == sheet.id)])
    until = moved(date.fromisoformat(sheet.published[:10]), _WITHIN).isoformat()
    later = (one for one in group if one.sheet.id != sheet.id and sheet.published <= (one.sheet.published or "") <= until)
    higher = [one for one in later if one.stand == "asserts" and _dead(one.sheet, one.figures) > known]
    return [Ref(report=one.sheet.id, fact=one.event.id) for one in sorted(higher, key=lambda one: one.order)]


def _dead(sheet: Sheet, figures: Iterable[str]) -> float:
    """The highest count of dead people among figures; 0 where they count none: "dozens" is no count."""
    told = (figure for name in figures if not _VAGUE.search(fold(sheet.reading.words((figure := sheet.figures[name]).span))))
    dead = ((counted(" ".join(words(figure.what))), figure) for figure in told)
    return max((figure.min or figure.max or 0 for found, figure in dead if found and found.of_people and found.fate == "killed"), default=0)
