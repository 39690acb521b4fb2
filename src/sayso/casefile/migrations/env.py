"""Alembic's entry: runs the migrations on the connection that `versions.bring_up` hands over, inside its transaction."""

from alembic import context

from sayso.casefile.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
