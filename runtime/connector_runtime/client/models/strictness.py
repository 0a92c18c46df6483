"""A core schema as the description means it: what we tolerate for a caller's sake is taken out.

- ``Literal["a", "b"] | str`` is a closed enumeration of the document: the ``str`` is ours. The other
  order, ``str | Literal["a", "b"]``, is an open one and stays.
- JSON types are not mixed: the string ``"1"`` is no integer. Dates, times and UUIDs are strings, and
  a count of seconds is no date. Decimals are strings or numbers: models do not tell these apart.
- Lazy edges and unions validate strictly in their turn.
"""

import base64
import binascii
from typing import Any, cast

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from connector_runtime.client.models.moments import MOMENTS, forms_apart, from_text, texts_in_order

_SCALARS = frozenset({"int", "float", "bool", "str"})
_DATA = frozenset({"cls", "metadata", "function", "serialization", "default", "expected", "config"})


def decode_base64(value: Any) -> Any:
    """Bytes from their base64 text; anything else as it is."""
    if not isinstance(value, str):
        return value
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise PydanticCustomError("base64", "Input should be valid base64") from None


def strict_schema(schema: CoreSchema) -> CoreSchema:
    """The schema rewritten; the original is left as it is."""
    return cast("CoreSchema", _rewrite(cast("dict[str, Any]", schema)))


def _rewrite(schema: dict[str, Any]) -> dict[str, Any]:
    kind = schema.get("type")
    if kind in _SCALARS:
        return {**schema, "strict": True}
    if kind in MOMENTS:
        return from_text(schema)
    if kind == "bytes":
        return cast(
            "dict[str, Any]",
            core_schema.no_info_before_validator_function(
                decode_base64, cast("CoreSchema", schema)
            ),
        )
    if kind == "union" and (closed := _without_tolerance(schema)) != schema:
        return _rewrite(closed)
    if kind == "union":
        forms = forms_apart(schema["choices"])
        choices = [from_text(*each) if each[1] else _walk(each[0]) for each in forms]
        return {**schema, "choices": texts_in_order(schema["choices"], choices)}
    if kind == "function-plain" and (owner := owner_of(schema)) is not None:
        return cast("dict[str, Any]", core_schema.no_info_plain_validator_function(owner.strict))
    if kind == "model-fields":
        fields = {name: _rewrite(field) for name, field in schema["fields"].items()}
        return {**schema, "fields": fields}
    return {key: value if key in _DATA else _walk(value) for key, value in schema.items()}


def _walk(value: Any) -> Any:
    if isinstance(value, dict):
        return _rewrite(cast("dict[str, Any]", value))
    if isinstance(value, list):
        return [_walk(item) for item in cast("list[Any]", value)]
    if isinstance(value, tuple):
        return tuple(_walk(item) for item in cast("tuple[Any, ...]", value))
    return value


def _without_tolerance(schema: dict[str, Any]) -> dict[str, Any]:
    """The union without the scalar that follows a literal of its type: that one is ours."""
    choices: list[Any] = schema["choices"]
    kept = [
        each
        for before, each in zip((None, *choices), choices, strict=False)
        if not _tolerates(before, each)
    ]
    if len(kept) == 1:
        only: dict[str, Any] = kept[0]
        return only
    return {**schema, "choices": kept}


def _tolerates(before: Any, choice: Any) -> bool:
    if not isinstance(before, dict) or not isinstance(choice, dict):
        return False
    literal, scalar = cast("dict[str, Any]", before), cast("dict[str, Any]", choice)
    values: list[Any] = literal["expected"] if literal["type"] == "literal" else []
    return bool(values) and any(type(value).__name__ == scalar["type"] for value in values)


def owner_of(schema: Any) -> Any:
    """The edge or union behind a validator function; None for a function of other making."""
    owner = getattr(schema["function"]["function"], "__self__", None)
    return owner if hasattr(owner, "degrade") else None
