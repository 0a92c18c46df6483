"""Small values of the intermediate representation, for tests of inference."""

from collections.abc import Mapping
from typing import Any, Literal

from connector_generator.ir.api import (
    Api,
    Body,
    BodyMedia,
    Operation,
    Parameter,
    ParameterLocation,
    Reply,
    ReplyHeader,
    ReplyKind,
    ReplyMedia,
    SecurityUse,
)
from connector_generator.ir.names import Name
from connector_generator.ir.types import (
    ArrayOf,
    NamedType,
    Property,
    Record,
    Reference,
    Scalar,
    ScalarKind,
    Type,
)

TEXT = Scalar("str")
NUMBER = Scalar("int")
FLAG = Scalar("bool")
SCALARS: Mapping[str, ScalarKind] = {"string": "str", "integer": "int", "boolean": "bool"}


def member(wire: str, type_: Type = TEXT, *, required: bool = False, **schema: Any) -> Property:
    return Property(name=Name(wire, wire), type=type_, required=required, schema=schema)


def record(key: str, **members: Type) -> Record:
    """Names of members are written with ``__`` for what Python does not allow."""
    properties = tuple(member(wire.replace("__", "."), type_) for wire, type_ in members.items())
    return Record(name=Name(key, key), properties=properties, schema={})


def types(*records: NamedType) -> dict[str, NamedType]:
    return {each.name.wire: each for each in records}


def many(key: str) -> ArrayOf:
    return ArrayOf(Reference(key))


def parameter(
    wire: str,
    type_: Type = TEXT,
    location: ParameterLocation = "query",
    *,
    required: bool = False,
    client_parameter: bool = False,
) -> Parameter:
    return Parameter(
        name=Name(wire, wire),
        location=location,
        type=type_,
        schema={},
        required=required,
        client_parameter=client_parameter,
    )


def body(*fields: Property) -> Body:
    media = BodyMedia(
        content_type="application/json",
        kind="json",
        type=Reference("Body"),
        schema={},
        fields=fields,
    )
    return Body(required=any(each.required for each in fields), media=(media,))


def reply(
    type_: Type | None,
    status: str = "200",
    kind: ReplyKind = "json",
    headers: tuple[str, ...] = (),
) -> Reply:
    media = ReplyMedia(content_type="application/json", kind=kind, type=type_, schema={})
    return Reply(
        status=status,
        media=(media,),
        headers=tuple(ReplyHeader(name=each, schema={}) for each in headers),
    )


def operation(
    http_method: Literal["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "QUERY", "COPY"],
    path: str,
    name: str = "call",
    *parameters: Parameter,
    answers: Reply | None = None,
    takes: Body | None = None,
    errors: tuple[Reply, ...] = (),
    resource: tuple[str, ...] = (),
    security: tuple[tuple[SecurityUse, ...], ...] = (),
    deprecated: bool = False,
) -> Operation:
    return Operation(
        name=Name(name, name),
        resource=resource,
        method_name=name,
        http_method=http_method,
        path=path,
        parameters=parameters,
        body=takes,
        replies=(answers,) if answers else (),
        errors=errors,
        security=security,
        deprecated=deprecated,
        pointer=f"/{http_method}{path}",
    )


def api(*operations: Operation, known: Mapping[str, NamedType] | None = None, **more: Any) -> Api:
    return Api(
        name="acme",
        class_prefix="Acme",
        title="Acme",
        version="1",
        operations=operations,
        types=known or {},
        **more,
    )
