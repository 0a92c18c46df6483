"""Models of product list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .product import Product


class ProductList(Model):
    object: Literal["list"] | str
    data: list[Product]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""
