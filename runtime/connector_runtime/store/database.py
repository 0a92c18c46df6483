"""The database behind the store: SQLite in a file, or PostgreSQL by URL."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
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


class NotAtOnceError(Exception):
    """A transaction would wait, for another one or for the disk; nothing of it has happened."""


_AT_ONCE: ContextVar[bool] = ContextVar("at_once", default=False)


@contextmanager
def at_once() -> Generator[None]:
    """The first transaction of the block does not wait: it raises :class:`NotAtOnceError` instead.

    Those behind it do, since what came before them has happened.
    """
    token = _AT_ONCE.set(True)
    try:
        yield
    finally:
        _AT_ONCE.reset(token)


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    durable = options.get("durable", False)
    mode = "DEFERRED" if options.get("reading", False) else "IMMEDIATE"
    # Straight to the driver: twice in each transaction, SQLAlchemy's own way is what takes time.
    driver: Any = connection.connection.dbapi_connection
    if _AT_ONCE.get():
        _AT_ONCE.set(False)
        _begin_at_once(driver, mode, durable)
        return
    try:
        # A process that is killed loses nothing either way; a machine that loses its power may lose
        # the last transactions of NORMAL, so what must be on the disk before a call is sent says so.
        driver.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
        driver.execute(f"BEGIN {mode}")
    except sqlite3.Error as error:
        raise OperationalError(None, None, error) from None


def _begin_at_once(driver: Any, mode: str, durable: bool) -> None:
    if durable:
        raise NotAtOnceError
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        driver.execute("PRAGMA synchronous = NORMAL")
        driver.execute(f"BEGIN {mode}")
    except sqlite3.Error:
        # Whatever it is, it is told where there is time to wait.
        raise NotAtOnceError from None
    finally:
        driver.execute(f"PRAGMA busy_timeout = {_BUSY}")
