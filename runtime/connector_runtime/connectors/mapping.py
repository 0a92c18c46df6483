"""The domain form of an operation: its arguments and its result in our words, not in the vendor's.

Pure: values in, values out. What a domain is declared as stands in :mod:`.domain`.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, TypeAlias, cast

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from connector_runtime.client.errors import ContractViolationError
from connector_runtime.client.pages import AsyncPage, Page
from connector_runtime.client.pointers import MISSING, find
from connector_runtime.connectors.conversions import (
    CONVERSIONS,
    JSON,
    ConversionError,
    convert,
    kind_of,
)
from connector_runtime.errors import ArgumentsInvalidError

Tokens: TypeAlias = tuple[str, ...]


def pointer_of(tokens: Tokens) -> str:
    """The steps as a JSON pointer (RFC 6901)."""
    return "".join("/" + each.replace("~", "~0").replace("/", "~1") for each in tokens)


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An argument of the domain, and where it goes among the operation's own.

    The first step of ``place`` is the Python name of an argument, those below it are wire names.
    """

    name: str
    place: Tokens
    conversion: str = ""
    """The vendor's form of the value."""
    type: str = ""
    """The domain's form of the value; empty where it is the vendor's."""
    values: Mapping[str, JSON] = field(default_factory=dict[str, JSON])
    """The vendor's values by the domain's; a value that is not listed is the same in both."""
    required: bool = False
    description: str = ""

    def to_vendor(self, value: JSON) -> JSON:
        """The vendor's form. Raises :class:`ArgumentsInvalidError` where there is none."""
        if isinstance(value, str) and value in self.values:
            return self.values[value]
        try:
            return convert(value, self.conversion) if self.conversion else _copy(value)
        except ConversionError as problem:
            raise _invalid(self.name, str(problem)) from None

    def from_vendor(self, value: JSON) -> JSON:
        """The domain's form. Raises :class:`ArgumentsInvalidError` where there is none."""
        for ours, theirs in self.values.items():
            if _same(theirs, value):
                return ours
        try:
            return convert(value, self.type) if self.type in CONVERSIONS else value
        except ConversionError as problem:
            raise _invalid(self.name, str(problem)) from None


class Outcome(NamedTuple):
    """What fields of a result are taken from: the reply as JSON, and the domain's arguments."""

    reply: JSON
    arguments: Mapping[str, JSON]
    received_at: datetime


@dataclass(frozen=True, slots=True)
class FromReply:
    """A member of the reply, null where the reply has none."""

    place: Tokens
    conversion: str = ""
    """The domain's form of the value."""
    values: Mapping[str, JSON] = field(default_factory=dict[str, JSON])
    """The vendor's values by the domain's; a value that is not listed is the same in both."""

    def value(self, outcome: Outcome) -> JSON:
        """Raises :class:`ContractViolationError` for a value that has no form of the domain."""
        found = find(outcome.reply, self.place)
        if found is MISSING:
            return None
        for ours, theirs in self.values.items():
            if _same(theirs, found):
                return ours
        try:
            return convert(found, self.conversion) if self.conversion else found
        except ConversionError as problem:
            raise ContractViolationError(
                f"{pointer_of(self.place)} of the reply: {problem}",
                pointer=pointer_of(self.place),
                expected=self.conversion,
                got=kind_of(found),
            ) from None


@dataclass(frozen=True, slots=True)
class FromArgument:
    """What an argument was, null where it was not given."""

    name: str

    def value(self, outcome: Outcome) -> JSON:
        """The argument as it was given."""
        return json_form(outcome.arguments.get(self.name))


@dataclass(frozen=True, slots=True)
class Constant:
    """What every successful result says."""

    constant: JSON

    def value(self, outcome: Outcome) -> JSON:
        """The constant."""
        return deepcopy(self.constant)


@dataclass(frozen=True, slots=True)
class Received:
    """When the reply came."""

    conversion: str = "date-time"

    def value(self, outcome: Outcome) -> JSON:
        """The time in UTC."""
        return convert(outcome.received_at, self.conversion)


Field: TypeAlias = FromReply | FromArgument | Constant | Received


@dataclass(frozen=True, slots=True)
class Domain:
    """How the domain form of one operation becomes the vendor's, and back. The empty one changes
    nothing."""

    arguments: tuple[Argument, ...] = ()
    result: tuple[tuple[str, Field], ...] | None = None
    """The fields of the result in their order; None: the result is the reply as it is."""

    def to_vendor(self, arguments: Mapping[str, JSON]) -> dict[str, JSON]:
        """The operation's own arguments, by Python name.

        What the domain does not name passes as it is; what it places into may be given by its own
        name. Raises :class:`ArgumentsInvalidError` for a value that has no form of the vendor, for
        one that is given by both names, and for one that is required and not given.
        """
        names = {each.name for each in self.arguments}
        own = {name: _copy(each) for name, each in arguments.items() if name not in names}
        for each in sorted(self.arguments, key=lambda argument: len(argument.place)):
            if each.name in arguments:
                _put(own, each, each.to_vendor(arguments[each.name]))
        for each in self.arguments:
            if each.required and find(own, each.place) is MISSING:
                raise _invalid(each.name, "is required")
        return own

    def from_vendor(self, arguments: Mapping[str, JSON]) -> dict[str, JSON]:
        """The domain's arguments of the operation's own: ``to_vendor`` the other way round."""
        own = {name: _copy(each) for name, each in arguments.items()}
        found: dict[str, JSON] = {}
        for each in sorted(self.arguments, key=lambda argument: -len(argument.place)):
            value = _take(own, each.place)
            if value is not MISSING:
                found[each.name] = each.from_vendor(value)
        return {**own, **found}

    def to_domain(
        self, reply: object, arguments: Mapping[str, JSON], received_at: datetime
    ) -> JSON:
        """The result, as JSON. ``reply`` is what the client returned, ``arguments`` are those that
        the domain was given, ``received_at`` is aware of its zone.

        Raises :class:`ContractViolationError` for a value that has no form of the domain.
        """
        document = json_form(reply)
        if self.result is None:
            return document
        given = {**self.from_vendor(self.to_vendor(arguments)), **arguments}
        outcome = Outcome(document, given, received_at)
        return {name: each.value(outcome) for name, each in self.result}


def json_form(reply: object) -> JSON:
    """What a client returns as JSON: models by their Python names without what the reply did not
    have, pages as the reply of the first one, bytes in base64."""
    if isinstance(reply, Page | AsyncPage):
        return json_form(cast("Page[JSON, JSON]", reply).reply)
    if isinstance(reply, BaseModel):
        return reply.model_dump(mode="json", exclude_unset=True)
    if isinstance(reply, Mapping):
        members = cast("Mapping[object, object]", reply)
        return {str(name): json_form(each) for name, each in members.items()}
    if isinstance(reply, list | tuple):
        return [json_form(each) for each in cast("list[object]", reply)]
    return to_jsonable_python(reply, bytes_mode="base64")


def _invalid(name: str, problem: str) -> ArgumentsInvalidError:
    pointer = pointer_of(("arguments", name))
    return ArgumentsInvalidError(f"{name}: {problem}", details={"pointer": pointer})


def _same(one: JSON, other: JSON) -> bool:
    """Whether they are the same JSON value: true is not 1."""
    return type(one) is type(other) and one == other


def _copy(value: JSON) -> JSON:
    """The objects of a value anew, so that the caller's stay as they are; files stay the same."""
    if not isinstance(value, Mapping):
        return value
    members = cast("Mapping[str, JSON]", value)
    return {name: _copy(each) for name, each in members.items()}


def _put(own: dict[str, JSON], argument: Argument, value: JSON) -> None:
    *way, last = argument.place
    inside = own
    for step in way:
        below = inside.setdefault(step, {})
        if not isinstance(below, dict):
            raise _invalid(argument.name, f"goes into {argument.place[0]}, which is no object")
        inside = cast("dict[str, JSON]", below)
    if last in inside:
        place = pointer_of(argument.place)
        raise _invalid(argument.name, f"is given as {place} too: give one of them")
    inside[last] = value


def _take(inside: dict[str, JSON], place: Tokens) -> JSON:
    """Take the value there away, and objects that have nothing else."""
    step, *rest = place
    if not rest:
        return inside.pop(step, MISSING)
    below = inside.get(step)
    if not isinstance(below, dict):
        return MISSING
    members = cast("dict[str, JSON]", below)
    value = _take(members, tuple(rest))
    if value is not MISSING and not members:
        del inside[step]
    return value
