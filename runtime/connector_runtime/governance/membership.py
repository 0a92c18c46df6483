"""Tenants, their agents and their principals: made and changed by an administrator."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from uuid import uuid4

from sqlalchemy import insert, select, update

from connector_runtime.errors import ArgumentsInvalidError, TenantNotFoundError
from connector_runtime.governance.absence import Absence
from connector_runtime.governance.agents import Agents
from connector_runtime.governance.audit import AuditService, Entry, now_utc
from connector_runtime.governance.matrix import MATURITIES
from connector_runtime.governance.quotas import PLANS
from connector_runtime.store.directory import Directory
from connector_runtime.store.scope import TenantScope
from connector_runtime.store.store import Store
from connector_runtime.store.tables import ActingAs, Agent, Principal, Tenant

STATES = ("active", "paused", "stopped")
KINDS = ("human", "service")
_LONGEST_ID = 200


class Membership:
    """Who there is. Every change of an agent is written to the tenant's audit trail."""

    def __init__(
        self,
        store: Store,
        audit: AuditService,
        agents: Agents,
        *,
        now: Callable[[], datetime] = now_utc,
    ) -> None:
        self._store = store
        self._directory = Directory(store)
        self._audit = audit
        self._absence = Absence(store, audit)
        self._agents = agents
        self._now = now

    def add_tenant(
        self, name: str, *, id: str = "", plan: str = "free", operations_per_day: int | None = None
    ) -> str:
        """A new tenant; its id. Raises :class:`ArgumentsInvalidError`."""
        _among("plan", plan, tuple(PLANS))
        if operations_per_day is not None and operations_per_day < 0:
            raise ArgumentsInvalidError("operations per day must not be negative")
        tenant_id = self._new_id(id, self._directory.tenant(id) is not None)
        with self._store.writing() as connection:
            connection.execute(
                insert(Tenant).values(
                    id=tenant_id,
                    name=name,
                    plan=plan,
                    operations_per_day=operations_per_day,
                    created_at=self._now(),
                )
            )
        return tenant_id

    def add_agent(
        self, tenant_id: str, name: str, *, id: str = "", maturity: str = "student"
    ) -> str:
        """A new agent; its id, which no other tenant's agent has."""
        _among("maturity", maturity, MATURITIES)
        agent_id = self._new_id(id, self._directory.owner(Agent, id) is not None)
        with self._tenant(tenant_id) as scope:
            scope.session.add(
                Agent(
                    id=agent_id,
                    tenant_id=tenant_id,
                    name=name,
                    status=maturity,
                    state="active",
                    version=1,
                    created_at=self._now(),
                )
            )
            self._audit.append(scope, _change(agent_id, f"agent added: {maturity}"))
        return agent_id

    def set_maturity(self, tenant_id: str, agent_id: str, maturity: str) -> None:
        """Promote or demote an agent; it holds from the next call on."""
        _among("maturity", maturity, MATURITIES)
        self._change_agent(tenant_id, agent_id, "maturity", status=maturity)

    def set_state(self, tenant_id: str, agent_id: str, state: str) -> None:
        """Pause, stop or go on with an agent; it holds from the next call on."""
        _among("state", state, STATES)
        self._change_agent(tenant_id, agent_id, "state", state=state)

    def add_principal(
        self, tenant_id: str, name: str, *, id: str = "", kind: str, agents: Sequence[str] = ()
    ) -> str:
        """A new principal, which may act as the ``agents``; its id."""
        _among("kind", kind, KINDS)
        principal_id = self._new_id(id, self._directory.owner(Principal, id) is not None)
        self._check_agents(tenant_id, agents)
        with self._tenant(tenant_id) as scope:
            scope.session.add(
                Principal(
                    id=principal_id,
                    tenant_id=tenant_id,
                    name=name,
                    kind=kind,
                    created_at=self._now(),
                )
            )
            scope.finish()
            for agent_id in agents:
                scope.session.add(
                    ActingAs(principal_id=principal_id, agent_id=agent_id, tenant_id=tenant_id)
                )
        return principal_id

    def agents(self, tenant_id: str) -> list[Agent]:
        """The tenant's agents, by id."""
        with self._store.view(tenant_id) as scope:
            return list(scope.session.scalars(select(Agent).order_by(Agent.id)))

    def principals(self, tenant_id: str) -> list[Principal]:
        """The tenant's principals, by id."""
        with self._store.view(tenant_id) as scope:
            return list(scope.session.scalars(select(Principal).order_by(Principal.id)))

    def tenant(self, tenant_id: str) -> Tenant:
        """A tenant. Raises :class:`NotFoundError`."""
        found = self._directory.tenant(tenant_id)
        if found is None:
            raise TenantNotFoundError
        return found

    def tenants(self) -> tuple[str, ...]:
        """The ids of all tenants."""
        return self._directory.tenants()

    def _change_agent(self, tenant_id: str, agent_id: str, what: str, **values: str) -> None:
        self._check_agents(tenant_id, (agent_id,))
        with self._tenant(tenant_id) as scope:
            scope.change(
                update(Agent)
                .where(Agent.tenant_id == tenant_id, Agent.id == agent_id)
                .values(version=Agent.version + 1, **values)
            )
            told = ", ".join(values.values())
            self._audit.append(scope, _change(agent_id, f"agent {what}: {told}"))
        self._agents.forget(tenant_id, agent_id)

    def _check_agents(self, tenant_id: str, agent_ids: Sequence[str]) -> None:
        """There is no way to delete an agent: what is there now, is there later."""
        with self._store.view(tenant_id) as scope:
            missing = [each for each in agent_ids if scope.session.get(Agent, each) is None]
        if missing:
            text = f"Agent not found: {missing[0]}"
            raise self._absence.error(tenant_id, Agent, missing[0], text)

    def _tenant(self, tenant_id: str) -> AbstractContextManager[TenantScope]:
        if self._directory.tenant(tenant_id) is None:
            raise TenantNotFoundError
        return self._store.scope(tenant_id)

    def _new_id(self, wanted: str, taken: bool) -> str:
        if not wanted:
            return str(uuid4())
        if taken:
            raise ArgumentsInvalidError(f"the id {wanted!r} is taken")
        if len(wanted) > _LONGEST_ID or not wanted.isprintable() or wanted != wanted.strip():
            raise ArgumentsInvalidError(f"an id has 1 to {_LONGEST_ID} printable characters")
        return wanted


def _among(what: str, value: str, values: Sequence[str]) -> None:
    if value not in values:
        raise ArgumentsInvalidError(f"{what} must be one of {', '.join(values)}, not {value!r}")


def _change(agent_id: str, what: str) -> Entry:
    return Entry(agent_id, "", "", kind="event", outcome="success", reason=what)
