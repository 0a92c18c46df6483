"""Enumerations: unique values of one type, null told apart."""

import json
import math
from typing import Any

from connector_generator.normalise.draft import Draft, Node, is_list, text
from connector_generator.normalise.types import fits, kind_of, kinds_of

_SCALARS = ("string", "integer", "number", "boolean", "null")


def clean_enum(draft: Draft, node: Node, pointer: str) -> bool:
    """Make ``enum`` and ``const`` one list of unique scalars; whether null was among them."""
    if "const" in node:
        node.setdefault("enum", [node.pop("const")])
    given = node.get("enum")
    if not is_list(given):
        if isinstance(given, (str, int, float)):
            draft.warn("invalid-enum", pointer, "`enum` is no list; read as one value")
            given = [given]
        else:
            draft.warn("invalid-enum", pointer, "`enum` is no list; left out")
            del node["enum"]
            return False
    if any(kind_of(value) not in _SCALARS for value in given):
        draft.note("complex-enum", pointer, "values that are objects or lists; `enum` left out")
        del node["enum"]
        return False
    values = unique(given)
    if len(values) < len(given):
        draft.warn("duplicate-enum-value", pointer, "`enum` holds a value more than once")
        _align_names(node, given)
    nullable = None in values
    values = [value for value in values if value is not None]
    if values:
        node["enum"] = values
    else:
        del node["enum"]
        if not nullable:
            draft.warn("empty-enum", pointer, "`enum` has no values; left out")
    return nullable


def unique(values: list[Any]) -> list[Any]:
    """The values without repetition; 1, 1.0 and true are told apart as JSON does."""
    return list({_identity(value): value for value in reversed(values)}.values())[::-1]


def _identity(value: Any) -> tuple[str, Any]:
    kind = kind_of(value)
    if kind in ("object", "array"):
        return (kind, json.dumps(value, sort_keys=True))
    return ("number" if kind == "integer" else kind, value)


def _align_names(node: Node, given: list[Any]) -> None:
    """Drop the names of repeated values from the extensions that name them."""
    for key in ("x-enum-varnames", "x-enumNames", "x-enum-descriptions"):
        names = node.get(key)
        if is_list(names) and len(names) == len(given):
            pairs = {_identity(v): n for v, n in reversed(list(zip(given, names, strict=True)))}
            node[key] = list(pairs.values())[::-1]


def fit_enum(draft: Draft, node: Node, pointer: str) -> None:
    """Make type and values agree: convert the values, or let them decide the type."""
    values, kind = node["enum"], node.get("type")
    if kind in ("array", "object"):
        _move_to_items(draft, node, pointer)
        return
    if kind is None:
        kinds = kinds_of(values)
        if set(kinds) == {"integer", "number"}:
            kinds = ["number"]
        if len(kinds) == 1:
            node["type"] = kinds[0]
        else:
            _split(node, kinds)
        return
    if all(fits(value, kind) for value in values):
        return
    converted = [_convert(value, kind) for value in values]
    if None not in converted:
        draft.warn("enum-type", pointer, f"values of `enum` are not of type {kind!r}; converted")
        node["enum"] = unique(converted)
        return
    draft.warn("enum-type", pointer, f"values of `enum` are not of type {kind!r}; type left out")
    del node["type"]
    fit_enum(draft, node, pointer)


def _split(node: Node, kinds: list[str]) -> None:
    values = node.pop("enum")
    node["anyOf"] = [
        {"type": kind, "enum": [value for value in values if kind_of(value) == kind]}
        for kind in kinds
    ]


def _move_to_items(draft: Draft, node: Node, pointer: str) -> None:
    values = node.pop("enum")
    items: Node = node.get("items") or {}
    draft.warn("enum-of-container", pointer, "`enum` of scalars on a list or an object")
    if node["type"] == "array" and items.keys() <= {"type", "description"}:
        items["enum"] = values
        node["items"] = items
        fit_enum(draft, items, pointer)


def _convert(value: Any, kind: str) -> Any:
    if kind == "string":
        return text(value)
    if kind == "boolean":
        return {"true": True, "false": False}.get(text(value).lower())
    try:
        number = float(text(value))
    except ValueError:
        return None
    if not math.isfinite(number):
        return None
    if kind == "number":
        return number
    return int(number) if number.is_integer() else None
