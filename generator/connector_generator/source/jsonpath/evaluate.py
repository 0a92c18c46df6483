"""Runs a query over a tree: each result is a value and the path to it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from connector_generator.source.jsonpath.functions import FUNCTIONS, NOTHING, compare
from connector_generator.source.jsonpath.syntax import (
    Call,
    Compare,
    Condition,
    Every,
    Filter,
    Index,
    Literal,
    Name,
    Not,
    Operand,
    Query,
    Segment,
    Selector,
    Slice,
    Test,
)
from connector_generator.source.tree import is_array, is_object


@dataclass(frozen=True, slots=True)
class Node:
    """A selected value and the keys and indexes that lead to it."""

    value: Any
    path: tuple[str | int, ...] = ()


def find(query: Query, root: Any) -> list[Node]:
    """The nodes that a query selects, in document order, each as often as it is selected."""
    return _run(query, Node(root), root)


def _run(query: Query, start: Node, root: Any) -> list[Node]:
    nodes = [start]
    for segment in query.segments:
        nodes = [found for node in nodes for found in _apply(segment, node, root)]
    return nodes


def _apply(segment: Segment, node: Node, root: Any) -> Iterator[Node]:
    for visited in _descendants(node) if segment.descends else (node,):
        for selector in segment.selectors:
            yield from _select(selector, visited, root)


def _descendants(node: Node) -> Iterator[Node]:
    stack = [node]
    while stack:
        visited = stack.pop()
        yield visited
        stack.extend(reversed(list(_children(visited))))


def _children(node: Node) -> Iterator[Node]:
    if is_object(node.value):
        for key, value in node.value.items():
            yield Node(value, (*node.path, key))
    elif is_array(node.value):
        for index, value in enumerate(node.value):
            yield Node(value, (*node.path, index))


def _select(selector: Selector, node: Node, root: Any) -> Iterator[Node]:
    if isinstance(selector, Name):
        if is_object(node.value) and selector.name in node.value:
            yield Node(node.value[selector.name], (*node.path, selector.name))
    elif isinstance(selector, Index):
        if is_array(node.value):
            items = node.value
            index = selector.index if selector.index >= 0 else len(items) + selector.index
            if 0 <= index < len(items):
                yield Node(items[index], (*node.path, index))
    elif isinstance(selector, Slice):
        yield from _sliced(selector, node)
    elif isinstance(selector, Filter):
        yield from (each for each in _children(node) if _holds(selector.condition, each, root))
    else:
        yield from _children(node)


def _sliced(selector: Slice, node: Node) -> Iterator[Node]:
    if is_array(node.value) and selector.step:
        items = node.value
        chosen = slice(selector.start, selector.end, selector.step)
        for index in range(*chosen.indices(len(items))):
            yield Node(items[index], (*node.path, index))


def _holds(condition: Condition, node: Node, root: Any) -> bool:
    if isinstance(condition, Compare):
        left = _value(condition.left, node, root)
        return compare(left, condition.operator, _value(condition.right, node, root))
    if isinstance(condition, Test):
        subject = condition.subject
        if isinstance(subject, Query):
            return bool(_nodes(subject, node, root))
        return _value(subject, node, root) is True
    if isinstance(condition, Not):
        return not _holds(condition.condition, node, root)
    outcomes = (_holds(part, node, root) for part in condition.conditions)
    return all(outcomes) if isinstance(condition, Every) else any(outcomes)


def _nodes(query: Query, node: Node, root: Any) -> list[Node]:
    return _run(query, Node(node.value) if query.relative else Node(root), root)


def _value(operand: Operand, node: Node, root: Any) -> Any:
    """What an operand stands for in a comparison; NOTHING when its path selects no node."""
    if isinstance(operand, Literal):
        return operand.value
    if isinstance(operand, Query):
        nodes = _nodes(operand, node, root)
        return nodes[0].value if len(nodes) == 1 else NOTHING
    return _called(operand, node, root)


def _called(call: Call, node: Node, root: Any) -> Any:
    if call.function == "count":
        return len(_nodes(cast(Query, call.arguments[0]), node, root))
    functions: Mapping[str, Callable[..., Any]] = FUNCTIONS
    return functions[call.function](*(_value(each, node, root) for each in call.arguments))
