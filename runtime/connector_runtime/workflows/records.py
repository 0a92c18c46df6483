"""Runs as the engine's host: plans and results in the store, steps through the executor."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from connector_runtime.errors import (
    IntegrationNotFoundError,
    NotFoundError,
    ProposalAlreadyDecidedError,
    ProposalExpiredError,
)
from connector_runtime.execution.executor import Executor, is_being_run
from connector_runtime.execution.requests import Answer, Done, Request
from connector_runtime.governance.audit import now_utc
from connector_runtime.governance.proposals import Proposals, Sealer
from connector_runtime.store import proposals as proposal_rows
from connector_runtime.store import runs
from connector_runtime.store.directory import Directory
from connector_runtime.store.store import Store
from connector_runtime.store.tables import Proposal, Run
from connector_runtime.workflows.host import Pause, Row, RunState, RunStatus, StepResult, Waiting
from connector_runtime.workflows.plans import Plan, Step, plan_of

_OPEN = ("pending", "executing")
"""States of a proposal that still change by themselves."""


class _Owner(NamedTuple):
    tenant_id: str
    agent_id: str
    principal_id: str
    workspace_id: str


class RunRecords:
    """Implements :class:`~connector_runtime.workflows.host.StepHost`."""

    def __init__(
        self,
        store: Store,
        sealer: Sealer,
        executor: Executor,
        proposals: Proposals,
        *,
        now: Callable[[], datetime] = now_utc,
    ) -> None:
        self._store = store
        self._directory = Directory(store)
        self._sealer = sealer
        self._executor = executor
        self._proposals = proposals
        self._now = now
        self._owners: dict[str, _Owner] = {}

    async def steps_of(self, run_id: str) -> Plan:
        """The plan of a run."""
        run = await self._store.run(self._run, run_id)
        return plan_of(self._sealer.open_json(run.sealed, *_place(run)))

    async def execute(self, run_id: str, step: Step, arguments: dict[str, Any]) -> StepResult:
        """Run a step, or propose it; what was begun before a crash is taken up."""
        owner, begun = await self._store.run(self._before, run_id, step.number)
        if begun is not None and begun.state in (*_OPEN, "approved"):
            return _waiting(begun.id, begun.expires_at)
        if begun is not None and begun.state == "executed":
            return _result(await self._executor.execute_granted(begun))
        request = Request(
            owner.tenant_id,
            owner.agent_id,
            step.connector,
            step.operation,
            arguments,
            principal_id=owner.principal_id,
            workspace_id=owner.workspace_id,
            run_id=run_id,
            step=step.number,
        )
        try:
            return _result(await self._executor.execute(request))
        except IntegrationNotFoundError:
            # What the guide says of a step; of a single operation it says more.
            raise IntegrationNotFoundError("Integration not found") from None

    async def settle(self, run_id: str, step: Step, proposal_id: str) -> StepResult:
        """What became of a proposal; what is approved is run."""
        owner = await self._store.run(self._owner, run_id)
        proposal = await self._store.run(self._proposals.get, owner.tenant_id, proposal_id)
        if proposal.state in _OPEN:
            return StepResult("pending", proposal_id=proposal_id, expires_at=proposal.expires_at)
        if proposal.state == "expired":
            raise ProposalExpiredError(details={"proposal_id": proposal_id})
        if proposal.state == "rejected":
            raise ProposalAlreadyDecidedError(
                "Proposal rejected", details={"proposal_id": proposal_id, "state": "rejected"}
            )
        try:
            return _result(await self._executor.execute_granted(proposal))
        except ProposalAlreadyDecidedError as error:
            if is_being_run(error):
                return StepResult("pending", proposal_id=proposal_id)
            raise

    async def decided(self, waiting: Sequence[Waiting]) -> Collection[Waiting]:
        """Those whose proposal waits for nobody any more."""
        ids = {each.proposal_id for each in waiting}
        found = await self._store.run(self._directory.decided, ids, self._now())
        return [each for each in waiting if each.proposal_id in found]

    async def paused(self, run_id: str, pause: Pause) -> None:
        """Record that the run waits."""
        await self._change(
            run_id, pause.results, status="paused", step=pause.step, proposal_id=pause.proposal_id
        )

    async def finished(self, run_id: str, status: RunStatus, results: tuple[Row, ...]) -> None:
        """Record the end; of a failed run, also the step that failed."""
        failed = {"step": len(results)} if status == "failed" else {}
        await self._change(run_id, results, status=status, proposal_id=None, **failed)

    async def state_of(self, run_id: str) -> RunState:
        """What is recorded of the run."""
        return self.state(await self._store.run(self._run, run_id))

    def state(self, run: Run) -> RunState:
        """A run's row, as a user sees it."""
        results: list[Row] = []
        if run.results is not None:
            results = self._sealer.open_json(run.results, *_place(run), "results")
        status: Any = run.status
        return RunState(run.id, status, tuple(results), run.proposal_id or "")

    def sealed(self, tenant_id: str, run_id: str, plan: Plan) -> bytes:
        """A plan, for a run's row."""
        return self._sealer.seal_json(plan.document, tenant_id, "run", run_id)

    async def _change(self, run_id: str, results: tuple[Row, ...], **values: Any) -> None:
        def change() -> None:
            run = self._run(run_id)
            sealed = self._sealer.seal_json(list(results), *_place(run), "results")
            with self._store.scope(run.tenant_id) as scope:
                runs.change(scope, run_id, self._now(), results=sealed, **values)

        await self._store.run(change)

    def _run(self, run_id: str) -> Run:
        tenant_id = self._owner(run_id).tenant_id
        with self._store.view(tenant_id) as scope:
            run = runs.run(scope, run_id)
        if run is None:
            raise NotFoundError("Workflow run not found")
        return run

    def _owner(self, run_id: str) -> _Owner:
        owner = self._owners.get(run_id)
        if owner is None:
            tenant_id = self._directory.owner(Run, run_id)
            if tenant_id is None:
                raise NotFoundError("Workflow run not found")
            with self._store.view(tenant_id) as scope:
                run = runs.run(scope, run_id)
            if run is None:
                raise NotFoundError("Workflow run not found")
            owner = _Owner(tenant_id, run.agent_id, run.principal_id or "", "")
            if len(self._owners) > 10_000:
                self._owners.clear()
            self._owners[run_id] = owner
        return owner

    def _before(self, run_id: str, step: int) -> tuple[_Owner, Proposal | None]:
        """Whose run it is, and what its step proposed before a crash."""
        owner = self._owner(run_id)
        with self._store.view(owner.tenant_id) as scope:
            return owner, proposal_rows.of_step(scope, run_id, step)


def _result(answer: Answer) -> StepResult:
    if isinstance(answer, Done):
        return StepResult("success", answer.result)
    return _waiting(answer.proposal_id, answer.expires_at)


def _waiting(proposal_id: str, expires_at: datetime) -> StepResult:
    return StepResult("proposal_created", proposal_id=proposal_id, expires_at=expires_at)


def _place(run: Run) -> tuple[str, ...]:
    return (run.tenant_id, "run", run.id)
