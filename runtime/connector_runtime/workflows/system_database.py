"""The database of the checkpoints, made fit before it is opened."""

import contextlib
import sqlite3
import time
from typing import Any

from sqlalchemy import URL

from connector_runtime.errors import StoreUnusableError


def prepared(url: URL) -> dict[str, Any]:
    """How SQLAlchemy is to open it. Values never reach a log or an error's text.

    Raises :class:`StoreUnusableError` for a SQLite file that cannot be opened or is none.
    """
    if url.get_backend_name() != "sqlite":
        return {"hide_parameters": True}
    _prepare_file(url)
    return {"hide_parameters": True, "pool_events": [(_prepare_connection, "connect")]}


def _prepare_file(url: URL) -> None:
    """Switch to the journal that is six times as fast; the file remembers it."""
    assert url.database is not None
    try:
        with contextlib.closing(sqlite3.connect(url.database)) as connection:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
    except sqlite3.Error as error:
        raise StoreUnusableError(
            f"Database cannot be used: the file {url.database} of the workflows: {error}"
        ) from None


def _prepare_connection(connection: sqlite3.Connection, record: object) -> None:
    # A power cut may undo the last checkpoints, whose steps are then done again with the same
    # Idempotency-Key, as after a crash; a killed process loses none.
    connection.execute("PRAGMA synchronous = NORMAL")
    if sqlite3.sqlite_version_info < (3, 42):
        # From Python 3.12 on DBOS asks for fractions of a second, which older SQLites do not know.
        connection.create_function("unixepoch", -1, _unixepoch)


def _unixepoch(*arguments: object) -> float:
    return time.time() if "subsec" in arguments else float(int(time.time()))
