"""What decides about an agent, read in one question: its maturity, its state, its tenant's plan."""

from typing import NamedTuple

from sqlalchemy import select

from connector_runtime.store.scope import TenantScope
from connector_runtime.store.tables import Agent, Tenant


class Standing(NamedTuple):
    """An agent and its tenant's plan, as they are now."""

    agent_id: str
    tenant_id: str
    maturity: str
    state: str
    version: int
    plan: str
    operations_per_day: int | None


def standing_of(scope: TenantScope, agent_id: str) -> Standing | None:
    """The standing of an agent of the scope's tenant."""
    row = scope.execute(
        select(
            Agent.id,
            Agent.tenant_id,
            Agent.status,
            Agent.state,
            Agent.version,
            Tenant.plan,
            Tenant.operations_per_day,
        )
        .join(Tenant, Tenant.id == Agent.tenant_id)
        .where(Agent.tenant_id == scope.tenant_id, Agent.id == agent_id)
    ).first()
    return None if row is None else Standing(*row)
