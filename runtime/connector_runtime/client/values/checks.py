"""The keywords that look at one value alone: bounds, lengths, patterns, enumerations."""

import json
import re
from collections.abc import Callable, Sized
from decimal import Decimal
from functools import lru_cache
from typing import Any

from connector_runtime.client.values.formats import has_format
from connector_runtime.client.values.schema import JSON, is_list

_TYPES: tuple[tuple[str, type[Any]], ...] = (
    ("number", float),
    ("string", str),
    ("array", list),
    ("object", dict),
)

Check = Callable[[Any, JSON], str]
"""From the keyword's value and the value to what is wrong; nothing when it is fine."""


def json_type(value: JSON) -> str:
    """The name JSON Schema gives to a value's type; 1.0 is an integer there."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return "integer"
    return next((name for name, kind in _TYPES if isinstance(value, kind)), "no JSON value")


def identity(value: JSON) -> str:
    """A text that is equal for equal JSON values, and keeps true and 1 apart."""
    return json.dumps(value, sort_keys=True, default=repr)


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> re.Pattern[str] | None:
    """The compiled pattern, or None when Python does not understand it."""
    try:
        return re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return None


def _number(value: JSON) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _bound(words: str, holds: Callable[[Any, Any], bool]) -> Check:
    return lambda limit, value: (
        "" if not _number(value) or holds(value, limit) else f"is not {words} {limit}"
    )


def _size(kind: type[Sized], words: str, holds: Callable[[int, Any], bool]) -> Check:
    def check(limit: Any, value: JSON) -> str:
        return "" if not isinstance(value, kind) or holds(len(value), limit) else f"{words} {limit}"

    return check


def _multiple(step: Any, value: JSON) -> str:
    if not _number(value) or not step or Decimal(str(value)) % Decimal(str(step)) == 0:
        return ""
    return f"is no multiple of {step}"


def _pattern(pattern: str, value: JSON) -> str:
    expression = compiled(pattern)
    if not isinstance(value, str) or expression is None or expression.search(value):
        return ""
    return f"does not match {pattern}"


def _format(name: str, value: JSON) -> str:
    return "" if not isinstance(value, str) or has_format(value, name) else f"is no {name}"


def _enum(allowed: list[JSON], value: JSON) -> str:
    if any(value == each and isinstance(value, bool) == isinstance(each, bool) for each in allowed):
        return ""
    return f"is none of {allowed}" if len(allowed) < 10 else f"is none of {len(allowed)} values"


def _unique(wanted: bool, value: JSON) -> str:
    if not wanted or not is_list(value):
        return ""
    return "" if len({identity(item) for item in value}) == len(value) else "repeats an item"


CHECKS: dict[str, Check] = {
    "enum": _enum,
    "minimum": _bound("at least", lambda value, limit: value >= limit),
    "maximum": _bound("at most", lambda value, limit: value <= limit),
    "exclusiveMinimum": _bound("more than", lambda value, limit: value > limit),
    "exclusiveMaximum": _bound("less than", lambda value, limit: value < limit),
    "multipleOf": _multiple,
    "pattern": _pattern,
    "format": _format,
    "minLength": _size(str, "is shorter than", lambda size, limit: size >= limit),
    "maxLength": _size(str, "is longer than", lambda size, limit: size <= limit),
    "minItems": _size(list, "has fewer items than", lambda size, limit: size >= limit),
    "maxItems": _size(list, "has more items than", lambda size, limit: size <= limit),
    "uniqueItems": _unique,
    "minProperties": _size(dict, "has fewer properties than", lambda size, limit: size >= limit),
    "maxProperties": _size(dict, "has more properties than", lambda size, limit: size <= limit),
}
"""Keyword to check."""
