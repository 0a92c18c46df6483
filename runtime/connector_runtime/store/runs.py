"""Runs of workflows: what each one is to do, and how far it is."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from connector_runtime.store.scope import TenantScope
from connector_runtime.store.tables import Run


def run(scope: TenantScope, run_id: str) -> Run | None:
    """A run of the tenant."""
    return scope.session.get(Run, run_id)


def listed(scope: TenantScope, *, status: str = "", most: int = 100) -> list[Run]:
    """The tenant's runs, newest first."""
    question = select(Run).where(Run.tenant_id == scope.tenant_id)
    if status:
        question = question.where(Run.status == status)
    newest = question.order_by(Run.created_at.desc(), Run.id).limit(most)
    return list(scope.session.scalars(newest))


def with_steps(scope: TenantScope, agent_id: str, digest: str) -> list[Run]:
    """The runs of an agent with these steps, newest first."""
    question = (
        select(Run)
        .where(Run.tenant_id == scope.tenant_id, Run.agent_id == agent_id, Run.digest == digest)
        .order_by(Run.created_at.desc())
        .limit(100)
    )
    return list(scope.session.scalars(question))


def stopped(scope: TenantScope, agent_id: str) -> int:
    """How many runs of an agent are paused or failed."""
    question = select(func.count()).where(
        Run.tenant_id == scope.tenant_id,
        Run.agent_id == agent_id,
        Run.status.in_(("paused", "failed")),
    )
    found: int = scope.execute(question).scalar_one()
    return found


def change(scope: TenantScope, run_id: str, now: datetime, **values: Any) -> bool:
    """Change a run; whether there is one."""
    mine = (Run.tenant_id == scope.tenant_id, Run.id == run_id)
    return scope.change(update(Run).where(*mine).values(updated_at=now, **values)) == 1
