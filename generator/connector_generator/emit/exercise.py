"""Run in a process of its own: import every module of a package, call every operation of it.

``python -m connector_generator.emit.exercise FOLDER PACKAGE`` prints one JSON object a line for each
problem. A package that breaks the interpreter, hangs or leaks breaks this process and no other.
"""

import asyncio
import gc
import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx

from connector_runtime.client import Connector, Credentials, Operation
from connector_runtime.client.operation import ReplyMedia
from connector_runtime.client.values import reply_value

_BASE_URL = "https://exercise.invalid"


def module_names(folder: Path, package: str) -> Iterator[str]:
    """The import names of every module below ``folder/package``."""
    for path in sorted((folder / package).rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def import_all(folder: Path, package: str) -> Iterator[dict[str, str]]:
    """Import every module; a problem for each one that cannot be."""
    for name in module_names(folder, package):
        try:
            importlib.import_module(name)
        except Exception as error:
            yield _problem("import", name, error)


def _problem(kind: str, subject: str, error: BaseException) -> dict[str, str]:
    return {"kind": kind, "subject": subject, "error": f"{type(error).__name__}: {error}"[:2000]}


def documented_reply(operation: Operation, connector: Connector) -> tuple[int, str, bytes]:
    """Status, content type and body of the first reply that the operation documents."""
    status, media = next(iter(operation.replies.items()), ("200", ()))
    code = int(status) if status.isdigit() else 200
    if not media:
        return code, "", b""
    chosen = next((each for each in media if each.kind == "json"), media[0])
    content_type = chosen.content_type
    if "*" in content_type:
        content_type = "application/json" if chosen.kind == "json" else "application/octet-stream"
    return code, content_type, _content(chosen, reply_value(operation, connector, status))


def _content(media: ReplyMedia, value: Any) -> bytes:
    if media.kind in {"json", "jsonl"}:
        return json.dumps(value).encode()
    if media.kind == "sse":
        return f"data: {json.dumps(value)}\n\n".encode()
    return value if isinstance(value, bytes) else str(value).encode()


class _Answer:
    """Answers any request with the reply that the current operation documents."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector
        self.operation: Operation | None = None

    def __call__(self, request: httpx.Request) -> httpx.Response:
        assert self.operation is not None
        status, content_type, body = documented_reply(self.operation, self._connector)
        headers = {"content-type": content_type} if content_type else {}
        return httpx.Response(status, headers=headers, content=body, request=request)


def _credentials(facts: dict[str, Any]) -> Credentials:
    """A made-up secret for every scheme, so that any requirement can be met."""
    return Credentials(
        "exercise",
        **{
            scheme["python"]: ("user", "password") if scheme["kind"] == "basic" else "exercise"
            for scheme in facts.get("security_schemes", ())
        },
    )


def _client(package: ModuleType, prefix: str, answer: _Answer) -> Any:
    connector: Connector = package.CONNECTOR
    facts = connector.facts
    parameters = {each["name"]: "exercise" for each in facts.get("client_parameters", ())}
    client = getattr(package, f"{prefix}{facts['class_prefix']}Client")
    return client(
        _credentials(facts),
        **parameters,
        base_url=_BASE_URL,
        transport=httpx.MockTransport(answer),
        cert="exercise.pem",
        strict=True,
    )


def call_all(package: ModuleType) -> Iterator[dict[str, str]]:
    """Call every operation on the synchronous client; a problem for each call that fails."""
    connector: Connector = package.CONNECTOR
    answer = _Answer(connector)
    with _client(package, "", answer) as client:
        for operation in connector.operations:
            answer.operation = operation
            try:
                client.call(operation.name, operation.example_arguments())
            except Exception as error:
                yield _problem("call", operation.name, error)


async def call_all_async(package: ModuleType) -> list[dict[str, str]]:
    """Call every operation on the asynchronous client."""
    connector: Connector = package.CONNECTOR
    answer = _Answer(connector)
    problems: list[dict[str, str]] = []
    async with _client(package, "Async", answer) as client:
        for operation in connector.operations:
            answer.operation = operation
            try:
                await client.call(operation.name, operation.example_arguments())
            except Exception as error:
                problems.append(_problem("async call", operation.name, error))
    return problems


def exercise(folder: Path, package: str) -> Iterator[dict[str, str]]:
    """Every problem that importing and calling the package meets."""
    sys.path.insert(0, str(folder))
    failed = list(import_all(folder, package))
    yield from failed
    if not failed:
        module = importlib.import_module(package)
        yield from call_all(module)
        yield from asyncio.run(call_all_async(module))


if __name__ == "__main__":
    gc.disable()  # the process is short, and most of what it makes stays until its end
    for problem in exercise(Path(sys.argv[1]), sys.argv[2]):
        print(json.dumps(problem))  # noqa: T201
