"""Rows of the store as answers show them. The command line prints the same."""

from typing import Any

from connector_runtime.store.tables import AuditRecord, Proposal, Run


def proposal_json(row: Proposal) -> dict[str, Any]:
    """A proposal; its arguments are those that an approver may read."""
    return {
        "proposal_id": row.id,
        "state": row.state,
        "agent_id": row.agent_id,
        "principal_id": row.principal_id,
        "connector_id": row.connector_id,
        "operation_name": row.operation_name,
        "complexity": row.complexity,
        "arguments": row.shown,
        "digest": row.digest,
        "reason": row.reason,
        "workflow_id": row.run_id,
        "step": row.step,
        "created_at": row.created_at,
        "expires_at": row.expires_at,
        "decided_at": row.decided_at,
    }


def run_json(row: Run) -> dict[str, Any]:
    """A run, without its results."""
    return {
        "workflow_id": row.id,
        "status": row.status,
        "agent_id": row.agent_id,
        "step": row.step,
        "total_steps": row.total_steps,
        "proposal_id": row.proposal_id,
        "created_at": row.created_at,
        "updated_at": row.updated_at,
    }


def record_json(row: AuditRecord) -> dict[str, Any]:
    """A record of the audit trail."""
    return {
        "sequence": row.sequence,
        "at": row.at,
        "kind": row.kind,
        "outcome": row.outcome,
        "agent_id": row.agent_id,
        "principal_id": row.principal_id,
        "connector_id": row.connector_id,
        "operation_name": row.operation_name,
        "call_id": row.call_id,
        "reason": row.reason,
        "details": row.details,
        "hash": row.hash,
    }
