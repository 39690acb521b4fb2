"""Ground and forecasts across reports: every claim with its origin, forecasts with what has become of them by the date."""

from collections.abc import Iterable
from datetime import date

from sayso.model.situation import FollowedForecast, GroundHeld, Outcome
from sayso.situation.case import Sheet
from sayso.situation.identity import Identity
from sayso.situation.origins import Origins


def ground(sheets: Iterable[Sheet], identity: Identity, origins: Origins) -> tuple[GroundHeld, ...]:
    """Who holds what, in the order of the reports."""
    return tuple(
        GroundHeld(
            report=sheet.id, control=one.id, holder=identity.actor(sheet, one.holder) if one.holder else None,
            place=identity.site(sheet, one.place), relation=one.relation, area_km2=one.area_km2, when=one.when,
            origin=origins.whose(sheet, one.according_to).origin, words=sheet.reading.words(one.span),
        )
        for sheet in sheets
        for one in sheet.reading.control
    )  # fmt: skip


def forecasts(sheets: Iterable[Sheet], identity: Identity, origins: Origins, as_of: date | None) -> tuple[FollowedForecast, ...]:
    """Forecasts by due date. Held or missed is said only on evidence, which nothing looks for yet: a past date is "due"."""
    found = [
        FollowedForecast(
            report=sheet.id, forecast=one.id, by=identity.actor(sheet, one.by) if one.by else None, what=one.what, due=one.due, made=one.made,
            origin=origins.whose(sheet, one.according_to).origin, confidence=one.confidence, words=sheet.reading.words(one.span),
            outcome=_outcome(one.due.latest if one.due else None, as_of),
        )
        for sheet in sheets
        for one in sheet.reading.forecasts
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda f: ((f.due.latest or "9999") if f.due else "9999", f.report, f.forecast)))


def _outcome(due: str | None, as_of: date | None) -> Outcome:
    if due is None:
        return "open"
    if as_of is None:
        return "unknown"
    return "open" if as_of.isoformat() <= due[:10] else "due"
