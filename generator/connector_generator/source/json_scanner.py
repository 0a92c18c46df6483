"""Looks through JSON text by hand, for the places that the standard library does not tell.

Runs only when something is to be reported. All of it is iterative: hostile nesting costs time,
never the stack.
"""

import json
import re
from collections.abc import Iterator

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s"{}\[\],:]+', re.DOTALL)
_SPACE = re.compile(r"[ \t\n\r]*")
_decode = json.JSONDecoder().raw_decode


def duplicate_key(text: str) -> tuple[str, int, int]:
    """The first key given twice in one object, and the offsets of both."""
    open_objects: list[dict[str, int] | None] = []
    expects_key = False
    for match in _TOKEN.finditer(text):
        token = match.group()
        keys = open_objects[-1] if open_objects else None
        if token in "{[":
            open_objects.append({} if token == "{" else None)
        elif token in "}]":
            open_objects.pop()
        elif expects_key and keys is not None and token[0] == '"':
            key = str(json.loads(token))
            if key in keys:
                return key, keys[key], match.start()
            keys[key] = match.start()
        expects_key = token in "{,"
    return "", 0, 0


def find_constant(text: str, constant: str) -> int:
    """The offset where a bare word stands outside of strings."""
    for match in _TOKEN.finditer(text):
        if match.group() == constant:
            return match.start()
    return 0


def too_deep_at(text: str, limit: int) -> int:
    """The offset of the first bracket that opens a level beyond the limit."""
    depth = 0
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token in "{[":
            depth += 1
            if depth > limit:
                return match.start()
        elif token in "}]":
            depth -= 1
    return 0


def members(text: str, offset: int) -> Iterator[tuple[str, int, int]]:
    """Name, offset of the name (or of the item) and offset of the value of each member.

    ``offset`` is where an object or an array starts; a scalar has no members. The text is known
    to be valid JSON.
    """
    opening = text[offset]
    if opening not in "{[":
        return
    position, index = _skip(text, offset + 1), 0
    while text[position] not in "}]":
        start = position
        if opening == "{":
            name, position = _decode(text, position)
            position = _skip(text, _skip(text, position) + 1)
        else:
            name, index = str(index), index + 1
        yield name, start, position
        position = _skip(text, _decode(text, position)[1])
        if text[position] == ",":
            position = _skip(text, position + 1)


def first_value(text: str) -> int:
    """The offset of the root."""
    return _skip(text, 0)


def _skip(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position
