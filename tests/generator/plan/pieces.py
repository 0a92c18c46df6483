"""Small values of the intermediate representation, for tests of plans and of rendering."""

from collections.abc import Mapping
from typing import Any

from connector_generator.ir.api import (
    Api,
    Body,
    BodyMedia,
    Operation,
    Parameter,
    ParameterLocation,
    Reply,
    ReplyKind,
    ReplyMedia,
)
from connector_generator.ir.names import Name
from connector_generator.ir.types import (
    Alias,
    NamedType,
    Property,
    Record,
    Reference,
    Scalar,
    Type,
)

TEXT = Scalar("str")
NUMBER = Scalar("int")


def prop(wire: str, type_: Type = TEXT, **more: Any) -> Property:
    """An optional property; ``python`` renames it."""
    return Property(name=Name(wire, more.pop("python", wire)), type=type_, schema={}, **more)


def record(name: str, *properties: Property, **more: Any) -> Record:
    """A component of that class name."""
    return Record(
        name=Name(name, name), properties=properties, schema=more.pop("schema", {}), **more
    )


def alias(name: str, type_: Type, **more: Any) -> Alias:
    """A component that is no object."""
    return Alias(name=Name(name, name), type=type_, schema=more.pop("schema", {}), **more)


def types(*named: NamedType) -> dict[str, NamedType]:
    """Components by name."""
    return {each.name.wire: each for each in named}


def parameter(
    name: str, location: ParameterLocation = "query", type_: Type = TEXT, **more: Any
) -> Parameter:
    """A parameter; path parameters are required."""
    more.setdefault("required", location == "path")
    return Parameter(name=Name(name, name), location=location, type=type_, schema={}, **more)


def reply(type_: Type | None, kind: ReplyKind = "json", status: str = "200") -> Reply:
    """A reply with one media type."""
    media = ReplyMedia(content_type=f"application/{kind}", kind=kind, type=type_, schema={})
    return Reply(status=status, media=(media,))


def fields(*properties: Property, required: bool = True) -> Body:
    """A JSON body whose members are arguments."""
    media = BodyMedia(
        content_type="application/json",
        kind="json",
        type=Reference("Body"),
        schema={},
        fields=properties,
    )
    return Body(required=required, media=(media,))


def whole(type_: Type) -> Body:
    """A body that is one argument."""
    media = BodyMedia(content_type="application/json", kind="json", type=type_, schema={})
    return Body(required=True, media=(media,))


def operation(name: str, method_path: str, **more: Any) -> Operation:
    """An operation at ``resource.method``."""
    *resource, method = method_path.split(".")
    return Operation(
        name=Name(name, name),
        resource=tuple(resource),
        method_name=method,
        http_method=more.pop("http_method", "GET"),
        path=more.pop("path", f"/{name}"),
        **more,
    )


def api(*operations: Operation, types: Mapping[str, NamedType] | None = None, **more: Any) -> Api:
    """A connector called shop."""
    return Api(
        name="shop",
        class_prefix="Shop",
        title=more.pop("title", "Shop"),
        version="1",
        operations=operations,
        types=types or {},
        **more,
    )
