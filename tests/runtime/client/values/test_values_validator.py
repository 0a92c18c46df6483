"""Our validator says what is wrong and where."""

from typing import Any

import pytest

from connector_runtime.client.values import Validator

SCHEMAS: dict[str, dict[str, Any]] = {
    "Pet": {
        "type": "object",
        "properties": {
            "id": {"type": "integer", "readOnly": True},
            "name": {"type": "string", "minLength": 1},
            "secret": {"type": "string", "writeOnly": True},
            "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        },
        "required": ["id", "name", "secret"],
        "additionalProperties": False,
    },
    "Shape": {
        "oneOf": [{"$ref": "#/components/schemas/Dot"}, {"$ref": "#/components/schemas/Line"}],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"dot": "#/components/schemas/Dot", "line": "#/components/schemas/Line"},
        },
    },
    "Dot": {"type": "object", "properties": {"kind": {"type": "string"}}},
    "Line": {
        "type": "object",
        "properties": {"kind": {"type": "string"}, "length": {"type": "number"}},
        "required": ["length"],
    },
}
PET = {"$ref": "#/components/schemas/Pet"}
SHAPE = {"$ref": "#/components/schemas/Shape"}


@pytest.mark.parametrize(
    ("schema", "value", "found"),
    [
        (PET, {"name": "Rex", "secret": "s"}, []),
        (PET, {"secret": "s"}, [("", "required")]),
        (PET, {"name": "", "secret": "s"}, [("/name", "minLength")]),
        (PET, {"name": "Rex", "secret": "s", "a/b": 1}, [("/a~1b", "additionalProperties")]),
        (PET, {"name": "Rex", "secret": "s", "tags": ["a", 1]}, [("/tags/1", "type")]),
        (PET, {"name": "Rex", "secret": "s", "tags": ["a", "a"]}, [("/tags", "uniqueItems")]),
        (
            PET,
            None,
            [
                ("", "type"),
            ],
        ),
        ({**PET, "nullable": True}, None, []),
        (SHAPE, {"kind": "dot"}, []),
        (SHAPE, {"kind": "line"}, [("", "required")]),
        ({"type": "integer"}, True, [("", "type")]),
        ({"type": "integer"}, 2.0, []),
        ({"type": "number"}, 2, []),
        (
            {"type": "integer", "enum": [1]},
            True,
            [
                ("", "type"),
            ],
        ),
        ({"type": "string", "format": "date"}, "2025-13-01", [("", "format")]),
        ({"type": "number", "multipleOf": 0.01}, 19.99, []),
        ({"type": "integer", "exclusiveMinimum": 3}, 3, [("", "exclusiveMinimum")]),
        ({"oneOf": [{"type": "integer"}, {"type": "number"}]}, 1, [("", "oneOf")]),
        ({"anyOf": [{"type": "integer"}, {"type": "boolean"}]}, "x", [("", "anyOf")]),
        ({"not": {"type": "string"}}, "x", [("", "not")]),
    ],
)
def test_violations(schema: dict[str, Any], value: object, found: list[tuple[str, str]]) -> None:
    violations = Validator(SCHEMAS.__getitem__, "request").violations(schema, value)
    assert [(each.pointer, each.keyword) for each in violations] == found


def test_the_reply_view_asks_for_read_only_properties() -> None:
    found = [each.message for each in Validator(SCHEMAS.__getitem__, "reply").violations(PET, {})]
    assert found == ["has no 'id'", "has no 'name'"]
