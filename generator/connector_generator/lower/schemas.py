"""Schemas of the normalised dialect become types."""

from collections.abc import Mapping
from typing import Any

from connector_generator.ir.names import Name
from connector_generator.ir.types import (
    Alias,
    AnyValue,
    ArrayOf,
    Binary,
    Discriminator,
    Enumeration,
    MapOf,
    NamedType,
    Nullable,
    OneOf,
    Property,
    Record,
    Reference,
    Scalar,
    ScalarKind,
    Schema,
    TupleOf,
    Type,
)
from connector_generator.lower.naming import RESERVED_IN_MODELS, allocate_members
from connector_generator.lower.reading import Node, items, mapping, nodes, text, texts

PREFIX = "#/components/schemas/"

_STRING_FORMATS: Mapping[str, ScalarKind] = {
    "date-time": "datetime",
    "date": "date",
    "time": "time",
    "uuid": "UUID",
    "byte": "bytes",
    "decimal": "Decimal",
}
_SCALARS: Mapping[str, ScalarKind] = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
}
ANY = AnyValue()


def component(reference: str) -> str:
    """The component name that a schema reference of the normalised dialect means."""
    return reference.removeprefix(PREFIX)


def lower_type(schema: Node) -> Type:
    """The type of one schema."""
    bare = _bare_type(schema)
    if schema.get("nullable") is True and not isinstance(bare, AnyValue | Nullable):
        return Nullable(bare)
    return bare


def _bare_type(schema: Node) -> Type:
    if "$ref" in schema:
        return Reference(component(schema["$ref"]))
    for keyword in ("oneOf", "anyOf"):
        if keyword in schema:
            return _union(schema, keyword)
    if "enum" in schema:
        return _enumeration(schema)
    match schema.get("type"):
        case "array":
            return _array(schema)
        case "object":
            return _map(schema)
        case str(name):
            return _scalar(name, text(schema, "format"))
        case _:
            return ANY


def _scalar(name: str, format_name: str) -> Type:
    if name == "string" and format_name == "binary":
        return Binary()
    if name == "string":
        return Scalar(_STRING_FORMATS.get(format_name, "str"))
    if name == "number" and format_name == "decimal":
        return Scalar("Decimal")
    return Scalar(_SCALARS[name]) if name in _SCALARS else ANY


def _enumeration(schema: Node) -> Type:
    values = items(schema, "enum")
    if not all(isinstance(value, str | int | bool) for value in values):
        name = schema.get("type")
        return _scalar(name, "") if isinstance(name, str) and name in _SCALARS else ANY
    return Enumeration(tuple(values), open=schema.get("x-open-enum") is True)


def _array(schema: Node) -> Type:
    prefix = tuple(lower_type(item) for item in nodes(schema, "prefixItems"))
    if not prefix:
        return ArrayOf(lower_type(mapping(schema, "items")))
    if schema.get("minItems") == len(prefix) == schema.get("maxItems"):
        return TupleOf(prefix)
    return ArrayOf(ANY)


def _map(schema: Node) -> Type:
    return MapOf(lower_type(mapping(schema, "additionalProperties")))


def _union(schema: Node, keyword: str) -> Type:
    members: list[Type] = []
    for member in nodes(schema, keyword):
        lowered = lower_type(member)
        if lowered not in members:
            members.append(lowered)
    if ANY in members:
        return ANY
    plain = _with_open_enumeration(members)
    if len(plain) == 1:
        return plain[0]
    return OneOf(tuple(plain), _discriminator(schema))


def _with_open_enumeration(members: list[Type]) -> list[Type]:
    """An enumeration beside its own base type is an open enumeration, and one member."""
    enumerations = [member for member in members if isinstance(member, Enumeration)]
    if len(enumerations) == 1 and all(isinstance(value, str) for value in enumerations[0].values):
        base = Scalar("str")
        if base in members:
            opened = Enumeration(enumerations[0].values, open=True)
            return [opened if m == enumerations[0] else m for m in members if m != base]
    return members


def _discriminator(schema: Node) -> Discriminator | None:
    declared = mapping(schema, "discriminator")
    if not declared:
        return None
    pairs = mapping(declared, "mapping").items()
    return Discriminator(
        text(declared, "propertyName"), tuple((tag, component(target)) for tag, target in pairs)
    )


def _is_record(schema: Node) -> bool:
    return (
        schema.get("type") == "object"
        and bool(mapping(schema, "properties"))
        and "anyOf" not in schema
        and "oneOf" not in schema
    )


def lower_named(name: Name, schema: Schema) -> NamedType:
    """One component: a record when it is an object with properties, else an alias."""
    pointer = text(schema, "x-connector-pointer")
    description = text(schema, "description") or _sentence(text(schema, "title"))
    if not _is_record(schema):
        return Alias(
            name=name,
            type=lower_type(schema),
            description=description,
            schema=schema,
            pointer=pointer,
        )
    extra = mapping(schema, "additionalProperties")
    return Record(
        name=name,
        properties=_properties(schema, pointer),
        extra=lower_type(extra) if extra else None,
        description=description,
        schema=schema,
        pointer=pointer,
    )


def _sentence(title: str) -> str:
    """A title that describes; one word is but another name."""
    return title if " " in title.strip() else ""


def _properties(schema: Node, pointer: str) -> tuple[Property, ...]:
    declared = mapping(schema, "properties")
    required = frozenset(texts(schema, "required"))
    names = allocate_members(tuple(declared), reserved=RESERVED_IN_MODELS)
    return tuple(
        _property(name, declared[name.wire], name.wire in required, pointer) for name in names
    )


def _property(name: Name, schema: dict[str, Any], required: bool, parent: str) -> Property:
    return Property(
        name=name,
        type=lower_type(schema),
        required=required,
        read_only=schema.get("readOnly") is True,
        write_only=schema.get("writeOnly") is True,
        deprecated=schema.get("deprecated") is True,
        description=text(schema, "description"),
        schema=schema,
        pointer=text(schema, "x-connector-pointer") or f"{parent}/properties/{name.wire}",
    )
