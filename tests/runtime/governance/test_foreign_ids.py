"""Another tenant's ids look like ids that there are not; the attempt is in the trail of who made it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from connector_runtime.errors import NotFoundError
from connector_runtime.governance.audit import now_utc
from connector_runtime.platform.entity_skill_executor import EntitySkillExecutor
from connector_runtime.platform.platform import Platform
from connector_runtime.store import calls, proposals, quota, runs, trail
from connector_runtime.store.scope import TenantScope
from connector_runtime.store.standing import standing_of
from tests.runtime.platform.deployments import Deployment, add_people
from tests.runtime.platform.deployments import trail as audited

STEPS: list[dict[str, Any]] = [{"connector": "recording", "operation": "write", "args": {}}]


@dataclass
class Theirs:
    """Ids of the tenant ``other``."""

    proposal: str
    run: str
    key: str
    agent: str = "other-intern"
    principal: str = "other-human"


async def made(platform: Platform) -> Theirs:
    add_people(platform)
    add_people(platform, "other", plan="free")
    executor = EntitySkillExecutor(platform)
    run = await executor.execute_multi_step_workflow("other", "other-intern", STEPS)
    key = platform.authentication.issue("other", "other-human").split("_")[1]
    await executor.execute_integration_skill("other", "other-student", "recording", "look", {})
    return Theirs(run["proposal_id"], run["workflow_id"], key)


ATTEMPTS: dict[str, Callable[[Platform, str, Theirs], Any]] = {
    "proposal": lambda p, t, ids: p.proposals.proposal(ids.proposal, t),
    "approve": lambda p, t, ids: p.proposals.approve_proposal(ids.proposal, t, "t-human"),
    "reject": lambda p, t, ids: p.proposals.reject_proposal(ids.proposal, t, "t-human"),
    "execute": lambda p, t, ids: p.proposals.execute_proposal(ids.proposal, t),
    "run": lambda p, t, ids: p.workflows.state(t, ids.run),
    "resume": lambda p, t, ids: p.workflows.resume(t, "t-intern", STEPS, 1, ids.run),
    "maturity": lambda p, t, ids: p.membership.set_maturity(t, ids.agent, "autonomous"),
    "state": lambda p, t, ids: p.membership.set_state(t, ids.agent, "stopped"),
    "principal": lambda p, t, ids: p.membership.add_principal(
        t, "x", id="x", kind="human", agents=["t-intern", ids.agent]
    ),
    "issue": lambda p, t, ids: p.authentication.issue(t, ids.principal),
    "revoke": lambda p, t, ids: p.authentication.revoke(t, ids.key),
}


async def attempt(platform: Platform, name: str, tenant: str, ids: Theirs) -> None:
    async def run() -> None:
        answer = ATTEMPTS[name](platform, tenant, ids)
        if asyncio.iscoroutine(answer):
            await answer

    with pytest.raises(NotFoundError):
        await run()


def test_an_id_of_another_tenant_is_missing_and_the_attempt_is_audited(
    deployment: Deployment,
) -> None:
    async def main() -> None:
        async with deployment.open() as platform:
            theirs = await made(platform)
            before = platform.audit.verify("other").records
            for name in ATTEMPTS:
                seen = len(audited(platform))
                await attempt(platform, name, "t", theirs)
                written = audited(platform)[seen:]
                told = [each for each in written if each.reason == "CROSS_TENANT_ACCESS_DENIED"]
                assert len(told) == 1, name
                assert (told[0].kind, told[0].outcome) == ("event", "blocked")
            assert platform.audit.verify("other").records == before
            assert platform.audit.verify("t").findings == ()
            assert (await platform.workflows.state("other", theirs.run))["status"] == "paused"
            assert all(each.state == "active" for each in platform.membership.agents("other"))
            assert [each.id for each in platform.membership.principals("t")] == [
                "t-human",
                "t-service",
            ]

    asyncio.run(main())
    assert [call["operation"] for call in deployment.calls()] == ["look"]


def test_an_id_that_there_is_not_and_a_tenant_that_there_is_not(deployment: Deployment) -> None:
    async def main() -> None:
        async with deployment.open() as platform:
            theirs = await made(platform)
            nobody = Theirs("no", "no", "no", "no", "no")
            for name in ATTEMPTS:
                seen = len(audited(platform))
                await attempt(platform, name, "t", nobody)
                assert len(audited(platform)) == seen, name
                await attempt(platform, name, "nowhere", theirs)

    asyncio.run(main())


FUNCTIONS: dict[str, Callable[[TenantScope, Theirs], Any]] = {
    "proposal": lambda scope, ids: proposals.proposal(scope, ids.proposal),
    "locked": lambda scope, ids: proposals.locked(scope, ids.proposal),
    "proposals": lambda scope, ids: proposals.listed(scope),
    "proposals of an agent": lambda scope, ids: proposals.listed(scope, agent_id=ids.agent),
    "proposal of a step": lambda scope, ids: proposals.of_step(scope, ids.run, 1),
    "move": lambda scope, ids: proposals.move(scope, ids.proposal, "pending", "approved"),
    "expire": lambda scope, ids: proposals.expire(scope, now_utc().replace(year=2999)),
    "approvals": lambda scope, ids: proposals.approvals(scope, ids.proposal),
    "consume": lambda scope, ids: proposals.consume(scope, ids.proposal, now_utc()),
    "run": lambda scope, ids: runs.run(scope, ids.run),
    "runs": lambda scope, ids: runs.listed(scope),
    "stopped runs": lambda scope, ids: runs.stopped(scope, ids.agent),
    "change a run": lambda scope, ids: runs.change(scope, ids.run, now_utc(), status="failed"),
    "run goes on": lambda scope, ids: calls.run_goes_on(scope, ids.run),
    "call of a step": lambda scope, ids: calls.of_step(scope, ids.run, 1),
    "close": lambda scope, ids: calls.close(scope, "their-call"),
    "settle": lambda scope, ids: calls.settle(scope, "their-call", "done"),
    "standing": lambda scope, ids: standing_of(scope, ids.agent),
    "records": lambda scope, ids: [
        each for each in trail.records(scope) if each.agent_id.startswith("other")
    ],
    "quota": lambda scope, ids: quota.window(scope, "LIMITER/operations/50/1/day").used,
}


def test_every_function_of_the_store_keeps_to_its_tenant(either: Deployment) -> None:
    async def main() -> None:
        async with either.open() as platform:
            theirs = await made(platform)
            with platform.store.scope("other") as scope:
                plan = runs.run(scope, theirs.run)
                assert plan is not None
                calls.open_call(
                    scope,
                    {
                        "id": "their-call",
                        "agent_id": theirs.agent,
                        "principal_id": "",
                        "connector_id": "recording",
                        "operation_name": "write",
                        "run_id": theirs.run,
                        "step": 1,
                        "worker": "elsewhere",
                        "ends_at": now_utc(),
                    },
                )
            with platform.store.scope("t") as scope:
                found = {name: ask(scope, theirs) for name, ask in FUNCTIONS.items()}
                found["runs with steps"] = runs.with_steps(scope, theirs.agent, plan.digest)
            assert {name: each for name, each in found.items() if each} == {}
            with platform.store.scope("other") as scope:
                mine = {name: bool(ask(scope, theirs)) for name, ask in FUNCTIONS.items()}
            # No approval was made, and what is changed first is not there for what comes later.
            never = {"approvals", "consume", "expire", "run goes on", "settle"}
            assert {name for name, any_ in mine.items() if not any_} == never

    asyncio.run(main())
