"""What the vendor does with its things: create, read, list, change, delete."""

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from connector_runtime.client.connector import Connector
from connector_runtime.client.mocking.blueprint import Blueprint
from connector_runtime.client.mocking.documents import Documents
from connector_runtime.client.mocking.identifiers import Identifiers
from connector_runtime.client.mocking.lists import page_of
from connector_runtime.client.mocking.messages import MockReply, Understood
from connector_runtime.client.mocking.resources import (
    Part,
    Resource,
    success_media,
    success_status,
)
from connector_runtime.client.mocking.state import Collection, Item, State
from connector_runtime.client.values import Schema
from connector_runtime.client.values.schema import is_mapping, properties_of, resolve

_PLACE = re.compile(r"\{([^{}]*)\}")
_FIRST_ITEMS = 3
"""How many things there are in a collection that is listed before anybody created one."""


class Behaviour:
    """Answers the operations of resources out of the state."""

    def __init__(
        self,
        connector: Connector,
        blueprint: Blueprint,
        documents: Documents,
        seed: int,
    ) -> None:
        self._connector = connector
        self._parts = blueprint.resources.parts
        self._documents = documents
        self._lookup = blueprint.lookup
        self._identifiers = Identifiers(blueprint, seed)

    def part(self, operation: str) -> Part | None:
        """What an operation does, if it is one of a resource."""
        return self._parts.get(operation)

    def answer(self, understood: Understood, state: State) -> MockReply | None:
        """The reply; None for operations of no resource."""
        part = self._parts.get(understood.operation.name)
        if part is None:
            return None
        collection = state.at(_filled(part.resource.collection, understood.path))
        if part.role == "create":
            return self._create(part, understood, state, collection)
        if part.role == "list":
            return self._list(part, understood, state, collection)
        key = str(understood.path.get(part.parameter, ""))
        item = self._existing(part, understood, state, collection, key)
        if item is None:
            word = part.resource.word
            return self._documents.error(
                understood.operation, 404, "resource_missing", f"there is no {word} {key!r}"
            )
        if part.role == "delete":
            return self._delete(part, understood, collection, key)
        if part.role == "update":
            self._documents.overlay(item, part.resource.schema, _fields(part, understood))
            item[part.resource.identifier] = _kept(item, part.resource, key)
            collection.changed(key)
        place = key, understood.operation.name
        if place not in collection.replies:
            collection.replies[place] = self._reply(part, understood, item)
        reply: MockReply = collection.replies[place]
        return reply._replace(headers=dict(reply.headers))

    def new_item(self, resource: Resource, state: State, given: Mapping[str, Any]) -> Item:
        """A thing as it is created: what was given, the rest made, and an identifier of its own."""
        number = state.created
        state.created += 1
        item = self._documents.item(resource.schema, f"{resource.collection}/{number}")
        self._documents.overlay(item, resource.schema, given)
        if resource.identifier not in given:
            item[resource.identifier] = self._identifiers.make(resource, number)
        return item

    def _create(
        self, part: Part, understood: Understood, state: State, collection: Collection
    ) -> MockReply:
        item = self.new_item(part.resource, state, _fields(part, understood))
        collection.touched = True
        collection.items[str(item.get(part.resource.identifier))] = item
        return self._reply(part, understood, item)

    def _existing(
        self, part: Part, understood: Understood, state: State, collection: Collection, key: str
    ) -> Item | None:
        """The thing; where nobody has been yet, there is one of every name."""
        item = collection.items.get(key)
        if item is not None or collection.touched:
            return item
        item = self.new_item(part.resource, state, {})
        item[part.resource.identifier] = understood.path.get(part.parameter, key)
        collection.items[key] = item
        return item

    def _list(
        self, part: Part, understood: Understood, state: State, collection: Collection
    ) -> MockReply | None:
        if not collection.touched:
            collection.touched = True
            for _ in range(_FIRST_ITEMS - len(collection.items)):
                item = self.new_item(part.resource, state, {})
                collection.items[str(item.get(part.resource.identifier))] = item
        media = success_media(understood.operation)
        if media is None or media.kind != "json":
            return None
        page = page_of(understood, list(collection.items.values()))
        schema = self._member(media.schema, part.wrapper)
        inner: Schema = resolve(schema, self._lookup).get("items", {})
        items = [
            self._documents.fitted(item, inner, f"{understood.operation.name}/{at}")
            for at, item in enumerate(page.items)
        ]
        document: Any = items
        if part.wrapper:
            document = self._documents.frame(understood.operation, media.schema)
            document[part.wrapper] = items
            self._documents.overlay(document, media.schema, {"url": understood.request.path})
            page.more(document, partial(self._documents.conforms, media.schema))
        reply = self._documents.encoded(success_status(understood.operation), media, document)
        return reply._replace(headers={**reply.headers, **page.headers})

    def _member(self, schema: Schema, name: str) -> Schema:
        if not name:
            return schema
        target = resolve(schema, self._lookup)
        for token in name.split("/"):
            target = resolve(properties_of(target).get(token, {}), self._lookup)
        return target

    def _delete(
        self, part: Part, understood: Understood, collection: Collection, key: str
    ) -> MockReply:
        item = collection.items.pop(key)
        collection.touched = True
        collection.changed(key)
        media = success_media(understood.operation)
        if media is None or media.kind != "json":
            return MockReply(success_status(understood.operation), {}, b"")
        gone = {part.resource.identifier: item.get(part.resource.identifier), "deleted": True}
        known = gone if self._documents.conforms(media.schema, gone) else {**item, **gone}
        document = self._documents.fitted(known, media.schema, understood.operation.name)
        return self._documents.encoded(success_status(understood.operation), media, document)

    def _reply(self, part: Part, understood: Understood, item: Item) -> MockReply:
        media = success_media(understood.operation)
        status = success_status(understood.operation)
        if media is None or media.kind != "json":
            return MockReply(status, {}, b"")
        place = understood.operation.name
        if not part.wrapper:
            return self._documents.encoded(
                status, media, self._documents.fitted(item, media.schema, place)
            )
        document = self._documents.frame(understood.operation, media.schema)
        inner = properties_of(resolve(media.schema, self._lookup)).get(part.wrapper, {})
        document[part.wrapper] = self._documents.fitted(item, inner, place)
        return self._documents.encoded(status, media, document)


def _filled(template: str, arguments: Mapping[str, Any]) -> str:
    return _PLACE.sub(lambda found: str(arguments.get(found[1], "")), template)


def _fields(part: Part, understood: Understood) -> dict[str, Any]:
    """What the request says about the thing; vendors wrap requests as they wrap replies."""
    body = understood.body
    if not is_mapping(body):
        return dict(understood.query)
    inner = body.get(part.wrapper or "data")
    if is_mapping(inner) and len(body) == 1:
        return inner
    return body


def _kept(item: Item, resource: Resource, key: str) -> Any:
    """The identifier does not change, whatever the request says."""
    old = item.get(resource.identifier)
    return old if str(old) == key else key
