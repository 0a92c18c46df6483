"""Every code that a call, a proposal or a workflow can end with: its text, its status, its record."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from connector_runtime.client.mocking.controls import Mock
from connector_runtime.errors import STATUS_OF, PlatformError, envelope
from connector_runtime.platform.entity_skill_executor import EntitySkillExecutor
from connector_runtime.platform.platform import Platform
from tests.runtime.execution.entries import approved
from tests.runtime.platform.deployments import Deployment, add_people, trail

Case = Callable[[Platform], Awaitable[dict[str, Any]]]
CASES: list[Any] = []
BLOCKED, FAILED, SILENT = "blocked", "error", ""
"""What the last audit record says; nothing where no operation was asked for."""


def case(code: str, status: int, record: str, text: str) -> Callable[[Case], Case]:
    """A line of the table of this file."""

    def add(made: Case) -> Case:
        CASES.append(pytest.param(made, code, status, record, text, id=made.__name__))
        return made

    return add


async def run(
    platform: Platform,
    agent: str,
    operation: str,
    arguments: dict[str, Any] | None = None,
    *,
    connector: str = "recording",
    tenant: str = "t",
) -> dict[str, Any]:
    return await EntitySkillExecutor(platform).execute_integration_skill(
        tenant, agent, connector, operation, arguments or {}
    )


async def refused(answer: Awaitable[Any]) -> dict[str, Any]:
    try:
        return {"not refused": await answer}
    except PlatformError as error:
        return envelope(error)


async def proposed(platform: Platform, operation: str = "write") -> str:
    made = await run(platform, "t-intern", operation, {"label": "x"})
    found: str = made["proposal_id"]
    return found


async def vendor(platform: Platform, connector: str = "slack") -> Mock:
    """The tenant's mock of a vendor."""
    platform.connections.set_settings("t", connector, {"mock": True})
    await platform.registry.get_service_instance(connector, "t")
    mock = platform.registry.mock_of(connector, "t")
    assert mock is not None
    return mock


@case("MATURITY_INSUFFICIENT", 400, BLOCKED, "Agent maturity insufficient for this operation")
async def a_student_writes(platform: Platform) -> dict[str, Any]:
    answer = await run(platform, "t-student", "write")
    assert answer["details"]["message"] == (
        "Agent 't-student' not allowed to execute 'recording.write'"
    )
    assert answer["details"]["required_maturity"] == "supervised"
    assert answer["details"]["current_maturity"] == "student"
    return answer


@case("AGENT_INACTIVE", 400, BLOCKED, "Agent is paused")
async def a_paused_agent_reads(platform: Platform) -> dict[str, Any]:
    platform.membership.set_state("t", "t-autonomous", "paused")
    return await run(platform, "t-autonomous", "look")


@case("CROSS_TENANT_ACCESS_DENIED", 400, BLOCKED, "Cross-tenant access denied")
async def an_agent_of_another_tenant(platform: Platform) -> dict[str, Any]:
    return await run(platform, "other-autonomous", "look")


@case("CROSS_TENANT_ACCESS_DENIED", 400, BLOCKED, "Cross-tenant access denied")
async def a_workflow_of_another_tenants_agent(platform: Platform) -> dict[str, Any]:
    steps: list[dict[str, Any]] = [{"connector": "recording", "operation": "look", "args": {}}]
    executor = EntitySkillExecutor(platform)
    return await executor.execute_multi_step_workflow("t", "other-autonomous", steps)


@case("NOT_FOUND", 404, BLOCKED, "Agent not found")
async def an_unknown_agent(platform: Platform) -> dict[str, Any]:
    return await run(platform, "nobody", "look")


@case("NOT_FOUND", 404, SILENT, "Tenant not found")
async def an_unknown_tenant(platform: Platform) -> dict[str, Any]:
    return await run(platform, "t-autonomous", "look", tenant="nowhere")


@case("INTEGRATION_NOT_FOUND", 404, BLOCKED, "Integration not found or not configured")
async def an_unknown_connector(platform: Platform) -> dict[str, Any]:
    return await run(platform, "t-autonomous", "look", connector="x" * 300)


@case("INTEGRATION_NOT_FOUND", 404, BLOCKED, "Integration not found or not configured")
async def a_connector_that_is_not_enabled(platform: Platform) -> dict[str, Any]:
    return await run(platform, "t-autonomous", "get_channels", connector="slack")


@case("CREDENTIALS_MISSING", 400, BLOCKED, "No credentials configured for this integration")
async def a_connector_without_credentials(platform: Platform) -> dict[str, Any]:
    platform.connections.enable("t", "slack")
    answer = await run(platform, "t-autonomous", "get_channels", connector="slack")
    assert answer["details"]["set"]
    return answer


@case("OPERATION_NOT_SUPPORTED", 400, BLOCKED, "Unknown operation: unlisted")
async def an_unknown_operation(platform: Platform) -> dict[str, Any]:
    return await run(platform, "t-autonomous", "unlisted")


@case("OPERATION_NOT_SUPPORTED", 400, BLOCKED, "Unknown operation: \0\ufffd")
async def an_operation_that_no_database_takes(platform: Platform) -> dict[str, Any]:
    return await run(platform, "t-autonomous", "\0\ufffd" + "x" * 500)


@case("VALIDATION_FAILED", 400, BLOCKED, "name: is required")
async def arguments_of_the_wrong_shape(platform: Platform) -> dict[str, Any]:
    answer = await run(platform, "t-supervised", "greet", {"label": "x"})
    assert answer["details"] == {"pointer": "/arguments/name"}
    return answer


@case("VALIDATION_FAILED", 400, SILENT, "Invalid parameters: ")
async def arguments_that_are_no_json(platform: Platform) -> dict[str, Any]:
    return await run(platform, "t-supervised", "write", {"when": {1, 2}})


@case("VALIDATION_FAILED", 400, BLOCKED, "The agent may run this operation without a proposal")
async def a_proposal_that_is_not_needed(platform: Platform) -> dict[str, Any]:
    service = platform.proposals
    return await refused(service.create_proposal("t", "t-supervised", "recording", "write", {}))


@case("RATE_LIMIT_EXCEEDED", 429, BLOCKED, "Rate limit exceeded")
async def more_than_the_plan_allows(platform: Platform) -> dict[str, Any]:
    platform.membership.add_tenant("Small", id="small", operations_per_day=1)
    platform.membership.add_agent("small", "a", id="small-agent")
    platform.connections.enable("small", "recording")
    await run(platform, "small-agent", "look", tenant="small")
    answer = await run(platform, "small-agent", "look", tenant="small")
    assert answer["retry_after"] > 0
    assert answer["details"]["limit"] == 1
    assert answer["details"]["remaining"] == 0
    assert trail(platform, "small")[-1].outcome == "blocked"
    await run(platform, "t-student", "write")  # the record that is looked at is of this tenant
    return answer


@case("UPSTREAM_ERROR", 502, FAILED, "slack.get_channels: ")
async def a_vendor_that_fails(platform: Platform) -> dict[str, Any]:
    (await vendor(platform)).fail("get_channels", status=500)
    return await run(platform, "t-autonomous", "get_channels", connector="slack")


@case("UPSTREAM_RATE_LIMITED", 502, FAILED, "slack.get_channels: ")
async def a_vendor_that_is_busy(platform: Platform) -> dict[str, Any]:
    (await vendor(platform)).fail("get_channels", status=429, retry_after=7)
    answer = await run(platform, "t-autonomous", "get_channels", connector="slack")
    assert answer["retry_after"] == 7
    return answer


@case("NETWORK_ERROR", 502, FAILED, "slack.get_channels: ")
async def a_vendor_that_hangs_up(platform: Platform) -> dict[str, Any]:
    (await vendor(platform)).disconnect("get_channels", times=None)
    return await run(platform, "t-autonomous", "get_channels", connector="slack")


@case("OUTCOME_UNKNOWN", 502, FAILED, "slack.send_message: ")
async def a_write_whose_reply_is_lost(platform: Platform) -> dict[str, Any]:
    (await vendor(platform)).disconnect("send_message", times=None)
    message = {"channel": "#general", "text": "x"}
    return await run(platform, "t-autonomous", "send_message", message, connector="slack")


@case("CIRCUIT_OPEN", 503, FAILED, "slack.get_channels: ")
async def a_vendor_that_has_failed_too_often(platform: Platform) -> dict[str, Any]:
    (await vendor(platform)).fail("get_channels", status=500)
    answer: dict[str, Any] = {}
    for _ in range(12):
        answer = await run(platform, "t-autonomous", "get_channels", connector="slack")
    return answer


@case("DEADLINE_EXCEEDED", 504, FAILED, "recording.slow_look: no answer within")
async def a_read_that_takes_too_long(platform: Platform) -> dict[str, Any]:
    return await run(platform, "t-autonomous", "slow_look", {"seconds": 60})


@case("OUTCOME_UNKNOWN", 502, FAILED, "recording.slow_write: no answer within")
async def a_write_that_takes_too_long(platform: Platform) -> dict[str, Any]:
    return await run(platform, "t-autonomous", "slow_write", {"seconds": 60})


@case("CONNECTOR_ERROR", 500, FAILED, "recording.look: the service failed with ValueError")
async def a_service_with_a_defect(platform: Platform) -> dict[str, Any]:
    return await run(platform, "t-autonomous", "look", {"raises": "sk_live_abcdefgh1234"})


@case("CONNECTOR_ERROR", 500, FAILED, "recording.look: no luck")
async def a_service_that_says_no(platform: Platform) -> dict[str, Any]:
    return await run(platform, "t-autonomous", "look", {"answer": {"error": "no luck"}})


@case("AUDIT_UNAVAILABLE", 503, SILENT, "Audit trail unavailable")
async def an_intent_that_cannot_be_written(platform: Platform) -> dict[str, Any]:
    await run(platform, "t-student", "look")
    with platform.store.writing() as connection:
        # Whatever keeps the trail from being written: here, a trigger.
        connection.exec_driver_sql(
            "CREATE TRIGGER broken BEFORE INSERT ON audit"
            " BEGIN SELECT RAISE(ABORT, 'secret-of-the-database'); END"
        )
    answer = await run(platform, "t-autonomous", "write", {"label": "never"})
    with platform.store.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER broken")
    await run(platform, "t-student", "write")
    return answer


@case("PROPOSAL_EXPIRED", 409, BLOCKED, "Proposal expired")
async def a_proposal_decided_too_late(platform: Platform) -> dict[str, Any]:
    proposal_id = await proposed(platform)
    with platform.store.writing() as connection:
        connection.exec_driver_sql("UPDATE proposals SET expires_at = '2020-01-01 00:00:00.000000'")
    return await refused(platform.proposals.approve_proposal(proposal_id, "t", "t-human"))


@case("PROPOSAL_ALREADY_DECIDED", 409, BLOCKED, "Proposal already decided")
async def a_proposal_decided_twice(platform: Platform) -> dict[str, Any]:
    proposal_id = await proposed(platform)
    await platform.proposals.reject_proposal(proposal_id, "t", "t-human", "no")
    return await refused(platform.proposals.approve_proposal(proposal_id, "t", "t-human"))


@case("SELF_APPROVAL_DENIED", 403, BLOCKED, "Proposer cannot approve their own proposal")
async def an_agent_approves_what_it_proposed(platform: Platform) -> dict[str, Any]:
    proposal_id = await proposed(platform)
    return await refused(platform.proposals.approve_proposal(proposal_id, "t", "t-intern"))


@case("APPROVER_NOT_ALLOWED", 403, BLOCKED, "Approver is not allowed to decide on this proposal")
async def an_approver_who_may_not(platform: Platform) -> dict[str, Any]:
    proposal_id = await proposed(platform)
    return await refused(platform.proposals.approve_proposal(proposal_id, "t", "t-supervised"))


@case("WORKFLOW_CHANGED", 409, BLOCKED, "The operation is not what was approved")
async def an_operation_that_is_not_what_was_approved(platform: Platform) -> dict[str, Any]:
    proposal_id = await proposed(platform)
    with platform.store.writing() as connection:
        connection.exec_driver_sql("UPDATE proposals SET operation_name = 'put'")
    return await approved(platform, "t", proposal_id)


@case("WORKFLOW_CHANGED", 409, SILENT, "No paused or failed run has these steps")
async def a_workflow_with_other_steps(platform: Platform) -> dict[str, Any]:
    executor = EntitySkillExecutor(platform)
    steps: list[dict[str, Any]] = [
        {"connector": "recording", "operation": "write", "args": {"label": "1"}}
    ] * 2
    paused = await executor.execute_multi_step_workflow("t", "t-intern", steps)
    assert paused["status"] == "paused"
    steps[1] = {"connector": "recording", "operation": "write", "args": {"label": "2"}}
    return await executor.execute_multi_step_workflow("t", "t-intern", steps, resume_from_step=2)


@case("VARIABLE_SUBSTITUTION_FAILED", 400, SILENT, "Variable substitution failed")
async def a_reference_to_a_later_step(platform: Platform) -> dict[str, Any]:
    steps: list[dict[str, Any]] = [
        {"connector": "recording", "operation": "look", "args": {"label": "${step_2.id}"}}
    ]
    executor = EntitySkillExecutor(platform)
    return await executor.execute_multi_step_workflow("t", "t-autonomous", steps)


@case("VARIABLE_SUBSTITUTION_FAILED", 400, SILENT, "Variable substitution failed")
async def a_reference_to_a_field_that_is_not_there(platform: Platform) -> dict[str, Any]:
    steps: list[dict[str, Any]] = [
        {"connector": "recording", "operation": "look", "args": {}},
        {"connector": "recording", "operation": "look", "args": {"label": "${step_1.email}"}},
    ]
    executor = EntitySkillExecutor(platform)
    result = await executor.execute_multi_step_workflow("t", "t-autonomous", steps)
    assert (result["status"], result["steps_completed"]) == ("failed", 1)
    failed: dict[str, Any] = result["results"][1]
    return failed


@case("AUTHENTICATION_FAILED", 401, SILENT, "Authentication failed")
async def a_key_that_there_is_not(platform: Platform) -> dict[str, Any]:
    return await refused(asyncio.to_thread(platform.authentication.identity, "ck_12_\0\ud800"))


@case("ACTING_AS_DENIED", 403, SILENT, "Principal may not act as this agent")
async def a_principal_who_is_not_the_agents(platform: Platform) -> dict[str, Any]:
    key = platform.authentication.issue("t", "t-human")
    identity = platform.authentication.identity(key)
    identity.require("t-intern")
    return await refused(asyncio.to_thread(identity.require, "t-autonomous"))


@case("NOT_FOUND", 404, SILENT, "Proposal not found")
async def a_proposal_that_there_is_not(platform: Platform) -> dict[str, Any]:
    return await refused(platform.proposals.approve_proposal("\0", "t", "t-human"))


@pytest.mark.parametrize(("made", "code", "status", "record", "text"), CASES)
def test_refusal(
    made: Case,
    code: str,
    status: int,
    record: str,
    text: str,
    deployment: Deployment,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("connector_runtime.execution.executor._GRACE", 0.02)

    async def main() -> tuple[dict[str, Any], list[Any]]:
        async with deployment.open() as platform:
            add_people(platform)
            add_people(platform, "other")
            return await made(platform), trail(platform)

    answer, records = asyncio.run(main())
    assert (answer["code"], answer["error"][: len(text)]) == (code, text), answer
    assert STATUS_OF.get(code, 500) == status
    assert "sk_live" not in repr(answer)
    assert "secret-of" not in repr(answer)
    if record:
        assert records[-1].outcome == record
        assert "sk_live" not in repr([each.details for each in records])
    assert "never" not in deployment.labels()


def test_an_agent_does_not_bury_its_approvers(deployment: Deployment) -> None:
    async def main() -> tuple[list[dict[str, Any]], list[Any]]:
        async with deployment.open(pending_proposals=2) as platform:
            add_people(platform)
            answers = [await run(platform, "t-intern", "write", {"label": "x"}) for _ in range(3)]
            found = await platform.proposals.proposals("t")
            await platform.proposals.reject_proposal(found[0].id, "t", "t-human")
            answers.append(await run(platform, "t-intern", "write", {"label": "x"}))
            return answers, trail(platform)

    (_, second, third, fourth), records = asyncio.run(main())
    assert second["status"] == fourth["status"] == "proposal_created"
    assert (third["code"], third["error"]) == (
        "PROPOSAL_REQUIRED",
        "Intern agent requires human approval",
    )
    assert third["details"] == {"pending_proposals": 2}
    assert [each.outcome for each in records[-4:]] == ["proposed", "blocked", "success", "proposed"]
