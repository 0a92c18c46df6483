"""CPU of one call with a typed reply of 3.9 kB, over bare httpx with ``json``; in one run.

``python tests/benchmarks/bench_call.py`` builds a small connector, starts a server on loopback in a
process of its own, and prints microseconds of CPU a call: of bare httpx, of bare httpx with a pydantic
model, and of ours, synchronous and asynchronous; then the same without sockets. Rounds alternate, and
medians are compared, because a machine's speed changes from second to second.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from connector_generator.pipeline import build
from connector_generator.request import BuildRequest

ROUNDS, CALLS = 15, 300
TASK = {
    "gid": "1200000000000001",
    "name": "Write the release notes",
    "completed": False,
    "created_at": "2026-01-02T03:04:05.000Z",
    "notes": "What changed, and what a reader must do. " * 27,
    "assignee": {"gid": "12", "name": "Ada Lovelace", "resource_type": "user"},
    "followers": [
        {"gid": str(n), "name": f"Follower {n}", "resource_type": "user"} for n in range(20)
    ],
    "tags": [{"gid": str(n), "name": f"Tag {n}", "color": "dark-blue"} for n in range(12)],
    "custom_fields": [
        {"gid": str(n), "name": f"Field {n}", "number_value": n * 1.5, "enabled": True}
        for n in range(9)
    ],
}
BODY = json.dumps({"data": TASK}).encode()
_TEXT, _FLAG = {"type": "string"}, {"type": "boolean"}


def _record(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(**properties: Any) -> dict[str, Any]:
    return {"type": "array", "items": _record(**properties)}


_USER = {"gid": _TEXT, "name": _TEXT, "resource_type": _TEXT}
_DATA = _record(
    gid=_TEXT,
    name=_TEXT,
    completed=_FLAG,
    created_at={"type": "string", "format": "date-time"},
    notes=_TEXT,
    assignee=_record(**_USER),
    followers=_list(**_USER),
    tags=_list(gid=_TEXT, name=_TEXT, color=_TEXT),
    custom_fields=_list(gid=_TEXT, name=_TEXT, number_value={"type": "number"}, enabled=_FLAG),
)
SPEC = {
    "openapi": "3.1.0",
    "info": {"title": "Tasks", "version": "1"},
    "servers": [{"url": "https://tasks.example"}],
    "paths": {
        "/tasks/{gid}": {
            "get": {
                "operationId": "getTask",
                "parameters": [{"name": "gid", "in": "path", "required": True, "schema": _TEXT}],
                "responses": {
                    "200": {
                        "description": "A task.",
                        "content": {"application/json": {"schema": _record(data=_DATA)}},
                    }
                },
            }
        }
    },
}
_SERVER = """
import asyncio, sys
body = sys.stdin.buffer.read()
head = b"HTTP/1.1 200 OK\\r\\ncontent-type: application/json\\r\\ncontent-length: %d\\r\\n\\r\\n" % len(body)
class Answer(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
    def data_received(self, data):
        if data.endswith(b"\\r\\n\\r\\n"):
            self.transport.write(head + body)
async def main():
    server = await asyncio.get_running_loop().create_server(Answer, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""


def measure(call: Callable[[], object]) -> float:
    """Microseconds of CPU for one call."""
    start = time.process_time()
    for _ in range(CALLS):
        call()
    return (time.process_time() - start) / CALLS * 1e6


async def measure_async(call: Callable[[], Coroutine[Any, Any, object]]) -> float:
    """Microseconds of CPU for one awaited call."""
    start = time.process_time()
    for _ in range(CALLS):
        await call()
    return (time.process_time() - start) / CALLS * 1e6


def report(title: str, rounds: list[dict[str, float]]) -> None:
    """Medians, and the ratio to bare httpx."""
    floor = median(each["bare httpx + json"] for each in rounds)
    print(title)
    for name in rounds[0]:
        value = median(each[name] for each in rounds)
        print(f"  {name:<22} {value:7.1f} µs  {value / floor:5.2f} x")


def synchronous(
    package: Any, url: str, transport: httpx.BaseTransport | None
) -> list[dict[str, float]]:
    """Rounds of the synchronous clients."""
    model = package.models.GetTaskReply
    ours = package.TasksClient(base_url=url, allow_http=True, transport=transport)
    with httpx.Client(base_url=url, transport=transport) as bare, ours:
        programs: dict[str, Callable[[], object]] = {
            "bare httpx + json": lambda: json.loads(bare.get("/tasks/1").content),
            "bare httpx + pydantic": lambda: model.model_validate_json(
                bare.get("/tasks/1").content
            ),
            "ours": lambda: ours.tasks.retrieve("1"),
        }
        return [{name: measure(call) for name, call in programs.items()} for _ in range(ROUNDS)]


async def asynchronous(package: Any, url: str) -> list[dict[str, float]]:
    """Rounds of the asynchronous clients."""
    ours = package.AsyncTasksClient(base_url=url, allow_http=True)
    async with httpx.AsyncClient(base_url=url) as bare, ours:

        async def plain() -> object:
            return json.loads((await bare.get("/tasks/1")).content)

        async def typed() -> object:
            return await ours.tasks.retrieve("1")

        programs = {"bare httpx + json": plain, "ours": typed}
        return [
            {name: await measure_async(call) for name, call in programs.items()}
            for _ in range(ROUNDS)
        ]


def main() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder, "tasks.json")
        spec.write_text(json.dumps(SPEC))
        build(BuildRequest(specs=(str(spec),), output=Path(folder, "built")))
        sys.path.insert(0, str(Path(folder, "built")))
        import tasks

        server = subprocess.Popen(
            [sys.executable, "-c", _SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(BODY)
        server.stdin.close()
        url = f"http://127.0.0.1:{int(server.stdout.readline())}"
        try:
            print(f"{len(BODY)} bytes")
            report("loopback, synchronous", synchronous(tasks, url, None))
            report("loopback, asynchronous", asyncio.run(asynchronous(tasks, url)))
        finally:
            server.kill()
            server.wait()
        reply = httpx.MockTransport(
            lambda _: httpx.Response(
                200, headers={"content-type": "application/json"}, content=BODY
            )
        )
        report("in process, synchronous", synchronous(tasks, "https://tasks.example", reply))


if __name__ == "__main__":
    main()
