"""Generated values are valid: judged by another validator than our own."""

from collections.abc import Mapping
from typing import Any

import jsonschema_rs
import pytest

from connector_runtime.client.values import Validator, ValueGenerator

SEEDS = range(25)

SCHEMAS: dict[str, dict[str, Any]] = {
    "anything": {},
    "string": {"type": "string"},
    "short": {"type": "string", "maxLength": 3},
    "long": {"type": "string", "minLength": 200, "maxLength": 210},
    "exact": {"type": "string", "minLength": 5, "maxLength": 5},
    "empty": {"type": "string", "maxLength": 0},
    "enum": {"type": "string", "enum": ["a", "b"]},
    "enum of integers": {"type": "integer", "enum": [1, 7]},
    "integer": {"type": "integer"},
    "bounds": {"type": "integer", "minimum": -3, "maximum": -1},
    "exclusive": {"type": "integer", "exclusiveMinimum": 3, "exclusiveMaximum": 5},
    "only a maximum": {"type": "integer", "maximum": -100},
    "multiple": {"type": "integer", "multipleOf": 7, "minimum": 100, "maximum": 110},
    "fraction of integers": {"type": "integer", "multipleOf": 1.5},
    "number": {"type": "number", "minimum": 0.1, "maximum": 0.2},
    "narrow": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.0001},
    "cents": {"type": "number", "multipleOf": 0.01},
    "boolean": {"type": "boolean"},
    "null": {"type": "null"},
    "array": {"type": "array", "items": {"type": "integer"}},
    "many": {"type": "array", "items": {"type": "string"}, "minItems": 12},
    "no items": {"type": "array", "items": {"type": "string"}, "maxItems": 0},
    "unique": {"type": "array", "items": {"type": "string"}, "minItems": 9, "uniqueItems": True},
    "unique booleans": {
        "type": "array",
        "items": {"type": "boolean"},
        "minItems": 2,
        "uniqueItems": True,
    },
    "unique choices": {
        "type": "array",
        "items": {"type": "string", "enum": ["a", "b", "c"]},
        "minItems": 3,
        "uniqueItems": True,
    },
    "unique in spite of the example": {
        "type": "array",
        "items": {"type": "string", "example": "same"},
        "minItems": 2,
        "uniqueItems": True,
    },
    "tuple": {
        "type": "array",
        "prefixItems": [{"type": "string"}, {"type": "integer"}],
        "items": {"type": "boolean"},
        "minItems": 3,
    },
    "contains": {"type": "array", "items": {}, "contains": {"type": "integer", "minimum": 5}},
    "map": {"type": "object", "additionalProperties": {"type": "integer"}},
    "big map": {
        "type": "object",
        "additionalProperties": {"type": "boolean"},
        "minProperties": 40,
    },
    "named map": {
        "type": "object",
        "propertyNames": {"pattern": "^x_[a-z]{2}$"},
        "additionalProperties": {"type": "string"},
        "minProperties": 3,
    },
    "object": {
        "type": "object",
        "properties": {"a": {"type": "string"}, "b": {"type": "integer"}},
        "required": ["a", "c"],
        "additionalProperties": True,
    },
    "closed": {
        "type": "object",
        "properties": {"a": {"type": "string"}, "b": {"type": "integer"}},
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    },
    "dependent": {
        "type": "object",
        "properties": {"a": {"type": "string"}, "b": {"type": "string", "not": {}}},
        "dependentRequired": {"a": ["c"]},
    },
    "union": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "integer"}}]},
    "overlapping oneOf": {
        "oneOf": [{"type": "integer", "multipleOf": 2}, {"type": "integer", "multipleOf": 3}]
    },
    "integer or number": {"oneOf": [{"type": "integer"}, {"type": "number", "maximum": 0.5}]},
    "not": {"type": "integer", "minimum": 1, "maximum": 4, "not": {"enum": [1, 2]}},
    "conditional": {
        "type": "object",
        "properties": {"kind": {"type": "string", "enum": ["a", "b"]}, "n": {"type": "integer"}},
        "required": ["kind"],
        "if": {"properties": {"kind": {"enum": ["a"]}}},
        "then": {"properties": {"n": {"maximum": 10_000}}},
    },
    "invalid example": {"type": "integer", "example": "many"},
    "invalid default": {"type": "string", "enum": ["a"], "default": "z"},
}

PATTERNS = [
    r"^[a-z]+$",
    r"^(foo|bar)-\d{4}$",
    r"^[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}$",
    r"^\+[1-9]\d{1,14}$",
    r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$",
    r"^(?P<a>x|y)(?P=a)$",
    r"^#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$",
    r"^(?!0)[0-9]{3}$",
    r"^\w[\w.\-]{0,61}$",
    r"sk_(test|live)_",
    r"^[\u00e0-\u00ff]{2}$",
    r"^.{1,128}$",
    r"^a{3,}b*?c+$",
    "",
]

FORMATS = [
    "date-time",
    "date",
    "time",
    "duration",
    "uuid",
    "email",
    "idn-email",
    "hostname",
    "ipv4",
    "ipv6",
    "uri",
    "iri",
    "uri-reference",
    "uri-template",
    "json-pointer",
    "relative-json-pointer",
    "regex",
]


def missing(key: str) -> Mapping[str, Any]:
    raise KeyError(key)


@pytest.mark.parametrize("name", SCHEMAS)
def test_values_are_valid(name: str) -> None:
    schema = SCHEMAS[name]
    judge = jsonschema_rs.Draft202012Validator(schema)
    for seed in SEEDS:
        value = ValueGenerator(missing, seed).value(schema, ("op", name))
        assert judge.is_valid(value), value
        assert Validator(missing, "reply").conforms(schema, value)


@pytest.mark.parametrize("bounds", [{}, {"minLength": 6}, {"maxLength": 12}])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_are_matched_within_lengths_where_both_can_be(
    pattern: str, bounds: dict[str, int]
) -> None:
    schema = {"type": "string", "pattern": pattern, **bounds}
    judge = jsonschema_rs.Draft202012Validator(
        {"type": "string", **bounds} if "(?" in pattern else schema
    )
    fixed = pattern in {r"^(?P<a>x|y)(?P=a)$", r"^(?!0)[0-9]{3}$", r"^[\u00e0-\u00ff]{2}$"}
    if bounds.get("minLength") and fixed:
        pytest.skip("no string of that length matches")
    for seed in SEEDS:
        value = ValueGenerator(missing, seed).value(schema, ("op", "field"))
        assert judge.is_valid(value), value
        assert Validator(missing, "reply").conforms(schema, value), value


@pytest.mark.parametrize("form", FORMATS)
def test_formats_are_kept(form: str) -> None:
    schema = {"type": "string", "format": form}
    judge = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    for seed in SEEDS:
        value = ValueGenerator(missing, seed).value(schema, ("op", "field"))
        assert judge.is_valid(value), value
        assert Validator(missing, "reply").conforms(schema, value)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "string", "example": "Ada"}, "Ada"),
        ({"type": "string", "examples": ["Ada", "Bob"]}, "Ada"),
        ({"type": "integer", "default": 10}, 10),
        ({"type": "integer", "example": 3, "default": 10}, 3),
        ({"type": "boolean", "default": False}, False),
        ({"type": "array", "items": {"type": "string"}, "example": ["a"]}, ["a"]),
    ],
)
def test_what_the_description_offers_comes_first(schema: dict[str, Any], value: object) -> None:
    assert ValueGenerator(missing, 5).value(schema) == value


def test_an_example_is_not_shared_with_the_caller() -> None:
    schema = {"type": "array", "items": {"type": "string"}, "example": ["a"]}
    ValueGenerator(missing).value(schema).append("b")
    assert ValueGenerator(missing).value(schema) == ["a"]


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "minLength": 10**9},
        {"type": "array", "items": {"type": "string"}, "minItems": 10**9},
        {"type": "object", "minProperties": 10**9},
        {"type": "string", "pattern": "a{100000000}"},
        {"type": "string", "pattern": "^(?=b)a$"},
        {"type": "string", "pattern": "(unclosed"},
        {"type": "integer", "minimum": 5, "maximum": 4},
        {"not": {}},
        {"$ref": "#/components/schemas/Nowhere"},
        {"anyOf": [{"$ref": "#/components/schemas/Nowhere"}]},
    ],
)
def test_what_cannot_be_met_gives_something_of_bounded_size(schema: dict[str, Any]) -> None:
    assert len(repr(ValueGenerator(missing).value(schema))) < 60_000
