"""The domain form of operations (``x-connector-domain``), checked against what they take and answer.

A mapping that does not fit its operation would fail in production, in front of an agent; here it is
told with its place and left out. What fits is proved by a round trip of example arguments.
"""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from connector_generator.infer.declared import Misdeclared
from connector_generator.infer.shapes import Types, items_of, map_values, resolve, success_type
from connector_generator.infer.taken import Taken
from connector_generator.ir.api import Api, Operation
from connector_generator.ir.types import AnyValue, OneOf, Record, Reference, Type
from connector_runtime.client.pointers import MISSING, find
from connector_runtime.client.values import Validator, ValueGenerator
from connector_runtime.connectors.domain import DomainError, declared_domain
from connector_runtime.connectors.mapping import (
    Argument,
    Domain,
    FromArgument,
    FromReply,
    Tokens,
    pointer_of,
)
from connector_runtime.errors import ArgumentsInvalidError

EXTENSION = "x-connector-domain"
_SEEDS = 3
_EXAMPLES: Mapping[str, Any] = {
    "string": "a text",
    "integer": 7,
    "number": 7.5,
    "boolean": True,
    "date-time": "2026-03-28T10:00:00Z",
    "unix-time": 1774692000,
    "object": {},
    "array": [],
}


def domain(operation: Operation, types: Types, extensions: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is declared, with the descriptions of the places its arguments go to; empty where
    nothing is declared that fits."""
    if EXTENSION not in extensions or _refusal(operation, types, extensions[EXTENSION]):
        return {}
    declared = extensions[EXTENSION]
    taken = Taken(operation, types)
    entries = cast("Mapping[str, Mapping[str, Any]]", declared)
    arguments = {
        each.name: _described(entries["arguments"][each.name], each, taken)
        for each in declared_domain(declared).arguments
    }
    return {**entries, **({"arguments": arguments} if arguments else {})}


def misdeclared_domains(
    api: Api, extensions: Mapping[str, Mapping[str, Any]]
) -> Iterator[Misdeclared]:
    """The domains that do not fit their operations, each with its first problem."""
    for operation in api.operations:
        own = extensions.get(operation.pointer, {})
        if EXTENSION in own and (refusal := _refusal(operation, api.types, own[EXTENSION])):
            yield Misdeclared(operation.pointer, EXTENSION, refusal)


def _described(entry: Any, argument: Argument, taken: Taken) -> dict[str, Any]:
    entries: dict[str, Any] = {"to": entry} if isinstance(entry, str) else dict(entry)
    _, description = taken.at(argument.place) or ({}, "")
    if description and not argument.description:
        entries["description"] = description.replace("\r\n", "\n").strip().split("\n\n")[0]
    return entries


def _refusal(operation: Operation, types: Types, declared: Any) -> str:
    try:
        found = declared_domain(declared)
        taken = Taken(operation, types)
        _check_places(found, taken)
        _check_result(found, operation, types, taken)
        for seed in range(_SEEDS):
            _check_round_trip(found, taken, seed)
    except DomainError as problem:
        return str(problem)
    return ""


def _check_places(found: Domain, taken: Taken) -> None:
    own, places = taken.arguments, set[Tokens]()
    for each in found.arguments:
        at = f"/arguments/{each.name}"
        if taken.at(each.place) is None:
            raise DomainError(at, taken.refusal(each.place))
        if each.place in places:
            raise DomainError(at, f"goes where another goes, to {pointer_of(each.place)}: drop one")
        if each.name in own and each.place != (each.name,):
            message = f"the operation has an argument {each.name} of its own: choose another name"
            raise DomainError(at, message)
        places.add(each.place)


def _check_result(found: Domain, operation: Operation, types: Types, taken: Taken) -> None:
    answered = success_type(operation)
    names = {each.name for each in found.arguments} | set(taken.arguments)
    for name, field in found.result or ():
        if isinstance(field, FromArgument) and field.name not in names:
            known = ", ".join(sorted(names)) or "none"
            message = f"{field.name} is no argument of the operation: there are {known}"
            raise DomainError(f"/result/{name}", message)
        if not isinstance(field, FromReply):
            continue
        if answered is None:
            message = "the reply has no JSON: take a constant, an argument or the time received"
            raise DomainError(f"/result/{name}", message)
        if not _answers(answered, field.place, types):
            message = (
                f"{pointer_of(field.place)} is not in the reply: name its members as Python does"
            )
            raise DomainError(f"/result/{name}", message)


def _answers(type_: Type, place: Tokens, types: Types) -> bool:
    """Whether a value of the type can have something at a place, by Python names."""
    if not place:
        return True
    step, *rest = place
    inner = _inner(type_, step, types)
    return any(_answers(each, tuple(rest), types) for each in inner)


def _inner(type_: Type, step: str, types: Types) -> list[Type]:
    target = resolve(type_, types)
    match target:
        case AnyValue():
            return [target]
        case OneOf(members):
            return [inner for member in members for inner in _inner(member, step, types)]
        case Reference(key) if isinstance(record := types.get(key), Record):
            named = [each.type for each in record.properties if each.name.python == step]
            return named or ([record.extra] if record.extra is not None else [])
        case _:
            items = items_of(target, types) if step.lstrip("-").isdigit() else None
            below = items or map_values(target, types)
            return [] if below is None else [below]


def _check_round_trip(found: Domain, taken: Taken, seed: int) -> None:
    examples = _examples(found, taken, seed)
    try:
        vendors = found.to_vendor(examples)
        back = found.from_vendor(vendors)
    except ArgumentsInvalidError as problem:
        raise DomainError("/arguments", f"examples do not convert: {problem}") from None
    validator = Validator(taken.lookup, "request")
    for each in found.arguments:
        if each.name not in examples:
            continue
        at = f"/arguments/{each.name}"
        schema, _ = taken.at(each.place) or ({}, "")
        sent = find(vendors, each.place)
        if sent is MISSING or not validator.conforms(schema, sent):
            message = f"{sent!r} is not what {pointer_of(each.place)} takes: see convert and values"
            raise DomainError(at, message)
        if back.get(each.name, MISSING) != examples[each.name]:
            message = f"{examples[each.name]!r} comes back as {back.get(each.name)!r}: say its type"
            raise DomainError(at, message)


def _examples(found: Domain, taken: Taken, seed: int) -> dict[str, Any]:
    """Arguments of the domain: of each value that is listed, else of its type, else made. What holds
    other arguments is made of them."""
    generator = ValueGenerator(taken.lookup, seed)
    places = {each.place for each in found.arguments}
    made: dict[str, Any] = {}
    for each in found.arguments:
        if any(_is_inside(place, each.place) for place in places):
            continue
        schema, _ = taken.at(each.place) or ({}, "")
        if each.values:
            made[each.name] = list(each.values)[seed % len(each.values)]
        elif form := each.type or each.conversion:
            made[each.name] = _EXAMPLES[form]
        else:
            made[each.name] = generator.value(schema, ("domain", *each.place), "request")
    return made


def _is_inside(place: Tokens, outer: Tokens) -> bool:
    return len(place) > len(outer) and place[: len(outer)] == outer
