"""Run in a process of its own: every operation of a package on its own mock, judged by others.

``python tests/generator/mock_round_trips.py FOLDER PACKAGE`` calls every operation with arguments made
from its schemas, synchronously and strictly, asynchronously and loosely, on a vendor that holds nothing
yet, and prints a line for every problem. Whether the replies are valid says jsonschema-rs, not we.
"""

import asyncio
import importlib
import inspect
import json
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import httpx
import jsonschema_rs

from connector_runtime.client.mocking.resources import success_of


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
        self.replies: dict[str, Any] = {}
        self.last = httpx.Response(200)

    def client(self, prefix: str, *, strict: bool) -> Any:
        """A mock client of one kind."""
        name = f"{prefix}{self._connector.facts['class_prefix']}Client"
        return getattr(self._package, name)(strict=strict)

    def synchronous(self) -> Iterator[str]:
        """Problems of the synchronous client, which is strict."""
        client = self.client("Mock", strict=True)
        sent = client.mock.transport.handle_request

        def handle(request: httpx.Request) -> httpx.Response:
            self.last = sent(request)
            return self.last

        client.mock.transport.handle_request = handle
        for operation in self._connector.operations:
            client.mock.reset()
            try:
                value = client.call(operation.name, operation.example_arguments())
                if hasattr(value, "__next__"):
                    list(value)
            except Exception as error:
                yield f"call {operation.name}: {type(error).__name__}: {error}"
                continue
            _, media = success_of(operation)
            if media is not None and media.kind == "json" and self.last.content:
                self.replies[operation.name] = json.loads(self.last.content)

    async def asynchronous(self) -> list[str]:
        """Problems of the asynchronous client, which is loose."""
        problems: list[str] = []
        client = self.client("AsyncMock", strict=False)
        for operation in self._connector.operations:
            client.mock.reset()
            try:
                value = await client.call(operation.name, operation.example_arguments())
                if inspect.isasyncgen(value) or hasattr(value, "__anext__"):
                    _ = [each async for each in value]
            except Exception as error:
                problems.append(f"async call {operation.name}: {type(error).__name__}: {error}")
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
        for error in judge.iter_errors(self.replies):
            name, *path = error.instance_path
            yield f"reply of {name} at {'/'.join(map(str, path))}: {error.schema_path[-1]}"


def main() -> None:
    """Print the problems."""
    folder, package = sys.argv[1:]
    sys.path.insert(0, folder)
    trips = Trips(importlib.import_module(package))
    problems = [*trips.synchronous(), *asyncio.run(trips.asynchronous()), *trips.judged()]
    for problem in problems:
        print(" ".join(problem.split())[:400])


if __name__ == "__main__":
    main()
