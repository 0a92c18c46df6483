"""A body of a GET that describes nothing is no argument."""

from typing import Any

import pytest

from tests.generator.normalise.documents import STRING, operation, record

FORM = "application/x-www-form-urlencoded"


def body(schema: Any, **more: Any) -> dict[str, Any]:
    return {"requestBody": {"content": {FORM: {"schema": schema}}, **more}}


@pytest.mark.parametrize("extra", [{}, {"additionalProperties": False}])
def test_an_optional_body_without_members_is_left_out(extra: dict[str, Any]) -> None:
    given = operation(body({"type": "object", "properties": {}, **extra}))
    assert "requestBody" not in given.operation()


@pytest.mark.parametrize(
    "given",
    [
        body(record(), required=True),
        body(record(a=STRING)),
        body({"type": "object", "properties": {}, "additionalProperties": STRING}),
        body({"type": "object"}),
    ],
    ids=["required", "a member", "any member", "free"],
)
def test_a_body_that_says_something_stays(given: dict[str, Any]) -> None:
    assert "requestBody" in operation(given).operation()


def test_equal_objects_of_parameters_are_one() -> None:
    created = record(gt=STRING, gte=STRING, lt=STRING)
    parameters = [{"name": "created", "in": "query", "schema": {"anyOf": [created, STRING]}}]
    paths = {
        path: {"get": {"parameters": parameters, "responses": {"200": {"description": "ok"}}}}
        for path in ("/a", "/b")
    }
    result = operation({}, paths=paths)
    names = [name for name in result.schemas if "Created" in name]
    assert names == ["GetAParameterCreated"]
