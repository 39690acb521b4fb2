"""JSON Lines: one Reading a line, as `sayso read --json` prints it."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.casefile import Casefile


def write(casefile: "Casefile", out: Path) -> int:
    """Write every reading, newest version each, to `out`; the file appears whole or not at all. Gives how many."""
    unfinished = out.with_name(out.name + ".part")
    count = 0
    with unfinished.open("w", encoding="utf-8", newline="\n") as file:
        for reading in casefile.readings():
            file.write(reading.to_json() + "\n")
            count += 1
    unfinished.replace(out)
    return count
