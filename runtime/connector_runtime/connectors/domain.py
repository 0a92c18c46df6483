"""Domains as operations declare them (``x-connector-domain``), and what agents are told of them.

.. code-block:: yaml

    x-connector-domain:
      arguments:                     # where each goes among the operation's own, by Python name
        deal_name: /properties/dealname
        amount: {to: /properties/amount, type: number, convert: string}
        stage: {to: /properties/dealstage, values: {prospecting: appointmentscheduled}}
      result:                        # all that the result has
        deal_id: /id                 # from the reply, its members by Python name
        timestamp: {from: /created_at, convert: date-time}
        name: {argument: deal_name}
        created: {const: true}
        seen_at: {received: date-time}

``convert`` is the form to convert to: the vendor's in arguments, ours in results.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypedDict, cast

from connector_runtime.client.operation import BodyMedia, Operation
from connector_runtime.client.pointers import tokens_of
from connector_runtime.client.values import Lookup, Schema
from connector_runtime.client.values.schema import properties_of, required_of, resolve, variants
from connector_runtime.connectors.conversions import CONVERSIONS, JSON, kind_of
from connector_runtime.connectors.mapping import (
    Argument,
    Constant,
    Field,
    FromArgument,
    FromReply,
    Received,
    Tokens,
)
from connector_runtime.connectors.mapping import Domain as Domain
from connector_runtime.connectors.mapping import json_form as json_form

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "string": "string",
        "integer": "integer",
        "number": "number",
        "boolean": "boolean",
        "date-time": "string",
        "object": "object",
        "array": "array",
    }
)
"""What ``type`` of an argument may say, with its type in JSON."""
_ARGUMENT = frozenset({"to", "convert", "type", "values", "required", "description"})
_SOURCES = frozenset({"from", "argument", "const", "received"})


class DomainError(ValueError):
    """A declaration has no meaning. ``place`` is a JSON pointer into ``x-connector-domain``."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}: {message}" if place else message)
        self.place = place


class ParameterFacts(TypedDict):
    """What is told of an argument: its type in JSON Schema, ``any`` where it has several."""

    type: str
    required: bool
    description: str


def declared_domain(value: JSON) -> Domain:
    """The domain that ``x-connector-domain`` declares. Raises :class:`DomainError`."""
    entries = _object(value, "", frozenset({"arguments", "result"}))
    if not entries:
        raise DomainError("", "declares neither arguments nor a result")
    arguments = _object(entries.get("arguments", {}), "/arguments")
    fields = _object(entries["result"], "/result") if "result" in entries else None
    return Domain(
        tuple(_argument(name, each, f"/arguments/{name}") for name, each in arguments.items()),
        (
            None
            if fields is None
            else tuple((name, _field(each, f"/result/{name}")) for name, each in fields.items())
        ),
    )


def domain_of(operation: Operation) -> Domain:
    """The domain of an operation; without one, the domain that changes nothing.

    Arguments that the operation needs are required, whether the domain says so or not.
    """
    if not operation.domain:
        return Domain()
    domain, own = declared_domain(operation.domain), _OwnArguments(operation)
    arguments = [
        replace(each, required=each.required or own.is_needed(each.place))
        for each in domain.arguments
    ]
    return replace(domain, arguments=tuple(arguments))


def parameters(operation: Operation) -> dict[str, ParameterFacts]:
    """The arguments of the operation's domain form, those that are required first.

    An argument that the domain places something into is told of by the domain's names alone.
    Parameters of the client are left out.
    """
    own = _OwnArguments(operation)
    found: dict[str, ParameterFacts] = {}
    arguments = domain_of(operation).arguments
    for each in arguments:
        facts = own.facts(each.place)
        found[each.name] = {
            "type": TYPES.get(each.type) or facts["type"],
            "required": each.required,
            "description": each.description or facts["description"],
        }
    covered = {each.place[0] for each in arguments}
    found |= {name: own.facts((name,)) for name in own.names if name not in covered}
    return dict(sorted(found.items(), key=lambda item: not item[1]["required"]))


class _OwnArguments:
    """The operation's own arguments by Python name, and what the description says of them."""

    def __init__(self, operation: Operation) -> None:
        self._lookup = _lookup(operation)
        self._facts: dict[str, tuple[Schema, bool, str]] = {
            each.name: (each.schema, each.required, each.description)
            for each in operation.parameters
            if not each.client_parameter
        }
        body = operation.body
        if body is not None and body.media:
            self._facts |= self._of_body(body.media[0], body.required)

    def _of_body(self, media: BodyMedia, required: bool) -> dict[str, tuple[Schema, bool, str]]:
        if media.fields is None:
            return {"body": (media.schema, required, "")}
        schema = resolve(media.schema, self._lookup)
        properties, needed = properties_of(schema), required_of(schema)
        return {
            name: (properties.get(wire, {}), required and wire in needed, "")
            for name, wire in media.fields.items()
        }

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._facts)

    def is_needed(self, place: Tokens) -> bool:
        """Whether no call is complete without a value there."""
        schema, needed, _ = self._facts.get(place[0], ({}, False, ""))
        for step in place[1:]:
            target = resolve(schema, self._lookup)
            needed = needed and step in required_of(target)
            schema = properties_of(target).get(step, {})
        return needed

    def facts(self, place: Tokens) -> ParameterFacts:
        schema, _, description = self._facts.get(place[0], ({}, False, ""))
        for step in place[1:]:
            schema, description = properties_of(resolve(schema, self._lookup)).get(step, {}), ""
        target = resolve(schema, self._lookup)
        said = description or schema.get("description") or target.get("description") or ""
        return {
            "type": _json_type(target, self._lookup),
            "required": self.is_needed(place),
            "description": str(said),
        }


def _lookup(operation: Operation) -> Lookup:
    connector = operation.connector
    schemas: Mapping[str, Any] = connector.schemas if connector is not None else {}
    return lambda key: schemas[key]["schema"]


def _json_type(schema: Schema, lookup: Lookup) -> str:
    if members := variants(schema):
        types = {_json_type(resolve(each, lookup), lookup) for each in members}
        return types.pop() if len(types) == 1 else "any"
    return str(schema.get("type", "any"))


def _argument(name: str, value: JSON, place: str) -> Argument:
    entries = {"to": value} if isinstance(value, str) else _object(value, place, _ARGUMENT)
    required, description = entries.get("required", False), entries.get("description", "")
    if not isinstance(required, bool):
        raise DomainError(f"{place}/required", f"is {kind_of(required)}: write true or false")
    if not isinstance(description, str):
        raise DomainError(f"{place}/description", f"is {kind_of(description)}: write a string")
    steps = _place(entries.get("to"), f"{place}/to")
    if not steps:
        raise DomainError(f"{place}/to", "names no argument: write /argument or /argument/member")
    return Argument(
        name=name,
        place=steps,
        conversion=_word(entries, "convert", CONVERSIONS, place),
        type=_word(entries, "type", TYPES, place),
        values=_values(entries, place),
        required=required,
        description=description,
    )


def _field(value: JSON, place: str) -> Field:
    if isinstance(value, str):
        return FromReply(_place(value, place))
    entries = _object(value, place)
    sources = _SOURCES & entries.keys()
    if len(sources) != 1:
        raise DomainError(place, f"takes one of {', '.join(sorted(_SOURCES))}")
    (source,) = sources
    allowed = {"convert", "values"} if source == "from" else set[str]()
    _object(value, place, frozenset({source, *allowed}))
    match source:
        case "from":
            conversion = _word(entries, "convert", CONVERSIONS, place)
            return FromReply(
                _place(entries["from"], f"{place}/from"), conversion, _values(entries, place)
            )
        case "argument":
            if not isinstance(entries["argument"], str):
                raise DomainError(f"{place}/argument", "is no name of an argument")
            return FromArgument(entries["argument"])
        case "const":
            return Constant(entries["const"])
        case _:
            return Received(_word(entries, "received", ("date-time", "unix-time"), place))


def _object(value: JSON, place: str, allowed: frozenset[str] | None = None) -> Mapping[str, JSON]:
    if not isinstance(value, Mapping):
        raise DomainError(place, f"is {kind_of(value)}, and must be an object")
    entries = cast("Mapping[str, JSON]", value)
    unknown = sorted(set(entries) - allowed) if allowed is not None else []
    if unknown:
        known = ", ".join(sorted(allowed or ()))
        raise DomainError(f"{place}/{unknown[0]}", f"is not known here: {known} are")
    return entries


def _place(value: JSON, place: str) -> Tokens:
    if not isinstance(value, str) or (value and not value.startswith("/")):
        raise DomainError(place, "is no JSON pointer: it begins with /")
    return tokens_of(value)


def _word(entries: Mapping[str, JSON], key: str, known: Any, place: str) -> str:
    word = entries.get(key, "")
    if key in entries and (not isinstance(word, str) or word not in known):
        raise DomainError(f"{place}/{key}", f"is not one of {', '.join(known)}")
    return str(word)


def _values(entries: Mapping[str, JSON], place: str) -> Mapping[str, JSON]:
    values = _object(entries.get("values", {}), f"{place}/values")
    for name, each in values.items():
        if not isinstance(each, str | int | float | bool):
            raise DomainError(f"{place}/values/{name}", f"is {kind_of(each)}: write a scalar")
    if len({(kind_of(each), each) for each in values.values()}) < len(values):
        raise DomainError(f"{place}/values", "has a value twice, so there is no way back")
    return values
