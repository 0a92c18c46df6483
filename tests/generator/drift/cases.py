"""One change each, read in both directions: what is found forwards, and what backwards.

Schemas are compared as bodies, as properties and as parameters, as sent and as received. ``B``,
``W`` and ``I`` are severities.
"""

from typing import Any, NamedTuple

from tests.generator.drift.pairs import (
    Node,
    body,
    document,
    operation,
    parameter,
    record,
    text,
)
from tests.generator.drift.schema_cases import SCHEMAS


class Case(NamedTuple):
    """Two descriptions, and the ids with severities found from the first to the second, and back."""

    name: str
    old: Node
    new: Node
    forwards: set[tuple[str, str]]
    backwards: set[tuple[str, str]]


_SEVERITIES = {"B": "breaking", "W": "warning", "I": "info"}


def found(told: str) -> set[tuple[str, str]]:
    """``B some-id, I other-id`` as ids with severities."""
    pairs = (each.split() for each in told.split(",") if each.strip())
    return {(identity, _SEVERITIES[level]) for level, identity in pairs}


def case(name: str, old: Node, new: Node, forwards: str, backwards: str) -> Case:
    """A case from its short form."""
    return Case(name, old, new, found(forwards), found(backwards))


def sent(schema: Node, **more: Any) -> Node:
    """A description that sends a schema as a body."""
    return document(operation(sent=schema), **more)


def received(schema: Node, **more: Any) -> Node:
    """A description that receives a schema as a body."""
    return document(operation(received=schema), **more)


def asked(*parameters: Node) -> Node:
    """A description with parameters."""
    return document(operation(parameters=list(parameters)))


def _in(where: str, schema: Node) -> Node:
    direction, _, spot = where.partition(" ")
    inner = (
        record("p", p=schema)
        if spot in ("property", "parameter-property", "header-property")
        else schema
    )
    if spot.startswith(("parameter", "header")):
        return asked(parameter("q", inner, "header" if spot.startswith("header") else "query"))
    return sent(inner) if direction == "request" else received(inner)


_ALL = (
    "request body",
    "request property",
    "request parameter",
    "request parameter-property",
    "response body",
    "response property",
)

_CHANGED = {"type is another", "a branch, one of", "a branch, any of"}


def _schema_cases() -> list[Case]:
    cases: list[Case] = []
    for name, (old, new, *told) in SCHEMAS.items():
        for where in _ALL:
            forwards, backwards = told[:2] if where.startswith("request") else told[2:]
            stem = where.replace(" ", "-")
            ids = [each.replace("*", stem) for each in (forwards, backwards)]
            if "parameter-property" in where and name not in _CHANGED:
                ids = [each.replace("type-changed", "type-specialized") for each in ids]
            if where == "response body":
                ids = [
                    each.replace("body-enum-value-removed", "mediatype-enum-value-removed")
                    for each in ids
                ]
            if name == "null" and where == "request parameter":
                ids[1] = ids[1].replace("B ", "W ")  # null cannot be written into a URL
            cases.append(case(f"{name}: {where}", _in(where, old), _in(where, new), *ids))
    return cases


def _tagged(mapping: dict[str, str] | None = None, name: str = "kind") -> Node:
    node: Node = {"propertyName": name}
    if mapping:
        node["mapping"] = {tag: f"#/components/schemas/{target}" for tag, target in mapping.items()}
    return node


_KINDS = {
    name: record("kind", "sort", kind=text(), sort=text(), **{own: text(), f"{own}2": text()})
    for name, own in (("Cat", "claws"), ("Dog", "tail"))
}
_BOTH = [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]


def _discriminated(where: str, **keywords: Any) -> Node:
    pet = {"oneOf": _BOTH, **keywords}
    schema = record("pet", pet=pet) if where.endswith("property") else pet
    return (
        sent(schema, schemas=_KINDS)
        if where.startswith("request")
        else received(schema, schemas=_KINDS)
    )


def _discriminator_cases() -> list[Case]:
    cases: list[Case] = []
    full = {"c": "Cat", "d": "Dog"}
    crossed = {"c": "Dog", "d": "Cat"}
    more = {**full, "puppy": "Dog"}
    for where in ("request body", "request property", "response body", "response property"):
        stem = where.replace(" ", "-") + "-discriminator"
        lost = "I" if where.startswith("request") else "W"
        plain, tagged = _discriminated(where), _discriminated(where, discriminator=_tagged(full))
        cases += [
            case(
                f"discriminator: {where}",
                plain,
                tagged,
                f"I {stem}-added",
                f"{lost} {stem}-removed",
            ),
            case(
                f"discriminator, renamed: {where}",
                tagged,
                _discriminated(where, discriminator=_tagged(full, "sort")),
                f"B {stem}-property-name-changed",
                f"B {stem}-property-name-changed",
            ),
            case(
                f"mapping: {where}",
                tagged,
                _discriminated(where, discriminator=_tagged(more)),
                f"I {stem}-mapping-added",
                f"I {stem}-mapping-deleted",
            ),
            case(
                f"mapping, crossed: {where}",
                tagged,
                _discriminated(where, discriminator=_tagged(crossed)),
                f"B {stem}-mapping-changed",
                f"B {stem}-mapping-changed",
            ),
        ]
    return cases


def _property_cases() -> list[Case]:
    one, two = record("a", a=text()), record("a", a=text(), b=text())
    need = record("a", "b", a=text(), b=text())
    filled = record("a", "b", a=text(), b=text(default="x"))
    read = record("a", a=text(), b=text(readOnly=True))
    need_read = record("a", "b", a=text(), b=text(readOnly=True))
    write = record("a", a=text(), b=text(writeOnly=True))
    need_write = record("a", "b", a=text(), b=text(writeOnly=True))
    default = record("a", a=text(), b=text(default="x"))
    other = record("a", a=text(), b=text(default="y"))
    old = record("a", a=text(), b=text(deprecated=True))
    header = record("a", a=text())
    pairs = [
        (sent, "optional property, sent", one, two, "I new-optional-request-property", "W request-property-removed"),
        (sent, "required property, sent", one, need, "B new-required-request-property", "W request-property-removed"),
        (sent, "filled property, sent", one, filled, "W new-required-request-property-with-default", "W request-property-removed"),
        (sent, "required, sent", two, need, "B request-property-became-required", "I request-property-became-optional"),
        (sent, "required and filled, sent", default, filled, "W request-property-became-required-with-default", "I request-property-became-optional"),
        (sent, "read only, sent", two, read, "W request-optional-property-became-read-only", "I request-optional-property-became-not-read-only"),
        (sent, "read only and required, sent", need, need_read, "W request-required-property-became-read-only", "B request-required-property-became-not-read-only"),
        (sent, "default, sent", two, default, "I request-property-default-value-added", "I request-property-default-value-removed"),
        (sent, "other default, sent", default, other, "W request-property-default-value-changed", "W request-property-default-value-changed"),
        (sent, "deprecated, sent", two, old, "I request-property-deprecated", "I request-property-reactivated"),
        (sent, "what is only read does not matter to who sends", one, read, "", ""),
        (received, "optional property, received", one, two, "I response-optional-property-added", "B response-optional-property-removed"),
        (received, "required property, received", one, need, "I response-required-property-added", "B response-required-property-removed"),
        (received, "required, received", two, need, "I response-property-became-required", "B response-property-became-optional"),
        (received, "write only, received", two, write, "B response-optional-property-became-write-only", "I response-optional-property-became-not-write-only"),
        (received, "write only and required, received", need, need_write, "B response-required-property-became-write-only", "W response-required-property-became-not-write-only"),
        (received, "default, received", two, default, "I response-property-default-value-added", "I response-property-default-value-removed"),
        (received, "other default, received", default, other, "I response-property-default-value-changed", "I response-property-default-value-changed"),
        (received, "what is only sent does not matter to who receives", one, write, "", ""),
    ]  # fmt: skip
    cases = [case(name, make(a), make(b), *told) for make, name, a, b, *told in pairs]
    for where, make in (("request", sent), ("response", received)):
        stem = f"{where}-body-default-value"
        changed = "W" if where == "request" else "I"
        cases += [
            case(f"default of the body, {where}", make(text()), make(text(default="x")), f"I {stem}-added", f"I {stem}-removed"),
            case(f"other default of the body, {where}", make(text(default="x")), make(text(default="y")), f"{changed} {stem}-changed", f"{changed} {stem}-changed"),
        ]  # fmt: skip
    in_header = [asked(parameter("X-Q", schema, "header")) for schema in (header, two, need)]
    lettered = [
        asked(parameter("X-Q", record("a", a=schema), "header"))
        for schema in (text(), text(enum=["x"]))
    ]
    cases += [
        case("header property", in_header[0], in_header[2], "B new-required-request-header-property", "W request-header-property-removed"),
        case("header property, required", in_header[1], in_header[2], "B request-header-property-became-required", "I request-header-property-became-optional"),
        case("header property, values", lettered[0], lettered[1], "B request-header-property-became-enum", "I request-header-property-no-longer-enum"),
    ]  # fmt: skip
    return cases


def _parameter_cases() -> list[Case]:
    q, need = parameter(), parameter(required=True)
    old = parameter(deprecated=True)
    one, other = parameter(schema=text(default="x")), parameter(schema=text(default="y"))
    path = {**document(operation()), "paths": {"/thing/{id}": {"post": operation()}}}
    named = {
        **path,
        "paths": {
            "/thing/{key}": {
                "post": operation(parameters=[parameter("key", where="path", required=True)])
            }
        },
    }
    renamed = {
        **path,
        "paths": {
            "/thing/{id}": {
                "post": operation(parameters=[parameter("id", where="path", required=True)])
            }
        },
    }
    return [
        case("parameter", asked(), asked(q), "I new-optional-request-parameter", "W request-parameter-removed"),
        case("required parameter", asked(), asked(need), "B new-required-request-parameter", "W request-parameter-removed"),
        case("deprecated parameter", asked(), asked(old), "I new-optional-request-parameter", "I request-parameter-removed-with-deprecation"),
        case("parameter, required", asked(q), asked(need), "B request-parameter-became-required", "I request-parameter-became-optional"),
        case("parameter, deprecated", asked(q), asked(old), "I request-parameter-deprecated", "I request-parameter-reactivated"),
        case("parameter, default", asked(q), asked(one), "W request-parameter-default-value-added", "W request-parameter-default-value-removed"),
        case("parameter, other default", asked(one), asked(other), "B request-parameter-default-value-changed", "B request-parameter-default-value-changed"),
        case(
            "parameter, style",
            asked(parameter(schema={"type": "array", "items": text()})),
            asked(parameter(schema={"type": "array", "items": text()}, explode=False)),
            "B request-parameter-style-changed",
            "B request-parameter-style-changed",
        ),
        case("placeholder, renamed", renamed, named, "B argument-renamed", "B argument-renamed"),
        case(
            "header that is written otherwise",
            asked(parameter("X-Trace", where="header")),
            asked(parameter("x-trace", where="header")),
            "",
            "",
        ),
    ]  # fmt: skip


def _reply(**more: Any) -> Node:
    return document(operation(responses=more))


def _operation_cases() -> list[Case]:
    beta: Node = {"x-stability-level": "beta"}
    plain = document(operation())
    with_body = document(operation(sent=text()))
    optional = document(operation(requestBody=body(text())))
    both = document(operation(requestBody={"required": True, "content": {"application/json": {"schema": text()}, "text/plain": {"schema": text()}}}))  # fmt: skip
    two = {"application/json": {"schema": text()}, "text/csv": {"schema": text()}}
    header = {"X-Left": {"schema": {"type": "integer"}}}
    need = {"X-Left": {"schema": {"type": "integer"}, "required": True}}
    ok = body(text())
    old = document(operation(deprecated=True))
    second = {**plain, "paths": {**plain["paths"], "/other": {"get": operation()}}}
    second_old = {
        **plain,
        "paths": {**plain["paths"], "/other": {"get": operation(deprecated=True)}},
    }
    beside = {
        **plain,
        "paths": {"/thing": {"post": operation(), "get": operation(operationId="b")}},
    }
    beside_old = {**plain, "paths": {"/thing": {"post": operation(), "get": operation(operationId="b", deprecated=True)}}}  # fmt: skip
    return [
        case("path", plain, second, "I endpoint-added", "B api-path-removed-without-deprecation"),
        case("deprecated path", plain, second_old, "I endpoint-added", "B api-path-removed-with-deprecation"),
        case("operation", plain, beside, "I endpoint-added", "B api-removed-without-deprecation"),
        case("deprecated operation", plain, beside_old, "I endpoint-added", "B api-removed-with-deprecation"),
        case("deprecation", plain, old, "W endpoint-deprecated", "I endpoint-reactivated"),
        case("operation id", plain, document(operation(operationId="other")), "I api-operation-id-removed", "I api-operation-id-removed"),
        case("no operation id", document({k: v for k, v in operation().items() if k != "operationId"}), plain, "I api-operation-id-added", "I api-operation-id-removed"),
        case("tag", plain, document(operation(tags=["things"])), "I api-tag-added", "I api-tag-removed"),
        case("stability", plain, document(operation(**beta)), "W api-stability-decreased", ""),
        case("body", plain, with_body, "B request-body-added-required", "W request-body-removed"),
        case("optional body", plain, optional, "I request-body-added-optional", "W request-body-removed"),
        case("body, required", optional, with_body, "B request-body-became-required", "I request-body-became-optional"),
        case("media type, sent", with_body, both, "I request-body-media-type-added", "B request-body-media-type-removed"),
        case("media type, received", plain, _reply(**{"200": {"description": "d", "content": two}}), "I response-media-type-added", "B response-media-type-removed"),
        case("success", plain, _reply(**{"200": ok, "202": ok}), "I response-success-status-added", "B response-success-status-removed"),
        case("error", plain, _reply(**{"200": ok, "409": ok}), "I response-non-success-status-added", "I response-non-success-status-removed"),
        case("header", plain, _reply(**{"200": {**ok, "headers": header}}), "I optional-response-header-added", "W optional-response-header-removed"),
        case("required header", plain, _reply(**{"200": {**ok, "headers": need}}), "I required-response-header-added", "B required-response-header-removed"),
        case("header, required", _reply(**{"200": {**ok, "headers": header}}), _reply(**{"200": {**ok, "headers": need}}), "I response-header-became-required", "B response-header-became-optional"),
    ]  # fmt: skip


_KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}


def _oauth(
    *scopes: str, token: str = "https://a.example/token", url: str = "https://a.example"
) -> Node:
    flow = {
        "tokenUrl": token,
        "authorizationUrl": url,
        "scopes": dict.fromkeys(scopes, "may"),
    }
    return {"type": "oauth2", "flows": {"authorizationCode": flow}}


def _secured(
    security: list[Node] | None = None, own: list[Node] | None = None, **schemes: Node
) -> Node:
    node = operation() if own is None else operation(security=own)
    more: Node = {"components": {"securitySchemes": schemes}}
    if security is not None:
        more["security"] = security
    return document(node, **more)


def _security_cases() -> list[Case]:
    key: Node = {"key": _KEY}
    oauth = _oauth("read", "write")
    lean = _oauth("read")
    both: Node = {"key": _KEY, "oauth": oauth}
    return [
        case("scheme", _secured(), _secured(**key), "I api-security-component-added", "I api-security-component-removed"),
        case("scheme, renamed", _secured([{"key": []}], **key), _secured([{"token": []}], token=_KEY), "I api-security-component-added, I api-security-component-removed", "I api-security-component-added, I api-security-component-removed"),
        case("scheme, type", _secured(**key), _secured(key={"type": "http", "scheme": "bearer"}), "B api-security-component-type-changed", "B api-security-component-type-changed"),
        case("token url", _secured(o=oauth), _secured(o=_oauth("read", "write", token="https://b.example")), "W api-security-component-oauth-token-url-changed", "W api-security-component-oauth-token-url-changed"),
        case("authorisation url", _secured(o=oauth), _secured(o=_oauth("read", "write", url="https://b.example")), "I api-security-component-oauth-url-changed", "I api-security-component-oauth-url-changed"),
        case("scope of a scheme", _secured(o=lean), _secured(o=oauth), "I api-security-component-oauth-scope-added", "W api-security-component-oauth-scope-removed"),
        case("security", _secured(**key), _secured([{"key": []}], **key), "B api-global-security-added", "I api-global-security-removed"),
        case("own security", _secured(**key), _secured(own=[{"key": []}], **key), "B api-security-added", "I api-security-removed"),
        case("an alternative", _secured([{"key": []}], **both), _secured([{"key": []}, {"oauth": ["read"]}], **both), "I api-global-security-added", "B api-global-security-removed"),
        case("scope", _secured([{"oauth": ["read"]}], oauth=oauth), _secured([{"oauth": ["read", "write"]}], oauth=oauth), "B api-global-security-scope-added", "I api-global-security-scope-removed"),
        case("own scope", _secured(own=[{"oauth": ["read"]}], oauth=oauth), _secured(own=[{"oauth": ["read", "write"]}], oauth=oauth), "B api-security-scope-added", "I api-security-scope-removed"),
    ]  # fmt: skip


def _page(**more: Any) -> Node:
    return {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "parameters": [parameter("cursor"), parameter("limit", {"type": "integer"})],
                "responses": {
                    "200": body(
                        record("pets", pets={"type": "array", "items": record(id=text())}, **more)
                    )
                },
            }
        }
    }


def _callback(payload: Node) -> Node:
    again = operation(sent=payload, callbacks={"deeper": {"{$url}": {"post": operation()}}})
    return {"done": {"{$request.body#/hook}": {"post": again}}}


def _document_cases() -> list[Case]:
    plain = document(operation())
    moved = document(operation(), servers=[{"url": "https://things.example/v2"}])
    more = document(
        operation(), servers=[{"url": "https://things.example"}, {"url": "https://b.example"}]
    )
    event = {"made": {"post": operation(sent=record("id", id=text()), operationId="made")}}
    leaner = {"made": {"post": operation(sent=record(id=text()), operationId="made")}}
    answered = body(record("ok", ok={"type": "boolean"}))
    answer = {
        "made": {"post": operation(sent=record("id", id=text()), responses={"200": answered})}
    }
    free = {
        "made": {
            "post": operation(
                sent=record("id", id=text()),
                responses={"200": body(record(ok={"type": "boolean"}))},
            )
        }
    }
    called = document(operation(callbacks=_callback(record("id", id=text()))))
    named = received({"$ref": "#/components/schemas/A"}, schemas={"A": record(a=text())})
    again = received({"$ref": "#/components/schemas/B"}, schemas={"B": record(a=text())})
    return [
        case("server", plain, moved, "B server-changed", "B server-changed"),
        case("second server", plain, more, "I server-added", "W server-removed"),
        case("event", plain, document(operation(), webhooks=event), "I webhook-added", "B webhook-removed"),
        case("event, payload", document(operation(), webhooks=event), document(operation(), webhooks=leaner), "B response-property-became-optional", "I response-property-became-required"),
        case("event, answer", document(operation(), webhooks=free), document(operation(), webhooks=answer), "B request-property-became-required", "I request-property-became-optional"),
        case("callback", plain, called, "I callback-added", "B callback-removed"),
        case("callback, payload", called, document(operation(callbacks=_callback(record(id=text())))), "B response-property-became-optional", "I response-property-became-required"),
        case("component of another name", named, again, "W api-schema-removed", "W api-schema-removed"),
        case(
            "pages",
            {**plain, "paths": _page()},
            {**plain, "paths": _page(next_cursor=text())},
            "W pagination-gained, I response-optional-property-added",
            "B pagination-lost, B response-optional-property-removed",
        ),
    ]  # fmt: skip


CASES = (
    *_schema_cases(),
    *_discriminator_cases(),
    *_property_cases(),
    *_parameter_cases(),
    *_operation_cases(),
    *_security_cases(),
    *_document_cases(),
)
