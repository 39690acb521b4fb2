"""Who is said to hold, besiege, contest, take or lose which ground, in the order of time."""

from collections.abc import Sequence

from sayso.model.situation import GroundHeld
from sayso.situation.case import UNDATED, Sheet
from sayso.situation.identity import Identity
from sayso.situation.origins import Origins


def ground(sheets: Sequence[Sheet], identity: Identity, origins: Origins) -> list[GroundHeld]:
    """By place and day. The same word of one origin on the same holder, place and relation is listed once, from its first report."""
    first: dict[tuple[str | None, ...], tuple[str, GroundHeld]] = {}
    for sheet in sheets:
        for control in sheet.reading.control:
            holder = identity.actor(sheet, control.holder) if control.holder else None
            place = identity.site(sheet, control.place)
            origin = origins.whose(sheet, control.according_to).origin
            when = control.when
            day = ((when.latest or when.earliest) if when else None) or sheet.published or UNDATED
            held = GroundHeld(
                report=sheet.id, control=control.id, holder=holder, place=place, relation=control.relation, area_km2=control.area_km2,
                when=when, origin=origin, words=sheet.reading.words(control.span),
            )  # fmt: skip
            first.setdefault((holder, place, control.relation, origin, when.to_json() if when else None), (day[:10], held))
    return [held for _, held in sorted(first.values(), key=lambda one: (one[1].place or "", one[0], one[1].report, one[1].control))]
