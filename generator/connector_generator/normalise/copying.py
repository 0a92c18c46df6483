"""Take a private copy of the document, made of plain JSON values only.

The later passes change the tree in place and recurse into it, so the copy has string keys, no
shared parts, no values that JSON cannot hold, and a limited depth.
"""

import math
from typing import Any

from connector_generator.diagnostics import InputError
from connector_generator.normalise.draft import Draft, Node

MAX_DEPTH = 200


class _TooDeepError(Exception):
    """The tree is deeper than the recursion of the later passes can follow."""


def copy_document(draft: Draft) -> None:
    """Replace the root by a clean copy, and collect the objects that hold a ``$ref``."""
    try:
        draft.root = _copy_map(draft.root, draft.references, 0)
    except _TooDeepError:
        raise InputError(
            "nested-too-deep",
            draft.locate(""),
            f"the document is nested more than {MAX_DEPTH} levels deep",
            "name the inner schemas under components and refer to them",
        ) from None


def _copy_map(value: dict[Any, Any], references: list[Node], depth: int) -> Node:
    if depth > MAX_DEPTH:
        raise _TooDeepError
    copy: Node = {}
    for key, entry in value.items():
        name = key if type(key) is str and key.isascii() else _key(key)
        kind: object = entry.__class__
        if kind is str:
            copy[name] = entry if entry.isascii() else _clean(entry)
        elif kind is dict:
            copy[name] = _copy_map(entry, references, depth + 1)
        elif kind is list:
            copy[name] = _copy_list(entry, references, depth + 1)
        else:
            copy[name] = _scalar(entry)
    if type(copy.get("$ref")) is str:
        references.append(copy)
    return copy


def _copy_list(value: list[Any], references: list[Node], depth: int) -> list[Any]:
    if depth > MAX_DEPTH:
        raise _TooDeepError
    copy: list[Any] = []
    for entry in value:
        kind: object = entry.__class__
        if kind is dict:
            copy.append(_copy_map(entry, references, depth + 1))
        elif kind is list:
            copy.append(_copy_list(entry, references, depth + 1))
        else:
            copy.append(_clean(entry) if kind is str else _scalar(entry))
    return copy


def _scalar(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return _clean(str(value))


def _key(key: Any) -> str:
    if isinstance(key, str):
        return _clean(key)
    if isinstance(key, bool):
        return "true" if key else "false"
    return "null" if key is None else str(key)


def _clean(value: str) -> str:
    """The text without lone surrogates, which no file can hold."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value
