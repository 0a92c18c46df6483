"""Run in a process of its own: every operation of a package on its own mock, judged by others.

``python tests/generator/mock_round_trips.py FOLDER PACKAGE`` calls every operation with arguments made
from its schemas, on a vendor that holds nothing yet, by each of four clients: synchronous and
asynchronous, loose and strict. It prints the problems of each, as one JSON object. Whether the replies
are valid says jsonschema-rs, not we.
"""

import asyncio
import gc
import importlib
import json
import sys
from collections.abc import AsyncIterator, Iterator
from itertools import product
from types import ModuleType
from typing import Any

import httpx
import jsonschema_rs

from connector_runtime.client.mocking.resources import success_of

KINDS = tuple(" ".join(each) for each in product(("sync", "async"), ("strict", "loose")))


def as_json_schema(node: Any) -> Any:
    """A schema of our dialect, from the side of replies, for a judge that knows JSON Schema only.

    Where a tag says which member of a union is meant, others may fit as well: oneOf is anyOf there.
    """
    if not isinstance(node, dict):
        return node
    kept: dict[str, Any] = {}
    for key, item in node.items():
        if key in _MAPS and isinstance(item, dict):
            kept[key] = {name: as_json_schema(each) for name, each in item.items()}
        elif key in _LISTS and isinstance(item, list):
            name = "anyOf" if key == "oneOf" and "discriminator" in node else key
            kept[name] = [as_json_schema(each) for each in item]
        elif key not in _OURS:
            kept[key] = as_json_schema(item)
    if "properties" in node and "required" in kept:
        hidden = {name for name, each in node["properties"].items() if each.get("writeOnly")}
        kept["required"] = [name for name in node["required"] if name not in hidden]
    if node.get("nullable") is True:
        return {"anyOf": [kept, {"type": "null"}]}
    return kept


_OURS = frozenset({"nullable", "discriminator", "example", "examples", "default", "xml"})
_MAPS = frozenset({"properties", "patternProperties", "dependentSchemas"})
_LISTS = frozenset({"oneOf", "anyOf", "allOf", "prefixItems"})


class Trips:
    """Round trips of one package."""

    def __init__(self, package: ModuleType) -> None:
        self._package = package
        self._connector = package.CONNECTOR
        self.replies: dict[str, list[bytes]] = {}
        """By operation: every different JSON that came back from it."""

    def problems(self, kind: str) -> list[str]:
        """What does not come back where one kind of client calls every operation."""
        way, strictness = kind.split()
        prefix = {"sync": "Mock", "async": "AsyncMock"}[way]
        name = f"{prefix}{self._connector.facts['class_prefix']}Client"
        client = getattr(self._package, name)(strict=strictness == "strict")
        last = _watched(client.mock.transport)
        return asyncio.run(self._call_all(client, last))

    async def _call_all(self, client: Any, last: list[httpx.Response]) -> list[str]:
        problems: list[str] = []
        for operation in self._connector.operations:
            client.mock.reset()
            last.clear()
            try:
                await _exhausted(client.call(operation.name, operation.example_arguments()))
            except Exception as error:
                problems.append(f"{operation.name}: {type(error).__name__}: {error}")
                continue
            _, media = success_of(operation)
            if media is not None and media.kind == "json" and last and last[-1].content:
                seen = self.replies.setdefault(operation.name, [])
                if last[-1].content not in seen:
                    seen.append(last[-1].content)
        return problems

    def judged(self) -> Iterator[str]:
        """Replies that another validator refuses."""
        components = {
            name: as_json_schema(line["schema"]) for name, line in self._connector.schemas.items()
        }
        properties: dict[str, Any] = {}
        for operation in self._connector.operations:
            _, media = success_of(operation)
            if operation.name in self.replies and media is not None and media.schema:
                properties[operation.name] = as_json_schema(media.schema)
        schema = {"components": {"schemas": components}, "properties": properties}
        judge = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
        for name, contents in self.replies.items():
            for content in contents:
                for error in judge.iter_errors({name: json.loads(content)}):
                    place = "/".join(map(str, error.instance_path[1:]))
                    yield f"{name} at {place}: {error.schema_path[-1]}"


async def _exhausted(value: Any) -> None:
    """Wait for a value, and read all of it where it comes in parts."""
    if hasattr(value, "__await__"):
        value = await value
    if isinstance(value, AsyncIterator):
        async for _ in value:
            pass
    elif isinstance(value, Iterator):
        for _ in value:
            pass


def _watched(transport: Any) -> list[httpx.Response]:
    """The answers of a transport, as they come."""
    answers: list[httpx.Response] = []
    once, later = transport.handle_request, transport.handle_async_request

    def handle(request: httpx.Request) -> httpx.Response:
        answers.append(once(request))
        return answers[-1]

    async def handle_async(request: httpx.Request) -> httpx.Response:
        answers.append(await later(request))
        return answers[-1]

    transport.handle_request, transport.handle_async_request = handle, handle_async
    return answers


def main() -> None:
    """Print the problems by the kind of client, those of the judge, and how much was looked at."""
    folder, package = sys.argv[1:]
    sys.path.insert(0, folder)
    # Values of replies are trees: looking for cycles in them takes a third of the time, and finds none.
    gc.set_threshold(200_000, 20, 20)
    trips = Trips(importlib.import_module(package))
    found = {kind: trips.problems(kind) for kind in KINDS} | {"replies": list(trips.judged())}
    lines = {
        kind: [" ".join(problem.split())[:400] for problem in problems]
        for kind, problems in found.items()
    }
    print(json.dumps({"problems": lines, "replies": sum(map(len, trips.replies.values()))}))


if __name__ == "__main__":
    main()
