"""Which of several groups that may be one with another it is taken to be one with: the likeliest, unless another happening is nearly as likely."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from typing import TypeVar

from sayso.situation.again import RIVAL

G = TypeVar("G", bound=Hashable)


class Parted(dict[tuple[G, G], bool]):
    """Which groups cannot be one; asked once a pair."""

    def __init__(self, ask: Callable[[G, G], bool]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, pair: tuple[G, G]) -> bool:
        one, other = pair
        self[one, other] = self[other, one] = self._ask(one, other)
        return self[pair]


def unrivalled(odds: Mapping[tuple[G, G], float], parted: Parted[G]) -> list[tuple[G, G]]:
    """The pairs of groups with log odds above nothing that nothing parts, and neither of which is nearly as likely one with a third that
    cannot be one with the other."""
    likely: dict[G, dict[G, float]] = defaultdict(dict)
    for (one, other), found in odds.items():
        likely[one][other] = likely[other][one] = found

    def rivalled(one: G, its: G, found: float) -> bool:
        near = (other for other, theirs in likely[one].items() if other != its and theirs >= found - RIVAL)
        return any(parted[other, its] and not parted[one, other] for other in near)

    return [
        (one, other)
        for (one, other), found in odds.items()
        if found >= 0 and not parted[one, other] and not rivalled(one, other, found) and not rivalled(other, one, found)
    ]
