"""The store: opened once, then one transaction at a time, each within a tenant."""

import asyncio
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, Engine

from connector_runtime.store.database import NotAtOnceError, at_once, connected, parsed_url
from connector_runtime.store.failures import told
from connector_runtime.store.schema import check, make_current
from connector_runtime.store.scope import TenantScope

_P = ParamSpec("_P")
_T = TypeVar("_T")
_THREADS = 8
"""Of asynchronous callers, on PostgreSQL."""


class Store:
    """A database of ours, with a schema that this release understands.

    Transactions are synchronous; asynchronous callers put a whole one into :meth:`run`. Errors of
    the database are :class:`~connector_runtime.errors.StoreUnavailableError`.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # SQLite writes one transaction after the other anyway, and one thread keeps its pages warm.
        threads = 1 if engine.dialect.name == "sqlite" else _THREADS
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="connectors store")
        self._one_moment: dict[str, Any] = {"reading": True}
        if engine.dialect.name == "postgresql":
            # SQLite has no other; here each statement would see what was written in between.
            self._one_moment["isolation_level"] = "REPEATABLE READ"

    @classmethod
    def open(cls, url: str) -> Self:
        """Open the database at ``url`` (``sqlite:///connectors.db``, ``postgresql://…``).

        A new one gets its tables, one of an older release is brought up to date. Raises
        :class:`~connector_runtime.errors.StoreUnusableError` for one of a newer release, and for
        what is no database of ours.
        """
        store = cls(connected(parsed_url(url)))
        try:
            with told(), store._engine.begin() as connection:
                make_current(connection)
        except BaseException:
            store.close()
            raise
        return store

    async def run(self, work: Callable[_P, _T], *arguments: _P.args, **named: _P.kwargs) -> _T:
        """Do what asks the database, without keeping the event loop waiting.

        On SQLite a transaction is over sooner than a thread has it, so it is tried here; where it
        would wait for another one, or for the disk, and always on PostgreSQL, a thread does it.
        """
        if self.dialect == "sqlite":
            try:
                with at_once():
                    return work(*arguments, **named)
            except NotAtOnceError:
                pass
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, partial(work, *arguments, **named))

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._engine.dialect.name

    @contextmanager
    def scope(self, tenant_id: str) -> Generator[TenantScope]:
        """A transaction that may write; all of it happens, or nothing does."""
        with self.writing() as connection, self._scoped(connection, tenant_id) as scope:
            yield scope

    @contextmanager
    def durable_scope(self, tenant_id: str) -> Generator[TenantScope]:
        """A :meth:`scope` that is on the disk when its block ends: it outlives a loss of power, too."""
        with told(), self._engine.connect() as connection:
            durable = connection.execution_options(durable=True)
            with durable.begin(), self._scoped(durable, tenant_id) as scope:
                yield scope

    @contextmanager
    def view(self, tenant_id: str) -> Generator[TenantScope]:
        """A transaction that only reads: on SQLite it waits for nobody."""
        with self.reading() as connection:
            scope = TenantScope(connection, tenant_id)
            try:
                yield scope
            finally:
                scope.close()

    @contextmanager
    def _scoped(self, connection: Connection, tenant_id: str) -> Generator[TenantScope]:
        scope = TenantScope(connection, tenant_id)
        try:
            yield scope
            scope.finish()
        finally:
            scope.close()

    @contextmanager
    def writing(self) -> Generator[Connection]:
        """For the store's own modules: a transaction over all tenants."""
        with told(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """For the store's own modules: a reading transaction over all tenants. It sees one moment."""
        with told(), self._engine.connect() as connection:
            yield connection.execution_options(**self._one_moment)

    def check(self) -> None:
        """Ask the database whether it answers, and still has the schema that we know.

        Raises :class:`~connector_runtime.errors.StoreUnavailableError` and
        :class:`~connector_runtime.errors.StoreUnusableError`.
        """
        with self.reading() as connection:
            check(connection)

    def close(self) -> None:
        """Close all connections, once what is being done in threads has ended."""
        self._threads.shutdown()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
