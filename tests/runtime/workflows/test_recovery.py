"""Runs whose process is killed (SIGKILL), on SQLite and PostgreSQL."""

import asyncio
import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from multiprocessing.process import BaseProcess
from typing import Any

import psycopg
import pytest

from connector_runtime.errors import StoreUnusableError
from connector_runtime.execution.requests import idempotency_key
from connector_runtime.workflows.engine import WorkflowEngine
from tests.runtime.workflows.hosts import FileHost, steps, work

Spawn = Callable[..., BaseProcess]
_RUNS = 5
_CUTS = 2
_STEPS = 30
_CHECKPOINTED = "SELECT function_name FROM {}operation_outputs WHERE workflow_uuid = '{}'"


def _until(true: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it takes too long"
        time.sleep(0.004)


def _checkpointed(url: str, run_id: str) -> set[int]:
    """The steps whose outcome is in the database of checkpoints."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            rows = connection.execute(_CHECKPOINTED.format("", run_id)).fetchall()
    else:
        with psycopg.connect(url) as server:
            rows = server.execute(_CHECKPOINTED.format("dbos.", run_id).encode()).fetchall()
    return {int(name.partition(":")[0]) for (name,) in rows if name != "end"}


def test_killed_at_ten_points(url: str, host: FileHost, spawn: Spawn) -> None:
    """Five runs, cut off twice: each ends, and repeats at most the steps it was cut off in."""
    runs = [host.add(f"run-{number}", _naps()) for number in range(_RUNS)]
    cuts: list[tuple[int | None, dict[str, set[int]]]] = []
    everything = _RUNS * _STEPS
    for least in sorted(random.sample(range(_RUNS, everything - 2 * _STEPS), _CUTS)):
        process = spawn(work, url, host.path, *runs)
        _until(lambda least=least: sum(map(host.count, runs)) >= least)
        time.sleep(random.uniform(0, 0.006))
        process.kill()
        process.join()
        cuts.append((process.pid, {run: _checkpointed(url, run) for run in runs}))

    last = spawn(work, url, host.path, *runs)
    last.join(30)

    assert last.exitcode == 0
    for run in runs:
        state, calls = host.state(run), host.calls(run)
        assert (state.status, state.steps_completed) == ("completed", _STEPS)
        assert {call.step for call in calls} == set(range(1, _STEPS + 1))
        assert all(call.key == idempotency_key(run, call.step) for call in calls)
        assert len(calls) <= _STEPS + _CUTS
        before = set[int | None]()
        for process_id, done in cuts:
            before.add(process_id)
            repeated = {call.step for call in calls if call.pid not in before} & done[run]
            assert repeated == set(), "steps were done again after their checkpoint"


def _naps() -> list[dict[str, Any]]:
    return [step for _ in range(_STEPS) for step in steps("nap", seconds=random.uniform(0, 0.01))]


def test_killed_while_paused_and_approved_while_dead(
    url: str, host: FileHost, spawn: Spawn
) -> None:
    run = host.add("run-1", steps("echo", "propose", "echo"))
    process = spawn(work, url, host.path, run)
    _until(lambda: host.state(run).status == "paused")
    process.kill()
    process.join()
    host.decide(host.state(run).proposal_id, "approved")

    last = spawn(work, url, host.path, run)
    last.join(30)

    assert last.exitcode == 0
    assert host.state(run).status == "completed"
    assert [call.step for call in host.calls(run)] == [1, 2, 3]


def test_killed_while_paused_and_approved_later(url: str, host: FileHost, spawn: Spawn) -> None:
    run = host.add("run-1", steps("echo", "propose", "echo"))
    process = spawn(work, url, host.path, run)
    _until(lambda: host.state(run).status == "paused")
    process.kill()
    process.join()

    last = spawn(work, url, host.path, run)
    _until(lambda: host.events(run) == ["paused", "paused"])
    host.decide(host.state(run).proposal_id, "approved")
    last.join(30)

    assert last.exitcode == 0
    assert host.state(run).status == "completed"
    assert [call.step for call in host.calls(run)] == [1, 2, 3]


def test_a_file_belongs_to_one_process(sqlite_url: str, host: FileHost, spawn: Spawn) -> None:
    run = host.add("run-1", steps("echo", "propose"))
    owner = spawn(work, sqlite_url, host.path, run)
    _until(lambda: host.state(run).status == "paused")

    async def second() -> None:
        engine = WorkflowEngine.start(sqlite_url, host)
        with pytest.raises(StoreUnusableError, match="Another process"):
            await engine.launch()
        owner.kill()
        owner.join()
        await engine.launch()
        await engine.stop()

    asyncio.run(second())


def test_processes_share_postgresql(postgres_url: str, host: FileHost, spawn: Spawn) -> None:
    """A living process keeps its runs; those of a dead one are taken up by another, once."""
    kept = host.add("kept", steps("nap", seconds=0.05) * 40)
    lost = host.add("lost", steps("echo", "propose", "echo"))
    survivor = spawn(work, postgres_url, host.path, kept)
    _until(lambda: host.count(kept) > 0)
    victim = spawn(work, postgres_url, host.path, lost)
    _until(lambda: host.state(lost).status == "paused")
    victim.kill()
    victim.join()
    host.decide("lost/2/0", "approved")

    _until(lambda: host.state(lost).status == "completed" or not survivor.is_alive())
    survivor.join(30)

    assert survivor.exitcode == 0
    assert [call.pid for call in host.calls(lost)] == [victim.pid, survivor.pid, survivor.pid]
    assert [call.step for call in host.calls(kept)] == list(range(1, 41))
    assert {call.pid for call in host.calls(kept)} == {survivor.pid}


def test_a_run_elsewhere_is_waited_for(postgres_url: str, host: FileHost, spawn: Spawn) -> None:
    run = host.add("run-1", steps("nap", seconds=0.1) * 4)
    other = spawn(work, postgres_url, host.path, run)
    _until(lambda: host.count(run) > 0)

    async def here() -> str:
        engine = WorkflowEngine.start(postgres_url, host)
        state = await engine.run(run)
        await engine.stop()
        return state.status

    assert asyncio.run(here()) == "completed"
    assert {call.pid for call in host.calls(run)} == {other.pid}
