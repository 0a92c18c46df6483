"""Nested values as bracketed names: ``items[0][price]=x`` (deepObject, and forms like Stripe's)."""

from collections.abc import Iterator
from typing import Any

from connector_runtime.client.arguments import OMIT
from connector_runtime.client.wire.plain import (
    is_array,
    is_scalar,
    key_text,
    reduce_value,
    scalar_text,
)
from connector_runtime.client.wire.problems import ArgumentError

MAX_DEPTH = 64
"""Deeper values are refused: no vendor takes them, and a cycle has no end."""


def bracketed(value: Any, prefix: str = "", depth: int = 0) -> Iterator[tuple[str, str | None]]:
    """Every scalar below ``value`` with the brackets that lead to it; None is left to the caller.

    Arrays have indices: an object among them keeps its members together.
    """
    plain = reduce_value(value)
    if plain is None:
        yield prefix, None
        return
    if is_scalar(plain):
        yield prefix, scalar_text(plain)
        return
    if depth >= MAX_DEPTH:
        raise ArgumentError("the value is nested too deeply, or contains itself")
    members = enumerate(plain) if is_array(plain) else _members(plain)
    for key, member in members:
        try:
            yield from bracketed(member, f"{prefix}[{key}]", depth + 1)
        except ArgumentError as problem:
            raise problem.below(key) from None


def _members(plain: dict[Any, Any]) -> Iterator[tuple[str, Any]]:
    for key, member in plain.items():
        if member is OMIT:
            continue
        yield key_text(key), member
