"""The operation table: each operation as one JSON object, with what equals a default left out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from connector_generator.infer import Sensitive, SensitivePointers
from connector_generator.ir.api import (
    Api,
    Body,
    BodyMedia,
    Encoding,
    Operation,
    Parameter,
    Reply,
    ReplyMedia,
    SecurityRequirement,
    Server,
)
from connector_generator.ir.facts import ErrorShape, Facts, Pagination
from connector_generator.plan.annotations import Types, View, annotation
from connector_generator.plan.examples import Examples
from connector_generator.plan.replies import STREAMS, has_whole_events, media_annotation
from connector_generator.plan.schemas import lean

Line = dict[str, Any]
_KINDS_WITH_MODEL = frozenset({"json", "text", "binary", "xml"})
_FACTS = ("read_only", "destructive", "idempotent", "reversible_by", "stream", "stream_parameter")
_ITEMS: dict[str, Any] = {"style": "form", "explode": True, "allow_reserved": False}


@dataclass(frozen=True, slots=True)
class _Known:
    """What a line needs to know beside its operation."""

    models: View
    types: Types
    examples: Examples


def operation_lines(api: Api, models: View) -> tuple[Line, ...]:
    """The lines of ``operations.jsonl``, sorted by name."""
    default = default_security(api.operations)
    sensitive = Sensitive(api.types)
    known = _Known(models, api.types, Examples(api.types))
    lines = [
        _line(operation, known, default) | _sensitive(sensitive.pointers(operation))
        for operation in api.operations
    ]
    return tuple(sorted(lines, key=lambda line: line["name"]))


def default_security(operations: Iterable[Operation]) -> tuple[SecurityRequirement, ...]:
    """What most operations ask for; the connector's default."""
    counted = Counter(operation.security for operation in operations)
    return max(counted, key=lambda each: (counted[each], repr(each)), default=())


def security_json(requirements: Iterable[SecurityRequirement]) -> list[dict[str, list[str]]]:
    """Any of these, each all of its schemes with their scopes."""
    return [{use.scheme: list(use.scopes) for use in each} for each in requirements]


def error_json(error: ErrorShape | None) -> Line | None:
    """The error shape without what is not known of it."""
    if error is None:
        return None
    return {key: value for key, value in asdict(error).items() if value is not None and value != ""}


def server_json(server: Server) -> Line:
    """A server with its variables by wire name."""
    variables = [
        some(
            {
                "name": variable.name.python,
                "wire": variable.name.wire,
                "default": variable.default,
                "choices": list(variable.choices),
                "description": variable.description,
            }
        )
        for variable in server.variables
    ]
    return some({"url": server.url, "variables": variables, "description": server.description})


def first_paragraph(text: str) -> str:
    """What stands before the first empty line."""
    paragraphs = (part.strip() for part in text.replace("\r\n", "\n").split("\n\n"))
    return next((part for part in paragraphs if part), "")


def some(line: Mapping[str, Any]) -> Line:
    """The entries that say something."""
    return {
        key: value
        for key, value in line.items()
        if value not in ("", None, False, ()) and value != [] and value != {}
    }


def _line(operation: Operation, known: _Known, default: tuple[SecurityRequirement, ...]) -> Line:
    line = some(
        {
            "name": operation.name.python,
            "method_path": ".".join((*operation.resource, operation.method_name)),
            "method": operation.http_method,
            "path": operation.path,
            "summary": operation.summary,
            "description": first_paragraph(operation.description),
            "docs_url": operation.docs_url,
            "deprecated": operation.deprecated,
            "tags": list(operation.tags),
            "parameters": [_parameter(each, known) for each in operation.parameters],
            "body": _body(operation.body, known),
            "replies": _replies(operation.replies, known),
            "errors": _replies(operation.errors, known),
            "reply_headers": _headers((*operation.replies, *operation.errors)),
        }
    )
    if operation.security != default:
        line["security"] = security_json(operation.security)
    line |= some({"servers": [server_json(each) for each in operation.servers]})
    line |= some(facts_json(operation.facts))
    return line | some({"scopes": _scopes(operation.security), "pointer": operation.pointer})


def _sensitive(pointers: SensitivePointers) -> Line:
    return some({f"{kind}_pointers": list(found) for kind, found in pointers._asdict().items()})


def facts_json(facts: Facts) -> Line:
    """What is known of an operation beyond its description, by the names of the table."""
    line: Line = {"complexity": int(facts.complexity) if facts.complexity != 4 else None}
    line["evidence"] = list(facts.complexity_evidence)
    line |= {key: getattr(facts, key) for key in _FACTS}
    line["pagination"] = _pagination(facts.pagination)
    line["idempotency"] = (
        {"location": facts.idempotency.location, "field": facts.idempotency.field}
        if facts.idempotency
        else None
    )
    line["timeout"] = facts.timeout
    line["retry"] = dict(facts.retry)
    line["rate_limit"] = dict(facts.rate_limit)
    line["error"] = error_json(facts.error)
    line["probe"] = facts.probe
    line["domain"] = dict(facts.domain)
    return line


def _pagination(pagination: Pagination | None) -> Line | None:
    """The root of the reply is a place too, so an empty pointer to the items is written."""
    return some(asdict(pagination)) | {"items": pagination.items} if pagination else None


def _scopes(security: Iterable[SecurityRequirement]) -> list[str]:
    return sorted({scope for each in security for use in each for scope in use.scopes})


def _parameter(parameter: Parameter, known: _Known) -> Line:
    line: Line = {"name": parameter.name.python, "wire": parameter.name.wire}
    line |= some({"location": parameter.location, "required": parameter.required})
    line |= _style(parameter)
    return line | some(
        {
            "content_type": parameter.content_type,
            "schema": known.examples.shown_in(lean(parameter.schema), parameter.examples),
            "description": first_paragraph(parameter.description),
            "deprecated": parameter.deprecated,
            "client_parameter": parameter.client_parameter,
        }
    )


def _style(item: Parameter | Encoding) -> Line:
    return {
        key: getattr(item, key) for key, default in _ITEMS.items() if getattr(item, key) != default
    }


def _body(body: Body | None, known: _Known) -> Line | None:
    if body is None:
        return None
    media = [_body_media(each, known) for each in body.media]
    return some({"required": body.required, "media": media})


def _body_media(media: BodyMedia, known: _Known) -> Line:
    line: Line = {"content_type": media.content_type, "kind": media.kind}
    line |= some({"schema": known.examples.shown_in(lean(media.schema), media.examples)})
    if media.fields is not None:
        line["fields"] = {
            each.name.python: each.name.wire for each in media.fields if not each.read_only
        }
    encodings = {
        name: some({"content_type": each.content_type, "style": each.style}) | _style(each)
        for name, each in media.encodings.items()
    }
    return line | some({"encodings": encodings})


def _replies(replies: Iterable[Reply], known: _Known) -> dict[str, list[Line]]:
    return {reply.status: [_reply_media(each, known) for each in reply.media] for reply in replies}


def _headers(replies: Iterable[Reply]) -> dict[str, dict[str, Line]]:
    """Headers by status and name, where there are any."""
    return {
        reply.status: {
            each.name: some({"required": each.required, "schema": lean(each.schema)})
            for each in reply.headers
        }
        for reply in replies
        if reply.headers
    }


def _reply_media(media: ReplyMedia, known: _Known) -> Line:
    models, schema = known.models, lean(media.schema)
    item_type = media.item_type or (media.type if media.kind in STREAMS else None)
    line: Line = {"content_type": media.content_type, "kind": media.kind}
    line |= some(
        {
            "model": media_annotation(media, models) if media.kind in _KINDS_WITH_MODEL else "",
            "item_model": annotation(item_type, models) if item_type else "",
            "whole_events": has_whole_events(media, known.types),
            "schema": schema,
        }
    )
    example = known.examples.first_valid(schema, media.examples, "reply")
    return line if example is None else {**line, "example": example}
