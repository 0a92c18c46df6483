"""Runs in one process, on SQLite."""

import asyncio
import json
import logging
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import pytest

from connector_runtime.errors import (
    NotFoundError,
    StoreUnavailableError,
    StoreUnusableError,
    WorkflowChangedError,
)
from connector_runtime.execution.requests import idempotency_key
from connector_runtime.workflows.engine import WorkflowEngine
from connector_runtime.workflows.host import RunState
from tests.runtime.workflows.hosts import FileHost, steps


@asynccontextmanager
async def running(url: str, host: FileHost) -> AsyncGenerator[WorkflowEngine]:
    engine = WorkflowEngine.start(url, host)
    try:
        yield engine
    finally:
        await engine.stop()


def one(
    url: str, host: FileHost, act: Callable[[WorkflowEngine], Coroutine[Any, Any, RunState]]
) -> RunState:
    """What ``act`` gives with an engine of its own."""

    async def work() -> RunState:
        async with running(url, host) as engine:
            return await act(engine)

    return asyncio.run(work())


def test_results_reach_later_steps(sqlite_url: str, host: FileHost) -> None:
    first = {"connector": "salesforce", "operation": "echo", "args": {"account": {"name": "Acme"}}}
    second = {
        "connector": "slack",
        "operation": "echo",
        "args": {"text": "Updated: ${step_1.account.name}", "all": "${step_1.account}"},
    }
    run = host.add("run-1", [first, second])

    state = one(sqlite_url, host, lambda engine: engine.run(run))

    said = {"text": "Updated: Acme", "all": {"name": "Acme"}}
    assert state == RunState(
        run,
        "completed",
        (
            {
                "step": 1,
                "status": "success",
                "result": {"account": {"name": "Acme"}},
                "connector": "salesforce",
                "operation": "echo",
            },
            {
                "step": 2,
                "status": "success",
                "result": said,
                "connector": "slack",
                "operation": "echo",
            },
        ),
    )
    assert state.steps_completed == 2
    assert host.state(run) == state
    assert [call.arguments for call in host.calls(run)] == [{"account": {"name": "Acme"}}, said]


def test_an_error_ends_the_run(sqlite_url: str, host: FileHost) -> None:
    run = host.add("run-1", steps("echo", "fail", "echo"))

    state = one(sqlite_url, host, lambda engine: engine.run(run))

    assert (state.status, state.steps_completed) == ("failed", 1)
    assert state.results[-1] == {
        "step": 2,
        "status": "error",
        "error": "Vendor is ill",
        "code": "UPSTREAM_ERROR",
        "connector": "acme",
        "operation": "fail",
    }
    assert [call.step for call in host.calls(run)] == [1, 2]


def test_a_field_that_is_not_there_is_an_error_of_its_step(sqlite_url: str, host: FileHost) -> None:
    run = host.add("run-1", [*steps("echo", id="123"), *steps("echo", to="${step_1.email}")])

    state = one(sqlite_url, host, lambda engine: engine.run(run))

    error = state.results[-1]
    assert (error["error"], error["code"]) == (
        "Variable substitution failed",
        "VARIABLE_SUBSTITUTION_FAILED",
    )
    assert error["details"]["reference"] == "${step_1.email}"
    assert error["details"]["pointer"] == "/to"
    assert len(host.calls(run)) == 1


@pytest.mark.parametrize(
    ("operation", "code"), [("crash", "INTERNAL_ERROR"), ("odd", "REPLY_UNREADABLE")]
)
def test_what_a_host_must_not_do_is_an_error_of_the_step(
    sqlite_url: str,
    host: FileHost,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    operation: str,
    code: str,
) -> None:
    caplog.set_level(logging.INFO)
    run = host.add("run-1", steps(operation))

    state = one(sqlite_url, host, lambda engine: engine.run(run))

    assert (state.status, state.results[0]["code"]) == ("failed", code)
    assert "hunter2" not in f"{state}{caplog.text}{capfd.readouterr()}"


def test_a_run_is_run_once(sqlite_url: str, host: FileHost) -> None:
    run = host.add("run-1", steps("nap", "nap", seconds=0.02))

    async def work() -> list[RunState]:
        async with running(sqlite_url, host) as engine:
            first = await asyncio.gather(*(engine.run(run) for _ in range(10)))
            return [*first, await engine.run(run)]

    states = asyncio.run(work())

    assert {state.status for state in states} == {"completed"}
    assert len(host.calls(run)) == 2


def test_the_end_is_told_at_once(sqlite_url: str, host: FileHost) -> None:
    """Before the record could be looked at again, and without a look at it."""

    async def work() -> list[float]:
        taken: list[float] = []
        async with running(sqlite_url, host) as engine:
            await engine.launch()
            for number in range(5):
                run = host.add(f"run-{number}", steps("echo"))
                began = time.perf_counter()
                await engine.run(run)
                taken.append(time.perf_counter() - began)
        return taken

    assert min(asyncio.run(work())) < 0.1


def test_a_pause_and_an_approval(sqlite_url: str, host: FileHost) -> None:
    run = host.add("run-1", steps("echo", "propose", "echo"))

    async def work() -> tuple[RunState, RunState, float]:
        async with running(sqlite_url, host) as engine:
            paused = await engine.run(run)
            host.decide(paused.proposal_id, "approved")
            began = time.perf_counter()
            await asyncio.to_thread(engine.wake, run, 2, paused.proposal_id)
            engine.wake(run, 2, paused.proposal_id)
            state = await engine.wait(run, past=paused.proposal_id)
            return paused, state, time.perf_counter() - began

    paused, state, seconds = asyncio.run(work())

    assert (paused.status, paused.proposal_id) == ("paused", "run-1/2/0")
    assert (paused.steps_completed, len(paused.results)) == (1, 1)
    assert (state.status, state.steps_completed) == ("completed", 3)
    assert seconds < 0.5
    assert [call.step for call in host.calls(run)] == [1, 2, 3]
    assert host.events(run) == ["paused", "completed"]


def test_an_approval_by_another_process_is_found(sqlite_url: str, host: FileHost) -> None:
    run = host.add("run-1", steps("propose"))

    async def work() -> RunState:
        async with running(sqlite_url, host) as engine:
            paused = await engine.run(run)
            host.decide(paused.proposal_id, "approved")
            return await engine.wait(run, past=paused.proposal_id)

    assert asyncio.run(work()).status == "completed"


def test_an_approval_before_the_pause(
    sqlite_url: str, host: FileHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    propose = FileHost.execute

    async def quick(self: FileHost, *about: Any) -> Any:
        result = await propose(self, *about)
        host.decide(result.proposal_id, "approved")
        return result

    monkeypatch.setattr(FileHost, "execute", quick)
    run = host.add("run-1", steps("propose"))

    assert one(sqlite_url, host, lambda engine: engine.run(run)).status == "completed"
    assert host.events(run) == ["completed"]


def test_waking_a_run_that_does_not_wait_is_nothing(sqlite_url: str, host: FileHost) -> None:
    run = host.add("run-1", steps("nap", "propose", seconds=0.05))

    async def work() -> RunState:
        async with running(sqlite_url, host) as engine:
            engine.wake(run, 2, "run-1/2/0")
            await engine.begin(run)
            engine.wake(run, 2, "run-1/2/0")
            engine.wake("unknown", 2, "unknown")
            paused = await engine.run(run)
            engine.wake(run, 2, paused.proposal_id)
            await asyncio.sleep(0.1)
            return host.state(run)

    assert asyncio.run(work()).status == "paused"
    assert host.events(run) == ["paused"]


def test_a_rejection_ends_the_run(sqlite_url: str, host: FileHost) -> None:
    run = host.add("run-1", steps("propose", "echo"))

    async def work() -> RunState:
        async with running(sqlite_url, host) as engine:
            paused = await engine.run(run)
            host.decide(paused.proposal_id, "rejected")
            engine.wake(run, 1, paused.proposal_id)
            return await engine.wait(run, past=paused.proposal_id)

    state = asyncio.run(work())

    assert (state.status, state.results[0]["error"]) == ("failed", "Proposal rejected")
    assert host.calls(run) == []


def test_a_proposal_that_nobody_decides_expires(sqlite_url: str, tmp_path: Path) -> None:
    host = FileHost(tmp_path / "host.db", time_to_live=0.3)
    run = host.add("run-1", steps("propose"))

    async def work() -> RunState:
        async with running(sqlite_url, host) as engine:
            paused = await engine.run(run)
            return await engine.wait(run, past=paused.proposal_id)

    state = asyncio.run(work())

    assert (state.status, state.results[0]["code"]) == ("failed", "PROPOSAL_EXPIRED")


def test_a_failed_run_is_resumed_where_it_failed(sqlite_url: str, host: FileHost) -> None:
    run = host.add("run-1", steps("echo", "fail", "echo"))

    async def work() -> RunState:
        async with running(sqlite_url, host) as engine:
            assert (await engine.run(run)).status == "failed"
            host.mend(run)
            await engine.resume_failed(run, 2)
            return await engine.wait(run)

    state = asyncio.run(work())

    assert (state.status, state.steps_completed) == ("completed", 3)
    calls = host.calls(run)
    assert [call.step for call in calls] == [1, 2, 2, 3]
    assert calls[1].key == calls[2].key


def test_a_rejected_step_is_proposed_anew(sqlite_url: str, host: FileHost) -> None:
    run = host.add("run-1", steps("echo", "propose"))

    async def work() -> RunState:
        async with running(sqlite_url, host) as engine:
            paused = await engine.run(run)
            host.decide(paused.proposal_id, "rejected")
            engine.wake(run, 2, paused.proposal_id)
            await engine.wait(run, past=paused.proposal_id)
            host.mend(run)
            await engine.resume_failed(run, 2)
            again = await engine.wait(run)
            host.decide(again.proposal_id, "approved")
            engine.wake(run, 2, again.proposal_id)
            assert again.proposal_id != paused.proposal_id
            return await engine.wait(run, past=again.proposal_id)

    assert asyncio.run(work()).status == "completed"
    assert [call.step for call in host.calls(run)] == [1, 2]


def test_only_ended_runs_are_resumed(sqlite_url: str, host: FileHost) -> None:
    run = host.add("run-1", steps("propose"))

    async def work() -> None:
        async with running(sqlite_url, host) as engine:
            await engine.run(run)
            with pytest.raises(WorkflowChangedError):
                await engine.resume_failed(run, 1)
            with pytest.raises(NotFoundError):
                await engine.resume_failed("unknown", 1)

    asyncio.run(work())


def test_an_end_that_cannot_be_recorded_is_recorded_later(sqlite_url: str, host: FileHost) -> None:
    host.outages = 2
    run = host.add("run-1", steps("echo"))

    assert one(sqlite_url, host, lambda engine: engine.run(run)).status == "completed"
    assert host.state(run).status == "completed"


def test_a_run_without_a_plan_breaks_off(
    sqlite_url: str,
    host: FileHost,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    plan = FileHost.steps_of

    async def lost(self: FileHost, run_id: str) -> Any:
        if host.events(run_id):
            return await plan(self, run_id)
        raise LookupError("password=hunter2")

    monkeypatch.setattr(FileHost, "steps_of", lost)
    run = host.add("run-1", steps("echo"))

    async def work() -> RunState:
        async with running(sqlite_url, host) as engine:
            with pytest.raises(LookupError):
                await engine.run(run)
            with pytest.raises(WorkflowChangedError, match="broke off"):
                await engine.run(run)
            host.mend(run)
            await engine.resume_failed(run, 1)
            return await engine.wait(run)

    assert asyncio.run(work()).status == "completed"
    assert "hunter2" not in str(capfd.readouterr())


def test_stopping_lets_a_step_end(sqlite_url: str, host: FileHost) -> None:
    run = host.add("run-1", steps("nap", "nap", "nap", seconds=0.15))

    async def some() -> None:
        engine = WorkflowEngine.start(sqlite_url, host)
        await engine.begin(run)
        while not host.calls(run):
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)  # the second step is being done
        await engine.stop()
        with pytest.raises(StoreUnavailableError):
            await engine.begin(run)

    asyncio.run(some())
    assert [call.step for call in host.calls(run)] == [1, 2]

    assert one(sqlite_url, host, lambda engine: engine.run(run)).status == "completed"
    assert [call.step for call in host.calls(run)] == [1, 2, 3]


def test_a_paused_run_outlives_its_engine(sqlite_url: str, host: FileHost) -> None:
    run = host.add("run-1", steps("echo", "propose", "echo"))
    paused = one(sqlite_url, host, lambda engine: engine.run(run))
    host.decide(paused.proposal_id, "approved")

    async def rest(engine: WorkflowEngine) -> RunState:
        await engine.launch()
        return await engine.wait(run, past=paused.proposal_id)

    assert one(sqlite_url, host, rest).status == "completed"
    assert [call.step for call in host.calls(run)] == [1, 2, 3]


def test_one_engine_in_a_process(sqlite_url: str, host: FileHost, tmp_path: Path) -> None:
    async def work() -> None:
        async with running(sqlite_url, host) as engine:
            await engine.launch()
            await engine.launch()
            other = WorkflowEngine.start(f"sqlite:///{tmp_path}/other.db", host)
            with pytest.raises(StoreUnusableError, match="one database"):
                await other.launch()

    asyncio.run(work())


def test_threads_of_the_loop_are_left_behind(sqlite_url: str, host: FileHost) -> None:
    async def work() -> int:
        async with running(sqlite_url, host) as engine:
            await engine.launch()
        return await asyncio.to_thread(lambda: 42)

    assert asyncio.run(work()) == 42


def test_a_file_that_is_no_database(tmp_path: Path, host: FileHost) -> None:
    (tmp_path / "runs.db").write_text("not a database, but long enough to be read as one\n" * 50)

    async def work() -> None:
        async with running(f"sqlite:///{tmp_path}/runs.db", host) as engine:
            with pytest.raises(StoreUnusableError, match="not a database"):
                await engine.launch()

    asyncio.run(work())


@pytest.mark.parametrize("url", ["mysql://root@localhost/x", "nonsense", "sqlite://"])
def test_other_databases_are_refused(url: str, host: FileHost) -> None:
    with pytest.raises(StoreUnusableError):
        WorkflowEngine.start(url, host)


def test_a_server_that_does_not_answer(host: FileHost, capfd: pytest.CaptureFixture[str]) -> None:
    async def work() -> str:
        engine = WorkflowEngine.start("postgresql://me:swordfish@127.0.0.1:1/runs", host)
        with pytest.raises(StoreUnavailableError, match="cannot connect to PostgreSQL") as caught:
            await engine.launch()
        return str(caught.value)

    assert "swordfish" not in f"{asyncio.run(work())}{capfd.readouterr()}"


def test_importing_the_engine_does_not_import_dbos() -> None:
    code = "import sys, connector_runtime.workflows.engine; sys.exit('dbos' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_nothing_in_the_database_is_pickled(
    sqlite_url: str, host: FileHost, tmp_path: Path
) -> None:
    run = host.add("run-1", steps("echo", "fail", word="swordfish"))
    one(sqlite_url, host, lambda engine: engine.run(run))

    with closing(sqlite3.connect(tmp_path / "runs.db")) as connection:
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        rows = connection.execute(
            "SELECT function_name, output, serialization FROM operation_outputs"
        )
        outputs = {name: (json.loads(output), how) for name, output, how in rows}
        (given,) = connection.execute("SELECT inputs FROM workflow_input").fetchone()
    assert mode == "wal"
    assert json.loads(given) == {"value": {"args": ["run-1"], "kwargs": {}}}
    assert list(outputs) == ["1:acme.echo", "2:acme.fail", "end"]
    assert {how for _, how in outputs.values()} == {"connector_runtime_json"}


def test_keys_differ_by_run_and_step_and_never_change() -> None:
    keys = {idempotency_key(run, step) for run in ("run-1", "run-11") for step in (1, 2, 11)}
    assert len(keys) == 6
    assert idempotency_key("run-1", 1) == "25522793-3318-59a2-b1fb-cd29d8216fa9"
