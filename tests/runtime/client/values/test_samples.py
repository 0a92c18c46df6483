"""Arguments and replies of operations."""

from typing import Any

import pytest

from connector_runtime.client.operation import Operation, operation_from_json
from connector_runtime.client.values import Samples

SCHEMAS: dict[str, dict[str, Any]] = {
    "Pet": {
        "type": "object",
        "properties": {
            "id": {"type": "integer", "readOnly": True},
            "class": {"type": "string", "enum": ["dog"]},
            "name": {"type": "string", "example": "Rex"},
        },
        "required": ["id", "class"],
    },
    "Upload": {
        "type": "object",
        "properties": {
            "file": {"type": "string", "format": "binary"},
            "more": {"type": "array", "items": {"type": "string", "format": "binary"}},
            "purpose": {"type": "string"},
        },
        "required": ["file"],
    },
    "Patch": {"type": "object", "properties": {"name": {"type": "string"}}},
}
PET = {"$ref": "#/components/schemas/Pet"}
SAMPLES = Samples(SCHEMAS.__getitem__)


def operation(**more: Any) -> Operation:
    return operation_from_json(
        {"name": "do", "method_path": "do", "method": "POST", "path": "/", **more}
    )


def body(schema: dict[str, Any], kind: str = "json", required: bool = True, **media: Any) -> Any:
    one = {"content_type": "application/json", "kind": kind, "schema": schema, **media}
    return {"required": required, "media": [one]}


PARAMETERS = [
    {"name": "pet_id", "wire": "petId", "location": "path", "required": True},
    {"name": "limit", "wire": "limit", "location": "query", "schema": {"type": "integer"}},
    {
        "name": "account",
        "wire": "Account",
        "location": "path",
        "required": True,
        "client_parameter": True,
    },
]


def test_parameters_and_fields_by_python_name() -> None:
    fields = {"class_": "class", "name": "name", "id": "id"}
    it = operation(parameters=PARAMETERS, body=body(PET, fields=fields))
    assert set(SAMPLES.arguments(it)) == {"pet_id", "limit", "class_", "name"}
    assert set(SAMPLES.arguments(it, include="required")) == {"pet_id", "class_"}
    assert SAMPLES.arguments(it) == SAMPLES.arguments(it)
    assert SAMPLES.arguments(it) != SAMPLES.arguments(it, seed=1)


def test_an_optional_body_is_left_out_where_only_required_arguments_count() -> None:
    it = operation(body=body(PET, required=False, fields={"class_": "class"}))
    assert SAMPLES.arguments(it, include="required") == {}
    assert SAMPLES.arguments(it) == {"class_": "dog"}


def test_a_body_without_required_fields_needs_no_argument() -> None:
    it = operation(body=body({"$ref": "#/components/schemas/Patch"}, fields={"name": "name"}))
    assert SAMPLES.arguments(it, include="required") == {}


@pytest.mark.parametrize(
    ("kind", "schema", "kept"),
    [("json", PET, dict), ("binary", {}, bytes), ("text", {"type": "string"}, str)],
)
def test_a_body_of_one_value_is_called_body(kind: str, schema: dict[str, Any], kept: type) -> None:
    arguments = SAMPLES.arguments(operation(body=body(schema, kind)))
    assert set(arguments) == {"body"}
    assert isinstance(arguments["body"], kept)


def test_files_are_bytes() -> None:
    fields = {"file": "file", "more": "more", "purpose": "purpose"}
    upload = body({"$ref": "#/components/schemas/Upload"}, "multipart", fields=fields)
    made = SAMPLES.arguments(operation(body=upload))
    assert isinstance(made["file"], bytes)
    assert all(isinstance(item, bytes) for item in made["more"])
    assert isinstance(made["purpose"], str)


def reply(schema: dict[str, Any], kind: str = "json", **more: Any) -> list[dict[str, Any]]:
    return [{"content_type": "application/json", "kind": kind, "schema": schema, **more}]


def test_replies_by_status() -> None:
    failure = {"type": "object", "properties": {"message": {"type": "string"}}}
    it = operation(
        replies={"200": reply(PET), "204": reply({}, "empty"), "206": reply({}, "binary")},
        errors={"4XX": reply(failure), "default": reply({"type": "integer"})},
    )
    assert SAMPLES.reply(it, 200)["name"] == "Rex"
    assert SAMPLES.reply(it, 204) is None
    assert isinstance(SAMPLES.reply(it, 206), bytes)
    assert set(SAMPLES.reply(it, 404)) == {"message"}
    assert isinstance(SAMPLES.reply(it, "500"), int)


def test_a_documented_example_comes_first_where_it_is_valid() -> None:
    example = {"id": 1, "class": "dog", "name": "Bello"}
    assert SAMPLES.reply(operation(replies={"200": reply(PET, example=example)}), 200) == example
    wrong = operation(replies={"200": reply(PET, example={"id": "one"})})
    assert SAMPLES.reply(wrong, 200)["class"] == "dog"
