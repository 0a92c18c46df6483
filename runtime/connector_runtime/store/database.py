"""The database behind the store: SQLite in a file, or PostgreSQL by URL."""

import sqlite3
from importlib import import_module
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from connector_runtime.errors import StoreUnusableError

_BUSY = 5_000
"""Milliseconds that a transaction waits for another one to end."""
_LONGEST_STATEMENT = 15_000
"""Milliseconds, on PostgreSQL."""
DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}


def parsed_url(url: str) -> URL:
    """A database URL with its driver. Raises :class:`StoreUnusableError` for any other database."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreUnusableError(
            "The database URL cannot be read; it looks like sqlite:///connectors.db or"
            " postgresql://user:password@host/database"
        ) from None
    driver = DRIVERS.get(parsed.get_backend_name())
    if driver is None:
        raise StoreUnusableError(
            f"The database URL begins with {parsed.drivername!r}; use sqlite or postgresql"
        )
    if driver.startswith("sqlite") and parsed.database in (None, "", ":memory:"):
        raise StoreUnusableError("The store needs a database file: sqlite:///connectors.db")
    return parsed.set(drivername=driver)


def connected(url: URL) -> Engine:
    """An engine for the URL; it connects when it is first used.

    Values never reach a log or an error's text.
    """
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    return create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": 5,
            "options": f"-c statement_timeout={_LONGEST_STATEMENT} -c lock_timeout={_BUSY}",
        },
    )


def insertion(dialect: str, table: Any) -> Any:
    """An INSERT of this dialect, with its ``on_conflict_…``. The other dialect is not imported: that
    takes longer than the rest of the store."""
    return import_module(f"sqlalchemy.dialects.{dialect}").insert(table)


def _sqlite(url: URL) -> Engine:
    engine = create_engine(
        url,
        hide_parameters=True,
        # The connection that was used last has the newest pages at hand.
        pool_use_lifo=True,
        connect_args={"timeout": _BUSY / 1000},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, record: Any) -> None:
    # We begin transactions ourselves: the driver's own come too late to hold what was read.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    # A process that is killed loses nothing either way; a machine that loses its power may lose the
    # last transactions of NORMAL, so what must be on the disk before a call is sent says so.
    durable = "FULL" if options.get("durable", False) else "NORMAL"
    mode = "DEFERRED" if options.get("reading", False) else "IMMEDIATE"
    # Straight to the driver: twice in each transaction, SQLAlchemy's own way is what takes time.
    driver: Any = connection.connection.dbapi_connection
    try:
        driver.execute(f"PRAGMA synchronous = {durable}")
        driver.execute(f"BEGIN {mode}")
    except sqlite3.Error as error:
        raise OperationalError(None, None, error) from None
