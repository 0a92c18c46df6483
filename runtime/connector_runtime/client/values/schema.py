"""What the other modules of this package say about schemas: the dialect's names and small facts.

Schemas are those of the normalised dialect (``operations.jsonl``, ``schemas.jsonl``): plain JSON
trees whose references are all ``#/components/schemas/<key>``.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Literal, TypeAlias, TypeGuard

JSON: TypeAlias = Any
"""A JSON value: None, bool, int, float, str, list of JSON or dict of str to JSON."""

Schema: TypeAlias = Mapping[str, Any]

Lookup: TypeAlias = Callable[[str], Schema]
"""Component key to schema; raises KeyError for a key that does not exist."""

View: TypeAlias = Literal["request", "reply"]
"""Which side is described: readOnly properties are no part of a request, writeOnly of a reply."""

_PREFIX = "#/components/schemas/"
_HIDDEN: dict[View, str] = {"request": "readOnly", "reply": "writeOnly"}


def component_key(schema: Schema) -> str | None:
    """The component that ``schema`` refers to, or None when it is no reference."""
    ref = schema.get("$ref")
    return str(ref).removeprefix(_PREFIX) if ref is not None else None


def resolve(schema: Schema, lookup: Lookup) -> Schema:
    """The schema behind a chain of references; ``{}`` where it finds nothing or goes in circles."""
    seen: set[str] = set()
    while (key := component_key(schema)) is not None:
        if key in seen:
            return {}
        seen.add(key)
        try:
            schema = lookup(key)
        except KeyError:
            return {}
    return schema


def nullable(schema: Schema, lookup: Lookup) -> bool:
    """Whether null is allowed, by the schema itself or by what it refers to."""
    if schema.get("nullable"):
        return True
    return "$ref" in schema and bool(resolve(schema, lookup).get("nullable"))


def hidden_of(schema: Schema, view: View, lookup: Lookup) -> Collection[str]:
    """The names of the properties of an object that are no part of the given side.

    A mark on a shared component says what it is elsewhere: who requires it here means to have it.
    """
    mark, required = _HIDDEN[view], required_of(schema)
    return {
        name
        for name, inner in properties_of(schema).items()
        if inner.get(mark)
        or ("$ref" in inner and name not in required and resolve(inner, lookup).get(mark))
    }


def is_mapping(value: JSON) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def is_list(value: JSON) -> TypeGuard[list[Any]]:
    """Whether a JSON value is an array."""
    return isinstance(value, list)


def properties_of(schema: Schema) -> Mapping[str, Schema]:
    """The declared properties of an object."""
    properties: Mapping[str, Schema] = schema.get("properties", {})
    return properties


def required_of(schema: Schema) -> Sequence[str]:
    """The names that an object must have."""
    required: Sequence[str] = schema.get("required", ())
    return required


def rest_of(schema: Schema) -> Schema | None:
    """The schema of properties that are not declared; None where there may be none."""
    rest: Any = schema.get("additionalProperties", True)
    if rest is False:
        return None
    return rest if is_mapping(rest) else {}


def variants(schema: Schema) -> Sequence[Schema]:
    """The members of a union, or nothing."""
    members: Sequence[Schema] = schema["anyOf"] if "anyOf" in schema else schema.get("oneOf", ())
    return members


def tag_property(schema: Schema) -> str:
    """The discriminator's property, or nothing."""
    discriminator: Schema = schema.get("discriminator", {})
    return str(discriminator.get("propertyName", ""))


def tags_by_component(schema: Schema) -> dict[str, list[str]]:
    """The discriminator's tags by the component they stand for."""
    discriminator: Schema = schema.get("discriminator", {})
    mapping: Mapping[str, str] = discriminator.get("mapping", {})
    tags: dict[str, list[str]] = {}
    for tag, ref in mapping.items():
        tags.setdefault(ref.removeprefix(_PREFIX), []).append(tag)
    return tags
