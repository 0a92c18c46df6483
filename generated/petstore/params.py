"""The shapes of nested request bodies; keys are those of the wire."""

from __future__ import annotations

from typing import Literal, Required, TypeAlias, TypedDict

PetStatusParams: TypeAlias = "Literal['available', 'pending', 'sold'] | str"
"""Whether a pet can be bought."""


class AddressParams(TypedDict, total=False):
    street: Required[str]
    city: Required[str]
    country: str
    """ISO 3166 code."""
