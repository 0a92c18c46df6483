"""What a SPEC argument may be."""

from pathlib import Path

import pytest

from connector_generator.assets import templates_folder
from connector_generator.diagnostics import Diagnostics, InputError
from connector_generator.source.resolve import resolve_spec
from connector_generator.source.spec import load_spec
from tests.generator.source.folders import HEAD, Load, Write

API = HEAD + "paths: {}\n"


def test_a_file(write: Write, load: Load) -> None:
    write("specs/pets.yaml", API)
    spec = load("specs/pets.yaml")
    assert (spec.name, [document.name for document in spec.documents]) == ("pets", ["pets"])
    assert [file.location for file in spec.files] == ["specs/pets.yaml"]
    assert len(spec.files[0].sha256) == 64


def test_an_absolute_path(write: Write, load: Load) -> None:
    path = write("specs/pets.yaml", API + "x-a: {$ref: a.yaml}\ntags: [{$ref: a.yaml}]\n")
    write("specs/a.yaml", "name: a\n")
    root = load(str(path)).documents[0].root
    assert (root["x-a"], root["tags"]) == ({"name": "a"}, [{"name": "a"}])


def test_a_folder(write: Write, load: Load, diagnostics: Diagnostics) -> None:
    write("zoo/openapi.yaml", API + "tags: [{$ref: models/tag.yml}]\n")
    write("zoo/admin/admin.json", '{\n  "paths": {}, "swagger" : "2.0"}')
    write("zoo/models/tag.yml", "name: x\ndescription: 'openapi: yes'\n")
    write("zoo/models/nested.yml", "x:\n  openapi: 3.0.0\n")
    write("zoo/fix.overlay.yaml", "overlay: 1.0.0\n")
    write("zoo/.hidden/openapi.yaml", API)
    write("zoo/notes.txt", "openapi: 3.0.0\n")
    spec = load("zoo")
    assert spec.name == "zoo"
    assert [document.name for document in spec.documents] == ["zoo", "admin"]
    assert spec.documents[0].root["tags"][0]["name"] == "x"
    assert [each.code for each in diagnostics] == ["overlay-skipped"]


def test_in_a_folder_references_may_go_up(write: Write, load: Load) -> None:
    write("zoo/a/b/api.yaml", API + "tags: [{$ref: ../../tag.yml}]\n")
    write("zoo/tag.yml", "name: x\n")
    assert load("zoo").documents[0].root["tags"] == [{"name": "x"}]
    with pytest.raises(InputError):
        load("zoo/a/b/api.yaml")


def test_documents_of_one_connector_may_share_files(write: Write, load: Load) -> None:
    components = (
        "components: {schemas: {A: {$ref: '%s#/components/schemas/B'}, B: {$ref: s.yml}}}\n"
    )
    write("zoo/one.yaml", API + components % "two.yaml")
    write("zoo/two.yaml", API + components % "one.yaml")
    write("zoo/s.yml", "type: string\n")
    one, two = load("zoo").documents
    assert one.root["components"] == two.root["components"]
    assert one.root is not two.root
    assert one.root["components"]["schemas"]["A"] == {"$ref": "#/components/schemas/B"}


def test_several_arguments_make_one_connector(write: Write, load: Load) -> None:
    write("a.yaml", API)
    write("b.yaml", API)
    spec = load("a.yaml", "b.yaml", name="both")
    assert (spec.name, [document.name for document in spec.documents]) == ("both", ["a", "b"])


def test_a_shipped_name(write: Write, load: Load) -> None:
    write("specs/pets.yaml", API)
    write("specs/zoo/openapi.yaml", API)
    write("specs/zoo.overlay.yaml", "overlay: 1.0.0\nactions: [{target: $.info, update: {x: 1}}]\n")
    assert load("pets").name == "pets"
    zoo = load("zoo")
    assert (zoo.name, zoo.documents[0].root["info"]["x"]) == ("zoo", 1)


def test_an_overlay_given_as_spec_is_skipped(
    write: Write, load: Load, diagnostics: Diagnostics
) -> None:
    write("pets.yaml", API)
    write("other.overlay.yaml", "overlay: 1.0.0\n")
    assert len(load("pets.yaml", "other.overlay.yaml").documents) == 1
    assert [each.code for each in diagnostics] == ["overlay-skipped"]


def test_templates_are_found() -> None:
    assert templates_folder().is_dir()


@pytest.mark.parametrize(
    ("argument", "code"),
    [
        ("no.yaml", "spec-not-found"),
        ("no/such/folder", "spec-not-found"),
        ("pet", "spec-not-found"),
        ("empty", "no-document"),
        ("empty.yaml", "empty-file"),
        ("comment.yaml", "not-openapi"),
        ("list.yaml", "not-openapi"),
        ("other.yaml", "not-openapi"),
        ("fix.yaml", "not-openapi"),
        ("only.overlay.yaml", "no-document"),
        ("old.yaml", "unsupported-version"),
        ("new.yaml", "unsupported-version"),
        ("broken.yaml", "yaml-syntax"),
        ("twice.yaml", "duplicate-key"),
        ("deep.yaml", "too-deep"),
        ("big.yaml", "too-large"),
    ],
)
def test_bad_input_is_refused_with_advice(
    folder: Path, write: Write, argument: str, code: str
) -> None:
    write("specs/pets.yaml", API)
    write("empty/readme.md", "openapi: 3.1.0")
    write("empty.yaml", "")
    write("comment.yaml", "# nothing\n")
    write("list.yaml", "- openapi: 3.1.0\n")
    write("other.yaml", "asyncapi: 3.0.0\n")
    write("fix.yaml", "overlay: 1.0.0\n")
    write("only.overlay.yaml", "overlay: 1.0.0\n")
    write("old.yaml", "swagger: '1.2'\n")
    write("new.yaml", "openapi: 4.0.0\n")
    write("broken.yaml", "openapi: 3.1.0\ninfo: [\n")
    write("twice.yaml", "openapi: 3.1.0\ninfo: {}\ninfo: {}\n")
    write("deep.yaml", "openapi: " + "[" * 50_000)
    with (folder / "big.yaml").open("wb") as big:
        big.truncate(100 * 1024 * 1024)
    with pytest.raises(InputError) as caught:
        load_spec(argument, Diagnostics())
    error = caught.value
    assert error.code == code
    assert error.help
    assert error.location.file == argument
    if code in {"yaml-syntax", "duplicate-key", "too-deep"}:
        assert error.location.line
        assert error.location.column


def test_a_close_name_is_suggested(write: Write) -> None:
    write("specs/pets.yaml", API)
    with pytest.raises(InputError) as caught:
        resolve_spec("petz", Diagnostics())
    assert caught.value.help == "Did you mean `pets`?"
