"""Overlays: the behaviour that their specification describes, in our own examples."""

from typing import Any

import pytest

from connector_generator.diagnostics import InputError
from tests.generator.source.folders import Load, Write

API: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Zoo", "version": "1"},
    "servers": [
        {"url": "https://dev.example.com", "description": "dev"},
        {"url": "https://example.com", "description": "live"},
        {"url": "https://old.example.com", "description": "old"},
    ],
    "paths": {
        "/pets": {
            "get": {
                "tags": ["pets"],
                "parameters": [{"name": "limit", "in": "query"}, {"name": "x", "in": "header"}],
                "responses": {"200": {"description": "ok"}, "500": {"description": "no"}},
            },
            "post": {"responses": {"500": {"description": "no"}}},
        }
    },
    "components": {"schemas": {"Pet": {"type": "object", "required": ["id"]}}},
}

OPTION = {"overlays": ["o.overlay.yaml"]}


def _overlay(*actions: str) -> str:
    lines = "\n".join(f"  - {action}" for action in actions)
    return f"overlay: 1.1.0\ninfo: {{title: O, version: '1'}}\nactions:\n{lines}\n"


@pytest.fixture
def apply(write: Write, load: Load) -> Any:
    """The document after some actions."""

    def apply(*actions: str) -> dict[str, Any]:
        write("api.json", API)
        write("o.overlay.yaml", _overlay(*actions))
        return load("api.json", **OPTION).documents[0].root

    return apply


def test_objects_are_merged_member_by_member(apply: Any) -> None:
    root = apply("{target: $, update: {info: {title: New, contact: {name: Me}}, x-new: 1}}")
    assert root["info"] == {"title": "New", "version": "1", "contact": {"name": "Me"}}
    assert root["x-new"] == 1
    assert root["paths"] == API["paths"]


def test_empty_members_of_a_structured_overlay_change_nothing(apply: Any) -> None:
    assert apply("{target: $, update: {components: , servers: [], info: }}") == API
    assert apply("{target: '$.paths[\"/pets\"].get', update: {tags: }}") == API


def test_arrays_get_items_or_are_concatenated(apply: Any) -> None:
    root = apply(
        "{target: '$.paths[\"/pets\"].get.tags', update: more}",
        "{target: '$.paths[\"/pets\"].get.tags', update: [and, more]}",
        "{target: $.components.schemas.Pet, update: {required: [name]}}",
    )
    assert root["paths"]["/pets"]["get"]["tags"] == ["pets", "more", "and", "more"]
    assert root["components"]["schemas"]["Pet"]["required"] == ["id", "name"]


def test_simple_values_are_replaced(apply: Any) -> None:
    root = apply("{target: $.info.title, update: T}", "{target: $.info, update: {version: 2}}")
    assert root["info"] == {"title": "T", "version": 2}


def test_one_action_may_change_many_places(apply: Any) -> None:
    root = apply("{target: '$.paths.*[?@.responses]', update: {x-safe: true}}")
    assert [operation["x-safe"] for operation in root["paths"]["/pets"].values()] == [True, True]
    root["paths"]["/pets"]["get"]["x-safe"] = False
    assert root["paths"]["/pets"]["post"]["x-safe"] is True


def test_parts_are_removed_wherever_they_stand(apply: Any) -> None:
    root = apply(
        "{target: \"$.paths..responses['500']\", remove: true}",
        "{target: '$.servers[?@.description != ''live'']', remove: true}",
    )
    assert root["paths"]["/pets"]["get"]["responses"] == {"200": {"description": "ok"}}
    assert root["paths"]["/pets"]["post"]["responses"] == {}
    assert root["servers"] == [API["servers"][1]]


def test_removing_and_adding_again_replaces(apply: Any) -> None:
    root = apply(
        "{target: $.servers, remove: true, update: {ignored: true}}",
        "{target: $, update: {servers: [{url: 'http://localhost'}]}}",
    )
    assert root["servers"] == [{"url": "http://localhost"}]


def test_copies(apply: Any) -> None:
    root = apply(
        "{target: $.components.schemas, update: {Dog: {}}}",
        "{target: $.components.schemas.Dog, copy: $.components.schemas.Pet}",
        "{target: $.components.schemas.Dog, update: {required: [tail]}}",
        "{target: $.info.title, copy: '$.servers[0].description'}",
    )
    schemas = root["components"]["schemas"]
    assert schemas["Dog"] == {"type": "object", "required": ["id", "tail"]}
    assert schemas["Pet"] == API["components"]["schemas"]["Pet"]
    assert root["info"]["title"] == "dev"


def test_parts_of_an_overlay_are_located_in_it(write: Write, load: Load) -> None:
    write("api.json", API)
    write(
        "o.overlay.yaml",
        _overlay(
            "target: $.servers[0]\n    remove: true",
            "target: $.servers\n    update:\n      url: https://new.example.com",
            "target: $.info\n    update:\n      contact:\n        name: Me",
        ),
    )
    document = load("api.json", **OPTION).documents[0]
    assert str(document.locate("/servers/2/url")) == "o.overlay.yaml:8:7"
    assert str(document.locate("/info/contact/name")) == "o.overlay.yaml:12:9"
    assert document.locate("/servers/1").pointer == "/servers/2"
    assert document.locate("/info/title").file == "api.json"


def test_overlays_beside_a_document_come_first(write: Write, load: Load) -> None:
    write("api.json", API)
    write("api.overlay.yaml", _overlay("{target: $.info, update: {title: A, x-a: 1}}"))
    write("o.overlay.yaml", _overlay("{target: $.info, update: {title: B}}"))
    root = load("api.json", **OPTION).documents[0].root
    assert root["info"] == {"title": "B", "version": "1", "x-a": 1}


def test_an_overlay_extends_one_of_several_documents(write: Write, load: Load) -> None:
    write("a.json", API)
    write("b.json", API)
    actions = _overlay("{target: $.info, update: {title: B}}")
    write("o.overlay.yaml", actions.replace("actions:", "extends: b.json\nactions:"))
    one, other = load("a.json", "b.json", **OPTION).documents
    assert (one.root["info"]["title"], other.root["info"]["title"]) == ("Zoo", "B")


def test_an_overlay_may_add_components_and_refer_to_them(apply: Any) -> None:
    root = apply(
        "{target: $.components.schemas.Pet, update: {properties: {o: {$ref: '#/components/schemas/O'}}}}",
        "{target: $.components.schemas, update: {O: {type: string}}}",
    )
    assert root["components"]["schemas"]["Pet"]["properties"]["o"] == {
        "$ref": "#/components/schemas/O"
    }


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ("{target: $.paths./nope, remove: true}", "bad-jsonpath"),
        ("{target: '$.paths[\"/nope\"]', remove: true}", "overlay-no-match"),
        ("{target: $.nope, update: {a: 1}}", "overlay-no-match"),
        ("{target: $, remove: true}", "overlay-remove-root"),
        ("{target: $.info, update: [1]}", "overlay-mismatch"),
        ("{target: $.info, update: {title: {a: 1}}}", "overlay-mismatch"),
        ("{target: $.info, copy: '$.servers[*]'}", "overlay-copy"),
        ("{target: $.info, copy: $.info, update: {}}", "bad-overlay"),
        ("{target: $.info}", "bad-overlay"),
        ("{update: {}}", "bad-overlay"),
        ("{target: $.components.schemas.Pet, update: {not: {$ref: 'x.yaml'}}}", "foreign-ref"),
    ],
)
def test_bad_actions_are_refused_at_their_line(apply: Any, action: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        apply("{target: $.info, update: {x-first: 1}}", action)
    error = caught.value
    assert (error.code, error.location.file, error.location.line) == (code, "o.overlay.yaml", 5)
    assert error.help


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("overlay: 2.0.0\nactions: []\n", "not-an-overlay"),
        ("openapi: 3.1.0\n", "not-an-overlay"),
        ("[]\n", "not-an-overlay"),
        ("overlay: 1.0.0\ninfo: {}\nactions: []\n", "bad-overlay"),
    ],
)
def test_what_is_no_overlay_is_refused(write: Write, load: Load, text: str, code: str) -> None:
    write("api.json", API)
    write("o.overlay.yaml", text)
    with pytest.raises(InputError) as caught:
        load("api.json", **OPTION)
    assert caught.value.code == code
