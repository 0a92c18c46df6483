"""Models of price."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .product import Product


class Recurring(Model):
    interval: Literal["day", "week", "month", "year"] | str
    interval_count: int
    usage_type: Literal["licensed", "metered"] | str | None = None


class Price(Model):
    id: str
    """The identifier."""
    object: Literal["price"] | str
    """The kind of object."""
    created: int
    """When it was created in Unix seconds."""
    livemode: bool
    """Whether it is real and no test."""
    active: bool
    currency: str
    product: str | Product
    type: Literal["one_time", "recurring"] | str
    unit_amount: int | None = None
    recurring: Recurring | None = None
    nickname: str | None = None
    lookup_key: str | None = None
    metadata: dict[str, str] | None = None
    """Your own keys and values."""
