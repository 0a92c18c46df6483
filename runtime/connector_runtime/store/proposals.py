"""Proposals, their approvals and their grants: every change is conditional, so that one wins."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from connector_runtime.store.scope import TenantScope
from connector_runtime.store.tables import Approval, Grant, Proposal


def proposal(scope: TenantScope, proposal_id: str) -> Proposal | None:
    """A proposal of the tenant."""
    return scope.session.get(Proposal, proposal_id)


def locked(scope: TenantScope, proposal_id: str) -> Proposal | None:
    """A proposal of the tenant that nobody else changes until the transaction ends."""
    return scope.session.scalars(
        select(Proposal)
        .where(Proposal.tenant_id == scope.tenant_id, Proposal.id == proposal_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()


def listed(
    scope: TenantScope, *, state: str = "", agent_id: str = "", most: int = 100
) -> list[Proposal]:
    """The tenant's proposals, newest first."""
    question = select(Proposal).where(Proposal.tenant_id == scope.tenant_id)
    if state:
        question = question.where(Proposal.state == state)
    if agent_id:
        question = question.where(Proposal.agent_id == agent_id)
    newest = question.order_by(Proposal.created_at.desc(), Proposal.id).limit(most)
    return list(scope.session.scalars(newest))


def of_step(scope: TenantScope, run_id: str, step: int) -> Proposal | None:
    """The last proposal that a run made at a step."""
    return scope.session.scalars(
        select(Proposal)
        .where(
            Proposal.tenant_id == scope.tenant_id,
            Proposal.run_id == run_id,
            Proposal.step == step,
        )
        .order_by(Proposal.created_at.desc())
        .limit(1)
    ).first()


def pending(scope: TenantScope, agent_id: str) -> int:
    """How many proposals of an agent wait for a decision."""
    found: int = scope.execute(
        select(func.count()).where(
            Proposal.tenant_id == scope.tenant_id,
            Proposal.state == "pending",
            Proposal.agent_id == agent_id,
        )
    ).scalar_one()
    return found


def move(scope: TenantScope, proposal_id: str, before: str, after: str, **values: Any) -> bool:
    """Change the state of a proposal that is in the state ``before``; whether it was."""
    return (
        scope.change(
            update(Proposal)
            .where(
                Proposal.tenant_id == scope.tenant_id,
                Proposal.id == proposal_id,
                Proposal.state == before,
            )
            .values(state=after, **values)
        )
        == 1
    )


def expire(scope: TenantScope, now: datetime) -> int:
    """Let pending proposals expire that are due; how many."""
    return scope.change(
        update(Proposal)
        .where(
            Proposal.tenant_id == scope.tenant_id,
            Proposal.state == "pending",
            Proposal.expires_at <= now,
        )
        .values(state="expired", decided_at=now)
    )


def approvals(scope: TenantScope, proposal_id: str) -> list[Approval]:
    """The decisions on a proposal, oldest first."""
    return list(
        scope.session.scalars(
            select(Approval)
            .where(Approval.tenant_id == scope.tenant_id, Approval.proposal_id == proposal_id)
            .order_by(Approval.decided_at)
        )
    )


def consume(scope: TenantScope, proposal_id: str, now: datetime) -> str | None:
    """Use up the grant of a proposal; its digest, or None when somebody was quicker."""
    mine = (Grant.tenant_id == scope.tenant_id, Grant.proposal_id == proposal_id)
    changed = scope.change(
        update(Grant).where(*mine, Grant.consumed_at.is_(None)).values(consumed_at=now)
    )
    if changed != 1:
        return None
    digest: str = scope.execute(select(Grant.digest).where(*mine)).scalar_one()
    return digest
