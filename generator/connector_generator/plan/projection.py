"""A type as the JSON Schema that datamodel-code-generator is given.

Only what decides a Python type is said: no descriptions, no constraints (a reply is never refused
for its length), and names of components are stubs, so that nothing foreign has to be resolved.
"""

from typing import Any

from connector_generator.ir.types import (
    AnyValue,
    ArrayOf,
    Binary,
    Enumeration,
    MapOf,
    Nullable,
    OneOf,
    Reference,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
)
from connector_generator.plan.annotations import Types, is_record

_SCALARS: dict[ScalarKind, dict[str, Any]] = {
    "str": {"type": "string"},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "Decimal": {"type": "number", "format": "decimal"},
    "datetime": {"type": "string", "format": "date-time"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time"},
    "bytes": {"type": "string", "format": "binary"},
    "UUID": {"type": "string", "format": "uuid"},
    "None": {"type": "null"},
}
_JSON_TYPES: dict[type, str] = {str: "string", bool: "boolean", int: "integer", float: "number"}


def project(type_: Type, types: Types) -> dict[str, Any] | None:
    """The schema of a type, or None where only we can say it: several models in one place."""
    match type_:
        case Scalar(kind):
            return _SCALARS[kind]
        case AnyValue():
            return {}
        case Binary():
            return _SCALARS["bytes"]
        case Enumeration():
            return _enumeration(type_)
        case ArrayOf(items):
            return _around("items", items, types, "array")
        case MapOf(values):
            return _around("additionalProperties", values, types, "object")
        case Reference(schema):
            named = types.get(schema)
            return {"$ref": f"#/$defs/{named.name.python}"} if named else {}
        case OneOf() | TupleOf():
            return _union(type_, types)
        case Nullable(of):
            inner = project(of, types)
            return inner and {"anyOf": [inner, _SCALARS["None"]]}


def _around(key: str, inner: Type, types: Types, kind: str) -> dict[str, Any] | None:
    schema = project(inner, types)
    return None if schema is None else {"type": kind, key: schema}


def _enumeration(type_: Enumeration) -> dict[str, Any]:
    kinds = list(dict.fromkeys(_JSON_TYPES[type(value)] for value in type_.values))
    plain = [{"type": kind} for kind in kinds]
    if "number" in kinds or not kinds:
        return {"anyOf": plain} if len(plain) > 1 else plain[0] if plain else {}
    literals: dict[str, Any] = {"enum": list(type_.values)}
    if len(kinds) == 1:
        literals["type"] = kinds[0]
    return {"anyOf": [*plain, literals] if type_.open else [literals, *plain]}


def _union(type_: OneOf | TupleOf, types: Types) -> dict[str, Any] | None:
    if isinstance(type_, TupleOf):
        items = _union(OneOf(type_.items), types)
        return None if items is None else {"type": "array", "items": items}
    members = type_.members
    if sum(isinstance(m, Reference) and is_record(m.schema, types) for m in members) > 1:
        return None
    schemas = [project(member, types) for member in members]
    known = [schema for schema in schemas if schema is not None]
    return {"anyOf": known} if len(known) == len(schemas) and {} not in known else None
