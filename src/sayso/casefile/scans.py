"""Tables of a casefile that may be damaged, read row by row."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, select
from sqlalchemy.exc import DBAPIError


class Scans:
    """Reads tables row by row; where that fails it skips what cannot be read, and remembers to say so."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.faults: list[str] = []

    def rows(self, table: Table) -> Iterator[Row[Any]]:
        """Every row that can be read and that holds what its columns hold, in the order of the key."""
        for row in self._readable(table):
            wrong = next((column.name for column in table.columns if not _holds(column, row._mapping[column.name])), None)
            if wrong is None:
                yield row
            else:
                self.faults.append(f"Row {str(row[0])[:12]} of {table.name} was altered: its {wrong} is none.")

    def _readable(self, table: Table) -> Iterator[Row[Any]]:
        key = table.primary_key.columns[0]
        last = None
        try:
            for row in self._connection.execute(select(table).order_by(key).execution_options(yield_per=200)):
                last = row._mapping[key.name]
                yield row
            return
        except (DBAPIError, UnicodeDecodeError) as error:
            said = getattr(error, "orig", error)
        try:  # one by one from there, by the keys, which lie in pages of their own
            keys = self._connection.execute(select(key).order_by(key)).scalars().all()
        except (DBAPIError, UnicodeDecodeError):
            self.faults.append(f"The table {table.name} cannot be read to its end ({said}).")
            return
        for one in (one for one in keys if last is None or one > last):
            try:
                found = self._connection.execute(select(table).where(key == one)).first()
            except (DBAPIError, UnicodeDecodeError) as error:
                self.faults.append(f"Row {str(one)[:12]} of {table.name} cannot be read ({getattr(error, 'orig', error)}).")
            else:
                if found is not None:
                    yield found


def _holds(column: Column[Any], value: Any) -> bool:
    """Whether a column may hold the value: SQLite itself lets a damaged file give any."""
    return bool(column.nullable) if value is None else isinstance(value, column.type.python_type)
