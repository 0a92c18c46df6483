"""Scalars from one form to another: the few conversions between what vendors write and what we mean.

Each is total: it gives a value of its form, or says why there is none. Null stays null, since what
is not known has no other form.
"""

import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, TypeAlias

JSON: TypeAlias = Any
"""A JSON value: None, bool, int, float, str, list of JSON or dict of str to JSON."""

_INTEGER = re.compile(r"[+-]?[0-9]{1,300}")
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_TRUTH = {"true": True, "1": True, "false": False, "0": False}
_EXACT = 2**53
_MILLISECONDS = 100_000_000_000
"""From here on a count is of milliseconds: as seconds it would be past the year 5138."""


class ConversionError(ValueError):
    """A value has no such form; the text says which and does not show the value."""


def convert(value: JSON, conversion: str) -> JSON:
    """The value in another form: ``string``, ``integer``, ``number``, ``boolean``, ``date-time``
    (``2026-03-28T10:00:00Z``, of a count of seconds or milliseconds since 1970 or of an ISO text;
    without a zone it is UTC, fractions of seconds are dropped) or ``unix-time`` (whole seconds since
    1970).

    Raises :class:`ConversionError`, and KeyError for another conversion.
    """
    conversion_of = CONVERSIONS[conversion]
    return None if value is None else conversion_of(value)


def kind_of(value: object) -> str:
    """What a value is, in the words of JSON."""
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, int | float):
        return "a number"
    names = {"str": "a string", "dict": "an object", "list": "an array", "NoneType": "null"}
    return names.get(type(value).__name__, type(value).__name__)


def _string(value: JSON) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return _digits(value)
    if isinstance(value, float) and math.isfinite(value):
        return str(int(value)) if value.is_integer() and abs(value) < _EXACT else repr(value)
    if isinstance(value, str):
        return value
    raise ConversionError(f"{kind_of(value)} is no string")


def _digits(value: int) -> str:
    try:
        return str(value)
    except ValueError:
        raise ConversionError("the number has too many digits") from None


def _integer(value: JSON) -> int:
    number = _number(value)
    if isinstance(number, float):
        if not number.is_integer():
            raise ConversionError("the number is not whole")
        return int(number)
    return number


def _number(value: JSON) -> int | float:
    if isinstance(value, str):
        value = _read_number(value.strip())
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ConversionError(f"{kind_of(value)} is no number")
    if isinstance(value, float) and not math.isfinite(value):
        raise ConversionError("the number is not finite")
    return value


def _read_number(text: str) -> int | float | str:
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text


def _boolean(value: JSON) -> bool:
    if isinstance(value, bool):
        return value
    found = _TRUTH.get(_string(value).strip().lower())
    if found is None:
        raise ConversionError(f"{kind_of(value)} that is neither true nor false")
    return found


def _moment(value: JSON) -> datetime:
    if isinstance(value, datetime):
        return _utc(value)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ConversionError(f"{kind_of(value)} is no time")
    count = _read_number(value.strip()) if isinstance(value, str) else value
    try:
        if isinstance(count, str):
            return _utc(datetime.fromisoformat(count))
        seconds = math.floor(count / 1000 if abs(count) >= _MILLISECONDS else count)
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        raise ConversionError(f"{kind_of(value)} that is no time") from None


def _utc(moment: datetime) -> datetime:
    try:
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return aware.astimezone(UTC).replace(microsecond=0)
    except OverflowError:
        raise ConversionError("the time is outside of the calendar") from None


def _date_time(value: JSON) -> str:
    return _moment(value).isoformat().removesuffix("+00:00") + "Z"


def _unix_time(value: JSON) -> int:
    return int(_moment(value).timestamp())


CONVERSIONS: Mapping[str, Callable[[JSON], JSON]] = MappingProxyType(
    {
        "string": _string,
        "integer": _integer,
        "number": _number,
        "boolean": _boolean,
        "date-time": _date_time,
        "unix-time": _unix_time,
    }
)
"""Conversions by their names in ``x-connector-domain``."""
