"""JSON Lines: one Reading a line, as `sayso read --json` prints it."""

from pathlib import Path
from typing import TYPE_CHECKING

from sayso.export.whole import whole

if TYPE_CHECKING:
    from sayso.casefile import Casefile


def write(casefile: "Casefile", out: Path) -> int:
    """Write every reading, newest version each, to `out`; the file appears whole or not at all. Gives how many."""
    count = 0
    with whole(out) as file:
        for reading in casefile.readings():
            file.write(reading.to_json() + "\n")
            count += 1
    return count
