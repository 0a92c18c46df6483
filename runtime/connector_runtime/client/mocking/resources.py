"""Which operations create, read, list, change and delete the same kind of thing, told by paths.

``/customers`` and ``/customers/{customer}`` are a collection and its items; what is common to the
replies says where an item stands in a reply, and which of its members is the identifier.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from connector_runtime.client.mocking.words import singular
from connector_runtime.client.operation import Operation, ReplyMedia
from connector_runtime.client.values import Lookup, Schema
from connector_runtime.client.values.schema import properties_of, resolve, variants

Role = Literal["create", "list", "retrieve", "update", "delete", "act"]
_LAST = re.compile(r"^(?P<collection>.*)/\{(?P<parameter>[^{}]+)\}$")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")
_COMMON = ("id", "gid", "uuid", "key", "number", "slug", "code", "name")
_WRAPPERS = ("data", "result", "resource", "item")


@dataclass(frozen=True, slots=True)
class Resource:
    """A kind of thing. ``collection`` is its path as in the description."""

    collection: str
    identifier: str
    """The member of an item that is its identifier."""
    schema: Schema
    """Of one item, as it is retrieved."""
    word: str
    """What one of it is called, ``customer``."""


@dataclass(frozen=True, slots=True)
class Part:
    """What an operation does with a resource."""

    role: Role
    resource: Resource
    parameter: str
    """The path parameter that holds the identifier; empty for collections."""
    wrapper: str
    """The member of the reply that holds the item or the items; empty: the reply itself."""


class Resources:
    """The parts of all operations of a connector that have one."""

    def __init__(self, operations: Iterable[Operation], lookup: Lookup) -> None:
        self._lookup = lookup
        every = tuple(operations)
        self.parts: dict[str, Part] = {}
        self._resources = self._found(every)
        for operation in every:
            part = self._part(operation)
            if part is not None:
                self.parts[operation.name] = part

    def _found(self, operations: tuple[Operation, ...]) -> dict[str, Resource]:
        """Resources by the path of their collection; what can be retrieved says what an item is."""
        found: dict[str, Resource] = {}
        order = {"GET": 0, "PATCH": 1, "PUT": 1, "POST": 2}
        items = [each for each in operations if each.method in order and _LAST.match(each.path)]
        for operation in sorted(items, key=lambda each: order[each.method]):
            match = _LAST.match(operation.path)
            if match is None or match["collection"] in found:
                continue
            resource = self._resource(operation, match["collection"], match["parameter"])
            if resource is not None:
                found[resource.collection] = resource
        return found

    def _resource(self, operation: Operation, collection: str, parameter: str) -> Resource | None:
        schema = self._success(operation)
        for inner in (schema, *self._wrapped(schema)):
            identifier = self._identifier(inner, parameter)
            if identifier:
                word = collection.rstrip("/").rpartition("/")[2]
                return Resource(collection, identifier, inner, singular(word))
        return None

    def _identifier(self, schema: Schema, parameter: str) -> str:
        """``gid`` for ``task_gid``, ``number`` for ``issue_number``, ``id`` for ``customer``."""
        properties = properties_of(resolve(schema, self._lookup))
        words = [word.lower() for word in _WORDS.findall(parameter)]
        wanted = [parameter, *(words[-1:]), *_COMMON]
        if words and words[-1] not in _COMMON:
            wanted = ["id", *wanted]
        return next((name for name in wanted if name in properties), "")

    def _success(self, operation: Operation) -> Schema:
        media = success_media(operation)
        return media.schema if media is not None and media.kind == "json" else {}

    def _wrapped(self, schema: Schema) -> list[Schema]:
        """The objects inside of a reply that may be the item."""
        properties = properties_of(resolve(schema, self._lookup))
        objects = {
            name: inner
            for name, inner in properties.items()
            if properties_of(resolve(inner, self._lookup)) or variants(resolve(inner, self._lookup))
        }
        named = [objects[name] for name in _WRAPPERS if name in objects]
        return named or (list(objects.values()) if len(objects) == 1 else [])

    def _part(self, operation: Operation) -> Part | None:
        match = _LAST.match(operation.path)
        if match is not None and match["collection"] in self._resources:
            role = _ITEM_ROLES.get(operation.method)
            resource = self._resources[match["collection"]]
            if role is not None:
                wrapper = self._wrapper(operation, resource)
                return Part(role, resource, match["parameter"], wrapper or "")
        collection = self._resources.get(operation.path)
        if collection is not None and operation.method in _COLLECTION_ROLES:
            return self._collection_part(operation, collection)
        return self._action(operation)

    def _collection_part(self, operation: Operation, resource: Resource) -> Part | None:
        role = _COLLECTION_ROLES[operation.method]
        if role == "list":
            items = self._items(operation)
            fits = items is not None and self._holds_objects(operation, items)
            return Part(role, resource, "", items or "") if fits else None
        wrapper = self._wrapper(operation, resource)
        return Part(role, resource, "", wrapper) if wrapper is not None else None

    def _wrapper(self, operation: Operation, resource: Resource) -> str | None:
        """Where the item stands in a reply; None where it does not."""
        schema = resolve(self._success(operation), self._lookup)
        if resource.identifier in properties_of(schema) or variants(schema):
            return ""
        for name, inner in properties_of(schema).items():
            target = resolve(inner, self._lookup)
            if resource.identifier in properties_of(target) or (
                name in _WRAPPERS and variants(target)
            ):
                return name
        return None

    def _items(self, operation: Operation) -> str | None:
        """Where the items of a list stand; None where the reply has no such place."""
        if operation.pagination and "items" in operation.pagination:
            return str(operation.pagination["items"]).strip("/")
        schema = resolve(self._success(operation), self._lookup)
        if schema.get("type") == "array":
            return ""
        arrays = [
            name
            for name, inner in properties_of(schema).items()
            if resolve(inner, self._lookup).get("type") == "array"
        ]
        named = [name for name in arrays if name in ("data", "items", "results", "entries")]
        return next(iter(named or arrays[:1]), None)

    def _holds_objects(self, operation: Operation, items: str) -> bool:
        target = resolve(self._success(operation), self._lookup)
        for token in items.split("/") if items else ():
            target = resolve(properties_of(target).get(token, {}), self._lookup)
        item = resolve(target.get("items", {}), self._lookup)
        return bool(properties_of(item) or variants(item)) or item.get("type") == "object"

    def _action(self, operation: Operation) -> Part | None:
        """``POST /payment_intents/{intent}/capture`` answers with the item."""
        match = _LAST.match(operation.path.rpartition("/")[0])
        if match is None or operation.method != "POST":
            return None
        resource = self._resources.get(match["collection"])
        if resource is None or self._success(operation) != resource.schema:
            return None
        return Part("act", resource, match["parameter"], "")


_ITEM_ROLES: Mapping[str, Role] = {
    "GET": "retrieve",
    "PATCH": "update",
    "PUT": "update",
    "POST": "update",
    "DELETE": "delete",
}
_COLLECTION_ROLES: Mapping[str, Role] = {"GET": "list", "POST": "create"}


def success_of(operation: Operation) -> tuple[int, ReplyMedia | None]:
    """Status and content of the first documented success that has one, JSON before others; 200
    where none is documented."""
    for key, media in operation.replies.items():
        if media:
            found = next((each for each in media if each.kind == "json"), media[0])
            return _status(key), found if found.kind != "empty" else None
    return _status(next(iter(operation.replies), "200")), None


def _status(key: str) -> int:
    """The number of ``201``, ``2XX`` or ``default``."""
    digits = key[:1] + "00" if key[1:].upper() == "XX" else key
    return int(digits) if digits.isdigit() else 200


def success_media(operation: Operation) -> ReplyMedia | None:
    """The content of the success."""
    return success_of(operation)[1]


def success_status(operation: Operation) -> int:
    """The status of the success."""
    return success_of(operation)[0]
