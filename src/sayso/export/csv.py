"""CSV: a folder with the reports, their texts, one table for each layer, and one of incidents."""

from contextlib import ExitStack
from pathlib import Path

from sayso.export.incident_table import COLUMNS, INCIDENTS, Chosen
from sayso.export.layers import TABLES, columns_of, rows_of
from sayso.export.material import Material
from sayso.export.table import open_table
from sayso.export.whole import whole_bytes, whole_folder


def write(material: Material, out: Path) -> int:
    """Write the folder `out`: reports.csv, one file for each layer, incidents.csv, and texts/ID.txt. Gives the number of rows."""
    count, chosen = 0, Chosen(material)
    with whole_folder(out) as folder, ExitStack() as open_files:
        tables = {name: open_files.enter_context(open_table(folder / f"{name}.csv", columns_of(name), raw=material.raw)) for name in TABLES}
        (folder / "texts").mkdir(mode=0o700)
        for reading in material.chosen():
            for name, row in rows_of(material, reading):
                tables[name](row)
                count += name != "reports"
            with whole_bytes(folder / "texts" / f"{reading.report.id[:12]}.txt") as file:
                file.write(reading.report.text.encode())
            chosen.count(reading)
        with open_table(folder / f"{INCIDENTS}.csv", COLUMNS, raw=material.raw) as write_row:
            for row in chosen.rows():
                write_row(row)
                count += 1
    return count
