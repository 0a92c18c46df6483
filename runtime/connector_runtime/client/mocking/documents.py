"""The documents that are answered: made of the description, and of what is known."""

import json
from collections.abc import Mapping
from copy import deepcopy
from functools import partial
from typing import Any

from connector_runtime.client.connector import Connector
from connector_runtime.client.mocking.blueprint import Blueprint
from connector_runtime.client.mocking.messages import MockReply
from connector_runtime.client.mocking.resources import success_media, success_status
from connector_runtime.client.operation import Operation, ReplyMedia
from connector_runtime.client.pointers import find, tokens_of
from connector_runtime.client.values import Schema, Validator
from connector_runtime.client.values.schema import (
    is_list,
    is_mapping,
    properties_of,
    resolve,
    variants,
)

_LARGEST = 20_000
"""Most bytes of a thing that is kept."""
_JSON = {"content-type": "application/json"}
_EMPTY = frozenset({204, 205, 304})


class Documents:
    """Makes the documents of one connector."""

    def __init__(self, connector: Connector, blueprint: Blueprint, seed: int) -> None:
        self._connector = connector
        self._lookup = blueprint.lookup
        self._value = partial(blueprint.values.value, seed)
        self._sample = partial(blueprint.values.reply, seed)
        self._validator = Validator(blueprint.lookup, "reply")
        self._large: set[str] = set()

    def conforms(self, schema: Schema, value: Any) -> bool:
        """Whether a reply may hold this value."""
        return self._validator.conforms(schema, value)

    def problems(self, schema: Schema, value: Any) -> list[str]:
        """Why it may not, a line each."""
        return [
            f"{each.pointer} {each.message}" for each in self._validator.violations(schema, value)
        ]

    def item(self, schema: Schema, place: str) -> dict[str, Any]:
        """A thing of this kind; the same place gives the same."""
        one = self._one(schema)
        value = self._sized(one, place)
        if not is_mapping(value):
            return {}
        for name, inner in properties_of(resolve(one, self._lookup)).items():
            if name in value and self._is_map(inner) and self.conforms(inner, {}):
                value[name] = {}
        return value

    def _sized(self, schema: Schema, place: str) -> Any:
        """A whole value; of kinds that nest whole other things, what is required only."""
        key = str(schema.get("$ref") or id(schema))
        if key not in self._large:
            value = self._value(schema, (place,), "reply")
            if len(json.dumps(value)) <= _LARGEST:
                return value
            self._large.add(key)
        return self._value(schema, (place,), "reply", "required")

    def _is_map(self, schema: Schema) -> bool:
        """Whether its members have names of the caller's: a thing has none before it is given any."""
        target = resolve(schema, self._lookup)
        return target.get("type") == "object" and not properties_of(target)

    def _one(self, schema: Schema) -> Schema:
        """The first object of a union."""
        target = resolve(schema, self._lookup)
        return next(iter(variants(target)), schema)

    def argument(self, schema: Schema, name: str) -> Any:
        """A value that a request may have."""
        return self._value(schema, (name,), "request", "required")

    def overlay(
        self, item: dict[str, Any], schema: Schema, given: Mapping[str, Any]
    ) -> dict[str, Any]:
        """The item with every given member that it may have."""
        properties = properties_of(resolve(self._one(schema), self._lookup))
        for name, value in given.items():
            if name not in properties:
                continue
            merged = _merged(item.get(name), value)
            for candidate in (merged, value):
                if self.conforms(properties[name], candidate):
                    item[name] = deepcopy(candidate)
                    break
        return item

    def fitted(self, known: Mapping[str, Any], schema: Schema, place: str) -> Any:
        """What is known, as this schema has it."""
        if self.conforms(schema, known):
            return dict(known)
        one = self._one(schema)
        value = self._value(one, (place,), "reply", "required")
        made = value if is_mapping(value) else {}
        return self.overlay(made, one, known)

    def frame(self, operation: Operation, schema: Schema) -> Any:
        """A reply around what is known, with nothing optional in it."""
        value = self._value(schema, (operation.name, "frame"), "reply", "required")
        return self._well(operation, value)

    def success(self, operation: Operation) -> MockReply:
        """The documented example, or a made reply."""
        status = success_status(operation)
        media = success_media(operation)
        if media is None or status in _EMPTY or operation.method == "HEAD":
            return MockReply(status, {}, b"")
        value = self._sample(operation, str(status))
        if value is None:
            key = next(key for key, each in operation.replies.items() if each)
            value = self._sample(operation, key)
        return self.encoded(status, media, self._well(operation, value))

    def _well(self, operation: Operation, value: Any) -> Any:
        """The value, saying that all is well where a vendor would tell errors in a success."""
        shape = operation.error or self._connector.facts.get("error") or {}
        pointer = shape.get("when_pointer")
        if pointer and find(value, tokens_of(pointer)) == shape.get("when_value"):
            value = deepcopy(value)  # It may be the documented example itself.
            put(value, pointer, not shape["when_value"])
        return value

    def stream(self, operation: Operation) -> MockReply:
        """Two items, and the end."""
        media = next(
            each
            for replies in operation.replies.values()
            for each in replies
            if each.kind in ("sse", "jsonl")
        )
        items = [
            self._value(media.schema, (operation.name, "stream", str(number)), "reply")
            for number in range(2)
        ]
        if media.kind == "jsonl":
            lines = "".join(json.dumps(each) + "\n" for each in items)
        else:
            lines = "".join(f"data: {json.dumps(each)}\n\n" for each in items) + "data: [DONE]\n\n"
        return MockReply(200, {"content-type": media.content_type}, lines.encode())

    def encoded(self, status: int, media: ReplyMedia, value: Any) -> MockReply:
        """A value as the content of a reply."""
        content_type = media.content_type
        if "*" in content_type:
            content_type = (
                "application/json" if media.kind == "json" else "application/octet-stream"
            )
        headers = {"content-type": content_type}
        if media.kind == "json":
            return MockReply(status, headers, json.dumps(value).encode())
        if isinstance(value, bytes):
            return MockReply(status, headers, value)
        return MockReply(status, headers, ("" if value is None else str(value)).encode())

    def error(self, operation: Operation | None, status: int, code: str, message: str) -> MockReply:
        """A failure in the vendor's own shape."""
        shape: Mapping[str, Any] = self._connector.facts.get("error") or {}
        media = _error_media(operation, status) if operation is not None else None
        if operation is not None and operation.error:
            shape = operation.error
        document: Any = {}
        if media is not None and media.kind == "json" and media.schema:
            document = self._value(media.schema, (str(status), "error"), "reply", "required")
        pointers = {
            shape.get("message") or "/error/message": message,
            shape.get("code") or "/error/code": code,
        }
        for pointer, text in pointers.items():
            self._try(document, pointer, text, media.schema if media else {})
        return MockReply(status, dict(_JSON), json.dumps(document).encode())

    def _try(self, document: Any, pointer: str, text: str, schema: Schema) -> None:
        """Write a text into an error, unless that would make it another shape."""
        before = deepcopy(document)
        put(document, pointer, text)
        if schema and not self.conforms(schema, document) and is_mapping(document):
            document.clear()
            document.update(before)


def _merged(old: Any, new: Any) -> Any:
    """Objects are merged member by member; an empty text takes a member away."""
    if not is_mapping(old) or not is_mapping(new):
        return new
    return {name: value for name, value in {**old, **new}.items() if value != ""}


def _error_media(operation: Operation, status: int) -> ReplyMedia | None:
    for key in (str(status), f"{status // 100}XX", "default"):
        media = operation.errors.get(key) or operation.replies.get(key)
        if media and (status >= 400 or key != "default"):
            return next((each for each in media if each.kind == "json"), media[0])
    return None


def put(document: Any, pointer: str, value: Any) -> None:
    """Set a member at a JSON pointer, making the objects on the way."""
    *way, last = tokens_of(pointer)
    for token in way:
        if is_list(document):
            if not (token.isdigit() and int(token) < len(document)):
                return
            document = document[int(token)]
            continue
        if not is_mapping(document):
            return
        inner = document.get(token)
        if not (is_mapping(inner) or is_list(inner)):
            inner = document[token] = {}
        document = inner
    if is_mapping(document):
        document[last] = value
