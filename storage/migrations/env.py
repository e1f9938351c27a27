"""Run by Alembic. The connection comes from `storage.migrations.upgrade`, or, for
`alembic revision --autogenerate`, from a throw-away SQLite database at the head.
"""

from alembic import context
from sqlalchemy import Connection

from storage.database import Database
from storage.tables import metadata


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


held: Connection | None = context.config.attributes.get("connection")
if held is not None:
    run(held)
else:
    database = Database(context.config.get_main_option("sqlalchemy.url") or "sqlite://")
    with database.engine.begin() as opened:
        run(opened)
