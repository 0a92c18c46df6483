"""Gives names to long enumerations, which would fill a page where they stand.

A name is built like that of any inline schema: the owner, then the property or argument. It becomes
an alias beside the owner, so that an annotation stays readable and a caller can import the type.
"""

from dataclasses import dataclass, replace

from connector_generator.ir.api import Api, Body, BodyMedia, Operation, Parameter
from connector_generator.ir.names import Name
from connector_generator.ir.types import (
    Alias,
    ArrayOf,
    Enumeration,
    MapOf,
    NamedType,
    Nullable,
    OneOf,
    Property,
    Record,
    Reference,
    Type,
)
from connector_generator.plan.annotations import enumeration, plain

_LONG = 64
"""Characters; with the attribute's name and its default this is about one line."""


def name_long_enumerations(api: Api) -> Api:
    """The same API with an alias for each long enumeration of a record or an argument."""
    names = _Names(api)
    types = {key: names.record(key, named) for key, named in api.types.items()}
    operations = tuple(names.operation(each) for each in api.operations)
    return replace(api, operations=operations, types=types | names.added)


def _pascal(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))


@dataclass(frozen=True, slots=True)
class _Origin:
    """Who owns an enumeration: its name, the component it is grouped with, its pointer."""

    name: str
    parent: str
    pointer: str


class _Names:
    """The aliases made so far; a name that something else has is not given."""

    def __init__(self, api: Api) -> None:
        self.added: dict[str, NamedType] = {}
        self._taken = {named.name.python.lower() for named in api.types.values()} | set(api.types)

    def record(self, key: str, named: NamedType) -> NamedType:
        """A component; what is hoisted out of it names the component as its parent."""
        if not isinstance(named, Record):
            return named
        parent = named.schema.get("x-connector-parent", key)
        origin = _Origin(named.name.python, parent, named.pointer)
        return replace(named, properties=tuple(self._property(e, origin) for e in named.properties))

    def operation(self, operation: Operation) -> Operation:
        """The parameters and body fields of an operation."""
        origin = _Origin(_pascal(operation.name.python), "", operation.pointer)
        return replace(
            operation,
            parameters=tuple(self._parameter(each, origin) for each in operation.parameters),
            body=operation.body and self._body(operation.body, origin),
        )

    def _parameter(self, parameter: Parameter, origin: _Origin) -> Parameter:
        return replace(parameter, type=self._named(parameter.type, parameter.name, origin))

    def _body(self, body: Body, origin: _Origin) -> Body:
        return replace(body, media=tuple(self._media(each, origin) for each in body.media))

    def _media(self, media: BodyMedia, origin: _Origin) -> BodyMedia:
        if media.fields is None:
            return media
        return replace(media, fields=tuple(self._property(e, origin) for e in media.fields))

    def _property(self, each: Property, origin: _Origin) -> Property:
        return replace(each, type=self._named(each.type, each.name, origin))

    def _named(self, type_: Type, name: Name, origin: _Origin) -> Type:
        """The type with its one long enumeration replaced by a reference."""
        match type_:
            case Enumeration() if len(enumeration(type_)) > _LONG and plain(type_) is type_:
                return self._alias(type_, name, origin)
            case Nullable(of):
                return Nullable(self._named(of, name, origin))
            case ArrayOf(items):
                return ArrayOf(self._named(items, name, origin))
            case MapOf(values):
                return MapOf(self._named(values, name, origin))
            case OneOf(members):
                return replace(
                    type_, members=tuple(self._named(each, name, origin) for each in members)
                )
            case _:
                return type_

    def _alias(self, type_: Enumeration, name: Name, origin: _Origin) -> Type:
        python = origin.name + _pascal(name.python)
        alias = Alias(
            name=Name(python, python),
            type=type_,
            schema={"x-connector-parent": origin.parent} if origin.parent else {},
            pointer=origin.pointer,
        )
        known = self.added.get(python)
        if known is None and python.lower() in self._taken:
            return type_
        if known is not None and repr(known) != repr(alias):
            return type_
        self._taken.add(python.lower())
        self.added[python] = alias
        return Reference(python)
