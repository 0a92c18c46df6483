"""From texts to values: what forms, queries, headers and paths carry, as the schemas mean it."""

import re
from collections.abc import Iterable
from typing import Any

from connector_runtime.client.values import Lookup, Schema, Validator
from connector_runtime.client.values.schema import (
    is_list,
    is_mapping,
    properties_of,
    resolve,
    rest_of,
    variants,
)

_INTEGER = re.compile(r"[+-]?\d{1,300}")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?")
_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_TRUTH = {"true": True, "false": False}


class Converter:
    """Converts texts by schemas; what does not convert stays the text, for validation to find."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._validator = Validator(lookup, "request")

    def convert(self, value: Any, schema: Schema) -> Any:
        """The value that a text, or a tree of texts, stands for."""
        nullable = bool(schema.get("nullable"))
        schema = resolve(schema, self._lookup)
        if value == "" and (nullable or schema.get("nullable")) and schema.get("type") != "string":
            return None
        if members := variants(schema):
            return self._variant(value, members)
        if is_mapping(value):
            return self._object(value, schema)
        if is_list(value):
            items: Schema = schema.get("items", {})
            return [self.convert(item, items) for item in value]
        return self._scalar(value, schema) if isinstance(value, str) else value

    def _variant(self, value: Any, members: Iterable[Schema]) -> Any:
        for member in members:
            converted = self.convert(value, member)
            if self._validator.conforms(member, converted):
                return converted
        return value

    def _object(self, value: dict[str, Any], schema: Schema) -> Any:
        if schema.get("type") == "array":
            items: Schema = schema.get("items", {})
            if not all(key.isdigit() or not key for key in value):
                return [self.convert(value, items)]
            ordered = sorted(value, key=lambda key: int(key or 0))
            flat = [each for key in ordered for each in _several(value[key], bool(key))]
            return [self.convert(each, items) for each in flat]
        properties, rest = properties_of(schema), rest_of(schema) or {}
        return {
            name: self.convert(item, properties.get(name, rest)) for name, item in value.items()
        }

    def _scalar(self, text: str, schema: Schema) -> Any:
        match schema.get("type"):
            case "integer":
                return int(text) if _INTEGER.fullmatch(text) else text
            case "number":
                if _INTEGER.fullmatch(text):
                    return int(text)
                return float(text) if _NUMBER.fullmatch(text) else text
            case "boolean":
                return _TRUTH.get(text, text)
            case "array":
                return [self.convert(text, schema.get("items", {}))]
            case _:
                return text


def _several(value: Any, indexed: bool) -> list[Any]:
    return value if is_list(value) and not indexed else [value]


def tree(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Names with brackets as nested objects: ``a[b]=1`` and ``a[]=1``; repeated names are lists."""
    root: dict[str, Any] = {}
    for name, value in pairs:
        head, bracket, _ = name.partition("[")
        keys = [head, *_BRACKET.findall(name)] if bracket and head else [name]
        _put(root, keys, value)
    return root


def _put(node: dict[str, Any], keys: list[str], value: Any) -> None:
    for key in keys[:-1]:
        inner = node.get(key)
        if not is_mapping(inner):
            inner = node[key] = {} if inner is None else {"": inner}
        node = inner
    last = keys[-1]
    if last not in node:
        node[last] = value
    elif is_list(node[last]):
        node[last].append(value)
    else:
        node[last] = [node[last], value]


def delimited(text: str, style: str) -> list[str]:
    """The items of an array that is one text."""
    separator = {"spaceDelimited": " ", "pipeDelimited": "|"}.get(style, ",")
    return text.split(separator)
