"""Models of product."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .price import Price


class Product(Model):
    id: str
    """The identifier."""
    object: Literal["product"] | str
    """The kind of object."""
    created: int
    """When it was created in Unix seconds."""
    livemode: bool
    """Whether it is real and no test."""
    name: str
    active: bool
    """Whether it can be bought."""
    description: str | None = None
    images: list[str] | None = None
    url: str | None = None
    unit_label: str | None = None
    default_price: str | Price | None = None
    updated: int | None = None
    metadata: dict[str, str] | None = None
    """Your own keys and values."""
