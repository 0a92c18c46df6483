"""What decides about an agent, read in one question: its maturity, its state, its tenant's plan."""

from typing import NamedTuple

from sqlalchemy import bindparam, select

from connector_runtime.store.prepared import Prepared
from connector_runtime.store.scope import TenantScope
from connector_runtime.store.tables import Agent, Tenant, plain


class Standing(NamedTuple):
    """An agent and its tenant's plan, as they are now."""

    agent_id: str
    tenant_id: str
    maturity: str
    state: str
    version: int
    plan: str
    operations_per_day: int | None


_AGENTS, _TENANTS = plain(Agent), plain(Tenant)
_STANDING = Prepared(
    select(
        _AGENTS.c.id,
        _AGENTS.c.tenant_id,
        _AGENTS.c.status,
        _AGENTS.c.state,
        _AGENTS.c.version,
        _TENANTS.c.plan,
        _TENANTS.c.operations_per_day,
    )
    .join(_TENANTS, _TENANTS.c.id == _AGENTS.c.tenant_id)
    .where(_AGENTS.c.tenant_id == bindparam("tenant"), _AGENTS.c.id == bindparam("agent"))
)


def standing_of(scope: TenantScope, agent_id: str) -> Standing | None:
    """The standing of an agent of the scope's tenant."""
    row = scope.execute(_STANDING, {"tenant": scope.tenant_id, "agent": agent_id}).first()
    return None if row is None else Standing(*row)
