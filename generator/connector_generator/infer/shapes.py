"""Looking into types: records behind references, and the members of a reply by JSON pointer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from connector_generator.ir.api import Operation, ReplyMedia
from connector_generator.ir.types import (
    AnyValue,
    ArrayOf,
    MapOf,
    NamedType,
    Nullable,
    OneOf,
    Property,
    Record,
    Reference,
    Scalar,
    Type,
)

Types = Mapping[str, NamedType]
_ALIASES = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A member somewhere in a value: its JSON pointer, its wire name, its own type."""

    pointer: str
    name: str
    type: Type


def resolve(type_: Type, types: Types) -> Type:
    """The type behind null and aliases; a reference to a record stays a reference."""
    current = type_
    for _ in range(_ALIASES):
        match current:
            case Nullable(of):
                current = of
            case Reference(schema) if schema in types:
                named = types[schema]
                if isinstance(named, Record):
                    return current
                current = named.type
            case _:
                return current
    return current


def record_of(type_: Type, types: Types) -> Record | None:
    """The record that the type is, if it is one; of a union its only record."""
    resolved = resolve(type_, types)
    if isinstance(resolved, OneOf):
        records = [each for member in resolved.members if (each := record_of(member, types))]
        return records[0] if len(records) == 1 else None
    if isinstance(resolved, Reference):
        named = types.get(resolved.schema)
        return named if isinstance(named, Record) else None
    return None


def items_of(type_: Type, types: Types) -> Type | None:
    """The type of the items, where the type is a list."""
    resolved = resolve(type_, types)
    return resolved.items if isinstance(resolved, ArrayOf) else None


def is_kind(type_: Type, types: Types, *kinds: str) -> bool:
    """Whether the type is a scalar of one of these kinds, or can be anything."""
    resolved = resolve(type_, types)
    if isinstance(resolved, OneOf):
        return any(is_kind(member, types, *kinds) for member in resolved.members)
    return isinstance(resolved, AnyValue) or (
        isinstance(resolved, Scalar) and resolved.kind in kinds
    )


def success_type(operation: Operation) -> Type | None:
    """The type of the JSON reply of an operation that went well."""
    media = success_media(operation)
    return media.type if media else None


def success_media(operation: Operation) -> ReplyMedia | None:
    """The first JSON media of the first reply that has one."""
    for reply in operation.replies:
        for media in reply.media:
            if media.kind == "json" and media.type is not None:
                return media
    return None


def escape(name: str) -> str:
    """A member's name as a token of a JSON pointer (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")


def places(type_: Type, types: Types, depth: int, prefix: str = "") -> Iterator[Place]:
    """The members of a record and of the records in it, shallow ones first."""
    record = record_of(type_, types)
    if record is None:
        return
    for each in record.properties:
        yield place(each, prefix)
    if depth > 1:
        for each in record.properties:
            at = f"{prefix}/{escape(each.name.wire)}"
            yield from places(each.type, types, depth - 1, at)


def place(member: Property, prefix: str = "") -> Place:
    """Where a property stands, under a prefix."""
    return Place(f"{prefix}/{escape(member.name.wire)}", member.name.wire, member.type)


def map_values(type_: Type, types: Types) -> Type | None:
    """The type of the values, where the type is a map."""
    resolved = resolve(type_, types)
    return resolved.values if isinstance(resolved, MapOf) else None
