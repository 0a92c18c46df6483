"""Kinds of deviation, from the words of validators; collections, from paths."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from connector_runtime.client import Operation
from connector_runtime.client.models.violations import violations_of
from connector_runtime.client.operation import Parameter
from connector_runtime.contract.collections import home_of, identifier, items_of, nouns_of, shape_of
from connector_runtime.contract.wording import missing_name, of_model, of_schema


@pytest.mark.parametrize(
    ("annotation", "value", "kind", "expected"),
    [
        ("str", 7, "type", "string"),
        ("int", "x", "type", "integer"),
        ("int", None, "null", "integer"),
        ("float", "x", "type", "number"),
        ("bool", "x", "type", "boolean"),
        ("list[int]", {}, "type", "array"),
        ("dict[str, int]", [], "type", "object"),
        ("Literal['a', 'b']", "c", "enum", "'a' or 'b'"),
        ("Literal['a', 'b']", 3, "type", "'a' or 'b'"),
        ("Literal[1, 2]", 3, "enum", "1 or 2"),
        ("Literal['a']", None, "null", "'a'"),
        ("date", "2024-13-01", "format", "date"),
        ("date", [], "type", "date"),
        ("datetime", "2024-01-01T99:00", "format", "date-time"),
        ("UUID", "zebra-canary", "format", "uuid"),
        ("Decimal", "many", "format", "decimal"),
        ("time", "25:00", "format", "time"),
    ],
)
def test_words_of_pydantic(annotation: str, value: Any, kind: str, expected: str) -> None:
    names = "from typing import Literal\nfrom datetime import *\nfrom uuid import UUID\nfrom decimal import Decimal"
    scope: dict[str, Any] = {}
    exec(names, scope)
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(eval(annotation, scope)).validate_python(value)
    (violation,) = violations_of(refused.value)
    assert of_model(violation.expected, violation.got) == (kind, expected)


@pytest.mark.parametrize(
    ("keyword", "message", "kind", "expected"),
    [
        ("type", "is null, not string", "null", "string"),
        ("type", "is string, not integer", "type", "integer"),
        ("required", "has no 'id'", "missing", "a value"),
        ("format", "is no email", "format", "email"),
        ("pattern", "does not match ^a", "constraint", "not: does not match ^a"),
        ("additionalProperties", "is no property", "undocumented", "no such field"),
    ],
)
def test_words_of_the_validator(keyword: str, message: str, kind: str, expected: str) -> None:
    assert of_schema(keyword, message) == (kind, expected)


def test_the_name_of_what_is_missing() -> None:
    assert missing_name("has no 'id'") == "id"
    assert missing_name('has no "it\'s"') == "it's"
    assert missing_name("has none of [['a'], ['b']]") is None


def operation(path: str, method_path: str = "x.list", **more: Any) -> Operation:
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    parameters = tuple(Parameter(name, name, "path", required=True) for name in names)
    return Operation("x", method_path, "GET", path, parameters=parameters, **more)


@pytest.mark.parametrize(
    ("path", "collection", "name"),
    [
        ("/pets/{id}", "/pets", "id"),
        ("/pets/{pet}/toys/{toy}", "/pets/{pet}/toys", "toy"),
        ("/pets/{pet}/toys", "/pets", "pet"),
        ("/repos/{owner}/{repo}", "/repos/{owner}", "repo"),
        ("/files/{name}.json", "", "name"),
    ],
)
def test_the_home_of_an_identifier(path: str, collection: str, name: str) -> None:
    found = operation(path)
    if path.endswith(".json"):
        found = found._replace(parameters=(Parameter("name", "name", "path", required=True),))
    assert home_of(found) == (collection, name)


def test_paths_are_the_same_whatever_their_parameters_are_called() -> None:
    assert shape_of("/pets/{id}/toys/") == shape_of("/pets/{pet_id}/toys")


@pytest.mark.parametrize(
    ("item", "wire", "found"),
    [
        ({"id": 7, "name": "Rex"}, "pet_id", 7),
        ({"pet_id": 8, "id": 7}, "pet_id", 8),
        ({"petId": 9, "name": "Rex"}, "pet", 9),
        ({"name": "Rex"}, "pet", "Rex"),
        ({"id": True, "key": ""}, "pet", None),
        ("Rex", "pet", "Rex"),
        (None, "pet", None),
    ],
)
def test_what_identifies_an_item(item: Any, wire: str, found: Any) -> None:
    assert identifier(item, wire, ("pet",)) == found


def test_items_are_where_pages_find_them_or_where_lists_usually_are() -> None:
    paged = operation("/pets", pagination={"strategy": "cursor", "items": "/page/all"})
    assert items_of(paged, {"page": {"all": [1]}, "data": [2]}) == [1]
    assert items_of(paged, {"data": [2]}) is None
    plain = operation("/pets", "pets.list")
    assert items_of(plain, [1]) == [1]
    assert items_of(plain, {"data": [2]}) == [2]
    assert items_of(plain, {"pets": [3]}) == [3]
    assert items_of(plain, {"owners": [4]}) is None
    assert items_of(plain, "text") is None


@pytest.mark.parametrize(
    ("path", "method_path", "noun"),
    [
        ("/v1/customers", "customers.list", "customer"),
        ("/categories", "categories.list", "category"),
        ("/boxes", "boxes.list", "box"),
        ("/users.list", "users.list", "user"),
        ("/address", "address.get", "address"),
    ],
)
def test_nouns(path: str, method_path: str, noun: str) -> None:
    assert noun in nouns_of(operation(path, method_path))
