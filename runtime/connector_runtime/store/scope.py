"""A transaction within one tenant: the only way to a session."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable, Result, UpdateBase, event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction, with_loader_criteria

from connector_runtime.store.prepared import Prepared
from connector_runtime.store.tables import Table, Tenant, TenantOwned


class ScopeError(RuntimeError):
    """A statement of the program that could reach beyond its tenant: a defect, never a refusal."""


class _Session(Session):
    """Without the ways around what a scope checks."""

    def connection(self, *_: Any, **__: Any) -> Connection:
        raise ScopeError("a tenant's session lends no connection")

    def bulk_save_objects(self, *_: Any, **__: Any) -> None:
        raise ScopeError("a tenant's session writes row by row")

    bulk_insert_mappings = bulk_update_mappings = bulk_save_objects


class TenantScope:
    """One transaction of one tenant: everything read and written through it is this tenant's.

    It is made by :meth:`Store.scope` and :meth:`Store.view`, and is over with their block.
    """

    def __init__(self, connection: Connection, tenant_id: str) -> None:
        self.tenant_id = tenant_id
        self._connection = connection
        self._session: Session | None = None

    @property
    def session(self) -> Session:
        """A session in which every query of a tenant's table finds this tenant's rows only.

        Statements that are no ORM queries are refused (:class:`ScopeError`).
        """
        if self._session is None:
            self._session = _Session(self._connection, expire_on_commit=False, autoflush=True)
            event.listen(self._session, "do_orm_execute", _confined_to(self.tenant_id))
            event.listen(self._session, "before_flush", _checked_for(self.tenant_id))
        return self._session

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._connection.dialect.name

    def query(self, *entities: Any) -> Any:
        """``db.query(TenantIntegration).filter(…)``, within the tenant."""
        return self.session.query(*entities)

    def execute(
        self, statement: Executable | Prepared, values: Mapping[str, Any] | None = None
    ) -> Result[*tuple[Any, ...]]:
        """For the store's own statements, which name the tenant themselves."""
        if isinstance(statement, Prepared):
            return statement.run(self._connection, values or {})
        return self._connection.execute(statement, values)

    def change(
        self, statement: UpdateBase | Prepared, values: Mapping[str, Any] | None = None
    ) -> int:
        """The number of rows that one of the store's own statements changed."""
        result = self.execute(statement, values)
        assert isinstance(result, CursorResult)
        return result.rowcount

    def finish(self) -> None:
        """Write what the session holds back."""
        if self._session is not None:
            self._session.flush()

    def close(self) -> None:
        """Let go of the session; its rows stay readable."""
        if self._session is not None:
            self._session.expunge_all()
            self._session.close()


def _confined_to(tenant_id: str) -> Callable[[ORMExecuteState], None]:
    owned = with_loader_criteria(
        TenantOwned, lambda table: table.tenant_id == tenant_id, include_aliases=True
    )
    itself = with_loader_criteria(Tenant, lambda table: table.id == tenant_id, include_aliases=True)

    def confine(state: ORMExecuteState) -> None:
        if not state.is_orm_statement or not (state.is_select or state.is_column_load):
            raise ScopeError("a tenant's session runs ORM queries only")
        state.statement = state.statement.options(owned, itself)

    return confine


def _checked_for(
    tenant_id: str,
) -> Callable[[Session, UOWTransaction, Sequence[Any] | None], None]:
    def check(session: Session, context: UOWTransaction, instances: Sequence[Any] | None) -> None:
        for row in (*session.new, *session.dirty, *session.deleted):
            if isinstance(row, Table) and getattr(row, "tenant_id", None) != tenant_id:
                raise ScopeError(f"a row of {type(row).__name__} is not this tenant's")

    return check
