"""Whatever stands in a description, a package holds only identifiers and literals of it.

Every text of a description is replaced by hostile text; the emitted code must have the shape of the
code for harmless text: the same kinds of nodes, no call but those of our templates, and no name that
is not an identifier.
"""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connector_generator.pipeline import Package, compose
from connector_generator.request import BuildRequest
from connector_generator.stopwatch import Stopwatch
from tests.generator.hard_cases import write_package

ATTACKS = (
    '"""',
    "'''",
    '"',
    "'",
    "\\",
    "\\N{x}",
    "\\x0",
    "\n",
    "\r",
    "\x00",
    "\u2028",
    "\x85",
    "\x0c",
    "{{ 7*7 }}",
    "{% raw %}",
    "{#",
    "../../pwned",
    "/etc/passwd",
    "__import__('os').system('touch pwned')",
    "import os",
    ");open('pwned','w')#",
    "]: pass\nopen('pwned','w')",
    "{open('pwned','w')}",
    "f'{x}'",
    "é",
    "\ud83d\ude00",
    "# type: ignore",
    "class",
    "self",
    "a b",
    "",
)
HOSTILE = st.lists(st.sampled_from(ATTACKS), min_size=1, max_size=4).map("".join)
CALLS = {
    "Connector",
    "lazy_module",
    "lazy_models",
    "Tagged",
    "Variants",
    "Field",
    "TypedDict",
    "deprecated",
    "raw",
    "async_raw",
    "locals",
    "super",
    "__init__",
    "arguments",
    "credentials",
    "mock_of",
    "overload",
    "settings",
    "streamed",
    "async_streamed",
    "_call",
    "_page",
}
NODES = (
    ast.Module | ast.Expr | ast.Constant | ast.Import | ast.ImportFrom | ast.alias | ast.If
    | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.arguments | ast.arg | ast.Return
    | ast.Assign | ast.AnnAssign | ast.Name | ast.Attribute | ast.Subscript | ast.Tuple | ast.List
    | ast.Dict | ast.Call | ast.keyword | ast.BinOp | ast.BitOr | ast.Load | ast.Store | ast.Await
    | ast.UnaryOp | ast.USub
)  # fmt: skip


def spec(word: "Words") -> dict[str, Any]:
    """A description in which every text is one of the words."""
    schema = {
        "type": "object",
        "title": word(),
        "description": word(),
        "required": [word.last],
        "properties": {
            word(): {"type": "string", "description": word(), "default": word(), "pattern": word()},
            word(): {"enum": [word(), word()], "description": word()},
            word(): {"oneOf": [{"type": "object", "properties": {word(): {}}}, {"type": "string"}]},
        },
    }
    tagged = {
        "oneOf": [
            {"type": "object", "required": ["t"], "properties": {"t": {"const": word()}}},
            {"type": "object", "required": ["t"], "properties": {"t": {"const": word()}}},
        ],
        "discriminator": {"propertyName": "t"},
    }
    name = word()
    path = word().replace("{", "").replace("}", "").replace("/", "")
    return {
        "openapi": "3.1.0",
        "info": {"title": word(), "version": word(), "description": word()},
        "servers": [
            {
                "url": "https://{v}.example.com",
                "variables": {"v": {"default": word(), "description": word()}},
            }
        ],
        "tags": [{"name": name, "description": word()}],
        "security": [{word(): []}],
        "externalDocs": {"url": word()},
        "paths": {
            f"/{path}/{{id}}": {
                "post": {
                    "operationId": word(),
                    "tags": [name],
                    "summary": word(),
                    "description": word(),
                    "deprecated": True,
                    "x-connector-name": word(),
                    "parameters": [
                        {
                            "name": "id",
                            "in": "path",
                            "required": True,
                            "schema": {"type": "string"},
                        },
                        {
                            "name": word(),
                            "in": "query",
                            "description": word(),
                            "schema": {"enum": [word()]},
                        },
                        {
                            "name": word(),
                            "in": "header",
                            "schema": {"type": "string", "default": word()},
                        },
                    ],
                    "requestBody": {
                        "content": {
                            word() or "a/b": {"schema": schema, "example": {word(): word()}},
                            "application/json": {"schema": schema},
                        }
                    },
                    "responses": {
                        "200": {
                            "description": word(),
                            "content": {
                                "application/json": {"schema": {"$ref": "#/components/schemas/A"}}
                            },
                        },
                        "default": {
                            "description": word(),
                            "content": {"application/json": {"schema": tagged}},
                        },
                    },
                }
            }
        },
        "components": {
            "schemas": {"A": schema, word(): tagged, word(): {"type": "array", "items": schema}},
            "securitySchemes": {
                word(): {"type": "apiKey", "in": "header", "name": word(), "description": word()}
            },
        },
    }


class Words:
    """Gives hostile words, and remembers the last."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._at = 0
        self.last = ""

    def __call__(self) -> str:
        self.last = self._words[self._at % len(self._words)]
        self._at += 1
        return self.last


def package_of(words: list[str], folder: Path) -> Package:
    path = folder / "hostile.json"
    path.write_text(json.dumps(spec(Words(words))), encoding="utf-8")
    request = BuildRequest(specs=(str(path),), output=folder, name="hostile", formatter="ruff")
    return compose(request, Stopwatch(lambda _: None))


def faults(path: str, source: str) -> Iterator[str]:
    """What does not belong into an emitted file."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, NODES):
            yield f"{path}:{node.lineno if hasattr(node, 'lineno') else 0} {type(node).__name__}"
        if isinstance(node, ast.Call):
            name = (
                node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
            )
            if (
                name not in CALLS
                and not name.endswith(("WithRawResponse",))
                and not _is_resource(name)
            ):
                yield f"{path}:{node.lineno} calls {name}"
        for field in ("id", "name", "attr", "arg"):
            value = getattr(node, field, None)
            if path == "__init__.py" and value == "*":
                continue  # what a user wrote into custom.py
            if isinstance(value, str) and not all(part.isidentifier() for part in value.split(".")):
                yield f"{path} names {value!r}"


def _is_resource(name: str) -> bool:
    """Resources are made by their classes, whose names are allocated."""
    return name[:1].isupper() and name.isidentifier() and name not in {"Exception"}


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.lists(HOSTILE, min_size=5, max_size=40))
def test_a_package_holds_only_identifiers_and_literals(
    tmp_path_factory: Any, words: list[str]
) -> None:
    package = package_of(words, tmp_path_factory.mktemp("hostile"))
    for path, content in package.files.items():
        parts = Path(path).with_suffix("").parts
        assert all(part.replace(".", "").isidentifier() for part in parts), path
        if path.endswith(".py"):
            assert list(faults(path, content.decode())) == []
        elif path.endswith(".jsonl"):
            for line in content.splitlines():
                json.loads(line)


def test_importing_and_calling_a_hostile_package_executes_nothing(tmp_path: Path) -> None:
    package = package_of([*ATTACKS, *(a + b for a in ATTACKS[:8] for b in ATTACKS[-14:])], tmp_path)
    write_package(package, tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "connector_generator.emit.exercise", str(tmp_path), "hostile"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=True,
    )
    assert [line for line in done.stdout.splitlines() if json.loads(line)["kind"] == "import"] == []
    assert not list(tmp_path.rglob("pwned"))
