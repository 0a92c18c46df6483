"""A whole package: it compiles, is formatted as written, and holds hostile text as text only."""

import ast
import json
from dataclasses import replace

import pytest

from connector_generator.assets import templates_folder
from connector_generator.diagnostics import Diagnostics
from connector_generator.ir.api import (
    Api,
    ClientParameter,
    SecurityScheme,
    Server,
    ServerVariable,
)
from connector_generator.ir.facts import Complexity, Facts, Pagination
from connector_generator.ir.names import Name
from connector_generator.ir.types import (
    ArrayOf,
    Discriminator,
    Enumeration,
    MapOf,
    Nullable,
    OneOf,
    Reference,
    Scalar,
)
from connector_generator.plan import plan
from connector_generator.render import render
from connector_generator.render.black_worker import format_each
from tests.generator.plan.pieces import (
    TEXT,
    alias,
    api,
    fields,
    operation,
    parameter,
    prop,
    record,
    reply,
    types,
)
from tests.generator.render.test_docstrings import HOSTILE

PLAIN = "Plain text."


def _api(text: str) -> Api:
    tags = Discriminator("kind", ((text, "Cat"), ("dog", "Dog")))
    members = types(
        record(
            "Cat",
            prop("name", required=True, description=text),
            prop(f"{text}\n", python="awkward", description=text),
            prop("status", Enumeration((text, "b"))),
            prop("born", Nullable(Scalar("date"))),
            prop("date", Scalar("date"), python="date"),
            prop("owner", OneOf((TEXT, Reference("Dog")))),
            description=text,
        ),
        record("Dog", prop("cat", Reference("Cat")), description=text),
        record(
            "Sent",
            prop("a-b", Enumeration((text, "b")), required=True),
            prop("next", Reference("Sent")),
        ),
        record("Nothing"),
        alias("Pet", OneOf((Reference("Cat"), Reference("Dog")), tags), description=text),
        alias("Pets", ArrayOf(Reference("Pet"))),
    )
    paging = Facts(complexity=Complexity.READ, pagination=Pagination("page", ""))
    return api(
        operation(
            "list_pets",
            "pets.list",
            parameters=(parameter("status", type_=ArrayOf(Enumeration((text, "b")))),),
            replies=(reply(Reference("Pets")),),
            summary=text,
            facts=paging,
        ),
        operation(
            "update_pet",
            "pets.toys.update",
            path="/pets/{id}",
            parameters=(parameter("id", "path", description=text),),
            body=fields(prop("sent", Reference("Sent"), description=text), prop("x", MapOf(TEXT))),
            replies=(reply(None, "empty"),),
            description=text,
            docs_url=text,
            deprecated=True,
        ),
        operation("check", "check", replies=(reply(Reference("Nothing")),), summary=text),
        types=members,
        title=text,
        description=text,
        servers=(Server(url=text, variables=(ServerVariable(name=Name(text, "region")),)),),
        client_parameters=(
            ClientParameter(name=Name(text, "account"), type=TEXT, location="header"),
        ),
        security_schemes=(
            SecurityScheme(
                name=text, kind="apiKey", python="key", environment=("KEY",), description=text
            ),
        ),
    )


def _files(text: str) -> dict[str, str]:
    return render(plan(_api(text), Diagnostics()), templates_folder())


def _structure(source: str) -> str:
    """The code without its strings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = "text"
    return ast.dump(tree)


@pytest.mark.parametrize("text", [PLAIN, *HOSTILE])
def test_every_module_compiles(text: str) -> None:
    for path, source in _files(text).items():
        if path.endswith(".py"):
            compile(source, path, "exec", dont_inherit=True)
        source.encode()


@pytest.mark.parametrize("text", [PLAIN, *HOSTILE])
def test_hostile_text_never_changes_what_the_code_does(text: str) -> None:
    def calls(files: dict[str, str]) -> list[str]:
        return [
            ast.unparse(node.func)
            for path in sorted(files)
            if path.endswith(".py")
            for node in ast.walk(ast.parse(files[path]))
            if isinstance(node, ast.Call)
        ]

    assert calls(_files(text)) == calls(_files(PLAIN))


def test_quotes_and_braces_leave_the_structure_alone() -> None:
    plain, hostile = _files(PLAIN), _files('says """hi""" {{ x }} {% y %}\\')
    assert plain.keys() == hostile.keys()
    for path in ("__init__.py", "client.py", "resources/pets.py"):
        assert _structure(plain[path]) == _structure(hostile[path])


def test_templates_write_formatted_code() -> None:
    files = {path: text for path, text in _files(PLAIN).items() if path.endswith(".py")}
    assert format_each(files) == files


def test_rendering_is_deterministic() -> None:
    assert _files(PLAIN) == _files(PLAIN)


def test_the_files_of_a_package() -> None:
    assert set(_files(PLAIN)) == {
        "__init__.py",
        "client.py",
        "mock.py",
        "params.py",
        "README.md",
        "py.typed",
        "operations.jsonl",
        "schemas.jsonl",
        "models/__init__.py",
        "models/cat.py",
        "models/dog.py",
        "models/nothing.py",
        "models/pets.py",
        "resources/__init__.py",
        "resources/pets.py",
    } - _absent(_files(PLAIN))


def _absent(files: dict[str, str]) -> set[str]:
    """Modules of the models that were joined to their only user."""
    return {f"models/{name}.py" for name in ("cat", "dog", "pets")} - files.keys()


def test_data_files_are_lines_that_begin_with_the_name() -> None:
    lines = _files(HOSTILE[8])["operations.jsonl"].splitlines()
    assert [json.loads(line)["name"] for line in lines] == ["check", "list_pets", "update_pet"]
    assert all(line.startswith('{"name":"') for line in lines)


def test_no_import_is_unused_and_every_module_says_what_it_is() -> None:
    for path, source in _files(PLAIN).items():
        if not path.endswith(".py") or path.endswith("__init__.py"):
            continue
        tree = ast.parse(source)
        assert ast.get_docstring(tree), path
        for name in _imported(tree) - {"annotations"}:
            assert source.count(name) > 1, (path, name)


def _imported(tree: ast.Module) -> set[str]:
    return {
        each.asname or each.name
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for each in node.names
    }


def test_an_api_without_anything_still_makes_a_package() -> None:
    files = render(plan(replace(api(), title=""), Diagnostics()), templates_folder())
    for path, source in files.items():
        if path.endswith(".py"):
            compile(source, path, "exec", dont_inherit=True)
    assert format_each({"a.py": files["client.py"]}) == {"a.py": files["client.py"]}
