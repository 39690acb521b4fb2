"""How often somebody may ask: so many times at once, and then at a rate."""

import time
from collections import OrderedDict
from collections.abc import Callable

_REMEMBERED = 10_000
"""So many names are remembered; whoever has not asked for longest is forgotten first."""


class Limiter:
    """Lets `burst` requests of one name through at once, and after that `rate` a second."""

    def __init__(self, burst: int, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._burst, self._rate, self._clock = burst, rate, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, name: str) -> bool:
        """Whether this name may ask now; that counts as having asked."""
        now = self._clock()
        left, seen = self._left.pop(name, (float(self._burst), now))
        left = min(self._burst, left + (now - seen) * self._rate)
        allowed = left >= 1
        self._left[name] = (left - allowed, now)
        while len(self._left) > _REMEMBERED:
            self._left.popitem(last=False)
        return allowed
