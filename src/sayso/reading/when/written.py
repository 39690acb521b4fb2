"""The day that a text bears at its head, against the day that is known of its publication."""

import re
from datetime import date

from sayso.reading.page import Page

_HEAD = 300
"""Characters from the beginning within which a text bears its own day."""
_APART = 1
"""A text may come out a day after it was written, or by another zone's clock a day before."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]*\.?"
_WRITTEN = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(_DAYS)})[a-z]*\.?,?\s+)?"
    rf"(?:\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH}),?\s+(?P<y1>(?:19|20)\d\d)\b"
    rf"|\b(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)\b)",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:on|since|until|till|from|of|by|before|after|for|to|in|dated|and|between|through|late|early)\s+(?:the\s+)?$", re.IGNORECASE)
"""What stands before a day that is told and not borne."""


def written_on(page: Page) -> tuple[date, tuple[int, int]] | None:
    """The day that the text bears at its head, and where: in the dateline, alone on its line, or with a weekday that is right by the calendar
    and no preposition before it. None where there is none."""
    text = page.report.text
    for found in _WRITTEN.finditer(text, 0, _HEAD):
        day = _day(found)
        if day is None:
            continue
        dateline = page.report.dateline is not None and page.report.dateline.span[0] <= found.start() < page.report.dateline.span[1]
        start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
        alone = not (text[start : found.start()] + text[found.end() : end if end >= 0 else len(text)]).strip(" .,;:|-\u2013\u2014")
        right = found["weekday"] is not None and _DAYS[day.weekday()] == found["weekday"].lower()
        if dateline or alone or (right and not _TELLS.search(text, 0, found.start())):
            return day, found.span()
    return None


def contradicted(page: Page) -> tuple[date, str] | None:
    """The day that the text bears where it is not that of its publication, with the warning to give; None where they agree or one is not known."""
    known, written = page.report.published, written_on(page)
    if known is None or written is None or page.report.published_basis == "text":
        return None
    day, (start, end) = written
    if abs((day - date.fromisoformat(known[:10])).days) <= _APART:
        return None
    words = " ".join(page.report.text[start:end].split())
    basis = "was given" if page.report.published_basis == "given" else f"is known from {page.report.published_basis}"
    return day, (
        f"The text bears the date {words!r}, but {known[:10]} {basis} as its day of publication. Days such as \"on Monday\" are counted"
        f" from {day.isoformat()}. If that day is the right one, read the report again with it as --published."
    )


def _day(found: re.Match[str]) -> date | None:
    number, name, year = (found["d1"], found["m1"], found["y1"]) if found["y1"] else (found["d2"], found["m2"], found["y2"])
    try:
        return date(int(year), _MONTHS.index(name[:3].lower()) + 1, int(number))
    except ValueError:
        return None
