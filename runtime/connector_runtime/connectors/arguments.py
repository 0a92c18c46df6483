"""Arguments, held against what the description says of them, before anybody is asked or told.

Patterns and formats are the vendor's to judge: descriptions get them wrong more often than callers.
"""

import binascii
from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import Any, cast

from connector_runtime.client.operation import BodyMedia, Operation
from connector_runtime.client.pointers import tokens_of
from connector_runtime.client.values import Lookup, Schema, Validator, Violation
from connector_runtime.client.values.schema import properties_of, resolve
from connector_runtime.client.wire.naming import by_python_name
from connector_runtime.client.wire.problems import ArgumentError as WireArgumentError
from connector_runtime.connectors.domain import Domain, domain_of
from connector_runtime.connectors.mapping import Tokens
from connector_runtime.connectors.problems import invalid_argument

_LEFT_TO_VENDOR = frozenset({"pattern", "format", "oneOf"})
_FILE = frozenset({"base64", "name", "content_type"})


class ArgumentCheck:
    """Checks the arguments of one operation."""

    def __init__(self, operation: Operation, lookup: Lookup) -> None:
        self._operation = operation
        self._lookup = lookup
        self._validator = Validator(lookup, "request")
        self.domain: Domain = domain_of(operation)
        self._media = operation.body.media[0] if operation.body and operation.body.media else None
        self._fields: Mapping[str, str] = {}
        if self._media is not None:
            self._fields = {"body": ""} if self._media.fields is None else self._media.fields

    def vendor_arguments(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """The client's arguments, by Python name, of arguments in the domain form. Those that the
        domain does not name may also have the names of the wire.

        Bytes are given as ``{"base64": …}``, files also with ``name`` and ``content_type``. Raises
        :class:`~connector_runtime.errors.ArgumentsInvalidError`; its pointer leads into
        ``arguments``.
        """
        try:
            own = self.domain.to_vendor(arguments)
            named = by_python_name(
                self._operation.name, self._operation.parameters, self._fields, own
            )
            given = dict(zip(named, own, strict=True))
            for problem in self._problems(named):
                raise invalid_argument(self._place(problem.pointer, given), problem.message)
            return {name: self._with_files(name, value) for name, value in named.items()}
        except WireArgumentError as problem:
            raise invalid_argument(tokens_of(problem.pointer), problem.message) from None
        except RecursionError:
            raise invalid_argument((), "are nested too deeply") from None

    def place(self, pointer: str) -> Tokens:
        """Where something of the client's arguments stands in the domain form."""
        return self._place(pointer, {})

    def _place(self, pointer: str, given: Mapping[str, str]) -> Tokens:
        tokens = tokens_of(pointer)
        for each in self.domain.arguments:
            if tokens[: len(each.place)] == each.place:
                return (each.name, *tokens[len(each.place) :])
        return (given.get(tokens[0], tokens[0]), *tokens[1:]) if tokens else ()

    def _problems(self, named: Mapping[str, Any]) -> Iterator[Violation]:
        for each in self._operation.parameters:
            if each.name in named:
                found = self._validator.violations(each.schema, _without_files(named[each.name]))
                yield from _below(each.name, found)
            elif each.required and not each.client_parameter:
                yield Violation(f"/{each.name}", "required", "is required")
        if self._media is not None:
            yield from self._body_problems(self._media, named)

    def _body_problems(self, media: BodyMedia, named: Mapping[str, Any]) -> Iterator[Violation]:
        body = self._operation.body
        required = body is not None and body.required
        if media.fields is None:
            if "body" in named:
                if media.kind in ("json", "form", "multipart"):
                    value = _without_files(named["body"])
                    yield from _below("body", self._validator.violations(media.schema, value))
            elif required:
                yield Violation("/body", "required", "is required")
            return
        value = {
            wire: _without_files(named[name])
            for name, wire in media.fields.items()
            if name in named
        }
        if value or required:
            yield from self._field_problems(media, media.fields, value)

    def _field_problems(
        self, media: BodyMedia, fields: Mapping[str, str], value: Mapping[str, Any]
    ) -> Iterator[Violation]:
        names = {wire: name for name, wire in fields.items()}
        schema = resolve(media.schema, self._lookup)
        for name, wire in fields.items():
            if wire in (schema.get("required") or ()) and wire not in value:
                yield Violation(f"/{name}", "required", "is required")
        for found in self._validator.violations(media.schema, dict(value)):
            tokens = tokens_of(found.pointer)
            if found.keyword in _LEFT_TO_VENDOR or (found.keyword == "required" and not tokens):
                continue
            if tokens:
                wire, rest = tokens[0], found.pointer[1:].partition("/")[2]
                pointer = f"/{names.get(wire, wire)}" + (f"/{rest}" if rest else "")
                found = Violation(pointer, found.keyword, found.message)
            yield found

    def _with_files(self, name: str, value: Any) -> Any:
        if name == "body" and self._media is not None and self._media.fields is None:
            return _file(name, value) if self._media.kind == "binary" else value
        schema = self._schema(name)
        if _is_binary(schema):
            return _file(name, value)
        items = resolve(schema.get("items", {}), self._lookup)
        if isinstance(value, list) and _is_binary(items):
            return [_file(name, each) for each in cast("list[Any]", value)]
        return cast("Any", value)

    def _schema(self, name: str) -> Schema:
        """Of a field of the body; parameters are no files."""
        if self._media is None or name not in self._fields:
            return {}
        properties = properties_of(resolve(self._media.schema, self._lookup))
        return resolve(properties.get(self._fields[name], {}), self._lookup)


def _below(name: str, found: Iterator[Violation]) -> Iterator[Violation]:
    for each in found:
        if each.keyword not in _LEFT_TO_VENDOR:
            yield Violation(f"/{name}{each.pointer}", each.keyword, each.message)


def _is_binary(schema: Schema) -> bool:
    media = str(schema.get("contentMediaType", ""))
    raw = bool(media) and "contentEncoding" not in schema and not media.endswith("json")
    return schema.get("format") == "binary" or raw


def _is_file(value: Any) -> bool:
    return isinstance(value, bytes) or (
        isinstance(value, dict)
        and isinstance(cast("dict[str, Any]", value).get("base64"), str)
        and _FILE.issuperset(cast("dict[str, Any]", value))
    )


def _without_files(value: Any) -> Any:
    """Files are no JSON; where one is asked for, its schema says string."""
    if _is_file(value):
        return "file"
    if isinstance(value, list):
        return ["file" if _is_file(each) else each for each in cast("list[Any]", value)]
    return value


def _file(name: str, value: Any) -> Any:
    """What a client sends as a file: text, bytes, or those with a name and a content type."""
    if isinstance(value, bytes | str) or value is None:
        return value
    if not _is_file(value):
        raise invalid_argument((name,), 'is no text and no {"base64": …}')
    try:
        content = b64decode(value["base64"], validate=True)
    except (binascii.Error, ValueError):
        raise invalid_argument((name, "base64"), "is no base64") from None
    if "name" not in value and "content_type" not in value:
        return content
    return value.get("name"), content, value.get("content_type")
