"""Many at once: one approval wins, one of approval and resume runs it, the quota is exact."""

import asyncio
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from typing import Any

import pytest

from connector_runtime.client.errors import OutcomeUnknownError
from connector_runtime.platform.entity_skill_executor import EntitySkillExecutor
from connector_runtime.platform.platform import Platform
from tests.runtime.execution import processes
from tests.runtime.execution.entries import decide
from tests.runtime.platform.deployments import Deployment, add_people, trail

Spawn = Callable[..., BaseProcess]
WRITE = {"connector": "recording", "operation": "write", "args": {"label": "w", "seconds": 0.1}}


def run_all(deployment: Deployment, started: list[BaseProcess]) -> None:
    processes.go(deployment)
    for each in started:
        each.join(60)
        assert each.exitcode == 0


def test_100_approvals_in_4_processes_are_one_execution(either: Deployment, spawn: Spawn) -> None:
    async def propose() -> str:
        async with either.open() as platform:
            add_people(platform)
            made = await platform.proposals.create_proposal(
                "t", "t-intern", "recording", "write", {"label": "once"}
            )
            proposal_id: str = made["proposal_id"]
            return proposal_id

    proposal_id = asyncio.run(propose())
    run_all(either, [spawn(processes.approve, either, proposal_id) for _ in range(4)])
    assert either.labels() == ["once"]
    assert processes.told(either) == {"executed": 1, "PROPOSAL_ALREADY_DECIDED": 99}
    platform = either.open()
    with platform.store:
        assert platform.audit.verify("t").findings == ()
        records = trail(platform)
    decisions = [each.reason for each in records if each.reason == "proposal approved"]
    assert len(decisions) == 1


def test_1000_calls_of_2_processes_use_a_quota_of_50_exactly(
    either: Deployment, spawn: Spawn
) -> None:
    platform = either.open()
    with platform.store:
        add_people(platform, plan="free")
    run_all(either, [spawn(processes.call, either, 500) for _ in range(2)])
    assert len(either.calls()) == 50
    assert processes.told(either) == {"success": 50, "RATE_LIMIT_EXCEEDED": 950}
    platform = either.open()
    with platform.store:
        assert platform.audit.verify("t").findings == ()
        outcomes = [each.outcome for each in trail(platform)]
    assert (outcomes.count("success") >= 50, outcomes.count("blocked")) == (True, 950)


async def paused(platform: Platform) -> dict[str, Any]:
    result = await EntitySkillExecutor(platform).execute_multi_step_workflow(
        "t", "t-intern", [WRITE]
    )
    assert result["status"] == "paused"
    return result


async def resumed(platform: Platform, run: dict[str, Any]) -> dict[str, Any]:
    return await EntitySkillExecutor(platform).execute_multi_step_workflow(
        "t", "t-intern", [WRITE], workflow_id=run["workflow_id"]
    )


def test_approval_and_resume_at_once_are_one_execution(either: Deployment) -> None:
    async def main() -> None:
        async with either.open() as platform:
            add_people(platform)
            for times in range(1, 4):
                run = await paused(platform)
                approve = platform.proposals.approve_proposal(
                    run["proposal_id"], "t", "t-autonomous"
                )
                answers = await asyncio.gather(approve, resumed(platform, run))
                approved = answers[0]
                last = await resumed(platform, run)
                assert approved["status"] == "executed", approved
                assert last["status"] == "completed", last
                assert last["results"][0]["result"] == approved["result"]
                assert either.labels() == ["w"] * times

    asyncio.run(main())


def test_what_was_approved_and_not_run_is_run_once_by_whoever_comes_first(
    deployment: Deployment,
) -> None:
    async def main() -> None:
        async with deployment.open() as platform:
            add_people(platform)
            run = await paused(platform)
            decide(platform, "t", run["proposal_id"])
            answers = await asyncio.gather(
                *(platform.proposals.execute_proposal(run["proposal_id"], "t") for _ in range(10)),
                resumed(platform, run),
            )
            assert {each["status"] for each in answers} == {"executed", "completed"}
            assert deployment.labels() == ["w"]

    asyncio.run(main())


def test_a_caller_who_goes_away_leaves_an_outcome(deployment: Deployment) -> None:
    async def main() -> None:
        async with deployment.open() as platform:
            add_people(platform)
            executor = EntitySkillExecutor(platform)
            deployment.hang("gone")
            task = asyncio.create_task(
                executor.execute_integration_skill(
                    "t", "t-autonomous", "recording", "write", {"label": "gone"}
                )
            )
            while not deployment.calls():
                await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            last = trail(platform)[-1]
            assert (last.kind, last.details["code"]) == ("outcome", OutcomeUnknownError.code)

    asyncio.run(main())
