"""Unions in their simplest form, with a discriminator where one can be found."""

from typing import Any

import pytest

from tests.generator.normalise.documents import INTEGER, STRING, record, ref, schemas


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"oneOf": [STRING, {"type": "null"}]}, {"type": "string", "nullable": True}),
        ({"anyOf": [STRING, STRING]}, STRING),
        (
            {"anyOf": [STRING, {"anyOf": [INTEGER, {"type": "boolean"}]}]},
            {"anyOf": [STRING, INTEGER, {"type": "boolean"}]},
        ),
        (
            {"anyOf": [STRING, {"type": "integer", "nullable": True}]},
            {"anyOf": [STRING, INTEGER], "nullable": True},
        ),
        (
            {"anyOf": [STRING, {"type": "string", "enum": ["a"]}]},
            {"anyOf": [STRING, {"type": "string", "enum": ["a"]}]},
        ),
        (
            {
                "type": "integer",
                "oneOf": [{"const": 1, "title": "ONE"}, {"const": 2, "title": "TWO"}],
            },
            {"type": "integer", "enum": [1, 2], "x-enum-varnames": ["ONE", "TWO"]},
        ),
        ({"oneOf": [{"type": "null"}]}, {"type": "null"}),
    ],
)
def test_forms(given: dict[str, Any], expected: dict[str, Any]) -> None:
    assert schemas(A=given).schemas["A"] == expected


def tagged(value: str, name: str = "type") -> dict[str, Any]:
    tag = {"type": "string", "enum": [value]}
    return {**record(**{name: tag}), "required": [name]}


def test_a_discriminator_is_inferred() -> None:
    result = schemas(U={"oneOf": [ref("A"), ref("B"), STRING]}, A=tagged("card"), B=tagged("bank"))
    assert result.schemas["U"]["discriminator"] == {
        "propertyName": "type",
        "mapping": {"card": ref("A")["$ref"], "bank": ref("B")["$ref"]},
    }


def test_no_discriminator_where_tags_repeat_or_are_optional() -> None:
    same = schemas(U={"oneOf": [ref("A"), ref("B")]}, A=tagged("x"), B={**tagged("x"), "title": ""})
    assert "discriminator" not in same.schemas["U"]
    optional = {**tagged("y"), "required": []}
    result = schemas(U={"oneOf": [ref("A"), ref("B")]}, A=tagged("x"), B=optional)
    assert "discriminator" not in result.schemas["U"]


def test_a_mapping_is_completed_by_enumerations_then_names() -> None:
    result = schemas(
        U={
            "oneOf": [ref("A"), ref("B"), ref("C")],
            "discriminator": {"propertyName": "type", "mapping": {"a": "A", "gone": "Nowhere"}},
        },
        A=record(type=STRING),
        B=tagged("bee"),
        C=record(type=STRING, c=STRING),
    )
    assert result.schemas["U"]["discriminator"]["mapping"] == {
        "a": ref("A")["$ref"],
        "bee": ref("B")["$ref"],
        "C": ref("C")["$ref"],
    }
    assert result.codes == ["discriminator-mapping"]


def test_nested_unions_by_one_property_are_joined() -> None:
    by_type = {"propertyName": "type"}
    result = schemas(
        U={"oneOf": [ref("V"), ref("C")], "discriminator": by_type},
        V={"oneOf": [ref("A"), ref("B")], "discriminator": by_type},
        A=tagged("a"),
        B=tagged("b"),
        C=tagged("c"),
    )
    assert result.schemas["U"]["oneOf"] == [ref("A"), ref("B"), ref("C")]
    assert set(result.schemas["U"]["discriminator"]["mapping"]) == {"a", "b", "c"}


def test_a_shared_tag_cannot_decide() -> None:
    result = schemas(
        U={"oneOf": [ref("A"), ref("B")], "discriminator": {"propertyName": "type"}},
        A=tagged("x"),
        B={**tagged("x"), "required": []},
    )
    assert "discriminator" not in result.schemas["U"]
    assert result.codes == ["ambiguous-discriminator"]


def test_inline_unions_of_records_are_hoisted_and_others_stay() -> None:
    result = schemas(
        A=record(
            one={"anyOf": [STRING, ref("B")]},
            two={"anyOf": [STRING, ref("B"), ref("C")], "nullable": True},
        ),
        B=record(b=STRING),
        C=record(c=STRING),
    )
    properties = result.schemas["A"]["properties"]
    assert properties["one"] == {"anyOf": [STRING, ref("B")]}
    assert properties["two"] == {**ref("ATwo"), "nullable": True}
    assert result.schemas["ATwo"] == {"anyOf": [STRING, ref("B"), ref("C")]}
