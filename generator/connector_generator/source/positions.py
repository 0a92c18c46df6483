"""Where each part of a file stands: looked up lazily, only for what is shown to somebody."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from connector_generator.location import Location, pointer, tokens
from connector_generator.source.json_scanner import first_value, members
from connector_generator.source.yaml_events import each_event

Locate = Callable[[str], Location]

_NEWLINE = re.compile("\n")


@dataclass(slots=True)
class Place:
    """Line and column of an entry (a mapping's entry starts at its key), and of what it holds."""

    line: int
    column: int
    children: dict[str, "Place"] = field(default_factory=dict[str, "Place"])


def yaml_positions(text: str, file: str) -> Locate:
    """Answers pointers into a YAML text; the text is scanned once, at the first question."""
    root: list[Place] = []

    def locate(place: str) -> Location:
        if not root:
            root.append(_scan(text))
        node, known = root[0], list[str]()
        for token in tokens(place):
            if token not in node.children:
                break
            node = node.children[token]
            known.append(token)
        return Location(file, pointer(known), node.line, node.column)

    return locate


def _scan(text: str) -> Place:
    events = each_event(text)
    anchors: dict[str, Place] = {}
    for event in events:
        if isinstance(event, (ScalarEvent, MappingStartEvent, SequenceStartEvent)):
            place = Place(1, 1)
            _fill(place, event, events, anchors)
            return place
    return Place(0, 0)


def _fill(place: Place, event: Any, events: Iterator[Any], anchors: dict[str, Place]) -> None:
    """Note the children of the node that starts with an event."""
    if isinstance(event, AliasEvent):
        anchor = anchors.get(str(event.anchor))
        place.children = anchor.children if anchor else {}
        return
    name = cast(str | None, getattr(event, "anchor", None))
    if name:
        anchors[name] = place
    if isinstance(event, MappingStartEvent):
        _fill_mapping(place, events, anchors)
    elif isinstance(event, SequenceStartEvent):
        for index, item in enumerate(iter(lambda: next(events), None)):
            if isinstance(item, SequenceEndEvent):
                break
            child = place.children[str(index)] = _place_of(item)
            _fill(child, item, events, anchors)


def _fill_mapping(place: Place, events: Iterator[Any], anchors: dict[str, Place]) -> None:
    merged: list[Place] = []
    for key in events:
        if isinstance(key, MappingEndEvent):
            break
        child = _place_of(key)
        name = key.value if isinstance(key, ScalarEvent) else ""
        _fill(child, next(events), events, anchors)
        if name == "<<":
            merged.append(child)
        place.children[name] = child
    for source in merged:
        place.children = {**source.children, **place.children}


def _place_of(event: Any) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)


def json_positions(text: str, file: str) -> Locate:
    """Answers pointers into a JSON text; each object is scanned at the first question about it."""
    scanned: dict[int, dict[str, tuple[int, int]]] = {}
    lines: list[int] = []

    def children(offset: int) -> dict[str, tuple[int, int]]:
        if offset not in scanned:
            scanned[offset] = {name: (start, value) for name, start, value in members(text, offset)}
        return scanned[offset]

    def locate(place: str) -> Location:
        if not lines:
            lines.extend(match.start() for match in _NEWLINE.finditer(text))
        start = value = first_value(text)
        known: list[str] = []
        for token in tokens(place):
            found = children(value).get(token)
            if found is None:
                break
            start, value = found
            known.append(token)
        line = bisect_right(lines, start)
        column = start - (lines[line - 1] if line else -1)
        return Location(file, pointer(known), line + 1, column)

    return locate
