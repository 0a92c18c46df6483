"""The guide's six examples as they are printed there, on mocks that answer as it prints."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, cast

import pytest

from connector_runtime import Platform, get_entity_skill_executor, use_platform
from tests.runtime.platform.deployments import Deployment, trail

ACCOUNT = {
    "Id": "001xx000003",
    "Name": "Acme Corp",
    "BillingState": "CA",
    "Type": "Customer",
    "attributes": {"type": "Account", "url": "/services/data/v60.0/sobjects/Account/001xx000003"},
}
Example = Callable[[Platform], Awaitable[None]]


@asynccontextmanager
async def as_in_the_guide(deployment: Deployment) -> AsyncGenerator[Platform]:
    """The tenant, the agents and the vendors of the guide."""
    async with deployment.open() as platform:
        use_platform(platform)
        try:
            await _set_up(platform)
            yield platform
        finally:
            use_platform(None)


async def _set_up(platform: Platform) -> None:
    members, tenant = platform.membership, "tenant-123"
    members.add_tenant("Tenant", id=tenant, plan="team")
    for maturity, number in (("student", 456), ("intern", 789), ("supervised", 456)):
        members.add_agent(tenant, maturity, id=f"{maturity}-agent-{number}", maturity=maturity)
    for each in ("autonomous-agent-999", "autonomous-supervisor-id"):
        members.add_agent(tenant, each, id=each, maturity="autonomous")
    for connector in ("salesforce", "slack", "hubspot"):
        platform.connections.set_settings(tenant, connector, {"mock": True})
        await platform.registry.get_service_instance(connector, tenant)
    salesforce = platform.registry.mock_of("salesforce", tenant)
    slack = platform.registry.mock_of("slack", tenant)
    hubspot = platform.registry.mock_of("hubspot", tenant)
    assert salesforce is not None
    assert slack is not None
    assert hubspot is not None
    salesforce.stub("get_account", ACCOUNT, checked=False)
    lead: dict[str, Any] = {"id": "003xx000001", "success": True, "errors": []}
    salesforce.stub("create_lead", lead, checked=False)
    sent = {"ok": True, "channel": "#general", "ts": "123456"}
    slack.stub("send_message", sent, checked=False)
    deal: dict[str, Any] = {"id": "deal-789", "properties": {}, "createdAt": "2026-03-28T10:00:00Z"}
    hubspot.stub("create_deal", deal, checked=False)


def run(example: Example, deployment: Deployment) -> None:
    async def main() -> None:
        async with as_in_the_guide(deployment) as platform:
            await example(platform)

    asyncio.run(main())


def printed(result: dict[str, Any], expected: dict[str, Any]) -> bool:
    """Whether a result has all that the guide prints; it may have more."""
    return _has(result, expected)


def _has(value: Any, expected: Any) -> bool:
    if isinstance(expected, dict):
        members = cast("dict[str, Any]", expected)
        return all(key in value and _has(value[key], each) for key, each in members.items())
    if isinstance(expected, list):
        items = cast("list[Any]", expected)
        return len(value) == len(items) and all(map(_has, value, items))
    return bool(value == expected)


def test_example_1_student_reads_a_salesforce_account(
    deployment: Deployment, capsys: pytest.CaptureFixture[str]
) -> None:
    async def example(platform: Platform) -> None:
        executor = get_entity_skill_executor()

        # Student agent can read
        result = await executor.execute_integration_skill(
            tenant_id="tenant-123",
            agent_id="student-agent-456",
            connector_id="salesforce",
            operation_name="get_account",
            arguments={"id": "001xx000003"},
        )

        # Returns: {"status": "success", "result": {...}}
        print(f"Account: {result['result']['name']}")
        assert result == {
            "status": "success",
            "result": {
                "id": "001xx000003",
                "name": "Acme Corp",
                "billing_state": "CA",
                "type": "Customer",
            },
        }

    run(example, deployment)
    assert capsys.readouterr().out == "Account: Acme Corp\n"


def test_example_2_intern_creates_a_proposal(
    deployment: Deployment, capsys: pytest.CaptureFixture[str]
) -> None:
    async def example(platform: Platform) -> None:
        executor = get_entity_skill_executor()

        # Intern agent creates proposal for write
        result = await executor.execute_integration_skill(
            tenant_id="tenant-123",
            agent_id="intern-agent-789",
            connector_id="slack",
            operation_name="send_message",
            arguments={"channel": "#general", "text": "Hello from intern agent"},
        )

        # Returns: {"status": "proposal_created", "proposal_id": "..."}
        print(f"Proposal {result['proposal_id']} pending approval")
        assert result == {
            "status": "proposal_created",
            "proposal_id": result["proposal_id"],
            "reason": "Intern agent requires human approval",
        }
        assert await _sent(platform) == 0

        # Option 2: Approve manually
        proposal_service, tenant_id = platform.proposals, "tenant-123"
        approved = await proposal_service.approve_proposal(
            proposal_id=result["proposal_id"],
            tenant_id=tenant_id,
            approver_id="autonomous-supervisor-id",
            reason="Approved operation",
            confidence=0.9,
        )
        assert approved["status"] == "executed"
        assert approved["result"]["message_id"] == "123456"
        assert await _sent(platform) == 1

    run(example, deployment)
    assert capsys.readouterr().out.endswith(" pending approval\n")


async def _sent(platform: Platform) -> int:
    mock = platform.registry.mock_of("slack", "tenant-123")
    assert mock is not None
    return sum(call.operation == "send_message" for call in mock.calls)


def test_example_3_supervised_executes_a_write(
    deployment: Deployment, capsys: pytest.CaptureFixture[str]
) -> None:
    async def example(platform: Platform) -> None:
        executor = get_entity_skill_executor()

        # Supervised agent can write
        result = await executor.execute_integration_skill(
            tenant_id="tenant-123",
            agent_id="supervised-agent-456",
            connector_id="salesforce",
            operation_name="create_lead",
            arguments={
                "first_name": "John",
                "last_name": "Doe",
                "email": "john.doe@example.com",
                "company": "Acme Corp",
            },
        )

        # Returns: {"status": "success", "result": {...}}
        print(f"Lead created: {result['result']['lead_id']}")
        moment = result["result"].pop("timestamp")
        assert moment.endswith("Z")
        assert result == {
            "status": "success",
            "result": {"lead_id": "003xx000001", "created": True},
        }
        written = trail(platform, "tenant-123")[-2:]
        assert [record.kind for record in written] == ["intent", "outcome"]
        assert "John" not in repr([record.details for record in written])

    run(example, deployment)
    assert capsys.readouterr().out == "Lead created: 003xx000001\n"


def test_example_4_autonomous_executes_a_delete(
    deployment: Deployment, capsys: pytest.CaptureFixture[str]
) -> None:
    async def example(platform: Platform) -> None:
        executor = get_entity_skill_executor()

        # Autonomous agent can delete
        result = await executor.execute_integration_skill(
            tenant_id="tenant-123",
            agent_id="autonomous-agent-999",
            connector_id="salesforce",
            operation_name="delete_lead",
            arguments={"id": "003xx000001"},
        )

        # Returns: {"status": "success", "result": {...}}
        print("Lead deleted")
        assert result == {
            "status": "success",
            "result": {"deleted": True, "lead_id": "003xx000001"},
        }

    run(example, deployment)
    assert capsys.readouterr().out == "Lead deleted\n"


def test_example_5_multi_step_workflow_with_variable_substitution(deployment: Deployment) -> None:
    async def example(platform: Platform) -> None:
        executor = get_entity_skill_executor()

        # Workflow: Read account → Notify → Create deal
        result = await executor.execute_multi_step_workflow(
            tenant_id="tenant-123",
            agent_id="supervised-agent-456",
            workflow_steps=[
                {
                    "connector": "salesforce",
                    "operation": "get_account",
                    "args": {"id": "001xx000003"},
                },
                {
                    "connector": "slack",
                    "operation": "send_message",
                    "args": {
                        "channel": "#sales",
                        "text": "Account: ${step_1.name} (${step_1.billing_state})",
                    },
                },
                {
                    "connector": "hubspot",
                    "operation": "create_deal",
                    "args": {
                        "deal_name": "${step_1.name}",
                        "amount": 50000,
                        "stage": "prospecting",
                    },
                },
            ],
        )

        # Returns: {"status": "completed", "steps_completed": 3}
        print(f"Workflow {result['workflow_id']} completed")
        account = {"id": "001xx000003", "name": "Acme Corp", "billing_state": "CA"}
        expected = {
            "status": "completed",
            "steps_completed": 3,
            "total_steps": 3,
            "results": [
                {"step": 1, "status": "success", "result": account},
                {"step": 2, "status": "success", "result": {"message_id": "123456"}},
                {"step": 3, "status": "success", "result": {"deal_id": "deal-789"}},
            ],
        }
        assert printed(result, expected), result
        slack = platform.registry.mock_of("slack", "tenant-123")
        hubspot = platform.registry.mock_of("hubspot", "tenant-123")
        assert slack is not None
        assert hubspot is not None
        assert slack.calls[-1].arguments["text"] == "Account: Acme Corp (CA)"
        assert hubspot.calls[-1].arguments["properties"]["dealname"] == "Acme Corp"

    run(example, deployment)


def test_example_6_intern_workflow_with_proposal_pause(deployment: Deployment) -> None:
    steps = [
        {"connector": "salesforce", "operation": "get_account", "args": {"id": "001xx000003"}},
        {
            "connector": "slack",
            "operation": "send_message",
            "args": {"channel": "#sales", "text": "Account: ${step_1.name}"},
        },
    ]
    first = {
        "step": 1,
        "status": "success",
        "result": {"id": "001xx000003", "name": "Acme Corp"},
    }

    async def example(platform: Platform) -> None:
        executor = get_entity_skill_executor()

        # Intern workflow pauses at write operation
        result = await executor.execute_multi_step_workflow(
            tenant_id="tenant-123", agent_id="intern-agent-789", workflow_steps=steps
        )

        # Returns: {"status": "paused", "steps_completed": 1, "proposal_id": "..."}
        assert result["status"] == "paused", result
        print("Workflow paused at step 2")
        print(f"Proposal {result['proposal_id']} pending approval")
        paused = {"status": "paused", "steps_completed": 1, "total_steps": 2, "results": [first]}
        assert printed(result, paused), result

        await platform.proposals.approve_proposal(
            result["proposal_id"], "tenant-123", "autonomous-supervisor-id", "fine", 0.9
        )

        # Resume from step 2
        again = await executor.execute_multi_step_workflow(
            tenant_id="tenant-123",
            agent_id="intern-agent-789",
            workflow_steps=steps,  # Same steps
            resume_from_step=2,
        )

        # Returns: {"status": "completed", "steps_completed": 2}
        second = {"step": 2, "status": "success", "result": {"message_id": "123456"}}
        done = {
            "workflow_id": result["workflow_id"],
            "status": "completed",
            "steps_completed": 2,
            "total_steps": 2,
            "results": [first, second],
        }
        assert printed(again, done), again
        assert await _sent(platform) == 1

    run(example, deployment)
