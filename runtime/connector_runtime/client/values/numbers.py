"""Makers of integers and numbers, exact in decimal: 0.07 is a multiple of 0.01 here."""

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from connector_runtime.client.values.dice import Dice, draw
from connector_runtime.client.values.formats import moment
from connector_runtime.client.values.schema import Schema

_HIGHEST = 1000
_INT32 = 2**31 - 1


def integer_maker(schema: Schema, hint: str) -> Callable[[str], int]:
    """A maker of integers of ``schema``; bounds that leave none give the nearest integer."""
    if _is_moment(schema, hint):
        return lambda place: moment(Dice(place))
    step = _decimal(schema.get("multipleOf")) or Decimal(1)
    if step % 1:
        step *= _denominator(step)
    first, last = _steps(schema, step)
    whole, count = int(step), last - first + 1
    return lambda place: (first + draw(place, count)) * whole


def number_maker(schema: Schema, hint: str) -> Callable[[str], float]:
    """A maker of numbers of ``schema``; bounds that leave none give the nearest number."""
    if _is_moment(schema, hint):
        return lambda place: moment(Dice(place))
    step = _decimal(schema.get("multipleOf")) or _step_within(schema)
    first, last = _steps(schema, step)
    count = last - first + 1
    return lambda place: _plain((first + draw(place, count)) * step)


def _is_moment(schema: Schema, hint: str) -> bool:
    if schema.keys() & {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}:
        return False
    if "multipleOf" in schema:
        return False
    word = hint.lower()
    return (
        schema.get("format") == "unix-time" or word in {"created", "updated"} or word[-3:] == "_at"
    )


def _plain(value: Decimal) -> float:
    return int(value) if value == value.to_integral_value() else float(value)


def _decimal(value: Any) -> Decimal | None:
    return Decimal(str(value)) if value is not None else None


def _denominator(step: Decimal) -> int:
    """The least whole number that makes a whole number of ``step``."""
    return step.as_integer_ratio()[1]


def _step_within(schema: Schema) -> Decimal:
    """Hundredths, or finer where the bounds are closer than that."""
    low, high = _bound(schema, "minimum", max), _bound(schema, "maximum", min)
    step = Decimal("0.01")
    if low is not None and high is not None and high > low:
        while (high - low) / step < 4:
            step /= 10
    return step


def _bound(schema: Schema, side: str, tighter: Callable[..., Decimal]) -> Decimal | None:
    names = (side, f"exclusive{side.capitalize()}")
    values = [_decimal(schema[name]) for name in names if schema.get(name) is not None]
    return tighter(values) if values else None


def _steps(schema: Schema, step: Decimal) -> tuple[int, int]:
    """The first and last whole number of steps that lie within the bounds."""
    low, high = _bound(schema, "minimum", max), _bound(schema, "maximum", min)
    first = _first(low, schema.get("exclusiveMinimum"), step) if low is not None else None
    last = _last(high, schema.get("exclusiveMaximum"), step) if high is not None else None
    span = max(int(_HIGHEST / step), 1)
    if first is None:
        first = 1 if last is None or last >= 1 else last - span
    if last is None:
        last = max(first, 0) + span
    return (first, last) if first <= last else (first, first)


def _first(low: Decimal, exclusive: Any, step: Decimal) -> int:
    first = int((low / step).to_integral_value(ROUND_CEILING))
    return first + 1 if _decimal(exclusive) == first * step else first


def _last(high: Decimal, exclusive: Any, step: Decimal) -> int:
    last = int((high / step).to_integral_value(ROUND_FLOOR))
    return last - 1 if _decimal(exclusive) == last * step else last
