"""Tables as comma- or tab-separated UTF-8 text."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sayso.export.cells import Cell, safe
from sayso.export.whole import whole


def write_table(out: Path, columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, raw: bool, delimiter: str = ",") -> int:
    """Write a header and rows; the file appears whole or not at all. Gives the number of rows.

    Lines end in a line feed. A cell with the delimiter, a quotation mark or a line break is quoted; None is empty.
    """
    count = 0
    with open_table(out, columns, raw=raw, delimiter=delimiter) as write:
        for count, row in enumerate(rows, start=1):  # noqa: B007
            write(row)
    return count


@contextmanager
def open_table(out: Path, columns: Sequence[str], *, raw: bool, delimiter: str = ",") -> Iterator[Callable[[Sequence[Cell]], None]]:
    """The same, a row at a time: gives what writes one."""
    with whole(out) as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        writer.writerow(columns)
        yield lambda row: writer.writerow([as_text(cell if raw else safe(cell)) for cell in row])


def as_text(cell: Cell) -> str:
    """A cell as it stands in a CSV file: yes or no for truth, whole numbers without a point, nothing for None."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return str(cell)
