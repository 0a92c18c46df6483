"""What a call is given: identifiers that lists of the same run showed, documented examples, and
values made from the schemas where there is nothing else."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from connector_runtime.client.operation import Operation, Parameter
from connector_runtime.client.values import Schema
from connector_runtime.client.values.schema import is_mapping, resolve
from connector_runtime.contract.collections import (
    home_of,
    identifier,
    items_of,
    nouns_of,
    open_parameters,
    shape_of,
)
from connector_runtime.contract.described import Described

_TOLD = ("example", "examples", "default", "enum", "const")
_UNKNOWN: Mapping[str, Any] = {
    "integer": 2_147_483_646,
    "number": 2_147_483_646,
    "string": "connectorgen-contract-unknown",
}
_UNKNOWN_UUID = "00000000-0000-4000-8000-000000000000"


class Filled(NamedTuple):
    """Arguments by Python name, and the names of those that somebody had to invent."""

    arguments: dict[str, Any]
    made_up: frozenset[str] = frozenset()


class MissingError(LookupError):
    """An argument that nothing gives; the message names it, and why."""


class Known:
    """The identifiers that a run has seen."""

    def __init__(self, described: Described, seed: int = 0) -> None:
        self._described = described
        self._seed = seed
        self._ids: dict[str, tuple[Any, ...]] = {}
        self._nouns: dict[str, Any] = {}
        self._why: dict[str, str] = {}
        self._listed: dict[str, tuple[tuple[Any, ...], list[Any]]] = {}

    def learn(self, listing: Operation, parents: tuple[Any, ...], document: Any) -> None:
        """Take the identifier of the first item of a list's reply."""
        items = items_of(listing, document)
        shape = shape_of(listing.path)
        if not items:
            what = "is no list" if items is None else "shows nothing"
            self._why[shape] = f"{listing.name} {what}"
            return
        self._listed.setdefault(shape, (parents, items))
        nouns = nouns_of(listing)
        # The name of the parameter is only known to who needs it: the whole item is kept.
        self._ids[shape] = (*parents, items[0])
        for noun in nouns:
            value = identifier(items[0], "id", nouns)
            if value is not None:
                self._nouns.setdefault(noun, value)

    def note(self, listing: Operation, why: str) -> None:
        """Remember why a list gave nothing."""
        self._why[shape_of(listing.path)] = f"{listing.name} {why}"

    def listed(self, collection: str) -> tuple[tuple[Any, ...], list[Any]]:
        """What the list of a collection showed: the identifiers around it, and its items."""
        return self._listed.get(shape_of(collection), ((), []))

    def parents(self, operation: Operation) -> tuple[Any, ...]:
        """The values for the open path parameters. Raises :class:`MissingError`."""
        places = open_parameters(operation)
        if not places:
            return ()
        home = home_of(operation)
        known = self._ids.get(shape_of(home.collection)) if home.collection else None
        if known is None or len(known) != len(places):
            why = self._why.get(shape_of(home.collection))
            lists = why or f"no operation lists {home.collection or operation.path}"
            raise MissingError(f"no value for {home.name}: {lists}")
        last = identifier(known[-1], home.name, (_stem(home.name),))
        if last is None:
            raise MissingError(
                f"no value for {home.name}: the items of {home.collection} have none"
            )
        kind = resolve(places[-1].schema, self._described.lookup).get("type")
        return (*known[:-1], _typed(last, kind))

    def filled(self, operation: Operation) -> Filled:
        """Arguments for a call. Raises :class:`MissingError`."""
        places = open_parameters(operation)
        values = dict(zip((each.name for each in places), self.parents(operation), strict=True))
        given = operation.example_arguments(self._seed)
        made_up: set[str] = set()
        for name in given.keys() - values.keys():
            kind = schema_of(operation, name, self._described).get("type")
            known = _typed(self._nouns.get(_stem(name)), kind)
            if known is not None and type(known) is type(given[name]):
                given[name] = known
            elif not self._told(operation, name):
                made_up.add(name)
        return Filled({**given, **values}, frozenset(made_up))

    def unknown(self, operation: Operation, filled: Filled) -> Filled | None:
        """The same call for a thing that cannot exist; None where no such identifier is known."""
        last: Parameter = open_parameters(operation)[-1]
        schema = resolve(last.schema, self._described.lookup)
        value = _UNKNOWN.get(str(schema.get("type", "string")))
        if schema.get("format") == "uuid":
            value = _UNKNOWN_UUID
        if value is None or "enum" in schema or "pattern" in schema:
            return None
        return Filled({**filled.arguments, last.name: value}, filled.made_up)

    def _told(self, operation: Operation, name: str) -> bool:
        """Whether the description says what to send: an example, a default, an enumeration."""
        schema = schema_of(operation, name, self._described)
        return schema.get("type") == "boolean" or any(each in schema for each in _TOLD)


def schema_of(operation: Operation, name: str, described: Described) -> Schema:
    """The schema of an argument, by its Python name; empty where there is none."""
    for each in operation.parameters:
        if each.name == name:
            return resolve(each.schema, described.lookup)
    for media in operation.body.media if operation.body else ():
        whole = resolve(media.schema, described.lookup)
        if name == "body":
            return whole
        wire = (media.fields or {}).get(name)
        inner = whole.get("properties", {}).get(wire)
        if is_mapping(inner):
            return resolve(inner, described.lookup)
    return {}


def _stem(name: str) -> str:
    for ending in ("_id", "Id", "ID"):
        name = name.removesuffix(ending)
    return name.lower()


def _typed(value: Any, kind: Any) -> Any:
    if kind == "string" and isinstance(value, int):
        return str(value)
    if kind == "integer" and isinstance(value, str) and value.isdigit():
        return int(value)
    return value
