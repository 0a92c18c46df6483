"""Proposals as programs and doors use them: made, approved and run, or rejected."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from connector_runtime.client.errors import ConnectorError
from connector_runtime.errors import PlatformError, envelope
from connector_runtime.execution.executor import Executor
from connector_runtime.execution.requests import Request, envelope_of
from connector_runtime.governance.proposals import Decided, Proposals
from connector_runtime.store.store import Store
from connector_runtime.store.tables import Proposal

Told = Callable[[Proposal], Awaitable[None]]


class ProposalService:
    """Creates proposals, takes decisions, and runs what was approved: once.

    ``told`` is called after each final decision: a run that waits for it goes on.
    """

    def __init__(self, store: Store, proposals: Proposals, executor: Executor, told: Told) -> None:
        self._store = store
        self._proposals = proposals
        self._executor = executor
        self._told = told

    async def create_proposal(
        self,
        tenant_id: str,
        agent_id: str,
        connector_id: str,
        operation_name: str,
        arguments: Mapping[str, Any],
        *,
        principal_id: str = "",
    ) -> dict[str, Any]:
        """Propose an operation that the agent may not run by itself.

        Answers ``{"status": "proposal_created", "proposal_id", "reason"}``; raises
        :class:`PlatformError` where the agent may run it, or may not even propose it.
        """
        proposed = await self._executor.propose(
            Request(
                tenant_id,
                agent_id,
                connector_id,
                operation_name,
                dict(arguments),
                principal_id=principal_id,
            )
        )
        return envelope_of(proposed)

    async def approve_proposal(
        self,
        proposal_id: str,
        tenant_id: str,
        approver_id: str,
        reason: str = "",
        confidence: float | None = None,
    ) -> dict[str, Any]:
        """Approve a proposal, and run it when no other approval is needed.

        Answers ``{"status": "executed", "proposal_id", "result"}``, the same with
        ``"execution_failed"`` and the error, or ``"pending"`` with the kinds of approvers that are
        still ``awaiting``. Raises the errors of :meth:`Proposals.decide` and
        :meth:`execute_proposal`.
        """
        decided = await self._decide(proposal_id, tenant_id, approver_id, True, reason, confidence)
        if decided.state != "approved":
            return {
                "status": decided.state,
                "proposal_id": proposal_id,
                "awaiting": list(decided.awaiting),
            }
        return await self.execute_proposal(proposal_id, tenant_id)

    async def reject_proposal(
        self, proposal_id: str, tenant_id: str, approver_id: str, reason: str = ""
    ) -> dict[str, Any]:
        """Reject a proposal: nothing is run. Raises the errors of :meth:`Proposals.decide`."""
        decided = await self._decide(proposal_id, tenant_id, approver_id, False, reason, None)
        await self._told(await self.proposal(proposal_id, tenant_id))
        return {"status": decided.state, "proposal_id": proposal_id}

    async def execute_proposal(self, proposal_id: str, tenant_id: str) -> dict[str, Any]:
        """Run an approved proposal, where that was not done.

        What keeps it from being run without using its approval up (the plan's quota, missing
        credentials, a connector that is disabled) is raised; it can be asked for again.
        """
        proposal = await self.proposal(proposal_id, tenant_id)
        try:
            done = await self._executor.execute_granted(proposal)
        except (PlatformError, ConnectorError) as error:
            if (await self.proposal(proposal_id, tenant_id)).state in ("approved", "executed"):
                # Not run yet; or run, and its answer cannot be read.
                raise
            await self._told(proposal)
            answer = {**envelope(error), "status": "execution_failed"}
        else:
            await self._told(proposal)
            answer = {"status": "executed", "result": done.result}
        return {"proposal_id": proposal_id, **answer}

    async def proposal(self, proposal_id: str, tenant_id: str) -> Proposal:
        """A proposal. Raises :class:`~connector_runtime.errors.NotFoundError`."""
        return await self._store.run(self._proposals.get, tenant_id, proposal_id)

    async def proposals(
        self, tenant_id: str, *, state: str = "", most: int = 100
    ) -> list[Proposal]:
        """The tenant's proposals, newest first; ``state`` says which."""
        return await self._store.run(self._proposals.listed, tenant_id, state=state, most=most)

    async def _decide(
        self,
        proposal_id: str,
        tenant_id: str,
        approver_id: str,
        approved: bool,
        reason: str,
        confidence: float | None,
    ) -> Decided:
        return await self._store.run(
            self._proposals.decide,
            tenant_id,
            proposal_id,
            approver_id,
            approved=approved,
            reason=reason,
            confidence=confidence,
        )
