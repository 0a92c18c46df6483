"""Selections: operations by tag, path, name and webhook, and the components that stay."""

from typing import Any

import pytest

from connector_generator.diagnostics import InputError
from connector_generator.source.select import parse_selection
from tests.generator.source.folders import Load, Write


def _operation(name: str, tag: str, schema: str, **more: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    reply = {"description": "d", "content": content}
    return {"operationId": name, "tags": [tag], "responses": {"200": reply}, **more}


def _api() -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {
            "/pets": {
                "get": _operation("listPets", "pets", "Pets"),
                "post": _operation("createPet", "pets", "Pet", security=[{"key": []}]),
            },
            "/users/{id}": {"get": _operation("getUser", "users", "User")},
            "/shared": {"$ref": "#/components/pathItems/Shared"},
        },
        "webhooks": {"pet.sold": {"post": _operation("petSold", "events", "Sale")}},
        "components": {
            "pathItems": {
                "Shared": {
                    "get": _operation("getShared", "shared", "User"),
                    "additionalOperations": {"PURGE": _operation("purge", "admin", "User")},
                }
            },
            "securitySchemes": {"key": {"type": "http"}, "other": {"type": "http"}},
            "schemas": {
                "Pets": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
                "Pet": {
                    "type": "object",
                    "discriminator": {"propertyName": "kind", "mapping": {"c": "Cat"}},
                },
                "Cat": {"type": "object"},
                "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}]},
                "User": {"type": "object"},
                "Sale": {"type": "object"},
                "Unused": {"type": "object"},
            },
        },
    }


def _load(load: Load, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> Any:
    return load("api.json", selection=parse_selection(include, exclude)).documents[0].root


def _kept(root: dict[str, Any]) -> dict[str, list[str]]:
    return {path: sorted(item) for path, item in root["paths"].items()}


@pytest.mark.parametrize(
    ("include", "exclude", "paths"),
    [
        (("tag:pets",), (), {"/pets": ["get", "post"]}),
        (("op:list*",), (), {"/pets": ["get"]}),
        (("op:create_pet",), (), {"/pets": ["post"]}),
        (("op:GET /users/*",), (), {"/users/{id}": ["get"]}),
        (("path:/users/*",), (), {"/users/{id}": ["get"]}),
        (
            ("tag:pets", "path:/users*"),
            ("op:createPet",),
            {"/pets": ["get"], "/users/{id}": ["get"]},
        ),
        (("tag:shared",), (), {"/shared": ["additionalOperations", "get"]}),
        ((), ("path:/*",), {}),
    ],
)
def test_operations_are_selected(
    write: Write,
    load: Load,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    paths: dict[str, list[str]],
) -> None:
    write("api.json", _api())
    assert _kept(_load(load, include, exclude)) == paths


def test_only_needed_components_stay(write: Write, load: Load) -> None:
    write("api.json", _api())
    components = _load(load, ("tag:pets",))["components"]
    assert list(components["schemas"]) == ["Pets", "Pet", "Cat", "Dog"]
    assert list(components["securitySchemes"]) == ["key"]


def test_webhooks_have_their_own_selector(write: Write, load: Load) -> None:
    write("api.json", _api())
    root = _load(load, ("webhook:pet.*",))
    assert (root["paths"], list(root["webhooks"])) == ({}, ["pet.sold"])
    assert list(root["components"]["schemas"]) == ["Sale"]


def test_shared_path_items_lose_only_what_is_not_selected(write: Write, load: Load) -> None:
    write("api.json", _api())
    root = _load(load, (), ("tag:admin",))
    assert root["paths"]["/shared"]["additionalOperations"] == {}
    assert "get" in root["paths"]["/shared"]


def test_without_a_selection_nothing_goes(write: Write, load: Load) -> None:
    write("api.json", _api())
    assert _load(load) == _api()


def test_swagger_2_definitions_are_pruned(write: Write, load: Load) -> None:
    reply = {"200": {"description": "d", "schema": {"$ref": "#/definitions/A"}}}
    write(
        "api.json",
        {
            "swagger": "2.0",
            "paths": {"/a": {"get": {"responses": reply}, "put": {"responses": {}}}},
            "definitions": {"A": {"type": "string"}, "B": {"type": "string"}},
        },
    )
    root = _load(load, ("op:GET /a",))
    assert (list(root["definitions"]), list(root["paths"]["/a"])) == (["A"], ["get"])


@pytest.mark.parametrize("text", ["pets", "label:x", "tag:", ":x"])
def test_unknown_selectors_are_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_selection([text], [])
    assert caught.value.code == "bad-selector"
    assert "tag:NAME" in caught.value.help


@pytest.mark.parametrize("text", ["tag:nope", "path:/nope", "op:nope", "webhook:nope"])
def test_selectors_have_to_match_something(write: Write, load: Load, text: str) -> None:
    write("api.json", _api())
    with pytest.raises(InputError, match=f"--exclude {text}") as caught:
        _load(load, (), (text,))
    assert caught.value.code == "selector-no-match"
