"""What the steps of an execution share: where things are written, and what they are decided by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from connector_runtime.execution.requests import Request
from connector_runtime.governance.audit import AuditService, now_utc
from connector_runtime.governance.decisions import Policy
from connector_runtime.governance.proposals import Proposals, Sealer
from connector_runtime.governance.quotas import AbuseProtectionService
from connector_runtime.store.store import Store


@dataclass(frozen=True, slots=True)
class Books:
    """Everything that is kept about calls."""

    store: Store
    audit: AuditService
    proposals: Proposals
    quotas: AbuseProtectionService
    sealer: Sealer
    policies: Sequence[Policy] = ()
    most_pending: int = 1_000
    """Proposals of one agent that may wait for a decision at a time."""
    now: Callable[[], datetime] = now_utc


def place_of_step(request: Request) -> tuple[str, ...]:
    """What the stored result of a run's step is bound to."""
    return (request.tenant_id, "step", request.run_id, str(request.step))
