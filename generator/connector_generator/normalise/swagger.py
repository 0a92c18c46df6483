"""Swagger 2.0 to OpenAPI 3: the frame of the document, its operations and replies."""

from typing import Any

from connector_generator.location import escape
from connector_generator.normalise.draft import Draft, Node, is_list, is_node, text
from connector_generator.normalise.swagger_parameters import (
    body_from,
    media_types,
    parameter_from,
    resolved_parameters,
)

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}
_OLD = (
    "swagger", "host", "basePath", "schemes", "consumes", "produces", "definitions", "parameters",
    "responses", "securityDefinitions",
)  # fmt: skip


def upgrade_swagger(draft: Draft) -> None:
    """Rewrite the root in place; schemas keep their keywords, which are cleaned further on."""
    root = draft.root
    paths = root.get("paths")
    if is_node(paths):
        root["paths"] = {
            key: _item(draft, item, f"/paths/{escape(key)}") if is_node(item) else item
            for key, item in paths.items()
        }
    components: Node = {
        "schemas": _map(draft, "definitions"),
        "responses": {
            name: _reply(entry, media_types(root.get("produces")))
            for name, entry in _map(draft, "responses").items()
        },
        "securitySchemes": {
            name: _scheme(entry) for name, entry in _map(draft, "securityDefinitions").items()
        },
    }
    servers = _servers(root)
    for key in _OLD:
        root.pop(key, None)
    root["components"] = components
    root["servers"] = servers


def _map(draft: Draft, key: str) -> Node:
    value = draft.root.get(key, {})
    if is_node(value):
        return value
    draft.warn("invalid-components", f"/{key}", f"`{key}` is not an object; left out")
    return {}


def _servers(root: Node) -> list[Node]:
    """One server for each scheme, https first; relative where the host is not given."""
    host, base = text(root.get("host")), text(root.get("basePath")).rstrip("/")
    if base and not base.startswith("/"):
        base = "/" + base
    if not host:
        return [{"url": base}] if base else []
    return [{"url": f"{scheme}://{host}{base}"} for scheme in _schemes(root.get("schemes"))]


def _schemes(value: Any) -> list[str]:
    names = [text(name).lower() for name in value] if is_list(value) else []
    known = [name for name in names if name in ("http", "https")]
    return sorted(set(known), reverse=True) or ["https"]


def _item(draft: Draft, item: Node, pointer: str) -> Node:
    shared = resolved_parameters(draft, item.get("parameters"), f"{pointer}/parameters")
    result = {key: value for key, value in item.items() if key != "parameters"}
    for method in _METHODS:
        operation = item.get(method)
        if is_node(operation):
            result[method] = _operation(draft, operation, shared, f"{pointer}/{method}")
    return result


def _operation(draft: Draft, operation: Node, shared: list[Node], pointer: str) -> Node:
    root = draft.root
    consumes = media_types(operation.get("consumes", root.get("consumes")))
    produces = media_types(operation.get("produces", root.get("produces")))
    own = resolved_parameters(draft, operation.get("parameters"), f"{pointer}/parameters")
    named = {(text(p.get("name")), text(p.get("in"))) for p in own}
    has_body = any(p.get("in") == "body" for p in own)
    inherited = [
        parameter
        for parameter in shared
        if (text(parameter.get("name")), text(parameter.get("in"))) not in named
        and not (has_body and parameter.get("in") == "body")
    ]
    parameters = [*inherited, *own]
    drop = ("consumes", "produces", "schemes", "parameters", "responses")
    result = {key: value for key, value in operation.items() if key not in drop}
    result["parameters"] = [
        parameter_from(draft, parameter, pointer)
        for parameter in parameters
        if parameter.get("in") not in ("body", "formData")
    ]
    body = body_from(draft, parameters, consumes, pointer)
    if body is not None:
        result["requestBody"] = body
    replies = operation.get("responses")
    result["responses"] = (
        {status: _reply(entry, produces) for status, entry in replies.items()}
        if is_node(replies)
        else replies
    )
    _own_servers(root, operation, result)
    return result


def _own_servers(root: Node, operation: Node, result: Node) -> None:
    schemes = operation.get("schemes")
    if is_list(schemes) and schemes != root.get("schemes") and root.get("host"):
        result["servers"] = _servers({**root, "schemes": schemes})


def _reply(entry: Any, produces: list[str]) -> Any:
    if not is_node(entry) or "$ref" in entry:
        return entry
    reply = {key: value for key, value in entry.items() if key not in ("schema", "examples")}
    examples = entry.get("examples")
    examples = examples if is_node(examples) else {}
    if "schema" in entry:
        schema = entry["schema"]
        if is_node(schema) and schema.get("type") == "file":
            schema = {**schema, "type": "string", "format": "binary"}
            names = produces or ["application/octet-stream"]
        else:
            names = produces or ["application/json"]
        reply["content"] = {name: {"schema": schema} for name in names}
        for name, example in examples.items():
            if name in reply["content"]:
                reply["content"][name]["example"] = example
    headers = entry.get("headers")
    if is_node(headers):
        reply["headers"] = {name: _header(header) for name, header in headers.items()}
    return reply


def _header(header: Any) -> Any:
    if not is_node(header) or "schema" in header or "$ref" in header:
        return header
    return {
        "description": header.get("description"),
        "schema": {key: value for key, value in header.items() if key != "description"},
    }


def _scheme(scheme: Any) -> Any:
    if not is_node(scheme):
        return scheme
    if scheme.get("type") == "basic":
        rest = {key: value for key, value in scheme.items() if key != "type"}
        return {**rest, "type": "http", "scheme": "basic"}
    if scheme.get("type") == "oauth2" and "flows" not in scheme:
        flow = text(scheme.get("flow")) or "implicit"
        moved = ("authorizationUrl", "tokenUrl", "scopes")
        result = {key: value for key, value in scheme.items() if key not in (*moved, "flow")}
        parts = {key: scheme[key] for key in moved if key in scheme}
        return {**result, "flows": {_FLOWS.get(flow, flow): parts}}
    return scheme
