"""What only looks different says nothing: spellings of versions, refactorings, order and prose."""

from pathlib import Path

import pytest

from connector_generator.drift import compare
from connector_generator.drift.reading import Source, read
from tests.generator.drift.pairs import (
    Node,
    body,
    document,
    drift,
    number,
    operation,
    parameter,
    record,
    text,
    union,
)


def _both(schema: Node, version: str = "3.1.0", **more: Node) -> Node:
    """A description that sends and receives a schema."""
    return document(operation(sent=schema, received=schema), version=version, **more)


def _ref(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


_THING = record("a", "b", a=text(), b=number(), c=text(enum=["x", "y"]))
_THINGS = {"Thing": _THING}

SAME: dict[str, tuple[Node, Node]] = {
    "nullable in 3.0 and 3.1": (
        _both(record(a={"type": "string", "nullable": True}), "3.0.3"),
        _both(record(a={"type": ["string", "null"]})),
    ),
    "null as a branch": (
        _both(record(a={"anyOf": [_ref("Thing"), {"type": "null"}]}), schemas=_THINGS),
        _both(
            record(a={"nullable": True, "allOf": [_ref("Thing")]}), "3.0.3", schemas=_THINGS
        ),
    ),
    "exclusive bounds in 3.0 and 3.1": (
        _both(number(minimum=3, exclusiveMinimum=True), "3.0.3"),
        _both(number(exclusiveMinimum=3)),
    ),
    "one value": (_both(record(a=text(enum=["x"]))), _both(record(a=text(const="x")))),
    "example and examples": (
        _both(text(example="a"), "3.0.3"),
        _both(text(examples=["a", "b"])),
    ),
    "a schema moves into the components": (_both(_THING), _both(_ref("Thing"), schemas=_THINGS)),
    "a component is referred to through another": (
        _both(_ref("Thing"), schemas=_THINGS),
        _both(_ref("Thing"), schemas={"Thing": _ref("Inner"), "Inner": _THING}),
    ),
    "allOf is split": (
        _both(_ref("Thing"), schemas=_THINGS),
        _both(
            _ref("Thing"),
            schemas={
                "Base": record("a", a=text()),
                "Thing": {
                    "allOf": [_ref("Base"), record("b", b=number(), c=text(enum=["x", "y"]))]
                },
            },
        ),
    ),
    "order of properties, of what is required, and of values": (
        _both(_THING),
        _both(record("b", "a", c=text(enum=["y", "x"]), b=number(), a=text())),
    ),
    "order of branches": (
        _both(union("oneOf", text(), number(), _ref("Thing")), schemas=_THINGS),
        _both(union("oneOf", _ref("Thing"), number(), text()), schemas=_THINGS),
    ),
    "oneOf that could be anyOf": (
        _both(union("oneOf", text(), number())),
        _both(union("anyOf", text(), number())),
    ),
    "prose": (
        _both(record(a=text())),
        document(
            operation(
                sent=record(a=text(description="new", title="A", example="x")),
                received=record(a=text(externalDocs={"url": "https://docs.example"})),
                summary="s",
                description="d",
            ),
            info={"title": "Things", "version": "2", "description": "d"},
            tags=[{"name": "things", "description": "d"}],
        ),
    ),
    "vendor extensions": (_both(record(a=text())), _both(record(a=text(**{"x-order": 3})))),
    "an enumeration that takes anything beside its values": (
        _both(record(a={"anyOf": [text(), text(enum=["x"])]})),
        _both(record(a={"anyOf": [text(), text(enum=["x", "y"])]})),
    ),
    "limits that limit nothing": (_both(text()), _both(text(minLength=0))),
    "additional properties are allowed anyway": (
        _both(record(a=text())),
        _both({**record(a=text()), "additionalProperties": True}),
    ),
    "order of parameters": (
        document(operation(parameters=[parameter("a"), parameter("b")])),
        document(operation(parameters=[parameter("b"), parameter("a")])),
    ),
    "defaults of parameters are written": (
        document(operation(parameters=[parameter("a")])),
        document(operation(parameters=[parameter("a", required=False, style="form", explode=True)])),
    ),
    "the charset of a media type": (
        document(operation(responses={"200": body(text())})),
        document(operation(responses={"200": body(text(), "application/json; charset=utf-8")})),
    ),
}  # fmt: skip


CLASS_GONE = {"a schema moves into the components", "a component is referred to through another"}
"""Backwards, the wire is the same but a class cannot be imported any more, which is told."""


@pytest.mark.parametrize("name", SAME)
def test_silent_in_both_directions(name: str, tmp_path: Path) -> None:
    old, new = SAME[name]
    assert drift(tmp_path, old, new).findings == ()
    back = drift(tmp_path, new, old).findings
    assert [each.id for each in back if each.id != "api-schema-removed"] == []
    assert bool(back) == (name in CLASS_GONE)


def test_parameters_and_replies_move_into_the_components(tmp_path: Path) -> None:
    inline = document(operation(parameters=[parameter("a")], received=_THING))
    moved = document(
        operation(
            parameters=[{"$ref": "#/components/parameters/A"}],
            responses={"200": {"$ref": "#/components/responses/Ok"}},
        ),
        components={"parameters": {"A": parameter("a")}, "responses": {"Ok": body(_THING)}},
    )
    assert drift(tmp_path, inline, moved).findings == ()
    assert drift(tmp_path, moved, inline).findings == ()


def test_parameters_move_to_the_path(tmp_path: Path) -> None:
    inline = document(operation(parameters=[parameter("a")]))
    moved = document(
        operation(), paths={"/thing": {"parameters": [parameter("a")], "post": operation()}}
    )
    assert drift(tmp_path, inline, moved).findings == ()


def test_a_schema_that_refers_to_itself(tmp_path: Path) -> None:
    tree = {
        "Tree": record("left", left=_ref("Tree"), right={"type": "array", "items": _ref("Tree")})
    }
    longer = {
        "Tree": record("left", left=_ref("Leaf"), right={"type": "array", "items": _ref("Tree")}),
        "Leaf": record("left", left=_ref("Tree"), right={"type": "array", "items": _ref("Leaf")}),
    }
    old = _both(_ref("Tree"), schemas=tree)
    new = _both(_ref("Tree"), schemas=longer)
    assert drift(tmp_path, old, new).findings == ()


def test_json_and_yaml(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    get:\n"
        "      responses: {200: {description: d}}\n"
    )
    (tmp_path / "a.json").write_text(
        '{"openapi": "3.0.0", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"get":'
        ' {"responses": {"200": {"description": "e"}}}}}}'
    )
    sides = [
        read(Source(specs=(str(tmp_path / name),), shown=name)) for name in ("a.yaml", "a.json")
    ]
    found = compare(*sides)
    assert (found.findings, found.names, found.verdict) == ((), (), "none")


def test_an_object_is_split_into_a_union(tmp_path: Path) -> None:
    """What is sent is accepted still, by one of the members."""
    kind = text(enum=["a", "b"])
    whole = record("kind", kind=kind, a=record(x=text()), b=record(y=text()))
    parts = union(
        "anyOf",
        record("kind", kind=text(enum=["a"]), a=record(x=text())),
        record("kind", kind=text(enum=["b"]), b=record(y=text())),
    )
    found = drift(tmp_path, document(operation(sent=whole)), document(operation(sent=parts)))
    assert "request-body-any-of-added" in {each.id for each in found.findings}
    assert {str(each.severity) for each in found.findings} == {"info"}
    assert found.verdict == "major"  # Of the connector: its method takes one body now.
