"""What other processes do in these tests. They begin together, when the file ``go`` is there."""

import asyncio
import json
import os
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from connector_runtime.errors import PlatformError
from connector_runtime.platform.entity_skill_executor import EntitySkillExecutor
from connector_runtime.platform.platform import Platform
from tests.runtime.platform.deployments import Deployment

AT_ONCE = 25


def go(deployment: Deployment) -> None:
    """Let the processes begin."""
    (deployment.folder / "go").touch()


def approve(deployment: Deployment, proposal_id: str) -> None:
    """25 approvals at once; how they ended is in a file."""

    async def one(platform: Platform) -> str:
        try:
            answer = await platform.proposals.approve_proposal(proposal_id, "t", "t-autonomous")
        except PlatformError as error:
            return error.code if error.code == "PROPOSAL_ALREADY_DECIDED" else str(error)
        status: str = answer["status"]
        return status

    _counted(deployment, [one] * AT_ONCE)


def call(deployment: Deployment, times: int) -> None:
    """So many reads at once."""

    async def one(platform: Platform) -> str:
        executor = EntitySkillExecutor(platform)
        answer = await executor.execute_integration_skill("t", "t-student", "recording", "look", {})
        return str(answer.get("code", answer["status"]))

    _counted(deployment, [one] * times)


def write(deployment: Deployment, operation: str, arguments: dict[str, Any]) -> None:
    """One call by an agent who may."""

    async def main(platform: Platform) -> None:
        executor = EntitySkillExecutor(platform)
        await executor.execute_integration_skill(
            "t", "t-autonomous", "recording", operation, arguments
        )

    _run(deployment, main)


def approve_once(deployment: Deployment, proposal_id: str) -> None:
    """An approval that runs what was proposed."""

    async def main(platform: Platform) -> None:
        await platform.proposals.approve_proposal(proposal_id, "t", "t-autonomous")

    _run(deployment, main)


def work(deployment: Deployment, agent: str, steps: list[dict[str, Any]]) -> None:
    """A workflow from its start."""

    async def main(platform: Platform) -> None:
        await EntitySkillExecutor(platform).execute_multi_step_workflow("t", agent, steps)

    _run(deployment, main)


def go_on(deployment: Deployment, run_id: str) -> None:
    """Take up what is unfinished, until the run has ended or the process is killed."""

    async def main(platform: Platform) -> None:
        await platform.workflows.launch()
        while (await platform.workflows.state("t", run_id))["status"] == "running":
            await asyncio.sleep(0.02)

    _run(deployment, main)


def _run(deployment: Deployment, main: Callable[[Platform], Coroutine[Any, Any, None]]) -> None:
    async def opened() -> None:
        async with deployment.open() as platform:
            await main(platform)

    asyncio.run(opened())


def _counted(deployment: Deployment, calls: list[Callable[[Platform], Awaitable[str]]]) -> None:
    async def main(platform: Platform) -> None:
        while not (deployment.folder / "go").exists():
            time.sleep(0.001)
        told = Counter(await asyncio.gather(*(each(platform) for each in calls)))
        (deployment.folder / f"told-{os.getpid()}.json").write_text(json.dumps(told))

    _run(deployment, main)


def told(deployment: Deployment) -> Counter[str]:
    """How the calls of all processes ended."""
    counted: Counter[str] = Counter()
    for file in deployment.folder.glob("told-*.json"):
        counted.update(json.loads(file.read_text()))
    return counted
