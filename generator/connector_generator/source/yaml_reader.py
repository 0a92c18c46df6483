"""YAML text to a plain tree, fast and without surprises.

libyaml gives events; this composer keeps what JSON can say: keys are always text, scalars follow
the YAML 1.2 core schema, aliases are copied within a limit, and a duplicate key is an error with
its place, because the usual readers silently drop one of the two.
"""

from typing import Any, NoReturn, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from connector_generator.diagnostics import InputError
from connector_generator.location import Location
from connector_generator.source.limits import MAX_ALIASED_NODES, MAX_DEPTH
from connector_generator.source.scalars import Scalar, plain, tagged
from connector_generator.source.text import place_of
from connector_generator.source.tree import copy, is_array, is_object, size
from connector_generator.source.yaml_events import each_event, events

_STARTS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)


def read_yaml(text: str, file: str) -> Any:
    """The tree of a YAML text with one document."""
    try:
        return _Composer(text, file).document()
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, text, file) from None
    except yaml.reader.ReaderError as error:
        line, column = place_of(text, text.find(chr(error.character)))
        raise InputError(
            "yaml-syntax",
            Location(file, "", line, column),
            f"the character U+{error.character:04X} is not allowed in YAML",
            "Remove the control character, or write it as an escape in double quotes.",
        ) from None


def _syntax_error(error: yaml.MarkedYAMLError, text: str, file: str) -> InputError:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    lines = text.splitlines()
    rest = lines[line - 1][column - 1 :] if 0 < line <= len(lines) else ""
    help_ = (
        "YAML is indented with spaces, never with tabs."
        if rest.startswith("\t")
        else "Correct the YAML there; quoting the text is often enough."
    )
    what = ", ".join(part for part in (error.context, error.problem) if part)
    return InputError(
        "yaml-syntax", Location(file, "", line, column), f"broken YAML: {what}", help_
    )


class _Composer:
    """Builds the value of one document from its events."""

    __slots__ = ("_aliased", "_anchors", "_file", "_next", "_open", "_plain", "_sizes", "_text")

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self._next = events(text)
        self._anchors: dict[str, Any] = {}
        self._open: set[str] = set()
        self._sizes: dict[str, int] = {}
        self._aliased = 0
        self._plain: dict[str, Scalar] = {}

    def document(self) -> Any:
        self._next()  # The start of the stream.
        event = self._next()
        if not isinstance(event, DocumentStartEvent):
            return None
        root = self._node(self._next(), 0)
        self._next()  # The end of the document.
        event = self._next()
        if not isinstance(event, StreamEndEvent):
            self._fail(
                "several-documents",
                event,
                "the file holds more than one YAML document",
                "Put each document into a file of its own.",
            )
        return root

    def _node(self, event: Any, depth: int) -> Any:
        kind = event.__class__
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            return self._alias(event)
        if depth >= MAX_DEPTH:
            self._fail(
                "too-deep",
                event,
                f"nested more than {MAX_DEPTH} levels deep",
                "Move the inner parts to components and refer to them.",
            )
        anchor = cast(str | None, getattr(event, "anchor", None))
        if anchor:
            self._open.add(anchor)
        if kind is MappingStartEvent:
            value: Any = self._mapping(event, depth + 1)
        else:
            value = self._sequence(depth + 1)
        if anchor:
            self._open.discard(anchor)
            self._keep(anchor, value)
        return value

    def _scalar(self, event: ScalarEvent) -> Scalar:
        text = event.value
        if event.implicit[0]:
            known = self._plain
            value = known[text] if text in known else known.setdefault(text, plain(text))
        elif event.implicit[1]:
            value = text
        else:
            value = tagged(event.tag or "", text)
        if event.anchor:
            self._keep(event.anchor, value)
        return value

    def _keep(self, anchor: str, value: Any) -> None:
        self._anchors[anchor] = value
        self._sizes.pop(anchor, None)

    def _sequence(self, depth: int) -> list[Any]:
        items: list[Any] = []
        event = self._next()
        while event.__class__ is not SequenceEndEvent:
            items.append(self._node(event, depth))
            event = self._next()
        return items

    def _mapping(self, start: Any, depth: int) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        merged: list[dict[str, Any]] = []
        next_event, scalar = self._next, ScalarEvent
        key = next_event()
        while key.__class__ is not MappingEndEvent:
            if key.__class__ is not scalar:
                key = self._aliased_key(key)
            name: str = key.value
            event = next_event()
            if event.__class__ is scalar:
                value: Any = self._scalar(event)
            else:
                value = self._node(event, depth)
            if name == "<<" and key.implicit[0]:
                merged += self._merged(key, value)
            elif name in entries:
                self._duplicate(start, key)
            else:
                entries[name] = value
            key = next_event()
        return _with_defaults(entries, merged) if merged else entries

    def _aliased_key(self, key: Any) -> ScalarEvent:
        """A key given by an alias of a scalar; anything else cannot be a key in JSON."""
        value = self._alias(key) if isinstance(key, AliasEvent) else None
        if not isinstance(value, str):
            self._fail(
                "complex-key", key, "a key must be text", "Write the key as one word or in quotes."
            )
        return ScalarEvent(None, None, (False, True), value, key.start_mark, key.end_mark)

    def _merged(self, key: ScalarEvent, value: Any) -> list[dict[str, Any]]:
        maps = value if is_array(value) else [value]
        if not all(is_object(entry) for entry in maps):
            self._fail(
                "bad-merge",
                key,
                "`<<` merges mappings only",
                "Point `<<` at a mapping, or quote it to use it as a key.",
            )
        return maps

    def _alias(self, event: AliasEvent) -> Any:
        name = event.anchor
        if name in self._open:
            self._fail(
                "recursive-alias",
                event,
                f"the alias *{name} stands inside what it stands for",
                "Describe recursion with a $ref to a component.",
            )
        if name not in self._anchors:
            self._fail("unknown-alias", event, f"no anchor &{name} before this alias", "Add it.")
        value = self._anchors[name]
        if name not in self._sizes:
            self._sizes[name] = size(value)
        self._aliased += self._sizes[name]
        if self._aliased > MAX_ALIASED_NODES:
            self._fail(
                "alias-limit",
                event,
                f"the aliases stand for more than {MAX_ALIASED_NODES:,} values",
                "Use $ref to components instead of YAML aliases.",
            )
        return copy(value)

    def _duplicate(self, start: Any, key: ScalarEvent) -> NoReturn:
        first = _first_key(self._text, start.start_mark.index, key.value)
        self._fail(
            "duplicate-key",
            key,
            f"the key `{key.value}` is given twice (first at line {first[0]}, column {first[1]})",
            "Remove or rename one of the two.",
        )

    def _fail(self, code: str, event: Any, message: str, help_: str) -> NoReturn:
        mark = event.start_mark
        place = Location(self._file, "", mark.line + 1, mark.column + 1)
        raise InputError(code, place, message, help_)


def _with_defaults(entries: dict[str, Any], merged: list[dict[str, Any]]) -> dict[str, Any]:
    """Merged mappings give what the mapping itself does not; the first one wins."""
    result: dict[str, Any] = {}
    for defaults in reversed(merged):
        result.update(defaults)
    result.update(entries)
    return result


def _first_key(text: str, mapping: int, name: str) -> tuple[int, int]:
    """Where a key first stands in the mapping that starts at an offset."""
    depth, at_key, inside = 0, True, False
    for event in each_event(text):
        if not inside:
            inside = event.__class__ is MappingStartEvent and _mark(event).index == mapping
            continue
        if depth == 0 and at_key and event.__class__ is ScalarEvent and event.value == name:
            return _mark(event).line + 1, _mark(event).column + 1
        if event.__class__ in _STARTS:
            depth += 1
        elif event.__class__ in _ENDS:
            depth -= 1
        if depth == 0:
            at_key = not at_key
    return 0, 0


def _mark(event: Any) -> Any:
    return event.start_mark
