"""JSON Lines: one Reading a line, as `sayso read --json` prints it."""

from pathlib import Path

from sayso.export.material import Material
from sayso.export.whole import whole


def write(material: Material, out: Path) -> int:
    """Write the chosen readings to `out`; the file appears whole or not at all. Gives how many."""
    count = 0
    with whole(out) as file:
        for count, reading in enumerate(material.chosen(), start=1):  # noqa: B007
            file.write(reading.to_json() + "\n")
    return count
