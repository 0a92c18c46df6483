"""Several files to one document: names, copies, cycles, data that only looks like references."""

import json
from pathlib import Path
from typing import Any

import pytest

from connector_generator.diagnostics import Diagnostics, InputError
from tests.generator.source.folders import HEAD, Load, Write


def _get(schema: str) -> str:
    return (
        "paths:\n  /a:\n    get:\n      responses:\n        200:\n          description: d\n"
        f"          content: {{application/json: {{schema: {schema}}}}}\n"
    )


def _schema(root: dict[str, Any]) -> Any:
    reply = root["paths"]["/a"]["get"]["responses"]["200"]
    return reply["content"]["application/json"]["schema"]


def test_a_schema_file_becomes_a_component(write: Write, load: Load) -> None:
    write("api.yaml", HEAD + _get("{$ref: models/Pet.yaml}"))
    write("models/Pet.yaml", "type: object\nproperties: {owner: {$ref: 'people.yaml#/Owner'}}\n")
    write("models/people.yaml", "Owner: {type: string}\n")
    root = load("api.yaml").documents[0].root
    assert _schema(root) == {"$ref": "#/components/schemas/Pet"}
    assert root["components"]["schemas"] == {
        "Pet": {
            "type": "object",
            "properties": {"owner": {"$ref": "#/components/schemas/Owner"}},
        },
        "Owner": {"type": "string"},
    }


def test_a_component_that_is_a_reference_is_the_home_of_its_file(write: Write, load: Load) -> None:
    components = "components: {schemas: {Animal: {$ref: pet.yaml}, Twin: {$ref: pet.yaml}}}\n"
    write("api.yaml", HEAD + _get("{$ref: pet.yaml}") + components)
    write("pet.yaml", "type: object\nproperties: {mother: {$ref: pet.yaml}, self: {$ref: '#'}}\n")
    root = load("api.yaml").documents[0].root
    animal = {"$ref": "#/components/schemas/Animal"}
    assert _schema(root) == animal
    assert root["components"]["schemas"] == {
        "Animal": {"type": "object", "properties": {"mother": animal, "self": animal}},
        "Twin": animal,
    }


def test_equal_names_are_told_apart_by_longer_paths(write: Write, load: Load) -> None:
    schema = "{anyOf: [{$ref: a/item.yaml}, {$ref: b/item.yaml}, {$ref: b/other.yaml}]}"
    own = "components: {schemas: {other: {type: boolean}}}\n"
    write("api.yaml", HEAD + _get(schema) + own)
    write("a/item.yaml", "type: string\n")
    write("b/item.yaml", "type: integer\n")
    write("b/other.yaml", "type: number\n")
    schemas = load("api.yaml").documents[0].root["components"]["schemas"]
    assert {name: schema["type"] for name, schema in schemas.items()} == {
        "other": "boolean",
        "a_item": "string",
        "b_item": "integer",
        "b_other": "number",
    }


def test_names_do_not_depend_on_order(write: Write, load: Load) -> None:
    write("a/item.yaml", "type: string\n")
    write("b/item.yaml", "type: integer\n")
    write("one.yaml", HEAD + _get("{anyOf: [{$ref: a/item.yaml}, {$ref: b/item.yaml}]}"))
    write("two.yaml", HEAD + _get("{anyOf: [{$ref: b/item.yaml}, {$ref: a/item.yaml}]}"))
    one = load("one.yaml").documents[0].root["components"]["schemas"]
    two = load("two.yaml").documents[0].root["components"]["schemas"]
    assert one == two


def test_other_objects_become_components_of_their_kind(write: Write, load: Load) -> None:
    write(
        "api.yaml",
        HEAD + "paths: {/a: {get: {parameters: [{$ref: 'shared.yaml#/limit'}], responses: {200: "
        "{$ref: 'shared.yaml#/ok'}, 404: {$ref: 'shared.yaml#/ok'}}}}}\n",
    )
    write(
        "shared.yaml",
        "limit: {name: limit, in: query, schema: {type: integer}}\n"
        "ok: {description: fine, headers: {X-Rate: {$ref: '#/rate'}}}\n"
        "rate: {schema: {type: integer}}\n",
    )
    root = load("api.yaml").documents[0].root
    operation = root["paths"]["/a"]["get"]
    assert operation["parameters"] == [{"$ref": "#/components/parameters/limit"}]
    assert operation["responses"]["404"] == {"$ref": "#/components/responses/ok"}
    assert root["components"]["headers"] == {"rate": {"schema": {"type": "integer"}}}
    assert root["components"]["responses"]["ok"]["headers"] == {
        "X-Rate": {"$ref": "#/components/headers/rate"}
    }


def test_anything_else_is_copied_into_place(write: Write, load: Load) -> None:
    write(
        "api.yaml",
        "openapi: 3.0.0\ninfo: {title: T, version: '1', description: {$ref: 'd.yml#/intro'}}\n"
        "paths:\n  /a: {$ref: a.yml}\n  /b: {get: {$ref: 'b.yml'}, post: {$ref: 'b.yml'}}\n"
        "  /c: {$ref: a.yml, summary: mine}\n",
    )
    write("d.yml", "intro: Hello\n")
    write("a.yml", "summary: theirs\nget: {responses: {}}\n")
    write("b.yml", "responses: {}\n")
    root = load("api.yaml").documents[0].root
    assert root["info"]["description"] == "Hello"
    assert root["paths"]["/a"] == {"summary": "theirs", "get": {"responses": {}}}
    assert root["paths"]["/c"] == {"summary": "mine", "get": {"responses": {}}}
    assert root["paths"]["/b"]["get"] == {"responses": {}}
    assert root["paths"]["/b"]["get"] is not root["paths"]["/b"]["post"]


def test_a_map_of_properties_may_stand_in_a_file(write: Write, load: Load) -> None:
    write("api.yaml", HEAD + _get("{type: object, properties: {$ref: 'attributes.yml#/ids'}}"))
    write("attributes.yml", "ids: {id: {type: integer}, tag: {$ref: tag.yml}}\n")
    write("tag.yml", "type: string\n")
    root = load("api.yaml").documents[0].root
    assert _schema(root)["properties"] == {
        "id": {"type": "integer"},
        "tag": {"$ref": "#/components/schemas/tag"},
    }


def test_swagger_2_has_its_own_places(write: Write, load: Load) -> None:
    write(
        "api.json",
        {
            "swagger": "2.0",
            "info": {},
            "paths": {
                "/a": {
                    "get": {
                        "parameters": [{"$ref": "p.json#/tags"}],
                        "responses": {
                            "200": {
                                "schema": {"$ref": "Pet.json"},
                                "examples": {"application/json": {"$ref": "no.json"}},
                            },
                            "400": {"$ref": "r.json"},
                        },
                    }
                }
            },
        },
    )
    write("Pet.json", {"type": "string"})
    write("p.json", {"tags": {"name": "tags", "in": "query", "type": "string"}})
    write("r.json", {"description": "bad", "headers": {"X": {"type": "string"}}})
    root = load("api.json").documents[0].root
    assert root["definitions"] == {"Pet": {"type": "string"}}
    assert list(root["parameters"]) == ["tags"]
    assert list(root["responses"]) == ["r"]
    reply = root["paths"]["/a"]["get"]["responses"]["200"]
    assert reply["examples"] == {"application/json": {"$ref": "no.json"}}
    assert "components" not in root


def test_data_and_names_are_no_references(write: Write, load: Load) -> None:
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {"$ref": {"type": "string"}, "example": {"$ref": "x.yaml"}},
        "example": {"$ref": "missing.yaml"},
        "examples": [{"$ref": "missing.yaml"}],
        "default": {"$ref": "#/nowhere"},
        "enum": [{"$ref": "missing.yaml"}],
        "const": {"$ref": "missing.yaml"},
        "x-deprecation": {"$ref": "missing.yaml#/a"},
    }
    write("api.json", {"openapi": "3.1.0", "paths": {}, "components": {"schemas": {"A": schema}}})
    write("x.yaml", "type: string\n")
    found = load("api.json").documents[0].root["components"]["schemas"]["A"]
    expected = json.loads(json.dumps(schema))
    expected["properties"]["example"] = {"$ref": "#/components/schemas/x"}
    assert found == expected


def test_extensions_get_the_files_that_are_there(write: Write, load: Load) -> None:
    write("api.yaml", HEAD + "paths: {}\nx-samples: [{$ref: s.yaml}, {$ref: no.yaml}]\n")
    write("s.yaml", "lang: curl\n")
    root = load("api.yaml").documents[0].root
    assert root["x-samples"] == [{"lang": "curl"}, {"$ref": "no.yaml"}]


def test_recursion_across_files(write: Write, load: Load) -> None:
    write("api.yaml", HEAD + _get("{$ref: a.yaml}"))
    write("a.yaml", "type: object\nproperties: {b: {$ref: b.yaml}}\n")
    write("b.yaml", "type: object\nproperties: {a: {$ref: a.yaml}}\n")
    schemas = load("api.yaml").documents[0].root["components"]["schemas"]
    assert schemas["a"]["properties"] == {"b": {"$ref": "#/components/schemas/b"}}
    assert schemas["b"]["properties"] == {"a": {"$ref": "#/components/schemas/a"}}


def test_a_file_may_refer_back_to_the_document(write: Write, load: Load) -> None:
    components = "components: {schemas: {Id: {type: integer}}}\n"
    write("api.yaml", HEAD + _get("{$ref: m/a.yaml}") + components)
    write("m/a.yaml", "type: array\nitems: {$ref: '../api.yaml#/components/schemas/Id'}\n")
    schemas = load("api.yaml").documents[0].root["components"]["schemas"]
    assert schemas["a"]["items"] == {"$ref": "#/components/schemas/Id"}


def test_a_callback_may_refer_to_the_path_that_it_belongs_to(write: Write, load: Load) -> None:
    write("api.yaml", HEAD + "paths: {/a: {$ref: a.yaml}}\n")
    write("a.yaml", "post: {responses: {}, callbacks: {again: {'{$url}': {$ref: a.yaml}}}}\n")
    root = load("api.yaml").documents[0].root
    callbacks = root["paths"]["/a"]["post"]["callbacks"]
    assert callbacks == {"again": {"{$url}": {"$ref": "#/paths/~1a"}}}


def test_chains_of_references_end_at_the_thing_itself(write: Write, load: Load) -> None:
    write("api.yaml", HEAD + _get("{$ref: 'index.yaml#/Pet'}"))
    write("index.yaml", "Pet: {$ref: 'all.yaml#/zoo/Pet'}\n")
    write("all.yaml", "zoo: {$ref: zoo.yaml}\n")
    write("zoo.yaml", "Pet: {type: string}\n")
    root = load("api.yaml").documents[0].root
    assert root["components"]["schemas"] == {"Pet": {"type": "string"}}


def test_mappings_of_discriminators_follow_their_schemas(write: Write, load: Load) -> None:
    write("api.yaml", HEAD + _get("{$ref: pets/pet.yaml}"))
    write(
        "pets/pet.yaml",
        "oneOf: [{$ref: dog.yaml}, {$ref: 'cats.yaml#/components/schemas/Cat'}]\n"
        "discriminator: {propertyName: kind, mapping: {d: ./dog.yaml, e: Ghost}}\n",
    )
    write("pets/dog.yaml", "type: object\n")
    write(
        "pets/cats.yaml",
        "components:\n  schemas:\n    Cat:\n      type: object\n"
        "      discriminator: {propertyName: kind, mapping: {l: Lion}}\n"
        "    Lion: {type: string}\n",
    )
    schemas = load("api.yaml").documents[0].root["components"]["schemas"]
    assert schemas["pet"]["discriminator"]["mapping"] == {
        "d": "#/components/schemas/dog",
        "e": "Ghost",
    }
    assert schemas["Cat"]["discriminator"]["mapping"] == {"l": "#/components/schemas/Lion"}
    assert schemas["Lion"] == {"type": "string"}


def test_percent_and_tilde_escapes(write: Write, load: Load) -> None:
    write("api.yaml", HEAD + _get("{$ref: 'my%20models.yaml#/a~1b/c%7Bd%7D'}"))
    write("my models.yaml", "a/b: {'c{d}': {type: string}}\n")
    schemas = load("api.yaml").documents[0].root["components"]["schemas"]
    assert schemas == {"c_d": {"type": "string"}}


def test_identifiers_and_anchors(write: Write, load: Load) -> None:
    write(
        "api.yaml",
        "openapi: 3.2.0\n$self: https://example.com/api/root.yaml\n"
        "info: {title: T, version: '1'}\npaths: {}\n"
        "components:\n  schemas:\n"
        "    Named: {$id: 'https://example.com/schemas/named', type: object,\n"
        "      properties: {in: {$ref: '#/$defs/Inner'}}, $defs: {Inner: {type: string}}}\n"
        "    ByUri: {items: {$ref: '/schemas/named'}}\n"
        "    BySelf: {items: {$ref: 'https://example.com/api/root.yaml#/components/schemas/Tree'}}\n"
        "    BesideSelf: {items: {$ref: 'https://example.com/api/sub/other.yaml'}}\n"
        "    Tree: {$anchor: tree, $dynamicAnchor: node, items: {$dynamicRef: '#node'}}\n"
        "    ByAnchor: {items: {$ref: '#tree'}}\n",
    )
    write("sub/other.yaml", "type: boolean\n")
    schemas = load("api.yaml").documents[0].root["components"]["schemas"]
    named = {"$ref": "#/components/schemas/Named/$defs/Inner"}
    assert schemas["Named"]["properties"]["in"] == named
    assert schemas["ByUri"]["items"] == {"$ref": "#/components/schemas/Named"}
    assert schemas["BySelf"]["items"] == {"$ref": "#/components/schemas/Tree"}
    assert schemas["BesideSelf"]["items"] == {"$ref": "#/components/schemas/other"}
    assert schemas["Tree"]["items"] == {"$ref": "#/components/schemas/Tree"}
    assert schemas["ByAnchor"]["items"] == {"$ref": "#/components/schemas/Tree"}


def test_parts_know_their_files(write: Write, load: Load) -> None:
    write("api.yaml", HEAD + "paths:\n  /a:\n    $ref: paths/a.yaml\n")
    write(
        "paths/a.yaml",
        "get:\n  responses:\n    200:\n      $ref: ../replies.yaml#/ok\n",
    )
    write("replies.yaml", "# replies\nok:\n  description: fine\n")
    document = load("api.yaml").documents[0]
    assert str(document.locate("/paths/~1a/get/responses")) == "paths/a.yaml:2:3"
    assert str(document.locate("/components/responses/ok/description")) == "replies.yaml:3:3"
    assert str(document.locate("/info/title")) == "api.yaml:2:8"
    assert str(document.locate("/paths/~1a/get/nothing")) == "paths/a.yaml:1:1"


def test_a_missing_fragment_degrades_there(
    write: Write, load: Load, diagnostics: Diagnostics
) -> None:
    schema = (
        "{type: object, properties: {a: {$ref: 'x.yaml#/no', description: d}, b: {$ref: '#/no'}}}"
    )
    write("api.yaml", HEAD + _get(schema))
    write("x.yaml", "yes: {type: string}\n")
    root = load("api.yaml").documents[0].root
    assert _schema(root)["properties"] == {"a": {"description": "d"}, "b": {}}
    assert [(each.code, each.severity) for each in diagnostics] == [("dangling-ref", "warning")] * 2
    assert [each.pointer.rpartition("/")[2] for each in diagnostics] == ["a", "b"]


def test_references_in_unusual_places_are_filled_in(write: Write, load: Load) -> None:
    write(
        "api.yaml",
        HEAD + "servers: [{$ref: '#/x-servers/eu'}]\nx-servers: {eu: {url: 'https://eu'}}\n"
        "paths: {/a: {get: {responses: {}}, post: {$ref: '#/paths/~1a/get'}}}\n",
    )
    root = load("api.yaml").documents[0].root
    assert root["servers"] == [{"url": "https://eu"}]
    assert root["paths"]["/a"]["post"] == {"responses": {}}


def test_pointers_may_lead_through_references(write: Write, load: Load) -> None:
    components = (
        "components: {schemas: {A: {$ref: '#/components/schemas/B'},"
        " B: {properties: {x: {type: string}}}}}\n"
    )
    write("api.yaml", HEAD + _get("{$ref: '#/components/schemas/A/properties/x'}") + components)
    root = load("api.yaml").documents[0].root
    assert _schema(root) == {"$ref": "#/components/schemas/B/properties/x"}


@pytest.mark.parametrize(
    "schemas",
    [
        "{A: {$ref: '#/components/schemas/A'}}",
        "{A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}",
    ],
)
def test_pure_cycles_are_refused(write: Write, load: Load, schemas: str) -> None:
    write("api.yaml", HEAD + f"paths: {{}}\ncomponents:\n  schemas: {schemas}\n")
    with pytest.raises(InputError) as caught:
        load("api.yaml")
    assert caught.value.code == "reference-cycle"
    assert caught.value.location.line == 5


@pytest.mark.parametrize(
    ("start", "a", "b"),
    [
        (_get("{$ref: a.yaml}"), "$ref: b.yaml\n", "$ref: a.yaml\n"),
        ("paths: {/a: {$ref: a.yaml}}\n", "get: {$ref: b.yaml}\n", "x: {$ref: b.yaml}\n"),
    ],
)
def test_pure_cycles_across_files_are_refused(
    write: Write, load: Load, start: str, a: str, b: str
) -> None:
    write("api.yaml", HEAD + start)
    write("a.yaml", a)
    write("b.yaml", b)
    with pytest.raises(InputError) as caught:
        load("api.yaml")
    assert caught.value.code == "reference-cycle"


def test_a_missing_file_is_refused_where_it_is_referred_to(write: Write, load: Load) -> None:
    write("api.yaml", HEAD + "paths:\n  /a:\n    $ref: no.yaml\n")
    with pytest.raises(InputError, match=r"api.yaml:4:3: .*no\.yaml") as caught:
        load("api.yaml")
    assert caught.value.code == "missing-file"


@pytest.mark.parametrize(
    "reference",
    [
        "/etc/hosts.yaml",
        "file:///etc/hosts.yaml",
        "../beside.yaml",
        "../../far/away.yaml",
        "../beside/.hidden.yaml",
        "notes.txt",
        ".secret/a.yaml",
        "link.yaml",
    ],
)
def test_references_stay_near_the_document(
    folder: Path, write: Write, load: Load, reference: str
) -> None:
    write("api.yaml", HEAD + _get(f"{{$ref: '{reference}'}}"))
    for name in ("../beside.yaml", "../../far/away.yaml", "../beside/.hidden.yaml", "notes.txt"):
        write(name, "type: string\n")
    write(".secret/a.yaml", "type: string\n")
    (folder / "link.yaml").symlink_to(folder.parent.parent / "far" / "away.yaml")
    with pytest.raises(InputError) as caught:
        load("api.yaml")
    assert caught.value.code == "outside-of-folder"
    assert caught.value.location.file == "api.yaml"


def test_folders_beside_the_document_are_near(write: Write, load: Load) -> None:
    write("spec/api.yaml", HEAD + _get("{$ref: ../common/Error.yaml}"))
    write("common/Error.yaml", "type: string\n")
    assert list(load("spec/api.yaml").documents[0].root["components"]["schemas"]) == ["Error"]


def test_other_hosts_are_refused(write: Write, load: Load) -> None:
    write("api.yaml", HEAD + _get("{$ref: 'https://example.com/pet.yaml'}"))
    with pytest.raises(InputError) as caught:
        load("api.yaml")
    assert caught.value.code == "forbidden-host"


def test_copies_are_bounded(write: Write, load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("connector_generator.source.bundle.MAX_INLINED_NODES", 20_000)
    paths = "paths:\n" + "".join(f"  /p{n}: {{$ref: l0.yaml}}\n" for n in range(20))
    write("api.yaml", HEAD + paths)
    for n in range(8):
        write(f"l{n}.yaml", "".join(f"k{k}: {{$ref: l{n + 1}.yaml}}\n" for k in range(10)))
    write("l8.yaml", "x: 1\n")
    with pytest.raises(InputError) as caught:
        load("api.yaml")
    assert caught.value.code == "inline-limit"


def test_long_chains_of_files_are_refused_cleanly(write: Write, load: Load) -> None:
    write("api.yaml", HEAD + "paths: {/p: {$ref: l0.yaml}}\n")
    for n in range(400):
        write(f"l{n}.yaml", f"k: {{$ref: l{n + 1}.yaml}}\n")
    write("l400.yaml", "x: 1\n")
    with pytest.raises(InputError):
        load("api.yaml")
