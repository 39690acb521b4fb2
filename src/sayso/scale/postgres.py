"""A situation put into a PostgreSQL database by COPY: a table for each kind of thing, a row for each thing, as JSON. Needs the extra `postgres`."""

from pathlib import Path

from sayso.scale.merging import KINDS, lines_in


def copy_situation(out: Path, address: str) -> None:
    """Replace the tables situation_incidents, situation_disputes and so on with what `out`/situation holds, all at once: who looks meanwhile
    sees what was there before. `place` is a thing's place in the list, `body` the thing.

    Raises LookupError with a sentence where the driver is missing or the server does not take it.
    """
    try:
        import psycopg
        from psycopg import sql
    except ImportError:
        raise LookupError("--postgres needs a driver: pip install 'sayso[postgres]'") from None
    try:
        with psycopg.connect(address, connect_timeout=10) as connection, connection.cursor() as cursor:
            for kind in KINDS:
                table = sql.Identifier(f"situation_{kind}")
                cursor.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(table))
                cursor.execute(sql.SQL("CREATE TABLE {} (place bigint PRIMARY KEY, body jsonb NOT NULL)").format(table))
                with cursor.copy(sql.SQL("COPY {} (place, body) FROM STDIN").format(table)) as copy:
                    for place, line in enumerate(lines_in(out, kind)):
                        copy.write_row((place, line.rstrip("\n")))
    except psycopg.Error as error:
        raise LookupError(f"the database did not take the situation: {str(error).strip()}; its tables are as they were") from None
