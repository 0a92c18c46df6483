"""What the engine asks of whoever runs operations and keeps the records of runs.

The engine decides which step comes next and remembers what is done. Everything else (the plan, who
may do what, the calls, the proposals, what a user sees of a run) is the host's.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol, TypeAlias

from connector_runtime.workflows.plans import Plan, Step

StepStatus: TypeAlias = Literal["success", "error", "proposal_created", "pending"]
RunStatus: TypeAlias = Literal["running", "paused", "completed", "failed"]
Row: TypeAlias = dict[str, Any]
"""One of the guide's ``results``: step, status, result or error and code, connector, operation."""


@dataclass(frozen=True, slots=True)
class StepResult:
    """What became of a step. ``result`` and ``details`` are JSON, without credentials.

    ``pending`` is an answer of :meth:`StepHost.settle` alone, ``proposal_created`` one of
    :meth:`StepHost.execute` alone.
    """

    status: StepStatus
    result: Any = None
    error: str = ""
    code: str = ""
    details: Mapping[str, Any] = field(default_factory=dict[str, Any])
    proposal_id: str = ""
    expires_at: datetime | None = None
    """Of a proposal, UTC; when it has come, the host is asked to settle."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Where a run waits for a decision, with what came before."""

    step: int
    proposal_id: str
    expires_at: datetime | None
    results: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class RunState:
    """Where a run is. ``results`` may be empty while it is running."""

    run_id: str
    status: RunStatus
    results: tuple[Row, ...] = ()
    proposal_id: str = ""
    """Of a paused run."""

    @property
    def steps_completed(self) -> int:
        """Steps that succeeded."""
        return sum(row["status"] == "success" for row in self.results)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A run of this process that waits for the decision on a proposal."""

    run_id: str
    proposal_id: str


class StepHost(Protocol):
    """Runs the steps. Every method may be called again for the same thing after a crash.

    What :meth:`execute` and :meth:`settle` raise becomes the step's error. In the other methods
    :class:`~connector_runtime.errors.StoreUnavailableError` is waited out; whatever else they
    raise breaks the run off, to be taken up by ``resume_failed``.
    """

    async def steps_of(self, run_id: str) -> Plan:
        """The plan of a run, the same each time."""
        ...

    async def execute(self, run_id: str, step: Step, arguments: dict[str, Any]) -> StepResult:
        """Govern and run a step, or propose it. ``arguments`` have no references left.

        A crash between the call and its checkpoint makes the engine ask again: calls carry
        :func:`~connector_runtime.execution.requests.idempotency_key`.
        """
        ...

    async def settle(self, run_id: str, step: Step, proposal_id: str) -> StepResult:
        """What became of a proposal: ``pending``, or its operation's outcome.

        Executes what was approved, unless it was executed before; then, the stored outcome. A
        rejected or expired proposal is an error.
        """
        ...

    async def decided(self, waiting: Sequence[Waiting]) -> Collection[Waiting]:
        """Those that :meth:`settle` would not call pending; asked every second, for all at once."""
        ...

    async def paused(self, run_id: str, pause: Pause) -> None:
        """Record that the run waits."""
        ...

    async def finished(self, run_id: str, status: RunStatus, results: tuple[Row, ...]) -> None:
        """Record the end, ``completed`` or ``failed``; called until it succeeds."""
        ...

    async def state_of(self, run_id: str) -> RunState:
        """What is recorded of the run."""
        ...


def row_of(step: Step, outcome: StepResult) -> Row:
    """The guide's row of a step that ended."""
    row: Row = {"step": step.number, "status": outcome.status}
    if outcome.status == "success":
        row["result"] = outcome.result
    else:
        row |= {"error": outcome.error, "code": outcome.code}
        if outcome.details:
            row["details"] = dict(outcome.details)
    return row | {"connector": step.connector, "operation": step.operation}
