"""CPU of governance, in one run: over the bare client call, over a bare FastAPI endpoint, and per
decision, proposal and workflow step; and how long ``connectors serve`` takes to answer.

``python tests/benchmarks/bench_platform.py`` makes SQLite databases in a temporary folder; vendors
are mocks in the process. Rounds alternate, and medians are compared, because a machine's speed
changes from second to second. CPU is of all threads of the process that does the work.
"""

import asyncio
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI
from fastapi.responses import JSONResponse

from connector_runtime.execution.requests import Request
from connector_runtime.governance.decisions import AgentFacts, Subject, decide
from connector_runtime.platform.platform import Platform
from connector_runtime.server.app import create_app
from connector_runtime.server.bodies import ExecuteRequest

ROOT = Path(__file__).parents[2]
ROUNDS, CALLS = 9, 100
ARGUMENTS = {"channel": "#general", "text": "Hello from AI agent"}
BODIES = {
    "read": {
        "connector_id": "slack",
        "operation_name": "get_channels",
        "arguments": {"agent_id": "supervised"},
    },
    "write": {
        "connector_id": "slack",
        "operation_name": "send_message",
        "arguments": {**ARGUMENTS, "agent_id": "supervised"},
    },
}
"""A write's intent is on the disk before it is sent: what that costs depends on the machine."""
RESULT = {
    "message_id": "1774778400.000100",
    "timestamp": "2026-03-29T10:00:00Z",
    "channel": "#general",
}
READ = ("slack", "get_channels", dict[str, Any]())
WRITE = ("slack", "send_message", ARGUMENTS)


def opened(folder: Path) -> Platform:
    """A platform with two agents, a service and a mocked vendor."""
    platform = Platform.open(
        database_url=f"sqlite:///{folder}/connectors.db", folders=[ROOT / "generated"]
    )
    people = platform.membership
    if not people.tenants():
        people.add_tenant("Demo", id="demo", plan="enterprise")
        people.add_agent("demo", "Supervised", id="supervised", maturity="supervised")
        people.add_agent("demo", "Intern", id="intern", maturity="intern")
        agents = ["supervised", "intern"]
        people.add_principal("demo", "Service", id="service", kind="service", agents=agents)
        platform.connections.set_settings("demo", "slack", {"mock": True})
    return platform


def bare() -> FastAPI:
    """The same payload through FastAPI, and nothing else."""
    app = FastAPI()

    @app.post("/api/agent/integration/execute")
    async def execute(body: ExecuteRequest) -> JSONResponse:
        return JSONResponse({"status": "success", "result": RESULT})

    return app


def serve(kind: str, folder: Path) -> None:
    """What a child process does: serve, and tell its port."""
    if kind == "bare":
        app = bare()
    else:
        platform = opened(folder)
        app = create_app(platform)
        print(platform.authentication.issue("demo", "service"), flush=True)
    config = uvicorn.Config(app, port=0, log_config=None, access_log=False)
    server = uvicorn.Server(config)

    async def told() -> None:
        while not server.started:
            await asyncio.sleep(0.01)
        print(server.servers[0].sockets[0].getsockname()[1], flush=True)

    async def both() -> None:
        await asyncio.gather(server.serve(), told())

    asyncio.run(both())


class Server:
    """A child process that serves."""

    def __init__(self, kind: str, folder: Path) -> None:
        command = [sys.executable, __file__, "--serve", kind, str(folder)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        key = self._process.stdout.readline().strip() if kind == "ours" else "none"
        port = self._process.stdout.readline().strip()
        headers = {"Authorization": f"Bearer {key}"}
        self._client = httpx.Client(
            base_url=f"http://127.0.0.1:{port}", headers=headers, trust_env=False, timeout=60
        )

    def round(self, kind: str) -> float:
        """Microseconds of CPU of the server a request."""
        before = self._cpu()
        for _ in range(CALLS):
            answer = self._client.post("/api/agent/integration/execute", json=BODIES[kind])
            assert answer.json()["status"] == "success", answer.text
        return (self._cpu() - before) / CALLS * 1e6

    def end(self) -> None:
        """Stop it."""
        self._client.close()
        self._process.terminate()
        self._process.communicate()

    def _cpu(self) -> float:
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def over_http(folder: Path) -> None:
    """Our endpoint, and a bare one."""
    servers = {"bare": Server("bare", folder), "ours": Server("ours", folder)}
    taken: dict[tuple[str, str], list[float]] = {
        (name, kind): [] for name in servers for kind in BODIES
    }
    for number in range(ROUNDS + 1):
        for name, kind in taken:
            found = servers[name].round(kind)
            if number:  # the first round opens connections
                taken[name, kind].append(found)
    for server in servers.values():
        server.end()
    for kind in BODIES:
        ours, other = median(taken["ours", kind]), median(taken["bare", kind])
        print(
            f"HTTP {kind:16} {ours:8.0f} µs   bare FastAPI {other:.0f} µs: {ours / other:.1f} times"
        )


async def cpu(call: Callable[[], Awaitable[object]]) -> float:
    """Microseconds of CPU a call."""
    before = time.process_time()
    for _ in range(CALLS):
        await call()
    return (time.process_time() - before) / CALLS * 1e6


async def governed(platform: Platform) -> None:
    """The governed call over the client call, and a proposal."""
    service = await platform.registry.get_service_instance("slack", "demo")
    context = {"tenant_id": "demo", "agent_id": "supervised", "idempotency_key": "", "deadline": 30}

    def by(agent_id: str, connector: str, operation: str, arguments: Any) -> Callable[[], Any]:
        request = Request("demo", agent_id, connector, operation, arguments)
        return lambda: platform.executor.execute(request)

    calls: dict[str, Callable[[], Awaitable[object]]] = {
        "read, client": lambda: service.execute_operation(*READ[1:], context),
        "read, governed": by("supervised", *READ),
        "write, client": lambda: service.execute_operation(*WRITE[1:], context),
        "write, governed": by("supervised", *WRITE),
        "proposal": by("intern", *WRITE),
    }
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            taken[name].append(await cpu(call))
    figures = {name: median(values) for name, values in taken.items()}
    for name in ("read", "write"):
        over = figures[f"{name}, governed"] - figures[f"{name}, client"]
        print(
            f"governed {name:12} {over:8.0f} µs   over the client's {figures[f'{name}, client']:.0f} µs"
        )
    print(f"proposal              {figures['proposal']:8.0f} µs")


def decisions(platform: Platform) -> None:
    """A decision from facts, and the whole question with a cached agent."""
    agent, subject = AgentFacts("a", "t", "supervised", "active", 1), Subject(
        "slack", "send_message", 3
    )
    ask = platform.governance.can_perform_action
    loops: dict[str, Callable[[], object]] = {
        "decision": lambda: decide(agent, subject),
        "can_perform_action": lambda: ask("supervised", "integration_slack_send_message", "demo"),
    }
    for name, call in loops.items():
        call()
        before = time.process_time()
        for _ in range(20_000):
            call()
        print(f"{name:21} {(time.process_time() - before) / 20_000 * 1e6:8.1f} µs")


async def workflow(platform: Platform) -> None:
    """100 steps with governance, audit and checkpoints."""
    steps = [{"connector": READ[0], "operation": READ[1], "args": READ[2]}] * 100
    cpus: list[float] = []
    walls: list[float] = []
    for number in range(4):
        before, began = time.process_time(), time.perf_counter()
        answer = await platform.workflows.start("demo", "supervised", steps)
        assert answer["status"] == "completed", answer
        if number:  # the first one launches the engine
            cpus.append(time.process_time() - before)
            walls.append(time.perf_counter() - began)
    print(f"100-step workflow     {median(cpus):8.2f} s    of CPU, {median(walls):.2f} s in all")


def first_answer(folder: Path) -> None:
    """From the start of the process to its first answer, on a new database each time."""
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    environment |= {
        "CONNECTORS_PATH": str(ROOT / "generated"),
        "PYTHONPYCACHEPREFIX": str(folder / "pyc"),
    }
    walls: list[float] = []
    cpus: list[float] = []
    for number in range(4):
        database = f"sqlite:///{folder}/{number}.db"
        command = [
            "-m",
            "connector_runtime.cli",
            "serve",
            "--demo",
            "--port",
            "0",
            "--database",
            database,
        ]
        began = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        ) as process:
            assert process.stdout is not None
            found = re.search(rb"http://\S+:\d+", process.stdout.readline())
            assert found is not None
            urllib.request.urlopen(f"{found[0].decode()}/healthz", timeout=60).read()
            wall = time.perf_counter() - began
            stat = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
            process.terminate()
        if number:  # the first one compiles
            walls.append(wall)
            cpus.append((int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK"))
    print(f"first answer          {median(walls):8.2f} s    {median(cpus):.2f} s of CPU")


async def within(folder: Path) -> None:
    """What is measured in this process."""
    async with opened(folder) as platform:
        decisions(platform)
        await governed(platform)
        await workflow(platform)


def main() -> None:
    """Print the table."""
    if "--serve" in sys.argv:
        serve(sys.argv[2], Path(sys.argv[3]))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("within", "http", "first"):
            (folder / part).mkdir()
        asyncio.run(within(folder / "within"))
        over_http(folder / "http")
        first_answer(folder / "first")


if __name__ == "__main__":
    main()
