"""The store: opened once, then one transaction at a time, each within a tenant."""

from collections.abc import Generator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine

from connector_runtime.store.database import connected, parsed_url
from connector_runtime.store.failures import told
from connector_runtime.store.schema import check, make_current
from connector_runtime.store.scope import TenantScope


class Store:
    """A database of ours, with a schema that this release understands.

    All methods are synchronous; asynchronous callers put a whole transaction into a thread. Errors
    of the database are :class:`~connector_runtime.errors.StoreUnavailableError`.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
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
        """Close all connections."""
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
