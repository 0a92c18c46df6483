"""What requests and answers look like. Requests are strict: a field that is not known is refused."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from connector_runtime.governance.proposals import State
from connector_runtime.workflows.host import RunStatus

Name = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")]
"""An id or a name: printable, as the platform makes them."""
_Arguments = Annotated[
    dict[str, Any], Field(description="The operation's arguments, as the catalogue lists them.")
]


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class ExecuteRequest(_Asked):
    """One operation, on behalf of an agent."""

    connector_id: Name
    operation_name: Name
    arguments: _Arguments
    agent_id: Name | None = Field(
        None, description="Who acts; may stand in `arguments` instead, from which it is taken out."
    )
    workspace_id: Name | None = None


class WorkflowStep(_Asked):
    """One operation of a workflow; `args` may refer to results before it: `${step_1.name}`."""

    connector: Name
    operation: Name
    args: _Arguments


class WorkflowRequest(_Asked):
    """Operations in a row. With `resume_from_step` above 1, or `workflow_id`, a run that stopped
    there goes on."""

    workflow_steps: list[WorkflowStep]
    agent_id: Name
    resume_from_step: int = Field(1, ge=1)
    workflow_id: Name | None = None


class Decision(_Asked):
    """A decision on a proposal; the key's principal decides, or an autonomous agent that it may act
    as."""

    reason: Annotated[str, Field(max_length=2000, pattern=r"^[^\x00]*$")] = ""
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None
    agent_id: Name | None = None


class _Query(BaseModel):
    model_config = ConfigDict(extra="forbid")


class OperationsQuery(_Query):
    """Of one connector, or of all that the tenant has enabled."""

    connector_id: Name | None = None


class ProposalsQuery(_Query):
    """Which proposals."""

    state: State | None = None
    limit: int = Field(100, ge=1, le=1000)


class RunsQuery(_Query):
    """Which runs."""

    status: RunStatus | None = None
    limit: int = Field(100, ge=1, le=1000)


class AuditQuery(_Query):
    """How many records."""

    limit: int = Field(100, ge=1, le=1000)


class Success(BaseModel):
    """The operation was run."""

    status: Literal["success"]
    result: dict[str, Any]


class ProposalCreated(BaseModel):
    """The operation waits for an approval."""

    status: Literal["proposal_created"]
    proposal_id: str
    reason: str


class ErrorAnswer(BaseModel):
    """Every error."""

    status: str = Field(
        description="`error`; of an approved proposal that failed `execution_failed`."
    )
    error: str
    code: str
    retryable: bool
    retry_after: float | None = Field(None, description="Seconds.")
    details: dict[str, Any] | None = None
    request_id: str


class Operation(BaseModel):
    """An operation of a connector; `parameters` by their names."""

    name: str
    description: str
    parameters: dict[str, dict[str, Any]]
    complexity: int = Field(ge=1, le=4)
    required_maturity: str


class ConnectorOperations(BaseModel):
    """A connector with its operations."""

    connector_id: str
    operations: list[Operation]


class AllOperations(BaseModel):
    """All connectors that the tenant has enabled."""

    connectors: list[ConnectorOperations]


class StepAnswer(BaseModel):
    """How a step ended."""

    step: int
    status: str
    result: Any = None
    error: str | None = None
    code: str | None = None
    details: dict[str, Any] | None = None
    connector: str
    operation: str


class WorkflowAnswer(BaseModel):
    """A run, with the steps that ended."""

    workflow_id: str
    status: RunStatus
    steps_completed: int
    total_steps: int
    results: list[StepAnswer]
    proposal_id: str | None = Field(None, description="Of a paused run: what it waits for.")


class ProposalFacts(BaseModel):
    """A proposal as an approver reads it; what is secret in its arguments is not shown."""

    proposal_id: str
    state: State
    agent_id: str
    principal_id: str | None
    connector_id: str
    operation_name: str
    complexity: int
    arguments: dict[str, Any]
    digest: str
    reason: str
    workflow_id: str | None
    step: int | None
    created_at: datetime
    expires_at: datetime
    decided_at: datetime | None


class ProposalList(BaseModel):
    """Proposals, newest first."""

    proposals: list[ProposalFacts]


class Decided(BaseModel):
    """Where a decision left a proposal: `executed` with `result`, `execution_failed` with `error`,
    `rejected`, or `pending` with the kinds of approvers that are still `awaiting`."""

    status: str
    proposal_id: str
    result: dict[str, Any] | None = None
    awaiting: list[str] | None = None
    error: str | None = None
    code: str | None = None
    retryable: bool | None = None
    retry_after: float | None = None
    details: dict[str, Any] | None = None


class RunFacts(BaseModel):
    """A run in a list."""

    workflow_id: str
    status: RunStatus
    agent_id: str
    step: int
    total_steps: int
    proposal_id: str | None
    created_at: datetime
    updated_at: datetime


class RunList(BaseModel):
    """Runs, newest first."""

    runs: list[RunFacts]


class AuditFacts(BaseModel):
    """A record of the audit trail."""

    sequence: int
    at: datetime
    kind: str
    outcome: str
    agent_id: str
    principal_id: str
    connector_id: str
    operation_name: str
    call_id: str
    reason: str
    details: dict[str, Any]
    hash: str


class AuditList(BaseModel):
    """Records, newest first."""

    records: list[AuditFacts]


class Health(BaseModel):
    """The process lives; or: it can serve."""

    status: Literal["ok"]
