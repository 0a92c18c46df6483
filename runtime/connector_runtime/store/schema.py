"""The version of the database's schema: checked at every start, brought up to date where it is old."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from connector_runtime.errors import StoreUnusableError
from connector_runtime.store.tables import Table

HEAD = "0001"
"""The newest revision in ``migrations/versions``."""
KNOWN = ("0001",)
"""All revisions, oldest first."""
_LOCK = 7_239_461_550_233
"""Of all processes on one PostgreSQL database, one migrates."""


def make_current(connection: Connection) -> None:
    """Bring the schema to :data:`HEAD` within the connection's transaction.

    Raises :class:`StoreUnusableError` for a schema of a newer release, and for a database that holds
    tables of somebody else.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    tables = set(inspect(connection).get_table_names())
    found = _revision(connection) if "connectors_schema" in tables else None
    if found == HEAD:
        return
    if found is None and not tables.isdisjoint(Table.metadata.tables):
        raise StoreUnusableError("Database cannot be used: it holds tables that are not ours")
    if found is not None and found not in KNOWN:
        raise StoreUnusableError(
            f"Database cannot be used: its schema {found} is of a newer release than this one"
            f" ({HEAD}); run the newer release"
        )
    _upgrade(connection)


def check(connection: Connection) -> None:
    """Raises :class:`StoreUnusableError` for a schema that is not :data:`HEAD`: another release
    changed it while this one runs."""
    found = _revision(connection)
    if found != HEAD:
        raise StoreUnusableError(
            f"Database cannot be used: its schema is {found}, and this release knows {HEAD}"
        )


def _revision(connection: Connection) -> str | None:
    revision: str | None = connection.execute(
        text("SELECT version_num FROM connectors_schema")
    ).scalar()
    return revision


def _upgrade(connection: Connection) -> None:
    # Imported for a migration only: it takes longer than all the rest of the start.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
