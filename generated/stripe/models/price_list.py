"""Models of price list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .price import Price


class PriceList(Model):
    object: Literal["list"] | str
    data: list[Price]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""
