"""Blocking words out: one █ for each character, so that every span stays where it is."""

import re
from typing import Any

from sayso.model.codes import is_coded
from sayso.model.names import Names, plain

BLOCK = "█"


class Blackout:
    """Blocks phrases out of any text: whatever their case and accents, and what stands between their words."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._names = Names(phrases)
        self.words = {word for phrase in phrases for word in plain(phrase).split()}
        """The words of the phrases, as `plain` gives them."""

    def spans(self, value: str) -> list[tuple[int, int]]:
        """Where the phrases stand."""
        return [(one.start, one.end) for one in self._names.find(value)]

    def clean(self, value: Any) -> Any:
        """The same value with every phrase in it blocked out; lists and dicts are gone through, and codes and ids are left."""
        if isinstance(value, str):
            parts, after = [], 0
            for start, end in self.spans(value):
                parts += [value[after:start], re.sub(r"\S", BLOCK, value[start:end])]
                after = end
            return "".join(parts) + value[after:]
        if isinstance(value, dict):
            return {name: one if is_coded(name, one) else self.clean(one) for name, one in value.items()}
        return [self.clean(one) for one in value] if isinstance(value, (list, tuple)) else value
