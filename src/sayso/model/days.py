"""Days of the calendar, which ends: a report of the year 1 or 9999 is a mistyped one, and costs nobody else anything."""

from datetime import date, timedelta


def moved(day: date, days: float) -> date:
    """The day so many days later (earlier where negative); the calendar's first or last day where that is beyond it."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min
