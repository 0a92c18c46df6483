"""Numbers that bound a value: booleans of OpenAPI 3.0, texts that hold numbers, nonsense."""

from typing import Any

from connector_generator.normalise.draft import Draft, Node

_NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_COUNTS = (
    "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties",
    "minContains", "maxContains",
)  # fmt: skip


def clean_limits(draft: Draft, node: Node, pointer: str) -> None:
    """Leave only limits that are numbers; ``exclusiveMinimum: true`` becomes the number itself."""
    for exclusive, plain in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(node.get(exclusive), bool):
            if node[exclusive] and plain in node:
                node[exclusive] = node.pop(plain)
            else:
                del node[exclusive]
    for key in _NUMBERS:
        if key in node:
            _keep(draft, node, key, _number(node[key]), pointer)
    if node.get("multipleOf", 1) <= 0:
        del node["multipleOf"]
    for key in _COUNTS:
        if key in node:
            number = _number(node[key])
            count = int(number) if number is not None and number >= 0 else None
            _keep(draft, node, key, count, pointer)


def _keep(draft: Draft, node: Node, key: str, value: int | float | None, pointer: str) -> None:
    if value is None:
        draft.warn("invalid-limit", pointer, f"`{key}` is {node[key]!r}; left out")
        del node[key]
    else:
        node[key] = value


def _number(value: Any) -> int | float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return value
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    if number != number or number in (float("inf"), float("-inf")):
        return None
    return int(number) if number.is_integer() else number
