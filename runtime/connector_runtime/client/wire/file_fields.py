"""Which properties of a multipart body are files, for callers who can only give text.

A language model's arguments are JSON: the content of its file is a string. Sent as a text field it
would have no file name, and most servers would not take it for a file.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from connector_runtime.client.wire.json_text import Resolve, Schema, component_name
from connector_runtime.client.wire.plain import is_array


class FileFields:
    """The binary properties of a schema, looked up when the first text is met."""

    def __init__(self, schema: Schema, resolve: Resolve) -> None:
        self._schema = schema
        self._resolve = resolve

    def marked(self, fields: Mapping[str, Any]) -> Mapping[str, Any]:
        """The fields, with texts that are the content of a file as bytes."""
        if not any(value.__class__ is str or is_array(value) for value in fields.values()):
            return fields
        return {
            name: _as_content(value) if name in self._binary else value
            for name, value in fields.items()
        }

    @cached_property
    def _binary(self) -> frozenset[str]:
        properties: Mapping[str, Schema] = self._followed(self._schema).get("properties") or {}
        return frozenset(name for name, schema in properties.items() if self._is_binary(schema))

    def _is_binary(self, schema: Schema) -> bool:
        plain = self._followed(schema)
        if plain.get("type") == "array":
            plain = self._followed(plain.get("items") or {})
        return plain.get("format") == "binary"

    def _followed(self, schema: Schema) -> Schema:
        for _ in range(32):
            name = component_name(schema)
            if not name:
                return schema
            schema = self._resolve(name)
        return {}


def _as_content(value: Any) -> Any:
    if value.__class__ is str:
        return value.encode("utf-8")
    if is_array(value):
        return [_as_content(item) for item in value]
    return value
