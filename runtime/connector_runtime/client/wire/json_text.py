"""JSON as it is sent: compact UTF-8, with the types that programmers hold, and nothing unsendable."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from json import JSONEncoder
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any, TypeAlias

from connector_runtime.client.arguments import OMIT
from connector_runtime.client.wire.plain import (
    decimal_text,
    is_array,
    is_object,
    is_scalar,
    key_text,
    reduce_value,
    scalar_text,
)
from connector_runtime.client.wire.problems import ArgumentError

Schema: TypeAlias = Mapping[str, Any]
Resolve: TypeAlias = Callable[[str], Schema]
"""From a component's name to its schema (the empty schema when it is unknown)."""

_PREFIX = "#/components/schemas/"


def component_name(schema: Schema) -> str:
    """The component a schema refers to; empty when it is no reference."""
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference.startswith(_PREFIX):
        return reference[len(_PREFIX) :]
    return ""


class _NeedsCareError(Exception):
    """The value holds something whose text depends on its schema."""


def _default(value: Any) -> Any:
    """Called by the C encoder for what it does not know."""
    if type(value) is Decimal or value is OMIT:
        raise _NeedsCareError
    plain = reduce_value(value)
    if type(plain) is Decimal:
        raise _NeedsCareError
    if is_scalar(plain) and type(plain) not in (str, int, float, bool):
        return scalar_text(plain)
    return plain


_encode = JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_default
).encode
_encode_ascii = JSONEncoder(allow_nan=False, separators=(",", ":"), default=_default).encode


def _nowhere(name: str) -> Schema:
    return {}


def json_text(value: Any, schema: Schema | None = None, resolve: Resolve = _nowhere) -> str:
    """The value as JSON text.

    A decimal is written as a string where the schema says string, else as a number with all its
    digits. NaN and infinities are refused. Absent members (OMIT) are left out.
    """
    try:
        return _encode(value)
    except (_NeedsCareError, ValueError, TypeError, RecursionError):
        return _Careful(resolve, encode_basestring).text(value, schema or {}, 0)


def json_ascii(value: Any) -> str:
    """The value as JSON text in ASCII, for header lines."""
    try:
        return _encode_ascii(value)
    except (_NeedsCareError, ValueError, TypeError, RecursionError):
        return _Careful(_nowhere, encode_basestring_ascii).text(value, {}, 0)


def json_bytes(value: Any, schema: Schema | None = None, resolve: Resolve = _nowhere) -> bytes:
    """The value as JSON in UTF-8."""
    return json_text(value, schema, resolve).encode("utf-8")


class _Careful:
    """The slow writer: follows the schema, and names the place of what cannot be sent."""

    def __init__(self, resolve: Resolve, quote: Callable[[str], str]) -> None:
        self._resolve = resolve
        self._quote = quote

    def text(self, value: Any, schema: Schema, depth: int) -> str:
        if depth > 200:
            raise ArgumentError("the value is nested too deeply, or contains itself")
        plain = reduce_value(value)
        if is_object(plain):
            return self._object(plain, self._plain(schema), depth)
        if is_array(plain):
            return self._array(plain, self._plain(schema), depth)
        if plain is None:
            return "null"
        if type(plain) is Decimal:
            text = decimal_text(plain)
            return f'"{text}"' if self._is_string(schema) else text
        if type(plain) is bool or type(plain) is int:
            return scalar_text(plain)
        if type(plain) is float:
            scalar_text(plain)  # refuses NaN; the number itself keeps its short form
            return float.__repr__(plain)
        return self._quote(scalar_text(plain))

    def _object(self, plain: dict[Any, Any], schema: Schema, depth: int) -> str:
        properties: Schema = schema.get("properties") or {}
        rest = schema.get("additionalProperties")
        pieces: list[str] = []
        for key, member in plain.items():
            if member is OMIT:
                continue
            name = key_text(key)
            below = properties.get(name, rest)
            inner = below if is_object(below) else {}
            try:
                text = self.text(member, inner, depth + 1)
            except ArgumentError as problem:
                raise problem.below(name) from None
            pieces.append(f"{self._quote(name)}:{text}")
        return "{" + ",".join(pieces) + "}"

    def _array(self, plain: list[Any], schema: Schema, depth: int) -> str:
        items: Schema = schema.get("items") or {}
        pieces: list[str] = []
        for index, item in enumerate(plain):
            try:
                pieces.append(self.text(item, items, depth + 1))
            except ArgumentError as problem:
                raise problem.below(index) from None
        return "[" + ",".join(pieces) + "]"

    def _plain(self, schema: Schema) -> Schema:
        """References followed; of alternatives the first that is an object or an array."""
        for _ in range(32):
            name = component_name(schema)
            alternatives = schema.get("anyOf") or schema.get("oneOf")
            if name:
                schema = self._resolve(name)
            elif alternatives:
                schema = next(
                    (each for each in alternatives if not _scalar_schema(each)), alternatives[0]
                )
            else:
                break
        return schema

    def _is_string(self, schema: Schema) -> bool:
        """Whether a decimal must be text here: a string is allowed and a number is not."""
        alternatives = schema.get("anyOf") or schema.get("oneOf") or (schema,)
        types = {self._plain(each).get("type") for each in alternatives}
        return "string" in types and not types & {"number", "integer", None}


def _scalar_schema(schema: Schema) -> bool:
    return schema.get("type") in ("string", "number", "integer", "boolean", "null")
