"""Small descriptions that differ in one thing, and what comparing them gives."""

import copy
import json
from pathlib import Path
from typing import Any

from connector_generator.drift import Drift, compare
from connector_generator.drift.reading import Source, read
from connector_generator.drift.surface import Surface

Node = dict[str, Any]


def text(**more: Any) -> Node:
    """A string."""
    return {"type": "string", **more}


def number(**more: Any) -> Node:
    """A number."""
    return {"type": "number", **more}


def record(*required: str, **properties: Any) -> Node:
    """An object with properties of which some are required."""
    node: Node = {"type": "object", "properties": properties}
    return {**node, "required": list(required)} if required else node


def union(key: str, *members: Node, **more: Any) -> Node:
    """A union."""
    return {key: list(members), **more}


def parameter(
    name: str = "q", schema: Node | None = None, where: str = "query", **more: Any
) -> Node:
    """A parameter."""
    return {"name": name, "in": where, "schema": text() if schema is None else schema, **more}


def body(schema: Node, media: str = "application/json", **more: Any) -> Node:
    """A request body or a reply."""
    return {"description": "d", "content": {media: {"schema": schema}}, **more}


def operation(
    *,
    sent: Node | None = None,
    received: Node | None = None,
    parameters: list[Node] | None = None,
    **more: Any,
) -> Node:
    """An operation that sends and receives these schemas."""
    node: Node = {
        "operationId": "doThing",
        "responses": {"200": body(text() if received is None else received)},
    }
    if sent is not None:
        node["requestBody"] = body(sent, required=True)
    if parameters:
        node["parameters"] = parameters
    return {**node, **more}


def document(
    *operations: Node, schemas: Node | None = None, version: str = "3.1.0", **more: Any
) -> Node:
    """A description whose operations are ``POST /thing``, ``POST /thing1``, and so on."""
    root: Node = {
        "openapi": version,
        "info": {"title": "Things", "version": "1"},
        "servers": [{"url": "https://things.example"}],
        "paths": {f"/thing{i or ''}": {"post": node} for i, node in enumerate(operations)},
        **more,
    }
    if schemas:
        root.setdefault("components", {})["schemas"] = schemas
    return copy.deepcopy(root)


def surface(folder: Path, root: Node, stem: str, **source: Any) -> Surface:
    """A description, read."""
    path = folder / f"{stem}.json"
    path.write_text(json.dumps(root, indent=1), encoding="utf-8")
    return read(Source(specs=(str(path),), shown=path.name, name="things", **source))


def drift(folder: Path, old: Node, new: Node) -> Drift:
    """What differs; the new side keeps the old side's names, as a lock has it."""
    before = surface(folder, old, "old")
    return compare(before, surface(folder, new, "new", names=before.names))


def told(found: Drift) -> set[tuple[str, str]]:
    """Ids and severities."""
    return {(each.id, str(each.severity)) for each in found.findings}
