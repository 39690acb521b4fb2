"""CSV: a folder with the reports, their texts, and one table for each layer."""

from pathlib import Path

from sayso.export.layers import tables
from sayso.export.material import Material
from sayso.export.table import write_table
from sayso.export.whole import whole_folder


def write(material: Material, out: Path) -> int:
    """Write the folder `out`: reports.csv, one file for each layer, and texts/ID.txt. Gives the number of facts."""
    count = 0
    with whole_folder(out) as folder:
        for name, columns, rows in tables(material):
            written = write_table(folder / f"{name}.csv", columns, rows, raw=material.raw)
            count += written if name != "reports" else 0
        (folder / "texts").mkdir()
        for reading in material.chosen():
            (folder / "texts" / f"{reading.report.id[:12]}.txt").write_bytes(reading.report.text.encode())
    return count
