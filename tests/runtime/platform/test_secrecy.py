"""What agents work on is not to be read in the files that a platform leaves."""

import asyncio
from pathlib import Path

from connector_runtime.platform.entity_skill_executor import EntitySkillExecutor
from tests.runtime.platform.deployments import Deployment, add_people


def test_no_file_holds_what_a_workflow_works_on(deployment: Deployment) -> None:
    steps = [
        {"connector": "recording", "operation": "look", "args": {"label": "a quiet word"}},
        {"connector": "recording", "operation": "write", "args": {"label": "a quiet word"}},
    ]

    async def main() -> str:
        async with deployment.open() as platform:
            add_people(platform)
            run = await EntitySkillExecutor(platform).execute_multi_step_workflow(
                "t", "t-intern", steps
            )
            status: str = run["status"]
            return status

    assert asyncio.run(main()) == "paused"
    files = [each for each in Path(deployment.folder).glob("*.db*") if "workflows" in each.name]
    assert files
    assert not any(b"quiet word" in each.read_bytes() for each in files)
