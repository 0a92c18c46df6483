"""Typed reads from the normalised tree, whose shape the normalise stage has already settled."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, cast

Node: TypeAlias = Mapping[str, Any]

_EMPTY: Node = {}


def mapping(node: Node, key: str) -> Node:
    """The object under ``key``; an empty one when there is none."""
    value = node.get(key)
    return cast("Node", value) if isinstance(value, Mapping) else _EMPTY


def items(node: Node, key: str) -> list[Any]:
    """The list under ``key``; an empty one when there is none."""
    value = node.get(key)
    return cast("list[Any]", value) if isinstance(value, list) else []


def nodes(node: Node, key: str) -> Iterator[Node]:
    """The objects of the list under ``key``."""
    return (cast("Node", item) for item in items(node, key) if isinstance(item, Mapping))


def text(node: Node, key: str) -> str:
    """The string under ``key``; the empty string when there is none."""
    value = node.get(key)
    return value if isinstance(value, str) else ""


def texts(node: Node, key: str) -> tuple[str, ...]:
    """The strings of the list under ``key``."""
    return tuple(item for item in items(node, key) if isinstance(item, str))


def extensions(node: Node) -> dict[str, Any]:
    """The ``x-*`` members of a node."""
    return {key: value for key, value in node.items() if key.startswith("x-")}
