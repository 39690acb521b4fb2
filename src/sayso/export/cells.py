"""Values as cells of a table, harmless in a spreadsheet."""

from collections.abc import Iterable

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""What makes a spreadsheet take a cell for a formula, a command or a macro (OWASP, CSV injection)."""
_ESCAPED = "'"

Cell = str | int | float | bool | None


def safe(value: Cell) -> Cell:
    """A text that begins like a formula, with an apostrophe before it; anything else as it is. `unsafe` takes it back.

    A text that begins with an apostrophe gets one more, so that every text comes back as it was.
    """
    if isinstance(value, str) and value.startswith((*FORMULA, _ESCAPED)):
        return _ESCAPED + value
    return value


def unsafe(text: str) -> str:
    """The text that `safe` was given."""
    return text[1:] if text.startswith(_ESCAPED) else text


def joined(values: Iterable[str]) -> str:
    """Several values in one cell. None of them may break the list: a semicolon within a value becomes a comma."""
    return "; ".join(value.replace(";", ",") for value in values)
