"""Proposals: every state, who may decide, and that what is run is what was approved."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from connector_runtime.errors import (
    ApproverNotAllowedError,
    ArgumentsInvalidError,
    IntegrationNotFoundError,
    MaturityInsufficientError,
    PlatformError,
    ProposalAlreadyDecidedError,
    ProposalExpiredError,
    RateLimitExceededError,
    SelfApprovalDeniedError,
)
from connector_runtime.platform.platform import Platform
from tests.runtime.platform.deployments import Deployment, add_people, trail

Scenario = Callable[[Platform], Awaitable[None]]


def play(deployment: Deployment, scenario: Scenario, **given: Any) -> None:
    async def main() -> None:
        async with deployment.open(**given) as platform:
            if not platform.membership.tenants():
                add_people(platform)
                add_people(platform, "other")
            await scenario(platform)

    asyncio.run(main())


async def propose(platform: Platform, operation: str = "write", **arguments: Any) -> str:
    made = await platform.proposals.create_proposal(
        "t", "t-intern", "recording", operation, {"label": operation, **arguments}
    )
    assert made["reason"] == "Intern agent requires human approval"
    proposal_id: str = made["proposal_id"]
    return proposal_id


async def approve(platform: Platform, proposal_id: str, approver: str = "t-human") -> Any:
    return await platform.proposals.approve_proposal(proposal_id, "t", approver, "fine", 0.9)


async def state(platform: Platform, proposal_id: str) -> str:
    return (await platform.proposals.proposal(proposal_id, "t")).state


def test_what_is_approved_is_run_once_and_its_answer_kept(deployment: Deployment) -> None:
    async def scenario(platform: Platform) -> None:
        proposal_id = await propose(platform, answer={"status": "success", "n": 1})
        assert await state(platform, proposal_id) == "pending"
        answer = await approve(platform, proposal_id)
        expected = {
            "proposal_id": proposal_id,
            "status": "executed",
            "result": {"status": "success", "n": 1},
        }
        assert answer == expected
        assert await platform.proposals.execute_proposal(proposal_id, "t") == expected
        assert await state(platform, proposal_id) == "executed"
        with pytest.raises(ProposalAlreadyDecidedError) as caught:
            await approve(platform, proposal_id)
        assert caught.value.details == {"state": "executed"}
        with pytest.raises(ProposalAlreadyDecidedError):
            await platform.proposals.reject_proposal(proposal_id, "t", "t-human", "too late")
        (call,) = deployment.calls()
        assert call["context"]["tenant_id"] == "t"
        assert call["context"]["agent_id"] == "t-intern"

    play(deployment, scenario)


def test_what_fails_is_not_run_again(deployment: Deployment) -> None:
    async def scenario(platform: Platform) -> None:
        cases: list[tuple[dict[str, Any], str, str]] = [
            ({"answer": {"error": "no luck"}}, "CONNECTOR_ERROR", "execution_failed"),
            ({"raises": "secret words"}, "OUTCOME_UNKNOWN", "outcome_unknown"),
        ]
        for arguments, code, left in cases:
            proposal_id = await propose(platform, **arguments)
            answer = await approve(platform, proposal_id)
            assert (answer["status"], answer["code"]) == ("execution_failed", code)
            assert "secret words" not in repr(answer)
            assert await state(platform, proposal_id) == left
            again = await platform.proposals.execute_proposal(proposal_id, "t")
            assert again["status"] == "execution_failed"
        assert len(deployment.calls()) == 2

    play(deployment, scenario)


def test_a_rejection_is_final(deployment: Deployment) -> None:
    async def scenario(platform: Platform) -> None:
        proposal_id = await propose(platform)
        answer = await platform.proposals.reject_proposal(
            proposal_id, "t", "t-autonomous", "token=abcdefgh12345678 is wrong"
        )
        assert answer == {"status": "rejected", "proposal_id": proposal_id}
        with pytest.raises(ProposalAlreadyDecidedError):
            await approve(platform, proposal_id)
        answer = await platform.proposals.execute_proposal(proposal_id, "t")
        assert answer["error"] == "Proposal is rejected"
        assert trail(platform)[-1].outcome == "blocked"

    play(deployment, scenario)
    assert deployment.calls() == []
    assert b"abcdefgh12345678" not in (deployment.folder / "connectors.db").read_bytes()


def test_a_proposal_expires(deployment: Deployment) -> None:
    async def scenario(platform: Platform) -> None:
        proposal_id = await propose(platform)
        assert [each.id for each in await platform.proposals.proposals("t", state="expired")] == [
            proposal_id
        ]
        with pytest.raises(ProposalExpiredError):
            await approve(platform, proposal_id)
        assert await state(platform, proposal_id) == "expired"

    play(deployment, scenario, proposal_lifetime=timedelta(0))
    assert deployment.calls() == []


@pytest.mark.parametrize("order", [("t-human", "t-autonomous"), ("t-autonomous", "t-human")])
def test_what_is_critical_needs_a_person_and_an_agent(
    deployment: Deployment, order: tuple[str, str]
) -> None:
    async def scenario(platform: Platform) -> None:
        platform.membership.add_agent("t", "second", id="second", maturity="autonomous")
        proposal_id = await propose(platform, "destroy")
        kinds = {"t-human": "human", "t-autonomous": "agent"}
        answer = await approve(platform, proposal_id, order[0])
        assert (answer["status"], answer["awaiting"]) == ("pending", [kinds[order[1]]])
        with pytest.raises(ProposalAlreadyDecidedError):
            await approve(platform, proposal_id, order[0])
        assert (await approve(platform, proposal_id, "second"))["status"] == (
            "executed" if order[0] == "t-human" else "pending"
        )
        if order[0] == "t-autonomous":
            assert (await approve(platform, proposal_id, "t-human"))["status"] == "executed"
        assert deployment.labels() == ["destroy"]

    play(deployment, scenario)


def test_who_may_not_approve(deployment: Deployment) -> None:
    async def scenario(platform: Platform) -> None:
        platform.membership.add_agent("t", "tired", id="tired", maturity="autonomous")
        platform.membership.set_state("t", "tired", "paused")
        proposal_id = await propose(platform)
        others = "t-student", "t-supervised", "tired", "t-service", "nobody", "\0", ""
        foreigners = "other-autonomous", "other-human"
        for approver in (*others, *foreigners):
            for decide in (platform.proposals.approve_proposal, platform.proposals.reject_proposal):
                with pytest.raises(ApproverNotAllowedError):
                    await decide(proposal_id, "t", approver)
        with pytest.raises(SelfApprovalDeniedError):
            await approve(platform, proposal_id, "t-intern")
        assert await state(platform, proposal_id) == "pending"
        blocked = [each for each in trail(platform) if each.outcome == "blocked"]
        assert len(blocked) == 2 * len((*others, *foreigners)) + 1

    play(deployment, scenario)
    assert deployment.calls() == []


def test_neither_the_agent_nor_its_principal_approves(deployment: Deployment) -> None:
    async def scenario(platform: Platform) -> None:
        made = await platform.proposals.create_proposal(
            "t", "t-intern", "recording", "write", {}, principal_id="t-human"
        )
        for approver in ("t-human", "t-intern"):
            platform.membership.set_maturity("t", "t-intern", "autonomous")
            with pytest.raises(SelfApprovalDeniedError):
                await approve(platform, made["proposal_id"], approver)
        answer = await approve(platform, made["proposal_id"], "t-autonomous")
        assert answer["status"] == "executed"

    play(deployment, scenario)


@pytest.mark.parametrize(
    ("agent", "operation", "kind"),
    [
        ("t-student", "write", MaturityInsufficientError),
        ("t-supervised", "destroy", MaturityInsufficientError),
        ("t-supervised", "write", ArgumentsInvalidError),
        ("t-intern", "look", ArgumentsInvalidError),
        ("t-autonomous", "destroy", ArgumentsInvalidError),
    ],
)
def test_only_who_must_ask_proposes(
    deployment: Deployment, agent: str, operation: str, kind: type[PlatformError]
) -> None:
    async def scenario(platform: Platform) -> None:
        with pytest.raises(kind):
            await platform.proposals.create_proposal("t", agent, "recording", operation, {})
        assert await platform.proposals.proposals("t") == []
        assert trail(platform)[-1].outcome == "blocked"

    play(deployment, scenario)


def test_an_agent_that_is_paused_meanwhile_runs_nothing(deployment: Deployment) -> None:
    async def scenario(platform: Platform) -> None:
        proposal_id = await propose(platform)
        platform.membership.set_state("t", "t-intern", "paused")
        answer = await approve(platform, proposal_id)
        assert (answer["status"], answer["code"]) == ("execution_failed", "AGENT_INACTIVE")
        platform.membership.set_state("t", "t-intern", "active")
        again = await platform.proposals.execute_proposal(proposal_id, "t")
        assert again["status"] == "execution_failed"
        assert await state(platform, proposal_id) == "execution_failed"

    play(deployment, scenario)
    assert deployment.calls() == []


def test_an_operation_that_changed_meanwhile_is_not_run(deployment: Deployment) -> None:
    proposals: list[str] = []

    async def before(platform: Platform) -> None:
        proposals.append(await propose(platform))

    async def after(platform: Platform) -> None:
        answer = await approve(platform, proposals[0])
        assert (answer["status"], answer["code"]) == ("execution_failed", "WORKFLOW_CHANGED")
        assert trail(platform)[-1].reason.startswith("WORKFLOW_CHANGED: ")

    play(deployment, before)
    file = deployment.folder / "integrations" / "recording_service.py"
    file.write_text(file.read_text().replace('listed("write", 3)', 'listed("write", 3, added=1)'))
    moved = deployment.folder / "later"
    (deployment.folder / "integrations").rename(moved)
    play(deployment, after, integrations=[moved])
    assert deployment.calls() == []


@pytest.mark.parametrize("column", ["sealed", "outcome"])
def test_a_ciphertext_of_another_row_does_not_open(deployment: Deployment, column: str) -> None:
    async def scenario(platform: Platform) -> None:
        mine, other = await propose(platform, n=1), await propose(platform, n=2)
        await approve(platform, other)
        if column == "outcome":
            await approve(platform, mine)
        with platform.store.writing() as connection:
            question = f"SELECT {column} FROM proposals WHERE id = :id"
            stolen = connection.execute(text(question), {"id": other}).scalar()
            change = f"UPDATE proposals SET {column} = :stolen WHERE id = :id"
            connection.execute(text(change), {"stolen": stolen, "id": mine})
        called = len(deployment.calls())
        if column == "outcome":
            with pytest.raises(PlatformError, match="cannot be opened"):
                await platform.proposals.execute_proposal(mine, "t")
            return
        answer = await approve(platform, mine)
        assert (answer["status"], answer["code"]) == ("execution_failed", "CONFIGURATION_INVALID")
        assert await state(platform, mine) == "execution_failed"
        assert trail(platform)[-1].outcome == "blocked"
        assert len(deployment.calls()) == called

    play(deployment, scenario)


def test_what_is_approved_waits_for_what_is_missing(deployment: Deployment) -> None:
    """The approval is not used up by a quota, nor by a connector that is disabled."""

    async def scenario(platform: Platform) -> None:
        first = await propose(platform)
        platform.connections.disable("t", "recording")
        await platform.registry.invalidate("t", "recording")
        with pytest.raises(IntegrationNotFoundError):
            await approve(platform, first)
        assert (await state(platform, first), trail(platform)[-1].outcome) == (
            "approved",
            "blocked",
        )
        platform.connections.enable("t", "recording")
        with platform.store.writing() as connection:
            connection.execute(text("UPDATE tenants SET operations_per_day = 0 WHERE id = 't'"))
        with pytest.raises(RateLimitExceededError):
            await platform.proposals.execute_proposal(first, "t")
        assert await state(platform, first) == "approved"
        with platform.store.writing() as connection:
            connection.execute(text("UPDATE tenants SET operations_per_day = 9 WHERE id = 't'"))
        answer = await platform.proposals.execute_proposal(first, "t")
        assert answer["status"] == "executed"
        assert len(deployment.calls()) == 1

    play(deployment, scenario)


def test_listing(deployment: Deployment) -> None:
    async def scenario(platform: Platform) -> None:
        ids = [await propose(platform, n=number) for number in range(3)]
        await approve(platform, ids[1])
        service = platform.proposals
        assert [each.id for each in await service.proposals("t")] == ids[::-1]
        assert [each.id for each in await service.proposals("t", state="pending")] == [
            ids[2],
            ids[0],
        ]
        assert await service.proposals("other") == []
        assert len(await service.proposals("t", most=1)) == 1
        shown = (await service.proposals("t", most=1))[0].shown
        assert shown == {"label": "write", "n": 2}

    play(deployment, scenario)
