"""Conversions are total, and those that lose nothing come back."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connector_runtime.connectors.conversions import CONVERSIONS, ConversionError, convert

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)
TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "date-time": str,
    "unix-time": int,
}


@given(JSON, st.sampled_from(sorted(CONVERSIONS)))
def test_every_value_has_a_form_or_a_reason(value: Any, conversion: str) -> None:
    try:
        converted = convert(value, conversion)
    except ConversionError:
        assert value is not None
        return
    assert converted is None if value is None else isinstance(converted, TYPES[conversion])
    assert convert(converted, conversion) == converted


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_come_back_from_texts(value: float) -> None:
    assert convert(convert(value, "string"), "number") == value


@given(st.booleans())
def test_truth_comes_back_from_texts(value: bool) -> None:
    assert convert(convert(value, "string"), "boolean") is value


@given(st.datetimes(datetime(1971, 1, 1), datetime(5000, 1, 1), timezones=st.just(UTC)))
def test_times_come_back_from_counts(moment: datetime) -> None:
    text = convert(moment, "date-time")
    assert datetime.fromisoformat(text) == moment.replace(microsecond=0)
    assert convert(convert(text, "unix-time"), "date-time") == text


@pytest.mark.parametrize(
    ("value", "conversion", "converted"),
    [
        (1774692000, "date-time", "2026-03-28T10:00:00Z"),
        ("1774692000.000100", "date-time", "2026-03-28T10:00:00Z"),
        ("1774692000000", "date-time", "2026-03-28T10:00:00Z"),
        ("2026-03-28T10:00:00.000+0000", "date-time", "2026-03-28T10:00:00Z"),
        ("2026-03-28T12:00:00+02:00", "date-time", "2026-03-28T10:00:00Z"),
        ("2026-03-28T10:00:00.999999", "date-time", "2026-03-28T10:00:00Z"),
        ("2026-03-28", "date-time", "2026-03-28T00:00:00Z"),
        (datetime(2026, 3, 28, 10, tzinfo=UTC), "unix-time", 1774692000),
        (50000, "string", "50000"),
        (50000.0, "string", "50000"),
        (0.1, "string", "0.1"),
        (True, "string", "true"),
        (" 12 ", "integer", 12),
        ("12.0", "integer", 12),
        ("1e3", "number", 1000.0),
        ("TRUE", "boolean", True),
        (0, "boolean", False),
        (None, "string", None),
    ],
)
def test_conversions(value: Any, conversion: str, converted: Any) -> None:
    assert convert(value, conversion) == converted


@pytest.mark.parametrize(
    ("value", "conversion", "reason"),
    [
        ([], "string", "an array is no string"),
        (float("nan"), "string", "a number is no string"),
        pytest.param(10**5000, "string", "too many digits", id="digits"),
        (1.5, "integer", "not whole"),
        (True, "integer", "a boolean is no number"),
        ("1e999", "number", "not finite"),
        ("twelve", "number", "a string is no number"),
        ("٣", "integer", "a string is no number"),
        ("yes", "boolean", "neither true nor false"),
        ("tomorrow", "date-time", "a string that is no time"),
        (1e300, "date-time", "a number that is no time"),
        (10**400, "unix-time", "a number that is no time"),
        ("0001-01-01T00:00:00+05:00", "date-time", "a string that is no time"),
        ({}, "date-time", "an object is no time"),
        (False, "date-time", "a boolean is no time"),
    ],
)
def test_what_has_no_form_is_told_without_the_value(
    value: Any, conversion: str, reason: str
) -> None:
    with pytest.raises(ConversionError, match=reason) as caught:
        convert(value, conversion)
    assert not isinstance(value, str) or value not in str(caught.value)


def test_a_time_outside_of_the_calendar() -> None:
    early = datetime.min.replace(tzinfo=timezone(timedelta(hours=1)))
    with pytest.raises(ConversionError, match="calendar"):
        convert(early, "date-time")
