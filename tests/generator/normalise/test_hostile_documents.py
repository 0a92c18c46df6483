"""Whatever the document holds, normalising it ends in the dialect or in an error for its author."""

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connector_generator.diagnostics import Diagnostics, InputError
from connector_generator.location import Location
from connector_generator.normalise import normalise
from connector_generator.normalise.parse import parse
from connector_generator.source.document import Document
from tests.generator.normalise.dialect import violations

KEYWORDS = [
    "openapi", "swagger", "info", "paths", "components", "schemas", "parameters", "responses",
    "/a/{b}", "/a?x={b}&y=1", "get", "post", "query", "additionalOperations", "requestBody",
    "content", "application/json", "schema", "itemSchema", "type", "properties", "items", "allOf",
    "anyOf", "oneOf", "not", "$ref", "required", "enum", "const", "default", "nullable", "format",
    "discriminator", "mapping", "propertyName", "additionalProperties", "patternProperties",
    "prefixItems", "minimum", "exclusiveMinimum", "maxLength", "pattern", "name", "in", "200",
    "default", "security", "securitySchemes", "tags", "servers", "url", "variables", "examples",
    "example", "headers", "links", "A", "B", "x-connector-pointer", "x-connector-origin",
    "definitions", "host", "consumes", "webhooks", "encoding", "explode", "style", "title",
    "externalDocs", "xml", "operationId", "description", "propertyNames", "if", "then",
]  # fmt: skip
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.floats(allow_nan=True),
    st.text(max_size=4),
    st.sampled_from(
        ["string", "object", "array", "integer", "null", "Integer", "path", "query", "2.0", "3.0.0",
         "#/components/schemas/A", "#/components/schemas/B", "#/components/parameters/A",
         "#/components/schemas/A/properties/a", "#/definitions/A", "#", "#/", "A", "form",
         "(?!a)", "[", "\ud800"]
    ),
)  # fmt: skip
KEYS = st.one_of(st.sampled_from(KEYWORDS), st.text(max_size=3), st.integers(0, 500), st.none())
JUNK = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=6)),
    max_leaves=30,
)
REFERENCE = st.sampled_from("ABC").map(lambda name: {"$ref": f"#/components/schemas/{name}"})
TYPED = st.sampled_from(["string", "integer", "object", "array", "null", ["string", "null"]]).map(
    lambda kind: {"type": kind}
)


def _schemas(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    properties = st.dictionaries(st.sampled_from(["a", "type", "$ref", "b"]), inner, max_size=3)
    members = st.lists(inner, max_size=3)
    return st.fixed_dictionaries(
        {},
        optional={
            "properties": properties,
            "required": st.lists(st.sampled_from(["a", "b", "type"]), max_size=3),
            "items": inner,
            "additionalProperties": st.one_of(inner, st.booleans()),
            "allOf": members,
            "anyOf": members,
            "oneOf": members,
            "nullable": st.booleans(),
            "enum": st.lists(st.sampled_from(["x", 1, True, None]), max_size=3),
            "minLength": st.integers(0, 3),
            "discriminator": st.just({"propertyName": "type", "mapping": {"x": "A", "y": "B"}}),
            "description": st.just("words"),
            "default": st.sampled_from(["x", 1, None]),
            "not": inner,
        },
    )


SCHEMA = st.recursive(st.one_of(REFERENCE, TYPED, st.just({})), _schemas, max_leaves=16)


def check(root: dict[Any, Any]) -> None:
    document = Document("junk", root, lambda pointer: Location("junk.yaml", pointer))
    try:
        result = normalise(document, Diagnostics())
    except InputError:
        return
    assert violations(result.root) == []
    parse(result)


RELAXED = settings(
    max_examples=int(os.environ.get("HOSTILE_EXAMPLES", "60")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize="HOSTILE_EXAMPLES" not in os.environ,
)


@RELAXED
@given(st.dictionaries(KEYS, JUNK, max_size=8))
def test_a_tree_of_junk(root: dict[Any, Any]) -> None:
    check(root)


@RELAXED
@given(JUNK, JUNK, JUNK, JUNK)
def test_junk_in_the_places_that_matter(schema: Any, item: Any, parameter: Any, reply: Any) -> None:
    operation = {"parameters": [parameter], "responses": {"200": reply}, "requestBody": reply}
    check(
        {
            "openapi": "3.0.0",
            "paths": {"/a/{b}": item, "/b": {"get": operation, "parameters": parameter}},
            "components": {"schemas": {"A": schema, "B": parameter}, "parameters": {"A": item}},
        }
    )


@RELAXED
@given(JUNK, JUNK, JUNK)
def test_junk_in_swagger(schema: Any, parameter: Any, reply: Any) -> None:
    operation = {"parameters": [parameter], "responses": {"200": reply}}
    check(
        {
            "swagger": "2.0",
            "paths": {"/a/{b}": {"get": operation, "parameters": [parameter]}},
            "definitions": {"A": schema},
            "parameters": {"A": parameter},
            "responses": {"A": reply},
        }
    )


@RELAXED
@given(st.tuples(SCHEMA, SCHEMA, SCHEMA), SCHEMA, st.sampled_from(["3.0.3", "3.1.0"]))
def test_schemas_that_refer_to_each_other(
    components: tuple[Any, Any, Any], inline: Any, version: str
) -> None:
    media = {"application/json": {"schema": inline}}
    operation = {"requestBody": {"content": media}, "responses": {"200": {"content": media}}}
    check(
        {
            "openapi": version,
            "info": {"title": "t", "version": "1"},
            "paths": {"/a": {"post": operation}},
            "components": {"schemas": dict(zip("ABC", components, strict=True))},
        }
    )


@pytest.mark.parametrize("length", [5, 150, 700])
def test_long_chains_of_references(length: int) -> None:
    names = [f"S{index}" for index in range(length)]
    chain = {
        name: {"allOf": [{"$ref": f"#/components/schemas/{after}"}], "required": ["a"]}
        for name, after in zip(names, [*names[1:], names[0]], strict=True)
    }
    aliases = {
        name.lower(): {"$ref": f"#/components/schemas/{after.lower()}"}
        for name, after in zip(names, [*names[1:], names[0]], strict=True)
    }
    check({"openapi": "3.1.0", "paths": {}, "components": {"schemas": chain | aliases}})


def test_too_deep_a_tree_is_an_error_of_the_author() -> None:
    schema: dict[str, Any] = {}
    for _ in range(3000):
        schema = {"items": schema}
    root = {"openapi": "3.1.0", "paths": {}, "components": {"schemas": {"A": schema}}}
    with pytest.raises(InputError) as caught:
        normalise(Document("deep", root, lambda p: Location("deep.yaml", p)), Diagnostics())
    assert caught.value.code == "nested-too-deep"


def test_a_deep_tree_within_the_limit() -> None:
    schema: dict[str, Any] = {"type": "string"}
    for _ in range(90):
        schema = {"type": "object", "properties": {"a": schema}}
    check({"openapi": "3.1.0", "paths": {}, "components": {"schemas": {"A": schema}}})
