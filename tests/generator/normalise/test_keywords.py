"""One spelling for every keyword of a schema."""

from typing import Any

import pytest

from tests.generator.normalise.documents import INTEGER, STRING, record, ref, schemas


@pytest.mark.parametrize(
    ("version", "given", "expected"),
    [
        ("3.0.3", {"type": "string", "nullable": True}, {"type": "string", "nullable": True}),
        ("3.0.3", {"type": "string", "nullable": False}, {"type": "string"}),
        ("3.1.0", {"type": ["string", "null"]}, {"type": "string", "nullable": True}),
        ("3.1.0", {"type": ["string"]}, {"type": "string"}),
        ("3.1.0", {"type": "null"}, {"type": "null"}),
        ("3.1.0", {"const": 3}, {"type": "integer", "enum": [3]}),
        ("3.1.0", {"const": None}, {"type": "null"}),
        ("3.1.0", True, {}),
        ("3.1.0", False, {"not": {}}),
        (
            "3.1.0",
            {"type": ["integer", "string"], "minimum": 1, "minLength": 2},
            {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "minLength": 2}]},
        ),
        (
            "3.0.3",
            {"type": "integer", "minimum": 1, "exclusiveMinimum": True},
            {"type": "integer", "exclusiveMinimum": 1},
        ),
        ("3.0.3", {"enum": ["a", None]}, {"type": "string", "enum": ["a"], "nullable": True}),
        ("3.0.3", {"enum": [None]}, {"type": "null"}),
        ("3.1.0", {"type": "array"}, {"type": "array", "items": {}}),
        (
            "3.1.0",
            {"items": [STRING, INTEGER]},
            {"type": "array", "items": {}, "prefixItems": [STRING, INTEGER]},
        ),
        ("3.1.0", {"minLength": 1}, {"type": "string", "minLength": 1}),
        ("3.1.0", {"required": ["a"]}, {"type": "object", "required": ["a"]}),
        ("3.1.0", {"additionalProperties": True}, {"type": "object"}),
        (
            "3.1.0",
            {"patternProperties": {"^x": STRING}, "additionalProperties": False},
            {"type": "object", "additionalProperties": STRING},
        ),
        (
            "3.1.0",
            {"patternProperties": {"^x": STRING, "^y": INTEGER}},
            {"type": "object", "additionalProperties": {"anyOf": [STRING, INTEGER]}},
        ),
    ],
)
def test_forms(version: str, given: Any, expected: dict[str, Any]) -> None:
    assert schemas(version, A=given).schemas["A"] == expected


@pytest.mark.parametrize(
    ("given", "expected", "code"),
    [
        ({"type": "Integer"}, {"type": "integer"}, "unknown-type"),
        ({"type": "int64"}, {"type": "integer", "format": "int64"}, "unknown-type"),
        ({"type": "date"}, {"type": "string", "format": "date"}, "unknown-type"),
        ({"type": "thing"}, {}, "unknown-type"),
        ({"type": "integer", "default": "x"}, INTEGER, "wrong-default"),
        ({"type": "string", "enum": []}, STRING, "empty-enum"),
        (
            {"type": "string", "enum": ["a", "a"]},
            {"type": "string", "enum": ["a"]},
            "duplicate-enum-value",
        ),
        (
            {"type": "string", "enum": [1, True]},
            {"type": "string", "enum": ["1", "true"]},
            "enum-type",
        ),
        (
            {"type": "array", "items": STRING, "enum": ["a"]},
            {"type": "array", "items": {"type": "string", "enum": ["a"]}},
            "enum-of-container",
        ),
        ({"type": "string", "minLength": "x"}, STRING, "invalid-limit"),
        (["not", "a", "schema"], {}, "invalid-schema"),
        (ref("Nowhere"), {}, "dangling-ref"),
        ({"type": "string", "properties": {"a": STRING}}, STRING, "type-mismatch"),
        ({"allOf": []}, {}, "invalid-composition"),
        (
            {"type": "string", "pattern": "^(?<=x+)"},
            {"type": "string", "x-ecma-pattern": "^(?<=x+)"},
            "untranslatable-pattern",
        ),
    ],
)
def test_repairs_are_reported(given: Any, expected: dict[str, Any], code: str) -> None:
    result = schemas(A=given)
    assert result.schemas["A"] == expected
    assert code in result.codes


def test_required_on_a_property_moves_to_the_parent() -> None:
    result = schemas(A=record(a={"type": "string", "required": True}))
    assert result.schemas["A"]["required"] == ["a"]
    assert result.codes == ["boolean-required"]


def test_a_reference_keeps_what_describes_it() -> None:
    given = {**ref("B"), "description": "why", "nullable": True, "x-note": 1}
    result = schemas("3.0.3", A=record(b=given), B=STRING)
    assert result.schemas["A"]["properties"]["b"] == given


def test_constraints_beside_a_reference_count_since_3_1() -> None:
    given = {**ref("B"), "maxLength": 3}
    result = schemas(A=record(b=given), B={"type": "string", "minLength": 1})
    assert result.schemas["A"]["properties"]["b"] == {
        "type": "string",
        "minLength": 1,
        "maxLength": 3,
    }
    old = schemas("3.0.3", A=record(b=given), B=STRING)
    assert old.schemas["A"]["properties"]["b"] == ref("B")
    assert old.codes == ["ref-siblings"]


def test_properties_may_be_called_like_keywords() -> None:
    names = ("properties", "type", "nullable", "$ref", "allOf", "required", "items")
    result = schemas(A=record(**dict.fromkeys(names, STRING)))
    assert result.schemas["A"]["properties"] == dict.fromkeys(names, STRING)
    assert result.codes == []


def test_a_reference_into_a_schema_names_that_place() -> None:
    place = {"$ref": "#/components/schemas/A/properties/b/items"}
    result = schemas(A=record(b={"type": "array", "items": record(c=STRING)}), B=place)
    assert result.schemas["A"]["properties"]["b"]["items"] == ref("ABItem")
    assert result.schemas["B"] == ref("ABItem")
    assert result.schemas["ABItem"] == record(c=STRING)
