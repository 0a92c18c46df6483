"""Which operation a request is for: a tree of path segments."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote

from connector_runtime.client.operation import Operation

_PLACE = re.compile(r"\{([^{}]*)\}")


class Match(NamedTuple):
    """An operation, and the path's arguments by wire name, decoded."""

    operation: Operation
    arguments: Mapping[str, str]
    fixed: Mapping[str, str]
    """What stands in the query of the path itself (``/responses?beta=true``)."""


class _Node:
    __slots__ = ("by_method", "fixed", "patterns")

    def __init__(self) -> None:
        self.fixed: dict[str, _Node] = {}
        self.patterns: list[tuple[str, re.Pattern[str], _Node]] = []
        self.by_method: dict[str, list[tuple[Operation, tuple[str, ...], dict[str, str]]]] = {}


class Routes:
    """The operations of a connector by method and path; fixed segments win over parameters."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._root = _Node()
        for operation in operations:
            self._add(operation)

    def _add(self, operation: Operation) -> None:
        node = self._root
        path, _, query = operation.path.partition("#")[0].partition("?")
        for segment in path.strip("/").split("/"):
            node = _child(node, segment)
        entry = operation, tuple(_PLACE.findall(path)), dict(parse_qsl(query))
        entries = node.by_method.setdefault(operation.method.upper(), [])
        entries.append(entry)
        entries.sort(key=lambda each: -len(each[2]))

    def find(self, method: str, path: str, query: Mapping[str, str]) -> list[Match]:
        """The operations that a request may be for, as some vendors describe several at one path;
        ``path`` is encoded."""
        segments = path.strip("/").split("/")
        for node, values in _walk(self._root, segments, 0, ()):
            texts = tuple(map(unquote, values))
            found = [
                Match(operation, dict(zip(names, texts, strict=True)), fixed)
                for operation, names, fixed in node.by_method.get(method, ())
                if fixed.items() <= query.items()
            ]
            if found:
                return found
        return []

    def methods(self, path: str) -> list[str]:
        """The methods that a path knows."""
        segments = path.strip("/").split("/")
        return sorted(
            {name for node, _ in _walk(self._root, segments, 0, ()) for name in node.by_method}
        )


def _child(node: _Node, segment: str) -> _Node:
    if "{" not in segment:
        return node.fixed.setdefault(segment, _Node())
    pieces = _PLACE.split(segment)
    source = "".join(
        "(.+?)" if index % 2 else re.escape(piece) for index, piece in enumerate(pieces)
    )
    for known, _, child in node.patterns:
        if known == source:
            return child
    child = _Node()
    node.patterns.append((source, re.compile(source), child))
    node.patterns.sort(key=lambda entry: -len(entry[0]))
    return child


def _walk(
    node: _Node, segments: list[str], at: int, values: tuple[str, ...]
) -> Iterator[tuple[_Node, tuple[str, ...]]]:
    """The nodes that a path leads to, the most specific first."""
    if at == len(segments):
        yield node, values
        return
    segment = segments[at]
    fixed = node.fixed.get(segment)
    if fixed is None and "%" in segment:
        fixed = node.fixed.get(unquote(segment))
    if fixed is not None:
        yield from _walk(fixed, segments, at + 1, values)
    for _, pattern, child in node.patterns:
        match = pattern.fullmatch(segment)
        if match is not None:
            yield from _walk(child, segments, at + 1, values + match.groups())
