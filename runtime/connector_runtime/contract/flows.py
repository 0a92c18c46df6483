"""Write flows: create → retrieve → update → delete, for collections that can be cleaned up. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, cast

from connector_runtime.client.operation import Operation
from connector_runtime.client.values.schema import properties_of, resolve
from connector_runtime.contract.collections import open_parameters, shape_of
from connector_runtime.contract.described import Described

MARKER = "connectorgen-contract"
CALLS = 4
"""Calls of a flow, beside the one that cleans up."""
_WRITE = 3
_FREE = ("description", "name", "title", "note", "notes", "comment", "text", "label", "summary")
_BOUND = ("enum", "const", "format", "pattern")


class Flow(NamedTuple):
    """The life of one thing. Without a way to delete it there is no flow."""

    create: Operation
    retrieve: Operation | None
    update: Operation | None
    delete: Operation


def plan_flows(operations: Iterable[Operation]) -> tuple[Flow, ...]:
    """The flows of a connector, by the names of what they create."""
    every = list(operations)
    by_place = {(each.method.upper(), shape_of(each.path)): each for each in every}
    flows: list[Flow] = []
    for each in sorted(every, key=lambda operation: operation.name):
        if each.method.upper() != "POST" or each.complexity > _WRITE:
            continue
        one = f"{shape_of(each.path)}/{{}}"
        delete = by_place.get(("DELETE", one))
        if delete is None or not _undoes(delete, each):
            continue
        updates = (by_place.get((method, one)) for method in ("PATCH", "POST", "PUT"))
        update = next((found for found in updates if found is not None), None)
        flows.append(Flow(each, by_place.get(("GET", one)), update, delete))
    return tuple(flows)


def _undoes(delete: Operation, create: Operation) -> bool:
    """Whether the identifier of what was made is all that deleting it takes."""
    wanted = [each for each in delete.parameters if each.required and not each.client_parameter]
    places = open_parameters(delete)
    asks = delete.body is not None and delete.body.required
    return len(places) == len(wanted) == len(open_parameters(create)) + 1 and not asks


def marked(
    operation: Operation, arguments: Mapping[str, Any], described: Described
) -> dict[str, Any]:
    """The arguments with our mark in the first text that is free, so that people know whose it is;
    in ``metadata`` too, where the description has that."""
    media = operation.body.media[0] if operation.body and operation.body.media else None
    result = dict(arguments)
    if media is None or not media.fields:
        return result
    schemas = properties_of(resolve(media.schema, described.lookup))
    by_wire = {wire: name for name, wire in media.fields.items()}
    for wire in _FREE:
        schema = resolve(schemas.get(wire, {}), described.lookup)
        if wire in by_wire and _is_free(schema):
            result[by_wire[wire]] = MARKER
            break
    metadata = resolve(schemas.get("metadata", {}), described.lookup)
    if "metadata" in by_wire and metadata.get("type") == "object" and not metadata.get("required"):
        result[by_wire["metadata"]] = {MARKER: "1"}
    return result


def is_marked(item: Any) -> bool:
    """Whether a thing that a list showed was made by a run of ours, and left behind."""
    if not isinstance(item, dict):
        return False
    members = cast("dict[str, Any]", item)
    metadata = members.get("metadata")
    in_metadata = isinstance(metadata, dict) and MARKER in metadata
    return in_metadata or any(members.get(name) == MARKER for name in _FREE)


def _is_free(schema: Mapping[str, Any]) -> bool:
    roomy = schema.get("maxLength", len(MARKER)) >= len(MARKER)
    return schema.get("type") == "string" and roomy and not any(key in schema for key in _BOUND)
