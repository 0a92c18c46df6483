"""Python values as the wire sees them: a scalar's text, a list, or an object.

Every encoder (parameters, forms, multipart, JSON) starts here, so a date or a decimal looks the
same wherever it is sent, and no ``repr`` of Python ever leaves the process.
"""

import math
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any, TypeGuard, cast
from uuid import UUID

from connector_runtime.client.arguments import OMIT
from connector_runtime.client.wire.problems import ArgumentError


def _integer(value: int) -> str:
    try:
        return int.__repr__(value)
    except ValueError:
        raise ArgumentError("the number has too many digits") from None


def _float(value: float) -> str:
    if not math.isfinite(value):
        raise ArgumentError(f"{value} is not a number that can be sent")
    text = float.__repr__(value)
    return format(Decimal(text), "f") if "e" in text else text


def decimal_text(value: Decimal) -> str:
    """Digits without an exponent; trailing zeros are kept, they are meant."""
    if not value.is_finite():
        raise ArgumentError(f"{value} is not a number that can be sent")
    if value.adjusted() > 400 or value.adjusted() < -400:
        raise ArgumentError("the decimal's exponent is too large to be written out")
    return format(value, "f")


def _moment(value: datetime) -> str:
    """RFC 3339 with ``Z`` for UTC. Without a zone none is invented: it goes as it came."""
    text = value.isoformat()
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text


def _time(value: time) -> str:
    text = value.isoformat()
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text


def _base64(value: bytes | bytearray | memoryview) -> str:
    return b64encode(value).decode("ascii")


def _same(value: str) -> str:
    return value


_TEXTS: dict[type, Callable[[Any], str]] = {
    str: _same,
    int: _integer,
    bool: lambda value: "true" if value else "false",
    float: _float,
    Decimal: decimal_text,
    datetime: _moment,
    date: date.isoformat,
    time: _time,
    UUID: str,
    bytes: _base64,
    bytearray: _base64,
    memoryview: _base64,
}
_BASES = (str, bool, int, float, Decimal, datetime, date, time, UUID, bytes, bytearray)


def _other(value: Any) -> Any:
    """What pydantic would make of it in JSON (addresses, URLs, durations, named tuples …)."""
    from pydantic_core import PydanticSerializationError, to_jsonable_python

    try:
        return to_jsonable_python(value, by_alias=True)
    except (PydanticSerializationError, ValueError):
        raise ArgumentError(f"a value of type {type(value).__name__} cannot be sent") from None


def simplify(value: Any) -> Any:
    """One level simpler: a model becomes a dict by alias, an enum member its value, and so on.

    The result is None, a value of a type that :func:`scalar_text` knows, a list or a dict. Of a
    model only the fields that were set are sent, so that reading, changing and writing back does
    not invent nulls.
    """
    if isinstance(value, Enum):
        return value.value
    dump = getattr(value, "model_dump", None)
    if dump is not None and not isinstance(value, type):
        return dump(by_alias=True, exclude_unset=True)
    if _is_mapping(value):
        return dict(value)
    for base in _BASES:
        if isinstance(value, base):
            return _plain_scalar(base, value)
    if isinstance(value, (set, frozenset)):
        return sorted(cast("Iterable[Any]", value), key=str)
    if _is_sequence(value):
        return list(value)
    if value is OMIT:
        raise ArgumentError("OMIT is only understood as an argument, not inside a value")
    return _other(value)


def _plain_scalar(base: type, value: Any) -> Any:
    """A subclass reduced to what we know, without calling what the subclass overrides."""
    if base is str:
        return str.__str__(value)
    if base is int:
        return int.__index__(value)
    if base is float:
        return float.__float__(value)
    return _TEXTS[base](value)


def scalar_text(value: Any) -> str:
    """The text of a scalar. Raises :class:`ArgumentError` for everything else."""
    kind = value.__class__
    text = _TEXTS.get(kind)
    if text is not None:
        return text(value)
    plain = reduce_value(value)
    if plain is None or is_object(plain) or is_array(plain):
        raise ArgumentError(f"a value of type {type(value).__name__} cannot be sent here")
    return scalar_text(plain)


def reduce_value(value: Any) -> Any:
    """Simplified until it is None, a dict, a list or a scalar of :func:`scalar_text`."""
    for _ in range(8):
        kind = value.__class__
        if value is None or kind in _TEXTS or kind is dict or kind is list:
            return value
        value = simplify(value)
    raise ArgumentError(f"a value of type {type(value).__name__} cannot be sent")


def _is_mapping(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(value, Mapping)


def _is_sequence(value: Any) -> TypeGuard[Sequence[Any]]:
    return isinstance(value, Sequence)


def is_object(plain: Any) -> TypeGuard[dict[Any, Any]]:
    """Whether a reduced value is an object."""
    return type(plain) is dict


def is_array(plain: Any) -> TypeGuard[list[Any]]:
    """Whether a reduced value is an array."""
    return type(plain) is list


def is_scalar(value: Any) -> bool:
    """Whether a reduced value is a scalar; None is none."""
    return type(value) in _TEXTS


def key_text(key: Any) -> str:
    """A member's name: a string, or a scalar written as one."""
    if type(key) is str:
        return key
    if key is None:
        raise ArgumentError("null cannot be the name of a member")
    return scalar_text(key)
