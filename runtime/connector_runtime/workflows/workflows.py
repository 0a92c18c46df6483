"""Workflows as programs and doors use them: started, and resumed where they stopped."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import uuid4

from connector_runtime.errors import (
    ArgumentsInvalidError,
    CrossTenantAccessDeniedError,
    NotFoundError,
    PlatformError,
    WorkflowChangedError,
)
from connector_runtime.execution.entries import blocked
from connector_runtime.execution.requests import Request
from connector_runtime.governance.absence import Absence
from connector_runtime.governance.agents import Agents
from connector_runtime.governance.audit import AuditService, now_utc
from connector_runtime.store import proposals as proposal_rows
from connector_runtime.store import runs
from connector_runtime.store.directory import Directory
from connector_runtime.store.store import Store
from connector_runtime.store.tables import Proposal, Run
from connector_runtime.workflows.engine import WorkflowEngine
from connector_runtime.workflows.host import RunState
from connector_runtime.workflows.plans import Plan, plan_of
from connector_runtime.workflows.records import RunRecords


class Workflows:
    """Runs workflows of several operations under governance, durably."""

    def __init__(
        self,
        store: Store,
        audit: AuditService,
        agents: Agents,
        records: RunRecords,
        engine: WorkflowEngine,
        *,
        now: Callable[[], datetime] = now_utc,
    ) -> None:
        self._store = store
        self._directory = Directory(store)
        self._audit = audit
        self._absence = Absence(store, audit)
        self._agents = agents
        self._records = records
        self._engine = engine
        self._now = now

    async def start(
        self, tenant_id: str, agent_id: str, workflow_steps: object, principal_id: str = ""
    ) -> dict[str, Any]:
        """Run the steps, until they are done, one fails, or one needs an approval.

        Raises :class:`PlatformError` before the first step, where the steps are no plan or the agent
        is not the tenant's.
        """
        plan = plan_of(workflow_steps)
        run_id = str(uuid4())
        await self._store.run(self._add, tenant_id, agent_id, principal_id, run_id, plan)
        return _body(await self._engine.run(run_id), plan)

    async def resume(
        self,
        tenant_id: str,
        agent_id: str,
        workflow_steps: object,
        from_step: int,
        workflow_id: str = "",
    ) -> dict[str, Any]:
        """Go on with a paused or failed run at the step where it stopped.

        Without ``workflow_id`` it is the one run of the agent with these steps that stopped there.
        Raises :class:`WorkflowChangedError` for other steps or another number, and
        :class:`NotFoundError` where there is no such run.
        """
        plan = plan_of(workflow_steps)
        run = await self._store.run(self._found, tenant_id, agent_id, plan, workflow_id)
        if run.step != from_step:
            raise WorkflowChangedError(
                details={"workflow_id": run.id, "resume_from_step": run.step}
            )
        if run.status == "failed":
            await self._store.run(self._restart, tenant_id, run.id)
            await self._engine.resume_failed(run.id, run.step)
            return _body(await self._engine.wait(run.id), plan)
        return _body(await self._past_pause(tenant_id, run), plan)

    async def told(self, proposal: Proposal) -> None:
        """A proposal was decided: the run that waits for it goes on."""
        if proposal.run_id and proposal.step:
            self._engine.wake(proposal.run_id, proposal.step, proposal.id)

    async def state(self, tenant_id: str, workflow_id: str) -> dict[str, Any]:
        """Where a run is. Raises :class:`NotFoundError`."""
        run = await self._store.run(self._run, tenant_id, workflow_id)
        return _described(self._records.state(run), run.total_steps)

    async def listed(self, tenant_id: str, *, status: str = "", most: int = 100) -> list[Run]:
        """The tenant's runs, newest first."""

        def read() -> list[Run]:
            with self._store.view(tenant_id) as scope:
                return runs.listed(scope, status=status, most=most)

        return await self._store.run(read)

    async def launch(self) -> None:
        """Take up the runs that a process before left unfinished, or recorded and never began."""
        await self._engine.launch()
        for run_id in await self._store.run(self._directory.running):
            # One that goes on already, here or elsewhere, is left alone; one that broke off, too.
            with suppress(WorkflowChangedError):
                await self._engine.begin(run_id)

    async def are_unfinished(self) -> bool:
        """Whether there are runs that :meth:`launch` would take up, or that wait for a decision."""
        return await self._store.run(self._directory.has_unfinished_runs)

    async def stop(self) -> None:
        """Let steps that are being run end; what is not finished goes on after the next launch."""
        await self._engine.stop()

    async def _past_pause(self, tenant_id: str, run: Run) -> RunState:
        state = self._records.state(run)
        if run.status != "paused":
            return await self._gone_on(run)
        await self._engine.launch()
        waits = await self._store.run(self._is_pending, tenant_id, state.proposal_id)
        if waits:
            return state
        self._engine.wake(run.id, run.step, state.proposal_id)
        return await self._engine.wait(run.id, past=state.proposal_id)

    async def _gone_on(self, run: Run) -> RunState:
        """A run that went on by itself; one that broke off when it was to be resumed is resumed."""
        try:
            return await self._engine.wait(run.id)
        except WorkflowChangedError:
            await self._engine.resume_failed(run.id, run.step)
            return await self._engine.wait(run.id)

    def _add(
        self, tenant_id: str, agent_id: str, principal_id: str, run_id: str, plan: Plan
    ) -> None:
        self._check_agent(tenant_id, agent_id)
        now = self._now()
        with self._store.scope(tenant_id) as scope:
            scope.session.add(
                Run(
                    id=run_id,
                    tenant_id=tenant_id,
                    agent_id=agent_id,
                    principal_id=principal_id or None,
                    sealed=self._records.sealed(tenant_id, run_id, plan),
                    digest=plan.digest,
                    status="running",
                    total_steps=len(plan.steps),
                    step=1,
                    created_at=now,
                    updated_at=now,
                )
            )

    def _restart(self, tenant_id: str, run_id: str) -> None:
        with self._store.scope(tenant_id) as scope:
            runs.change(scope, run_id, self._now(), status="running", proposal_id=None)

    def _found(self, tenant_id: str, agent_id: str, plan: Plan, workflow_id: str) -> Run:
        self._check_agent(tenant_id, agent_id)
        if workflow_id:
            run = self._run(tenant_id, workflow_id)
            if run.agent_id != agent_id:
                raise NotFoundError("Workflow run not found")
            if run.digest != plan.digest:
                raise WorkflowChangedError(details={"workflow_id": run.id})
            return run
        with self._store.view(tenant_id) as scope:
            candidates = runs.with_steps(scope, agent_id, plan.digest)
            others = runs.stopped(scope, agent_id)
        stopped = [run for run in candidates if run.status in ("paused", "failed")]
        if len(stopped) > 1:
            raise ArgumentsInvalidError(
                "Several runs of these steps can be resumed: say which by workflow_id",
                details={"workflow_ids": [run.id for run in stopped]},
            )
        if stopped:
            return stopped[0]
        if candidates:
            # It went on by itself when its proposal was approved.
            return candidates[0]
        raise _none_like_it(others)

    def _check_agent(self, tenant_id: str, agent_id: str) -> None:
        try:
            self._agents.facts(tenant_id, agent_id)
        except (CrossTenantAccessDeniedError, NotFoundError) as error:
            if self._directory.tenant(tenant_id) is not None:
                request = Request(tenant_id, agent_id, "", "workflow")
                self._audit.record(tenant_id, blocked(request, error))
            raise

    def _run(self, tenant_id: str, workflow_id: str) -> Run:
        with self._store.view(tenant_id) as scope:
            run = runs.run(scope, workflow_id)
        if run is not None:
            return run
        raise self._absence.error(tenant_id, Run, workflow_id, "Workflow run not found")

    def _is_pending(self, tenant_id: str, proposal_id: str) -> bool:
        with self._store.view(tenant_id) as scope:
            proposal = proposal_rows.proposal(scope, proposal_id)
            return (
                proposal is not None
                and proposal.state == "pending"
                and proposal.expires_at > self._now()
            )


def _none_like_it(others: int) -> PlatformError:
    if others:
        return WorkflowChangedError("No paused or failed run has these steps")
    return NotFoundError("No paused or failed run to resume")


def _body(state: RunState, plan: Plan) -> dict[str, Any]:
    return _described(state, len(plan.steps))


def _described(state: RunState, total: int) -> dict[str, Any]:
    """The guide's body of a run."""
    body: dict[str, Any] = {
        "workflow_id": state.run_id,
        "status": state.status,
        "steps_completed": state.steps_completed,
        "total_steps": total,
        "results": list(state.results),
    }
    if state.status == "paused":
        body["proposal_id"] = state.proposal_id
    return body
