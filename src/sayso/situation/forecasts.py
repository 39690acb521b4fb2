"""Forecasts followed to their date. Whether one held or was missed needs evidence, which is looked for elsewhere; the date does not."""

from collections.abc import Sequence

from sayso.model import Forecast
from sayso.model.situation import FollowedForecast, Outcome
from sayso.situation.case import UNDATED, Sheet
from sayso.situation.identity import Identity
from sayso.situation.origins import Origins
from sayso.situation.words import fold


def followed(sheets: Sequence[Sheet], identity: Identity, origins: Origins, as_of: str | None) -> list[FollowedForecast]:
    """By the day they are due, those without one last. A forecast that copies or other outlets repeat word for word is listed once."""
    first: dict[tuple[str, str], FollowedForecast] = {}
    for sheet in sheets:
        for forecast in sheet.reading.forecasts:
            words = sheet.reading.words(forecast.span)
            origin = origins.whose(sheet, forecast.according_to).origin
            one = FollowedForecast(
                report=sheet.id,
                forecast=forecast.id,
                by=identity.actor(sheet, forecast.by) if forecast.by else None,
                what=forecast.what,
                due=forecast.due,
                made=forecast.made,
                origin=origin,
                confidence=forecast.confidence,
                words=words,
                outcome=outcome(forecast, as_of),
            )
            first.setdefault((origin, fold(words)), one)
    return sorted(first.values(), key=lambda f: (_due(f.due.latest if f.due else None), f.report, f.forecast))


def outcome(forecast: Forecast, as_of: str | None) -> Outcome:
    """Open until its last day has passed, then due; unknown where it has no last day or the case no date."""
    last = forecast.due.latest if forecast.due else None
    if last is None or as_of is None:
        return "unknown"
    return "due" if last[:10] < as_of else "open"


def _due(day: str | None) -> str:
    return day or UNDATED
