"""Comparisons and functions of filters, on JSON values (RFC 9535 sections 2.3.5 and 2.4)."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from connector_generator.source.tree import is_array, is_object

NOTHING = object()
"""The absence of a value; equal only to itself."""

_MAX_PATTERN = 1000


def compare(left: Any, operator: str, right: Any) -> bool:
    """Compare two JSON values; values of different types are unequal and have no order."""
    match operator:
        case "==":
            return _equal(left, right)
        case "!=":
            return not _equal(left, right)
        case "<":
            return _less(left, right)
        case ">":
            return _less(right, left)
        case "<=":
            return _less(left, right) or _equal(left, right)
        case _:
            return _less(right, left) or _equal(left, right)


def _equal(left: Any, right: Any) -> bool:
    if left is NOTHING or right is NOTHING:
        return left is right
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if is_array(left) and is_array(right):
        lefts, rights = left, right
        return len(lefts) == len(rights) and all(map(_equal, lefts, rights))
    if is_object(left) and is_object(right):
        one, other = left, right
        return one.keys() == other.keys() and all(_equal(one[key], other[key]) for key in one)
    return bool(left == right)


def _less(left: Any, right: Any) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        return left < right
    numbers = all(
        isinstance(value, (int, float)) and not isinstance(value, bool) for value in (left, right)
    )
    return numbers and left < right


def _length(value: Any) -> Any:
    return len(value) if isinstance(value, str) or is_array(value) or is_object(value) else NOTHING


def _value(value: Any) -> Any:
    return value


def _match(value: Any, pattern: Any) -> bool:
    compiled = _compiled(value, pattern)
    return compiled is not None and compiled.fullmatch(value) is not None


def _search(value: Any, pattern: Any) -> bool:
    compiled = _compiled(value, pattern)
    return compiled is not None and compiled.search(value) is not None


def _compiled(value: Any, pattern: Any) -> re.Pattern[str] | None:
    """An I-Regexp (RFC 9485) is nearly a Python pattern; what is none matches nothing."""
    if not isinstance(value, str) or not isinstance(pattern, str) or len(pattern) > _MAX_PATTERN:
        return None
    try:
        return re.compile(pattern)
    except (re.error, RecursionError):
        return None


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "length": _length,
    "value": _value,
    "match": _match,
    "search": _search,
}
