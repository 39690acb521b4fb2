"""One report's telling of one event, with what merging compares: kind of act, days, place, parties, words."""

from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model import Event
from sayso.model.codes import EventType
from sayso.situation.case import Sheet
from sayso.situation.identity import Identity
from sayso.situation.words import words

FAMILY: dict[EventType, str] = {"RETREAT": "yield", "AID": "yield", "CONCEDE": "yield", "AGREE": "accord", "SUPPORT": "accord"}
"""Types that different reports give one act: an evacuation is RETREAT or AID, a deal AGREE or SUPPORT. Other types stand alone."""
REMEMBERED = timedelta(days=3)
"""An act told without a date is taken to lie in the days before the report, as news does."""


@dataclass(frozen=True, slots=True)
class Days:
    """Inclusive days. `told`: the words give them; else they are the report's own recent days."""

    first: date
    last: date
    told: bool

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, eq=False)
class Telling:
    """An event of a report, with its parties and place as they are across reports."""

    sheet: Sheet
    event: Event
    family: str
    days: Days | None
    site: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    sentence: frozenset[str]

    @property
    def key(self) -> tuple[str, str, str]:
        """Its place in the case's order."""
        return (*self.sheet.order, self.event.id)


def tellings(sheets: list[Sheet], identity: Identity) -> list[Telling]:
    """Every event of every report, in the case's order."""
    return [_telling(sheet, event, identity) for sheet in sheets for event in sheet.reading.events]


def _telling(sheet: Sheet, event: Event, identity: Identity) -> Telling:
    return Telling(
        sheet=sheet,
        event=event,
        family=FAMILY.get(event.type, event.type),
        days=_days(sheet, event),
        site=identity.site(sheet, event.place),
        actors=frozenset(identity.side(a) for a in identity.actors_of(sheet, event.actors)),
        recipients=frozenset(identity.side(a) for a in identity.actors_of(sheet, event.recipients)),
        sentence=frozenset(words(around(sheet.report.text, event.trigger))),
    )


def _days(sheet: Sheet, event: Event) -> Days | None:
    if event.when and (event.when.earliest or event.when.latest):
        first = date.fromisoformat((event.when.earliest or event.when.latest or "")[:10])
        last = date.fromisoformat((event.when.latest or event.when.earliest or "")[:10])
        return Days(first, last, True)
    if sheet.published is None:
        return None
    day = date.fromisoformat(sheet.published)
    return Days(day - REMEMBERED, day, False)


def around(text: str, span: tuple[int, int], most: int = 300) -> str:
    """The sentence around a span, roughly: between full stops or line breaks, at most `most` characters each way."""
    start = max(text.rfind("\n", 0, span[0]), text.rfind(". ", 0, span[0]), span[0] - most, 0)
    ends = [e for e in (text.find("\n", span[1]), text.find(". ", span[1])) if e >= 0]
    return text[start : min([*ends, span[1] + most, len(text)])].strip(" .\n")
