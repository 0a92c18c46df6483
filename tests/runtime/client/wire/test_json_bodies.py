"""JSON bodies: compact UTF-8, every type a programmer holds, nothing that is not JSON."""

import json
from collections import OrderedDict
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

import pytest
from pydantic import BaseModel, Field

from connector_runtime.client.arguments import OMIT
from connector_runtime.client.wire.json_text import json_ascii, json_bytes, json_text
from connector_runtime.client.wire.problems import ArgumentError
from connector_runtime.client.wire.request import compile_encoder


class Level(Enum):
    """An enumeration."""

    HIGH = "high"


class Address(BaseModel):
    """A model with an alias and something unset."""

    line_1: str = Field(alias="line1")
    line_2: str | None = Field(None, alias="line2")


UUID_TEXT = "12345678-1234-5678-1234-567812345678"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"a": [1, 2.5, True, None, "ü"]}, '{"a":[1,2.5,true,null,"ü"]}'),
        (datetime(2024, 1, 2, tzinfo=UTC), '"2024-01-02T00:00:00Z"'),
        ([date(2024, 1, 2), UUID(UUID_TEXT), b"\xfb\xff"], f'["2024-01-02","{UUID_TEXT}","+/8="]'),
        ({"l": Level.HIGH, "t": (1, 2)}, '{"l":"high","t":[1,2]}'),
        ({"s": {2, 1}, "o": OrderedDict(a=1)}, '{"s":[1,2],"o":{"a":1}}'),
        ({"a": Address.model_validate({"line1": "x"})}, '{"a":{"line1":"x"}}'),
        ({"a": Address(line1="x", line2=None)}, '{"a":{"line1":"x","line2":null}}'),
        ({1: "a", False: "b"}, '{"1":"a","false":"b"}'),
        ({UUID(UUID_TEXT): 1}, f'{{"{UUID_TEXT}":1}}'),
        ({"a": OMIT, "b": {"c": OMIT}}, '{"b":{}}'),
        ({"d": Decimal("1.10"), "f": 1e22, "s": 'q"\n'}, '{"d":1.10,"f":1e+22,"s":"q\\"\\n"}'),
        (None, "null"),
        ("text", '"text"'),
    ],
)
def test_text(value: Any, expected: str) -> None:
    assert json_text(value) == expected
    assert json_bytes(value) == expected.encode()


@pytest.mark.parametrize(
    ("value", "pointer"),
    [
        ({"a": {"b/c": [0, float("nan")]}}, "/a/b~1c/1"),
        ({"a": [float("inf")]}, "/a/0"),
        ({"a": [Decimal("NaN")]}, "/a/0"),
        ({"a": open}, "/a"),
        ({"a": [OMIT]}, "/a/0"),
        ({"a": {None: 1, open: 2}}, "/a"),
        (open, ""),
    ],
    ids=str,
)
def test_what_is_not_json_is_refused_with_its_place(value: Any, pointer: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        json_text(value)

    assert caught.value.pointer == pointer


def test_cycles_are_refused() -> None:
    loop: list[Any] = []
    loop.append(loop)

    with pytest.raises(ArgumentError, match="contains itself"):
        json_text(loop)


DECIMAL_SCHEMAS = {
    "Amount": {"type": "string", "format": "decimal"},
    "Line": {
        "type": "object",
        "properties": {
            "amount": {"$ref": "#/components/schemas/Amount"},
            "rate": {"type": "number"},
            "either": {"anyOf": [{"type": "string"}, {"type": "number"}]},
        },
        "additionalProperties": {"type": "string"},
    },
}


def test_decimals_follow_the_schema(make_operation: Any) -> None:
    media = {
        "content_type": "application/json",
        "kind": "json",
        "fields": {"lines": "lines"},
        "schema": {"$ref": "#/components/schemas/Body"},
    }
    lines = {"type": "array", "items": {"$ref": "#/components/schemas/Line"}}
    body = {"type": "object", "properties": {"lines": lines}}
    schemas = {**DECIMAL_SCHEMAS, "Body": body}
    operation = make_operation(method="post", body={"media": [media]})
    encoder = compile_encoder(operation, {name: {"schema": schemas[name]} for name in schemas})
    one = Decimal("1.0")

    request = encoder.encode({"lines": [{"amount": one, "rate": one, "either": one, "more": one}]})

    assert request.body == b'{"lines":[{"amount":"1.0","rate":1.0,"either":1.0,"more":"1.0"}]}'


def test_ascii_escapes_the_rest() -> None:
    assert json_ascii({"ü": Decimal("1.0"), "😀": "\x7f"}) == (
        '{"\\u00fc":1.0,"\\ud83d\\ude00":"\\u007f"}'
    )


def test_fields_have_wire_names(make_operation: Any) -> None:
    media = {
        "content_type": "application/vnd.api+json",
        "kind": "json",
        "fields": {"class_": "class", "to": "to"},
    }
    operation = make_operation(method="patch", body={"required": True, "media": [media]})

    request = compile_encoder(operation).encode({"class_": None, "to": OMIT})

    assert request.method == "PATCH"
    assert request.content_type == "application/vnd.api+json"
    assert request.body == b'{"class":null}'


def test_one_value_as_body(send_body: Any) -> None:
    assert send_body("json", "application/json", {"body": [1]}).body == b"[1]"
    assert send_body("json", "application/json", {"body": None}).body == b"null"
    assert send_body("json", "*/*", {"body": "x"}).content_type == "application/json"


def test_models_and_what_the_vendor_added_survive_a_round_trip(send_body: Any) -> None:
    class Thing(BaseModel, extra="allow"):
        known: str | None = None

    thing = Thing.model_validate({"new": {"deep": [1]}})

    body = send_body("json", "application/json", {"body": thing}).body
    assert json.loads(body) == {"new": {"deep": [1]}}


def test_half_a_surrogate_pair_is_refused(send_body: Any) -> None:
    with pytest.raises(ArgumentError, match="surrogate"):
        send_body("json", "application/json", {"body": "\ud800"})
