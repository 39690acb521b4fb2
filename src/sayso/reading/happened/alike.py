"""Whether two places, or two bombs, can be those of one deed."""

from collections.abc import Iterable
from math import cos, hypot, radians

from sayso.model import Place
from sayso.model.codes import PlaceKind
from sayso.reading.page import Page
from sayso.reading.parsed import Token

WIDE: frozenset[PlaceKind] = frozenset({"province", "area", "district"})
_NEAR = 40
"""Kilometres within which a deed may be told of two places."""
AT_IT = 2.0
"""How well two places go together that are one."""
_ONE_TOWN = 10
"""Kilometres within which one place may be a quarter of the other."""
_ACROSS = 120
"""Kilometres within which a place may lie in a province, from the middle of it."""
_DEGREE = 111.2
_BURIED = frozenset({"roadside", "mine", "landmine", "ied"})
_DRIVEN = frozenset({"car", "truck", "lorry", "vehicle", "motorcycle", "motorbike", "suicide", "van", "minibus", "parcel", "letter"})


def same_place(a: str | None, b: str | None, page: Page) -> float | None:
    """How well two places go together as that of one deed: None where they are two."""
    if a is None or b is None:
        return 0.0
    if a == b:
        return AT_IT
    one, other = page.atlas[a], page.atlas[b]
    if "country" in (one.kind, other.kind):
        return 0.0
    wide = (one.kind in WIDE) + (other.kind in WIDE)
    apart = _kilometres(one, other)
    if wide == 2 or apart is None:
        return None
    return None if apart > (_ACROSS if wide else _NEAR) else 0.0 if wide else -1.0


def towns_apart(a: str, b: str, page: Page) -> bool:
    """Whether two places are two towns, however near to each other, and none a quarter of the other."""
    one, other = page.atlas[a], page.atlas[b]
    apart = _kilometres(one, other)
    wide = {one.kind, other.kind} & {*WIDE, "country"}
    return a != b and not wide and apart is not None and apart > _ONE_TOWN


def _kilometres(one: Place, other: Place) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return hypot(one.lat - other.lat, (one.lon - other.lon) * cos(radians(one.lat))) * _DEGREE


def bomb(tokens: Iterable[Token]) -> int:
    """Of which kind a bomb is by its noun and the words before it: 1 buried, 2 brought; 0 where they do not say, or say both."""
    words = {word.lemma_.lower() for token in tokens for word in (token, *token.lefts) if not token.tag_.startswith("V")}
    buried, brought = not words.isdisjoint(_BURIED), not words.isdisjoint(_DRIVEN)
    return 0 if buried and brought else buried + 2 * brought
