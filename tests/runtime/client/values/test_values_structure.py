"""Recursion, unions, views, and the promise that a value depends on its place alone."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from connector_runtime.client.values import Validator, ValueGenerator


def ref(key: str, **more: Any) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{key}", **more}


def record(required: list[str] | None = None, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required or []}


TEXT = {"type": "string"}

TREES = {
    "Node": record(["value"], value=TEXT, left=ref("Node"), right=ref("Node")),
    "List": record(["items"], items={"type": "array", "items": ref("List")}),
    "Linked": record(["next"], next=ref("Linked", nullable=True)),
    "Choice": record(["next"], next={"anyOf": [ref("Choice"), TEXT]}),
    "Map": record(["by_name"], by_name={"type": "object", "additionalProperties": ref("Map")}),
    "Endless": record(["next"], next=ref("Endless")),
    "Alias": {"anyOf": [ref("Alias"), {"type": "integer"}]},
    "A": ref("B"),
    "B": ref("A"),
}


@pytest.mark.parametrize("key", [key for key in TREES if key not in {"Endless", "A", "B"}])
def test_recursive_schemas_have_finite_valid_values(key: str) -> None:
    for seed in range(10):
        value = ValueGenerator(TREES.__getitem__, seed).value(ref(key))
        assert Validator(TREES.__getitem__, "reply").conforms(ref(key), value)


@pytest.mark.parametrize("key", ["Endless", "A"])
def test_what_has_no_finite_value_still_ends(key: str) -> None:
    assert len(json.dumps(ValueGenerator(TREES.__getitem__).value(ref(key)))) < 2_000


def test_objects_stay_small_however_wide_the_schema_is() -> None:
    wide = record(None, **{f"text_{n}": TEXT for n in range(30)}, child=ref("Wide"))
    wide["properties"] |= {f"child_{n}": ref("Wide") for n in range(30)}
    value = ValueGenerator({"Wide": wide}.__getitem__).value(ref("Wide"))
    assert 500 < len(json.dumps(value)) <= 20_000


def test_each_side_has_its_own_properties() -> None:
    schemas = {
        "User": record(
            ["id", "password"],
            id={"type": "string", "readOnly": True},
            password={"type": "string", "writeOnly": True},
            name=TEXT,
            created=ref("Moment"),
        ),
        "Moment": {"type": "integer", "readOnly": True},
    }
    generator = ValueGenerator(schemas.__getitem__)
    assert set(generator.value(ref("User"), view="request")) == {"password", "name"}
    assert set(generator.value(ref("User"), view="reply")) == {"id", "name", "created"}


def test_only_required_properties_where_so_asked() -> None:
    schemas = {
        "Order": record(["item", "note"], item=ref("Item"), note=ref("Note"), gift=TEXT),
        "Item": record(["sku"], sku=TEXT, size=TEXT),
        "Note": record(None, text=TEXT, colour=TEXT),
    }
    value = ValueGenerator(schemas.__getitem__).value(ref("Order"), include="required")
    assert {key: set(inner) for key, inner in value.items()} == {"item": {"sku"}, "note": {"text"}}


def test_one_of_the_required_variants_is_there() -> None:
    schema = record(None, id=TEXT, email=TEXT, phone=TEXT)
    schema["x-required-variants"] = [["email"], ["phone"]]
    assert set(ValueGenerator({}.__getitem__).value(schema, include="required")) == {"email"}


def test_a_variant_carries_its_tag() -> None:
    union = {
        "oneOf": [ref("Cat"), ref("Dog"), ref("Bird")],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"cat": ref("Cat")["$ref"], "dog": ref("Dog")["$ref"]},
        },
    }
    schemas = {
        "Cat": record(["kind"], kind=TEXT, lives={"type": "integer"}),
        "Dog": record(
            ["kind"], kind={"type": "string", "enum": ["dog"]}, barks={"type": "boolean"}
        ),
        "Bird": record(["kind"], kind=TEXT, wings={"type": "integer"}),
        "Pet": union,
    }
    seen: dict[str, set[str]] = {}
    for seed in range(40):
        value = ValueGenerator(schemas.__getitem__, seed).value(ref("Pet"))
        seen[value["kind"]] = set(value) - {"kind"}
    assert seen == {"cat": {"lives"}, "dog": {"barks"}, "Bird": {"wings"}}


def test_expandable_fields_hold_the_id() -> None:
    union = {"anyOf": [TEXT, ref("Customer")], "x-expansionResources": {"oneOf": []}}
    schemas = {"Customer": record(None, id=TEXT)}
    values = [ValueGenerator(schemas.__getitem__, seed).value(union) for seed in range(10)]
    assert all(isinstance(value, str) for value in values)


def test_adding_a_property_shifts_no_other() -> None:
    before = record(None, a=TEXT, c={"type": "integer"})
    after = record(None, a=TEXT, b={"type": "array", "items": TEXT}, c={"type": "integer"})
    generator = ValueGenerator({}.__getitem__, 3)
    old, new = generator.value(before, ("op", "body")), generator.value(after, ("op", "body"))
    assert {key: new[key] for key in old} == old


def test_seed_and_place_make_the_difference() -> None:
    generator = ValueGenerator({}.__getitem__)
    values = {
        generator.with_seed(seed).value(TEXT, (operation, "body"))
        for seed in range(3)
        for operation in ("create", "update")
    }
    assert len(values) == 6
    assert generator.value(TEXT, ("a", "b")) == ValueGenerator({}.__getitem__).value(
        TEXT, ("a", "b")
    )


PROGRAM = """
import json
from connector_runtime.client.values import ValueGenerator
schema = {"type": "object", "properties": {
    "id": {"type": "string", "format": "uuid"}, "at": {"type": "string", "format": "date-time"},
    "code": {"type": "string", "pattern": "^[A-Z]{3}-[0-9]+$"}, "kind": {"enum": ["a", "b", "c"]},
    "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True, "minItems": 3},
    "by": {"type": "object", "additionalProperties": {"type": "number"}}}}
print(json.dumps(ValueGenerator({}.__getitem__, 7).value(schema, ("op", "body"))))
"""


def test_the_same_in_every_process() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
