"""Whether the reply can be a stream, and which argument asks for one."""

from collections.abc import Mapping
from typing import Any, cast

from connector_generator.infer.inputs import inputs
from connector_generator.infer.shapes import Types, is_kind
from connector_generator.ir.api import Operation

_KINDS = ("sse", "jsonl")


def stream(operation: Operation, types: Types, extensions: Mapping[str, Any]) -> tuple[str, str]:
    """``sse``, ``jsonl`` or nothing, and the wire name of the argument that switches it on."""
    declared = extensions.get("x-connector-stream")
    if declared is False:
        return "", ""
    if isinstance(declared, str) and declared in _KINDS:
        return declared, _switch(operation, types)
    if isinstance(declared, Mapping):
        entries = cast("Mapping[str, Any]", declared)
        kind, parameter = entries.get("kind"), entries.get("parameter")
        if kind in _KINDS:
            named = isinstance(parameter, str)
            return str(kind), str(parameter) if named else _switch(operation, types)
    kinds = {media.kind for reply in operation.replies for media in reply.media}
    found = next((kind for kind in _KINDS if kind in kinds), "") or _of_fern(extensions)
    return (found, _switch(operation, types)) if found else ("", "")


def _of_fern(extensions: Mapping[str, Any]) -> str:
    """``x-fern-streaming``: true, or an object with a format (JSON lines unless it says sse)."""
    declared = extensions.get("x-fern-streaming")
    if isinstance(declared, Mapping):
        return "sse" if cast("Mapping[str, Any]", declared).get("format") == "sse" else "jsonl"
    return "jsonl" if declared is True else ""


def _switch(operation: Operation, types: Types) -> str:
    for each in inputs(operation):
        if each.wire == "stream" and is_kind(each.type, types, "bool"):
            return each.wire
    return ""
