"""What a schema is, in a word: for matching members of unions, and for telling before and after."""

import json
from collections.abc import Mapping
from typing import Any, cast

from connector_generator.drift.changes import Relation
from connector_generator.drift.places import Node
from connector_generator.drift.surface import PREFIX
from connector_generator.lower.reading import mapping

Schemas = Mapping[str, Node]
_NOTES = frozenset(
    (
        "nullable",
        "readOnly",
        "writeOnly",
        "default",
        "deprecated",
        "description",
        "title",
        "example",
    )
)
_CHAINS = (("int32", "int64", ""), ("float", "double", ""))
_SAME_IN_PYTHON = ({"", "int64"}, {"", "double"})
_PYTHON_FORMATS = frozenset(
    (
        "int32",
        "int64",
        "float",
        "double",
        "decimal",
        "date-time",
        "date",
        "time",
        "uuid",
        "byte",
        "binary",
    )
)


def component(node: Node) -> str:
    """The component that a schema refers to; empty where it does not."""
    target = node.get("$ref")
    return target.removeprefix(PREFIX) if isinstance(target, str) else ""


def resolve(node: Node, schemas: Schemas) -> Node:
    """The schema that a chain of references ends at."""
    seen: set[str] = set()
    while (name := component(node)) and name not in seen:
        seen.add(name)
        node = schemas.get(name, {})
    return {} if component(node) else node


def held(node: Node, key: str, schemas: Schemas) -> Any:
    """A note such as ``nullable``: of the reference, else of what it refers to."""
    seen: set[str] = set()
    while True:
        if key in node:
            return node[key]
        name = component(node)
        if not name or name in seen:
            return None
        seen.add(name)
        node = schemas.get(name, {})


def union_key(node: Node) -> str:
    """``oneOf``, ``anyOf``, or nothing."""
    return "oneOf" if "oneOf" in node else "anyOf" if "anyOf" in node else ""


def kind(node: Node) -> str:
    """The type, ``union`` or ``any``."""
    if union_key(node):
        return "union"
    given = node.get("type")
    return given if isinstance(given, str) else "any"


def describe(node: Node, schemas: Schemas, depth: int = 2) -> str:
    """A few words for a reader: ``array of Pet``, ``string/date``, ``anyOf(Cat, Dog)``."""
    if name := component(node):
        return name
    key = union_key(node)
    if key:
        members = [describe(each, schemas, depth - 1) for each in node[key]] if depth else ["…"]
        return f"{key}({', '.join(members)})"
    what = kind(node)
    if what == "array":
        items = mapping(node, "items")
        return f"array of {describe(items, schemas, depth - 1) if depth else '…'}"
    form = node.get("format")
    return f"{what}/{form}" if form else what


def type_relation(old: str, new: str) -> Relation:
    """How two kinds relate."""
    if new == "any" or (old, new) == ("integer", "number"):
        return Relation.WIDENED
    if old == "any" or (old, new) == ("number", "integer"):
        return Relation.NARROWED
    return Relation.CHANGED


def format_relation(old: str, new: str) -> Relation:
    """How two formats of one type relate; no format takes every value of the type."""
    for chain in _CHAINS:
        if old in chain and new in chain:
            wider = chain.index(new) > chain.index(old)
            return Relation.WIDENED if wider else Relation.NARROWED
    if not new:
        return Relation.WIDENED
    return Relation.CHANGED if old else Relation.NARROWED


def is_soft_format(old: str, new: str) -> bool:
    """Whether neither format means another type in Python or on the wire."""
    return not {old, new} & _PYTHON_FORMATS or {old, new} in _SAME_IN_PYTHON


def identity(node: Node) -> str:
    """The text of a schema without notes: equal texts are equal schemas."""
    return json.dumps(_bare(node), sort_keys=True, default=str)


def _bare(value: Any) -> Any:
    if isinstance(value, list):
        return [_bare(entry) for entry in cast("list[Any]", value)]
    if not isinstance(value, dict):
        return value
    node = cast("dict[str, Any]", value)
    return {key: _bare(entry) for key, entry in node.items() if not _is_note(key, entry)}


def _is_note(key: str, entry: Any) -> bool:
    """Whether a keyword says nothing of values; a property of that name holds a schema."""
    return key.startswith("x-") or (key in _NOTES and not isinstance(entry, dict))


def likeness(old: Node, new: Node, olds: Schemas, news: Schemas) -> float:
    """How probable it is that two members of unions are one and the same, from 0 to 1."""
    name = component(old)
    if name and name == component(new):
        return 1.0
    first, second = resolve(old, olds), resolve(new, news)
    kinds = kind(first), kind(second)
    if kinds[0] != kinds[1]:
        return 0.2 if set(kinds) == {"integer", "number"} else 0.0
    if kinds[0] != "object":
        return 0.9 if identity(first) == identity(second) else 0.5
    one, other = set(first.get("properties") or ()), set(second.get("properties") or ())
    if not one or not other:
        return 0.5 if one == other else 0.0
    share = len(one & other) / len(one | other)
    return 0.4 + share / 2 if share >= 0.4 else 0.0
