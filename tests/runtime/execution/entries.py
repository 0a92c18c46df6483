"""Every way in which an agent's operation can reach a vendor: a new one is a line of ENTRIES."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import httpx

from connector_runtime.client.errors import ConnectorError
from connector_runtime.connectors.keys import KeyRing
from connector_runtime.connectors.vault import Vault
from connector_runtime.errors import PlatformError, envelope
from connector_runtime.governance.proposals import Proposals
from connector_runtime.platform.entity_skill_executor import EntitySkillExecutor
from connector_runtime.platform.platform import Platform
from connector_runtime.server.app import create_app
from tests.runtime.platform.deployments import KEY


@dataclass
class Attempt:
    """An agent that wants to run an operation of the recording service.

    Where somebody decides before it is run, ``meanwhile`` happens after the proposal was made.
    """

    tenant: str
    agent: str
    operation: str
    arguments: dict[str, Any] = field(default_factory=dict[str, Any])
    meanwhile: Callable[[], None] = lambda: None

    @property
    def steps(self) -> list[dict[str, Any]]:
        """It as a workflow."""
        step = {"connector": "recording", "operation": self.operation, "args": self.arguments}
        return [step]


Entry = Callable[[Platform, Attempt], Coroutine[Any, Any, dict[str, Any]]]


async def single_call(platform: Platform, attempt: Attempt) -> dict[str, Any]:
    """``execute_integration_skill``."""
    return await EntitySkillExecutor(platform).execute_integration_skill(
        attempt.tenant, attempt.agent, "recording", attempt.operation, attempt.arguments
    )


async def proposal(platform: Platform, attempt: Attempt) -> dict[str, Any]:
    """``create_proposal``: nothing may reach the vendor here."""
    return await _told(
        platform.proposals.create_proposal(
            attempt.tenant, attempt.agent, "recording", attempt.operation, attempt.arguments
        )
    )


async def workflow_step(platform: Platform, attempt: Attempt) -> dict[str, Any]:
    """``execute_multi_step_workflow``."""
    return await EntitySkillExecutor(platform).execute_multi_step_workflow(
        attempt.tenant, attempt.agent, attempt.steps
    )


async def approval(platform: Platform, attempt: Attempt) -> dict[str, Any]:
    """A proposal that is approved, by an agent and a person."""
    made = await single_call(platform, attempt)
    if made["status"] != "proposal_created":
        return made
    attempt.meanwhile()
    return await approved(platform, attempt.tenant, made["proposal_id"])


async def resume(platform: Platform, attempt: Attempt) -> dict[str, Any]:
    """A workflow that pauses; its proposal is decided on, and the workflow resumed."""
    paused = await workflow_step(platform, attempt)
    if paused["status"] != "paused":
        return paused
    attempt.meanwhile()
    decide(platform, attempt.tenant, paused["proposal_id"])
    return await EntitySkillExecutor(platform).execute_multi_step_workflow(
        attempt.tenant,
        attempt.agent,
        attempt.steps,
        resume_from_step=1,
        workflow_id=paused["workflow_id"],
    )


async def http_call(platform: Platform, attempt: Attempt) -> dict[str, Any]:
    """``POST /api/agent/integration/execute``."""
    body = {
        "connector_id": "recording",
        "operation_name": attempt.operation,
        "arguments": attempt.arguments,
        "agent_id": attempt.agent,
    }
    return await _posted(platform, attempt, "execute", body)


async def http_workflow(platform: Platform, attempt: Attempt) -> dict[str, Any]:
    """``POST /api/agent/integration/workflow``."""
    body = {"workflow_steps": attempt.steps, "agent_id": attempt.agent}
    return await _posted(platform, attempt, "workflow", body)


async def _posted(
    platform: Platform, attempt: Attempt, route: str, body: dict[str, Any]
) -> dict[str, Any]:
    """The answer to a principal that may act as the agent."""
    principal = platform.membership.add_principal(
        attempt.tenant, "Door", kind="service", agents=[attempt.agent]
    )
    key = platform.authentication.issue(attempt.tenant, principal)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(create_app(platform)),
        base_url="http://door",
        headers={"Authorization": f"Bearer {key}"},
    ) as client:
        answer = await client.post(f"/api/agent/integration/{route}", json=body)
        told: dict[str, Any] = answer.json()
        return told


ENTRIES: dict[str, Entry] = {
    "single call": single_call,
    "HTTP call": http_call,
    "HTTP workflow": http_workflow,
    "proposal": proposal,
    "workflow step": workflow_step,
    "approval": approval,
    "resume": resume,
}


def approvers(tenant: str) -> tuple[str, str]:
    """One of each kind."""
    return f"{tenant}-autonomous", f"{tenant}-human"


def decide(platform: Platform, tenant: str, proposal_id: str) -> None:
    """Approve, and leave it to somebody else to run it: what is left of a process that died there."""
    decisions = Proposals(platform.store, platform.audit, Vault(KeyRing([KEY])))
    for approver in approvers(tenant):
        if decisions.decide(tenant, proposal_id, approver, approved=True).state == "approved":
            break


async def approved(platform: Platform, tenant: str, proposal_id: str) -> dict[str, Any]:
    """The answer to the last approval that is needed."""
    answer: dict[str, Any] = {}
    for approver in approvers(tenant):
        answer = await _told(
            platform.proposals.approve_proposal(proposal_id, tenant, approver, "fine", 0.9)
        )
        if answer["status"] != "pending":
            break
    return answer


async def _told(answer: Awaitable[dict[str, Any]]) -> dict[str, Any]:
    try:
        return await answer
    except (PlatformError, ConnectorError) as error:
        return envelope(error)


async def until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait for something that happens elsewhere."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)
