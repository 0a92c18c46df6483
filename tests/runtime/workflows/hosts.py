"""A host whose records and calls are in a SQLite file, so that they outlive a killed process."""

import asyncio
import json
import os
import sqlite3
from collections.abc import Collection, Generator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from connector_runtime.errors import StoreUnavailableError
from connector_runtime.execution.requests import idempotency_key
from connector_runtime.workflows.engine import WorkflowEngine
from connector_runtime.workflows.host import (
    Pause,
    RunState,
    RunStatus,
    StepResult,
    Waiting,
)
from connector_runtime.workflows.plans import Plan, Step, plan_of

_TABLES = """
PRAGMA journal_mode = WAL;
CREATE TABLE runs (id TEXT PRIMARY KEY, plan TEXT, state TEXT);
CREATE TABLE calls (n INTEGER PRIMARY KEY, pid INTEGER, run TEXT, step INTEGER, key TEXT, args TEXT);
CREATE TABLE proposals (id TEXT PRIMARY KEY, state TEXT, expires REAL, outcome TEXT);
CREATE TABLE events (n INTEGER PRIMARY KEY, run TEXT, what TEXT);
"""


@dataclass(frozen=True)
class Call:
    """A call that reached the vendor."""

    pid: int
    step: int
    key: str
    arguments: dict[str, Any]


def steps(*operations: str, **arguments: Any) -> list[dict[str, Any]]:
    """Steps with these operations of one connector, all with the same arguments."""
    return [{"connector": "acme", "operation": name, "args": arguments} for name in operations]


class FileHost:
    """Operations: echo, nap, fail (until mended), crash, odd, and propose (waits for ``decide``)."""

    def __init__(self, path: Path, time_to_live: float = 3600) -> None:
        self.path = path
        self._time_to_live = time_to_live
        self.outages = 0
        """How many calls of ``finished`` meet a store that is away."""
        if not path.exists():
            with closing(sqlite3.connect(path)) as connection:
                connection.executescript(_TABLES)

    @contextmanager
    def _open(self) -> Generator[sqlite3.Connection]:
        connection = sqlite3.connect(self.path, isolation_level=None, timeout=10)
        connection.execute("PRAGMA synchronous = OFF")
        with closing(connection):
            yield connection

    def add(self, run_id: str, workflow_steps: list[dict[str, Any]]) -> str:
        with self._open() as rows:
            state = json.dumps({"status": "running"})
            rows.execute(
                "INSERT INTO runs VALUES (?, ?, ?)", (run_id, json.dumps(workflow_steps), state)
            )
        return run_id

    def calls(self, run_id: str) -> list[Call]:
        with self._open() as rows:
            found = rows.execute(
                "SELECT pid, step, key, args FROM calls WHERE run = ? ORDER BY n", (run_id,)
            )
            return [Call(pid, step, key, json.loads(args)) for pid, step, key, args in found]

    def count(self, run_id: str) -> int:
        with self._open() as rows:
            return rows.execute("SELECT count(*) FROM calls WHERE run = ?", (run_id,)).fetchone()[0]

    def events(self, run_id: str) -> list[str]:
        with self._open() as rows:
            found = rows.execute("SELECT what FROM events WHERE run = ? ORDER BY n", (run_id,))
            return [what for (what,) in found]

    def decide(self, proposal_id: str, state: str) -> None:
        with self._open() as rows:
            rows.execute("UPDATE proposals SET state = ? WHERE id = ?", (state, proposal_id))

    def mend(self, run_id: str) -> None:
        """The vendor is well again, and the run is to go on."""
        with self._open() as rows:
            rows.execute("INSERT INTO events (run, what) VALUES (?, 'mended')", (run_id,))
            self._keep(rows, RunState(run_id, "running"))

    async def steps_of(self, run_id: str) -> Plan:
        with self._open() as rows:
            (plan,) = rows.execute("SELECT plan FROM runs WHERE id = ?", (run_id,)).fetchone()
        return plan_of(json.loads(plan), most=1000)

    async def execute(self, run_id: str, step: Step, arguments: dict[str, Any]) -> StepResult:
        if step.operation == "propose":
            return self._propose(run_id, step)
        if step.operation == "nap":
            await asyncio.sleep(arguments["seconds"])
        return self._call(run_id, step, arguments)

    def _call(self, run_id: str, step: Step, arguments: dict[str, Any]) -> StepResult:
        with self._open() as rows:
            rows.execute(
                "INSERT INTO calls (pid, run, step, key, args) VALUES (?, ?, ?, ?, ?)",
                (
                    os.getpid(),
                    run_id,
                    step.number,
                    idempotency_key(run_id, step.number),
                    json.dumps(arguments),
                ),
            )
        if step.operation == "fail" and "mended" not in self.events(run_id):
            return StepResult("error", error="Vendor is ill", code="UPSTREAM_ERROR")
        if step.operation == "crash":
            raise RuntimeError("password=hunter2")
        if step.operation == "odd":
            return StepResult("success", result={"at": datetime.now(UTC)})
        return StepResult("success", result=arguments)

    def _propose(self, run_id: str, step: Step) -> StepResult:
        expires = datetime.now(UTC) + timedelta(seconds=self._time_to_live)
        with self._open() as rows:
            (before,) = rows.execute(
                "SELECT count(*) FROM proposals WHERE id LIKE ?", (f"{run_id}/{step.number}/%",)
            ).fetchone()
            proposal_id = f"{run_id}/{step.number}/{before}"
            rows.execute(
                "INSERT INTO proposals VALUES (?, 'pending', ?, NULL)",
                (proposal_id, expires.timestamp()),
            )
        return StepResult("proposal_created", proposal_id=proposal_id, expires_at=expires)

    async def settle(self, run_id: str, step: Step, proposal_id: str) -> StepResult:
        with self._open() as rows:
            state, expires, outcome = rows.execute(
                "SELECT state, expires, outcome FROM proposals WHERE id = ?", (proposal_id,)
            ).fetchone()
            if outcome is not None:
                return StepResult("success", result=json.loads(outcome))
            if state == "approved":
                done = self._call(run_id, step, dict(step.arguments))
                rows.execute(
                    "UPDATE proposals SET outcome = ? WHERE id = ?",
                    (json.dumps(done.result), proposal_id),
                )
                return done
        if state == "rejected":
            return StepResult("error", error="Proposal rejected", code="PROPOSAL_ALREADY_DECIDED")
        if expires <= datetime.now(UTC).timestamp():
            return StepResult("error", error="Proposal expired", code="PROPOSAL_EXPIRED")
        return StepResult("pending")

    async def decided(self, waiting: Sequence[Waiting]) -> Collection[Waiting]:
        with self._open() as rows:
            pending = {
                one for (one,) in rows.execute("SELECT id FROM proposals WHERE state = 'pending'")
            }
        return [one for one in waiting if one.proposal_id not in pending]

    async def paused(self, run_id: str, pause: Pause) -> None:
        with self._open() as rows:
            rows.execute("INSERT INTO events (run, what) VALUES (?, 'paused')", (run_id,))
            self._keep(rows, RunState(run_id, "paused", pause.results, pause.proposal_id))

    async def finished(self, run_id: str, status: RunStatus, results: tuple[Any, ...]) -> None:
        if self.outages:
            self.outages -= 1
            raise StoreUnavailableError
        with self._open() as rows:
            rows.execute("INSERT INTO events (run, what) VALUES (?, ?)", (run_id, status))
            self._keep(rows, RunState(run_id, status, results))

    def _keep(self, rows: sqlite3.Connection, state: RunState) -> None:
        document = {
            "status": state.status,
            "results": state.results,
            "proposal_id": state.proposal_id,
        }
        rows.execute("UPDATE runs SET state = ? WHERE id = ?", (json.dumps(document), state.run_id))

    async def state_of(self, run_id: str) -> RunState:
        return self.state(run_id)

    def state(self, run_id: str) -> RunState:
        with self._open() as rows:
            (text,) = rows.execute("SELECT state FROM runs WHERE id = ?", (run_id,)).fetchone()
        state = json.loads(text)
        return RunState(
            run_id,
            state["status"],
            tuple(state.get("results", ())),
            state.get("proposal_id", ""),
        )


def work(url: str, path: Path, *run_ids: str) -> None:
    """What a process that may be killed does: take up what there is, and these runs."""

    async def to_the_end(engine: WorkflowEngine, run_id: str) -> None:
        state = await engine.run(run_id)
        await engine.wait(run_id, past=state.proposal_id)

    async def all_of_it() -> None:
        engine = WorkflowEngine.start(url, FileHost(path))
        await asyncio.gather(*(to_the_end(engine, run_id) for run_id in run_ids))
        await engine.stop()

    asyncio.run(all_of_it())
