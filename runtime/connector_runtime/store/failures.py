"""What a database says when it cannot, in our words: no statement, no value, no address."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from connector_runtime.errors import StoreUnavailableError, StoreUnusableError

_SQLITE = {
    sqlite3.SQLITE_BUSY: "another process holds the database for too long; try again",
    sqlite3.SQLITE_LOCKED: "another process holds the database for too long; try again",
    sqlite3.SQLITE_FULL: "the disk is full; make room",
    sqlite3.SQLITE_READONLY: "the database may not be written; check the rights of its file and folder",
    sqlite3.SQLITE_CANTOPEN: "the database file cannot be opened; check its folder and rights",
    sqlite3.SQLITE_IOERR: "the database file cannot be read or written",
}
_UNUSABLE = {
    sqlite3.SQLITE_NOTADB: "the file is not a SQLite database",
    sqlite3.SQLITE_CORRUPT: "the database file is damaged; restore a copy",
}


@contextmanager
def told() -> Generator[None]:
    """Errors of the database leave as :class:`StoreUnavailableError` or :class:`StoreUnusableError`."""
    try:
        yield
    except DBAPIError as error:
        raise _in_our_words(error) from None
    except SQLAlchemyError as error:
        raise StoreUnavailableError(f"Database unavailable: {type(error).__name__}") from None


def _in_our_words(error: DBAPIError) -> StoreUnavailableError | StoreUnusableError:
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        # The low byte is the primary code; the rest says more than we need.
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if code in _UNUSABLE:
            return StoreUnusableError(f"Database cannot be used: {_UNUSABLE[code]}")
        return StoreUnavailableError(f"Database unavailable: {_SQLITE.get(code, _named(cause))}")
    state = getattr(cause, "sqlstate", None)
    told = f"SQLSTATE {state}" if state else "it does not answer"
    return StoreUnavailableError(f"Database unavailable: {told}")


def _named(cause: BaseException) -> str:
    return str(getattr(cause, "sqlite_errorname", type(cause).__name__))
