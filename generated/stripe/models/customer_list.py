"""Models of customer list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .customer import Customer


class CustomerList(Model):
    object: Literal["list"] | str
    data: list[Customer]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""
