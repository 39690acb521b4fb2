"""Which version a casefile has, and bringing an older one forward."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from sayso.casefile.records import CasefileError
from sayso.casefile.tables import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"


def version_of(connection: Connection) -> str | None:
    """The casefile's version; None for a database with nothing in it. Raises CasefileError for a database of something else."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if not {"alembic_version", "originals", "log"} <= tables:
        raise CasefileError(f"{connection.engine.url.database} is not a casefile: it is another program's database. Name another file.")
    version: str = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    return version


def bring_up(connection: Connection) -> None:
    """Migrate to HEAD inside the caller's transaction. Raises CasefileError for a version that this sayso does not know."""
    from alembic import command  # takes a third of a second to import, and is needed once in a casefile's life
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    version = version_of(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise CasefileError(
            f"The casefile {connection.engine.url.database} was written by a newer sayso: it has version {version}, and this one knows "
            f"versions up to {HEAD}. Install the newer sayso to open it; nothing was changed."
        )
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
