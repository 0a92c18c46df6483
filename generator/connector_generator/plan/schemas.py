"""Component schemas as data beside the code: for values, mocks and validation, not for readers."""

from collections.abc import Iterator
from typing import Any, cast

from connector_generator.ir.api import Api
from connector_generator.ir.types import Schema
from connector_generator.location import unescape

_PROSE = frozenset({"description", "title", "externalDocs", "xml", "$comment"})
_BY_NAME = frozenset({"properties", "patternProperties", "dependentSchemas", "$defs"})
_VALUES = frozenset({"default", "example", "examples", "enum", "const"})
_PREFIX = "#/components/schemas/"


def schema_lines(api: Api) -> tuple[dict[str, Any], ...]:
    """The lines of ``schemas.jsonl``: the components that operations and webhooks reach."""
    reached = _reachable(api)
    return tuple(
        {"name": name, "python": named.name.python, "schema": lean(named.schema)}
        for name, named in sorted(api.types.items())
        if name in reached
    )


def lean(schema: Schema) -> Schema:
    """The schema without prose and vendor extensions; properties of those names stay."""
    return {
        key: _lean_value(key, value)
        for key, value in schema.items()
        if key not in _PROSE and not key.startswith("x-")
    }


def _lean_value(key: str, value: Any) -> Any:
    if key in _VALUES:
        return value
    if key in _BY_NAME and isinstance(value, dict):
        named = cast("dict[str, Any]", value)
        return {name: _lean_any(each) for name, each in named.items()}
    return _lean_any(value)


def _lean_any(value: Any) -> Any:
    match value:
        case dict():
            schema = cast("Schema", value)
            return lean(schema)
        case list():
            items = cast("list[Any]", value)
            return [_lean_any(each) for each in items]
        case _:
            return value


def _reachable(api: Api) -> frozenset[str]:
    found: set[str] = set()
    pending = [name for schema in _schemas(api) for name in _references(schema)]
    while pending:
        name = pending.pop()
        if name not in found and name in api.types:
            found.add(name)
            pending.extend(_references(api.types[name].schema))
    return frozenset(found)


def _schemas(api: Api) -> Iterator[Schema]:
    for operation in api.operations:
        yield from (parameter.schema for parameter in operation.parameters)
        yield from (media.schema for media in (operation.body.media if operation.body else ()))
        for reply in (*operation.replies, *operation.errors):
            yield from (media.schema for media in reply.media)
            yield from (header.schema for header in reply.headers)
    for webhook in api.webhooks:
        yield from webhook.content.values()


def _references(schema: Schema) -> Iterator[str]:
    """The components that a schema names anywhere inside."""
    reference = schema.get("$ref")
    if isinstance(reference, str):
        yield unescape(reference.removeprefix(_PREFIX))
    for key, value in schema.items():
        if key in _BY_NAME and isinstance(value, dict):
            named = cast("dict[str, Any]", value)
            yield from _inside(list(named.values()))
        elif key not in _VALUES:
            yield from _inside(value)


def _inside(value: Any) -> Iterator[str]:
    match value:
        case dict():
            schema = cast("Schema", value)
            yield from _references(schema)
        case list():
            items = cast("list[Any]", value)
            for item in items:
                yield from _inside(item)
        case _:
            return
