"""The nouns, and nothing else. This package imports nothing of ours."""

from sayso.model.base import Interval, Noun, Quoted, Span
from sayso.model.correction import Correction, Reference
from sayso.model.items import Control, Event, Fact, Figure, Forecast, Item, Move, Party, Place, Role, Statement, Term, Time
from sayso.model.reading import ReaderVersion, Reading
from sayso.model.report import Appearance, Dateline, Origin, Part, Report
from sayso.model.situation import Situation
from sayso.model.sure import at_least

__all__ = [
    "Appearance", "Control", "Correction", "Dateline", "Event", "Fact", "Figure", "Forecast", "Interval", "Item", "Move",
    "Noun", "Origin", "Part", "Party", "Place", "Quoted", "ReaderVersion", "Reading", "Reference", "Report", "Role", "Situation", "Span",
    "Statement", "Term", "Time", "at_least",
]  # fmt: skip
