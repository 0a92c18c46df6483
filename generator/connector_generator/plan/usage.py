"""Which components a caller meets in replies, and which in requests.

A component becomes a model when a reply, an error or a webhook reaches it, and a TypedDict when a
request does. What nothing reaches is not emitted.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from connector_generator.ir.api import Api, Operation, Parameter
from connector_generator.ir.types import (
    Alias,
    ArrayOf,
    MapOf,
    NamedType,
    Nullable,
    OneOf,
    Property,
    Record,
    Reference,
    TupleOf,
    Type,
)
from connector_generator.plan.annotations import reply_properties, request_properties


@dataclass(frozen=True, slots=True)
class Usage:
    """Component names by the side of a call that reaches them, in the document's order."""

    replies: tuple[str, ...]
    requests: tuple[str, ...]


def usage(api: Api) -> Usage:
    """Follow the types of every operation and webhook."""
    replies = _closure(_reply_types(api), api.types, reply_properties)
    requests = _closure(_request_types(api), api.types, request_properties)
    return Usage(
        tuple(name for name in api.types if name in replies),
        tuple(name for name in api.types if name in requests),
    )


def references(type_: Type | None) -> Iterator[str]:
    """The components a type names, without those behind them."""
    match type_:
        case Reference(schema):
            yield schema
        case ArrayOf(of) | MapOf(of) | Nullable(of):
            yield from references(of)
        case TupleOf(items):
            for item in items:
                yield from references(item)
        case OneOf(members, discriminator):
            for member in members:
                yield from references(member)
            for _, schema in discriminator.mapping if discriminator else ():
                yield schema
        case _:
            return


def body_fields(operation: Operation) -> Mapping[str, tuple[Property, bool]] | None:
    """Keyword arguments of a body with whether each is required; None: one ``body`` or no body.

    The first media type decides; further ones add their own fields as optional arguments.
    """
    body = operation.body
    if body is None or not body.media or body.media[0].fields is None:
        return None
    fields: dict[str, tuple[Property, bool]] = {}
    for index, media in enumerate(body.media):
        for each in media.fields or ():
            if not each.read_only:
                required = index == 0 and body.required and each.required
                fields.setdefault(each.name.python, (each, required))
    return fields


def arguments(operation: Operation) -> tuple[Parameter, ...]:
    """The parameters in the order of a signature: path parameters as they stand in the path."""
    path = [each for each in operation.parameters if each.location == "path"]
    path.sort(key=lambda each: operation.path.find("{" + each.name.wire + "}"))
    return (*path, *(each for each in operation.parameters if each.location != "path"))


def _reply_types(api: Api) -> Iterator[Type | None]:
    for operation in api.operations:
        for reply in (*operation.replies, *operation.errors):
            for media in reply.media:
                yield media.type
                yield media.item_type
    for webhook in api.webhooks:
        yield webhook.type


def _request_types(api: Api) -> Iterator[Type]:
    for operation in api.operations:
        yield from (parameter.type for parameter in operation.parameters)
        fields = body_fields(operation)
        if fields is not None:
            yield from (each.type for each, _ in fields.values())
        elif operation.body and operation.body.media:
            yield operation.body.media[0].type
    yield from (parameter.type for parameter in api.client_parameters)


def _closure(
    roots: Iterable[Type | None],
    types: Mapping[str, NamedType],
    properties: Callable[[Record], tuple[Property, ...]],
) -> frozenset[str]:
    found: set[str] = set()
    pending = [name for root in roots for name in references(root)]
    while pending:
        name = pending.pop()
        if name in found or name not in types:
            continue
        found.add(name)
        match types[name]:
            case Alias(type=target):
                pending.extend(references(target))
            case Record() as record:
                for each in properties(record):
                    pending.extend(references(each.type))
    return frozenset(found)
