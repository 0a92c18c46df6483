"""The few questions that come before a tenant is known, or that cross tenants to notice it."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from connector_runtime.store.store import Store
from connector_runtime.store.tables import (
    Agent,
    APIKey,
    Call,
    Connection,
    Principal,
    Proposal,
    Run,
    Tenant,
)

Owned = type[Agent] | type[Principal] | type[Proposal] | type[Run] | type[APIKey] | type[Connection]


class Directory:
    """Looks beyond tenants; what it finds never reaches a caller of another tenant."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def key(self, key_id: str) -> APIKey | None:
        """A key by its public half."""
        with self._store.reading() as connection:
            return Session(connection).get(APIKey, key_id)

    def tenant(self, tenant_id: str) -> Tenant | None:
        """A tenant."""
        with self._store.reading() as connection:
            return Session(connection).get(Tenant, tenant_id)

    def tenants(self) -> tuple[str, ...]:
        """The ids of all tenants, in order."""
        with self._store.reading() as connection:
            return tuple(connection.execute(select(Tenant.id).order_by(Tenant.id)).scalars())

    def owner(self, table: Owned, id: str) -> str | None:
        """Which tenant has the row of this id; None where nobody has."""
        with self._store.reading() as connection:
            owner: str | None = connection.execute(
                select(table.tenant_id).where(table.id == id).limit(1)
            ).scalar()
        return owner

    def has_unfinished_runs(self) -> bool:
        """Whether a workflow of any tenant is running or waits for a decision."""
        with self._store.reading() as connection:
            unfinished = select(Run.id).where(Run.status.in_(("running", "paused"))).limit(1)
            return connection.execute(unfinished).first() is not None

    def running(self) -> tuple[str, ...]:
        """The ids of the runs of all tenants that wait for nobody and have not ended."""
        with self._store.reading() as connection:
            found = select(Run.id).where(Run.status == "running").order_by(Run.created_at)
            return tuple(connection.execute(found).scalars())

    def open_calls(self) -> tuple[Call, ...]:
        """The calls of all tenants whose outcome is not written."""
        with self._store.reading() as connection:
            return tuple(
                Session(connection).scalars(
                    select(Call).where(Call.state == "open").order_by(Call.ends_at)
                )
            )

    def decided(self, proposal_ids: Collection[str], now: datetime) -> frozenset[str]:
        """Those proposals, of any tenant, that wait for nobody any more."""
        over = or_(
            Proposal.state.not_in(("pending", "executing")),
            and_(Proposal.state == "pending", Proposal.expires_at <= now),
        )
        with self._store.reading() as connection:
            return frozenset(
                connection.execute(
                    select(Proposal.id).where(Proposal.id.in_(proposal_ids), over)
                ).scalars()
            )
