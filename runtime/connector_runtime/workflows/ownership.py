"""Which process runs which runs, so that those of a dead process are taken up, and no others.

In PostgreSQL a process holds an advisory lock under its name as long as it lives: who can take the
lock of another may take its runs. A SQLite file belongs to one process, which keeps the file beside
it locked; whatever is unfinished in it is that process's to finish.
"""

import logging
import threading
import uuid
from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TYPE_CHECKING, Any, LiteralString, Protocol

from sqlalchemy import URL

from connector_runtime.client.auth.file_lock import FileLock
from connector_runtime.errors import StoreUnavailableError, StoreUnusableError

if TYPE_CHECKING:
    from psycopg import Connection

_log = logging.getLogger(__name__)
_SPACE = "connector-runtime:"
_TAKE = "SELECT pg_try_advisory_lock(hashtextextended(%s, 0))"
_LEAVE = "SELECT pg_advisory_unlock(hashtextextended(%s, 0))"


class Ownership(Protocol):
    """A name under which runs are this process's own."""

    @property
    def name(self) -> str:
        """Nobody else alive has it."""
        ...

    @property
    def shared(self) -> bool:
        """Whether other processes work on the same database."""
        ...

    def hold(self) -> None:
        """Take the name, or make sure of it. Raises an error of the store where that fails."""
        ...

    def abandoned(self, name: str) -> AbstractContextManager[bool]:
        """True within the block when the owner of the name is dead, and nobody else looks after it."""
        ...

    def release(self) -> None:
        """Let others have it."""
        ...


class FileOwnership:
    """Of a SQLite file. Blocking calls."""

    name = "local"
    shared = False

    def __init__(self, path: str) -> None:
        self._path = path
        self._lock = FileLock(f"{path}.lock")
        self._held = False

    def hold(self) -> None:
        if self._held:
            return
        if not self._lock.acquire(blocking=False):
            raise StoreUnusableError(
                f"Another process runs the workflows of {self._path}; stop it, or use PostgreSQL"
            )
        self._held = True

    @contextmanager
    def abandoned(self, name: str) -> Generator[bool]:
        yield False

    def release(self) -> None:
        if self._held:
            self._held = False
            self._lock.release()


class SessionOwnership:
    """Of a process among others on a PostgreSQL database. Blocking calls, from any thread."""

    shared = True

    def __init__(self, url: URL) -> None:
        self.name = f"process-{uuid.uuid4()}"
        self._url = url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection: Connection[Any] | None = None
        self._one = threading.Lock()

    def hold(self) -> None:
        with self._one:
            if self._connection is not None and self._answers(self._connection):
                return
            self._connection = self._connected()
            if not self._take(self.name):
                # Somebody believes us dead and is taking our runs over: let it, and try again.
                self._close()
                raise StoreUnavailableError(
                    "Database unavailable: the lock of this process is taken"
                )

    @contextmanager
    def abandoned(self, name: str) -> Generator[bool]:
        with self._one:
            taken = name != self.name and self._connection is not None and self._take(name)
            try:
                yield taken
            finally:
                if taken:
                    self._ask(_LEAVE, name)

    def release(self) -> None:
        with self._one:
            if self._connection is not None:
                # The server notices a closed connection only a moment later.
                with suppress(StoreUnavailableError):
                    self._ask(_LEAVE, self.name)
            self._close()

    def _take(self, name: str) -> bool:
        return bool(self._ask(_TAKE, name))

    def _ask(self, statement: LiteralString, name: str) -> Any:
        from psycopg import Error

        assert self._connection is not None
        try:
            row = self._connection.execute(statement, (_SPACE + name,)).fetchone()
        except Error as error:
            self._close()
            raise StoreUnavailableError(f"Database unavailable: {type(error).__name__}") from None
        return row[0] if row else None

    def _connected(self) -> "Connection[Any]":
        import psycopg

        try:
            return psycopg.connect(
                self._url,
                autocommit=True,
                connect_timeout=5,
                application_name="connector-runtime lock",
                keepalives=1,
                keepalives_idle=10,
                keepalives_interval=5,
                keepalives_count=3,
            )
        except psycopg.Error as error:
            # Its text quotes the address and the user.
            state = error.sqlstate or type(error).__name__
            raise StoreUnavailableError(
                f"Database unavailable: workflows cannot connect to PostgreSQL ({state})"
            ) from None

    def _answers(self, connection: "Connection[Any]") -> bool:
        from psycopg import Error

        try:
            connection.execute("SELECT 1")
        except Error:
            _log.warning(
                "The connection that holds the lock of this process broke; taking it again"
            )
            self._close()
            return False
        return True

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


def ownership_of(url: URL) -> Ownership:
    """The ownership that fits the database."""
    if url.get_backend_name() == "sqlite":
        assert url.database is not None
        return FileOwnership(url.database)
    return SessionOwnership(url)
