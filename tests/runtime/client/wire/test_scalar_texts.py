"""How single values look on the wire, wherever they stand."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from ipaddress import IPv4Address
from typing import Any
from uuid import UUID

import pytest
from pydantic import BaseModel, Field

from connector_runtime.client.wire.plain import reduce_value, scalar_text
from connector_runtime.client.wire.problems import ArgumentError


class Color(Enum):
    """A plain enumeration."""

    RED = "red"


class Tone(StrEnum):
    """An enumeration of strings."""

    DARK = "dark"


class Size(IntEnum):
    """An enumeration of numbers."""

    BIG = 3


class Shouting(str):
    """A string that prints as something else."""

    def __str__(self) -> str:
        return "LOUD"


IST = timezone(timedelta(hours=5, minutes=30))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("text", "text"),
        (Shouting("text"), "text"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-12, "-12"),
        (2**63, "9223372036854775808"),
        (1.5, "1.5"),
        (1e22, "10000000000000000000000"),
        (1e-7, "0.0000001"),
        (-0.0, "-0.0"),
        (Decimal("1E+3"), "1000"),
        (Decimal("10.50"), "10.50"),
        (Decimal("1E-7"), "0.0000001"),
        (datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC), "2024-01-02T03:04:05Z"),
        (datetime(2024, 1, 2, 3, 4, 5, 60, tzinfo=IST), "2024-01-02T03:04:05.000060+05:30"),
        (datetime(2024, 1, 2, 3, 4, 5), "2024-01-02T03:04:05"),
        (date(2024, 1, 2), "2024-01-02"),
        (time(3, 4, 5), "03:04:05"),
        (time(3, 4, 5, tzinfo=UTC), "03:04:05Z"),
        (UUID("12345678-1234-5678-1234-567812345678"), "12345678-1234-5678-1234-567812345678"),
        (b"\xfb\xff", "+/8="),
        (bytearray(b"ab"), "YWI="),
        (Color.RED, "red"),
        (Tone.DARK, "dark"),
        (Size.BIG, "3"),
        (IPv4Address("127.0.0.1"), "127.0.0.1"),
        (timedelta(seconds=90), "PT1M30S"),
    ],
)
def test_text(value: Any, expected: str) -> None:
    assert scalar_text(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        Decimal("NaN"),
        Decimal("-Infinity"),
        Decimal("1E+999999"),
        10**5000,
        None,
        [],
        {},
        object(),
        len,
        int,
    ],
    ids=lambda value: type(value).__name__,
)
def test_no_repr_of_python_leaves_the_process(value: Any) -> None:
    with pytest.raises(ArgumentError):
        scalar_text(value)


def test_models_go_by_alias_and_only_with_what_was_set() -> None:
    class Inner(BaseModel):
        class_: str = Field(alias="class")

    class Outer(BaseModel):
        inner: Inner
        unset: str | None = None

    assert reduce_value(Outer(inner=Inner(**{"class": "a"}))) == {"inner": {"class": "a"}}


def test_dataclasses_are_objects() -> None:
    @dataclass
    class Point:
        x: int
        y: int

    assert reduce_value(Point(1, 2)) == {"x": 1, "y": 2}


def test_sets_have_an_order() -> None:
    assert reduce_value(frozenset("cab")) == ["a", "b", "c"]
