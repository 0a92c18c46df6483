"""A request, taken apart and checked against what the operation takes."""

import json
from collections.abc import Iterator, Mapping
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

from connector_runtime.client.mocking.conversion import Converter, delimited, tree
from connector_runtime.client.mocking.messages import MockRequest, Understood
from connector_runtime.client.mocking.routes import Match
from connector_runtime.client.operation import BodyMedia, Operation, Parameter
from connector_runtime.client.values import Lookup, Schema, Validator, Violation
from connector_runtime.client.values.schema import (
    is_list,
    is_mapping,
    properties_of,
    resolve,
    variants,
)
from connector_runtime.client.wire.media_types import essence, matches

_FORMS = frozenset({"form", "multipart"})


class Reader:
    """Reads the requests of one connector."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._convert = Converter(lookup).convert
        self._validator = Validator(lookup, "request")

    def read(self, request: MockRequest, match: Match) -> tuple[Understood, list[str]]:
        """The request, and a line for everything that is not as described."""
        operation = match.operation
        pairs = parse_qsl(request.query, keep_blank_values=True)
        query, unknown = self._query(operation, pairs)
        unknown = [name for name in unknown if name not in match.fixed]
        declared = {each.wire: each for each in operation.parameters}
        path = {
            name: self._convert(text, declared[name].schema) if name in declared else text
            for name, text in match.arguments.items()
        }
        headers = dict(self._headers(operation, request.headers))
        body, problems = self._body(operation, request)
        understood = Understood(operation, path, query, headers, body, request)
        problems += [f"the query parameter {name!r} is not described" for name in unknown]
        problems += self._parameter_problems(operation, understood)
        return understood, problems

    def _query(
        self, operation: Operation, pairs: list[tuple[str, str]]
    ) -> tuple[dict[str, Any], list[str]]:
        declared = {each.wire: each for each in operation.parameters if each.location == "query"}
        whole = any(each.location == "querystring" for each in operation.parameters)
        secrets = security_names(operation)
        found = tree(pairs)
        values = {
            name: self._convert(_items(text, declared[name], self._lookup), declared[name].schema)
            for name, text in found.items()
            if name in declared
        }
        loose = whole or any(self._is_open(each) for each in declared.values())
        unknown = [name for name in found if name not in declared and name not in secrets]
        return values, [] if loose else unknown

    def _is_open(self, parameter: Parameter) -> bool:
        """Whether its members stand in the query under names of their own."""
        schema = resolve(parameter.schema, self._lookup)
        kinds = {resolve(each, self._lookup).get("type") for each in variants(schema) or (schema,)}
        return parameter.style == "form" and parameter.explode and "object" in kinds

    def _headers(
        self, operation: Operation, headers: Mapping[str, str]
    ) -> Iterator[tuple[str, Any]]:
        for each in operation.parameters:
            text = headers.get(each.wire.lower()) if each.location == "header" else None
            if text is not None:
                yield each.wire, self._convert(_items(text, each, self._lookup), each.schema)

    def _body(self, operation: Operation, request: MockRequest) -> tuple[Any, list[str]]:
        body, content_type = operation.body, request.headers.get("content-type", "")
        if not request.content:
            missing = body is not None and body.required and not _takes_nothing(body.media)
            return None, ["a body is required"] if missing else []
        if body is None:
            return request.content, ["a body is not described"]
        media = _media(body.media, content_type)
        if media is None:
            named = ", ".join(each.content_type for each in body.media)
            return request.content, [f"the body is {content_type!r}, described is {named}"]
        try:
            value = self._decoded(media, request)
        except ValueError as problem:
            return request.content, [f"the body cannot be read: {problem}"]
        return value, list(self._violations("body", media, value))

    def _decoded(self, media: BodyMedia, request: MockRequest) -> Any:
        if media.kind == "json":
            return json.loads(request.content)
        if media.kind == "form":
            pairs = parse_qsl(request.content.decode(), keep_blank_values=True)
            return self._convert(tree(pairs), media.schema)
        if media.kind == "multipart":
            return self._convert(tree(_parts(request)), media.schema)
        return request.content if media.kind == "binary" else request.content.decode()

    def _violations(self, place: str, media: BodyMedia, value: Any) -> Iterator[str]:
        if media.kind not in {"json", "form", "multipart"} or not media.schema:
            return
        value = _without_files(value)
        properties = properties_of(resolve(media.schema, self._lookup))
        for each in self._validator.violations(media.schema, value):
            if each.keyword == "required" and not each.pointer and not _names(each, properties):
                continue  # required, and described nowhere: no caller can know what to send
            if media.kind == "multipart" and _is_file_problem(each.message):
                continue
            yield f"{place}{each.pointer} {each.message}"

    def _parameter_problems(self, operation: Operation, understood: Understood) -> list[str]:
        given = {"path": understood.path, "query": understood.query, "header": understood.headers}
        problems: list[str] = []
        for each in operation.parameters:
            values = given.get(each.location)
            if values is None:
                continue
            if each.wire not in values:
                if each.required and not self._is_open(each):
                    problems.append(f"the {each.location} parameter {each.wire!r} is missing")
                continue
            problems += [
                f"{each.location} {each.wire}{found.pointer} {found.message}"
                for found in self._parameter_violations(each, values[each.wire])
            ]
        return problems

    def _parameter_violations(self, parameter: Parameter, value: Any) -> Iterator[Any]:
        if parameter.content_type or parameter.style == "matrix" or parameter.style == "label":
            return iter(())
        schema = resolve(parameter.schema, self._lookup)
        if schema.get("type") == "object" and parameter.style != "deepObject":
            return iter(())
        return self._validator.violations(parameter.schema, value)


def _items(value: Any, parameter: Parameter, lookup: Lookup) -> Any:
    """An array that is one text, in its items."""
    schema: Schema = resolve(parameter.schema, lookup)
    delimits = not parameter.explode or parameter.location == "header"
    if isinstance(value, str) and schema.get("type") == "array" and delimits:
        return delimited(value, parameter.style)
    return value


def _media(documented: tuple[BodyMedia, ...], content_type: str) -> BodyMedia | None:
    name = essence(content_type)
    exact = [each for each in documented if essence(each.content_type) == name]
    near = [each for each in documented if matches(essence(each.content_type), name)]
    return next(iter((*exact, *near)), None)


def _takes_nothing(media: tuple[BodyMedia, ...]) -> bool:
    """A form without fields is no bytes at all."""
    return any(each.kind in _FORMS and not each.schema.get("required") for each in media)


def security_names(operation: Operation) -> frozenset[str]:
    """The header fields and parameters that hold credentials of the connector."""
    facts = operation.connector.facts if operation.connector is not None else {}
    return frozenset(each.get("parameter", "") for each in facts.get("security_schemes") or ())


def _parts(request: MockRequest) -> Iterator[tuple[str, Any]]:
    head = f"content-type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + request.content)
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content: Any = part.get_payload(decode=True) or b""
        if part.get_filename() is None:
            text = content.decode("utf-8", "replace")
            is_json = part.get_content_type() == "application/json"
            content = json.loads(text) if is_json and text else text
        yield str(name), content


def _without_files(value: Any) -> Any:
    """Bytes are no JSON; where a file is asked for, its schema says string."""
    if isinstance(value, bytes):
        return "file"
    if is_mapping(value):
        return {name: _without_files(item) for name, item in value.items()}
    return [_without_files(item) for item in value] if is_list(value) else value


def _names(violation: Violation, properties: Mapping[str, Schema]) -> bool:
    return any(repr(name) in violation.message for name in properties)


def _is_file_problem(message: str) -> bool:
    return "not a valid" in message
