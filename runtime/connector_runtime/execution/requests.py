"""What is asked of the executor, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID, uuid5

from connector_runtime.connectors.catalogue import OperationFacts

_KEYS = UUID("6c1d5f0e-6f0c-5d0b-9a59-5f3a0f1c9e77")


@dataclass(frozen=True, slots=True)
class Request:
    """One operation, on behalf of an agent. ``run_id`` and ``step`` say of which workflow."""

    tenant_id: str
    agent_id: str
    connector_id: str
    operation_name: str
    arguments: Mapping[str, Any] = field(default_factory=dict[str, Any])
    principal_id: str = ""
    workspace_id: str = ""
    run_id: str = ""
    step: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """The operation was run."""

    result: dict[str, Any]
    remaining: int | None = None
    """How many operations are left of the tenant's day; None: there is no limit, or it was not
    counted."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """The operation waits for an approval."""

    proposal_id: str
    reason: str
    expires_at: datetime


Answer = Done | Proposed


@dataclass(frozen=True, slots=True)
class Admitted:
    """A call that may be made: its intent is written."""

    call_id: str
    request: Request
    operation: OperationFacts
    maturity: str
    idempotency_key: str
    proposal_id: str = ""
    remaining: int | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """How a call ended."""

    outcome: Literal["success", "error"]
    milliseconds: float
    result: dict[str, Any] | None = None
    code: str = ""
    reason: str = ""
    unknown: bool = False
    """Whether the vendor may have done it although no answer came."""


LOST = Ended(
    "error",
    0.0,
    code="OUTCOME_UNKNOWN",
    reason="the process ended between the call and its outcome",
    unknown=True,
)
"""Of a call whose process died."""


def idempotency_key(run_id: str, step: int) -> str:
    """The Idempotency-Key of the calls of a run's step: the same after a crash."""
    return str(uuid5(_KEYS, f"{run_id}:{step}"))


def envelope_of(answer: Answer) -> dict[str, Any]:
    """The guide's body of an answer."""
    if isinstance(answer, Done):
        return {"status": "success", "result": answer.result}
    return {
        "status": "proposal_created",
        "proposal_id": answer.proposal_id,
        "reason": answer.reason,
    }
