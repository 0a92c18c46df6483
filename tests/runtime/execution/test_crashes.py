"""A process that is killed: what it had begun is known, and nothing is sent a second time unless it
may be, and then under the same key."""

import asyncio
import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any

import pytest

from connector_runtime.platform.entity_skill_executor import EntitySkillExecutor
from connector_runtime.platform.platform import Platform
from connector_runtime.workflows.engine import WorkflowEngine
from tests.runtime.execution import processes
from tests.runtime.platform.deployments import Deployment, add_people, trail

Spawn = Callable[..., BaseProcess]


def step(operation: str, label: str, **more: Any) -> dict[str, Any]:
    return {"connector": "recording", "operation": operation, "args": {"label": label, **more}}


def wait_for(condition: Callable[[], bool], process: BaseProcess) -> None:
    until = time.monotonic() + 30
    while not condition():
        assert process.is_alive(), "it ended too early"
        assert time.monotonic() < until, "it never came so far"
        time.sleep(0.01)


def kill(process: BaseProcess) -> None:
    process.kill()
    process.join()


def set_up(deployment: Deployment) -> None:
    platform = deployment.open()
    with platform.store:
        add_people(platform)


def outcomes(platform: Platform) -> list[tuple[str, str]]:
    """Of the recording service: kind and code or outcome, oldest first."""
    return [
        (each.kind, each.details.get("code") or each.outcome)
        for each in trail(platform)
        if each.connector_id == "recording" and each.kind != "event"
    ]


@pytest.mark.parametrize("operation", ["write", "put", "look"])
def test_a_single_call_is_never_sent_again(
    either: Deployment, spawn: Spawn, operation: str
) -> None:
    set_up(either)
    either.hang("x")
    process = spawn(processes.write, either, operation, {"label": "x"})
    wait_for(lambda: either.labels() == ["x"], process)
    kill(process)
    either.hang()
    for _ in range(2):
        platform = either.open()
        with platform.store:
            assert outcomes(platform) == [("intent", ""), ("outcome", "OUTCOME_UNKNOWN")]
            assert platform.audit.verify("t").findings == ()
    assert either.labels() == ["x"]


def test_the_call_of_a_living_process_is_left_alone(deployment: Deployment, spawn: Spawn) -> None:
    set_up(deployment)
    deployment.hang("x")
    process = spawn(processes.write, deployment, "write", {"label": "x"})
    wait_for(lambda: deployment.labels() == ["x"], process)
    platform = deployment.open()
    with platform.store:
        assert outcomes(platform) == [("intent", "")]


def test_an_approved_proposal_is_never_sent_again(either: Deployment, spawn: Spawn) -> None:
    set_up(either)
    platform = either.open()
    with platform.store:
        made = asyncio.run(
            platform.proposals.create_proposal("t", "t-intern", "recording", "put", {"label": "x"})
        )
    either.hang("x")
    process = spawn(processes.approve_once, either, made["proposal_id"])
    wait_for(lambda: either.labels() == ["x"], process)
    kill(process)
    either.hang()

    async def after() -> None:
        async with either.open() as platform:
            service = platform.proposals
            proposal = await service.proposal(made["proposal_id"], "t")
            assert proposal.state == "outcome_unknown"
            answer = await service.execute_proposal(proposal.id, "t")
            assert (answer["status"], answer["code"]) == ("execution_failed", "OUTCOME_UNKNOWN")
            assert outcomes(platform)[-1] == ("outcome", "OUTCOME_UNKNOWN")

    asyncio.run(after())
    assert either.labels() == ["x"]


def killed_in_a_step(
    deployment: Deployment, spawn: Spawn, agent: str, steps: list[dict[str, Any]], label: str
) -> str:
    """The run of a process that was killed within the call of a step."""
    set_up(deployment)
    deployment.hang(label)
    process = spawn(processes.work, deployment, agent, steps)
    wait_for(lambda: label in deployment.labels(), process)
    kill(process)
    deployment.hang()
    platform = deployment.open()
    with platform.store:
        (run,) = asyncio.run(platform.workflows.listed("t"))
    return run.id


def gone_on(deployment: Deployment, run_id: str) -> dict[str, Any]:
    """The run after another process took it up."""

    async def main() -> dict[str, Any]:
        async with deployment.open() as platform:
            await platform.workflows.launch()
            async with asyncio.timeout(20):
                while True:
                    state = await platform.workflows.state("t", run_id)
                    if state["status"] not in ("running", "paused"):
                        return state
                    await asyncio.sleep(0.02)

    return asyncio.run(main())


def test_a_step_that_may_not_be_sent_again_ends_its_run(
    deployment: Deployment, spawn: Spawn
) -> None:
    steps = [step("look", "1"), step("write", "2"), step("look", "3")]
    run_id = killed_in_a_step(deployment, spawn, "t-supervised", steps, "2")
    state = gone_on(deployment, run_id)
    assert (state["status"], state["results"][1]["code"]) == ("failed", "OUTCOME_UNKNOWN")

    async def again() -> dict[str, Any]:
        async with deployment.open() as platform:
            return await EntitySkillExecutor(platform).execute_multi_step_workflow(
                "t", "t-supervised", steps, resume_from_step=2
            )

    resumed = asyncio.run(again())
    assert (resumed["status"], resumed["results"][1]["code"]) == ("failed", "OUTCOME_UNKNOWN")
    assert deployment.labels() == ["1", "2"]
    platform = deployment.open()
    with platform.store:
        counted = Counter(kind for kind, _ in outcomes(platform))
        assert counted["intent"] == 2
        assert platform.audit.verify("t").findings == ()


def test_a_step_that_may_be_sent_again_is_sent_with_the_same_key(
    deployment: Deployment, spawn: Spawn
) -> None:
    steps = [step("look", "1"), step("put", "2"), step("put", "3")]
    run_id = killed_in_a_step(deployment, spawn, "t-supervised", steps, "2")
    assert gone_on(deployment, run_id)["status"] == "completed"
    assert deployment.labels() == ["1", "2", "2", "3"]
    keys = [call["context"]["idempotency_key"] for call in deployment.calls()]
    assert keys[1] == keys[2]
    assert len(set(keys)) == 3
    platform = deployment.open()
    with platform.store:
        codes = [code for kind, code in outcomes(platform) if kind == "outcome"]
    assert codes == ["success", "INTERRUPTED", "success", "success"]


def test_an_approved_step_that_was_killed_ends_its_run(
    deployment: Deployment, spawn: Spawn
) -> None:
    """Its grant is used up: the run must not wait for it for ever."""
    steps = [step("put", "1"), step("look", "2")]
    set_up(deployment)

    async def pause() -> dict[str, Any]:
        async with deployment.open() as platform:
            executor = EntitySkillExecutor(platform)
            return await executor.execute_multi_step_workflow("t", "t-intern", steps)

    paused = asyncio.run(pause())
    deployment.hang("1")
    process = spawn(processes.approve_once, deployment, paused["proposal_id"])
    wait_for(lambda: deployment.labels() == ["1"], process)
    kill(process)
    deployment.hang()
    state = gone_on(deployment, paused["workflow_id"])
    assert (state["status"], state["results"][0]["code"]) == ("failed", "OUTCOME_UNKNOWN")
    assert deployment.labels() == ["1"]


def test_a_lost_checkpoint_is_no_second_call(deployment: Deployment, spawn: Spawn) -> None:
    steps = [step("write", "1"), step("put", "2")]
    run_id = killed_in_a_step(deployment, spawn, "t-supervised", steps, "2")
    with closing(sqlite3.connect(deployment.folder / "connectors.workflows.db")) as checkpoints:
        gone = checkpoints.execute("DELETE FROM operation_outputs").rowcount
        checkpoints.commit()
    assert gone == 1
    state = gone_on(deployment, run_id)
    assert state["status"] == "completed"
    assert state["results"][0]["result"] == {"ran": "write", "label": "1"}
    assert deployment.labels() == ["1", "2", "2"]


class DiedError(Exception):
    """Stands for the end of the process at a moment that a signal cannot be aimed at."""


def test_a_run_that_was_recorded_and_never_begun_is_begun(
    deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def die(engine: WorkflowEngine, run_id: str) -> None:
        raise DiedError

    async def main() -> str:
        async with deployment.open() as platform:
            add_people(platform)
            with monkeypatch.context() as patch:
                patch.setattr(WorkflowEngine, "run", die)
                with pytest.raises(DiedError):
                    await platform.workflows.start("t", "t-supervised", [step("write", "1")])
            (run,) = await platform.workflows.listed("t")
            return run.id

    run_id = asyncio.run(main())
    assert deployment.labels() == []
    assert gone_on(deployment, run_id)["status"] == "completed"


def test_a_workflow_of_30_steps_survives_10_deaths(deployment: Deployment, spawn: Spawn) -> None:
    steps = [step("put" if number % 2 else "look", str(number)) for number in range(1, 31)]
    before = [f"before {number}" for number in (2, 9, 16, 23, 30)]
    after = [f"after {number}" for number in (1, 5, 13, 19, 29)]
    set_up(deployment)
    deployment.kill(*before, *after)
    process = spawn(processes.work, deployment, "t-supervised", steps)
    process.join(60)
    deaths = int(process.exitcode == -9)
    platform = deployment.open()
    with platform.store:
        (run,) = asyncio.run(platform.workflows.listed("t"))
    while deaths < 10:
        process = spawn(processes.go_on, deployment, run.id)
        process.join(60)
        assert process.exitcode == -9, f"after {deaths} deaths"
        deaths += 1
    state = gone_on(deployment, run.id)
    assert (state["status"], state["steps_completed"]) == ("completed", 30)
    _check_calls(deployment, {moment.split()[1] for moment in after})


def _check_calls(deployment: Deployment, repeated: set[str]) -> None:
    keys: dict[str, list[str]] = {}
    for call in deployment.calls():
        label = call["arguments"]["label"]
        keys.setdefault(label, []).append(call["context"]["idempotency_key"])
    assert set(keys) == {str(number) for number in range(1, 31)}
    assert {label for label, sent in keys.items() if len(sent) > 1} == repeated
    assert all(len(set(sent)) == 1 for sent in keys.values())
    assert len({sent[0] for sent in keys.values()}) == 30


class Vendor(ThreadingHTTPServer):
    """A vendor that counts Idempotency-Keys, and answers nothing until it is told to."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.answers = False
        vendor = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("content-length", 0)))
                vendor.keys.append(self.headers.get("idempotency-key", ""))
                while not vendor.answers:
                    time.sleep(0.01)
                body = json.dumps({"id": "cus_1", "object": "customer"}).encode()
                try:
                    self.send_response(200)
                    self.send_header("content-type", "application/json")
                    self.send_header("content-length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                except OSError:
                    return  # who asked is dead

            def log_message(self, format: str, *args: Any) -> None:
                return

        super().__init__(("127.0.0.1", 0), Handler)


@pytest.fixture
def vendor() -> Generator[Vendor]:
    with Vendor() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.answers = True
        server.shutdown()
        thread.join()


def test_a_generated_connectors_step_carries_the_same_key(
    deployment: Deployment, spawn: Spawn, vendor: Vendor
) -> None:
    """With the real client of a shipped connector, over a socket."""
    platform = deployment.open()
    with platform.store:
        add_people(platform)
        platform.connections.set_credentials("t", "stripe", "bearer", {"token": "sk_test_1"})
        base = f"http://127.0.0.1:{vendor.server_port}"
        platform.connections.set_settings("t", "stripe", {"base_url": base})
    steps = [
        {"connector": "stripe", "operation": "create_customer", "args": {"email": "a@example.com"}}
    ]
    process = spawn(processes.work, deployment, "t-supervised", steps)
    wait_for(lambda: len(vendor.keys) == 1, process)
    kill(process)
    vendor.answers = True
    platform = deployment.open()
    with platform.store:
        (run,) = asyncio.run(platform.workflows.listed("t"))
    state = gone_on(deployment, run.id)
    assert state["status"] == "completed", state
    assert len(vendor.keys) == 2
    assert vendor.keys[0] == vendor.keys[1] != ""
